#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of a quarter for 200 numbers, as pages and as a workbook, beside `pdftocairo -pdf`, which only draws the
same pages anew.

    bench_report.py CTL
"""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

CTL = os.path.abspath(sys.argv[1])
NOW = '2026-10-08T10:00:00+08:00'
NUMBERS = 200
TIMES = 7


def write_rows(path):
    with open(path, 'w', encoding='utf-8') as f:
        f.write('号码,日期,呼出量,接通量,标记次数,投诉量,咨询量,订单量,成交额\n')
        f.flush()
        subprocess.run(['sqlite3', ':memory:'], check=True, stdout=f, text=True, input=f'''.mode csv
            WITH RECURSIVE d (d) AS (SELECT 0 UNION ALL SELECT d + 1 FROM d WHERE d < 182),
                           n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < {NUMBERS - 1}),
            r AS (SELECT d, n, 20 + abs (d * 7919 + n * 104729) % 60 AS calls FROM d CROSS JOIN n)
            SELECT '1' || (3000000000 + n * 7919 % 999999937), date ('2026-04-01', d || ' days'), calls,
                   calls * (40 + (d + n) % 30 + (d > 90) * (n % 3) * 4) / 100, (d * n) % 3, (d + n) % 31 = 0, calls / 9, calls / 25,
                   calls / 25 * 38 || '.50' FROM r;''')


def timed(*words):
    start = time.monotonic()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def main():
    home = tempfile.mkdtemp(prefix='xinbiao-bench-')
    try:
        csv, pdf, book, again = (os.path.join(home, name) for name in ('report.csv', 'a.pdf', 'a.xlsx', 'b.pdf'))
        ctl = [CTL, '--now', NOW, '--data-dir', os.path.join(home, 'data'), '--json']
        write_rows(csv)
        subprocess.run([*ctl, 'business', 'set', '--name', '成都青禾冰饮有限公司'], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([*ctl, 'metrics', 'import', '--add-numbers', csv], check=True, stdout=subprocess.DEVNULL)
        with sqlite3.connect(os.path.join(home, 'data', 'xinbiao.db')) as db:
            db.execute("INSERT INTO cost (amount, category, on_date, number_id, note) SELECT 4000 + id, 'label', "
                       "date ('2026-07-01', (id % 90) || ' days'), id, '换标签' FROM number")
            db.execute("INSERT OR REPLACE INTO setting VALUES ('margin', '3000')")
        db.close()
        words = [*ctl, 'metrics', 'report', '--period', '2026-Q3']
        pages, books, drawn = [], [], []
        for _ in range(TIMES):
            pages.append(timed(*words, '--pdf', pdf))
            drawn.append(timed('pdftocairo', '-pdf', pdf, again))
            books.append(timed(*words, '--xlsx', book))
        n = subprocess.run(['pdfinfo', pdf], check=True, capture_output=True, text=True).stdout.split('Pages:')[1].split()[0]
        print('the quarter of %d numbers on %s pages: %.2f s (at most 3); pdftocairo of the same: %.2f s; ratio %.2f'
              % (NUMBERS, n, min(pages), min(drawn), min(pages) / min(drawn)))
        print('the slowest of %d: %.2f s; as a workbook: %.2f s' % (TIMES, max(pages), min(books)))
        print('size: %.0f KB, %.0f KB' % (os.path.getsize(pdf) / 1e3, os.path.getsize(book) / 1e3))
    finally:
        shutil.rmtree(home, ignore_errors=True)


main()
