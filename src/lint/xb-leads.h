/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-pattern.h"

G_BEGIN_DECLS

/**
 * XbLead:
 * @first, @n: its symbols, in the array of symbols
 * @end: the step behind it; 0: it is not known
 * @resumes: whether the steps may go on from there; else something before it is to be tested yet
 */
typedef struct
{
  guint    first;
  guint    n;
  guint16  end;
  gboolean resumes;
} XbLead;

/**
 * XbLeads:
 *
 * What the text must have where a pattern begins: how the trie and the numbers find it.
 */
typedef struct
{
  GArray *leads;   /* XbLead */
  GArray *symbols; /* guint16 */
} XbLeads;

gboolean xb_leads_find  (XbLeads    *self,
                         const XbOp *ops,
                         GPtrArray  *classes,
                         gboolean    whole);
void     xb_leads_clear (XbLeads    *self);

G_END_DECLS
