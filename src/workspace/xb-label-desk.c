/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-clock.h"
#include "xb-label-desk-private.h"

static void
channel_free (gpointer data)
{
  XbLabelChannel *channel = data;

  g_free (channel->key);
  g_free (channel->name);
  g_free (channel->first_day);
  g_hash_table_unref (channel->days);
  g_free (channel);
}

static XbLabelChannel *
channel_new (const char         *key,
             const char         *name,
             gboolean            manual,
             const XbLabelTerms *terms)
{
  XbLabelChannel *channel = g_new0 (XbLabelChannel, 1);

  channel->key = g_strdup (key);
  channel->name = g_strdup (name);
  channel->manual = manual;
  channel->terms = *terms;
  channel->days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return channel;
}

static XbLabelDesk *
desk_new (gint64      now,
          const char *who)
{
  XbLabelDesk *self = g_new0 (XbLabelDesk, 1);
  g_autofree char *today = xb_instant_to_day (now);

  self->now = now;
  g_strlcpy (self->today, today, sizeof self->today);
  self->who = who != NULL && *who != '\0' ? g_strdup (who) : NULL;
  self->channels = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, channel_free);
  self->years = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->due_now = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

static void
take_channel (XbLabelDesk    *self,
              XbLabelChannel *channel)
{
  g_hash_table_insert (self->channels, channel->key, channel);
}

/**
 * xb_label_desk_new:
 * @who: (nullable): who does it
 *
 * Returns: (transfer full): knows every platform of the catalogue; made and freed on the main thread
 */
XbLabelDesk *
xb_label_desk_new (XbWorkspace *workspace,
                   gint64       now,
                   const char  *who)
{
  XbLabelDesk *self = desk_new (now, who);
  GListModel *platforms = G_LIST_MODEL (xb_workspace_get_catalogue (workspace));

  for (guint i = 0; i < g_list_model_get_n_items (platforms); i++)
    {
      g_autoptr(XbPlatform) platform = g_list_model_get_item (platforms, i);
      XbLabelTerms terms;

      xb_label_terms_init (&terms, platform);
      take_channel (self, channel_new (xb_platform_get_key (platform), xb_platform_get_name (platform),
                                       g_strcmp0 (xb_platform_get_client (platform), "practice") != 0, &terms));
    }
  return self;
}

/** xb_label_desk_new_for: Returns: (transfer full): knows only the platform of @channel; on any thread */
XbLabelDesk *
xb_label_desk_new_for (const XbChannel *channel,
                       gint64           at)
{
  XbLabelDesk *self = desk_new (at, NULL);

  take_channel (self, channel_new (channel->key, channel->name, xb_channel_is_manual (channel),
                                   &channel->label_terms));
  return self;
}

void
xb_label_desk_free (XbLabelDesk *self)
{
  if (self == NULL)
    return;
  g_free (self->who);
  g_hash_table_unref (self->channels);
  g_hash_table_unref (self->years);
  g_array_unref (self->due_now);
  g_free (self);
}

/** xb_label_desk_find: Returns: (nullable): the platform */
XbLabelChannel *
xb_label_desk_find (XbLabelDesk *self,
                    const char  *platform)
{
  return g_hash_table_lookup (self->channels, platform);
}

/**
 * xb_label_desk_count_days:
 * @after: (nullable): the day on which the edit before it shows: a platform takes one at a time
 *
 * As xb_label_terms_plan(), counted once for each day.
 */
gboolean
xb_label_desk_count_days (XbLabelDesk     *self,
                          XbLabelChannel  *channel,
                          const char      *show_on,
                          const char      *after,
                          XbLabelDays     *days,
                          GError         **error)
{
  const char *earliest = after != NULL && strcmp (after, self->today) > 0 ? after : self->today;
  g_autofree char *key = g_strjoin ("\t", show_on, earliest, NULL);
  const XbLabelDays *known = g_hash_table_lookup (channel->days, key);

  if (known != NULL)
    {
      *days = *known;
      return TRUE;
    }
  if (!xb_label_terms_plan (&channel->terms, xb_workdays_get_default (), show_on, earliest, days, error))
    return FALSE;
  g_hash_table_insert (channel->days, g_steal_pointer (&key), g_memdup2 (days, sizeof *days));
  return TRUE;
}

/** xb_label_desk_find_year: the contract year of @day */
void
xb_label_desk_find_year (XbLabelDesk    *self,
                         XbDb           *db,
                         XbLabelChannel *channel,
                         const char     *day,
                         char            from[11],
                         char            until[11])
{
  if (!channel->first_day_read)
    {
      gint64 first = xb_db_int (db, 0, "SELECT min (approved_at) FROM certification WHERE platform = ? "
                                "AND approved_at > 0", "t", channel->key);

      channel->first_day = first > 0 ? xb_instant_to_day (first) : NULL;
      channel->first_day_read = TRUE;
    }
  xb_label_terms_find_year (&channel->terms, channel->first_day, day, from, until);
}

/** xb_label_desk_log: @change: 0: the label as a whole; @platform, @note: (nullable) */
gboolean
xb_label_desk_log (XbLabelDesk  *self,
                   XbDb         *db,
                   gint64        label,
                   gint64        change,
                   const char   *what,
                   const char   *platform,
                   const char   *note,
                   GError      **error)
{
  return xb_db_run (db, error, "INSERT INTO label_event (label_id, change_id, at, what, platform, who, note) "
                    "VALUES (?, nullif (?, 0), ?, ?, ?, ?, ?)", "iiitttt", label, change, self->now, what, platform,
                    self->who, note);
}

/**
 * xb_label_desk_close:
 *
 * The end of a transaction: which edits are free is settled for every contract year that was touched, and what can
 * go out at once over an API goes to the outbox.
 */
gboolean
xb_label_desk_close (XbLabelDesk  *self,
                     XbDb         *db,
                     GError      **error)
{
  if (!xb_label_ledger_settle (self, db, error))
    return FALSE;
  for (guint i = 0; i < self->due_now->len; i++)
    {
      gint64 change = g_array_index (self->due_now, gint64, i);

      /* It may have been dropped again, or the one before it is still under way: then the next round takes it. */
      if (xb_label_edit_can_go (db, change) && !xb_label_edit_file (self, db, change, self->now, NULL, error))
        return FALSE;
    }
  g_array_set_size (self->due_now, 0);
  return TRUE;
}
