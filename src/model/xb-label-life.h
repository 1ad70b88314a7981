/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-label.h"

G_BEGIN_DECLS

gboolean     xb_change_may_follow       (XbChangeState  from,
                                         XbChangeState  to);
char        *xb_change_dup_choices      (XbChangeState  from);
gboolean     xb_change_is_open          (XbChangeState  state);
const char  *xb_change_state_get_title  (XbChangeState  state);
const char  *xb_change_kind_get_title   (XbChangeKind   kind);
const char  *xb_label_state_get_title   (XbLabelState   state);
XbLabelState xb_label_get_state_on      (XbLabel       *self,
                                         const char    *today);
gboolean     xb_label_is_stale          (XbLabel       *self,
                                         const char    *today);

G_END_DECLS
