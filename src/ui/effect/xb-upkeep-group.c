/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-effect-window.h"
#include "xb-roi-words.h"
#include "xb-table-window.h"
#include "xb-text-column.h"
#include "xb-upkeep-group.h"

typedef struct
{
  GtkWidget *cells[2][2]; /* claimed or here; cost or gain */
  GtkWidget *compared;    /* opens what the gain is of */
} Card;

struct _XbUpkeepGroup
{
  AdwBin        parent_instance;

  XbWorkspace  *workspace;
  GCancellable *reading; /* (nullable) */
  XbUpkeep     *upkeep;  /* (owned) (nullable) */
  GtkWidget    *period;
  GtkWidget    *problem;
  Card          cards[XB_N_UPKEEPS];
};

G_DEFINE_FINAL_TYPE (XbUpkeepGroup, xb_upkeep_group, ADW_TYPE_BIN)

static void
xb_upkeep_group_dispose (GObject *object)
{
  XbUpkeepGroup *self = XB_UPKEEP_GROUP (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->workspace);
  G_OBJECT_CLASS (xb_upkeep_group_parent_class)->dispose (object);
}

static void
xb_upkeep_group_finalize (GObject *object)
{
  xb_upkeep_free (XB_UPKEEP_GROUP (object)->upkeep);
  G_OBJECT_CLASS (xb_upkeep_group_parent_class)->finalize (object);
}

static void
xb_upkeep_group_class_init (XbUpkeepGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = xb_upkeep_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = xb_upkeep_group_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "upkeep-group");
}

static char *
dup_day (int day)
{
  char text[11];

  xb_day_format ((guint32) (day + XB_METRIC_DAY_EPOCH), text);
  return g_strdup (text);
}

/* An event as a row of a table; the group may be filled anew while the table is open. */
static GObject *
make_item (const XbUpkeepEvent *event)
{
  GObject *item = g_object_new (G_TYPE_OBJECT, NULL);
  XbUpkeepEvent *copy = g_memdup2 (event, sizeof *event);

  copy->number = NULL;
  g_object_set_data_full (item, "xb-number", g_strdup (event->number), g_free);
  g_object_set_data_full (item, "xb-event", copy, g_free);
  return item;
}

static const XbUpkeepEvent *
get_event (gpointer item)
{
  return g_object_get_data (item, "xb-event");
}

static char *
number_text (gpointer item,
             gpointer data)
{
  return g_strdup (g_object_get_data (item, "xb-number"));
}

static char *
day_text (gpointer item,
          gpointer data)
{
  g_autofree char *day = dup_day (get_event (item)->after.from);

  return xb_day_dup_label_with_year (day);
}

static char *
days_text (gpointer item,
           gpointer data)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, xb_span_count (get_event (item)->after));
}

/* @side: 0 before, 1 after */
static char *
rate_text (gpointer item,
           gpointer side)
{
  const XbMetricSums *sums = &get_event (item)->sums[GPOINTER_TO_UINT (side)];
  XbRate rate = xb_rate_wilson (MIN (sums->sum[XB_METRIC_ANSWERED], sums->rated), sums->rated, 0.95);
  g_autofree char *share = xb_share_dup_text (rate.rate, FALSE);
  g_autofree char *low = xb_share_dup_text (rate.low, FALSE);
  g_autofree char *high = xb_share_dup_text (rate.high, FALSE);

  return rate.known ? g_strdup_printf ("%s%% [%s, %s]", share, low, high) : NULL;
}

/* One line opens as a question of its own, down to its days. */
static void
activate_cb (GtkColumnView *view,
             guint          position,
             XbUpkeepGroup *self)
{
  g_autoptr(GObject) item = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), position);
  const XbUpkeepEvent *event = get_event (item);
  const int ends[] = { event->before.from, event->before.until, event->after.from, event->after.until };
  XbRoiDays days;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    xb_day_format ((guint32) (ends[i] + XB_METRIC_DAY_EPOCH), days.day[i]);
  xb_effect_window_open (GTK_WIDGET (self), self->workspace, g_object_get_data (item, "xb-number"), &days);
}

static void
compared_cb (GtkWidget     *button,
             XbUpkeepGroup *self)
{
  XbUpkeepKind kind = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "xb-kind"));
  GListStore *items = g_list_store_new (G_TYPE_OBJECT);
  const GArray *events = self->upkeep->rows[kind].events;
  XbTableWindow *window;
  GtkColumnView *view;

  for (guint i = 0; i < events->len; i++)
    {
      g_autoptr(GObject) item = make_item (&g_array_index (events, XbUpkeepEvent, i));

      g_list_store_append (items, item);
    }
  window = xb_table_window_new (GTK_WIDGET (self), xb_upkeep_kind_get_title (kind),
                                _("As many days on both sides, in which nothing else happened to the number. A line opens its days."),
                                G_LIST_MODEL (items));
  view = xb_table_window_get_view (window);
  gtk_column_view_set_single_click_activate (view, TRUE);
  xb_text_column_add (view, kind == XB_UPKEEP_INCIDENT ? _("Over since") : _("Changed on"), FALSE, day_text, NULL);
  xb_text_column_add (view, _("Number"), FALSE, number_text, NULL);
  xb_text_column_add (view, _("Days each"), TRUE, days_text, NULL);
  xb_text_column_add (view, _("Before"), TRUE, rate_text, GUINT_TO_POINTER (0));
  xb_text_column_add (view, _("After"), TRUE, rate_text, GUINT_TO_POINTER (1));
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

/* The kind above, what is claimed at the left of what was measured. */
static GtkWidget *
make_card (XbUpkeepGroup *self,
           XbUpkeepKind   kind)
{
  Card *card = &self->cards[kind];
  GtkWidget *grid = gtk_grid_new (), *claimed = make_label (_("Claimed, not proven"), "caption");
  GtkWidget *here = make_label (_("Here"), "caption");

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  card->compared = gtk_button_new ();
  gtk_widget_add_css_class (card->compared, "flat");
  gtk_widget_set_halign (card->compared, GTK_ALIGN_END);
  g_object_set_data (G_OBJECT (card->compared), "xb-kind", GUINT_TO_POINTER (kind));
  g_signal_connect_object (card->compared, "clicked", G_CALLBACK (compared_cb), self, 0);
  gtk_widget_add_css_class (claimed, "dim-label");
  gtk_widget_add_css_class (here, "dim-label");
  gtk_grid_attach (GTK_GRID (grid), make_label (xb_upkeep_kind_get_title (kind), "heading"), 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), card->compared, 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), claimed, 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), here, 1, 1, 1, 1);
  for (int own = 0; own < 2; own++)
    for (int gain = 0; gain < 2; gain++)
      {
        card->cells[own][gain] = make_label (NULL, NULL);
        gtk_grid_attach (GTK_GRID (grid), card->cells[own][gain], own, 2 + gain, 1, 1);
      }
  gtk_widget_add_css_class (grid, "card");
  gtk_widget_add_css_class (grid, "hero");
  return grid;
}

static void
xb_upkeep_group_init (XbUpkeepGroup *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->period = make_label (NULL, "dim-label");
  self->problem = make_label (NULL, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (head), make_label (_("What Upkeep Costs and Brings"), "heading"));
  gtk_box_append (GTK_BOX (head), self->period);
  gtk_box_append (GTK_BOX (column), head);
  gtk_box_append (GTK_BOX (column), self->problem);
  for (XbUpkeepKind kind = 0; kind < XB_N_UPKEEPS; kind++)
    gtk_box_append (GTK_BOX (column), make_card (self, kind));
  adw_bin_set_child (ADW_BIN (self), column);
}

GtkWidget *
xb_upkeep_group_new (XbWorkspace *workspace)
{
  XbUpkeepGroup *self = g_object_new (XB_TYPE_UPKEEP_GROUP, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static void
set_cell (GtkWidget  *cell,
          const char *text)
{
  gtk_label_set_label (GTK_LABEL (cell), text != NULL ? text : "–");
}

static void
show (XbUpkeepGroup *self)
{
  g_autofree char *span = xb_day_dup_span (self->upkeep->from, self->upkeep->until);
  g_autofree char *period = g_strdup_printf (_("%s. What is claimed is the trade’s word, as the catalogue of platforms has it."),
                                             span);

  gtk_label_set_label (GTK_LABEL (self->period), period);
  for (XbUpkeepKind kind = 0; kind < XB_N_UPKEEPS; kind++)
    {
      Card *card = &self->cards[kind];
      guint n = self->upkeep->rows[kind].events->len;
      XbUpkeepClaim claim;
      g_autofree char *cost = NULL, *gain = NULL, *own_cost = xb_upkeep_dup_cost (self->upkeep, kind);
      g_autofree char *own_gain = xb_upkeep_dup_gain (self->upkeep, kind);
      g_autofree char *compared = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u compared…", "%u compared…", n), n);

      xb_workspace_get_upkeep_claim (self->workspace, kind, &claim);
      cost = xb_upkeep_claim_dup_cost (&claim, kind);
      gain = xb_upkeep_claim_dup_gain (&claim);
      set_cell (card->cells[0][0], cost);
      set_cell (card->cells[0][1], gain);
      set_cell (card->cells[1][0], own_cost);
      set_cell (card->cells[1][1], own_gain);
      gtk_widget_set_tooltip_text (card->cells[0][0], claim.source);
      gtk_button_set_label (GTK_BUTTON (card->compared), compared);
      gtk_widget_set_visible (card->compared, n > 0);
    }
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(XbUpkeepGroup) self = user_data;
  g_autoptr(GError) error = NULL;
  XbUpkeep *upkeep = xb_workspace_reckon_upkeep_finish (XB_WORKSPACE (source), result, &error);

  if (self->reading == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    {
      xb_upkeep_free (upkeep);
      return;
    }
  g_clear_object (&self->reading);
  gtk_widget_set_visible (self->problem, upkeep == NULL);
  if (upkeep == NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->problem), error->message);
      return;
    }
  xb_upkeep_free (self->upkeep);
  self->upkeep = upkeep;
  show (self);
}

/** xb_upkeep_group_read: @until: the last day of the year that is looked at */
void
xb_upkeep_group_read (XbUpkeepGroup *self,
                      const char    *until)
{
  g_return_if_fail (XB_IS_UPKEEP_GROUP (self));

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  xb_workspace_reckon_upkeep_async (self->workspace, until, self->reading, read_cb, g_object_ref (self));
}

gboolean
xb_upkeep_group_is_reading (XbUpkeepGroup *self)
{
  g_return_val_if_fail (XB_IS_UPKEEP_GROUP (self), FALSE);

  return self->reading != NULL;
}

/** xb_upkeep_group_get_cell: @own: of here, else what is claimed; @gain: what it brings, else what it costs */
const char *
xb_upkeep_group_get_cell (XbUpkeepGroup *self,
                          XbUpkeepKind   kind,
                          gboolean       own,
                          gboolean       gain)
{
  g_return_val_if_fail (XB_IS_UPKEEP_GROUP (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->cards[kind].cells[own][gain]));
}
