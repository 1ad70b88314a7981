/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-clock.h"
#include "xb-enum-types.h"
#include "xb-practice-case-json.h"
#include "xb-practice-review.h"

static void
read_brands (XbPracticeCase *self,
             JsonObject     *object,
             XbJsonProblem  *problem)
{
  JsonArray *array = xb_json_array (object, "", "brands", XB_JSON_OPTIONAL, problem);
  g_autoptr(GPtrArray) brands = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *item = g_strdup_printf ("brands[%u]", i);

      g_ptr_array_add (brands, g_strdup (xb_json_item_string (array, i, item, problem)));
    }
  g_ptr_array_add (brands, NULL);
  self->brands = (char **) g_ptr_array_free (g_steal_pointer (&brands), FALSE);
}

/** xb_practice_case_read_papers: adds the papers listed under "materials" of a request */
void
xb_practice_case_read_papers (XbPracticeCase *self,
                              JsonObject     *object,
                              XbJsonNeed      need,
                              XbJsonProblem  *problem)
{
  JsonArray *array = xb_json_array (object, "", "materials", need, problem);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *item = g_strdup_printf ("materials[%u]", i);
      JsonObject *paper = xb_json_item_object (array, i, item, problem);
      int type = xb_json_enum (paper, item, "type", XB_TYPE_MATERIAL_TYPE, "a type of material", problem);
      const char *id = xb_json_string (paper, item, "material_id", XB_JSON_REQUIRED, problem);

      xb_practice_case_add_paper (self, type, id,
                                  xb_json_string (paper, item, "filename", XB_JSON_OPTIONAL, problem));
    }
}

/**
 * xb_practice_case_read_request:
 * @object: the body of a request to certify a number
 * @problem: where it is not as it should be
 *
 * Returns: (transfer full): the case; of no use where @problem is set
 */
XbPracticeCase *
xb_practice_case_read_request (JsonObject    *object,
                               XbJsonProblem *problem)
{
  XbPracticeCase *self = xb_practice_case_new ();
  JsonObject *business = xb_json_object (object, "", "business", XB_JSON_REQUIRED, problem);
  JsonObject *letter = xb_json_object (object, "", "letter", XB_JSON_REQUIRED, problem);

  self->number = g_strdup (xb_json_string (object, "", "number", XB_JSON_REQUIRED, problem));
  self->business_name = g_strdup (xb_json_string (business, "business", "name", XB_JSON_REQUIRED, problem));
  self->uscc = g_strdup (xb_json_string (business, "business", "uscc", XB_JSON_REQUIRED, problem));
  self->business_kind = xb_json_enum (business, "business", "kind", XB_TYPE_BUSINESS_KIND,
                                      "company or sole", problem);
  self->letter_name = g_strdup (xb_json_string (letter, "letter", "name", XB_JSON_REQUIRED, problem));
  self->display_name = g_strdup (xb_json_string (object, "", "display_name", XB_JSON_REQUIRED, problem));
  self->label = g_strdup (xb_json_string (object, "", "label", XB_JSON_OPTIONAL, problem));
  self->expedited = xb_json_boolean (object, "", "expedite", XB_JSON_OPTIONAL, problem);
  read_brands (self, object, problem);
  xb_practice_case_read_papers (self, object, XB_JSON_REQUIRED, problem);
  return self;
}

static void
read_findings (XbPracticeCase *self,
               JsonObject     *object,
               XbJsonProblem  *problem)
{
  JsonArray *array = xb_json_array (object, "", "reasons", XB_JSON_REQUIRED, problem);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *item = g_strdup_printf ("reasons[%u]", i);
      JsonObject *entry = xb_json_item_object (array, i, item, problem);
      const char *code = xb_json_string (entry, item, "code", XB_JSON_REQUIRED, problem);
      XbPracticeReason reason = 0;

      if (code != NULL && !xb_practice_reason_from_code (code, &reason))
        xb_json_problem_note (problem, item, "code", "a known reason", FALSE);
      xb_practice_case_add_finding (self, reason,
                                    xb_json_string (entry, item, "field", XB_JSON_OPTIONAL, problem));
    }
}

/**
 * xb_practice_case_read_book:
 * @node: what xb_practice_case_write_book() wrote
 *
 * Returns: (transfer full): the case; of no use where @problem is set
 */
XbPracticeCase *
xb_practice_case_read_book (JsonNode      *node,
                            XbJsonProblem *problem)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  XbPracticeCase *self = xb_practice_case_read_request (object, problem);
  const char *word = xb_json_string (object, "", "state", XB_JSON_REQUIRED, problem);
  gint64 learned = xb_json_integer (object, "", "learned", XB_JSON_REQUIRED, problem);

  if (word != NULL && !xb_practice_stage_from_word (word, &self->stage))
    xb_json_problem_note (problem, "", "state", "a known state", FALSE);
  if (learned < 0 || learned > XB_N_PRACTICE_HANDSETS)
    xb_json_problem_note (problem, "", "learned", "a count of handsets", FALSE);
  self->learned = CLAMP (learned, 0, XB_N_PRACTICE_HANDSETS);
  self->case_no = g_strdup (xb_json_string (object, "", "case_no", XB_JSON_REQUIRED, problem));
  self->note = g_strdup (xb_json_string (object, "", "note", XB_JSON_OPTIONAL, problem));
  self->filed_at = xb_json_integer (object, "", "filed_at", XB_JSON_REQUIRED, problem);
  self->at = xb_json_integer (object, "", "at", XB_JSON_REQUIRED, problem);
  self->filed = xb_json_integer (object, "", "filed", XB_JSON_REQUIRED, problem);
  self->review_due = xb_json_integer (object, "", "review_due", XB_JSON_REQUIRED, problem);
  self->decided = xb_json_integer (object, "", "decided", XB_JSON_REQUIRED, problem);
  self->sync_fails = xb_json_boolean (object, "", "sync_fails", XB_JSON_REQUIRED, problem);
  read_findings (self, object, problem);
  if (object != NULL && json_object_has_member (object, "label_change") &&
      !json_object_get_null_member (object, "label_change"))
    self->change = xb_practice_label_read_book (xb_json_object (object, "", "label_change", XB_JSON_REQUIRED, problem),
                                                problem);
  return self;
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_instant (JsonBuilder *builder,
             const char  *name,
             gint64       instant)
{
  g_autofree char *text = xb_instant_format (instant);

  add_text (builder, name, text);
}

static void
add_integer (JsonBuilder *builder,
             const char  *name,
             gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_boolean (JsonBuilder *builder,
             const char  *name,
             gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_findings (XbPracticeCase *self,
              JsonBuilder    *builder)
{
  json_builder_set_member_name (builder, "reasons");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->findings->len; i++)
    {
      XbPracticeFinding *finding = g_ptr_array_index (self->findings, i);

      json_builder_begin_object (builder);
      add_text (builder, "code", xb_practice_reason_get_code (finding->reason));
      add_text (builder, "message", xb_practice_reason_get_message (finding->reason));
      add_text (builder, "field", finding->field);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_request (XbPracticeCase *self,
             JsonBuilder    *builder)
{
  add_text (builder, "number", self->number);
  json_builder_set_member_name (builder, "business");
  json_builder_begin_object (builder);
  add_text (builder, "name", self->business_name);
  add_text (builder, "uscc", self->uscc);
  add_text (builder, "kind", xb_enum_to_nick (XB_TYPE_BUSINESS_KIND, self->business_kind));
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "letter");
  json_builder_begin_object (builder);
  add_text (builder, "name", self->letter_name);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "brands");
  json_builder_begin_array (builder);
  for (guint i = 0; self->brands != NULL && self->brands[i] != NULL; i++)
    json_builder_add_string_value (builder, self->brands[i]);
  json_builder_end_array (builder);
  add_text (builder, "display_name", self->display_name);
  add_text (builder, "label", self->label);
  add_boolean (builder, "expedite", self->expedited);
  json_builder_set_member_name (builder, "materials");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->papers->len; i++)
    {
      XbPracticePaper *paper = g_ptr_array_index (self->papers, i);

      json_builder_begin_object (builder);
      add_text (builder, "type", xb_enum_to_nick (XB_TYPE_MATERIAL_TYPE, paper->type));
      add_text (builder, "material_id", paper->material_id);
      add_text (builder, "filename", paper->filename);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/** xb_practice_case_write_book: Returns: (transfer full): all of @self, for the book */
JsonNode *
xb_practice_case_write_book (XbPracticeCase *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  add_request (self, builder);
  add_text (builder, "case_no", self->case_no);
  add_text (builder, "state", xb_practice_stage_get_word (self->stage));
  add_findings (self, builder);
  add_text (builder, "note", self->note);
  add_integer (builder, "filed_at", self->filed_at);
  add_integer (builder, "at", self->at);
  add_integer (builder, "filed", self->filed);
  add_integer (builder, "review_due", self->review_due);
  add_integer (builder, "decided", self->decided);
  add_integer (builder, "learned", self->learned);
  add_boolean (builder, "sync_fails", self->sync_fails);
  json_builder_set_member_name (builder, "label_change");
  xb_practice_label_write_book (self->change, builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/**
 * xb_practice_case_add_displays:
 * @self: (nullable): the case that holds the number; %NULL: no handset knows it
 *
 * Adds the list "displays": one entry a handset.
 */
void
xb_practice_case_add_displays (XbPracticeCase *self,
                               JsonBuilder    *builder)
{
  json_builder_set_member_name (builder, "displays");
  json_builder_begin_array (builder);
  for (guint i = 0; i < XB_N_PRACTICE_HANDSETS; i++)
    {
      XbHandset handset = xb_practice_handset_at (i);
      gboolean shown = self != NULL && xb_practice_case_has_learned (self, handset);

      json_builder_begin_object (builder);
      add_text (builder, "handset", xb_enum_to_nick (XB_TYPE_HANDSET, handset));
      add_text (builder, "name", shown ? self->display_name : NULL);
      add_text (builder, "label", shown ? xb_practice_case_get_label_on (self, handset) : NULL);
      add_boolean (builder, "shown", shown);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/** xb_practice_case_write_answer: Returns: (transfer full): @self as the API shows it */
JsonNode *
xb_practice_case_write_answer (XbPracticeCase *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *expected = xb_practice_case_dup_expected (self);
  g_autofree char *valid_until = xb_practice_case_dup_valid_until (self);
  g_autofree char *label_expected = xb_practice_case_dup_label_expected (self);

  json_builder_begin_object (builder);
  add_text (builder, "case_no", self->case_no);
  add_text (builder, "state", xb_practice_stage_get_word (self->stage));
  add_findings (self, builder);
  add_text (builder, "number", self->number);
  add_text (builder, "display_name", self->display_name);
  add_text (builder, "label", self->label);
  add_boolean (builder, "expedited", self->expedited);
  add_instant (builder, "submitted_at", self->filed_at);
  add_instant (builder, "at", self->at);
  add_text (builder, "expected_day", expected);
  add_text (builder, "valid_until", valid_until);
  json_builder_set_member_name (builder, "label_change");
  xb_practice_label_write_answer (self->change, label_expected, builder);
  if (self->stage == XB_PRACTICE_SYNCING || self->stage == XB_PRACTICE_SHOWN)
    {
      xb_practice_case_add_displays (self, builder);
    }
  else
    {
      json_builder_set_member_name (builder, "displays");
      json_builder_begin_array (builder);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
