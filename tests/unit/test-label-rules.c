/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-label-life.h"
#include "xb-label-terms.h"
#include "xb-label-timeline.h"

/* The rules of labels by table: who follows whom, which day, what it costs, which label shows when. */

static void
test_states (void)
{
  static const struct { const char *from, *next; } table[] = {
    { "planned", "filed, cancelled" },
    { "filed", "planned, live, refused" },
    { "live", "" },
    { "refused", "filed, cancelled" },
    { "cancelled", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *next = NULL;
      int from = -1;

      g_assert_true (xb_enum_from_nick (XB_TYPE_CHANGE_STATE, table[i].from, &from));
      next = xb_change_dup_choices (from);
      g_assert_cmpstr (next, ==, table[i].next);
      g_assert_cmpint (xb_change_is_open (from), ==, i != 2 && i != 4);
    }
}

static void
test_label_state (void)
{
  static const struct
  {
    const char *from, *until;
    const char *state;
    gint64      restores;
    const char *on, *stale;
  } table[] = {
    { "2026-09-01", NULL, "live", 0, "live", "no" },
    { "2026-09-01", "2026-10-07", "live", 1, "live", "no" },        /* its last day */
    { "2026-09-01", "2026-10-06", "live", 1, "live", "stale" },     /* over, and still up */
    { "2026-09-01", "2026-10-06", "live", 0, "ended", "no" },
    { "2026-11-01", "2026-10-31", "planned", 0, "ended", "no" },    /* ended before it began */
    { "2026-11-01", NULL, "planned", 0, "planned", "no" },
    { "2026-10-01", NULL, "refused", 0, "refused", "no" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      int state = -1, on = -1;
      g_autoptr(XbLabel) label = NULL;

      g_assert_true (xb_enum_from_nick (XB_TYPE_LABEL_STATE, table[i].state, &state));
      g_assert_true (xb_enum_from_nick (XB_TYPE_LABEL_STATE, table[i].on, &on));
      label = g_object_new (XB_TYPE_LABEL, "from-day", table[i].from, "until-day", table[i].until, "state", state,
                            "restores", table[i].restores, NULL);
      g_assert_cmpint (xb_label_get_state_on (label, "2026-10-07"), ==, on);
      g_assert_cmpint (xb_label_is_stale (label, "2026-10-07"), ==, *table[i].stale == 's');
    }
}

/* 2026-10-01 to 07 is the National Day holiday; 09-27 and 10-10 are worked for it. */
static void
test_days (void)
{
  static const struct
  {
    int         review;
    gboolean    review_hours;
    int         sync;
    gboolean    sync_hours;
    const char *show_on, *today;
    const char *file_by, *expected, *flags; /* late, estimated, assumed */
  } table[] = {
    /* operator: 7 working days and 48 hours */
    { 7, FALSE, 48, TRUE, "2026-11-11", "2026-09-28", "2026-10-29", "2026-11-11", "" },
    { 7, FALSE, 48, TRUE, "2026-10-01", "2026-09-28", "2026-09-28", "2026-10-15", "l" },
    { 7, FALSE, 48, TRUE, "2026-09-28", "2026-09-28", "2026-09-28", "2026-10-15", "l" },
    /* third party: 24 hours and 5 working days, through the holiday */
    { 24, TRUE, 5, FALSE, "2026-10-15", "2026-09-20", "2026-10-08", "2026-10-15", "" },
    { 24, TRUE, 5, FALSE, "2026-10-01", "2026-09-01", "2026-09-21", "2026-09-30", "" },
    /* practice: a day and three, over a week-end */
    { 1, FALSE, 3, FALSE, "2026-11-16", "2026-11-01", "2026-11-10", "2026-11-16", "" },
    /* at once */
    { 0, FALSE, 0, FALSE, "2026-11-14", "2026-11-01", "2026-11-13", "2026-11-13", "" }, /* a Saturday */
    /* nobody says how long: the house allows 7 and 5 working days, and says so */
    { -1, FALSE, -1, FALSE, "2026-11-30", "2026-09-28", "2026-11-12", "2026-11-30", "a" },
    { 5, FALSE, -1, FALSE, "2026-11-30", "2026-09-28", "2026-11-16", "2026-11-30", "a" },
    /* past the published calendar */
    { 7, FALSE, 48, TRUE, "2027-03-01", "2026-09-28", "2027-02-17", "2027-02-28", "e" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const XbLabelTerms terms = { .review = table[i].review, .review_hours = table[i].review_hours,
                                   .sync = table[i].sync, .sync_hours = table[i].sync_hours };
      g_autoptr(GError) error = NULL;
      XbLabelDays days;

      g_assert_true (xb_label_terms_plan (&terms, xb_workdays_get_default (), table[i].show_on, table[i].today, &days,
                                          &error));
      g_assert_no_error (error);
      g_test_message ("%u: %s %s %d%d%d", i, days.file_by, days.expected, days.late, days.estimated, days.assumed);
      g_assert_cmpstr (days.file_by, ==, table[i].file_by);
      g_assert_cmpstr (days.expected, ==, table[i].expected);
      g_assert_cmpint (days.late, ==, strchr (table[i].flags, 'l') != NULL);
      g_assert_cmpint (days.estimated, ==, strchr (table[i].flags, 'e') != NULL);
      g_assert_cmpint (days.assumed, ==, strchr (table[i].flags, 'a') != NULL);
    }
}

/* Handed in on the last day it is in time, a working day later it is not. */
static void
test_days_last (void)
{
  const XbLabelTerms terms = { .review = 7, .sync = 48, .sync_hours = TRUE };
  XbWorkdays *workdays = xb_workdays_get_default ();

  for (guint i = 0; i < 120; i++)
    {
      g_autoptr(GDate) date = g_date_new_dmy (20, 7, 2026);
      char show_on[11];
      g_autofree char *later = NULL;
      XbLabelDays days, after;

      g_date_add_days (date, i);
      g_date_strftime (show_on, sizeof show_on, "%Y-%m-%d", date);
      g_assert_true (xb_label_terms_plan (&terms, workdays, show_on, "2026-01-01", &days, NULL));
      g_assert_cmpstr (days.expected, <=, show_on);
      later = xb_workdays_add (workdays, days.file_by, 1, NULL, NULL);
      g_assert_true (xb_label_terms_expect (&terms, workdays, later, &after, NULL));
      g_assert_cmpstr (after.expected, >, show_on);
    }
}

static void
test_gap (void)
{
  static const struct { int takes_down, review, sync; gboolean hours; int gap; } table[] = {
    { 0, 7, 48, TRUE, 0 }, { 1, 7, 48, TRUE, 9 }, { 1, 1, 3, FALSE, 4 }, { -1, 7, 48, TRUE, -1 },
    { 1, -1, 3, FALSE, -1 }, { 0, -1, -1, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const XbLabelTerms terms = { .takes_down = table[i].takes_down, .review = table[i].review, .sync = table[i].sync,
                                   .sync_hours = table[i].hours };

      g_assert_cmpint (xb_label_terms_get_gap (&terms), ==, table[i].gap);
    }
}

static void
test_year (void)
{
  static const struct { const char *entered, *first, *day, *from, *until; } table[] = {
    { "", NULL, "2026-09-28", "2026-01-01", "2026-12-31" },
    { "", "2025-12-09", "2026-09-28", "2025-12-09", "2026-12-08" },
    { "", "2025-12-09", "2026-12-09", "2026-12-09", "2027-12-08" },
    { "", "2025-12-09", "2026-12-08", "2025-12-09", "2026-12-08" },
    { "2026-03-01", "2025-12-09", "2026-09-28", "2026-03-01", "2027-02-28" },
    { "2026-03-01", NULL, "2026-02-28", "2025-03-01", "2026-02-28" },
    { "2024-02-29", NULL, "2026-02-28", "2026-02-28", "2027-02-27" },
    { "2024-02-29", NULL, "2028-02-28", "2027-02-28", "2028-02-28" },
    { "2024-02-29", NULL, "2028-02-29", "2028-02-29", "2029-02-27" },
    { "2030-06-01", NULL, "2026-09-28", "2026-06-01", "2027-05-31" }, /* entered for a year to come */
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      XbLabelTerms terms = { 0 };
      char from[11], until[11];

      g_strlcpy (terms.contract_from, table[i].entered, sizeof terms.contract_from);
      xb_label_terms_find_year (&terms, table[i].first, table[i].day, from, until);
      g_assert_cmpstr (from, ==, table[i].from);
      g_assert_cmpstr (until, ==, table[i].until);
    }
}

static void
test_fee (void)
{
  static const struct { gboolean free; gint64 min, max; gboolean known; gint64 least, most; const char *note; } table[] = {
    { TRUE, 5000, 10000, TRUE, 0, 0, "free" },
    { FALSE, 5000, 10000, TRUE, 5000, 10000, "50.00 to 100.00 yuan" },
    { FALSE, 8000, 8000, TRUE, 8000, 8000, "80.00 yuan" },
    { FALSE, -1, -1, FALSE, -1, -1, NULL },
    { TRUE, -1, -1, TRUE, 0, 0, "free" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const XbLabelTerms terms = { .fee_min = table[i].min, .fee_max = table[i].max, .indicative = TRUE };
      gint64 least, most;

      g_assert_cmpint (xb_label_terms_get_fee (&terms, table[i].free, &least, &most), ==, table[i].known);
      g_assert_cmpint (least, ==, table[i].least);
      g_assert_cmpint (most, ==, table[i].most);
      if (table[i].note != NULL)
        {
          g_autofree char *note = xb_label_terms_dup_note (&terms, table[i].free);

          g_assert_nonnull (strstr (note, table[i].note));
        }
    }
}

/* What the catalogue says of real platforms. */
static void
test_catalogue (void)
{
  static const char json[] =
    "{\"name\":{\"zh\":\"某运营商\",\"en\":\"An operator\"},\"kind\":\"operator\",\"client\":\"manual\",\"facts\":{}}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr(GError) error = NULL;
  g_autoptr(XbPlatform) platform = xb_platform_new_from_bytes ("someone", bytes, &error);
  XbLabelTerms terms;

  g_assert_no_error (error);
  xb_label_terms_init (&terms, platform);
  g_assert_cmpint (terms.free_edits, ==, 3);
  g_assert_cmpint (terms.fee_min, ==, 5000);
  g_assert_cmpint (terms.fee_max, ==, 10000);
  g_assert_cmpint (terms.takes_down, ==, -1);
  g_assert_true (terms.indicative);
  g_assert_cmpstr (terms.contract_from, ==, "");
  g_assert_true (xb_platform_apply_edit (platform, "contract_from", "2026-03-01", 1, &error));
  g_assert_true (xb_platform_apply_edit (platform, "free_edits", "1", 1, &error));
  g_assert_no_error (error);
  xb_label_terms_init (&terms, platform);
  g_assert_cmpstr (terms.contract_from, ==, "2026-03-01");
  g_assert_cmpint (terms.free_edits, ==, 1);
}

/* 冰饮专线 is the base label; in autumn 火锅专线 replaces it for good; 国庆 is a season; 双11 a campaign. */
static const XbLabelSpan year[] = {
  { 1, XB_LABEL_LAYER_BASE, NULL, "冰饮专线", "2026-03-01", NULL },
  { 2, XB_LABEL_LAYER_BASE, NULL, "火锅专线", "2026-10-15", NULL },
  { 3, XB_LABEL_LAYER_SEASON, NULL, "国庆不打烊", "2026-10-01", "2026-10-07" },
  { 4, XB_LABEL_LAYER_CAMPAIGN, NULL, "双11优惠", "2026-11-01", "2026-11-11" },
  { 5, XB_LABEL_LAYER_SEASON, "cmcc", "冬日暖锅", "2026-11-05", "2026-11-20" },
};

static void
test_valid (void)
{
  static const struct { const char *platform, *day; gint64 id; } table[] = {
    { "cmcc", "2026-02-28", 0 }, { "cmcc", "2026-03-01", 1 }, { "cmcc", "2026-09-30", 1 }, { "cmcc", "2026-10-01", 3 },
    { "cmcc", "2026-10-07", 3 }, { "cmcc", "2026-10-08", 1 }, { "cmcc", "2026-10-14", 1 }, { "cmcc", "2026-10-15", 2 },
    { "cmcc", "2026-11-05", 4 }, { "cmcc", "2026-11-12", 5 }, { "telecom", "2026-11-12", 2 }, { NULL, "2026-11-12", 5 },
    { "cmcc", "2026-11-21", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const XbLabelSpan *span = xb_label_spans_find (year, G_N_ELEMENTS (year), table[i].platform, table[i].day);

      g_assert_cmpint (span != NULL ? span->id : 0, ==, table[i].id);
    }
  g_assert_cmpint (xb_label_spans_find_next (year, G_N_ELEMENTS (year), &year[0])->id, ==, 2);
  g_assert_null (xb_label_spans_find_next (year, G_N_ELEMENTS (year), &year[1]));
}

static char *
list_edits_of (const XbLabelSpan  *spans,
               guint               n,
               const char         *platform,
               const XbLabelStand *stand)
{
  g_autoptr(GArray) edits = xb_label_spans_find_edits (spans, n, platform, stand);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < edits->len; i++)
    {
      const XbLabelEdit *edit = &g_array_index (edits, XbLabelEdit, i);

      g_string_append_printf (out, "%s%s %s %d:%s", i > 0 ? "|" : "", edit->show_on,
                              edit->kind == XB_CHANGE_KIND_RESTORE ? "back" : "up", (int) edit->label, edit->text);
    }
  return g_string_free (out, FALSE);
}

static char *
list_edits (const XbLabelSpan *spans,
            guint              n,
            const char        *platform,
            const char        *today,
            const char        *shows,
            const XbLabelEdit *refused,
            guint              n_refused)
{
  return list_edits_of (spans, n, platform, &(XbLabelStand) { .today = today, .shows = shows, .refused = refused,
                                                               .n_refused = n_refused });
}

static void
test_edits (void)
{
  static const struct { const char *platform, *today, *shows, *edits; } table[] = {
    { "telecom", "2026-09-28", "冰饮专线",
      "2026-10-01 up 3:国庆不打烊|2026-10-08 back 3:冰饮专线|2026-10-15 up 2:火锅专线|2026-11-01 up 4:双11优惠|"
      "2026-11-12 back 4:火锅专线" },
    /* what goes up straight after another needs no way back between them */
    { "cmcc", "2026-10-20", "火锅专线",
      "2026-11-01 up 4:双11优惠|2026-11-12 back 4:冬日暖锅|2026-11-21 back 5:火锅专线" },
    /* it should be up already: planned for the day on which it should have been */
    { "telecom", "2026-10-03", "冰饮专线",
      "2026-10-01 up 3:国庆不打烊|2026-10-08 back 3:冰饮专线|2026-10-15 up 2:火锅专线|2026-11-01 up 4:双11优惠|"
      "2026-11-12 back 4:火锅专线" },
    /* a label is still up after its end: putting back is overdue */
    { "telecom", "2026-11-20", "双11优惠", "2026-11-12 back 4:火锅专线" },
    { "telecom", "2026-11-20", "火锅专线", "" },
    /* nothing is planned before March: what shows is none of ours */
    { "telecom", "2026-11-20", "别的", "2026-10-15 up 2:火锅专线" },
  };
  const XbLabelEdit refused = { .label = 4, .kind = XB_CHANGE_KIND_PUT_UP, .text = "双11优惠" };
  g_autofree char *without = list_edits (year, G_N_ELEMENTS (year), "telecom", "2026-10-20", "火锅专线", &refused, 1);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *edits = list_edits (year, G_N_ELEMENTS (year), table[i].platform, table[i].today, table[i].shows,
                                           NULL, 0);

      g_test_message ("%u: %s", i, edits);
      g_assert_cmpstr (edits, ==, table[i].edits);
    }
  /* what the platform refused is not asked for again, and needs no way back */
  g_assert_cmpstr (without, ==, "");
}

/* What was handed in for a day to come shows from then on: until then nothing is put back. */
static void
test_coming (void)
{
  static const XbLabelEdit season = { .label = 3, .text = "国庆不打烊", .show_on = "2026-10-01" };
  static const XbLabelEdit base = { .label = 1, .text = "冰饮专线", .show_on = "2026-03-01" };
  static const struct { const char *today, *shows, *edits; } table[] = {
    { "2026-09-28", "冰饮专线", "2026-10-08 back 3:冰饮专线|2026-10-15 up 2:火锅专线|2026-11-01 up 4:双11优惠|"
      "2026-11-12 back 4:火锅专线" },
    { "2026-10-02", "冰饮专线", "2026-10-08 back 3:冰饮专线|2026-10-15 up 2:火锅专线|2026-11-01 up 4:双11优惠|"
      "2026-11-12 back 4:火锅专线" },
    /* what should show until then is put up all the same */
    { "2026-09-28", "别的", "2026-03-01 up 1:冰饮专线|2026-10-08 back 3:冰饮专线|2026-10-15 up 2:火锅专线|"
      "2026-11-01 up 4:双11优惠|2026-11-12 back 4:火锅专线" },
  };
  const XbLabelEdit both[] = { season, base };
  g_autofree char *taken_back = NULL;
  g_autofree char *two = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *edits = list_edits_of (year, G_N_ELEMENTS (year), "telecom",
                                              &(XbLabelStand) { table[i].today, table[i].shows, &season, 1 });

      g_test_message ("%u: %s", i, edits);
      g_assert_cmpstr (edits, ==, table[i].edits);
    }
  /* its label was taken back: what was there is put up again on the day */
  taken_back = list_edits_of (year, 1, "telecom", &(XbLabelStand) { "2026-09-28", "冰饮专线", &season, 1 });
  g_assert_cmpstr (taken_back, ==, "2026-03-01 up 1:冰饮专线");
  two = list_edits_of (year, 1, "telecom", &(XbLabelStand) { "2026-09-28", "别的", both, 2 });
  g_assert_cmpstr (two, ==, "2026-03-01 up 1:冰饮专线");
}

static void
test_nothing_below (void)
{
  static const XbLabelSpan only[] = { { 1, XB_LABEL_LAYER_SEASON, NULL, "春节不打烊", "2027-02-05", "2027-02-12" } };
  g_autofree char *edits = list_edits (only, 1, "cmcc", "2026-12-01", "", NULL, 0);
  g_autofree char *before = list_edits (only, 1, "cmcc", "2026-12-01", "我们的", NULL, 0);
  g_autofree char *none = list_edits (only, 0, "cmcc", "2026-12-01", "我们的", NULL, 0);

  g_assert_cmpstr (edits, ==, "2027-02-05 up 1:春节不打烊|2027-02-13 back 1:");
  g_assert_cmpstr (before, ==, "2027-02-05 up 1:春节不打烊|2027-02-13 back 1:");
  g_assert_cmpstr (none, ==, "");
}

static void
test_overlaps (void)
{
  static const XbLabelSpan spans[] = {
    { 1, XB_LABEL_LAYER_BASE, NULL, "a", "2026-01-01", NULL },
    { 2, XB_LABEL_LAYER_BASE, NULL, "b", "2026-05-01", NULL },
    { 3, XB_LABEL_LAYER_SEASON, NULL, "c", "2026-06-01", "2026-08-31" },
    { 4, XB_LABEL_LAYER_SEASON, NULL, "d", "2026-08-15", "2026-09-30" },
    { 5, XB_LABEL_LAYER_SEASON, "cmcc", "e", "2026-09-30", "2026-10-02" },
    { 6, XB_LABEL_LAYER_SEASON, "telecom", "f", "2026-09-30", "2026-10-02" },
    { 7, XB_LABEL_LAYER_CAMPAIGN, NULL, "g", "2026-06-01", "2026-06-18" },
    { 8, XB_LABEL_LAYER_SEASON, NULL, "h", "2026-12-01", "2026-11-30" }, /* never shows */
  };
  static const struct { gint64 over, under; const char *from, *until; } wanted[] = {
    { 4, 3, "2026-08-15", "2026-08-31" }, { 5, 4, "2026-09-30", "2026-09-30" }, { 6, 4, "2026-09-30", "2026-09-30" },
  };
  g_autoptr(GArray) overlaps = xb_label_spans_find_overlaps (spans, G_N_ELEMENTS (spans), NULL);
  g_autoptr(GArray) cmcc = xb_label_spans_find_overlaps (spans, G_N_ELEMENTS (spans), "cmcc");

  g_assert_cmpuint (overlaps->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < overlaps->len; i++)
    {
      const XbLabelOverlap *overlap = &g_array_index (overlaps, XbLabelOverlap, i);

      g_assert_cmpint (overlap->over, ==, wanted[i].over);
      g_assert_cmpint (overlap->under, ==, wanted[i].under);
      g_assert_cmpstr (overlap->from, ==, wanted[i].from);
      g_assert_cmpstr (overlap->until, ==, wanted[i].until);
    }
  g_assert_cmpuint (cmcc->len, ==, 2);
}

static void
test_gaps (void)
{
  static const XbLabelSpan spans[] = {
    { 1, XB_LABEL_LAYER_SEASON, NULL, "a", "2026-03-01", "2026-05-31" },
    { 2, XB_LABEL_LAYER_SEASON, "cmcc", "b", "2026-06-10", "2026-06-20" },
    { 3, XB_LABEL_LAYER_BASE, NULL, "c", "2026-10-01", NULL },
  };
  static const struct { const char *platform, *gaps; } table[] = {
    { "cmcc", "2026-01-01–2026-02-28 2026-06-01–2026-06-09 2026-06-21–2026-09-30 " },
    { "telecom", "2026-01-01–2026-02-28 2026-06-01–2026-09-30 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GArray) gaps = xb_label_spans_find_gaps (spans, G_N_ELEMENTS (spans), table[i].platform, "2026-01-01",
                                                         "2026-12-31");
      g_autoptr(GString) out = g_string_new (NULL);

      for (guint j = 0; j < gaps->len; j++)
        g_string_append_printf (out, "%s–%s ", g_array_index (gaps, XbLabelGap, j).from,
                                g_array_index (gaps, XbLabelGap, j).until);
      g_assert_cmpstr (out->str, ==, table[i].gaps);
    }
}

static void
test_join (void)
{
  g_assert_true (xb_label_edits_can_join ("2026-10-08", "2026-10-15", 14));
  g_assert_true (xb_label_edits_can_join ("2026-10-15", "2026-10-01", 14));
  g_assert_false (xb_label_edits_can_join ("2026-10-16", "2026-10-01", 14));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label/states", test_states);
  g_test_add_func ("/label/state-on-a-day", test_label_state);
  g_test_add_func ("/label/days", test_days);
  g_test_add_func ("/label/days-last", test_days_last);
  g_test_add_func ("/label/gap", test_gap);
  g_test_add_func ("/label/year", test_year);
  g_test_add_func ("/label/fee", test_fee);
  g_test_add_func ("/label/catalogue", test_catalogue);
  g_test_add_func ("/label/valid", test_valid);
  g_test_add_func ("/label/edits", test_edits);
  g_test_add_func ("/label/coming", test_coming);
  g_test_add_func ("/label/nothing-below", test_nothing_below);
  g_test_add_func ("/label/overlaps", test_overlaps);
  g_test_add_func ("/label/gaps", test_gaps);
  g_test_add_func ("/label/join", test_join);
  return g_test_run ();
}
