/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-due.h"
#include "xb-state-mark.h"

G_BEGIN_DECLS

/**
 * XbDueLook:
 * @kind: what kind of thing is due
 * @word: the kind in a word
 * @verb: what is to be done, for a button, with its mnemonic
 * @dated: whether its day is a deadline; without one it just waits
 *
 * How something due looks, and what is done about it.
 */
typedef struct
{
  const char  *kind;
  XbMarkShape  shape;
  const char  *tone;
  const char  *word;
  const char  *verb;
  gboolean     dated;
} XbDueLook;

const XbDueLook *xb_due_look_find (const char *kind);
void             xb_due_open      (XbDue      *due,
                                   GtkWidget  *widget);

G_END_DECLS
