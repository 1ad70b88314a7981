/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "xb-practice-client.h"
#include "xb-practice-server.h"

/* A practice platform on the loopback in this process, and both ways to talk to it: through the client, and by
 * raw requests. Practice time stands still until a test moves it. */
typedef struct
{
  char             *folder;
  XbClock          *clock;
  XbPracticeServer *server;
  XbPlatformClient *client;
  SoupSession      *session;
  GAsyncResult     *result; /* of the call that is awaited */
} Fixture;

/* A raw request; zero means the usual. */
typedef struct
{
  const char *method;
  const char *path;
  const char *query;
  const char *body;
  GBytes     *bytes;
  const char *content_type;
  const char *idempotency_key;
  const char *material_type;
  const char *filename;
  const char *key_id;
  const char *secret;
  const char *nonce;
  gint64      skew;
  gboolean    unsigned_;
  const char *signed_path;
} Raw;

typedef struct
{
  guint     status;
  char     *content_type;
  char     *replay;
  char     *retry_after;
  GBytes   *body;
  JsonNode *json; /* (nullable) */
} RawReply;

#define BUSINESS "成都蜀味餐饮管理有限公司"
#define USCC "91350100M000100Y43"
#define NUMBER "+862886123456"
#define DAY (86400)

void          fixture_set_up     (Fixture       *f,
                                  gconstpointer  data);
void          fixture_tear_down  (Fixture       *f,
                                  gconstpointer  data);
void          fixture_restart    (Fixture       *f);
void          fixture_remove     (const char    *folder);
void          fixture_wait       (Fixture       *f,
                                  GAsyncResult **result);
void          fixture_done_cb    (GObject       *source,
                                  GAsyncResult  *result,
                                  gpointer       user_data);

void          raw_reply_clear    (RawReply      *reply);
RawReply      fixture_send       (Fixture       *f,
                                  const Raw     *raw);
RawReply      fixture_post       (Fixture       *f,
                                  const char    *path,
                                  const char    *key,
                                  const char    *body);
const char   *raw_reply_text     (RawReply      *reply,
                                  const char    *member);
const char   *raw_reply_error    (RawReply      *reply);

GBytes       *make_png           (int            width,
                                  int            height);
GBytes       *make_jpeg          (int            width,
                                  int            height);
GBytes       *make_pdf           (void);
XbSubmission *make_submission    (const char    *key);
void          replace_file       (XbSubmission  *submission,
                                  XbMaterialType type,
                                  GBytes        *bytes);
XbCaseReport *fixture_submit     (Fixture       *f,
                                  XbSubmission  *submission,
                                  GError       **error);
XbCaseReport *fixture_poll       (Fixture       *f,
                                  const char    *case_no,
                                  GError       **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RawReply, raw_reply_clear)
