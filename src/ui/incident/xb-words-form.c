/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-ui.h"
#include "xb-words-form.h"
#include "xb-workspace-incident.h"

#define N_TEXTS (XB_APPEAL_TEXT_NOTICE + 1)

/* The words of a case: what phones show, what the number is used for, and the three texts. A text that was not changed
 * follows the purpose; one that was is the owner's own. */
struct _XbWordsForm
{
  XbForm         parent_instance;

  XbIncident    *incident;
  GtkWidget     *seen;
  GtkWidget     *purpose;
  GtkTextBuffer *texts[N_TEXTS];
  char          *presets[N_TEXTS]; /* as the purpose says */
};

G_DEFINE_FINAL_TYPE (XbWordsForm, xb_words_form, XB_TYPE_FORM)

static const char *const titles[N_TEXTS] = { N_("Text of the appeal"), N_("Words for those who call"), N_("Notice to customers") };

static char *
dup_text (XbWordsForm *self,
          guint        text)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->texts[text], &start, &end);
  return gtk_text_buffer_get_text (self->texts[text], &start, &end, FALSE);
}

static const char *
get_purpose (XbWordsForm *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->purpose));

  return selected >= 1 && selected <= xb_appeal_book_get_n_purposes () ? xb_appeal_book_get_purpose (selected - 1)->key : NULL;
}

static const char *
get_seen (XbWordsForm *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->seen));
}

/* What the presets say with what stands in the form now. */
static char *
make_preset (XbWordsForm *self,
             guint        text)
{
  g_autoptr(XbIncident) draft = g_object_new (XB_TYPE_INCIDENT, NULL);

  xb_record_assign (XB_RECORD (draft), XB_RECORD (self->incident));
  g_object_set (draft, "seen", *get_seen (self) != '\0' ? get_seen (self) : NULL, "purpose", get_purpose (self), "appeal-text",
                NULL, "script-text", NULL, "notice-text", NULL, NULL);
  return xb_workspace_dup_incident_text (xb_form_get_workspace (XB_FORM (self)), draft, text);
}

static void
refresh (XbWordsForm *self)
{
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *shown = dup_text (self, i);
      char *preset = make_preset (self, i);

      if (self->presets[i] != NULL && strcmp (shown, self->presets[i]) == 0)
        gtk_text_buffer_set_text (self->texts[i], preset, -1);
      g_free (self->presets[i]);
      self->presets[i] = preset;
    }
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbForm) self = user_data;

  xb_form_end (self, result);
}

static void
xb_words_form_act (XbForm *form)
{
  XbWordsForm *self = XB_WORDS_FORM (form);
  g_autofree char *texts[N_TEXTS] = { dup_text (self, 0), dup_text (self, 1), dup_text (self, 2) };
  const char *own[N_TEXTS];

  for (guint i = 0; i < N_TEXTS; i++)
    own[i] = strcmp (texts[i], self->presets[i]) != 0 ? texts[i] : NULL;
  xb_form_set_problem (form, NULL);
  xb_form_begin (form);
  xb_workspace_edit_incident_async (xb_form_get_workspace (form), xb_record_get_id (XB_RECORD (self->incident)),
                                    &(XbIncidentWords) { get_seen (self), get_purpose (self), own[0], own[1], own[2] },
                                    xb_form_get_cancellable (form), saved_cb, g_object_ref (self));
}

static void
xb_words_form_finalize (GObject *object)
{
  XbWordsForm *self = XB_WORDS_FORM (object);

  g_clear_object (&self->incident);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_clear_object (&self->texts[i]);
      g_free (self->presets[i]);
    }
  G_OBJECT_CLASS (xb_words_form_parent_class)->finalize (object);
}

static void
xb_words_form_class_init (XbWordsFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = xb_words_form_finalize;
  XB_FORM_CLASS (klass)->act = xb_words_form_act;
}

static GtkWidget *
make_text (XbWordsForm *self,
           guint        text)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new (); /* a narrow window has less room than the words first asked for */
  GtkWidget *view = gtk_text_view_new ();

  self->texts[text] = g_object_ref (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 10);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 10);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 12);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 12);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (view, "words");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 110);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 280);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _(titles[text]), -1);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _(titles[text]));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), scrolled);
  return group;
}

static void
xb_words_form_init (XbWordsForm *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr(GtkStringList) purposes = gtk_string_list_new (NULL);

  self->seen = adw_entry_row_new ();
  xb_row_set_title (self->seen, _("What phones show, word for word"));
  self->purpose = adw_combo_row_new ();
  xb_row_set_title (self->purpose, _("What the number is used for"));
  gtk_string_list_append (purposes, _("Not chosen"));
  for (guint i = 0; i < xb_appeal_book_get_n_purposes (); i++)
    gtk_string_list_append (purposes, xb_appeal_book_get_purpose (i)->title);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->purpose), G_LIST_MODEL (purposes));
  adw_preferences_group_set_description (group, _("Choose only what is true: the appeal states it, and platforms ask for proof."));
  adw_preferences_group_add (group, self->seen);
  adw_preferences_group_add (group, self->purpose);
  xb_form_add (XB_FORM (self), GTK_WIDGET (group));
  for (guint i = 0; i < N_TEXTS; i++)
    xb_form_add (XB_FORM (self), make_text (self, i));
}

static void
fill (XbWordsForm *self)
{
  const char *seen = xb_incident_get_seen (self->incident);

  gtk_editable_set_text (GTK_EDITABLE (self->seen), seen != NULL ? seen : "");
  for (guint i = 0; i < xb_appeal_book_get_n_purposes (); i++)
    if (g_strcmp0 (xb_appeal_book_get_purpose (i)->key, xb_incident_get_purpose (self->incident)) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->purpose), i + 1);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = xb_workspace_dup_incident_text (xb_form_get_workspace (XB_FORM (self)), self->incident, i);

      self->presets[i] = make_preset (self, i);
      gtk_text_buffer_set_text (self->texts[i], text, -1);
    }
  g_signal_connect_object (self->seen, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->purpose, "notify::selected", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
}

GtkWindow *
xb_words_form_new (GtkWidget   *parent,
                   XbWorkspace *workspace,
                   XbIncident  *incident)
{
  XbWordsForm *self = g_object_new (XB_TYPE_WORDS_FORM, "workspace", workspace, NULL);

  self->incident = g_object_ref (incident);
  xb_form_set_up (XB_FORM (self), parent, _("The Words"), _("_Save"));
  fill (self);
  xb_form_set_ready (XB_FORM (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 700);
  return GTK_WINDOW (self);
}
