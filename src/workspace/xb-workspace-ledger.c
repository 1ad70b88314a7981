/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-list-where.h"
#include "xb-money.h"
#include "xb-setting-private.h"
#include "xb-workspace-ledger.h"
#include "xb-workspace-private.h"
#include "xb-xlsx-writer.h"

/* Each part of the question has its "?"; an empty one asks nothing. */
#define PART \
  "FROM cost q WHERE q.on_date BETWEEN ? AND ? AND ? IN ('', q.category) AND ? IN ('', ifnull (q.platform, '')) " \
  "AND (? = '' OR instr (ifnull (q.note, ''), ?) > 0 " \
  "OR q.number_id IN (SELECT n.id FROM number n WHERE ? <> '' AND instr (n.e164, ?) > 0))"
#define ORDER "q.on_date DESC, q.id DESC"

typedef struct
{
  char       *from, *until;
  const char *category;
  char       *platform;
  char       *search;
  char       *digits;
} Part;

static void
part_init (Part               *self,
           const XbLedgerPart *part)
{
  self->from = g_strdup (part != NULL ? part->from : "0000");
  self->until = g_strdup (part != NULL ? part->until : "9999");
  self->category = part != NULL && part->category >= 0 ? xb_enum_to_nick (XB_TYPE_COST_CATEGORY, part->category) : "";
  self->platform = g_strdup (part != NULL && part->platform != NULL ? part->platform : "");
  self->search = g_strdup (part != NULL && part->search != NULL ? part->search : "");
  self->digits = xb_search_dup_digits (self->search);
  if (self->digits == NULL)
    self->digits = g_strdup ("");
}

static void
part_clear (Part *self)
{
  g_free (self->from);
  g_free (self->until);
  g_free (self->platform);
  g_free (self->search);
  g_free (self->digits);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Part, part_clear)

void
xb_workspace_filter_ledger (XbWorkspace        *self,
                            GListModel         *ledger,
                            const XbLedgerPart *part)
{
  g_autofree char *page = xb_kind_dup_page_sql (XB_KIND_COST, PART, ORDER);
  g_auto(Part) words = { NULL };

  g_return_if_fail (XB_IS_WORKSPACE (self));
  g_return_if_fail (XB_IS_QUERY_LIST (ledger));

  part_init (&words, part);
  xb_query_list_set_query (XB_QUERY_LIST (ledger), "SELECT count (*) " PART, page, "tttttttt", words.from, words.until,
                           words.category, words.platform, words.search, words.search, words.digits, words.digits);
}

/** xb_workspace_list_ledger: @part: (nullable): all of it */
GListModel *
xb_workspace_list_ledger (XbWorkspace        *self,
                          const XbLedgerPart *part)
{
  XbQueryList *list = xb_kind_new_list (self, XB_KIND_COST);

  xb_workspace_filter_ledger (self, G_LIST_MODEL (list), part);
  return G_LIST_MODEL (list);
}

typedef struct
{
  int          year;
  XbLedgerYear sums;
} SumVerb;

static void
add_sum (XbLedgerYear *sums,
         XbRows       *rows)
{
  int month = (int) xb_rows_int (rows, 0) - 1, category;
  guint n = (guint) xb_rows_int (rows, 2);
  gint64 sum = xb_rows_int (rows, 3);

  sums->n += n;
  sums->total += sum;
  sums->indicative += xb_rows_int (rows, 4);
  if (month >= 0 && month < 12)
    {
      sums->month_n[month] += n;
      sums->months[month] += sum;
    }
  if (!xb_enum_from_nick (XB_TYPE_COST_CATEGORY, xb_rows_text (rows, 1), &category))
    return;
  sums->categories[category] += sum;
  if (month >= 0 && month < 12)
    sums->kinds[month][category] += sum;
  if (category == XB_COST_CATEGORY_LABEL)
    sums->label_n += (guint) xb_rows_int (rows, 5);
}

static gboolean
sum_job (XbDb    *db,
         gpointer data,
         GError **error)
{
  SumVerb *verb = data;
  g_autofree char *from = g_strdup_printf ("%04d-01-01", verb->year);
  g_autofree char *until = g_strdup_printf ("%04d-12-31", verb->year);
  g_autofree char *budget = g_strdup_printf ("budget-%d", verb->year);
  g_autoptr(XbRows) rows = xb_db_query (db, error, "SELECT substr (on_date, 6, 2) + 0, category, count (*), sum (amount), "
                                        "sum (iif (indicative, amount, 0)), sum (amount > 0) FROM cost "
                                        "WHERE on_date BETWEEN ? AND ? GROUP BY 1, 2", "tt", from, until);
  g_autoptr(GError) wrong = NULL;

  if (rows == NULL)
    return FALSE;
  while (xb_rows_next (rows, &wrong))
    add_sum (&verb->sums, rows);
  verb->sums.budget = xb_db_int (db, 0, "SELECT value FROM setting WHERE key = ?", "t", budget);
  if (wrong == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&wrong));
  return FALSE;
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (xb_store_read_finish (XB_STORE (source), result, &error))
    g_task_return_int (task, 0);
  else
    g_task_return_error (task, error);
}

void
xb_workspace_sum_ledger_async (XbWorkspace         *self,
                               int                  year,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  SumVerb *verb = g_new0 (SumVerb, 1);

  verb->year = year;
  g_task_set_source_tag (task, xb_workspace_sum_ledger_async);
  g_task_set_task_data (task, verb, g_free);
  xb_store_read_async (xb_workspace_get_store (self), sum_job, verb, NULL, cancellable, read_cb, task);
}

gboolean
xb_workspace_sum_ledger_finish (XbWorkspace  *self,
                                GAsyncResult *result,
                                XbLedgerYear *year,
                                GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (g_task_propagate_int (G_TASK (result), error) < 0)
    return FALSE;
  *year = ((SumVerb *) g_task_get_task_data (G_TASK (result)))->sums;
  return TRUE;
}

typedef struct
{
  XbVerb verb;
  char  *path;
  gboolean book;
  Part   part;
} ExportVerb;

static void
export_free (gpointer data)
{
  ExportVerb *verb = data;

  g_clear_object (&verb->verb.cancellable);
  g_free (verb->path);
  part_clear (&verb->part);
  g_free (verb);
}

static void
add_line (XbTable *table,
          XbRows  *rows)
{
  int category = XB_COST_CATEGORY_OTHER;

  xb_enum_from_nick (XB_TYPE_COST_CATEGORY, xb_rows_text (rows, 3), &category);
  xb_table_add_day (table, xb_rows_text (rows, 0));
  xb_table_add_money (table, xb_rows_int (rows, 1));
  if (xb_rows_is_null (rows, 2))
    xb_table_add_nothing (table);
  else
    xb_table_add_money (table, xb_rows_int (rows, 2));
  xb_table_add_text (table, xb_cost_category_get_title (category));
  xb_table_add_text (table, xb_rows_text (rows, 4));
  xb_table_add_text (table, xb_rows_text (rows, 5));
  xb_table_add_text (table, xb_rows_int (rows, 7) ? _("indicative") : _("paid"));
  xb_table_add_text (table, xb_rows_text (rows, 6));
}

static XbTable *
read_lines (ExportVerb  *verb,
            XbDb        *db,
            GError     **error)
{
  const XbTableColumn columns[] = {
    { _("Day"), XB_TABLE_DAY }, { _("Yuan"), XB_TABLE_MONEY }, { _("At least"), XB_TABLE_MONEY }, { _("Kind"), XB_TABLE_TEXT },
    { _("Number"), XB_TABLE_TEXT }, { _("Platform"), XB_TABLE_TEXT }, { _("Paid or indicative"), XB_TABLE_TEXT },
    { _("Note"), XB_TABLE_TEXT },
  };
  const Part *part = &verb->part;
  g_autoptr(XbTable) table = xb_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr(XbRows) rows = NULL;
  g_autoptr(GError) wrong = NULL;

  rows = xb_db_query (db, error, "SELECT q.on_date, q.amount, q.amount_min, q.category, "
                      "(SELECT n.national FROM number n WHERE n.id = q.number_id), q.platform, q.note, q.indicative " PART
                      " ORDER BY " ORDER, "tttttttt", part->from, part->until, part->category, part->platform, part->search,
                      part->search, part->digits, part->digits);
  while (rows != NULL && xb_rows_next (rows, &wrong))
    {
      add_line (table, rows);
      if (g_cancellable_set_error_if_cancelled (verb->verb.cancellable, error))
        return NULL;
    }
  if (rows != NULL && wrong == NULL)
    return g_steal_pointer (&table);
  if (wrong != NULL)
    g_propagate_error (error, g_steal_pointer (&wrong));
  return NULL;
}

static gboolean
write_book (ExportVerb    *verb,
            const XbTable *table,
            GError       **error)
{
  GCancellable *cancellable = verb->verb.cancellable;
  g_autoptr(XbXlsxWriter) writer = xb_xlsx_writer_new (verb->path, _("Ledger"), error);

  return writer != NULL && xb_xlsx_writer_add (writer, _("Ledger"), table, cancellable, error) &&
         xb_xlsx_writer_finish (writer, cancellable, error);
}

static gboolean
export_job (XbDb    *db,
            gpointer data,
            GError **error)
{
  ExportVerb *verb = data;
  g_autoptr(XbTable) table = read_lines (verb, db, error);

  if (table == NULL)
    return FALSE;
  return verb->book ? write_book (verb, table, error) : xb_table_write_csv (table, verb->path, error);
}

void
xb_workspace_export_costs_async (XbWorkspace         *self,
                                 const char          *path,
                                 gboolean             book,
                                 const XbLedgerPart  *part,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  ExportVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->path = g_strdup (path);
  verb->book = book;
  g_set_object (&verb->verb.cancellable, cancellable);
  part_init (&verb->part, part);
  g_task_set_source_tag (task, xb_workspace_export_costs_async);
  g_task_set_task_data (task, verb, export_free);
  xb_store_read_async (xb_workspace_get_store (self), export_job, verb, NULL, cancellable, read_cb, task);
}

typedef struct
{
  XbVerb  verb;
  gint64  amount, amount_min, number, certification;
  int     indicative;
  char   *category, *on, *platform, *note;
} RestoreVerb;

static void
restore_free (gpointer data)
{
  RestoreVerb *verb = data;

  g_free (verb->category);
  g_free (verb->on);
  g_free (verb->platform);
  g_free (verb->note);
  g_free (verb);
}

static gboolean
restore_job (XbDb    *db,
             gpointer data,
             GError **error)
{
  RestoreVerb *verb = data;

  /* a second undo, or one that came too late, changes nothing */
  return xb_db_run (db, error, "INSERT OR IGNORE INTO cost (id, amount, amount_min, indicative, category, on_date, number_id, "
                    "platform, certification_id, note) VALUES (?, ?, nullif (?, 0), ?, ?, ?, nullif (?, 0), ?, "
                    "(SELECT id FROM certification WHERE id = ?), ?)", "iiiittitit", verb->verb.id, verb->amount,
                    verb->amount_min, (gint64) verb->indicative, verb->category, verb->on, verb->number, verb->platform,
                    verb->certification, verb->note);
}

void
xb_workspace_restore_cost_async (XbWorkspace         *self,
                                 XbCost              *cost,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  RestoreVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = xb_record_get_id (XB_RECORD (cost));
  verb->amount = xb_cost_get_amount (cost);
  verb->amount_min = xb_cost_get_amount_min (cost);
  verb->indicative = xb_cost_get_indicative (cost);
  verb->number = xb_cost_get_number_id (cost);
  verb->certification = xb_cost_get_certification_id (cost);
  verb->category = g_strdup (xb_enum_to_nick (XB_TYPE_COST_CATEGORY, xb_cost_get_category (cost)));
  verb->on = g_strdup (xb_cost_get_on_date (cost));
  verb->platform = g_strdup (xb_cost_get_platform (cost));
  verb->note = g_strdup (xb_cost_get_note (cost));
  xb_workspace_run (self, xb_workspace_restore_cost_async, NULL, restore_job, verb, restore_free, cancellable, callback,
                    user_data);
}

void
xb_workspace_set_budget_async (XbWorkspace         *self,
                               int                  year,
                               gint64               fen,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (fen >= 0 && fen <= XB_MONEY_MAX);

  xb_workspace_keep_setting (self, xb_workspace_set_budget_async, g_strdup_printf ("budget-%d", year), fen, cancellable,
                             callback, user_data);
}
