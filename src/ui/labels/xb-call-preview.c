/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-call-preview.h"
#include "xb-handset-screen.h"
#include "xb-lifecycle.h"
#include "xb-ui.h"

#define LARGE_WIDTH 230
#define SMALL_WIDTH 54

/* How the label looks when the phone rings: one phone in front, the brands to choose from below it. */
struct _XbCallPreview
{
  AdwBin           parent_instance;

  GPtrArray       *platforms; /* (element-type XbPlatform) */
  char            *name;
  char            *number;
  char            *label;
  guint            seen; /* bits of XbHandset that a photo proved */
  XbHandset        handset;

  /* template */
  XbRingPhone     *phone;
  GtkLabel        *caption;
  GtkLabel        *cut;
  GtkBox          *strip;
  GtkToggleButton *light;
  GtkToggleButton *dark;

  GtkWidget       *small[XB_CALL_PREVIEW_BRANDS];
  GtkWidget       *choices[XB_CALL_PREVIEW_BRANDS];
};

G_DEFINE_FINAL_TYPE (XbCallPreview, xb_call_preview, ADW_TYPE_BIN)

/* The platform by which the handset shows it; none: (out) whether some platform does not say. */
static XbPlatform *
find_platform (XbCallPreview *self,
               XbHandset      handset,
               gboolean      *unknown)
{
  *unknown = FALSE;
  for (guint i = 0; i < self->platforms->len; i++)
    {
      XbPlatform *platform = g_ptr_array_index (self->platforms, i);
      guint bits = 0;

      if (!xb_platform_get_bits (platform, "handsets", &bits))
        *unknown = TRUE;
      else if (bits & (1u << handset))
        return platform;
    }
  return NULL;
}

/** xb_call_preview_get_reach: whether @handset shows the name, as far as it is known */
XbCallReach
xb_call_preview_get_reach (XbCallPreview *self,
                           XbHandset      handset)
{
  gboolean unknown;

  g_return_val_if_fail (XB_IS_CALL_PREVIEW (self), XB_REACH_NONE);

  if (self->seen & (1u << handset))
    return XB_REACH_SEEN;
  if (find_platform (self, handset, &unknown) != NULL)
    return XB_REACH_SHOWN;
  return unknown ? XB_REACH_UNKNOWN : XB_REACH_NONE;
}

/* Where the label ends: the narrowest of what the platforms that may reach it and the handset say. */
static XbPlatform *
find_cut (XbCallPreview *self,
          XbHandset      handset,
          int           *most,
          gboolean      *wide)
{
  XbPlatform *narrowest = NULL;

  *most = 0;
  *wide = TRUE;
  for (guint i = 0; i < self->platforms->len; i++)
    {
      XbPlatform *platform = g_ptr_array_index (self->platforms, i);
      gboolean counts_wide = g_strcmp0 (xb_platform_get_text (platform, "width_counts"), "cjk2") == 0;
      gint64 value = 0;
      guint bits = G_MAXUINT;

      xb_platform_get_bits (platform, "handsets", &bits);
      if (!(bits & (1u << handset)) || !xb_platform_get_int (platform, "label_max", &value) || value <= 0)
        continue;
      if (narrowest == NULL || value < *most)
        {
          narrowest = platform;
          *most = (int) value;
          *wide = counts_wide;
        }
    }
  if (narrowest == NULL && xb_handset_get_label_max (handset, most))
    *wide = TRUE;
  return narrowest;
}

static char *
dup_reach_words (XbCallPreview *self,
                 XbHandset      handset)
{
  const char *brand = xb_handset_get_title (handset);
  gboolean unknown;
  XbPlatform *platform = find_platform (self, handset, &unknown);

  switch (xb_call_preview_get_reach (self, handset))
    {
    case XB_REACH_SEEN:
      return g_strdup_printf (_("%s shows it: there is a photo."), brand);
    case XB_REACH_SHOWN:
      return g_strdup_printf (_("%1$s shows it, says %2$s; a photo proves it."), brand, xb_platform_get_name (platform));
    case XB_REACH_UNKNOWN:
      return g_strdup_printf (_("Nobody says whether %s shows it; a photo will tell."), brand);
    case XB_REACH_NONE:
    default:
      if (self->platforms->len == 0)
        return g_strdup (_("Without a certification callees see only the number."));
      return g_strdup_printf (_("%s shows no name: the platforms here do not reach it."), brand);
    }
}

static char *
dup_cut_words (XbCallPreview *self)
{
  const XbRingPicture *picture = xb_ring_phone_get_picture (self->phone);
  int shown = xb_ring_picture_get_label_shown (picture), most;
  int all = self->label != NULL ? g_utf8_strlen (self->label, -1) : 0;
  gboolean wide;
  XbPlatform *platform = find_cut (self, self->handset, &most, &wide);

  if (!xb_ring_picture_shows_name (picture) || all == 0)
    return NULL;
  if (most > 0 && xb_platform_measure_text (self->label, wide) > most)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%2$s cuts it off after %1$d character.",
                                         "%2$s cuts it off after %1$d characters.", shown), shown,
                            platform != NULL ? xb_platform_get_name (platform) : xb_handset_get_title (self->handset));
  if (shown < all)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "On a usual screen it ends after %1$d character; %2$s publishes no limit.",
                                         "On a usual screen it ends after %1$d characters; %2$s publishes no limit.",
                                         shown), shown, xb_handset_get_title (self->handset));
  return NULL;
}

static void
fill_phone (XbCallPreview *self,
            XbRingPhone   *phone,
            XbHandset      handset)
{
  int most;
  gboolean wide;

  find_cut (self, handset, &most, &wide);
  xb_ring_phone_set_handset (phone, handset);
  xb_ring_phone_set_name (phone, self->name);
  xb_ring_phone_set_number (phone, self->number);
  xb_ring_phone_set_label (phone, self->label);
  xb_ring_phone_set_cut (phone, most, wide);
  xb_ring_phone_set_shown (phone, xb_call_preview_get_reach (self, handset) != XB_REACH_NONE);
  xb_ring_phone_set_scheme (phone, gtk_toggle_button_get_active (self->dark) ? XB_RING_SCHEME_DARK
                                                                             : XB_RING_SCHEME_LIGHT);
}

static void
update (XbCallPreview *self)
{
  g_autofree char *reach = dup_reach_words (self, self->handset);
  g_autofree char *cut = NULL;

  fill_phone (self, self->phone, self->handset);
  for (guint i = 0; i < XB_CALL_PREVIEW_BRANDS; i++)
    {
      g_autofree char *words = dup_reach_words (self, i);
      g_autofree char *name = g_strdup_printf ("%s: %s", xb_handset_get_title (i), words);

      fill_phone (self, XB_RING_PHONE (self->small[i]), i);
      gtk_widget_set_tooltip_text (self->choices[i], words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->choices[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  cut = dup_cut_words (self);
  gtk_label_set_label (self->caption, reach);
  gtk_label_set_label (self->cut, cut != NULL ? cut : "");
  gtk_widget_set_visible (GTK_WIDGET (self->cut), cut != NULL);
}

static void
chosen_cb (GtkToggleButton *button,
           XbCallPreview   *self)
{
  for (guint i = 0; i < XB_CALL_PREVIEW_BRANDS; i++)
    if (self->choices[i] == GTK_WIDGET (button) && gtk_toggle_button_get_active (button) && self->handset != i)
      {
        self->handset = i;
        update (self);
      }
}

static void
add_brand (XbCallPreview *self,
           XbHandset      handset)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *name = gtk_label_new (xb_handset_get_title (handset));
  GtkWidget *choice = gtk_toggle_button_new ();

  self->small[handset] = xb_ring_phone_new ();
  self->choices[handset] = choice;
  xb_ring_phone_set_natural_width (XB_RING_PHONE (self->small[handset]), SMALL_WIDTH);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (name, "caption");
  gtk_box_append (GTK_BOX (box), self->small[handset]);
  gtk_box_append (GTK_BOX (box), name);
  gtk_button_set_child (GTK_BUTTON (choice), box);
  gtk_widget_add_css_class (choice, "flat");
  gtk_widget_add_css_class (choice, "brand");
  if (handset > 0)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (choice), GTK_TOGGLE_BUTTON (self->choices[0]));
  g_signal_connect_object (choice, "toggled", G_CALLBACK (chosen_cb), self, 0);
  gtk_box_append (self->strip, choice);
}

static void
xb_call_preview_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XB_TYPE_CALL_PREVIEW);
  G_OBJECT_CLASS (xb_call_preview_parent_class)->dispose (object);
}

static void
xb_call_preview_finalize (GObject *object)
{
  XbCallPreview *self = XB_CALL_PREVIEW (object);

  g_ptr_array_unref (self->platforms);
  g_free (self->name);
  g_free (self->number);
  g_free (self->label);
  G_OBJECT_CLASS (xb_call_preview_parent_class)->finalize (object);
}

static void
xb_call_preview_class_init (XbCallPreviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = xb_call_preview_dispose;
  object_class->finalize = xb_call_preview_finalize;
  g_type_ensure (XB_TYPE_RING_PHONE);
  gtk_widget_class_set_template_from_resource (widget_class, XB_UI_RESOURCE "labels/xb-call-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, XbCallPreview, phone);
  gtk_widget_class_bind_template_child (widget_class, XbCallPreview, caption);
  gtk_widget_class_bind_template_child (widget_class, XbCallPreview, cut);
  gtk_widget_class_bind_template_child (widget_class, XbCallPreview, strip);
  gtk_widget_class_bind_template_child (widget_class, XbCallPreview, light);
  gtk_widget_class_bind_template_child (widget_class, XbCallPreview, dark);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_set_css_name (widget_class, "call-preview");
}

static void
xb_call_preview_init (XbCallPreview *self)
{
  self->platforms = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  xb_ring_phone_set_natural_width (self->phone, LARGE_WIDTH);
  for (XbHandset handset = 0; handset < XB_CALL_PREVIEW_BRANDS; handset++)
    add_brand (self, handset);
  gtk_toggle_button_set_active (adw_style_manager_get_dark (adw_style_manager_get_default ()) ? self->dark
                                                                                              : self->light, TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->choices[0]), TRUE);
  update (self);
}

GtkWidget *
xb_call_preview_new (void)
{
  return g_object_new (XB_TYPE_CALL_PREVIEW, NULL);
}

/** xb_call_preview_set_caller: @name: (nullable): what phones show; @number: (nullable): grouped as people say it */
void
xb_call_preview_set_caller (XbCallPreview *self,
                            const char    *name,
                            const char    *number)
{
  g_return_if_fail (XB_IS_CALL_PREVIEW (self));

  g_free (self->name);
  g_free (self->number);
  self->name = g_strdup (name);
  self->number = g_strdup (number);
  update (self);
}

/** xb_call_preview_set_label: @label: (nullable): as it stands in the entry now */
void
xb_call_preview_set_label (XbCallPreview *self,
                           const char    *label)
{
  g_return_if_fail (XB_IS_CALL_PREVIEW (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  update (self);
}

/**
 * xb_call_preview_set_platforms:
 * @platforms: (element-type XbPlatform): by which the number is certified
 * @seen: bits of #XbHandset on which a photo proved it
 */
void
xb_call_preview_set_platforms (XbCallPreview *self,
                               GPtrArray     *platforms,
                               guint          seen)
{
  g_return_if_fail (XB_IS_CALL_PREVIEW (self));

  g_ptr_array_set_size (self->platforms, 0);
  for (guint i = 0; i < platforms->len; i++)
    g_ptr_array_add (self->platforms, g_object_ref (g_ptr_array_index (platforms, i)));
  self->seen = seen;
  update (self);
}

void
xb_call_preview_set_handset (XbCallPreview *self,
                             XbHandset      handset)
{
  g_return_if_fail (XB_IS_CALL_PREVIEW (self));
  g_return_if_fail (handset < XB_CALL_PREVIEW_BRANDS);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->choices[handset]), TRUE);
}

/** xb_call_preview_get_caption: Returns: (transfer none): whether the brand in front shows it */
const char *
xb_call_preview_get_caption (XbCallPreview *self)
{
  g_return_val_if_fail (XB_IS_CALL_PREVIEW (self), NULL);

  return gtk_label_get_label (self->caption);
}

/** xb_call_preview_get_phone: Returns: (transfer none): the phone in front */
XbRingPhone *
xb_call_preview_get_phone (XbCallPreview *self)
{
  g_return_val_if_fail (XB_IS_CALL_PREVIEW (self), NULL);

  return self->phone;
}
