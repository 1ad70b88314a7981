/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-linter-private.h"

/* Labels to take instead: made from the rules' rewrites, and only those that pass themselves. */

#define LONGEST_TEXT 120
#define MOST_TRIES 10

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

static char *
without (const char *text,
         const char *part)
{
  const char *at = strstr (text, part);

  if (at == NULL)
    return NULL;
  return g_strdup_printf ("%.*s%s", (int) (at - text), text, at + strlen (part));
}

static char *
dup_simplified (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (out, xb_fold_simplify (g_utf8_get_char (p)));
  return g_string_free (out, FALSE);
}

/* The @n-th thing that may stand in the place of @finding; %NULL where there is no further one. */
static char *
dup_option (XbLinter        *self,
            const XbFinding *finding,
            guint            n)
{
  const XbRule *rule = xb_rules_find_rule (self->rules, finding->rule);
  const char *read = finding->reads != NULL ? finding->reads : finding->match;
  guint n_rewrites = g_strv_length (rule->rewrites);

  if (rule == self->script)
    return n == 0 ? dup_simplified (finding->match) : NULL;
  if (n < n_rewrites)
    {
      const char *rewrite = rule->rewrites[n];
      g_autofree char *folded = dup_simplified (read);

      return rewrite[0] == '-' ? without (folded, rewrite + 1) : g_strdup (rewrite);
    }
  return n == n_rewrites ? g_strdup ("") : NULL;
}

static gboolean
is_loose (gunichar c)
{
  return !g_unichar_isalnum (c) && c != ')' && c != 0xFF09 && c != '%' && c != '+';
}

/* No blanks or commas at the ends or doubled, no empty brackets. */
static char *
tidy (const char *text)
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
      g_string_append_unichar (out, c);
      last = c;
    }
  while (out->len > 0 && is_loose (g_utf8_get_char (g_utf8_prev_char (out->str + out->len))))
    g_string_truncate (out, g_utf8_prev_char (out->str + out->len) - out->str);
  return g_string_free (out, FALSE);
}

static char *
rewrite (XbLinter           *self,
         const XbLintReport *report,
         const gunichar     *given,
         guint               n_given,
         guint               option)
{
  g_autoptr(GString) out = g_string_new (NULL);
  guint at = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < report->findings->len; i++)
    {
      const XbFinding *finding = g_ptr_array_index (report->findings, i);
      g_autofree char *put = NULL;

      for (; at < finding->start && at < n_given; at++)
        g_string_append_unichar (out, given[at]);
      put = dup_option (self, finding, option);
      any |= put != NULL;
      g_string_append (out, put != NULL ? put : "");
      at = finding->end;
    }
  for (; at < n_given; at++)
    g_string_append_unichar (out, given[at]);
  return any ? tidy (out->str) : NULL;
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
  g_autoptr(XbLintReport) report = xb_linter_scan (self, text, -1, self->context);
  const XbLayer *layer = self->fold.tight.n > 0 ? &self->fold.tight : &self->fold.plain;
  guint words = 0;

  for (guint i = 0; i < layer->n; i++)
    words += layer->chars[i].kind == XB_CHAR_HAN || layer->chars[i].kind == XB_CHAR_LETTER;
  return report->verdict <= XB_VERDICT_ADVICE && words >= 2
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
  gboolean known = text == NULL || *text == '\0' || g_str_equal (text, original) || *tries >= MOST_TRIES;

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
  g_autoptr(GArray) drafts = NULL;
  g_autoptr(GStrvBuilder) builder = NULL;
  g_autofree gunichar *given = NULL;
  g_autofree char *original = NULL;
  g_auto(GStrv) texts = NULL;
  const XbLintPaper *brand;
  guint n = self->fold.n_given, tries = 0;

  if (n > LONGEST_TEXT || self->fold.invalid >= 0 || memchr (text, 0, length) != NULL)
    return;
  drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  g_array_set_clear_func (drafts, draft_clear);
  given = g_memdup2 (self->fold.given, n * sizeof *given);
  original = g_strndup (text, length);
  brand = find_brand (self);
  for (guint option = 0; option < 6 && drafts->len < XB_LINT_MOST_SUGGESTIONS; option++)
    try_draft (self, drafts, original, rewrite (self, report, given, n, option), brand, &tries);
  add_plain_ones (self, drafts, original, brand, &tries);
  g_array_sort (drafts, compare_drafts);
  builder = g_strv_builder_new ();
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
