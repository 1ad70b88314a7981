/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-label-editor-private.h"
#include "xb-label-words.h"
#include "xb-lifecycle.h"
#include "xb-phone.h"
#include "xb-ui.h"

/* What the window knows: the numbers with their platforms, the draft, and what it would take. */

/* As long as one types the plan waits; it is made when one pauses. */
#define PLAN_MS 150
/* Of a long choice the first numbers tell on which platforms it is certified; the plan knows the rest. */
#define MOST_READ 40

/** xb_label_editor_get_platform: Returns: (nullable): the one that was chosen; %NULL: every one */
const char *
xb_label_editor_get_platform (XbLabelEditor *self)
{
  guint selected = adw_combo_row_get_selected (self->platform);

  return selected >= 1 && selected <= self->platforms->len
           ? xb_platform_get_key (g_ptr_array_index (self->platforms, selected - 1)) : NULL;
}

static const char *
text_or_null (GtkEditable *editable)
{
  const char *text = gtk_editable_get_text (editable);

  return *text != '\0' ? text : NULL;
}

void
xb_label_editor_fill_draft (XbLabelEditor *self,
                            XbLabelDraft  *draft)
{
  const GArray *ids = xb_number_chips_get_numbers (self->chips);
  const char *who = g_get_real_name ();
  guint campaign = adw_combo_row_get_selected (self->campaign);

  *draft = (XbLabelDraft) {
    .numbers = (const gint64 *) ids->data,
    .n_numbers = ids->len,
    .platform = xb_label_editor_get_platform (self),
    .text = gtk_editable_get_text (GTK_EDITABLE (self->entry)),
    .from = xb_day_entry_get_day (self->from),
    .until = xb_day_entry_get_day (self->until),
    .campaign = campaign < self->campaigns->len ? g_array_index (self->campaigns, gint64, campaign) : 0,
    .who = g_strcmp0 (who, "Unknown") != 0 ? who : g_get_user_name (),
    .why = text_or_null (self->why),
    .override = xb_lint_entry_get_verdict (self->entry) == XB_VERDICT_ERROR ? text_or_null (self->override) : NULL,
  };
}

static void
add_platform (XbLabelEditor   *self,
              XbCertification *certification)
{
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace),
                                              xb_certification_get_platform (certification));
  XbCertState state = xb_certification_get_state (certification);

  if (platform == NULL || (state != XB_CERT_STATE_LIVE && !xb_lifecycle_is_open (state)))
    return;
  if (!g_ptr_array_find (self->platforms, platform, NULL))
    g_ptr_array_add (self->platforms, g_object_ref (platform));
}

static guint
read_seen (XbCertification *certification)
{
  const char *text = xb_certification_get_handsets_seen (certification);
  g_auto(GStrv) brands = g_strsplit (text != NULL ? text : "", ",", -1);
  guint bits = 0;

  for (guint i = 0; brands[i] != NULL && xb_certification_get_state (certification) == XB_CERT_STATE_LIVE; i++)
    {
      int handset;

      if (xb_enum_from_nick (XB_TYPE_HANDSET, g_strstrip (brands[i]), &handset))
        bits |= 1u << handset;
    }
  return bits;
}

static void
show_platforms (XbLabelEditor *self,
                const char    *wanted)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (words, _("Every platform that certifies them"));
  for (guint i = 0; i < self->platforms->len; i++)
    {
      XbPlatform *platform = g_ptr_array_index (self->platforms, i);

      gtk_string_list_append (words, xb_platform_get_name (platform));
      if (g_strcmp0 (xb_platform_get_key (platform), wanted) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->platform, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->platform, selected);
}

/* What shows now, where it is the same for all that are chosen. */
static char *
dup_current (XbLabelEditor *self,
             const GArray  *ids)
{
  char *text = NULL;

  for (guint i = 0; i < MIN (ids->len, MOST_READ); i++)
    {
      gint64 id = xb_workspace_find_label_on (self->workspace, g_array_index (ids, gint64, i),
                                              xb_label_editor_get_platform (self), NULL);
      g_autoptr(XbLabel) label = id > 0 ? xb_workspace_ref_label (self->workspace, id) : NULL;
      const char *own = label != NULL ? xb_label_get_text (label) : "";

      if (i > 0 && g_strcmp0 (own, text) != 0)
        {
          g_free (text);
          return NULL;
        }
      if (i == 0)
        text = g_strdup (own);
    }
  return text;
}

static void
show_now (XbLabelEditor *self,
          const GArray  *ids)
{
  g_autofree char *current = dup_current (self, ids);
  g_autofree char *words = NULL;

  if (ids->len > 0 && current == NULL)
    words = g_strdup (_("The numbers show different labels now."));
  else if (current != NULL && *current != '\0')
    words = g_strdup_printf (_("Now: “%s”"), current);
  gtk_label_set_label (self->now, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->now), words != NULL);
  if (current != NULL && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), self->initial) == 0)
    {
      g_free (self->initial);
      self->initial = g_strdup (current);
      gtk_editable_set_text (GTK_EDITABLE (self->entry), current);
      gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1); /* what one types takes its place */
    }
}

static void
show_title (XbLabelEditor *self,
            const GArray  *ids)
{
  g_autoptr(XbNumber) first = ids->len > 0 ? xb_workspace_ref_number (self->workspace, g_array_index (ids, gint64, 0))
                                           : NULL;
  g_autofree char *digits = first != NULL ? xb_phone_format (xb_number_get_e164 (first)) : NULL;
  g_autofree char *words = ids->len > 1
                             ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number", "%u numbers", ids->len),
                                                ids->len)
                             : g_strdup (digits != NULL ? digits : "");

  adw_window_title_set_subtitle (self->title, words);
}

static char *
dup_brand (XbLabelEditor *self)
{
  g_autoptr(GListModel) brands = xb_workspace_list_brands (self->workspace);
  g_autoptr(XbRecord) brand = g_list_model_get_item (brands, 0);
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (self->workspace);
  char *name = NULL;

  if (brand != NULL)
    g_object_get (brand, "name", &name, NULL);
  return name != NULL || business == NULL ? name : g_strdup (xb_business_get_name (business));
}

static void
show_preview (XbLabelEditor *self)
{
  const GArray *ids = xb_number_chips_get_numbers (self->chips);
  g_autoptr(XbNumber) first = ids->len > 0 ? xb_workspace_ref_number (self->workspace, g_array_index (ids, gint64, 0))
                                           : NULL;
  g_autofree char *digits = first != NULL ? xb_phone_format (xb_number_get_e164 (first)) : NULL;
  g_autofree char *brand = self->shown_name == NULL ? dup_brand (self) : NULL;
  g_autoptr(GPtrArray) one = g_ptr_array_new ();
  const char *key = xb_label_editor_get_platform (self);

  xb_call_preview_set_caller (self->preview, self->shown_name != NULL ? self->shown_name : brand, digits);
  for (guint i = 0; i < self->platforms->len; i++)
    if (key == NULL || g_strcmp0 (key, xb_platform_get_key (g_ptr_array_index (self->platforms, i))) == 0)
      g_ptr_array_add (one, g_ptr_array_index (self->platforms, i));
  xb_call_preview_set_platforms (self->preview, one, self->seen);
}

static void
show_keys (XbLabelEditor *self)
{
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();
  const char *chosen = xb_label_editor_get_platform (self);

  for (guint i = 0; i < self->platforms->len; i++)
    if (chosen == NULL || g_strcmp0 (chosen, xb_platform_get_key (g_ptr_array_index (self->platforms, i))) == 0)
      g_ptr_array_add (keys, (gpointer) xb_platform_get_key (g_ptr_array_index (self->platforms, i)));
  g_ptr_array_add (keys, NULL);
  xb_label_check_set_platforms (self->check, (const char *const *) keys->pdata);
}

/** xb_label_editor_show_platform: another platform was chosen */
void
xb_label_editor_show_platform (XbLabelEditor *self)
{
  show_keys (self);
  show_preview (self);
  show_now (self, xb_number_chips_get_numbers (self->chips));
  xb_label_editor_schedule_plan (self);
}

static void
read_certifications (XbLabelEditor *self,
                     gint64         number,
                     gboolean       first)
{
  g_autoptr(GListModel) certifications = xb_workspace_list_of_number (self->workspace, number);

  for (guint i = 0; i < g_list_model_get_n_items (certifications); i++)
    {
      g_autoptr(XbCertification) certification = g_list_model_get_item (certifications, i);

      if (certification == NULL)
        continue;
      add_platform (self, certification);
      if (!first)
        continue;
      self->seen |= read_seen (certification);
      if (self->shown_name == NULL)
        self->shown_name = g_strdup (xb_certification_get_display_name (certification));
    }
}

/** xb_label_editor_read_numbers: the choice of numbers is another one */
void
xb_label_editor_read_numbers (XbLabelEditor *self)
{
  const GArray *ids = xb_number_chips_get_numbers (self->chips);
  const char *chosen = xb_label_editor_get_platform (self);
  g_autofree char *wanted = chosen != NULL ? g_strdup (chosen) : g_steal_pointer (&self->wanted);

  self->reading = TRUE;
  g_ptr_array_set_size (self->platforms, 0);
  g_clear_pointer (&self->shown_name, g_free);
  self->seen = 0;
  for (guint i = 0; i < MIN (ids->len, MOST_READ); i++)
    read_certifications (self, g_array_index (ids, gint64, i), i == 0);
  show_platforms (self, wanted);
  self->reading = FALSE;
  show_title (self, ids);
  xb_change_list_set_numbers (self->under_way, self->workspace, (const gint64 *) ids->data, ids->len, NULL);
  xb_label_history_set_number (self->history, self->workspace, ids->len > 0 ? g_array_index (ids, gint64, 0) : 0);
  xb_label_editor_show_platform (self);
}

/** xb_label_editor_read_campaigns: those that labels can belong to */
void
xb_label_editor_read_campaigns (XbLabelEditor *self)
{
  g_autoptr(GListModel) campaigns = xb_workspace_list_campaigns (self->workspace);
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  guint n = MIN (g_list_model_get_n_items (campaigns), 200);
  gint64 none = 0;

  gtk_string_list_append (words, _("No campaign"));
  g_array_set_size (self->campaigns, 0);
  g_array_append_val (self->campaigns, none);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(XbCampaign) campaign = g_list_model_get_item (campaigns, i);
      gint64 id = campaign != NULL ? xb_record_get_id (XB_RECORD (campaign)) : 0;

      if (id == 0 || g_strcmp0 (xb_campaign_get_until_day (campaign), today) < 0)
        continue;
      g_array_append_val (self->campaigns, id);
      gtk_string_list_append (words, xb_campaign_get_name (campaign));
    }
  adw_combo_row_set_model (self->campaign, G_LIST_MODEL (words));
  gtk_widget_set_visible (GTK_WIDGET (self->campaign), self->campaigns->len > 1);
}

static void make_plan (XbLabelEditor *self);

static void
show_plan (XbLabelEditor     *self,
           const XbLabelPlan *plan)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));

  xb_plan_view_show (self->plan, plan, today);
  g_free (self->cost);
  self->cost = plan != NULL ? xb_plan_dup_total (plan) : NULL;
  xb_label_editor_update (self);
}

/* Of the numbers that were not looked at one by one some are certified elsewhere as well. */
static void
learn_platforms (XbLabelEditor     *self,
                 const XbLabelPlan *plan)
{
  guint known = self->platforms->len;
  g_autofree char *chosen = g_strdup (xb_label_editor_get_platform (self));

  for (guint i = 0; i < plan->platforms->len && chosen == NULL; i++)
    {
      XbPlatform *platform =
        xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace),
                             ((XbLabelPlatformPlan *) g_ptr_array_index (plan->platforms, i))->platform);

      if (platform != NULL && !g_ptr_array_find (self->platforms, platform, NULL))
        g_ptr_array_add (self->platforms, g_object_ref (platform));
    }
  if (self->platforms->len == known)
    return;
  self->reading = TRUE;
  show_platforms (self, chosen);
  self->reading = FALSE;
  show_keys (self);
}

static guint
count_edits (const XbLabelPlan *plan)
{
  guint edits = 0;

  for (guint i = 0; i < plan->platforms->len; i++)
    edits += ((XbLabelPlatformPlan *) g_ptr_array_index (plan->platforms, i))->edits;
  return edits;
}

static void
planned_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(XbLabelEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(XbLabelPlan) plan = xb_workspace_plan_label_finish (XB_WORKSPACE (source), result, &error);

  self->planning = FALSE;
  if (self->leaving || xb_error_is_cancelled (error))
    return;
  if (self->plan_again)
    {
      self->plan_again = FALSE;
      make_plan (self);
      return;
    }
  if (plan != NULL)
    learn_platforms (self, plan);
  self->worth = plan != NULL && (plan->n_idle > 0 || count_edits (plan) > 0);
  for (guint i = 0; plan != NULL && xb_day_entry_get_day (self->from) == NULL && i < plan->platforms->len; i++)
    ((XbLabelPlatformPlan *) g_ptr_array_index (plan->platforms, i))->late = FALSE; /* as soon as it can be */
  show_plan (self, plan);
  if (error != NULL)
    xb_problem_set_text (self->problem, error->message);
}

/* A run in flight is not broken off; its end begins the next. */
static void
make_plan (XbLabelEditor *self)
{
  XbLabelDraft draft;

  if (self->planning)
    {
      self->plan_again = TRUE;
      return;
    }
  xb_label_editor_fill_draft (self, &draft);
  xb_problem_set_text (self->problem, NULL);
  self->worth = FALSE;
  if (draft.n_numbers == 0 || *draft.text == '\0' || !xb_day_entry_is_valid (self->from) ||
      !xb_day_entry_is_valid (self->until))
    {
      show_plan (self, NULL);
      return;
    }
  self->planning = TRUE;
  xb_workspace_plan_label_async (self->workspace, &draft, self->cancellable, planned_cb, g_object_ref (self));
}

static gboolean
plan_cb (gpointer user_data)
{
  XbLabelEditor *self = user_data;

  self->plan_timer = 0;
  make_plan (self);
  return G_SOURCE_REMOVE;
}

/** xb_label_editor_schedule_plan: something of the draft is another one */
void
xb_label_editor_schedule_plan (XbLabelEditor *self)
{
  g_clear_handle_id (&self->plan_timer, g_source_remove);
  if (!self->leaving)
    self->plan_timer = g_timeout_add (PLAN_MS, plan_cb, self);
}
