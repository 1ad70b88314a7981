/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-year-block.h"
#include "xb-year-words.h"

/* One bar of the year. It has the keyboard and a name of its own; where it lies is the chart's. While it is moved
 * it has other days than its bar. */
struct _XbYearBlock
{
  GtkWidget        parent_instance;

  const XbYearBar *bar;   /* of the chart's year */
  char            *today;
  char            *from;
  char            *until; /* (nullable) */
  guint            lane;
  gboolean         narrow; /* its words do not fit: the chart writes them beside it */
  GtkWidget       *label;
};

G_DEFINE_FINAL_TYPE (XbYearBlock, xb_year_block, GTK_TYPE_WIDGET)

/* Slanted lines over the days on which another label of the same layer lies: a shape, not a colour. */
static void
snapshot_overlap (XbYearBlock         *self,
                  GtkSnapshot         *snapshot,
                  const XbYearOverlap *overlap)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const char *last = self->until != NULL ? self->until : overlap->until;
  int days = MAX (xb_day_diff (self->from, last) + 1, 1);
  double day = (double) width / days;
  double x = CLAMP (xb_day_diff (self->from, overlap->from) * day, 0, width);
  double end = CLAMP ((xb_day_diff (self->from, overlap->until) + 1) * day, x, width);
  GdkRGBA color;
  cairo_t *cr;

  if (end - x < 1)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, 0, end - x, height));
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1.5);
  for (double at = x - height; at < end; at += 6)
    {
      cairo_move_to (cr, at, height);
      cairo_line_to (cr, at + height, 0);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
xb_year_block_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  XbYearBlock *self = XB_YEAR_BLOCK (widget);

  if (!xb_year_block_is_moved (self))
    for (guint i = 0; i < self->bar->overlaps->len; i++)
      snapshot_overlap (self, snapshot, &g_array_index (self->bar->overlaps, XbYearOverlap, i));
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
xb_year_block_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  /* as narrow as its days are */
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 1;
  else
    gtk_widget_measure (XB_YEAR_BLOCK (widget)->label, orientation, -1, minimum, natural, NULL, NULL);
}

static void
xb_year_block_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  XbYearBlock *self = XB_YEAR_BLOCK (widget);
  int least, natural;

  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  self->narrow = width < natural;
  gtk_widget_set_child_visible (self->label, !self->narrow);
  gtk_widget_size_allocate (self->label, &(GtkAllocation) { 0, 0, MAX (width, least), height }, baseline);
}

static void
xb_year_block_dispose (GObject *object)
{
  g_clear_pointer (&XB_YEAR_BLOCK (object)->label, gtk_widget_unparent);
  G_OBJECT_CLASS (xb_year_block_parent_class)->dispose (object);
}

static void
xb_year_block_finalize (GObject *object)
{
  XbYearBlock *self = XB_YEAR_BLOCK (object);

  g_free (self->today);
  g_free (self->from);
  g_free (self->until);
  G_OBJECT_CLASS (xb_year_block_parent_class)->finalize (object);
}

static void
xb_year_block_class_init (XbYearBlockClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = xb_year_block_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_year_block_finalize;
  widget_class->snapshot = xb_year_block_snapshot;
  widget_class->measure = xb_year_block_measure;
  widget_class->size_allocate = xb_year_block_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "year-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
xb_year_block_init (XbYearBlock *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* What it says is the same for eyes and for a screen reader. */
static void
update (XbYearBlock *self)
{
  g_autofree char *days = xb_year_dup_span (self->from, self->until, self->today);
  g_autofree char *facts = xb_bar_dup_facts (self->bar, self->today, NULL);
  g_autofree char *marks = xb_bar_dup_marks (self->bar, self->today);
  g_autofree char *overlap = xb_bar_dup_overlap (self->bar, self->today);
  g_autofree char *name = g_strdup_printf ("%s, %s", self->bar->text, days);
  g_autofree char *text = g_strjoin ("\n", facts, overlap != NULL ? overlap : marks,
                                     overlap != NULL ? marks : NULL, NULL);
  g_autofree char *tip = g_strdup_printf ("%s\n%s", self->bar->text, text);
  g_autofree char *shown = overlap != NULL ? g_strdup_printf (_("⚠ overlap · %s"), self->bar->text)
                                           : g_strdup (self->bar->text);

  gtk_label_set_label (GTK_LABEL (self->label), xb_year_block_is_moved (self) ? days : shown);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  if (xb_year_block_is_moved (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "moving");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "moving");
}

/** xb_year_block_new: @bar: borrowed; it must outlive the block */
GtkWidget *
xb_year_block_new (const XbYearBar *bar,
                   const char      *today)
{
  static const char *const classes[] = { "base", "season", "campaign" };
  XbYearBlock *self = g_object_new (XB_TYPE_YEAR_BLOCK, NULL);

  self->bar = bar;
  self->today = g_strdup (today);
  gtk_widget_add_css_class (GTK_WIDGET (self), bar->numbers == 0 ? "empty" : classes[bar->layer]);
  xb_year_block_set_days (self, bar->from, bar->until);
  return GTK_WIDGET (self);
}

const XbYearBar *
xb_year_block_get_bar (XbYearBlock *self)
{
  return self->bar;
}

guint
xb_year_block_get_lane (XbYearBlock *self)
{
  return self->lane;
}

void
xb_year_block_set_lane (XbYearBlock *self,
                        guint        lane)
{
  self->lane = lane;
}

const char *
xb_year_block_get_from (XbYearBlock *self)
{
  return self->from;
}

/** xb_year_block_get_until: Returns: (nullable): the last day */
const char *
xb_year_block_get_until (XbYearBlock *self)
{
  return self->until;
}

/** xb_year_block_set_days: where it would lie; @until: (nullable) */
void
xb_year_block_set_days (XbYearBlock *self,
                        const char  *from,
                        const char  *until)
{
  char *first = g_strdup (from), *last = g_strdup (until);

  g_return_if_fail (XB_IS_YEAR_BLOCK (self));

  g_free (self->from);
  g_free (self->until);
  self->from = first;
  self->until = last;
  update (self);
}

/** xb_year_block_is_narrow: Returns: whether its words do not fit into it */
gboolean
xb_year_block_is_narrow (XbYearBlock *self)
{
  return self->narrow;
}

const char *
xb_year_block_get_words (XbYearBlock *self)
{
  return gtk_label_get_label (GTK_LABEL (self->label));
}

/** xb_year_block_is_moved: Returns: whether it has other days than its bar */
gboolean
xb_year_block_is_moved (XbYearBlock *self)
{
  return g_strcmp0 (self->from, self->bar->from) != 0 || g_strcmp0 (self->until, self->bar->until) != 0;
}
