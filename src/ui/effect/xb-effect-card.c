/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-effect-card.h"

struct _XbEffectCard
{
  AdwBin     parent_instance;
  GtkWidget *heading;
  GtkWidget *sentence;
  GtkWidget *claim;
  GtkWidget *notes;
};

G_DEFINE_FINAL_TYPE (XbEffectCard, xb_effect_card, ADW_TYPE_BIN)

static GtkWidget *
add_label (GtkWidget  *box,
           const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
xb_effect_card_class_init (XbEffectCardClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "effect-card");
}

static void
xb_effect_card_init (XbEffectCard *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (column, "card");
  gtk_widget_add_css_class (column, "hero");
  self->heading = add_label (column, "caption");
  gtk_widget_add_css_class (self->heading, "dim-label");
  self->sentence = add_label (column, "title-3");
  self->claim = add_label (column, "heading");
  self->notes = add_label (column, "dim-label");
  adw_bin_set_child (ADW_BIN (self), column);
}

GtkWidget *
xb_effect_card_new (void)
{
  return g_object_new (XB_TYPE_EFFECT_CARD, NULL);
}

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/** xb_effect_card_set: @heading, @claim, @notes: (nullable); @notes: (array zero-terminated=1) */
void
xb_effect_card_set (XbEffectCard      *self,
                    const char        *heading,
                    const char        *sentence,
                    const char        *claim,
                    const char *const *notes)
{
  g_autofree char *said = notes != NULL ? g_strjoinv ("\n", (char **) notes) : NULL;

  g_return_if_fail (XB_IS_EFFECT_CARD (self));

  set_text (self->heading, heading);
  set_text (self->sentence, sentence);
  set_text (self->claim, claim);
  set_text (self->notes, said);
}

const char *
xb_effect_card_get_sentence (XbEffectCard *self)
{
  g_return_val_if_fail (XB_IS_EFFECT_CARD (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->sentence));
}
