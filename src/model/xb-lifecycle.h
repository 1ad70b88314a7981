/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"

G_BEGIN_DECLS

/* The four stages that people see: 材料提交, 资质审核, 数据同步, 效果验收. */
typedef enum
{
  XB_STAGE_SUBMISSION,
  XB_STAGE_REVIEW,
  XB_STAGE_SYNC,
  XB_STAGE_ACCEPTANCE,
  XB_N_STAGES,
} XbStage;

/* Papers and certifications are renewed in good time: a new licence or a mark takes weeks. */
#define XB_RENEW_AHEAD_DAYS 60

guint       xb_lifecycle_get_next       (XbCertState        from);
gboolean    xb_lifecycle_may_follow     (XbCertState        from,
                                         XbCertState        to);
char       *xb_lifecycle_dup_choices    (XbCertState        from);
gboolean    xb_lifecycle_find_path      (XbCertState        from,
                                         XbCertState        to,
                                         GArray            *path);
XbStage     xb_lifecycle_get_stage      (XbCertState        state);
gboolean    xb_lifecycle_is_open        (XbCertState        state);
gboolean    xb_lifecycle_needs_hand     (XbCertState        state);
const char *xb_cert_state_get_title     (XbCertState        state);
const char *xb_stage_get_title          (XbStage            stage);
const char *xb_handset_get_title        (XbHandset          handset);
const char *xb_material_type_get_title  (XbMaterialType     type);
const char *xb_platform_kind_get_title  (XbPlatformKind     kind);
gboolean    xb_platform_kind_needs_nda  (XbPlatformKind     kind);

G_END_DECLS
