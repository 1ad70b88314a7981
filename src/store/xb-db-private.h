/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "xb-db.h"
#include "xb-record.h"

G_BEGIN_DECLS

typedef struct
{
  sqlite3_stmt *stmt;
  char         *sql;
  GHashTable   *writes;        /* (nullable): tables without rowid that it writes */
  GList         link;
} XbStatement;

/* A loop over rows takes a few statements in turn. */
#define XB_N_LATEST 6

struct _XbDb
{
  sqlite3      *handle;
  char         *path;
  GCancellable *cancellable;   /* (nullable): of the work that is under way */
  guint         busy_ms;       /* how long to wait for another process */
  gint64        busy_since;

  /* Prepared statements that nobody uses at the moment, the least recently used last. */
  GHashTable   *idle;          /* SQL → XbStatement, both owned by the queue below */
  XbStatement  *latest[XB_N_LATEST]; /* (nullable): idle too, and looked at first */
  guint         next_latest;   /* the one that makes room */
  GQueue        recent;
  guint         n_in_use;

  /* What a transaction wrote, and the first error of a reader that could not report it. */
  GHashTable   *changed;       /* (nullable): names of tables, while they are tracked */
  GHashTable   *without_rowid; /* tables that the update hook is silent about */
  GHashTable   *preparing;     /* (nullable): takes the tables that a statement will write */
  GError       *pending;

  void        (*damaged) (gpointer data); /* (nullable): a page of the file was met that is damaged */
  gpointer      damaged_data;
};

XbDb     *xb_db_open_flags        (const char   *path,
                                   const char   *parameters,
                                   int           flags,
                                   GError      **error);
gboolean  xb_db_tune              (XbDb         *self,
                                   GError      **error);
gboolean  xb_db_begin             (XbDb         *self,
                                   const char   *kind,
                                   GError      **error);
gboolean  xb_db_commit            (XbDb         *self,
                                   GError      **error);
void      xb_db_rollback          (XbDb         *self);
void      xb_db_set_cancellable   (XbDb         *self,
                                   GCancellable *cancellable);
void      xb_db_track_changes     (XbDb         *self);
GStrv     xb_db_steal_changes     (XbDb         *self);
void      xb_db_clear_cache       (XbDb         *self);

void      xb_db_set_error         (XbDb         *self,
                                   int           code,
                                   const char   *sql,
                                   GError      **error);
void      xb_sqlite_set_error     (GError      **error,
                                   int           code,
                                   int           system_errno,
                                   const char   *path,
                                   const char   *detail);

/* Statements, between the connection that keeps them and the rows that they give. */
XbStatement *xb_db_take_statement   (XbDb          *self,
                                     const char    *sql,
                                     GError       **error);
void         xb_db_return_statement (XbDb          *self,
                                     XbStatement   *statement);
void         xb_values_collect      (const char    *types,
                                     va_list        arguments,
                                     XbValue        values[XB_MAX_VALUES]);
gboolean     xb_statement_bind      (XbDb          *self,
                                     XbStatement   *statement,
                                     gboolean       copy,
                                     const char    *types,
                                     const XbValue *values,
                                     GError       **error);
int          xb_statement_step      (XbDb          *self,
                                     XbStatement   *statement);
XbRows      *xb_db_query_values     (XbDb          *self,
                                     GError       **error,
                                     const char    *sql,
                                     const char    *types,
                                     const XbValue *values);

const int   *xb_rows_get_fields     (XbRows        *self,
                                     XbRecord      *record);

G_END_DECLS
