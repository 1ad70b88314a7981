/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-clock.h"
#include "xb-enum-types.h"
#include "xb-platform-private.h"
#include "xb-platform-value.h"

/* The owner's edits of a platform, in and out of its JSON and of the store's rows. */

/* (transfer full) (nullable): the overlay with the edits in it; NULL with @error when one does not
 * fit */
static XbOverlay *
edited (XbPlatform         *self,
        const char *const  *fields,
        const char *const  *value_texts,
        gint64              edited_at,
        GError            **error)
{
  g_autoptr(XbOverlay) overlay = xb_overlay_copy (xb_platform_get_overlay (self));
  const XbPlatformSheet *sheet = xb_platform_get_sheet (self);

  for (guint i = 0; fields[i] != NULL; i++)
    if (!xb_overlay_enter (overlay, fields[i], value_texts[i], edited_at, error))
      return NULL;
  if (!xb_overlay_check (overlay, sheet, fields, error))
    return NULL;
  xb_overlay_settle (overlay, sheet);
  return g_steal_pointer (&overlay);
}

/**
 * xb_platform_check_edits:
 * @fields: (array zero-terminated=1): names of fields
 * @value_texts: (array zero-terminated=1): as many texts
 *
 * Returns: whether xb_platform_apply_edits() would take them; changes nothing
 */
gboolean
xb_platform_check_edits (XbPlatform         *self,
                         const char *const  *fields,
                         const char *const  *value_texts,
                         GError            **error)
{
  g_autoptr(XbOverlay) overlay = NULL;

  g_return_val_if_fail (XB_IS_PLATFORM (self), FALSE);

  overlay = edited (self, fields, value_texts, 1, error);
  return overlay != NULL;
}

/**
 * xb_platform_apply_edits:
 * @fields: (array zero-terminated=1): names of fields
 * @value_texts: (array zero-terminated=1): as many texts, as a person writes them: "5", "300.00"
 *   (yuan), "yes", "2026-01-01", "licence,logo", "none" (an empty list), "unknown"
 * @edited_at: UTC seconds
 *
 * Lays the owner's values over the bundled ones, all of them or none. Both ends of a range can be
 * given together.
 *
 * Returns: %FALSE with XB_ERROR_INVALID: no such field, a value that does not fit, a least above
 *   its most
 */
gboolean
xb_platform_apply_edits (XbPlatform         *self,
                         const char *const  *fields,
                         const char *const  *value_texts,
                         gint64              edited_at,
                         GError            **error)
{
  XbOverlay *overlay;

  g_return_val_if_fail (XB_IS_PLATFORM (self), FALSE);

  overlay = edited (self, fields, value_texts, edited_at, error);
  if (overlay == NULL)
    return FALSE;
  xb_platform_take_overlay (self, overlay);
  return TRUE;
}

/** xb_platform_apply_edit: as xb_platform_apply_edits(), one field */
gboolean
xb_platform_apply_edit (XbPlatform  *self,
                        const char  *field,
                        const char  *value_text,
                        gint64       edited_at,
                        GError     **error)
{
  const char *const fields[] = { field, NULL };
  const char *const texts[] = { value_text, NULL };

  return xb_platform_apply_edits (self, fields, texts, edited_at, error);
}

/**
 * xb_platform_revert_edit:
 *
 * Takes an edit away: the bundled figure counts again. Nothing happens where there is none.
 *
 * Returns: %FALSE with XB_ERROR_INVALID: no such field
 */
gboolean
xb_platform_revert_edit (XbPlatform  *self,
                         const char  *field,
                         GError     **error)
{
  g_autoptr(XbOverlay) overlay = NULL;

  g_return_val_if_fail (XB_IS_PLATFORM (self), FALSE);

  overlay = xb_overlay_copy (xb_platform_get_overlay (self));
  if (!xb_overlay_forget (overlay, field, error))
    return FALSE;
  xb_overlay_settle (overlay, xb_platform_get_sheet (self));
  xb_platform_take_overlay (self, g_steal_pointer (&overlay));
  return TRUE;
}

/**
 * xb_platform_restore_edits:
 * @edits: (array length=n_edits): the rows of the store; those of other platforms are passed over
 *
 * Puts the stored edits in the place of all earlier ones. Nothing is refused any more: a row that
 * this version cannot read is passed over (it stays in the store), and where a newer bundle has
 * moved the other end of a range past the owner's, that end follows the owner's.
 */
void
xb_platform_restore_edits (XbPlatform           *self,
                           const XbPlatformEdit *edits,
                           gsize                 n_edits)
{
  XbOverlay *overlay;

  g_return_if_fail (XB_IS_PLATFORM (self));

  overlay = xb_overlay_new ();
  for (gsize i = 0; i < n_edits; i++)
    {
      const XbPlatformEdit *edit = &edits[i];
      g_autoptr(GError) error = NULL;

      if (g_str_equal (edit->platform, xb_platform_get_key (self)) &&
          !xb_overlay_enter (overlay, edit->field, edit->value, edit->edited_at, &error))
        g_info ("%s: a stored edit is passed over: %s", edit->platform, error->message);
    }
  xb_overlay_settle (overlay, xb_platform_get_sheet (self));
  xb_platform_take_overlay (self, overlay);
}

/**
 * xb_platform_dup_value:
 * @field: the name of a field
 *
 * Returns: (transfer full): the text to start an edit with; "unknown" when nothing is known
 */
char *
xb_platform_dup_value (XbPlatform *self,
                       const char *field)
{
  XbPlatformField which;

  g_return_val_if_fail (XB_IS_PLATFORM (self), NULL);
  g_return_val_if_fail (xb_platform_field_find (field, &which), NULL);

  if (which == XB_PLATFORM_FIELD_NAME)
    return g_strdup (xb_platform_get_name (self));
  return xb_platform_value_dup_text (which, xb_platform_get_known (self, which).value);
}

static void
add_text (JsonBuilder *builder,
          const char  *member,
          const char  *text)
{
  json_builder_set_member_name (builder, member);
  if (text != NULL && *text != '\0')
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_flag (JsonBuilder *builder,
          const char  *member,
          gboolean     flag)
{
  json_builder_set_member_name (builder, member);
  json_builder_add_boolean_value (builder, flag);
}

static void
add_known (JsonBuilder     *builder,
           XbPlatform      *self,
           XbPlatformField  field)
{
  XbKnown known = xb_platform_get_known (self, field);
  g_autofree char *edited_at = known.edited_at != 0 ? xb_instant_format (known.edited_at) : NULL;

  json_builder_set_member_name (builder, xb_platform_field_get_name (field));
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "value");
  json_builder_add_value (builder, xb_platform_value_to_json (known.value));
  add_text (builder, "source", known.source);
  add_text (builder, "checked", known.checked);
  add_flag (builder, "indicative", known.indicative);
  add_flag (builder, "edited", known.edited_at != 0);
  add_text (builder, "edited_at", edited_at);
  json_builder_end_object (builder);
}

static void
add_notes (JsonBuilder *builder,
           XbPlatform  *self)
{
  GListModel *notes = xb_platform_get_notes (self);

  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(XbFact) note = g_list_model_get_item (notes, i);

      json_builder_begin_object (builder);
      add_text (builder, "text", xb_fact_get_text (note));
      add_text (builder, "source", xb_fact_get_source (note));
      add_text (builder, "checked", xb_fact_get_checked (note));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * xb_platform_to_json:
 * @with_facts: whether to add everything that is known
 *
 * Returns: (transfer full): key, name, kind, client, withdrawn (a day or null), added; with facts
 *   also "facts", an object by field (money in fen, null is unknown), and "notes"
 */
JsonNode *
xb_platform_to_json (XbPlatform *self,
                     gboolean    with_facts)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (XB_IS_PLATFORM (self), NULL);

  json_builder_begin_object (builder);
  add_text (builder, "key", xb_platform_get_key (self));
  add_text (builder, "name", xb_platform_get_name (self));
  add_text (builder, "kind", xb_enum_to_nick (XB_TYPE_PLATFORM_KIND, xb_platform_get_kind (self)));
  add_text (builder, "client", xb_platform_get_client (self));
  add_text (builder, "withdrawn", xb_platform_get_text (self, "withdrawn"));
  add_flag (builder, "added", xb_platform_get_added (self));
  if (with_facts)
    {
      json_builder_set_member_name (builder, "facts");
      json_builder_begin_object (builder);
      for (XbPlatformField i = XB_PLATFORM_FIELD_NAME + 1; i < XB_PLATFORM_N_FIELDS; i++)
        add_known (builder, self, i);
      json_builder_end_object (builder);
      add_notes (builder, self);
    }
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}
