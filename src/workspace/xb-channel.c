/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-channel.h"
#include "xb-terms.h"

/* Without these a platform takes nothing; whatever else it lists is welcome. */
#define ALWAYS_NEEDED ((1u << XB_MATERIAL_TYPE_LICENCE) | (1u << XB_MATERIAL_TYPE_AUTHORISATION) | \
                       (1u << XB_MATERIAL_TYPE_OWNERSHIP))

static gint64
get_int (XbPlatform *platform,
         const char *field,
         gint64      fallback)
{
  gint64 value;

  return xb_platform_get_int (platform, field, &value) ? value : fallback;
}

static char *
find_contact (XbPlatform *platform)
{
  const char *phone = xb_platform_get_text (platform, "phone");

  return g_strdup (phone != NULL ? phone : xb_platform_get_text (platform, "email"));
}

static XbChannelDay
take_term (XbTerm *term)
{
  g_autoptr(XbTerm) all = term;

  if (all == NULL || !all->known)
    return (XbChannelDay) { NULL, FALSE };
  return (XbChannelDay) { g_strdup (all->expected), all->estimated };
}

/**
 * xb_channel_new:
 * @platform: of the catalogue
 * @at: the moment from which days are counted, UTC seconds
 *
 * Returns: (transfer full): a copy of what the verbs need
 */
XbChannel *
xb_channel_new (XbPlatform *platform,
                gint64      at)
{
  XbChannel *self = g_new0 (XbChannel, 1);
  XbWorkdays *workdays = xb_workdays_get_default ();
  guint listed = 0;
  guint optional = 0;
  gboolean known = xb_platform_get_bits (platform, "materials", &listed);
  gint64 least;
  gint64 most;

  self->key = g_strdup (xb_platform_get_key (platform));
  self->name = g_strdup (xb_platform_get_name (platform));
  self->papers_name = g_strdup (xb_platform_get_chinese_name (platform));
  self->client = g_strdup (xb_platform_get_client (platform));
  self->portal = g_strdup (xb_platform_get_text (platform, "portal"));
  self->contact = find_contact (platform);
  self->must_contain = g_strdup (xb_platform_get_text (platform, "name_must_contain"));
  self->kind = xb_platform_get_kind (platform);
  self->needed = known ? listed & ALWAYS_NEEDED : ALWAYS_NEEDED;
  xb_platform_get_bits (platform, "materials_optional", &optional);
  self->welcome = known ? (listed | optional) & ~self->needed : 1u << XB_MATERIAL_TYPE_LOGO;
  self->name_max = get_int (platform, "name_max", 0);
  self->label_max = get_int (platform, "label_max", 0);
  self->label_wide = g_strcmp0 (xb_platform_get_text (platform, "width_counts"), "cjk2") == 0;
  self->validity_months = get_int (platform, "validity_months", 0);
  if (!xb_terms_expedite_fee (platform, &self->expedite_fee))
    self->expedite_fee = -1;
  self->annual_fee = xb_terms_annual_fee (platform, &least, &most) && least == most ? least : -1;
  self->review = take_term (xb_terms_review (platform, workdays, at, FALSE, NULL));
  self->fast_review = take_term (xb_terms_review (platform, workdays, at, TRUE, NULL));
  self->sync = take_term (xb_terms_sync (platform, workdays, at, NULL));
  xb_label_terms_init (&self->label_terms, platform);
  return self;
}

void
xb_channel_free (XbChannel *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->name);
  g_free (self->papers_name);
  g_free (self->client);
  g_free (self->portal);
  g_free (self->contact);
  g_free (self->must_contain);
  g_free (self->review.day);
  g_free (self->fast_review.day);
  g_free (self->sync.day);
  g_free (self);
}

/** xb_channel_is_manual: Returns: whether the owner hands in at the portal, with a kit */
gboolean
xb_channel_is_manual (const XbChannel *self)
{
  return g_strcmp0 (self->client, "practice") != 0;
}
