/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-error.h"

G_DEFINE_QUARK (xb-error-quark, xb_error)

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
