/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-format.h"
#include "xb-inspection-look.h"
#include "xb-lifecycle.h"
#include "xb-sight-cell.h"

#define MARK 14
#define GAP 6

/* One brand of phone in a row of the matrix: a mark, a word, how old it is. A table has some hundred of them in sight
 * and binds dozens a frame while it is scrolled: so each is one widget that draws itself, without children and
 * without style classes that change. */
struct _XbSightCell
{
  GtkWidget     parent_instance;

  XbHandset     handset;
  XbMatrixRow  *row; /* (nullable) */
  char         *today;
  XbMatrixSight sight;
  PangoLayout  *layout; /* (nullable): made when it is first drawn */
  char         *text;
};

G_DEFINE_FINAL_TYPE (XbSightCell, xb_sight_cell, GTK_TYPE_WIDGET)

static char *
dup_text (const XbMatrixSight *sight)
{
  g_autofree char *age = NULL;

  if (sight->state == XB_SIGHT_NEVER)
    return g_strdup (xb_sight_get_title (sight->state));
  if (sight->age == 0)
    age = g_strdup (_("today"));
  else
    age = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", (gulong) sight->age), sight->age);
  return g_strdup_printf ("%s · %s", xb_sight_get_title (sight->state), age);
}

static void
update (XbSightCell *self)
{
  g_autofree char *spoken = NULL;

  xb_matrix_row_get_sight (self->row, self->handset, self->today, &self->sight);
  g_free (self->text);
  self->text = dup_text (&self->sight);
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, self->text, -1);
  spoken = g_strdup_printf (_("%1$s: %2$s"), xb_handset_get_title (self->handset), self->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static PangoLayout *
get_layout (XbSightCell *self)
{
  if (self->layout == NULL)
    self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  return self->layout;
}

static void
xb_sight_cell_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  int width, height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = MARK; /* the column is as wide as it is */
      return;
    }
  pango_layout_get_pixel_size (get_layout (XB_SIGHT_CELL (widget)), &width, &height);
  *minimum = *natural = MAX (MARK, height);
}

/* The colours of the theme by name, so that no style is worked out anew for a row that comes into sight. */
static void
find_colour (XbSightCell *self,
             GdkRGBA     *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  const char *tone = xb_tone_for_sight (self->sight.state);
  g_autofree char *name = g_strconcat (tone, "_color", NULL);

  if (!gtk_style_context_lookup_color (context, name, colour))
    gtk_style_context_get_color (context, colour);
  if (self->sight.state == XB_SIGHT_NEVER)
    colour->alpha *= 0.6f;
}

typedef struct
{
  XbMarkShape shape;
  GdkRGBA     colour;
  int         scale;
  GdkTexture *texture;
} Drawn;

static GdkTexture *
draw_mark (XbMarkShape    shape,
           const GdkRGBA *colour,
           int            scale)
{
  int side = MARK * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, side, side);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(GBytes) bytes = NULL;
  GdkTexture *texture;

  gdk_cairo_set_source_rgba (cr, colour);
  cairo_translate (cr, side / 2.0, side / 2.0);
  cairo_scale (cr, side / 12.0, side / 12.0);
  xb_state_mark_draw (cr, shape);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize) cairo_image_surface_get_stride (surface) * side);
  texture = gdk_memory_texture_new (side, side, GDK_MEMORY_DEFAULT, bytes, cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  return texture;
}

/* Four signs in the colours of two themes: drawn once each. */
static GdkTexture *
find_mark (XbMarkShape    shape,
           const GdkRGBA *colour,
           int            scale)
{
  static GArray *all = NULL;
  Drawn drawn = { shape, *colour, scale, NULL };

  if (all == NULL)
    all = g_array_new (FALSE, FALSE, sizeof (Drawn));
  for (guint i = 0; i < all->len; i++)
    {
      Drawn *known = &g_array_index (all, Drawn, i);

      if (known->shape == shape && known->scale == scale && gdk_rgba_equal (&known->colour, colour))
        return known->texture;
    }
  drawn.texture = draw_mark (shape, colour, scale);
  g_array_append_val (all, drawn);
  return drawn.texture;
}

static void
xb_sight_cell_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  XbSightCell *self = XB_SIGHT_CELL (widget);
  int height = gtk_widget_get_height (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int text_width, text_height, start;
  GdkRGBA colour;

  if (self->row == NULL)
    return;
  find_colour (self, &colour);
  pango_layout_get_pixel_size (get_layout (self), &text_width, &text_height);
  start = rtl ? gtk_widget_get_width (widget) - MARK : 0;
  gtk_snapshot_append_texture (snapshot,
                               find_mark (xb_mark_for_sight (self->sight.state), &colour,
                                          gtk_widget_get_scale_factor (widget)),
                               &GRAPHENE_RECT_INIT (start, (height - MARK) / 2, MARK, MARK));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (rtl ? start - GAP - text_width : MARK + GAP,
                                                          (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, get_layout (self), &colour);
  gtk_snapshot_restore (snapshot);
}

static gboolean
xb_sight_cell_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    keyboard,
                             GtkTooltip *tooltip)
{
  XbSightCell *self = XB_SIGHT_CELL (widget);
  g_autofree char *day = NULL;
  g_autofree char *shown = NULL;

  if (self->row == NULL || self->sight.at == 0)
    return FALSE;
  day = xb_instant_to_day (self->sight.at);
  shown = xb_format_day (day, self->today);
  gtk_tooltip_set_text (tooltip, shown);
  return TRUE;
}

static void
xb_sight_cell_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (xb_sight_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&XB_SIGHT_CELL (widget)->layout); /* another font, perhaps */
}

static void
xb_sight_cell_dispose (GObject *object)
{
  XbSightCell *self = XB_SIGHT_CELL (object);

  xb_sight_cell_set_row (self, NULL, NULL);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->today, g_free);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (xb_sight_cell_parent_class)->dispose (object);
}

static void
xb_sight_cell_class_init (XbSightCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_sight_cell_dispose;
  widget_class->measure = xb_sight_cell_measure;
  widget_class->snapshot = xb_sight_cell_snapshot;
  widget_class->query_tooltip = xb_sight_cell_query_tooltip;
  widget_class->css_changed = xb_sight_cell_css_changed;
  gtk_widget_class_set_css_name (widget_class, "sight");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xb_sight_cell_init (XbSightCell *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
xb_sight_cell_new (XbHandset handset)
{
  XbSightCell *self = g_object_new (XB_TYPE_SIGHT_CELL, NULL);

  self->handset = handset;
  return GTK_WIDGET (self);
}

/** xb_sight_cell_set_row: @row: (nullable): followed from now on */
void
xb_sight_cell_set_row (XbSightCell *self,
                       XbMatrixRow *row,
                       const char  *today)
{
  g_return_if_fail (XB_IS_SIGHT_CELL (self));

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, update, self);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  if (g_strcmp0 (self->today, today) != 0)
    {
      g_free (self->today);
      self->today = g_strdup (today);
    }
  g_signal_connect_object (row, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/** xb_sight_cell_get_text: Returns: (transfer none) (nullable): what it says */
const char *
xb_sight_cell_get_text (XbSightCell *self)
{
  g_return_val_if_fail (XB_IS_SIGHT_CELL (self), NULL);

  return self->text;
}
