/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "samples.h"
#include "xb-kit.h"

#define GUIDE "提交指南.html"
#define LETTER "授权委托书-请打印签字盖章.pdf"
#define NUMBERS "号码清单.csv"

/* Where the test works. */
static char *folder;

static inline char *
at (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static inline XbKit *
kit_new (void)
{
  XbKit *kit = xb_kit_new ();
  g_autofree char *licence = sample_write_take (folder, "licence.jpg", sample_phone_jpeg (900, 700, 6));
  g_autofree char *proof = sample_write_take (folder, "proof.pdf", sample_pdf (2));

  kit->platform = g_strdup ("泰迪熊移动");
  kit->portal = g_strdup ("https://www.teddymobile.cn/numberAuth");
  kit->business = g_strdup ("成都云上火锅餐饮管理有限公司");
  kit->uscc = g_strdup ("91510100MA6CPXXX3X");
  kit->label = g_strdup ("订座专线");
  kit->purpose = g_strdup ("到店确认");
  kit->watermark = g_strdup ("仅用于 泰迪熊移动 来电号码认证 · 2026-09-28");
  kit->fee = g_strdup ("300.00 元");
  kit->expected = g_strdup ("10月13日");
  kit->date = g_strdup ("2026-09-28");
  xb_kit_add_number (kit, "138 0013 8000", "客服", NULL, NULL);
  xb_kit_add_number (kit, "028-8612 3456", NULL, "云上火锅", "冰饮专线");
  xb_kit_add_material (kit, XB_MATERIAL_TYPE_LICENCE, 7, licence, "image/jpeg", NULL);
  xb_kit_add_material (kit, XB_MATERIAL_TYPE_OWNERSHIP, 9, proof, "application/pdf", "移动业务受理单");
  return kit;
}

static inline char *
read_file (const char *path,
           const char *name,
           gsize      *size)
{
  g_autofree char *full = g_build_filename (path, name, NULL);
  g_autoptr(GError) error = NULL;
  char *content;

  g_file_get_contents (full, &content, size, &error);
  g_assert_no_error (error);
  return content;
}
