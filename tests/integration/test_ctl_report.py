#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""test_ctl_report.py XINBIAOCTL: what leaves the house as a file to be read by others: the ledger."""
import re
import unittest
import zipfile
from xml.etree import ElementTree

from ctlcase import CtlCase

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


if __name__ == '__main__':
    unittest.main()
