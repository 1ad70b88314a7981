/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-practice-verbs.h"

/* The verbs that no real platform has: they break the practice platform and move its time. */

#define SECONDS_MAX (10 * 366 * 86400)

void
xb_practice_verb_health (XbPracticeRequest *request,
                         XbPracticeAnswer  *answer)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "status");
  json_builder_add_string_value (builder, "ok");
  json_builder_set_member_name (builder, "practice");
  json_builder_add_boolean_value (builder, TRUE);
  json_builder_set_member_name (builder, "speed");
  json_builder_add_double_value (builder, xb_practice_book_get_speed (request->book));
  json_builder_set_member_name (builder, "elapsed_seconds");
  json_builder_add_int_value (builder, xb_practice_book_elapsed (request->book));
  json_builder_end_object (builder);
  xb_practice_answer_json (answer, 200, json_builder_get_root (builder));
}

void
xb_practice_verb_fault (XbPracticeRequest *request,
                        XbPracticeAnswer  *answer)
{
  g_auto(XbJsonProblem) problem = { NULL };
  JsonObject *json = request->json;
  XbPracticeFault fault = { XB_PRACTICE_FAULT_NONE };
  const char *word = xb_json_string (json, "", "kind", XB_JSON_REQUIRED, &problem);
  gint64 times = json_object_has_member (json, "times")
    ? xb_json_integer (json, "", "times", XB_JSON_REQUIRED, &problem) : 1;

  fault.method = (char *) xb_json_string (json, "", "method", XB_JSON_OPTIONAL, &problem);
  fault.path_prefix = (char *) xb_json_string (json, "", "path_prefix", XB_JSON_OPTIONAL, &problem);
  fault.seconds = json_object_has_member (json, "seconds")
    ? xb_json_integer (json, "", "seconds", XB_JSON_REQUIRED, &problem) : 1;
  if (word != NULL && !xb_practice_fault_from_word (word, &fault.kind))
    xb_json_problem_note (&problem, "kind", "", "a known kind of fault", FALSE);
  fault.after = json_object_has_member (json, "after")
    ? xb_json_boolean (json, "", "after", XB_JSON_REQUIRED, &problem) : xb_practice_fault_is_after (fault.kind);
  if (times < 1 || times > 1000)
    xb_json_problem_note (&problem, "times", "", "1 to 1000", FALSE);
  if (fault.seconds < 0 || fault.seconds > 600)
    xb_json_problem_note (&problem, "seconds", "", "0 to 600", FALSE);
  if (problem.where != NULL)
    {
      xb_practice_answer_misread (answer, &problem);
      return;
    }
  fault.times = times;
  xb_practice_faults_add (request->faults, &fault);
  xb_practice_answer_json (answer, 200, json_node_init_object (json_node_alloc (), json));
}

void
xb_practice_verb_time (XbPracticeRequest *request,
                       XbPracticeAnswer  *answer)
{
  g_auto(XbJsonProblem) problem = { NULL };
  gint64 seconds = xb_json_integer (request->json, "", "advance_seconds", XB_JSON_REQUIRED, &problem);

  if (seconds < 0 || seconds > SECONDS_MAX)
    xb_json_problem_note (&problem, "advance_seconds", "", "0 to ten years", FALSE);
  if (problem.where != NULL)
    {
      xb_practice_answer_misread (answer, &problem);
      return;
    }
  xb_practice_book_advance (request->book, seconds);
  xb_practice_book_settle (request->book);
  xb_practice_verb_health (request, answer);
}

void
xb_practice_verb_settings (XbPracticeRequest *request,
                           XbPracticeAnswer  *answer)
{
  g_auto(XbJsonProblem) problem = { NULL };
  gboolean takes_down = xb_json_boolean (request->json, "", "label_takes_down", XB_JSON_REQUIRED, &problem);
  XbPracticePages *pages = xb_practice_book_get_pages (request->book);

  if (problem.where != NULL)
    {
      xb_practice_answer_misread (answer, &problem);
      return;
    }
  pages->label_takes_down = takes_down;
  pages->dirty = TRUE;
  xb_practice_answer_json (answer, 200, json_node_init_object (json_node_alloc (), request->json));
}
