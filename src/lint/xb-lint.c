/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-lint.h"

static const struct
{
  const char *nick;
  const char *label;
} verdicts[] = {
  [XB_VERDICT_OK] = { "ok", N_("Passes") },
  [XB_VERDICT_ADVICE] = { "advice", N_("Advice") },
  [XB_VERDICT_WARNING] = { "warning", N_("Needs a look") },
  [XB_VERDICT_ERROR] = { "error", N_("Likely refused") },
};

/** xb_verdict_to_string: Returns: the word of JSON and of the rule files */
const char *
xb_verdict_to_string (XbVerdict verdict)
{
  g_return_val_if_fail (verdict < G_N_ELEMENTS (verdicts), NULL);

  return verdicts[verdict].nick;
}

gboolean
xb_verdict_from_string (const char *nick,
                        XbVerdict  *verdict)
{
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (g_strcmp0 (nick, verdicts[i].nick) == 0)
      {
        *verdict = i;
        return TRUE;
      }
  return FALSE;
}

/** xb_verdict_get_label: Returns: the word for people, translated */
const char *
xb_verdict_get_label (XbVerdict verdict)
{
  g_return_val_if_fail (verdict < G_N_ELEMENTS (verdicts), NULL);

  return _(verdicts[verdict].label);
}

void
xb_finding_free (XbFinding *self)
{
  g_free (self->rule);
  g_free (self->match);
  g_free (self->reads);
  g_free (self->message);
  g_free (self->law);
  g_strfreev (self->suggestions);
  g_strfreev (self->also);
  g_free (self);
}

void
xb_cleared_free (XbCleared *self)
{
  g_free (self->rule);
  g_free (self->why);
  g_free (self);
}

XbLintReport *
xb_lint_report_new (void)
{
  XbLintReport *self = g_new0 (XbLintReport, 1);

  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) xb_finding_free);
  self->cleared = g_ptr_array_new_with_free_func ((GDestroyNotify) xb_cleared_free);
  return self;
}

void
xb_lint_report_free (XbLintReport *self)
{
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->cleared);
  g_free (self);
}
