/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "ctl-lint-print.h"

/* A line a label, written straight into the buffer: a million of them go through here. */

static void
add_escape (GString *out,
            gunichar c)
{
  switch (c)
    {
    case '"':
      g_string_append (out, "\\\"");
      break;
    case '\\':
      g_string_append (out, "\\\\");
      break;
    case '\n':
      g_string_append (out, "\\n");
      break;
    case '\t':
      g_string_append (out, "\\t");
      break;
    default:
      g_string_append_printf (out, "\\u%04x", c);
      break;
    }
}

/* JavaScript takes U+2028 and U+2029 for ends of lines. */
static gboolean
is_plain (const char *p)
{
  guchar c = *p;

  return c >= 0x20 && c != '"' && c != '\\' && c != 0x7F
         && !(c == 0xE2 && (guchar) p[1] == 0x80 && ((guchar) p[2] & 0xFE) == 0xA8);
}

static void
add_valid (GString    *out,
           const char *text,
           gsize       length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *run = text;

      while (text < end && is_plain (text))
        text++;
      g_string_append_len (out, run, text - run);
      if (text == end)
        return;
      add_escape (out, g_utf8_get_char (text));
      text = g_utf8_next_char (text);
    }
}

/* Whatever the bytes are: an invalid one is U+FFFD, one code point like the linter counts it; so is NUL one. */
static void
add_string (GString    *out,
            const char *text,
            gsize       length)
{
  const char *end = text + length;
  const char *bad;

  g_string_append_c (out, '"');
  while (!g_utf8_validate_len (text, end - text, &bad))
    {
      add_valid (out, text, bad - text);
      if (*bad == '\0')
        add_escape (out, 0);
      else
        g_string_append (out, "\357\277\275");
      text = bad + 1;
    }
  add_valid (out, text, end - text);
  g_string_append_c (out, '"');
}

static void
add_member (GString    *out,
            const char *name,
            const char *text)
{
  g_string_append (out, name);
  if (text != NULL)
    add_string (out, text, strlen (text));
  else
    g_string_append (out, "null");
}

/* printf() would take as long as the linter. */
static void
add_number (GString    *out,
            const char *name,
            guint       number)
{
  char digits[12], *p = digits + sizeof digits;

  g_string_append (out, name);
  do
    *--p = '0' + number % 10;
  while ((number /= 10) > 0);
  g_string_append_len (out, p, digits + sizeof digits - p);
}

static void
add_finding_json (GString         *out,
                  const XbFinding *finding)
{
  add_member (out, "{\"rule\": ", finding->rule);
  add_member (out, ", \"severity\": ", xb_verdict_to_string (finding->severity));
  add_number (out, ", \"start\": ", finding->start);
  add_number (out, ", \"end\": ", finding->end);
  add_member (out, ", \"match\": ", finding->match);
  add_member (out, ", \"message\": ", finding->message);
  add_member (out, ", \"law\": ", finding->law);
  g_string_append (out, ", \"suggestions\": [");
  for (guint i = 0; finding->suggestions[i] != NULL; i++)
    add_member (out, i > 0 ? ", " : "", finding->suggestions[i]);
  g_string_append (out, "]}");
}

/** ctl_lint_print_json: Appends the one line of the contract */
void
ctl_lint_print_json (GString            *out,
                     const char         *text,
                     gsize               length,
                     const XbLintReport *report)
{
  g_string_append (out, "{\"text\": ");
  add_string (out, text, length);
  add_member (out, ", \"verdict\": ", xb_verdict_to_string (report->verdict));
  g_string_append (out, ", \"findings\": [");
  for (guint i = 0; i < report->findings->len; i++)
    {
      if (i > 0)
        g_string_append (out, ", ");
      add_finding_json (out, g_ptr_array_index (report->findings, i));
    }
  g_string_append (out, "], \"cleared\": [");
  for (guint i = 0; i < report->cleared->len; i++)
    {
      const XbCleared *cleared = g_ptr_array_index (report->cleared, i);

      add_member (out, i > 0 ? ", {\"rule\": " : "{\"rule\": ", cleared->rule);
      add_number (out, ", \"start\": ", cleared->start);
      add_number (out, ", \"end\": ", cleared->end);
      add_member (out, ", \"why\": ", cleared->why);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "]}\n");
}

/* For people: what no eye sees is drawn as its code. */
static void
add_visible (GString    *out,
             const char *text,
             gsize       length)
{
  const char *end = text + length;

  while (text < end)
    {
      gunichar c = g_utf8_get_char_validated (text, end - text);

      if (c >= 0x110000)
        g_string_append_printf (out, "<%02X>", (guchar) *text++);
      else
        {
          if (c == 0 || g_unichar_iszerowidth (c) || g_unichar_iscntrl (c))
            g_string_append_printf (out, "<U+%04X>", c);
          else
            g_string_append_unichar (out, c);
          text += MAX (1, g_unichar_to_utf8 (c, NULL));
        }
    }
}

static void
add_finding_text (GString         *out,
                  const XbFinding *finding,
                  XbRules         *rules)
{
  g_string_append_printf (out, "  %s  %u–%u  ", xb_verdict_get_label (finding->severity), finding->start + 1, finding->end);
  add_visible (out, finding->message, strlen (finding->message));
  if (finding->law != NULL)
    g_string_append_printf (out, "  %s", finding->law);
  g_string_append_printf (out, "  [%s]\n", finding->rule);
  for (guint i = 0; finding->also[i] != NULL; i++)
    {
      XbLintRule *rule = xb_rules_find (rules, finding->also[i]);

      g_string_append_printf (out, _("    also: %s\n"), rule != NULL ? xb_lint_rule_get_title (rule) : finding->also[i]);
    }
}

/** ctl_lint_print_text: Appends what a person reads: the label, what is wrong, what to write instead, what was let pass */
void
ctl_lint_print_text (GString            *out,
                     const char         *text,
                     gsize               length,
                     const XbLintReport *report,
                     XbRules            *rules)
{
  static const char *const signs[] = { "●", "○", "!", "✕" };
  const XbFinding *first = report->findings->len > 0 ? g_ptr_array_index (report->findings, 0) : NULL;

  g_string_append_printf (out, "%s ", signs[report->verdict]);
  add_visible (out, text, length);
  g_string_append_printf (out, "  %s\n", xb_verdict_get_label (report->verdict));
  for (guint i = 0; i < report->findings->len; i++)
    add_finding_text (out, g_ptr_array_index (report->findings, i), rules);
  for (guint i = 0; first != NULL && first->suggestions[i] != NULL; i++)
    g_string_append_printf (out, i == 0 ? _("  instead: %s\n") : _("       or: %s\n"), first->suggestions[i]);
  for (guint i = 0; i < report->cleared->len; i++)
    {
      const XbCleared *cleared = g_ptr_array_index (report->cleared, i);

      g_string_append_printf (out, _("  let pass  %u–%u  %s  [%s]\n"), cleared->start + 1, cleared->end, cleared->why,
                              cleared->rule);
    }
}
