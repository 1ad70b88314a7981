/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-error.h"
#include "xb-letter.h"
#include "xb-output-pdf.h"
#include "xb-raster.h"
#include "xb-sheet.h"
#include "xb-typeset.h"

/* The words of the letter are Chinese in every language of the program: Chinese platforms read it. */
#define TITLE "来电号码认证授权委托书"

#define BODY 11.0
#define PITCH 19.5
#define ROW 23.0
#define CELL 10.5
#define PAD 6.0
#define THIN 0.5
#define THICK 1.0
/* More numbers than these go onto a list of their own behind the letter, and fewer too where the signatures would
 * otherwise stand alone on a second page. */
#define FEW 5
/* The round stamp of a Chinese business is 38 to 42 mm wide. */
#define SEAL_RADIUS 54.0

typedef struct
{
  char *number;
  char *use; /* (nullable) */
} Number;

static void
number_free (gpointer data)
{
  Number *number = data;

  g_free (number->number);
  g_free (number->use);
  g_free (number);
}

/** xb_letter_new: Returns: (transfer full): an empty letter */
XbLetter *
xb_letter_new (void)
{
  XbLetter *self = g_new0 (XbLetter, 1);

  self->numbers = g_ptr_array_new_with_free_func (number_free);
  return self;
}

void
xb_letter_free (XbLetter *self)
{
  g_free (self->platform);
  g_free (self->business);
  g_free (self->uscc);
  g_free (self->head);
  g_free (self->purpose);
  g_free (self->agent);
  g_free (self->agent_phone);
  g_free (self->from);
  g_free (self->until);
  g_free (self->date);
  g_ptr_array_unref (self->numbers);
  g_free (self);
}

/**
 * xb_letter_add_number:
 * @number: as people write it
 * @use: (nullable): what this number is used for
 */
void
xb_letter_add_number (XbLetter   *self,
                      const char *number,
                      const char *use)
{
  Number *added = g_new0 (Number, 1);

  added->number = xb_typeset_line (number);
  added->use = use == NULL ? NULL : xb_typeset_line (use);
  g_ptr_array_add (self->numbers, added);
}

/* 2026年9月28日; for a missing or odd date @blank, with room for the pen. */
static char *
written_day (const char *day,
             const char *blank)
{
  g_autoptr(GDateTime) parsed = NULL;
  g_autofree char *instant = day == NULL ? NULL : g_strdup_printf ("%sT00:00:00Z", day);

  parsed = instant == NULL ? NULL : g_date_time_new_from_iso8601 (instant, NULL);
  if (parsed == NULL)
    return g_strdup (blank);
  return g_strdup_printf ("%d年%d月%d日", g_date_time_get_year (parsed), g_date_time_get_month (parsed),
                          g_date_time_get_day_of_month (parsed));
}

static const char *
head_title (const XbLetter *self)
{
  return self->kind == XB_BUSINESS_KIND_SOLE ? "经营者" : "法定代表人";
}

typedef struct
{
  const char *name;
  char       *value;
} Cell;

static double
draw_cell (XbSheet    *sheet,
           const Cell *cell,
           double      x,
           double      width,
           double      label_width,
           double      height)
{
  double middle = sheet->y + (height - xb_sheet_measure (sheet, 0, CELL, cell->name)) / 2;
  double inner = width - label_width - 2 * PAD;
  double value_height = xb_sheet_measure (sheet, inner, CELL, cell->value);

  xb_sheet_text (sheet, x + PAD, middle, 0, CELL, PANGO_WEIGHT_BOLD, cell->name);
  xb_sheet_text (sheet, x + label_width + PAD, sheet->y + (height - value_height) / 2, inner, CELL,
                 PANGO_WEIGHT_NORMAL, cell->value);
  xb_sheet_rule (sheet, x + label_width, sheet->y, x + label_width, sheet->y + height, THIN);
  return x + width;
}

/* Who asks and who comes: one wide row and pairs below. An empty value is written in by hand. */
static void
draw_parties (XbSheet        *sheet,
              const XbLetter *self)
{
  g_autofree char *name = xb_typeset_line (self->business);
  g_autofree char *uscc = xb_typeset_line (self->uscc);
  g_autofree char *head = xb_typeset_line (self->head);
  g_autofree char *agent = xb_typeset_line (self->agent);
  g_autofree char *phone = xb_typeset_line (self->agent_phone);
  const Cell rows[][2] = {
    { { "委托人名称", name }, { NULL, NULL } },
    { { "统一社会信用代码", uscc }, { head_title (self), head } },
    { { "受托人（经办人）", agent }, { "联系电话", phone } },
    { { "受托人身份证号码", (char *) "" }, { NULL, NULL } },
  };
  const double wide = 100, narrow = 68, half = XB_SHEET_INNER * 0.58;
  double top;

  xb_sheet_need (sheet, 5 * ROW);
  top = sheet->y;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean pair = rows[i][1].name != NULL;
      double width = pair ? half : XB_SHEET_INNER;
      double height = xb_sheet_measure (sheet, width - wide - 2 * PAD, CELL, rows[i][0].value) + 2 * PAD;
      double x = XB_SHEET_LEFT;

      if (pair)
        height = MAX (height, xb_sheet_measure (sheet, XB_SHEET_INNER - half - narrow - 2 * PAD, CELL,
                                                rows[i][1].value) + 2 * PAD);
      height = MAX (height, ROW);
      x = draw_cell (sheet, &rows[i][0], x, width, wide, height);
      if (pair)
        {
          xb_sheet_rule (sheet, x, sheet->y, x, sheet->y + height, THIN);
          draw_cell (sheet, &rows[i][1], x, XB_SHEET_INNER - half, narrow, height);
        }
      sheet->y += height;
      if (i + 1 < G_N_ELEMENTS (rows))
        xb_sheet_rule (sheet, XB_SHEET_LEFT, sheet->y, XB_SHEET_RIGHT, sheet->y, THIN);
    }
  cairo_set_line_width (sheet->cr, THICK);
  cairo_rectangle (sheet->cr, XB_SHEET_LEFT, top, XB_SHEET_INNER, sheet->y - top);
  cairo_stroke (sheet->cr);
}

static void
draw_number_row (XbSheet    *sheet,
                 const char *index,
                 const char *number,
                 const char *use,
                 gboolean    head)
{
  const double columns[] = { XB_SHEET_LEFT, XB_SHEET_LEFT + 44, XB_SHEET_LEFT + 190, XB_SHEET_RIGHT };
  const char *texts[] = { index, number, use };
  PangoWeight weight = head ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL;
  double height = MAX (ROW - 2, xb_sheet_measure (sheet, columns[3] - columns[2] - 2 * PAD, CELL, use) + PAD);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      double inner = columns[i + 1] - columns[i] - 2 * PAD;
      double drawn = xb_sheet_measure (sheet, inner, CELL, texts[i]);

      xb_sheet_text (sheet, columns[i] + PAD, sheet->y + (height - drawn) / 2, inner, CELL, weight, texts[i]);
      xb_sheet_rule (sheet, columns[i], sheet->y, columns[i], sheet->y + height, i == 0 ? THICK : THIN);
    }
  xb_sheet_rule (sheet, columns[3], sheet->y, columns[3], sheet->y + height, THICK);
  xb_sheet_rule (sheet, columns[0], sheet->y, columns[3], sheet->y, head ? THICK : THIN);
  sheet->y += height;
}

static void
close_table (XbSheet *sheet)
{
  xb_sheet_rule (sheet, XB_SHEET_LEFT - THICK / 2, sheet->y, XB_SHEET_RIGHT + THICK / 2, sheet->y, THICK);
}

/* The head of the table is repeated on every page. */
static gboolean
draw_numbers (XbSheet        *sheet,
              const XbLetter *self,
              GCancellable   *cancellable)
{
  xb_sheet_need (sheet, 3 * ROW);
  draw_number_row (sheet, "序号", "号码", "用途", TRUE);
  for (guint i = 0; i < self->numbers->len; i++)
    {
      const Number *number = g_ptr_array_index (self->numbers, i);
      g_autofree char *index = g_strdup_printf ("%u", i + 1);
      const char *use = number->use == NULL || *number->use == '\0' ? "同本委托书所述用途" : number->use;

      if (i % 64 == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (sheet->y + xb_sheet_measure (sheet, 240, CELL, use) + ROW > XB_SHEET_BOTTOM)
        {
          close_table (sheet);
          xb_sheet_new_page (sheet);
          draw_number_row (sheet, "序号", "号码", "用途", TRUE);
        }
      draw_number_row (sheet, index, number->number, use, FALSE);
    }
  close_table (sheet);
  return TRUE;
}

static void
draw_seal (XbSheet *sheet,
           double   x,
           double   y)
{
  const double dashes[] = { 4, 3 };
  cairo_t *cr = sheet->cr;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 0.62, 0.62, 0.64);
  cairo_set_line_width (cr, 0.8);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, SEAL_RADIUS, 0, 2 * G_PI);
  cairo_stroke (cr);
  xb_sheet_text (sheet, x - 22, y - 8, 0, BODY, PANGO_WEIGHT_NORMAL, "（公章）");
  cairo_restore (cr);
}

/* A label and a line for the pen up to @right. */
static void
draw_blank (XbSheet    *sheet,
            double      right,
            const char *label)
{
  double width = xb_sheet_text (sheet, XB_SHEET_LEFT, sheet->y, 0, BODY, PANGO_WEIGHT_NORMAL, label);

  xb_sheet_rule (sheet, XB_SHEET_LEFT + width + 2, sheet->y + BODY + 5, right, sheet->y + BODY + 5, THIN);
  sheet->y += 30;
}

/* Kept together on one page: who signs on the left, room for the stamp on the right. */
static void
draw_signatures (XbSheet        *sheet,
                 const XbLetter *self)
{
  const double right = XB_SHEET_RIGHT - 2 * SEAL_RADIUS - 36, width = right - XB_SHEET_LEFT;
  g_autofree char *business = xb_typeset_line (self->business);
  g_autofree char *principal = g_strdup_printf ("委托人（盖章）：%s", business);
  g_autofree char *head = g_strdup_printf ("%s（签字）：", head_title (self));
  g_autofree char *day = written_day (self->date, "　　　　年　　月　　日");
  g_autofree char *dated = g_strdup_printf ("日　　期：%s", day);
  double height = xb_sheet_measure (sheet, width, BODY, principal);
  gboolean sole = self->kind == XB_BUSINESS_KIND_SOLE;

  xb_sheet_need (sheet, height + (sole ? 146 : 128));
  sheet->y += 22;
  draw_seal (sheet, XB_SHEET_RIGHT - SEAL_RADIUS, sheet->y + SEAL_RADIUS);
  xb_sheet_text (sheet, XB_SHEET_LEFT, sheet->y, width, BODY, PANGO_WEIGHT_NORMAL, principal);
  sheet->y += height + 15;
  draw_blank (sheet, right, head);
  draw_blank (sheet, right, "受托人（签字）：");
  xb_sheet_text (sheet, XB_SHEET_LEFT, sheet->y, 0, BODY, PANGO_WEIGHT_NORMAL, dated);
  sheet->y += 28;
  if (sole)
    xb_sheet_text (sheet, XB_SHEET_LEFT, sheet->y, 0, 9, PANGO_WEIGHT_NORMAL,
                   "注：未刻制公章的个体工商户，由经营者签字并按指印。");
  sheet->y += 16;
}

static void
draw_clauses (XbSheet        *sheet,
              const XbLetter *self,
              gboolean        annexed)
{
  const char *list = annexed ? "见附件《授权号码清单》" : "见文末授权号码清单";
  const char *blank = "______年____月____日";
  g_autofree char *purpose = xb_typeset_line (self->purpose);
  g_autofree char *from = written_day (self->from, blank);
  g_autofree char *until = written_day (self->until, blank);
  g_autofree char *opening = g_strdup_printf ("委托人因办理来电号码认证（来电名片）的需要，现委托上列受托人，就委托人合法使用的"
                                              "%u个电话号码（%s），以委托人的名义向贵方办理认证事宜。具体委托如下：",
                                              self->numbers->len, list);
  g_autofree char *term = g_strdup_printf ("自%s起至%s止。期限届满或者委托人书面撤回委托的，本委托书失效。", from, until);
  g_autofree char *use = g_strdup_printf ("上述号码用于：%s%s委托人不以上述号码从事违反法律法规和通信管理规定的呼叫。",
                                          *purpose == '\0' ? "__________________________________________" : purpose,
                                          g_str_has_suffix (purpose, "。") ? "" : "。");

  xb_sheet_paragraph (sheet, BODY, PITCH, NULL, opening);
  xb_sheet_paragraph (sheet, BODY, PITCH, "一、委托事项与权限。",
                      "代为提交、补充和更正认证材料；确认来电展示的名称与标签；查询办理进度，接收审核通知和结果；"
                      "办理认证的变更、续期和注销。受托人无转委托权。");
  xb_sheet_paragraph (sheet, BODY, PITCH, "二、号码用途。", use);
  xb_sheet_paragraph (sheet, BODY, PITCH, "三、委托人承诺。",
                      "所列号码均由委托人合法登记并实际使用，所提交的材料真实、合法、有效；受托人在上述权限和"
                      "委托期限内实施的行为，由委托人承担法律责任。");
  xb_sheet_paragraph (sheet, BODY, PITCH, "四、材料的使用。",
                      "随附材料均为加注水印的复制件，仅供贵方办理本次来电号码认证。未经委托人书面同意，不得挪作"
                      "他用，不得向第三方提供。");
  xb_sheet_paragraph (sheet, BODY, PITCH, "五、委托期限。", term);
}

static gboolean
draw_letter (XbSheet        *sheet,
             const XbLetter *self,
             gboolean        annexed,
             GCancellable   *cancellable)
{
  g_autofree char *platform = xb_typeset_line (self->platform);
  g_autofree char *to = g_strdup_printf ("致：%s", platform);
  g_autofree char *count = g_strdup_printf ("授权号码清单（共 %u 个）", self->numbers->len);

  xb_sheet_begin (sheet);
  xb_sheet_title (sheet, 21, 3, TITLE);
  sheet->y += 20;
  xb_sheet_text (sheet, XB_SHEET_LEFT, sheet->y, XB_SHEET_INNER, 12, PANGO_WEIGHT_BOLD, to);
  sheet->y += xb_sheet_measure (sheet, XB_SHEET_INNER, 12, to) + 10;
  draw_parties (sheet, self);
  sheet->y += 10;
  draw_clauses (sheet, self, annexed);
  if (!annexed)
    {
      xb_sheet_need (sheet, 5 * ROW);
      sheet->y += 8;
      xb_sheet_text (sheet, XB_SHEET_LEFT, sheet->y, 0, CELL, PANGO_WEIGHT_BOLD, "授权号码清单");
      sheet->y += 19;
      if (!draw_numbers (sheet, self, cancellable))
        return FALSE;
      draw_signatures (sheet, self);
    }
  else
    {
      xb_sheet_need (sheet, 9 * PITCH); /* with the signatures */
      sheet->y += 6;
      xb_sheet_paragraph (sheet, BODY, PITCH, NULL, "附件：《授权号码清单》一份，为本委托书的组成部分。");
      draw_signatures (sheet, self);
      xb_sheet_new_page (sheet);
      xb_sheet_text (sheet, XB_SHEET_LEFT, sheet->y, 0, CELL, PANGO_WEIGHT_BOLD, "附件");
      sheet->y += 22;
      xb_sheet_title (sheet, 15, 1, count);
      sheet->y += 12;
      if (!draw_numbers (sheet, self, cancellable))
        return FALSE;
      xb_sheet_need (sheet, ROW);
      xb_sheet_text (sheet, XB_SHEET_LEFT + XB_SHEET_INNER / 2 - 34, sheet->y + 8, 0, CELL, PANGO_WEIGHT_NORMAL,
                     "（以下空白）");
    }
  xb_sheet_end (sheet);
  return TRUE;
}

/* @output: (nullable): NULL only counts the pages into @pages */
static gboolean
set_pages (const XbLetter *self,
           gboolean        annexed,
           XbOutput       *output,
           int            *pages,
           GCancellable   *cancellable,
           GError        **error)
{
  g_autoptr(cairo_surface_t) surface = NULL;
  g_autoptr(cairo_t) cr = NULL;
  g_autofree char *business = xb_typeset_line (self->business);
  g_autofree char *heading = g_strdup_printf ("%s　%s", TITLE, business);
  XbSheet sheet = { .pages = *pages, .heading = heading, .note = "各页请加盖骑缝章" };

  surface = xb_output_pdf_new (output, XB_SHEET_WIDTH, XB_SHEET_HEIGHT, TITLE);
  cr = cairo_create (surface);
  sheet.cr = cr;
  if (!draw_letter (&sheet, self, annexed, cancellable))
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  *pages = sheet.page;
  return xb_output_pdf_finish (surface, output, error);
}

static gboolean
check_words (const XbLetter *self,
             GError        **error)
{
  const char *const texts[] = { TITLE, self->platform, self->business, self->head, self->purpose, self->agent };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *line = xb_typeset_line (texts[i]);

      if (!xb_typeset_can_write (XB_SERIF, line, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * xb_letter_write:
 * @out_path: the PDF, mode 0600, there whole or not at all
 * @cancellable: (nullable): to stop early
 *
 * Writes the filled letter, ready to sign and stamp. Safe in any thread.
 */
gboolean
xb_letter_write (const XbLetter *self,
                 const char     *out_path,
                 GCancellable   *cancellable,
                 GError        **error)
{
  g_autoptr(XbOutput) output = NULL;
  gboolean annexed = self->numbers->len > FEW;
  int pages = 0;

  if (self->numbers->len == 0)
    {
      g_set_error_literal (error, XB_ERROR, XB_ERROR_INVALID,
                           _("The authorisation letter names no number. Choose the numbers first."));
      return FALSE;
    }
  if (!check_words (self, error) || !set_pages (self, annexed, NULL, &pages, cancellable, error))
    return FALSE;
  if (!annexed && pages > 1)
    {
      annexed = TRUE;
      pages = 0;
      if (!set_pages (self, annexed, NULL, &pages, cancellable, error))
        return FALSE;
    }
  output = xb_output_new (out_path, error);
  return output != NULL && set_pages (self, annexed, output, &pages, cancellable, error) &&
         xb_output_commit (output, NULL, error);
}
