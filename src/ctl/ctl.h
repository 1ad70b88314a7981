/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <stdio.h>

#include "xb-workspace.h"

G_BEGIN_DECLS

/* The exit codes of the contract. */
typedef enum
{
  CTL_EXIT_DONE = 0,
  CTL_EXIT_NO = 1,
  CTL_EXIT_USAGE = 2,
  CTL_EXIT_TROUBLE = 3,
} CtlExit;

/**
 * CtlError:
 * @CTL_ERROR_USAGE: the command line is not understood
 * @CTL_ERROR_HELP: help or the version was printed: nothing is wrong, nothing is to be done
 * @CTL_ERROR_NO: the answer was printed, and it is no
 */
typedef enum
{
  CTL_ERROR_USAGE,
  CTL_ERROR_HELP,
  CTL_ERROR_NO,
} CtlError;

#define CTL_ERROR (ctl_error_quark ())
GQuark ctl_error_quark (void);

typedef struct _Ctl Ctl;

/**
 * CtlCommand:
 * @word: the command; %NULL ends a table
 * @verb: (nullable): what is done with it
 * @args: what follows, "NUMBER [PLATFORM]"; what stands in brackets may be left out
 * @summary: one line for --help, to be translated
 * @run: declares its options, reads the command line with ctl_parse(), does it, prints the answer
 */
typedef struct
{
  const char *word;
  const char *verb;
  const char *args;
  const char *summary;
  gboolean  (*run) (Ctl     *ctl,
                    GError **error);
} CtlCommand;

/**
 * Ctl:
 * @command: (nullable): what was asked for
 * @argv: (array zero-terminated=1): the program's name, then what ctl_parse() left: the arguments
 * @data_dir: (nullable): --data-dir
 * @now: (nullable): --now
 * @clock: (nullable): of ctl_open_clock()
 * @workspace: (nullable): of ctl_open()
 * @result: (nullable): of the verb that ended
 *
 * One run of the program.
 */
struct _Ctl
{
  const CtlCommand *command;
  char            **argv;

  /* Options that every command takes. */
  char             *data_dir;
  char             *now;
  gboolean          json;
  gboolean          help;
  gboolean          version;

  XbClock          *clock;
  XbWorkspace      *workspace;
  char             *warning; /* (nullable): said after what was done; an error is the only line */
  GCancellable     *cancellable;
  GAsyncResult     *result;
  gint64            progress_at;
  guint             progress_shown : 1;
};

extern const CtlCommand ctl_business_commands[];
extern const CtlCommand ctl_number_commands[];
extern const CtlCommand ctl_platform_commands[];
extern const CtlCommand ctl_papers_commands[];
extern const CtlCommand ctl_certify_commands[];
extern const CtlCommand ctl_advance_commands[];
extern const CtlCommand ctl_label_commands[];
extern const CtlCommand ctl_label_change_commands[];
extern const CtlCommand ctl_label_check_commands[];
extern const CtlCommand ctl_cost_commands[];
extern const CtlCommand ctl_workdays_commands[];
extern const CtlCommand ctl_lint_commands[];
extern const CtlCommand ctl_due_commands[];
extern const CtlCommand ctl_incident_commands[];
extern const CtlCommand ctl_alert_commands[];
extern const CtlCommand ctl_sync_commands[];
extern const CtlCommand ctl_metrics_commands[];
extern const CtlCommand ctl_roi_commands[];
extern const CtlCommand ctl_inspect_commands[];
extern const CtlCommand ctl_keep_commands[];

G_END_DECLS
