/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ctl.h"

G_BEGIN_DECLS

const CtlCommand *ctl_find_command   (const char       *word,
                                      const char       *verb);
gboolean          ctl_word_has_verbs (const char       *word);
char             *ctl_help_dup_verbs (const char       *word);
char             *ctl_help_dup_usage (const CtlCommand *command);
char             *ctl_help_dup_words (Ctl              *ctl);
gboolean          ctl_help_say       (const char       *word,
                                      GError          **error);
gboolean          ctl_help_say_version (GError        **error);

G_END_DECLS
