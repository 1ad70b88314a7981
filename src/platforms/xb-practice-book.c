/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <sys/file.h>
#include <unistd.h>

#include "xb-error.h"
#include "xb-http-signer.h"
#include "xb-practice-book.h"

struct _XbPracticeBook
{
  char            *path;
  int              lock;
  XbClock         *clock;
  double           speed;
  gint64           anchor; /* monotonic microseconds at which pages.elapsed was true */
  XbPracticePages  pages;
};

/* One server a folder: two would write over each other's pages. */
static gboolean
take_lock (XbPracticeBook *self,
           const char     *folder,
           GError        **error)
{
  g_autofree char *path = g_build_filename (folder, "practice.lock", NULL);

  self->lock = g_open (path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (self->lock < 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_IO,
                   _("The folder of the practice platform, %s, cannot be written: %s. Make it writable, or choose another"),
                   folder, g_strerror (errno));
      return FALSE;
    }
  if (flock (self->lock, LOCK_EX | LOCK_NB) != 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_BUSY,
                   _("Another practice platform already runs on the folder %s. Use that one, or stop it first"),
                   folder);
      return FALSE;
    }
  return TRUE;
}

static gboolean
load (XbPracticeBook *self,
      GError        **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *text = NULL;
  gsize length = 0;
  XbPracticePages pages;

  if (!g_file_get_contents (self->path, &text, &length, &local))
    {
      if (g_error_matches (local, G_FILE_ERROR, G_FILE_ERROR_NOENT) && self->pages.secret == NULL)
        {
          g_autofree char *tail = xb_http_signer_random (4);

          self->pages.key_id = g_strconcat ("practice-", tail, NULL);
          self->pages.secret = xb_http_signer_random (32);
          self->pages.dirty = TRUE;
          return TRUE;
        }
      g_set_error (error, XB_ERROR, XB_ERROR_IO,
                   _("The book of the practice platform, %s, cannot be read: %s. Make it readable, or choose another folder"),
                   self->path, local->message);
      return FALSE;
    }
  bytes = g_bytes_new_take (text, length);
  xb_practice_pages_init (&pages);
  if (!xb_practice_pages_read (&pages, bytes, self->path, error))
    {
      xb_practice_pages_clear (&pages);
      return FALSE;
    }
  xb_practice_pages_clear (&self->pages);
  self->pages = pages;
  return TRUE;
}

/**
 * xb_practice_book_open:
 * @folder: made when it is not there
 * @clock: (nullable): what dates the cases; %NULL: the computer's clock
 * @speed: practice seconds a second; 0: practice time moves by xb_practice_book_advance() alone
 * @error: %XB_ERROR_IO, %XB_ERROR_BUSY, %XB_ERROR_DAMAGED or %XB_ERROR_NEWER
 *
 * The book in which the practice platform writes everything down: one JSON file, written whole and flushed to
 * the disk before anything in it is acknowledged. Practice time stands still while no server runs.
 *
 * Returns: (transfer full): the book, or %NULL with @error
 */
XbPracticeBook *
xb_practice_book_open (const char *folder,
                       XbClock    *clock,
                       double      speed,
                       GError    **error)
{
  g_autoptr(XbPracticeBook) self = g_new0 (XbPracticeBook, 1);

  self->lock = -1;
  self->path = g_build_filename (folder, "practice.json", NULL);
  self->clock = clock != NULL ? g_object_ref (clock) : xb_clock_new_system ();
  self->speed = MAX (speed, 0.0);
  self->anchor = g_get_monotonic_time ();
  xb_practice_pages_init (&self->pages);
  g_mkdir_with_parents (folder, 0700); /* a failure shows at the lock */
  if (!take_lock (self, folder, error) || !load (self, error) || !xb_practice_book_save (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/** xb_practice_book_close: frees @self and lets others open the book; unsaved pages are lost */
void
xb_practice_book_close (XbPracticeBook *self)
{
  xb_practice_pages_clear (&self->pages);
  g_clear_object (&self->clock);
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->path);
  g_free (self);
}

/**
 * xb_practice_book_save:
 * @error: set to %XB_ERROR_IO
 *
 * Writes what changed since the last time, durably.
 *
 * Returns: whether everything is on the disk
 */
gboolean
xb_practice_book_save (XbPracticeBook *self,
                       GError        **error)
{
  g_autoptr(GError) local = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gsize size = 0;
  const char *data;

  if (!self->pages.dirty)
    return TRUE;
  xb_practice_book_advance (self, 0);
  bytes = xb_practice_pages_write (&self->pages);
  data = g_bytes_get_data (bytes, &size);
  if (!g_file_set_contents_full (self->path, data, size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &local))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_IO,
                   _("The book of the practice platform, %s, cannot be written: %s. Free some space or make it writable"),
                   self->path, local->message);
      return FALSE;
    }
  self->pages.dirty = FALSE;
  return TRUE;
}

/** xb_practice_book_revert: forgets what was not saved, except that time goes on */
void
xb_practice_book_revert (XbPracticeBook *self)
{
  g_autoptr(GError) error = NULL;
  gint64 elapsed = xb_practice_book_elapsed (self);

  if (!load (self, &error))
    g_warning ("%s", error->message);
  self->pages.elapsed = elapsed;
  self->anchor = g_get_monotonic_time ();
  self->pages.dirty = FALSE;
}

/** xb_practice_book_get_pages: Returns: (transfer none): what it holds; set dirty after a change */
XbPracticePages *
xb_practice_book_get_pages (XbPracticeBook *self)
{
  return &self->pages;
}

/** xb_practice_book_get_speed: Returns: practice seconds a second */
double
xb_practice_book_get_speed (XbPracticeBook *self)
{
  return self->speed;
}

/** xb_practice_book_now: Returns: wall instant, UTC seconds */
gint64
xb_practice_book_now (XbPracticeBook *self)
{
  return xb_clock_now (self->clock);
}

/** xb_practice_book_elapsed: Returns: practice seconds since the book was begun; see XB_PRACTICE_WORKDAY */
gint64
xb_practice_book_elapsed (XbPracticeBook *self)
{
  double seconds = (g_get_monotonic_time () - self->anchor) / (double) G_USEC_PER_SEC;

  return self->pages.elapsed + (gint64) floor (seconds * self->speed);
}

/** xb_practice_book_advance: moves practice time forward by @seconds of its own */
void
xb_practice_book_advance (XbPracticeBook *self,
                          gint64          seconds)
{
  g_return_if_fail (seconds >= 0);

  self->pages.elapsed = xb_practice_book_elapsed (self) + seconds;
  self->anchor = g_get_monotonic_time ();
  if (seconds > 0)
    self->pages.dirty = TRUE;
}

/* The wall instant of a past moment of practice time; never before what the case last told. */
static gint64
to_instant (XbPracticeBook *self,
            XbPracticeCase *filed,
            gint64          elapsed)
{
  gint64 now = xb_practice_book_now (self);
  gint64 ago = self->speed > 0 ? (gint64) ((xb_practice_book_elapsed (self) - elapsed) / self->speed) : 0;

  return CLAMP (now - ago, filed->at, MAX (now, filed->at));
}

/** xb_practice_book_settle: lets everything happen that practice time has brought, in its order */
void
xb_practice_book_settle (XbPracticeBook *self)
{
  gint64 elapsed = xb_practice_book_elapsed (self);
  XbPracticeCase *filed;
  gint64 due;

  while ((filed = xb_practice_pages_find_next (&self->pages, &due)) != NULL && due <= elapsed)
    {
      XbPracticeStage before = filed->stage;
      gboolean label = xb_practice_case_label_is_next (filed);
      XbPracticeLabelStage label_before = label ? filed->change->stage : XB_PRACTICE_LABEL_SHOWN;

      xb_practice_pages_take_step (&self->pages, filed, due);
      if (filed->stage != before)
        filed->at = to_instant (self, filed, due);
      if (label && filed->change->stage != label_before)
        filed->change->at = to_instant (self, filed, due);
    }
}

/** xb_practice_book_file_case: receives @filed (transfer full) now */
void
xb_practice_book_file_case (XbPracticeBook *self,
                            XbPracticeCase *filed)
{
  gint64 elapsed = xb_practice_book_elapsed (self);

  filed->case_no = g_strdup_printf ("LX%08u", self->pages.cases->len + 1);
  filed->stage = XB_PRACTICE_RECEIVED;
  filed->filed_at = filed->at = xb_practice_book_now (self);
  filed->filed = elapsed;
  xb_practice_case_start_review (filed, elapsed);
  g_ptr_array_add (self->pages.cases, filed);
  self->pages.dirty = TRUE;
}

/** xb_practice_book_change_case: somebody brought @filed to @stage; its old reasons are settled */
void
xb_practice_book_change_case (XbPracticeBook  *self,
                              XbPracticeCase  *filed,
                              XbPracticeStage  stage)
{
  g_ptr_array_set_size (filed->findings, 0);
  filed->at = MAX (xb_practice_book_now (self), filed->at);
  filed->stage = stage;
  self->pages.dirty = TRUE;
}
