/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "xb-kit-page.h"
#include "xb-kit-private.h"
#include "xb-typeset.h"

/* The page that leads the owner, or whom the owner sends, through the platform's portal. The prose is in the
 * language of the program; the names of fields and papers are Chinese beside it, as the portal has them. */

/* A list longer than this is copied from the file. */
#define MANY_NUMBERS 200
/* What forms commonly take a file (claimed of several platforms, none promises it). */
#define LARGE_FILE (5 * 1000 * 1000)

static const char *
shown_name (const XbKit *self)
{
  return self->display_name == NULL || *self->display_name == '\0' ? self->business : self->display_name;
}

/* Returns: (transfer full) (nullable): an address of the web to follow; nothing else becomes a link */
static char *
web_address (const char *portal)
{
  g_autofree char *line = xb_typeset_line (portal);
  g_autofree char *full = NULL;
  g_autoptr(GUri) uri = NULL;

  if (strpbrk (line, " \"<>\\^`{|}") != NULL || strchr (line, '.') == NULL)
    return NULL;
  if (g_str_has_prefix (line, "https://") || g_str_has_prefix (line, "http://"))
    full = g_strdup (line);
  else if (strchr (line, ':') == NULL && strchr (line, '@') == NULL)
    full = g_strdup_printf ("https://%s", line);
  uri = full == NULL ? NULL : g_uri_parse (full, G_URI_FLAGS_NONE, NULL);
  return uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0' ? g_steal_pointer (&full) : NULL;
}

static void
add_portal (XbKitPage   *page,
            const XbKit *self)
{
  g_autofree char *link = web_address (self->portal);
  gboolean portal = self->portal != NULL && *self->portal != '\0';
  gboolean contact = self->contact != NULL && *self->contact != '\0';

  xb_kit_page_step (page, _("Open the platform"));
  if (link != NULL)
    xb_kit_page_link (page, link);
  else if (portal)
    xb_kit_page_fact (page, _("Where"), self->portal);
  if (contact)
    xb_kit_page_field (page, _("Telephone or e-mail of the platform"), self->contact);
  if (!portal && !contact)
    xb_kit_page_text (page, _("No address is known for this platform. Ask its customer service: “Where do I hand in "
                              "来电号码认证 for my company, and which papers do you need?”"));
  xb_kit_page_text (page, _("Sign in with the account of the business, and choose 来电号码认证 or 来电名片. One-tap login, "
                            "which cloud vendors also call 号码认证, is something else."));
}

static void
add_letter (XbKitPage   *page,
            const XbKit *self)
{
  gboolean sole = self->kind == XB_BUSINESS_KIND_SOLE;

  if (!self->letter)
    return;
  xb_kit_page_step (page, _("Sign the authorisation letter"));
  xb_kit_page_file (page, XB_KIT_LETTER);
  xb_kit_page_text (page, sole
                    ? _("Print it and fill in what is blank. The owner (经营者) signs, the agent signs, and the stamp goes "
                        "into the circle; without a stamp, the owner adds a fingerprint.")
                    : _("Print it and fill in what is blank. The legal representative (法定代表人) signs, the agent signs, "
                        "and the company's stamp goes into the circle; several pages get the stamp across their edges."));
  xb_kit_page_text (page, _("Scan it, or photograph it straight from above, and upload it where the platform asks for "
                            "授权委托书. It names this platform alone."));
}

static const char *
advice (XbMaterialType type)
{
  switch (type)
    {
    case XB_MATERIAL_TYPE_LICENCE: return _("营业执照, sometimes 企业证件");
    case XB_MATERIAL_TYPE_AUTHORISATION: return _("授权委托书 or 授权书");
    case XB_MATERIAL_TYPE_OWNERSHIP: return _("号码归属证明, 运营商证明 or 业务受理单");
    case XB_MATERIAL_TYPE_LOGO: return _("Logo or 企业标识, for the review");
    case XB_MATERIAL_TYPE_IDENTITY: return _("身份证, of the one whom the form names");
    case XB_MATERIAL_TYPE_OTHER: return _("其他材料 or 补充材料");
    default: g_return_val_if_reached ("");
    }
}

static void
add_files (XbKitPage   *page,
           const XbKit *self,
           GPtrArray   *copies)
{
  gboolean logo = FALSE, large = FALSE;

  xb_kit_page_step (page, _("Upload the files"));
  xb_kit_page_text (page, _("Upload these files of this folder, each where the form asks for it. They are watermarked "
                            "copies; never upload the photo on your phone or the original scan instead."));
  xb_kit_page_begin_table (page, _("File"), _("Where the form asks for"), _("Size"));
  for (guint i = 0; i < copies->len; i++)
    {
      const XbKitCopy *copy = g_ptr_array_index (copies, i);
      g_autofree char *size = g_format_size (copy->size);

      xb_kit_page_row (page, copy->file_name, advice (copy->type), size);
      logo = logo || copy->type == XB_MATERIAL_TYPE_LOGO;
      large = large || copy->size > LARGE_FILE;
    }
  if (self->letter)
    xb_kit_page_row (page, _("the signed letter of the step before"), advice (XB_MATERIAL_TYPE_AUTHORISATION), "");
  xb_kit_page_row (page, XB_KIT_NUMBERS, _("号码清单 or 批量导入, where several numbers can be handed in as a file"), "");
  xb_kit_page_end_table (page);
  if (large)
    xb_kit_page_text (page, _("A file here is larger than 5 MB, which some forms refuse. If so, save the paper as JPEG or "
                              "only the pages that are asked for, add that in Xinbiao and write the kit again."));
  if (logo)
    xb_kit_page_text (page, _("The logo here carries the watermark for the reviewers. Where the form asks for the clean "
                              "picture that phones will show, choose the file of your logo yourself: it is public "
                              "anyway."));
}

static char *
all_numbers (const XbKit *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->numbers->len && i < MANY_NUMBERS; i++)
    {
      const XbKitNumber *number = g_ptr_array_index (self->numbers, i);
      g_autofree char *line = xb_kit_plain_number (number->number);

      g_string_append_printf (out, i == 0 ? "%s" : "\n%s", line);
    }
  return g_string_free (out, FALSE);
}

/* Where each number has its own words, they are given number by number. */
static void
add_single_numbers (XbKitPage   *page,
                    const XbKit *self)
{
  for (guint i = 0; i < self->numbers->len && i < MANY_NUMBERS; i++)
    {
      const XbKitNumber *number = g_ptr_array_index (self->numbers, i);
      const char *const fields[][2] = { { "展示名称", number->name }, { "标签", number->label }, { "用途", number->use } };

      for (guint f = 0; f < G_N_ELEMENTS (fields); f++)
        if (fields[f][1] != NULL && *fields[f][1] != '\0')
          {
            g_autofree char *title = g_strdup_printf ("%s · %s", number->number, fields[f][0]);

            xb_kit_page_field (page, title, fields[f][1]);
          }
    }
}

static void
add_fields (XbKitPage   *page,
            const XbKit *self)
{
  gboolean sole = self->kind == XB_BUSINESS_KIND_SOLE;
  g_autofree char *numbers = all_numbers (self);
  g_autofree char *person_phone = xb_kit_plain_number (self->person_phone);
  g_autofree char *agent_phone = xb_kit_plain_number (self->agent_phone);
  const char *const fields[][2] = {
    { "企业名称", self->business },
    { "统一社会信用代码", self->uscc },
    { "主体类型", sole ? "个体工商户" : "企业" },
    { sole ? "经营者" : "法定代表人", self->head },
    { "所属行业", self->industry },
    { "企业地址", self->address },
    { "联系人", self->person },
    { "联系电话", person_phone },
    { "经办人", self->agent },
    { "经办人电话", agent_phone },
    { "展示名称", shown_name (self) },
    { "标签", self->label },
    { "号码用途", self->purpose },
    { "认证号码", numbers },
  };

  xb_kit_page_step (page, _("Fill in the form"));
  xb_kit_page_text (page, _("The words for each field; the platform may call it a little differently. A click on a text "
                            "selects it."));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i][1] != NULL && *fields[i][1] != '\0')
      xb_kit_page_field (page, fields[i][0], fields[i][1]);
  if (self->numbers->len > MANY_NUMBERS)
    {
      g_autofree char *more = g_strdup_printf (_("These are the first %d numbers. All %u are in the file %s."),
                                               MANY_NUMBERS, self->numbers->len, XB_KIT_NUMBERS);

      xb_kit_page_text (page, more);
    }
  add_single_numbers (page, self);
}

static void
add_cost (XbKitPage   *page,
          const XbKit *self)
{
  gboolean fee = self->fee != NULL && *self->fee != '\0';
  gboolean expected = self->expected != NULL && *self->expected != '\0';

  xb_kit_page_step (page, _("Cost and time"));
  xb_kit_page_fact (page, _("Cost"), fee ? self->fee : _("Not known. Ask the platform before you pay."));
  xb_kit_page_fact (page, _("By when"), expected ? self->expected : _("Not known. Ask the platform how long it takes."));
  xb_kit_page_text (page, _("Figures about platforms are indicative: no platform guarantees them. What the portal says "
                            "on the day counts."));
}

static void
add_return (XbKitPage *page)
{
  xb_kit_page_step (page, _("Come back and record it"));
  xb_kit_page_text (page, _("After sending the form, write down the case number (受理编号 or 工单号), or take a screenshot of "
                            "the last page."));
  xb_kit_page_blank (page, _("Case number"));
  xb_kit_page_text (page, _("Open Xinbiao, choose the certification and record it as submitted, with the case number and "
                            "the day. From then on Xinbiao counts the working days and says when to ask."));
  xb_kit_page_text (page, _("Approved does not mean live: when the platform approves, let Xinbiao lead you through the "
                            "check on real phones."));
}

static void
add_warnings (XbKitPage   *page,
              const XbKit *self)
{
  xb_kit_page_begin_warnings (page, _("Take care"));
  xb_kit_page_warning (page, _("Never send an original: neither the licence itself nor a copy without the watermark."));
  xb_kit_page_warning (page, _("Official appeals and the removal of wrong marks are free. Who asks money for 清标 or 加急清除 "
                               "is not the platform."));
  xb_kit_page_warning (page, _("Give nobody a text-message code on the telephone, whoever they say they are."));
  xb_kit_page_warning (page, _("Xinbiao has noted which copies this platform holds. If a copy turns up elsewhere, its "
                               "watermark says where it came from."));
  xb_kit_page_end_warnings (page);
  if (self->notes->len == 0)
    return;
  xb_kit_page_begin_warnings (page, _("Notes on this platform"));
  for (guint i = 0; i < self->notes->len; i++)
    xb_kit_page_warning (page, g_ptr_array_index (self->notes, i));
  xb_kit_page_end_warnings (page);
}

/**
 * xb_kit_guide:
 * @copies: (element-type XbKitCopy): what is in the kit
 *
 * Returns: (transfer full): the page, whole in itself: it loads nothing and runs nothing but its own copy buttons
 */
char *
xb_kit_guide (const XbKit *self,
              GPtrArray   *copies)
{
  g_autofree char *platform = xb_typeset_line (self->platform);
  g_autofree char *title = g_strdup_printf (_("How to submit to %s"), platform);
  g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u number", "%u numbers",
                                                         self->numbers->len), self->numbers->len);
  g_autofree char *under = g_strjoin (" · ", self->business, count, self->date, NULL);
  g_autoptr(XbKitPage) page = xb_kit_page_new (title, under);

  add_warnings (page, self);
  add_portal (page, self);
  add_letter (page, self);
  add_files (page, self, copies);
  add_fields (page, self);
  add_cost (page, self);
  add_return (page);
  return xb_kit_page_end (page);
}
