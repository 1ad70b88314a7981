/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl-args.h"
#include "ctl-json.h"
#include "ctl-label-print.h"
#include "ctl-run.h"
#include "xb-error.h"

/* Labels as a whole; single edits are in ctl-label-change.c. */

typedef struct
{
  char *platform;
  char *from;
  char *until;
  char *campaign;
  char *who;
  char *why;
  char *override;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->platform);
  g_free (words->from);
  g_free (words->until);
  g_free (words->campaign);
  g_free (words->who);
  g_free (words->why);
  g_free (words->override);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
parse_words (Ctl     *ctl,
             Words   *words,
             GError **error)
{
  const GOptionEntry entries[] = {
    { "platform", 0, 0, G_OPTION_ARG_FILENAME, &words->platform, N_("Only there, not on every platform"), "KEY" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &words->from, N_("Its first day; else as soon as possible"), "DATE" },
    { "until", 0, 0, G_OPTION_ARG_FILENAME, &words->until, N_("Its last day; then what was there before returns"), "DATE" },
    { "campaign", 0, 0, G_OPTION_ARG_FILENAME, &words->campaign, N_("The campaign that it belongs to"), "NAME" },
    { "who", 0, 0, G_OPTION_ARG_FILENAME, &words->who, N_("Who wants it"), "TEXT" },
    { "why", 0, 0, G_OPTION_ARG_FILENAME, &words->why, N_("What for"), "TEXT" },
    { "override", 0, 0, G_OPTION_ARG_FILENAME, &words->override, N_("Why it is wanted although the check finds an error"),
      "REASON" },
    { NULL }
  };

  return ctl_parse (ctl, entries, error) && ctl_check_day ("--from", words->from, error) &&
         ctl_check_day ("--until", words->until, error);
}

/* One number, or “all”. */
static gboolean
find_numbers (Ctl     *ctl,
              GArray  *numbers,
              GError **error)
{
  g_autoptr(GListModel) list = NULL;
  gint64 id;

  if (!g_str_equal (ctl_arg (ctl, 0), "all"))
    {
      id = xb_workspace_find_number (ctl->workspace, ctl_arg (ctl, 0), error);
      g_array_append_val (numbers, id);
      return id >= 0;
    }
  list = xb_workspace_list_numbers (ctl->workspace, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(XbRecord) number = g_list_model_get_item (list, i);

      id = xb_record_get_id (number);
      g_array_append_val (numbers, id);
    }
  return TRUE;
}

static gboolean
fill_draft (Ctl           *ctl,
            const Words   *words,
            GArray        *numbers,
            XbLabelDraft  *draft,
            GError       **error)
{
  gint64 campaign = 0;

  if (ctl_open (ctl, error) == NULL || !find_numbers (ctl, numbers, error))
    return FALSE;
  if (words->campaign != NULL)
    campaign = xb_workspace_find_campaign (ctl->workspace, words->campaign, error);
  *draft = (XbLabelDraft) { .numbers = (const gint64 *) numbers->data, .n_numbers = numbers->len,
                            .platform = words->platform, .text = ctl_arg (ctl, 1), .from = words->from,
                            .until = words->until, .campaign = campaign, .who = words->who, .why = words->why,
                            .override = words->override, .by_itself = TRUE };
  return campaign >= 0;
}

static gboolean
print_label (Ctl     *ctl,
             gint64   id,
             GError **error)
{
  g_autoptr(XbLabel) label = xb_workspace_ref_label (ctl->workspace, id);

  if (label == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no label %" PRId64 "; see “label list”"), id);
      return FALSE;
    }
  ctl_item_print (ctl, label, &ctl_label_listing);
  return TRUE;
}

static gboolean
run_label_set (Ctl     *ctl,
               GError **error)
{
  g_auto(Words) words = { 0 };
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GArray) made = NULL;
  g_autofree char *sentence = NULL;
  XbLabelDraft draft;
  JsonObject *object;

  if (!parse_words (ctl, &words, error) || !fill_draft (ctl, &words, numbers, &draft, error))
    return FALSE;
  xb_workspace_set_label_async (ctl->workspace, &draft, ctl->cancellable, ctl_progress_cb, ctl, ctl_ready_cb, ctl);
  made = xb_workspace_set_label_finish (ctl->workspace, ctl_wait (ctl), error);
  if (made == NULL)
    return FALSE;
  if (!g_str_equal (ctl_arg (ctl, 0), "all"))
    return print_label (ctl, g_array_index (made, gint64, 0), error);
  if (ctl->json)
    {
      object = json_object_new ();
      json_object_set_int_member (object, "labels", made->len);
      json_object_set_int_member (object, "first_id", g_array_index (made, gint64, 0));
      ctl_json_print (object);
      return TRUE;
    }
  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The label is set for %u number.",
                                           "The label is set for %u numbers.", made->len), made->len);
  puts (sentence);
  return TRUE;
}

static gboolean
run_label_plan (Ctl     *ctl,
                GError **error)
{
  g_auto(Words) words = { 0 };
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(XbLabelPlan) plan = NULL;
  XbLabelDraft draft;

  if (!parse_words (ctl, &words, error) || !fill_draft (ctl, &words, numbers, &draft, error))
    return FALSE;
  xb_workspace_plan_label_async (ctl->workspace, &draft, ctl->cancellable, ctl_ready_cb, ctl);
  plan = xb_workspace_plan_label_finish (ctl->workspace, ctl_wait (ctl), error);
  if (plan == NULL)
    return FALSE;
  ctl_plan_print (ctl, plan);
  return TRUE;
}

static gboolean
read_filter (const char     *word,
             XbLabelFilter  *filter,
             GError        **error)
{
  static const char *const words[] = { "all", "now", "coming", "past", NULL };

  for (guint i = 0; words[i] != NULL; i++)
    if (word == NULL || g_str_equal (word, words[i]))
      {
        *filter = i;
        return TRUE;
      }
  return ctl_usage (error, _("--filter does not take “%s”; choose one of %s"), word, "all, now, coming, past");
}

static gboolean
run_label_list (Ctl     *ctl,
                GError **error)
{
  g_autofree char *filter_word = NULL;
  int limit = 0, offset = 0;
  const GOptionEntry entries[] = {
    { "filter", 0, 0, G_OPTION_ARG_FILENAME, &filter_word, N_("all, now, coming or past"), "WHICH" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_("Show at most so many"), "N" },
    { "offset", 0, 0, G_OPTION_ARG_INT, &offset, N_("Leave out the first ones"), "N" },
    { NULL }
  };
  g_autoptr(GListModel) list = NULL;
  XbLabelFilter filter = XB_LABEL_FILTER_ALL;
  gint64 number = 0;

  if (!ctl_parse (ctl, entries, error) || !read_filter (filter_word, &filter, error))
    return FALSE;
  if (limit < 0 || offset < 0)
    return ctl_usage (error, _("--limit and --offset take no number below 0"));
  if (ctl_open (ctl, error) == NULL)
    return FALSE;
  if (ctl_n_args (ctl) > 0)
    number = xb_workspace_find_number (ctl->workspace, ctl_arg (ctl, 0), error);
  if (number < 0)
    return FALSE;
  list = xb_workspace_list_labels (ctl->workspace, number, filter);
  ctl_list_print (ctl, list, &ctl_label_listing, NULL, offset, limit);
  return TRUE;
}

static gboolean
run_label_show (Ctl     *ctl,
                GError **error)
{
  g_autoptr(XbLabel) label = NULL;
  gint64 id;

  if (!ctl_parse (ctl, NULL, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  label = xb_workspace_ref_label (ctl->workspace, id);
  if (label == NULL)
    return print_label (ctl, id, error);
  ctl_label_print (ctl, label);
  return TRUE;
}

static gboolean
run_label_end (Ctl     *ctl,
               GError **error)
{
  g_autofree char *on = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_("Its last day; else today"), "DATE" },
    { NULL }
  };
  gint64 id;

  if (!ctl_parse (ctl, entries, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) ||
      !ctl_check_day ("--on", on, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_end_label_async (ctl->workspace, &id, 1, on, NULL, ctl->cancellable, ctl_ready_cb, ctl);
  return ctl_finish (ctl, error) && print_label (ctl, id, error);
}

static gboolean
run_label_move (Ctl     *ctl,
                GError **error)
{
  g_auto(Words) words = { 0 };
  gint64 id;

  if (!parse_words (ctl, &words, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error))
    return FALSE;
  if (words.from == NULL)
    return ctl_usage (error, _("--from is missing: on which day does the label begin?"));
  if (ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_move_label_async (ctl->workspace, id, words.from, words.until, words.who, ctl->cancellable, ctl_ready_cb,
                                 ctl);
  return ctl_finish (ctl, error) && print_label (ctl, id, error);
}

static gboolean
take_away (Ctl       *ctl,
           gboolean   remove,
           GError   **error)
{
  gint64 id;

  if (!ctl_parse (ctl, NULL, error) || !ctl_read_id (ctl_arg (ctl, 0), &id, error) || ctl_open (ctl, error) == NULL)
    return FALSE;
  xb_workspace_remove_label_async (ctl->workspace, &id, 1, remove, ctl->cancellable, ctl_ready_cb, ctl);
  if (!ctl_finish (ctl, error))
    return FALSE;
  ctl_done_print (ctl, remove ? "removed" : "restored", id,
                  remove ? _("The label is removed, with what was planned for it. “label restore” brings it back.")
                         : _("The label is back, and what it needs is planned again."));
  return TRUE;
}

static gboolean
run_label_remove (Ctl     *ctl,
                  GError **error)
{
  return take_away (ctl, TRUE, error);
}

static gboolean
run_label_restore (Ctl     *ctl,
                   GError **error)
{
  return take_away (ctl, FALSE, error);
}

const CtlCommand ctl_label_commands[] = {
  { "label", "set", "NUMBER TEXT", N_("what a number (or “all”) is to show"), run_label_set },
  { "label", "plan", "NUMBER TEXT", N_("what setting it would do and cost; changes nothing"), run_label_plan },
  { "label", "list", "[NUMBER]", N_("the labels"), run_label_list },
  { "label", "show", "ID", N_("one label with its edits and its history"), run_label_show },
  { "label", "end", "ID", N_("ends a label; what was there before returns"), run_label_end },
  { "label", "move", "ID", N_("gives a label other days"), run_label_move },
  { "label", "remove", "ID", N_("takes a label back before it went out"), run_label_remove },
  { "label", "restore", "ID", N_("brings a removed label back"), run_label_restore },
  { NULL }
};
