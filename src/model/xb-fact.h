/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define XB_TYPE_FACT (xb_fact_get_type ())
G_DECLARE_FINAL_TYPE (XbFact, xb_fact, XB, FACT, GObject)

const char        *xb_fact_get_title      (XbFact *self);
const char        *xb_fact_get_text       (XbFact *self);
const char        *xb_fact_get_source     (XbFact *self);
const char        *xb_fact_get_checked    (XbFact *self);
gboolean           xb_fact_get_known      (XbFact *self);
gboolean           xb_fact_get_indicative (XbFact *self);
gboolean           xb_fact_get_edited     (XbFact *self);
gint64             xb_fact_get_edited_at  (XbFact *self);
const char *const *xb_fact_get_fields     (XbFact *self);

G_END_DECLS
