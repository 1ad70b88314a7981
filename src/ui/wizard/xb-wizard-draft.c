/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-wizard-draft.h"

/* Shortly after the last key, so that a crash costs a word at most. */
#define SAVE_AFTER_MS 400

/* What the wizard holds. Every change is written by itself, one save at a time, the newest last. */
struct _XbWizardDraft
{
  GObject       parent_instance;

  XbWorkspace  *workspace;
  XbFiling     *filing; /* NULL until the first save */
  XbFilingStep  step;
  char         *platform;
  GArray       *numbers; /* gint64, in the order of choosing */
  GHashTable   *chosen;  /* the same as a set */
  GArray       *at_home; /* gint64, materials */
  char         *texts[XB_N_DRAFT_TEXTS];
  char         *error;   /* why the last save failed */

  GSList       *waiting; /* GTask, for the next save */
  GSList       *riding;  /* GTask, on the save under way */
  guint         timeout;
  guint         expedite : 1;
  guint         dirty : 1;
  guint         saving : 1;
};

G_DEFINE_FINAL_TYPE (XbWizardDraft, xb_wizard_draft, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ERROR,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void start_save (XbWizardDraft *self);

static void
set_error (XbWizardDraft *self,
           const char    *error)
{
  if (g_strcmp0 (self->error, error) == 0)
    return;
  g_free (self->error);
  self->error = g_strdup (error);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
read_ids (GArray     *ids,
          GListModel *rows)
{
  guint n = g_list_model_get_n_items (rows);

  g_array_set_size (ids, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(XbRecord) row = g_list_model_get_item (rows, i);
      gint64 id = row != NULL ? xb_record_get_id (row) : 0;

      if (id != 0)
        g_array_append_val (ids, id);
    }
}

static void
read_lists (XbWizardDraft *self)
{
  gint64 id = xb_wizard_draft_get_id (self);
  g_autoptr(GListModel) numbers = xb_workspace_list_filing_numbers (self->workspace, id);
  g_autoptr(GListModel) without = xb_workspace_list_filing_without (self->workspace, id);

  read_ids (self->numbers, numbers);
  read_ids (self->at_home, without);
  g_hash_table_remove_all (self->chosen);
  for (guint i = 0; i < self->numbers->len; i++)
    g_hash_table_add (self->chosen, g_memdup2 (&g_array_index (self->numbers, gint64, i), sizeof (gint64)));
}

static void
read_filing (XbWizardDraft *self)
{
  XbFiling *filing = self->filing;
  const char *texts[XB_N_DRAFT_TEXTS] = {
    xb_filing_get_display_name (filing), xb_filing_get_label (filing), xb_filing_get_purpose (filing),
    xb_filing_get_agent (filing), xb_filing_get_agent_phone (filing),
  };

  self->step = xb_filing_get_step (filing);
  g_free (self->platform);
  self->platform = g_strdup (xb_filing_get_platform (filing));
  self->expedite = xb_filing_get_expedite (filing);
  for (guint i = 0; i < XB_N_DRAFT_TEXTS; i++)
    {
      g_free (self->texts[i]);
      self->texts[i] = g_strdup (texts[i] != NULL ? texts[i] : "");
    }
  read_lists (self);
}

static void
finish_tasks (GSList       **tasks,
              const GError  *error)
{
  GSList *all = g_slist_reverse (g_steal_pointer (tasks));

  for (GSList *l = all; l != NULL; l = l->next)
    {
      if (error != NULL)
        g_task_return_error (l->data, g_error_copy (error));
      else
        g_task_return_boolean (l->data, TRUE);
    }
  g_slist_free_full (all, g_object_unref);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(XbWizardDraft) self = user_data;
  g_autoptr(GError) error = NULL;
  GApplication *application = g_application_get_default ();
  gint64 id = xb_workspace_finish_id (XB_WORKSPACE (source), result, &error);

  self->saving = FALSE;
  if (error != NULL)
    self->dirty = TRUE;
  else if (self->filing == NULL)
    self->filing = xb_workspace_ref_filing (self->workspace, id);
  set_error (self, error != NULL ? error->message : NULL);
  finish_tasks (&self->riding, error);
  if (self->waiting != NULL || (self->dirty && error == NULL && self->timeout == 0))
    start_save (self);
  if (application != NULL)
    g_application_release (application);
}

static void
start_save (XbWizardDraft *self)
{
  GApplication *application = g_application_get_default ();
  const XbFilingDraft draft = {
    .id = xb_wizard_draft_get_id (self), .step = self->step, .platform = self->platform,
    .numbers = self->numbers, .without = self->at_home,
    .display_name = *self->texts[XB_DRAFT_NAME] != '\0' ? self->texts[XB_DRAFT_NAME] : NULL, /* the usual one */
    .label = self->texts[XB_DRAFT_LABEL], .purpose = self->texts[XB_DRAFT_PURPOSE],
    .agent = self->texts[XB_DRAFT_AGENT], .agent_phone = self->texts[XB_DRAFT_AGENT_PHONE],
    .expedite = self->expedite,
  };

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->saving)
    return;
  self->saving = TRUE;
  self->dirty = FALSE;
  self->riding = g_steal_pointer (&self->waiting);
  if (application != NULL)
    g_application_hold (application); /* the last window may close while this is written */
  xb_workspace_save_filing_async (self->workspace, &draft, NULL, saved_cb, g_object_ref (self));
}

static gboolean
timeout_cb (gpointer user_data)
{
  XbWizardDraft *self = user_data;

  self->timeout = 0;
  start_save (self);
  return G_SOURCE_REMOVE;
}

static void
touch (XbWizardDraft *self)
{
  self->dirty = TRUE;
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (SAVE_AFTER_MS, timeout_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
xb_wizard_draft_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_ERROR)
    g_value_set_string (value, XB_WIZARD_DRAFT (object)->error);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
xb_wizard_draft_finalize (GObject *object)
{
  XbWizardDraft *self = XB_WIZARD_DRAFT (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->filing);
  g_clear_object (&self->workspace);
  g_free (self->platform);
  g_array_unref (self->numbers);
  g_array_unref (self->at_home);
  g_hash_table_unref (self->chosen);
  for (guint i = 0; i < XB_N_DRAFT_TEXTS; i++)
    g_free (self->texts[i]);
  g_free (self->error);
  G_OBJECT_CLASS (xb_wizard_draft_parent_class)->finalize (object);
}

static void
xb_wizard_draft_class_init (XbWizardDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = xb_wizard_draft_get_property;
  object_class->finalize = xb_wizard_draft_finalize;
  /** XbWizardDraft:error: (nullable): why the last save failed; what was typed is still here */
  properties[PROP_ERROR] = g_param_spec_string ("error", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /** XbWizardDraft::changed: something was chosen or typed */
  signals[CHANGED] = g_signal_new ("changed", XB_TYPE_WIZARD_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
xb_wizard_draft_init (XbWizardDraft *self)
{
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->at_home = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->chosen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < XB_N_DRAFT_TEXTS; i++)
    self->texts[i] = g_strdup ("");
}

/** xb_wizard_draft_new: @filing_id: 0: a new one, that is stored from the first choice on */
XbWizardDraft *
xb_wizard_draft_new (XbWorkspace *workspace,
                     gint64       filing_id)
{
  XbWizardDraft *self = g_object_new (XB_TYPE_WIZARD_DRAFT, NULL);

  self->workspace = g_object_ref (workspace);
  if (filing_id != 0)
    self->filing = xb_workspace_ref_filing (workspace, filing_id);
  xb_wizard_draft_reload (self);
  return self;
}

XbWorkspace *
xb_wizard_draft_get_workspace (XbWizardDraft *self)
{
  return self->workspace;
}

/** xb_wizard_draft_get_id: Returns: the filing, 0 while there is none */
gint64
xb_wizard_draft_get_id (XbWizardDraft *self)
{
  return self->filing != NULL ? xb_record_get_id (XB_RECORD (self->filing)) : 0;
}

/** xb_wizard_draft_get_filing: Returns: (transfer none) (nullable): the live row, once it is stored */
XbFiling *
xb_wizard_draft_get_filing (XbWizardDraft *self)
{
  return self->filing;
}

gboolean
xb_wizard_draft_is_submitted (XbWizardDraft *self)
{
  return self->filing != NULL && xb_filing_get_submitted_at (self->filing) != 0;
}

const char *
xb_wizard_draft_get_error (XbWizardDraft *self)
{
  return self->error;
}

/** xb_wizard_draft_reload: takes over what is stored, after it came back from the platform */
void
xb_wizard_draft_reload (XbWizardDraft *self)
{
  if (self->filing != NULL && !self->dirty && !self->saving)
    read_filing (self);
}

XbFilingStep
xb_wizard_draft_get_step (XbWizardDraft *self)
{
  return self->step;
}

/** xb_wizard_draft_set_step: takes back the step of a save that was refused */
void
xb_wizard_draft_set_step (XbWizardDraft *self,
                          XbFilingStep   step)
{
  self->step = step;
}

/** xb_wizard_draft_get_platform: Returns: (transfer none) (nullable): the recipient, once chosen */
XbPlatform *
xb_wizard_draft_get_platform (XbWizardDraft *self)
{
  return self->platform != NULL
           ? xb_catalogue_lookup (xb_workspace_get_catalogue (self->workspace), self->platform) : NULL;
}

void
xb_wizard_draft_set_platform (XbWizardDraft *self,
                              const char    *key)
{
  if (g_strcmp0 (self->platform, key) == 0)
    return;
  g_free (self->platform);
  self->platform = g_strdup (key);
  touch (self);
}

/** xb_wizard_draft_get_numbers: Returns: (transfer none) (element-type gint64) */
GArray *
xb_wizard_draft_get_numbers (XbWizardDraft *self)
{
  return self->numbers;
}

gboolean
xb_wizard_draft_has_number (XbWizardDraft *self,
                            gint64         id)
{
  return g_hash_table_contains (self->chosen, &id);
}

static gboolean
set_member (GArray   *ids,
            gint64    id,
            gboolean  member)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      {
        if (!member)
          g_array_remove_index (ids, i);
        return !member;
      }
  if (member)
    g_array_append_val (ids, id);
  return member;
}

void
xb_wizard_draft_set_number (XbWizardDraft *self,
                            gint64         id,
                            gboolean       chosen)
{
  if (xb_wizard_draft_has_number (self, id) == !!chosen)
    return;
  set_member (self->numbers, id, chosen);
  if (chosen)
    g_hash_table_add (self->chosen, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->chosen, &id);
  touch (self);
}

const char *
xb_wizard_draft_get_text (XbWizardDraft *self,
                          XbDraftText    text)
{
  return self->texts[text];
}

void
xb_wizard_draft_set_text (XbWizardDraft *self,
                          XbDraftText    text,
                          const char    *value)
{
  if (g_strcmp0 (self->texts[text], value) == 0)
    return;
  g_free (self->texts[text]);
  self->texts[text] = g_strdup (value);
  touch (self);
}

gboolean
xb_wizard_draft_get_expedite (XbWizardDraft *self)
{
  return self->expedite;
}

void
xb_wizard_draft_set_expedite (XbWizardDraft *self,
                              gboolean       expedite)
{
  if (self->expedite == !!expedite)
    return;
  self->expedite = !!expedite;
  touch (self);
}

gboolean
xb_wizard_draft_get_at_home (XbWizardDraft *self,
                             gint64         material)
{
  for (guint i = 0; i < self->at_home->len; i++)
    if (g_array_index (self->at_home, gint64, i) == material)
      return TRUE;
  return FALSE;
}

/** xb_wizard_draft_set_at_home: whether @material is not handed in this time */
void
xb_wizard_draft_set_at_home (XbWizardDraft *self,
                             gint64         material,
                             gboolean       at_home)
{
  if (set_member (self->at_home, material, at_home))
    touch (self);
}

/** xb_wizard_draft_list_at_home: Returns: (transfer none) (element-type gint64) */
GArray *
xb_wizard_draft_list_at_home (XbWizardDraft *self)
{
  return self->at_home;
}

/** xb_wizard_draft_save_async: writes everything now and notes that @step is the open one */
void
xb_wizard_draft_save_async (XbWizardDraft       *self,
                            XbFilingStep         step,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, xb_wizard_draft_save_async);
  self->step = step;
  self->waiting = g_slist_prepend (self->waiting, task);
  start_save (self);
}

gboolean
xb_wizard_draft_save_finish (XbWizardDraft  *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/** xb_wizard_draft_flush: writes what is still waiting */
void
xb_wizard_draft_flush (XbWizardDraft *self)
{
  if (self->timeout != 0)
    start_save (self);
}

/** xb_wizard_draft_is_saved: Returns: whether all that was chosen and typed is in the file */
gboolean
xb_wizard_draft_is_saved (XbWizardDraft *self)
{
  return !self->dirty && !self->saving;
}

/** xb_wizard_draft_abandon: the draft was thrown away or handed in: nothing is written any more */
void
xb_wizard_draft_abandon (XbWizardDraft *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);
  self->dirty = FALSE;
}
