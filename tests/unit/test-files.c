/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-utils.h"
#include "xb-error.h"
#include "xb-files.h"

typedef struct
{
  char *folder;
  char *source;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autofree char *files = NULL;

  fixture->folder = g_dir_make_tmp ("xb-files-XXXXXX", NULL);
  fixture->source = g_strconcat (fixture->folder, ".source", NULL);
  files = g_build_filename (fixture->folder, XB_STORE_FILES, NULL);
  g_assert_cmpint (g_mkdir (files, 0700), ==, 0);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  store_remove_folder (fixture->folder);
  g_unlink (fixture->source);
  g_free (fixture->folder);
  g_free (fixture->source);
}

/* How many files there are below a folder, whatever they are called. */
static guint
count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      n += g_file_test (path, G_FILE_TEST_IS_DIR) ? count_files (path) : 1;
    }
  return n;
}

static guint
mode_of (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);
  return status.st_mode & 0777;
}

static void
test_add (Fixture      *fixture,
          gconstpointer data)
{
  static const struct { const char *text; const char *sha256; } rows[] = {
    { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
    { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = xb_files_path (fixture->folder, rows[i].sha256);
      g_autofree char *group = g_path_get_dirname (path);
      g_autoptr(GError) error = NULL;

      g_assert_true (g_file_set_contents (fixture->source, rows[i].text, -1, NULL));
      for (guint round = 0; round < 2; round++)
        {
          goffset size = -1;
          g_autofree char *sha256 = xb_files_add (fixture->folder, fixture->source, &size, NULL, &error);

          g_assert_no_error (error);
          g_assert_cmpstr (sha256, ==, rows[i].sha256);
          g_assert_cmpint (size, ==, strlen (rows[i].text));
        }
      g_assert_cmpuint (mode_of (path), ==, 0600);
      g_assert_cmpuint (mode_of (group), ==, 0700);
      g_assert_true (xb_files_verify (fixture->folder, rows[i].sha256, strlen (rows[i].text), NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (count_files (fixture->folder), ==, i + 1);
    }
}

static void
test_add_bytes (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autofree char *sha256 = xb_files_add_bytes (fixture->folder, bytes, NULL);

  g_assert_true (xb_files_is_name (sha256));
  g_assert_true (xb_files_verify (fixture->folder, sha256, 3, NULL, NULL));
}

static void
test_refused (Fixture      *fixture,
              gconstpointer data)
{
  g_autofree char *fifo = g_strconcat (fixture->folder, "/fifo", NULL);
  const struct { const char *source; int code; } rows[] = {
    { "/nowhere/licence.jpg", XB_ERROR_NOT_FOUND },
    { fixture->folder, XB_ERROR_INVALID },
    { fifo, XB_ERROR_INVALID },
  };

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (xb_files_add (fixture->folder, rows[i].source, NULL, NULL, &error));
      g_assert_error (error, XB_ERROR, rows[i].code);
      g_assert_cmpuint (count_files (fixture->folder), ==, 1);
    }
}

static void
test_verify (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *sha256 = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->source, "abc", -1, NULL));
  sha256 = xb_files_add (fixture->folder, fixture->source, NULL, NULL, NULL);
  path = xb_files_path (fixture->folder, sha256);
  g_assert_false (xb_files_verify (fixture->folder, sha256, 4, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (path, "abd", -1, NULL));
  g_assert_false (xb_files_verify (fixture->folder, sha256, 3, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_DAMAGED);
  g_clear_error (&error);

  /* Adding the same contents again heals it. */
  g_free (xb_files_add (fixture->folder, fixture->source, NULL, NULL, NULL));
  g_assert_true (xb_files_verify (fixture->folder, sha256, 3, NULL, &error));
  g_unlink (path);
  g_assert_false (xb_files_verify (fixture->folder, sha256, 3, NULL, &error));
  g_assert_error (error, XB_ERROR, XB_ERROR_NOT_FOUND);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (3000);
  g_cancellable_cancel (data);
  return NULL;
}

/* Cancelled before it begins, and while it is at work on a file that takes seconds. */
static void
test_cancel (Fixture      *fixture,
             gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->source, "", -1, NULL));
  g_assert_cmpint (truncate (fixture->source, 1 << 30), ==, 0);
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;
      GThread *thread = NULL;

      if (round == 0)
        g_cancellable_cancel (cancellable);
      else
        thread = g_thread_new ("cancel", cancel_soon, cancellable);
      g_assert_null (xb_files_add (fixture->folder, fixture->source, NULL, cancellable, &error));
      g_assert_true (xb_error_is_cancelled (error));
      g_assert_cmpuint (count_files (fixture->folder), ==, 0);
      if (thread != NULL)
        g_thread_join (thread);
    }
}

/* A limit on the size of files stands for a disk that is full. */
static int
add_on_full_disk (Fixture *fixture)
{
  struct rlimit limit = { 1 << 20, 1 << 20 };
  g_autoptr(GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
  if (xb_files_add (fixture->folder, fixture->source, NULL, NULL, &error) != NULL)
    return 1;
  if (!g_error_matches (error, XB_ERROR, XB_ERROR_IO) || strstr (error->message, "disk is full") == NULL)
    return 2;
  return count_files (fixture->folder) == 0 ? 0 : 3;
}

static void
test_full_disk (Fixture      *fixture,
                gconstpointer data)
{
  int status;
  pid_t child;

  g_assert_true (g_file_set_contents (fixture->source, "", -1, NULL));
  g_assert_cmpint (truncate (fixture->source, 2 << 20), ==, 0);
  child = fork ();
  if (child == 0)
    _exit (add_on_full_disk (fixture));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

int
main (int argc, char *argv[])
{
#define ADD(name, function) \
  g_test_add ("/files/" name, Fixture, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, NULL);
  ADD ("add", test_add);
  ADD ("add-bytes", test_add_bytes);
  ADD ("refused", test_refused);
  ADD ("verify", test_verify);
  ADD ("cancel", test_cancel);
  ADD ("full-disk", test_full_disk);
  return g_test_run ();
}
