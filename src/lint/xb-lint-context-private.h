/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-lint-context.h"

G_BEGIN_DECLS

/**
 * XbLintPaper:
 * @name: as it is written
 * @folded: (element-type gunichar): as labels are compared; see xb_fold_dup_word()
 * @registered: a registered mark, or the licence itself
 * @licence: the name on the licence
 * @expires: (nullable): the mark's last day
 */
typedef struct
{
  char     *name;
  gunichar *folded;
  guint     n;
  gboolean  registered;
  gboolean  licence;
  char     *expires;
} XbLintPaper;

/* One of the owner's words: banned with a severity, or allowed. */
typedef struct
{
  char     *word;
  gunichar *folded;
  guint     n;
  XbVerdict severity; /* %XB_VERDICT_OK: allowed */
  char     *platform;
  char     *reason;
  char     *expires;
} XbLintWordRule;

typedef struct
{
  XbVerdict level;
  char     *reason;
} XbLintSetting;

typedef struct
{
  char *name;
  char *until;
} XbLintCampaign;

struct _XbLintContext
{
  gatomicrefcount ref_count;

  GPtrArray      *papers;    /* XbLintPaper; the licence first, where there is one */
  GPtrArray      *words;     /* XbLintWordRule */
  GHashTable     *levels;    /* rule → XbLintSetting */
  GPtrArray      *campaigns; /* XbLintCampaign */
  char           *trade;
  char           *today;
  char           *from;
  char           *until;

  char           *platform;
  char           *platform_name;
  int             label_max;
  gboolean        wide;
  gboolean        has_business;
};

G_END_DECLS
