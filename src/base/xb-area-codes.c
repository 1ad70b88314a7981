/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-area-codes.h"

/* A set of third digits, for codes that share their first two. */
#define D(digit) (1 << (digit))
#define RANGE(from, until) (((1 << ((until) + 1)) - 1) & ~((1 << (from)) - 1))
#define ALL RANGE (0, 9)

/* Chinese area codes with three digits (0310 is row 31, bit 0). Two-digit ones are 10 and 2x. */
static const guint16 area_codes[100] = {
  [31] = ALL, [33] = D (5),                                            /* Hebei */
  [34] = D (9), [35] = ALL,                                            /* Shanxi */
  [37] = ALL & ~D (8), [39] = RANGE (1, 6) | D (8),                    /* Henan */
  [41] = ALL & ~(D (0) | D (3) | D (4)), [42] = D (1) | D (7) | D (9), /* Liaoning */
  [43] = RANGE (1, 9),                                                 /* Jilin */
  [45] = RANGE (1, 9), [46] = D (4) | RANGE (7, 9),                    /* Heilongjiang */
  [47] = ALL, [48] = D (2) | D (3),                                    /* Inner Mongolia */
  [51] = ALL, [52] = D (3) | D (7),                                    /* Jiangsu */
  [53] = ALL, [54] = D (3) | D (6), [63] = RANGE (1, 5),               /* Shandong */
  [55] = ALL, [56] = RANGE (1, 4) | D (6),                             /* Anhui */
  [57] = ALL, [58] = D (0),                                            /* Zhejiang */
  [59] = RANGE (1, 9),                                                 /* Fujian */
  [66] = D (0) | D (2) | D (3) | D (8), [75] = ALL,                    /* Guangdong */
  [76] = D (0) | D (2) | D (3) | D (6) | D (8) | D (9),
  [69] = D (1) | D (2), [87] = ALL, [88] = D (3) | RANGE (6, 8),       /* Yunnan */
  [70] = D (1), [79] = ALL,                                            /* Jiangxi */
  [71] = ALL, [72] = D (2) | D (4) | D (8),                            /* Hubei */
  [73] = D (0) | D (1) | RANGE (4, 9), [74] = RANGE (3, 6),            /* Hunan */
  [77] = ALL,                                                          /* Guangxi */
  [81] = D (2) | D (3) | RANGE (6, 8), [82] = RANGE (5, 7), [83] = ALL, /* Sichuan */
  [85] = D (1) | RANGE (4, 9),                                         /* Guizhou */
  [89] = RANGE (1, 8),                                                 /* Tibet; 0898 is Hainan */
  [90] = RANGE (1, 3) | D (6) | D (8) | D (9), [99] = ALL,             /* Xinjiang */
  [91] = RANGE (1, 7) | D (9),                                         /* Shaanxi */
  [93] = ALL, [94] = D (1) | D (3),                                    /* Gansu */
  [95] = RANGE (1, 5),                                                 /* Ningxia */
  [97] = RANGE (0, 7) | D (9),                                         /* Qinghai */
};

/* Of those, where every local number has grown to eight digits. */
static const guint16 eight_digits[100] = {
  [31] = D (1), [37] = D (1) | D (7) | D (9),
  [41] = D (1), [43] = D (1) | D (2), [45] = D (1),
  [51] = ALL, [52] = D (3) | D (7), [53] = D (1) | D (2), [55] = D (1),
  [57] = D (1) | RANGE (3, 7) | D (9), [59] = D (1) | D (5),
  [73] = D (1), [75] = D (5) | D (7), [76] = D (0) | D (9), [79] = D (1),
  [85] = D (1), [87] = D (1), [89] = D (8),
};

/* Codes given up when cities joined a neighbour's network. */
static const struct
{
  char        digits[4];
  const char *merged_into;
} retired[] = {
  { "378", "0371" }, /* Kaifeng */
  { "410", "024" },  /* Tieling */
  { "413", "024" },  /* Fushun */
  { "414", "024" },  /* Benxi */
  { "565", "0551" }, /* Chaohu */
  { "732", "0731" }, /* Xiangtan */
  { "733", "0731" }, /* Zhuzhou */
  { "852", "0851" }, /* Zunyi */
  { "853", "0851" }, /* Anshun */
  { "910", "029" },  /* Xianyang */
};

/* Country codes of ITU-T E.164, the three-digit ones by their first two digits. */
static const guint16 country_codes[100] = {
  [21] = RANGE (1, 3) | D (6) | D (8), [22] = ALL, [23] = ALL, [24] = ALL, [25] = RANGE (0, 8), [26] = ALL,
  [29] = D (0) | D (1) | RANGE (7, 9), [35] = ALL, [37] = ALL, [38] = RANGE (0, 3) | RANGE (5, 7) | D (9),
  [42] = D (0) | D (1) | D (3), [50] = ALL, [59] = ALL, [67] = D (0) | RANGE (2, 9),
  [68] = RANGE (0, 3) | RANGE (5, 9), [69] = RANGE (0, 2), [80] = D (0) | D (8),
  [85] = D (0) | D (2) | D (3) | D (5) | D (6), [87] = D (0) | D (8), [88] = RANGE (0, 3) | D (6) | D (8),
  [96] = RANGE (0, 8), [97] = RANGE (0, 7) | D (9), [99] = RANGE (2, 6) | D (8),
};

/* Those with two digits, by the first. */
static const guint16 short_country_codes[10] = {
  [2] = D (0) | D (7), [3] = RANGE (0, 4) | D (6) | D (9), [4] = D (0) | D (1) | RANGE (3, 9),
  [5] = RANGE (1, 8), [6] = RANGE (0, 6), [8] = D (1) | D (2) | D (4) | D (6), [9] = RANGE (0, 5) | D (8),
};

static guint
pair (const char *digits)
{
  return (digits[0] - '0') * 10u + (digits[1] - '0');
}

/**
 * xb_area_code_find:
 * @digits: digits after the leading 0, area code first
 * @n: how many there are
 *
 * Returns: the area code that they begin with; length 0 when there is none
 */
XbAreaCode
xb_area_code_find (const char *digits,
                   guint       n)
{
  XbAreaCode code = { 0, FALSE, NULL };
  guint16 third;

  if (n < 2)
    return code;
  if (digits[0] <= '2')
    {
      gboolean known = digits[0] == '2' ? digits[1] != '6' : digits[0] == '1' && digits[1] == '0';

      code.length = known ? 2 : 0;
      code.eight = TRUE;
      return code;
    }
  if (n < 3)
    return code;
  third = D (digits[2] - '0');
  if ((area_codes[pair (digits)] & third) != 0)
    {
      code.length = 3;
      code.eight = (eight_digits[pair (digits)] & third) != 0;
      return code;
    }
  for (guint i = 0; i < G_N_ELEMENTS (retired); i++)
    if (strncmp (digits, retired[i].digits, 3) == 0)
      code.merged_into = retired[i].merged_into;
  return code;
}

/**
 * xb_country_code_length:
 * @digits: digits after +
 * @n: how many there are
 *
 * Returns: how many of them are the country's code; 0 when no country has it
 */
guint
xb_country_code_length (const char *digits,
                        guint       n)
{
  if (n < 3)
    return 0;
  if (digits[0] == '1' || digits[0] == '7')
    return 1;
  if ((short_country_codes[digits[0] - '0'] & D (digits[1] - '0')) != 0)
    return 2;
  return (country_codes[pair (digits)] & D (digits[2] - '0')) != 0 ? 3 : 0;
}
