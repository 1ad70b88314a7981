/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "xb-dialogs.h"
#include "xb-error.h"
#include "xb-material-form.h"
#include "xb-material-rows.h"
#include "xb-materials-page.h"

/* The papers of the business, who holds copies of them, and the agreements with third parties. Files
 * are dropped anywhere on the page, pasted, or chosen; several come one after the other. */
struct _XbMaterialsPage
{
  XbPage        parent_instance;

  GListModel   *materials;
  GQueue       *waiting; /* (element-type GFile): dropped together, asked about one by one */
  GCancellable *cancellable;
  GtkWindow    *form;    /* (nullable): what is being asked about */
};

G_DEFINE_FINAL_TYPE (XbMaterialsPage, xb_materials_page, XB_TYPE_PAGE)

/* What a file seems to be by its name; the form asks. */
static XbMaterialType
guess_type (GFile *file)
{
  static const struct
  {
    const char    *word;
    XbMaterialType type;
  } words[] = {
    { "执照", XB_MATERIAL_TYPE_LICENCE }, { "licen", XB_MATERIAL_TYPE_LICENCE },
    { "委托", XB_MATERIAL_TYPE_AUTHORISATION }, { "授权", XB_MATERIAL_TYPE_AUTHORISATION },
    { "归属", XB_MATERIAL_TYPE_OWNERSHIP }, { "入网", XB_MATERIAL_TYPE_OWNERSHIP },
    { "发票", XB_MATERIAL_TYPE_OWNERSHIP }, { "logo", XB_MATERIAL_TYPE_LOGO },
    { "标志", XB_MATERIAL_TYPE_LOGO }, { "商标", XB_MATERIAL_TYPE_LOGO },
    { "身份证", XB_MATERIAL_TYPE_IDENTITY },
  };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *lower = g_utf8_strdown (shown, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strstr (lower, words[i].word) != NULL)
      return words[i].type;
  return XB_MATERIAL_TYPE_LICENCE;
}

static void
ask (XbMaterialsPage *self,
     GFile           *file,
     gboolean         temporary,
     GCallback        closed)
{
  g_set_weak_pointer (&self->form, xb_material_form_new_add (GTK_WIDGET (self), xb_page_get_workspace (XB_PAGE (self)),
                                                             file, guess_type (file), temporary));
  g_signal_connect_object (self->form, "destroy", closed, self, G_CONNECT_SWAPPED);
  gtk_window_present (self->form);
}

static void
add_next (XbMaterialsPage *self)
{
  g_autoptr(GFile) file = g_queue_pop_head (self->waiting);

  g_clear_weak_pointer (&self->form);
  if (file != NULL && gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    ask (self, file, FALSE, G_CALLBACK (add_next));
}

static void
add_files (XbMaterialsPage *self,
           GSList          *files)
{
  for (GSList *l = files; l != NULL; l = l->next)
    g_queue_push_tail (self->waiting, g_object_ref (l->data));
  if (self->form == NULL)
    add_next (self);
}

/* A picture without a file gets one until it is stored. */
static gboolean
add_texture (XbMaterialsPage *self,
             GdkTexture      *texture)
{
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  int fd = g_file_open_tmp ("xinbiao-XXXXXX.png", &path, NULL);

  if (fd < 0)
    return FALSE;
  close (fd);
  if (!gdk_texture_save_to_png (texture, path))
    {
      g_unlink (path);
      return FALSE;
    }
  file = g_file_new_for_path (path);
  xb_materials_page_add_file (self, file, TRUE);
  return TRUE;
}

static gboolean
add_value (XbMaterialsPage *self,
           const GValue    *value)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_TEXTURE))
    return add_texture (self, g_value_get_object (value));
  if (!G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST) || g_value_get_boxed (value) == NULL)
    return FALSE;
  add_files (self, g_value_get_boxed (value));
  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       user_data)
{
  return add_value (user_data, value);
}

static void
pasted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(XbMaterialsPage) self = user_data;
  g_autoptr(GError) error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, &error);

  if (xb_error_is_cancelled (error))
    return;
  if (value == NULL || !add_value (self, value))
    xb_dialogs_toast (GTK_WIDGET (self), _("The clipboard holds no picture and no file; copy one first"));
}

static void
paste_action (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  XbMaterialsPage *self = XB_MATERIALS_PAGE (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  gboolean files = gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
                   gdk_content_formats_contain_mime_type (formats, "text/uri-list");

  gdk_clipboard_read_value_async (clipboard, files ? GDK_TYPE_FILE_LIST : GDK_TYPE_TEXTURE, G_PRIORITY_DEFAULT,
                                  self->cancellable, pasted_cb, g_object_ref (self));
}

static void
chosen_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GFile) file = xb_dialogs_file_finish (result, NULL);

  if (file != NULL)
    xb_materials_page_add_file (XB_MATERIALS_PAGE (object), file, FALSE);
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  XbMaterialsPage *self = XB_MATERIALS_PAGE (widget);

  xb_dialogs_open_file_async (widget, _("Add Paper"), XB_FILES_PAPERS, self->cancellable, chosen_cb, NULL);
}

static void
add_cb (XbMaterialsPage *self)
{
  add_action (GTK_WIDGET (self), NULL, NULL);
}

static GtkWidget *
make_promise (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_("The originals stay on this computer. What is handed in is always a copy with a "
                                      "visible watermark that names who it is for and when."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("security-high-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "promise");
  return box;
}

static void
xb_materials_page_constructed (GObject *object)
{
  XbMaterialsPage *self = XB_MATERIALS_PAGE (object);
  XbWorkspace *workspace = xb_page_get_workspace (XB_PAGE (self));
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add Paper"));

  G_OBJECT_CLASS (xb_materials_page_parent_class)->constructed (object);
  self->materials = xb_workspace_list_materials (workspace);
  gtk_box_append (GTK_BOX (box), make_promise ());
  for (guint type = 0; type <= XB_MATERIAL_TYPE_OTHER; type++)
    gtk_box_append (GTK_BOX (box), xb_material_group_new (workspace, self->materials, type));
  gtk_box_append (GTK_BOX (box), xb_nda_group_new (workspace, NULL));
  gtk_box_append (GTK_BOX (box), xb_copy_group_new (workspace));
  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 860);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  xb_page_set_header_end (XB_PAGE (self), button);
}

static void
xb_materials_page_dispose (GObject *object)
{
  XbMaterialsPage *self = XB_MATERIALS_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->form);
  g_queue_clear_full (self->waiting, g_object_unref);
  g_clear_object (&self->materials);
  G_OBJECT_CLASS (xb_materials_page_parent_class)->dispose (object);
}

static void
xb_materials_page_finalize (GObject *object)
{
  XbMaterialsPage *self = XB_MATERIALS_PAGE (object);

  g_queue_free (self->waiting);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (xb_materials_page_parent_class)->finalize (object);
}

static void
xb_materials_page_class_init (XbMaterialsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = xb_materials_page_constructed;
  object_class->dispose = xb_materials_page_dispose;
  object_class->finalize = xb_materials_page_finalize;
  gtk_widget_class_install_action (widget_class, "materials.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "materials.paste", NULL, paste_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "materials.paste", NULL);
}

static void
xb_materials_page_init (XbMaterialsPage *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, GDK_TYPE_TEXTURE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  self->waiting = g_queue_new ();
  self->cancellable = g_cancellable_new ();
  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/** xb_materials_page_add_file: asks what @file is, and stores it; @temporary: it is removed in the end */
void
xb_materials_page_add_file (XbMaterialsPage *self,
                            GFile           *file,
                            gboolean         temporary)
{
  g_return_if_fail (XB_IS_MATERIALS_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));

  ask (self, file, temporary, G_CALLBACK (add_next));
}
