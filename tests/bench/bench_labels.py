#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels over 100,000 numbers that show at an operator.

    bench_labels.py CTL LABELS
"""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile

CTL, LABELS = (os.path.abspath(a) for a in sys.argv[1:3])
ROWS = 100_000
DAY = 86_400
NOW = 1_790_568_000


def main():
    home = tempfile.mkdtemp(prefix='xinbiao-bench-')
    try:
        csv = os.path.join(home, 'numbers.csv')
        with open(csv, 'w', encoding='utf-8') as f:
            f.write('号码,用途\n')
            for i in range(ROWS):
                f.write('1%010d,门店%d客服\n' % (3000000000 + i * 7919 % 999999937, i % 97))
        folder = os.path.join(home, 'data')
        subprocess.run([CTL, '--data-dir', folder, '--json', 'number', 'import', csv], check=True,
                       stdout=subprocess.DEVNULL)
        db = sqlite3.connect(os.path.join(folder, 'xinbiao.db'))
        since = NOW - 200 * DAY
        db.execute('INSERT INTO filing (id, platform, step, created_at, updated_at, submitted_at) '
                   "VALUES (1, 'cmcc', 'track', ?, ?, ?)", (since,) * 3)
        db.execute('INSERT INTO certification (number_id, platform, filing_id, state, display_name, label, submitted_at, '
                   "approved_at, live_at, updated_at) SELECT id, 'cmcc', 1, 'live', '青禾冰饮', '冰饮专线', ?, ?, ?, ? "
                   'FROM number', (since,) * 4)
        db.commit()
        db.close()
        subprocess.run([LABELS, folder], check=True)
        print('file: %.0f MB' % (os.path.getsize(os.path.join(folder, 'xinbiao.db')) / 1e6))
    finally:
        shutil.rmtree(home, ignore_errors=True)


main()
