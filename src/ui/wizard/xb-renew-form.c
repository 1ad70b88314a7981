/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day-entry.h"
#include "xb-day.h"
#include "xb-format.h"
#include "xb-money.h"
#include "xb-renew-form.h"
#include "xb-rows.h"
#include "xb-terms.h"
#include "xb-ui.h"
#include "xb-workspace-life.h"

/* Another year with the platform: until when, and what it cost. Of one that has no end yet only the end is
 * asked: its fee stands in the ledger since the approval. */
struct _XbRenewForm
{
  XbForm           parent_instance;

  XbCertification *certification;
  GArray          *ids;      /* gint64: this one, or all of the hand-in that end on the same day */
  XbDayEntry      *until;
  GtkWidget       *amount;
  GtkWidget       *all_row;
  GtkSwitch       *all;
};

G_DEFINE_FINAL_TYPE (XbRenewForm, xb_renew_form, XB_TYPE_FORM)

static const char *
get_amount (XbRenewForm *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->amount));
}

static gboolean
has_end (XbRenewForm *self)
{
  return xb_certification_get_expires (self->certification) != NULL;
}

static void
renewed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

static void
xb_renew_form_act (XbForm *form)
{
  XbRenewForm *self = XB_RENEW_FORM (form);
  XbRenewal renewal = { .until = xb_day_entry_get_day (self->until), .amount = has_end (self) ? -1 : 0 };
  g_autoptr(GError) error = NULL;

  xb_form_set_problem (form, NULL);
  if (*get_amount (self) != '\0' && !xb_money_parse (get_amount (self), &renewal.amount, &error))
    {
      xb_form_set_problem (form, error->message);
      return;
    }
  xb_form_begin (form);
  xb_workspace_renew_async (xb_form_get_workspace (form), (const gint64 *) self->ids->data,
                            gtk_switch_get_active (self->all) ? self->ids->len : 1, &renewal,
                            xb_form_get_cancellable (form), renewed_cb, g_object_ref (self));
}

static void
xb_renew_form_finalize (GObject *object)
{
  XbRenewForm *self = XB_RENEW_FORM (object);

  g_clear_object (&self->certification);
  g_array_unref (self->ids);
  G_OBJECT_CLASS (xb_renew_form_parent_class)->finalize (object);
}

static void
xb_renew_form_class_init (XbRenewFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_renew_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_renew_form_act;
}

static void
update (XbRenewForm *self)
{
  xb_form_set_ready (XB_FORM (self), xb_day_entry_get_day (self->until) != NULL);
}

static void
xb_renew_form_init (XbRenewForm *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->until = XB_DAY_ENTRY (xb_day_entry_new (_("Good until")));
  self->amount = adw_entry_row_new ();
  xb_row_set_title (self->amount, _("Paid for each number, in yuan"));
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (self->amount), TRUE);
  self->all_row = adw_action_row_new ();
  self->all = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->all), GTK_ALIGN_CENTER);
  gtk_switch_set_active (self->all, TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->all_row), GTK_WIDGET (self->all));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->all_row), GTK_WIDGET (self->all));
  g_signal_connect_object (self->until, "notify::day", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/* Those of the hand-in that end on the same day are renewed with one bill. */
static void
collect_ids (XbRenewForm *self)
{
  gint64 id = xb_record_get_id (XB_RECORD (self->certification));
  g_autoptr(GListModel) alike = NULL;

  g_array_append_val (self->ids, id);
  alike = xb_workspace_list_of_filing (xb_form_get_workspace (XB_FORM (self)),
                                       xb_certification_get_filing_id (self->certification));
  for (guint i = 0; i < g_list_model_get_n_items (alike); i++)
    {
      g_autoptr(XbCertification) other = g_list_model_get_item (alike, i);
      gint64 other_id = other != NULL ? xb_record_get_id (XB_RECORD (other)) : id;

      if (other_id != id && xb_certification_get_state (other) == xb_certification_get_state (self->certification) &&
          g_strcmp0 (xb_certification_get_expires (other), xb_certification_get_expires (self->certification)) == 0)
        g_array_append_val (self->ids, other_id);
    }
}

/* Returns: (transfer full): what is known of the end and of the fee */
static char *
describe (XbRenewForm *self,
          XbPlatform  *platform,
          const char  *today)
{
  g_autofree char *end = NULL;
  g_autofree char *fee = NULL;
  gint64 least = 0, most = 0;

  if (!has_end (self))
    return g_strdup (_("Ask the platform until when it is good: then you are reminded in time."));
  end = xb_format_day (xb_certification_get_expires (self->certification), today);
  if (platform == NULL || !xb_terms_annual_fee (platform, &least, &most))
    return g_strdup_printf (_("So far it is good until %s. Renew with the platform, then record here what was agreed."),
                            end);
  fee = xb_money_format (most);
  return g_strdup_printf (_("So far it is good until %s. Renew with the platform, then record here what was agreed. "
                            "Left empty, the fee is the platform’s figure of %s yuan (indicative)."), end, fee);
}

/* The next contract begins where this one ends, and is as long. */
static char *
propose (XbRenewForm *self,
         XbPlatform  *platform,
         const char  *today)
{
  const char *end = xb_certification_get_expires (self->certification);
  g_autofree char *next = platform != NULL ? xb_terms_dup_expires (platform, end != NULL ? end : today) : NULL;

  return next != NULL ? g_steal_pointer (&next) : end != NULL ? xb_day_add_months (end, 12) : NULL;
}

static void
fill (XbRenewForm *self)
{
  XbWorkspace *workspace = xb_form_get_workspace (XB_FORM (self));
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (workspace),
                                              xb_certification_get_platform (self->certification));
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));
  g_autofree char *text = describe (self, platform, today);
  g_autofree char *proposed = propose (self, platform, today);
  g_autofree char *all = NULL;

  collect_ids (self);
  xb_day_entry_set_day (self->until, proposed);
  all = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "For all %u number that ends on this day",
                                      "For all %u numbers that end on this day", self->ids->len), self->ids->len);
  xb_row_set_title (self->all_row, all);
  adw_preferences_group_set_description (group, text);
  adw_preferences_group_add (group, GTK_WIDGET (self->until));
  adw_preferences_group_add (group, self->amount);
  adw_preferences_group_add (group, self->all_row);
  gtk_widget_set_visible (self->amount, has_end (self));
  gtk_widget_set_visible (self->all_row, self->ids->len > 1);
  xb_form_add (XB_FORM (self), GTK_WIDGET (group));
  update (self);
}

/** xb_renew_form_new: asks until when @certification is good from now on, and what that cost */
GtkWindow *
xb_renew_form_new (GtkWidget       *parent,
                   XbWorkspace     *workspace,
                   XbCertification *certification)
{
  XbRenewForm *self = g_object_new (XB_TYPE_RENEW_FORM, "workspace", workspace, NULL);

  self->certification = g_object_ref (certification);
  xb_form_set_up (XB_FORM (self), parent, has_end (self) ? _("Record the Renewal") : _("Record the End"), _("_Record"));
  fill (self);
  return GTK_WINDOW (self);
}
