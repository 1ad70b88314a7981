/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-error.h"

/* What an error carries beside its sentence; copied with it. */
typedef struct
{
  gint64 retry_after;
} XbErrorPrivate;

static void
xb_error_private_init (XbErrorPrivate *priv)
{
  priv->retry_after = 0;
}

static void
xb_error_private_copy (const XbErrorPrivate *from,
                       XbErrorPrivate       *to)
{
  to->retry_after = from->retry_after;
}

static void
xb_error_private_clear (XbErrorPrivate *priv)
{
}

G_DEFINE_EXTENDED_ERROR (XbError, xb_error)

/**
 * xb_error_is_cancelled:
 * @error: (nullable): an error
 *
 * Returns: whether @error only says that the user changed their mind; such errors are never shown
 */
gboolean
xb_error_is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/**
 * xb_error_get_retry_after:
 * @error: (nullable): an error
 *
 * Returns: after how many seconds the other side wants to be asked again; 0 where it did not say
 */
gint64
xb_error_get_retry_after (const GError *error)
{
  return error != NULL && error->domain == XB_ERROR ? xb_error_get_private (error)->retry_after : 0;
}

/**
 * xb_error_set_retry_after:
 * @error: an error of %XB_ERROR
 * @seconds: after how many seconds the other side wants to be asked again
 */
void
xb_error_set_retry_after (GError *error,
                          gint64  seconds)
{
  g_return_if_fail (error != NULL && error->domain == XB_ERROR);

  xb_error_get_private (error)->retry_after = MAX (seconds, 0);
}
