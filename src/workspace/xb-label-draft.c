/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-clock.h"
#include "xb-day.h"
#include "xb-error.h"
#include "xb-label-draft-private.h"
#include "xb-workspace-private.h"

/* No platform shows anything near to this; longer is a text put into the wrong field. */
#define LONGEST_LABEL 200

void
xb_label_wish_free (XbLabelWish *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->numbers);
  g_free (self->platform);
  g_free (self->text);
  g_free (self->from);
  g_free (self->until);
  g_free (self->who);
  g_free (self->why);
  g_free (self->override);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbLabelWish, xb_label_wish_free)

static char *
keep (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/* (transfer full) (nullable): without blanks around it, or NULL with @error */
static char *
take_text (const char *text,
           GError    **error)
{
  g_autofree char *stripped = NULL;

  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("the label is not text; enter it again"));
      return NULL;
    }
  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("the label is empty; say what phones are to show"));
  else if (g_utf8_strlen (stripped, -1) > LONGEST_LABEL)
    g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("the label is longer than %d characters; no platform shows that"),
                 LONGEST_LABEL);
  else
    for (const char *c = stripped;; c = g_utf8_next_char (c))
      {
        if (*c == '\0')
          return g_steal_pointer (&stripped);
        if (!g_unichar_iscntrl (g_utf8_get_char (c)))
          continue;
        g_set_error (error, XB_ERROR, XB_ERROR_INVALID,
                     _("the label holds a line break or another control character; take it out"));
        return NULL;
      }
  return NULL;
}

/** xb_label_check_days: @until: (nullable): the last day; Returns: whether both are days in their order */
gboolean
xb_label_check_days (const char *from,
                     const char *until,
                     GError    **error)
{
  guint32 julian;

  if (!xb_day_parse (from, &julian, error) || (until != NULL && !xb_day_parse (until, &julian, error)))
    return FALSE;
  if (until == NULL || strcmp (from, until) <= 0)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("the last day, %s, lies before the first one, %s; turn them round"),
               until, from);
  return FALSE;
}

static gboolean
take_days (XbLabelWish         *self,
           XbWorkspace         *workspace,
           const XbLabelDraft  *draft,
           GError             **error)
{
  g_autoptr(XbCampaign) campaign = draft->campaign != 0 ? xb_workspace_ref_campaign (workspace, draft->campaign) : NULL;
  g_autofree char *today = xb_clock_dup_today (xb_workspace_get_clock (workspace));

  if (draft->campaign != 0 && (campaign == NULL || xb_campaign_get_removed_at (campaign) != 0))
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no such campaign; see the list of campaigns"));
      return FALSE;
    }
  self->campaign = draft->campaign;
  self->from = keep (draft->from);
  self->until = keep (draft->until);
  if (self->from == NULL)
    self->from = g_strdup (campaign != NULL ? xb_campaign_get_from_day (campaign) : today);
  if (self->until == NULL && campaign != NULL)
    self->until = g_strdup (xb_campaign_get_until_day (campaign));
  if (!xb_label_check_days (self->from, self->until, error))
    return FALSE;
  if (self->until == NULL || strcmp (self->until, today) >= 0)
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("the last day, %s, is over already; give a later one"), self->until);
  return FALSE;
}

/**
 * xb_label_wish_new:
 * @strict: an empty text is refused; else it may still be typed
 *
 * Returns: (transfer full) (nullable): the draft, looked through, or %NULL with @error
 */
XbLabelWish *
xb_label_wish_new (XbWorkspace         *workspace,
                   const XbLabelDraft  *draft,
                   gboolean             strict,
                   GError             **error)
{
  g_autoptr(XbLabelWish) self = g_new0 (XbLabelWish, 1);

  self->numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (self->numbers, draft->numbers, draft->n_numbers);
  self->platform = keep (draft->platform);
  self->who = keep (draft->who);
  self->why = keep (draft->why);
  self->override = keep (draft->override);
  self->by_itself = draft->by_itself;
  if (draft->n_numbers == 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_INVALID, _("choose the numbers that are to show the label"));
      return NULL;
    }
  if (self->platform != NULL && xb_catalogue_lookup (xb_workspace_get_catalogue (workspace), self->platform) == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_NOT_FOUND, _("there is no platform “%s”; see the list of platforms"),
                   self->platform);
      return NULL;
    }
  self->text = strict ? take_text (draft->text, error) : g_strdup (draft->text != NULL ? draft->text : "");
  if (self->text == NULL || !take_days (self, workspace, draft, error))
    return NULL;
  return g_steal_pointer (&self);
}
