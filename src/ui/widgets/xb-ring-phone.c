/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-lifecycle.h"
#include "xb-ring-phone.h"
#include "xb-ring-picture.h"

#define LEAST_WIDTH 150

/* What the callee sees: a picture of a ringing phone, never only text. */
struct _XbRingPhone
{
  GtkWidget     parent_instance;
  XbRingPicture picture;
  int           natural_width;
};

G_DEFINE_FINAL_TYPE (XbRingPhone, xb_ring_phone, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_HANDSET,
  PROP_DISPLAY_NAME,
  PROP_LABEL,
  PROP_NUMBER,
  PROP_PLACE,
  PROP_LOGO,
  PROP_SHOWN,
  PROP_MARK,
  PROP_SCHEME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
xb_ring_phone_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  xb_ring_picture_snapshot (&XB_RING_PHONE (widget)->picture, snapshot,
                            gtk_widget_get_width (widget), gtk_widget_get_height (widget));
}

static GtkSizeRequestMode
xb_ring_phone_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
xb_ring_phone_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  const int natural_width = XB_RING_PHONE (widget)->natural_width;
  const int least = natural_width > LEAST_WIDTH ? LEAST_WIDTH : natural_width / 2;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = natural_width;
    }
  else
    {
      double width = for_size >= 0 ? CLAMP (for_size, least, natural_width) : natural_width;

      *minimum = *natural = width * XB_RING_PICTURE_HEIGHT / XB_RING_PICTURE_WIDTH;
    }
}

static void
changed (XbRingPhone *self,
         guint        prop)
{
  g_autofree char *words = xb_ring_phone_dup_description (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (prop != PROP_0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
}

static void
set_text (XbRingPhone  *self,
          char        **where,
          const char   *text,
          guint         prop)
{
  if (g_strcmp0 (*where, text) == 0)
    return;
  g_free (*where);
  *where = g_strdup (text);
  changed (self, prop);
}

static void
xb_ring_phone_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  XbRingPhone *self = XB_RING_PHONE (object);

  switch (prop_id)
    {
    case PROP_HANDSET:
      g_value_set_enum (value, self->picture.handset);
      break;
    case PROP_DISPLAY_NAME:
      g_value_set_string (value, self->picture.name);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->picture.label);
      break;
    case PROP_NUMBER:
      g_value_set_string (value, self->picture.number);
      break;
    case PROP_PLACE:
      g_value_set_string (value, self->picture.place);
      break;
    case PROP_LOGO:
      g_value_set_object (value, self->picture.logo);
      break;
    case PROP_SHOWN:
      g_value_set_boolean (value, self->picture.shown);
      break;
    case PROP_MARK:
      g_value_set_string (value, self->picture.mark);
      break;
    case PROP_SCHEME:
      g_value_set_int (value, self->picture.scheme);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
xb_ring_phone_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  XbRingPhone *self = XB_RING_PHONE (object);

  switch (prop_id)
    {
    case PROP_HANDSET:
      xb_ring_phone_set_handset (self, g_value_get_enum (value));
      break;
    case PROP_DISPLAY_NAME:
      xb_ring_phone_set_name (self, g_value_get_string (value));
      break;
    case PROP_LABEL:
      xb_ring_phone_set_label (self, g_value_get_string (value));
      break;
    case PROP_NUMBER:
      xb_ring_phone_set_number (self, g_value_get_string (value));
      break;
    case PROP_PLACE:
      xb_ring_phone_set_place (self, g_value_get_string (value));
      break;
    case PROP_LOGO:
      xb_ring_phone_set_logo (self, g_value_get_object (value));
      break;
    case PROP_SHOWN:
      xb_ring_phone_set_shown (self, g_value_get_boolean (value));
      break;
    case PROP_MARK:
      xb_ring_phone_set_mark (self, g_value_get_string (value));
      break;
    case PROP_SCHEME:
      xb_ring_phone_set_scheme (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
xb_ring_phone_finalize (GObject *object)
{
  XbRingPhone *self = XB_RING_PHONE (object);

  g_free (self->picture.name);
  g_free (self->picture.label);
  g_free (self->picture.number);
  g_free (self->picture.place);
  g_free (self->picture.mark);
  g_clear_object (&self->picture.logo);
  G_OBJECT_CLASS (xb_ring_phone_parent_class)->finalize (object);
}

static void
xb_ring_phone_class_init (XbRingPhoneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = xb_ring_phone_finalize;
  object_class->get_property = xb_ring_phone_get_property;
  object_class->set_property = xb_ring_phone_set_property;
  widget_class->get_request_mode = xb_ring_phone_get_request_mode;
  widget_class->measure = xb_ring_phone_measure;
  widget_class->snapshot = xb_ring_phone_snapshot;
  properties[PROP_HANDSET] = g_param_spec_enum ("handset", NULL, NULL, XB_TYPE_HANDSET, XB_HANDSET_HUAWEI, flags);
  properties[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, NULL, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_NUMBER] = g_param_spec_string ("number", NULL, NULL, NULL, flags);
  properties[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags);
  properties[PROP_LOGO] = g_param_spec_object ("logo", NULL, NULL, GDK_TYPE_PAINTABLE, flags);
  properties[PROP_SHOWN] = g_param_spec_boolean ("shown", NULL, NULL, TRUE, flags);
  properties[PROP_MARK] = g_param_spec_string ("mark", NULL, NULL, NULL, flags);
  properties[PROP_SCHEME] = g_param_spec_int ("scheme", NULL, NULL, XB_RING_SCHEME_FOLLOW, XB_RING_SCHEME_DARK,
                                              XB_RING_SCHEME_FOLLOW, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "ring-phone");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xb_ring_phone_init (XbRingPhone *self)
{
  self->picture.widget = GTK_WIDGET (self);
  self->picture.shown = TRUE;
  self->natural_width = XB_RING_PICTURE_WIDTH;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  changed (self, PROP_0);
}

GtkWidget *
xb_ring_phone_new (void)
{
  return g_object_new (XB_TYPE_RING_PHONE, NULL);
}

void
xb_ring_phone_set_handset (XbRingPhone *self,
                           XbHandset    handset)
{
  g_return_if_fail (XB_IS_RING_PHONE (self));
  g_return_if_fail (handset <= XB_HANDSET_OTHER);

  if (self->picture.handset == handset)
    return;
  self->picture.handset = handset;
  changed (self, PROP_HANDSET);
}

void
xb_ring_phone_set_name (XbRingPhone *self,
                        const char  *name)
{
  g_return_if_fail (XB_IS_RING_PHONE (self));

  set_text (self, &self->picture.name, name, PROP_DISPLAY_NAME);
}

void
xb_ring_phone_set_label (XbRingPhone *self,
                         const char  *label)
{
  g_return_if_fail (XB_IS_RING_PHONE (self));

  set_text (self, &self->picture.label, label, PROP_LABEL);
}

/** xb_ring_phone_set_number: @number: grouped as people say it */
void
xb_ring_phone_set_number (XbRingPhone *self,
                          const char  *number)
{
  g_return_if_fail (XB_IS_RING_PHONE (self));

  set_text (self, &self->picture.number, number, PROP_NUMBER);
}

void
xb_ring_phone_set_place (XbRingPhone *self,
                         const char  *place)
{
  g_return_if_fail (XB_IS_RING_PHONE (self));

  set_text (self, &self->picture.place, place, PROP_PLACE);
}

/** xb_ring_phone_set_logo: @logo: (nullable): a picture, such as a #GdkTexture */
void
xb_ring_phone_set_logo (XbRingPhone  *self,
                        GdkPaintable *logo)
{
  g_return_if_fail (XB_IS_RING_PHONE (self));

  if (g_set_object (&self->picture.logo, logo))
    changed (self, PROP_LOGO);
}

/** xb_ring_phone_set_shown: @shown: whether the handset shows the name; else the bare number */
void
xb_ring_phone_set_shown (XbRingPhone *self,
                         gboolean     shown)
{
  g_return_if_fail (XB_IS_RING_PHONE (self));

  if (self->picture.shown == !!shown)
    return;
  self->picture.shown = !!shown;
  changed (self, PROP_SHOWN);
}

/** xb_ring_phone_set_mark: @mark: (nullable): what crowds call the number, such as 骚扰电话 */
void
xb_ring_phone_set_mark (XbRingPhone *self,
                        const char  *mark)
{
  g_return_if_fail (XB_IS_RING_PHONE (self));

  set_text (self, &self->picture.mark, mark, PROP_MARK);
}

/** xb_ring_phone_set_scheme: a light or a dark screen */
void
xb_ring_phone_set_scheme (XbRingPhone  *self,
                          XbRingScheme  scheme)
{
  g_return_if_fail (XB_IS_RING_PHONE (self));

  if (self->picture.scheme == scheme)
    return;
  self->picture.scheme = scheme;
  changed (self, PROP_SCHEME);
}

/**
 * xb_ring_phone_set_cut:
 * @most: where the platform cuts the label off; 0: unknown
 * @wide: it counts a Chinese character as 2
 */
void
xb_ring_phone_set_cut (XbRingPhone *self,
                       int          most,
                       gboolean     wide)
{
  g_return_if_fail (XB_IS_RING_PHONE (self));

  if (self->picture.label_most == most && self->picture.label_wide == !!wide)
    return;
  self->picture.label_most = most;
  self->picture.label_wide = !!wide;
  changed (self, PROP_0);
}

/** xb_ring_phone_set_natural_width: how wide it would like to be; a small one stands for the brand in a strip */
void
xb_ring_phone_set_natural_width (XbRingPhone *self,
                                 int          width)
{
  g_return_if_fail (XB_IS_RING_PHONE (self));

  self->natural_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/** xb_ring_phone_get_picture: Returns: (transfer none): what is drawn */
const XbRingPicture *
xb_ring_phone_get_picture (XbRingPhone *self)
{
  g_return_val_if_fail (XB_IS_RING_PHONE (self), NULL);

  return &self->picture;
}

static void
add_label_words (const XbRingPicture *picture,
                 GPtrArray           *parts)
{
  int shown = xb_ring_picture_get_label_shown (picture), all = g_utf8_strlen (picture->label, -1);
  g_autofree char *part = g_utf8_substring (picture->label, 0, shown);

  if (shown < all)
    g_ptr_array_add (parts, g_strdup_printf (_("label, cut off: %s…"), part));
  else
    g_ptr_array_add (parts, g_strdup_printf (_("label: %s"), picture->label));
}

/** xb_ring_phone_dup_description: Returns: (transfer full): the picture in words */
char *
xb_ring_phone_dup_description (XbRingPhone *self)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (XB_IS_RING_PHONE (self), NULL);

  g_ptr_array_add (parts, g_strdup_printf (_("Ringing phone, %s"), xb_handset_get_title (self->picture.handset)));
  if (xb_ring_picture_shows_name (&self->picture))
    {
      g_ptr_array_add (parts, g_strdup_printf (_("name: %s"), self->picture.name));
      if (has_text (self->picture.label))
        add_label_words (&self->picture, parts);
      g_ptr_array_add (parts, g_strdup (self->picture.logo != NULL ? _("with the logo") : _("without a logo")));
    }
  else
    g_ptr_array_add (parts, g_strdup (_("no name shown")));
  if (xb_ring_picture_has_mark (&self->picture))
    g_ptr_array_add (parts, g_strdup_printf (_("marked as: %s"), self->picture.mark));
  if (has_text (self->picture.number))
    g_ptr_array_add (parts, g_strdup_printf (_("number: %s"), self->picture.number));
  if (has_text (self->picture.place))
    g_ptr_array_add (parts, g_strdup (self->picture.place));
  g_ptr_array_add (parts, NULL);
  /* Translators: between the parts of a description that is read aloud */
  return g_strjoinv (_(", "), (char **) parts->pdata);
}
