#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of the data report: the import of 1,000,000 rows beside `sqlite3 .import` of the same rows into one plain
table, then 10,000,000 daily rows (5,000 numbers × 2,000 days): bytes a row in the file, and what is asked of them.

    bench_metrics.py CTL READ
"""
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

CTL, READ = (os.path.abspath(a) for a in sys.argv[1:3])
KEPT = os.path.join(os.path.dirname(READ), 'bench-metrics-file')
DAYS = 2000
NOW = '2026-09-28T10:00:00+08:00'
HEAD = '号码,日期,呼出量,接通量,标记次数,投诉量,咨询量,订单量,成交额'


def number(i):
    return '1%010d' % (3000000000 + i * 7919 % 999999937)


def write_numbers(path, numbers):
    with open(path, 'w', encoding='utf-8') as f:
        f.write('号码,用途\n' + ''.join(f'{number(i)},门店{i % 97}\n' for i in range(numbers)))


def write_rows(path, numbers, days):
    """A figure for each number and day, day by day as reports come; SQLite is quicker at it than a loop here."""
    with open(path, 'w', encoding='utf-8') as f:
        f.write(HEAD + '\n')
        f.flush()
        subprocess.run(['sqlite3', ':memory:'], check=True, stdout=f, text=True, input=f'''.mode csv
            WITH RECURSIVE d (d) AS (SELECT 0 UNION ALL SELECT d + 1 FROM d WHERE d < {days - 1}),
                           n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < {numbers - 1}),
            r AS (SELECT d, n, 20 + abs (d * 7919 + n * 104729) % 380 AS calls FROM d CROSS JOIN n)
            SELECT '1' || (3000000000 + n * 7919 % 999999937), date ('2026-09-27', '-' || ({days} - d) || ' days'), calls,
                   calls * (40 + (d + n) % 50) / 100, (d * n) % 3, (d + n) % 31 = 0, calls / 9, calls / 25,
                   calls / 25 * 38 || '.50' FROM r;''')


def timed(*words, **more):
    start = time.monotonic()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)
    return time.monotonic() - start


def make_big(csv, numbers):
    """The large file takes minutes: it is made once and kept in the build folder."""
    note = os.path.join(KEPT, 'note')
    if os.path.exists(note):
        with open(note, encoding='utf-8') as f:
            print(f'{f.read()} (when it was made; remove {os.path.relpath(KEPT)} to measure that anew)')
        return KEPT
    shutil.rmtree(KEPT, ignore_errors=True)
    write_numbers(numbers, 5000)
    write_rows(csv, 5000, DAYS)
    timed(CTL, '--now', NOW, '--data-dir', KEPT, '--json', 'number', 'import', numbers)
    base = os.path.join(KEPT, 'xinbiao.db')
    before = os.path.getsize(base)
    took = timed(CTL, '--now', NOW, '--data-dir', KEPT, '--json', 'metrics', 'import', csv)
    os.unlink(csv)
    said = ('import of %d rows in one file: %.1f s; %.1f bytes a row with all sums (at most 40)'
            % (5000 * DAYS, took, (os.path.getsize(base) - before) / (5000 * DAYS)))
    with sqlite3.connect(base) as db:  # every number changed its label in spring, and it showed the day after
        for text, day in (('客户服务', '2024-01-01'), ('冰饮专线', '2026-04-15')):
            db.execute('INSERT INTO label (number_id, text, from_day, created_at) SELECT id, ?, ?, 0 FROM number', (text, day))
        db.execute("INSERT INTO label_change (label_id, number_id, platform, kind, state, text, show_on, file_by, expected, "
                   "counts_on, live_at, updated_at) SELECT id, number_id, 'third-party', 'put-up', 'live', text, from_day, from_day, "
                   "from_day, from_day, unixepoch (from_day) + 14400, 0 FROM label WHERE from_day = '2026-04-15'")
    db.close()
    print(said)
    with open(note, 'w', encoding='utf-8') as f:
        f.write(said)
    return KEPT


def main():
    home = tempfile.mkdtemp(prefix='xinbiao-bench-')

    def ours(folder, *words):
        return timed(CTL, '--now', NOW, '--data-dir', os.path.join(home, folder), '--json', *words)

    try:
        csv, numbers = os.path.join(home, 'report.csv'), os.path.join(home, 'numbers.csv')
        write_numbers(numbers, 500)
        write_rows(csv, 500, 2000)
        mine, plain = [], []
        for i in range(3):
            ours(f'd{i}', 'number', 'import', numbers)
            mine.append(ours(f'd{i}', 'metrics', 'import', csv))
            plain.append(timed('sqlite3', os.path.join(home, f'plain{i}.db'), '-cmd',
                               'CREATE TABLE m (number, day, calls, answered, marks, complaints, inquiries, orders, revenue)',
                               f'.import --csv --skip 1 {csv} m'))
        print('import of 1000000 rows: %.2f s; sqlite3 .import: %.2f s; ratio %.2f (at most 2.5)'
              % (min(mine), min(plain), min(mine) / min(plain)))
        again = ours('d0', 'metrics', 'import', csv)
        print('the same rows once more, which replaces them: %.2f s' % again)
        print('undoing that: %.2f s' % ours('d0', 'metrics', 'undo', '2'))
        for name in os.listdir(home):
            if name not in ('report.csv', 'numbers.csv'):
                path = os.path.join(home, name)
                shutil.rmtree(path) if os.path.isdir(path) else os.unlink(path)
        sys.stdout.flush()
        subprocess.run([READ, make_big(csv, numbers)], check=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)


main()
