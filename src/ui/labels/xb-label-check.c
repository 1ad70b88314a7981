/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-label-check.h"
#include "xb-linter.h"
#include "xb-workspace-lint.h"

/* Judges labels for several platforms at once. What they are judged against is read once and kept until the
 * workspace changes, so that a check is a matter of microseconds and can follow every key. */
struct _XbLabelCheck
{
  GObject       parent_instance;

  XbWorkspace  *workspace;
  XbLinter     *linter;
  GPtrArray    *contexts;  /* (element-type XbLintContext): empty: to be read */
  char        **platforms; /* (nullable): keys; none: no platform's own rules */
  char         *from;      /* (nullable) */
  char         *until;     /* (nullable) */
};

G_DEFINE_FINAL_TYPE (XbLabelCheck, xb_label_check, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
forget (XbLabelCheck *self)
{
  g_ptr_array_set_size (self->contexts, 0);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
add_context (XbLabelCheck *self,
             const char   *platform)
{
  XbLintContext *context = xb_workspace_dup_lint_context (self->workspace, platform);

  xb_lint_context_set_shown (context, self->from, self->until);
  g_ptr_array_add (self->contexts, context);
}

static void
prepare (XbLabelCheck *self)
{
  if (self->linter == NULL)
    self->linter = xb_linter_new (xb_workspace_get_lint_rules (self->workspace));
  if (self->contexts->len > 0)
    return;
  for (guint i = 0; self->platforms != NULL && self->platforms[i] != NULL; i++)
    add_context (self, self->platforms[i]);
  if (self->contexts->len == 0)
    add_context (self, NULL);
}

static gboolean
has_finding (const XbLintReport *report,
             const XbFinding    *finding)
{
  for (guint i = 0; i < report->findings->len; i++)
    {
      const XbFinding *other = g_ptr_array_index (report->findings, i);

      if (g_strcmp0 (other->message, finding->message) == 0 && other->start == finding->start &&
          other->end == finding->end)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_cleared (const XbLintReport *report,
             const XbCleared    *cleared)
{
  for (guint i = 0; i < report->cleared->len; i++)
    {
      const XbCleared *other = g_ptr_array_index (report->cleared, i);

      if (g_strcmp0 (other->why, cleared->why) == 0 && other->start == cleared->start && other->end == cleared->end)
        return TRUE;
    }
  return FALSE;
}

/* What only this platform says is added to what the others say. */
static void
merge (XbLintReport *into,
       XbLintReport *from)
{
  for (guint i = 0; i < from->findings->len; i++)
    {
      XbFinding *finding = g_ptr_array_index (from->findings, i);

      if (has_finding (into, finding))
        continue;
      g_ptr_array_steal_index (from->findings, i--);
      g_ptr_array_add (into->findings, finding);
    }
  for (guint i = 0; i < from->cleared->len; i++)
    {
      XbCleared *cleared = g_ptr_array_index (from->cleared, i);

      if (has_cleared (into, cleared))
        continue;
      g_ptr_array_steal_index (from->cleared, i--);
      g_ptr_array_add (into->cleared, cleared);
    }
  into->verdict = MAX (into->verdict, from->verdict);
}

static void
xb_label_check_finalize (GObject *object)
{
  XbLabelCheck *self = XB_LABEL_CHECK (object);

  g_clear_pointer (&self->linter, xb_linter_free);
  g_ptr_array_unref (self->contexts);
  g_strfreev (self->platforms);
  g_free (self->from);
  g_free (self->until);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_label_check_parent_class)->finalize (object);
}

static void
xb_label_check_class_init (XbLabelCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_label_check_finalize;
  /* what labels are judged against is another one now */
  signals[CHANGED] = g_signal_new ("changed", XB_TYPE_LABEL_CHECK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
xb_label_check_init (XbLabelCheck *self)
{
  self->contexts = g_ptr_array_new_with_free_func ((GDestroyNotify) xb_lint_context_unref);
}

XbLabelCheck *
xb_label_check_new (XbWorkspace *workspace)
{
  XbLabelCheck *self = g_object_new (XB_TYPE_LABEL_CHECK, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (forget), self, G_CONNECT_SWAPPED);
  return self;
}

XbWorkspace *
xb_label_check_get_workspace (XbLabelCheck *self)
{
  g_return_val_if_fail (XB_IS_LABEL_CHECK (self), NULL);

  return self->workspace;
}

/** xb_label_check_set_platforms: @platforms: (nullable): keys of the platforms whose own rules hold as well */
void
xb_label_check_set_platforms (XbLabelCheck      *self,
                              const char *const *platforms)
{
  g_return_if_fail (XB_IS_LABEL_CHECK (self));

  if (self->platforms != NULL && platforms != NULL && g_strv_equal ((const char *const *) self->platforms, platforms))
    return;
  g_strfreev (self->platforms);
  self->platforms = g_strdupv ((char **) platforms);
  forget (self);
}

/** xb_label_check_set_days: @from, @until: (nullable): the days on which the label is to show */
void
xb_label_check_set_days (XbLabelCheck *self,
                         const char   *from,
                         const char   *until)
{
  g_return_if_fail (XB_IS_LABEL_CHECK (self));

  if (g_strcmp0 (self->from, from) == 0 && g_strcmp0 (self->until, until) == 0)
    return;
  g_free (self->from);
  g_free (self->until);
  self->from = g_strdup (from);
  self->until = g_strdup (until);
  forget (self);
}

/** xb_label_check_run: Returns: (transfer full): what is to be said about @text, by the strictest of the platforms */
XbLintReport *
xb_label_check_run (XbLabelCheck *self,
                    const char   *text)
{
  XbLintReport *report;

  g_return_val_if_fail (XB_IS_LABEL_CHECK (self), NULL);

  prepare (self);
  report = xb_linter_check (self->linter, text, -1, g_ptr_array_index (self->contexts, 0));
  for (guint i = 1; i < self->contexts->len; i++)
    {
      g_autoptr(XbLintReport) other = xb_linter_check (self->linter, text, -1, g_ptr_array_index (self->contexts, i));

      merge (report, other);
    }
  return report;
}
