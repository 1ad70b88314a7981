/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-ui-resources.h"
#ifdef XB_UI_SMALL_ICONS
#include "xb-ui-small-icons.h"
#endif
#include "xb-ui.h"

#if !GTK_CHECK_VERSION (4, 10, 0)
/* GTK before 4.10 names a button by its label twice, once with the underline of its mnemonic: a
 * screen reader read both; libadwaita of that time does not name the button that closes a toast. What was
 * named by hand stays. */
static void
mend_name (GtkButton *button)
{
  const char *label = gtk_button_get_label (button);
  g_autofree char *other = NULL;

  if (g_strcmp0 (gtk_button_get_icon_name (button), "window-close-symbolic") == 0
      && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL))
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Close"), -1);
  if (label == NULL || !gtk_button_get_use_underline (button))
    return;
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  if (other == NULL)
    gtk_accessible_reset_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static gboolean
button_mapped_cb (GSignalInvocationHint *hint,
                  guint                  n_values,
                  const GValue          *values,
                  gpointer               user_data)
{
  gpointer widget = g_value_get_object (values);

  if (!GTK_IS_BUTTON (widget))
    return TRUE;
  mend_name (widget);
  g_signal_handlers_disconnect_by_func (widget, mend_name, NULL);
  g_signal_connect (widget, "notify::label", G_CALLBACK (mend_name), NULL);
  return TRUE;
}

static void
mend_names (void)
{
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, button_mapped_cb, NULL, NULL);
}
#endif

/* To a screen reader GTK shows all pages of a stack, with the buttons of those that nobody sees. */
static gboolean
page_mapped_cb (GSignalInvocationHint *hint,
                guint                  n_values,
                const GValue          *values,
                gpointer               user_data)
{
  GtkWidget *stack = gtk_widget_get_parent (g_value_get_object (values));

  if (!GTK_IS_STACK (stack))
    return TRUE;
  for (GtkWidget *page = gtk_widget_get_first_child (stack); page != NULL; page = gtk_widget_get_next_sibling (page))
    gtk_accessible_update_state (GTK_ACCESSIBLE (page), GTK_ACCESSIBLE_STATE_HIDDEN,
                                 !gtk_widget_get_child_visible (page), -1);
  return TRUE;
}

static void
hide_pages (void)
{
  static const char *const signals[] = { "map", "unmap" };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_add_emission_hook (g_signal_lookup (signals[i], GTK_TYPE_WIDGET), 0, page_mapped_cb, NULL, NULL);
}

/**
 * xb_ui_init:
 *
 * Registers templates, style and icons. By hand, because the linker drops the constructor of a
 * resource inside a static library. May be called more than once.
 */
void
xb_ui_init (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      xb_ui_register_resource ();
#ifdef XB_UI_SMALL_ICONS
      xb_ui_small_icons_register_resource ();
#endif
      g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET)); /* its signals are known from now on */
      hide_pages ();
#if !GTK_CHECK_VERSION (4, 10, 0)
      mend_names ();
#endif
      g_once_init_leave (&once, 1);
    }
}

/**
 * xb_ui_settings_new:
 *
 * Looks where GSettings looks, then where the program was installed, so that a start out of a
 * private prefix finds its own settings without any environment.
 *
 * Returns: (transfer full) (nullable): the settings; none where the schema is missing
 */
GSettings *
xb_ui_settings_new (void)
{
  GSettingsSchemaSource *usual = g_settings_schema_source_get_default ();
  g_autoptr(GSettingsSchemaSource) own = NULL;
  g_autoptr(GSettingsSchema) schema = NULL;

  if (usual != NULL)
    schema = g_settings_schema_source_lookup (usual, APPLICATION_ID, TRUE);
  if (schema == NULL)
    own = g_settings_schema_source_new_from_directory (DATADIR "/glib-2.0/schemas", usual, TRUE, NULL);
  if (own != NULL)
    schema = g_settings_schema_source_lookup (own, APPLICATION_ID, FALSE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

typedef struct
{
  XbUiFunc callback;
  GObject *object; /* (nullable): weak */
  guint    frames;
} FirstFrame;

static void
first_frame_free (gpointer data)
{
  FirstFrame *first = data;

  g_clear_weak_pointer (&first->object);
  g_free (first);
}

/* Called before each frame is drawn: at the second one the first has been. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  FirstFrame *first = user_data;

  if (++first->frames < 2)
    return G_SOURCE_CONTINUE;
  if (first->object != NULL)
    first->callback (first->object);
  return G_SOURCE_REMOVE;
}

/**
 * xb_ui_after_first_frame:
 * @widget: a window that was just made, or something in it
 * @callback: is called once, after @widget was drawn for the first time
 * @object: for @callback, if it still lives then
 *
 * For work that the first sight of a window need not wait for.
 */
void
xb_ui_after_first_frame (GtkWidget *widget,
                         XbUiFunc   callback,
                         gpointer   object)
{
  FirstFrame *first = g_new0 (FirstFrame, 1);

  first->callback = callback;
  g_set_weak_pointer (&first->object, object);
  gtk_widget_add_tick_callback (widget, tick_cb, first, first_frame_free);
}

static GtkWidget *
find_inside (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_inside (child, type);
  return found;
}

/* What one stops at is the row, or a row or a switch inside: libadwaita names none of them. */
static void
name_expander (GtkWidget  *row,
               const char *title)
{
  GtkWidget *parts[] = { row, find_inside (row, GTK_TYPE_LIST_BOX_ROW), find_inside (row, GTK_TYPE_SWITCH) };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      gtk_accessible_update_property (GTK_ACCESSIBLE (parts[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/**
 * xb_row_set_title:
 * @row: an #AdwPreferencesRow
 * @title: (nullable): plain text
 *
 * Titles and subtitles of rows are markup; whether "use-markup" covers the subtitle differs between
 * versions. So it stays on, and what people typed is escaped.
 */
void
xb_row_set_title (gpointer    row,
                  const char *title)
{
  g_autofree char *escaped = g_markup_escape_text (title != NULL ? title : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  if (ADW_IS_EXPANDER_ROW (row))
    name_expander (row, title != NULL ? title : "");
}

/** xb_row_set_subtitle: @row: an #AdwActionRow; @subtitle: (nullable): plain text */
void
xb_row_set_subtitle (gpointer    row,
                     const char *subtitle)
{
  g_autofree char *escaped = g_markup_escape_text (subtitle != NULL ? subtitle : "", -1);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
}

/** xb_row_dup_title: Returns: (transfer full): the title as plain text */
char *
xb_row_dup_title (gpointer row)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  char *plain = NULL;

  return pango_parse_markup (title, -1, 0, NULL, &plain, NULL, NULL) ? plain : g_strdup (title);
}

/**
 * xb_cell_set_name:
 * @cell: what a list item shows
 * @name: what the whole row says
 *
 * The focus of a list stands on the item around the cell, which has no name of its own.
 */
void
xb_cell_set_name (GtkWidget  *cell,
                  const char *name)
{
  GtkWidget *item = gtk_widget_get_parent (cell);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
