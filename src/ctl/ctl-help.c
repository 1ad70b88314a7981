/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl-help.h"

static const CtlCommand *const tables[] = {
  ctl_business_commands,
  ctl_number_commands,
  ctl_platform_commands,
  ctl_papers_commands,
  ctl_certify_commands,
  ctl_advance_commands,
  ctl_label_commands,
  ctl_label_change_commands,
  ctl_label_check_commands,
  ctl_cost_commands,
  ctl_lint_commands,
  ctl_due_commands,
  ctl_incident_commands,
  ctl_alert_commands,
  ctl_metrics_commands,
  ctl_roi_commands,
  ctl_inspect_commands,
  ctl_sync_commands,
  ctl_workdays_commands,
  ctl_keep_commands,
};

/**
 * ctl_find_command:
 * @verb: (nullable): %NULL finds the first command with @word
 *
 * Returns: (nullable): the command
 */
const CtlCommand *
ctl_find_command (const char *word,
                  const char *verb)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const CtlCommand *command = tables[i]; command->word != NULL; command++)
      if (g_str_equal (command->word, word) && (verb == NULL || g_strcmp0 (command->verb, verb) == 0))
        return command;
  return NULL;
}

/** ctl_word_has_verbs: Returns: whether @word is a command that wants a second word */
gboolean
ctl_word_has_verbs (const char *word)
{
  const CtlCommand *command = ctl_find_command (word, NULL);

  return command != NULL && command->verb != NULL;
}

/** ctl_help_dup_verbs: Returns: (transfer full): the second words, "add, list, parse" */
char *
ctl_help_dup_verbs (const char *word)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const CtlCommand *command = tables[i]; command->word != NULL; command++)
      if (g_str_equal (command->word, word))
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", command->verb);
  return g_string_free (out, FALSE);
}

/** ctl_help_dup_usage: Returns: (transfer full): "number add NUMBER" */
char *
ctl_help_dup_usage (const CtlCommand *command)
{
  GString *out = g_string_new (command->word);

  if (command->verb != NULL)
    g_string_append_printf (out, " %s", command->verb);
  if (*command->args != '\0')
    g_string_append_printf (out, " %s", command->args);
  return g_string_free (out, FALSE);
}

/** ctl_help_dup_words: Returns: (transfer full): what to type before --help */
char *
ctl_help_dup_words (Ctl *ctl)
{
  const CtlCommand *command = ctl->command;

  if (command == NULL)
    return g_strdup (g_get_prgname ());
  if (command->verb == NULL)
    return g_strdup_printf ("%s %s", g_get_prgname (), command->word);
  return g_strdup_printf ("%s %s %s", g_get_prgname (), command->word, command->verb);
}

static void
print_commands (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const CtlCommand *command = tables[i]; command->word != NULL; command++)
      if (word == NULL || g_str_equal (command->word, word))
        {
          g_autofree char *usage = ctl_help_dup_usage (command);

          printf ("  %-34s %s\n", usage, _(command->summary));
        }
}

static gboolean
said (GError **error)
{
  g_set_error_literal (error, CTL_ERROR, CTL_ERROR_HELP, "");
  return FALSE;
}

/** ctl_help_say_version: Returns: %FALSE with %CTL_ERROR_HELP: all was said */
gboolean
ctl_help_say_version (GError **error)
{
  printf ("%s %s\n", g_get_prgname (), PACKAGE_VERSION);
  return said (error);
}

/**
 * ctl_help_say:
 * @word: (nullable): of which command; %NULL: of all
 *
 * The help of the program, or of a command that has several verbs.
 *
 * Returns: %FALSE with %CTL_ERROR_HELP: all was said
 */
gboolean
ctl_help_say (const char *word,
              GError    **error)
{
  if (word == NULL)
    printf (_("Usage: %s [--data-dir DIR] [--json] [--now INSTANT] COMMAND …\n\n"
              "The desk for your phone numbers’ certification, from a shell.\n"), g_get_prgname ());
  else
    printf (_("Usage: %s %s COMMAND …\n"), g_get_prgname (), word);
  printf (_("\nCommands:\n"));
  print_commands (word);
  printf (_("\nEvery command takes these, before or after it:\n"
            "  --data-dir DIR   the data folder (else XINBIAO_DATA_DIR, else your own)\n"
            "  --json           answer in JSON: one document, nothing else\n"
            "  --now INSTANT    the time to work with, such as 2026-09-28T10:00:00+08:00\n"
            "  --help           what the command takes\n"
            "  --version        the version of the program\n\n"
            "It ends with 0: done; 1: the answer is no; 2: not understood; 3: a file or a platform failed.\n"));
  return said (error);
}
