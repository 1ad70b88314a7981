/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include "xb-error.h"
#include "xb-practice-server.h"
#include "xb-practice-wire.h"

struct _XbPracticeServer
{
  GObject           parent_instance;

  char             *folder;
  XbClock          *clock; /* (nullable) */
  double            speed;

  /* while it runs */
  SoupServer       *soup;
  GMainContext     *context;
  XbPracticeBook   *book;
  char             *url;
  GHashTable       *waiting; /* of Exchange: answers that a fault holds back */

  XbPracticeFaults *faults;
};

G_DEFINE_FINAL_TYPE (XbPracticeServer, xb_practice_server, G_TYPE_OBJECT)

/* One request on its way through the server. */
typedef struct
{
  XbPracticeServer      *self;
  SoupServerMessage     *message;
  XbPracticeRequest     *request;
  const XbPracticeRoute *route;
  XbPracticeFault        fault;
  GSource               *timer;
} Exchange;

static void
exchange_free (gpointer data)
{
  Exchange *exchange = data;

  if (exchange->timer != NULL)
    {
      g_source_destroy (exchange->timer);
      g_source_unref (exchange->timer);
    }
  xb_practice_request_free (exchange->request);
  g_object_unref (exchange->message);
  g_free (exchange);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Exchange, exchange_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XbPracticeAnswer, xb_practice_answer_clear)

/* Answers, as far as the fault lets it. */
static void
finish (Exchange *exchange)
{
  g_auto(XbPracticeAnswer) answer = { 0 };
  XbPracticeFaultKind kind = exchange->fault.kind;

  if (kind == XB_PRACTICE_FAULT_NONE || kind == XB_PRACTICE_FAULT_DELAY || kind == XB_PRACTICE_FAULT_SYNC
      || exchange->fault.after)
    xb_practice_api_run (exchange->request, exchange->route, &answer);
  switch (kind)
    {
    case XB_PRACTICE_FAULT_CUT:
      xb_practice_wire_cut (exchange->message);
      return;
    case XB_PRACTICE_FAULT_RATE_LIMIT:
      xb_practice_answer_problem (&answer, XB_PRACTICE_RATE_LIMITED, NULL);
      answer.retry_after = exchange->fault.seconds;
      break;
    case XB_PRACTICE_FAULT_SERVER_ERROR:
      xb_practice_answer_problem (&answer, XB_PRACTICE_SERVER_ERROR, NULL);
      break;
    case XB_PRACTICE_FAULT_WRONG_JSON:
      xb_practice_wire_break (&answer);
      break;
    case XB_PRACTICE_FAULT_NONE:
    case XB_PRACTICE_FAULT_DELAY:
    case XB_PRACTICE_FAULT_SYNC:
    default:
      break;
    }
  xb_practice_wire_send (exchange->message, &answer);
}

static void
unpause (Exchange *exchange)
{
  soup_server_message_unpause (exchange->message);
  g_hash_table_remove (exchange->self->waiting, exchange);
}

static gboolean
delay_over_cb (gpointer user_data)
{
  Exchange *exchange = user_data;

  finish (exchange);
  unpause (exchange);
  return G_SOURCE_REMOVE;
}

/* An answer delayed after the work: all is done and saved, only nobody hears of it yet. */
static gboolean
answer_over_cb (gpointer user_data)
{
  unpause (user_data);
  return G_SOURCE_REMOVE;
}

static void
hold_back (Exchange *exchange) /* takes it */
{
  XbPracticeServer *self = exchange->self;

  g_hash_table_add (self->waiting, exchange);
  soup_server_message_pause (exchange->message);
  if (exchange->fault.after)
    finish (exchange);
  exchange->timer = g_timeout_source_new_seconds (exchange->fault.seconds);
  g_source_set_callback (exchange->timer, exchange->fault.after ? answer_over_cb : delay_over_cb, exchange, NULL);
  g_source_attach (exchange->timer, self->context);
}

static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  XbPracticeServer *self = user_data;
  g_autoptr(Exchange) exchange = g_new0 (Exchange, 1);
  g_auto(XbPracticeAnswer) refusal = { 0 };

  exchange->self = self;
  exchange->message = g_object_ref (message);
  exchange->request = xb_practice_wire_read (message);
  exchange->request->book = self->book;
  exchange->request->faults = self->faults;
  exchange->route = xb_practice_api_find (exchange->request, &refusal);
  if (exchange->route == NULL || !xb_practice_api_admit (exchange->request, exchange->route, &refusal))
    {
      xb_practice_wire_send (message, &refusal);
      return;
    }
  if ((exchange->route->flags & XB_PRACTICE_ROUTE_TEST) == 0)
    exchange->fault = xb_practice_faults_take (self->faults, exchange->request->method, exchange->request->path);
  exchange->request->sync_fails = exchange->fault.kind == XB_PRACTICE_FAULT_SYNC;
  if (exchange->fault.kind == XB_PRACTICE_FAULT_DELAY)
    hold_back (g_steal_pointer (&exchange));
  else
    finish (exchange);
}

/* Before the body comes: nobody shall fill the memory. */
static void
headers_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupEncoding encoding = soup_message_headers_get_encoding (headers);
  g_auto(XbPracticeAnswer) refusal = { 0 };

  if (encoding != SOUP_ENCODING_NONE && encoding != SOUP_ENCODING_CONTENT_LENGTH)
    xb_practice_answer_problem (&refusal, XB_PRACTICE_LENGTH_REQUIRED, "Content-Length");
  else if (soup_message_headers_get_content_length (headers) > XB_PRACTICE_BODY_MAX)
    xb_practice_answer_problem (&refusal, XB_PRACTICE_BODY_TOO_LARGE, "Content-Length");
  else
    return;
  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  xb_practice_wire_send (message, &refusal);
}

static void
xb_practice_server_dispose (GObject *object)
{
  XbPracticeServer *self = XB_PRACTICE_SERVER (object);

  xb_practice_server_stop (self);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (xb_practice_server_parent_class)->dispose (object);
}

static void
xb_practice_server_finalize (GObject *object)
{
  XbPracticeServer *self = XB_PRACTICE_SERVER (object);

  g_free (self->folder);
  g_hash_table_unref (self->waiting);
  xb_practice_faults_free (self->faults);
  G_OBJECT_CLASS (xb_practice_server_parent_class)->finalize (object);
}

static void
xb_practice_server_class_init (XbPracticeServerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = xb_practice_server_dispose;
  object_class->finalize = xb_practice_server_finalize;
}

static void
xb_practice_server_init (XbPracticeServer *self)
{
  self->faults = xb_practice_faults_new ();
  self->waiting = g_hash_table_new_full (NULL, NULL, exchange_free, NULL);
}

/**
 * xb_practice_server_new:
 * @state_folder: where it keeps its book (mode 0600); made at the first start
 * @clock: (nullable): what dates the cases; %NULL: the computer's. It does not drive practice time, and
 *   signatures are always checked against the computer's clock
 * @speed: practice seconds a second, %XB_PRACTICE_SPEED for people; 0: practice time stands still until it is
 *   moved
 *
 * The practice platform: a platform on this computer that really reviews, refuses, syncs and shows, so that the
 * whole life of a certification can be practised. It is no picture of any real platform's decisions.
 *
 * Returns: (transfer full): a server that does not run yet
 */
XbPracticeServer *
xb_practice_server_new (const char *state_folder,
                        XbClock    *clock,
                        double      speed)
{
  XbPracticeServer *self;

  g_return_val_if_fail (state_folder != NULL, NULL);

  self = g_object_new (XB_TYPE_PRACTICE_SERVER, NULL);
  self->folder = g_strdup (state_folder);
  self->clock = clock != NULL ? g_object_ref (clock) : NULL;
  self->speed = speed;
  return self;
}

static gboolean
listen_local (XbPracticeServer  *self,
              guint              port,
              GError           **error)
{
  g_autoptr(GError) local = NULL;
  GSList *uris;

  if (!soup_server_listen_local (self->soup, port, SOUP_SERVER_LISTEN_IPV4_ONLY, &local))
    {
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE))
        g_set_error (error, XB_ERROR, XB_ERROR_BUSY,
                     _("Port %u of this computer is taken by another program. Choose another port for the practice platform, or 0 for any free one"),
                     port);
      else
        g_set_error (error, XB_ERROR, XB_ERROR_IO,
                     _("The practice platform cannot listen on port %u of this computer: %s. Choose another port, or 0 for any free one"),
                     port, local->message);
      return FALSE;
    }
  uris = soup_server_get_uris (self->soup);
  self->url = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return TRUE;
}

/**
 * xb_practice_server_start:
 * @port: of 127.0.0.1; 0: any free one
 * @error: %XB_ERROR_IO, %XB_ERROR_BUSY (port or folder taken), %XB_ERROR_DAMAGED or %XB_ERROR_NEWER (book)
 *
 * Listens on the loopback alone, in the caller's main context. Starting what runs already does nothing.
 *
 * Returns: whether it runs
 */
gboolean
xb_practice_server_start (XbPracticeServer  *self,
                          guint              port,
                          GError           **error)
{
  g_return_val_if_fail (XB_IS_PRACTICE_SERVER (self), FALSE);

  if (self->soup != NULL)
    return TRUE;
  self->book = xb_practice_book_open (self->folder, self->clock, self->speed, error);
  if (self->book == NULL)
    return FALSE;
  self->context = g_main_context_ref_thread_default ();
  self->soup = soup_server_new ("server-header", "Xinbiao-Practice", NULL);
  soup_server_add_early_handler (self->soup, NULL, headers_cb, self, NULL);
  soup_server_add_handler (self->soup, NULL, request_cb, self, NULL);
  if (listen_local (self, port, error))
    return TRUE;
  xb_practice_server_stop (self);
  return FALSE;
}

/** xb_practice_server_stop: hangs up; everything acknowledged lies in the book */
void
xb_practice_server_stop (XbPracticeServer *self)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (XB_IS_PRACTICE_SERVER (self));

  if (self->soup == NULL)
    return;
  soup_server_disconnect (self->soup);
  g_hash_table_remove_all (self->waiting);
  g_clear_object (&self->soup);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->url, g_free);
  /* practice time goes on from here the next time */
  xb_practice_book_get_pages (self->book)->dirty = TRUE;
  if (!xb_practice_book_save (self->book, &error))
    g_message ("%s", error->message);
  g_clear_pointer (&self->book, xb_practice_book_close);
}

/** xb_practice_server_get_url: Returns: (nullable): the base URL; %NULL while it does not run */
const char *
xb_practice_server_get_url (XbPracticeServer *self)
{
  g_return_val_if_fail (XB_IS_PRACTICE_SERVER (self), NULL);

  return self->url;
}

/** xb_practice_server_get_key_id: Returns: (nullable): who signs; %NULL while it does not run */
const char *
xb_practice_server_get_key_id (XbPracticeServer *self)
{
  g_return_val_if_fail (XB_IS_PRACTICE_SERVER (self), NULL);

  return self->book != NULL ? xb_practice_book_get_pages (self->book)->key_id : NULL;
}

/** xb_practice_server_get_secret: Returns: (nullable): what signs; %NULL while it does not run */
const char *
xb_practice_server_get_secret (XbPracticeServer *self)
{
  g_return_val_if_fail (XB_IS_PRACTICE_SERVER (self), NULL);

  return self->book != NULL ? xb_practice_book_get_pages (self->book)->secret : NULL;
}

/** xb_practice_server_add_fault: lets the next requests that fit suffer @fault (copied) */
void
xb_practice_server_add_fault (XbPracticeServer      *self,
                              const XbPracticeFault *fault)
{
  g_return_if_fail (XB_IS_PRACTICE_SERVER (self));

  xb_practice_faults_add (self->faults, fault);
}

/** xb_practice_server_advance_time: moves practice time by @seconds of its own; see XB_PRACTICE_WORKDAY */
void
xb_practice_server_advance_time (XbPracticeServer *self,
                                 gint64            seconds)
{
  g_return_if_fail (XB_IS_PRACTICE_SERVER (self));
  g_return_if_fail (self->book != NULL);

  xb_practice_book_advance (self->book, seconds);
}
