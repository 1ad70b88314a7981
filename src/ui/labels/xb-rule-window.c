/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-format.h"
#include "xb-rule-window.h"
#include "xb-ui.h"

/* One rule to read: the article with its text, why it matters, what it catches and what it leaves alone. */

static GtkWidget *
make_text (const char *title,
           const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_label_new (title), *body = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (head), 0);
  gtk_widget_add_css_class (head, "heading");
  gtk_label_set_xalign (GTK_LABEL (body), 0);
  gtk_label_set_wrap (GTK_LABEL (body), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (body), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (body), TRUE);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), body);
  return box;
}

static void
add_text (GtkWidget  *page,
          const char *title,
          const char *text)
{
  if (text != NULL && *text != '\0')
    gtk_box_append (GTK_BOX (page), make_text (title, text));
}

static void
add_examples (GtkWidget         *page,
              const char        *title,
              const char *const *examples)
{
  g_autofree char *text = examples != NULL ? g_strjoinv ("\n", (char **) examples) : NULL;

  add_text (page, title, text);
}

static GtkWidget *
make_page (XbLintRule *rule)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  const char *checked = xb_lint_rule_get_checked (rule);
  g_autofree char *day = checked != NULL ? xb_format_day (checked, NULL) : NULL;
  g_autofree char *grade = g_strdup_printf ("%s · %s", xb_verdict_get_label (xb_lint_rule_get_severity (rule)),
                                            xb_lint_category_get_label (xb_lint_rule_get_category (rule)));

  gtk_widget_add_css_class (page, "page");
  add_text (page, xb_lint_rule_get_title (rule), grade);
  add_text (page, _("Why"), xb_lint_rule_get_why (rule));
  add_text (page, xb_lint_rule_get_law (rule), xb_lint_rule_get_law_text (rule));
  add_text (page, _("What it can cost"), xb_lint_rule_get_penalty (rule));
  add_text (page, _("What lifts it"), xb_lint_rule_get_lifted_by (rule));
  add_examples (page, _("It finds, for example"), xb_lint_rule_get_bad (rule));
  add_examples (page, _("It leaves alone"), xb_lint_rule_get_good (rule));
  add_text (page, _("Last compared with the source"), day);
  return page;
}

/** xb_rule_window_new: Returns: (transfer none): a window over that of @parent */
GtkWindow *
xb_rule_window_new (GtkWidget  *parent,
                    XbLintRule *rule)
{
  GtkWidget *window = adw_window_new (), *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkShortcut *escape = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                          gtk_named_action_new ("window.close"));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  adw_clamp_set_child (ADW_CLAMP (clamp), make_page (rule));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_focusable (scrolled, TRUE); /* read by scrolling; a text that had the focus would be selected */
  gtk_box_append (GTK_BOX (column), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (column), scrolled);
  adw_window_set_content (ADW_WINDOW (window), column);
  gtk_window_set_title (GTK_WINDOW (window), _("Rule"));
  gtk_window_set_default_size (GTK_WINDOW (window), 460, 560);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_focus (GTK_WINDOW (window), scrolled);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), escape);
  gtk_widget_add_controller (window, keys);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  return GTK_WINDOW (window);
}
