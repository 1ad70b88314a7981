/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-lint-word.h"
#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_WORDS_GROUP (xb_words_group_get_type ())
G_DECLARE_FINAL_TYPE (XbWordsGroup, xb_words_group, XB, WORDS_GROUP, AdwBin)

GtkWidget  *xb_words_group_new       (XbWorkspace    *workspace,
                                      XbLintWordKind  kind);
GListModel *xb_words_group_get_items (XbWordsGroup   *self);
GtkWindow  *xb_words_group_add       (XbWordsGroup   *self);
void        xb_words_group_remove    (XbWordsGroup   *self,
                                      gint64          word);

G_END_DECLS
