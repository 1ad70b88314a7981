/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xb-enums.h"

G_BEGIN_DECLS

/**
 * XbSubmissionFile:
 * @type: what the document proves
 * @filename: (not nullable): the name that the platform sees, without folders
 * @media_type: (nullable): such as image/jpeg; %NULL lets the platform look itself
 * @path: (nullable): where the bytes lie, or
 * @bytes: (nullable): the bytes themselves; exactly one of the two is set
 */
typedef struct
{
  XbMaterialType type;
  char          *filename;
  char          *media_type;
  char          *path;
  GBytes        *bytes;
} XbSubmissionFile;

/**
 * XbSubmission:
 * @idempotency_key: made once with the outbox row and never changed: a platform that already took it
 *   answers with the same case again
 * @business_name: the name on the licence
 * @uscc: the unified social credit code, 18 characters
 * @business_kind: company or sole trader
 * @letter_name: (nullable): the name on the letter of authorisation; %NULL: the same as @business_name
 * @brands: (nullable) (array zero-terminated=1): registered brands that the display name may use
 * @number: E.164, such as +8613800138000
 * @display_name: what handsets are to show
 * @label: (nullable): the short label beside it
 * @expedite: ask for the faster review
 * @files: (element-type XbSubmissionFile): the documents
 *
 * One request to certify one number. The fields are owned by the struct; fill them once, then share it.
 */
typedef struct
{
  char           *idempotency_key;
  char           *business_name;
  char           *uscc;
  XbBusinessKind  business_kind;
  char           *letter_name;
  char          **brands;
  char           *number;
  char           *display_name;
  char           *label;
  gboolean        expedite;
  GPtrArray      *files;
} XbSubmission;

XbSubmissionFile *xb_submission_file_new  (XbMaterialType    type,
                                           const char       *filename,
                                           const char       *media_type,
                                           const char       *path,
                                           GBytes           *bytes);
void              xb_submission_file_free (XbSubmissionFile *self);
GPtrArray        *xb_submission_files_new (void);

XbSubmission     *xb_submission_new       (const char       *idempotency_key);
XbSubmission     *xb_submission_ref       (XbSubmission     *self);
void              xb_submission_unref     (XbSubmission     *self);
void              xb_submission_add_file  (XbSubmission     *self,
                                           XbMaterialType    type,
                                           const char       *filename,
                                           const char       *media_type,
                                           const char       *path,
                                           GBytes           *bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbSubmissionFile, xb_submission_file_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbSubmission, xb_submission_unref)

G_END_DECLS
