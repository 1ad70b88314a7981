/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-linter-private.h"

/* What the label is written with, whatever it says. */

#define MOST_PLACES 50 /* of one kind in one text */

typedef gboolean (*IsFunc) (XbLinter *self,
                            guint     at);

static gboolean
follows_picture (XbLinter *self,
                 guint     at)
{
  return at > 0 && (xb_fold_is_picture (self->fold.given[at - 1]) || self->fold.given[at - 1] == 0xFE0F
                    || (self->fold.given[at - 1] >= 0x2600 && self->fold.given[at - 1] <= 0x27BF)
                    || self->fold.given[at - 1] == 0x200D);
}

/* A variation selector or joiner behind an emoji belongs to it. Marks count as hidden where they are piled up. */
static gboolean
is_hidden (XbLinter *self,
           guint     at)
{
  gunichar c = self->fold.given[at];

  if (c == XB_FOLD_INVALID)
    return FALSE;
  if ((c == 0xFE0F || c == 0xFE0E || c == 0x200D) && follows_picture (self, at))
    return FALSE;
  if (xb_fold_is_hidden (c))
    return TRUE;
  return g_unichar_ismark (c) && at > 0 && (g_unichar_ismark (self->fold.given[at - 1]) || self->fold.given[at - 1] >= 0x4E00);
}

static gboolean
is_broken (XbLinter *self,
           guint     at)
{
  return self->fold.given[at] == XB_FOLD_INVALID;
}

static gboolean
is_picture (XbLinter *self,
            guint     at)
{
  gunichar c = self->fold.given[at];

  return xb_fold_is_picture (c) || ((c == 0xFE0F || c == 0x200D) && follows_picture (self, at));
}

static gboolean
is_traditional (XbLinter *self,
                guint     at)
{
  return xb_fold_simplify (self->fold.given[at]) != self->fold.given[at];
}

/* Stars and hearts; what a name needs, such as · & - ( ), is none. */
static gboolean
is_ornament (XbLinter *self,
             guint     at)
{
  gunichar c = self->fold.given[at];

  return ((c >= 0x2190 && c <= 0x23FF) || (c >= 0x2500 && c <= 0x27BF) || (c >= 0x2900 && c <= 0x2BFF)
          || c == '~' || c == '^' || c == '=' || c == '|' || c == '\\' || c == 0x203B || c == 0xFF5E) && !xb_fold_is_picture (c);
}

static void
look_for (XbLinter     *self,
          const XbRule *rule,
          IsFunc        is)
{
  guint places = 0;

  for (guint i = 0; rule != NULL && i < self->fold.n_given && places < MOST_PLACES; i++)
    {
      guint start = i;

      while (i < self->fold.n_given && is (self, i))
        i++;
      if (i == start)
        continue;
      xb_linter_add (self, rule, start, i);
      places++;
    }
}

static void
look_for_broken (XbLinter *self)
{
  guint from = self->found->len;

  look_for (self, self->encoding, is_broken);
  for (guint i = from; i < self->found->len; i++)
    {
      XbCandidate *candidate = &g_array_index (self->found, XbCandidate, i);
      guint byte = self->fold.bytes[candidate->start];

      candidate->say = g_strdup_printf (_("byte %u (0x%02X) is no UTF-8; type the character again"), byte,
                                        (guchar) self->text[byte]);
    }
}

static void
describe_hidden (XbLinter *self,
                 guint     from)
{
  for (guint i = from; i < self->found->len; i++)
    {
      XbCandidate *candidate = &g_array_index (self->found, XbCandidate, i);
      gunichar c = self->fold.given[candidate->start];

      if (c == 0)
        candidate->say = g_strdup (_("a NUL character that no eye sees; take it out"));
      else if (xb_fold_is_bidi (c))
        candidate->say = g_strdup_printf (_("U+%04X turns the direction of the text unseen; take it out"), c);
      else if (candidate->end - candidate->start == 1)
        candidate->say = g_strdup_printf (_("U+%04X is a character that no eye sees; take it out"), c);
    }
}

void
xb_linter_look_at_form (XbLinter *self)
{
  guint from;

  if (self->fold.invalid >= 0)
    look_for_broken (self);
  from = self->found->len;
  if (self->fold.n_hidden > 0)
    {
      look_for (self, self->hidden, is_hidden);
      describe_hidden (self, from);
    }
  if (self->fold.n_pictures > 0)
    look_for (self, self->picture, is_picture);
  if (self->fold.n_traditional > 0)
    look_for (self, self->script, is_traditional);
  if (self->fold.plain.n > 0)
    look_for (self, self->symbol, is_ornament);
}

/** xb_linter_look_at_length: As the platform counts; a limit that nobody published is said, not guessed */
void
xb_linter_look_at_length (XbLinter *self)
{
  const XbLintContext *context = self->context;
  XbCandidate *candidate;
  guint n = self->fold.n_given, width = 0, cut = 0;

  if (context->platform == NULL || self->length == NULL)
    return;
  if (context->label_max < 0)
    {
      candidate = xb_linter_add (self, self->length, 0, n);
      candidate->fate = XB_FATE_CLEARED;
      candidate->why = g_strdup_printf (_("%s has published no limit for the length: ask there"), context->platform_name);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      gunichar c = self->fold.given[i];

      width += context->wide && c != XB_FOLD_INVALID && (g_unichar_iswide (c) || c >= 0x1F000) ? 2 : 1;
      if (width <= (guint) context->label_max)
        cut = i + 1;
    }
  if (width <= (guint) context->label_max)
    return;
  candidate = xb_linter_add (self, self->length, cut, n);
  candidate->say = g_strdup_printf (context->wide
                                      ? _("%s shows %d, this has %u (a Chinese character counts two); what is past it is cut off")
                                      : _("%s shows %d characters, this has %u; what is past it is cut off"),
                                    context->platform_name, context->label_max, width);
}
