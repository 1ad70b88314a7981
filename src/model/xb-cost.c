/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "xb-enum-types.h"
#include "xb-cost.h"

/* One line of the ledger. */
struct _XbCost
{
  XbRecord parent_instance;

  gint64 amount; /* fen */
  gint64 amount_min; /* the lower end, where the amount is the upper end of a range */
  gboolean indicative; /* of the catalogue's figures: what was paid may differ */
  XbCostCategory category;
  char *on_date;
  gint64 number_id;
  char *number; /* national spelling */
  char *platform;
  gint64 certification_id;
  char *note;
};

G_DEFINE_FINAL_TYPE (XbCost, xb_cost, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbCost, xb_field_int, amount, "amount"),
  XB_FIELD (XbCost, xb_field_int, amount_min, "amount-min"),
  XB_FIELD (XbCost, xb_field_bool, indicative, "indicative"),
  XB_FIELD (XbCost, xb_cost_category_get_type, category, "category"),
  XB_FIELD (XbCost, xb_field_text, on_date, "on-date"),
  XB_FIELD (XbCost, xb_field_int, number_id, "number-id"),
  XB_FIELD (XbCost, xb_field_text, number, "number"),
  XB_FIELD (XbCost, xb_field_text, platform, "platform"),
  XB_FIELD (XbCost, xb_field_int, certification_id, "certification-id"),
  XB_FIELD (XbCost, xb_field_text, note, "note"),
};

static void
xb_cost_class_init (XbCostClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_cost_init (XbCost *self)
{
}

XB_GETTER (XbCost, xb_cost, gint64, amount)
XB_GETTER (XbCost, xb_cost, gint64, amount_min)
XB_GETTER (XbCost, xb_cost, gboolean, indicative)
XB_GETTER (XbCost, xb_cost, XbCostCategory, category)
XB_GETTER (XbCost, xb_cost, const char *, on_date)
XB_GETTER (XbCost, xb_cost, gint64, number_id)
XB_GETTER (XbCost, xb_cost, const char *, number)
XB_GETTER (XbCost, xb_cost, const char *, platform)
XB_GETTER (XbCost, xb_cost, gint64, certification_id)
XB_GETTER (XbCost, xb_cost, const char *, note)

/** xb_cost_category_get_title: Returns: the kind of cost as people read it, translated */
const char *
xb_cost_category_get_title (XbCostCategory category)
{
  static const char *const titles[] = {
    [XB_COST_CATEGORY_ANNUAL] = N_("Annual fee"),
    [XB_COST_CATEGORY_LABEL] = N_("Label"),
    [XB_COST_CATEGORY_EXPEDITE] = N_("Expedite"),
    [XB_COST_CATEGORY_APPEAL] = N_("Appeal"),
    [XB_COST_CATEGORY_INSPECTION] = N_("Inspection"),
    [XB_COST_CATEGORY_OTHER] = N_("Other"),
  };

  g_return_val_if_fail (category < G_N_ELEMENTS (titles), "");

  return _(titles[category]);
}
