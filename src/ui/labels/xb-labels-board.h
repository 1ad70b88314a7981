/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

#define XB_TYPE_LABELS_BOARD (xb_labels_board_get_type ())
G_DECLARE_FINAL_TYPE (XbLabelsBoard, xb_labels_board, XB, LABELS_BOARD, AdwBin)

/* What the board lists: every number with what it shows now and next, or the labels that are coming or over. */
typedef enum
{
  XB_BOARD_NOW,
  XB_BOARD_COMING,
  XB_BOARD_PAST,
  XB_N_BOARD_PARTS,
} XbBoardPart;

GtkWidget  *xb_labels_board_new        (XbWorkspace   *workspace);
void        xb_labels_board_set_part   (XbLabelsBoard *self,
                                        XbBoardPart    part);
gboolean    xb_labels_board_search     (XbLabelsBoard *self);
void        xb_labels_board_choose     (XbLabelsBoard *self,
                                        gint64         number,
                                        gboolean       chosen);
void        xb_labels_board_edit       (XbLabelsBoard *self);
guint       xb_labels_board_get_n_chosen (XbLabelsBoard *self);
GListModel *xb_labels_board_get_list   (XbLabelsBoard *self);
const char *xb_labels_board_get_view   (XbLabelsBoard *self);

G_END_DECLS
