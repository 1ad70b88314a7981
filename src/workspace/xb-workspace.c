/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-identity-map.h"
#include "xb-phone.h"
#include "xb-workspace-lists.h"
#include "xb-workspace-private.h"

/* A step back of the clock of up to this much is a correction, not a mistake. */
#define CLOCK_TOLERANCE (5 * 60)

struct _XbWorkspace
{
  GObject        parent_instance;

  XbStore       *store;
  XbClock       *clock;
  XbCatalogue   *catalogue;

  XbBusiness    *business; /* NULL until it was entered */
  XbIdentityMap *maps[XB_N_KINDS];
  XbNumberFinder *finder;
};

enum
{
  CHANGED,
  DAMAGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (XbWorkspace, xb_workspace, G_TYPE_OBJECT)

static gboolean
touches (const char *const *tables,
         const char        *table)
{
  return tables == NULL || g_strv_contains (tables, table);
}

static void
reload_business (XbWorkspace *self)
{
  g_autoptr(XbRows) rows = xb_db_query (xb_workspace_get_db (self), NULL, "SELECT * FROM business", "");

  if (rows == NULL || !xb_rows_next (rows, NULL))
    g_clear_object (&self->business);
  else if (self->business != NULL)
    xb_records_fill (rows, XB_RECORD (self->business));
  else
    self->business = xb_records_make (rows, XB_TYPE_BUSINESS);
}

static void
edit_clear (gpointer data)
{
  XbPlatformEdit *edit = data;

  g_free ((char *) edit->platform);
  g_free ((char *) edit->field);
  g_free ((char *) edit->value);
}

/**
 * xb_workspace_reload_catalogue:
 *
 * Lays what the owner added and edited over the bundled catalogue. What a newer catalogue no longer
 * knows is passed over; its row stays.
 */
void
xb_workspace_reload_catalogue (XbWorkspace *self)
{
  XbDb *db = xb_workspace_get_db (self);
  g_autoptr(GArray) edits = g_array_new (FALSE, FALSE, sizeof (XbPlatformEdit));
  g_autoptr(XbRows) added = xb_db_query (db, NULL, "SELECT key, name, kind FROM platform_added", "");
  g_autoptr(XbRows) rows = NULL;

  g_array_set_clear_func (edits, edit_clear);
  while (added != NULL && xb_rows_next (added, NULL))
    {
      int kind = XB_PLATFORM_KIND_THIRD_PARTY;

      xb_enum_from_nick (XB_TYPE_PLATFORM_KIND, xb_rows_text (added, 2), &kind);
      if (xb_catalogue_lookup (self->catalogue, xb_rows_text (added, 0)) == NULL)
        xb_catalogue_add_platform (self->catalogue, xb_rows_text (added, 0), xb_rows_text (added, 1), kind, NULL);
    }
  rows = xb_db_query (db, NULL, "SELECT platform, field, value, edited_at FROM platform_edit", "");
  while (rows != NULL && xb_rows_next (rows, NULL))
    {
      XbPlatformEdit edit = { g_strdup (xb_rows_text (rows, 0)), g_strdup (xb_rows_text (rows, 1)),
                              g_strdup (xb_rows_text (rows, 2)), xb_rows_int (rows, 3) };

      g_array_append_val (edits, edit);
    }
  xb_catalogue_restore_edits (self->catalogue, (const XbPlatformEdit *) edits->data, edits->len);
}

/* What windows hold by itself (not through a list) is read again here; lists see to their own rows. */
static void
reload_live (XbWorkspace *self,
             XbKind       kind)
{
  g_autoptr(GArray) ids = xb_identity_map_dup_pinned (self->maps[kind]);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(GObject) live = xb_workspace_ref_kind (self, kind, g_array_index (ids, gint64, i));
    }
}

static void
store_changed_cb (XbStore            *store,
                  const char *const  *tables,
                  XbWorkspace        *self)
{
  if (touches (tables, "business"))
    reload_business (self);
  if (touches (tables, "platform_edit") || touches (tables, "platform_added"))
    xb_workspace_reload_catalogue (self);
  for (XbKind kind = 0; kind < XB_N_KINDS; kind++)
    if (xb_kind_is_touched (kind, tables))
      reload_live (self, kind);
  g_signal_emit (self, signals[CHANGED], 0, tables);
}

static void
store_damaged_cb (XbStore     *store,
                  XbWorkspace *self)
{
  g_signal_emit (self, signals[DAMAGED], 0);
}

static void
xb_workspace_dispose (GObject *object)
{
  XbWorkspace *self = XB_WORKSPACE (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->finder);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->business);
  for (XbKind kind = 0; kind < XB_N_KINDS; kind++)
    g_clear_object (&self->maps[kind]);
  G_OBJECT_CLASS (xb_workspace_parent_class)->dispose (object);
}

static void
xb_workspace_class_init (XbWorkspaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_workspace_dispose;

  /**
   * XbWorkspace::changed:
   * @tables: (nullable): the tables that changed; %NULL: another process changed something
   */
  signals[CHANGED] = g_signal_new ("changed", XB_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRV);
  /** XbWorkspace::damaged: see xb_workspace_dup_damage() */
  signals[DAMAGED] = g_signal_new ("damaged", XB_TYPE_WORKSPACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xb_workspace_init (XbWorkspace *self)
{
  for (XbKind kind = 0; kind < XB_N_KINDS; kind++)
    self->maps[kind] = xb_identity_map_new (xb_kind_get_type (kind));
}

/**
 * xb_workspace_open:
 * @folder: the data folder; made where it is missing
 * @clock: what time it is
 *
 * Returns: (transfer full) (nullable): the workspace, or %NULL with @error (newer, damaged, read-only)
 */
XbWorkspace *
xb_workspace_open (const char *folder,
                   XbClock    *clock,
                   GError    **error)
{
  g_autoptr(XbWorkspace) self = NULL;
  g_autoptr(XbStore) store = xb_store_open (folder, error);

  if (store == NULL)
    return NULL;
  self = g_object_new (XB_TYPE_WORKSPACE, NULL);
  self->store = g_steal_pointer (&store);
  self->finder = xb_number_finder_new (self->store);
  self->clock = g_object_ref (clock);
  self->catalogue = xb_catalogue_new ();
  reload_business (self);
  xb_workspace_reload_catalogue (self);
  g_signal_connect (self->store, "changed", G_CALLBACK (store_changed_cb), self);
  g_signal_connect (self->store, "damaged", G_CALLBACK (store_damaged_cb), self);
  return g_steal_pointer (&self);
}

/**
 * xb_workspace_dup_default_folder:
 * @practice: the practice business has a folder of its own
 *
 * Returns: (transfer full): $XINBIAO_DATA_DIR, else xinbiao below the user's data folder
 */
char *
xb_workspace_dup_default_folder (gboolean practice)
{
  const char *given = g_getenv ("XINBIAO_DATA_DIR");

  if (given != NULL && *given != '\0')
    return g_strdup (given);
  return g_build_filename (g_get_user_data_dir (), practice ? "xinbiao-practice" : "xinbiao", NULL);
}

const char *
xb_workspace_get_folder (XbWorkspace *self)
{
  return xb_store_get_folder (self->store);
}

XbClock *
xb_workspace_get_clock (XbWorkspace *self)
{
  return self->clock;
}

/** xb_workspace_get_catalogue: Returns: (transfer none): the platforms, a GListModel */
XbCatalogue *
xb_workspace_get_catalogue (XbWorkspace *self)
{
  return self->catalogue;
}

XbStore *
xb_workspace_get_store (XbWorkspace *self)
{
  return self->store;
}

XbDb *
xb_workspace_get_db (XbWorkspace *self)
{
  return xb_store_get_reader (self->store);
}

XbNumberFinder *
xb_workspace_get_number_finder (XbWorkspace *self)
{
  return self->finder;
}

XbIdentityMap *
xb_workspace_get_map (XbWorkspace *self,
                      XbKind       kind)
{
  return self->maps[kind];
}

/** xb_workspace_watch: looks twice a second whether another process changed the file */
void
xb_workspace_watch (XbWorkspace *self,
                    gboolean     watch)
{
  xb_store_watch (self->store, watch);
}

/**
 * xb_workspace_hold_moment:
 *
 * Until xb_workspace_release_moment() all that is read here is of one moment, and no reading has to ask which: for a
 * long listing. The main loop must not run meanwhile.
 */
void
xb_workspace_hold_moment (XbWorkspace *self)
{
  xb_db_exec (xb_workspace_get_db (self), "BEGIN", NULL);
}

void
xb_workspace_release_moment (XbWorkspace *self)
{
  xb_db_exec (xb_workspace_get_db (self), "COMMIT", NULL);
}

/** xb_workspace_is_empty: Returns: whether nothing was entered yet */
gboolean
xb_workspace_is_empty (XbWorkspace *self)
{
  return xb_db_int (xb_workspace_get_db (self), 1,
                    "SELECT NOT EXISTS (SELECT 1 FROM business UNION ALL SELECT 1 FROM number "
                    "UNION ALL SELECT 1 FROM material UNION ALL SELECT 1 FROM filing)", "") != 0;
}

/** xb_workspace_dup_damage: Returns: (transfer full) (nullable): that something could not be read because the file is damaged */
char *
xb_workspace_dup_damage (XbWorkspace *self)
{
  g_return_val_if_fail (XB_IS_WORKSPACE (self), NULL);

  return xb_store_is_damaged (self->store)
           ? g_strdup_printf (_("“%s” is damaged; restore a backup"), xb_store_get_path (self->store)) : NULL;
}

/**
 * xb_workspace_dup_clock_warning:
 *
 * Returns: (transfer full) (nullable): a sentence where the clock stands before the last entry
 */
char *
xb_workspace_dup_clock_warning (XbWorkspace *self)
{
  gint64 last = xb_db_int (xb_workspace_get_db (self), 0,
                           "SELECT max (ifnull ((SELECT at FROM event ORDER BY id DESC LIMIT 1), 0), ifnull ((SELECT recorded_at "
                           "FROM inspection ORDER BY id DESC LIMIT 1), 0))", "");
  g_autofree char *now_text = NULL;
  g_autofree char *last_text = NULL;

  if (xb_clock_now (self->clock) >= last - CLOCK_TOLERANCE)
    return NULL;
  now_text = xb_instant_dup_label (xb_clock_now (self->clock));
  last_text = xb_instant_dup_label (last);
  return g_strdup_printf (_("The computer’s clock says %s, but the last entry is of %s. Set the clock right, "
                            "else new entries carry a wrong time."), now_text, last_text);
}

/** xb_workspace_ref_business: Returns: (transfer full) (nullable): the business, if it was entered */
XbBusiness *
xb_workspace_ref_business (XbWorkspace *self)
{
  return self->business != NULL ? g_object_ref (self->business) : NULL;
}

/**
 * xb_workspace_find_number:
 * @spelling: any usual spelling, or "#12" for the id 12
 *
 * Returns: the id, or -1 with @error
 */
gint64
xb_workspace_find_number (XbWorkspace *self,
                          const char  *spelling,
                          GError     **error)
{
  XbPhone phone;
  gint64 id;

  if (!xb_phone_parse (spelling, &phone, error))
    return -1;
  id = xb_db_int (xb_workspace_get_db (self), -1,
                  "SELECT id FROM number WHERE e164 = ? AND removed_at IS NULL", "t", phone.e164);
  if (id < 0)
    g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND,
                 _("%s is not in the register; add it first"), phone.national);
  return id;
}

/* Verbs */

/** xb_verb_new: Returns: (transfer full): zeroed data of @size bytes that begins with an #XbVerb */
gpointer
xb_verb_new (XbWorkspace *self,
             gsize        size)
{
  XbVerb *verb = g_malloc0 (size);

  g_assert (size >= sizeof (XbVerb));
  verb->now = xb_clock_now (self->clock);
  return verb;
}

typedef struct
{
  XbPrepareFunc  prepare; /* (nullable) */
  XbStoreJob     job;
  gpointer       verb; /* (owned) */
  GDestroyNotify free_verb;
} Run;

static void
run_free (gpointer data)
{
  Run *run = data;

  g_clear_object (&((XbVerb *) run->verb)->cancellable);
  run->free_verb (run->verb);
  g_free (run);
}

static void write_now (GTask *task);

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  XbVerb *verb = ((Run *) g_task_get_task_data (task))->verb;
  g_autoptr(GError) error = NULL;

  if (xb_store_write_finish (XB_STORE (source), result, &error))
    g_task_return_int (task, verb->id);
  else if (g_error_matches (error, XB_ERROR, XB_ERROR_BUSY) && verb->patience > 0)
    {
      verb->patience--;
      write_now (task); /* the job has not begun */
    }
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
write_now (GTask *task)
{
  XbWorkspace *self = g_task_get_source_object (task);
  Run *run = g_task_get_task_data (task);

  xb_store_write_async (self->store, run->job, run->verb, NULL, g_task_get_cancellable (task), written_cb,
                        g_object_ref (task));
}

static void
prepare_thread (GTask        *inner,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Run *run = data;
  GError *error = NULL;

  if (run->prepare (run->verb, cancellable, &error))
    g_task_return_boolean (inner, TRUE);
  else
    g_task_return_error (inner, error);
}

static void
prepared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    write_now (task);
  else
    g_task_return_error (task, error);
}

/**
 * xb_workspace_run:
 * @prepare: (nullable): work with files, on a thread of its own, before the transaction
 * @job: the transaction, on the writer thread
 * @verb: (transfer full): data that begins with an #XbVerb
 *
 * The one way in which anything is written.
 */
void
xb_workspace_run (XbWorkspace         *self,
                  gpointer             source_tag,
                  XbPrepareFunc        prepare,
                  XbStoreJob           job,
                  gpointer             verb,
                  GDestroyNotify       free_verb,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GTask) inner = NULL;
  Run *run = g_new (Run, 1);

  *run = (Run) { prepare, job, verb, free_verb };
  g_set_object (&((XbVerb *) verb)->cancellable, cancellable);
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, run, run_free);
  /* A job that was committed is done, whatever is cancelled afterwards. */
  g_task_set_check_cancellable (task, FALSE);
  if (prepare == NULL)
    {
      write_now (task);
      return;
    }
  /* Without a source: its last reference falls in the other thread, and must not take the workspace along. */
  inner = g_task_new (NULL, cancellable, prepared_cb, g_object_ref (task));
  g_task_set_source_tag (inner, source_tag);
  g_task_set_task_data (inner, run, NULL);
  g_task_run_in_thread (inner, prepare_thread);
}

/** xb_workspace_fail: ends a verb before it began; takes @error */
void
xb_workspace_fail (XbWorkspace         *self,
                   gpointer             source_tag,
                   GError              *error,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_task_report_error (self, callback, user_data, source_tag, error);
}

/** xb_workspace_get_verb: Returns: (transfer none): the data of the verb that @result ends */
gpointer
xb_workspace_get_verb (GAsyncResult *result)
{
  Run *run = g_task_get_task_data (G_TASK (result));

  return run->verb;
}

/** xb_workspace_finish: Returns: whether the verb was done; it is stored then, also after a crash */
gboolean
xb_workspace_finish (XbWorkspace   *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  return xb_workspace_finish_id (self, result, error) >= 0;
}

/** xb_workspace_finish_id: Returns: what the verb made or changed, or -1 with @error */
gint64
xb_workspace_finish_id (XbWorkspace   *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), -1);

  return g_task_propagate_int (G_TASK (result), error);
}
