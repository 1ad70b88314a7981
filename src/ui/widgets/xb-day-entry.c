/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "xb-day-entry.h"
#include "xb-format.h"
#include "xb-ui.h"

/* A day, typed in any usual spelling or picked from a calendar. Empty is "no day" and is fine. */
struct _XbDayEntry
{
  AdwEntryRow  parent_instance;

  char        *day; /* (nullable): an ISO date */
  GtkWidget   *button;
  guint        valid : 1;
};

G_DEFINE_FINAL_TYPE (XbDayEntry, xb_day_entry, ADW_TYPE_ENTRY_ROW)

enum
{
  PROP_0,
  PROP_DAY,
  PROP_VALID,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
set_valid (XbDayEntry *self,
           gboolean    valid)
{
  if (self->valid == !!valid)
    return;
  self->valid = !!valid;
  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), valid ? NULL : _("Write the day like 2026-10-13"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALID]);
}

static void
take_day (XbDayEntry *self,
          char       *day)
{
  g_autofree char *owned = day;

  if (g_strcmp0 (self->day, day) == 0)
    return;
  g_free (self->day);
  self->day = g_steal_pointer (&owned);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

static void
changed_cb (XbDayEntry *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  char *day = xb_format_read_day (text);

  set_valid (self, day != NULL || *text == '\0');
  take_day (self, day);
}

/* What was typed is brought into one spelling when the field is left. */
static void
tidy (XbDayEntry *self)
{
  if (self->day != NULL && g_strcmp0 (self->day, gtk_editable_get_text (GTK_EDITABLE (self))) != 0)
    {
      g_autofree char *day = g_strdup (self->day);

      gtk_editable_set_text (GTK_EDITABLE (self), day);
    }
}

static void
day_selected_cb (XbDayEntry  *self,
                 GtkCalendar *calendar)
{
  g_autoptr(GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self), day);
}

/* A calendar costs something, and most are never opened. */
static void
make_popover (GtkMenuButton *button,
              gpointer       user_data)
{
  XbDayEntry *self = user_data;
  GtkPopover *popover = gtk_menu_button_get_popover (button);
  GtkWidget *calendar;
  int y, m, d;

  if (popover == NULL)
    {
      popover = GTK_POPOVER (gtk_popover_new ());
      calendar = gtk_calendar_new ();
      g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_selected_cb), self, G_CONNECT_SWAPPED);
      gtk_popover_set_child (popover, calendar);
      gtk_menu_button_set_popover (button, GTK_WIDGET (popover));
    }
  calendar = gtk_popover_get_child (popover);
  if (self->day != NULL && sscanf (self->day, "%d-%d-%d", &y, &m, &d) == 3)
    {
      g_autoptr(GDateTime) date = g_date_time_new_local (y, m, d, 12, 0, 0);

      g_signal_handlers_block_by_func (calendar, day_selected_cb, self);
      gtk_calendar_select_day (GTK_CALENDAR (calendar), date);
      g_signal_handlers_unblock_by_func (calendar, day_selected_cb, self);
    }
}

static void
update_name (XbDayEntry *self)
{
  g_autofree char *title = xb_row_dup_title (self);
  g_autofree char *name = g_strdup_printf (_("Choose the day: %s"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
xb_day_entry_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  XbDayEntry *self = XB_DAY_ENTRY (object);

  switch (prop_id)
    {
    case PROP_DAY:
      g_value_set_string (value, self->day);
      break;
    case PROP_VALID:
      g_value_set_boolean (value, self->valid);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
xb_day_entry_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  if (prop_id == PROP_DAY)
    xb_day_entry_set_day (XB_DAY_ENTRY (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
xb_day_entry_finalize (GObject *object)
{
  g_free (XB_DAY_ENTRY (object)->day);
  G_OBJECT_CLASS (xb_day_entry_parent_class)->finalize (object);
}

static void
xb_day_entry_class_init (XbDayEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = xb_day_entry_finalize;
  object_class->get_property = xb_day_entry_get_property;
  object_class->set_property = xb_day_entry_set_property;
  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL, flags | G_PARAM_READWRITE);
  properties[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE, flags | G_PARAM_READABLE);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
xb_day_entry_init (XbDayEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->valid = TRUE;
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), make_popover, self, NULL);
  gtk_widget_set_tooltip_text (self->button, _("Choose from a Calendar"));
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), self->button);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), 12);
  g_signal_connect_object (focus, "leave", G_CALLBACK (tidy), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (tidy), NULL);
  g_signal_connect (self, "notify::title", G_CALLBACK (update_name), NULL);
  update_name (self);
}

GtkWidget *
xb_day_entry_new (const char *title)
{
  XbDayEntry *self = g_object_new (XB_TYPE_DAY_ENTRY, NULL);

  xb_row_set_title (self, title);
  return GTK_WIDGET (self);
}

/** xb_day_entry_get_day: Returns: (nullable): an ISO date; none where it is empty or invalid */
const char *
xb_day_entry_get_day (XbDayEntry *self)
{
  g_return_val_if_fail (XB_IS_DAY_ENTRY (self), NULL);

  return self->day;
}

void
xb_day_entry_set_day (XbDayEntry *self,
                      const char *day)
{
  g_return_if_fail (XB_IS_DAY_ENTRY (self));

  gtk_editable_set_text (GTK_EDITABLE (self), day != NULL ? day : "");
}

/** xb_day_entry_is_valid: Returns: whether it is empty or holds a day */
gboolean
xb_day_entry_is_valid (XbDayEntry *self)
{
  g_return_val_if_fail (XB_IS_DAY_ENTRY (self), FALSE);

  return self->valid;
}
