/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-enum-types.h"
#include "xb-enums.h"
#include "xb-number-haystack.h"

struct _XbNumberHaystack
{
  GArray     *ids;    /* gint64, in the order in which they were entered */
  GString    *digits; /* "\n+8613800138000\n+86286555…": one sweep looks at all */
  GArray     *starts; /* guint32: where each begins in there, and where the last ends */
  GPtrArray  *uses;   /* each once, in small letters: a business has a few */
  GArray     *use;    /* guint32: which of them each number has */
  GByteArray *health;
};

typedef struct
{
  GHashTable *uses;     /* use → its index in the haystack */
  char        nick[16]; /* the health of the row before: mostly the same */
  int         health;
} Reading;

static XbNumberHaystack *
haystack_new (void)
{
  XbNumberHaystack *self = g_new (XbNumberHaystack, 1);

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->digits = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->uses = g_ptr_array_new_with_free_func (g_free);
  self->use = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->health = g_byte_array_new ();
  return self;
}

void
xb_number_haystack_free (XbNumberHaystack *self)
{
  g_array_unref (self->ids);
  g_string_free (self->digits, TRUE);
  g_array_unref (self->starts);
  g_ptr_array_unref (self->uses);
  g_array_unref (self->use);
  g_byte_array_unref (self->health);
  g_free (self);
}

static guint32
find_use (XbNumberHaystack *self,
          Reading          *reading,
          const char       *use)
{
  gpointer index;

  if (g_hash_table_lookup_extended (reading->uses, use, NULL, &index))
    return GPOINTER_TO_UINT (index);
  g_ptr_array_add (self->uses, g_ascii_strdown (use, -1));
  g_hash_table_insert (reading->uses, g_strdup (use), GUINT_TO_POINTER (self->uses->len - 1));
  return self->uses->len - 1;
}

static void
add_row (XbNumberHaystack *self,
         Reading          *reading,
         XbRows           *row)
{
  gint64 id = xb_rows_int (row, 0);
  guint32 start = self->digits->len;
  guint32 use = find_use (self, reading, xb_rows_text (row, 2));
  const char *nick = xb_rows_text (row, 3);
  guint8 health;

  if (strcmp (reading->nick, nick) != 0)
    {
      g_strlcpy (reading->nick, nick, sizeof reading->nick);
      xb_enum_from_nick (XB_TYPE_HEALTH, nick, &reading->health);
    }
  health = reading->health;
  g_array_append_val (self->ids, id);
  g_array_append_val (self->starts, start);
  g_string_append_c (self->digits, '\n');
  g_string_append (self->digits, xb_rows_text (row, 1));
  g_array_append_val (self->use, use);
  g_byte_array_append (self->health, &health, 1);
}

/** xb_number_haystack_read: Returns: (transfer full) (nullable): what the register holds now, or %NULL with @error */
XbNumberHaystack *
xb_number_haystack_read (XbDb    *db,
                         GError **error)
{
  g_autoptr(XbNumberHaystack) self = haystack_new ();
  g_autoptr(GHashTable) uses = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { uses, "", 0 };
  g_autoptr(GError) local = NULL;
  g_autoptr(XbRows) rows = xb_db_query (db, &local, "SELECT id, e164, use, health FROM number "
                                        "WHERE removed_at IS NULL ORDER BY id", "");
  guint32 end;

  while (xb_rows_next (rows, &local))
    add_row (self, &reading, rows);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  end = self->digits->len;
  g_array_append_val (self->starts, end);
  return g_steal_pointer (&self);
}

static void
mark_digits (const XbNumberHaystack *self,
             const char             *needle,
             guint8                 *fits)
{
  const char *text = self->digits->str;
  const char *end = text + self->digits->len;
  const guint32 *starts = (const guint32 *) self->starts->data;
  gsize length = strlen (needle);
  guint i = 0;

  for (const char *hit = text; (hit = memmem (hit, end - hit, needle, length)) != NULL; hit = text + starts[i + 1])
    {
      while (starts[i + 1] <= hit - text)
        i++;
      fits[i] = TRUE;
    }
}

static void
mark_use (const XbNumberHaystack *self,
          const char             *use,
          guint8                 *fits)
{
  g_autofree char *needle = g_ascii_strdown (use, -1);
  g_autofree guint8 *use_fits = g_new (guint8, self->uses->len);

  for (guint i = 0; i < self->uses->len; i++)
    use_fits[i] = strstr (g_ptr_array_index (self->uses, i), needle) != NULL;
  for (guint i = 0; i < self->ids->len; i++)
    fits[i] = use_fits[g_array_index (self->use, guint32, i)];
}

/** xb_number_haystack_find: Returns: (transfer full) (element-type gint64): the ids, in the order of the register */
GArray *
xb_number_haystack_find (const XbNumberHaystack *self,
                         const XbNumberSearch   *search)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree guint8 *fits = g_new0 (guint8, self->ids->len);

  if (search->digits != NULL)
    mark_digits (self, search->digits, fits);
  if (search->digits != NULL && *search->digits == '0')
    {
      g_autofree char *area = g_strconcat ("\n+86", search->digits + 1, NULL);

      mark_digits (self, area, fits);
    }
  if (search->digits == NULL)
    mark_use (self, search->use, fits);
  for (guint i = 0; i < self->ids->len; i++)
    if (fits[i] && (search->health < 0 || self->health->data[i] == search->health))
      g_array_append_val (found, g_array_index (self->ids, gint64, i));
  return found;
}
