/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-linter-private.h"

/* Telephone and account numbers, and addresses on the net: they are shapes, not words. */

#define LEAST_DIGITS 7
#define MOST_CONTACTS 50

static gboolean
is_digit (const XbChar *c)
{
  switch (c->c)
    {
    case 0x96F6: case 0x3007: case 0x4E00: case 0x4E8C: case 0x4E09: case 0x56DB: /* 零〇一二三四 */
    case 0x4E94: case 0x516D: case 0x4E03: case 0x516B: case 0x4E5D: case 0x5E7A: /* 五六七八九幺 */
    case 0x58F9: case 0x53C1: case 0x8086: case 0x4F0D: case 0x9646: case 0x67D2: case 0x634C: case 0x7396: case 0x8D30: /* 叁肆伍陆柒捌玖贰 */
      return TRUE;
    default:
      return c->kind == XB_CHAR_DIGIT;
    }
}

static gboolean
joins_digits (const XbChar *c)
{
  return c->kind == XB_CHAR_SPACE || c->c == '-' || c->c == '.' || c->c == '(' || c->c == ')' || c->c == 0xB7
         || c->c == '*' || c->c == '_' || c->c == '/' || c->c == 0x2010 || c->c == 0x2014 || c->c == 0x2013
         || c->c == '|';
}

/* 2026-10-01, 2024-2026: a day or years, not a number. */
static gboolean
is_date (const XbLayer *layer,
         guint          start,
         guint          end)
{
  guint lengths[4] = { 0 }, n = 0;

  if (layer->chars[start].c != '1' && layer->chars[start].c != '2')
    return FALSE;
  for (guint i = start; i < end && n < 4; i++)
    if (layer->chars[i].kind == XB_CHAR_DIGIT)
      lengths[n]++;
    else if (lengths[n] > 0)
      n++;
  return lengths[0] == 4 && ((n >= 1 && lengths[1] <= 2) || (n == 1 && lengths[1] == 4 && layer->chars[start].c == '2'));
}

/* 1000000元 */
static gboolean
is_amount (const XbLayer *layer,
           guint          end)
{
  static const char *const units = "元万亿个人次户家名套份吨克米年月日天号";

  return end < layer->n && layer->chars[end].kind == XB_CHAR_HAN
         && g_utf8_strchr (units, -1, layer->chars[end].c) != NULL;
}

/* From the digit at @start on, as far as they are joined; whatever stands between digits of which each is alone. */
static guint
read_digits (const XbLayer *layer,
             guint          start,
             guint         *digits,
             guint         *chinese)
{
  guint end = start, gap = 0;
  gboolean alone = TRUE;

  *digits = *chinese = 0;
  for (guint at = start; at < layer->n && gap <= 2; at++)
    if (is_digit (&layer->chars[at]))
      {
        alone &= gap > 0 || at == start;
        (*digits)++;
        *chinese += layer->chars[at].kind == XB_CHAR_HAN;
        end = at + 1;
        gap = 0;
      }
    else if (joins_digits (&layer->chars[at]) || (alone && layer->chars[at].kind > XB_CHAR_DIGIT))
      gap++;
    else
      break;
  return end;
}

static void
look_for_numbers (XbLinter      *self,
                  const XbLayer *layer)
{
  for (guint start = 0; start < layer->n; start++)
    {
      guint digits, chinese, end;

      if (!is_digit (&layer->chars[start]))
        continue;
      end = read_digits (layer, start, &digits, &chinese);
      if (digits >= LEAST_DIGITS && !is_date (layer, start, end) && !(chinese == 0 && is_amount (layer, end)))
        xb_linter_add (self, self->phone, layer->chars[start].start, layer->chars[end - 1].end);
      start = end - 1;
    }
}

static gboolean
reads (const XbLayer *layer,
       guint          at,
       const char    *word)
{
  guint n = strlen (word);

  if (at + n > layer->n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (layer->chars[at + i].c != (guchar) word[i])
      return FALSE;
  return TRUE;
}

static gboolean
is_of_address (const XbChar *c)
{
  return (c->c < 0x80 && g_ascii_isalnum (c->c)) || c->c == '-' || c->c == '.' || c->c == '_';
}

static gboolean
ends_in_domain (const XbLayer *layer,
                guint          dot)
{
  static const char *const ends[] = { "com", "cn", "net", "org", "cc", "top", "vip", "xyz", "shop", "club", "me", "io",
                                      "tv", "info", "wang", "app", "site", "online", "ink", "pro", "store", "link" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      guint end = dot + 1 + strlen (ends[i]);

      if (reads (layer, dot + 1, ends[i]) && (end == layer->n || layer->chars[end].kind != XB_CHAR_LETTER))
        return TRUE;
    }
  return FALSE;
}

/* A firm may be called Trip.com: a name, as long as it is the whole label and nothing leads to it. */
static gboolean
is_name (XbLinter      *self,
         const XbLayer *layer,
         guint          start,
         guint          end)
{
  return start == 0 && end == layer->n && !reads (layer, 0, "www") && !reads (layer, 0, "http") && layer->chars[start].end <= self->fold.n_given
         && g_unichar_isupper (self->fold.given[layer->chars[start].start]);
}

static void
look_for_addresses (XbLinter      *self,
                    const XbLayer *layer)
{
  for (guint at = 0; at < layer->n; at++)
    {
      gboolean leads = reads (layer, at, "http:") || reads (layer, at, "https:") || reads (layer, at, "www.");
      guint start = at, end = at;

      if (!leads && !(layer->chars[at].c == '.' && ends_in_domain (layer, at)) && layer->chars[at].c != '@')
        continue;
      while (start > 0 && is_of_address (&layer->chars[start - 1]))
        start--;
      while (end < layer->n && (is_of_address (&layer->chars[end]) || layer->chars[end].c == ':'
                                || layer->chars[end].c == '/' || layer->chars[end].c == '@'))
        end++;
      if (layer->chars[at].c == '@' && (start == at || end < at + 3))
        continue;
      if ((leads || start < at) && !is_name (self, layer, start, end))
        xb_linter_add (self, self->address, layer->chars[start].start, layer->chars[end - 1].end);
      at = MAX (at, end - 1);
    }
}

/** xb_linter_look_for_contacts: Whatever separates the digits, they are looked for in the plain layer */
void
xb_linter_look_for_contacts (XbLinter *self)
{
  const XbLayer *layer = &self->fold.plain;
  guint before = self->found->len, digits = 0, latin = 0;

  for (guint i = 0; i < layer->n; i++)
    {
      digits += layer->chars[i].kind == XB_CHAR_DIGIT || is_digit (&layer->chars[i]);
      latin += layer->chars[i].kind == XB_CHAR_LETTER;
    }
  if (digits >= LEAST_DIGITS)
    look_for_numbers (self, layer);
  if (latin >= 2)
    look_for_addresses (self, layer);
  if (self->found->len > before + MOST_CONTACTS)
    g_array_set_size (self->found, before + MOST_CONTACTS);
}
