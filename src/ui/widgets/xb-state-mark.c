/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "xb-state-mark.h"

/* The one table of how a state looks; its word is in the model (xb_cert_state_get_title). */
static const struct
{
  XbMarkShape  shape;
  const char  *tone;
} looks[] = {
  [XB_CERT_STATE_DRAFT] = { XB_MARK_DOTTED, "neutral" },
  [XB_CERT_STATE_READY] = { XB_MARK_RING, "accent" },
  [XB_CERT_STATE_SUBMITTED] = { XB_MARK_QUARTER, "accent" },
  [XB_CERT_STATE_IN_REVIEW] = { XB_MARK_HALF, "accent" },
  [XB_CERT_STATE_NEEDS_INFO] = { XB_MARK_BANG, "warning" },
  [XB_CERT_STATE_APPROVED] = { XB_MARK_THREE_QUARTERS, "accent" },
  [XB_CERT_STATE_SYNCING] = { XB_MARK_TARGET, "accent" },
  [XB_CERT_STATE_LIVE] = { XB_MARK_DISC, "success" },
  [XB_CERT_STATE_REJECTED] = { XB_MARK_CROSS, "error" },
  [XB_CERT_STATE_FAILED] = { XB_MARK_SLASH, "error" },
  [XB_CERT_STATE_SUSPENDED] = { XB_MARK_PAUSE, "warning" },
  [XB_CERT_STATE_EXPIRED] = { XB_MARK_CLOCK, "warning" },
  [XB_CERT_STATE_WITHDRAWN] = { XB_MARK_DASH, "neutral" },
};

static const struct
{
  XbMarkShape  shape;
  const char  *tone;
  const char  *title;
} healths[] = {
  [XB_HEALTH_NONE] = { XB_MARK_RING, "neutral", N_("Not certified") },
  [XB_HEALTH_PROGRESS] = { XB_MARK_HALF, "accent", N_("Under way") },
  [XB_HEALTH_ATTENTION] = { XB_MARK_BANG, "warning", N_("Needs you") },
  [XB_HEALTH_LIVE] = { XB_MARK_DISC, "success", N_("Live") },
};

struct _XbStateMark
{
  GtkWidget   parent_instance;
  XbMarkShape shape;
  int         size;
};

G_DEFINE_FINAL_TYPE (XbStateMark, xb_state_mark, GTK_TYPE_WIDGET)

static void
wedge (cairo_t *cr,
       double   r,
       double   part)
{
  cairo_move_to (cr, 0, 0);
  cairo_arc (cr, 0, 0, r, -G_PI_2, -G_PI_2 + part * 2 * G_PI);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
ring (cairo_t *cr,
      double   r)
{
  cairo_new_path (cr);
  cairo_arc (cr, 0, 0, r, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
stroke (cairo_t *cr,
        double   x1,
        double   y1,
        double   x2,
        double   y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_stroke (cr);
}

/* Signs that stand still are cut out of a disc. */
static void
sign (cairo_t     *cr,
      XbMarkShape  shape)
{
  cairo_push_group (cr);
  wedge (cr, 6, 1);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_set_line_width (cr, 1.8);
  switch ((int) shape)
    {
    case XB_MARK_TICK:
      cairo_move_to (cr, -2.8, 0.2);
      cairo_line_to (cr, -0.8, 2.2);
      cairo_line_to (cr, 3, -1.9);
      cairo_stroke (cr);
      break;
    case XB_MARK_BANG:
      stroke (cr, 0, -3.2, 0, 0.6);
      cairo_arc (cr, 0, 3.1, 1.1, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case XB_MARK_CROSS:
      stroke (cr, -2.2, -2.2, 2.2, 2.2);
      stroke (cr, -2.2, 2.2, 2.2, -2.2);
      break;
    case XB_MARK_PAUSE:
      stroke (cr, -1.7, -2.3, -1.7, 2.3);
      stroke (cr, 1.7, -2.3, 1.7, 2.3);
      break;
    default:
      stroke (cr, -2.6, 0, 2.6, 0);
    }
  cairo_pop_group_to_source (cr);
  cairo_paint (cr);
}

/** xb_state_mark_draw: @cr: its source is the colour; the mark goes from -6 to 6 */
void
xb_state_mark_draw (cairo_t     *cr,
                    XbMarkShape  shape)
{
  static const double dots[] = { 1.6, 1.74 };
  static const double quarters[] = { [XB_MARK_QUARTER] = 0.25, [XB_MARK_HALF] = 0.5, [XB_MARK_THREE_QUARTERS] = 0.75 };

  cairo_set_line_width (cr, 1.5);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  switch (shape)
    {
    case XB_MARK_NONE:
      break;
    case XB_MARK_DOTTED:
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0.8);
      ring (cr, 5.25);
      break;
    case XB_MARK_RING:
      ring (cr, 5.25);
      break;
    case XB_MARK_QUARTER:
    case XB_MARK_HALF:
    case XB_MARK_THREE_QUARTERS:
      ring (cr, 5.25);
      wedge (cr, 5.25, quarters[shape]);
      break;
    case XB_MARK_TARGET:
      ring (cr, 5.25);
      wedge (cr, 2.9, 1);
      break;
    case XB_MARK_DISC:
      wedge (cr, 6, 1);
      break;
    case XB_MARK_SLASH:
      ring (cr, 5.25);
      stroke (cr, -3.7, 3.7, 3.7, -3.7);
      break;
    case XB_MARK_CLOCK:
      ring (cr, 5.25);
      stroke (cr, 0, -2.9, 0, 0);
      stroke (cr, 0, 0, 2.2, 1.2);
      break;
    case XB_MARK_TICK:
    case XB_MARK_BANG:
    case XB_MARK_CROSS:
    case XB_MARK_PAUSE:
    case XB_MARK_DASH:
    default:
      sign (cr, shape);
    }
}

static void
xb_state_mark_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = XB_STATE_MARK (widget)->size;
}

static void
xb_state_mark_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  XbStateMark *self = XB_STATE_MARK (widget);
  const int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  const double scale = MIN (width, height) / 12.0;
  GdkRGBA colour;
  cairo_t *cr;

  if (self->shape == XB_MARK_NONE || scale <= 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_cairo_set_source_rgba (cr, &colour);
  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_scale (cr, scale, scale);
  xb_state_mark_draw (cr, self->shape);
  cairo_destroy (cr);
}

static void
xb_state_mark_class_init (XbStateMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = xb_state_mark_measure;
  widget_class->snapshot = xb_state_mark_snapshot;
  gtk_widget_class_set_css_name (widget_class, "state-mark");
  /* the word beside it, or the name of its row, says the same */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
xb_state_mark_init (XbStateMark *self)
{
  self->size = 12;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/** xb_state_mark_new: @size: in pixels; drawn in the colour of the text */
GtkWidget *
xb_state_mark_new (XbMarkShape shape,
                   int         size)
{
  XbStateMark *self = g_object_new (XB_TYPE_STATE_MARK, NULL);

  self->shape = shape;
  self->size = size;
  return GTK_WIDGET (self);
}

void
xb_state_mark_set_shape (XbStateMark *self,
                         XbMarkShape  shape)
{
  g_return_if_fail (XB_IS_STATE_MARK (self));

  if (self->shape == shape)
    return;
  self->shape = shape;
  gtk_widget_set_visible (GTK_WIDGET (self), shape != XB_MARK_NONE);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

XbMarkShape
xb_state_mark_get_shape (XbStateMark *self)
{
  g_return_val_if_fail (XB_IS_STATE_MARK (self), XB_MARK_NONE);

  return self->shape;
}

XbMarkShape
xb_mark_for_cert_state (XbCertState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (looks), XB_MARK_NONE);

  return looks[state].shape;
}

/** xb_tone_for_cert_state: Returns: a style class: neutral, accent, success, warning or error */
const char *
xb_tone_for_cert_state (XbCertState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (looks), "neutral");

  return looks[state].tone;
}

XbMarkShape
xb_mark_for_health (XbHealth health)
{
  g_return_val_if_fail (health < G_N_ELEMENTS (healths), XB_MARK_NONE);

  return healths[health].shape;
}

const char *
xb_tone_for_health (XbHealth health)
{
  g_return_val_if_fail (health < G_N_ELEMENTS (healths), "neutral");

  return healths[health].tone;
}

/** xb_health_get_title: Returns: the word, translated */
const char *
xb_health_get_title (XbHealth health)
{
  g_return_val_if_fail (health < G_N_ELEMENTS (healths), "");

  return _(healths[health].title);
}

/** xb_widget_set_tone: gives @widget the style class @tone and takes the other tones away */
void
xb_widget_set_tone (GtkWidget  *widget,
                    const char *tone)
{
  static const char *const tones[] = { "neutral", "accent", "success", "warning", "error" };

  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    if (g_str_equal (tones[i], tone))
      gtk_widget_add_css_class (widget, tones[i]);
    else
      gtk_widget_remove_css_class (widget, tones[i]);
}
