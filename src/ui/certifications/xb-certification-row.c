/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-certification-row.h"
#include "xb-deadline-label.h"
#include "xb-format.h"
#include "xb-lifecycle.h"
#include "xb-phone.h"
#include "xb-reasons.h"
#include "xb-state-chip.h"
#include "xb-ui.h"
#include "xb-workdays.h"

/* One certification of a list, or a hand-in that was begun: its number, where, how it stands, and
 * what comes next. Reused for row after row, and true while it is shown. */
struct _XbCertificationRow
{
  GtkWidget    parent_instance;

  XbWorkspace *workspace;
  GObject     *item; /* (nullable): XbCertification or XbFiling */
  gulong       notify;

  GtkWidget   *box;
  GtkWidget   *title;
  GtkWidget   *chip;
  GtkWidget   *detail;
  GtkWidget   *next; /* what to do, or why it stands still */
  GtkWidget   *deadline;
};

G_DEFINE_FINAL_TYPE (XbCertificationRow, xb_certification_row, GTK_TYPE_WIDGET)

static const char *
platform_name (XbCertificationRow *self,
               const char         *key)
{
  XbPlatform *platform = key != NULL && *key != '\0'
                           ? xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace), key) : NULL;

  return platform != NULL ? xb_platform_get_name (platform) : key;
}

static void
add_part (GString    *text,
          const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static void
set_line (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
set_deadline (XbCertificationRow *self,
              XbCertification    *certification)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  const char *day = xb_certification_get_expected (certification);
  int days = 0;

  if (day == NULL || *day == '\0' || !xb_lifecycle_is_open (xb_certification_get_state (certification)))
    {
      xb_deadline_label_set (XB_DEADLINE_LABEL (self->deadline), NULL, today, 0, FALSE);
      return;
    }
  xb_workdays_between (xb_workdays_get_default (), today, day, &days, NULL, NULL);
  xb_deadline_label_set (XB_DEADLINE_LABEL (self->deadline), day, today, days,
                         xb_certification_get_estimated (certification));
}

/* (transfer full) (nullable): what the owner should know beside the state */
static char *
dup_next (XbCertificationRow *self,
          XbCertification    *certification)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  XbCertState state = xb_certification_get_state (certification);
  const char *reason = xb_certification_get_reason (certification);
  const char *expires = xb_certification_get_expires (certification);
  g_autofree char *day = NULL;

  if (xb_lifecycle_needs_hand (state) && state != XB_CERT_STATE_EXPIRED)
    return reason != NULL && *reason != '\0'
             ? g_strdup (reason)
             : g_strdup (xb_reasons_explain (xb_certification_get_reason_code (certification), reason).advice);
  if (expires == NULL || *expires == '\0' || (state != XB_CERT_STATE_LIVE && state != XB_CERT_STATE_EXPIRED))
    return NULL;
  day = xb_format_day (expires, today);
  return state == XB_CERT_STATE_LIVE ? g_strdup_printf (_("Valid until %s"), day)
                                     : g_strdup_printf (_("Ended on %s; it can be renewed"), day);
}

static void
show_certification (XbCertificationRow *self,
                    XbCertification    *certification)
{
  const char *e164 = xb_certification_get_e164 (certification);
  g_autofree char *number = e164 != NULL ? xb_phone_format (e164) : NULL;
  g_autofree char *next = dup_next (self, certification);
  g_autofree char *case_no = NULL;
  GString *detail = g_string_new (NULL);

  if (xb_certification_get_case_no (certification) != NULL && *xb_certification_get_case_no (certification) != '\0')
    case_no = g_strdup_printf (_("case %s"), xb_certification_get_case_no (certification));
  add_part (detail, platform_name (self, xb_certification_get_platform (certification)));
  add_part (detail, xb_certification_get_use (certification));
  add_part (detail, case_no);
  set_line (self->title, number);
  set_line (self->detail, detail->str);
  set_line (self->next, next);
  set_deadline (self, certification);
  gtk_widget_set_visible (self->chip, TRUE);
  xb_state_chip_set_state (XB_STATE_CHIP (self->chip), xb_certification_get_state (certification));
  g_string_free (detail, TRUE);
}

static void
show_filing (XbCertificationRow *self,
             XbFiling           *filing)
{
  const char *first = xb_filing_get_first_number (filing);
  gint64 others = xb_filing_get_numbers (filing) - 1;
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  g_autofree char *updated = xb_instant_to_day (xb_filing_get_updated_at (filing));
  g_autofree char *day = xb_format_day (updated, today);
  g_autofree char *number = NULL, *left = NULL;
  GString *detail = g_string_new (NULL);
  XbPhone phone;

  if (first != NULL && xb_phone_parse (first, &phone, NULL))
    number = xb_phone_format (phone.e164);
  if (number == NULL)
    set_line (self->title, _("Go on with a certification"));
  else
    {
      g_autofree char *title =
        others > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Go on with %1$s and %2$d more",
                                                   "Go on with %1$s and %2$d more", others), number, (int) others)
                   : g_strdup_printf (_("Go on with %s"), number);
      set_line (self->title, title);
    }
  left = g_strdup_printf (_("left on %s"), day);
  add_part (detail, platform_name (self, xb_filing_get_platform (filing)));
  add_part (detail, left);
  set_line (self->detail, detail->str);
  set_line (self->next, NULL);
  xb_deadline_label_set (XB_DEADLINE_LABEL (self->deadline), NULL, today, 0, FALSE);
  xb_state_chip_set_look (XB_STATE_CHIP (self->chip), XB_MARK_RING, "accent", _("Not handed in"));
  gtk_widget_set_visible (self->chip, TRUE);
  g_string_free (detail, TRUE);
}

/* One that is gone since it was counted, or lies in a damaged part of the file. */
static void
show_nothing (XbCertificationRow *self)
{
  g_autofree char *damage = xb_workspace_dup_damage (self->workspace);

  set_line (self->title, damage != NULL ? _("Cannot be read") : NULL);
  set_line (self->detail, NULL);
  set_line (self->next, NULL);
  gtk_widget_set_visible (self->chip, FALSE);
  xb_deadline_label_set (XB_DEADLINE_LABEL (self->deadline), NULL, NULL, 0, FALSE);
}

static void
update_cb (XbCertificationRow *self)
{
  g_autofree char *text = NULL;

  if (XB_IS_FILING (self->item) ? xb_filing_get_updated_at (XB_FILING (self->item)) == 0
                                : xb_certification_get_e164 (XB_CERTIFICATION (self->item)) == NULL)
    show_nothing (self);
  else if (XB_IS_FILING (self->item))
    show_filing (self, XB_FILING (self->item));
  else if (XB_IS_CERTIFICATION (self->item))
    show_certification (self, XB_CERTIFICATION (self->item));
  text = xb_certification_row_dup_text (self);
  xb_cell_set_name (GTK_WIDGET (self), text);
}

static void
xb_certification_row_dispose (GObject *object)
{
  XbCertificationRow *self = XB_CERTIFICATION_ROW (object);

  xb_certification_row_set_item (self, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_certification_row_parent_class)->dispose (object);
}

static void
xb_certification_row_class_init (XbCertificationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_certification_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "certification");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_line (XbCertificationRow *self,
          const char         *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

static void
xb_certification_row_init (XbCertificationRow *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  gtk_widget_add_css_class (self->title, "numeric");
  self->chip = xb_state_chip_new ();
  gtk_widget_set_valign (self->chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (top), self->title);
  gtk_box_append (GTK_BOX (top), self->chip);
  gtk_box_append (GTK_BOX (self->box), top);
  self->detail = add_line (self, "dim-label");
  self->next = add_line (self, "next");
  self->deadline = xb_deadline_label_new ();
  gtk_box_append (GTK_BOX (self->box), self->deadline);
}

GtkWidget *
xb_certification_row_new (XbWorkspace *workspace)
{
  XbCertificationRow *self = g_object_new (XB_TYPE_CERTIFICATION_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

/** xb_certification_row_set_item: @item: (nullable): an #XbCertification or an open #XbFiling */
void
xb_certification_row_set_item (XbCertificationRow *self,
                               GObject            *item)
{
  g_return_if_fail (XB_IS_CERTIFICATION_ROW (self));

  if (self->item == item)
    return;
  if (self->item != NULL)
    g_clear_signal_handler (&self->notify, self->item);
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      self->notify = g_signal_connect_swapped (item, "notify", G_CALLBACK (update_cb), self);
      update_cb (self);
    }
}

/** xb_certification_row_dup_text: Returns: (transfer full): all that the row says, as a sentence */
char *
xb_certification_row_dup_text (XbCertificationRow *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (XB_IS_CERTIFICATION_ROW (self), NULL);

  add_part (text, gtk_label_get_label (GTK_LABEL (self->title)));
  if (gtk_widget_get_visible (self->chip))
    add_part (text, xb_state_chip_get_word (XB_STATE_CHIP (self->chip)));
  add_part (text, gtk_label_get_label (GTK_LABEL (self->detail)));
  add_part (text, gtk_label_get_label (GTK_LABEL (self->next)));
  add_part (text, xb_deadline_label_get_text (XB_DEADLINE_LABEL (self->deadline)));
  return g_string_free (text, FALSE);
}
