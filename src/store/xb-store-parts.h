/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-store-private.h"

G_BEGIN_DECLS

/* What the files of the store share: xb-store.c opens and closes it, xb-store-jobs.c runs what is handed over, and
 * xb-store-notice.c tells who is to know of a change. */
struct _XbStore
{
  GObject       parent_instance;

  char         *folder;
  char         *path;
  GMainContext *context;       /* where signals are emitted and jobs are finished */
  XbDb         *reader;        /* the main thread's */
  XbDb         *writer;        /* the writer thread's alone */
  GThreadPool  *writers;       /* exactly one thread */
  GThreadPool  *readers;
  int           n_writing;     /* atomic: jobs to write that are not done */
  int           version;       /* of the file, as opened */

  GMutex        lock;          /* for the fields below */
  XbDb         *spare_reader;
  GHashTable   *changed;       /* tables that nobody was told about yet */
  gboolean      changed_all;
  GSource      *changed_source;
  gboolean      damaged;       /* a damaged page was met */
  GSource      *damaged_source;
  gboolean      polling;
  gboolean      closed;        /* nobody is told anything any more */

  gint64        data_version;  /* the writer thread's: changes when another process commits */
  GSource      *watch_source;
  guint         n_watching;
};

gboolean xb_store_start_threads     (XbStore *self,
                                     GError **error);
void     xb_store_end_threads       (XbStore *self);
void     xb_store_look_for_others   (XbStore *self);
void     xb_store_stop_watching     (XbStore *self);
void     xb_store_end_notices       (XbStore *self);
void     xb_store_announce          (XbStore *self,
                                     GStrv    tables);
void     xb_store_announce_damage   (XbStore *self);
void     xb_store_watch_damage      (XbStore *self,
                                     XbDb    *db);

G_END_DECLS
