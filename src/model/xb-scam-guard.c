/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-appeal-book.h"
#include "xb-scam-guard.h"

/* Those who sell the clearing of marks write around the word: wide letters, blanks, dots, traditional characters. */

static const struct
{
  gunichar from;
  gunichar to;
} plain[] = {
  { 0x6a19, 0x6807 }, /* 標 标 */
  { 0x8a18, 0x8bb0 }, /* 記 记 */
  { 0x8acb, 0x8bf7 }, /* 請 请 */
  { 0x8fa6, 0x529e }, /* 辦 办 */
  { 0x8a34, 0x8bc9 }, /* 訴 诉 */
  { 0x9060, 0x8fdc }, /* 遠 远 */
  { 0x5167, 0x5185 }, /* 內 内 */
};

static gunichar
make_plain (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (plain[i].from == c)
      return plain[i].to;
  return c;
}

/* Letters alone, in small and simplified ones. */
static char *
fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *small = g_utf8_casefold (normal, -1);
  GString *out = g_string_new (NULL);

  for (const char *c = small; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_isalnum (g_utf8_get_char (c)))
      g_string_append_unichar (out, make_plain (g_utf8_get_char (c)));
  return g_string_free (out, FALSE);
}

/**
 * xb_scam_guard_suspects:
 * @text: (nullable): what a cost or a step is called
 *
 * Returns: whether it sounds like paying somebody to clear a mark
 */
gboolean
xb_scam_guard_suspects (const char *text)
{
  const char *const *words = xb_appeal_book_get_scam_words ();
  g_autofree char *folded = text != NULL ? fold (text) : NULL;

  for (guint i = 0; folded != NULL && words[i] != NULL; i++)
    {
      g_autofree char *word = fold (words[i]);

      if (strstr (folded, word) != NULL)
        return TRUE;
    }
  return FALSE;
}

/** xb_scam_guard_get_warning: Returns: (transfer none): a sentence that says what to do */
const char *
xb_scam_guard_get_warning (void)
{
  return _("Official appeals are free: whoever takes money for clearing a mark (清标, 加急清除) sells what costs nothing, or a "
           "trick that does not last. What the contract with your platform really offers as a paid expedite is fine.");
}

/**
 * xb_scam_guard_check_cost:
 * @amount: fen
 * @text: (nullable): what it was paid for
 *
 * A platform's own expedite has a category of its own and passes, unless it is called the clearing of a mark.
 *
 * Returns: (nullable): a warning; the cost may be written all the same
 */
const char *
xb_scam_guard_check_cost (gint64          amount,
                          XbCostCategory  category,
                          const char     *text)
{
  if (amount > 0 && (category == XB_COST_CATEGORY_APPEAL || xb_scam_guard_suspects (text)))
    return xb_scam_guard_get_warning ();
  return NULL;
}
