/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "ctl-args.h"
#include "ctl-help.h"
#include "xb-day.h"
#include "xb-enums.h"

G_DEFINE_QUARK (ctl-error, ctl_error)

/**
 * ctl_usage:
 *
 * Sets @error to %CTL_ERROR_USAGE.
 *
 * Returns: %FALSE
 */
gboolean
ctl_usage (GError    **error,
           const char *format,
           ...)
{
  va_list args;
  g_autofree char *message = NULL;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, CTL_ERROR, CTL_ERROR_USAGE, message);
  return FALSE;
}

/* Every text is taken as a file name would be: byte by byte, whatever the locale is. */
static GOptionContext *
new_context (Ctl        *ctl,
             const char *usage)
{
  GOptionContext *context = g_option_context_new (usage);
  const GOptionEntry globals[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &ctl->data_dir, N_("The data folder"), "DIR" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &ctl->json, N_("Answer in JSON"), NULL },
    { "now", 0, 0, G_OPTION_ARG_FILENAME, &ctl->now,
      N_("The time to work with, such as 2026-09-28T10:00:00+08:00"), "INSTANT" },
    { "help", 'h', 0, G_OPTION_ARG_NONE, &ctl->help, N_("Show this help"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &ctl->version, N_("Show the version"), NULL },
    { NULL }
  };

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, globals, GETTEXT_PACKAGE);
  return context;
}

static gboolean
take_error (Ctl     *ctl,
            GError  *mine,
            GError **error)
{
  g_autofree char *words = ctl_help_dup_words (ctl);
  g_autoptr(GError) taken = mine;

  return ctl_usage (error, _("%s; see “%s --help”"), taken->message, words);
}

/**
 * ctl_parse_globals:
 *
 * Takes the options that stand at the head of what is left, up to the next word.
 */
gboolean
ctl_parse_globals (Ctl     *ctl,
                   GError **error)
{
  g_autoptr(GOptionContext) context = new_context (ctl, NULL);
  GError *mine = NULL;

  g_option_context_set_strict_posix (context, TRUE);
  if (!g_option_context_parse_strv (context, &ctl->argv, &mine))
    return take_error (ctl, mine, error);
  return TRUE;
}

/* GLib would take -3 for an option; here it is a number of days. */
static gboolean
is_option (const char *arg)
{
  return arg[0] == '-' && arg[1] != '\0' && !g_ascii_isdigit (arg[1]);
}

static void
remove_at (char **argv,
           guint  index)
{
  g_free (argv[index]);
  for (; argv[index] != NULL; index++)
    argv[index] = argv[index + 1];
}

static gboolean
check_options (Ctl     *ctl,
               GError **error)
{
  g_autofree char *words = ctl_help_dup_words (ctl);

  for (guint i = 1; ctl->argv[i] != NULL; i++)
    {
      if (strcmp (ctl->argv[i], "--") == 0)
        {
          remove_at (ctl->argv, i);
          return TRUE;
        }
      if (is_option (ctl->argv[i]))
        return ctl_usage (error, _("there is no option “%s”; see “%s --help”"), ctl->argv[i], words);
    }
  return TRUE;
}

static gboolean
check_count (Ctl     *ctl,
             GError **error)
{
  g_auto(GStrv) wanted = g_strsplit (ctl->command->args, " ", -1);
  g_autofree char *words = ctl_help_dup_words (ctl);
  guint n_wanted = *ctl->command->args != '\0' ? g_strv_length (wanted) : 0;
  gboolean many = n_wanted > 0 && g_str_has_suffix (wanted[n_wanted - 1], "...");
  guint n = ctl_n_args (ctl);

  if (n < n_wanted && wanted[n][0] != '[')
    return ctl_usage (error, _("%s is missing; see “%s --help”"), wanted[n], words);
  if (n > n_wanted && !many)
    return ctl_usage (error, _("“%s” is one word too many; see “%s --help”"), ctl->argv[1 + n_wanted], words);
  return TRUE;
}

static gboolean
is_path (const char *name)
{
  return name != NULL && (strstr (name, "FILE") != NULL || strstr (name, "DIR") != NULL);
}

/* The labels of lint are judged whatever bytes they are: it names the one that is wrong. */
static gboolean
is_judged (const char *name)
{
  return g_str_equal (name, "TEXT...");
}

static gboolean
check_text (const char *name,
            const char *text,
            GError    **error)
{
  g_autofree char *shown = NULL;

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;
  shown = g_utf8_make_valid (text, -1);
  return ctl_usage (error, _("%s “%s” is no text in UTF-8; set the terminal to UTF-8"), name, shown);
}

/* Paths are bytes; all else goes into the file and onto the screen, and must be text. */
static gboolean
check_texts (Ctl                *ctl,
             const GOptionEntry *entries,
             GError            **error)
{
  g_auto(GStrv) wanted = g_strsplit (ctl->command->args, " ", -1);

  for (guint i = 0; i < ctl_n_args (ctl); i++)
    {
      const char *name = wanted[MIN (i, g_strv_length (wanted) - 1)];

      if (!is_path (name) && !is_judged (name) && !check_text ("", ctl_arg (ctl, i), error))
        return FALSE;
    }
  for (; entries != NULL && entries->long_name != NULL; entries++)
    {
      g_autofree char *option = g_strconcat ("--", entries->long_name, NULL);

      if (is_path (entries->arg_description))
        continue;
      if (entries->arg == G_OPTION_ARG_FILENAME && !check_text (option, *(char **) entries->arg_data, error))
        return FALSE;
      if (entries->arg != G_OPTION_ARG_FILENAME_ARRAY)
        continue;
      for (char **text = *(char ***) entries->arg_data; text != NULL && *text != NULL; text++)
        if (!check_text (option, *text, error))
          return FALSE;
    }
  return check_text ("--now", ctl->now, error);
}

/**
 * ctl_parse:
 * @entries: (nullable): the options of this command; texts as %G_OPTION_ARG_FILENAME, which takes them
 *   in any locale, and "FILE" or "DIR" as the description of those that really are paths
 * @error: set to %CTL_ERROR_USAGE, or to %CTL_ERROR_HELP after the help was printed
 *
 * Reads what follows the command. The arguments stay behind for ctl_arg().
 */
gboolean
ctl_parse (Ctl                *ctl,
           const GOptionEntry *entries,
           GError            **error)
{
  g_autofree char *usage = ctl_help_dup_usage (ctl->command);
  g_autoptr(GOptionContext) context = new_context (ctl, usage);
  GError *mine = NULL;

  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, ctl->command->summary);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &ctl->argv, &mine))
    return take_error (ctl, mine, error);
  if (ctl->version)
    return ctl_help_say_version (error);
  if (ctl->help)
    {
      g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);

      fputs (text, stdout);
      g_set_error_literal (error, CTL_ERROR, CTL_ERROR_HELP, "");
      return FALSE;
    }
  return check_options (ctl, error) && check_count (ctl, error) && check_texts (ctl, entries, error);
}

/** ctl_n_args: Returns: how many arguments follow the command */
guint
ctl_n_args (Ctl *ctl)
{
  return g_strv_length (ctl->argv) - 1;
}

/** ctl_arg: Returns: (nullable): the argument, from 0; %NULL where it was left out */
const char *
ctl_arg (Ctl  *ctl,
         guint index)
{
  return index < ctl_n_args (ctl) ? ctl->argv[1 + index] : NULL;
}

/** ctl_check_day: @text: (nullable): an ISO date, or nothing */
gboolean
ctl_check_day (const char *option,
               const char *text,
               GError    **error)
{
  if (text == NULL || xb_day_is_valid (text))
    return TRUE;
  return ctl_usage (error, _("%s: “%s” is no date; write it like 2026-10-13"), option, text);
}

/**
 * ctl_read_instant:
 * @text: (nullable): ISO 8601; %NULL: now
 */
gboolean
ctl_read_instant (Ctl        *ctl,
                  const char *option,
                  const char *text,
                  gint64     *instant,
                  GError    **error)
{
  g_autoptr(GError) mine = NULL;

  if (text == NULL)
    {
      *instant = xb_clock_now (ctl->clock);
      return TRUE;
    }
  *instant = xb_instant_parse (text, &mine);
  return *instant >= 0 || ctl_usage (error, "%s: %s", option, mine->message);
}

gboolean
ctl_read_word (const char *option,
               GType       type,
               const char *text,
               int        *value,
               GError    **error)
{
  g_autofree char *choices = NULL;

  if (xb_enum_from_nick (type, text, value))
    return TRUE;
  choices = xb_enum_dup_choices (type);
  return ctl_usage (error, _("%s: “%s” is not known; choose one of %s"), option, text, choices);
}

/** ctl_read_id: @text: 12 or #12 */
gboolean
ctl_read_id (const char *text,
             gint64     *id,
             GError    **error)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text + (*text == '#'), 10, 1, G_MAXINT64, &value, NULL))
    return ctl_usage (error, _("“%s” is no ID; take the number in the first column of the list"), text);
  *id = (gint64) value;
  return TRUE;
}

gboolean
ctl_read_int (const char *text,
              gint64      least,
              gint64      most,
              gint64     *value,
              GError    **error)
{
  if (g_ascii_string_to_signed (text, 10, least, most, value, NULL))
    return TRUE;
  return ctl_usage (error, _("“%s” is no whole number from %" PRId64 " to %" PRId64),
                    text, least, most);
}
