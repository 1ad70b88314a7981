/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/random.h>

#include "xb-http-signer.h"

static int
compare_pairs (const void *a,
               const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Proxies may reorder a query: both sides sort its pairs by bytes, as they stand on the wire. */
static char *
sort_query (const char *query)
{
  g_auto(GStrv) pairs = NULL;

  if (query == NULL || *query == '\0')
    return g_strdup ("");
  pairs = g_strsplit (query, "&", -1);
  qsort (pairs, g_strv_length (pairs), sizeof *pairs, compare_pairs);
  return g_strjoinv ("&", pairs);
}

/* Servers hand on a path decoded, or encoded in their own way: both sides encode the decoded one alike, every
 * byte but letters, digits and "-._~/", so that no byte of it looks like a line of its own. */
static char *
encode_path (const char *path)
{
  return g_uri_escape_string (path, "/", FALSE);
}

/**
 * xb_http_signer_canonical:
 * @path: the path, percent-decoded
 * @query: (nullable): the query as it stands in the request line, percent-encoded in upper case
 * @timestamp: UTC seconds
 * @body: (nullable): the body; %NULL: empty
 *
 * Returns: (transfer full): what is signed: METHOD, encoded path, sorted query, timestamp, nonce and the hex
 *   SHA-256 of the body, a line each, without a line feed at the end
 */
char *
xb_http_signer_canonical (const char *method,
                          const char *path,
                          const char *query,
                          gint64      timestamp,
                          const char *nonce,
                          GBytes     *body)
{
  g_autofree char *encoded = encode_path (path);
  g_autofree char *sorted = sort_query (query);
  g_autofree char *upper = g_ascii_strup (method, -1);
  g_autofree char *digest = body != NULL
    ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, body)
    : g_compute_checksum_for_data (G_CHECKSUM_SHA256, NULL, 0);

  return g_strdup_printf ("%s\n%s\n%s\n%" G_GINT64_FORMAT "\n%s\n%s",
                          upper, encoded, sorted, timestamp, nonce, digest);
}

/** xb_http_signer_sign: Returns: (transfer full): the hex HMAC-SHA256 of the canonical text under @secret */
char *
xb_http_signer_sign (const char *secret,
                     const char *method,
                     const char *path,
                     const char *query,
                     gint64      timestamp,
                     const char *nonce,
                     GBytes     *body)
{
  g_autofree char *canonical = xb_http_signer_canonical (method, path, query, timestamp, nonce, body);

  return g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) secret, strlen (secret),
                                    canonical, -1);
}

/** xb_http_signer_authorization: Returns: (transfer full): the value of the Authorization header */
char *
xb_http_signer_authorization (const char *signature)
{
  return g_strconcat (XB_HTTP_SIGNER_SCHEME " ", signature, NULL);
}

/**
 * xb_http_signer_matches:
 * @authorization: (nullable): the header that came
 * @signature: the signature that should have come
 *
 * Compares in a time that does not tell how far the two agree.
 *
 * Returns: whether they are the same
 */
gboolean
xb_http_signer_matches (const char *authorization,
                        const char *signature)
{
  g_autofree char *wanted = xb_http_signer_authorization (signature);
  gsize length = strlen (wanted);
  volatile guchar difference = 0;

  if (authorization == NULL || strlen (authorization) != length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    difference |= (guchar) authorization[i] ^ (guchar) wanted[i];
  return difference == 0;
}

/** xb_http_signer_random: Returns: (transfer full): @n_bytes from the kernel's random source, in hex */
char *
xb_http_signer_random (guint n_bytes)
{
  g_autofree guchar *bytes = g_malloc (n_bytes);
  GString *hex = g_string_sized_new (2 * n_bytes + 1);

  for (gsize done = 0; done < n_bytes;)
    {
      gssize got = getrandom (bytes + done, n_bytes - done, 0);

      if (got > 0)
        done += got;
      else if (errno != EINTR)
        g_error ("no random numbers: %s", g_strerror (errno));
    }
  for (guint i = 0; i < n_bytes; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);
  return g_string_free (hex, FALSE);
}
