/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo.h>
#include <string.h>

#include "xb-json-read.h"
#include "xb-practice-material.h"

/* A picture of more pixels is a decompression bomb, not a scan. */
#define PIXELS_MAX (64 * 1024 * 1024)

typedef struct
{
  const guchar *data;
  gsize         size;
  gsize         at;
} Cursor;

static cairo_status_t
read_png_cb (gpointer       closure,
             unsigned char *data,
             unsigned int   length)
{
  Cursor *cursor = closure;

  if (cursor->size - cursor->at < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, cursor->data + cursor->at, length);
  cursor->at += length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32
read_be32 (const guchar *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* Decodes all of it, so that half a picture is none. */
static gboolean
inspect_png (XbPracticeMaterial *self,
             const guchar       *data,
             gsize               size)
{
  Cursor cursor = { data, size, 0 };
  cairo_surface_t *surface;
  gboolean readable;

  if (size < 33 || memcmp (data, "\x89PNG\r\n\x1a\n", 8) != 0 || memcmp (data + 12, "IHDR", 4) != 0)
    return FALSE;
  if ((guint64) read_be32 (data + 16) * read_be32 (data + 20) > PIXELS_MAX)
    return FALSE;
  surface = cairo_image_surface_create_from_png_stream (read_png_cb, &cursor);
  readable = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  if (readable)
    {
      self->width = cairo_image_surface_get_width (surface);
      self->height = cairo_image_surface_get_height (surface);
    }
  cairo_surface_destroy (surface);
  return readable;
}

static gboolean
is_frame (guchar marker)
{
  /* SOF0 … SOF15 without DHT, JPG and DAC, which share the range (ITU-T T.81, table B.1) */
  return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

/* Walks the segments to the frame header and the scan; an end marker must follow. */
static gboolean
inspect_jpeg (XbPracticeMaterial *self,
              const guchar       *data,
              gsize               size)
{
  gsize at = 2;

  if (size < 4 || data[0] != 0xff || data[1] != 0xd8)
    return FALSE;
  while (size - at >= 4)
    {
      guchar marker = data[at + 1];
      gsize length = (gsize) data[at + 2] << 8 | data[at + 3];

      if (data[at] != 0xff)
        return FALSE;
      if (marker == 0xff) /* padding */
        {
          at++;
          continue;
        }
      if (length < 2 || length > size - at - 2)
        return FALSE;
      if (is_frame (marker) && length >= 7)
        {
          self->height = data[at + 5] << 8 | data[at + 6];
          self->width = data[at + 7] << 8 | data[at + 8];
        }
      at += 2 + length;
      if (marker == 0xda) /* the scan begins */
        return self->width > 0 && self->height > 0 && memmem (data + at, size - at, "\xff\xd9", 2) != NULL;
    }
  return FALSE;
}

static gboolean
inspect_pdf (const guchar *data,
             gsize         size)
{
  gsize tail = MIN (size, 1024);

  return memmem (data, tail, "%PDF-", 5) != NULL
    && memmem (data + size - tail, tail, "startxref", 9) != NULL
    && memmem (data + size - tail, tail, "%%EOF", 5) != NULL;
}

/** xb_practice_material_inspect: Returns: (transfer full): what @bytes turn out to be */
XbPracticeMaterial *
xb_practice_material_inspect (GBytes *bytes)
{
  XbPracticeMaterial *self = g_new0 (XbPracticeMaterial, 1);
  gsize size = 0;
  const guchar *data = g_bytes_get_data (bytes, &size);

  self->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  self->id = g_strdup_printf ("m-%.32s", self->sha256);
  self->size = size;
  if (size == 0)
    return self;
  if (inspect_png (self, data, size))
    self->media = XB_PRACTICE_MEDIA_PNG;
  else if (inspect_jpeg (self, data, size))
    self->media = XB_PRACTICE_MEDIA_JPEG;
  else if (inspect_pdf (data, size))
    self->media = XB_PRACTICE_MEDIA_PDF;
  return self;
}

/** xb_practice_material_free: frees @self */
void
xb_practice_material_free (XbPracticeMaterial *self)
{
  g_free (self->id);
  g_free (self->sha256);
  g_free (self);
}

/** xb_practice_material_to_json: Returns: (transfer full): @self for the book */
JsonNode *
xb_practice_material_to_json (XbPracticeMaterial *self)
{
  g_autoptr(JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, self->id);
  json_builder_set_member_name (builder, "sha256");
  json_builder_add_string_value (builder, self->sha256);
  json_builder_set_member_name (builder, "size");
  json_builder_add_int_value (builder, self->size);
  json_builder_set_member_name (builder, "media");
  json_builder_add_int_value (builder, self->media);
  json_builder_set_member_name (builder, "width");
  json_builder_add_int_value (builder, self->width);
  json_builder_set_member_name (builder, "height");
  json_builder_add_int_value (builder, self->height);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

/** xb_practice_material_from_json: Returns: (transfer full) (nullable): the material; %NULL: damaged */
XbPracticeMaterial *
xb_practice_material_from_json (JsonNode *node)
{
  g_auto(XbJsonProblem) problem = { NULL };
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  XbPracticeMaterial *self = g_new0 (XbPracticeMaterial, 1);

  self->id = g_strdup (xb_json_string (object, "", "id", XB_JSON_REQUIRED, &problem));
  self->sha256 = g_strdup (xb_json_string (object, "", "sha256", XB_JSON_REQUIRED, &problem));
  self->size = xb_json_integer (object, "", "size", XB_JSON_REQUIRED, &problem);
  self->media = xb_json_integer (object, "", "media", XB_JSON_REQUIRED, &problem);
  self->width = xb_json_integer (object, "", "width", XB_JSON_REQUIRED, &problem);
  self->height = xb_json_integer (object, "", "height", XB_JSON_REQUIRED, &problem);
  if (problem.where == NULL)
    return self;
  xb_practice_material_free (self);
  return NULL;
}
