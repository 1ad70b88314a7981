/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-list-group.h"
#include "xb-rows.h"
#include "xb-state-chip.h"
#include "xb-ui.h"
#include "xb-word-form.h"
#include "xb-words-group.h"
#include "xb-workspace-lint.h"

/* The owner's words of one kind: banned ones, or exceptions. Each with its reason, and with an end where it has one. */
struct _XbWordsGroup
{
  AdwBin              parent_instance;

  XbWorkspace        *workspace;
  XbLintWordKind      kind;
  GListModel         *words;   /* of this kind */
  GSimpleActionGroup *actions; /* in the window, where the toasts are */
  GtkWidget          *group;
};

G_DEFINE_FINAL_TYPE (XbWordsGroup, xb_words_group, ADW_TYPE_BIN)

static gboolean
is_of_kind (gpointer item,
            gpointer user_data)
{
  return xb_lint_word_get_kind (item) == XB_WORDS_GROUP (user_data)->kind;
}

static void
edit_cb (XbWordsGroup *self,
         GtkWidget    *row)
{
  gtk_window_present (xb_word_form_new (GTK_WIDGET (self), self->workspace, g_object_get_data (G_OBJECT (row), "xb-word"),
                                        self->kind));
}

static void
remove_cb (XbWordsGroup *self,
           GtkWidget    *button)
{
  xb_words_group_remove (self, xb_record_get_id (g_object_get_data (G_OBJECT (button), "xb-word")));
}

static void
add_cb (XbWordsGroup *self)
{
  gtk_window_present (xb_words_group_add (self));
}

static void
make_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  GtkWidget *chip = xb_state_chip_new (), *button;

  gtk_widget_set_visible (chip, FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  button = xb_row_add_icon_button (row, "user-trash-symbolic", "");
  g_object_set_data (G_OBJECT (row), "xb-chip", chip);
  g_object_set_data (G_OBJECT (row), "xb-button", button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (edit_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), user_data, G_CONNECT_SWAPPED);
}

static void
update_row (GtkWidget *row,
            gpointer   item,
            gpointer   user_data)
{
  XbWordsGroup *self = user_data;
  XbLintWord *word = item;
  GtkWidget *button = g_object_get_data (G_OBJECT (row), "xb-button");
  const char *key = xb_lint_word_get_platform (word);
  XbPlatform *platform = key != NULL ? xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace), key) : NULL;
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  g_autofree char *valid = xb_valid_dup_text (xb_lint_word_get_expires (word), today);
  g_autofree char *name = g_strdup_printf (_("Remove “%s”"), xb_lint_word_get_word (word) != NULL
                                                               ? xb_lint_word_get_word (word) : "");
  g_autofree char *subtitle =
    g_strjoin (" · ", xb_lint_word_get_reason (word) != NULL ? xb_lint_word_get_reason (word) : "", valid,
               platform != NULL ? xb_platform_get_name (platform)
               : xb_lint_word_get_source (word) == XB_LINT_WORD_SOURCE_REFUSAL ? _("learned from a refusal") : NULL, NULL);

  xb_row_set_title (row, xb_lint_word_get_word (word));
  xb_row_set_subtitle (row, subtitle);
  xb_chip_set_valid (g_object_get_data (G_OBJECT (row), "xb-chip"), xb_lint_word_get_expires (word), today);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), "xb-word", g_object_ref (word), g_object_unref);
  g_object_set_data_full (G_OBJECT (button), "xb-word", g_object_ref (word), g_object_unref);
}

typedef struct
{
  XbWordsGroup *group; /* (owned) */
  gint64        id;
  gboolean      remove;
} Removal;

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autofree Removal *removal = user_data;
  g_autoptr(XbWordsGroup) self = removal->group;
  g_autoptr(GError) error = NULL;
  gboolean done = xb_workspace_finish (XB_WORKSPACE (source), result, &error);

  if (self->group == NULL) /* the page went meanwhile */
    return;
  if (!done && !xb_error_is_cancelled (error))
    xb_dialogs_tell (GTK_WIDGET (self), _("The word was not removed"), error->message);
  else if (done && removal->remove)
    xb_dialogs_toast_undo (GTK_WIDGET (self), _("The word is removed"),
                           self->kind == XB_LINT_WORD_KIND_BANNED ? "banned-words.restore" : "allowed-words.restore",
                           g_variant_new_int64 (removal->id));
}

static void
set_removed (XbWordsGroup *self,
             gint64        id,
             gboolean      remove)
{
  Removal *removal = g_new (Removal, 1);

  *removal = (Removal) { g_object_ref (self), id, remove };
  xb_workspace_remove_lint_word_async (self->workspace, id, remove, NULL, removed_cb, removal);
}

static void
restore_action (GSimpleAction *action,
                GVariant      *id,
                gpointer       user_data)
{
  set_removed (user_data, g_variant_get_int64 (id), FALSE);
}

static const char *
group_name (XbWordsGroup *self)
{
  return self->kind == XB_LINT_WORD_KIND_BANNED ? "banned-words" : "allowed-words";
}

static void
xb_words_group_root (GtkWidget *widget)
{
  XbWordsGroup *self = XB_WORDS_GROUP (widget);

  GTK_WIDGET_CLASS (xb_words_group_parent_class)->root (widget);
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), group_name (self),
                                  G_ACTION_GROUP (self->actions));
}

static void
xb_words_group_unroot (GtkWidget *widget)
{
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (widget)), group_name (XB_WORDS_GROUP (widget)), NULL);
  GTK_WIDGET_CLASS (xb_words_group_parent_class)->unroot (widget);
}

static void
xb_words_group_dispose (GObject *object)
{
  XbWordsGroup *self = XB_WORDS_GROUP (object);

  self->group = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->words);
  g_clear_object (&self->actions);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_words_group_parent_class)->dispose (object);
}

static void
xb_words_group_class_init (XbWordsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_words_group_dispose;
  GTK_WIDGET_CLASS (klass)->root = xb_words_group_root;
  GTK_WIDGET_CLASS (klass)->unroot = xb_words_group_unroot;
}

static void
xb_words_group_init (XbWordsGroup *self)
{
  static const GActionEntry entries[] = { { "restore", restore_action, "x" } };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
}

GtkWidget *
xb_words_group_new (XbWorkspace    *workspace,
                    XbLintWordKind  kind)
{
  XbWordsGroup *self = g_object_new (XB_TYPE_WORDS_GROUP, NULL);
  gboolean banned = kind == XB_LINT_WORD_KIND_BANNED;
  GtkWidget *add = gtk_button_new_with_mnemonic (banned ? _("Add a _Word") : _("Add an _Exception"));
  GtkWidget *row = adw_action_row_new ();
  GtkFilter *filter;

  self->workspace = g_object_ref (workspace);
  self->kind = kind;
  filter = GTK_FILTER (gtk_custom_filter_new (is_of_kind, self, NULL));
  self->words = G_LIST_MODEL (gtk_filter_list_model_new (xb_workspace_list_lint_words (workspace), filter));
  self->group = xb_list_group_new (banned ? _("Your Own Banned Words") : _("Exceptions: What Is Let Through"), NULL,
                                   self->words, make_row, update_row, self);
  xb_row_set_title (row, banned ? _("No word of your own yet") : _("No exception"));
  xb_row_set_subtitle (row, banned ? _("A word that a platform refused, or that the house does not use.")
                                   : _("A name that a rule takes for something else: say why it is fine here."));
  xb_list_group_set_empty (XB_LIST_GROUP (self->group), row);
  gtk_widget_add_css_class (add, "flat");
  gtk_widget_set_valign (add, GTK_ALIGN_CENTER);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->group), add);
  adw_bin_set_child (ADW_BIN (self), self->group);
  return GTK_WIDGET (self);
}

/** xb_words_group_get_items: Returns: (transfer none): the words (#XbLintWord) */
GListModel *
xb_words_group_get_items (XbWordsGroup *self)
{
  g_return_val_if_fail (XB_IS_WORDS_GROUP (self), NULL);

  return self->words;
}

/** xb_words_group_add: Returns: (transfer none): the form of a new one */
GtkWindow *
xb_words_group_add (XbWordsGroup *self)
{
  return xb_word_form_new (GTK_WIDGET (self), self->workspace, NULL, self->kind);
}

/** xb_words_group_remove: with a way back */
void
xb_words_group_remove (XbWordsGroup *self,
                       gint64        word)
{
  g_return_if_fail (XB_IS_WORDS_GROUP (self));

  set_removed (self, word, TRUE);
}
