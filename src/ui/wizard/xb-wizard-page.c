/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-problem.h"
#include "xb-wizard-page.h"

typedef struct
{
  XbWizardDraft *draft;
  GCancellable  *cancellable; /* of the window */

  GtkWidget     *scroller;
  GtkWidget     *heading;
  GtkWidget     *sentence;
  GtkWidget     *problem;
  GtkWidget     *box;
  char          *verb;
  gboolean       ready;
} XbWizardPagePrivate;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (XbWizardPage, xb_wizard_page, ADW_TYPE_BIN,
                                  G_ADD_PRIVATE (XbWizardPage)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

enum
{
  PROP_0,
  PROP_HEADING,
  PROP_SENTENCE,
  PROP_VERB,
  PROP_READY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static XbWizardPagePrivate *
get_private (XbWizardPage *self)
{
  return xb_wizard_page_get_instance_private (self);
}

/* In a template, what stands inside a page goes below its heading. */
static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  xb_wizard_page_add (XB_WIZARD_PAGE (buildable), GTK_WIDGET (child));
}

static void
buildable_init (GtkBuildableIface *iface)
{
  iface->add_child = add_child;
}

static void
xb_wizard_page_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  XbWizardPage *self = XB_WIZARD_PAGE (object);

  switch (prop_id)
    {
    case PROP_HEADING:
      g_value_set_string (value, xb_wizard_page_get_heading (self));
      break;
    case PROP_SENTENCE:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (get_private (self)->sentence)));
      break;
    case PROP_VERB:
      g_value_set_string (value, xb_wizard_page_get_verb (self));
      break;
    case PROP_READY:
      g_value_set_boolean (value, xb_wizard_page_get_ready (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
xb_wizard_page_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  XbWizardPage *self = XB_WIZARD_PAGE (object);

  switch (prop_id)
    {
    case PROP_HEADING:
      xb_wizard_page_set_heading (self, g_value_get_string (value));
      break;
    case PROP_SENTENCE:
      xb_wizard_page_set_sentence (self, g_value_get_string (value));
      break;
    case PROP_VERB:
      xb_wizard_page_set_verb (self, g_value_get_string (value));
      break;
    case PROP_READY:
      xb_wizard_page_set_ready (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
xb_wizard_page_finalize (GObject *object)
{
  XbWizardPagePrivate *priv = get_private (XB_WIZARD_PAGE (object));

  g_clear_object (&priv->draft);
  g_clear_object (&priv->cancellable);
  g_free (priv->verb);
  G_OBJECT_CLASS (xb_wizard_page_parent_class)->finalize (object);
}

static void
xb_wizard_page_class_init (XbWizardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = xb_wizard_page_get_property;
  object_class->set_property = xb_wizard_page_set_property;
  object_class->finalize = xb_wizard_page_finalize;
  properties[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  properties[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  properties[PROP_VERB] = g_param_spec_string ("verb", NULL, NULL, NULL, flags);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
make_text (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
xb_wizard_page_init (XbWizardPage *self)
{
  XbWizardPagePrivate *priv = get_private (self);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  priv->ready = TRUE;
  priv->heading = make_text ("title-2");
  priv->sentence = make_text ("dim-label");
  gtk_widget_set_visible (priv->sentence, FALSE);
  priv->problem = xb_problem_new ();
  gtk_box_append (GTK_BOX (head), priv->heading);
  gtk_box_append (GTK_BOX (head), priv->sentence);
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_start (priv->box, 12);
  gtk_widget_set_margin_end (priv->box, 12);
  gtk_widget_set_margin_top (priv->box, 18);
  gtk_widget_set_margin_bottom (priv->box, 24);
  gtk_box_append (GTK_BOX (priv->box), head);
  gtk_box_append (GTK_BOX (priv->box), priv->problem);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 680);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 480);
  adw_clamp_set_child (ADW_CLAMP (clamp), priv->box);
  priv->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (priv->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (priv->scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), priv->scroller);
}

/** xb_wizard_page_add: adds @child below what is there */
void
xb_wizard_page_add (XbWizardPage *self,
                    GtkWidget    *child)
{
  gtk_box_append (GTK_BOX (get_private (self)->box), child);
}

/** xb_wizard_page_scroll_to: shows @child and gives it the focus */
void
xb_wizard_page_scroll_to (XbWizardPage *self,
                          GtkWidget    *child)
{
  XbWizardPagePrivate *priv = get_private (self);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (priv->scroller));
  double y;

  if (gtk_widget_translate_coordinates (child, priv->box, 0, 0, NULL, &y))
    gtk_adjustment_set_value (adjustment, y);
  gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

XbWizardDraft *
xb_wizard_page_get_draft (XbWizardPage *self)
{
  return get_private (self)->draft;
}

XbWorkspace *
xb_wizard_page_get_workspace (XbWizardPage *self)
{
  return xb_wizard_draft_get_workspace (get_private (self)->draft);
}

/** xb_wizard_page_get_cancellable: Returns: (transfer none): cancelled when the window goes */
GCancellable *
xb_wizard_page_get_cancellable (XbWizardPage *self)
{
  return get_private (self)->cancellable;
}

void
xb_wizard_page_set_draft (XbWizardPage  *self,
                          XbWizardDraft *draft,
                          GCancellable  *cancellable)
{
  XbWizardPagePrivate *priv = get_private (self);

  g_return_if_fail (priv->draft == NULL);

  priv->draft = g_object_ref (draft);
  priv->cancellable = g_object_ref (cancellable);
  if (XB_WIZARD_PAGE_GET_CLASS (self)->draft_set != NULL)
    XB_WIZARD_PAGE_GET_CLASS (self)->draft_set (self);
}

void
xb_wizard_page_enter (XbWizardPage *self)
{
  xb_wizard_page_set_problem (self, NULL);
  if (XB_WIZARD_PAGE_GET_CLASS (self)->entered != NULL)
    XB_WIZARD_PAGE_GET_CLASS (self)->entered (self);
  xb_wizard_page_refresh (self);
}

void
xb_wizard_page_refresh (XbWizardPage *self)
{
  if (XB_WIZARD_PAGE_GET_CLASS (self)->refresh != NULL)
    XB_WIZARD_PAGE_GET_CLASS (self)->refresh (self);
}

/** xb_wizard_page_leave: Returns: whether one may go on; if not, the page says why */
gboolean
xb_wizard_page_leave (XbWizardPage *self)
{
  xb_wizard_page_set_problem (self, NULL);
  return XB_WIZARD_PAGE_GET_CLASS (self)->leave == NULL || XB_WIZARD_PAGE_GET_CLASS (self)->leave (self);
}

const char *
xb_wizard_page_get_heading (XbWizardPage *self)
{
  return gtk_label_get_label (GTK_LABEL (get_private (self)->heading));
}

void
xb_wizard_page_set_heading (XbWizardPage *self,
                            const char   *heading)
{
  gtk_label_set_label (GTK_LABEL (get_private (self)->heading), heading != NULL ? heading : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADING]);
}

void
xb_wizard_page_set_sentence (XbWizardPage *self,
                             const char   *sentence)
{
  gtk_label_set_label (GTK_LABEL (get_private (self)->sentence), sentence != NULL ? sentence : "");
  gtk_widget_set_visible (get_private (self)->sentence, sentence != NULL && *sentence != '\0');
}

/** xb_wizard_page_set_problem: @problem: (nullable): a whole sentence, shown above everything else */
void
xb_wizard_page_set_problem (XbWizardPage *self,
                            const char   *problem)
{
  XbWizardPagePrivate *priv = get_private (self);

  if (g_strcmp0 (problem, xb_problem_get_text (XB_PROBLEM (priv->problem))) == 0)
    return;
  xb_problem_set_text (XB_PROBLEM (priv->problem), problem);
  if (problem == NULL)
    return;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (priv->scroller)), 0);
  xb_dialogs_announce (GTK_WIDGET (self), problem);
}

/** xb_wizard_page_take_problem: shows @error (nullable), but not that somebody cancelled; frees it */
void
xb_wizard_page_take_problem (XbWizardPage *self,
                             GError       *error)
{
  g_autoptr(GError) owned = error;

  if (!xb_error_is_cancelled (error))
    xb_wizard_page_set_problem (self, error != NULL ? error->message : NULL);
}

/** xb_wizard_page_get_verb: Returns: (nullable): what the button that goes on says; none: no such button */
const char *
xb_wizard_page_get_verb (XbWizardPage *self)
{
  return get_private (self)->verb;
}

void
xb_wizard_page_set_verb (XbWizardPage *self,
                         const char   *verb)
{
  XbWizardPagePrivate *priv = get_private (self);

  if (g_strcmp0 (priv->verb, verb) == 0)
    return;
  g_free (priv->verb);
  priv->verb = g_strdup (verb);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERB]);
}

gboolean
xb_wizard_page_get_ready (XbWizardPage *self)
{
  return get_private (self)->ready;
}

/** xb_wizard_page_set_ready: whether the button that goes on can be pressed */
void
xb_wizard_page_set_ready (XbWizardPage *self,
                          gboolean      ready)
{
  XbWizardPagePrivate *priv = get_private (self);

  if (priv->ready == !!ready)
    return;
  priv->ready = !!ready;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READY]);
}
