/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xb-practice-answer.h"
#include "xb-practice-book.h"
#include "xb-practice-faults.h"

G_BEGIN_DECLS

#define XB_PRACTICE_CLOCK_TOLERANCE 300 /* seconds */
#define XB_PRACTICE_BODY_MAX (8 * 1024 * 1024)

typedef struct _XbPracticeRequest XbPracticeRequest;

typedef enum
{
  XB_PRACTICE_ROUTE_OPEN = 1 << 0,  /* needs no signature */
  XB_PRACTICE_ROUTE_JSON = 1 << 1,  /* takes a JSON object */
  XB_PRACTICE_ROUTE_KEYED = 1 << 2, /* needs an Idempotency-Key */
  XB_PRACTICE_ROUTE_TEST = 1 << 3,  /* for tests and practice alone: never suffers faults */
} XbPracticeRouteFlags;

typedef struct
{
  const char            *method;
  const char            *path; /* as in the OpenAPI document */
  XbPracticeRouteFlags   flags;
  void                 (*run) (XbPracticeRequest *request,
                               XbPracticeAnswer  *answer);
} XbPracticeRoute;

/**
 * XbPracticeRequest:
 * @path: percent-decoded
 * @query: (nullable): as it stands in the request line
 * @captures: (nullable): what stands for the {} of the route
 * @json: (nullable): the body of a route that takes JSON
 * @sync_fails: a fault was asked for: the sync of this case will fail
 *
 * One request without the wire: the headers that mean something, each %NULL where it is missing.
 */
struct _XbPracticeRequest
{
  XbPracticeBook    *book;
  XbPracticeFaults  *faults;
  char              *method;
  char              *path;
  char              *query;
  GBytes            *body;
  char              *content_type;
  char              *key_id;
  char              *timestamp;
  char              *nonce;
  char              *authorization;
  char              *idempotency_key;
  char              *material_type;
  char              *filename;
  gboolean           sync_fails;
  char             **captures;
  JsonObject        *json;
};

const XbPracticeRoute *xb_practice_api_get_routes (guint                  *n_routes);
const XbPracticeRoute *xb_practice_api_find       (XbPracticeRequest      *request,
                                                   XbPracticeAnswer       *answer);
gboolean               xb_practice_api_admit      (XbPracticeRequest      *request,
                                                   const XbPracticeRoute  *route,
                                                   XbPracticeAnswer       *answer);
void                   xb_practice_api_run        (XbPracticeRequest      *request,
                                                   const XbPracticeRoute  *route,
                                                   XbPracticeAnswer       *answer);
void                   xb_practice_request_free   (XbPracticeRequest      *self);

G_END_DECLS
