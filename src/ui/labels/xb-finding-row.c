/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-finding-row.h"
#include "xb-state-mark.h"
#include "xb-verdict-look.h"
#include "xb-wrap-layout.h"

/* One finding: what was read, why it matters, on which article, and what to write instead. */
struct _XbFindingRow
{
  GtkListBoxRow  parent_instance;

  GtkWidget     *head;
  GtkWidget     *message;
  GtkWidget     *fixes[XB_LINT_MOST_SUGGESTIONS];
};

G_DEFINE_FINAL_TYPE (XbFindingRow, xb_finding_row, GTK_TYPE_LIST_BOX_ROW)

static void
xb_finding_row_class_init (XbFindingRowClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "row");
}

static void
xb_finding_row_init (XbFindingRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "finding");
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A character that nobody sees is said by its number. */
static char *
dup_visible (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (g_unichar_iszerowidth (c) || type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT)
        g_string_append_printf (out, "[U+%04X]", c);
      else
        g_string_append_unichar (out, c);
    }
  return g_string_free (out, FALSE);
}

static char *
dup_title (const XbFinding *finding)
{
  g_autofree char *match = dup_visible (finding->match != NULL ? finding->match : "");

  if (*match == '\0')
    return g_strdup (xb_verdict_get_label (finding->severity));
  if (finding->reads != NULL && g_strcmp0 (finding->reads, finding->match) != 0)
    /* Translators: what is written, and what it is read as: zui低, read as 最低 */
    return g_strdup_printf (_("“%1$s”, read as “%2$s”"), match, finding->reads);
  return g_strdup_printf (_("“%s”"), match);
}

static GtkWidget *
make_head (XbFindingRow *self,
           XbMarkShape   shape,
           const char   *tone,
           const char   *title,
           const char   *word)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *mark = xb_state_mark_new (shape, 16);

  xb_widget_set_tone (mark, tone);
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  self->head = make_label (title, "heading");
  gtk_widget_set_hexpand (self->head, TRUE);
  gtk_box_append (GTK_BOX (head), mark);
  gtk_box_append (GTK_BOX (head), self->head);
  if (word != NULL)
    {
      GtkWidget *label = gtk_label_new (word);

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, tone);
      gtk_box_append (GTK_BOX (head), label);
    }
  return head;
}

static GtkWidget *
make_fix (XbFindingRow *self,
          const char   *suggestion,
          guint         index,
          gboolean      keys)
{
  g_autofree char *name = g_strdup_printf (_("Write “%s” instead"), suggestion);
  g_autofree char *tip = keys ? g_strdup_printf (_("%1$s (Alt+%2$u)"), name, index + 1) : g_strdup (name);
  GtkWidget *button = gtk_button_new (), *label = gtk_label_new (suggestion);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "fix");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", suggestion);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "label.fix");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->fixes[index] = button;
  return button;
}

static GtkWidget *
make_law (const char *rule,
          const char *law)
{
  g_autofree char *name = law != NULL ? g_strdup_printf (_("Read %s"), law) : NULL;
  GtkWidget *button = gtk_button_new_with_label (law != NULL ? law : _("About this rule"));

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "law");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", rule);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "label.rule");
  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_buttons (XbFindingRow    *self,
              const XbFinding *finding,
              gboolean         keys)
{
  GtkWidget *flow = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  guint n = finding->suggestions != NULL ? g_strv_length (finding->suggestions) : 0;

  gtk_widget_set_layout_manager (flow, xb_wrap_layout_new (6));
  for (guint i = 0; i < MIN (n, XB_LINT_MOST_SUGGESTIONS); i++)
    gtk_box_append (GTK_BOX (flow), make_fix (self, finding->suggestions[i], i, keys));
  gtk_box_append (GTK_BOX (flow), make_law (finding->rule, finding->law));
  return flow;
}

/** xb_finding_row_new: @keys: its suggestions are the ones of Alt+1 to Alt+3 */
GtkWidget *
xb_finding_row_new (const XbFinding *finding,
                    gboolean         keys)
{
  XbFindingRow *self = g_object_new (XB_TYPE_FINDING_ROW, NULL);
  const XbVerdictLook *look = xb_verdict_get_look (finding->severity);
  const char *word = xb_verdict_get_label (finding->severity);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *title = dup_title (finding);
  g_autofree char *name = g_strdup_printf ("%s: %s. %s", word, title, finding->message);

  self->message = make_label (finding->message, NULL);
  gtk_box_append (GTK_BOX (box), make_head (self, look->shape, look->tone, title, word));
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_box_append (GTK_BOX (box), make_buttons (self, finding, keys));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(uu)", finding->start, finding->end);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "label.select");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/** xb_finding_row_new_cleared: @text: in which it stands: what was looked at and let through, and why */
GtkWidget *
xb_finding_row_new_cleared (const XbCleared *cleared,
                            const char      *text)
{
  XbFindingRow *self = g_object_new (XB_TYPE_FINDING_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gboolean whole = cleared->start == 0 && (glong) cleared->end >= g_utf8_strlen (text, -1);
  g_autofree char *span = g_utf8_substring (text, cleared->start, cleared->end);
  g_autofree char *title = whole ? g_strdup (cleared->why) : g_strdup_printf (_("“%s” may stay"), span);
  g_autofree char *name = whole ? g_strdup (title) : g_strdup_printf ("%s: %s", title, cleared->why);

  self->message = make_label (cleared->why, "dim-label");
  gtk_box_append (GTK_BOX (box), make_head (self, whole ? XB_MARK_DOTTED : XB_MARK_TICK, whole ? "neutral" : "success",
                                            title, NULL));
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_widget_set_visible (self->message, !whole); /* about the label as such: one line says it */
  if (whole)
    {
      gtk_widget_remove_css_class (self->head, "heading");
      gtk_widget_add_css_class (self->head, "dim-label");
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "(uu)", cleared->start, cleared->end);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "label.select");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/** xb_finding_row_get_fix: Returns: (transfer none) (nullable): the button of a suggestion */
GtkWidget *
xb_finding_row_get_fix (XbFindingRow *self,
                        guint         index)
{
  g_return_val_if_fail (XB_IS_FINDING_ROW (self), NULL);
  g_return_val_if_fail (index < XB_LINT_MOST_SUGGESTIONS, NULL);

  return self->fixes[index];
}
