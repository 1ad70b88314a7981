/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-ring-picture-private.h"

/* Drawn after the usual ringing pages of each brand, without anything that belongs to it. The brands differ in
 * where the name stands, whether the label is over or under the number, how it is framed, and how one answers.
 * A handset without a certified card of its own (iPhone) shows the number large and one line below it. */
static const XbRingLook looks[] = {
  [XB_HANDSET_HUAWEI] = {
    .corner = 34, .hue = 0.58f, .saturation = 0.45f, .camera = XB_RING_CAMERA_MIDDLE, .round_logo = TRUE,
    .top = 72, .picture = 68, .lines = "ANBL", .name_room = XB_RING_ROOM, .name_size = 25,
    .name_least = 18, .number_size = 14, .label_size = 14, .label_room = 160, .label = XB_RING_LABEL_PILL,
    .answer = XB_RING_ANSWER_PAIR,
  },
  [XB_HANDSET_XIAOMI] = {
    .corner = 30, .hue = 0.07f, .saturation = 0.36f, .camera = XB_RING_CAMERA_MIDDLE, .top = 76,
    .picture = 92, .lines = "NBLA", .name_room = XB_RING_ROOM, .name_size = 28, .name_least = 20,
    .number_size = 15, .label_size = 14, .label_room = 180, .label = XB_RING_LABEL_TICKED,
    .answer = XB_RING_ANSWER_TRIO,
  },
  [XB_HANDSET_OPPO] = {
    .corner = 32, .hue = 0.42f, .saturation = 0.36f, .camera = XB_RING_CAMERA_LEFT, .round_logo = TRUE,
    .top = 66, .picture = 54, .lines = "ALNDP", .name_room = XB_RING_ROOM, .name_size = 26,
    .name_least = 18, .number_size = 16, .label_size = 13, .label_room = 140, .label = XB_RING_LABEL_PILL,
    .answer = XB_RING_ANSWER_SLIDER,
  },
  [XB_HANDSET_VIVO] = {
    .corner = 32, .hue = 0.64f, .saturation = 0.45f, .camera = XB_RING_CAMERA_MIDDLE, .round_logo = TRUE,
    .at_start = TRUE, .top = 78, .picture = 56, .lines = "RNDPL", .name_room = XB_RING_ROOM - 60,
    .name_size = 27, .name_least = 19, .number_size = 16, .label_size = 13, .label_room = 150,
    .label = XB_RING_LABEL_OUTLINE, .answer = XB_RING_ANSWER_SWIPE,
  },
  [XB_HANDSET_HONOR] = {
    .corner = 36, .hue = 0.52f, .saturation = 0.40f, .camera = XB_RING_CAMERA_WIDE, .round_logo = TRUE,
    .top = 70, .picture = 84, .lines = "NLBA", .name_room = XB_RING_ROOM, .name_size = 26,
    .name_least = 18, .number_size = 14, .label_size = 15, .label_room = 190, .label = XB_RING_LABEL_TEXT,
    .answer = XB_RING_ANSWER_PAIR,
  },
  [XB_HANDSET_APPLE] = {
    .corner = 42, .hue = 0.70f, .saturation = 0.18f, .camera = XB_RING_CAMERA_WIDE, .top = 66,
    .lines = "DCP", .name_room = XB_RING_ROOM, .name_size = 17, .name_least = 17, .number_size = 28,
    .label_size = 17, .label_room = 212, .label = XB_RING_LABEL_TEXT, .answer = XB_RING_ANSWER_CAPTIONED,
  },
  [XB_HANDSET_SAMSUNG] = {
    .corner = 22, .hue = 0.60f, .saturation = 0.38f, .camera = XB_RING_CAMERA_MIDDLE, .round_logo = TRUE,
    .top = 74, .picture = 76, .lines = "ANLDP", .name_room = XB_RING_ROOM, .name_size = 25,
    .name_least = 18, .number_size = 16, .label_size = 14, .label_room = 180, .label = XB_RING_LABEL_PILL,
    .answer = XB_RING_ANSWER_PAIR,
  },
  [XB_HANDSET_OTHER] = {
    .corner = 30, .hue = 0.58f, .saturation = 0.12f, .camera = XB_RING_CAMERA_MIDDLE, .top = 74,
    .picture = 76, .lines = "ANLDP", .name_room = XB_RING_ROOM, .name_size = 25, .name_least = 18,
    .number_size = 16, .label_size = 14, .label_room = 180, .label = XB_RING_LABEL_PILL,
    .answer = XB_RING_ANSWER_PAIR,
  },
};

const XbRingLook *
xb_ring_look_get (XbHandset handset)
{
  return &looks[MIN (handset, XB_HANDSET_OTHER)];
}
