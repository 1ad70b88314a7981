/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdio.h>

#include "practice-fixture.h"

/* The practice platform in a process of its own, killed without warning at random moments: what it acknowledged
 * is there afterwards, and what it did not can be sent again without ever filing twice. */

#define ROUNDS 16
#define CASES_A_ROUND 4

/* The other process: serves until it is killed. */
static int
serve (const char *folder)
{
  g_autoptr(XbPracticeServer) server = xb_practice_server_new (folder, NULL, 0);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GError) error = NULL;

  if (!xb_practice_server_start (server, 0, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  printf ("%s %s %s\n", xb_practice_server_get_url (server), xb_practice_server_get_key_id (server),
          xb_practice_server_get_secret (server));
  fflush (stdout);
  g_main_loop_run (loop);
  return 0;
}

typedef struct
{
  GSubprocess      *process;
  XbPlatformClient *client;
} Remote;

static Remote
remote_start (const char *program,
              const char *folder)
{
  Remote remote = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(GDataInputStream) lines = NULL;
  g_autofree char *line = NULL;
  g_auto(GStrv) words = NULL;

  remote.process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--serve", folder, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (remote.process));
  line = g_data_input_stream_read_line (lines, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  words = g_strsplit (line, " ", -1);
  g_assert_cmpuint (g_strv_length (words), ==, 3);
  remote.client = XB_PLATFORM_CLIENT (xb_practice_client_new (words[0], words[1], words[2], &error));
  g_assert_no_error (error);
  return remote;
}

static void
remote_kill (Remote *remote)
{
  g_subprocess_force_exit (remote->process); /* SIGKILL */
  g_subprocess_wait (remote->process, NULL, NULL);
  g_clear_object (&remote->process);
  g_clear_object (&remote->client);
}

static gboolean
kill_cb (gpointer user_data)
{
  g_subprocess_force_exit (user_data);
  return G_SOURCE_REMOVE;
}

/* Hands in one round's cases at once while the server is being killed; notes the acknowledged ones. */
static void
submit_under_fire (Remote     *remote,
                   guint       round,
                   GHashTable *acknowledged)
{
  GAsyncResult *results[CASES_A_ROUND] = { NULL };

  for (guint i = 0; i < CASES_A_ROUND; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u-%u", round, i);
      g_autoptr(XbSubmission) submission = make_submission (key);

      xb_platform_client_submit_async (remote->client, submission, NULL, fixture_done_cb, &results[i]);
    }
  g_timeout_add_full (0, g_test_rand_int_range (0, 25), kill_cb, g_object_ref (remote->process), g_object_unref);
  for (guint i = 0; i < CASES_A_ROUND; i++)
    {
      g_autoptr(XbCaseReport) report = NULL;

      fixture_wait (NULL, &results[i]);
      report = xb_platform_client_submit_finish (remote->client, results[i], NULL);
      if (report != NULL)
        g_hash_table_insert (acknowledged, g_strdup_printf ("%u-%u", round, i), g_strdup (report->case_no));
      g_object_unref (results[i]);
    }
}

/* The same keys again: every acknowledged case is the same one still, and each of the others is filed once. */
static void
submit_again (Remote     *remote,
              guint       round,
              GHashTable *acknowledged)
{
  for (guint i = 0; i < CASES_A_ROUND; i++)
    {
      Fixture f = { .client = remote->client };
      g_autofree char *key = g_strdup_printf ("%u-%u", round, i);
      g_autoptr(XbSubmission) submission = make_submission (key);
      g_autoptr(GError) error = NULL;
      g_autoptr(XbCaseReport) report = fixture_submit (&f, submission, &error);
      g_autoptr(XbCaseReport) polled = NULL;
      const char *before = g_hash_table_lookup (acknowledged, key);

      g_assert_no_error (error);
      if (before != NULL)
        g_assert_cmpstr (report->case_no, ==, before);
      polled = fixture_poll (&f, report->case_no, &error);
      g_assert_no_error (error);
      g_hash_table_insert (acknowledged, g_steal_pointer (&key), g_strdup (report->case_no));
    }
}

static void
test_kill (gconstpointer data)
{
  const char *program = data;
  g_autofree char *folder = g_dir_make_tmp ("practice-XXXXXX", NULL);
  g_autoptr(GHashTable) acknowledged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer case_no;

  for (guint round = 0; round < ROUNDS; round++)
    {
      Remote remote = remote_start (program, folder);

      submit_under_fire (&remote, round, acknowledged);
      remote_kill (&remote);
      g_test_message ("round %u: %u acknowledged", round, g_hash_table_size (acknowledged) - round * CASES_A_ROUND);
      remote = remote_start (program, folder);
      submit_again (&remote, round, acknowledged);
      remote_kill (&remote);
    }
  g_hash_table_iter_init (&iter, acknowledged);
  while (g_hash_table_iter_next (&iter, NULL, &case_no))
    g_hash_table_add (numbers, case_no);
  /* each key has a case of its own, and no case number was left out: none was filed twice */
  g_assert_cmpuint (g_hash_table_size (numbers), ==, ROUNDS * CASES_A_ROUND);
  for (guint i = 1; i <= ROUNDS * CASES_A_ROUND; i++)
    {
      g_autofree char *wanted = g_strdup_printf ("LX%08u", i);

      g_assert_true (g_hash_table_contains (numbers, wanted));
    }
  fixture_remove (folder);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--serve"))
    return serve (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/practice-kill/acknowledged", argv[0], test_kill);
  return g_test_run ();
}
