/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-lifecycle.h"

#define N_STATES (XB_CERT_STATE_WITHDRAWN + 1)

/* The whole table, written a second time on purpose: a slip in one of the two shows. */
static const struct
{
  const char *from;
  const char *next;
} table[] = {
  { "draft", "ready, withdrawn" },
  { "ready", "draft, submitted, withdrawn" },
  { "submitted", "in-review, rejected, failed, withdrawn" },
  { "in-review", "needs-info, approved, rejected, failed, withdrawn" },
  { "needs-info", "in-review, rejected, failed, withdrawn" },
  { "approved", "syncing, failed, suspended, withdrawn" },
  { "syncing", "live, failed, suspended, withdrawn" },
  { "live", "suspended, expired, withdrawn" },
  { "rejected", "draft, withdrawn" },
  { "failed", "ready, submitted, withdrawn" },
  { "suspended", "in-review, syncing, live, expired, withdrawn" },
  { "expired", "draft, withdrawn" },
  { "withdrawn", "" },
};

static void
test_table (void)
{
  g_assert_cmpint (G_N_ELEMENTS (table), ==, N_STATES);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *next = NULL;
      int from = -1;

      g_assert_true (xb_enum_from_nick (XB_TYPE_CERT_STATE, table[i].from, &from));
      next = xb_lifecycle_dup_choices (from);
      g_assert_cmpstr (next, ==, table[i].next);
    }
}

static void
test_no_shortcut (void)
{
  /* "Approved" is never "live", and nothing follows itself. */
  for (guint from = 0; from < N_STATES; from++)
    {
      g_assert_false (xb_lifecycle_may_follow (from, from));
      g_assert_cmpint (xb_lifecycle_may_follow (from, XB_CERT_STATE_LIVE), ==,
                       from == XB_CERT_STATE_SYNCING || from == XB_CERT_STATE_SUSPENDED);
      g_assert_cmpint (xb_lifecycle_may_follow (from, XB_CERT_STATE_APPROVED), ==,
                       from == XB_CERT_STATE_IN_REVIEW);
    }
}

static void
test_paths (void)
{
  static const struct { const char *from; const char *to; const char *path; } rows[] = {
    { "submitted", "syncing", "in-review approved syncing " },
    { "submitted", "needs-info", "in-review needs-info " },
    { "submitted", "rejected", "rejected " },
    { "needs-info", "approved", "in-review approved " },
    { "in-review", "syncing", "approved syncing " },
    { "approved", "syncing", "syncing " },
    { "live", "expired", "expired " },
    { "rejected", "in-review", NULL },
    { "withdrawn", "live", NULL },
    { "syncing", "approved", NULL },
    { "live", "draft", NULL },
    { "draft", "approved", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GArray) path = g_array_new (FALSE, FALSE, sizeof (XbCertState));
      g_autoptr(GString) words = g_string_new (NULL);
      int from = -1;
      int to = -1;

      xb_enum_from_nick (XB_TYPE_CERT_STATE, rows[i].from, &from);
      xb_enum_from_nick (XB_TYPE_CERT_STATE, rows[i].to, &to);
      g_assert_cmpint (xb_lifecycle_find_path (from, to, path), ==, rows[i].path != NULL);
      if (rows[i].path == NULL)
        continue;
      for (guint k = 0; k < path->len; k++)
        g_string_append_printf (words, "%s ",
                                xb_enum_to_nick (XB_TYPE_CERT_STATE, g_array_index (path, XbCertState, k)));
      g_assert_cmpstr (words->str, ==, rows[i].path);
    }
}

static void
test_every_step_of_a_path_is_allowed (void)
{
  g_autoptr(GArray) path = g_array_new (FALSE, FALSE, sizeof (XbCertState));

  for (guint from = 0; from < N_STATES; from++)
    for (guint to = 0; to < N_STATES; to++)
      {
        XbCertState at = from;

        if (from == to || !xb_lifecycle_find_path (from, to, path))
          continue;
        for (guint k = 0; k < path->len; k++)
          {
            g_assert_true (xb_lifecycle_may_follow (at, g_array_index (path, XbCertState, k)));
            at = g_array_index (path, XbCertState, k);
          }
        g_assert_cmpint (at, ==, to);
      }
}

static void
test_words (void)
{
  for (guint i = 0; i < N_STATES; i++)
    g_assert_cmpstr (xb_cert_state_get_title (i), !=, "");
  g_assert_true (xb_platform_kind_needs_nda (XB_PLATFORM_KIND_THIRD_PARTY));
  g_assert_false (xb_platform_kind_needs_nda (XB_PLATFORM_KIND_OPERATOR));
  g_assert_false (xb_platform_kind_needs_nda (XB_PLATFORM_KIND_PRACTICE));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lifecycle/table", test_table);
  g_test_add_func ("/lifecycle/no-shortcut", test_no_shortcut);
  g_test_add_func ("/lifecycle/paths", test_paths);
  g_test_add_func ("/lifecycle/every-step-of-a-path", test_every_step_of_a_path_is_allowed);
  g_test_add_func ("/lifecycle/words", test_words);
  return g_test_run ();
}
