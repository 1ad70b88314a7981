/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-enum-types.h"
#include "xb-phone.h"
#include "xb-practice-case-json.h"
#include "xb-practice-screen.h"
#include "xb-practice-verbs.h"

#define TEXT_MAX 200
#define LIST_MAX 20
#define PAGE_MAX 100
#define PAGE_DEFAULT 20

static void
answer_case (XbPracticeAnswer *answer,
             guint             status,
             XbPracticeCase   *filed)
{
  xb_practice_answer_json (answer, status, xb_practice_case_write_answer (filed));
}

/* The case that the path names, or %NULL with the refusal. */
static XbPracticeCase *
find_case (XbPracticeRequest *request,
           XbPracticeAnswer  *answer)
{
  XbPracticeCase *filed = xb_practice_pages_find_case (xb_practice_book_get_pages (request->book),
                                                       request->captures[0]);

  if (filed == NULL)
    xb_practice_answer_problem (answer, XB_PRACTICE_CASE_UNKNOWN, "case_no");
  return filed;
}

static gboolean
is_e164 (const char *text)
{
  XbPhone phone;

  return xb_phone_parse (text, &phone, NULL) && strcmp (phone.e164, text) == 0;
}

static gboolean
is_document_type (const char *media_type)
{
  static const char *const taken[] = {
    "application/octet-stream", "application/pdf", "image/jpeg", "image/png", NULL
  };

  return media_type != NULL && g_strv_contains (taken, media_type);
}

void
xb_practice_verb_material (XbPracticeRequest *request,
                           XbPracticeAnswer  *answer)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *filename = request->filename != NULL ? g_uri_unescape_string (request->filename, NULL) : NULL;
  XbPracticeMaterial *material;
  int type;

  if (!is_document_type (request->content_type))
    {
      xb_practice_answer_problem (answer, XB_PRACTICE_MEDIA_TYPE_UNSUPPORTED, "Content-Type");
      return;
    }
  if (!xb_enum_from_nick (XB_TYPE_MATERIAL_TYPE, request->material_type, &type))
    {
      xb_practice_answer_problem (answer, XB_PRACTICE_FIELD_INVALID, "X-Material-Type");
      return;
    }
  if (request->filename != NULL && (filename == NULL || !g_utf8_validate (filename, -1, NULL)))
    {
      xb_practice_answer_problem (answer, XB_PRACTICE_FIELD_INVALID, "X-Filename");
      return;
    }
  material = xb_practice_pages_keep_material (xb_practice_book_get_pages (request->book),
                                              xb_practice_material_inspect (request->body));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "material_id");
  json_builder_add_string_value (builder, material->id);
  json_builder_set_member_name (builder, "sha256");
  json_builder_add_string_value (builder, material->sha256);
  json_builder_end_object (builder);
  xb_practice_answer_json (answer, 201, json_builder_get_root (builder));
}

static void
check_text (const char    *text,
            const char    *where,
            XbJsonProblem *problem)
{
  if (text != NULL && (*text == '\0' || g_utf8_strlen (text, -1) > TEXT_MAX))
    xb_json_problem_note (problem, where, "", "a text of 1 to 200 characters", FALSE);
}

/* What the API itself refuses; the rest is for the reviewer. */
static void
check_request (XbPracticeCase *filed,
               XbJsonProblem  *problem)
{
  check_text (filed->business_name, "business.name", problem);
  check_text (filed->uscc, "business.uscc", problem);
  check_text (filed->letter_name, "letter.name", problem);
  check_text (filed->display_name, "display_name", problem);
  check_text (filed->label, "label", problem);
  for (guint i = 0; filed->brands != NULL && filed->brands[i] != NULL; i++)
    check_text (filed->brands[i], "brands", problem);
  if (filed->brands != NULL && g_strv_length (filed->brands) > LIST_MAX)
    xb_json_problem_note (problem, "brands", "", "at most 20 brands", FALSE);
  if (filed->papers->len > LIST_MAX)
    xb_json_problem_note (problem, "materials", "", "at most 20 materials", FALSE);
  if (filed->number != NULL && !is_e164 (filed->number))
    xb_json_problem_note (problem, "number", "", "a number in E.164", FALSE);
}

/* Every paper must have been uploaded; those before @first were checked when they came. */
static gboolean
has_papers (XbPracticeRequest *request,
            XbPracticeCase    *filed,
            guint              first,
            XbPracticeAnswer  *answer)
{
  XbPracticePages *pages = xb_practice_book_get_pages (request->book);

  for (guint i = first; i < filed->papers->len; i++)
    {
      XbPracticePaper *paper = g_ptr_array_index (filed->papers, i);
      g_autofree char *field = g_strdup_printf ("materials[%u].material_id", i - first);

      if (g_hash_table_contains (pages->materials, paper->material_id))
        continue;
      xb_practice_answer_problem (answer, XB_PRACTICE_MATERIAL_UNKNOWN, field);
      return FALSE;
    }
  return TRUE;
}

void
xb_practice_verb_submit (XbPracticeRequest *request,
                         XbPracticeAnswer  *answer)
{
  g_auto(XbJsonProblem) problem = { NULL };
  g_autoptr(XbPracticeCase) filed = xb_practice_case_read_request (request->json, &problem);
  XbPracticeCase *kept = filed;

  check_request (filed, &problem);
  if (problem.where != NULL)
    {
      xb_practice_answer_misread (answer, &problem);
      return;
    }
  if (!has_papers (request, filed, 0, answer))
    return;
  filed->sync_fails = request->sync_fails;
  xb_practice_book_file_case (request->book, g_steal_pointer (&filed));
  answer_case (answer, 201, kept);
}

void
xb_practice_verb_list (XbPracticeRequest *request,
                       XbPracticeAnswer  *answer)
{
  GPtrArray *cases = xb_practice_book_get_pages (request->book)->cases;
  g_autoptr(GHashTable) parameters = g_uri_parse_params (request->query != NULL ? request->query : "", -1, "&",
                                                         G_URI_PARAMS_NONE, NULL);
  const char *limit_text = parameters != NULL ? g_hash_table_lookup (parameters, "limit") : NULL;
  const char *after = parameters != NULL ? g_hash_table_lookup (parameters, "after") : NULL;
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();
  guint64 limit = PAGE_DEFAULT;
  guint first = 0;

  if (limit_text != NULL && !g_ascii_string_to_unsigned (limit_text, 10, 1, PAGE_MAX, &limit, NULL))
    {
      xb_practice_answer_problem (answer, XB_PRACTICE_FIELD_INVALID, "limit");
      return;
    }
  if (after != NULL)
    {
      XbPracticeCase *last = xb_practice_pages_find_case (xb_practice_book_get_pages (request->book), after);

      if (last == NULL || !g_ptr_array_find (cases, last, &first))
        {
          xb_practice_answer_problem (answer, XB_PRACTICE_CASE_UNKNOWN, "after");
          return;
        }
      first++;
    }
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "cases");
  json_builder_begin_array (builder);
  for (guint i = first; i < cases->len && i < first + limit; i++)
    json_builder_add_value (builder, xb_practice_case_write_answer (g_ptr_array_index (cases, i)));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "next");
  if (first + limit < cases->len)
    json_builder_add_string_value (builder, ((XbPracticeCase *) g_ptr_array_index (cases, first + limit - 1))->case_no);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  xb_practice_answer_json (answer, 200, json_builder_get_root (builder));
}

void
xb_practice_verb_show (XbPracticeRequest *request,
                       XbPracticeAnswer  *answer)
{
  XbPracticeCase *filed = find_case (request, answer);

  if (filed != NULL)
    answer_case (answer, 200, filed);
}

void
xb_practice_verb_answer (XbPracticeRequest *request,
                         XbPracticeAnswer  *answer)
{
  g_auto(XbJsonProblem) problem = { NULL };
  XbPracticeCase *filed = find_case (request, answer);
  const char *note = xb_json_string (request->json, "", "note", XB_JSON_OPTIONAL, &problem);
  guint before;

  if (filed == NULL)
    return;
  if (filed->stage != XB_PRACTICE_NEED_MORE)
    {
      xb_practice_answer_problem (answer, XB_PRACTICE_STATE_CONFLICT, "case_no");
      return;
    }
  before = filed->papers->len;
  xb_practice_case_read_papers (filed, request->json, XB_JSON_OPTIONAL, &problem);
  if (note == NULL && filed->papers->len == before)
    xb_json_problem_note (&problem, "materials", "", "at least one material or a note", TRUE);
  if (filed->papers->len - before > LIST_MAX)
    xb_json_problem_note (&problem, "materials", "", "at most 20 materials", FALSE);
  if (problem.where != NULL)
    xb_practice_answer_misread (answer, &problem);
  if (problem.where != NULL || !has_papers (request, filed, before, answer))
    {
      g_ptr_array_set_size (filed->papers, before);
      return;
    }
  g_free (filed->note);
  filed->note = g_strdup (note);
  xb_practice_case_start_review (filed, xb_practice_book_elapsed (request->book));
  xb_practice_book_change_case (request->book, filed, XB_PRACTICE_REVIEWING);
  answer_case (answer, 200, filed);
}

void
xb_practice_verb_expedite (XbPracticeRequest *request,
                           XbPracticeAnswer  *answer)
{
  XbPracticeCase *filed = find_case (request, answer);

  if (filed == NULL)
    return;
  if (filed->expedited
      || (filed->stage != XB_PRACTICE_RECEIVED && filed->stage != XB_PRACTICE_REVIEWING
          && filed->stage != XB_PRACTICE_NEED_MORE))
    {
      xb_practice_answer_problem (answer, XB_PRACTICE_STATE_CONFLICT, "case_no");
      return;
    }
  xb_practice_case_hurry (filed, xb_practice_book_elapsed (request->book));
  xb_practice_book_get_pages (request->book)->dirty = TRUE;
  answer_case (answer, 200, filed);
}

void
xb_practice_verb_withdraw (XbPracticeRequest *request,
                           XbPracticeAnswer  *answer)
{
  XbPracticeCase *filed = find_case (request, answer);

  if (filed == NULL)
    return;
  if (filed->stage == XB_PRACTICE_REFUSED || filed->stage == XB_PRACTICE_WITHDRAWN
      || filed->stage == XB_PRACTICE_LAPSED)
    {
      xb_practice_answer_problem (answer, XB_PRACTICE_STATE_CONFLICT, "case_no");
      return;
    }
  xb_practice_book_change_case (request->book, filed, XB_PRACTICE_WITHDRAWN);
  answer_case (answer, 200, filed);
}

/* A name that is shown, and one change of its label at a time. */
void
xb_practice_verb_label (XbPracticeRequest *request,
                        XbPracticeAnswer  *answer)
{
  g_auto(XbJsonProblem) problem = { NULL };
  XbPracticeCase *filed = find_case (request, answer);
  const char *label = xb_json_string (request->json, "", "label", XB_JSON_REQUIRED, &problem);
  XbPracticePages *pages = xb_practice_book_get_pages (request->book);

  if (filed == NULL)
    return;
  if (label != NULL && g_utf8_strlen (label, -1) > TEXT_MAX)
    xb_json_problem_note (&problem, "label", "", "a text of up to 200 characters", FALSE);
  if (problem.where != NULL)
    {
      xb_practice_answer_misread (answer, &problem);
      return;
    }
  if ((filed->stage != XB_PRACTICE_SYNCING && filed->stage != XB_PRACTICE_SHOWN)
      || xb_practice_label_is_open (filed->change))
    {
      xb_practice_answer_problem (answer, XB_PRACTICE_STATE_CONFLICT, "case_no");
      return;
    }
  xb_practice_label_free (filed->change);
  filed->change = xb_practice_label_new (label, pages->label_takes_down, xb_practice_book_elapsed (request->book),
                                         MAX (xb_practice_book_now (request->book), filed->at));
  pages->dirty = TRUE;
  answer_case (answer, 200, filed);
}

void
xb_practice_verb_display (XbPracticeRequest *request,
                          XbPracticeAnswer  *answer)
{
  const char *number = request->captures[0];
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();

  if (!is_e164 (number))
    {
      xb_practice_answer_problem (answer, XB_PRACTICE_FIELD_INVALID, "number");
      return;
    }
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "number");
  json_builder_add_string_value (builder, number);
  xb_practice_case_add_displays (xb_practice_pages_find_holder (xb_practice_book_get_pages (request->book), number),
                                 builder);
  json_builder_end_object (builder);
  xb_practice_answer_json (answer, 200, json_builder_get_root (builder));
}

void
xb_practice_verb_screenshot (XbPracticeRequest *request,
                             XbPracticeAnswer  *answer)
{
  const char *number = request->captures[0];
  XbPracticeCase *filed;
  int handset;

  if (!is_e164 (number) || !xb_enum_from_nick (XB_TYPE_HANDSET, request->captures[1], &handset))
    {
      xb_practice_answer_problem (answer, XB_PRACTICE_FIELD_INVALID, is_e164 (number) ? "handset" : "number");
      return;
    }
  filed = xb_practice_pages_find_holder (xb_practice_book_get_pages (request->book), number);
  if (filed != NULL && !xb_practice_case_has_learned (filed, handset))
    filed = NULL;
  xb_practice_answer_bytes (answer, "image/png",
                            xb_practice_screen_draw (handset, number,
                                                     filed != NULL ? filed->display_name : NULL,
                                                     filed != NULL ? xb_practice_case_get_label_on (filed, handset)
                                                                   : NULL));
}
