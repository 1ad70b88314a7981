/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-lifecycle.h"
#include "xb-material.h"
#include "xb-nda.h"
#include "xb-platform.h"
#include "xb-precheck.h"

static void
add (GPtrArray   *items,
     XbCheckState state,
     XbFix        fix,
     int          material,
     const char  *title,
     char        *detail)
{
  g_ptr_array_add (items, xb_check_item_new (state, fix, material, g_strdup (title), detail));
}

/* A paper is good up to and including its last day; ISO dates compare as text. */
static gboolean
has_expired (const char *expires,
             const char *today)
{
  return expires != NULL && strcmp (expires, today) < 0;
}

static void
check_business (const XbPrecheck *self,
                GPtrArray        *items)
{
  const char *name = self->business != NULL ? xb_business_get_name (self->business) : NULL;
  const char *title = _("The business");

  if (name == NULL || *name == '\0')
    add (items, XB_CHECK_MISSING, XB_FIX_BUSINESS, -1, title,
         g_strdup (_("Enter the name as it stands on the licence.")));
  else if (xb_business_get_uscc (self->business) == NULL)
    add (items, XB_CHECK_MISSING, XB_FIX_BUSINESS, -1, title,
         g_strdup (_("Enter the unified social credit code from the licence.")));
  else if (has_expired (xb_business_get_licence_expires (self->business), self->today))
    add (items, XB_CHECK_EXPIRED, XB_FIX_BUSINESS, -1, title,
         g_strdup_printf (_("The licence ended on %s. Renew it first."),
                          xb_business_get_licence_expires (self->business)));
  else if (self->must_contain != NULL && strstr (name, self->must_contain) == NULL)
    add (items, XB_CHECK_ADVICE, XB_FIX_NONE, -1, title,
         g_strdup_printf (_("%s takes only names with “%s” in them. Ask there before you submit."),
                          self->platform_name, self->must_contain));
  else
    add (items, XB_CHECK_OK, XB_FIX_BUSINESS, -1, title, g_strdup (name));
}

static XbMaterial *
find_material (const XbPrecheck *self,
               XbMaterialType    type)
{
  XbMaterial *found = NULL;

  for (guint i = 0; i < self->materials->len; i++)
    {
      XbMaterial *material = g_ptr_array_index (self->materials, i);

      if (xb_material_get_kind (material) != type)
        continue;
      if (found == NULL || has_expired (xb_material_get_expires (found), self->today))
        found = material;
    }
  return found;
}

static void
check_material (const XbPrecheck *self,
                XbMaterialType    type,
                GPtrArray        *items)
{
  gboolean needed = (self->needed & (1u << type)) != 0;
  XbMaterial *material = find_material (self, type);
  const char *title = xb_material_type_get_title (type);

  if (!needed && (self->welcome & (1u << type)) == 0)
    return;
  if (material != NULL && !has_expired (xb_material_get_expires (material), self->today))
    add (items, XB_CHECK_OK, XB_FIX_MATERIAL, type, title, g_strdup (xb_material_get_name (material)));
  else if (type == XB_MATERIAL_TYPE_AUTHORISATION && self->letter_in_kit)
    add (items, XB_CHECK_OK, XB_FIX_NONE, type, title,
         g_strdup (_("Comes filled in with the kit; sign and stamp it.")));
  else if (material != NULL)
    add (items, needed ? XB_CHECK_EXPIRED : XB_CHECK_ADVICE, XB_FIX_MATERIAL, type, title,
         g_strdup_printf (_("“%s” ended on %s. Add the new one."),
                          xb_material_get_name (material), xb_material_get_expires (material)));
  else if (needed)
    add (items, XB_CHECK_MISSING, XB_FIX_MATERIAL, type, title,
         g_strdup (_("Missing. Add a photo, a scan or a PDF.")));
  else
    add (items, XB_CHECK_ADVICE, XB_FIX_MATERIAL, type, title,
         g_strdup (_("Not needed by every platform; better to have it ready.")));
}

static void
check_nda (const XbPrecheck *self,
           GPtrArray        *items)
{
  const char *title = _("Non-disclosure agreement");
  const char *ended = NULL;

  if (!xb_platform_kind_needs_nda (self->kind))
    return;
  for (guint i = 0; i < self->ndas->len; i++)
    {
      XbNda *nda = g_ptr_array_index (self->ndas, i);

      if (strcmp (xb_nda_get_signed_on (nda), self->today) > 0)
        continue;
      if (!has_expired (xb_nda_get_expires (nda), self->today))
        {
          add (items, XB_CHECK_OK, XB_FIX_NDA, -1, title,
               g_strdup_printf (_("Signed on %s, good until %s."), xb_nda_get_signed_on (nda),
                                xb_nda_get_expires (nda)));
          return;
        }
      ended = xb_nda_get_expires (nda);
    }
  if (ended != NULL)
    add (items, XB_CHECK_EXPIRED, XB_FIX_NDA, -1, title,
         g_strdup_printf (_("The agreement with %s ended on %s. Nobody but you sees the licence or an ID until a "
                            "new one is signed."), self->platform_name, ended));
  else
    add (items, XB_CHECK_MISSING, XB_FIX_NDA, -1, title,
         g_strdup_printf (_("%s is a third party and has signed none. Without it no licence and no ID leave "
                            "the house: have it signed, then record it here."), self->platform_name));
}

static void
check_text (const char *title,
            const char *text,
            int         most,
            gboolean    wide,
            gboolean    needed,
            GPtrArray  *items)
{
  int length = text != NULL ? xb_platform_measure_text (text, wide) : 0;

  if (length == 0 && needed)
    add (items, XB_CHECK_MISSING, XB_FIX_TEXTS, -1, title, g_strdup (_("Enter what callees should see.")));
  else if (most > 0 && length > most)
    add (items, XB_CHECK_MISSING, XB_FIX_TEXTS, -1, title,
         g_strdup_printf (_("“%s” is %d long; the platform takes %d. Shorten it."), text, length, most));
  else if (length > 0)
    add (items, XB_CHECK_OK, XB_FIX_TEXTS, -1, title, g_strdup (text));
}

/**
 * xb_precheck_run:
 *
 * Looks at everything a platform will ask for, before it asks.
 *
 * Returns: (transfer full) (element-type XbCheckItem): in the order in which people mend it
 */
GPtrArray *
xb_precheck_run (const XbPrecheck *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  check_business (self, items);
  if (self->n_numbers == 0)
    add (items, XB_CHECK_MISSING, XB_FIX_NUMBERS, -1, _("Numbers"),
         g_strdup (_("Choose at least one number.")));
  check_text (_("Name shown"), self->display_name, self->name_max, FALSE, TRUE, items);
  check_text (_("Label shown"), self->label, self->label_max, self->label_wide, FALSE, items);
  check_nda (self, items);
  for (guint type = 0; type <= XB_MATERIAL_TYPE_OTHER; type++)
    check_material (self, type, items);
  return items;
}

/**
 * xb_precheck_dup_missing:
 * @items: (element-type XbCheckItem): what xb_precheck_run() found
 *
 * Returns: (transfer full) (nullable): what blocks, "Business licence: Missing. …; …"; %NULL: nothing
 */
char *
xb_precheck_dup_missing (GPtrArray *items)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      XbCheckItem *item = g_ptr_array_index (items, i);

      if (xb_check_item_blocks (item))
        g_string_append_printf (out, "%s%s: %s", out->len > 0 ? " " : "",
                                xb_check_item_get_title (item), xb_check_item_get_detail (item));
    }
  return out->len > 0 ? g_string_free (out, FALSE) : (g_string_free (out, TRUE), NULL);
}
