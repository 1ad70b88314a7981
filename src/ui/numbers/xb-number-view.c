/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-number-certification.h"
#include "xb-dialogs.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-evidence.h"
#include "xb-format.h"
#include "xb-lifecycle.h"
#include "xb-number-next.h"
#include "xb-number-view.h"
#include "xb-phone.h"
#include "xb-ring-phone.h"
#include "xb-shelf-layout.h"
#include "xb-state-chip.h"
#include "xb-ui.h"
#include "xb-workspace-incident.h"
#include "xb-workspace-inspection.h"
#include "xb-workspace-register.h"
#include "xb-wrap-layout.h"

/* One number: what callees see today, its certifications, and what can be done with it. */
struct _XbNumberView
{
  AdwBin        parent_instance;

  XbWorkspace  *workspace; /* (nullable) */
  XbNumber     *number;    /* (nullable) */
  GListModel   *list_model;
  guint         scheduled;

  /* template */
  GtkLabel     *digits;
  XbStateChip  *chip;
  GtkBox       *phones;
  GtkWidget    *nothing_live;
  GtkWidget    *next;
  GtkWidget    *others;
  GtkWidget    *certify;
  GtkWidget    *label;
  GtkEditable  *use;
  GtkEditable  *hours;
  GtkWidget    *certifications;
  GtkListBox   *list;
  GtkWidget    *remove;
};

G_DEFINE_FINAL_TYPE (XbNumberView, xb_number_view, ADW_TYPE_BIN)

#define PHONE_WIDTH 160 /* two beside each other in a narrow window */

/* The certification by which that handset shows the name. */
static XbCertification *
find_seen (XbNumberView *self,
           const char   *handset)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->list_model); i++)
    {
      g_autoptr(XbCertification) certification = g_list_model_get_item (self->list_model, i);
      const char *seen = xb_certification_get_handsets_seen (certification);
      g_auto(GStrv) brands = g_strsplit (seen != NULL ? seen : "", ",", -1);

      if (xb_certification_get_state (certification) == XB_CERT_STATE_LIVE &&
          g_strv_contains ((const char *const *) brands, handset))
        return g_steal_pointer (&certification);
    }
  return NULL;
}

/* When a photo last proved it. */
static char *
dup_seen_day (XbNumberView    *self,
              XbCertification *certification,
              XbHandset        handset)
{
  g_autoptr(GListModel) evidence = xb_workspace_list_evidence (self->workspace,
                                                               xb_record_get_id (XB_RECORD (certification)));
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));

  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr(XbEvidence) item = g_list_model_get_item (evidence, i);
      g_autofree char *day = xb_instant_to_day (xb_evidence_get_at (item));

      if (xb_evidence_get_handset (item) == handset)
        return xb_format_day (day, today);
    }
  return NULL;
}

static void
add_phone (XbNumberView *self,
           const char   *brand)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *phone = xb_ring_phone_new (), *caption;
  g_autoptr(XbCertification) seen = find_seen (self, brand);
  g_autofree char *digits = xb_phone_format (xb_number_get_e164 (self->number));
  g_autofree char *day = NULL, *words = NULL;
  int handset = XB_HANDSET_OTHER;

  xb_enum_from_nick (XB_TYPE_HANDSET, brand, &handset);
  xb_ring_phone_set_handset (XB_RING_PHONE (phone), handset);
  xb_ring_phone_set_number (XB_RING_PHONE (phone), digits);
  xb_ring_phone_set_shown (XB_RING_PHONE (phone), seen != NULL);
  if (seen != NULL)
    {
      xb_ring_phone_set_name (XB_RING_PHONE (phone), xb_certification_get_display_name (seen));
      xb_ring_phone_set_label (XB_RING_PHONE (phone), xb_certification_get_label (seen));
      day = dup_seen_day (self, seen, handset);
    }
  words = day != NULL ? g_strdup_printf (_("%1$s, seen %2$s"), xb_handset_get_title (handset), day)
                      : g_strdup_printf (_("%s, no photo yet"), xb_handset_get_title (handset));
  caption = gtk_label_new (words);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_justify (GTK_LABEL (caption), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), phone);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (self->phones, box);
}

static void
show_phones (XbNumberView *self)
{
  g_autoptr(XbBusiness) business = xb_workspace_ref_business (self->workspace);
  const char *chosen = business != NULL ? xb_business_get_handsets (business) : NULL;
  g_auto(GStrv) brands = g_strsplit (chosen != NULL && *chosen != '\0' ? chosen : "huawei", ",", -1);
  gboolean live = xb_number_get_live (self->number) > 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->phones))) != NULL)
    gtk_box_remove (self->phones, child);
  /* where nothing is live every phone shows the same: the number */
  for (guint i = 0; brands[i] != NULL && (live || i == 0); i++)
    add_phone (self, g_strstrip (brands[i]));
  gtk_widget_set_visible (self->nothing_live, !live);
}

/* The next step stands out; a new label and another platform are always at hand where they make sense. */
static void
show_next (XbNumberView *self)
{
  g_autoptr(XbInspectionPlan) plan = xb_workspace_read_inspection_plan (self->workspace);
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  gint64 id = xb_record_get_id (XB_RECORD (self->number));
  XbNumberFacts facts = { .number_id = id, .certifications = self->list_model, .today = today };
  gboolean live = xb_number_get_live (self->number) > 0;
  XbNumberNext next;

  for (int kind = XB_INCIDENT_KIND_MARK; kind <= XB_INCIDENT_KIND_WRONG_INFO && facts.incident_id == 0; kind++)
    facts.incident_id = xb_workspace_find_open_incident (self->workspace, id, kind);
  facts.inspection_due = plan != NULL && plan->next_day != NULL && strcmp (plan->next_day, today) <= 0;
  next = xb_number_next_find (&facts);
  gtk_button_set_label (GTK_BUTTON (self->next), next.verb);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), NULL); /* the next one takes a target of another kind */
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->next), next.target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->next), next.action);
  gtk_widget_set_visible (self->label, live && strcmp (next.action, "app.edit-label") != 0);
  gtk_widget_set_visible (self->certify, strcmp (next.action, "app.new-certification") != 0);
}

/* Unless somebody is typing there. */
static void
follow (GtkEditable *entry,
        const char  *text)
{
  if (g_strcmp0 (gtk_editable_get_text (entry), text != NULL ? text : "") != 0 &&
      (gtk_widget_get_state_flags (GTK_WIDGET (entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
update (XbNumberView *self)
{
  g_autofree char *digits = NULL;

  if (self->number == NULL || xb_number_get_e164 (self->number) == NULL)
    return;
  digits = xb_phone_format (xb_number_get_e164 (self->number));
  gtk_label_set_label (self->digits, digits);
  xb_state_chip_set_health (self->chip, xb_number_get_health (self->number));
  follow (self->use, xb_number_get_use (self->number));
  follow (self->hours, xb_number_get_hours (self->number));
  gtk_widget_set_visible (self->certifications, g_list_model_get_n_items (self->list_model) > 0);
  show_phones (self);
  show_next (self);
}

static gboolean
scheduled_cb (gpointer user_data)
{
  XbNumberView *self = user_data;

  self->scheduled = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (XbNumberView *self)
{
  if (self->scheduled == 0 && self->number != NULL)
    self->scheduled = g_idle_add (scheduled_cb, self);
}

static void
use_set_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(XbNumberView) self = user_data;
  g_autoptr(GError) error = NULL;

  if (xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    xb_dialogs_toast (GTK_WIDGET (self), _("The use is saved"));
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The use was not saved"), error->message);
}

static void
use_applied_cb (XbNumberView *self)
{
  xb_workspace_set_use_async (self->workspace, xb_record_get_id (XB_RECORD (self->number)),
                              gtk_editable_get_text (self->use), NULL, use_set_cb, g_object_ref (self));
}

static void
hours_set_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(XbNumberView) self = user_data;
  g_autoptr(GError) error = NULL;

  if (xb_workspace_finish (XB_WORKSPACE (source), result, &error))
    xb_dialogs_toast (GTK_WIDGET (self), _("The opening hours are saved"));
  else if (!xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The opening hours were not saved"), error->message);
}

static void
hours_applied_cb (XbNumberView *self)
{
  xb_workspace_set_hours_async (self->workspace, xb_record_get_id (XB_RECORD (self->number)),
                                gtk_editable_get_text (self->hours), NULL, hours_set_cb, g_object_ref (self));
}

static GtkWidget *
make_row (gpointer item,
          gpointer workspace)
{
  return xb_number_certification_row_new (item, workspace);
}

static void
forget (XbNumberView *self)
{
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, changed_cb, self);
  if (self->list_model != NULL)
    g_signal_handlers_disconnect_by_func (self->list_model, changed_cb, self);
  g_clear_handle_id (&self->scheduled, g_source_remove);
  g_clear_object (&self->list_model);
  g_clear_object (&self->number);
  g_clear_object (&self->workspace);
}

static void
xb_number_view_dispose (GObject *object)
{
  forget (XB_NUMBER_VIEW (object));
  adw_bin_set_child (ADW_BIN (object), NULL); /* before the template takes it away behind the bin’s back */
  gtk_widget_dispose_template (GTK_WIDGET (object), XB_TYPE_NUMBER_VIEW);
  G_OBJECT_CLASS (xb_number_view_parent_class)->dispose (object);
}

static void
xb_number_view_class_init (XbNumberViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_number_view_dispose;
  g_type_ensure (XB_TYPE_STATE_CHIP);
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "xb-number-view.ui");
  gtk_widget_class_bind_template_child (widget_class, XbNumberView, digits);
  gtk_widget_class_bind_template_child (widget_class, XbNumberView, chip);
  gtk_widget_class_bind_template_child (widget_class, XbNumberView, phones);
  gtk_widget_class_bind_template_child (widget_class, XbNumberView, nothing_live);
  gtk_widget_class_bind_template_child (widget_class, XbNumberView, next);
  gtk_widget_class_bind_template_child (widget_class, XbNumberView, others);
  gtk_widget_class_bind_template_child (widget_class, XbNumberView, certify);
  gtk_widget_class_bind_template_child (widget_class, XbNumberView, label);
  gtk_widget_class_bind_template_child (widget_class, XbNumberView, use);
  gtk_widget_class_bind_template_child (widget_class, XbNumberView, hours);
  gtk_widget_class_bind_template_child (widget_class, XbNumberView, certifications);
  gtk_widget_class_bind_template_child (widget_class, XbNumberView, list);
  gtk_widget_class_bind_template_child (widget_class, XbNumberView, remove);
  gtk_widget_class_bind_template_callback (widget_class, use_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, hours_applied_cb);
}

static void
xb_number_view_init (XbNumberView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->phones), xb_shelf_layout_new (PHONE_WIDTH, 12));
  gtk_widget_set_layout_manager (self->others, xb_wrap_layout_new (12));
}

GtkWidget *
xb_number_view_new (void)
{
  return g_object_new (XB_TYPE_NUMBER_VIEW, NULL);
}

/** xb_number_view_set_number: @number: (nullable): whom to show; the view follows it */
void
xb_number_view_set_number (XbNumberView *self,
                           XbWorkspace  *workspace,
                           XbNumber     *number)
{
  gint64 id;

  g_return_if_fail (XB_IS_NUMBER_VIEW (self));

  if (self->number == number)
    return;
  forget (self);
  if (number == NULL)
    {
      gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
      return;
    }
  id = xb_record_get_id (XB_RECORD (number));
  self->workspace = g_object_ref (workspace);
  self->number = g_object_ref (number);
  self->list_model = xb_workspace_list_of_number (workspace, id);
  gtk_editable_set_text (self->use, xb_number_get_use (number) != NULL ? xb_number_get_use (number) : "");
  gtk_editable_set_text (self->hours, xb_number_get_hours (number) != NULL ? xb_number_get_hours (number) : "");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->certify), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->certify), "app.new-certification");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->label),
                                          g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &id, 1, sizeof id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->label), "app.edit-label");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove), "numbers.remove");
  gtk_list_box_bind_model (self->list, self->list_model, make_row, workspace, NULL);
  g_signal_connect_object (self->list_model, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
}

/** xb_number_view_get_number: Returns: (transfer none) (nullable) */
XbNumber *
xb_number_view_get_number (XbNumberView *self)
{
  g_return_val_if_fail (XB_IS_NUMBER_VIEW (self), NULL);

  return self->number;
}
