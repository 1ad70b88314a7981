/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-stage-line.h"
#include "xb-state-mark.h"

typedef enum
{
  STATUS_WAITING,
  STATUS_NOW,
  STATUS_DONE,
  STATUS_PROBLEM,
} Status;

typedef struct
{
  GtkWidget *item;
  GtkWidget *mark;
  GtkWidget *title;
  GtkWidget *note;
  Status     status;
} Stage;

/* The way of a certification: four stages on one horizontal line. */
struct _XbStageLine
{
  GtkWidget   parent_instance;
  Stage       stages[XB_N_STAGES];
  XbCertState state;
};

G_DEFINE_FINAL_TYPE (XbStageLine, xb_stage_line, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static Status
status_of (XbCertState state,
           XbStage     stage)
{
  XbStage now = xb_lifecycle_get_stage (state);

  if (state == XB_CERT_STATE_LIVE)
    return STATUS_DONE;
  if (state == XB_CERT_STATE_WITHDRAWN)
    return STATUS_WAITING;
  if (state == XB_CERT_STATE_SYNCING && stage >= XB_STAGE_SYNC)
    return STATUS_NOW; /* handset after handset learns it, and each can be looked at */
  if (stage != now)
    return stage < now ? STATUS_DONE : STATUS_WAITING;
  return xb_lifecycle_needs_hand (state) ? STATUS_PROBLEM : STATUS_NOW;
}

static const char *
status_word (Status status)
{
  static const char *const words[] = {
    [STATUS_WAITING] = N_("still to come"),
    [STATUS_NOW] = N_("under way"),
    [STATUS_DONE] = N_("done"),
    [STATUS_PROBLEM] = N_("stopped, needs you"),
  };

  return _(words[status]);
}

static void
update_stage (XbStageLine *self,
              XbStage      index)
{
  static const XbMarkShape shapes[] = {
    [STATUS_WAITING] = XB_MARK_RING,
    [STATUS_NOW] = XB_MARK_TARGET,
    [STATUS_DONE] = XB_MARK_TICK,
    [STATUS_PROBLEM] = XB_MARK_BANG,
  };
  static const char *const classes[] = {
    [STATUS_WAITING] = "waiting",
    [STATUS_NOW] = "now",
    [STATUS_DONE] = "done",
    [STATUS_PROBLEM] = "problem",
  };
  Stage *stage = &self->stages[index];
  const char *note = gtk_label_get_label (GTK_LABEL (stage->note));
  g_autofree char *spoken = NULL;

  stage->status = status_of (self->state, index);
  xb_state_mark_set_shape (XB_STATE_MARK (stage->mark), shapes[stage->status]);
  gtk_widget_set_css_classes (stage->item, (const char *[]) { "vertical", classes[stage->status], NULL });
  /* Translators: a stage and how it stands, "Review: under way" */
  spoken = g_strdup_printf (_("%1$s: %2$s"), xb_stage_get_title (index), status_word (stage->status));
  if (*note != '\0')
    {
      g_autofree char *bare = g_steal_pointer (&spoken);

      spoken = g_strconcat (bare, _(", "), note, NULL);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (stage->item), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/* The line runs from mark to mark; what is behind is drawn stronger. */
static void
xb_stage_line_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  XbStageLine *self = XB_STAGE_LINE (widget);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  for (guint i = 0; i + 1 < XB_N_STAGES; i++)
    {
      graphene_rect_t from, to;
      double left, right, y;
      GdkRGBA line = colour;

      if (!gtk_widget_compute_bounds (self->stages[i].mark, widget, &from) ||
          !gtk_widget_compute_bounds (self->stages[i + 1].mark, widget, &to))
        continue;
      if (from.origin.x > to.origin.x)
        {
          graphene_rect_t swap = from;

          from = to;
          to = swap;
        }
      left = from.origin.x + from.size.width + 4;
      right = to.origin.x - 4;
      y = from.origin.y + from.size.height / 2;
      line.alpha *= self->stages[i].status == STATUS_DONE ? 0.55 : 0.18;
      if (right > left)
        gtk_snapshot_append_color (snapshot, &line, &GRAPHENE_RECT_INIT (left, y - 1, right - left, 2));
    }
  GTK_WIDGET_CLASS (xb_stage_line_parent_class)->snapshot (widget, snapshot);
}

static void
xb_stage_line_dispose (GObject *object)
{
  XbStageLine *self = XB_STAGE_LINE (object);

  for (guint i = 0; i < XB_N_STAGES; i++)
    g_clear_pointer (&self->stages[i].item, gtk_widget_unparent);
  G_OBJECT_CLASS (xb_stage_line_parent_class)->dispose (object);
}

static void
xb_stage_line_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  if (prop_id == PROP_STATE)
    g_value_set_enum (value, XB_STAGE_LINE (object)->state);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
xb_stage_line_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  if (prop_id == PROP_STATE)
    xb_stage_line_set_state (XB_STAGE_LINE (object), g_value_get_enum (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
xb_stage_line_class_init (XbStageLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = xb_stage_line_dispose;
  object_class->get_property = xb_stage_line_get_property;
  object_class->set_property = xb_stage_line_set_property;
  widget_class->snapshot = xb_stage_line_snapshot;
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, XB_TYPE_CERT_STATE, XB_CERT_STATE_DRAFT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "stage-line");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static GtkWidget *
make_label (const char *style,
            int         lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
xb_stage_line_init (XbStageLine *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (layout), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Stages"), -1);
  for (guint i = 0; i < XB_N_STAGES; i++)
    {
      Stage *stage = &self->stages[i];

      stage->item = g_object_new (GTK_TYPE_BOX,
                                  "orientation", GTK_ORIENTATION_VERTICAL,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                  "css-name", "stage",
                                  "hexpand", TRUE,
                                  NULL);
      stage->mark = xb_state_mark_new (XB_MARK_RING, 22);
      stage->title = make_label ("caption-heading", 2);
      gtk_label_set_label (GTK_LABEL (stage->title), xb_stage_get_title (i));
      stage->note = make_label ("caption", 2);
      gtk_widget_add_css_class (stage->note, "note");
      gtk_box_append (GTK_BOX (stage->item), stage->mark);
      gtk_box_append (GTK_BOX (stage->item), stage->title);
      gtk_box_append (GTK_BOX (stage->item), stage->note);
      gtk_widget_set_parent (stage->item, GTK_WIDGET (self));
      update_stage (self, i);
    }
}

GtkWidget *
xb_stage_line_new (void)
{
  return g_object_new (XB_TYPE_STAGE_LINE, NULL);
}

void
xb_stage_line_set_state (XbStageLine *self,
                         XbCertState  state)
{
  g_return_if_fail (XB_IS_STAGE_LINE (self));

  if (self->state == state)
    return;
  self->state = state;
  for (guint i = 0; i < XB_N_STAGES; i++)
    update_stage (self, i);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* Chinese breaks between any two characters; a day is to break at its space alone. */
static PangoAttrList *
keep_words (const char *text)
{
  PangoAttrList *list = pango_attr_list_new ();
  const char *word = text;

  while (*word != '\0')
    {
      gsize length = strcspn (word, " ");
      PangoAttribute *keep = pango_attr_allow_breaks_new (FALSE);

      keep->start_index = word - text;
      keep->end_index = keep->start_index + length;
      pango_attr_list_insert (list, keep);
      word += length;
      word += strspn (word, " ");
    }
  return list;
}

/** xb_stage_line_set_note: @note: (nullable): what stands under the stage, mostly a day */
void
xb_stage_line_set_note (XbStageLine *self,
                        XbStage      stage,
                        const char  *note)
{
  g_autoptr(PangoAttrList) attributes = keep_words (note != NULL ? note : "");

  g_return_if_fail (XB_IS_STAGE_LINE (self));
  g_return_if_fail (stage < XB_N_STAGES);

  gtk_label_set_label (GTK_LABEL (self->stages[stage].note), note != NULL ? note : "");
  gtk_label_set_attributes (GTK_LABEL (self->stages[stage].note), attributes);
  update_stage (self, stage);
}
