/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-page.h"

/* A page of the main window. What it wants in the header bar it hands over as two widgets;
 * the window puts them there while the page is in front. */
typedef struct
{
  XbWorkspace *workspace;    /* (owned) (nullable) */
  GtkWidget   *header_start; /* (owned) (nullable) */
  GtkWidget   *header_end;   /* (owned) (nullable) */
} XbPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (XbPage, xb_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_WORKSPACE,
  PROP_HEADER_START,
  PROP_HEADER_END,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
xb_page_dispose (GObject *object)
{
  XbPagePrivate *priv = xb_page_get_instance_private (XB_PAGE (object));

  g_clear_object (&priv->header_start);
  g_clear_object (&priv->header_end);
  g_clear_object (&priv->workspace);
  G_OBJECT_CLASS (xb_page_parent_class)->dispose (object);
}

static void
xb_page_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  XbPage *self = XB_PAGE (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, xb_page_get_workspace (self));
      break;
    case PROP_HEADER_START:
      g_value_set_object (value, xb_page_get_header_start (self));
      break;
    case PROP_HEADER_END:
      g_value_set_object (value, xb_page_get_header_end (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
xb_page_set_property (GObject      *object,
                      guint         prop_id,
                      const GValue *value,
                      GParamSpec   *pspec)
{
  XbPage *self = XB_PAGE (object);
  XbPagePrivate *priv = xb_page_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      priv->workspace = g_value_dup_object (value); /* given once */
      break;
    case PROP_HEADER_START:
      xb_page_set_header_start (self, g_value_get_object (value));
      break;
    case PROP_HEADER_END:
      xb_page_set_header_end (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
xb_page_class_init (XbPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = xb_page_dispose;
  object_class->get_property = xb_page_get_property;
  object_class->set_property = xb_page_set_property;
  properties[PROP_WORKSPACE] =
    g_param_spec_object ("workspace", NULL, NULL, XB_TYPE_WORKSPACE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_HEADER_START] = g_param_spec_object ("header-start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_HEADER_END] = g_param_spec_object ("header-end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
xb_page_init (XbPage *self)
{
}

/** xb_page_get_workspace: Returns: (nullable) (transfer none): what the page shows; known from "constructed" on */
XbWorkspace *
xb_page_get_workspace (XbPage *self)
{
  XbPagePrivate *priv = xb_page_get_instance_private (self);

  g_return_val_if_fail (XB_IS_PAGE (self), NULL);

  return priv->workspace;
}

/** xb_page_get_header_start: Returns: (nullable): what stands at the start of the header bar */
GtkWidget *
xb_page_get_header_start (XbPage *self)
{
  XbPagePrivate *priv = xb_page_get_instance_private (self);

  g_return_val_if_fail (XB_IS_PAGE (self), NULL);

  return priv->header_start;
}

/** xb_page_get_header_end: Returns: (nullable): what stands at the end of the header bar */
GtkWidget *
xb_page_get_header_end (XbPage *self)
{
  XbPagePrivate *priv = xb_page_get_instance_private (self);

  g_return_val_if_fail (XB_IS_PAGE (self), NULL);

  return priv->header_end;
}

void
xb_page_set_header_start (XbPage    *self,
                          GtkWidget *widget)
{
  XbPagePrivate *priv = xb_page_get_instance_private (self);

  g_return_if_fail (XB_IS_PAGE (self));

  if (g_set_object (&priv->header_start, widget))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADER_START]);
}

void
xb_page_set_header_end (XbPage    *self,
                        GtkWidget *widget)
{
  XbPagePrivate *priv = xb_page_get_instance_private (self);

  g_return_if_fail (XB_IS_PAGE (self));

  if (g_set_object (&priv->header_end, widget))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HEADER_END]);
}

/** xb_page_shown: tells the page that it came to the front */
void
xb_page_shown (XbPage *self)
{
  XbPageClass *klass = XB_PAGE_GET_CLASS (self);

  if (klass->shown != NULL)
    klass->shown (self);
}

/** xb_page_is_reading: Returns: whether the page still gathers what it shows */
gboolean
xb_page_is_reading (XbPage *self)
{
  XbPageClass *klass = XB_PAGE_GET_CLASS (self);

  return klass->is_reading != NULL && klass->is_reading (self);
}

/** xb_page_search: Returns: whether the page took the wish to search */
gboolean
xb_page_search (XbPage *self)
{
  XbPageClass *klass = XB_PAGE_GET_CLASS (self);

  return klass->search != NULL && klass->search (self);
}
