#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_ctl_report.py XINBIAOCTL: what leaves the house as a file to be read by others: the ledger, the report."""
import datetime
import re
import resource
import stat
import subprocess
import unittest
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from ctlcase import PROGRAM, CtlCase

SPACE = {'x': 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'}


def read_book(path):
    """{sheet: [[cell]]} of a workbook: numbers as numbers, words as words."""
    with zipfile.ZipFile(path) as book:
        tree = lambda name: ElementTree.fromstring(book.read(name))
        words = [''.join(t.text or '' for t in s.iter('{%s}t' % SPACE['x']))
                 for s in tree('xl/sharedStrings.xml').findall('x:si', SPACE)]
        names = [s.get('name') for s in tree('xl/workbook.xml').find('x:sheets', SPACE)]
        sheets = {}
        for number, name in enumerate(names, 1):
            rows = []
            for row in tree(f'xl/worksheets/sheet{number}.xml').find('x:sheetData', SPACE):
                cells = {}
                for cell in row:
                    value = cell.find('x:v', SPACE)
                    if value is not None:
                        column = re.match('[A-Z]+', cell.get('r'))[0]
                        cells[column] = words[int(value.text)] if cell.get('t') == 's' else float(value.text)
                rows.append(cells)
            sheets[name] = rows
        return sheets


class Ledger(CtlCase):
    """The same lines as text and as a workbook."""

    def setUp(self):
        super().setUp()
        self.ctl('number', 'add', '028-8555 1201')
        self.ctl('cost', 'add', '1234.50', '--category', 'label', '--on', '2026-09-01', '--number', '02885551201',
                 '--note', '=换“标签”')
        self.ctl('cost', 'add', '0.01', '--category', 'other', '--on', '2026-09-02')

    def test_csv(self):
        path = self.folder / 'costs.csv'
        self.assertEqual(self.ctl('cost', 'export', path)['rows'], 2)
        self.assertEqual(path.read_bytes().decode('utf-8-sig'), (
            'Day,Yuan,At least,Kind,Number,Platform,Paid or indicative,Note\r\n'
            '2026-09-02,0.01,,Other,,,paid,\r\n'
            '2026-09-01,1234.50,,Label,02885551201,,paid,"\'=换“标签”"\r\n'))

    def test_workbook(self):
        path = self.folder / '费用.XLSX'
        self.assertEqual(self.ctl('cost', 'export', path)['rows'], 2)
        (name, rows), = read_book(path).items()
        self.assertEqual((name, len(rows)), ('Ledger', 3))
        self.assertEqual(rows[0]['A'], 'Day')
        self.assertEqual(rows[1], {'A': 46267.0, 'B': 0.01, 'D': 'Other', 'G': 'paid'})
        self.assertEqual(rows[2], {'A': 46266.0, 'B': 1234.5, 'D': 'Label', 'E': '02885551201', 'G': 'paid',
                                   'H': '=换“标签”'})

    def test_empty(self):
        self.ctl('cost', 'remove', 1)
        self.ctl('cost', 'remove', 2)
        path = self.folder / 'none.xlsx'
        self.assertEqual(self.ctl('cost', 'export', path)['rows'], 0)
        self.assertEqual(len(read_book(path)['Ledger']), 1)

    def test_nowhere(self):
        for suffix in ('csv', 'xlsx'):
            self.trouble('cost', 'export', f'/nonexistent/costs.{suffix}', has=['/nonexistent'])


A4 = (595, 842)
MARGIN = 46  # tables reach a little beyond the text


def day(text):
    """How a workbook counts days."""
    return float((datetime.date.fromisoformat(text) - datetime.date(1899, 12, 30)).days)


class Report(CtlCase):
    """The month or the quarter, as pages and as a workbook; read back with poppler's tools and cell by cell."""

    def import_rows(self, rows, headings='号码,日期,呼出量,接通量,订单量,成交额'):
        return self.ctl('metrics', 'import', '--add-numbers',
                        self.write('a.csv', headings + '\n' + ''.join(','.join(map(str, r)) + '\n' for r in rows)))

    def make_days(self, number, since, n, calls=40, answered=25):
        first = datetime.date.fromisoformat(since)
        return [(number, first + datetime.timedelta(days=d), calls, answered, 1, '50.25') for d in range(n)]

    def report(self, *words, now=None, **more):
        self.pdf, self.xlsx = self.folder / 'report.pdf', self.folder / '报告.xlsx'
        return self.ctl('metrics', 'report', *words, '--pdf', self.pdf, '--xlsx', self.xlsx, now=now)

    def tool(self, *words):
        return subprocess.run([*map(str, words)], check=True, capture_output=True, timeout=60, text=True).stdout

    def pages(self):
        return self.tool('pdftotext', '-layout', self.pdf, '-').split('\f')[:-1]

    def words(self):
        """[(page, left, top, right, bottom, word)]"""
        found, page = [], 0
        for line in self.tool('pdftotext', '-bbox', self.pdf, '-').splitlines():
            page += '<page ' in line
            if m := re.search(r'<word xMin="(.+)" yMin="(.+)" xMax="(.+)" yMax="(.+)">(.+)</word>', line):
                found.append((page, *(float(m[i]) for i in range(1, 5)), m[5]))
        return found

    def pictures(self):
        return self.tool('pdfimages', '-list', self.pdf).splitlines()[2:]

    def check_pages(self):
        """Every page but the cover has its number and the heading, and no word leaves the paper's margins."""
        pages = self.pages()
        for number, page in enumerate(pages[1:], 2):
            self.assertIn(f'Page {number} of {len(pages)}', page)
            self.assertIn('Report on Certified Numbers', page.splitlines()[0])
        self.assertNotIn('Page 1 of', pages[0])
        for page, left, top, right, bottom, word in self.words():
            self.assertTrue(MARGIN <= left and right <= A4[0] - MARGIN and 30 <= top and bottom <= A4[1] - 25,
                            (page, word, left, top, right, bottom))
        return pages

    def test_quarter(self):
        self.data = self.folder / 'demo'
        self.ctl('demo')
        self.ctl('cost', 'add', '480', '--category', 'annual', '--on', '2026-07-02')
        said = self.report('--period', '2026-Q3')
        self.assertEqual((said['from'], said['until'], said['pdf'], said['xlsx']),
                         ('2026-07-01', '2026-09-30', str(self.pdf), str(self.xlsx)))
        self.assertEqual(stat.S_IMODE(self.pdf.stat().st_mode), 0o600)
        pages = self.check_pages()
        text = ' '.join(' '.join(pages).split())
        for part in ('Q3 2026', 'Summary', f"{said['calls']:,} calls were made from 12 numbers",
                     f"{said['answer_rate'] * 100:.1f}% (95% sure: {said['low'] * 100:.1f}%–{said['high'] * 100:.1f}%)",
                     'Against Q2 2026: Answer rate', 'Answer rate day by day', 'Answer rate before and after', 'Costs of twelve months',
                     '480.00', 'Incidents', 'Inspections', 'Method', 'Wilson (1927)', 'Newcombe (1998', '客户服务'):
            self.assertIn(part, text)
        # charts are lines and letters: the only picture, with its mask, is the logo on the cover
        self.assertEqual({line.split()[0] for line in self.pictures()}, {'1'})
        roi = self.ctl('roi', '--before', '2026-04-01..2026-06-30', '--after', '2026-07-01..2026-09-30')
        self.assertIn(f"{roi['difference'] * 100:+.1f} percentage points".replace('-', '−'), text)

        book = read_book(self.xlsx)
        self.assertEqual(list(book), ['Summary', 'Days', 'Numbers', 'Costs'])
        days = book['Days'][1:]
        self.assertEqual([row['A'] for row in days], [day('2026-07-01') + n for n in range(89)])  # until the eve of the clock's day
        self.assertEqual(sum(row['B'] for row in days), said['calls'])
        self.assertEqual(round(sum(row['K'] for row in days) * 100), said['revenue'])
        self.assertAlmostEqual(days[0]['D'], days[0]['C'] / days[0]['B'], 12)
        numbers = book['Numbers'][1:]
        self.assertEqual((numbers[0]['A'], numbers[0]['C']), ('All numbers', said['calls']))
        self.assertEqual(sum(row['C'] for row in numbers[1:]), said['calls'])
        self.assertEqual(numbers[0]['E'], said['answer_rate'])
        self.assertAlmostEqual(numbers[0]['I'], roi['difference'] * 100, 9)
        self.assertIn({'A': day('2026-07-02'), 'B': 'Annual fee', 'F': 'paid', 'G': 480.0}, book['Costs'])
        self.assertIn({'A': 'From', 'B': day('2026-07-01')}, book['Summary'])

    def test_chinese(self):
        self.import_rows(self.make_days('13800138000', '2026-08-01', 58))
        self.make_business()
        path = self.folder / 'zh.pdf'
        self.say('metrics', 'report', '--period', '2026-09', '--pdf', path, LANGUAGE='zh_CN',
                 XINBIAO_LOCALE_DIR=str(self.locale())) if self.locale() else self.skipTest('no catalogue was built')
        text = self.tool('pdftotext', '-layout', path, '-')
        for part in ('成都蜀香餐饮有限公司', '来电名片效果报告', '2026 年9 月', '第 2 页', '方法', '138 0013 8000'):
            self.assertIn(part, text)

    def locale(self):
        found = Path(PROGRAM).resolve().parent.parent / 'po'
        return found if found.exists() else None

    def test_many_numbers(self):
        """The headings of a table stand on each page, each number once, and nothing is cut."""
        numbers = [f'130{n:08}' for n in range(200)]
        # the first falls by a little, which is written with two signs; all others rise, which takes more room
        self.import_rows([row for i, n in enumerate(numbers)
                          for row in self.make_days(n, '2026-04-01', 91, 20, 6 if i else 10) +
                          self.make_days(n, '2026-07-01', 89, 20, 16 if i else 9)])
        self.report('--period', '2026-Q3')
        pages = self.check_pages()
        self.assertEqual(self.pictures(), [])
        text = '\n'.join(pages)
        for n in numbers:
            self.assertIn(len(re.findall(f'^ *{n[:3]} {n[3:7]} {n[7:]} ', text, re.M)), (1, 2), n)  # the chart names some too
        of_table = [p for p in pages if 'Its range (95%)' in p]
        self.assertGreaterEqual(len(of_table), 8)
        for page in of_table:
            self.assertEqual(page.count('Its range (95%)'), 1)
        self.assertGreaterEqual(len(re.findall(r'\[[−+]?[\d.]+, [−+]?[\d.]+\]', text)), 201, 'an interval was broken in two')
        self.assertIn('about 10 would seem to have risen or fallen by chance', ' '.join(text.split()))
        self.assertEqual(len(read_book(self.xlsx)['Numbers']), 202)

    def test_nothing_at_all(self):
        self.report('--period', '2026-09')
        text = ' '.join(' '.join(self.check_pages()).split())
        self.assertIn('No figures are reported for September 2026', text)
        self.assertIn('Nothing was spent in this time', text)
        self.assertNotRegex(text, r'(?i)\bnan\b|\binf\b')
        book = read_book(self.xlsx)
        self.assertEqual([len(book[s]) for s in ('Days', 'Numbers', 'Costs')], [1, 1, 1])

    def test_one_day(self):
        self.import_rows(self.make_days('13800138000', '2026-09-01', 1, 3, 2))
        self.report('--from', '2026-09-01', '--until', '2026-09-01')
        text = ' '.join(' '.join(self.check_pages()).split())
        self.assertIn('3 calls were made from 1 numbers', text)
        self.assertIn('There are no calls in Mon 31 Aug 2026 to compare with', text)
        self.assertEqual([row['B'] for row in read_book(self.xlsx)['Days'][1:]], [3.0])

    def test_too_few(self):
        self.import_rows(self.make_days('13800138000', '2026-08-31', 2, 3, 2))
        self.report('--from', '2026-09-01', '--until', '2026-09-01')
        self.assertIn('Too few calls to tell', ' '.join(' '.join(self.check_pages()).split()))

    def test_all_zero(self):
        self.import_rows(self.make_days('13800138000', '2026-07-01', 90, 0, 0))
        self.report('--period', '2026-09')
        text = ' '.join(' '.join(self.check_pages()).split())
        self.assertNotRegex(text, r'(?i)\bnan\b|\binf\b')
        self.assertIn('0 calls were made', text)

    def test_one_number(self):
        self.import_rows(self.make_days('13800138000', '2026-08-01', 58) + self.make_days('02885551201', '2026-08-01', 58, 7, 1))
        self.ctl('cost', 'add', '12', '--category', 'label', '--on', '2026-09-02', '--number', '13800138000')
        self.ctl('cost', 'add', '99', '--category', 'annual', '--on', '2026-09-02')
        self.report('--period', '2026-09', '--number', '13800138000')
        text = ' '.join(' '.join(self.check_pages()).split())
        self.assertIn('138 0013 8000', text)
        self.assertNotIn('8555 1201', text)
        self.assertEqual([row['G'] for row in read_book(self.xlsx)['Costs'][1:]], [12.0])

    def test_removed_number(self):
        """Its calls were made all the same."""
        self.import_rows(self.make_days('13800138000', '2026-09-01', 20))
        self.ctl('number', 'remove', '13800138000')
        self.assertEqual(self.report('--period', '2026-09')['calls'], 800)
        self.assertEqual(read_book(self.xlsx)['Numbers'][1]['A'], '138 0013 8000')

    def test_months_as_a_whole(self):
        self.import_rows([('13800138000', '2026-08', 1000, 600, 3, '9'), ('13800138000', '2026-09', 1000, 700, 4, '9')])
        said = self.report('--period', '2026-09')
        self.assertEqual(said['calls'], 1000)
        self.assertIn('1,000 calls were made from 1 numbers, and 700', ' '.join(' '.join(self.check_pages()).split()))

    def test_periods(self):
        self.ctl('business', 'set', '--name', '甲')
        for word, first, last in (('2026-02', '2026-02-01', '2026-02-28'), ('2026-q4', '2026-10-01', '2026-12-31'),
                                  ('2024', '2024-01-01', '2024-12-31')):
            said = self.ctl('metrics', 'report', '--period', word)
            self.assertEqual((said['from'], said['until']), (first, last))
        for word in ('2026-13', '2026-Q5', '26', '2026-1', '0000', '2026-Q3x', ''):
            self.misuse('metrics', 'report', '--period', word)
        self.misuse('metrics', 'report', '--period', '2026', '--from', '2026-01-01', has=['--period'])
        self.trouble('metrics', 'report', '--period', '2026', '--pdf', '/nonexistent/a.pdf')
        self.refuse('metrics', 'report', '--period', '1999', '--pdf', self.folder / 'a.pdf', has=['before 2000'])
        self.ctl('metrics', 'report', '--period', '2000', '--pdf', self.folder / 'a.pdf')

    def test_full_disk(self):
        """A sentence, no half file, and an older file as it was."""
        self.import_rows(self.make_days('13800138000', '2025-10-01', 360))
        for name, option in (('a.pdf', '--pdf'), ('a.xlsx', '--xlsx')):
            path = self.folder / name
            path.write_bytes(b'old')
            before = set(self.folder.iterdir())
            words = ('metrics', 'report', '--from', '2025-10-01', '--until', '2026-09-30', option, path)
            done = subprocess.run(self.command(*words), capture_output=True,
                                  timeout=60, env=self.environment(), restore_signals=False,  # keeps SIGXFSZ ignored
                                  preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (40000, 40000)))
            self.assertEqual((done.returncode, done.stdout), (3, b''), done.stderr)
            self.assertRegex(done.stderr.decode().splitlines()[-1], f'xinbiaoctl: .*{name}.*')
            self.assertEqual((path.read_bytes(), set(self.folder.iterdir())), (b'old', before))


if __name__ == '__main__':
    unittest.main()
