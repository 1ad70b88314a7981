/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * XbError:
 * @XB_ERROR_INVALID: what was given is not valid (a wrong check digit, a number that is none)
 * @XB_ERROR_REFUSED: the answer is no: a rule forbids it now (a refused transition, no NDA)
 * @XB_ERROR_NOT_FOUND: no such number, certification, platform ...
 * @XB_ERROR_IO: a file or folder could not be read or written
 * @XB_ERROR_NEWER: the file was written by a newer version of the program; it was not touched
 * @XB_ERROR_DAMAGED: the file is damaged
 * @XB_ERROR_BUSY: another process holds the file longer than we wait
 * @XB_ERROR_PLATFORM: a platform refused or answered nonsense
 * @XB_ERROR_OFFLINE: a platform could not be reached; worth trying again
 *
 * Each code calls for another act of the user; messages are whole, translated sentences:
 * what happened, to what, what to do.
 */
typedef enum
{
  XB_ERROR_INVALID,
  XB_ERROR_REFUSED,
  XB_ERROR_NOT_FOUND,
  XB_ERROR_IO,
  XB_ERROR_NEWER,
  XB_ERROR_DAMAGED,
  XB_ERROR_BUSY,
  XB_ERROR_PLATFORM,
  XB_ERROR_OFFLINE,
} XbError;

#define XB_ERROR (xb_error_quark ())
GQuark   xb_error_quark           (void);
gboolean xb_error_is_cancelled    (const GError *error);
gint64   xb_error_get_retry_after (const GError *error);
void     xb_error_set_retry_after (GError       *error,
                                   gint64        seconds);
gboolean xb_error_is_uncertain    (const GError *error);
void     xb_error_set_uncertain   (GError       *error);

G_END_DECLS
