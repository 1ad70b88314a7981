/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "xb-day.h"
#include "xb-demo-costs.h"
#include "xb-demo-incidents.h"
#include "xb-demo-labels.h"
#include "xb-demo-inspections.h"
#include "xb-demo-metrics.h"
#include "xb-demo-table.h"
#include "xb-enum-types.h"
#include "xb-error.h"
#include "xb-life-private.h"
#include "xb-papers-private.h"
#include "xb-phone.h"
#include "xb-sample-paper.h"
#include "xb-workspace-keep.h"

/* Two businesses that do not exist: one to look at (demo), one to practise with. Both go through the
 * same rules and tables as a real one. */

#define DAY (24 * 3600)

/* The papers, in the order in which they are drawn; the last one is evidence and no material. */
enum
{
  PAPER_LICENCE,
  PAPER_LETTER,
  PAPER_OWNERSHIP,
  PAPER_LOGO,
  PAPER_PHONE,
  N_PAPERS
};

static const struct
{
  const char    *name;
  XbMaterialType type;
} papers[] = {
  [PAPER_LICENCE] = { "营业执照.png", XB_MATERIAL_TYPE_LICENCE },
  [PAPER_LETTER] = { "授权委托书.png", XB_MATERIAL_TYPE_AUTHORISATION },
  [PAPER_OWNERSHIP] = { "号码归属证明.png", XB_MATERIAL_TYPE_OWNERSHIP },
  [PAPER_LOGO] = { "标志.png", XB_MATERIAL_TYPE_LOGO },
  [PAPER_PHONE] = { "来电截图.png", XB_MATERIAL_TYPE_OTHER },
};

typedef struct
{
  XbVerb     verb;
  char      *folder;
  XbPaper    papers[N_PAPERS];
  gboolean   practice;
  GPtrArray *channels; /* XbChannel: for each step of each certification, in order */
  XbLabelDesk *desk;
} Demo;

static void
demo_free (gpointer data)
{
  Demo *verb = data;

  for (guint i = 0; i < N_PAPERS; i++)
    xb_paper_clear (&verb->papers[i]);
  g_clear_pointer (&verb->channels, g_ptr_array_unref);
  xb_label_desk_free (verb->desk);
  g_free (verb->folder);
  g_free (verb);
}

static gboolean
draw (guint       paper,
      const char *path,
      GError    **error)
{
  const char *const lines[] = { "名称：" XB_DEMO_NAME, "统一社会信用代码：" XB_DEMO_USCC, "住所：" XB_DEMO_ADDRESS, NULL };

  if (paper == PAPER_LICENCE)
    return xb_sample_paper_write ("营业执照", lines, path, error);
  if (paper == PAPER_LETTER)
    return xb_sample_paper_write ("来电号码认证授权委托书", lines, path, error);
  if (paper == PAPER_OWNERSHIP)
    return xb_sample_paper_write ("号码归属证明", lines, path, error);
  if (paper == PAPER_LOGO)
    return xb_sample_logo_write ("禾", path, error);
  return xb_sample_phone_write ("400-600-1825", XB_DEMO_BRAND, "客户服务", path, error);
}

static gboolean
take_drawing (Demo          *verb,
              guint          i,
              const char    *folder,
              GCancellable  *cancellable,
              GError       **error)
{
  XbPaper *paper = &verb->papers[i];
  gboolean done;

  paper->folder = g_strdup (verb->folder);
  paper->path = g_build_filename (folder, papers[i].name, NULL);
  done = draw (i, paper->path, error) && xb_paper_take (paper, cancellable, error);
  g_unlink (paper->path);
  return done;
}

static gboolean
prepare_demo (gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  Demo *verb = data;
  g_autofree char *folder = g_build_filename (verb->folder, "demo-XXXXXX", NULL);
  gboolean done = TRUE;

  if (g_mkdtemp_full (folder, 0700) == NULL)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_IO, _("no folder could be made in “%s”: %s"), verb->folder,
                   g_strerror (errno));
      return FALSE;
    }
  for (guint i = 0; done && i < N_PAPERS; i++)
    done = take_drawing (verb, i, folder, cancellable, error);
  g_rmdir (folder);
  return done;
}

static gboolean
write_business (Demo     *verb,
                XbDb     *db,
                GError  **error)
{
  g_autofree char *today = xb_instant_to_day (verb->verb.now);
  g_autofree char *soon = xb_day_add (today, 40);
  g_autofree char *later = xb_day_add_months (today, 40);

  return xb_db_run (db, error,
                    "INSERT INTO business (id, name, uscc, kind, address, industry, contact, contact_phone, handsets, "
                    "hours) "
                    "VALUES (1, ?, ?, 'company', ?, '餐饮', '市场部', '028-6555 1200', 'huawei,xiaomi', '10:00–22:00')", "ttt",
                    XB_DEMO_NAME, XB_DEMO_USCC, XB_DEMO_ADDRESS) &&
         xb_db_run (db, error, "INSERT INTO brand (name, registered, mark_no, expires) VALUES (?, 1, '00000000', ?)",
                    "tt", XB_DEMO_BRAND, verb->practice ? later : soon);
}

static gboolean
write_numbers (Demo     *verb,
               XbDb     *db,
               GError  **error)
{
  guint n = verb->practice ? 4 : xb_demo_n_numbers;

  for (guint i = 0; i < n; i++)
    {
      XbPhone phone;

      if (!xb_phone_parse (xb_demo_numbers[i].spelling, &phone, error) ||
          !xb_db_run (db, error, "INSERT INTO number (id, e164, national, type, use, hours, added_at) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?)", "ittttti", (gint64) i + 1, phone.e164, phone.national,
                      xb_phone_type_to_string (phone.type), xb_demo_numbers[i].use,
                      i == 0 ? "9:00–21:00" : NULL, verb->verb.now - 310 * DAY)) /* the hotline has its own hours */
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_papers (Demo     *verb,
              XbDb     *db,
              GError  **error)
{
  g_autofree char *today = xb_instant_to_day (verb->verb.now);
  g_autofree char *expires = xb_day_add_months (today, 30);

  for (guint i = 0; i < N_PAPERS; i++)
    {
      XbPaper *paper = &verb->papers[i];

      if (!xb_paper_store (paper, db, error))
        return FALSE;
      if (i != PAPER_PHONE &&
          !xb_db_run (db, error, "INSERT INTO material (sha256, name, type, width, height, expires, added_at) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?)", "tttiiti", paper->sha256, paper->name,
                      xb_enum_to_nick (XB_TYPE_MATERIAL_TYPE, papers[i].type), (gint64) paper->info.width,
                      (gint64) paper->info.height, i == PAPER_LICENCE ? expires : NULL, verb->verb.now - 305 * DAY))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_nda (Demo     *verb,
           XbDb     *db,
           GError  **error)
{
  g_autofree char *today = xb_instant_to_day (verb->verb.now);
  g_autofree char *signed_on = xb_day_add (today, -320);
  g_autofree char *expires = xb_day_add_months (signed_on, 24);

  return xb_db_run (db, error, "INSERT INTO nda (platform, signed, expires) VALUES ('third-party', ?, ?)", "tt",
                    signed_on, expires);
}

static gboolean
write_evidence (Demo                 *verb,
                XbDb                 *db,
                const XbTransition   *step,
                GError              **error)
{
  const char *const brands[] = { "huawei", "xiaomi" };

  for (guint i = 0; i < G_N_ELEMENTS (brands); i++)
    if (!xb_db_run (db, error, "INSERT INTO evidence (certification_id, handset, at, sha256, name) "
                    "VALUES (?, ?, ?, ?, ?)", "ititt", step->certification, brands[i], step->at,
                    verb->papers[PAPER_PHONE].sha256, papers[PAPER_PHONE].name))
      return FALSE;
  return TRUE;
}

static gboolean
write_filing (Demo                       *verb,
              XbDb                       *db,
              const XbDemoCertification  *row,
              gint64                      id,
              gint64                      at,
              GError                    **error)
{
  return xb_db_run (db, error, "INSERT INTO filing (id, platform, step, display_name, label, created_at, updated_at) "
                    "VALUES (?1, ?2, 'submit', ?3, ?4, ?5, ?5)", "ittti", id, row->platform, XB_DEMO_BRAND,
                    row->label, at) &&
         xb_db_run (db, error, "INSERT INTO filing_number VALUES (?, ?)", "ii", id, (gint64) row->number + 1) &&
         xb_db_run (db, error, "INSERT INTO certification (id, number_id, platform, filing_id, display_name, label, "
                    "updated_at) VALUES (?1, ?2, ?3, ?1, ?4, ?5, ?6)", "iittti", id, (gint64) row->number + 1,
                    row->platform, XB_DEMO_BRAND, row->label, at) &&
         xb_db_run (db, error, "INSERT INTO event (certification_id, at, to_state) VALUES (?, ?, 'draft')", "ii",
                    id, at);
}

static gint64
step_time (Demo             *verb,
           const XbDemoStep *step)
{
  return verb->verb.now - step->days_ago * DAY;
}

static gboolean
write_certification (Demo     *verb,
                     XbDb     *db,
                     guint     i,
                     guint    *channel,
                     GError  **error)
{
  const XbDemoCertification *row = &xb_demo_certifications[i];
  gint64 id = (gint64) i + 1;

  if (!write_filing (verb, db, row, id, step_time (verb, &row->steps[0]), error))
    return FALSE;
  for (guint s = 0; row->steps[s].state != XB_CERT_STATE_DRAFT; s++)
    {
      const XbDemoStep *from = &row->steps[s];
      g_autofree char *day = xb_instant_to_day (step_time (verb, from));
      g_autofree char *expires = from->state == XB_CERT_STATE_LIVE ? xb_day_add_months (day, 12) : NULL;
      const XbTransition step = {
        .certification = id, .to = from->state, .at = step_time (verb, from), .trusted = TRUE, .reason = from->note,
        .expires = expires,
        .case_no = from->state == XB_CERT_STATE_SUBMITTED ? row->case_no : NULL,
        .channel = g_ptr_array_index (verb->channels, (*channel)++) };

      if (from->state == XB_CERT_STATE_LIVE && !write_evidence (verb, db, &step, error))
        return FALSE;
      if (!xb_life_apply (db, &step, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
demo_job (XbDb     *db,
          gpointer  data,
          GError  **error)
{
  Demo *verb = data;
  guint channel = 0;

  if (xb_db_int (db, 1, "SELECT (SELECT count (*) FROM business) + (SELECT count (*) FROM number) + "
                 "(SELECT count (*) FROM material) + (SELECT count (*) FROM filing)", "") != 0)
    {
      g_set_error (error, XB_ERROR, XB_ERROR_REFUSED,
                   _("“%s” is not empty; the sample business needs a folder of its own: give another --data-dir"), verb->folder);
      return FALSE;
    }
  if (!write_business (verb, db, error) || !write_numbers (verb, db, error) || !write_papers (verb, db, error))
    return FALSE;
  if (verb->practice)
    return TRUE;
  if (!write_nda (verb, db, error))
    return FALSE;
  for (guint i = 0; i < xb_demo_n_certifications; i++)
    if (!write_certification (verb, db, i, &channel, error))
      return FALSE;
  return xb_demo_write_labels (db, verb->desk, verb->verb.now, error) &&
         xb_demo_write_metrics (db, verb->verb.now, error) &&
         xb_demo_write_inspections (db, verb->verb.now, verb->channels, verb->papers[PAPER_PHONE].sha256,
                                    papers[PAPER_PHONE].name, error) &&
         xb_demo_write_incidents (db, verb->verb.now, verb->papers[PAPER_PHONE].sha256, papers[PAPER_PHONE].name, error) &&
         xb_demo_write_costs (db, verb->verb.now, error);
}

static void
plan_channels (XbWorkspace *self,
               Demo        *verb)
{
  verb->channels = g_ptr_array_new_with_free_func ((GDestroyNotify) xb_channel_free);
  for (guint i = 0; i < xb_demo_n_certifications; i++)
    {
      const XbDemoCertification *row = &xb_demo_certifications[i];
      XbPlatform *platform = xb_catalogue_lookup (xb_workspace_get_catalogue (self), row->platform);

      for (guint s = 0; row->steps[s].state != XB_CERT_STATE_DRAFT; s++)
        g_ptr_array_add (verb->channels, xb_channel_new (platform, step_time (verb, &row->steps[s])));
    }
}

static void
run_demo (XbWorkspace         *self,
          gboolean             practice,
          gpointer             tag,
          GCancellable        *cancellable,
          GAsyncReadyCallback  callback,
          gpointer             user_data)
{
  Demo *verb = xb_verb_new (self, sizeof *verb);

  verb->folder = g_strdup (xb_workspace_get_folder (self));
  verb->practice = practice;
  plan_channels (self, verb);
  verb->desk = xb_label_desk_new (self, verb->verb.now, NULL);
  xb_workspace_run (self, tag, prepare_demo, demo_job, verb, demo_free, cancellable, callback, user_data);
}

void
xb_workspace_demo_async (XbWorkspace         *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  run_demo (self, FALSE, xb_workspace_demo_async, cancellable, callback, user_data);
}

void
xb_workspace_set_up_practice_async (XbWorkspace         *self,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  run_demo (self, TRUE, xb_workspace_set_up_practice_async, cancellable, callback, user_data);
}
