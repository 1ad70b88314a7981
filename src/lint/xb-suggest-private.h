/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-linter-private.h"

G_BEGIN_DECLS

/**
 * XbPatchwork:
 * @chars: (element-type gunichar): a label of which something was taken out
 * @seams: (element-type guint): where
 */
typedef struct
{
  GArray *chars;
  GArray *seams;
} XbPatchwork;

/**
 * XbCut:
 * @start, @end: of the text as given: a finding with what else was found across its ends
 * @read: it as it reads, simplified
 *
 * What of a label is to go.
 */
typedef struct
{
  const XbRule *rule;
  XbVerdict     severity;
  guint         start;
  guint         end;
  char         *read;
} XbCut;

GArray     *xb_cuts_find         (XbLinter           *self,
                                  const XbLintReport *report);
gboolean    xb_cuts_are_all      (const GArray       *cuts,
                                  const gunichar     *given,
                                  guint               n_given);
const char *xb_cuts_find_whole   (const GArray       *cuts);
gboolean    xb_cuts_mend_gravest (const GArray       *cuts,
                                  XbVerdict           verdict);
char       *xb_cut_dup_option    (XbLinter           *self,
                                  const XbCut        *cut,
                                  guint               n,
                                  gboolean            alone);
gboolean    xb_cut_fits_in       (XbLinter           *self,
                                  const XbCut        *cut,
                                  const char         *put,
                                  guint               n,
                                  const gunichar     *after,
                                  guint               n_after);
gboolean    xb_cut_is_of_form    (XbLinter           *self,
                                  const XbCut        *cut);

void     xb_patchwork_init  (XbPatchwork     *self);
void     xb_patchwork_clear (XbPatchwork     *self);
void     xb_patchwork_add   (XbPatchwork     *self,
                             const gunichar  *chars,
                             guint            n);
void     xb_patchwork_put   (XbPatchwork     *self,
                             const char      *put,
                             gboolean         seam);
char    *xb_patchwork_mend  (XbPatchwork     *self,
                             const XbLexicon *lexicon);
gboolean xb_suggest_is_word (const XbLexicon *lexicon,
                             const gunichar  *chars,
                             guint            n,
                             guint            at,
                             const char      *list);
gboolean xb_suggest_begins_word (const XbLexicon *lexicon,
                             const gunichar  *chars,
                             guint            n,
                             guint            at);
guint    xb_suggest_measure_scope (const XbLexicon *lexicon,
                             const gunichar  *chars,
                             guint            n);
gboolean xb_suggest_is_quality (const XbLexicon *lexicon,
                             const char      *text);
gboolean xb_suggest_are_words (const XbLexicon *lexicon,
                             const gunichar  *chars,
                             guint            n,
                             guint            at);

G_END_DECLS
