/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"
#include "xb-output.h"

G_BEGIN_DECLS

/**
 * XbLetter:
 * @platform: to whom it is addressed
 * @business: the name as on the licence
 * @uscc: (nullable): unified social credit code; a line to fill where it is missing, as all below
 * @kind: a 个体工商户 has a 经营者 where a company has a 法定代表人
 * @head: (nullable): the name of that person
 * @purpose: (nullable): what the numbers are used for
 * @agent: (nullable): who hands it in (经办人)
 * @agent_phone: (nullable): their telephone
 * @from: (nullable): first day
 * @until: (nullable): last day
 * @date: (nullable): day of signing
 *
 * The authorisation letter (来电号码认证授权委托书). All fields are owned.
 */
typedef struct
{
  char           *platform;
  char           *business;
  char           *uscc;
  XbBusinessKind  kind;
  char           *head;
  char           *purpose;
  char           *agent;
  char           *agent_phone;
  char           *from;
  char           *until;
  char           *date;
  GPtrArray      *numbers; /* private */
} XbLetter;

XbLetter *xb_letter_new        (void);
void      xb_letter_free       (XbLetter     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbLetter, xb_letter_free)

void      xb_letter_add_number (XbLetter     *self,
                                const char   *number,
                                const char   *use);
gboolean  xb_letter_write      (const XbLetter *self,
                                const char     *out_path,
                                GCancellable   *cancellable,
                                GError        **error);

G_END_DECLS
