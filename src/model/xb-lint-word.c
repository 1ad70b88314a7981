/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "xb-enum-types.h"
#include "xb-lint-word.h"

/* A word of the owner: banned here, or fine here although a rule finds it. */
struct _XbLintWord
{
  XbRecord parent_instance;

  char *word;
  XbLintWordKind kind;
  XbLintLevel severity;
  char *platform; /* NULL: everywhere */
  char *reason;
  char *expires; /* the last day; NULL: none */
  XbLintWordSource source;
  gint64 created_at;
  gint64 removed_at;
};

G_DEFINE_FINAL_TYPE (XbLintWord, xb_lint_word, XB_TYPE_RECORD)

static const XbField fields[] = {
  XB_FIELD (XbLintWord, xb_field_text, word, "word"),
  XB_FIELD (XbLintWord, xb_lint_word_kind_get_type, kind, "kind"),
  XB_FIELD (XbLintWord, xb_lint_level_get_type, severity, "severity"),
  XB_FIELD (XbLintWord, xb_field_text, platform, "platform"),
  XB_FIELD (XbLintWord, xb_field_text, reason, "reason"),
  XB_FIELD (XbLintWord, xb_field_text, expires, "expires"),
  XB_FIELD (XbLintWord, xb_lint_word_source_get_type, source, "source"),
  XB_FIELD (XbLintWord, xb_field_int, created_at, "created-at"),
  XB_FIELD (XbLintWord, xb_field_int, removed_at, "removed-at"),
};

static void
xb_lint_word_class_init (XbLintWordClass *klass)
{
  xb_record_class_set_fields (XB_RECORD_CLASS (klass), fields, G_N_ELEMENTS (fields));
}

static void
xb_lint_word_init (XbLintWord *self)
{
}

XB_GETTER (XbLintWord, xb_lint_word, const char *, word)
XB_GETTER (XbLintWord, xb_lint_word, XbLintWordKind, kind)
XB_GETTER (XbLintWord, xb_lint_word, XbLintLevel, severity)
XB_GETTER (XbLintWord, xb_lint_word, const char *, platform)
XB_GETTER (XbLintWord, xb_lint_word, const char *, reason)
XB_GETTER (XbLintWord, xb_lint_word, const char *, expires)
XB_GETTER (XbLintWord, xb_lint_word, XbLintWordSource, source)
XB_GETTER (XbLintWord, xb_lint_word, gint64, created_at)
XB_GETTER (XbLintWord, xb_lint_word, gint64, removed_at)
