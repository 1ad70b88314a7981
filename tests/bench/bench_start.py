#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench_start.py XINBIAO XINBIAOCTL EMPTY: the first frame with 100,000 numbers x 5 certifications in the file, beside
an empty AdwApplication window, each in a fresh process on one private display with a session's bus, as on a desktop; and
the memory of both. Figures only."""
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM, CTL, EMPTY = sys.argv[1:4]
ROWS = 100000
ROUNDS = 9
PLATFORMS = ['cmcc', 'unicom', 'telecom', 'third-party', 'tencent-shoujiguanjia']
STATES = ['live', 'live', 'syncing', 'in-review', 'live']


def write_csv(path):
    with open(path, 'w', encoding='utf-8') as f:
        f.write('号码,用途\n')
        for i in range(ROWS):
            f.write('1%010d,门店%d客服\n' % (3000000000 + i * 7919 % 999999937, i % 97))


def fill(folder, csv):
    run = lambda *words: subprocess.run([CTL, '--data-dir', folder, *words], check=True, stdout=subprocess.DEVNULL)
    run('business', 'set', '--name', '青禾冰饮')
    run('number', 'import', csv)
    db = sqlite3.connect(os.path.join(folder, 'xinbiao.db'))
    now = int(time.time())
    db.execute('INSERT INTO filing (id, platform, step, created_at, updated_at, submitted_at) VALUES (1, ?, ?, ?, ?, ?)',
               ('cmcc', 'track', now, now, now))
    db.executemany(
        "INSERT INTO certification (number_id, platform, filing_id, state, display_name, label, expected, updated_at) "
        "SELECT id, ?, 1, ?, '青禾冰饮', '冰饮专线', '2099-01-01', ? - id % 1000000 FROM number",
        [(platform, state, now) for platform, state in zip(PLATFORMS, STATES)])
    db.commit()
    db.close()


def start(words):
    """Until the process has drawn its first frame and left: seconds that passed, the most memory it held, in KiB, and
    seconds of processor, which other programs disturb less."""
    begin = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begin
    if status != 0:
        sys.exit('%s ended with %d' % (words[0], status))
    return seconds, usage.ru_maxrss, usage.ru_utime + usage.ru_stime


def main():
    if 'DISPLAY' not in os.environ:
        os.execvp('dbus-run-session', ['dbus-run-session', '--', 'xvfb-run', '-a', '-s', '-screen 0 1280x1024x24',
                                       sys.executable, *sys.argv])
    home = tempfile.mkdtemp(prefix='xinbiao-bench-')
    try:
        csv, folder = os.path.join(home, 'numbers.csv'), os.path.join(home, 'data')
        write_csv(csv)
        fill(folder, csv)
        ours = [PROGRAM, '--data-dir', folder, '--exit-after-startup']
        filled = [PROGRAM, '--data-dir', folder, '--exit-when-filled']
        start(filled)
        start([EMPTY])
        rounds = [(start([EMPTY]), start(ours), start(filled)) for _ in range(ROUNDS)]  # in turn: on the same machine
        pairs = [(empty, mine) for empty, mine, _ in rounds]
        ratio = statistics.median(mine[0] / empty[0] for empty, mine in pairs)
        worked = statistics.median(mine[2] / empty[2] for empty, mine in pairs)
        more = statistics.median(mine[1] - empty[1] for empty, mine in pairs)
        print('first frame with %d numbers: %.0f ms; an empty window: %.0f ms; ratio %.2f (at most 1.4)'
              % (ROWS, 1000 * statistics.median(m[0] for _, m in pairs), 1000 * statistics.median(e[0] for e, _ in pairs),
                 ratio))
        print('the same of processor: %.0f ms; an empty window: %.0f ms; ratio %.2f'
              % (1000 * statistics.median(m[2] for _, m in pairs), 1000 * statistics.median(e[2] for e, _ in pairs), worked))
        print('until today is filled: %.0f ms, with %.1f MiB more than the empty window'
              % (1000 * statistics.median(f[0] for _, _, f in rounds),
                 statistics.median(f[1] - e[1] for e, _, f in rounds) / 1024))
        print('memory above the empty window: %.1f MiB (at most 30)' % (more / 1024))
    finally:
        shutil.rmtree(home, ignore_errors=True)


main()
