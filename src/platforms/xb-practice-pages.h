/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-practice-case.h"
#include "xb-practice-material.h"

G_BEGIN_DECLS

/**
 * XbPracticeAcknowledged:
 * @request: hash of method, path and body of the request that the key belongs to
 * @body: the answer that was given first
 */
typedef struct
{
  char *request;
  char *body;
} XbPracticeAcknowledged;

/**
 * XbPracticePages:
 * @elapsed: practice seconds when the pages were last brought up to date
 * @cases: (element-type XbPracticeCase): oldest first
 * @materials: (element-type utf8 XbPracticeMaterial): by id
 * @answers: (element-type utf8 XbPracticeAcknowledged): by idempotency key
 * @nonces: (element-type utf8 gint64): when each was seen
 * @label_takes_down: a label that is changed is not shown until the new one is
 * @dirty: they differ from what lies on the disk
 *
 * What the book of the practice platform holds.
 */
typedef struct
{
  char       *key_id;
  char       *secret;
  gint64      elapsed;
  GPtrArray  *cases;
  GHashTable *materials;
  GHashTable *answers;
  GHashTable *nonces;
  gboolean    label_takes_down;
  gboolean    dirty;
} XbPracticePages;

void                    xb_practice_pages_init            (XbPracticePages     *self);
void                    xb_practice_pages_clear           (XbPracticePages     *self);
gboolean                xb_practice_pages_read            (XbPracticePages     *self,
                                                           GBytes              *bytes,
                                                           const char          *path,
                                                           GError             **error);
GBytes                 *xb_practice_pages_write           (XbPracticePages     *self);

XbPracticeCase         *xb_practice_pages_find_case       (XbPracticePages     *self,
                                                           const char          *case_no);
XbPracticeCase         *xb_practice_pages_find_holder     (XbPracticePages     *self,
                                                           const char          *number);
XbPracticeCase         *xb_practice_pages_find_next       (XbPracticePages     *self,
                                                           gint64              *due);
void                    xb_practice_pages_take_step       (XbPracticePages     *self,
                                                           XbPracticeCase      *filed,
                                                           gint64               due);
XbPracticeMaterial     *xb_practice_pages_keep_material   (XbPracticePages     *self,
                                                           XbPracticeMaterial  *material);
XbPracticeAcknowledged *xb_practice_pages_find_answer     (XbPracticePages     *self,
                                                           const char          *key);
void                    xb_practice_pages_remember_answer (XbPracticePages     *self,
                                                           const char          *key,
                                                           const char          *request,
                                                           const char          *body);
gboolean                xb_practice_pages_use_nonce       (XbPracticePages     *self,
                                                           const char          *nonce,
                                                           gint64               now);

G_END_DECLS
