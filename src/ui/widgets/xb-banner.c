/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-banner.h"

/* One sentence across the window, with at most one button. AdwBanner came after our floor. */
struct _XbBanner
{
  GtkWidget  parent_instance;

  GtkWidget *revealer;
  GtkWidget *title;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (XbBanner, xb_banner, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_REVEALED,
  N_PROPS,
};

enum
{
  BUTTON_CLICKED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
button_clicked_cb (XbBanner *self)
{
  g_signal_emit (self, signals[BUTTON_CLICKED], 0);
}

static void
xb_banner_dispose (GObject *object)
{
  XbBanner *self = XB_BANNER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (xb_banner_parent_class)->dispose (object);
}

static void
xb_banner_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  XbBanner *self = XB_BANNER (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->title)));
      break;
    case PROP_REVEALED:
      g_value_set_boolean (value, xb_banner_get_revealed (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
xb_banner_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  XbBanner *self = XB_BANNER (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      xb_banner_set_title (self, g_value_get_string (value));
      break;
    case PROP_REVEALED:
      xb_banner_set_revealed (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
xb_banner_class_init (XbBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = xb_banner_dispose;
  object_class->get_property = xb_banner_get_property;
  object_class->set_property = xb_banner_set_property;
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[BUTTON_CLICKED] = g_signal_new ("button-clicked", XB_TYPE_BANNER, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "xb-banner");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
xb_banner_init (XbBanner *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_transition_type (GTK_REVEALER (self->revealer), GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN);
  gtk_widget_set_visible (self->revealer, FALSE);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));

  self->title = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->title), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_widget_set_hexpand (self->title, TRUE);

  self->button = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (self->button), TRUE);
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->button, FALSE);
  g_signal_connect_object (self->button, "clicked", G_CALLBACK (button_clicked_cb), self, G_CONNECT_SWAPPED);

  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->button);
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
}

GtkWidget *
xb_banner_new (void)
{
  return g_object_new (XB_TYPE_BANNER, NULL);
}

void
xb_banner_set_title (XbBanner   *self,
                     const char *title)
{
  g_return_if_fail (XB_IS_BANNER (self));

  if (g_strcmp0 (title, gtk_label_get_label (GTK_LABEL (self->title))) == 0)
    return;
  gtk_label_set_label (GTK_LABEL (self->title), title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * xb_banner_set_button:
 * @label: (nullable): a verb with its mnemonic, or no button
 * @action_name: (nullable): what it activates; "button-clicked" is emitted in any case
 */
void
xb_banner_set_button (XbBanner   *self,
                      const char *label,
                      const char *action_name)
{
  g_return_if_fail (XB_IS_BANNER (self));

  gtk_widget_set_visible (self->button, label != NULL);
  gtk_button_set_label (GTK_BUTTON (self->button), label != NULL ? label : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action_name);
}

gboolean
xb_banner_get_revealed (XbBanner *self)
{
  g_return_val_if_fail (XB_IS_BANNER (self), FALSE);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}

void
xb_banner_set_revealed (XbBanner *self,
                        gboolean  revealed)
{
  g_return_if_fail (XB_IS_BANNER (self));

  if (xb_banner_get_revealed (self) == !!revealed)
    return;
  /* what is folded away is not there for a screen reader either */
  gtk_widget_set_visible (self->revealer, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), revealed);
  if (!revealed)
    gtk_widget_set_visible (self->revealer, FALSE);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}
