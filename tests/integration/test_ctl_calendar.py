#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar file, read back by a parser that is not ours: ical.js, from npm.

    test_ics.py XINBIAOCTL

Where there is no node, or the package cannot be had (no network), that part is skipped and says so.
"""
import json
import os
import re
import shutil
import subprocess
import unittest
from pathlib import Path

from ctlcase import CtlCase

READ = """
import fs from 'fs'; import ICAL from 'ical.js';
const root = new ICAL.Component(ICAL.parse(fs.readFileSync(process.argv[2], 'utf8')));
console.log(JSON.stringify(root.getAllSubcomponents('vevent').map(c => { const e = new ICAL.Event(c);
  return {uid: e.uid, summary: e.summary, description: e.description, start: e.startDate.toString(),
          whole: e.startDate.isDate, utc: e.startDate.zone === ICAL.Timezone.utcTimezone,
          alarms: c.getAllSubcomponents('valarm').map(a => [a.getFirstPropertyValue('action'),
                                                           a.getFirstPropertyValue('trigger').toString()])}; })));
"""


def find_parser(folder):
    """Installs ical.js into @folder; None with a reason where that is not possible."""
    if not shutil.which('node') or not shutil.which('npm'):
        return 'there is no node here'
    try:
        subprocess.run(['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', 'ical.js@2'],
                       cwd=folder, check=True, capture_output=True, timeout=120,
                       env={**os.environ, 'HOME': str(folder), 'npm_config_update_notifier': 'false'})
    except (subprocess.SubprocessError, OSError):
        return 'ical.js could not be had from npm'
    return None


class Calendar(CtlCase):
    def setUp(self):
        super().setUp()
        self.run_raw(*self.command('demo'))
        self.ctl('incident', 'open', '13000281203', '--kind', 'mark', '--seen', '骚扰, 推销; 反斜杠\\')
        self.path = self.folder / 'due.ics'
        self.due = self.ctl('due', '--ics', self.path, '--limit', '0')
        self.text = self.path.read_bytes()

    def test_form(self):
        """RFC 5545: lines end in CRLF and have 75 octets at most, and no character is cut in two."""
        self.assertTrue(self.text.endswith(b'END:VCALENDAR\r\n'))
        self.assertNotIn(b'\n', self.text.replace(b'\r\n', b''))
        for line in self.text.split(b'\r\n'):
            self.assertLessEqual(len(line), 75)
            line.decode()
        whole = self.text.replace(b'\r\n ', b'').decode()
        self.assertEqual(whole.count('BEGIN:VEVENT'), len(self.due))
        self.assertEqual(whole.count('BEGIN:VALARM'), len(self.due))

    def uids(self, text=None):
        return re.findall(r'^UID:(.*)\r$', (text or self.text).replace(b'\r\n ', b'').decode(), re.M)

    def test_stable(self):
        """The same thing keeps its UID, from day to day and whatever else is due."""
        before = self.uids()
        self.assertEqual(len(set(before)), len(before))
        later = self.folder / 'later.ics'
        self.ctl('number', 'add', '13911112222')
        self.ctl('due', '--ics', later, '--limit', '0', now='2026-09-29T10:00:00+08:00')
        self.assertGreater(len(set(before) & set(self.uids(later.read_bytes()))), len(before) * 0.8)

    def test_kept(self):
        """A folder is kept up to date, and a file that says the same is left alone."""
        folder = self.folder / '日历'
        folder.mkdir()
        self.assertEqual(self.ctl('due', '--keep-ics', folder), self.ctl('due'))
        kept = folder / 'xinbiao.ics'
        first = kept.stat().st_mtime_ns
        self.ctl('due', now='2026-09-28T11:00:00+08:00')
        self.assertEqual(kept.stat().st_mtime_ns, first)
        self.ctl('incident', 'open', '13000281204', '--kind', 'mark')
        self.ctl('due')
        self.assertNotEqual(kept.stat().st_mtime_ns, first)
        self.refuse_folder()
        self.ctl('due', '--keep-ics', '')
        kept.unlink()
        self.ctl('due')
        self.assertFalse(kept.exists())

    def refuse_folder(self):
        self.trouble('due', '--keep-ics', self.folder / 'missing', has=['missing'])

    def test_read_back(self):
        reason = find_parser(self.folder)
        if reason:
            self.skipTest(f'the calendar was not read back: {reason}')
        script = self.folder / 'read.mjs'
        script.write_text(READ)
        done = subprocess.run(['node', script, self.path], cwd=self.folder, capture_output=True, timeout=60, check=False)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        events = json.loads(done.stdout)
        self.assertEqual(len(events), len(self.due))
        for event, due in zip(events, self.due):
            self.assertEqual(event['summary'], due['title'])
            self.assertEqual(event['description'], due['detail'] or None)
            self.assertEqual(event['whole'], due['due_at'] is None)
            self.assertEqual(event['alarms'], [['DISPLAY', 'PT9H' if event['whole'] else '-PT30M']])
            if event['whole']:
                self.assertEqual(event['start'], due['due'])
            else:
                self.assertEqual(event['start'], '2026-09-28T04:00:00Z' if 'appeal/' in event['uid'] else event['start'])
                self.assertTrue(event['utc'])


if __name__ == '__main__':
    unittest.main()
