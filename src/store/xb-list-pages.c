/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-list-change.h"
#include "xb-list-pages.h"

#define MAX_PAGES  16
#define MAX_PINNED 256

struct _XbListPages
{
  GHashTable *pages;  /* number → Page, owned by the queue */
  GQueue      recent; /* the one used last first */
};

typedef struct
{
  guint      number;
  GPtrArray *items;
  GList      link;
} Page;

XbListPages *
xb_list_pages_new (void)
{
  XbListPages *self = g_new0 (XbListPages, 1);

  self->pages = g_hash_table_new (NULL, NULL);
  return self;
}

void
xb_list_pages_free (XbListPages *self)
{
  xb_list_pages_clear (self);
  g_hash_table_unref (self->pages);
  g_free (self);
}

/* Only the page has these objects; nobody would see them change. */
static gboolean
is_unused (Page *page)
{
  for (guint i = 0; i < page->items->len; i++)
    if (g_atomic_int_get (&((GObject *) g_ptr_array_index (page->items, i))->ref_count) > 1)
      return FALSE;
  return TRUE;
}

static void
drop (XbListPages *self,
      Page        *page)
{
  g_queue_unlink (&self->recent, &page->link);
  g_hash_table_remove (self->pages, GUINT_TO_POINTER (page->number));
  g_ptr_array_unref (page->items);
  g_free (page);
}

/** xb_list_pages_lookup: Returns: (transfer none) (nullable): the objects of the page, which counts as used now */
GPtrArray *
xb_list_pages_lookup (XbListPages *self,
                      guint        number)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (page == NULL)
    return NULL;
  g_queue_unlink (&self->recent, &page->link);
  g_queue_push_head_link (&self->recent, &page->link);
  return page->items;
}

/** xb_list_pages_insert: @items: (transfer full): the objects of a page that was not there */
void
xb_list_pages_insert (XbListPages *self,
                      guint        number,
                      GPtrArray   *items)
{
  Page *page = g_new0 (Page, 1);

  page->number = number;
  page->items = items;
  page->link.data = page;
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
  g_queue_push_head_link (&self->recent, &page->link);
}

/** xb_list_pages_trim: a page with an object that a view still shows is kept longer: a refresh must know where it was */
void
xb_list_pages_trim (XbListPages *self)
{
  GList *link = self->recent.tail;

  while (link != NULL && g_queue_get_length (&self->recent) > MAX_PAGES)
    {
      Page *page = link->data;

      link = link->prev;
      if (g_queue_get_length (&self->recent) > MAX_PINNED || is_unused (page))
        drop (self, page);
    }
}

void
xb_list_pages_clear (XbListPages *self)
{
  while (!g_queue_is_empty (&self->recent))
    drop (self, g_queue_peek_head (&self->recent));
}

/**
 * xb_list_pages_steal_known:
 * @n_items: how long the list was
 *
 * Takes the objects that somebody else holds out of the pages; the others need no comparison.
 *
 * Returns: (transfer full): for xb_list_change_find()
 */
GArray *
xb_list_pages_steal_known (XbListPages *self,
                           guint        n_items)
{
  GArray *known = xb_list_known_new ();

  for (GList *link = self->recent.head; link != NULL; link = link->next)
    {
      Page *page = link->data;

      if (is_unused (page))
        continue;
      for (guint i = 0; i < page->items->len; i++)
        {
          guint position = page->number * XB_LIST_PAGE_SIZE + i;

          if (position < n_items)
            xb_list_known_add (known, position, g_ptr_array_index (page->items, i));
        }
    }
  xb_list_pages_clear (self);
  return known;
}
