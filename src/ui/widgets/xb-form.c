/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-problem.h"
#include "xb-form.h"
#include "xb-typed.h"

/* A small form in a window of its own: Cancel, one verb, groups of rows. What the workspace refuses
 * stands as a sentence above the rows, and what was typed stays as it is; it is never thrown away unasked. */
typedef struct
{
  XbWorkspace  *workspace;
  GCancellable *cancellable;
  GtkWidget    *title;
  GtkWidget    *verb;
  GtkWidget    *spinner;
  GtkWidget    *problem;
  GtkWidget    *scrolled;
  GtkWidget    *box;
  char         *typed; /* (nullable): what stood in the fields when it came up */
  guint         ready : 1;
  guint         busy : 1;
  guint         closing : 1;
} XbFormPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (XbForm, xb_form, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_WORKSPACE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
update (XbForm *self)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);

  gtk_widget_set_sensitive (priv->verb, priv->ready && !priv->busy);
  gtk_widget_set_visible (priv->spinner, priv->busy);
  gtk_spinner_set_spinning (GTK_SPINNER (priv->spinner), priv->busy);
}

static void
close_now (XbForm *self)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);

  priv->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
leave_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  if (xb_dialogs_ask_finish (result, NULL))
    close_now (XB_FORM (object));
}

static gboolean
has_changes (XbForm *self)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);
  g_autofree char *typed = xb_typed_dup (priv->box);

  return priv->typed != NULL && strcmp (typed, priv->typed) != 0;
}

static gboolean
xb_form_close_request (GtkWindow *window)
{
  XbForm *self = XB_FORM (window);
  XbFormPrivate *priv = xb_form_get_instance_private (self);

  if (!priv->closing && has_changes (self))
    {
      xb_dialogs_ask_leave_async (GTK_WIDGET (self), priv->cancellable, leave_cb, NULL);
      return TRUE;
    }
  g_cancellable_cancel (priv->cancellable);
  return GTK_WINDOW_CLASS (xb_form_parent_class)->close_request (window);
}

/* One begins to type at once. */
static void
xb_form_map (GtkWidget *widget)
{
  XbFormPrivate *priv = xb_form_get_instance_private (XB_FORM (widget));

  GTK_WIDGET_CLASS (xb_form_parent_class)->map (widget);
  if (gtk_window_get_focus (GTK_WINDOW (widget)) == NULL)
    gtk_widget_child_focus (priv->box, GTK_DIR_TAB_FORWARD);
  if (priv->typed == NULL)
    priv->typed = xb_typed_dup (priv->box);
}

static void
act_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  xb_form_act (XB_FORM (widget));
}

static void
xb_form_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  if (prop_id == PROP_WORKSPACE)
    g_value_set_object (value, xb_form_get_workspace (XB_FORM (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
xb_form_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  XbFormPrivate *priv = xb_form_get_instance_private (XB_FORM (object));

  if (prop_id == PROP_WORKSPACE)
    priv->workspace = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
xb_form_dispose (GObject *object)
{
  XbFormPrivate *priv = xb_form_get_instance_private (XB_FORM (object));

  g_cancellable_cancel (priv->cancellable);
  G_OBJECT_CLASS (xb_form_parent_class)->dispose (object);
}

static void
xb_form_finalize (GObject *object)
{
  XbFormPrivate *priv = xb_form_get_instance_private (XB_FORM (object));

  g_clear_object (&priv->cancellable);
  g_clear_object (&priv->workspace);
  g_free (priv->typed);
  G_OBJECT_CLASS (xb_form_parent_class)->finalize (object);
}

static void
xb_form_class_init (XbFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = xb_form_get_property;
  object_class->set_property = xb_form_set_property;
  object_class->dispose = xb_form_dispose;
  object_class->finalize = xb_form_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = xb_form_close_request;
  widget_class->map = xb_form_map;
  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, XB_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "form.act", NULL, act_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.act", NULL);
}

static GtkWidget *
make_header (XbForm *self)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  priv->title = adw_window_title_new ("", NULL);
  priv->spinner = gtk_spinner_new ();
  priv->verb = gtk_button_new ();
  gtk_button_set_use_underline (GTK_BUTTON (priv->verb), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (priv->verb), "form.act");
  gtk_widget_add_css_class (priv->verb, "suggested-action");
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), priv->title);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), priv->verb);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), priv->spinner);
  return header;
}

static void
xb_form_init (XbForm *self)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *clamp = adw_clamp_new ();

  priv->cancellable = g_cancellable_new ();
  priv->ready = TRUE;
  priv->problem = xb_problem_new ();
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  priv->scrolled = gtk_scrolled_window_new ();
  gtk_widget_set_margin_top (priv->box, 18);
  gtk_widget_set_margin_bottom (priv->box, 24);
  gtk_widget_set_margin_start (priv->box, 12);
  gtk_widget_set_margin_end (priv->box, 12);
  gtk_box_append (GTK_BOX (priv->box), priv->problem);
  adw_clamp_set_child (ADW_CLAMP (clamp), priv->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (priv->scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (priv->scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->scrolled), clamp);
  gtk_widget_set_vexpand (priv->scrolled, TRUE);
  gtk_box_append (GTK_BOX (column), make_header (self));
  gtk_box_append (GTK_BOX (column), priv->scrolled);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), column);
  adw_window_set_content (ADW_WINDOW (self), overlay);
  gtk_window_set_default_widget (GTK_WINDOW (self), priv->verb);
  gtk_window_set_default_size (GTK_WINDOW (self), 440, -1);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 240);
  update (self);
}

/**
 * xb_form_set_up:
 * @parent: (nullable): a widget of the window above which it lies
 * @verb: what the button does, with its mnemonic
 */
void
xb_form_set_up (XbForm    *self,
                 GtkWidget  *parent,
                 const char *title,
                 const char *verb)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;

  g_return_if_fail (XB_IS_FORM (self));

  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (ADW_WINDOW_TITLE (priv->title), title);
  gtk_button_set_label (GTK_BUTTON (priv->verb), verb);
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      gtk_window_set_application (GTK_WINDOW (self), gtk_window_get_application (GTK_WINDOW (root)));
    }
}

XbWorkspace *
xb_form_get_workspace (XbForm *self)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);

  g_return_val_if_fail (XB_IS_FORM (self), NULL);

  return priv->workspace;
}

/** xb_form_get_cancellable: Returns: (transfer none): cancelled when the window closes */
GCancellable *
xb_form_get_cancellable (XbForm *self)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);

  g_return_val_if_fail (XB_IS_FORM (self), NULL);

  return priv->cancellable;
}

void
xb_form_add (XbForm   *self,
              GtkWidget *child)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);

  g_return_if_fail (XB_IS_FORM (self));

  gtk_box_append (GTK_BOX (priv->box), child);
}

/** xb_form_act: does what the verb's button does, unless it cannot be pressed now */
void
xb_form_act (XbForm *self)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);

  g_return_if_fail (XB_IS_FORM (self));

  if (priv->ready && !priv->busy)
    XB_FORM_GET_CLASS (self)->act (self);
}

/** xb_form_begin: a verb of the workspace was called; it ends in xb_form_end() */
void
xb_form_begin (XbForm *self)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);

  g_return_if_fail (XB_IS_FORM (self));

  priv->busy = TRUE;
  update (self);
}

/**
 * xb_form_end:
 * @result: of a verb that ends with xb_workspace_finish()
 *
 * Closes the form; or says why not.
 *
 * Returns: whether it was done
 */
gboolean
xb_form_end (XbForm      *self,
              GAsyncResult *result)
{
  return xb_form_end_id (self, result) >= 0;
}

/** xb_form_end_id: Returns: what the verb made or changed, or -1 */
gint64
xb_form_end_id (XbForm       *self,
                GAsyncResult *result)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);
  g_autoptr(GError) error = NULL;
  gint64 id;

  g_return_val_if_fail (XB_IS_FORM (self), -1);

  id = xb_workspace_finish_id (priv->workspace, result, &error);
  priv->busy = FALSE;
  update (self);
  if (id >= 0)
    close_now (self);
  else if (!xb_error_is_cancelled (error))
    xb_form_set_problem (self, error->message);
  return id;
}

/** xb_form_set_problem: @problem: (nullable): a whole sentence */
void
xb_form_set_problem (XbForm    *self,
                      const char *problem)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);

  g_return_if_fail (XB_IS_FORM (self));

  xb_problem_set_text (XB_PROBLEM (priv->problem), problem);
  if (problem != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (priv->scrolled)), 0);
}

/** xb_form_get_problem: Returns: (nullable): what is said above the rows */
const char *
xb_form_get_problem (XbForm *self)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);

  g_return_val_if_fail (XB_IS_FORM (self), NULL);

  return xb_problem_get_text (XB_PROBLEM (priv->problem));
}

/** xb_form_set_ready: whether the verb can be pressed */
void
xb_form_set_ready (XbForm  *self,
                    gboolean  ready)
{
  XbFormPrivate *priv = xb_form_get_instance_private (self);

  g_return_if_fail (XB_IS_FORM (self));

  priv->ready = !!ready;
  update (self);
}
