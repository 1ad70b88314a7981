/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"

G_BEGIN_DECLS

/* The demonstration as a table: a small drinks business with three shops. Nothing in it exists. */

typedef struct
{
  const char *spelling;
  const char *use;
} XbDemoNumber;

typedef struct
{
  XbCertState state;
  int         days_ago;
  const char *note;
} XbDemoStep;

typedef struct
{
  guint      number; /* index into the numbers */
  const char *platform;
  const char *label;
  const char *case_no;
  XbDemoStep  steps[8]; /* ends with days_ago 0 and state draft */
} XbDemoCertification;

extern const XbDemoNumber        xb_demo_numbers[];
extern const guint               xb_demo_n_numbers;
extern const XbDemoCertification xb_demo_certifications[];
extern const guint               xb_demo_n_certifications;

#define XB_DEMO_NAME    "成都青禾冰饮有限公司"
#define XB_DEMO_BRAND   "青禾冰饮"
#define XB_DEMO_USCC    "91510100MA6CQHB25A"
#define XB_DEMO_ADDRESS "成都市锦江区青禾路 18 号"

G_END_DECLS
