/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "ctl-args.h"
#include "ctl-help.h"
#include "ctl-run.h"
#include "xb-error.h"

/* The program in the user's language; the answers in UTF-8 whatever the terminal says. */
static void
set_language (void)
{
  const char *folder = g_getenv ("XINBIAO_LOCALE_DIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL && *folder != '\0' ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_set_prgname ("xinbiaoctl");
}

static char *
take_word (Ctl *ctl)
{
  char *word = ctl->argv[1];

  for (guint i = 1; ctl->argv[i] != NULL; i++)
    ctl->argv[i] = ctl->argv[i + 1];
  return word;
}

/* The second word, where the first one needs it. */
static gboolean
find_verb (Ctl        *ctl,
           const char *word,
           GError    **error)
{
  g_autofree char *verb = NULL;
  g_autofree char *verbs = NULL;

  if (!ctl_word_has_verbs (word))
    return TRUE;
  if (!ctl_parse_globals (ctl, error))
    return FALSE;
  verb = ctl->argv[1] != NULL ? take_word (ctl) : NULL;
  if (verb == NULL && ctl->help)
    return ctl_help_say (word, error);
  verbs = ctl_help_dup_verbs (word);
  ctl->command = verb != NULL ? ctl_find_command (word, verb) : NULL;
  if (ctl->command != NULL)
    return TRUE;
  if (verb == NULL)
    return ctl_usage (error, _("“%s” needs a second word; choose one of %s"), word, verbs);
  return ctl_usage (error, _("there is no command “%s %s”; choose one of %s"), word, verb, verbs);
}

static gboolean
find_command (Ctl     *ctl,
              GError **error)
{
  g_autofree char *word = NULL;

  if (!ctl_parse_globals (ctl, error))
    return FALSE;
  if (ctl->version)
    return ctl_help_say_version (error);
  word = ctl->argv[1] != NULL ? take_word (ctl) : NULL;
  if (word == NULL && ctl->help)
    return ctl_help_say (NULL, error);
  if (word == NULL)
    return ctl_usage (error, _("no command was given; see “%s --help”"), g_get_prgname ());
  ctl->command = ctl_find_command (word, NULL);
  if (ctl->command == NULL)
    return ctl_usage (error, _("there is no command “%s”; see “%s --help”"), word, g_get_prgname ());
  return find_verb (ctl, word, error);
}

/* A full disk or a closed pipe shows only here. */
static gboolean
flush_answer (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error (error, XB_ERROR, XB_ERROR_IO, _("the answer could not be written: %s"), g_strerror (errno));
  return FALSE;
}

static gboolean
run (Ctl     *ctl,
     GError **error)
{
  return find_command (ctl, error) && ctl->command->run (ctl, error);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) flush_error = NULL;
  Ctl ctl = { 0 };
  CtlExit code;

  set_language ();
  ctl.argv = g_strdupv (argv);
  ctl.cancellable = g_cancellable_new ();
  if (run (&ctl, &error))
    ctl_warn (ctl.warning);
  ctl_clear (&ctl);
  code = ctl_exit_of (error);
  ctl_report (error);
  if (!flush_answer (&flush_error))
    {
      if (code == CTL_EXIT_DONE)
        ctl_report (flush_error);
      code = MAX (code, CTL_EXIT_TROUBLE);
    }
  return code;
}
