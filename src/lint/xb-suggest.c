/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-suggest-private.h"

/* Labels to take instead: made from the rules' rewrites, and only those that pass themselves. */

#define LONGEST_TEXT 120
#define MOST_TRIES 10
#define MOST_OPTIONS 16

typedef struct
{
  char *text;
  guint distance;
} Draft;

static void
draft_clear (gpointer data)
{
  g_free (((Draft *) data)->text);
}

/* 的 at an end has lost what it belonged to. */
static gboolean
is_particle (gunichar c)
{
  return c == 0x7684 || c == 0x4E86 || c == 0x4E4B || c == 0x548C || c == 0x4E0E; /* 的了之和与 */
}

static gboolean
is_loose (gunichar c)
{
  return !g_unichar_isalnum (c) && c != ')' && c != 0xFF09 && c != '%' && c != '+';
}

/* No blanks or commas at the ends or doubled, no empty brackets. @words: some were taken out. */
static char *
tidy (const XbLexicon *lexicon,
      const char      *text,
      gboolean         words)
{
  GString *out = g_string_new (NULL);
  gunichar last = ' ';

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c == ')' || c == 0xFF09) && (last == '(' || last == 0xFF08))
        {
          g_string_truncate (out, g_utf8_prev_char (out->str + out->len) - out->str);
          last = out->len > 0 ? g_utf8_get_char (g_utf8_prev_char (out->str + out->len)) : ' ';
          continue;
        }
      if (is_loose (c) && is_loose (last) && c != '(' && c != 0xFF08)
        continue;
      if (is_particle (c) && (out->len == 0 || is_particle (last)))
        continue;
      g_string_append_unichar (out, c);
      last = c;
    }
  while (out->len > 0 && (last = g_utf8_get_char (g_utf8_prev_char (out->str + out->len)),
                          is_loose (last) || is_particle (last)))
    g_string_truncate (out, g_utf8_prev_char (out->str + out->len) - out->str);
  /* 门诊 alone is no label, nor is 专线; 划算 is one with nothing. */
  if (!words)
    return g_string_free (out, FALSE);
  if (g_str_equal (out->str, "专线") || g_str_equal (out->str, "热线") || g_str_equal (out->str, "电话"))
    g_string_prepend (out, "客服");
  else if (g_utf8_strlen (out->str, -1) == 2 && g_utf8_get_char (out->str) >= 0x4E00 && !xb_suggest_is_quality (lexicon, out->str))
    g_string_append (out, "热线");
  return g_string_free (out, FALSE);
}

static char *
rewrite (XbLinter       *self,
         const GArray   *cuts,
         const gunichar *given,
         guint           n_given,
         guint           option)
{
  gboolean alone = xb_cuts_are_all (cuts, given, n_given), any = FALSE, fits = TRUE, words;
  g_autofree char *mended = NULL;
  XbPatchwork work;
  guint at = 0;

  xb_patchwork_init (&work);
  for (guint i = 0; i < cuts->len; i++)
    {
      const XbCut *cut = &g_array_index (cuts, XbCut, i);
      g_autofree char *put = xb_cut_dup_option (self, cut, option, alone && i == 0);

      xb_patchwork_add (&work, given + at, cut->start - at);
      at = cut->end;
      any |= put != NULL && (cut->rule != self->script || option == 0);
      fits &= put == NULL || xb_cut_fits_in (self, cut, put, option, given + at, n_given - at);
      xb_patchwork_put (&work, put != NULL ? put : "", !xb_cut_is_of_form (self, cut));
    }
  xb_patchwork_add (&work, given + at, n_given - at);
  if (any && fits)
    mended = xb_patchwork_mend (&work, self->rules->lexicon);
  words = work.seams->len > 0;
  xb_patchwork_clear (&work);
  return mended != NULL ? tidy (self->rules->lexicon, mended, words) : NULL;
}

/* 理财咨询理财: two characters twice that were there once. */
static gboolean
repeats (const char *text,
         const char *original)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *end = g_utf8_next_char (p);
      g_autofree char *pair = NULL;
      const char *again;

      if (*end == '\0' || g_utf8_get_char (p) < 0x4E00 || g_utf8_get_char (end) < 0x4E00)
        continue;
      end = g_utf8_next_char (end);
      pair = g_strndup (p, end - p);
      if (strstr (end, pair) == NULL)
        continue;
      again = strstr (original, pair);
      if (again == NULL || strstr (again + strlen (pair), pair) == NULL)
        return TRUE;
    }
  return FALSE;
}

static guint
measure_distance (const char *a,
                  const char *b)
{
  glong n, m;
  g_autofree gunichar *x = g_utf8_to_ucs4_fast (a, -1, &n);
  g_autofree gunichar *y = g_utf8_to_ucs4_fast (b, -1, &m);
  g_autofree guint *row = g_new (guint, m + 1);

  for (glong j = 0; j <= m; j++)
    row[j] = (guint) j;
  for (glong i = 1; i <= n; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i;
      for (glong j = 1; j <= m; j++)
        {
          guint above = row[j];

          row[j] = MIN (MIN (above, row[j - 1]) + 1, diagonal + (x[i - 1] != y[j - 1]));
          diagonal = above;
        }
    }
  return row[m];
}

/* The brand in the label: it must stay. */
static const XbLintPaper *
find_brand (XbLinter *self)
{
  const XbLayer *layer = self->fold.tight.n > 0 ? &self->fold.tight : &self->fold.plain;
  const XbLintPaper *best = NULL;

  for (guint i = 0; i < self->context->papers->len; i++)
    {
      const XbLintPaper *paper = g_ptr_array_index (self->context->papers, i);

      if (xb_linter_find_in_layer (layer, 0, paper->folded, paper->n) >= 0 && (best == NULL || paper->n > best->n))
        best = paper;
    }
  return best;
}

static gboolean
passes (XbLinter          *self,
        const char        *text,
        const XbLintPaper *brand)
{
  XbVerdict verdict = xb_linter_judge (self, text, strlen (text), self->context);
  const XbLayer *layer = self->fold.tight.n > 0 ? &self->fold.tight : &self->fold.plain;
  guint words = 0;

  for (guint i = 0; i < layer->n; i++)
    words += layer->chars[i].kind == XB_CHAR_HAN || layer->chars[i].kind == XB_CHAR_LETTER;
  return verdict <= XB_VERDICT_ADVICE && words >= 2
         && (brand == NULL || xb_linter_find_in_layer (layer, 0, brand->folded, brand->n) >= 0);
}

static void
try_draft (XbLinter          *self,
           GArray            *drafts,
           const char        *original,
           char              *text,
           const XbLintPaper *brand,
           guint             *tries)
{
  Draft draft = { text, 0 };
  gboolean known = text == NULL || *text == '\0' || xb_suggest_is_quality (self->rules->lexicon, text) || g_str_equal (text, original) || *tries >= MOST_TRIES
                   || repeats (text, original);

  for (guint i = 0; i < drafts->len && !known; i++)
    known = g_str_equal (g_array_index (drafts, Draft, i).text, text);
  if (known || ((*tries)++, !passes (self, text, brand)))
    {
      g_free (text);
      return;
    }
  draft.distance = measure_distance (original, text);
  g_array_append_val (drafts, draft);
}

static int
compare_drafts (gconstpointer a,
                gconstpointer b)
{
  const Draft *x = a, *y = b;

  return x->distance < y->distance ? -1 : x->distance > y->distance;
}

/* Where nothing of the label may stay: the brand and what every firm has. */
static void
add_plain_ones (XbLinter          *self,
                GArray            *drafts,
                const char        *original,
                const XbLintPaper *brand,
                guint             *tries)
{
  static const char *const ends[] = { "客服热线", "服务热线", "客服" };

  for (guint i = 0; i < G_N_ELEMENTS (ends) && drafts->len == 0; i++)
    try_draft (self, drafts, original, g_strconcat (brand != NULL ? brand->name : "", ends[i], NULL), brand, tries);
}

static void
offer (XbLintReport *report,
       GArray       *drafts)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;

  g_array_sort (drafts, compare_drafts);
  for (guint i = 0; i < drafts->len && i < XB_LINT_MOST_SUGGESTIONS; i++)
    g_strv_builder_add (builder, g_array_index (drafts, Draft, i).text);
  texts = g_strv_builder_end (builder);
  for (guint i = 0; i < report->findings->len; i++)
    {
      XbFinding *finding = g_ptr_array_index (report->findings, i);

      g_strfreev (finding->suggestions);
      finding->suggestions = g_strdupv (texts);
    }
}

/**
 * xb_linter_suggest:
 *
 * Gives each finding of @report the same labels: what is taken instead replaces the whole label. It looks at other
 * texts meanwhile, so that nothing of this one is left in @self.
 */
void
xb_linter_suggest (XbLinter     *self,
                   XbLintReport *report,
                   const char   *text,
                   gsize         length)
{
  g_autoptr(GArray) cuts = NULL;
  g_autoptr(GArray) drafts = NULL;
  g_autofree gunichar *given = NULL;
  g_autofree char *original = NULL;
  const char *whole;
  const XbLintPaper *brand;
  guint n = self->fold.n_given, tries = 0;

  if (n > LONGEST_TEXT || self->fold.invalid >= 0 || memchr (text, 0, length) != NULL)
    return;
  cuts = xb_cuts_find (self, report);
  if (!xb_cuts_mend_gravest (cuts, report->verdict))
    return;
  drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  g_array_set_clear_func (drafts, draft_clear);
  given = g_memdup2 (self->fold.given, n * sizeof *given);
  original = g_strndup (text, length);
  brand = find_brand (self);
  whole = xb_cuts_find_whole (cuts);
  if (whole != NULL)
    try_draft (self, drafts, original, g_strconcat (brand != NULL ? brand->name : "", whole, NULL), brand, &tries);
  for (guint option = 0; whole == NULL && option < MOST_OPTIONS && drafts->len < XB_LINT_MOST_SUGGESTIONS; option++)
    try_draft (self, drafts, original, rewrite (self, cuts, given, n, option), brand, &tries);
  add_plain_ones (self, drafts, original, brand, &tries);
  offer (report, drafts);
}
