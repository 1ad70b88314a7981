/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-inspection-look.h"

typedef struct
{
  XbMarkShape  shape;
  const char  *tone;
} Look;

static const Look results[] = {
  [XB_INSPECTION_RESULT_OPEN] = { XB_MARK_RING, "neutral" },
  [XB_INSPECTION_RESULT_PASS] = { XB_MARK_TICK, "success" },
  [XB_INSPECTION_RESULT_FAIL] = { XB_MARK_CROSS, "error" },
  [XB_INSPECTION_RESULT_SKIP] = { XB_MARK_DASH, "neutral" },
};

static const Look sights[] = {
  [XB_SIGHT_NEVER] = { XB_MARK_DOTTED, "neutral" },
  [XB_SIGHT_FRESH] = { XB_MARK_TICK, "success" },
  [XB_SIGHT_OLD] = { XB_MARK_CLOCK, "error" },
  [XB_SIGHT_WRONG] = { XB_MARK_CROSS, "error" },
  [XB_SIGHT_GONE] = { XB_MARK_BANG, "error" },
};

XbMarkShape
xb_mark_for_inspection_result (XbInspectionResult result)
{
  return results[result].shape;
}

const char *
xb_tone_for_inspection_result (XbInspectionResult result)
{
  return results[result].tone;
}

XbMarkShape
xb_mark_for_sight (XbSight sight)
{
  return sights[sight].shape;
}

const char *
xb_tone_for_sight (XbSight sight)
{
  return sights[sight].tone;
}
