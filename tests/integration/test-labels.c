/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../folder.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-phone.h"
#include "xb-records.h"
#include "xb-store.h"
#include "xb-workspace-costs.h"
#include "xb-workspace-labels.h"
#include "xb-workspace-private.h"
#include "xb-workspace-register.h"
#include "xb-workspace-today.h"

/* The verbs of labels as the windows use them: many numbers at once, cancelled, undone, seen by everybody. */

#define NOON 1790568000 /* 2026-09-28 12:00 in China, a Monday */
#define DAY (24 * 3600)
#define MANY 3000

typedef struct
{
  char         *folder;
  XbClock      *clock;
  XbWorkspace  *ws;
  GCancellable *cancellable;
  GAsyncResult *result;
  GArray       *numbers; /* gint64 */
  guint64       told;    /* progress */
} Fixture;

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_set_object (&((Fixture *) user_data)->result, result);
}

static void
wait_for (Fixture *f)
{
  while (f->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gint64
done (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  gint64 id;

  wait_for (f);
  id = xb_workspace_finish_id (f->ws, f->result, &error);
  g_clear_object (&f->result);
  g_assert_no_error (error);
  return id;
}

static void
refused (Fixture    *f,
         int         code,
         const char *part)
{
  g_autoptr(GError) error = NULL;

  wait_for (f);
  g_assert_cmpint (xb_workspace_finish_id (f->ws, f->result, &error), ==, -1);
  g_clear_object (&f->result);
  g_assert_error (error, XB_ERROR, code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Numbers that the operator shows since 100 days with the label 冰饮专线; written straight, the way there is tested elsewhere. */
static gboolean
fill_job (XbDb     *db,
          gpointer  data,
          GError  **error)
{
  const guint n = *(guint *) data;
  const gint64 since = NOON - 100 * DAY;

  if (!xb_db_run (db, error, "INSERT INTO filing (id, platform, created_at, updated_at, submitted_at) "
                  "VALUES (1, 'cmcc', ?1, ?1, ?1)", "i", since))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *national = g_strdup_printf ("139%08u", i);
      g_autofree char *e164 = g_strconcat ("+86", national, NULL);

      if (!xb_db_run (db, error, "INSERT INTO number (e164, national, type, added_at) VALUES (?, ?, 'mobile', ?)", "tti",
                      e164, national, since) ||
          !xb_db_run (db, error, "INSERT INTO certification (number_id, platform, filing_id, state, display_name, label, "
                      "submitted_at, approved_at, live_at, updated_at) VALUES (?1, 'cmcc', 1, 'live', '青禾', '冰饮专线', "
                      "?2, ?2, ?2, ?2)", "ii", xb_db_last_id (db), since))
        return FALSE;
    }
  return TRUE;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  guint n = GPOINTER_TO_UINT (data);
  g_autoptr(GAsyncResult) result = NULL;

  f->folder = g_dir_make_tmp ("xinbiao-labels-XXXXXX", NULL);
  f->clock = xb_clock_new_fixed (NOON);
  f->ws = xb_workspace_open (f->folder, f->clock, &error);
  g_assert_no_error (error);
  f->cancellable = g_cancellable_new ();
  xb_store_write_async (xb_workspace_get_store (f->ws), fill_job, &n, NULL, NULL, ended_cb, f);
  wait_for (f);
  g_assert_true (xb_store_write_finish (xb_workspace_get_store (f->ws), f->result, &error));
  g_assert_no_error (error);
  g_clear_object (&f->result);
  f->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gint64 id = 1; id <= n; id++)
    g_array_append_val (f->numbers, id);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  settle ();
  g_assert_finalize_object (f->ws);
  g_object_unref (f->clock);
  g_object_unref (f->cancellable);
  g_array_unref (f->numbers);
  remove_tree (f->folder);
  g_free (f->folder);
}

static XbLabelDraft
draft_of (Fixture    *f,
          const char *text,
          const char *from,
          const char *until)
{
  return (XbLabelDraft) { .numbers = (const gint64 *) f->numbers->data, .n_numbers = f->numbers->len, .text = text,
                          .from = from, .until = until, .who = "市场部", .why = "换季" };
}

static GArray *
set_label (Fixture    *f,
           const char *text,
           const char *from,
           const char *until)
{
  g_autoptr(GError) error = NULL;
  XbLabelDraft draft = draft_of (f, text, from, until);
  GArray *made;

  xb_workspace_set_label_async (f->ws, &draft, NULL, NULL, NULL, ended_cb, f);
  wait_for (f);
  made = xb_workspace_set_label_finish (f->ws, f->result, &error);
  g_clear_object (&f->result);
  g_assert_no_error (error);
  g_assert_cmpuint (made->len, ==, f->numbers->len);
  return made;
}

static gint64
ask (Fixture    *f,
     const char *sql)
{
  return xb_db_int (xb_workspace_get_db (f->ws), -1, sql, "");
}

static void
stop_cb (guint64  done_,
         guint64  total,
         gpointer data)
{
  Fixture *f = data;

  g_assert_cmpuint (total, ==, MANY);
  f->told = done_;
  if (done_ > 0)
    g_cancellable_cancel (f->cancellable);
}

/* One transaction: all or nothing, with the money. */
static void
test_many (Fixture      *f,
           gconstpointer data)
{
  XbLabelDraft draft = draft_of (f, "国庆不打烊", "2026-10-20", "2026-10-27");
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) made = NULL;

  xb_workspace_set_label_async (f->ws, &draft, f->cancellable, stop_cb, f, ended_cb, f);
  wait_for (f);
  g_assert_null (xb_workspace_set_label_finish (f->ws, f->result, &error));
  g_clear_object (&f->result);
  g_assert_true (xb_error_is_cancelled (error));
  g_assert_cmpuint (f->told, >, 0);
  g_assert_cmpint (ask (f, "SELECT (SELECT count (*) FROM label) + (SELECT count (*) FROM label_change) + "
                        "(SELECT count (*) FROM cost) + (SELECT count (*) FROM label_event)"), ==, 0);

  made = set_label (f, "国庆不打烊", "2026-10-20", "2026-10-27");
  g_assert_cmpint (ask (f, "SELECT count (*) FROM label WHERE certification_id IS NULL"), ==, MANY);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM label WHERE certification_id IS NOT NULL"), ==, MANY);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM label_change WHERE state = 'planned'"), ==, 2 * MANY);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM label_change WHERE free <> 0"), ==, 3);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM cost"), ==, 2 * MANY);
  g_assert_cmpint (ask (f, "SELECT sum (amount) FROM cost"), ==, (2 * MANY - 3) * 10000);
  g_assert_cmpint (ask (f, "SELECT sum (ifnull (amount_min, amount)) FROM cost"), ==, (2 * MANY - 3) * 5000);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM cost WHERE indicative = 0"), ==, 0);
  /* undone as a whole, and back */
  xb_workspace_remove_label_async (f->ws, (const gint64 *) made->data, made->len, TRUE, NULL, ended_cb, f);
  done (f);
  g_assert_cmpint (ask (f, "SELECT (SELECT count (*) FROM label_change) + (SELECT count (*) FROM cost)"), ==, 0);
  xb_workspace_remove_label_async (f->ws, (const gint64 *) made->data, made->len, FALSE, NULL, ended_cb, f);
  done (f);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM label_change WHERE free <> 0"), ==, 3);
  g_assert_cmpint (ask (f, "SELECT sum (amount) FROM cost"), ==, (2 * MANY - 3) * 10000);
}

static XbLabelPlan *
plan (Fixture            *f,
      const XbLabelDraft *draft)
{
  g_autoptr(GError) error = NULL;
  XbLabelPlan *planned;

  xb_workspace_plan_label_async (f->ws, draft, NULL, ended_cb, f);
  wait_for (f);
  planned = xb_workspace_plan_label_finish (f->ws, f->result, &error);
  g_clear_object (&f->result);
  g_assert_no_error (error);
  return planned;
}

/* What is said before is what happens after. */
static void
test_plan (Fixture      *f,
           gconstpointer data)
{
  static const struct { const char *from, *until; } rows[] = {
    { NULL, NULL }, { "2026-10-20", "2026-10-31" }, { "2026-10-01", "2026-10-07" }, { "2026-12-01", NULL },
    { "2026-11-15", "2026-12-20" }, { "2027-02-01", "2027-02-12" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strdup_printf ("标签%u", i);
      XbLabelDraft draft = draft_of (f, text, rows[i].from, rows[i].until);
      gint64 edits = ask (f, "SELECT count (*) FROM label_change");
      gint64 money = ask (f, "SELECT ifnull (sum (amount), 0) FROM cost");
      g_autoptr(XbLabelPlan) planned = plan (f, &draft);
      g_autoptr(GArray) made = NULL;
      XbLabelPlatformPlan *place;
      g_autofree char *file_by = NULL;

      g_assert_cmpuint (planned->platforms->len, ==, 1);
      place = g_ptr_array_index (planned->platforms, 0);
      made = set_label (f, text, rows[i].from, rows[i].until);
      g_test_message ("%u: %u edits, %d", i, place->edits, (int) place->cost_max);
      g_assert_cmpint (ask (f, "SELECT count (*) FROM label_change") - edits, ==,
                       (int) place->edits - (int) place->saved);
      g_assert_cmpint (ask (f, "SELECT ifnull (sum (amount), 0) FROM cost") - money, ==, planned->cost_max);
      file_by = xb_db_text (xb_workspace_get_db (f->ws), "SELECT min (file_by) FROM label_change WHERE label_id = ? AND "
                            "kind = 'put-up'", "i", g_array_index (made, gint64, 0));
      g_assert_cmpstr (place->file_by, ==, file_by);
      g_assert_cmpstr (place->restore_by == NULL ? "none" : "some", ==, rows[i].until == NULL ? "none" : "some");
    }
}

/* Edits near to each other, and labels that hide each other, are said before. */
static void
test_advice (Fixture      *f,
             gconstpointer data)
{
  XbLabelDraft near = draft_of (f, "第二个", "2026-11-01", "2026-11-15");
  g_autoptr(GArray) first = set_label (f, "第一个", "2026-10-20", "2026-11-05");
  g_autoptr(XbLabelPlan) planned = plan (f, &near);
  XbLabelPlatformPlan *place = g_ptr_array_index (planned->platforms, 0);
  XbLabelClash *clash;

  g_assert_cmpuint (place->n_joins, >=, 1);
  g_assert_cmpstr (((XbLabelJoin *) g_ptr_array_index (place->joins, 0))->number, ==, "139 0000 0000");
  g_assert_cmpuint (planned->n_clashes, ==, f->numbers->len);
  clash = g_ptr_array_index (planned->clashes, 0);
  g_assert_cmpint (clash->label, ==, g_array_index (first, gint64, 0));
  g_assert_cmpstr (clash->from, ==, "2026-11-01");
  g_assert_cmpstr (clash->until, ==, "2026-11-05");
  g_assert_false (clash->hidden);
  g_assert_cmpstr (planned->returns, ==, "冰饮专线");
}

/* One object for everybody: a label that goes live is new wherever it is shown. */
static void
test_everywhere (Fixture      *f,
                 gconstpointer data)
{
  g_autoptr(XbNumber) number = xb_workspace_ref_number (f->ws, 1);
  g_autoptr(XbCertification) shown = xb_workspace_ref_certification (f->ws, 1);
  g_autoptr(GListModel) labels = xb_workspace_list_labels (f->ws, 1, XB_LABEL_FILTER_NOW);
  g_autoptr(GListModel) open = xb_workspace_list_open_label_changes (f->ws);
  g_autoptr(GListModel) costs = xb_workspace_list_costs (f->ws, 0);
  g_autoptr(GArray) made = set_label (f, "火锅专线", NULL, NULL);
  g_autoptr(XbLabel) label = xb_workspace_ref_label (f->ws, g_array_index (made, gint64, 0));
  g_autoptr(XbLabelChange) change = NULL;
  gint64 id;

  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (open), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (costs), ==, 1);
  {
    g_autoptr(XbRecord) first = g_list_model_get_item (open, 0);

    id = xb_record_get_id (first);
    change = xb_workspace_ref_label_change (f->ws, id);
    g_assert_true ((gpointer) change == (gpointer) first);
  }
  g_assert_cmpstr (xb_label_change_get_was (change), ==, "冰饮专线");
  g_assert_cmpstr (xb_label_change_get_who (change), ==, "市场部");
  g_assert_cmpint (xb_label_get_state (label), ==, XB_LABEL_STATE_PLANNED);
  xb_workspace_record_label_change_async (f->ws, &id, 1, XB_CHANGE_STATE_LIVE, 0, NULL, NULL, ended_cb, f);
  done (f);
  settle ();
  g_assert_cmpint (xb_label_get_state (label), ==, XB_LABEL_STATE_LIVE);
  g_assert_cmpstr (xb_certification_get_label (shown), ==, "火锅专线");
  g_assert_nonnull (strstr (xb_number_get_shown (number), "火锅专线"));
  g_assert_cmpint (xb_label_change_get_state (change), ==, XB_CHANGE_STATE_LIVE);
  g_assert_cmpuint (g_list_model_get_n_items (open), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (labels), >=, 1);
  g_assert_cmpint (xb_workspace_find_label_on (f->ws, 1, "cmcc", NULL), ==, xb_record_get_id (XB_RECORD (label)));
  /* what was paid is entered over the catalogue's figure */
  {
    g_autoptr(XbCost) cost = g_list_model_get_item (costs, 0);

    g_assert_true (xb_cost_get_indicative (cost));
    xb_workspace_edit_cost_async (f->ws, xb_record_get_id (XB_RECORD (cost)), 8000, "发票 12", NULL, ended_cb, f);
    done (f);
    settle ();
    g_assert_cmpint (xb_cost_get_amount (cost), ==, 8000);
    g_assert_false (xb_cost_get_indicative (cost));
    xb_workspace_remove_cost_async (f->ws, xb_record_get_id (XB_RECORD (cost)), NULL, ended_cb, f);
    refused (f, XB_ERROR_REFUSED, "label change");
  }
}

/* Ended today by mistake: moved back. */
static void
test_undo_end (Fixture      *f,
               gconstpointer data)
{
  g_autoptr(GArray) made = set_label (f, "秋季特饮", "2026-10-20", "2026-12-31");
  gint64 id = g_array_index (made, gint64, 0);
  g_autoptr(XbLabel) label = xb_workspace_ref_label (f->ws, id);

  xb_workspace_end_label_async (f->ws, &id, 1, NULL, "店长", NULL, ended_cb, f);
  done (f);
  settle ();
  g_assert_cmpint (xb_label_get_ended_at (label), ==, NOON);
  g_assert_cmpstr (xb_label_get_until_day (label), ==, "2026-10-19"); /* it had not begun: it never shows */
  g_assert_cmpint (ask (f, "SELECT count (*) FROM label_change"), ==, 0);
  xb_workspace_end_label_async (f->ws, &id, 1, "2026-10-25", NULL, NULL, ended_cb, f);
  done (f); /* its days are not over, so it may still end otherwise */
  xb_workspace_move_label_async (f->ws, id, "2026-10-20", "2026-12-31", "店长", NULL, ended_cb, f);
  done (f);
  settle ();
  g_assert_cmpint (xb_label_get_ended_at (label), ==, 0);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM label_change"), ==, 2);
  xb_workspace_move_label_async (f->ws, id, "2026-12-31", "2026-10-20", NULL, NULL, ended_cb, f);
  refused (f, XB_ERROR_INVALID, "2026-12-31");
  xb_workspace_move_label_async (f->ws, 99, "2026-10-20", NULL, NULL, NULL, ended_cb, f);
  refused (f, XB_ERROR_NOT_FOUND, "99");
}

/* Handed in early, then given another end: until its first day nothing is put back, and nothing handed in twice. */
static void
test_handed_in_early (Fixture      *f,
                      gconstpointer data)
{
  g_autoptr(GArray) made = set_label (f, "秋季特饮", "2026-11-20", "2026-12-31");
  gint64 id = g_array_index (made, gint64, 0);
  gint64 change = ask (f, "SELECT min (id) FROM label_change");

  g_assert_cmpint (ask (f, "SELECT count (*) FROM label_change"), ==, 2);
  xb_workspace_file_label_change_async (f->ws, &change, 1, 0, NULL, NULL, ended_cb, f);
  done (f);
  xb_workspace_end_label_async (f->ws, &id, 1, "2026-12-20", NULL, NULL, ended_cb, f);
  done (f);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM label_change"), ==, 2);
  g_assert_cmpint (ask (f, "SELECT count (*) FROM label_change WHERE kind = 'restore' AND show_on = '2026-12-21'"), ==, 1);
}

/* However many numbers: one thing to do. */
static void
test_due (Fixture      *f,
          gconstpointer data)
{
  g_autoptr(GArray) made = set_label (f, "国庆不打烊", "2026-10-20", "2026-10-27");
  g_autoptr(GError) error = NULL;
  g_autoptr(XbToday) today = NULL;
  XbDue *first = NULL;
  guint n = 0;

  xb_workspace_read_today_async (f->ws, 500, NULL, ended_cb, f);
  wait_for (f);
  today = xb_workspace_read_today_finish (f->ws, f->result, &error);
  g_clear_object (&f->result);
  g_assert_no_error (error);
  for (guint i = 0; i < today->due->len; i++) /* other things are due as well: the next inspection */
    {
      XbDue *due = g_ptr_array_index (today->due, i);

      if (!g_str_has_prefix (xb_due_get_object (due), "label/"))
        continue;
      first = first != NULL ? first : due;
      n++;
    }
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (xb_due_get_kind (first), ==, "label-file");
  g_assert_nonnull (strstr (xb_due_get_title (first), "3000"));
}

int
main (int   argc,
      char *argv[])
{
#define ADD(path, n, func) g_test_add ("/labels/" path, Fixture, GUINT_TO_POINTER (n), set_up, func, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("many", MANY, test_many);
  ADD ("plan", 2, test_plan);
  ADD ("advice", 3, test_advice);
  ADD ("everywhere", 1, test_everywhere);
  ADD ("undo-end", 1, test_undo_end);
  ADD ("handed-in-early", 1, test_handed_in_early);
  ADD ("due", MANY, test_due);
  return g_test_run ();
}
