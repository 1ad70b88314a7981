/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-change-list.h"
#include "xb-format.h"
#include "xb-hand-in-form.h"
#include "xb-label-life.h"
#include "xb-result-form.h"
#include "xb-rows.h"
#include "xb-state-chip.h"
#include "xb-ui.h"

/* Of few numbers each is asked for its edits; of many those are looked for among all that are open. */
#define FEW_NUMBERS  20
#define MOST_EDITS   50
#define MOST_OPEN    2000

/* What is still to be done at the platforms: edits that are alike stand in one row, however many numbers. */
struct _XbChangeList
{
  AdwBin               parent_instance;

  XbWorkspace         *workspace; /* (nullable) */
  GArray              *numbers;   /* (element-type gint64) */
  GHashTable          *labels;    /* (element-type gint64) (nullable): only edits of these */
  GPtrArray           *buckets;   /* (element-type GPtrArray of XbLabelChange) */
  guint                scheduled;

  AdwPreferencesGroup *group;
  GtkWidget           *list;
};

G_DEFINE_FINAL_TYPE (XbChangeList, xb_change_list, ADW_TYPE_BIN)

static gboolean
is_alike (XbLabelChange *a,
          XbLabelChange *b)
{
  return xb_label_change_get_kind (a) == xb_label_change_get_kind (b) &&
         xb_label_change_get_state (a) == xb_label_change_get_state (b) &&
         g_strcmp0 (xb_label_change_get_platform (a), xb_label_change_get_platform (b)) == 0 &&
         g_strcmp0 (xb_label_change_get_text (a), xb_label_change_get_text (b)) == 0 &&
         g_strcmp0 (xb_label_change_get_file_by (a), xb_label_change_get_file_by (b)) == 0 &&
         g_strcmp0 (xb_label_change_get_reason (a), xb_label_change_get_reason (b)) == 0;
}

static void
put_in_bucket (XbChangeList  *self,
               XbLabelChange *change)
{
  GPtrArray *bucket;

  for (guint i = 0; i < self->buckets->len; i++)
    {
      bucket = g_ptr_array_index (self->buckets, i);
      if (is_alike (g_ptr_array_index (bucket, 0), change))
        {
          g_ptr_array_add (bucket, g_object_ref (change));
          return;
        }
    }
  bucket = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (bucket, g_object_ref (change));
  g_ptr_array_add (self->buckets, bucket);
}

static gboolean
is_wanted (XbChangeList  *self,
           XbLabelChange *change)
{
  gint64 label = xb_label_change_get_label_id (change);

  return self->labels != NULL ? g_hash_table_contains (self->labels, &label)
                              : xb_change_is_open (xb_label_change_get_state (change));
}

static void
collect_from (XbChangeList *self,
              GListModel   *changes,
              guint         most,
              GHashTable   *numbers)
{
  guint n = MIN (g_list_model_get_n_items (changes), most);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(XbLabelChange) change = g_list_model_get_item (changes, i);
      gint64 number = change != NULL ? xb_label_change_get_number_id (change) : 0;

      if (change != NULL && (numbers == NULL || g_hash_table_contains (numbers, &number)) && is_wanted (self, change))
        put_in_bucket (self, change);
    }
}

static int
compare_buckets (gconstpointer a,
                 gconstpointer b)
{
  const GPtrArray *left = *(GPtrArray *const *) a, *right = *(GPtrArray *const *) b;

  return g_strcmp0 (xb_label_change_get_file_by (g_ptr_array_index (left, 0)),
                    xb_label_change_get_file_by (g_ptr_array_index (right, 0)));
}

static void
collect (XbChangeList *self)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr(GListModel) open = NULL;

  g_ptr_array_set_size (self->buckets, 0);
  for (guint i = 0; i < self->numbers->len && self->numbers->len <= FEW_NUMBERS; i++)
    {
      g_autoptr(GListModel) changes =
        xb_workspace_list_number_label_changes (self->workspace, g_array_index (self->numbers, gint64, i));

      collect_from (self, changes, MOST_EDITS, NULL);
    }
  if (self->numbers->len > FEW_NUMBERS)
    {
      for (guint i = 0; i < self->numbers->len; i++)
        g_hash_table_add (numbers, &g_array_index (self->numbers, gint64, i));
      open = xb_workspace_list_open_label_changes (self->workspace);
      collect_from (self, open, MOST_OPEN, numbers);
    }
  g_ptr_array_sort (self->buckets, compare_buckets);
}

static gboolean
is_manual (XbChangeList  *self,
           XbLabelChange *change)
{
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace),
                                              xb_label_change_get_platform (change));

  return platform == NULL || g_strcmp0 (xb_platform_get_client (platform), "manual") == 0;
}

static char *
dup_when (XbChangeList  *self,
          XbLabelChange *change)
{
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (self->workspace));
  const char *expected = xb_label_change_get_expected (change);
  g_autofree char *by = xb_format_day (xb_label_change_get_file_by (change), today);
  g_autofree char *shows = expected != NULL ? xb_format_day (expected, today) : NULL;
  g_autofree char *live = NULL;

  switch (xb_label_change_get_state (change))
    {
    case XB_CHANGE_STATE_PLANNED:
      return g_strdup_printf (is_manual (self, change) ? _("hand in by %s") : _("the program hands it in by %s"), by);
    case XB_CHANGE_STATE_FILED:
      return shows != NULL ? g_strdup_printf (_("handed in, should show by %s"), shows)
                           : g_strdup (_("handed in; the platform does not say by when it shows"));
    case XB_CHANGE_STATE_REFUSED:
      return g_strdup_printf (_("refused: %s"), xb_label_change_get_reason (change) != NULL
                                                  ? xb_label_change_get_reason (change) : _("no reason was given"));
    case XB_CHANGE_STATE_LIVE:
      live = xb_instant_to_day (xb_label_change_get_live_at (change));
      return xb_format_day (live, today);
    case XB_CHANGE_STATE_CANCELLED:
    default:
      return g_strdup ("");
    }
}

static void
show_state (XbStateChip   *chip,
            XbChangeState  state)
{
  static const struct { XbMarkShape shape; const char *tone; } looks[] = {
    [XB_CHANGE_STATE_PLANNED] = { XB_MARK_RING, "accent" },
    [XB_CHANGE_STATE_FILED] = { XB_MARK_HALF, "accent" },
    [XB_CHANGE_STATE_LIVE] = { XB_MARK_DISC, "success" },
    [XB_CHANGE_STATE_REFUSED] = { XB_MARK_CROSS, "error" },
    [XB_CHANGE_STATE_CANCELLED] = { XB_MARK_DASH, "neutral" },
  };

  xb_state_chip_set_look (chip, looks[state].shape, looks[state].tone, xb_change_state_get_title (state));
}

static void
clicked_cb (GtkWidget    *button,
            XbChangeList *self)
{
  GPtrArray *bucket = g_object_get_data (G_OBJECT (button), "xb-bucket");
  XbLabelChange *first = g_ptr_array_index (bucket, 0);

  gtk_window_present (xb_label_change_get_state (first) == XB_CHANGE_STATE_FILED
                        ? xb_result_form_new (GTK_WIDGET (self), self->workspace, bucket)
                        : xb_hand_in_form_new (GTK_WIDGET (self), self->workspace, bucket));
}

static void
refused_cb (GtkWidget    *button,
            XbChangeList *self)
{
  gtk_window_present (xb_result_form_new (GTK_WIDGET (self), self->workspace,
                                          g_object_get_data (G_OBJECT (button), "xb-bucket")));
}

static char *
dup_without_mnemonic (const char *label)
{
  g_auto(GStrv) parts = g_regex_split_simple ("\\(_.\\)|_", label, 0, 0);

  return g_strjoinv ("", parts);
}

static void
add_button (XbChangeList *self,
            GtkWidget    *row,
            GPtrArray    *bucket,
            const char   *label,
            GCallback     callback)
{
  XbLabelChange *first = g_ptr_array_index (bucket, 0);
  g_autofree char *plain = dup_without_mnemonic (label);
  g_autofree char *name = g_strdup_printf (_("%1$s: “%2$s”"), plain, xb_label_change_get_text (first));
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (self->labels != NULL && g_ptr_array_index (self->buckets, 0) == bucket)
    gtk_widget_add_css_class (button, "suggested-action"); /* the one to do now */
  g_object_set_data_full (G_OBJECT (button), "xb-bucket", g_ptr_array_ref (bucket), (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_buttons (XbChangeList *self,
             GtkWidget    *row,
             GPtrArray    *bucket)
{
  XbLabelChange *first = g_ptr_array_index (bucket, 0);
  XbChangeState state = xb_label_change_get_state (first);

  if (!is_manual (self, first) && state != XB_CHANGE_STATE_REFUSED)
    return;
  if (state == XB_CHANGE_STATE_PLANNED)
    add_button (self, row, bucket, _("_Hand In…"), G_CALLBACK (clicked_cb));
  else if (state == XB_CHANGE_STATE_FILED)
    add_button (self, row, bucket, _("_Record Result…"), G_CALLBACK (clicked_cb));
  else if (state == XB_CHANGE_STATE_REFUSED)
    add_button (self, row, bucket, _("Make a R_ule…"), G_CALLBACK (refused_cb));
}

static GtkWidget *
make_row (XbChangeList *self,
          GPtrArray    *bucket)
{
  XbLabelChange *first = g_ptr_array_index (bucket, 0);
  XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace),
                                              xb_label_change_get_platform (first));
  const char *text = xb_label_change_get_text (first);
  const char *where = platform != NULL ? xb_platform_get_name (platform) : xb_label_change_get_platform (first);
  const char *kind = xb_change_kind_get_title (xb_label_change_get_kind (first));
  g_autofree char *when = dup_when (self, first);
  g_autofree char *title = NULL, *subtitle = NULL, *name = NULL;
  GtkWidget *row = adw_action_row_new (), *chip = xb_state_chip_new ();

  title = text != NULL && *text != '\0' ? g_strdup_printf (_("%1$s: “%2$s”"), kind, text) : g_strdup (_("Take the label down"));
  subtitle = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s, %2$u number · %3$s", "%1$s, %2$u numbers · %3$s",
                                           bucket->len), where, bucket->len, when);
  xb_row_set_title (row, title);
  xb_row_set_subtitle (row, subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  show_state (XB_STATE_CHIP (chip), xb_label_change_get_state (first));
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), chip);
  add_buttons (self, row, bucket);
  name = g_strdup_printf ("%s, %s, %s", title, xb_state_chip_get_word (XB_STATE_CHIP (chip)), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
refresh (XbChangeList *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  if (self->workspace != NULL)
    collect (self);
  for (guint i = 0; i < self->buckets->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, g_ptr_array_index (self->buckets, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), self->buckets->len > 0);
}

static gboolean
scheduled_cb (gpointer user_data)
{
  XbChangeList *self = user_data;

  self->scheduled = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (XbChangeList      *self,
            const char *const *tables)
{
  if (self->scheduled == 0 && (tables == NULL || g_strv_contains (tables, "label_change")))
    self->scheduled = g_idle_add (scheduled_cb, self);
}

static void
xb_change_list_dispose (GObject *object)
{
  XbChangeList *self = XB_CHANGE_LIST (object);

  g_clear_handle_id (&self->scheduled, g_source_remove);
  if (self->workspace != NULL)
    g_signal_handlers_disconnect_by_func (self->workspace, changed_cb, self);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_change_list_parent_class)->dispose (object);
}

static void
xb_change_list_finalize (GObject *object)
{
  XbChangeList *self = XB_CHANGE_LIST (object);

  g_array_unref (self->numbers);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  g_ptr_array_unref (self->buckets);
  G_OBJECT_CLASS (xb_change_list_parent_class)->finalize (object);
}

static void
xb_change_list_class_init (XbChangeListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_change_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_change_list_finalize;
}

static void
xb_change_list_init (XbChangeList *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->buckets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->list = xb_boxed_list_new (_("Changes under way"));
  adw_preferences_group_add (self->group, self->list);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
xb_change_list_new (void)
{
  return g_object_new (XB_TYPE_CHANGE_LIST, NULL);
}

void
xb_change_list_set_title (XbChangeList *self,
                          const char   *title,
                          const char   *description)
{
  g_return_if_fail (XB_IS_CHANGE_LIST (self));

  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, description);
}

/** xb_change_list_set_numbers: @labels: (nullable): only the edits of these, also those that are done */
void
xb_change_list_set_numbers (XbChangeList *self,
                            XbWorkspace  *workspace,
                            const gint64 *numbers,
                            gsize         n_numbers,
                            const GArray *labels)
{
  g_return_if_fail (XB_IS_CHANGE_LIST (self));

  if (self->workspace == NULL)
    {
      self->workspace = g_object_ref (workspace);
      g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_array_set_size (self->numbers, 0);
  g_array_append_vals (self->numbers, numbers, n_numbers);
  g_clear_pointer (&self->labels, g_hash_table_unref);
  if (labels != NULL)
    self->labels = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; labels != NULL && i < labels->len; i++)
    g_hash_table_add (self->labels, g_memdup2 (&g_array_index (labels, gint64, i), sizeof (gint64)));
  refresh (self);
}

guint
xb_change_list_get_n_rows (XbChangeList *self)
{
  g_return_val_if_fail (XB_IS_CHANGE_LIST (self), 0);

  return self->buckets->len;
}

/** xb_change_list_get_row: Returns: (transfer none) (nullable) */
GtkWidget *
xb_change_list_get_row (XbChangeList *self,
                        guint         index)
{
  g_return_val_if_fail (XB_IS_CHANGE_LIST (self), NULL);

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index));
}
