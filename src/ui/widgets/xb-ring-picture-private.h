/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-ring-picture.h"

G_BEGIN_DECLS

/* Drawn in a fixed space and scaled into what there is, so that it always looks the same. */
#define XB_RING_BEZEL 7.0
#define XB_RING_MARGIN 22.0
#define XB_RING_ROOM (XB_RING_PICTURE_WIDTH - 2 * (XB_RING_BEZEL + XB_RING_MARGIN))

typedef enum
{
  XB_RING_LABEL_PILL,    /* filled, under the number or over it */
  XB_RING_LABEL_OUTLINE, /* a frame */
  XB_RING_LABEL_TICKED,  /* a tick before it, as on checked business numbers */
  XB_RING_LABEL_TEXT,    /* plain, behind the name */
} XbRingLabelStyle;

typedef enum
{
  XB_RING_ANSWER_PAIR,      /* red, green */
  XB_RING_ANSWER_TRIO,      /* red, a message, green */
  XB_RING_ANSWER_SLIDER,    /* a bar to push to either end */
  XB_RING_ANSWER_SWIPE,     /* green to pull up, red beside it */
  XB_RING_ANSWER_CAPTIONED, /* red and green with words below, two small helpers above */
} XbRingAnswer;

typedef enum
{
  XB_RING_CAMERA_MIDDLE,
  XB_RING_CAMERA_LEFT,
  XB_RING_CAMERA_WIDE,
} XbRingCamera;

/**
 * XbRingLook:
 * @lines: from top to bottom: A picture, R picture at the end of the next line, N name, L label, D number, P place, B number and place in one line,
 *   C name and label in one line
 * @name_size, @name_least: a long name is set smaller, down to this
 * @name_room, @label_room: how wide name and label may be
 *
 * How a brand of handset lays out its ringing page.
 */
typedef struct
{
  float            corner;
  float            hue; /* 0…1 */
  float            saturation;
  XbRingCamera     camera;
  gboolean         round_logo;
  gboolean         at_start;
  double           top;
  double           picture;
  const char      *lines;
  double           name_room;
  double           name_size;
  double           name_least;
  double           number_size;
  double           label_size;
  double           label_room;
  XbRingLabelStyle label;
  XbRingAnswer     answer;
} XbRingLook;

typedef struct
{
  GtkSnapshot *snapshot;
  GdkRGBA      ink;
  GdkRGBA      faint;
  GdkRGBA      top;
  GdkRGBA      bottom;
  gboolean     dark;
} XbRingCanvas;

const XbRingLook *xb_ring_look_get         (XbHandset            handset);
void              xb_ring_fill_rounded     (XbRingCanvas        *canvas,
                                            double               x,
                                            double               y,
                                            double               width,
                                            double               height,
                                            double               radius,
                                            const GdkRGBA       *colour);
PangoLayout      *xb_ring_make_line        (const XbRingPicture *self,
                                            const char          *text,
                                            double               size,
                                            int                  weight);
PangoLayout      *xb_ring_fit_line         (const XbRingPicture *self,
                                            const char          *text,
                                            double               room,
                                            double               size,
                                            double               least,
                                            int                  weight,
                                            int                 *n_shown);
char             *xb_ring_dup_identity     (const XbRingPicture *self,
                                            gsize               *name_bytes);
void              xb_ring_draw_layout      (XbRingCanvas        *canvas,
                                            PangoLayout         *layout,
                                            double               x,
                                            double               y,
                                            const GdkRGBA       *colour);
void              xb_ring_draw_caller      (const XbRingPicture *self,
                                            XbRingCanvas        *canvas);
void              xb_ring_draw_answer      (const XbRingPicture *self,
                                            XbRingCanvas        *canvas);

G_END_DECLS
