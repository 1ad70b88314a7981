/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-lifecycle.h"

#define TO(state) (1u << XB_CERT_STATE_##state)

/* What may follow what. Strict on purpose: "approved" comes only out of a review, and "live" only
 * out of the sync, so that no step (and no date) is lost when a platform is quick. */
static const struct
{
  const char *title;
  XbStage     stage;
  guint       next;
} states[] = {
  [XB_CERT_STATE_DRAFT] = { N_("Preparing"), XB_STAGE_SUBMISSION, TO (READY) | TO (WITHDRAWN) },
  [XB_CERT_STATE_READY] = { N_("Ready to submit"), XB_STAGE_SUBMISSION,
                            TO (SUBMITTED) | TO (DRAFT) | TO (WITHDRAWN) },
  [XB_CERT_STATE_SUBMITTED] = { N_("Submitted"), XB_STAGE_REVIEW,
                                TO (IN_REVIEW) | TO (REJECTED) | TO (FAILED) | TO (WITHDRAWN) },
  [XB_CERT_STATE_IN_REVIEW] = { N_("In review"), XB_STAGE_REVIEW,
                                TO (NEEDS_INFO) | TO (APPROVED) | TO (REJECTED) | TO (FAILED) |
                                TO (WITHDRAWN) },
  [XB_CERT_STATE_NEEDS_INFO] = { N_("More is asked for"), XB_STAGE_REVIEW,
                                 TO (IN_REVIEW) | TO (REJECTED) | TO (FAILED) | TO (WITHDRAWN) },
  [XB_CERT_STATE_APPROVED] = { N_("Approved"), XB_STAGE_SYNC,
                               TO (SYNCING) | TO (FAILED) | TO (SUSPENDED) | TO (WITHDRAWN) },
  [XB_CERT_STATE_SYNCING] = { N_("Syncing to handsets"), XB_STAGE_ACCEPTANCE,
                              TO (LIVE) | TO (FAILED) | TO (SUSPENDED) | TO (WITHDRAWN) },
  [XB_CERT_STATE_LIVE] = { N_("Live"), XB_STAGE_ACCEPTANCE,
                           TO (SUSPENDED) | TO (EXPIRED) | TO (WITHDRAWN) },
  [XB_CERT_STATE_REJECTED] = { N_("Rejected"), XB_STAGE_REVIEW, TO (DRAFT) | TO (WITHDRAWN) },
  [XB_CERT_STATE_FAILED] = { N_("Failed at the platform"), XB_STAGE_REVIEW,
                             TO (READY) | TO (SUBMITTED) | TO (WITHDRAWN) },
  [XB_CERT_STATE_SUSPENDED] = { N_("Suspended"), XB_STAGE_ACCEPTANCE,
                                TO (IN_REVIEW) | TO (SYNCING) | TO (LIVE) | TO (EXPIRED) |
                                TO (WITHDRAWN) },
  [XB_CERT_STATE_EXPIRED] = { N_("Expired"), XB_STAGE_ACCEPTANCE, TO (DRAFT) | TO (WITHDRAWN) },
  [XB_CERT_STATE_WITHDRAWN] = { N_("Withdrawn"), XB_STAGE_SUBMISSION, 0 },
};

/** xb_lifecycle_get_next: Returns: the states that may follow @from, bit by bit */
guint
xb_lifecycle_get_next (XbCertState from)
{
  g_return_val_if_fail (from < G_N_ELEMENTS (states), 0);

  return states[from].next;
}

gboolean
xb_lifecycle_may_follow (XbCertState from,
                         XbCertState to)
{
  return (xb_lifecycle_get_next (from) & (1u << to)) != 0;
}

/** xb_lifecycle_dup_choices: Returns: (transfer full): the nicks that may follow, "a, b"; "" at the end */
char *
xb_lifecycle_dup_choices (XbCertState from)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (xb_lifecycle_may_follow (from, i))
      g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "",
                              xb_enum_to_nick (XB_TYPE_CERT_STATE, i));
  return g_string_free (out, FALSE);
}

/* Steps that a platform may pass without telling: it is enough to be told the later one. */
static const XbCertState main_line[] = {
  XB_CERT_STATE_SUBMITTED, XB_CERT_STATE_IN_REVIEW, XB_CERT_STATE_APPROVED, XB_CERT_STATE_SYNCING,
};

/**
 * xb_lifecycle_find_path:
 * @path: (element-type XbCertState): receives the steps after @from, up to and including @to
 *
 * A platform that is asked now and then may have gone several steps on. The steps between are
 * filled in along the main line, so that the life stays whole. A single step is a path as well.
 *
 * Returns: whether there is a way
 */
gboolean
xb_lifecycle_find_path (XbCertState from,
                        XbCertState to,
                        GArray     *path)
{
  XbCertState at = from;

  g_array_set_size (path, 0);
  for (guint round = 0; round <= G_N_ELEMENTS (main_line); round++)
    {
      XbCertState next = to;

      if (!xb_lifecycle_may_follow (at, to))
        {
          guint i = 0;

          if (at == XB_CERT_STATE_NEEDS_INFO)
            next = XB_CERT_STATE_IN_REVIEW;
          else
            {
              while (i < G_N_ELEMENTS (main_line) && main_line[i] != at)
                i++;
              if (i + 1 >= G_N_ELEMENTS (main_line))
                return FALSE;
              next = main_line[i + 1];
            }
        }
      g_array_append_val (path, next);
      if (next == to)
        return TRUE;
      at = next;
    }
  return FALSE;
}

/** xb_lifecycle_get_stage: Returns: the stage that is under way in @state */
XbStage
xb_lifecycle_get_stage (XbCertState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), XB_STAGE_SUBMISSION);

  return states[state].stage;
}

/** xb_lifecycle_is_open: Returns: whether something is still to come before it is live */
gboolean
xb_lifecycle_is_open (XbCertState state)
{
  return state <= XB_CERT_STATE_SYNCING;
}

/** xb_lifecycle_needs_hand: Returns: whether it stands still until the owner does something */
gboolean
xb_lifecycle_needs_hand (XbCertState state)
{
  const guint stuck = TO (NEEDS_INFO) | TO (REJECTED) | TO (FAILED) | TO (SUSPENDED) | TO (EXPIRED);

  return (stuck & (1u << state)) != 0;
}

/** xb_cert_state_get_title: Returns: the word that people read, translated */
const char *
xb_cert_state_get_title (XbCertState state)
{
  g_return_val_if_fail (state < G_N_ELEMENTS (states), "");

  return _(states[state].title);
}

const char *
xb_stage_get_title (XbStage stage)
{
  static const char *const titles[] = {
    N_("Submission"), N_("Review"), N_("Sync"), N_("Acceptance"),
  };

  g_return_val_if_fail (stage < G_N_ELEMENTS (titles), "");

  return _(titles[stage]);
}

/** xb_handset_get_title: Returns: the brand's name as people say it, translated */
const char *
xb_handset_get_title (XbHandset handset)
{
  static const char *const titles[] = {
    N_("Huawei"), N_("Xiaomi"), N_("OPPO"), N_("vivo"), N_("Honor"), N_("iPhone"), N_("Samsung"), N_("Other brands"),
  };

  g_return_val_if_fail (handset < G_N_ELEMENTS (titles), "");

  return _(titles[handset]);
}

const char *
xb_material_type_get_title (XbMaterialType type)
{
  static const char *const titles[] = {
    N_("Business licence"), N_("Authorisation letter"), N_("Proof of number ownership"), N_("Logo"),
    N_("ID pages"), N_("Other paper"),
  };

  g_return_val_if_fail (type < G_N_ELEMENTS (titles), "");

  return _(titles[type]);
}

const char *
xb_platform_kind_get_title (XbPlatformKind kind)
{
  static const char *const titles[] = {
    N_("Operator"), N_("Third party"), N_("Security app"), N_("Data vendor"), N_("Handset maker"),
    N_("Mark look-up"), N_("Abroad"), N_("Practice"),
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (titles), "");

  return _(titles[kind]);
}

/**
 * xb_platform_kind_needs_nda:
 *
 * Operators, handset makers, security apps and the practice platform show the name themselves;
 * everybody else is a go-between, and gets no licence and no ID without a signed NDA.
 */
gboolean
xb_platform_kind_needs_nda (XbPlatformKind kind)
{
  return kind == XB_PLATFORM_KIND_THIRD_PARTY || kind == XB_PLATFORM_KIND_DATA_VENDOR ||
         kind == XB_PLATFORM_KIND_LOOKUP || kind == XB_PLATFORM_KIND_INTERNATIONAL;
}
