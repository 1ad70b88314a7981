/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-due-look.h"

static const XbDueLook looks[] = {
  { "needs-info", XB_MARK_BANG, "warning", N_("More is asked"), N_("See What Is _Missing"), TRUE },
  { "rejected", XB_MARK_CROSS, "error", N_("Rejected"), N_("_Mend It"), TRUE },
  { "failed", XB_MARK_SLASH, "error", N_("Failed"), N_("_Hand In Again"), TRUE },
  { "suspended", XB_MARK_PAUSE, "warning", N_("Suspended"), N_("See _Why"), TRUE },
  { "submit", XB_MARK_RING, "accent", N_("Hand in"), N_("_Hand In"), TRUE },
  { "review", XB_MARK_HALF, "accent", N_("Ask"), N_("_Record the Answer"), TRUE },
  { "evidence", XB_MARK_TARGET, "accent", N_("Look at a phone"), N_("Add a _Photo"), TRUE },
  { "renew", XB_MARK_CLOCK, "warning", N_("Renew"), N_("_Renew"), TRUE },
  { "finish", XB_MARK_DOTTED, "neutral", N_("Begun"), N_("_Go On"), FALSE },
  { "outbox", XB_MARK_CROSS, "error", N_("Not sent"), N_("See _Why"), FALSE },
  { "material-expiry", XB_MARK_CLOCK, "warning", N_("Paper"), N_("_Renew the Paper"), TRUE },
  { "nda-expiry", XB_MARK_CLOCK, "warning", N_("Agreement"), N_("_Renew the Agreement"), TRUE },
  { "mark-expiry", XB_MARK_CLOCK, "warning", N_("Mark"), N_("_Renew the Mark"), TRUE },
  { "label-file", XB_MARK_RING, "accent", N_("Label"), N_("_Change the Label"), TRUE },
  { "label-restore", XB_MARK_CLOCK, "warning", N_("Put back"), N_("_Put It Back"), TRUE },
  { "label-check", XB_MARK_TARGET, "accent", N_("Look at a phone"), N_("_Record What Shows"), TRUE },
  { "label-stale", XB_MARK_BANG, "error", N_("Still shows"), N_("_Put It Back"), TRUE },
  { "label-refused", XB_MARK_CROSS, "error", N_("Refused"), N_("_Mend It"), TRUE },
  { "inspection", XB_MARK_TARGET, "accent", N_("Inspection"), N_("_Begin the Inspection"), TRUE },
  { "inspection-open", XB_MARK_HALF, "accent", N_("Inspection"), N_("_Go On"), FALSE },
  { "inspection-task", XB_MARK_BANG, "error", N_("To be mended"), N_("_Mend It"), TRUE },
  { "incident-appeal", XB_MARK_BANG, "error", N_("Incident"), N_("_Appeal Now"), TRUE },
  { "incident-follow-up", XB_MARK_HALF, "warning", N_("Incident"), N_("_Follow It Up"), TRUE },
  { "incident-notify", XB_MARK_THREE_QUARTERS, "warning", N_("Incident"), N_("_Tell Customers"), TRUE },
  { "incident-close", XB_MARK_TICK, "success", N_("Incident"), N_("_Close the Case"), FALSE },
  { "appeal-answer", XB_MARK_HALF, "accent", N_("Appeal"), N_("_Record the Answer"), TRUE },
  { "recheck", XB_MARK_TARGET, "accent", N_("Look again"), N_("_Look Again"), TRUE },
  { "licence-expiry", XB_MARK_CLOCK, "warning", N_("Licence"), N_("_Renew the Licence"), TRUE },
};

/* Where the thing that is due is seen to: an action with its row, else a page. */
static const struct
{
  const char *object;
  const char *action; /* (nullable): takes the id */
  const char *page;
} places[] = {
  { "certification", "app.open-certification", "certifications" },
  { "filing", "app.open-filing", "certifications" },
  { "inspection", "app.open-inspection", "inspections" },
  { "inspection-task", "app.open-inspection-task", "inspections" },
  { "label", "app.open-label", "numbers" },
  { "outbox", NULL, "certifications" },
  { "incident", "app.open-incident", "incidents" },
  { "material", NULL, "materials" },
  { "nda", NULL, "materials" },
};

/** xb_due_look_find: Returns: (transfer none): how that kind looks; a kind that is not known looks plain */
const XbDueLook *
xb_due_look_find (const char *kind)
{
  static const XbDueLook plain = { "", XB_MARK_RING, "neutral", N_("To do"), N_("_Open"), TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (g_strcmp0 (looks[i].kind, kind) == 0)
      return &looks[i];
  return &plain;
}

/** xb_due_open: goes to the place where it is done; @widget: in the window that asks */
void
xb_due_open (XbDue     *due,
             GtkWidget *widget)
{
  g_auto(GStrv) parts = g_strsplit (xb_due_get_object (due), "/", 2);
  gint64 id = parts[0] != NULL && parts[1] != NULL ? g_ascii_strtoll (parts[1], NULL, 10) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      if (g_strcmp0 (parts[0], places[i].object) != 0)
        continue;
      if (places[i].action == NULL || !gtk_widget_activate_action (widget, places[i].action, "x", id))
        gtk_widget_activate_action (widget, "win.show-page", "s", places[i].page);
      return;
    }
  gtk_widget_activate_action (widget, "app.business", NULL);
}
