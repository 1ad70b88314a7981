/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-data.h"
#include "xb-enum-types.h"
#include "xb-platform-sheet.h"
#include "xb-platform-sheet-private.h"

#define DEFAULTS "platform-kinds"

static void
figure_clear (gpointer data)
{
  XbFigure *self = data;

  g_clear_pointer (&self->value, g_variant_unref);
  g_free (self->source);
  g_free (self->source_zh);
  g_free (self->checked);
}

XbFigure *
xb_figure_new (void)
{
  return g_rc_box_new0 (XbFigure);
}

void
xb_figure_unref (XbFigure *self)
{
  g_rc_box_release_full (self, figure_clear);
}

void
xb_platform_note_free (XbPlatformNote *self)
{
  g_free (self->en);
  g_free (self->zh);
  g_free (self->source);
  g_free (self->source_zh);
  g_free (self->checked);
  g_free (self);
}

static void
sheet_clear (gpointer data)
{
  XbPlatformSheet *self = data;

  g_free (self->name_en);
  g_free (self->name_zh);
  for (guint i = 0; i < XB_PLATFORM_N_FIELDS; i++)
    g_clear_pointer (&self->figures[i], xb_figure_unref);
  g_ptr_array_unref (self->notes);
}

XbPlatformSheet *
xb_platform_sheet_alloc (void)
{
  XbPlatformSheet *self = g_rc_box_new0 (XbPlatformSheet);

  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) xb_platform_note_free);
  return self;
}

XbPlatformSheet *
xb_platform_sheet_ref (XbPlatformSheet *self)
{
  return g_rc_box_acquire (self);
}

void
xb_platform_sheet_unref (XbPlatformSheet *self)
{
  g_rc_box_release_full (self, sheet_clear);
}

/* What the sheet says nothing of, its kind says. */
void
xb_platform_sheet_inherit (XbPlatformSheet       *self,
                           const XbPlatformSheet *defaults)
{
  for (guint i = 0; defaults != NULL && i < XB_PLATFORM_N_FIELDS; i++)
    if (self->figures[i] == NULL && defaults->figures[i] != NULL)
      self->figures[i] = g_rc_box_acquire (defaults->figures[i]);
}

static XbPlatformSheet *
load_defaults (XbPlatformKind kind)
{
  const char *nick = xb_enum_to_nick (XB_TYPE_PLATFORM_KIND, kind);
  g_autofree char *file = g_strconcat (nick, ".json", NULL);
  g_auto(GStrv) files = xb_data_list (DEFAULTS);
  g_autofree char *path = g_build_filename (DEFAULTS, file, NULL);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  XbPlatformSheet *sheet;

  if (!g_strv_contains ((const char *const *) files, file))
    return xb_platform_sheet_alloc ();
  bytes = xb_data_lookup (path);
  sheet = xb_platform_sheet_read_defaults (file, bytes, &error);
  if (sheet == NULL)
    g_error ("%s", error->message);
  return sheet;
}

/**
 * xb_platform_sheet_for_kind:
 *
 * Returns: (transfer none): the bundled figures that hold for every platform of @kind that says
 *   nothing else; empty for most kinds
 */
const XbPlatformSheet *
xb_platform_sheet_for_kind (XbPlatformKind kind)
{
  static XbPlatformSheet *sheets[XB_PLATFORM_KIND_PRACTICE + 1];

  g_return_val_if_fail (kind < G_N_ELEMENTS (sheets), NULL);

  if (g_once_init_enter (&sheets[kind]))
    g_once_init_leave (&sheets[kind], load_defaults (kind));
  return sheets[kind];
}

/**
 * xb_platform_sheet_new:
 * @name: in the owner's own words
 *
 * Returns: (transfer full): the sheet of a platform that the owner adds, with the figures of its
 *   kind
 */
XbPlatformSheet *
xb_platform_sheet_new (const char     *name,
                       XbPlatformKind  kind)
{
  XbPlatformSheet *self = xb_platform_sheet_alloc ();

  self->name_en = g_strdup (name);
  self->name_zh = g_strdup (name);
  self->kind = kind;
  xb_platform_sheet_inherit (self, xb_platform_sheet_for_kind (kind));
  return self;
}
