/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-day.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-life-private.h"
#include "xb-lifecycle.h"
#include "xb-material.h"
#include "xb-nda.h"

/* Which step of a certification may follow: the order of the states, the papers, the photos, the time. */

/* No platform sells more than a few years at once: further away is a slip of the hand. */
#define MOST_DAYS 3660

/**
 * xb_life_missing:
 *
 * Returns: bits of the #XbHandset brands that the business checks and that have no evidence since
 * the approval
 */
guint
xb_life_missing (XbDb   *db,
                 gint64  certification)
{
  g_autofree char *chosen = xb_db_text (db, "SELECT handsets FROM business", "");
  g_auto(GStrv) words = g_strsplit (chosen != NULL ? chosen : "huawei", ",", -1);
  guint missing = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      int handset;

      if (xb_enum_from_nick (XB_TYPE_HANDSET, words[i], &handset) &&
          xb_db_int (db, 0, "SELECT count (*) FROM evidence e JOIN certification c ON c.id = e.certification_id "
                     "WHERE c.id = ? AND e.handset = ? AND e.at >= c.approved_at", "it",
                     certification, words[i]) == 0)
        missing |= 1u << handset;
    }
  return missing;
}

static char *
name_handsets (guint bits)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i <= XB_HANDSET_OTHER; i++)
    if (bits & (1u << i))
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", xb_enum_to_nick (XB_TYPE_HANDSET, i));
  return g_string_free (out, FALSE);
}

/**
 * xb_life_precheck:
 * @filing: its id
 * @today: ISO date
 *
 * Returns: (transfer full) (nullable) (element-type XbCheckItem): what the rules say, or %NULL with @error
 */
GPtrArray *
xb_life_precheck (XbDb            *db,
                  gint64           filing,
                  const XbChannel *channel,
                  const char      *today,
                  GError         **error)
{
  g_autoptr(XbBusiness) business = NULL;
  g_autoptr(GPtrArray) materials = NULL;
  g_autoptr(GPtrArray) ndas = NULL;
  g_autofree char *name = xb_db_text (db, "SELECT display_name FROM filing WHERE id = ?", "i", filing);
  g_autofree char *label = xb_db_text (db, "SELECT label FROM filing WHERE id = ?", "i", filing);

  business = xb_records_single (xb_db_query (db, error, "SELECT * FROM business", ""), XB_TYPE_BUSINESS, NULL);
  materials = xb_records_collect (xb_db_query (db, error,
                                               "SELECT m.* FROM material m WHERE removed_at IS NULL AND NOT EXISTS "
                                               "(SELECT 1 FROM filing_without w WHERE w.filing_id = ? "
                                               "AND w.material_id = m.id) ORDER BY m.id DESC", "i", filing),
                                  XB_TYPE_MATERIAL, error);
  if (materials == NULL)
    return NULL;
  ndas = xb_records_collect (xb_db_query (db, error, "SELECT * FROM nda WHERE platform = ? ORDER BY expires DESC",
                                          "t", channel->key), XB_TYPE_NDA, error);
  if (ndas == NULL)
    return NULL;
  return xb_precheck_run (&(XbPrecheck) {
    .business = business, .materials = materials, .ndas = ndas,
    .platform_name = channel->name, .kind = channel->kind,
    .needed = channel->needed, .welcome = channel->welcome,
    .letter_in_kit = xb_channel_is_manual (channel), .must_contain = channel->must_contain,
    .display_name = name, .name_max = channel->name_max, .label = label, .label_max = channel->label_max, .label_wide = channel->label_wide,
    .n_numbers = xb_db_int (db, 0, "SELECT count (*) FROM filing_number WHERE filing_id = ?", "i", filing),
    .today = today });
}

/* What may follow @state other than @but, which something is missing for. */
static char *
dup_other_choices (XbCertState state,
                   XbCertState but)
{
  g_autofree char *all = xb_lifecycle_dup_choices (state);
  g_auto(GStrv) words = g_strsplit (all, ", ", -1);
  g_autoptr(GString) others = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (words[i], xb_enum_to_nick (XB_TYPE_CERT_STATE, but)) != 0)
      g_string_append_printf (others, "%s%s", others->len > 0 ? ", " : "", words[i]);
  return g_strdup (others->str);
}

static gboolean
check_papers (XbDb                *db,
              const XbTransition  *step,
              const XbLifeBefore  *before,
              GError             **error)
{
  g_autofree char *today = xb_instant_to_day (step->at);
  g_autoptr(GPtrArray) items = xb_life_precheck (db, before->filing, step->channel, today, error);
  g_autofree char *missing = NULL;
  g_autofree char *choices = NULL;

  if (items == NULL)
    return FALSE;
  missing = xb_precheck_dup_missing (items);
  if (missing == NULL)
    return TRUE;
  choices = dup_other_choices (before->state, step->to);
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
               _("certification %" PRId64 " cannot be “%s” yet: %s Allowed without it: %s"),
               step->certification, xb_enum_to_nick (XB_TYPE_CERT_STATE, step->to), missing, choices);
  return FALSE;
}

static gboolean
check_evidence (XbDb                *db,
                const XbTransition  *step,
                const XbLifeBefore  *before,
                GError             **error)
{
  guint missing = xb_life_missing (db, step->certification);
  g_autofree char *names = name_handsets (missing);
  g_autofree char *choices = dup_other_choices (before->state, step->to);

  if (missing == 0)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
               _("certification %" PRId64 " cannot be “live” yet: a photo of what the phone shows is "
                 "missing for %s; call that phone, take the photo and add it; allowed without it: %s"),
               step->certification, names, choices);
  return FALSE;
}

/* A step is never of a time before the last one. */
static gboolean
check_time (gint64               at,
            const XbLifeBefore  *before,
            GError             **error)
{
  g_autofree char *at_text = NULL;
  g_autofree char *last_text = NULL;

  if (at >= before->last_at)
    return TRUE;
  at_text = xb_instant_format (at);
  last_text = xb_instant_format (before->last_at);
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
               _("this step would be of %s, before the last one of %s; set the clock right or give the time"),
               at_text, last_text);
  return FALSE;
}

static gboolean
check_order (const XbTransition  *step,
             const XbLifeBefore  *before,
             GError             **error)
{
  g_autofree char *choices = NULL;

  if (!xb_lifecycle_may_follow (before->state, step->to))
    {
      choices = xb_lifecycle_dup_choices (before->state);
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   *choices != '\0'
                     ? _("certification %" PRId64 " is “%s” and cannot become “%s”; allowed now: %s")
                     : _("certification %" PRId64 " is “%s” and cannot become “%s”; nothing follows any "
                         "more, start a new one%s"),
                   step->certification, xb_enum_to_nick (XB_TYPE_CERT_STATE, before->state),
                   xb_enum_to_nick (XB_TYPE_CERT_STATE, step->to), choices);
      return FALSE;
    }
  if (step->expedite && step->to != XB_CERT_STATE_SUBMITTED && step->to != XB_CERT_STATE_IN_REVIEW)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("only a submission or a review can be made faster, not the step to “%s”"),
                   xb_enum_to_nick (XB_TYPE_CERT_STATE, step->to));
      return FALSE;
    }
  return check_time (step->at, before, error);
}

/**
 * xb_life_check:
 * @before: how the certification stands
 *
 * May @step follow? Refused (%XB_ERROR_REFUSED) with what is missing and what may.
 */
gboolean
xb_life_check (XbDb                *db,
               const XbTransition  *step,
               const XbLifeBefore  *before,
               GError             **error)
{
  if (!check_order (step, before, error))
    return FALSE;
  if (!step->trusted && (step->to == XB_CERT_STATE_READY || step->to == XB_CERT_STATE_SUBMITTED) &&
      !check_papers (db, step, before, error))
    return FALSE;
  return step->to != XB_CERT_STATE_LIVE || check_evidence (db, step, before, error);
}

/* What was forgotten on the desk still holds outside: one that ended here may have been renewed there. */
static gboolean
check_renewable (gint64               certification,
                 const XbLifeBefore  *before,
                 GError             **error)
{
  g_autofree char *choices = NULL;

  if (before->state == XB_CERT_STATE_LIVE || before->state == XB_CERT_STATE_EXPIRED)
    return TRUE;
  choices = xb_lifecycle_dup_choices (before->state);
  g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
               _("certification %" PRId64 " is “%s”; only one that is live or expired can be renewed; allowed now: %s"),
               certification, xb_enum_to_nick (XB_TYPE_CERT_STATE, before->state), choices);
  return FALSE;
}

/**
 * xb_life_check_renewal:
 * @before: how the certification stands
 *
 * May it be renewed as @renewal says? A renewal leads past today and past the day that stands there.
 */
gboolean
xb_life_check_renewal (const XbRenewal     *renewal,
                       gint64               certification,
                       const XbLifeBefore  *before,
                       const char          *today,
                       GError             **error)
{
  if (!check_renewable (certification, before, error) || !check_time (renewal->at, before, error))
    return FALSE;
  if (!xb_day_is_valid (renewal->until))
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("“%s” is not a day; write it as 2027-10-13"), renewal->until);
  else if (strcmp (renewal->until, today) <= 0)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("%s is not still to come; a renewal says until when it is good from now on"), renewal->until);
  else if (before->expires != NULL && strcmp (renewal->until, before->expires) <= 0)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("it is good until %s already; a renewal leads past that day"), before->expires);
  else if (xb_day_diff (today, renewal->until) > MOST_DAYS)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                 _("%s is more than ten years away; look at the day again"), renewal->until);
  else
    return TRUE;
  return FALSE;
}
