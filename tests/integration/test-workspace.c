/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "workspace-fixture.h"
#include "xb-enum-types.h"
#include "xb-sample-paper.h"
#include "xb-workspace-filing.h"
#include "xb-workspace-keep.h"
#include "xb-workspace-life.h"
#include "xb-workspace-papers.h"
#include "xb-workspace-register.h"
#include "xb-workspace-today.h"

/* The verbs as the windows use them, without a window: one workspace in a folder of its own. */

#define DAY (24 * 3600)

static void
set_business (Fixture *f)
{
  g_autoptr(XbBusiness) draft = g_object_new (XB_TYPE_BUSINESS, "name", " 成都青禾冰饮有限公司 ", "uscc",
                                              "91510100ma6cqhb25a", "handsets", "huawei,xiaomi", NULL);

  xb_workspace_set_business_async (f->ws, draft, NULL, ended_cb, f);
  done (f);
}

static gint64
add_number (Fixture    *f,
            const char *spelling)
{
  xb_workspace_add_number_async (f->ws, spelling, "客服", NULL, ended_cb, f);
  return done (f);
}

static void
add_papers (Fixture *f)
{
  static const XbMaterialType types[] = { XB_MATERIAL_TYPE_LICENCE, XB_MATERIAL_TYPE_OWNERSHIP,
                                          XB_MATERIAL_TYPE_AUTHORISATION };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/paper-%u.png", f->folder, i);
      g_autofree char *title = g_strdup_printf ("%u", i);

      g_assert_true (xb_sample_paper_write (title, (const char *[]) { "x", NULL }, path, NULL));
      xb_workspace_add_material_async (f->ws, path, types[i], NULL, NULL, ended_cb, f);
      g_assert_cmpint (done (f), >, 0);
      g_unlink (path);
    }
}

static void
advance (Fixture     *f,
         gint64       id,
         XbCertState  to)
{
  XbStep step = { .to = to };

  xb_workspace_advance_async (f->ws, &id, 1, &step, NULL, ended_cb, f);
}

static void
add_evidence (Fixture    *f,
              gint64      id,
              XbHandset   handset)
{
  g_autofree char *path = g_strdup_printf ("%s/phone-%d.png", f->folder, handset);

  g_assert_true (xb_sample_phone_write ("1", path, NULL, path, NULL));
  xb_workspace_add_evidence_async (f->ws, id, handset, path, 0, NULL, NULL, ended_cb, f);
  done (f);
}

static XbSyncResult *
sync_once (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  XbSyncResult *result;
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  xb_workspace_sync_async (f->ws, NULL, ended_cb, f);
  while (f->result == NULL && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (f->result);
  result = xb_workspace_sync_finish (f->ws, f->result, &error);
  g_clear_object (&f->result);
  g_assert_no_error (error);
  return result;
}

static void
test_register (Fixture      *f,
               gconstpointer data)
{
  g_autoptr(XbBusiness) business = NULL;
  g_autoptr(XbBusiness) wrong = g_object_new (XB_TYPE_BUSINESS, "name", "x", "uscc", "91510100MA6CQHB25B", NULL);
  g_autoptr(GListModel) numbers = NULL;
  g_autoptr(XbNumber) first = NULL;
  g_autoptr(XbNumber) again = NULL;

  g_assert_true (xb_workspace_is_empty (f->ws));
  set_business (f);
  business = xb_workspace_ref_business (f->ws);
  g_assert_cmpstr (xb_business_get_name (business), ==, "成都青禾冰饮有限公司");
  g_assert_cmpstr (xb_business_get_uscc (business), ==, "91510100MA6CQHB25A");
  xb_workspace_set_business_async (f->ws, wrong, NULL, ended_cb, f);
  refused (f, XB_ERROR_INVALID, "");
  g_assert_cmpstr (xb_business_get_name (business), ==, "成都青禾冰饮有限公司");

  numbers = xb_workspace_list_numbers (f->ws, NULL);
  g_assert_cmpint (g_list_model_get_n_items (numbers), ==, 0);
  add_number (f, "138 0013 8000");
  g_assert_cmpint (add_number (f, "+86-13800138000"), ==, 1);
  add_number (f, "028-6555 1201");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (g_list_model_get_n_items (numbers), ==, 2);
  first = g_list_model_get_item (numbers, 0);
  again = xb_workspace_ref_number (f->ws, 1);
  g_assert_true (first == again); /* one row, one object */
  xb_workspace_set_use_async (f->ws, 1, "售后", NULL, ended_cb, f);
  done (f);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (xb_number_get_use (first), ==, "售后");
  xb_workspace_search_numbers (f->ws, numbers, "0286555");
  g_assert_cmpint (g_list_model_get_n_items (numbers), ==, 1);
  xb_workspace_search_numbers (f->ws, numbers, "售");
  g_assert_cmpint (g_list_model_get_n_items (numbers), ==, 1);
  xb_workspace_search_numbers (f->ws, numbers, "");
  xb_workspace_remove_number_async (f->ws, 1, TRUE, NULL, ended_cb, f);
  done (f);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpint (g_list_model_get_n_items (numbers), ==, 1);
  xb_workspace_remove_number_async (f->ws, 1, FALSE, NULL, ended_cb, f);
  done (f);
}

static void
test_paste (Fixture      *f,
            gconstpointer data)
{
  g_autoptr(XbImportResult) result = NULL;
  XbRejectedRow *bad;

  xb_workspace_paste_numbers_async (f->ws, "138 0013 8000 客服热线\n028-65551201，13900139000、nonsense\n\n400-600-1825\tsales\n",
                                    "门店", NULL, ended_cb, f);
  while (f->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  result = xb_workspace_import_numbers_finish (f->ws, f->result, NULL);
  g_assert_nonnull (result);
  g_assert_cmpint (result->rows, ==, 5);
  g_assert_cmpint (result->imported, ==, 4);
  g_assert_cmpint (result->n_rejected, ==, 1);
  bad = g_ptr_array_index (result->rejected, 0);
  g_assert_cmpint (bad->line, ==, 2);
  {
    g_autoptr(XbNumber) a = xb_workspace_ref_number (f->ws, 1);
    g_autoptr(XbNumber) b = xb_workspace_ref_number (f->ws, 2);
    g_autoptr(XbNumber) d = xb_workspace_ref_number (f->ws, 4);

    g_assert_cmpstr (xb_number_get_use (a), ==, "客服热线");
    g_assert_cmpstr (xb_number_get_use (b), ==, "门店");
    g_assert_cmpstr (xb_number_get_use (d), ==, "sales");
  }
}

static void
test_manual_life (Fixture      *f,
                  gconstpointer data)
{
  g_autoptr(XbCertification) c = NULL;
  g_autoptr(XbPlan) plan = NULL;
  g_autoptr(GListModel) events = NULL;
  g_autoptr(GListModel) costs = NULL;
  gint64 number;
  gint64 id;
  g_autofree char *warning = NULL;
  XbStep step = { .to = XB_CERT_STATE_SUBMITTED, .case_no = "YD-1", .expedite = TRUE };

  set_business (f);
  number = add_number (f, "13800138000");
  xb_workspace_start_certification_async (f->ws, number, "cmcc", NULL, ended_cb, f);
  id = done (f);
  xb_workspace_start_certification_async (f->ws, number, "cmcc", NULL, ended_cb, f);
  refused (f, XB_ERROR_REFUSED, "already");
  advance (f, id, XB_CERT_STATE_LIVE);
  refused (f, XB_ERROR_REFUSED, "allowed now: ready, withdrawn");
  advance (f, id, XB_CERT_STATE_READY);
  refused (f, XB_ERROR_REFUSED, "Business licence");
  add_papers (f);
  advance (f, id, XB_CERT_STATE_READY);
  done (f);
  c = xb_workspace_ref_certification (f->ws, id);
  plan = xb_workspace_plan_filing (f->ws, xb_certification_get_filing_id (c), NULL);
  g_assert_nonnull (plan);
  g_assert_null (plan->blocked);
  g_assert_nonnull (strstr (plan->watermark, "2026-09-28"));
  g_assert_cmpstr (plan->review_by, ==, "2026-10-13"); /* 7 working days over the National Day and its make-up day */
  xb_workspace_advance_async (f->ws, &id, 1, &step, NULL, ended_cb, f);
  done (f);
  g_assert_cmpint (xb_certification_get_state (c), ==, XB_CERT_STATE_SUBMITTED);
  g_assert_cmpstr (xb_certification_get_case_no (c), ==, "YD-1");
  g_assert_cmpstr (xb_certification_get_expected (c), ==, "2026-09-29"); /* 12 hours */
  costs = xb_workspace_list_costs (f->ws, id);
  g_assert_cmpint (g_list_model_get_n_items (costs), ==, 1);
  xb_clock_set_fixed (f->clock, NOON - 10 * DAY); /* a clock set back */
  warning = xb_workspace_dup_clock_warning (f->ws);
  g_assert_nonnull (warning);
  advance (f, id, XB_CERT_STATE_IN_REVIEW);
  refused (f, XB_ERROR_REFUSED, "set the clock right");
  xb_clock_set_fixed (f->clock, NOON + DAY);
  advance (f, id, XB_CERT_STATE_IN_REVIEW);
  done (f);
  advance (f, id, XB_CERT_STATE_APPROVED);
  done (f);
  g_assert_cmpstr (xb_certification_get_expected (c), !=, NULL);
  advance (f, id, XB_CERT_STATE_SYNCING);
  done (f);
  advance (f, id, XB_CERT_STATE_LIVE);
  refused (f, XB_ERROR_REFUSED, "huawei, xiaomi");
  add_evidence (f, id, XB_HANDSET_HUAWEI);
  g_assert_cmpint (xb_workspace_get_missing_handsets (f->ws, id), ==, 1u << XB_HANDSET_XIAOMI);
  add_evidence (f, id, XB_HANDSET_XIAOMI);
  advance (f, id, XB_CERT_STATE_LIVE);
  done (f);
  g_assert_cmpint (xb_certification_get_state (c), ==, XB_CERT_STATE_LIVE);
  events = xb_workspace_list_events (f->ws, id);
  g_assert_cmpint (g_list_model_get_n_items (events), ==, 7);
}

static void
test_expiry (Fixture      *f,
             gconstpointer data)
{
  g_autoptr(XbCertification) c = NULL;
  g_autoptr(XbSyncResult) early = NULL;
  g_autoptr(XbSyncResult) late = NULL;
  XbStep live = { .to = XB_CERT_STATE_LIVE, .expires = "2027-09-28" };
  gint64 id;

  set_business (f);
  add_papers (f);
  add_number (f, "13800138000");
  xb_workspace_start_certification_async (f->ws, 1, "cmcc", NULL, ended_cb, f);
  id = done (f);
  for (XbCertState to = XB_CERT_STATE_READY; to <= XB_CERT_STATE_SYNCING; to++)
    if (to != XB_CERT_STATE_NEEDS_INFO)
      {
        advance (f, id, to);
        done (f);
      }
  add_evidence (f, id, XB_HANDSET_HUAWEI);
  add_evidence (f, id, XB_HANDSET_XIAOMI);
  xb_workspace_advance_async (f->ws, &id, 1, &live, NULL, ended_cb, f);
  done (f);
  c = xb_workspace_ref_certification (f->ws, id);
  xb_clock_set_fixed (f->clock, NOON + 365 * DAY); /* its last day: still good */
  early = sync_once (f);
  g_assert_cmpint (xb_certification_get_state (c), ==, XB_CERT_STATE_LIVE);
  xb_clock_set_fixed (f->clock, NOON + 366 * DAY);
  late = sync_once (f);
  g_assert_cmpint (xb_certification_get_state (c), ==, XB_CERT_STATE_EXPIRED);
  advance (f, id, XB_CERT_STATE_DRAFT); /* the renewal */
  done (f);
  g_assert_cmpint (xb_certification_get_state (c), ==, XB_CERT_STATE_DRAFT);
}

static void
test_no_nda_no_copy (Fixture      *f,
                     gconstpointer data)
{
  gint64 number;
  gint64 id;

  set_business (f);
  add_papers (f);
  number = add_number (f, "13800138000");
  xb_workspace_start_certification_async (f->ws, number, "third-party", NULL, ended_cb, f);
  id = done (f);
  advance (f, id, XB_CERT_STATE_READY);
  refused (f, XB_ERROR_REFUSED, "Non-disclosure agreement");
  xb_workspace_add_nda_async (f->ws, "third-party", "2026-09-29", "2027-09-01", NULL, NULL, ended_cb, f);
  refused (f, XB_ERROR_INVALID, "still to come");
  xb_workspace_add_nda_async (f->ws, "third-party", "2026-09-01", "2027-09-01", NULL, NULL, ended_cb, f);
  done (f);
  advance (f, id, XB_CERT_STATE_READY);
  done (f);
}

static void
test_practice_life (Fixture      *f,
                    gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbCertification) c = NULL;
  g_autoptr(GListModel) outbox = NULL;
  g_autoptr(GListModel) evidence = NULL;
  g_autoptr(GListModel) copies = NULL;
  gint64 id;

  g_assert_true (xb_workspace_start_practice (f->ws, 0, 200000, &error));
  g_assert_no_error (error);
  set_business (f);
  add_papers (f);
  add_number (f, "13800138000");
  xb_workspace_start_certification_async (f->ws, 1, "practice", NULL, ended_cb, f);
  id = done (f);
  c = xb_workspace_ref_certification (f->ws, id);
  xb_workspace_submit_filing_async (f->ws, xb_certification_get_filing_id (c), 0, NULL, NULL, ended_cb, f);
  done (f);
  outbox = xb_workspace_list_outbox (f->ws);
  g_assert_cmpint (g_list_model_get_n_items (outbox), ==, 1);
  copies = xb_workspace_list_copies (f->ws);
  g_assert_cmpint (g_list_model_get_n_items (copies), ==, 3);
  for (guint round = 0; round < 200 && xb_workspace_get_missing_handsets (f->ws, id) != 0; round++)
    {
      g_autoptr(XbSyncResult) result = NULL;

      xb_clock_set_fixed (f->clock, NOON + round);
      result = sync_once (f);
      g_assert_cmpstr (result->trouble, ==, NULL);
      g_assert_cmpstr (xb_certification_get_reason (c), ==, NULL);
      g_assert_cmpint (xb_certification_get_state (c), !=, XB_CERT_STATE_REJECTED);
      g_usleep (20000);
    }
  g_assert_cmpint (xb_certification_get_state (c), ==, XB_CERT_STATE_SYNCING);
  evidence = xb_workspace_list_evidence (f->ws, id);
  g_assert_cmpint (g_list_model_get_n_items (evidence), ==, 2);
  advance (f, id, XB_CERT_STATE_LIVE);
  done (f);
  g_assert_cmpint (xb_certification_get_state (c), ==, XB_CERT_STATE_LIVE);
}

static void
test_demo (Fixture      *f,
           gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(XbToday) today = NULL;

  xb_workspace_demo_async (f->ws, NULL, ended_cb, f);
  done (f);
  xb_workspace_read_today_async (f->ws, XB_TODAY_ROWS, NULL, ended_cb, f);
  while (f->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  today = xb_workspace_read_today_finish (f->ws, f->result, &error);
  g_clear_object (&f->result);
  g_assert_no_error (error);
  g_assert_cmpint (today->n_numbers, ==, 12);
  g_assert_cmpint (today->health[XB_HEALTH_LIVE] + today->health[XB_HEALTH_ATTENTION] +
                   today->health[XB_HEALTH_PROGRESS] + today->health[XB_HEALTH_NONE], ==, 12);
  g_assert_cmpint (today->health[XB_HEALTH_ATTENTION], ==, 2);
  g_assert_cmpint (today->due->len, >=, 5);
  for (guint i = 0; i < today->due->len; i++)
    {
      XbDue *due = g_ptr_array_index (today->due, i);

      g_test_message ("%s %s: %s (%s)", xb_due_get_due (due), xb_due_get_kind (due), xb_due_get_title (due),
                      xb_due_get_object (due));
    }
  xb_workspace_demo_async (f->ws, NULL, ended_cb, f);
  refused (f, XB_ERROR_REFUSED, "not empty");
}

/* What was begun and left has no deadline: it waits today, and is never overdue. */
static void
test_begun (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  XbToday *today;
  XbDue *due;
  g_autofree char *day = NULL;
  gint64 number;

  xb_workspace_add_number_async (f->ws, "028-8612 3456", "", NULL, ended_cb, f);
  number = done (f);
  xb_workspace_start_certification_async (f->ws, number, "cmcc", NULL, ended_cb, f);
  done (f);
  xb_clock_set_fixed (f->clock, xb_clock_now (f->clock) + 20 * 86400);
  day = xb_clock_dup_today (f->clock);
  xb_workspace_read_today_async (f->ws, XB_TODAY_ROWS, NULL, ended_cb, f);
  while (f->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  today = xb_workspace_read_today_finish (f->ws, f->result, &error);
  g_clear_object (&f->result);
  g_assert_no_error (error);
  g_assert_cmpuint (today->due->len, ==, 1);
  due = g_ptr_array_index (today->due, 0);
  g_assert_cmpstr (xb_due_get_kind (due), ==, "finish");
  g_assert_cmpstr (xb_due_get_due (due), ==, day);
  g_assert_false (xb_due_get_overdue (due));
  g_assert_nonnull (strstr (xb_due_get_detail (due), "028-8612 3456"));
  xb_today_free (today);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/workspace/register", test_register);
  ADD ("/workspace/paste", test_paste);
  ADD ("/workspace/manual-life", test_manual_life);
  ADD ("/workspace/expiry", test_expiry);
  ADD ("/workspace/begun", test_begun);
  ADD ("/workspace/no-nda-no-copy", test_no_nda_no_copy);
  ADD ("/workspace/practice-life", test_practice_life);
  ADD ("/workspace/demo", test_demo);
  return g_test_run ();
}
