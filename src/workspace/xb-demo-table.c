/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-demo-table.h"

#define S(word) XB_CERT_STATE_##word

const XbDemoNumber xb_demo_numbers[] = {
  { "400-600-1825", "总部客服" },
  { "028-6555 1201", "春熙路店" },
  { "028-6555 1202", "建设路店" },
  { "028-6555 1203", "天府三街店" },
  { "130 0028 1101", "春熙路店 外卖" },
  { "130 0028 1102", "建设路店 外卖" },
  { "130 0028 1103", "天府三街店 外卖" },
  { "130 0028 1201", "团购销售" },
  { "130 0028 1202", "加盟咨询" },
  { "130 0028 1203", "会员回访" },
  { "130 0028 1204", "售后" },
  { "028-6555 1200", "总机" },
};
const guint xb_demo_n_numbers = G_N_ELEMENTS (xb_demo_numbers);

const XbDemoCertification xb_demo_certifications[] = {
  { 0, "cmcc", "客户服务", "YD-2025-0412",
    { { S (READY), 301, NULL }, { S (SUBMITTED), 300, NULL }, { S (IN_REVIEW), 299, NULL },
      { S (APPROVED), 293, NULL }, { S (SYNCING), 292, NULL }, { S (LIVE), 288, NULL } } },
  { 0, "third-party", "客户服务", "TP-7731",
    { { S (READY), 251, NULL }, { S (SUBMITTED), 250, NULL }, { S (IN_REVIEW), 249, NULL },
      { S (APPROVED), 247, NULL }, { S (SYNCING), 246, NULL }, { S (LIVE), 240, NULL } } },
  { 1, "third-party", "火锅伴侣", "TP-7802",
    { { S (READY), 211, NULL }, { S (SUBMITTED), 210, NULL }, { S (IN_REVIEW), 209, NULL },
      { S (APPROVED), 207, NULL }, { S (SYNCING), 206, NULL }, { S (LIVE), 200, NULL } } },
  { 2, "third-party", "门店订餐", "TP-8120",
    { { S (READY), 5, NULL }, { S (SUBMITTED), 4, NULL }, { S (IN_REVIEW), 3, NULL } } },
  { 3, "telecom", "门店订餐", "DX-5561",
    { { S (READY), 9, NULL }, { S (SUBMITTED), 8, NULL }, { S (IN_REVIEW), 7, NULL },
      { S (NEEDS_INFO), 1, "号码归属证明缺少运营商印章，请补充" } } },
  { 4, "unicom", "外卖到了", "LT-3390",
    { { S (READY), 12, NULL }, { S (SUBMITTED), 11, NULL }, { S (IN_REVIEW), 10, NULL },
      { S (APPROVED), 3, NULL }, { S (SYNCING), 2, NULL } } },
  { 7, "cmcc", "团购第一家", "YD-2026-1180",
    { { S (READY), 16, NULL }, { S (SUBMITTED), 15, NULL }, { S (IN_REVIEW), 14, NULL },
      { S (REJECTED), 6, "展示标签含绝对化用语“第一”，不符合广告法要求" } } },
  { 9, "third-party", "会员回访", NULL, { { S (READY), 1, NULL } } },
  { 11, "telecom", "总机", "DX-4410",
    { { S (READY), 131, NULL }, { S (SUBMITTED), 130, NULL }, { S (IN_REVIEW), 129, NULL },
      { S (APPROVED), 123, NULL }, { S (SYNCING), 122, NULL }, { S (LIVE), 118, NULL } } },
};
const guint xb_demo_n_certifications = G_N_ELEMENTS (xb_demo_certifications);
