/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * XbDb:
 *
 * One connection to the file and its cache of prepared statements, used by one thread at a time.
 *
 * Arguments of a statement follow a string with one letter for each: t text (nullable), i gint64
 * (cast anything else), d double, b GBytes (nullable), n NULL without an argument.
 */
typedef struct _XbDb   XbDb;

/**
 * XbRows:
 *
 * The rows of one query. Free it soon: an open cursor keeps the file from being tidied.
 */
typedef struct _XbRows XbRows;

/* Of one letter; n has none. */
typedef union
{
  const char *t;
  gint64      i;
  double      d;
  GBytes     *b;
} XbValue;

#define XB_MAX_VALUES 128

XbDb         *xb_db_open            (const char *path,
                                     gboolean    read_only,
                                     GError    **error);
void          xb_db_close           (XbDb       *self);
GCancellable *xb_db_get_cancellable (XbDb       *self);
gboolean      xb_db_exec            (XbDb       *self,
                                     const char *sql,
                                     GError    **error);
gboolean      xb_db_run             (XbDb       *self,
                                     GError    **error,
                                     const char *sql,
                                     const char *types,
                                     ...);
gboolean      xb_db_run_values      (XbDb          *self,
                                     const char    *sql,
                                     const char    *types,
                                     const XbValue *values,
                                     GError       **error);
gint64        xb_db_last_id         (XbDb       *self);
gint64        xb_db_changes         (XbDb       *self);
gint64        xb_db_int             (XbDb       *self,
                                     gint64      fallback,
                                     const char *sql,
                                     const char *types,
                                     ...);
char         *xb_db_text            (XbDb       *self,
                                     const char *sql,
                                     const char *types,
                                     ...);

XbRows       *xb_db_query           (XbDb       *self,
                                     GError    **error,
                                     const char *sql,
                                     const char *types,
                                     ...);
gboolean      xb_rows_next          (XbRows     *self,
                                     GError    **error);
int           xb_rows_n_columns     (XbRows     *self);
const char   *xb_rows_name          (XbRows     *self,
                                     int         column);
gboolean      xb_rows_is_null       (XbRows     *self,
                                     int         column);
gint64        xb_rows_int           (XbRows     *self,
                                     int         column);
double        xb_rows_double        (XbRows     *self,
                                     int         column);
const char   *xb_rows_text          (XbRows     *self,
                                     int         column);
GBytes       *xb_rows_bytes         (XbRows     *self,
                                     int         column);
void          xb_rows_free          (XbRows     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbDb, xb_db_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbRows, xb_rows_free)

G_END_DECLS
