/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-fold.h"
#include "xb-pattern.h"

/* The little language of the rule files, a part of regular expressions (data/lexicon/README.md) made into steps. */

#define MOST_OPS 4096

typedef struct
{
  const char   *p;
  XbClassLookup lookup;
  gpointer      data;
  GArray       *ops;
  char         *problem;
  guint         depth;
} Parser;

static void parse_alternatives (Parser *self);

static void
fail (Parser *self,
      char   *problem)
{
  if (self->problem == NULL)
    self->problem = problem;
  else
    g_free (problem);
}

static guint
emit (Parser  *self,
      XbOpCode code,
      guint    x)
{
  XbOp op = { code, x };

  if (self->ops->len >= MOST_OPS)
    fail (self, g_strdup (_("the pattern is too long")));
  g_array_append_val (self->ops, op);
  return self->ops->len - 1;
}

static void
patch (Parser *self,
       guint   at)
{
  g_array_index (self->ops, XbOp, at).x = self->ops->len;
}

static void
insert (Parser  *self,
        guint    at,
        XbOpCode code)
{
  XbOp op = { code, 0 };

  g_array_insert_val (self->ops, at, op);
  for (guint i = at + 1; i < self->ops->len; i++)
    {
      XbOp *moved = &g_array_index (self->ops, XbOp, i);

      if ((moved->code == XB_OP_SPLIT || moved->code == XB_OP_JUMP
           || (moved->code >= XB_OP_AHEAD && moved->code <= XB_OP_NOT_BEHIND)) && moved->x >= at)
        moved->x++;
    }
}

static gboolean
take (Parser     *self,
      const char *what)
{
  guint n = 0;

  while (what[n] != '\0')
    if (self->p[n] != what[n])
      return FALSE;
    else
      n++;
  self->p += n;
  return TRUE;
}

static void
expect (Parser     *self,
        const char *what)
{
  if (!take (self, what))
    fail (self, g_strdup_printf (_("“%s” is missing"), what));
}

/* Compared characters are simplified and small; so are those of a pattern. */
static gunichar
fold_char (gunichar c)
{
  return xb_fold_simplify (g_unichar_tolower (c));
}

static void
parse_char (Parser *self)
{
  gunichar c = fold_char (g_utf8_get_char (self->p));

  if (c >= 0x10000)
    fail (self, g_strdup (_("a character that is too rare for a pattern; name it in fold.json")));
  self->p = g_utf8_next_char (self->p);
  emit (self, XB_OP_CHAR, c & 0xFFFF);
}

static void
parse_class (Parser *self)
{
  const char *end = strchr (self->p, '>');
  g_autofree char *name = NULL;
  int class;

  if (end == NULL)
    {
      fail (self, g_strdup_printf (_("“%s” is missing"), ">"));
      return;
    }
  name = g_strndup (self->p, end - self->p);
  self->p = end + 1;
  class = self->lookup (name, self->data);
  if (class < 0)
    fail (self, g_strdup_printf (_("there is no list of words named “%s”"), name));
  else
    emit (self, XB_OP_CLASS, class);
}

/* Words, each emitted backwards: what stands before is compared from its end. */
static void
parse_behind (Parser  *self,
              XbOpCode code)
{
  guint head = emit (self, code, 0);

  while (self->problem == NULL && *self->p != '\0' && *self->p != ')')
    {
      GArray *ops = self->ops;
      guint first = ops->len;

      while (*self->p != '\0' && *self->p != '|' && *self->p != ')' && self->problem == NULL)
        if (take (self, "^"))
          emit (self, XB_OP_FIRST, 0);
        else if (take (self, "\\d"))
          emit (self, XB_OP_NUMBER, 0);
        else
          {
            take (self, "\\");
            parse_char (self);
          }
      for (guint a = first, b = ops->len; a + 1 < b; a++, b--)
        {
          XbOp swapped = g_array_index (ops, XbOp, a);

          g_array_index (ops, XbOp, a) = g_array_index (ops, XbOp, b - 1);
          g_array_index (ops, XbOp, b - 1) = swapped;
        }
      emit (self, XB_OP_MATCH, 0);
      take (self, "|");
    }
  expect (self, ")");
  patch (self, head);
}

static void
parse_ahead (Parser  *self,
             XbOpCode code)
{
  guint head = emit (self, code, 0);

  parse_alternatives (self);
  emit (self, XB_OP_MATCH, 0);
  expect (self, ")");
  patch (self, head);
}

static void
parse_gap (Parser *self)
{
  if (!g_ascii_isdigit (*self->p))
    fail (self, g_strdup (_("“~” needs a digit: how many characters may stand there")));
  else
    emit (self, XB_OP_GAP, *self->p++ - '0');
}

static void
parse_item (Parser *self)
{
  guint start = self->ops->len;

  if (take (self, "(?!"))
    parse_ahead (self, XB_OP_NOT_AHEAD);
  else if (take (self, "(?="))
    parse_ahead (self, XB_OP_AHEAD);
  else if (take (self, "(?<!"))
    parse_behind (self, XB_OP_NOT_BEHIND);
  else if (take (self, "(?<="))
    parse_behind (self, XB_OP_BEHIND);
  else if (take (self, "("))
    {
      if (++self->depth > 16)
        fail (self, g_strdup (_("too many brackets in one another")));
      else
        parse_alternatives (self);
      self->depth--;
      expect (self, ")");
    }
  else if (take (self, "<"))
    parse_class (self);
  else if (take (self, "~"))
    parse_gap (self);
  else if (take (self, "#"))
    emit (self, XB_OP_NUMBER, 0);
  else if (take (self, "&"))
    emit (self, XB_OP_NAME, 0);
  else if (take (self, "."))
    emit (self, XB_OP_ANY, 0);
  else if (take (self, "^"))
    emit (self, XB_OP_FIRST, 0);
  else if (take (self, "$"))
    emit (self, XB_OP_LAST, 0);
  else if (*self->p == '?')
    fail (self, g_strdup (_("“?” has nothing before it")));
  else
    {
      take (self, "\\");
      if (*self->p == '\0')
        fail (self, g_strdup (_("nothing follows “\\”")));
      else
        parse_char (self);
    }
  if (self->problem == NULL && take (self, "?"))
    {
      insert (self, start, XB_OP_SPLIT);
      patch (self, start);
    }
}

static void
parse_sequence (Parser *self)
{
  while (self->problem == NULL && *self->p != '\0' && *self->p != '|' && *self->p != ')')
    parse_item (self);
}

static void
parse_alternatives (Parser *self)
{
  g_autoptr(GArray) jumps = g_array_new (FALSE, FALSE, sizeof (guint));
  guint start = self->ops->len;

  for (;;)
    {
      guint jump;

      parse_sequence (self);
      if (self->problem != NULL || !take (self, "|"))
        break;
      insert (self, start, XB_OP_SPLIT);
      for (guint i = 0; i < jumps->len; i++)
        g_array_index (jumps, guint, i) += g_array_index (jumps, guint, i) >= start;
      jump = emit (self, XB_OP_JUMP, 0);
      g_array_append_val (jumps, jump);
      patch (self, start);
      start = self->ops->len;
    }
  for (guint i = 0; i < jumps->len; i++)
    patch (self, g_array_index (jumps, guint, i));
}

/**
 * xb_pattern_compile:
 * @lookup: finds the lists of words that <name> stands for
 * @ops: (element-type XbOp): the steps are appended; they end with %XB_OP_MATCH
 * @problem: (out) (transfer full): what is wrong with it
 *
 * Returns: whether @text is a pattern
 */
gboolean
xb_pattern_compile (const char    *text,
                    XbClassLookup  lookup,
                    gpointer       data,
                    GArray        *ops,
                    char         **problem)
{
  g_autoptr(GArray) own = g_array_new (FALSE, FALSE, sizeof (XbOp));
  Parser parser = { text, lookup, data, own, NULL, 0 };

  parse_alternatives (&parser);
  if (parser.problem == NULL && *parser.p != '\0')
    fail (&parser, g_strdup (_("a closing bracket has no opening one")));
  if (parser.problem == NULL && own->len == 0)
    fail (&parser, g_strdup (_("the pattern is empty")));
  emit (&parser, XB_OP_MATCH, 0);
  if (parser.problem != NULL)
    {
      *problem = parser.problem;
      return FALSE;
    }
  g_array_append_vals (ops, own->data, own->len);
  return TRUE;
}
