/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-lint-entry.h"
#include "xb-lint-marks.h"
#include "xb-state-chip.h"
#include "xb-verdict-look.h"

/* How long one pauses before the verdict is said aloud: not at every key. */
#define PAUSE_MS 900

/* A label that is checked as it is typed, also while an input method still composes it. What is found is underlined
 * in the text, and characters that nobody sees are drawn. */
struct _XbLintEntry
{
  AdwEntryRow    parent_instance;

  XbLabelCheck  *check;    /* (nullable) */
  XbLintReport  *report;   /* (nullable) */
  char          *preedit;  /* what the input method composes at the cursor */
  char          *composed; /* text and preedit together */
  char          *said;     /* (nullable): the verdict that was said last */
  guint          pause;
  guint          marking;

  guint          composing : 1;
  GtkText       *text;
  GtkWidget     *chip;
  GtkWidget     *count;
};

G_DEFINE_FINAL_TYPE (XbLintEntry, xb_lint_entry, ADW_TYPE_ENTRY_ROW)

enum
{
  CHECKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
pause_cb (gpointer user_data)
{
  XbLintEntry *self = user_data;
  g_autofree char *verdict = xb_lint_entry_dup_verdict (self);

  self->pause = 0;
  if (g_strcmp0 (verdict, self->said) != 0 && *self->composed != '\0')
    xb_dialogs_announce (GTK_WIDGET (self), verdict);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  *self->composed != '\0' ? verdict : "", -1);
  g_free (self->said);
  self->said = g_steal_pointer (&verdict);
  return G_SOURCE_REMOVE;
}

static void
schedule_words (XbLintEntry *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE_MS, pause_cb, self);
}

static void
update_chip (XbLintEntry *self)
{
  const XbVerdictLook *look = xb_verdict_get_look (xb_lint_entry_get_verdict (self));
  gboolean wrong = xb_lint_entry_get_verdict (self) == XB_VERDICT_ERROR;
  glong n = g_utf8_strlen (self->composed, -1);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%ld character", "%ld characters", n), n);

  xb_state_chip_set_look (XB_STATE_CHIP (self->chip), look->shape, look->tone,
                          xb_verdict_get_label (xb_lint_entry_get_verdict (self)));
  gtk_widget_set_visible (self->chip, *self->composed != '\0');
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->count, n > 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* Where the preedit stands in the text, in bytes. */
static gsize
get_preedit_byte (XbLintEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));

  return g_utf8_offset_to_pointer (text, gtk_editable_get_position (GTK_EDITABLE (self->text))) - text;
}

static void
set_marks (XbLintEntry *self)
{
  g_autoptr(PangoAttrList) marks = xb_lint_marks_new (self->composed, self->report, get_preedit_byte (self),
                                                      strlen (self->preedit),
                                                      adw_style_manager_get_dark (adw_style_manager_get_default ()));

  gtk_text_set_attributes (self->text, marks);
}

static gboolean
marking_cb (gpointer user_data)
{
  XbLintEntry *self = user_data;

  self->marking = 0;
  set_marks (self);
  return G_SOURCE_REMOVE;
}

static void
run_check (XbLintEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->text));
  gsize at = get_preedit_byte (self);

  g_free (self->composed);
  self->composed = g_strdup_printf ("%.*s%s%s", (int) at, text, self->preedit, text + at);
  g_clear_pointer (&self->report, xb_lint_report_free);
  if (self->check != NULL && *self->composed != '\0')
    self->report = xb_label_check_run (self->check, self->composed);
  if (!self->composing)
    set_marks (self);
  else if (self->marking == 0)
    self->marking = g_idle_add_full (G_PRIORITY_HIGH, marking_cb, self, NULL);
  update_chip (self);
  schedule_words (self);
  g_signal_emit (self, signals[CHECKED], 0);
}

static void
changed_cb (XbLintEntry *self)
{
  run_check (self);
}

/* The input method keeps what it composes; it is only looked at. */
static void
preedit_cb (XbLintEntry *self,
            const char  *preedit)
{
  if (g_strcmp0 (self->preedit, preedit) == 0)
    return;
  g_free (self->preedit);
  self->preedit = g_strdup (preedit != NULL ? preedit : "");
  self->composing = TRUE; /* the text takes the new preedit in only after it told of it: not now */
  run_check (self);
  self->composing = *self->preedit != '\0';
}

static void
xb_lint_entry_dispose (GObject *object)
{
  XbLintEntry *self = XB_LINT_ENTRY (object);

  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_handle_id (&self->marking, g_source_remove);
  if (self->check != NULL)
    g_signal_handlers_disconnect_by_func (self->check, run_check, self);
  g_clear_object (&self->check);
  G_OBJECT_CLASS (xb_lint_entry_parent_class)->dispose (object);
}

static void
xb_lint_entry_finalize (GObject *object)
{
  XbLintEntry *self = XB_LINT_ENTRY (object);

  g_clear_pointer (&self->report, xb_lint_report_free);
  g_free (self->preedit);
  g_free (self->composed);
  g_free (self->said);
  G_OBJECT_CLASS (xb_lint_entry_parent_class)->finalize (object);
}

static void
xb_lint_entry_class_init (XbLintEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = xb_lint_entry_dispose;
  object_class->finalize = xb_lint_entry_finalize;
  /* the text was judged anew: the report is another one */
  signals[CHECKED] = g_signal_new ("checked", XB_TYPE_LINT_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
xb_lint_entry_init (XbLintEntry *self)
{
  self->preedit = g_strdup ("");
  self->composed = g_strdup ("");
  self->text = GTK_TEXT (gtk_editable_get_delegate (GTK_EDITABLE (self)));
  self->chip = xb_state_chip_new ();
  self->count = gtk_label_new (NULL);
  gtk_widget_set_valign (self->chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->count, "caption");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->count);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->chip);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lint");
  gtk_text_set_max_length (self->text, XB_LINT_ENTRY_MOST);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (run_check), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "preedit-changed", G_CALLBACK (preedit_cb), self, G_CONNECT_SWAPPED);
  run_check (self);
}

GtkWidget *
xb_lint_entry_new (const char *title)
{
  return g_object_new (XB_TYPE_LINT_ENTRY, "title", title, NULL);
}

/** xb_lint_entry_set_check: @check: (nullable): what it is judged against; the entry follows it */
void
xb_lint_entry_set_check (XbLintEntry  *self,
                         XbLabelCheck *check)
{
  g_return_if_fail (XB_IS_LINT_ENTRY (self));

  if (self->check == check)
    return;
  if (self->check != NULL)
    g_signal_handlers_disconnect_by_func (self->check, run_check, self);
  g_set_object (&self->check, check);
  if (check != NULL)
    g_signal_connect_object (check, "changed", G_CALLBACK (run_check), self, G_CONNECT_SWAPPED);
  run_check (self);
}

/** xb_lint_entry_get_report: Returns: (transfer none) (nullable): none while there is no text */
const XbLintReport *
xb_lint_entry_get_report (XbLintEntry *self)
{
  g_return_val_if_fail (XB_IS_LINT_ENTRY (self), NULL);

  return self->report;
}

XbVerdict
xb_lint_entry_get_verdict (XbLintEntry *self)
{
  g_return_val_if_fail (XB_IS_LINT_ENTRY (self), XB_VERDICT_OK);

  return self->report != NULL ? self->report->verdict : XB_VERDICT_OK;
}

/** xb_lint_entry_get_composed: Returns: the text together with what the input method composes */
const char *
xb_lint_entry_get_composed (XbLintEntry *self)
{
  g_return_val_if_fail (XB_IS_LINT_ENTRY (self), NULL);

  return self->composed;
}

/** xb_lint_entry_get_marks: Returns: (transfer none) (nullable): what is underlined */
PangoAttrList *
xb_lint_entry_get_marks (XbLintEntry *self)
{
  g_return_val_if_fail (XB_IS_LINT_ENTRY (self), NULL);

  return gtk_text_get_attributes (self->text);
}

/** xb_lint_entry_dup_verdict: Returns: (transfer full): the verdict as a sentence, as it is read aloud */
char *
xb_lint_entry_dup_verdict (XbLintEntry *self)
{
  const XbFinding *first;

  g_return_val_if_fail (XB_IS_LINT_ENTRY (self), NULL);

  if (self->report == NULL || self->report->findings->len == 0)
    return g_strdup (_("Nothing found in the label"));
  first = g_ptr_array_index (self->report->findings, 0);
  for (guint i = 1; i < self->report->findings->len; i++)
    {
      const XbFinding *finding = g_ptr_array_index (self->report->findings, i);

      if (finding->severity > first->severity)
        first = finding;
    }
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u place to look at. %2$s: %3$s",
                                       "%1$u places to look at. %2$s: %3$s", self->report->findings->len),
                          self->report->findings->len, xb_verdict_get_label (first->severity), first->message);
}

/** xb_lint_entry_select: @start, @end: code points; what the input method composes is not selected */
void
xb_lint_entry_select (XbLintEntry *self,
                      guint        start,
                      guint        end)
{
  guint at, length;

  g_return_if_fail (XB_IS_LINT_ENTRY (self));

  at = gtk_editable_get_position (GTK_EDITABLE (self->text));
  length = g_utf8_strlen (self->preedit, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
  gtk_editable_select_region (GTK_EDITABLE (self->text), start <= at ? start : MAX (at, start - MIN (start, length)),
                              end <= at ? end : MAX (at, end - MIN (end, length)));
}

/** xb_lint_entry_replace: takes @text in place of what was typed; Ctrl+Z brings it back */
void
xb_lint_entry_replace (XbLintEntry *self,
                       const char  *text)
{
  int at = 0;

  g_return_if_fail (XB_IS_LINT_ENTRY (self));

  gtk_editable_delete_text (GTK_EDITABLE (self->text), 0, -1);
  gtk_editable_insert_text (GTK_EDITABLE (self->text), text, -1, &at);
  gtk_editable_set_position (GTK_EDITABLE (self->text), -1);
}

/** xb_lint_entry_find_fixable: Returns: (nullable): the finding at the cursor that can be mended, else the first */
const XbFinding *
xb_lint_entry_find_fixable (XbLintEntry *self)
{
  const XbFinding *first = NULL;
  guint at;

  g_return_val_if_fail (XB_IS_LINT_ENTRY (self), NULL);

  at = gtk_editable_get_position (GTK_EDITABLE (self->text));
  for (guint i = 0; self->report != NULL && i < self->report->findings->len; i++)
    {
      const XbFinding *finding = g_ptr_array_index (self->report->findings, i);

      if (finding->suggestions == NULL || finding->suggestions[0] == NULL)
        continue;
      if (finding->start <= at && at <= finding->end)
        return finding;
      first = first != NULL ? first : finding;
    }
  return first;
}
