/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "xb-business.h"
#include "xb-catalogue.h"
#include "xb-certification.h"
#include "xb-clock.h"
#include "xb-filing.h"
#include "xb-number.h"

G_BEGIN_DECLS

/**
 * XbWorkspace:
 *
 * Everything that the program knows and can do, over one data folder. The windows and xinbiaoctl
 * share it. It is used from the main thread alone.
 *
 * Reading gives live objects and lazy lists: the same row is the same object everywhere, and it
 * notifies when anybody (a window, a second process) changed it.
 *
 * Writing is done by verbs, one transaction and one "changed" signal each. A verb is an
 * `xb_workspace_…_async()`; it ends with xb_workspace_finish() or, where something new got an id,
 * xb_workspace_finish_id(), unless it has a finish of its own.
 */
#define XB_TYPE_WORKSPACE (xb_workspace_get_type ())
G_DECLARE_FINAL_TYPE (XbWorkspace, xb_workspace, XB, WORKSPACE, GObject)

XbWorkspace *xb_workspace_open             (const char   *folder,
                                            XbClock      *clock,
                                            GError      **error);
char        *xb_workspace_dup_default_folder (gboolean    practice);
const char  *xb_workspace_get_folder       (XbWorkspace  *self);
XbClock     *xb_workspace_get_clock        (XbWorkspace  *self);
XbCatalogue *xb_workspace_get_catalogue    (XbWorkspace  *self);
void         xb_workspace_watch            (XbWorkspace  *self,
                                            gboolean      watch);
void         xb_workspace_hold_moment      (XbWorkspace  *self);
void         xb_workspace_release_moment   (XbWorkspace  *self);
char        *xb_workspace_dup_clock_warning (XbWorkspace *self);
char        *xb_workspace_dup_damage (XbWorkspace *self);
gboolean     xb_workspace_is_empty         (XbWorkspace  *self);

/* Live objects: (transfer full) (nullable), NULL when there is no such row. */
XbBusiness      *xb_workspace_ref_business      (XbWorkspace *self);
XbNumber        *xb_workspace_ref_number        (XbWorkspace *self,
                                                 gint64       id);
XbCertification *xb_workspace_ref_certification (XbWorkspace *self,
                                                 gint64       id);
XbFiling        *xb_workspace_ref_filing        (XbWorkspace *self,
                                                 gint64       id);
gint64           xb_workspace_find_number       (XbWorkspace *self,
                                                 const char  *spelling,
                                                 GError     **error);

/* Which certifications a list shows. */
typedef enum
{
  XB_CERT_FILTER_ALL,
  XB_CERT_FILTER_OPEN,      /* on the way to live */
  XB_CERT_FILTER_ATTENTION, /* stands still until the owner acts */
  XB_CERT_FILTER_LIVE,
  XB_CERT_FILTER_ENDED,     /* expired, withdrawn */
} XbCertFilter;

/* Lazy lists (transfer full), kept true as long as somebody holds them. */
GListModel *xb_workspace_list_numbers        (XbWorkspace  *self,
                                              const char   *search);
GListModel *xb_workspace_list_certifications (XbWorkspace  *self,
                                              XbCertFilter  filter);
GListModel *xb_workspace_walk_numbers        (XbWorkspace  *self,
                                              const char   *search);
GListModel *xb_workspace_walk_certifications (XbWorkspace  *self,
                                              XbCertFilter  filter);
GListModel *xb_workspace_list_of_number      (XbWorkspace  *self,
                                              gint64        number_id);
GListModel *xb_workspace_list_of_filing      (XbWorkspace  *self,
                                              gint64        filing_id);
GListModel *xb_workspace_list_filings        (XbWorkspace  *self);
GListModel *xb_workspace_list_filing_numbers (XbWorkspace  *self,
                                              gint64        filing_id);
GListModel *xb_workspace_list_filing_without (XbWorkspace *self,
                                              gint64        filing_id);
GListModel *xb_workspace_list_brands         (XbWorkspace  *self);
GListModel *xb_workspace_list_materials      (XbWorkspace  *self);
GListModel *xb_workspace_list_ndas           (XbWorkspace  *self);
GListModel *xb_workspace_list_copies         (XbWorkspace  *self);
GListModel *xb_workspace_list_events         (XbWorkspace  *self,
                                              gint64        certification_id);
GListModel *xb_workspace_walk_events         (XbWorkspace  *self,
                                              gint64        certification_id);
GListModel *xb_workspace_list_evidence       (XbWorkspace  *self,
                                              gint64        certification_id);
GListModel *xb_workspace_list_costs          (XbWorkspace  *self,
                                              gint64        certification_id);
GListModel *xb_workspace_list_outbox         (XbWorkspace  *self);
void        xb_workspace_search_numbers      (XbWorkspace  *self,
                                              GListModel   *numbers,
                                              const char   *search);
/* @health: an XbHealth, or -1 for numbers in any. */
void        xb_workspace_filter_numbers      (XbWorkspace  *self,
                                              GListModel   *numbers,
                                              const char   *search,
                                              int           health);
void        xb_workspace_filter_certifications (XbWorkspace *self,
                                              GListModel   *certifications,
                                              XbCertFilter  filter);

/* The end of a verb. */
gboolean xb_workspace_finish    (XbWorkspace   *self,
                                 GAsyncResult  *result,
                                 GError       **error);
gint64   xb_workspace_finish_id (XbWorkspace   *self,
                                 GAsyncResult  *result,
                                 GError       **error);

/* Long work tells how far it is: @done of @total (0: unknown), on the main thread. */
typedef void (*XbProgressFunc) (guint64  done,
                                guint64  total,
                                gpointer data);

G_END_DECLS
