/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-phone.h"

G_BEGIN_DECLS

#define XB_PHONE_DIGITS 22 /* no telephone number has as many: more is two numbers, or none */

typedef enum
{
  XB_PHONE_OK,
  XB_PHONE_EMPTY,
  XB_PHONE_BAD_ENCODING,
  XB_PHONE_BAD_CHARACTER,
  XB_PHONE_EXTENSION,
  XB_PHONE_SEVERAL,
  XB_PHONE_SPREADSHEET,
  XB_PHONE_NO_AREA,
  XB_PHONE_UNKNOWN_AREA,
  XB_PHONE_RETIRED_AREA,
  XB_PHONE_LOST_ZERO,
  XB_PHONE_LOCAL_START,
  XB_PHONE_LOCAL_LENGTH,
  XB_PHONE_MOBILE_LENGTH,
  XB_PHONE_MOBILE_START,
  XB_PHONE_SERVICE_LENGTH,
  XB_PHONE_COUNTRY,
  XB_PHONE_COUNTRY_LENGTH,
  XB_PHONE_UNKNOWN,
} XbPhoneProblem;

/**
 * XbPhoneScan:
 * @digits: the digits alone, as ASCII
 * @n: how many
 * @plus: a + stood before them
 * @first_group: digits before the first separator
 * @last_group: index of the first digit after the last separator
 * @slash: the last separator was a slash
 * @bad: (nullable): where a character stands that no number has
 */
typedef struct
{
  char        digits[XB_PHONE_DIGITS + 1];
  guint       n;
  gboolean    plus;
  guint       first_group;
  guint       last_group;
  gboolean    slash;
  const char *bad;
} XbPhoneScan;

/**
 * XbPhoneReading:
 * @problem: why the digits are no number, or %XB_PHONE_OK
 * @digits: the digits without country code and leading 0; an area code comes first
 * @n: how many
 * @area: digits of the area code, 0 without one
 * @merged_into: (nullable): the successor of a retired area code
 */
typedef struct
{
  XbPhoneProblem problem;
  XbPhoneType    type;
  const char    *digits;
  guint          n;
  guint          area;
  const char    *merged_into;
} XbPhoneReading;

XbPhoneProblem xb_phone_scan      (const char           *text,
                                   XbPhoneScan          *scan);
void           xb_phone_set_error (GError              **error,
                                   const char           *text,
                                   const XbPhoneScan    *scan,
                                   const XbPhoneReading *reading);

G_END_DECLS
