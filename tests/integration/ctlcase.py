# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of xinbiaoctl share: a data folder each, the program run in it, small true files."""
import binascii
import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib
from pathlib import Path

PROGRAM = os.environ.get('XINBIAOCTL') or os.path.abspath(sys.argv.pop(1))  # the tests' first argument
NOW = '2026-09-28T10:00:00+08:00'  # a Monday, three days before the autumn holiday
LIMIT = 60  # seconds; no command of the tests takes more than a few

ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'


def uscc(organisation='MA6C1234', head='91510104'):
    """A made-up unified social credit code: GB 32100-2015 with the organisation code of GB 11714."""
    value = lambda c: int(c) if c.isdigit() else ord(c) - ord('A') + 10
    rest = (11 - sum(value(c) * w for c, w in zip(organisation, (3, 7, 9, 10, 5, 8, 4, 2))) % 11) % 11
    code = head + organisation + ('X' if rest == 10 else str(rest))
    return code + ALPHABET[(31 - sum(ALPHABET.index(c) * 3 ** i for i, c in enumerate(code)) % 31) % 31]


def png(width=8, height=8, shade=200):
    """The smallest honest PNG: one shade of grey."""
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', binascii.crc32(kind + data))
    rows = b''.join(b'\0' + bytes([shade]) * width for _ in range(height))
    return (b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 0, 0, 0, 0))
            + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


class CtlCase(unittest.TestCase):
    """Each test has a folder of its own; `ctl` runs the program there and looks at its manners."""

    maxDiff = None

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix='xinbiaoctl-'))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.data = self.folder / 'data'
        self.now = NOW

    def environment(self, **more):
        # In a build with the sanitizers: what fontconfig keeps and cairo 1.16 loses is theirs.
        suppressions = self.folder / 'suppressions'
        suppressions.write_text('leak:libfontconfig\nleak:cairo_surface_finish\n')
        options = os.environ.get('ASAN_OPTIONS', '') + ':fast_unwind_on_malloc=0'
        return {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'XINBIAO_DATA_DIR': str(self.data),
                'HOME': str(self.folder), 'ASAN_OPTIONS': options.lstrip(':'),
                'LSAN_OPTIONS': f'suppressions={suppressions}:print_suppressions=0', **more}

    def command(self, *words, now=None, as_json=True):
        globals_ = ['--json'] if as_json else []
        now = now or self.now
        return [PROGRAM, *globals_, *(['--now', now] if now else []), *map(str, words)]

    def run_raw(self, *argv, **more):
        return subprocess.run([str(a) if not isinstance(a, bytes) else a for a in argv], capture_output=True,
                              timeout=LIMIT, env=self.environment(**more), stdin=subprocess.DEVNULL)

    def ctl(self, *words, now=None):
        """Runs a command that must be done; returns its JSON document."""
        done = self.run_raw(*self.command(*words, now=now))
        said = f'{words}: {done.returncode}: {done.stdout.decode()} {done.stderr.decode()}'
        self.assertEqual(done.returncode, 0, said)
        self.assertEqual(done.stderr, b'', said)
        self.assertTrue(done.stdout.endswith(b'\n') and done.stdout.count(b'\n') == 1, said)
        return json.loads(done.stdout)

    def say(self, *words, now=None, **more):
        """The same without --json; returns the text."""
        done = self.run_raw(*self.command(*words, now=now, as_json=False), **more)
        self.assertEqual(done.returncode, 0, f'{words}: {done.stderr.decode()}')
        self.assertEqual(done.stderr, b'')
        return done.stdout.decode()

    def fail_with(self, code, *words, now=None, has=()):
        """Runs a command that must fail: one line on standard error and nothing else; returns the line."""
        for as_json in (True, False):
            done = self.run_raw(*self.command(*words, now=now, as_json=as_json))
            line = done.stderr.decode()
            said = f'{words}: {done.returncode}: {done.stdout.decode()} {line}'
            self.assertEqual(done.returncode, code, said)
            self.assertEqual(done.stdout, b'', said)
            self.assertRegex(line, r'\Axinbiaoctl: [^\n]+\n\Z', said)
            for part in has:
                self.assertIn(part, line)
        return line

    def refuse(self, *words, **more):
        return self.fail_with(1, *words, **more)

    def misuse(self, *words, **more):
        return self.fail_with(2, *words, **more)

    def trouble(self, *words, **more):
        return self.fail_with(3, *words, **more)

    def write(self, name, data):
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def make_business(self):
        return self.ctl('business', 'set', '--name', '成都蜀香餐饮有限公司', '--uscc', uscc(),
                        '--licence-expires', '2031-05-01')

    def add_papers(self, *types):
        """Adds one paper of each type; returns {type: SHA-256 of the original}."""
        shas = {}
        for number, kind in enumerate(types):
            side = 200 if kind == 'logo' else 64
            path = self.write(f'{kind}.png', png(side, side, 40 + 20 * number))
            shas[kind] = self.ctl('material', 'add', path, '--type', kind)['sha256']
        return shas
