/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double xb_normal_quantile  (double p);
double xb_normal_two_sided (double level);
double xb_normal_p_value   (double z);

G_END_DECLS
