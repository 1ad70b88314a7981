/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-certification-row.h"
#include "xb-certifications-page.h"
#include "xb-empty-page.h"
#include "xb-outbox-banner.h"
#include "xb-problem.h"

#define N_FILTERS (XB_CERT_FILTER_ENDED + 1)

/* Every certification with how it stands; what was begun and not handed in comes first. The list is
 * lazy: only the rows in sight are read. */
struct _XbCertificationsPage
{
  XbPage       parent_instance;

  GListModel  *certifications;
  GListModel  *filings;
  GListStore  *shown; /* the lists of which the page is made */
  XbCertFilter filter;

  GtkWidget   *stack;
  GtkWidget   *problem;
  GtkWidget   *filters[N_FILTERS];
  GtkWidget   *list;
};

G_DEFINE_FINAL_TYPE (XbCertificationsPage, xb_certifications_page, XB_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_FILTER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* What the page says instead of an empty list. */
static const struct
{
  const char *button;
  const char *title;
  const char *description;
} words[] = {
  [XB_CERT_FILTER_ALL] = { N_("All"), N_("Let Callees See Who Calls"),
                           N_("Choose a number and a platform; Xinbiao prepares the papers and keeps the "
                              "deadlines.") },
  [XB_CERT_FILTER_OPEN] = { N_("On the Way"), N_("Nothing Is on the Way"),
                            N_("Certifications that were handed in and are not live yet stand here.") },
  [XB_CERT_FILTER_ATTENTION] = { N_("Needs You"), N_("Nothing Needs You"),
                                 N_("What a platform asks for or refuses stands here until it is done.") },
  [XB_CERT_FILTER_LIVE] = { N_("Live"), N_("Nothing Is Live Yet"),
                            N_("A certification is live when the chosen handsets were seen to show the name.") },
  [XB_CERT_FILTER_ENDED] = { N_("Ended"), N_("Nothing Has Ended"),
                             N_("Expired and withdrawn certifications stand here.") },
};

static void
show_state (XbCertificationsPage *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *damage = xb_workspace_dup_damage (xb_page_get_workspace (XB_PAGE (self)));
  gboolean drafts = self->filter <= XB_CERT_FILTER_OPEN && g_list_model_get_n_items (self->filings) > 0;
  gboolean empty;

  g_object_get (self->certifications, "error", &error, NULL);
  /* damage is told above all pages */
  xb_problem_set_text (XB_PROBLEM (self->problem), error != NULL && damage == NULL ? error->message : NULL);
  if (g_list_model_get_n_items (self->certifications) > 0 || drafts || error != NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "list");
  else
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), words[self->filter].title);
  /* the empty page has the one button itself */
  empty = self->filter == XB_CERT_FILTER_ALL &&
          g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "list") != 0;
  gtk_widget_set_visible (xb_page_get_header_end (XB_PAGE (self)), !empty);
}

static void
activate_cb (XbCertificationsPage *self,
             guint                 position)
{
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (self->list));
  g_autoptr(XbRecord) item = g_list_model_get_item (G_LIST_MODEL (model), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self),
                                XB_IS_FILING (item) ? "app.open-filing" : "app.open-certification", "x",
                                xb_record_get_id (item));
}

static void
setup_cb (XbCertificationsPage *self,
          GtkListItem          *item)
{
  gtk_list_item_set_child (item, xb_certification_row_new (xb_page_get_workspace (XB_PAGE (self))));
}

static void
bind_cb (XbCertificationsPage *self,
         GtkListItem          *item)
{
  xb_certification_row_set_item (XB_CERTIFICATION_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (XbCertificationsPage *self,
           GtkListItem          *item)
{
  if (gtk_list_item_get_child (item) != NULL)
    xb_certification_row_set_item (XB_CERTIFICATION_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
filter_cb (XbCertificationsPage *self,
           GParamSpec           *pspec,
           GtkToggleButton      *button)
{
  for (guint i = 0; i < N_FILTERS; i++)
    if (self->filters[i] == GTK_WIDGET (button) && gtk_toggle_button_get_active (button))
      xb_certifications_page_set_filter (self, i);
}

static GtkWidget *
make_filters (XbCertificationsPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What to show"), -1);
  for (guint i = 0; i < N_FILTERS; i++)
    {
      self->filters[i] = gtk_toggle_button_new_with_label (_(words[i].button));
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->filters[i]), GTK_TOGGLE_BUTTON (self->filters[0]));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->filters[i]), i == 0);
      gtk_widget_add_css_class (self->filters[i], "filter");
      gtk_box_append (GTK_BOX (box), self->filters[i]);
      g_signal_connect_object (self->filters[i], "notify::active", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  return scrolled;
}

static GtkWidget *
make_list (XbCertificationsPage *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();
  GListModel *all = G_LIST_MODEL (gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (self->shown))));

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (all)), g_steal_pointer (&factory));
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "certifications");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Certifications"), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  adw_clamp_scrollable_set_maximum_size (ADW_CLAMP_SCROLLABLE (clamp), 860);
  adw_clamp_scrollable_set_child (ADW_CLAMP_SCROLLABLE (clamp), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  return scrolled;
}

static GtkWidget *
make_stack (XbCertificationsPage *self)
{
  self->stack = gtk_stack_new ();
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  for (guint i = 0; i < N_FILTERS; i++)
    {
      GtkWidget *page = xb_empty_page_new ("xb-certifications-symbolic", _(words[i].title), _(words[i].description));

      if (i == XB_CERT_FILTER_ALL)
        {
          GtkWidget *button = xb_empty_page_add_button (XB_EMPTY_PAGE (page), _("Certify a _Number"),
                                                        "app.new-certification");

          gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", G_GINT64_CONSTANT (0));
        }
      gtk_stack_add_named (GTK_STACK (self->stack), page, words[i].title);
    }
  return self->stack;
}

static GtkWidget *
make_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Certify"));

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "app.new-certification");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", G_GINT64_CONSTANT (0));
  return button;
}

static void
xb_certifications_page_constructed (GObject *object)
{
  XbCertificationsPage *self = XB_CERTIFICATIONS_PAGE (object);
  XbWorkspace *workspace = xb_page_get_workspace (XB_PAGE (self));
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (xb_certifications_page_parent_class)->constructed (object);
  self->certifications = xb_workspace_list_certifications (workspace, XB_CERT_FILTER_ALL);
  self->filings = xb_workspace_list_filings (workspace);
  self->shown = g_list_store_new (G_TYPE_LIST_MODEL);
  g_list_store_append (self->shown, self->filings);
  g_list_store_append (self->shown, self->certifications);
  self->problem = xb_problem_new ();
  gtk_box_append (GTK_BOX (column), xb_outbox_banner_new (workspace));
  gtk_box_append (GTK_BOX (column), make_filters (self));
  gtk_box_append (GTK_BOX (column), self->problem);
  gtk_box_append (GTK_BOX (column), make_stack (self));
  adw_bin_set_child (ADW_BIN (self), column);
  xb_page_set_header_end (XB_PAGE (self), make_button ());
  g_signal_connect_object (self->certifications, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->certifications, "notify::error", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filings, "items-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  show_state (self);
}

static void
xb_certifications_page_dispose (GObject *object)
{
  XbCertificationsPage *self = XB_CERTIFICATIONS_PAGE (object);

  g_clear_object (&self->certifications);
  g_clear_object (&self->filings);
  g_clear_object (&self->shown);
  G_OBJECT_CLASS (xb_certifications_page_parent_class)->dispose (object);
}

static void
xb_certifications_page_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  if (prop_id == PROP_FILTER)
    g_value_set_uint (value, xb_certifications_page_get_filter (XB_CERTIFICATIONS_PAGE (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
xb_certifications_page_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  if (prop_id == PROP_FILTER)
    xb_certifications_page_set_filter (XB_CERTIFICATIONS_PAGE (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
xb_certifications_page_class_init (XbCertificationsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = xb_certifications_page_constructed;
  object_class->dispose = xb_certifications_page_dispose;
  object_class->get_property = xb_certifications_page_get_property;
  object_class->set_property = xb_certifications_page_set_property;
  properties[PROP_FILTER] = g_param_spec_uint ("filter", NULL, NULL, 0, N_FILTERS - 1, XB_CERT_FILTER_ALL,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
xb_certifications_page_init (XbCertificationsPage *self)
{
}

XbCertFilter
xb_certifications_page_get_filter (XbCertificationsPage *self)
{
  g_return_val_if_fail (XB_IS_CERTIFICATIONS_PAGE (self), XB_CERT_FILTER_ALL);

  return self->filter;
}

/** xb_certifications_page_set_filter: shows another part; hand-ins that were begun belong to what is on the way */
void
xb_certifications_page_set_filter (XbCertificationsPage *self,
                                   XbCertFilter          filter)
{
  gboolean drafts = filter <= XB_CERT_FILTER_OPEN;

  g_return_if_fail (XB_IS_CERTIFICATIONS_PAGE (self));
  g_return_if_fail (filter < N_FILTERS);

  if (self->filter == filter)
    return;
  self->filter = filter;
  if (drafts && g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 1)
    g_list_store_insert (self->shown, 0, self->filings);
  else if (!drafts && g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 2)
    g_list_store_remove (self->shown, 0);
  xb_workspace_filter_certifications (xb_page_get_workspace (XB_PAGE (self)), self->certifications, filter);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->filters[filter]), TRUE);
  show_state (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}
