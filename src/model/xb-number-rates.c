/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "xb-inspection-rules.h"
#include "xb-number-rates.h"

static void
rate_free (gpointer data)
{
  XbNumberRate *rate = data;

  g_free (rate->e164);
  g_free (rate);
}

/**
 * xb_number_rates_parse:
 * @packed: (nullable): "+8613800138000:412:700;…", as the item of an inspection keeps it
 *
 * Returns: (transfer full) (element-type XbNumberRate): in the order in which they are kept, the lowest first; what is
 *   not written so is left out
 */
GPtrArray *
xb_number_rates_parse (const char *packed)
{
  GPtrArray *rates = g_ptr_array_new_with_free_func (rate_free);
  g_auto(GStrv) parts = g_strsplit (packed != NULL ? packed : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto(GStrv) fields = g_strsplit (parts[i], ":", 3);
      XbNumberRate *rate;

      if (g_strv_length (fields) != 3)
        continue;
      rate = g_new (XbNumberRate, 1);
      *rate = (XbNumberRate) { g_strdup (fields[0]), g_ascii_strtoll (fields[1], NULL, 10), g_ascii_strtoll (fields[2], NULL, 10) };
      g_ptr_array_add (rates, rate);
    }
  return rates;
}

/** xb_number_rate_is_low: Returns: whether too few of its calls are answered */
gboolean
xb_number_rate_is_low (const XbNumberRate *self)
{
  return xb_inspection_judge_answered (self->answered, self->calls) == XB_INSPECTION_RESULT_FAIL;
}

/** xb_number_rate_dup_words: Returns: (transfer full): "61.2 % (881 of 1,440 calls)" */
char *
xb_number_rate_dup_words (const XbNumberRate *self)
{
  return g_strdup_printf (_("%.1f %% (%" PRId64 " of %" PRId64 " calls)"),
                          self->calls > 0 ? 100.0 * (double) self->answered / (double) self->calls : 0.0, self->answered,
                          self->calls);
}
