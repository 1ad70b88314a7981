/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enums.h"
#include "xb-reasons.h"

/* Platforms say why in their own words. A code is certain; words in the sentence are the next best.
 * The order matters: the first row that fits is taken, narrow ones first.
 * The causes are the usual ones of the platforms' public check-lists. */
static const struct
{
  const char *codes; /* parts of a code, '|' between */
  const char *words; /* parts of a sentence, '|' between */
  const char *advice;
  XbFix       fix;
  int         material;
} reasons[] = {
  { "LICENCE_EXPIRED", "执照已过期|执照过期|执照有效期|licence expired",
    N_("The licence has ended: renew it, then add the new one."),
    XB_FIX_MATERIAL, XB_MATERIAL_TYPE_LICENCE },
  { "OWNERSHIP", "归属|入网|产权|受理单|ownership",
    N_("Get the proof of ownership from the operator (with number, owner, date and seal), then add it."),
    XB_FIX_MATERIAL, XB_MATERIAL_TYPE_OWNERSHIP },
  { "AUTHORISATION|LETTER", "委托|授权|authoris|authoriz|letter",
    N_("Print the letter again, sign and stamp it, scan it straight and whole, then add it."),
    XB_FIX_MATERIAL, XB_MATERIAL_TYPE_AUTHORISATION },
  { "LOGO", "logo|图标|标识图|LOGO",
    N_("Take a square logo of your own, large and sharp, on a plain ground."),
    XB_FIX_MATERIAL, XB_MATERIAL_TYPE_LOGO },
  { "IDENTITY|ID_", "身份证|identity",
    N_("Photograph both sides of the ID, whole and sharp, then add them."),
    XB_FIX_MATERIAL, XB_MATERIAL_TYPE_IDENTITY },
  { "TOO_LONG|LENGTH", "过长|超长|字数|too long", N_("Shorten the name or label."), XB_FIX_TEXTS, -1 },
  { "LABEL|ABSOLUTE|WORD", "绝对化|广告法|禁用|违禁|敏感词|夸大|极限词|第一|absolute",
    N_("Take the word out of the name or label: no 最, 第一, 国家级 and the like."),
    XB_FIX_TEXTS, -1 },
  { "NAME", "名称不一致|名称不符|与执照|企业名称|公司名称|name",
    N_("Use the name exactly as it stands on the licence, or add the mark's certificate for a brand."),
    XB_FIX_TEXTS, -1 },
  { "USCC", "信用代码|税号|credit code",
    N_("Compare the unified social credit code with the licence, character by character."),
    XB_FIX_BUSINESS, -1 },
  { "LICENCE", "执照|licence|license",
    N_("Photograph the licence again: straight, whole, sharp, without glare."),
    XB_FIX_MATERIAL, XB_MATERIAL_TYPE_LICENCE },
  { "UNREADABLE|BLUR", "模糊|不清|遮挡|unclear|blur",
    N_("A paper could not be read. Photograph it again: straight, whole, sharp."),
    XB_FIX_MATERIAL, XB_MATERIAL_TYPE_LICENCE },
  { "TAKEN|DUPLICATE", "已认证|重复|已被占用|already",
    N_("The number is certified there already. Look whose name it shows, and ask the platform to release it."),
    XB_FIX_NUMBERS, -1 },
  { "NUMBER", "号码|空号|number", N_("Check the number with the operator: it must be in use and yours."),
    XB_FIX_NUMBERS, -1 },
  { "TOO_LARGE", "不能超过|文件过大|too large", N_("Scan the paper smaller, then add it again."),
    XB_FIX_MATERIAL, XB_MATERIAL_TYPE_LICENCE },
  { "SYNC_FAILED|SYSTEM", "平台同步|系统错误", N_("The fault is the platform's: submit again, nothing needs to change."),
    XB_FIX_NONE, -1 },
  { "NDA", "保密", N_("Have the non-disclosure agreement signed, then record it."), XB_FIX_NDA, -1 },
};

static gboolean
has_any (const char *text,
         const char *parts)
{
  g_auto(GStrv) list = NULL;
  g_autofree char *folded = NULL;

  if (text == NULL)
    return FALSE;
  list = g_strsplit (parts, "|", -1);
  folded = g_utf8_strdown (text, -1);
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *part = g_utf8_strdown (list[i], -1);

      if (strstr (folded, part) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * xb_reasons_explain:
 * @code: (nullable): the platform's code
 * @text: (nullable): the platform's sentence
 *
 * Turns a reviewer's reason into one sentence and one button.
 *
 * Returns: what to do; where nothing is recognised, to ask the platform
 */
XbReasonAdvice
xb_reasons_explain (const char *code,
                    const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (has_any (code, reasons[i].codes))
      return (XbReasonAdvice) { _(reasons[i].advice), reasons[i].fix, reasons[i].material };
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (has_any (text, reasons[i].words))
      return (XbReasonAdvice) { _(reasons[i].advice), reasons[i].fix, reasons[i].material };
  return (XbReasonAdvice) { _("Ask the platform what exactly it wants changed, and note the answer here."),
                            XB_FIX_NONE, -1 };
}
