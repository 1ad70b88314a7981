/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-typeset.h"

/**
 * xb_typeset_new:
 * @family: %XB_SANS or %XB_SERIF
 * @size: height of the letters in the units of @cr
 * @text: valid UTF-8
 *
 * Returns: (transfer full): Chinese text, ready to be drawn on @cr
 */
PangoLayout *
xb_typeset_new (cairo_t     *cr,
                const char  *family,
                double       size,
                PangoWeight  weight,
                const char  *text)
{
  g_autoptr(PangoFontDescription) font = pango_font_description_new ();
  PangoLayout *layout = pango_cairo_create_layout (cr);

  pango_font_description_set_family_static (font, family);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  /* Without it the shapes of Japan are taken for the characters that both write. */
  pango_context_set_language (pango_layout_get_context (layout), pango_language_from_string ("zh-cn"));
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

/**
 * xb_typeset_can_write:
 * @family: %XB_SANS or %XB_SERIF
 * @text: valid UTF-8
 *
 * A mark or a letter of empty boxes is worth nothing, so nothing is written where the characters are missing.
 *
 * Returns: whether the fonts of this computer have every character; %FALSE with @error
 */
gboolean
xb_typeset_can_write (const char *family,
                      const char *text,
                      GError    **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  g_autoptr(PangoLayout) layout = xb_typeset_new (cr, family, 16, PANGO_WEIGHT_NORMAL, text);
  int missing = pango_layout_get_unknown_glyphs_count (layout);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  if (missing > 0)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                 _("The fonts of this computer lack characters of “%s”. Install a Chinese font (fonts-noto-cjk) and try "
                   "again."), text);
  return missing == 0;
}

/**
 * xb_typeset_line:
 * @text: (nullable): any bytes
 *
 * Returns: (transfer full): @text as one line of valid UTF-8, without control and direction characters
 */
char *
xb_typeset_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text == NULL ? "" : text, -1);
  GString *out = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
        }
      else if (g_unichar_isprint (c) && g_unichar_type (c) != G_UNICODE_FORMAT) /* could turn the direction */
        g_string_append_unichar (out, c);
    }
  g_strchomp (out->str);
  return g_string_free (out, FALSE);
}
