/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day-entry.h"
#include "xb-ui.h"
#include "xb-word-form.h"
#include "xb-workspace-lint.h"

/* A word of the owner's: one that must not appear, or one that is fine here. Each says why, and until when. */
struct _XbWordForm
{
  XbForm          parent_instance;

  XbLintWord     *word;      /* (nullable): a new one */
  XbLintWordKind  kind;
  GPtrArray      *platforms; /* keys as the drop-down has them; NULL: everywhere */
  GtkWidget      *text;
  GtkWidget      *level;     /* (nullable): of a banned one */
  GtkWidget      *platform;
  GtkWidget      *reason;
  XbDayEntry     *expires;
};

G_DEFINE_FINAL_TYPE (XbWordForm, xb_word_form, XB_TYPE_FORM)

static const XbVerdict verdicts[] = { XB_VERDICT_ERROR, XB_VERDICT_WARNING, XB_VERDICT_ADVICE };

static const char *
text_of (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
update (XbWordForm *self)
{
  xb_form_set_ready (XB_FORM (self), *text_of (self->text) != '\0' && xb_day_entry_is_valid (self->expires));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbWordForm) self = user_data;

  xb_form_end (XB_FORM (self), result);
}

static void
xb_word_form_act (XbForm *form)
{
  XbWordForm *self = XB_WORD_FORM (form);
  guint platform = adw_combo_row_get_selected (ADW_COMBO_ROW (self->platform));
  guint level = self->level != NULL ? adw_combo_row_get_selected (ADW_COMBO_ROW (self->level)) : 0;
  XbLintWordDraft draft = {
    .id = self->word != NULL ? xb_record_get_id (XB_RECORD (self->word)) : 0,
    .word = text_of (self->text),
    .kind = self->kind,
    .severity = verdicts[MIN (level, G_N_ELEMENTS (verdicts) - 1)],
    .platform = platform < self->platforms->len ? g_ptr_array_index (self->platforms, platform) : NULL,
    .reason = text_of (self->reason),
    .expires = xb_day_entry_get_day (self->expires),
    .source = self->word != NULL ? xb_lint_word_get_source (self->word) : XB_LINT_WORD_SOURCE_OWNER,
  };

  xb_form_begin (form);
  xb_workspace_save_lint_word_async (xb_form_get_workspace (form), &draft, xb_form_get_cancellable (form), saved_cb,
                                     g_object_ref (self));
}

static void
xb_word_form_dispose (GObject *object)
{
  g_clear_object (&XB_WORD_FORM (object)->word);
  g_clear_pointer (&XB_WORD_FORM (object)->platforms, g_ptr_array_unref);
  G_OBJECT_CLASS (xb_word_form_parent_class)->dispose (object);
}

static void
xb_word_form_class_init (XbWordFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_word_form_dispose;
  XB_FORM_CLASS (klass)->act = xb_word_form_act;
}

static void
xb_word_form_init (XbWordForm *self)
{
  self->platforms = g_ptr_array_new_with_free_func (g_free);
}

static GtkWidget *
add_entry (XbWordForm *self,
           GtkWidget  *group,
           const char *title,
           const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  xb_row_set_title (row, title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (row, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
add_combo (XbWordForm    *self,
           GtkWidget     *group,
           const char    *title,
           GtkStringList *names,
           guint          selected)
{
  GtkWidget *row = adw_combo_row_new ();

  xb_row_set_title (row, title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_level (XbWordForm *self,
           GtkWidget  *group)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      gtk_string_list_append (names, xb_verdict_get_label (verdicts[i]));
      if (self->word != NULL && (guint) xb_lint_word_get_severity (self->word) == (guint) verdicts[i])
        selected = i;
    }
  self->level = add_combo (self, group, _("Level"), names, selected);
}

static void
add_platform (XbWordForm *self,
              GtkWidget  *group)
{
  GListModel *catalogue = G_LIST_MODEL (xb_workspace_get_catalogue (xb_form_get_workspace (XB_FORM (self))));
  const char *key = self->word != NULL ? xb_lint_word_get_platform (self->word) : NULL;
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("every platform"));
  g_ptr_array_add (self->platforms, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (catalogue); i++)
    {
      g_autoptr(XbPlatform) platform = g_list_model_get_item (catalogue, i);

      gtk_string_list_append (names, xb_platform_get_name (platform));
      g_ptr_array_add (self->platforms, g_strdup (xb_platform_get_key (platform)));
      if (g_strcmp0 (key, xb_platform_get_key (platform)) == 0)
        selected = i + 1;
    }
  self->platform = add_combo (self, group, _("Platform"), names, selected);
}

static void
fill (XbWordForm *self)
{
  gboolean banned = self->kind == XB_LINT_WORD_KIND_BANNED;
  GtkWidget *what = adw_preferences_group_new (), *why = adw_preferences_group_new ();

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (what),
                                         banned ? _("Labels that contain it are found, however it is disguised.")
                                                : _("What the rules find in it is let through, and said to be."));
  self->text = add_entry (self, what, _("Word"), self->word != NULL ? xb_lint_word_get_word (self->word) : NULL);
  if (banned)
    add_level (self, what);
  add_platform (self, what);
  self->reason = add_entry (self, why, _("Reason"), self->word != NULL ? xb_lint_word_get_reason (self->word) : NULL);
  self->expires = XB_DAY_ENTRY (xb_day_entry_new (_("Holds until (may stay empty)")));
  xb_day_entry_set_day (self->expires, self->word != NULL ? xb_lint_word_get_expires (self->word) : NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (why), GTK_WIDGET (self->expires));
  g_signal_connect_object (self->expires, "notify::day", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  xb_form_add (XB_FORM (self), what);
  xb_form_add (XB_FORM (self), why);
  update (self);
}

/** xb_word_form_new: @word: (nullable): the one that is changed; else a new one of @kind */
GtkWindow *
xb_word_form_new (GtkWidget      *parent,
                  XbWorkspace    *workspace,
                  XbLintWord     *word,
                  XbLintWordKind  kind)
{
  XbWordForm *self = g_object_new (XB_TYPE_WORD_FORM, "workspace", workspace, NULL);

  g_set_object (&self->word, word);
  self->kind = word != NULL ? xb_lint_word_get_kind (word) : kind;
  fill (self);
  xb_form_set_up (XB_FORM (self), parent, self->kind == XB_LINT_WORD_KIND_BANNED ? _("Banned Word") : _("Exception"),
                  _("_Save"));
  return GTK_WINDOW (self);
}
