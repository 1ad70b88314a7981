/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xb-case-report.h"
#include "xb-submission.h"

G_BEGIN_DECLS

#define XB_TYPE_PLATFORM_CLIENT (xb_platform_client_get_type ())
G_DECLARE_INTERFACE (XbPlatformClient, xb_platform_client, XB, PLATFORM_CLIENT, GObject)

/**
 * XbPlatformClientInterface:
 *
 * One platform, spoken to over its API. Every verb is asynchronous, starts at once and tries once: to try
 * again is the outbox's work. Each vfunc answers with a #GTask on @self that returns what the verb's finish
 * function says, or
 *
 * - %G_IO_ERROR_CANCELLED when @cancellable was cancelled; the platform may have acted all the same, so the
 *   outbox sends the same idempotency key again;
 * - %XB_ERROR_OFFLINE when trying again may help; xb_error_get_retry_after() says when, if the platform did;
 * - %XB_ERROR_PLATFORM when the platform refused or answered nonsense; xb_error_is_uncertain() tells nonsense,
 *   after which the platform may have acted all the same, from a refusal, after which it has not;
 * - %XB_ERROR_IO or %XB_ERROR_INVALID when a document of the submission could not be read or sent.
 */
struct _XbPlatformClientInterface
{
  GTypeInterface parent_iface;

  void (*submit)           (XbPlatformClient    *self,
                            XbSubmission        *submission,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
  void (*answer)           (XbPlatformClient    *self,
                            const char          *case_no,
                            const char          *idempotency_key,
                            GPtrArray           *files,
                            const char          *note,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
  void (*expedite)         (XbPlatformClient    *self,
                            const char          *case_no,
                            const char          *idempotency_key,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
  void (*withdraw)         (XbPlatformClient    *self,
                            const char          *case_no,
                            const char          *idempotency_key,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
  void (*change_label)     (XbPlatformClient    *self,
                            const char          *case_no,
                            const char          *idempotency_key,
                            const char          *label,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
  void (*poll)             (XbPlatformClient    *self,
                            const char          *case_no,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
  void (*fetch_display)    (XbPlatformClient    *self,
                            const char          *number,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
  void (*fetch_screenshot) (XbPlatformClient    *self,
                            const char          *number,
                            XbHandset            handset,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data);
};

void          xb_platform_client_submit_async            (XbPlatformClient     *self,
                                                          XbSubmission         *submission,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
XbCaseReport *xb_platform_client_submit_finish           (XbPlatformClient     *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void          xb_platform_client_answer_async            (XbPlatformClient     *self,
                                                          const char           *case_no,
                                                          const char           *idempotency_key,
                                                          GPtrArray            *files,
                                                          const char           *note,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
XbCaseReport *xb_platform_client_answer_finish           (XbPlatformClient     *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void          xb_platform_client_expedite_async          (XbPlatformClient     *self,
                                                          const char           *case_no,
                                                          const char           *idempotency_key,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
XbCaseReport *xb_platform_client_expedite_finish         (XbPlatformClient     *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void          xb_platform_client_withdraw_async          (XbPlatformClient     *self,
                                                          const char           *case_no,
                                                          const char           *idempotency_key,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
XbCaseReport *xb_platform_client_withdraw_finish         (XbPlatformClient     *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void          xb_platform_client_change_label_async      (XbPlatformClient     *self,
                                                          const char           *case_no,
                                                          const char           *idempotency_key,
                                                          const char           *label,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
XbCaseReport *xb_platform_client_change_label_finish     (XbPlatformClient     *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void          xb_platform_client_poll_async              (XbPlatformClient     *self,
                                                          const char           *case_no,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
XbCaseReport *xb_platform_client_poll_finish             (XbPlatformClient     *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void          xb_platform_client_fetch_display_async     (XbPlatformClient     *self,
                                                          const char           *number,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GPtrArray    *xb_platform_client_fetch_display_finish    (XbPlatformClient     *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);
void          xb_platform_client_fetch_screenshot_async  (XbPlatformClient     *self,
                                                          const char           *number,
                                                          XbHandset             handset,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
GBytes       *xb_platform_client_fetch_screenshot_finish (XbPlatformClient     *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

G_END_DECLS
