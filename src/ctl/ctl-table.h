/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

/* Columns for people: aligned by the width that a terminal gives each character. */
typedef struct _CtlTable CtlTable;

CtlTable *ctl_table_new   (const char *const *headings);
void      ctl_table_free  (CtlTable          *self);
void      ctl_table_add   (CtlTable          *self,
                           const char        *cell);
void      ctl_table_take  (CtlTable          *self,
                           char              *cell);
void      ctl_table_add_int (CtlTable        *self,
                           gint64             value);
void      ctl_table_field (CtlTable          *self,
                           const char        *title,
                           const char        *value);
void      ctl_table_flush (CtlTable          *self);
guint     ctl_text_width  (const char        *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtlTable, ctl_table_free)

G_END_DECLS
