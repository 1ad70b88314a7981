/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-error.h"

/* What an error carries beside its sentence; copied with it. */
typedef struct
{
  gint64   retry_after;
  gboolean uncertain;
} XbErrorPrivate;

static void
xb_error_private_init (XbErrorPrivate *priv)
{
  priv->retry_after = 0;
  priv->uncertain = FALSE;
}

static void
xb_error_private_copy (const XbErrorPrivate *from,
                       XbErrorPrivate       *to)
{
  *to = *from;
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

/**
 * xb_error_is_uncertain:
 * @error: (nullable): an error
 *
 * Returns: whether the other side may have acted all the same: always where it could not be reached, was
 *   interrupted or gave an answer that nobody understands. Send the same idempotency key again, never a new one
 */
gboolean
xb_error_is_uncertain (const GError *error)
{
  return xb_error_is_cancelled (error) || g_error_matches (error, XB_ERROR, XB_ERROR_OFFLINE)
    || (error != NULL && error->domain == XB_ERROR && xb_error_get_private (error)->uncertain);
}

/** xb_error_set_uncertain: notes in @error, of %XB_ERROR, that the other side may have acted all the same */
void
xb_error_set_uncertain (GError *error)
{
  g_return_if_fail (error != NULL && error->domain == XB_ERROR);

  xb_error_get_private (error)->uncertain = TRUE;
}
