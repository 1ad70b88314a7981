/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-submission.h"

/**
 * xb_submission_file_new:
 * @media_type: (nullable):
 * @path: (nullable): where the bytes lie, when @bytes is %NULL
 * @bytes: (nullable) (transfer none): the bytes, when @path is %NULL
 *
 * Returns: (transfer full): a document to hand in
 */
XbSubmissionFile *
xb_submission_file_new (XbMaterialType  type,
                        const char     *filename,
                        const char     *media_type,
                        const char     *path,
                        GBytes         *bytes)
{
  XbSubmissionFile *self;

  g_return_val_if_fail (filename != NULL, NULL);
  g_return_val_if_fail ((path == NULL) != (bytes == NULL), NULL);

  self = g_new0 (XbSubmissionFile, 1);
  self->type = type;
  self->filename = g_path_get_basename (filename);
  self->media_type = g_strdup (media_type);
  self->path = g_strdup (path);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  return self;
}

/** xb_submission_file_free: frees @self and what it owns */
void
xb_submission_file_free (XbSubmissionFile *self)
{
  g_free (self->filename);
  g_free (self->media_type);
  g_free (self->path);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/** xb_submission_files_new: Returns: (transfer full) (element-type XbSubmissionFile): an empty list */
GPtrArray *
xb_submission_files_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) xb_submission_file_free);
}

/**
 * xb_submission_new:
 * @idempotency_key: unlike that of any other submission, and kept for every retry of this one
 *
 * Returns: (transfer full): a submission with no fields filled yet
 */
XbSubmission *
xb_submission_new (const char *idempotency_key)
{
  XbSubmission *self;

  g_return_val_if_fail (idempotency_key != NULL && *idempotency_key != '\0', NULL);

  self = g_atomic_rc_box_new0 (XbSubmission);
  self->idempotency_key = g_strdup (idempotency_key);
  self->files = xb_submission_files_new ();
  return self;
}

XbSubmission *
xb_submission_ref (XbSubmission *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
submission_clear (gpointer data)
{
  XbSubmission *self = data;

  g_free (self->idempotency_key);
  g_free (self->business_name);
  g_free (self->uscc);
  g_free (self->letter_name);
  g_strfreev (self->brands);
  g_free (self->number);
  g_free (self->display_name);
  g_free (self->label);
  g_ptr_array_unref (self->files);
}

void
xb_submission_unref (XbSubmission *self)
{
  g_atomic_rc_box_release_full (self, submission_clear);
}

/** xb_submission_add_file: adds a document; see xb_submission_file_new() */
void
xb_submission_add_file (XbSubmission   *self,
                        XbMaterialType  type,
                        const char     *filename,
                        const char     *media_type,
                        const char     *path,
                        GBytes         *bytes)
{
  XbSubmissionFile *file = xb_submission_file_new (type, filename, media_type, path, bytes);

  if (file != NULL)
    g_ptr_array_add (self->files, file);
}
