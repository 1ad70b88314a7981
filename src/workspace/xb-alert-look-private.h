/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-db.h"
#include "xb-enums.h"

G_BEGIN_DECLS

/* The days that a look reads of a number: two weeks, and the eight weeks before that they are compared with. */
#define XB_ALERT_RECENT 14
#define XB_ALERT_PAST   56
#define XB_ALERT_DAYS   (XB_ALERT_RECENT + XB_ALERT_PAST)

/**
 * XbAlertDay:
 * @period: the day
 *
 * One day of a number; -1 where nothing was reported.
 */
typedef struct
{
  guint  period;
  gint64 calls;
  gint64 answered;
  gint64 marks;
  gint64 complaints;
} XbAlertDay;

/**
 * XbAlertRate:
 * @known: whether there are calls enough to say either
 * @low: surely under the threshold, or surely fallen by it
 * @now, @before: per mille
 *
 * An answer about a rate.
 */
typedef struct
{
  gboolean known;
  gboolean low;
  gint64   now;
  gint64   before;
  gint64   calls;
} XbAlertRate;

XbAlertRate xb_alert_judge_rate (const XbAlertDay  *days,
                                 guint              n_days,
                                 guint              newest,
                                 gint64             threshold);
XbAlertRate xb_alert_judge_fall (const XbAlertDay  *days,
                                 guint              n_days,
                                 guint              newest,
                                 gint64             threshold);

/**
 * XbAlertLook:
 * @now: the clock
 * @due: (element-type XbDue): what is due, as read just before
 * @names: key of a platform → its name
 * @raised: (out): how many alerts came up
 *
 * One look at all rules, inside a transaction.
 */
typedef struct
{
  gint64      now;
  GPtrArray  *due;
  GHashTable *names;
  guint       raised;
} XbAlertLook;

gboolean    xb_alert_look_run   (XbAlertLook       *self,
                                 XbDb              *db,
                                 GError           **error);

/* Within the look's files. */
typedef struct
{
  gint64      rule;
  gint64      number;
  gint64      threshold;
  gint64      value;
  gint64      baseline;
  gint64      calls;
  const char *first_day;
  const char *last_day;
  const char *detail;
  const char *object;
  const char *key;
  gboolean    old; /* nobody is told of it any more */
} XbAlertDraft;

gboolean    xb_alert_insert     (XbDb               *db,
                                 XbAlertMeasure      measure,
                                 const XbAlertDraft *draft,
                                 gint64              now,
                                 GError            **error);
gboolean    xb_alert_look_days  (XbAlertLook       *self,
                                 XbDb              *db,
                                 GError           **error);

/**
 * XbAlertRules:
 * @id, @threshold: of the rule for every number; a threshold of G_MAXINT64 never warns
 * @own: (element-type gint64 XbAlertOwn): of the numbers that have rules of their own
 */
typedef struct
{
  gint64 id[XB_N_ALERT_MEASURES];
  gint64 threshold[XB_N_ALERT_MEASURES];
} XbAlertLimits;

typedef struct
{
  XbAlertLimits  all;
  GHashTable    *own; /* number → XbAlertLimits */
  char          *print; /* of all of them: another one looks at all days anew */
} XbAlertRules;

XbAlertRules        *xb_alert_rules_read (XbDb         *db,
                                          GError      **error);
void                 xb_alert_rules_free (XbAlertRules *self);
const XbAlertLimits *xb_alert_rules_of   (XbAlertRules *self,
                                          gint64        number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbAlertRules, xb_alert_rules_free)

G_END_DECLS
