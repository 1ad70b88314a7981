/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-fact.h"

G_BEGIN_DECLS

XbFact  *xb_fact_new   (const char        *title,
                        const char        *text,
                        const char        *source,
                        const char        *checked,
                        gboolean           known,
                        gboolean           indicative,
                        gint64             edited_at,
                        const char *const *fields);
gboolean xb_fact_equal (XbFact            *self,
                        XbFact            *other);

G_END_DECLS
