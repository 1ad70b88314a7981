/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-fold.h"
#include "xb-lint-context-private.h"
#include "xb-linter.h"
#include "xb-match.h"
#include "xb-rules-private.h"

G_BEGIN_DECLS

typedef enum
{
  XB_FATE_STANDS,
  XB_FATE_CLEARED,
  XB_FATE_DROPPED,
} XbFate;

/**
 * XbCandidate:
 * @start, @end: code points of the text as given
 * @disguised: it was hidden in some way; @reads says what was read
 * @say: (nullable): the sentence, where it is not the rule's
 * @why: of what was cleared: which paper or exception
 *
 * What may become a finding.
 */
typedef struct
{
  const XbRule *rule;
  XbVerdict     severity;
  XbFate        fate;
  guint         start;
  guint         end;
  gboolean      disguised;
  char         *reads;
  char         *say;
  char         *why;
} XbCandidate;

struct _XbLinter
{
  XbRules             *rules;
  const XbLintContext *context; /* of the text at hand; never NULL then */
  XbLintContext       *nothing; /* where none is given */
  const char          *text;
  XbFold               fold;
  XbMatcher           *matcher;
  GArray              *found;   /* XbCandidate */
  GArray              *lifts;   /* exceptions of the layer at hand */
  const XbLayer       *layer;
  gboolean             tight;
  gboolean             sounds;
  int                  innocent; /* the list of words whose sound means nothing */
  int                  name_end; /* and of what places and bodies end with */
  int                  season;   /* and of the seasons' words */
  gboolean             has_season;

  const XbRule *hidden, *script, *picture, *symbol, *length, *encoding, *phone, *address, *mismatch, *foreign, *prefix,
               *mark, *stale, *outlives, *banned;
};

XbCandidate *xb_linter_add (XbLinter     *self,
                            const XbRule *rule,
                            guint         start,
                            guint         end);
char        *xb_linter_dup_given (XbLinter *self,
                                  guint     start,
                                  guint     end);
gboolean     xb_linter_is_innocent (XbLinter      *self,
                                    const XbLayer *layer,
                                    guint          at);
int          xb_linter_find_in_layer (const XbLayer  *layer,
                                      guint           from,
                                      const gunichar *word,
                                      guint           n);

void xb_linter_look_for_contacts (XbLinter *self);
void xb_linter_look_at_form      (XbLinter *self);
void xb_linter_look_at_length    (XbLinter *self);
void xb_linter_look_at_time      (XbLinter *self);
void xb_linter_look_at_names     (XbLinter *self);
void xb_linter_look_for_words    (XbLinter *self);
void xb_linter_lift_by_words     (XbLinter *self);
void xb_linter_lift_by_papers    (XbLinter *self);
void xb_linter_set_levels        (XbLinter *self);
void xb_linter_settle            (XbLinter *self,
                                  XbLintReport *report);
XbVerdict xb_linter_judge        (XbLinter   *self,
                                  const char *text,
                                  gsize       length,
                                  const XbLintContext *context);
void xb_linter_suggest           (XbLinter *self,
                                  XbLintReport *report,
                                  const char   *text,
                                  gsize         length);

G_END_DECLS
