/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-evidence.h"
#include "xb-inspection-look.h"
#include "xb-inspection-words.h"
#include "xb-item-pair.h"
#include "xb-lifecycle.h"
#include "xb-matrix-sight.h"
#include "xb-phone.h"
#include "xb-sight-pictures.h"
#include "xb-sight-window.h"
#include "xb-state-chip.h"
#include "xb-ui.h"
#include "xb-wizard-rows.h"
#include "xb-workspace-papers.h"

/* One cell of the matrix: what a phone should show beside the photo of what it showed, and what is known of it. */
struct _XbSightWindow
{
  AdwWindow    parent_instance;

  XbWorkspace *workspace;
  gint64       item; /* 0: not of an inspection */
  GtkWidget   *column;
};

G_DEFINE_FINAL_TYPE (XbSightWindow, xb_sight_window, ADW_TYPE_WINDOW)

static void
xb_sight_window_dispose (GObject *object)
{
  g_clear_object (&XB_SIGHT_WINDOW (object)->workspace);
  G_OBJECT_CLASS (xb_sight_window_parent_class)->dispose (object);
}

static void
xb_sight_window_class_init (XbSightWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_sight_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
xb_sight_window_init (XbSightWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_set_margin_top (self->column, 18);
  gtk_widget_set_margin_bottom (self->column, 24);
  gtk_widget_set_margin_start (self->column, 12);
  gtk_widget_set_margin_end (self->column, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 520, 740);
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
}

/* Of an inspection the item itself; of an acceptance one that says what the table says. */
static XbInspectionItem *
find_item (XbSightWindow       *self,
           XbMatrixRow         *row,
           XbHandset            handset,
           const XbMatrixSight *sight)
{
  if (sight->item != 0)
    return xb_workspace_ref_inspection_item (self->workspace, sight->item);
  return g_object_new (XB_TYPE_INSPECTION_ITEM, "section", XB_INSPECTION_SECTION_DISPLAY, "number",
                       xb_matrix_row_get_number (row), "e164", xb_matrix_row_get_e164 (row), "handset",
                       xb_enum_to_nick (XB_TYPE_HANDSET, (int) handset), "platform", xb_matrix_row_get_platform (row), "name",
                       xb_matrix_row_get_name (row), "expected", xb_matrix_row_get_label (row), NULL);
}

/* The photo of that brand which the acceptance went by last. */
static char *
find_acceptance (XbSightWindow *self,
                 XbMatrixRow   *row,
                 XbHandset      handset)
{
  g_autoptr(GListModel) all = xb_workspace_list_evidence (self->workspace, xb_record_get_id (XB_RECORD (row)));
  g_autoptr(XbEvidence) last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(XbEvidence) evidence = g_list_model_get_item (all, i);

      if (evidence != NULL && xb_evidence_get_handset (evidence) == handset &&
          (last == NULL || xb_evidence_get_at (evidence) > xb_evidence_get_at (last)))
        g_set_object (&last, evidence);
    }
  return last != NULL && xb_evidence_get_sha256 (last) != NULL
           ? xb_workspace_dup_file_path (self->workspace, xb_evidence_get_sha256 (last)) : NULL;
}

static void
add_fact (GtkWidget  *group,
          const char *title,
          const char *text)
{
  GtkWidget *row;

  if (text == NULL || *text == '\0')
    return;
  row = xb_row_new_plain (title, text);
  gtk_widget_set_focusable (row, FALSE); /* there is nothing to do in it */
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static char *
join (const char *first,
      const char *second)
{
  gboolean one = first != NULL && *first != '\0', two = second != NULL && *second != '\0';

  return one && two ? g_strdup_printf ("%s · %s", first, second) : g_strdup (one ? first : second);
}

/* The phone as it should be needs no word: what it was called with does, and a switch that was off. */
static char *
dup_phone (XbInspectionItem *item)
{
  XbNetwork network = xb_inspection_item_get_network (item);
  g_autofree char *off = NULL, *line = NULL;

  if (xb_inspection_item_get_recognition (item) == XB_RECOGNITION_OFF)
    off = g_strdup (_("Recognition of callers is off"));
  line = join (xb_inspection_item_get_sim (item), network != XB_NETWORK_UNKNOWN ? xb_network_get_title (network) : NULL);
  return join (off, line);
}

static void
add_facts (XbSightWindow       *self,
           XbInspectionItem    *item,
           const XbMatrixSight *sight)
{
  GtkWidget *group = adw_preferences_group_new ();
  g_autofree char *moment = sight->at != 0 ? xb_wizard_dup_moment (sight->at) : NULL;
  g_autofree char *when = join (moment, sight->item == 0 ? _("photo of the acceptance") : NULL);
  g_autofree char *seen = join (xb_inspection_item_get_seen_name (item), xb_inspection_item_get_seen (item));
  g_autofree char *phone = dup_phone (item);

  add_fact (group, _("Looked at"), when);
  add_fact (group, _("Seen"), seen);
  add_fact (group, _("The phone"), phone);
  add_fact (group, _("Note"), xb_inspection_item_get_note (item));
  gtk_box_append (GTK_BOX (self->column), group);
  gtk_widget_set_visible (group, sight->at != 0);
}

static void
go_cb (XbSightWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), self->item != 0 ? "app.open-inspection-item" : "app.open-inspection", "x",
                                self->item);
  gtk_window_close (GTK_WINDOW (self));
}

/* What comes next: to where it was seen, or to look for the first time. */
static void
add_way_on (XbSightWindow *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (self->item != 0 ? _("_Look at the Inspection") : _("_Begin the Inspection"));

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  if (self->item == 0)
    gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (go_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->column), button);
  gtk_window_set_focus (GTK_WINDOW (self), button);
}

static void
show_photo (XbSightWindow    *self,
            XbItemPair       *pair,
            XbInspectionItem *item,
            const char       *acceptance)
{
  const char *sha256 = xb_inspection_item_get_photo (item);
  g_autofree char *path = sha256 != NULL ? xb_workspace_dup_file_path (self->workspace, sha256) : g_strdup (acceptance);

  xb_item_pair_set_invites (pair, FALSE);
  xb_item_pair_show (pair, self->workspace, item);
  xb_item_pair_show_photo (pair, path);
}

static void
fill (XbSightWindow *self,
      XbMatrixRow   *row,
      XbHandset      handset)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  g_autoptr(XbInspectionItem) item = NULL;
  g_autofree char *acceptance = NULL, *text = NULL;
  GtkWidget *chip = xb_state_chip_new ();
  GtkWidget *pair = xb_item_pair_new ();
  XbMatrixSight sight;

  xb_matrix_row_get_sight (row, handset, today, &sight);
  self->item = sight.item;
  item = find_item (self, row, handset, &sight);
  text = xb_sight_dup_text (&sight);
  xb_state_chip_set_look (XB_STATE_CHIP (chip), xb_mark_for_sight (sight.state), xb_tone_for_sight (sight.state), text);
  gtk_widget_set_halign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->column), chip);
  gtk_box_append (GTK_BOX (self->column), pair);
  if (item == NULL)
    return;
  acceptance = sight.item == 0 && sight.at != 0 ? find_acceptance (self, row, handset) : NULL;
  show_photo (self, XB_ITEM_PAIR (pair), item, acceptance);
  add_facts (self, item, &sight);
  add_way_on (self);
}

/** xb_sight_window_new: what @handset was last seen to show of the number in @row */
GtkWindow *
xb_sight_window_new (GtkWidget   *parent,
                     XbWorkspace *workspace,
                     XbMatrixRow *row,
                     XbHandset    handset)
{
  XbSightWindow *self = g_object_new (XB_TYPE_SIGHT_WINDOW, NULL);
  g_autofree char *number = xb_phone_format (xb_matrix_row_get_e164 (row));
  g_autofree char *title = g_strdup_printf ("%s · %s", number, xb_handset_get_title (handset));

  self->workspace = g_object_ref (workspace);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  fill (self, row, handset);
  return GTK_WINDOW (self);
}
