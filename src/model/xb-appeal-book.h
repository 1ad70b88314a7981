/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"

G_BEGIN_DECLS

/* What is known about appeals, as data: where and how, the texts, the usual causes of refusal. */

/**
 * XbAppealWay:
 * @platform: its key in the catalogue, which knows days, entry, telephone and fees
 * @how: how it is filed there
 * @is_operator: a telephone operator: only that of the number is asked
 * @is_abroad: for calls abroad alone
 */
typedef struct
{
  const char *platform;
  const char *how;
  gboolean    is_operator;
  gboolean    is_abroad;
} XbAppealWay;

/**
 * XbAppealChoice:
 * @key: the word that is stored
 * @title: what the owner reads
 * @text: the Chinese sentence of a purpose, or what mends a refusal
 */
typedef struct
{
  const char *key;
  const char *title;
  const char *text;
} XbAppealChoice;

typedef enum
{
  XB_APPEAL_TEXT_APPEAL,
  XB_APPEAL_TEXT_SCRIPT,
  XB_APPEAL_TEXT_NOTICE,
} XbAppealText;

/**
 * XbAppealFacts:
 * @business, @number, @use, @seen, @day: (nullable): what stands in the texts; a gap to fill where it is missing
 * @purpose: (nullable): key of what the number is used for, as the owner chose
 */
typedef struct
{
  const char *business;
  const char *number;
  const char *use;
  const char *seen;
  const char *day;
  const char *purpose;
} XbAppealFacts;

guint                 xb_appeal_book_get_n_ways      (void);
const XbAppealWay    *xb_appeal_book_get_way         (guint                index);
const XbAppealWay    *xb_appeal_book_find_way        (const char          *platform);
guint                 xb_appeal_book_get_n_purposes  (void);
const XbAppealChoice *xb_appeal_book_get_purpose     (guint                index);
const XbAppealChoice *xb_appeal_book_find_purpose    (const char          *key);
guint                 xb_appeal_book_get_n_refusals  (void);
const XbAppealChoice *xb_appeal_book_get_refusal     (guint                index);
const XbAppealChoice *xb_appeal_book_find_refusal    (const char          *key);
char                 *xb_appeal_book_dup_text        (XbAppealText         text,
                                                      XbIncidentKind       kind,
                                                      const XbAppealFacts *facts);
const char *const    *xb_appeal_book_get_scam_words  (void);

G_END_DECLS
