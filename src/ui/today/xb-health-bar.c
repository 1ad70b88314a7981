/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-format.h"
#include "xb-health-bar.h"
#include "xb-state-mark.h"

/* How all numbers stand, as one bar in four parts. The counts stand below it in words. */
struct _XbHealthBar
{
  GtkWidget parent_instance;
  guint64   counts[XB_N_HEALTHS];
};

G_DEFINE_FINAL_TYPE (XbHealthBar, xb_health_bar, GTK_TYPE_WIDGET)

#define HEIGHT 12
#define GAP 2
#define SMALLEST 6 /* one number of 100,000 is seen as well */

/* best first, as one reads */
static const struct
{
  XbHealth    health;
  const char *colour; /* (nullable): quiet */
} parts[XB_N_HEALTHS] = {
  { XB_HEALTH_LIVE, "success_color" },
  { XB_HEALTH_PROGRESS, "accent_color" },
  { XB_HEALTH_ATTENTION, "warning_color" },
  { XB_HEALTH_NONE, NULL },
};

static void
find_colour (GtkWidget  *widget,
             const char *name,
             GdkRGBA    *colour)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);

  if (name != NULL && gtk_style_context_lookup_color (context, name, colour))
    return;
  gtk_style_context_get_color (context, colour);
  colour->alpha *= 0.2;
}

static void
xb_health_bar_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  XbHealthBar *self = XB_HEALTH_BAR (widget);
  const float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint64 total = 0;
  guint shown = 0;
  float x = 0, room;
  GskRoundedRect clip;

  for (guint i = 0; i < XB_N_HEALTHS; i++)
    {
      total += self->counts[i];
      shown += self->counts[i] > 0;
    }
  gsk_rounded_rect_init_from_rect (&clip, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  room = width - (shown > 0 ? (shown - 1) * GAP + shown * SMALLEST : 0);
  for (guint i = 0; i < XB_N_HEALTHS && total > 0 && room > 0; i++)
    {
      guint64 count = self->counts[parts[i].health];
      float part = SMALLEST + room * ((double) count / total);
      GdkRGBA colour;

      if (count == 0)
        continue;
      find_colour (widget, parts[i].colour, &colour);
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (mirrored ? width - x - part : x, 0, part, height));
      x += part + GAP;
    }
  gtk_snapshot_pop (snapshot);
}

static void
xb_health_bar_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
}

static void
xb_health_bar_class_init (XbHealthBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = xb_health_bar_measure;
  widget_class->snapshot = xb_health_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "health-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xb_health_bar_init (XbHealthBar *self)
{
}

GtkWidget *
xb_health_bar_new (void)
{
  return g_object_new (XB_TYPE_HEALTH_BAR, NULL);
}

/** xb_health_bar_set_counts: @counts: by #XbHealth */
void
xb_health_bar_set_counts (XbHealthBar   *self,
                          const guint64  counts[XB_N_HEALTHS])
{
  g_autofree char *words = NULL;

  g_return_if_fail (XB_IS_HEALTH_BAR (self));

  memcpy (self->counts, counts, sizeof self->counts);
  words = xb_health_bar_dup_words (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** xb_health_bar_dup_words: Returns: (transfer full): the bar in words */
char *
xb_health_bar_dup_words (XbHealthBar *self)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (XB_IS_HEALTH_BAR (self), NULL);

  for (guint i = 0; i < XB_N_HEALTHS; i++)
    {
      g_autofree char *count = xb_format_count (self->counts[parts[i].health]);

      /* Translators: a state and how many numbers are in it, read aloud */
      g_ptr_array_add (words, g_strdup_printf (_("%1$s: %2$s"), xb_health_get_title (parts[i].health), count));
    }
  g_ptr_array_add (words, NULL);
  return g_strjoinv (_(", "), (char **) words->pdata);
}
