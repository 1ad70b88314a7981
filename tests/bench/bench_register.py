#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of the register, each beside something run in the same minute: import of 100,000 numbers against
`sqlite3 .import` of the same file, first page and search over 100,000 numbers with five certifications each.

    bench_register.py CTL READ
"""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

CTL, READ = (os.path.abspath(a) for a in sys.argv[1:3])
ROWS = 100_000
PLATFORMS = ('cmcc', 'unicom', 'telecom', 'third-party', 'teddymobile')
STATES = ('live', 'live', 'in-review', 'syncing', 'rejected')


def best(times, action):
    figures = []
    for _ in range(times):
        start = time.monotonic()
        action()
        figures.append(time.monotonic() - start)
    return min(figures)


def run(*words):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)


def write_csv(path):
    with open(path, 'w', encoding='utf-8') as f:
        f.write('号码,用途\n')
        for i in range(ROWS):
            f.write('1%010d,门店%d客服\n' % (3000000000 + i * 7919 % 999999937, i % 97))


def fill_certifications(folder):
    """The rows that years of use would leave; written straight, since only reading is measured."""
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


def main():
    home = tempfile.mkdtemp(prefix='xinbiao-bench-')
    try:
        csv = os.path.join(home, 'numbers.csv')
        write_csv(csv)
        count = [0]

        def ours():
            count[0] += 1
            run(CTL, '--data-dir', os.path.join(home, 'd%d' % count[0]), '--json', 'number', 'import', csv)

        def theirs():
            count[0] += 1
            run('sqlite3', os.path.join(home, 'plain%d.db' % count[0]), '-cmd', 'CREATE TABLE n (number TEXT, use TEXT)',
                '.import --csv --skip 1 %s n' % csv)

        ours()
        theirs()
        mine, plain = best(5, ours), best(5, theirs)
        print('import of %d rows: %.3f s; sqlite3 .import: %.3f s; ratio %.2f (at most 3)'
              % (ROWS, mine, plain, mine / plain))
        folder = os.path.join(home, 'd1')
        fill_certifications(folder)
        subprocess.run([READ, folder], check=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)


main()
