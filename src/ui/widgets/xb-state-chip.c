/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-lifecycle.h"
#include "xb-state-chip.h"

/* A state: a word and a shape, the same everywhere; colour only underlines them. */
struct _XbStateChip
{
  GtkWidget    parent_instance;
  GtkWidget   *mark;
  GtkWidget   *word;
  XbCertState  state;
};

G_DEFINE_FINAL_TYPE (XbStateChip, xb_state_chip, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
xb_state_chip_dispose (GObject *object)
{
  XbStateChip *self = XB_STATE_CHIP (object);

  g_clear_pointer (&self->mark, gtk_widget_unparent);
  g_clear_pointer (&self->word, gtk_widget_unparent);
  G_OBJECT_CLASS (xb_state_chip_parent_class)->dispose (object);
}

static void
xb_state_chip_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (prop_id == PROP_STATE)
    g_value_set_enum (value, XB_STATE_CHIP (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
xb_state_chip_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  if (prop_id == PROP_STATE)
    xb_state_chip_set_state (XB_STATE_CHIP (object), g_value_get_enum (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
xb_state_chip_class_init (XbStateChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = xb_state_chip_dispose;
  object_class->get_property = xb_state_chip_get_property;
  object_class->set_property = xb_state_chip_set_property;
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, XB_TYPE_CERT_STATE, XB_CERT_STATE_DRAFT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "state-chip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
xb_state_chip_init (XbStateChip *self)
{
  self->mark = xb_state_mark_new (XB_MARK_NONE, 12);
  self->word = gtk_label_new (NULL);
  gtk_label_set_single_line_mode (GTK_LABEL (self->word), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (self->word), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (self->word), 4);
  gtk_label_set_xalign (GTK_LABEL (self->word), 0);
  gtk_widget_set_parent (self->mark, GTK_WIDGET (self));
  gtk_widget_set_parent (self->word, GTK_WIDGET (self));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  xb_state_chip_set_state (self, XB_CERT_STATE_DRAFT);
}

GtkWidget *
xb_state_chip_new (void)
{
  return g_object_new (XB_TYPE_STATE_CHIP, NULL);
}

/** xb_state_chip_set_look: for a state of another kind; @word is translated and may not be empty */
void
xb_state_chip_set_look (XbStateChip *self,
                        XbMarkShape  shape,
                        const char  *tone,
                        const char  *word)
{
  g_return_if_fail (XB_IS_STATE_CHIP (self));

  xb_state_mark_set_shape (XB_STATE_MARK (self->mark), shape);
  gtk_label_set_label (GTK_LABEL (self->word), word);
  xb_widget_set_tone (GTK_WIDGET (self), tone);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
}

void
xb_state_chip_set_state (XbStateChip *self,
                         XbCertState  state)
{
  g_return_if_fail (XB_IS_STATE_CHIP (self));

  xb_state_chip_set_look (self, xb_mark_for_cert_state (state), xb_tone_for_cert_state (state),
                          xb_cert_state_get_title (state));
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
xb_state_chip_set_health (XbStateChip *self,
                          XbHealth     health)
{
  xb_state_chip_set_look (self, xb_mark_for_health (health), xb_tone_for_health (health),
                          xb_health_get_title (health));
}

/** xb_state_chip_get_word: Returns: what it says */
const char *
xb_state_chip_get_word (XbStateChip *self)
{
  g_return_val_if_fail (XB_IS_STATE_CHIP (self), "");

  return gtk_label_get_label (GTK_LABEL (self->word));
}
