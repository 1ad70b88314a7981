/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-drop-row.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-inspection-words.h"
#include "xb-item-facts.h"
#include "xb-item-pair.h"
#include "xb-item-task.h"
#include "xb-item-view.h"
#include "xb-problem.h"
#include "xb-ui.h"
#include "xb-workspace-papers.h"

#define SAVE_DELAY 800 /* ms after the last key; a crash costs no more than that */
#define MOST_AT_ONE 600 /* seconds that one item takes; whoever takes longer went away */

/* One thing to look at: what is expected beside what is seen, and what is noted about it. Everything that is typed is
 * stored by itself. */
struct _XbItemView
{
  AdwBin             parent_instance;

  XbWorkspace       *workspace;
  GCancellable      *cancellable;
  XbInspectionItem  *item; /* (nullable) */
  gboolean           editable;
  gboolean           filling;
  gboolean           dirty;
  guint              save;
  gint64             since; /* monotonic: when it came into sight, or was last stored */

  GtkWidget         *column;
  GtkWidget         *problem;
  GtkWidget         *question;
  GtkWidget         *hint;
  GtkWidget         *pair;
  GtkWidget         *facts;
  GtkWidget         *drops;
  GtkWidget         *drop;
  GtkWidget         *notes;
  GtkWidget         *entries;
  GtkWidget         *seen_name;
  GtkWidget         *seen;
  GtkWidget         *note;
  GtkWidget         *conditions;
  GtkWidget         *recognition;
  GtkWidget         *sim;
  GtkWidget         *network;
  GtkWidget         *task;
};

G_DEFINE_FINAL_TYPE (XbItemView, xb_item_view, ADW_TYPE_BIN)

enum
{
  RECORDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_display (XbItemView *self)
{
  return self->item != NULL && xb_inspection_item_get_section (self->item) == XB_INSPECTION_SECTION_DISPLAY;
}

static const char *
text_of (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

static void
set_text (GtkWidget  *entry,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
}

typedef struct
{
  XbItemView         *self; /* (owned) */
  XbInspectionResult  result;
  gboolean            told; /* a result was given, not only words stored */
} Recording;

static void
recorded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Recording *recording = user_data;
  XbItemView *self = recording->self;
  g_autoptr(GError) error = NULL;
  gboolean done = xb_workspace_finish (XB_WORKSPACE (source), result, &error);
  gboolean told = recording->told;
  XbInspectionResult given = recording->result;

  g_free (recording);
  if (done || !xb_error_is_cancelled (error))
    xb_problem_set_text (XB_PROBLEM (self->problem), done ? NULL : error->message);
  if (done && told && !g_cancellable_is_cancelled (self->cancellable))
    g_signal_emit (self, signals[RECORDED], 0, (int) given);
  else if (!done && !xb_error_is_cancelled (error))
    {
      self->dirty = TRUE; /* what was typed stays, and is tried again with the next word */
      xb_dialogs_announce (GTK_WIDGET (self), error->message);
    }
  g_object_unref (self);
}

static gint64
take_seconds (XbItemView *self)
{
  gint64 now = g_get_monotonic_time ();
  gint64 seconds = (now - self->since) / G_USEC_PER_SEC;

  self->since = now;
  return CLAMP (seconds, 0, MOST_AT_ONE);
}

/* @photos: (nullable) */
static void
store (XbItemView         *self,
       XbInspectionResult  result,
       gboolean            told,
       const char *const  *photos)
{
  XbInspectionEntry entry = XB_INSPECTION_ENTRY_INIT (result);
  Recording *recording = g_new (Recording, 1);
  gboolean passes = result == XB_INSPECTION_RESULT_PASS;

  g_clear_handle_id (&self->save, g_source_remove);
  self->dirty = FALSE;
  entry.note = text_of (self->note);
  entry.seen = passes && *text_of (self->seen) == '\0' ? NULL : text_of (self->seen);
  if (is_display (self))
    {
      entry.seen_name = passes && *text_of (self->seen_name) == '\0' ? NULL : text_of (self->seen_name);
      entry.sim = text_of (self->sim);
      entry.recognition = adw_combo_row_get_selected (ADW_COMBO_ROW (self->recognition));
      entry.network = adw_combo_row_get_selected (ADW_COMBO_ROW (self->network));
    }
  entry.photos = photos;
  entry.seconds = take_seconds (self);
  *recording = (Recording) { g_object_ref (self), result, told };
  /* not cancelled with the window: what was typed is worth keeping */
  xb_workspace_record_inspection_async (self->workspace, xb_record_get_id (XB_RECORD (self->item)), &entry, NULL, recorded_cb,
                                        recording);
}

static gboolean
save_cb (gpointer user_data)
{
  XbItemView *self = user_data;

  self->save = 0;
  xb_item_view_flush (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (XbItemView *self)
{
  if (self->filling || self->item == NULL || !self->editable)
    return;
  self->dirty = TRUE;
  g_clear_handle_id (&self->save, g_source_remove);
  self->save = g_timeout_add (SAVE_DELAY, save_cb, self);
}

static void
show_photo (XbItemView *self)
{
  const char *sha256 = xb_inspection_item_get_photo (self->item);
  g_autofree char *path = sha256 != NULL ? xb_workspace_dup_file_path (self->workspace, sha256) : NULL;
  gint64 n = xb_inspection_item_get_photos (self->item);
  g_autofree char *detail = NULL;

  xb_item_pair_show_photo (XB_ITEM_PAIR (self->pair), path);
  if (n > 1)
    detail = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u photo", "%u photos, the last one is shown", (gulong) n),
                              (guint) n);
  xb_drop_row_set_state (XB_DROP_ROW (self->drop), n > 0 ? XB_DROP_HAVE : XB_DROP_MISSING, detail);
  gtk_widget_set_visible (self->drops, self->editable);
  gtk_widget_set_visible (self->pair, is_display (self) || n > 0);
}

/* The result, the photo and the task may change under the eyes; what is being typed is left alone. */
static void
item_changed_cb (XbItemView *self)
{
  show_photo (self);
  xb_item_facts_show (XB_ITEM_FACTS (self->facts), self->item);
  xb_item_task_show (XB_ITEM_TASK (self->task), self->item,
                     adw_combo_row_get_selected (ADW_COMBO_ROW (self->recognition)));
}

static char *
dup_platform (XbItemView *self,
              const char *key)
{
  XbPlatform *platform = key != NULL ? xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace), key) : NULL;

  return g_strdup (platform != NULL ? xb_platform_get_name (platform) : key);
}

static void
show_words (XbItemView *self)
{
  g_autofree char *platform = dup_platform (self, xb_inspection_item_get_platform (self->item));
  g_autofree char *question = xb_inspection_item_dup_question (self->item, platform);
  g_autofree char *hint = NULL;

  if (is_display (self) && xb_inspection_item_get_operator (self->item) != NULL)
    hint = g_strdup_printf (_("It shows through %s: the phone that is called needs a SIM of theirs."), platform);
  else if (is_display (self))
    hint = g_strdup_printf (_("It shows through %s, on a SIM of any operator."), platform);
  gtk_label_set_label (GTK_LABEL (self->question), question);
  gtk_label_set_label (GTK_LABEL (self->hint), hint != NULL ? hint : "");
  gtk_widget_set_visible (self->hint, hint != NULL);
}

/* The next number is called on the same phone: its SIM and its switch have not changed. */
static void
show_conditions (XbItemView *self,
                 gboolean    same_phone)
{
  XbInspectionItem *item = self->item;
  gboolean keep = same_phone && xb_inspection_item_get_result (item) == XB_INSPECTION_RESULT_OPEN &&
                  xb_inspection_item_get_sim (item) == NULL;

  gtk_widget_set_visible (self->conditions, is_display (self));
  if (!is_display (self) || keep)
    return;
  set_text (self->sim, xb_inspection_item_get_sim (item));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->recognition), xb_inspection_item_get_recognition (item));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->network), xb_inspection_item_get_network (item));
}

/* Where nothing is looked at on a phone, what is known comes first, then what one may write about it. */
static void
arrange (XbItemView *self)
{
  GtkWidget *const with_phone[] = { self->notes, self->pair, self->drops, self->facts, self->entries, self->conditions };
  GtkWidget *const without[] = { self->facts, self->entries, self->notes, self->pair, self->drops, self->conditions };
  GtkWidget *const *order = is_display (self) ? with_phone : without;
  GtkWidget *before = self->task;

  for (guint i = 0; i < G_N_ELEMENTS (with_phone); i++)
    {
      gtk_box_reorder_child_after (GTK_BOX (self->column), order[i], before);
      before = order[i];
    }
}

static void
show_entries (XbItemView *self)
{
  gboolean display = is_display (self);
  gboolean truth = xb_inspection_item_get_section (self->item) == XB_INSPECTION_SECTION_TRUTH;

  xb_row_set_title (self->seen, display ? _("Label that it shows, where it is another") : _("What holds now"));
  gtk_widget_set_visible (self->seen_name, display);
  gtk_widget_set_visible (self->seen, display || truth);
  set_text (self->seen_name, xb_inspection_item_get_seen_name (self->item));
  set_text (self->seen, xb_inspection_item_get_seen (self->item));
  set_text (self->note, xb_inspection_item_get_note (self->item));
  gtk_widget_set_visible (self->entries, display || truth);
  gtk_widget_set_sensitive (self->notes, self->editable);
  gtk_widget_set_sensitive (self->entries, self->editable);
  gtk_widget_set_sensitive (self->conditions, self->editable);
}

static void
file_chosen_cb (XbItemView *self,
                GFile      *file)
{
  xb_item_view_add_photo (self, file);
}

static void
bring_cb (XbItemView *self)
{
  if (self->editable)
    xb_drop_row_choose (XB_DROP_ROW (self->drop));
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    xb_item_view_add_photo (user_data, l->data);
  return files != NULL;
}

static void
xb_item_view_dispose (GObject *object)
{
  XbItemView *self = XB_ITEM_VIEW (object);

  xb_item_view_flush (self);
  g_clear_handle_id (&self->save, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, item_changed_cb, self);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (xb_item_view_parent_class)->dispose (object);
}

static void
xb_item_view_finalize (GObject *object)
{
  XbItemView *self = XB_ITEM_VIEW (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_item_view_parent_class)->finalize (object);
}

static void
xb_item_view_class_init (XbItemViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = xb_item_view_dispose;
  object_class->finalize = xb_item_view_finalize;
  /* a result is stored */
  signals[RECORDED] = g_signal_new ("recorded", XB_TYPE_ITEM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_INT);
}

static void
entered_cb (XbItemView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "inspection.go-on", NULL);
}

static GtkWidget *
make_entry (XbItemView *self,
            const char *title)
{
  GtkWidget *entry = adw_entry_row_new ();

  xb_row_set_title (entry, title);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "entry-activated", G_CALLBACK (entered_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
make_combo (XbItemView *self,
            const char *title,
            const char *first,
            const char *second,
            const char *third)
{
  GtkWidget *combo = adw_combo_row_new ();
  g_autoptr(GtkStringList) words = gtk_string_list_new ((const char *[]) { first, second, third, NULL });

  xb_row_set_title (combo, title);
  adw_combo_row_set_model (ADW_COMBO_ROW (combo), G_LIST_MODEL (words));
  g_signal_connect_object (combo, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return combo;
}

static void
make_forms (XbItemView *self)
{
  self->notes = adw_preferences_group_new ();
  self->entries = adw_preferences_group_new ();
  self->seen_name = make_entry (self, _("Name that it shows, where it is another"));
  self->seen = make_entry (self, "");
  self->note = make_entry (self, _("Note"));
  self->conditions = adw_preferences_group_new ();
  self->recognition = make_combo (self, _("Recognition of callers on the phone"), xb_recognition_get_title (0),
                                  xb_recognition_get_title (1), xb_recognition_get_title (2));
  self->sim = make_entry (self, _("SIM of the phone"));
  self->network = make_combo (self, _("Network"), xb_network_get_title (0), xb_network_get_title (1),
                              xb_network_get_title (2));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->notes), self->note);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->entries), self->seen_name);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->entries), self->seen);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->conditions), _("The Phone That Is Called"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->conditions), self->recognition);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->conditions), self->sim);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->conditions), self->network);
}

static GtkWidget *
make_drop (XbItemView *self)
{
  self->drops = adw_preferences_group_new ();
  self->drop = xb_drop_row_new (_("Photo or screenshot"), XB_FILES_IMAGES);
  g_signal_connect_object (self->drop, "file-chosen", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->drops), self->drop);
  return self->drops;
}

static void
xb_item_view_init (XbItemView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->problem = xb_problem_new ();
  self->question = gtk_label_new (NULL);
  self->hint = gtk_label_new (NULL);
  self->facts = xb_item_facts_new ();
  self->task = xb_item_task_new ();
  self->pair = xb_item_pair_new ();
  g_signal_connect_object (self->pair, "bring", G_CALLBACK (bring_cb), self, G_CONNECT_SWAPPED);
  make_forms (self);
  gtk_label_set_wrap (GTK_LABEL (self->question), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->question), 0);
  gtk_widget_add_css_class (self->question, "title-4");
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_box_append (GTK_BOX (self->column), self->problem);
  gtk_box_append (GTK_BOX (self->column), self->question);
  gtk_box_append (GTK_BOX (self->column), self->hint);
  gtk_box_append (GTK_BOX (self->column), self->task);
  gtk_box_append (GTK_BOX (self->column), self->notes); /* why it failed is written in sight of the question */
  gtk_box_append (GTK_BOX (self->column), self->pair);
  gtk_box_append (GTK_BOX (self->column), make_drop (self));
  gtk_box_append (GTK_BOX (self->column), self->facts);
  gtk_box_append (GTK_BOX (self->column), self->entries);
  gtk_box_append (GTK_BOX (self->column), self->conditions);
  adw_bin_set_child (ADW_BIN (self), self->column);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
xb_item_view_new (XbWorkspace *workspace)
{
  XbItemView *self = g_object_new (XB_TYPE_ITEM_VIEW, NULL);

  self->workspace = g_object_ref (workspace);
  xb_item_facts_set_workspace (XB_ITEM_FACTS (self->facts), workspace);
  xb_item_task_set_workspace (XB_ITEM_TASK (self->task), workspace);
  return GTK_WIDGET (self);
}

/** xb_item_view_set_item: what was typed about the item before is stored first */
void
xb_item_view_set_item (XbItemView       *self,
                       XbInspectionItem *item,
                       gboolean          editable)
{
  gboolean same_phone;

  g_return_if_fail (XB_IS_ITEM_VIEW (self));

  if (self->item == item && self->editable == editable)
    return;
  xb_item_view_flush (self);
  same_phone = self->item != NULL && item != NULL && xb_inspection_item_get_handset (item) != NULL &&
               g_strcmp0 (xb_inspection_item_get_handset (self->item), xb_inspection_item_get_handset (item)) == 0;
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, item_changed_cb, self);
  g_set_object (&self->item, item);
  self->editable = editable;
  self->since = g_get_monotonic_time ();
  xb_problem_set_text (XB_PROBLEM (self->problem), NULL);
  if (item == NULL)
    return;
  self->filling = TRUE;
  show_words (self);
  xb_item_pair_set_invites (XB_ITEM_PAIR (self->pair), editable);
  xb_item_pair_show (XB_ITEM_PAIR (self->pair), self->workspace, item);
  show_conditions (self, same_phone);
  show_entries (self);
  arrange (self);
  self->filling = FALSE;
  g_signal_connect_object (item, "notify", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  item_changed_cb (self);
}

/** xb_item_view_get_item: Returns: (transfer none) (nullable) */
XbInspectionItem *
xb_item_view_get_item (XbItemView *self)
{
  g_return_val_if_fail (XB_IS_ITEM_VIEW (self), NULL);

  return self->item;
}

/** xb_item_view_record: stores the result with everything that is entered; ends with "recorded" */
void
xb_item_view_record (XbItemView         *self,
                     XbInspectionResult  result)
{
  g_return_if_fail (XB_IS_ITEM_VIEW (self));

  if (self->item != NULL && self->editable)
    store (self, result, TRUE, NULL);
}

/** xb_item_view_flush: stores what was typed */
void
xb_item_view_flush (XbItemView *self)
{
  g_return_if_fail (XB_IS_ITEM_VIEW (self));

  if (self->dirty && self->item != NULL && self->editable)
    store (self, xb_inspection_item_get_result (self->item), FALSE, NULL);
}

void
xb_item_view_add_photo (XbItemView *self,
                        GFile      *file)
{
  g_autofree char *path = g_file_get_path (file);

  g_return_if_fail (XB_IS_ITEM_VIEW (self));

  if (self->item == NULL || !self->editable)
    return;
  if (path == NULL)
    {
      xb_problem_set_text (XB_PROBLEM (self->problem), _("This file is not on this computer. Save it here first."));
      return;
    }
  store (self, xb_inspection_item_get_result (self->item), FALSE, (const char *[]) { path, NULL });
}

/** xb_item_view_paste: takes a picture or a file out of the clipboard */
void
xb_item_view_paste (XbItemView *self)
{
  g_return_if_fail (XB_IS_ITEM_VIEW (self));

  if (self->editable)
    gtk_widget_activate_action (self->drop, "drop-row.paste", NULL);
}

void
xb_item_view_focus_note (XbItemView *self)
{
  g_return_if_fail (XB_IS_ITEM_VIEW (self));

  gtk_widget_grab_focus (self->note);
}

/** xb_item_view_get_problem: Returns: (nullable): the sentence that is shown */
const char *
xb_item_view_get_problem (XbItemView *self)
{
  g_return_val_if_fail (XB_IS_ITEM_VIEW (self), NULL);

  return xb_problem_get_text (XB_PROBLEM (self->problem));
}
