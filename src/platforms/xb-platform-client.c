/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-platform-client.h"

G_DEFINE_INTERFACE (XbPlatformClient, xb_platform_client, G_TYPE_OBJECT)

static void
xb_platform_client_default_init (XbPlatformClientInterface *iface)
{
}

/* Every vfunc answers with a GTask of its own object, so that one function finishes them all. */
static gpointer
finish (XbPlatformClient *self,
        GAsyncResult     *result,
        GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * xb_platform_client_submit_async:
 * @submission: kept until the answer; do not change it meanwhile
 *
 * Hands in the documents and asks to certify the number. Safe to repeat with the same idempotency key.
 */
void
xb_platform_client_submit_async (XbPlatformClient    *self,
                                 XbSubmission        *submission,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (XB_IS_PLATFORM_CLIENT (self));
  g_return_if_fail (submission != NULL);

  XB_PLATFORM_CLIENT_GET_IFACE (self)->submit (self, submission, cancellable, callback, user_data);
}

/** xb_platform_client_submit_finish: Returns: (transfer full): how the case stands, or %NULL with @error */
XbCaseReport *
xb_platform_client_submit_finish (XbPlatformClient *self,
                                  GAsyncResult     *result,
                                  GError          **error)
{
  return finish (self, result, error);
}

/**
 * xb_platform_client_answer_async:
 * @files: (nullable) (element-type XbSubmissionFile): further documents; kept until the answer
 * @note: (nullable): what to tell the reviewer
 *
 * Replies to a platform that needs more.
 */
void
xb_platform_client_answer_async (XbPlatformClient    *self,
                                 const char          *case_no,
                                 const char          *idempotency_key,
                                 GPtrArray           *files,
                                 const char          *note,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (XB_IS_PLATFORM_CLIENT (self));
  g_return_if_fail (case_no != NULL && idempotency_key != NULL);

  XB_PLATFORM_CLIENT_GET_IFACE (self)->answer (self, case_no, idempotency_key, files, note, cancellable,
                                               callback, user_data);
}

/** xb_platform_client_answer_finish: Returns: (transfer full): how the case stands, or %NULL with @error */
XbCaseReport *
xb_platform_client_answer_finish (XbPlatformClient *self,
                                  GAsyncResult     *result,
                                  GError          **error)
{
  return finish (self, result, error);
}

/** xb_platform_client_expedite_async: asks for the faster review, which may cost money */
void
xb_platform_client_expedite_async (XbPlatformClient    *self,
                                   const char          *case_no,
                                   const char          *idempotency_key,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (XB_IS_PLATFORM_CLIENT (self));
  g_return_if_fail (case_no != NULL && idempotency_key != NULL);

  XB_PLATFORM_CLIENT_GET_IFACE (self)->expedite (self, case_no, idempotency_key, cancellable,
                                                 callback, user_data);
}

/** xb_platform_client_expedite_finish: Returns: (transfer full): how the case stands, or %NULL with @error */
XbCaseReport *
xb_platform_client_expedite_finish (XbPlatformClient *self,
                                    GAsyncResult     *result,
                                    GError          **error)
{
  return finish (self, result, error);
}

/** xb_platform_client_withdraw_async: takes the request back; a number that is shown is shown no more */
void
xb_platform_client_withdraw_async (XbPlatformClient    *self,
                                   const char          *case_no,
                                   const char          *idempotency_key,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  g_return_if_fail (XB_IS_PLATFORM_CLIENT (self));
  g_return_if_fail (case_no != NULL && idempotency_key != NULL);

  XB_PLATFORM_CLIENT_GET_IFACE (self)->withdraw (self, case_no, idempotency_key, cancellable,
                                                 callback, user_data);
}

/** xb_platform_client_withdraw_finish: Returns: (transfer full): how the case stands, or %NULL with @error */
XbCaseReport *
xb_platform_client_withdraw_finish (XbPlatformClient *self,
                                    GAsyncResult     *result,
                                    GError          **error)
{
  return finish (self, result, error);
}

/**
 * xb_platform_client_change_label_async:
 * @label: "": none
 *
 * Asks for another label of a name that is shown; it is reviewed anew. Safe to repeat with the same key.
 */
void
xb_platform_client_change_label_async (XbPlatformClient    *self,
                                       const char          *case_no,
                                       const char          *idempotency_key,
                                       const char          *label,
                                       GCancellable        *cancellable,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data)
{
  g_return_if_fail (XB_IS_PLATFORM_CLIENT (self));
  g_return_if_fail (case_no != NULL && idempotency_key != NULL && label != NULL);

  XB_PLATFORM_CLIENT_GET_IFACE (self)->change_label (self, case_no, idempotency_key, label, cancellable,
                                                     callback, user_data);
}

/** xb_platform_client_change_label_finish: Returns: (transfer full): how the case stands, or %NULL with @error */
XbCaseReport *
xb_platform_client_change_label_finish (XbPlatformClient *self,
                                        GAsyncResult     *result,
                                        GError          **error)
{
  return finish (self, result, error);
}

/** xb_platform_client_poll_async: asks how the case stands */
void
xb_platform_client_poll_async (XbPlatformClient    *self,
                               const char          *case_no,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (XB_IS_PLATFORM_CLIENT (self));
  g_return_if_fail (case_no != NULL);

  XB_PLATFORM_CLIENT_GET_IFACE (self)->poll (self, case_no, cancellable, callback, user_data);
}

/** xb_platform_client_poll_finish: Returns: (transfer full): how the case stands, or %NULL with @error */
XbCaseReport *
xb_platform_client_poll_finish (XbPlatformClient *self,
                                GAsyncResult     *result,
                                GError          **error)
{
  return finish (self, result, error);
}

/**
 * xb_platform_client_fetch_display_async:
 * @number: E.164
 *
 * Asks what each handset shows when @number rings.
 */
void
xb_platform_client_fetch_display_async (XbPlatformClient    *self,
                                        const char          *number,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data)
{
  g_return_if_fail (XB_IS_PLATFORM_CLIENT (self));
  g_return_if_fail (number != NULL);

  XB_PLATFORM_CLIENT_GET_IFACE (self)->fetch_display (self, number, cancellable, callback, user_data);
}

/**
 * xb_platform_client_fetch_display_finish:
 *
 * Returns: (transfer full) (element-type XbDisplay): one entry a handset brand, or %NULL with @error
 */
GPtrArray *
xb_platform_client_fetch_display_finish (XbPlatformClient *self,
                                         GAsyncResult     *result,
                                         GError          **error)
{
  return finish (self, result, error);
}

/**
 * xb_platform_client_fetch_screenshot_async:
 * @number: E.164
 *
 * Fetches a picture of the ringing handset, a PNG.
 */
void
xb_platform_client_fetch_screenshot_async (XbPlatformClient    *self,
                                           const char          *number,
                                           XbHandset            handset,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data)
{
  g_return_if_fail (XB_IS_PLATFORM_CLIENT (self));
  g_return_if_fail (number != NULL);

  XB_PLATFORM_CLIENT_GET_IFACE (self)->fetch_screenshot (self, number, handset, cancellable,
                                                         callback, user_data);
}

/** xb_platform_client_fetch_screenshot_finish: Returns: (transfer full): a PNG, or %NULL with @error */
GBytes *
xb_platform_client_fetch_screenshot_finish (XbPlatformClient *self,
                                            GAsyncResult     *result,
                                            GError          **error)
{
  return finish (self, result, error);
}
