#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""xinbiaoctl metrics: reports in, sums out, as a shell sees it.

    test_ctl_metrics.py XINBIAOCTL
"""
import math
import resource
import subprocess
import unittest
from pathlib import Path

from ctlcase import CtlCase

BOOKS = Path(__file__).parent.parent / 'fixtures' / 'reports'
HEAD = '日期,号码,呼出量,接通量,标记次数,投诉量,咨询量,订单量,成交额\n'


def wilson(hits, trials, z=1.959963984540054):
    rate = hits / trials
    middle = (rate + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z * math.sqrt(rate * (1 - rate) / trials + z * z / (4 * trials * trials)) / (1 + z * z / trials)
    return middle - half, middle + half


class Metrics(CtlCase):
    def setUp(self):
        super().setUp()
        self.ctl('number', 'add', '13800138000')
        self.ctl('number', 'add', '028-65551201')

    def report(self, *more, since='2026-09-01', until='2026-09-27'):
        return self.ctl('metrics', 'report', '--from', since, '--until', until, *more)

    def test_contract(self):
        path = self.write('report.csv', HEAD + '2026-09-01,138 0013 8000,"1,200",800,2,0,30,4,"￥1,234.50"\n'
                          '2026-09-02,13800138000,100,61,0,1,3,1,38\n2026-09-02,028-6555 1201,50,20,0,0,0,0,0\n'
                          '2026-09-03,13800138000,10,11,0,0,0,0,0\n')
        done = self.ctl('metrics', 'import', path)
        self.assertEqual([done[k] for k in ('rows', 'imported', 'replaced')], [4, 3, 0])
        self.assertEqual(done['rejected'], [{'line': 5, 'reason': '11 answered of 10 calls cannot be; '
                                                                   'check which column is which'}])
        found = self.report()
        low, high = wilson(881, 1350)
        self.assertEqual([found[k] for k in ('calls', 'answered', 'complaints', 'marks', 'inquiries', 'orders', 'revenue')],
                         [1350, 881, 1, 2, 33, 5, 127250])
        self.assertAlmostEqual(found['answer_rate'], 881 / 1350, 12)
        self.assertAlmostEqual(found['low'], low, 9)
        self.assertAlmostEqual(found['high'], high, 9)
        self.assertEqual(self.report('--number', '+86 28 6555 1201')['calls'], 50)
        self.assertEqual(self.report(since='2026-09-02')['calls'], 150)
        again = self.ctl('metrics', 'import', path)
        self.assertEqual([again[k] for k in ('rows', 'imported', 'replaced')], [4, 0, 3])
        self.assertEqual(self.report()['calls'], 1350)

    def test_nothing(self):
        found = self.report()
        self.assertEqual(found['calls'], 0)
        self.assertIsNone(found['answer_rate'])
        self.assertIsNone(found['low'])
        self.assertIn('No figures', self.say('metrics', 'report', '--from', '2026-09-01', '--until', '2026-09-02'))
        self.assertEqual(self.ctl('metrics', 'list'), [])

    def test_what_nobody_reported(self):
        self.ctl('metrics', 'import', self.write('a.csv', 'number,date,marks\n13800138000,2026-09-01,3\n'))
        found = self.report()
        self.assertEqual((found['calls'], found['marks'], found['orders'], found['answer_rate']), (0, 3, None, None))

    def test_usage(self):
        path = self.write('a.csv', HEAD)
        self.misuse('metrics', 'report', '--from', '2026-09-01')
        self.misuse('metrics', 'report', '--from', '2026-09-31', '--until', '2026-10-01')
        self.misuse('metrics', 'report', '--from', '2026-09-02', '--until', '2026-09-01')
        self.misuse('metrics', 'import')
        self.misuse('metrics', 'import', path, '--columns', 'nonsense=号码')
        self.misuse('metrics', 'import', path, '--columns', 'calls=没有', has=['没有'])
        self.misuse('metrics', 'undo', 'x')
        self.trouble('metrics', 'import', self.folder / 'missing.csv')
        self.refuse('metrics', 'report', '--from', '2026-09-01', '--until', '2026-09-02', '--number', '10086')
        self.refuse('metrics', 'undo', '7')

    def test_workbooks(self):
        done = self.ctl('metrics', 'import', BOOKS / 'daily.xlsx')
        self.assertEqual([done[k] for k in ('rows', 'imported', 'skipped')], [4, 4, 1])
        found = self.report()
        self.assertEqual([found[k] for k in ('calls', 'answered', 'revenue')], [2512, 1411, 123510])
        self.ctl('metrics', 'import', BOOKS / 'monthly.xlsx')
        found = self.report(since='2026-07-01', until='2026-08-31')
        self.assertEqual([found[k] for k in ('calls', 'answered', 'complaints')], [61500, 39900, 4])
        self.refuse('metrics', 'import', BOOKS / 'password.xlsx', has=['password'])
        self.refuse('metrics', 'import', BOOKS / 'daily.xls', has=['.xlsx'])
        cut = self.write('cut.xlsx', (BOOKS / 'daily.xlsx').read_bytes()[:5000])
        self.trouble('metrics', 'import', cut, has=['cut off'])

    def test_preview_and_columns(self):
        path = self.write('a.csv', '主叫,时段,总数,有效\n13800138000,2026-09-01,10,6\n')
        seen = self.run_raw(*self.command('metrics', 'preview', path))
        self.assertEqual(seen.returncode, 1)
        self.refuse('metrics', 'import', path, has=['日期'])
        done = self.ctl('metrics', 'import', path, '--columns', 'date=时段,calls=总数,answered=有效')
        self.assertEqual(done['imported'], 1)
        seen = self.ctl('metrics', 'preview', path)
        self.assertTrue(seen['remembered'])
        self.assertEqual(seen['columns'], {'number': '主叫', 'date': '时段', 'calls': '总数', 'answered': '有效'})
        self.assertEqual(self.ctl('metrics', 'import', path)['replaced'], 1)

    def test_preview_whole(self):
        path = self.write('a.csv', '号码,日期,呼出量\n13800138000,2026-09-01,5\n4006001825,2026-09-01,5\nx,2026-09-01,5\n')
        self.ctl('metrics', 'import', path, '--source', '呼叫中心')
        seen = self.ctl('metrics', 'preview', path, '--whole')
        self.assertEqual(seen['source'], '呼叫中心')
        self.assertEqual([seen['whole'][k] for k in ('rows', 'imported', 'replaced', 'n_rejected', 'strangers', 'stranger_rows')],
                         [3, 1, 1, 1, ['400-600-1825'], 1])
        self.assertIn('400-600-1825', self.say('metrics', 'preview', path, '--whole'))
        self.assertEqual(self.ctl('metrics', 'list')[0]['source'], '呼叫中心')

    def test_sheets(self):
        seen = self.ctl('metrics', 'preview', BOOKS / 'daily.xlsx')
        self.assertEqual((seen['sheet'], seen['sheets']), ('明细', ['说明', '明细']))
        self.assertEqual(self.ctl('metrics', 'preview', BOOKS / 'daily.xlsx', '--sheet', '明细')['rows'], seen['rows'])
        self.refuse('metrics', 'import', BOOKS / 'daily.xlsx', '--sheet', '说明', has=['说明'])
        self.refuse('metrics', 'import', BOOKS / 'daily.xlsx', '--sheet', '没有', has=['没有'])

    def test_unknown_number(self):
        path = self.write('a.csv', '号码,日期,呼出量\n400-600-1825,2026-09-01,5\n')
        done = self.run_raw(*self.command('metrics', 'import', path))
        self.assertEqual(done.returncode, 1) # not one row was any good
        self.assertIn('register', done.stdout.decode())
        self.assertEqual(self.ctl('metrics', 'import', path, '--add-numbers')['added_numbers'], 1)
        one = self.write('one.csv', '日期,呼出量\n2026-09-02,7\n')
        self.refuse('metrics', 'import', one, has=['号码'])
        self.assertEqual(self.ctl('metrics', 'import', one, '--number', '4006001825')['imported'], 1)
        self.assertEqual(self.report('--number', '4006001825')['calls'], 12)

    def test_undo(self):
        first = self.ctl('metrics', 'import', self.write('a.csv', '号码,日期,呼出量\n13800138000,2026-09-01,5\n'))
        self.ctl('metrics', 'import', self.write('b.csv', '号码,日期,呼出量\n13800138000,2026-09-01,6\n'))
        self.ctl('metrics', 'undo', first['id'])
        self.assertEqual(self.report()['calls'], 6)
        listed = self.ctl('metrics', 'list')
        self.assertEqual([(row['name'], row['undone_at'] is None) for row in listed], [('b.csv', True), ('a.csv', False)])
        self.refuse('metrics', 'undo', first['id'])

    def test_two_at_once(self):
        paths = [self.write(f'{n}.csv', '号码,日期,呼出量\n' + ''.join(
            f'{n},20{y:02}-{m:02}-{d:02},1\n' for y in range(10, 26) for m in range(1, 13) for d in range(1, 29)))
            for n in ('13800138000', '02865551201')]
        running = [subprocess.Popen(self.command('metrics', 'import', p), env=self.environment(), stdout=subprocess.PIPE,
                                    stderr=subprocess.PIPE) for p in paths]
        for process in running:
            out, err = process.communicate(timeout=60)
            self.assertEqual((process.returncode, err), (0, b''), out)
        self.assertEqual(self.report(since='2010-01-01')['calls'], 2 * 16 * 12 * 28)

    def test_killed(self):
        """What was cut short leaves nothing; what was there stays."""
        self.ctl('metrics', 'import', self.write('a.csv', '号码,日期,呼出量\n13800138000,2026-09-01,5\n'))
        path = self.write('big.csv', '号码,日期,呼出量\n' + ''.join(
            f'13800138000,20{y:02}-{m:02}-{d:02},1\n' for y in range(0, 26) for m in range(1, 13) for d in range(1, 29)))
        for delay in (0.02, 0.05, 0.1, 0.2):
            process = subprocess.Popen(self.command('metrics', 'import', path), env=self.environment(),
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            try:
                process.wait(delay)
            except subprocess.TimeoutExpired:
                process.kill()
            process.communicate()
            self.assertIn(self.report(since='2000-01-01')['calls'], (5, 5 + 26 * 12 * 28)) # none or all
            self.assertEqual(self.report()['calls'], 5)
        self.ctl('check')

    def test_full_disk(self):
        self.ctl('metrics', 'import', self.write('a.csv', '号码,日期,呼出量\n13800138000,2026-09-01,5\n'))
        path = self.write('big.csv', '号码,日期,呼出量\n' + ''.join(
            f'{n},20{y:02}-{m:02}-{d:02},1\n' for n in ('13800138000', '02865551201') for y in range(0, 26)
            for m in range(1, 13) for d in range(1, 29)))
        most = (self.data / 'xinbiao.db').stat().st_size + 30_000
        done = subprocess.run(self.command('metrics', 'import', path), capture_output=True, timeout=60,
                              env=self.environment(), restore_signals=False,  # keeps SIGXFSZ ignored
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
        self.assertEqual((done.returncode, done.stdout), (3, b''), done.stderr)
        self.assertRegex(done.stderr.decode(), r'\Axinbiaoctl: [^\n]+\n\Z')
        self.assertEqual(self.report(since='2000-01-01')['calls'], 5)
        self.assertEqual(self.ctl('check')['ok'], True)

    def test_demo(self):
        self.data = self.folder / 'demo'
        self.ctl('demo')
        year = self.report(since='2025-09-28')
        self.assertEqual(year['rows'], 12 * 365)
        self.assertGreater(year['calls'], 100000)
        self.assertTrue(0.45 < year['answer_rate'] < 0.65)
        summer, winter = self.report(since='2026-06-01', until='2026-08-31'), self.report(since='2025-12-01', until='2026-02-28')
        self.assertGreater(summer['calls'], 1.3 * winter['calls'])


if __name__ == '__main__':
    unittest.main()
