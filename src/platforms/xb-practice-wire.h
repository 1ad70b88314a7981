/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "xb-practice-api.h"

G_BEGIN_DECLS

/* Between libsoup's messages and the API's requests and answers. */
XbPracticeRequest *xb_practice_wire_read  (SoupServerMessage      *message);
void               xb_practice_wire_send  (SoupServerMessage      *message,
                                           const XbPracticeAnswer *answer);
void               xb_practice_wire_cut   (SoupServerMessage      *message);
void               xb_practice_wire_break (XbPracticeAnswer       *answer);

G_END_DECLS
