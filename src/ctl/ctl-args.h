/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

/* The words of the command line. What is wrong with them is CTL_ERROR_USAGE. */

gboolean    ctl_parse         (Ctl                 *ctl,
                               const GOptionEntry  *entries,
                               GError             **error);
gboolean    ctl_parse_globals (Ctl                 *ctl,
                               GError             **error);
guint       ctl_n_args        (Ctl                 *ctl);
const char *ctl_arg           (Ctl                 *ctl,
                               guint                index);

gboolean    ctl_usage         (GError             **error,
                               const char          *format,
                               ...) G_GNUC_PRINTF (2, 3);
gboolean    ctl_check_day     (const char          *option,
                               const char          *text,
                               GError             **error);
gboolean    ctl_read_instant  (Ctl                 *ctl,
                               const char          *option,
                               const char          *text,
                               gint64              *instant,
                               GError             **error);
gboolean    ctl_read_word     (const char          *option,
                               GType                type,
                               const char          *text,
                               int                 *value,
                               GError             **error);
gboolean    ctl_read_id       (const char          *text,
                               gint64              *id,
                               GError             **error);
gboolean    ctl_read_int      (const char          *text,
                               gint64               least,
                               gint64               most,
                               gint64              *value,
                               GError             **error);

G_END_DECLS
