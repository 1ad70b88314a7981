/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-platform-client.h"

G_BEGIN_DECLS

#define XB_TYPE_PRACTICE_CLIENT (xb_practice_client_get_type ())
G_DECLARE_FINAL_TYPE (XbPracticeClient, xb_practice_client, XB, PRACTICE_CLIENT, GObject)

XbPracticeClient *xb_practice_client_new          (const char        *base_url,
                                                   const char        *key_id,
                                                   const char        *secret,
                                                   GError           **error);
void              xb_practice_client_set_timeouts (XbPracticeClient  *self,
                                                   guint              connect_seconds,
                                                   guint              overall_seconds);

G_END_DECLS
