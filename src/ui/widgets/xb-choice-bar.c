/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-choice-bar.h"
#include "xb-dialogs.h"
#include "xb-format.h"

/* A bar below a list, there while numbers are chosen: how many, all of them, none of them, and what to do. */
struct _XbChoiceBar
{
  AdwBin     parent_instance;
  GtkWidget *revealer;
  GtkWidget *count;
  GtkWidget *verb;
};

G_DEFINE_FINAL_TYPE (XbChoiceBar, xb_choice_bar, ADW_TYPE_BIN)

enum
{
  ACTED,
  ALL,
  CLEARED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
acted_cb (XbChoiceBar *self)
{
  g_signal_emit (self, signals[ACTED], 0);
}

static void
all_cb (XbChoiceBar *self)
{
  g_signal_emit (self, signals[ALL], 0);
}

static void
cleared_cb (XbChoiceBar *self)
{
  g_signal_emit (self, signals[CLEARED], 0);
}

static guint
make_signal (const char *name)
{
  return g_signal_new (name, XB_TYPE_CHOICE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xb_choice_bar_class_init (XbChoiceBarClass *klass)
{
  signals[ACTED] = make_signal ("acted");
  signals[ALL] = make_signal ("all");
  signals[CLEARED] = make_signal ("cleared");
}

static GtkWidget *
add_button (GtkWidget  *box,
            const char *label,
            GCallback   callback,
            gpointer    self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
xb_choice_bar_init (XbChoiceBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->revealer = gtk_revealer_new ();
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (box, "wizard-bar");
  gtk_label_set_xalign (GTK_LABEL (self->count), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->count), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->count, TRUE);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_widget_add_css_class (add_button (box, _("A_ll"), G_CALLBACK (all_cb), self), "flat");
  gtk_widget_add_css_class (add_button (box, _("_None"), G_CALLBACK (cleared_cb), self), "flat");
  self->verb = add_button (box, "", G_CALLBACK (acted_cb), self);
  gtk_widget_add_css_class (self->verb, "suggested-action");
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  adw_bin_set_child (ADW_BIN (self), self->revealer);
  xb_choice_bar_set_n (self, 0);
}

/** xb_choice_bar_new: @verb: what is done with the chosen ones, with its mnemonic */
GtkWidget *
xb_choice_bar_new (const char *verb)
{
  XbChoiceBar *self = g_object_new (XB_TYPE_CHOICE_BAR, NULL);

  gtk_button_set_label (GTK_BUTTON (self->verb), verb);
  return GTK_WIDGET (self);
}

/** xb_choice_bar_set_n: how many numbers are chosen; 0: the bar goes */
void
xb_choice_bar_set_n (XbChoiceBar *self,
                     guint        n)
{
  g_autofree char *number = xb_format_count (n);
  g_autofree char *text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s number chosen", "%s numbers chosen", n),
                                           number);

  g_return_if_fail (XB_IS_CHOICE_BAR (self));

  gtk_label_set_label (GTK_LABEL (self->count), text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), n > 0);
  gtk_widget_set_can_target (GTK_WIDGET (self), n > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self), n > 0);
}
