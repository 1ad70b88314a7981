/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-workdays.h"
#include "xb-year-backdrop.h"

/* A run of days off; @name: (nullable): of a holiday, else a weekend. */
typedef struct
{
  guint first;
  guint last;
  char *name;
} Off;

struct _XbYearBackdrop
{
  char  *from;
  guint  days;
  int    today;     /* day of the year shown; may lie outside */
  int    estimated; /* from this day on no calendar is published; -1: all is */
  GArray *off;
  GArray *work;     /* guint: make-up days */
};

static void
off_clear (gpointer data)
{
  g_free (((Off *) data)->name);
}

static void
add_off (XbYearBackdrop *self,
         guint           day,
         const char     *name)
{
  Off *last = self->off->len > 0 ? &g_array_index (self->off, Off, self->off->len - 1) : NULL;
  Off new = { day, day, g_strdup (name) };

  if (last != NULL && last->last + 1 == day && g_strcmp0 (last->name, name) == 0)
    {
      last->last = day;
      g_free (new.name);
    }
  else
    g_array_append_val (self->off, new);
}

static void
read_day (XbYearBackdrop *self,
          guint           day)
{
  g_autofree char *date = xb_day_add (self->from, (int) day);
  g_autofree char *reason = NULL;
  gboolean workday = TRUE, estimated = FALSE;
  int weekday = xb_day_weekday (date);
  gboolean weekend;

  if (!xb_workdays_check (xb_workdays_get_default (), date, &workday, &reason, &estimated, NULL))
    return;
  if (estimated && self->estimated < 0)
    self->estimated = (int) day;
  weekend = reason != NULL && g_strcmp0 (reason, _("weekend")) == 0;
  if (!workday)
    add_off (self, day, weekend ? NULL : reason);
  else if (weekday >= 6 || weekday == 0)
    g_array_append_val (self->work, day);
}

XbYearBackdrop *
xb_year_backdrop_new (const char *from,
                      const char *until,
                      const char *today)
{
  XbYearBackdrop *self = g_new0 (XbYearBackdrop, 1);

  self->from = g_strdup (from);
  self->days = (guint) MAX (xb_day_diff (from, until) + 1, 1);
  self->today = xb_day_diff (from, today);
  self->estimated = -1;
  self->off = g_array_new (FALSE, FALSE, sizeof (Off));
  self->work = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_clear_func (self->off, off_clear);
  for (guint day = 0; day < self->days; day++)
    read_day (self, day);
  return self;
}

void
xb_year_backdrop_free (XbYearBackdrop *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->off);
  g_array_unref (self->work);
  g_free (self->from);
  g_free (self);
}

guint
xb_year_backdrop_get_days (XbYearBackdrop *self)
{
  return self->days;
}

/** xb_year_backdrop_find_x: where @day begins */
double
xb_year_backdrop_find_x (XbYearBackdrop *self,
                         const char     *day,
                         int             width)
{
  return (double) width * xb_day_diff (self->from, day) / self->days;
}

/** xb_year_backdrop_dup_holidays: Returns: (transfer full): the names of the holidays, with commas */
char *
xb_year_backdrop_dup_holidays (XbYearBackdrop *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->off->len; i++)
    {
      const Off *off = &g_array_index (self->off, Off, i);

      if (off->name != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? _(", ") : "", off->name);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
draw_text (GtkWidget     *widget,
           GtkSnapshot   *snapshot,
           const char    *text,
           double         x,
           double         y,
           double         room,
           const GdkRGBA *color,
           double         scale)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (layout, attributes);
  if (room > 0)
    {
      pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
fill_rect (GtkSnapshot   *snapshot,
           const GdkRGBA *color,
           float          alpha,
           double         x,
           double         y,
           double         width,
           double         height)
{
  GdkRGBA tint = *color;

  tint.alpha *= alpha;
  gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* The months, each with a line where it begins; the year where there is another one. */
static void
snapshot_months (XbYearBackdrop *self,
                 GtkWidget      *widget,
                 GtkSnapshot    *snapshot,
                 const GdkRGBA  *color,
                 int             width,
                 int             height)
{
  for (guint day = 0; day < self->days; )
    {
      g_autofree char *date = xb_day_add (self->from, (int) day);
      g_autofree char *first = g_strdup_printf ("%.7s-01", date);
      g_autofree char *next = xb_day_add_months (first, 1);
      guint end = (guint) xb_day_diff (self->from, next);
      int month = (date[5] - '0') * 10 + date[6] - '0';
      double x = (double) width * day / self->days, room = (double) width * MIN (end, self->days) / self->days - x;
      g_autofree char *name = month == 1 ? g_strdup_printf (_("%1$.4s-%2$02d"), date, month)
                                                     : g_strdup_printf (C_("month", "%d"), month);

      fill_rect (snapshot, color, 0.14F, x, 0, 1, height);
      draw_text (widget, snapshot, name, x + 4, 2, room - 6, color, 0.85);
      day = end;
    }
}

/** xb_year_backdrop_snapshot: draws it over all of @widget */
void
xb_year_backdrop_snapshot (XbYearBackdrop *self,
                           GtkWidget      *widget,
                           GtkSnapshot    *snapshot)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double day = (double) width / self->days;
  GdkRGBA color, faint, accent;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &accent))
    accent = color;
  faint = color;
  faint.alpha *= 0.7F;
  for (guint i = 0; i < self->off->len; i++)
    {
      const Off *off = &g_array_index (self->off, Off, i);
      double x = off->first * day, wide = (off->last + 1 - off->first) * day;

      fill_rect (snapshot, &color, off->name != NULL ? 0.13F : 0.045F, x, XB_YEAR_HEAD, wide, height - XB_YEAR_HEAD);
      if (off->name != NULL)
        draw_text (widget, snapshot, off->name, x, 22, MAX (wide, 52), &faint, 0.75);
    }
  /* a make-up day: people work although it is a weekend: a mark at the top, no shade */
  for (guint i = 0; i < self->work->len; i++)
    fill_rect (snapshot, &color, 0.5F, g_array_index (self->work, guint, i) * day, XB_YEAR_HEAD, MAX (day, 2), 3);
  if (self->estimated >= 0 && self->estimated < (int) self->days)
    {
      fill_rect (snapshot, &color, 0.3F, self->estimated * day, XB_YEAR_HEAD, 1, height - XB_YEAR_HEAD);
      draw_text (widget, snapshot, _("holidays not published yet"), self->estimated * day + 4, 22, 200, &faint, 0.75);
    }
  snapshot_months (self, widget, snapshot, &color, width, height);
  if (self->today >= 0 && self->today < (int) self->days)
    {
      fill_rect (snapshot, &accent, 1, (self->today + 0.5) * day - 1, 18, 2, height - 18);
      draw_text (widget, snapshot, _("today"), (self->today + 0.5) * day + 3, height - 18, 0, &accent, 0.75);
    }
}
