/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _XbKitPage XbKitPage;

XbKitPage *xb_kit_page_new            (const char *title,
                                       const char *under);
void       xb_kit_page_free           (XbKitPage  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbKitPage, xb_kit_page_free)

void       xb_kit_page_step           (XbKitPage  *self,
                                       const char *title);
void       xb_kit_page_text           (XbKitPage  *self,
                                       const char *text);
void       xb_kit_page_link           (XbKitPage  *self,
                                       const char *address);
void       xb_kit_page_file           (XbKitPage  *self,
                                       const char *name);
void       xb_kit_page_field          (XbKitPage  *self,
                                       const char *name,
                                       const char *value);
void       xb_kit_page_fact           (XbKitPage  *self,
                                       const char *name,
                                       const char *value);
void       xb_kit_page_blank          (XbKitPage  *self,
                                       const char *name);
void       xb_kit_page_begin_table    (XbKitPage  *self,
                                       const char *first,
                                       const char *second,
                                       const char *third);
void       xb_kit_page_row            (XbKitPage  *self,
                                       const char *file,
                                       const char *where,
                                       const char *size);
void       xb_kit_page_end_table      (XbKitPage  *self);
void       xb_kit_page_begin_warnings (XbKitPage  *self,
                                       const char *title);
void       xb_kit_page_warning        (XbKitPage  *self,
                                       const char *text);
void       xb_kit_page_end_warnings   (XbKitPage  *self);
char      *xb_kit_page_end            (XbKitPage  *self);

G_END_DECLS
