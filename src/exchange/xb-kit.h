/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-enums.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * XbKitNumber:
 * @number: as people write it
 * @use: (nullable): what this number is used for
 * @name: (nullable): what phones should show; %NULL: the kit's
 * @label: (nullable): the short label; %NULL: the kit's
 */
typedef struct
{
  char *number;
  char *use;
  char *name;
  char *label;
} XbKitNumber;

/**
 * XbKitMaterial:
 * @id: the caller's own, comes back with the copy
 * @source: where the original lies; only the watermark reads it
 * @stem: (nullable): what the copy is called; %NULL: the usual Chinese name of the type
 */
typedef struct
{
  XbMaterialType type;
  gint64         id;
  char          *source;
  char          *media_type;
  char          *stem;
} XbKitMaterial;

/**
 * XbKitCopy:
 * @id: of the material
 * @file_name: in the kit
 *
 * A copy that the kit holds, for the register of who has which.
 */
typedef struct
{
  XbMaterialType type;
  gint64         id;
  char          *file_name;
  char          *sha256;
  char          *media_type;
  gint64         size;
} XbKitCopy;

/**
 * XbKit:
 * @platform: the name of the recipient
 * @portal: (nullable): where it is handed in: an address of the web
 * @contact: (nullable): telephone or e-mail of the platform
 * @business: the name as on the licence
 * @head: (nullable): the 法定代表人 or 经营者
 * @display_name: (nullable): what phones should show; %NULL: the business
 * @purpose: (nullable): what the numbers are used for, in a sentence
 * @agent: (nullable): who hands it in
 * @watermark: the text across every copy
 * @fee: (nullable): the cost in words
 * @expected: (nullable): by when, in words
 * @date: today, an ISO date
 * @until: (nullable): last day of the authorisation
 * @letter: whether the authorisation letter is written; %TRUE in a new kit
 *
 * All that goes to one platform. All fields are owned.
 */
typedef struct
{
  char           *platform;
  char           *portal;
  char           *contact;
  char           *business;
  char           *uscc;
  XbBusinessKind  kind;
  char           *head;
  char           *address;
  char           *industry;
  char           *person;
  char           *person_phone;
  char           *display_name;
  char           *label;
  char           *purpose;
  char           *agent;
  char           *agent_phone;
  char           *watermark;
  char           *fee;
  char           *expected;
  char           *date;
  char           *until;
  gboolean        letter;
  GPtrArray      *numbers;   /* (element-type XbKitNumber) */
  GPtrArray      *materials; /* (element-type XbKitMaterial) */
  GPtrArray      *notes;     /* (element-type utf8) */
} XbKit;

XbKit   *xb_kit_new          (void);
void     xb_kit_free         (XbKit          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XbKit, xb_kit_free)

void     xb_kit_add_number   (XbKit          *self,
                              const char     *number,
                              const char     *use,
                              const char     *name,
                              const char     *label);
void     xb_kit_add_material (XbKit          *self,
                              XbMaterialType  type,
                              gint64          id,
                              const char     *source,
                              const char     *media_type,
                              const char     *stem);
void     xb_kit_add_note     (XbKit          *self,
                              const char     *note);
gboolean xb_kit_write        (const XbKit    *self,
                              const char     *out_folder,
                              GPtrArray     **copies,
                              GCancellable   *cancellable,
                              GError        **error);
gboolean xb_kit_write_zip    (const XbKit    *self,
                              const char     *out_file,
                              GPtrArray     **copies,
                              GCancellable   *cancellable,
                              GError        **error);

G_END_DECLS
