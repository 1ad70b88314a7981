/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-campaign-form.h"
#include "xb-campaign-template.h"
#include "xb-day-entry.h"
#include "xb-format.h"
#include "xb-ui.h"
#include "xb-workspace-labels.h"

/* A campaign, new or known: a template of the Chinese year fills it, and the owner adapts it. Once a new one is
 * saved, "saved" says with which label to go on. */
struct _XbCampaignForm
{
  XbForm       parent_instance;

  XbCampaign  *campaign; /* (nullable): a new one */
  GtkWidget   *template;
  GtkWidget   *name;
  XbDayEntry  *from;
  XbDayEntry  *until;
  GtkWidget   *label;    /* (nullable): of a new one */
  GtkWidget   *note;
  GtkWidget   *days;     /* the group of the days, which says whether they are certain */
};

G_DEFINE_FINAL_TYPE (XbCampaignForm, xb_campaign_form, XB_TYPE_FORM)

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *
text_of (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
update (XbCampaignForm *self)
{
  xb_form_set_ready (XB_FORM (self), *text_of (self->name) != '\0' && xb_day_entry_get_day (self->from) != NULL &&
                                     xb_day_entry_get_day (self->until) != NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbCampaignForm) self = user_data;
  g_autofree char *label = self->label != NULL ? g_strdup (text_of (self->label)) : NULL;
  gint64 id = xb_form_end_id (XB_FORM (self), result);

  if (id >= 0)
    g_signal_emit (self, signals[SAVED], 0, id, label);
}

static void
xb_campaign_form_act (XbForm *form)
{
  XbCampaignForm *self = XB_CAMPAIGN_FORM (form);

  xb_form_begin (form);
  xb_workspace_save_campaign_async (xb_form_get_workspace (form),
                                    self->campaign != NULL ? xb_record_get_id (XB_RECORD (self->campaign)) : 0,
                                    text_of (self->name), xb_day_entry_get_day (self->from),
                                    xb_day_entry_get_day (self->until), text_of (self->note),
                                    xb_form_get_cancellable (form), saved_cb, g_object_ref (self));
}

static void
xb_campaign_form_dispose (GObject *object)
{
  g_clear_object (&XB_CAMPAIGN_FORM (object)->campaign);
  G_OBJECT_CLASS (xb_campaign_form_parent_class)->dispose (object);
}

static void
xb_campaign_form_class_init (XbCampaignFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_campaign_form_dispose;
  XB_FORM_CLASS (klass)->act = xb_campaign_form_act;
  /* its id, and the label that was given with it (nullable) */
  signals[SAVED] = g_signal_new ("saved", XB_TYPE_CAMPAIGN_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                 G_TYPE_INT64, G_TYPE_STRING);
}

static void
xb_campaign_form_init (XbCampaignForm *self)
{
}

static void
template_cb (XbCampaignForm *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->template));

  if (selected > 0 && selected <= xb_campaign_templates_get_n ())
    xb_campaign_form_take (self, xb_campaign_template_get_key (xb_campaign_templates_get (selected - 1)));
}

static GtkWidget *
add_entry (XbCampaignForm *self,
           GtkWidget      *group,
           const char     *title)
{
  GtkWidget *row = adw_entry_row_new ();

  xb_row_set_title (row, title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return row;
}

static XbDayEntry *
add_day (XbCampaignForm *self,
         GtkWidget      *group,
         const char     *title)
{
  GtkWidget *row = xb_day_entry_new (title);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (row, "notify::day", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return XB_DAY_ENTRY (row);
}

static GtkWidget *
make_templates (XbCampaignForm *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *row = adw_combo_row_new ();

  gtk_string_list_append (names, _("none"));
  for (guint i = 0; i < xb_campaign_templates_get_n (); i++)
    gtk_string_list_append (names, xb_campaign_template_get_name (xb_campaign_templates_get (i)));
  xb_row_set_title (row, _("Template"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (template_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
fill (XbCampaignForm *self)
{
  GtkWidget *what = adw_preferences_group_new ();

  self->days = adw_preferences_group_new ();
  if (self->campaign == NULL)
    {
      self->template = make_templates (self);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (what), self->template);
    }
  self->name = add_entry (self, what, _("Name"));
  if (self->campaign == NULL)
    self->label = add_entry (self, what, _("Label that shows meanwhile"));
  self->from = add_day (self, self->days, _("First day"));
  self->until = add_day (self, self->days, _("Last day"));
  self->note = add_entry (self, self->days, _("Note"));
  xb_form_add (XB_FORM (self), what);
  xb_form_add (XB_FORM (self), self->days);
  if (self->campaign != NULL)
    {
      const char *note = xb_campaign_get_note (self->campaign);

      gtk_editable_set_text (GTK_EDITABLE (self->name), xb_campaign_get_name (self->campaign));
      gtk_editable_set_text (GTK_EDITABLE (self->note), note != NULL ? note : "");
      xb_day_entry_set_day (self->from, xb_campaign_get_from_day (self->campaign));
      xb_day_entry_set_day (self->until, xb_campaign_get_until_day (self->campaign));
      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->days),
                                             _("Its labels go along, and with them the days by which to hand in."));
    }
  update (self);
}

/** xb_campaign_form_new: @campaign: (nullable): the one that is changed */
GtkWindow *
xb_campaign_form_new (GtkWidget   *parent,
                      XbWorkspace *workspace,
                      XbCampaign  *campaign)
{
  XbCampaignForm *self = g_object_new (XB_TYPE_CAMPAIGN_FORM, "workspace", workspace, NULL);

  g_set_object (&self->campaign, campaign);
  xb_form_set_up (XB_FORM (self), parent, campaign != NULL ? _("Campaign") : _("Add a Campaign"),
                  campaign != NULL ? _("_Save") : _("_Go On"));
  fill (self);
  return GTK_WINDOW (self);
}

/** xb_campaign_form_take: @key: of a template: its next time, to be adapted */
void
xb_campaign_form_take (XbCampaignForm *self,
                       const char     *key)
{
  const XbCampaignTemplate *found = xb_campaign_templates_find (key);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (xb_form_get_workspace (XB_FORM (self))));
  g_autofree char *name = NULL;
  char from[11], until[11];
  gboolean estimated = FALSE;

  g_return_if_fail (XB_IS_CAMPAIGN_FORM (self));

  if (found == NULL || !xb_campaign_template_find_days (found, xb_workdays_get_default (), today, from, until, &estimated))
    return;
  /* the year keeps it apart from the last time */
  name = g_strdup_printf ("%s %.4s", xb_campaign_template_get_name (found), until);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  if (self->label != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->label), xb_campaign_template_get_labels (found)[0]);
  xb_day_entry_set_day (self->from, from);
  xb_day_entry_set_day (self->until, until);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->days),
                                         estimated ? _("Estimated: the days off of that year are not published yet. Look "
                                                       "again when they are, usually in November.")
                                                   : _("Adapt the days to your own plan."));
}
