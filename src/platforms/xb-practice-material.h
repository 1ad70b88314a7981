/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A real platform's upload form takes no more; see the appeal form of 泰迪熊移动. */
#define XB_PRACTICE_MATERIAL_MAX (5 * 1024 * 1024)

typedef enum
{
  XB_PRACTICE_MEDIA_UNREADABLE,
  XB_PRACTICE_MEDIA_PNG,
  XB_PRACTICE_MEDIA_JPEG,
  XB_PRACTICE_MEDIA_PDF,
} XbPracticeMedia;

/**
 * XbPracticeMaterial:
 * @id: the platform's name for it: the same bytes have the same
 * @size: in bytes
 * @media: what the bytes are, whatever their name says
 * @width: of a picture, in pixels
 * @height: likewise
 *
 * What the practice platform found in a document. The document itself is not kept: after the look nothing but
 * its hash is needed.
 */
typedef struct
{
  char            *id;
  char            *sha256;
  gint64           size;
  XbPracticeMedia  media;
  int              width;
  int              height;
} XbPracticeMaterial;

XbPracticeMaterial *xb_practice_material_inspect   (GBytes             *bytes);
void                xb_practice_material_free      (XbPracticeMaterial *self);
JsonNode           *xb_practice_material_to_json   (XbPracticeMaterial *self);
XbPracticeMaterial *xb_practice_material_from_json (JsonNode           *node);

G_END_DECLS
