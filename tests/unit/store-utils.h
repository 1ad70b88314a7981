/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-store.h"

G_BEGIN_DECLS

/* What the tests of the store share: a store in a folder of its own, waited for with a limit. */
typedef struct
{
  char    *folder;
  XbStore *store;
} StoreFixture;

void     store_fixture_set_up    (StoreFixture *fixture);
void     store_fixture_tear_down (StoreFixture *fixture);
void     store_remove_folder     (const char   *folder);
void     store_exec              (XbDb         *db,
                                  const char   *sql);
gboolean store_write             (XbStore      *store,
                                  XbStoreJob    job,
                                  gpointer      data,
                                  GCancellable *cancellable,
                                  GError      **error);
gboolean store_read              (XbStore      *store,
                                  XbStoreJob    job,
                                  gpointer      data,
                                  GCancellable *cancellable,
                                  GError      **error);

/* The other process: store-helper with arguments up to NULL. */
GSubprocess *store_helper      (const char *verb,
                                ...) G_GNUC_NULL_TERMINATED;
char        *store_helper_wait (GSubprocess *helper);
void         store_helper_kill (GSubprocess *helper);
char        *store_listing     (const char *folder);

/* Runs the main loop until CONDITION holds; a minute without it is a failure. */
#define store_iterate_until(condition)                                          \
  G_STMT_START                                                                  \
  {                                                                             \
    gint64 limit_ = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;          \
    while (!(condition) && g_get_monotonic_time () < limit_)                    \
      if (!g_main_context_iteration (NULL, FALSE))                              \
        g_usleep (G_TIME_SPAN_MILLISECOND);                                     \
    g_assert_true (condition);                                                  \
  }                                                                             \
  G_STMT_END

G_END_DECLS
