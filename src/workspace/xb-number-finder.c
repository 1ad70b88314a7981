/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-enum-types.h"
#include "xb-enums.h"
#include "xb-number-finder.h"

/* Somebody who types searches many times between two changes of the register. So a haystack is read ahead, off the main
 * thread, and answers until a number changes; before it is there the file is asked. That is ten times as fast, and
 * unlike an index of any part of a number it costs an import nothing. */
struct _XbNumberFinder
{
  GObject           parent_instance;

  XbStore          *store;
  XbNumberHaystack *haystack; /* (nullable): none, or no longer true */
  GCancellable     *reading;  /* (nullable): of the reading under way */
  guint             idle_id;
  gboolean          asked;    /* since it was read */
};

G_DEFINE_FINAL_TYPE (XbNumberFinder, xb_number_finder, G_TYPE_OBJECT)

static void
forget (XbNumberFinder *self)
{
  g_clear_pointer (&self->haystack, xb_number_haystack_free);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

static void
changed_cb (XbNumberFinder *self,
            GStrv           tables)
{
  if (tables != NULL && !g_strv_contains ((const char *const *) tables, "number"))
    return;
  forget (self);
  if (self->asked)
    xb_number_finder_prepare (self);
}

static void
xb_number_finder_dispose (GObject *object)
{
  XbNumberFinder *self = XB_NUMBER_FINDER (object);

  forget (self);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (xb_number_finder_parent_class)->dispose (object);
}

static void
xb_number_finder_class_init (XbNumberFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_number_finder_dispose;
}

static void
xb_number_finder_init (XbNumberFinder *self)
{
}

/** xb_number_finder_new: Returns: (transfer full): a finder that has read nothing yet */
XbNumberFinder *
xb_number_finder_new (XbStore *store)
{
  XbNumberFinder *self = g_object_new (XB_TYPE_NUMBER_FINDER, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static gboolean
read_job (XbDb     *db,
          gpointer  data,
          GError  **error)
{
  XbNumberHaystack **haystack = data;

  *haystack = xb_number_haystack_read (db, error);
  return *haystack != NULL;
}

static void
free_job (gpointer data)
{
  XbNumberHaystack **haystack = data;

  g_clear_pointer (haystack, xb_number_haystack_free);
  g_free (haystack);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(XbNumberFinder) self = user_data;
  g_autoptr(GError) error = NULL;
  XbNumberHaystack **haystack = xb_store_result_data (result);

  if (self->reading != g_task_get_cancellable (G_TASK (result)))
    return; /* a number changed since it began */
  g_clear_object (&self->reading);
  self->asked = FALSE;
  if (xb_store_read_finish (XB_STORE (source), result, &error))
    self->haystack = g_steal_pointer (haystack);
  else
    g_info ("%s", error->message); /* the file itself answers */
}

static gboolean
prepare_cb (gpointer data)
{
  XbNumberFinder *self = data;

  self->idle_id = 0;
  if (self->haystack != NULL || self->reading != NULL)
    return G_SOURCE_REMOVE;
  self->reading = g_cancellable_new ();
  xb_store_read_async (self->store, read_job, g_new0 (XbNumberHaystack *, 1), free_job, self->reading, read_cb,
                       g_object_ref (self));
  return G_SOURCE_REMOVE;
}

/** xb_number_finder_prepare: a search is likely to come: reads what it needs once nothing else is to be done */
void
xb_number_finder_prepare (XbNumberFinder *self)
{
  if (self->haystack == NULL && self->reading == NULL && self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

/** xb_number_finder_is_prepared: Returns: whether the next search need not ask the file */
gboolean
xb_number_finder_is_prepared (XbNumberFinder *self)
{
  return self->haystack != NULL;
}

/* Digits are looked for over the index alone; one or two fit most numbers, which the rows give in order. A use is looked
 * for in the rows. Few are removed. */
#define INDEX     "SELECT q.id FROM number q INDEXED BY number_e164 WHERE "
#define ROWS      "SELECT q.id FROM number q NOT INDEXED WHERE "
#define BY_DIGITS "instr (q.e164, ?1) > 0"
#define BY_AREA   "(q.e164 GLOB '+86' || substr (?1, 2) || '*' OR instr (q.e164, ?1) > 0)"
#define STAYING   " AND q.removed_at IS NULL"
#define FEW_GONE  " AND q.id NOT IN (SELECT id FROM number WHERE removed_at IS NOT NULL)"
#define BY_USE    "q.use LIKE '%' || replace (replace (replace (?1, " \
                  "'\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' ESCAPE '\\'" STAYING
/* the same where capitals do not come into it, which is what people here type: a third quicker */
#define BY_EXACT  "instr (q.use, ?1) > 0" STAYING

static gboolean
has_latin_letter (const char *text)
{
  for (; *text != '\0'; text++)
    if (g_ascii_isalpha (*text))
      return TRUE;
  return FALSE;
}

static const char *
choose_sql (const XbNumberSearch *search)
{
  if (search->digits == NULL)
    return has_latin_letter (search->use) ? ROWS BY_USE : ROWS BY_EXACT;
  if (*search->digits == '0')
    return INDEX BY_AREA FEW_GONE;
  return strlen (search->digits) < 3 ? ROWS BY_DIGITS STAYING : INDEX BY_DIGITS FEW_GONE;
}

static char *
dup_sql (const XbNumberSearch *search)
{
  const char *sql = choose_sql (search);

  if (search->health < 0)
    return g_strconcat (sql, " ORDER BY q.id", NULL);
  return g_strdup_printf ("%s AND q.health = '%s' ORDER BY q.id", sql, xb_enum_to_nick (XB_TYPE_HEALTH, search->health));
}

static GArray *
ask_file (XbDb                  *db,
          const XbNumberSearch  *search,
          GError               **error)
{
  g_autofree char *sql = dup_sql (search);
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = xb_db_query (db, &local, sql, "t", search->digits != NULL ? search->digits : search->use);

  while (xb_rows_next (rows, &local))
    {
      gint64 id = xb_rows_int (rows, 0);

      g_array_append_val (found, id);
    }
  if (local == NULL)
    return g_steal_pointer (&found);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/**
 * xb_number_finder_find:
 * @db: the main thread's connection
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the ids, in the order of the register, or %NULL with @error
 */
GArray *
xb_number_finder_find (XbNumberFinder        *self,
                       XbDb                  *db,
                       const XbNumberSearch  *search,
                       GError               **error)
{
  self->asked = TRUE;
  if (self->haystack != NULL)
    return xb_number_haystack_find (self->haystack, search);
  xb_number_finder_prepare (self);
  return ask_file (db, search, error);
}
