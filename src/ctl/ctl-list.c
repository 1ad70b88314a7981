/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-json.h"
#include "ctl-list.h"

/* One element of an array that is written as it is made: a long list is never held. */
static void
print_element (JsonObject *object,
               gboolean    first)
{
  g_autoptr(JsonNode) node = json_node_alloc ();
  g_autofree char *text = NULL;

  json_node_init_object (node, object);
  json_object_unref (object);
  text = ctl_json_dup (node);
  if (!first)
    putchar (',');
  fputs (text, stdout);
}

/**
 * ctl_list_print:
 * @data: for @listing's is_wanted
 * @offset: the first that is shown, from 0
 * @limit: how many are shown; 0: all
 */
void
ctl_list_print (Ctl              *ctl,
                GListModel       *list,
                const CtlListing *listing,
                gpointer          data,
                guint             offset,
                guint             limit)
{
  g_autoptr(CtlTable) table = ctl->json ? NULL : ctl_table_new (listing->headings);
  guint n = g_list_model_get_n_items (list);
  guint end = limit > 0 && n > offset && limit < n - offset ? offset + limit : n;
  guint shown = 0;

  if (ctl->workspace != NULL)
    xb_workspace_hold_moment (ctl->workspace);
  if (ctl->json)
    putchar ('[');
  for (guint i = offset; i < end; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, i);

      if (item == NULL || (listing->is_wanted != NULL && !listing->is_wanted (item, data)))
        continue;
      if (ctl->json)
        print_element (listing->to_json (ctl, item), shown == 0);
      else
        listing->to_row (ctl, item, table);
      shown++;
    }
  if (ctl->workspace != NULL)
    xb_workspace_release_moment (ctl->workspace);
  if (ctl->json)
    puts ("]");
  else if (shown == 0)
    puts (_(listing->empty));
  else
    ctl_table_flush (table);
}

/** ctl_item_print: one object, by itself */
void
ctl_item_print (Ctl              *ctl,
                gpointer          item,
                const CtlListing *listing)
{
  g_autoptr(CtlTable) table = NULL;

  if (ctl->json)
    {
      ctl_json_print (listing->to_json (ctl, item));
      return;
    }
  table = ctl_table_new (listing->headings);
  listing->to_row (ctl, item, table);
  ctl_table_flush (table);
}

/**
 * ctl_done_print:
 * @member: "removed", "added" …
 * @sentence: what was done, for people
 */
void
ctl_done_print (Ctl        *ctl,
                const char *member,
                gint64      id,
                const char *sentence)
{
  JsonObject *object;

  if (!ctl->json)
    {
      puts (sentence);
      return;
    }
  object = json_object_new ();
  json_object_set_int_member (object, "id", id);
  json_object_set_boolean_member (object, member, TRUE);
  ctl_json_print (object);
}
