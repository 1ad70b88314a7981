/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-lint-marks.h"
#include "xb-verdict-look.h"

/* A place of the text with the preedit in it, in the text without it: marks are set on the latter, and the toolkit
 * opens a hole in them where the input method composes. */
static guint
without_preedit (gsize byte,
                 gsize at,
                 gsize length)
{
  if (byte <= at)
    return byte;
  return byte >= at + length ? byte - length : at;
}

static void
add (PangoAttrList  *list,
     PangoAttribute *attribute,
     guint           start,
     guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static void
mark_finding (PangoAttrList   *list,
              const XbFinding *finding,
              guint            start,
              guint            end,
              gboolean         dark)
{
  const XbVerdictLook *look = xb_verdict_get_look (finding->severity);
  const guint16 light = dark ? 0x5fff : 0; /* on a dark ground the same colours, lighter */

  add (list, pango_attr_underline_new (look->underline), start, end);
  add (list, pango_attr_underline_color_new (MIN (look->red + light, 0xffff), look->green + light,
                                             look->blue + light), start, end);
  if (finding->severity == XB_VERDICT_ERROR)
    add (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
}

/**
 * xb_lint_marks_new:
 * @text: with what an input method composes in it
 * @report: (nullable): what was found in @text
 * @preedit_at, @preedit_length: where that stands, in bytes
 * @dark: on a dark ground
 *
 * Returns: (transfer full): the findings as underlines of the text without the preedit; hidden characters are drawn
 */
PangoAttrList *
xb_lint_marks_new (const char         *text,
                   const XbLintReport *report,
                   gsize               preedit_at,
                   gsize               preedit_length,
                   gboolean            dark)
{
  PangoAttrList *list = pango_attr_list_new ();

  add (list, pango_attr_show_new (PANGO_SHOW_IGNORABLES | PANGO_SHOW_LINE_BREAKS), 0, G_MAXUINT);
  for (guint i = 0; report != NULL && i < report->findings->len; i++)
    {
      const XbFinding *finding = g_ptr_array_index (report->findings, i);
      const char *first = g_utf8_offset_to_pointer (text, finding->start);
      const char *last = g_utf8_offset_to_pointer (first, finding->end - finding->start);
      guint start = without_preedit (first - text, preedit_at, preedit_length);
      guint end = without_preedit (last - text, preedit_at, preedit_length);

      if (end > start)
        mark_finding (list, finding, start, end, dark);
    }
  return list;
}
