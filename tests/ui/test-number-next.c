/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>

#include "xb-number-next.h"

static GListModel *
make_certifications (int         state,
                     int         other,
                     const char *expires)
{
  GListStore *list = g_list_store_new (XB_TYPE_CERTIFICATION);
  const int states[] = { state, other };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr(XbCertification) item = states[i] >= 0 ? g_object_new (XB_TYPE_CERTIFICATION, "id", (gint64) i + 1, "state",
                                                                       states[i], "expires", expires, NULL) : NULL;

      if (item != NULL)
        g_list_store_append (list, item);
    }
  return G_LIST_MODEL (list);
}

/* The next step of a number follows from how it stands. */
static void
test_next (void)
{
  static const struct
  {
    int         state, other; /* -1: none */
    const char *expires;
    gint64      incident;
    gboolean    inspection_due;
    const char *verb, *action;
  } rows[] = {
    { -1, -1, NULL, 0, TRUE, "_Certify This Number", "app.new-certification" },
    { XB_CERT_STATE_WITHDRAWN, -1, NULL, 0, TRUE, "_Certify This Number", "app.new-certification" },
    { XB_CERT_STATE_LIVE, XB_CERT_STATE_LIVE, "2027-09-01", 0, FALSE, "Change the _Label", "app.edit-label" },
    { XB_CERT_STATE_LIVE, XB_CERT_STATE_WITHDRAWN, NULL, 0, FALSE, "Change the _Label", "app.edit-label" },
    { XB_CERT_STATE_LIVE, -1, "2027-09-01", 0, TRUE, "_Begin the Inspection", "app.open-inspection" },
    { XB_CERT_STATE_LIVE, -1, "2026-10-20", 0, TRUE, "_Renew", "app.open-certification" },
    { XB_CERT_STATE_LIVE, -1, "2026-10-20", 7, TRUE, "_See to the Incident", "app.open-incident" },
    { XB_CERT_STATE_LIVE, XB_CERT_STATE_EXPIRED, NULL, 0, FALSE, "_Renew", "app.open-certification" },
    { XB_CERT_STATE_LIVE, XB_CERT_STATE_IN_REVIEW, NULL, 0, TRUE, "_Record the Answer", "app.open-certification" },
    { XB_CERT_STATE_IN_REVIEW, XB_CERT_STATE_REJECTED, NULL, 0, FALSE, "_Mend It", "app.open-certification" },
    { XB_CERT_STATE_NEEDS_INFO, -1, NULL, 0, FALSE, "See What Is _Missing", "app.open-certification" },
    { XB_CERT_STATE_FAILED, -1, NULL, 0, FALSE, "_Hand In Again", "app.open-certification" },
    { XB_CERT_STATE_SUSPENDED, -1, NULL, 0, FALSE, "See _Why", "app.open-certification" },
    { XB_CERT_STATE_READY, -1, NULL, 0, FALSE, "_Hand In", "app.open-certification" },
    { XB_CERT_STATE_DRAFT, -1, NULL, 0, FALSE, "_Go On", "app.open-certification" },
    { XB_CERT_STATE_SYNCING, -1, NULL, 0, FALSE, "Add a _Photo", "app.open-certification" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GListModel) certifications = make_certifications (rows[i].state, rows[i].other, rows[i].expires);
      const XbNumberFacts facts = { 5, certifications, rows[i].incident, rows[i].inspection_due, "2026-09-29" };
      XbNumberNext next = xb_number_next_find (&facts);
      g_autoptr(GVariant) target = g_variant_ref_sink (next.target);

      g_test_message ("row %u", i);
      g_assert_cmpstr (next.verb, ==, rows[i].verb);
      g_assert_cmpstr (next.action, ==, rows[i].action);
      if (rows[i].incident != 0)
        g_assert_cmpint (g_variant_get_int64 (target), ==, rows[i].incident);
      else if (strcmp (next.action, "app.new-certification") == 0)
        g_assert_cmpint (g_variant_get_int64 (target), ==, 5);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number-next/states", test_next);
  return g_test_run ();
}
