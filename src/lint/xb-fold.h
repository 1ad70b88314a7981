/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  XB_CHAR_HAN,
  XB_CHAR_LETTER,
  XB_CHAR_DIGIT,
  XB_CHAR_OTHER, /* letters of other scripts, and what stands for itself */
  XB_CHAR_SPACE,
  XB_CHAR_LINK,  /* what people put inside a word: dots, dashes, stars, pictures */
  XB_CHAR_STOP,  /* what ends a phrase: commas, brackets */
} XbCharKind;

/* Words are made of the kinds below. */
#define XB_CHAR_IS_WORD(kind) ((kind) < XB_CHAR_SPACE)

typedef enum
{
  XB_MARK_TRADITIONAL = 1 << 0,
  XB_MARK_DISGUISED = 1 << 1, /* circled, enclosed, mathematical, another script's letter */
  XB_MARK_HIDDEN = 1 << 2,    /* something that no eye sees stood before it */
  XB_MARK_PICTURE = 1 << 3,   /* an emoji that stands for a word */
  XB_MARK_GAP = 1 << 4,       /* a separator stood before it (the tight layer) */
  XB_MARK_STOP = 1 << 5,      /* and it was one that ends a phrase */
  XB_MARK_GOES_ON = 1 << 6,   /* the same run of letters as before it (the layer of sounds) */
} XbMark;

/* In the layer of sounds a syllable in Latin letters is one character: this and its number. */
#define XB_SYLLABLE 0x110000u

/**
 * XbChar:
 * @c: the code point as it is compared
 * @symbol: what the matcher calls it; 0: it is in no pattern
 * @start, @end: the code points of the text as given that it came from
 */
typedef struct
{
  gunichar c;
  guint16  symbol;
  guint8   kind;
  guint8   marks;
  guint    start;
  guint    end;
} XbChar;

typedef struct
{
  XbChar *chars;
  guint   n;
  guint   size;
} XbLayer;

/**
 * XbFold:
 * @given: the code points of the text as given; an invalid byte is one of them, %XB_FOLD_INVALID
 * @bytes: (array length=n_given+1): where each begins
 * @plain: the text as it is compared
 * @tight: without what separates; empty where nothing does
 * @sounds: the same with its Latin letters read as syllables; filled by xb_fold_sounds()
 * @invalid: the byte at which the text is no UTF-8; -1: it is
 * @n_hidden, @n_traditional, @n_pictures: how many of the given are such
 *
 * A text made comparable, each character knowing where it came from. The memory is kept for the next text.
 */
typedef struct
{
  gunichar *given;
  guint    *bytes;
  guint     n_given;
  guint     size;
  XbLayer   plain;
  XbLayer   tight;
  XbLayer   sounds;
  gssize    invalid;
  guint     n_hidden;
  guint     n_traditional;
  guint     n_pictures;
} XbFold;

#define XB_FOLD_INVALID 0xFFFFFFFFu

void      xb_fold_text      (XbFold        *self,
                             const char    *text,
                             gsize          length,
                             const guint16 *symbols);
void      xb_fold_sounds    (XbFold        *self,
                             const guint16 *symbols);
void      xb_fold_clear     (XbFold        *self);
gunichar *xb_fold_dup_word  (const char    *word,
                             guint         *n);
gboolean  xb_fold_is_hidden (gunichar       c);
gboolean  xb_fold_is_bidi   (gunichar       c);
gboolean  xb_fold_is_picture (gunichar      c);
gunichar  xb_fold_simplify  (gunichar       c);

G_END_DECLS
