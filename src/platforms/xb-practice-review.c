/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "xb-practice-review.h"
#include "xb-uscc.h"

/* The one table of reasons, in the platform's own language: like any platform here it writes Chinese, whatever
 * the computer speaks. @more: the case can go on once the answer to it has come. */
static const struct
{
  const char *code;
  const char *message;
  gboolean    more;
} reasons[XB_N_PRACTICE_REASONS] = {
  [XB_PRACTICE_NAME_MISMATCH] = { "NAME_MISMATCH", "授权委托书上的名称与营业执照名称不一致", FALSE },
  [XB_PRACTICE_NAME_NOT_OWN] = { "NAME_NOT_OWN", "展示名称不是企业名称或已注册品牌的一部分", FALSE },
  [XB_PRACTICE_NAME_TOO_LONG] = { "NAME_TOO_LONG", "展示名称过长，不能超过 15 个字", FALSE },
  [XB_PRACTICE_USCC_INVALID] = { "USCC_INVALID", "统一社会信用代码有误，校验码不正确", FALSE },
  [XB_PRACTICE_LICENCE_MISSING] = { "LICENCE_MISSING", "缺少营业执照", FALSE },
  [XB_PRACTICE_LICENCE_UNREADABLE] = { "LICENCE_UNREADABLE", "营业执照无法打开，请重新拍摄或扫描", FALSE },
  [XB_PRACTICE_AUTHORISATION_MISSING] = { "AUTHORISATION_MISSING", "缺少授权委托书", FALSE },
  [XB_PRACTICE_AUTHORISATION_UNREADABLE] =
    { "AUTHORISATION_UNREADABLE", "授权委托书无法打开，请重新扫描", FALSE },
  [XB_PRACTICE_OWNERSHIP_MISSING] = { "OWNERSHIP_MISSING", "请补充号码归属证明", TRUE },
  [XB_PRACTICE_OWNERSHIP_UNREADABLE] =
    { "OWNERSHIP_UNREADABLE", "号码归属证明无法打开，请重新提供", TRUE },
  [XB_PRACTICE_MATERIAL_TOO_LARGE] = { "MATERIAL_TOO_LARGE", "单个文件不能超过 5 MB", FALSE },
  [XB_PRACTICE_LOGO_UNREADABLE] = { "LOGO_UNREADABLE", "logo 不是可以打开的 JPEG 或 PNG 图片", FALSE },
  [XB_PRACTICE_LOGO_NOT_SQUARE] = { "LOGO_NOT_SQUARE", "logo 必须是正方形图片", FALSE },
  [XB_PRACTICE_LABEL_TOO_LONG] = { "LABEL_TOO_LONG", "标签过长，不能超过 8 个汉字的宽度", FALSE },
  [XB_PRACTICE_LABEL_ABSOLUTE_WORD] =
    { "LABEL_ABSOLUTE_WORD", "名称或标签含有绝对化用语（如第一、国家级、最、顶级、唯一）", FALSE },
  [XB_PRACTICE_NUMBER_TAKEN] = { "NUMBER_TAKEN", "该号码已认证并在展示，不能重复提交", FALSE },
  [XB_PRACTICE_SYNC_FAILED] = { "SYNC_FAILED", "平台同步到手机终端时出错，请重新提交", FALSE },
};

/* Advertising Law, article 9 (3), and what platforms add to it. */
static const char *const absolute_words[] = { "第一", "国家级", "顶级", "唯一", "最" };
static const char *const harmless_words[] = { "最近", "最后", "最终", "最初" };

/** xb_practice_reason_get_code: Returns: the stable code of @reason */
const char *
xb_practice_reason_get_code (XbPracticeReason reason)
{
  g_return_val_if_fail ((guint) reason < XB_N_PRACTICE_REASONS, NULL);

  return reasons[reason].code;
}

/** xb_practice_reason_get_message: Returns: the platform's sentence for @reason */
const char *
xb_practice_reason_get_message (XbPracticeReason reason)
{
  g_return_val_if_fail ((guint) reason < XB_N_PRACTICE_REASONS, NULL);

  return reasons[reason].message;
}

/** xb_practice_reason_from_code: Returns: whether @code is one of the platform's */
gboolean
xb_practice_reason_from_code (const char       *code,
                              XbPracticeReason *reason)
{
  for (guint i = 0; i < XB_N_PRACTICE_REASONS; i++)
    if (g_strcmp0 (reasons[i].code, code) == 0)
      {
        *reason = i;
        return TRUE;
      }
  return FALSE;
}

/* Full-width brackets, stray spaces and characters that nobody sees make no other name. */
static char *
fold_name (const char *name)
{
  g_autofree char *folded = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *out = g_string_new (NULL);

  for (const char *c = folded; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)) && !g_unichar_iszerowidth (g_utf8_get_char (c)))
      g_string_append_unichar (out, g_utf8_get_char (c));
  return g_string_free (out, FALSE);
}

static guint
count_columns (const char *text)
{
  guint columns = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_iszerowidth (g_utf8_get_char (c)))
      columns += g_unichar_iswide (g_utf8_get_char (c)) ? 2 : 1;
  return columns;
}

static gboolean
is_own_name (XbPracticeCase *filed,
             const char     *part)
{
  g_autofree char *wanted = fold_name (part);
  g_autofree char *name = fold_name (filed->business_name);

  if (strstr (name, wanted) != NULL)
    return TRUE;
  for (guint i = 0; filed->brands != NULL && filed->brands[i] != NULL; i++)
    {
      g_autofree char *brand = fold_name (filed->brands[i]);

      if (strstr (brand, wanted) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_absolute_word (XbPracticeCase *filed,
                   const char     *text)
{
  g_autofree char *folded = fold_name (text);
  g_autoptr(GString) rest = g_string_new (folded);

  for (guint i = 0; i < G_N_ELEMENTS (harmless_words); i++)
    g_string_replace (rest, harmless_words[i], "", 0);
  for (guint i = 0; i < G_N_ELEMENTS (absolute_words); i++)
    /* 第一人民医院 may say 第一: it is its name */
    if (strstr (rest->str, absolute_words[i]) != NULL && !is_own_name (filed, absolute_words[i]))
      return TRUE;
  return FALSE;
}

/**
 * xb_practice_review_label:
 * @reason: (out): why not
 *
 * Returns: whether @label may stand beside the name of @filed
 */
gboolean
xb_practice_review_label (XbPracticeCase   *filed,
                          const char       *label,
                          XbPracticeReason *reason)
{
  if (has_absolute_word (filed, label))
    *reason = XB_PRACTICE_LABEL_ABSOLUTE_WORD;
  else if (count_columns (label) > XB_PRACTICE_LABEL_MAX)
    *reason = XB_PRACTICE_LABEL_TOO_LONG;
  else
    return TRUE;
  return FALSE;
}

static void
check_texts (XbPracticeCase *filed)
{
  g_autofree char *name = fold_name (filed->business_name);
  g_autofree char *letter = fold_name (filed->letter_name);

  if (strcmp (name, letter) != 0)
    xb_practice_case_add_finding (filed, XB_PRACTICE_NAME_MISMATCH, "letter.name");
  if (!is_own_name (filed, filed->display_name))
    xb_practice_case_add_finding (filed, XB_PRACTICE_NAME_NOT_OWN, "display_name");
  if (g_utf8_strlen (filed->display_name, -1) > XB_PRACTICE_NAME_MAX)
    xb_practice_case_add_finding (filed, XB_PRACTICE_NAME_TOO_LONG, "display_name");
  if (has_absolute_word (filed, filed->display_name))
    xb_practice_case_add_finding (filed, XB_PRACTICE_LABEL_ABSOLUTE_WORD, "display_name");
  if (filed->label == NULL)
    return;
  if (count_columns (filed->label) > XB_PRACTICE_LABEL_MAX)
    xb_practice_case_add_finding (filed, XB_PRACTICE_LABEL_TOO_LONG, "label");
  if (has_absolute_word (filed, filed->label))
    xb_practice_case_add_finding (filed, XB_PRACTICE_LABEL_ABSOLUTE_WORD, "label");
}

static void
check_paper (XbPracticeCase   *filed,
             GHashTable       *materials,
             XbMaterialType    type,
             XbPracticeReason  missing,
             XbPracticeReason  unreadable,
             const char       *field)
{
  XbPracticePaper *paper = xb_practice_case_find_paper (filed, type);
  XbPracticeMaterial *material = paper != NULL ? g_hash_table_lookup (materials, paper->material_id) : NULL;

  if (material == NULL)
    xb_practice_case_add_finding (filed, missing, field);
  else if (material->size > XB_PRACTICE_MATERIAL_MAX)
    xb_practice_case_add_finding (filed, XB_PRACTICE_MATERIAL_TOO_LARGE, field);
  else if (material->media == XB_PRACTICE_MEDIA_UNREADABLE)
    xb_practice_case_add_finding (filed, unreadable, field);
}

static void
check_logo (XbPracticeCase *filed,
            GHashTable     *materials)
{
  XbPracticePaper *paper = xb_practice_case_find_paper (filed, XB_MATERIAL_TYPE_LOGO);
  XbPracticeMaterial *material = paper != NULL ? g_hash_table_lookup (materials, paper->material_id) : NULL;

  if (material == NULL)
    return;
  if (material->size > XB_PRACTICE_MATERIAL_MAX)
    xb_practice_case_add_finding (filed, XB_PRACTICE_MATERIAL_TOO_LARGE, "materials.logo");
  else if (material->media != XB_PRACTICE_MEDIA_PNG && material->media != XB_PRACTICE_MEDIA_JPEG)
    xb_practice_case_add_finding (filed, XB_PRACTICE_LOGO_UNREADABLE, "materials.logo");
  else if (material->width != material->height)
    xb_practice_case_add_finding (filed, XB_PRACTICE_LOGO_NOT_SQUARE, "materials.logo");
}

static gboolean
is_uscc (const char *text)
{
  char normal[XB_USCC_LENGTH + 1];

  return xb_uscc_normalise (text, normal, NULL);
}

/**
 * xb_practice_review_decide:
 * @filed: a case under review; its findings are written anew
 * @materials: (element-type utf8 XbPracticeMaterial): what was uploaded, by id
 * @number_taken: whether another case holds the number
 *
 * The reviewer: reads everything and writes down every reason at once, so that nobody has to come back five
 * times.
 *
 * Returns: %XB_PRACTICE_PASSED, %XB_PRACTICE_NEED_MORE or %XB_PRACTICE_REFUSED
 */
XbPracticeStage
xb_practice_review_decide (XbPracticeCase *filed,
                           GHashTable     *materials,
                           gboolean        number_taken)
{
  gboolean more = TRUE;

  g_ptr_array_set_size (filed->findings, 0);
  check_texts (filed);
  if (!is_uscc (filed->uscc))
    xb_practice_case_add_finding (filed, XB_PRACTICE_USCC_INVALID, "business.uscc");
  check_paper (filed, materials, XB_MATERIAL_TYPE_LICENCE, XB_PRACTICE_LICENCE_MISSING,
               XB_PRACTICE_LICENCE_UNREADABLE, "materials.licence");
  check_paper (filed, materials, XB_MATERIAL_TYPE_AUTHORISATION, XB_PRACTICE_AUTHORISATION_MISSING,
               XB_PRACTICE_AUTHORISATION_UNREADABLE, "materials.authorisation");
  check_paper (filed, materials, XB_MATERIAL_TYPE_OWNERSHIP, XB_PRACTICE_OWNERSHIP_MISSING,
               XB_PRACTICE_OWNERSHIP_UNREADABLE, "materials.ownership");
  check_logo (filed, materials);
  if (number_taken)
    xb_practice_case_add_finding (filed, XB_PRACTICE_NUMBER_TAKEN, "number");

  for (guint i = 0; i < filed->findings->len; i++)
    {
      XbPracticeFinding *finding = g_ptr_array_index (filed->findings, i);

      more = more && reasons[finding->reason].more;
    }
  if (filed->findings->len == 0)
    return XB_PRACTICE_PASSED;
  return more ? XB_PRACTICE_NEED_MORE : XB_PRACTICE_REFUSED;
}
