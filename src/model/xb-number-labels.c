/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "xb-day.h"
#include "xb-label-timeline.h"
#include "xb-number-labels.h"

/* A number with all its labels, so that what it shows now and what comes next can be said of it. The labels and
 * what the platforms show are kept as they come from the file and looked at when somebody asks. */
struct _XbNumberLabels
{
  XbRecord parent_instance;

  char *number; /* national spelling */
  char *e164;
  char *use;
  char *labels; /* [[id, platform, text, from, until, campaign or not, replaced or not], …] */
  char *shows;  /* [text, …]: of each platform on which it is live */
};

G_DEFINE_FINAL_TYPE (XbNumberLabels, xb_number_labels, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbNumberLabels, xb_field_text, number, "number"),
  XB_FIELD (XbNumberLabels, xb_field_text, e164, "e164"),
  XB_FIELD (XbNumberLabels, xb_field_text, use, "use"),
  XB_FIELD (XbNumberLabels, xb_field_text, labels, "labels"),
  XB_FIELD (XbNumberLabels, xb_field_text, shows, "shows"),
};

static void
xb_number_labels_class_init (XbNumberLabelsClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_number_labels_init (XbNumberLabels *self)
{
}

XB_GETTER (XbNumberLabels, xb_number_labels, const char *, number)
XB_GETTER (XbNumberLabels, xb_number_labels, const char *, e164)
XB_GETTER (XbNumberLabels, xb_number_labels, const char *, use)

void
xb_label_outlook_free (XbLabelOutlook *self)
{
  if (self == NULL)
    return;
  g_free (self->shown);
  g_free (self->wanted);
  g_free (self->until);
  g_free (self->next);
  g_free (self->next_from);
  g_free (self);
}

/* (nullable): NULL where the text is none of ours */
static JsonArray *
parse_array (JsonParser *parser,
             const char *text)
{
  JsonNode *root;

  if (text == NULL || !json_parser_load_from_data (parser, text, -1, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_ARRAY (root) ? json_node_get_array (root) : NULL;
}

static const char *
text_at (JsonArray *row,
         guint      i)
{
  return json_array_get_null_element (row, i) ? NULL : json_array_get_string_element (row, i);
}

/* The texts stay with the parser. */
static GArray *
read_spans (JsonArray *labels)
{
  GArray *spans = g_array_new (FALSE, TRUE, sizeof (XbLabelSpan));

  for (guint i = 0; labels != NULL && i < json_array_get_length (labels); i++)
    {
      JsonArray *row = json_array_get_array_element (labels, i);
      const char *until = text_at (row, 4);
      gboolean replaced = json_array_get_int_element (row, 6) != 0;
      XbLabelSpan span = { .id = json_array_get_int_element (row, 0), .platform = text_at (row, 1),
                           .text = text_at (row, 2), .from = text_at (row, 3), .until = until,
                           .layer = xb_label_layer_of (json_array_get_int_element (row, 5) != 0,
                                                       replaced ? NULL : until) };

      g_array_append_val (spans, span);
    }
  return spans;
}

static void
read_shown (JsonArray      *shows,
            XbLabelOutlook *out)
{
  const char *first = NULL;

  out->live = shows != NULL ? json_array_get_length (shows) : 0;
  for (guint i = 0; i < out->live; i++)
    {
      const char *text = json_array_get_string_element (shows, i);

      if (i == 0)
        first = text;
      else if (g_strcmp0 (first, text) != 0)
        out->differs = TRUE;
    }
  if (!out->differs)
    out->shown = g_strdup (first);
}

/* The first day after today on which another label shows. */
static void
read_next (const XbLabelSpan *spans,
           guint              n,
           const char        *today,
           XbLabelOutlook    *out)
{
  char *day = NULL;

  for (char *after = g_strdup (today); after != NULL; )
    {
      const XbLabelSpan *then;

      g_free (day);
      day = g_steal_pointer (&after);
      then = xb_label_spans_find (spans, n, NULL, day);
      if (strcmp (day, today) > 0 && g_strcmp0 (then != NULL ? then->text : NULL, out->wanted) != 0)
        {
          out->next = g_strdup (then != NULL ? then->text : "");
          out->next_from = g_strdup (day);
          break;
        }
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *end = spans[i].until != NULL ? xb_day_add (spans[i].until, 1) : NULL;
          const char *days[] = { spans[i].from, end };

          for (guint j = 0; j < G_N_ELEMENTS (days); j++)
            if (days[j] != NULL && strcmp (days[j], day) > 0 && (after == NULL || strcmp (days[j], after) < 0))
              {
                g_free (after);
                after = g_strdup (days[j]);
              }
        }
    }
  g_free (day);
}

/** xb_number_labels_look: Returns: (transfer full): what it shows on @today, and what comes next */
XbLabelOutlook *
xb_number_labels_look (XbNumberLabels *self,
                       const char     *today)
{
  g_autoptr(JsonParser) labels = json_parser_new ();
  g_autoptr(JsonParser) shows = json_parser_new ();
  g_autoptr(GArray) spans = NULL;
  XbLabelOutlook *out = g_new0 (XbLabelOutlook, 1);
  const XbLabelSpan *now;

  g_return_val_if_fail (XB_IS_NUMBER_LABELS (self), out);

  spans = read_spans (parse_array (labels, self->labels));
  now = xb_label_spans_find ((const XbLabelSpan *) spans->data, spans->len, NULL, today);
  read_shown (parse_array (shows, self->shows), out);
  out->wanted = g_strdup (now != NULL ? now->text : NULL);
  out->until = g_strdup (now != NULL ? now->until : NULL);
  read_next ((const XbLabelSpan *) spans->data, spans->len, today, out);
  return out;
}
