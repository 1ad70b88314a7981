/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-report.h"
#include "ctl-roi-labels.h"
#include "ctl-run.h"
#include "ctl-table.h"
#include "xb-money.h"
#include "xb-roi-words.h"
#include "xb-workspace-roi.h"

/* Whether it pays. */

typedef struct
{
  char         *number;
  char         *spans[2];
  char         *days[4]; /* from and until before, from and until after */
  char         *margin_word;
  char         *label;
  char         *incident_word;
  char         *labels_word;
  char         *upkeep_day;
  gboolean      cleared;
  XbRoiQuestion question;
  gint64        id;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->number);
  g_free (words->margin_word);
  g_free (words->label);
  g_free (words->incident_word);
  g_free (words->labels_word);
  g_free (words->upkeep_day);
  for (guint i = 0; i < G_N_ELEMENTS (words->spans); i++)
    g_free (words->spans[i]);
  for (guint i = 0; i < G_N_ELEMENTS (words->days); i++)
    g_free (words->days[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
read_span (const char *option,
           const char *text,
           char      **days,
           GError    **error)
{
  const char *dots = strstr (text, "..");

  if (dots == NULL)
    return ctl_usage (error, _("%s: “%s” is no period; write it as 2026-08-01..2026-08-31"), option, text);
  days[0] = g_strndup (text, dots - text);
  days[1] = g_strdup (dots + 2);
  return ctl_check_day (option, days[0], error) && ctl_check_day (option, days[1], error);
}

/* Questions with days of their own. */
static gboolean
parse_other (Words   *words,
             GError **error)
{
  const char *option = words->labels_word != NULL ? "--labels" : "--upkeep";

  if (words->label != NULL || words->spans[0] != NULL || words->spans[1] != NULL || words->incident_word != NULL ||
      words->margin_word != NULL || (words->upkeep_day != NULL && (words->number != NULL || words->labels_word != NULL)))
    return ctl_usage (error, _("%s has days of its own, and goes with no other question"), option);
  if (words->upkeep_day != NULL)
    return ctl_check_day (option, words->upkeep_day, error);
  if (!read_span (option, words->labels_word, words->days, error))
    return FALSE;
  if (g_strcmp0 (words->days[1], words->days[0]) < 0)
    return ctl_usage (error, _("a period ends before it begins; give the earlier day first"));
  return TRUE;
}

static gboolean
parse (Ctl     *ctl,
       Words   *words,
       GError **error)
{
  const GOptionEntry entries[] = {
    { "number", 0, 0, G_OPTION_ARG_FILENAME, &words->number, N_("Of this number alone"), "NUMBER" },
    { "label", 0, 0, G_OPTION_ARG_STRING, &words->label, N_("Of the numbers that show this in the days after"), "TEXT" },
    { "before", 0, 0, G_OPTION_ARG_FILENAME, &words->spans[0], N_("Needed: the days to compare with"), "FROM..UNTIL" },
    { "after", 0, 0, G_OPTION_ARG_FILENAME, &words->spans[1], N_("Needed: the days that are looked at"), "FROM..UNTIL" },
    { "margin", 0, 0, G_OPTION_ARG_FILENAME, &words->margin_word, N_("What is left of the revenue; else as it was entered"),
      "PERCENT" },
    { "incident", 0, 0, G_OPTION_ARG_FILENAME, &words->incident_word,
      N_("What this incident cost: its days against the usual ones before"), "ID" },
    { "cleared", 0, 0, G_OPTION_ARG_NONE, &words->cleared, N_("With --incident: its days against those since it was over"), NULL },
    { "labels", 0, 0, G_OPTION_ARG_FILENAME, &words->labels_word, N_("Label against label in these days"), "FROM..UNTIL" },
    { "upkeep", 0, 0, G_OPTION_ARG_FILENAME, &words->upkeep_day,
      N_("Inspection, label work and urgent handling in the year up to this day, beside what the trade claims"), "DATE" },
    { NULL }
  };

  if (!ctl_parse (ctl, entries, error))
    return FALSE;
  if (words->labels_word != NULL || words->upkeep_day != NULL)
    return parse_other (words, error);
  if (words->cleared && words->incident_word == NULL)
    return ctl_usage (error, _("--cleared goes with --incident"));
  if ((words->number != NULL) + (words->incident_word != NULL) + (words->label != NULL) > 1)
    return ctl_usage (error, _("--number, --label and --incident each say which numbers; give one of them"));
  if (words->incident_word != NULL && words->spans[0] == NULL && words->spans[1] == NULL)
    return TRUE;
  if (words->spans[0] == NULL || words->spans[1] == NULL)
    return ctl_usage (error, _("this needs --before FROM..UNTIL and --after FROM..UNTIL"));
  return read_span ("--before", words->spans[0], words->days, error) &&
         read_span ("--after", words->spans[1], words->days + 2, error);
}

static gboolean
take_question (Words   *words,
               GError **error)
{
  XbRoiQuestion *question = &words->question;
  g_autoptr(GError) wrong = NULL;

  if (g_strcmp0 (words->days[1], words->days[0]) < 0 || g_strcmp0 (words->days[3], words->days[2]) < 0)
    return ctl_usage (error, _("a period ends before it begins; give the earlier day first"));
  if (g_strcmp0 (words->days[2], words->days[1]) <= 0)
    return ctl_usage (error, _("the two periods overlap; let the first end before the second begins"));
  question->margin = XB_ROI_MARGIN_KEPT;
  question->before_from = words->days[0];
  question->before_until = words->days[1];
  question->after_from = words->days[2];
  question->after_until = words->days[3];
  if (words->margin_word != NULL && !xb_margin_parse (words->margin_word, &question->margin, &wrong))
    return ctl_usage (error, "--margin: %s", wrong->message);
  return TRUE;
}

/* The incident's number, and its days where none are given. */
static gboolean
take_incident (Ctl     *ctl,
               Words   *words,
               GError **error)
{
  g_autofree char *today = NULL;
  XbRoiIncident incident;
  XbRoiDays days;

  if (!ctl_read_id (words->incident_word, &words->question.incident, error) || ctl_open (ctl, error) == NULL ||
      !xb_workspace_get_roi_incident (ctl->workspace, words->question.incident, &incident, error))
    return FALSE;
  today = xb_clock_dup_today (ctl->clock);
  if (words->days[0] == NULL && !xb_roi_incident_get_days (&incident, words->cleared, today, &days, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words->days) && words->days[i] == NULL; i++)
    words->days[i] = g_strdup (days.day[i]);
  words->id = incident.number_id;
  return TRUE;
}

static void
add_money (JsonObject *object,
           const char *name,
           gboolean    known,
           gint64      fen)
{
  if (known)
    json_object_set_int_member (object, name, fen);
  else
    json_object_set_null_member (object, name);
}

static JsonArray *
changes_to_json (const XbRoi *roi)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < roi->changes->len; i++)
    {
      const XbRoiChange *change = &g_array_index (roi->changes, XbRoiChange, i);
      JsonObject *object = json_object_new ();

      ctl_json_add_text (object, "kind", xb_roi_change_nick (change->kind));
      ctl_json_add_day (object, "on", change->day);
      ctl_json_add_day (object, "until", *change->until != '\0' ? change->until : NULL);
      ctl_json_add_text (object, "text", change->text);
      json_object_set_int_member (object, "numbers", change->numbers);
      json_object_set_boolean_member (object, "of_all", change->of_all);
      json_object_set_boolean_member (object, "between", change->together);
      json_object_set_int_member (object, "days_excluded", change->days_excluded);
      json_array_add_object_element (array, object);
    }
  return array;
}

/* Where days differ more than chance makes them, the same with so much less told. */
static void
add_spread (JsonObject     *object,
            const XbSpread *spread,
            gboolean        known)
{
  JsonObject *said;

  if (!known || !spread->known)
    {
      json_object_set_null_member (object, "spread");
      return;
    }
  said = json_object_new ();
  json_object_set_double_member (said, "low", spread->low);
  json_object_set_double_member (said, "high", spread->high);
  ctl_json_add_text (said, "verdict", xb_effect_get_nick (spread->effect));
  json_object_set_object_member (object, "spread", said);
}

static void
add_control (JsonObject  *object,
             const XbRoi *roi)
{
  const XbControlled *controlled;
  JsonObject *said;

  if (roi->control == NULL)
    {
      json_object_set_null_member (object, "control");
      return;
    }
  controlled = &roi->control->controlled;
  said = json_object_new ();
  ctl_json_add_text (said, "kind", xb_roi_control_nick (roi->control_kind));
  json_object_set_int_member (said, "numbers", roi->control_numbers);
  ctl_json_add_share (said, "difference", controlled->known, controlled->difference);
  ctl_json_add_share (said, "low", controlled->known, controlled->low);
  ctl_json_add_share (said, "high", controlled->known, controlled->high);
  ctl_json_add_text (said, "verdict", xb_effect_get_nick (controlled->effect));
  json_object_set_object_member (object, "control", said);
}

static void
add_answer (JsonObject      *object,
            const XbPayback *payback)
{
  const XbDifference *answered = &payback->answered;
  const XbGain *extra = &payback->extra_answered;
  const XbUnitCost *unit = &payback->per_answered;

  ctl_json_add_share (object, "difference", answered->known, answered->difference);
  ctl_json_add_share (object, "low", answered->known, answered->low);
  ctl_json_add_share (object, "high", answered->known, answered->high);
  ctl_json_add_text (object, "verdict", xb_effect_get_nick (answered->effect));
  add_money (object, "extra_answered", extra->known, extra->rounded);
  json_object_set_int_member (object, "cost", payback->cost);
  add_money (object, "cost_per_extra_answered", unit->known, unit->fen);
  ctl_json_add_share (object, "roi", payback->roi.known, payback->roi.value / (double) XB_BASIS_POINTS);
  ctl_json_add_share (object, "p_value", answered->known, answered->p_value);
  add_money (object, "calls_needed", answered->calls_needed > 0, answered->calls_needed);
  ctl_json_add_share (object, "extra_answered_low", extra->known, extra->low);
  ctl_json_add_share (object, "extra_answered_high", extra->known, extra->high);
  add_money (object, "cost_per_extra_answered_low", unit->known, unit->low);
  add_money (object, "cost_per_extra_answered_high", unit->known && unit->bounded, unit->high);
  add_money (object, "extra_orders", payback->extra_orders.known && payback->profit.known, payback->extra_orders.rounded);
  add_money (object, "profit", payback->profit.known, payback->profit.value);
  ctl_json_add_share (object, "roi_low", payback->roi.known, payback->roi.low / (double) XB_BASIS_POINTS);
  ctl_json_add_share (object, "roi_high", payback->roi.known, payback->roi.high / (double) XB_BASIS_POINTS);
  ctl_json_add_text (object, "pays", xb_pays_get_nick (payback->pays));
}

static void
add_loss (JsonObject  *object,
          const XbRoi *roi)
{
  const XbIncidentLoss *loss = &roi->loss;
  JsonObject *said;

  if (!roi->has_loss)
    {
      json_object_set_null_member (object, "incident");
      return;
    }
  said = json_object_new ();
  json_object_set_int_member (said, "days", loss->days);
  json_object_set_int_member (said, "days_counted", loss->days_counted);
  add_money (said, "lost_answered", loss->lost.known, loss->lost.rounded);
  ctl_json_add_share (said, "lost_answered_low", loss->lost.known, loss->lost.low);
  ctl_json_add_share (said, "lost_answered_high", loss->lost.known, loss->lost.high);
  ctl_json_add_share (said, "days_lost", loss->known, loss->days_lost);
  ctl_json_add_share (said, "days_lost_low", loss->known, loss->days_low);
  ctl_json_add_share (said, "days_lost_high", loss->known, loss->days_high);
  json_object_set_boolean_member (said, "proven", loss->proven && xb_roi_get_effect (roi) == XB_EFFECT_DOWN);
  json_object_set_object_member (object, "incident", said);
}

static void
print_roi (const Words *words,
           const XbRoi *roi)
{
  JsonObject *object = json_object_new ();
  const XbDifference *answered = &roi->payback.answered;
  gboolean months = roi->payback.before.calls != roi->comparison->totals_before.calls ||
                    roi->payback.after.calls != roi->comparison->totals_after.calls;

  json_object_set_object_member (object, "before", ctl_report_to_json (words->days[0], words->days[1], &roi->before,
                                                                       &answered->before));
  json_object_set_object_member (object, "after", ctl_report_to_json (words->days[2], words->days[3], &roi->after,
                                                                      &answered->after));
  add_answer (object, &roi->payback);
  ctl_json_add_share (object, "margin", roi->margin > 0, roi->margin / 100.0);
  json_object_set_int_member (object, "cost_indicative", roi->cost_indicative);
  json_object_set_int_member (object, "cost_shared", roi->cost_shared);
  json_object_set_int_member (object, "days_excluded",
                              xb_before_after_count (roi->comparison, FALSE, XB_DAY_EXCLUDED) +
                              xb_before_after_count (roi->comparison, TRUE, XB_DAY_EXCLUDED));
  json_object_set_array_member (object, "changes", changes_to_json (roi));
  add_spread (object, &roi->comparison->spread, answered->known && !months);
  add_control (object, roi);
  add_loss (object, roi);
  json_object_set_int_member (object, "months_cut", roi->cut_months);
  ctl_json_print (object);
}

static void
say_roi (const Words *words,
         const XbRoi *roi)
{
  g_autofree char *sentence = xb_roi_dup_sentence (roi);
  g_autofree char *money = xb_roi_dup_money (roi);
  g_auto(GStrv) notes = xb_roi_dup_notes (roi);

  printf ("%s\n", sentence);
  if (money != NULL)
    printf ("%s\n", money);
  for (guint i = 0; notes[i] != NULL; i++)
    printf ("%s\n", notes[i]);
}

static gboolean
run_roi (Ctl     *ctl,
         GError **error)
{
  g_auto(Words) words = { NULL };
  g_autoptr(XbRoi) roi = NULL;

  if (!parse (ctl, &words, error) || (words.incident_word != NULL && !take_incident (ctl, &words, error)) ||
      (words.labels_word == NULL && words.upkeep_day == NULL && !take_question (&words, error)) || ctl_open (ctl, error) == NULL)
    return FALSE;
  if (words.number != NULL)
    words.id = xb_workspace_find_number (ctl->workspace, words.number, error);
  if (words.id < 0)
    return FALSE;
  if (words.upkeep_day != NULL)
    return ctl_run_roi_upkeep (ctl, words.upkeep_day, error);
  if (words.labels_word != NULL)
    return ctl_run_roi_labels (ctl, words.id, words.days[0], words.days[1], error);
  words.question.numbers = words.id > 0 ? &words.id : NULL;
  words.question.n_numbers = words.id > 0;
  words.question.label = words.label;
  xb_workspace_reckon_roi_async (ctl->workspace, &words.question, ctl->cancellable, ctl_ready_cb, ctl);
  roi = xb_workspace_reckon_roi_finish (ctl->workspace, ctl_wait (ctl), error);
  if (roi == NULL)
    return FALSE;
  if (ctl->json)
    print_roi (&words, roi);
  else
    say_roi (&words, roi);
  return TRUE;
}

const CtlCommand ctl_roi_commands[] = {
  { "roi", NULL, "", N_("says whether it pays: calls answered before and after, what it cost, what it brought"), run_roi },
  { NULL }
};
