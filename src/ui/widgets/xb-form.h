/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_FORM (xb_form_get_type ())
G_DECLARE_DERIVABLE_TYPE (XbForm, xb_form, XB, FORM, AdwWindow)

/**
 * XbFormClass:
 * @act: the verb was pressed; ends in xb_form_end() or xb_form_set_problem()
 */
struct _XbFormClass
{
  AdwWindowClass parent_class;

  void (*act) (XbForm *self);
};

void          xb_form_set_up          (XbForm      *self,
                                        GtkWidget    *parent,
                                        const char   *title,
                                        const char   *verb);
XbWorkspace  *xb_form_get_workspace   (XbForm      *self);
GCancellable *xb_form_get_cancellable (XbForm      *self);
void          xb_form_add             (XbForm      *self,
                                        GtkWidget    *child);
void          xb_form_act             (XbForm      *self);
void          xb_form_begin           (XbForm      *self);
gboolean      xb_form_end             (XbForm      *self,
                                        GAsyncResult *result);
gint64        xb_form_end_id          (XbForm      *self,
                                        GAsyncResult *result);
void          xb_form_set_problem     (XbForm      *self,
                                        const char   *problem);
const char   *xb_form_get_problem     (XbForm      *self);
void          xb_form_set_ready       (XbForm      *self,
                                        gboolean      ready);

G_END_DECLS
