/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-platform-overlay.h"
#include "xb-platform-value.h"
#include "xb-quote.h"

static void
edit_free (XbOverlayEdit *self)
{
  g_clear_pointer (&self->value, g_variant_unref);
  g_free (self);
}

/* @value: (transfer full) (nullable) */
static void
put (XbOverlay       *self,
     XbPlatformField  field,
     GVariant        *value,
     gint64           edited_at,
     gboolean         follows)
{
  XbOverlayEdit *edit = g_new0 (XbOverlayEdit, 1);

  edit->value = value;
  edit->edited_at = edited_at;
  edit->follows = follows;
  g_clear_pointer (&self->edits[field], edit_free);
  self->edits[field] = edit;
}

XbOverlay *
xb_overlay_new (void)
{
  return g_new0 (XbOverlay, 1);
}

XbOverlay *
xb_overlay_copy (const XbOverlay *self)
{
  XbOverlay *copy = xb_overlay_new ();

  for (guint i = 0; i < XB_PLATFORM_N_FIELDS; i++)
    if (self->edits[i] != NULL)
      {
        const XbOverlayEdit *edit = self->edits[i];

        put (copy, i, edit->value != NULL ? g_variant_ref (edit->value) : NULL, edit->edited_at,
             edit->follows);
      }
  return copy;
}

void
xb_overlay_free (XbOverlay *self)
{
  for (guint i = 0; i < XB_PLATFORM_N_FIELDS; i++)
    g_clear_pointer (&self->edits[i], edit_free);
  g_free (self);
}

/** xb_overlay_same: Returns: whether both say the same of @field */
gboolean
xb_overlay_same (const XbOverlay *self,
                 const XbOverlay *other,
                 XbPlatformField  field)
{
  const XbOverlayEdit *one = self->edits[field];
  const XbOverlayEdit *two = other->edits[field];

  if (one == NULL || two == NULL)
    return one == two;
  if (one->edited_at != two->edited_at || (one->value == NULL) != (two->value == NULL))
    return FALSE;
  return one->value == NULL || g_variant_equal (one->value, two->value);
}

/**
 * xb_overlay_get_value:
 *
 * Returns: (transfer none) (nullable): the owner's value, or else the bundled one
 */
GVariant *
xb_overlay_get_value (const XbOverlay       *self,
                      const XbPlatformSheet *sheet,
                      XbPlatformField        field)
{
  if (self->edits[field] != NULL)
    return self->edits[field]->value;
  return sheet->figures[field] != NULL ? sheet->figures[field]->value : NULL;
}

static gboolean
find_field (const char       *name,
            XbPlatformField  *field,
            GError          **error)
{
  g_autofree char *quoted = NULL;

  if (xb_platform_field_find (name, field))
    return TRUE;
  quoted = xb_quote_dup (name);
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
               _("A platform has no field “%s”; showing a platform lists its fields."), quoted);
  return FALSE;
}

/**
 * xb_overlay_enter:
 * @field: the name of a field
 * @text: what the owner typed, see xb_platform_value_parse()
 *
 * Returns: %FALSE with XB_ERROR_INVALID when there is no such field or @text does not fit it
 */
gboolean
xb_overlay_enter (XbOverlay   *self,
                  const char  *field,
                  const char  *text,
                  gint64       edited_at,
                  GError     **error)
{
  XbPlatformField which;
  GVariant *value;

  if (!find_field (field, &which, error) || !xb_platform_value_parse (which, text, &value, error))
    return FALSE;
  put (self, which, value, MAX (edited_at, 1), FALSE); /* 0 would read as never */
  return TRUE;
}

/** xb_overlay_forget: Takes an edit away. Returns: %FALSE with XB_ERROR_INVALID: no such field */
gboolean
xb_overlay_forget (XbOverlay   *self,
                   const char  *field,
                   GError     **error)
{
  XbPlatformField which;

  if (!find_field (field, &which, error))
    return FALSE;
  g_clear_pointer (&self->edits[which], edit_free);
  return TRUE;
}

static gboolean
is_crossed (const XbOverlay       *self,
            const XbPlatformSheet *sheet,
            XbPlatformField        lower,
            XbPlatformField        upper)
{
  GVariant *least = xb_overlay_get_value (self, sheet, lower);
  GVariant *most = xb_overlay_get_value (self, sheet, upper);

  return least != NULL && most != NULL && g_variant_compare (least, most) > 0;
}

static gboolean
check_range (const XbOverlay        *self,
             const XbPlatformSheet  *sheet,
             XbPlatformField         lower,
             XbPlatformField         upper,
             GError                **error)
{
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  if (!is_crossed (self, sheet, lower, upper))
    return TRUE;
  least = xb_platform_value_dup_text (lower, xb_overlay_get_value (self, sheet, lower));
  most = xb_platform_value_dup_text (upper, xb_overlay_get_value (self, sheet, upper));
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
               _("%s (%s) would be more than %s (%s). Change both at once."),
               xb_platform_field_get_title (lower), least,
               xb_platform_field_get_title (upper), most);
  return FALSE;
}

/**
 * xb_overlay_check:
 * @fields: the names of the fields just entered
 *
 * Returns: %FALSE with XB_ERROR_INVALID when one of @fields crosses the other end of its range
 */
gboolean
xb_overlay_check (const XbOverlay        *self,
                  const XbPlatformSheet  *sheet,
                  const char *const      *fields,
                  GError                **error)
{
  for (guint i = 0; fields[i] != NULL; i++)
    {
      XbPlatformField field, other;

      if (!find_field (fields[i], &field, error))
        return FALSE;
      if (xb_platform_field_get_upper_end (field, &other) &&
          !check_range (self, sheet, field, other, error))
        return FALSE;
      if (xb_platform_field_get_lower_end (field, &other) &&
          !check_range (self, sheet, other, field, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xb_overlay_settle:
 *
 * A newer bundle may bring an end that crosses the owner's other end ("at most 4 days", now "at
 * least 5"). What the owner entered wins: the bundled end follows it.
 */
void
xb_overlay_settle (XbOverlay             *self,
                   const XbPlatformSheet *sheet)
{
  for (guint i = 0; i < XB_PLATFORM_N_FIELDS; i++)
    if (self->edits[i] != NULL && self->edits[i]->follows)
      g_clear_pointer (&self->edits[i], edit_free);
  for (XbPlatformField lower = 0; lower < XB_PLATFORM_N_FIELDS; lower++)
    {
      XbPlatformField upper, from, to;
      const XbOverlayEdit *entered;

      if (!xb_platform_field_get_upper_end (lower, &upper) ||
          !is_crossed (self, sheet, lower, upper))
        continue;
      from = self->edits[lower] != NULL ? lower : upper;
      to = from == lower ? upper : lower;
      entered = self->edits[from];
      if (entered != NULL && self->edits[to] == NULL)
        put (self, to, g_variant_ref (entered->value), entered->edited_at, TRUE);
    }
}
