/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-http-signer.h"
#include "xb-json-read.h"
#include "xb-practice-api.h"
#include "xb-practice-verbs.h"

#define KEYED_JSON (XB_PRACTICE_ROUTE_JSON | XB_PRACTICE_ROUTE_KEYED)
#define TEST_JSON (XB_PRACTICE_ROUTE_JSON | XB_PRACTICE_ROUTE_TEST)

static const XbPracticeRoute routes[] = {
  { "GET", "/v1/health", XB_PRACTICE_ROUTE_OPEN, xb_practice_verb_health },
  { "POST", "/v1/materials", 0, xb_practice_verb_material },
  { "POST", "/v1/certifications", KEYED_JSON, xb_practice_verb_submit },
  { "GET", "/v1/certifications", 0, xb_practice_verb_list },
  { "GET", "/v1/certifications/{case_no}", 0, xb_practice_verb_show },
  { "POST", "/v1/certifications/{case_no}/answers", KEYED_JSON, xb_practice_verb_answer },
  { "POST", "/v1/certifications/{case_no}/expedite", KEYED_JSON, xb_practice_verb_expedite },
  { "POST", "/v1/certifications/{case_no}/withdraw", KEYED_JSON, xb_practice_verb_withdraw },
  { "POST", "/v1/certifications/{case_no}/label", KEYED_JSON, xb_practice_verb_label },
  { "GET", "/v1/displays/{number}", 0, xb_practice_verb_display },
  { "GET", "/v1/displays/{number}/{handset}.png", 0, xb_practice_verb_screenshot },
  { "POST", "/v1/faults", TEST_JSON, xb_practice_verb_fault },
  { "POST", "/v1/time", TEST_JSON, xb_practice_verb_time },
  { "POST", "/v1/settings", TEST_JSON, xb_practice_verb_settings },
};

/** xb_practice_api_get_routes: Returns: (array length=n_routes): everything that the API can do */
const XbPracticeRoute *
xb_practice_api_get_routes (guint *n_routes)
{
  *n_routes = G_N_ELEMENTS (routes);
  return routes;
}

/** xb_practice_request_free: frees @self; book and faults were only lent */
void
xb_practice_request_free (XbPracticeRequest *self)
{
  g_free (self->method);
  g_free (self->path);
  g_free (self->query);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->content_type);
  g_free (self->key_id);
  g_free (self->timestamp);
  g_free (self->nonce);
  g_free (self->authorization);
  g_free (self->idempotency_key);
  g_free (self->material_type);
  g_free (self->filename);
  g_strfreev (self->captures);
  g_clear_pointer (&self->json, json_object_unref);
  g_free (self);
}

/* One segment against one of the route's: literal, {name} or {name}.png. */
static gboolean
match_segment (const char *pattern,
               const char *segment,
               GPtrArray  *captures)
{
  const char *rest = strchr (pattern, '}');

  if (*pattern != '{' || rest == NULL)
    return strcmp (pattern, segment) == 0;
  if (!g_str_has_suffix (segment, rest + 1) || strlen (segment) == strlen (rest + 1))
    return FALSE;
  g_ptr_array_add (captures, g_strndup (segment, strlen (segment) - strlen (rest + 1)));
  return g_utf8_validate (segment, -1, NULL);
}

static char **
match_path (const char *pattern,
            const char *path)
{
  g_auto(GStrv) wanted = g_strsplit (pattern, "/", -1);
  g_auto(GStrv) given = g_strsplit (path, "/", -1);
  g_autoptr(GPtrArray) captures = g_ptr_array_new_with_free_func (g_free);

  if (g_strv_length (wanted) != g_strv_length (given))
    return NULL;
  for (guint i = 0; wanted[i] != NULL; i++)
    if (!match_segment (wanted[i], given[i], captures))
      return NULL;
  g_ptr_array_add (captures, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&captures), FALSE);
}

/**
 * xb_practice_api_find:
 * @request: gets its captures
 * @answer: gets the refusal where there is no route
 *
 * Returns: (nullable): the route of @request
 */
const XbPracticeRoute *
xb_practice_api_find (XbPracticeRequest *request,
                      XbPracticeAnswer  *answer)
{
  XbPracticeProblem problem = XB_PRACTICE_PATH_UNKNOWN;

  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    {
      g_auto(GStrv) captures = match_path (routes[i].path, request->path);

      if (captures == NULL)
        continue;
      if (g_str_equal (routes[i].method, request->method))
        {
          request->captures = g_steal_pointer (&captures);
          return &routes[i];
        }
      problem = XB_PRACTICE_METHOD_NOT_ALLOWED;
    }
  xb_practice_answer_problem (answer, problem, NULL);
  return NULL;
}

static XbPracticeProblem
check_signature (XbPracticeRequest *request)
{
  XbPracticePages *pages = xb_practice_book_get_pages (request->book);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autofree char *signature = NULL;
  gint64 timestamp;

  if (request->key_id == NULL || request->timestamp == NULL || request->nonce == NULL
      || request->authorization == NULL
      || !g_ascii_string_to_signed (request->timestamp, 10, 0, G_MAXINT64, &timestamp, NULL)
      || strlen (request->nonce) < 8 || strlen (request->nonce) > 64)
    return XB_PRACTICE_SIGNATURE_MISSING;
  if (strcmp (request->key_id, pages->key_id) != 0)
    return XB_PRACTICE_KEY_UNKNOWN;
  if (timestamp < now - XB_PRACTICE_CLOCK_TOLERANCE || timestamp > now + XB_PRACTICE_CLOCK_TOLERANCE)
    return XB_PRACTICE_CLOCK_SKEW;
  signature = xb_http_signer_sign (pages->secret, request->method, request->path, request->query, timestamp,
                                   request->nonce, request->body);
  if (!xb_http_signer_matches (request->authorization, signature))
    return XB_PRACTICE_SIGNATURE_WRONG;
  /* last, so that a stranger cannot use up the nonces of others */
  if (!xb_practice_pages_use_nonce (pages, request->nonce, now))
    return XB_PRACTICE_NONCE_REUSED;
  return XB_PRACTICE_OK;
}

/**
 * xb_practice_api_admit:
 * @answer: gets the refusal
 *
 * Returns: whether @request is signed as @route wants
 */
gboolean
xb_practice_api_admit (XbPracticeRequest     *request,
                       const XbPracticeRoute *route,
                       XbPracticeAnswer      *answer)
{
  XbPracticeProblem problem = XB_PRACTICE_OK;

  if ((route->flags & XB_PRACTICE_ROUTE_OPEN) == 0)
    problem = check_signature (request);
  if (problem == XB_PRACTICE_OK)
    return TRUE;
  xb_practice_answer_problem (answer, problem, NULL);
  return FALSE;
}

/* An empty body is an empty object: a withdrawal has nothing to say. */
static XbPracticeProblem
read_json (XbPracticeRequest *request)
{
  g_autoptr(JsonNode) root = NULL;

  if (request->body == NULL || g_bytes_get_size (request->body) == 0)
    {
      request->json = json_object_new ();
      return XB_PRACTICE_OK;
    }
  if (g_strcmp0 (request->content_type, "application/json") != 0)
    return XB_PRACTICE_MEDIA_TYPE_UNSUPPORTED;
  root = xb_json_parse (request->body);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return XB_PRACTICE_BODY_NOT_JSON;
  request->json = json_object_ref (json_node_get_object (root));
  return XB_PRACTICE_OK;
}

static char *
hash_request (XbPracticeRequest *request)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size = 0;
  const guchar *data = request->body != NULL ? g_bytes_get_data (request->body, &size) : NULL;

  g_checksum_update (checksum, (const guchar *) request->method, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) request->path, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, data, size);
  return g_strdup (g_checksum_get_string (checksum));
}

/* The same key with the same request is answered as before; with another request it is a mistake. */
static gboolean
replay (XbPracticeRequest *request,
        const char        *hash,
        XbPracticeAnswer  *answer)
{
  XbPracticeAcknowledged *before = xb_practice_pages_find_answer (xb_practice_book_get_pages (request->book),
                                                                  request->idempotency_key);

  if (before == NULL)
    return FALSE;
  if (strcmp (before->request, hash) != 0)
    {
      xb_practice_answer_problem (answer, XB_PRACTICE_IDEMPOTENCY_CONFLICT, "Idempotency-Key");
      return TRUE;
    }
  xb_practice_answer_bytes (answer, "application/json", g_bytes_new (before->body, strlen (before->body)));
  answer->replayed = TRUE;
  return TRUE;
}

static void
run_keyed (XbPracticeRequest     *request,
           const XbPracticeRoute *route,
           XbPracticeAnswer      *answer)
{
  const char *key = request->idempotency_key;
  g_autofree char *hash = hash_request (request);
  g_autofree char *body = NULL;
  gsize size = 0;
  const char *data;

  if (key == NULL || *key == '\0' || strlen (key) > 128 || !g_utf8_validate (key, -1, NULL))
    {
      xb_practice_answer_problem (answer, XB_PRACTICE_IDEMPOTENCY_KEY_MISSING, "Idempotency-Key");
      return;
    }
  if (replay (request, hash, answer))
    return;
  route->run (request, answer);
  if (answer->status >= 300) /* nothing happened: the key may be used again */
    return;
  data = g_bytes_get_data (answer->body, &size);
  body = g_strndup (data, size);
  xb_practice_pages_remember_answer (xb_practice_book_get_pages (request->book), key, hash, body);
}

/**
 * xb_practice_api_run:
 *
 * Does what @request asks and saves it: when @answer says yes, it is on the disk.
 */
void
xb_practice_api_run (XbPracticeRequest     *request,
                     const XbPracticeRoute *route,
                     XbPracticeAnswer      *answer)
{
  XbPracticeProblem problem = XB_PRACTICE_OK;
  g_autoptr(GError) error = NULL;

  xb_practice_book_settle (request->book);
  if ((route->flags & XB_PRACTICE_ROUTE_JSON) != 0)
    problem = read_json (request);
  if (problem != XB_PRACTICE_OK)
    xb_practice_answer_problem (answer, problem, NULL);
  else if ((route->flags & XB_PRACTICE_ROUTE_KEYED) != 0)
    run_keyed (request, route, answer);
  else
    route->run (request, answer);
  if (xb_practice_book_save (request->book, &error))
    return;
  g_message ("%s", error->message);
  xb_practice_book_revert (request->book);
  xb_practice_answer_problem (answer, XB_PRACTICE_STORE_FAILED, NULL);
}
