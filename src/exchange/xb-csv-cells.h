/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Within xb-csv-reader.c. */

gsize xb_csv_sniff    (const char *text,
                       gsize       length,
                       char       *delimiter);
char *xb_csv_cell_end (char       *at,
                       char       *end,
                       char        delimiter);
char *xb_csv_unquote  (char       *from,
                       char       *to);

G_END_DECLS
