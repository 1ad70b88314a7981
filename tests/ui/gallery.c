/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "gallery-charts.h"
#include "xb-banner.h"
#include "xb-call-preview.h"
#include "xb-catalogue.h"
#include "xb-copy-row.h"
#include "xb-day-entry.h"
#include "xb-deadline-label.h"
#include "xb-drop-row.h"
#include "xb-empty-page.h"
#include "xb-label-editor.h"
#include "xb-progress-row.h"
#include "xb-ring-phone.h"
#include "xb-stage-line.h"
#include "xb-state-chip.h"
#include "xb-ui.h"

/* Every reusable widget in one window, to be looked at: gallery states|rows|phones|preview|editor|charts|empty */

static GtkWidget *
group (GtkWidget  *page,
       const char *title)
{
  GtkWidget *widget = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), title);
  gtk_box_append (GTK_BOX (page), widget);
  return widget;
}

static void
add (GtkWidget *to,
     GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (to), row);
}

static void
add_states (GtkWidget *page)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 5);
  for (guint i = 0; i <= XB_CERT_STATE_WITHDRAWN; i++)
    {
      GtkWidget *chip = xb_state_chip_new ();

      xb_state_chip_set_state (XB_STATE_CHIP (chip), i);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), chip);
    }
  add (group (page, "XbStateChip"), flow);
}

static void
add_stages (GtkWidget *page)
{
  static const XbCertState states[] = {
    XB_CERT_STATE_READY, XB_CERT_STATE_IN_REVIEW, XB_CERT_STATE_REJECTED, XB_CERT_STATE_SYNCING, XB_CERT_STATE_LIVE,
  };
  GtkWidget *to = group (page, "XbStageLine");

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      GtkWidget *line = xb_stage_line_new ();

      gtk_widget_set_margin_bottom (line, 18);
      xb_stage_line_set_state (XB_STAGE_LINE (line), states[i]);
      xb_stage_line_set_note (XB_STAGE_LINE (line), XB_STAGE_SUBMISSION, "9月28日 周一");
      xb_stage_line_set_note (XB_STAGE_LINE (line), XB_STAGE_REVIEW, "10月13日 周二");
      add (to, line);
    }
}

static void
add_deadlines (GtkWidget *page)
{
  static const struct { const char *day; int working; gboolean estimated; } rows[] = {
    { "2026-10-13", 3, FALSE }, { "2026-09-29", 1, FALSE }, { "2026-09-28", 0, FALSE }, { "2026-09-20", 0, FALSE },
    { "2027-02-03", 84, TRUE },
  };
  GtkWidget *to = group (page, "XbDeadlineLabel");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GtkWidget *label = xb_deadline_label_new ();

      xb_deadline_label_set (XB_DEADLINE_LABEL (label), rows[i].day, "2026-09-28", rows[i].working, rows[i].estimated);
      add (to, label);
    }
}

static void
add_rows (GtkWidget *page)
{
  GtkWidget *drops = group (page, "XbDropRow"), *copies = group (page, "XbCopyRow");
  GtkWidget *others = group (page, "XbDayEntry, XbProgressRow");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  GtkWidget *row;

  for (guint i = XB_DROP_MISSING; i <= XB_DROP_PROBLEM; i++)
    {
      row = xb_drop_row_new (i % 2 ? "号码归属证明" : "营业执照", XB_FILES_PAPERS);
      xb_drop_row_set_state (XB_DROP_ROW (row), i, i == 0 ? NULL : "营业执照-成都小面-2026.jpg");
      add (drops, row);
    }
  add (copies, xb_copy_row_new ("企业名称", "成都市锦江区小面餐饮管理有限公司"));
  add (copies, xb_copy_row_new ("统一社会信用代码", "91510104MA6CABCD1X"));
  row = xb_day_entry_new ("签订日期");
  xb_day_entry_set_day (XB_DAY_ENTRY (row), "2026-10-13");
  add (others, row);
  row = xb_day_entry_new ("到期日期");
  gtk_editable_set_text (GTK_EDITABLE (row), "2026-02-30");
  add (others, row);
  row = xb_progress_row_new ();
  xb_progress_row_begin (XB_PROGRESS_ROW (row), "正在导入号码", cancellable);
  xb_progress_row_update (XB_PROGRESS_ROW (row), 0.32, "32,000 / 100,000");
  add (others, row);
}

static GtkWidget *
make_phone (XbHandset   handset,
            const char *name,
            const char *label,
            gboolean    shown)
{
  GtkWidget *phone = xb_ring_phone_new ();

  xb_ring_phone_set_handset (XB_RING_PHONE (phone), handset);
  xb_ring_phone_set_name (XB_RING_PHONE (phone), name);
  xb_ring_phone_set_label (XB_RING_PHONE (phone), label);
  xb_ring_phone_set_number (XB_RING_PHONE (phone), "028-8612 3456");
  xb_ring_phone_set_place (XB_RING_PHONE (phone), "四川成都");
  xb_ring_phone_set_shown (XB_RING_PHONE (phone), shown);
  return phone;
}

static void
add_phones (GtkWidget *page)
{
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 4);
  for (XbHandset handset = XB_HANDSET_HUAWEI; handset <= XB_HANDSET_APPLE; handset++)
    gtk_flow_box_append (GTK_FLOW_BOX (flow), make_phone (handset, "青禾冰饮", "冰饮专线", TRUE));
  gtk_flow_box_append (GTK_FLOW_BOX (flow), make_phone (XB_HANDSET_APPLE, "成都市锦江区王小二餐饮管理有限公司",
                                                        "外卖配送", TRUE));
  for (XbHandset handset = XB_HANDSET_HUAWEI; handset <= XB_HANDSET_APPLE; handset++)
    {
      GtkWidget *phone = make_phone (handset, "成都市锦江区王小二餐饮管理有限公司", "春节不打烊外卖配送预订专线", handset != XB_HANDSET_OPPO);

      xb_ring_phone_set_scheme (XB_RING_PHONE (phone), XB_RING_SCHEME_DARK);
      if (handset == XB_HANDSET_OPPO)
        xb_ring_phone_set_mark (XB_RING_PHONE (phone), "骚扰电话");
      gtk_flow_box_append (GTK_FLOW_BOX (flow), phone);
    }
  gtk_flow_box_append (GTK_FLOW_BOX (flow), make_phone (XB_HANDSET_XIAOMI, "成都小面", NULL, FALSE));
  add (group (page, "XbRingPhone"), flow);
}

static GtkWidget *
make_preview (void)
{
  GtkWidget *preview = xb_call_preview_new ();
  g_autoptr(XbCatalogue) catalogue = xb_catalogue_new ();
  g_autoptr(GPtrArray) platforms = g_ptr_array_new ();

  g_ptr_array_add (platforms, xb_catalogue_lookup (catalogue, "teddymobile"));
  xb_call_preview_set_caller (XB_CALL_PREVIEW (preview), "青禾冰饮", "028-8612 3456");
  xb_call_preview_set_label (XB_CALL_PREVIEW (preview), "春节不打烊外卖配送预订专线");
  xb_call_preview_set_platforms (XB_CALL_PREVIEW (preview), platforms, 0);
  xb_call_preview_set_handset (XB_CALL_PREVIEW (preview), XB_HANDSET_VIVO);
  return preview;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *empty = xb_empty_page_new ("xb-numbers-symbolic", "还没有号码",
                                        "先把要认证的号码加进来，手机、座机、400 都可以。");

  xb_empty_page_add_button (XB_EMPTY_PAGE (empty), "添加号码(_A)", NULL);
  xb_empty_page_add_button (XB_EMPTY_PAGE (empty), "从表格导入(_I)…", NULL);
  return empty;
}

static GtkWidget *
make_content (const char *what)
{
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24), *clamp = adw_clamp_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  if (g_str_equal (what, "states"))
    {
      add_states (page);
      add_stages (page);
      add_deadlines (page);
    }
  else if (g_str_equal (what, "rows"))
    add_rows (page);
  else if (g_str_equal (what, "phones"))
    add_phones (page);
  else if (g_str_equal (what, "preview"))
    gtk_box_append (GTK_BOX (page), make_preview ());
  else if (g_str_equal (what, "charts"))
    add_charts (page);
  else
    gtk_box_append (GTK_BOX (page), make_empty ());
  gtk_widget_set_margin_top (page, 18);
  gtk_widget_set_margin_start (page, 12);
  gtk_widget_set_margin_end (page, 12);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), g_str_equal (what, "phones") ? 1200 : 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), page);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

/* A window that needs a business: that of XINBIAO_DATA_DIR, with its first XINBIAO_NUMBERS numbers. */
static void
show_editor (GtkApplication *application)
{
  g_autoptr(XbClock) clock = xb_clock_new_system ();
  g_autoptr(GError) error = NULL;
  XbWorkspace *workspace = xb_workspace_open (g_getenv ("XINBIAO_DATA_DIR"), clock, &error);
  g_autoptr(GListModel) numbers = NULL;
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n = g_getenv ("XINBIAO_NUMBERS") != NULL ? atoi (g_getenv ("XINBIAO_NUMBERS")) : 1;

  if (workspace == NULL)
    g_error ("%s", error->message);
  numbers = xb_workspace_list_numbers (workspace, NULL);
  for (guint i = 0; i < MIN (n, g_list_model_get_n_items (numbers)); i++)
    {
      g_autoptr(XbRecord) number = g_list_model_get_item (numbers, i);
      gint64 id = xb_record_get_id (number);

      g_array_append_val (ids, id);
    }
  xb_label_editor_open (application, workspace, (const gint64 *) ids->data, ids->len, NULL);
}

static void
show_gallery (GtkApplication *application,
              const char     *what)
{
  GtkWidget *window = adw_application_window_new (application);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *banner = xb_banner_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();
  int width = 1080, height = 1400;

  gtk_window_set_title (GTK_WINDOW (window), "gallery");
  if (g_getenv ("XINBIAO_SIZE") != NULL)
    sscanf (g_getenv ("XINBIAO_SIZE"), "%dx%d", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  if (g_getenv ("XINBIAO_RTL") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  xb_banner_set_title (XB_BANNER (banner), "练习商家：这里的内容都是假的，什么也不会发出去。");
  xb_banner_set_button (XB_BANNER (banner), "知道了(_G)", NULL);
  xb_banner_set_revealed (XB_BANNER (banner), TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), banner);
  gtk_box_append (GTK_BOX (box), make_content (what));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), box);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), toasts);
  gtk_window_present (GTK_WINDOW (window));
}

static void
activate_cb (GtkApplication *application,
             const char     *what)
{
  if (g_str_equal (what, "editor"))
    show_editor (application);
  else
    show_gallery (application, what);
}

int
main (int   argc,
      char *argv[])
{
  const char *what = argc > 1 ? argv[1] : "states";
  g_autoptr(AdwApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("XINBIAO_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  xb_ui_init ();
  application = adw_application_new (APPLICATION_ID, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), (gpointer) what);
  return g_application_run (G_APPLICATION (application), 1, argv);
}
