/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "ctl-args.h"
#include "ctl-run.h"
#include "xb-error.h"

#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

/** ctl_open_clock: the computer's clock, or the one of --now */
gboolean
ctl_open_clock (Ctl     *ctl,
                GError **error)
{
  gint64 instant;

  if (ctl->clock != NULL)
    return TRUE;
  if (ctl->now == NULL)
    ctl->clock = xb_clock_new_system ();
  else if (!ctl_read_instant (ctl, "--now", ctl->now, &instant, error))
    return FALSE;
  else
    ctl->clock = xb_clock_new_fixed (instant);
  return TRUE;
}

/**
 * ctl_open:
 *
 * To be called after ctl_parse(), so that a command line that is not understood makes no data folder.
 *
 * Returns: (transfer none) (nullable): the workspace, or %NULL with @error
 */
XbWorkspace *
ctl_open (Ctl     *ctl,
          GError **error)
{
  g_autofree char *folder = NULL;

  if (ctl->workspace != NULL)
    return ctl->workspace;
  if (!ctl_open_clock (ctl, error))
    return NULL;
  folder = ctl->data_dir != NULL ? g_strdup (ctl->data_dir) : xb_workspace_dup_default_folder (FALSE);
  ctl->workspace = xb_workspace_open (folder, ctl->clock, error);
  if (ctl->workspace != NULL && ctl->now == NULL)
    ctl->warning = xb_workspace_dup_clock_warning (ctl->workspace);
  return ctl->workspace;
}

void
ctl_clear (Ctl *ctl)
{
  g_clear_object (&ctl->result);
  g_clear_object (&ctl->workspace);
  g_clear_object (&ctl->clock);
  g_clear_object (&ctl->cancellable);
  g_strfreev (ctl->argv);
  g_free (ctl->data_dir);
  g_free (ctl->now);
  g_free (ctl->warning);
}

/** ctl_ready_cb: #GAsyncReadyCallback for every verb; @user_data is the #Ctl */
void
ctl_ready_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Ctl *ctl = user_data;

  g_set_object (&ctl->result, result);
}

/** ctl_progress_cb: says on a terminal how far long work is; @user_data is the #Ctl */
void
ctl_progress_cb (guint64  done,
                 guint64  total,
                 gpointer user_data)
{
  Ctl *ctl = user_data;
  gint64 now = g_get_monotonic_time ();

  if (!isatty (STDERR_FILENO) || now - ctl->progress_at < PROGRESS_INTERVAL)
    return;
  ctl->progress_at = now;
  ctl->progress_shown = TRUE;
  if (total > 0)
    fprintf (stderr, "\r%3d %%", (int) (MIN (done, total) * 100 / total));
  else
    fprintf (stderr, "\r%" G_GUINT64_FORMAT, done);
}

/* The first time asks; who asks again does not want to wait. Every write is a transaction. */
static gboolean
interrupted_cb (gpointer user_data)
{
  if (g_cancellable_is_cancelled (user_data))
    _exit (CTL_EXIT_TROUBLE);
  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

/**
 * ctl_wait:
 *
 * Goes on until the verb has ended; Ctrl-C cancels it.
 *
 * Returns: (transfer none): its end
 */
GAsyncResult *
ctl_wait (Ctl *ctl)
{
  guint interrupt = g_unix_signal_add (SIGINT, interrupted_cb, ctl->cancellable);
  guint terminate = g_unix_signal_add (SIGTERM, interrupted_cb, ctl->cancellable);

  while (ctl->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  if (ctl->progress_shown)
    fputs ("\r\033[K", stderr);
  ctl->progress_shown = FALSE;
  return ctl->result;
}

/** ctl_finish_id: Returns: what the verb made or changed, or -1 with @error */
gint64
ctl_finish_id (Ctl     *ctl,
               GError **error)
{
  gint64 id = xb_workspace_finish_id (ctl->workspace, ctl_wait (ctl), error);

  g_clear_object (&ctl->result);
  return id;
}

gboolean
ctl_finish (Ctl     *ctl,
            GError **error)
{
  return ctl_finish_id (ctl, error) >= 0;
}

/** ctl_run_until_stopped: serves until Ctrl-C or SIGTERM */
void
ctl_run_until_stopped (Ctl *ctl)
{
  guint interrupt = g_unix_signal_add (SIGINT, interrupted_cb, ctl->cancellable);
  guint terminate = g_unix_signal_add (SIGTERM, interrupted_cb, ctl->cancellable);

  while (!g_cancellable_is_cancelled (ctl->cancellable))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (interrupt);
  g_source_remove (terminate);
}

/* A file that is not there is trouble with files (3), not a thing of ours that is not there (1). */
static gboolean
check_access (const char *path,
              int         mode,
              GError    **error)
{
  g_autofree char *shown = NULL;
  int code;

  if (g_access (path, mode) == 0)
    return TRUE;
  code = errno;
  shown = g_filename_display_name (path);
  if (mode == R_OK)
    g_set_error (error, XB_ERROR, XB_ERROR_IO, _("“%s” cannot be read: %s; check the name and the rights"), shown,
                 g_strerror (code));
  else
    g_set_error (error, XB_ERROR, XB_ERROR_IO, _("nothing can be written into “%s”: %s; choose another folder"),
                 shown, g_strerror (code));
  return FALSE;
}

/** ctl_check_file: @path: (nullable): a file to be read; %NULL: none */
gboolean
ctl_check_file (const char *path,
                GError    **error)
{
  return path == NULL || check_access (path, R_OK, error);
}

/** ctl_check_target: @path: a file to be written; one that is there (or /dev/stdout) is looked at later */
gboolean
ctl_check_target (const char *path,
                  GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_access (path, F_OK) == 0 || check_access (folder, W_OK | X_OK, error);
}

/** ctl_exit_of: @error: (nullable): how the command ended */
CtlExit
ctl_exit_of (const GError *error)
{
  if (error == NULL || g_error_matches (error, CTL_ERROR, CTL_ERROR_HELP))
    return CTL_EXIT_DONE;
  if (g_error_matches (error, CTL_ERROR, CTL_ERROR_USAGE))
    return CTL_EXIT_USAGE;
  if (g_error_matches (error, CTL_ERROR, CTL_ERROR_NO) ||
      g_error_matches (error, XB_ERROR, XB_ERROR_INVALID) ||
      g_error_matches (error, XB_ERROR, XB_ERROR_REFUSED) ||
      g_error_matches (error, XB_ERROR, XB_ERROR_NOT_FOUND))
    return CTL_EXIT_NO;
  return CTL_EXIT_TROUBLE;
}

/** ctl_warn: @message: (nullable): one line on standard error */
void
ctl_warn (const char *message)
{
  g_autofree char *line = g_strdup (message);

  if (line != NULL)
    fprintf (stderr, "%s: %s\n", g_get_prgname (), g_strstrip (g_strdelimit (line, "\r\n", ' ')));
}

/** ctl_report: @error: (nullable): one line on standard error; nothing where the answer said it already */
void
ctl_report (const GError *error)
{
  g_autofree char *damaged = NULL;

  if (error == NULL || g_error_matches (error, CTL_ERROR, CTL_ERROR_HELP) ||
      g_error_matches (error, CTL_ERROR, CTL_ERROR_NO))
    return;
  /* The sentences are the windows' as well, which have a button for it. A damaged photo is not the data. */
  if (g_error_matches (error, XB_ERROR, XB_ERROR_DAMAGED) && strstr (error->message, "xinbiao.db") != NULL)
    damaged = g_strdup_printf (_("%s: xinbiaoctl restore FILE"), error->message);
  if (damaged != NULL)
    ctl_warn (damaged);
  else
    ctl_warn (xb_error_is_cancelled (error) ? _("stopped; nothing was left half done") : error->message);
}
