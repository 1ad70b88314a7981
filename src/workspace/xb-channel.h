/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-label-terms.h"
#include "xb-platform.h"

G_BEGIN_DECLS

/**
 * XbChannelDay:
 * @day: (nullable): ISO date; %NULL: the platform does not say
 * @estimated: past the published calendar
 */
typedef struct
{
  char    *day;
  gboolean estimated;
} XbChannelDay;

/**
 * XbChannel:
 * @papers_name: the name as it stands on papers, in Chinese
 * @needed, @welcome: bits of #XbMaterialType
 * @name_max, @label_max, @validity_months: 0: unknown
 * @label_wide: in labels a Chinese character counts two
 * @expedite_fee: fen; -1: unknown
 * @annual_fee: fen, where the platform names one figure; -1: unknown or a range
 * @review, @fast_review, @sync: the last day of the stage that begins at the moment of asking
 * @label_terms: how long a change of a label takes, and what it costs
 *
 * What the verbs need of a platform, copied, so that the writer thread never touches the live
 * catalogue.
 */
typedef struct
{
  char          *key;
  char          *name;
  char          *papers_name;
  char          *client;
  char          *portal;
  char          *contact;
  char          *must_contain;
  XbPlatformKind kind;
  guint          needed;
  guint          welcome;
  int            name_max;
  int            label_max;
  gboolean       label_wide;
  int            validity_months;
  gint64         expedite_fee;
  gint64         annual_fee;
  XbChannelDay   review;
  XbChannelDay   fast_review;
  XbChannelDay   sync;
  XbLabelTerms   label_terms;
} XbChannel;

XbChannel *xb_channel_new       (XbPlatform *platform,
                                 gint64      at);
void       xb_channel_free      (XbChannel  *self);
gboolean   xb_channel_is_manual (const XbChannel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbChannel, xb_channel_free)

G_END_DECLS
