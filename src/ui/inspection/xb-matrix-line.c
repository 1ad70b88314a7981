/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-lifecycle.h"
#include "xb-matrix-line.h"
#include "xb-phone.h"

#define MARGIN 9 /* above and below the words */

enum
{
  TEXT_NUMBER,
  TEXT_PLATFORM,
  TEXT_EXPECTED,
  N_TEXTS,
};

/* A number on a platform and what each brand of phone shows for it: one widget that draws all of it. The number stays
 * in sight when the rest is scrolled sideways. */
struct _XbMatrixLine
{
  GtkWidget      parent_instance;

  XbMatrixTable *table; /* (not owned): outlives its lines */
  XbMatrixRow   *row;   /* (nullable) */
  char          *platform;
  PangoLayout   *texts[N_TEXTS]; /* (nullable): made when it is first measured */
};

G_DEFINE_FINAL_TYPE (XbMatrixLine, xb_matrix_line, GTK_TYPE_WIDGET)

static char *
dup_words (XbMatrixLine *self,
           guint         text)
{
  const char *label = xb_matrix_row_get_label (self->row);
  const char *name = xb_matrix_row_get_name (self->row);

  if (text == TEXT_NUMBER)
    return xb_matrix_row_get_e164 (self->row) != NULL ? xb_phone_format (xb_matrix_row_get_e164 (self->row)) : g_strdup ("");
  if (text == TEXT_PLATFORM)
    return g_strdup (self->platform != NULL ? self->platform : "");
  return label != NULL && *label != '\0' ? g_strdup_printf ("%s · %s", name != NULL ? name : "", label)
                                         : g_strdup (name != NULL ? name : "");
}

/** xb_matrix_line_dup_text: @column: of a brand. Returns: (transfer full): what is said of it, with its name */
char *
xb_matrix_line_dup_text (XbMatrixLine *self,
                         guint         column)
{
  XbMatrixSight sight;
  g_autofree char *text = NULL;

  g_return_val_if_fail (XB_IS_MATRIX_LINE (self) && self->row != NULL && column < self->table->n_shown, NULL);

  xb_matrix_row_get_sight (self->row, self->table->shown[column], self->table->today, &sight);
  text = xb_sight_dup_text (&sight);
  return g_strdup_printf (_("%1$s: %2$s"), xb_handset_get_title (self->table->shown[column]), text);
}

/* The keyboard stands on the row around it, which has no name of its own: it says all of it. */
static void
name_row (XbMatrixLine *self)
{
  GtkWidget *around = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *number = dup_words (self, TEXT_NUMBER);
  g_autoptr(GString) name = g_string_new (number);

  g_string_append_printf (name, "%s%s", _(", "), self->platform);
  for (guint i = 0; i < self->table->n_shown; i++)
    {
      XbMatrixSight sight;

      xb_matrix_row_get_sight (self->row, self->table->shown[i], self->table->today, &sight);
      g_string_append_printf (name, "%s%s %s", _(", "), xb_handset_get_title (self->table->shown[i]),
                              xb_sight_get_title (sight.state));
    }
  if (around != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (around), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
write_texts (XbMatrixLine *self)
{
  static const int widths[] = { XB_MATRIX_NUMBER, XB_MATRIX_PLATFORM, XB_MATRIX_EXPECTED };

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *words = self->row != NULL ? dup_words (self, i) : g_strdup ("");

      if (self->texts[i] == NULL)
        {
          self->texts[i] = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
          pango_layout_set_ellipsize (self->texts[i], PANGO_ELLIPSIZE_END);
          pango_layout_set_width (self->texts[i], (widths[i] - XB_MATRIX_PAD) * PANGO_SCALE);
        }
      if (strcmp (pango_layout_get_text (self->texts[i]), words) != 0)
        pango_layout_set_text (self->texts[i], words, -1);
    }
}

static void
update (XbMatrixLine *self)
{
  write_texts (self);
  name_row (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static int
get_sights_end (XbMatrixLine *self)
{
  return XB_MATRIX_NUMBER + (int) self->table->n_shown * self->table->sight;
}

static void
xb_matrix_line_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  XbMatrixLine *self = XB_MATRIX_LINE (widget);
  int width, height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = get_sights_end (self) + XB_MATRIX_PLATFORM + XB_MATRIX_EXPECTED + XB_MATRIX_PAD;
      return;
    }
  if (self->texts[0] == NULL)
    write_texts (self);
  pango_layout_get_pixel_size (self->texts[TEXT_NUMBER], &width, &height);
  *minimum = *natural = height + 2 * MARGIN;
}

static void
draw_text (XbMatrixLine  *self,
           GtkSnapshot   *snapshot,
           guint          text,
           double         x,
           const GdkRGBA *colour)
{
  int width, height;

  pango_layout_get_pixel_size (self->texts[text], &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) ((gtk_widget_get_height (GTK_WIDGET (self)) - height) / 2)));
  gtk_snapshot_append_layout (snapshot, self->texts[text], colour);
  gtk_snapshot_restore (snapshot);
}

/* The brand whose photo Enter opens. */
static void
draw_cursor (XbMatrixLine *self,
             GtkSnapshot  *snapshot,
             double        x)
{
  static const float widths[] = { 2, 2, 2, 2 };
  GskRoundedRect frame;
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color", &colour))
    return;
  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT ((float) x - XB_MATRIX_PAD / 2, 3, (float) self->table->sight,
                                                                (float) gtk_widget_get_height (GTK_WIDGET (self)) - 6), 6);
  gtk_snapshot_append_border (snapshot, &frame, widths, (GdkRGBA[]) { colour, colour, colour, colour });
}

static void
draw_sights (XbMatrixLine *self,
             GtkSnapshot  *snapshot)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self)), scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  for (guint i = 0; i < self->table->n_shown; i++)
    {
      int x = XB_MATRIX_NUMBER + (int) i * self->table->sight;
      XbMatrixSight sight;
      GdkTexture *picture;
      int tall;

      xb_matrix_row_get_sight (self->row, self->table->shown[i], self->table->today, &sight);
      picture = xb_sight_pictures_find (self->table->pictures, &sight);
      tall = gdk_texture_get_height (picture) / scale;
      gtk_snapshot_append_texture (snapshot, picture,
                                   &GRAPHENE_RECT_INIT ((float) x, (float) ((height - tall) / 2),
                                                        (float) (gdk_texture_get_width (picture) / scale), (float) tall));
      if (self->table->focused == self && self->table->cursor == i)
        draw_cursor (self, snapshot, x);
    }
}

static void
xb_matrix_line_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  XbMatrixLine *self = XB_MATRIX_LINE (widget);
  double aside = (int) gtk_adjustment_get_value (self->table->across);
  GdkRGBA colour;

  if (self->row == NULL)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  if (aside > 0)
    gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) aside + XB_MATRIX_NUMBER - XB_MATRIX_PAD / 2, 0,
                                                           (float) gtk_widget_get_width (widget),
                                                           (float) gtk_widget_get_height (widget)));
  draw_sights (self, snapshot);
  draw_text (self, snapshot, TEXT_PLATFORM, get_sights_end (self), &colour);
  draw_text (self, snapshot, TEXT_EXPECTED, get_sights_end (self) + XB_MATRIX_PLATFORM, &colour);
  if (aside > 0)
    gtk_snapshot_pop (snapshot);
  draw_text (self, snapshot, TEXT_NUMBER, aside + XB_MATRIX_PAD, &colour);
}

static void
xb_matrix_line_css_changed (GtkWidget         *widget,
                            GtkCssStyleChange *change)
{
  XbMatrixLine *self = XB_MATRIX_LINE (widget);

  GTK_WIDGET_CLASS (xb_matrix_line_parent_class)->css_changed (widget, change);
  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_object (&self->texts[i]); /* another font, perhaps */
  if (self->row != NULL)
    write_texts (self);
}

static void
xb_matrix_line_dispose (GObject *object)
{
  XbMatrixLine *self = XB_MATRIX_LINE (object);

  xb_matrix_line_set_row (self, NULL, NULL);
  for (guint i = 0; i < N_TEXTS; i++)
    g_clear_object (&self->texts[i]);
  if (self->table->focused == self)
    self->table->focused = NULL;
  G_OBJECT_CLASS (xb_matrix_line_parent_class)->dispose (object);
}

static void
xb_matrix_line_finalize (GObject *object)
{
  g_free (XB_MATRIX_LINE (object)->platform);
  G_OBJECT_CLASS (xb_matrix_line_parent_class)->finalize (object);
}

static void
xb_matrix_line_class_init (XbMatrixLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_matrix_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_matrix_line_finalize;
  widget_class->measure = xb_matrix_line_measure;
  widget_class->snapshot = xb_matrix_line_snapshot;
  widget_class->css_changed = xb_matrix_line_css_changed;
  gtk_widget_class_set_css_name (widget_class, "matrix-line");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
xb_matrix_line_init (XbMatrixLine *self)
{
}

/** xb_matrix_line_new: @table: outlives it */
GtkWidget *
xb_matrix_line_new (XbMatrixTable *table)
{
  XbMatrixLine *self = g_object_new (XB_TYPE_MATRIX_LINE, NULL);

  self->table = table;
  return GTK_WIDGET (self);
}

/** xb_matrix_line_set_row: @row: (nullable): followed from now on; @platform: its name */
void
xb_matrix_line_set_row (XbMatrixLine *self,
                        XbMatrixRow  *row,
                        const char   *platform)
{
  g_return_if_fail (XB_IS_MATRIX_LINE (self));

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, update, self);
  g_set_object (&self->row, row);
  g_free (self->platform);
  self->platform = g_strdup (platform);
  if (row == NULL)
    return;
  g_signal_connect_swapped (row, "notify", G_CALLBACK (update), self); /* undone above, also on the way out */
  update (self);
}

/** xb_matrix_line_get_row: Returns: (transfer none) (nullable) */
XbMatrixRow *
xb_matrix_line_get_row (XbMatrixLine *self)
{
  g_return_val_if_fail (XB_IS_MATRIX_LINE (self), NULL);

  return self->row;
}

/** xb_matrix_line_find_column: Returns: the brand's column at @x, or -1 */
int
xb_matrix_line_find_column (XbMatrixLine *self,
                            double        x)
{
  g_return_val_if_fail (XB_IS_MATRIX_LINE (self), -1);

  x += XB_MATRIX_PAD / 2;
  if (x < gtk_adjustment_get_value (self->table->across) + XB_MATRIX_NUMBER || x >= get_sights_end (self))
    return -1;
  return (int) (x - XB_MATRIX_NUMBER) / self->table->sight;
}
