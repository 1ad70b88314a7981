/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-fold-tables.h"
#include "xb-fold.h"

/* zui低: a run of Latin letters that is nothing but pinyin becomes one character a syllable. */

#define LONGEST_SYLLABLE 6
#define LONGEST_RUN 48

static guint
find_sound (const XbFoldTables *tables,
            const XbChar       *chars,
            guint               n)
{
  char word[LONGEST_SYLLABLE + 1];

  /* NO is no 嗯哦: of the syllables of one letter these two alone begin words. */
  if (n == 1 && chars[0].c != 'a' && chars[0].c != 'e')
    return 0;
  for (guint i = 0; i < n; i++)
    word[i] = (char) chars[i].c;
  word[n] = '\0';
  return GPOINTER_TO_UINT (g_hash_table_lookup (tables->sounds, word));
}

/* From the end: whether the rest of the run is made of syllables, and how long the first of them is. */
static gboolean
cut_run (const XbFoldTables *tables,
         const XbChar       *chars,
         guint               n,
         guint8             *lengths)
{
  for (guint at = n; at-- > 0;)
    {
      lengths[at] = 0;
      for (guint m = MIN (LONGEST_SYLLABLE, n - at); m > 0 && lengths[at] == 0; m--)
        if ((at + m == n || lengths[at + m] > 0) && find_sound (tables, chars + at, m) != 0)
          lengths[at] = m;
    }
  return lengths[0] > 0;
}

static void
add_syllables (XbLayer            *layer,
               const XbFoldTables *tables,
               const XbChar       *chars,
               guint               n,
               const guint8       *lengths)
{
  for (guint at = 0; at < n; at += lengths[at])
    {
      XbChar *out = &layer->chars[layer->n++];

      *out = chars[at];
      out->c = XB_SYLLABLE + find_sound (tables, chars + at, lengths[at]);
      out->symbol = 0;
      out->end = chars[at + lengths[at] - 1].end;
      if (at > 0)
        out->marks |= XB_MARK_GOES_ON;
    }
}

/** xb_fold_sounds: Fills the layer of sounds of @self from its other layers */
void
xb_fold_sounds (XbFold        *self,
                const guint16 *symbols)
{
  const XbFoldTables *tables = xb_fold_tables_get ();
  const XbLayer *from = self->tight.n > 0 ? &self->tight : &self->plain;
  XbLayer *layer = &self->sounds;
  guint8 lengths[LONGEST_RUN + 1];

  if (from->n > layer->size)
    {
      layer->size = MAX (from->n, 2 * layer->size);
      layer->chars = g_renew (XbChar, layer->chars, layer->size);
    }
  layer->n = 0;
  for (guint i = 0; i < from->n;)
    {
      guint end = i;

      while (end < from->n && from->chars[end].kind == XB_CHAR_LETTER && from->chars[end].c < 0x80)
        end++;
      if (end - i >= 2 && end - i <= LONGEST_RUN && cut_run (tables, from->chars + i, end - i, lengths))
        add_syllables (layer, tables, from->chars + i, end - i, lengths);
      else
        {
          end = MAX (end, i + 1);
          memcpy (layer->chars + layer->n, from->chars + i, (end - i) * sizeof *layer->chars);
          layer->n += end - i;
        }
      i = end;
    }
}
