/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-catalogue.h"
#include "xb-data.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-platform-value.h"
#include "xb-quote.h"

#define FOLDER "platforms"
#define KEY_PATTERN "^[a-z0-9][a-z0-9-]{0,39}$"

/* Every platform: those of the bundle, those that the owner added. It lies on the way to the first
 * window, so a bundled file is read when its platform is first looked up, all when the list is. */
struct _XbCatalogue
{
  GObject     parent_instance;

  char      **bundled;   /* names of the files not necessarily read yet */
  GHashTable *by_key;    /* key → XbPlatform, as far as read */
  GPtrArray  *platforms; /* (nullable): all of them in order, once the list was asked for */
};

static GType
xb_catalogue_get_item_type (GListModel *model)
{
  return XB_TYPE_PLATFORM;
}

static void
platform_changed_cb (XbPlatform  *platform,
                     XbCatalogue *self)
{
  guint position;

  if (self->platforms != NULL && g_ptr_array_find (self->platforms, platform, &position))
    g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
}

/* @platform: (transfer full) */
static XbPlatform *
take (XbCatalogue *self,
      XbPlatform  *platform)
{
  g_signal_connect_object (platform, "changed", G_CALLBACK (platform_changed_cb), self, 0);
  g_hash_table_insert (self->by_key, (char *) xb_platform_get_key (platform), platform);
  return platform;
}

static XbPlatform *
load_bundled (XbCatalogue *self,
              const char  *file)
{
  g_autofree char *path = g_build_filename (FOLDER, file, NULL);
  g_autofree char *key = g_strndup (file, strlen (file) - strlen (".json"));
  XbPlatform *platform = g_hash_table_lookup (self->by_key, key);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  if (platform != NULL)
    return platform;
  bytes = xb_data_lookup (path);
  platform = xb_platform_new_from_bytes (key, bytes, &error);
  if (platform == NULL)
    g_error ("%s", error->message);
  return take (self, platform);
}

/* By kind, as the kinds are listed; in a kind the bundled ones first, the ended ones last. */
static int
compare_platforms (gconstpointer a,
                   gconstpointer b)
{
  XbPlatform *one = *(XbPlatform *const *) a;
  XbPlatform *two = *(XbPlatform *const *) b;
  int order = (int) xb_platform_get_kind (one) - (int) xb_platform_get_kind (two);

  if (order == 0)
    order = xb_platform_get_withdrawn (one) - xb_platform_get_withdrawn (two);
  if (order == 0)
    order = xb_platform_get_added (one) - xb_platform_get_added (two);
  return order != 0 ? order : g_strcmp0 (xb_platform_get_key (one), xb_platform_get_key (two));
}

static GPtrArray *
list (XbCatalogue *self)
{
  GHashTableIter iter;
  gpointer platform;

  if (self->platforms != NULL)
    return self->platforms;
  for (guint i = 0; self->bundled[i] != NULL; i++)
    load_bundled (self, self->bundled[i]);
  self->platforms = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->by_key);
  while (g_hash_table_iter_next (&iter, NULL, &platform))
    g_ptr_array_add (self->platforms, platform);
  g_ptr_array_sort (self->platforms, compare_platforms);
  return self->platforms;
}

static guint
xb_catalogue_get_n_items (GListModel *model)
{
  return list (XB_CATALOGUE (model))->len;
}

static gpointer
xb_catalogue_get_item (GListModel *model,
                       guint       position)
{
  GPtrArray *platforms = list (XB_CATALOGUE (model));

  return position < platforms->len ? g_object_ref (platforms->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = xb_catalogue_get_item_type;
  iface->get_n_items = xb_catalogue_get_n_items;
  iface->get_item = xb_catalogue_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (XbCatalogue, xb_catalogue, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
xb_catalogue_finalize (GObject *object)
{
  XbCatalogue *self = XB_CATALOGUE (object);

  g_clear_pointer (&self->platforms, g_ptr_array_unref);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->bundled, g_strfreev);

  G_OBJECT_CLASS (xb_catalogue_parent_class)->finalize (object);
}

static void
xb_catalogue_class_init (XbCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_catalogue_finalize;
}

static void
xb_catalogue_init (XbCatalogue *self)
{
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->bundled = g_new0 (char *, 1);
}

/** xb_catalogue_new: Returns: (transfer full): the bundled catalogue, a list of #XbPlatform */
XbCatalogue *
xb_catalogue_new (void)
{
  XbCatalogue *self = g_object_new (XB_TYPE_CATALOGUE, NULL);

  g_strfreev (self->bundled);
  self->bundled = xb_data_list (FOLDER);
  return self;
}

/**
 * xb_catalogue_new_from_folder:
 * @path: a folder of files as data/platforms/README.md describes them
 *
 * Returns: (transfer full): the platforms of the folder; %NULL with XB_ERROR_IO, or with
 *   XB_ERROR_INVALID naming the file and field that is wrong
 */
XbCatalogue *
xb_catalogue_new_from_folder (const char  *path,
                              GError     **error)
{
  g_autoptr(XbCatalogue) self = g_object_new (XB_TYPE_CATALOGUE, NULL);
  g_autoptr(GError) cause = NULL;
  g_autoptr(GDir) folder = g_dir_open (path, 0, &cause);
  const char *file;

  if (folder == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_IO, _("The folder of platforms cannot be read: %s"),
                   cause->message);
      return NULL;
    }
  while ((file = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *whole = g_build_filename (path, file, NULL);
      g_autofree char *key = NULL;
      g_autoptr(GBytes) bytes = NULL;
      XbPlatform *platform;
      char *data;
      gsize length;

      if (!g_str_has_suffix (file, ".json"))
        continue;
      if (!g_file_get_contents (whole, &data, &length, &cause))
        {
          g_set_error (error, XB_ERROR, XB_ERROR_IO, _("A file of platforms cannot be read: %s"),
                       cause->message);
          return NULL;
        }
      bytes = g_bytes_new_take (data, length);
      key = g_strndup (file, strlen (file) - strlen (".json"));
      platform = xb_platform_new_from_bytes (key, bytes, error);
      if (platform == NULL)
        return NULL;
      take (self, platform);
    }
  return g_steal_pointer (&self);
}

/** xb_catalogue_lookup: Returns: (transfer none) (nullable): the platform of @key */
XbPlatform *
xb_catalogue_lookup (XbCatalogue *self,
                     const char  *key)
{
  g_autofree char *file = NULL;
  XbPlatform *platform;

  g_return_val_if_fail (XB_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  platform = g_hash_table_lookup (self->by_key, key);
  if (platform != NULL)
    return platform;
  file = g_strconcat (key, ".json", NULL);
  if (!g_strv_contains ((const char *const *) self->bundled, file))
    return NULL;
  return load_bundled (self, file);
}

/**
 * xb_catalogue_find:
 *
 * As xb_catalogue_lookup(). Returns: (nullable): %NULL with XB_ERROR_NOT_FOUND
 */
XbPlatform *
xb_catalogue_find (XbCatalogue  *self,
                   const char   *key,
                   GError      **error)
{
  XbPlatform *platform = xb_catalogue_lookup (self, key);
  g_autofree char *quoted = NULL;

  if (platform != NULL)
    return platform;
  quoted = xb_quote_dup (key);
  g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
               _("There is no platform “%s”. Choose one of the list, or add your own."), quoted);
  return NULL;
}

static char *
free_key (XbCatalogue *self)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *key = g_strdup_printf ("own-%u", i);

      if (xb_catalogue_lookup (self, key) == NULL)
        return g_steal_pointer (&key);
    }
}

static gboolean
check_key (XbCatalogue  *self,
           const char   *key,
           GError      **error)
{
  g_autofree char *quoted = xb_quote_dup (key);

  if (!g_regex_match_simple (KEY_PATTERN, key, 0, 0))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("“%s” cannot be the key of a platform. Use up to 40 small letters, digits and "
                     "hyphens."), quoted);
      return FALSE;
    }
  if (xb_catalogue_lookup (self, key) != NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("There is a platform “%s” already. Edit it, or choose another key."), quoted);
      return FALSE;
    }
  return TRUE;
}

/**
 * xb_catalogue_add_platform:
 * @key: (nullable): its key; %NULL: one is found
 * @name: in the owner's own words
 * @kind: any but practice
 *
 * Adds a platform of the owner's own, with the indicative figures of its kind. A stored one that a
 * newer bundle knows by itself is refused as existing: its edits then lie over the bundled one.
 *
 * Returns: (transfer none): the platform; %NULL with XB_ERROR_INVALID or, when it exists,
 *   XB_ERROR_REFUSED
 */
XbPlatform *
xb_catalogue_add_platform (XbCatalogue     *self,
                           const char      *key,
                           const char      *name,
                           XbPlatformKind   kind,
                           GError         **error)
{
  g_autofree char *own_key = NULL;
  g_autoptr(GVariant) checked = NULL;
  XbPlatform *platform;
  guint position = 0;

  g_return_val_if_fail (XB_IS_CATALOGUE (self), NULL);

  own_key = key != NULL ? g_strdup (key) : free_key (self);
  if (!check_key (self, own_key, error) ||
      !xb_platform_value_parse (XB_PLATFORM_FIELD_NAME, name, &checked, error))
    return NULL;
  if (kind == XB_PLATFORM_KIND_PRACTICE)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED, "%s",
                   _("The practice platform comes with the program. Choose another kind."));
      return NULL;
    }
  platform = xb_platform_new_added (own_key, g_variant_get_string (checked, NULL), kind);
  take (self, platform);
  if (self->platforms == NULL)
    return platform;
  while (position < self->platforms->len &&
         compare_platforms (&self->platforms->pdata[position], &platform) < 0)
    position++;
  g_ptr_array_insert (self->platforms, position, platform);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
  return platform;
}

/**
 * xb_catalogue_apply_edit:
 *
 * As xb_platform_apply_edit(); also XB_ERROR_NOT_FOUND: no such platform
 */
gboolean
xb_catalogue_apply_edit (XbCatalogue  *self,
                         const char   *key,
                         const char   *field,
                         const char   *value_text,
                         gint64        edited_at,
                         GError      **error)
{
  XbPlatform *platform = xb_catalogue_find (self, key, error);

  return platform != NULL && xb_platform_apply_edit (platform, field, value_text, edited_at, error);
}

/**
 * xb_catalogue_restore_edits:
 * @edits: (array length=n_edits): all rows of the store
 *
 * Puts the stored edits in the place of all earlier ones, see xb_platform_restore_edits(); only
 * what is different is told. Rows of a platform that is not known (it left the bundle) are passed
 * over.
 */
void
xb_catalogue_restore_edits (XbCatalogue          *self,
                            const XbPlatformEdit *edits,
                            gsize                 n_edits)
{
  g_autoptr(GList) platforms = NULL;

  g_return_if_fail (XB_IS_CATALOGUE (self));

  for (gsize i = 0; i < n_edits; i++)
    xb_catalogue_lookup (self, edits[i].platform); /* reads its file */
  platforms = g_hash_table_get_values (self->by_key); /* who hears of a change may look up more */
  for (GList *link = platforms; link != NULL; link = link->next)
    xb_platform_restore_edits (link->data, edits, n_edits);
}

/**
 * xb_catalogue_to_json:
 *
 * Returns: (transfer full): the list for people who script: key, name, kind, client, ...
 */
JsonNode *
xb_catalogue_to_json (XbCatalogue *self)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();
  GPtrArray *platforms;

  g_return_val_if_fail (XB_IS_CATALOGUE (self), NULL);

  platforms = list (self);
  for (guint i = 0; i < platforms->len; i++)
    json_array_add_element (array, xb_platform_to_json (platforms->pdata[i], FALSE));
  json_node_take_array (node, array);
  return node;
}
