/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-label-desk-private.h"
#include "xb-phone.h"
#include "xb-uscc.h"
#include "xb-workspace-private.h"
#include "xb-workspace-register.h"

/* Verbs of the register: the business, its brands, its numbers one by one. Many at once: see
 * xb-workspace-import.c. */

typedef struct
{
  XbVerb verb;
  char  *name;
  char  *uscc;
  char  *kind;
  char  *address;
  char  *industry;
  char  *contact;
  char  *contact_phone;
  char  *licence_expires;
  char  *handsets;
  char  *hours;
} SetBusiness;

static void
set_business_free (gpointer data)
{
  SetBusiness *verb = data;

  g_free (verb->name);
  g_free (verb->uscc);
  g_free (verb->kind);
  g_free (verb->address);
  g_free (verb->industry);
  g_free (verb->contact);
  g_free (verb->contact_phone);
  g_free (verb->licence_expires);
  g_free (verb->handsets);
  g_free (verb->hours);
  g_free (verb);
}

static gboolean
set_business_job (XbDb     *db,
                  gpointer  data,
                  GError  **error)
{
  SetBusiness *verb = data;

  verb->verb.id = 1;
  return xb_db_run (db, error,
                    "INSERT INTO business VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                    "name = excluded.name, uscc = excluded.uscc, kind = excluded.kind, "
                    "address = excluded.address, industry = excluded.industry, contact = excluded.contact, "
                    "contact_phone = excluded.contact_phone, licence_expires = excluded.licence_expires, "
                    "handsets = excluded.handsets, hours = excluded.hours", "tttttttttt",
                    verb->name, verb->uscc, verb->kind, verb->address, verb->industry, verb->contact,
                    verb->contact_phone, verb->licence_expires, verb->handsets, verb->hours);
}

/* What people leave empty is stored as unknown. */
static char *
clean (const char *text)
{
  g_autofree char *stripped = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return stripped != NULL && *stripped != '\0' ? g_steal_pointer (&stripped) : NULL;
}

static gboolean
check_day (const char *day,
           GError    **error)
{
  guint32 julian;

  return day == NULL || xb_day_parse (day, &julian, error);
}

static char *
clean_handsets (const char *handsets,
                GError    **error)
{
  g_auto(GStrv) words = g_strsplit_set (handsets != NULL ? handsets : "", ", ", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      int value;

      if (*words[i] == '\0')
        continue;
      if (!xb_enum_from_nick (XB_TYPE_HANDSET, words[i], &value))
        {
          g_autofree char *choices = xb_enum_dup_choices (XB_TYPE_HANDSET);

          g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("“%s” is no handset brand; choose from %s"),
                       words[i], choices);
          return (g_string_free (out, TRUE), NULL);
        }
      g_string_append_printf (out, "%s%s", out->len > 0 ? "," : "", words[i]);
    }
  if (out->len == 0)
    g_string_append (out, "huawei"); /* something has to be looked at before "live" */
  return g_string_free (out, FALSE);
}

static gboolean
fill_business (SetBusiness *verb,
               XbBusiness  *draft,
               GError     **error)
{
  char uscc[19];

  verb->name = clean (xb_business_get_name (draft));
  if (verb->name == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                   _("the business has no name; enter it as it stands on the licence"));
      return FALSE;
    }
  verb->uscc = clean (xb_business_get_uscc (draft));
  if (verb->uscc != NULL)
    {
      if (!xb_uscc_normalise (verb->uscc, uscc, error))
        return FALSE;
      g_free (verb->uscc);
      verb->uscc = g_strdup (uscc);
    }
  verb->licence_expires = clean (xb_business_get_licence_expires (draft));
  if (!check_day (verb->licence_expires, error))
    return FALSE;
  verb->handsets = clean_handsets (xb_business_get_handsets (draft), error);
  if (verb->handsets == NULL)
    return FALSE;
  verb->kind = g_strdup (xb_enum_to_nick (XB_TYPE_BUSINESS_KIND, xb_business_get_kind (draft)));
  verb->address = clean (xb_business_get_address (draft));
  verb->industry = clean (xb_business_get_industry (draft));
  verb->contact = clean (xb_business_get_contact (draft));
  verb->contact_phone = clean (xb_business_get_contact_phone (draft));
  verb->hours = clean (xb_business_get_hours (draft));
  return TRUE;
}

void
xb_workspace_set_business_async (XbWorkspace         *self,
                                 XbBusiness          *draft,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  SetBusiness *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  if (!fill_business (verb, draft, &error))
    {
      set_business_free (verb);
      xb_workspace_fail (self, xb_workspace_set_business_async, error, callback, user_data);
      return;
    }
  xb_workspace_run (self, xb_workspace_set_business_async, NULL, set_business_job, verb, set_business_free,
                    cancellable, callback, user_data);
}

typedef struct
{
  XbVerb   verb;
  char    *name;
  gboolean registered;
  char    *mark_no;
  char    *expires;
} SaveBrand;

static void
save_brand_free (gpointer data)
{
  SaveBrand *verb = data;

  g_free (verb->name);
  g_free (verb->mark_no);
  g_free (verb->expires);
  g_free (verb);
}

static gboolean
save_brand_job (XbDb     *db,
                gpointer  data,
                GError  **error)
{
  SaveBrand *verb = data;

  if (verb->verb.id != 0)
    return xb_db_run (db, error, "UPDATE brand SET name = ?, registered = ?, mark_no = ?, expires = ? WHERE id = ?",
                      "titti", verb->name, (gint64) verb->registered, verb->mark_no, verb->expires,
                      verb->verb.id);
  if (!xb_db_run (db, error,
                  "INSERT INTO brand (name, registered, mark_no, expires) VALUES (?, ?, ?, ?) "
                  "ON CONFLICT (name) DO UPDATE SET registered = excluded.registered, "
                  "mark_no = excluded.mark_no, expires = excluded.expires", "titt",
                  verb->name, (gint64) verb->registered, verb->mark_no, verb->expires))
    return FALSE;
  verb->verb.id = xb_db_int (db, 0, "SELECT id FROM brand WHERE name = ?", "t", verb->name);
  return TRUE;
}

void
xb_workspace_save_brand_async (XbWorkspace         *self,
                               gint64               id,
                               const char          *name,
                               gboolean             registered,
                               const char          *mark_no,
                               const char          *expires,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  SaveBrand *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  verb->verb.id = id;
  verb->name = clean (name);
  verb->registered = registered;
  verb->mark_no = clean (mark_no);
  verb->expires = clean (expires);
  if (verb->name == NULL)
    g_set_error (&error, XB_ERROR, XB_ERROR_INVALID, _("the brand has no name; enter it"));
  if (error != NULL || !check_day (verb->expires, &error))
    {
      save_brand_free (verb);
      xb_workspace_fail (self, xb_workspace_save_brand_async, error, callback, user_data);
      return;
    }
  xb_workspace_run (self, xb_workspace_save_brand_async, NULL, save_brand_job, verb, save_brand_free,
                    cancellable, callback, user_data);
}

static gboolean
remove_brand_job (XbDb     *db,
                  gpointer  data,
                  GError  **error)
{
  return xb_db_run (db, error, "DELETE FROM brand WHERE id = ?", "i", ((XbVerb *) data)->id);
}

void
xb_workspace_remove_brand_async (XbWorkspace         *self,
                                 gint64               id,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  XbVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->id = id;
  xb_workspace_run (self, xb_workspace_remove_brand_async, NULL, remove_brand_job, verb, g_free,
                    cancellable, callback, user_data);
}

typedef struct
{
  XbVerb       verb;
  XbPhone      phone;
  char        *words; /* what it is for, or when it is answered */
  gboolean     remove;
  XbLabelDesk *desk; /* (nullable): its labels are planned anew */
} NumberVerb;

static void
number_verb_free (gpointer data)
{
  NumberVerb *verb = data;

  g_free (verb->words);
  xb_label_desk_free (verb->desk);
  g_free (verb);
}

static gboolean
add_number_job (XbDb     *db,
                gpointer  data,
                GError  **error)
{
  NumberVerb *verb = data;

  /* A use that was not given leaves the known one alone. */
  if (!xb_db_run (db, error,
                  "INSERT INTO number (e164, national, type, use, added_at) VALUES (?1, ?2, ?3, ifnull (?4, ''), ?5) "
                  "ON CONFLICT (e164) DO UPDATE SET removed_at = NULL, use = ifnull (?4, use)", "tttti",
                  verb->phone.e164, verb->phone.national, xb_phone_type_to_string (verb->phone.type),
                  verb->words, verb->verb.now))
    return FALSE;
  verb->verb.id = xb_db_int (db, 0, "SELECT id FROM number WHERE e164 = ?", "t", verb->phone.e164);
  return TRUE;
}

void
xb_workspace_add_number_async (XbWorkspace         *self,
                               const char          *spelling,
                               const char          *use,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  NumberVerb *verb = xb_verb_new (self, sizeof *verb);
  GError *error = NULL;

  if (!xb_phone_parse (spelling, &verb->phone, &error))
    {
      number_verb_free (verb);
      xb_workspace_fail (self, xb_workspace_add_number_async, error, callback, user_data);
      return;
    }
  verb->words = clean (use);
  xb_workspace_run (self, xb_workspace_add_number_async, NULL, add_number_job, verb, number_verb_free,
                    cancellable, callback, user_data);
}

static gboolean
set_use_job (XbDb     *db,
             gpointer  data,
             GError  **error)
{
  NumberVerb *verb = data;

  return xb_db_run (db, error, "UPDATE number SET use = ifnull (?, '') WHERE id = ?", "ti", verb->words, verb->verb.id);
}

void
xb_workspace_set_use_async (XbWorkspace         *self,
                            gint64               number_id,
                            const char          *use,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  NumberVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = number_id;
  verb->words = clean (use);
  xb_workspace_run (self, xb_workspace_set_use_async, NULL, set_use_job, verb, number_verb_free,
                    cancellable, callback, user_data);
}

static gboolean
set_hours_job (XbDb     *db,
             gpointer  data,
             GError  **error)
{
  NumberVerb *verb = data;

  return xb_db_run (db, error, "UPDATE number SET hours = ? WHERE id = ?", "ti", verb->words, verb->verb.id);
}

void
xb_workspace_set_hours_async (XbWorkspace         *self,
                            gint64               number_id,
                            const char          *hours,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  NumberVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = number_id;
  verb->words = clean (hours);
  xb_workspace_run (self, xb_workspace_set_hours_async, NULL, set_hours_job, verb, number_verb_free,
                    cancellable, callback, user_data);
}

static gboolean
remove_number_job (XbDb     *db,
                   gpointer  data,
                   GError  **error)
{
  NumberVerb *verb = data;

  if (verb->remove &&
      xb_db_int (db, 0, "SELECT count (*) FROM certification WHERE number_id = ? AND state NOT IN "
                 "('draft', 'ready', 'withdrawn', 'rejected', 'expired')", "i", verb->verb.id) > 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("a certification of this number is under way or live; withdraw it first"));
      return FALSE;
    }
  return xb_db_run (db, error, "UPDATE number SET removed_at = iif (?, ?, NULL) WHERE id = ?", "iii",
                    (gint64) verb->remove, verb->verb.now, verb->verb.id) &&
         xb_label_replan (verb->desk, db, verb->verb.id, error) && xb_label_desk_close (verb->desk, db, error);
}

void
xb_workspace_remove_number_async (XbWorkspace         *self,
                                  gint64               number_id,
                                  gboolean             remove,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  NumberVerb *verb = xb_verb_new (self, sizeof *verb);

  verb->verb.id = number_id;
  verb->remove = remove;
  verb->desk = xb_label_desk_new (self, verb->verb.now, NULL);
  xb_workspace_run (self, xb_workspace_remove_number_async, NULL, remove_number_job, verb, number_verb_free,
                    cancellable, callback, user_data);
}
