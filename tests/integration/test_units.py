#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The systemd units of the README: systemd finds nothing wrong with them, and what they run tells each alert once.

    test_units.py XINBIAOCTL README
"""
import os
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

from ctlcase import NOW, PROGRAM, CtlCase

README = Path(sys.argv.pop())
HEAD = '日期,号码,呼出量,接通量,标记次数,投诉量\n'


def read_units():
    return dict(re.findall(r'^```\n# (xinbiao-watch\.\w+)\n(.*?)^```$', README.read_text('utf-8'), re.M | re.S))


class Units(CtlCase):
    def setUp(self):
        super().setUp()
        self.units = read_units()
        self.assertEqual(set(self.units), {'xinbiao-watch.service', 'xinbiao-watch.timer'})

    @unittest.skipUnless(shutil.which('systemd-analyze'), 'systemd-analyze is not installed')
    def test_verified(self):
        paths = [self.write(name, text) for name, text in self.units.items()]
        run = self.folder / 'run'
        run.mkdir()
        done = subprocess.run(['systemd-analyze', 'verify', '--user', *map(str, paths)], capture_output=True, text=True,
                              env={**os.environ, 'XDG_RUNTIME_DIR': str(run)})
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ''))

    def test_told_once(self):
        command = re.search(r"^ExecStart=/bin/sh -c '(.*?)'$", self.units['xinbiao-watch.service'], re.M | re.S)[1]
        command = re.sub(r'\\\n\s*', ' ', command).replace("\\'", "'")  # as systemd reads it
        folder = self.folder / 'bin'
        folder.mkdir()
        told = self.folder / 'told'
        for name, text in (('xinbiaoctl', f'exec "{PROGRAM}" --now {NOW} "$@"'), ('notify-send', f'echo "$@" >> "{told}"')):
            (folder / name).write_text(f'#!/bin/sh\n{text}\n')
            (folder / name).chmod(0o755)
        self.ctl('number', 'add', '13800138000')
        self.ctl('metrics', 'import', self.write('a.csv', HEAD + '2026-09-27,13800138000,100,90,7,0\n'))
        environment = {**self.environment(), 'PATH': f'{folder}:{os.environ["PATH"]}'}
        for _ in range(2):
            subprocess.run(['sh', '-c', command], check=True, env=environment, timeout=60)
        self.assertEqual(told.read_text().count('\n'), 1)
        self.assertRegex(told.read_text(), '-a Xinbiao .*13800138000|-a Xinbiao .*138 0013 8000')


if __name__ == '__main__':
    unittest.main()
