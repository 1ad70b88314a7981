#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""xinbiaoctl roi and the money beside it, as a shell sees it.

    test_ctl_roi.py XINBIAOCTL
"""
import math
import unittest
from datetime import date, timedelta

from ctlcase import CtlCase, png

HEAD = '号码,日期,呼出量,接通量,订单量,成交额\n'
MINE, OTHER, THIRD = '13800138000', '02865551201', '13900139000'
BEFORE, AFTER = '2026-07-01..2026-07-31', '2026-08-01..2026-08-31'
CONTRACT = {'before', 'after', 'difference', 'low', 'high', 'verdict', 'extra_answered', 'cost', 'cost_per_extra_answered',
            'roi'}
REPORT = {'calls', 'answered', 'answer_rate', 'low', 'high', 'complaints', 'marks', 'inquiries', 'orders', 'revenue'}


def wilson(hits, trials, z=1.959963984540054):
    rate = hits / trials
    middle = (rate + z * z / (2 * trials)) / (1 + z * z / trials)
    half = z * math.sqrt(rate * (1 - rate) / trials + z * z / (4 * trials * trials)) / (1 + z * z / trials)
    return middle - half, middle + half


def newcombe(a, m, b, n):
    """Method 10 of R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890: from a of m to b of n."""
    (l1, u1), (l2, u2) = wilson(a, m), wilson(b, n)
    p1, p2 = a / m, b / n
    d = p2 - p1
    return d - math.hypot(p2 - l2, u1 - p1), d + math.hypot(u2 - p2, p1 - l1)


def rows(number, first, days, calls, answered, orders='', revenue='', every=1):
    start = date.fromisoformat(first)
    return ''.join(f'{number},{start + timedelta(i)},{calls},{answered},{orders},{revenue}\n' for i in range(0, days, every))


class Roi(CtlCase):
    def setUp(self):
        super().setUp()
        for number in (MINE, OTHER):
            self.ctl('number', 'add', number)

    def take(self, *parts):
        done = self.ctl('metrics', 'import', self.write('report.csv', HEAD + ''.join(parts)))
        self.assertEqual(done['rejected'], [])

    def roi(self, *more, before=BEFORE, after=AFTER):
        found = self.ctl('roi', '--before', before, '--after', after, *more)
        self.assertLessEqual(CONTRACT, set(found))
        self.assertLessEqual(REPORT, set(found['before']))
        self.assertLessEqual(REPORT, set(found['after']))
        self.say('roi', '--before', before, '--after', after, *more)
        return found

    def test_contract(self):
        self.take(rows(MINE, '2026-07-01', 31, 100, 61, 2, '100'), rows(MINE, '2026-08-01', 31, 100, 68, 4, '100'),
                  rows(OTHER, '2026-07-01', 62, 50, 20))
        self.ctl('cost', 'add', '480', '--category', 'label', '--on', '2026-08-01', '--number', MINE)
        self.ctl('cost', 'add', '20', '--category', 'other', '--on', '2026-08-31')
        self.ctl('cost', 'add', '7', '--category', 'other', '--on', '2026-09-01', '--number', MINE)
        found = self.roi('--number', MINE, '--margin', '30')
        low, high = newcombe(1891, 3100, 2108, 3100)
        self.assertEqual(found['before']['calls'], 3100)
        self.assertEqual(found['after']['answered'], 2108)
        self.assertEqual(found['before']['answer_rate'], 0.61)
        self.assertAlmostEqual(found['before']['low'], wilson(1891, 3100)[0], 9)
        self.assertAlmostEqual(found['difference'], 0.07, 12)
        self.assertAlmostEqual(found['low'], low, 9)
        self.assertAlmostEqual(found['high'], high, 9)
        self.assertEqual((found['verdict'], found['extra_answered'], found['cost']), ('up', 217, 48000))
        self.assertEqual(found['cost_per_extra_answered'], 221)
        self.assertEqual((found['extra_orders'], found['cost_shared']), (62, 2000))
        # 62 orders of 3100 yuan in 186 orders: (62 + 124 orders, 6200 yuan), a third of a hundred each, 30 % of it
        self.assertEqual(found['profit'], 62000)
        self.assertAlmostEqual(found['roi'], (62000 - 48000) / 48000, 4)
        self.assertEqual(found['control']['numbers'], 1)
        self.assertAlmostEqual(found['control']['difference'], 0.07, 12)
        self.assertEqual(self.roi()['cost'], 50000)
        text = self.say('roi', '--number', MINE, '--before', BEFORE, '--after', AFTER)
        self.assertIn('61.0% → 68.0%, +7.0 percentage points', text)
        self.assertIn('217 more calls answered, 2.21 yuan each', text)
        self.assertIn('Enter the margin', text)

    def test_down_and_no_difference(self):
        self.take(rows(MINE, '2026-07-01', 31, 100, 68), rows(MINE, '2026-08-01', 31, 100, 61),
                  rows(OTHER, '2026-07-01', 62, 500, 300))
        down = self.roi('--number', MINE)
        self.assertEqual((down['verdict'], down['extra_answered'], down['cost_per_extra_answered']), ('down', -217, None))
        self.assertEqual(self.roi('--number', OTHER)['verdict'], 'no-difference')

    def nothing(self, found):
        self.assertEqual([found[k] for k in ('difference', 'low', 'high', 'extra_answered', 'cost_per_extra_answered', 'roi')],
                         [None] * 6)
        self.assertEqual(found['verdict'], 'too-few-calls')

    def test_no_data(self):
        found = self.roi()
        self.nothing(found)
        self.assertEqual((found['before']['calls'], found['before']['answer_rate']), (0, None))
        self.assertIn('Import a report', self.say('roi', '--before', BEFORE, '--after', AFTER))

    def test_one_side(self):
        self.take(rows(MINE, '2026-08-01', 31, 100, 61))
        self.nothing(self.roi())
        self.nothing(self.roi('--number', OTHER, '--margin', '50'))

    def test_one_day(self):
        self.take(rows(MINE, '2026-08-01', 2, 10, 6))
        found = self.roi(before='2026-08-01..2026-08-01', after='2026-08-02..2026-08-02')
        self.assertEqual((found['verdict'], found['difference']), ('too-few-calls', 0))
        self.assertGreater(found['calls_needed'], 10)
        self.assertIn('would be enough', self.say('roi', '--before', '2026-08-01..2026-08-01', '--after', '2026-08-02..2026-08-02'))

    def test_unproven(self):
        """What chance may have done is no gain: the sentence names no calls and no price of one."""
        self.take(rows(MINE, '2026-08-01', 1, 10, 6), rows(MINE, '2026-08-02', 1, 10, 9))
        self.ctl('cost', 'add', '100', '--category', 'label', '--on', '2026-08-02')
        spans = ['--before', '2026-08-01..2026-08-01', '--after', '2026-08-02..2026-08-02']
        self.assertEqual(self.ctl('roi', *spans)['verdict'], 'too-few-calls')
        text = self.say('roi', *spans)
        self.assertIn('+30.0 percentage points', text)
        self.assertIn('spent 100.00 yuan.', text)
        self.assertIn('Too few calls to tell', text)
        self.assertNotIn('more calls answered', text)

    def test_all_zero(self):
        self.take(rows(MINE, '2026-07-01', 62, 0, 0, 0, 0))
        self.nothing(self.roi('--margin', '30'))
        self.take(rows(MINE, '2026-07-01', 62, 10, 0, 0, 0))
        found = self.roi('--margin', '30')
        self.assertEqual((found['difference'], found['extra_answered'], found['roi']), (0, 0, None))

    def test_gaps_and_edges(self):
        self.take(rows(MINE, '2026-07-01', 31, 100, 61, every=3), rows(MINE, '2026-08-01', 31, 100, 68, every=7))
        found = self.roi(before='1999-01-01..2026-07-31')
        self.assertEqual((found['before']['calls'], found['after']['calls']), (1100, 500))
        self.nothing(self.roi(before='1950-01-01..1950-12-31', after='1951-01-01..1951-12-31'))
        self.nothing(self.roi(before='2150-01-01..2150-12-31', after='2200-01-01..2200-12-31'))

    def test_margins(self):
        self.take(rows(MINE, '2026-07-01', 31, 100, 61, 2, '100'), rows(MINE, '2026-08-01', 31, 100, 68, 4, '100'))
        self.ctl('cost', 'add', '10', '--category', 'label', '--on', '2026-08-01')
        self.assertEqual([self.roi('--margin', m)[k] for m in ('0', '0%') for k in ('roi', 'margin', 'pays')],
                         [None, None, 'no-margin'] * 2)
        self.assertGreater(self.roi('--margin', '100％')['roi'], 0)
        self.assertEqual(self.roi('--margin', '12.5')['margin'], 12.5)
        for wrong in ('101', '-1', 'x', '', '30.555', 'nan'):
            self.misuse('roi', '--before', BEFORE, '--after', AFTER, f'--margin={wrong}')

    def test_orders_of_one_side_are_no_gain(self):
        self.take(rows(MINE, '2026-07-01', 31, 100, 61), rows(MINE, '2026-08-01', 31, 100, 68, 4, '100'))
        found = self.roi('--margin', '30')
        self.assertEqual((found['before']['orders'], found['extra_orders'], found['pays']), (None, None, 'no-revenue'))

    def test_months(self):
        self.take(f'{MINE},2026-07,3100,1891,,\n{MINE},2026-08,3100,2108,,\n')
        found = self.roi('--number', MINE)
        self.assertEqual((found['before']['calls'], found['verdict'], found['spread']), (3100, 'up', None))
        cut = self.roi('--number', MINE, before='2026-07-02..2026-07-31')
        self.assertEqual((cut['before']['calls'], cut['months_cut']), (0, 1))

    def test_no_change_since(self):
        """A number that is taken out meanwhile is asked for by nobody; the others' answer stands."""
        self.take(rows(MINE, '2026-07-01', 31, 100, 61), rows(MINE, '2026-08-01', 31, 100, 68))
        self.refuse('roi', '--number', THIRD, '--before', BEFORE, '--after', AFTER, has=['register'])

    def certify(self, number):
        """Carries a number through a portal by hand; live on 15 July."""
        self.make_business()
        self.add_papers('licence', 'ownership', 'identity')
        case = self.ctl('certify', 'start', number, 'cmcc', now='2026-07-01T09:00:00+08:00')
        photo = self.write('phone.png', png(40, 80))
        for state, day in (('ready', 1), ('submitted', 1), ('in-review', 2), ('approved', 13), ('syncing', 14), ('live', 15)):
            seen = ['--handset', 'huawei', '--evidence', photo] if state == 'live' else []
            self.ctl('certify', 'advance', case['id'], state, *seen, now=f'2026-07-{day:02}T10:00:00+08:00')

    def test_days_of_another_change(self):
        self.certify(MINE)
        self.take(rows(MINE, '2026-07-01', 31, 100, 61), rows(MINE, '2026-08-01', 31, 100, 68),
                  rows(OTHER, '2026-07-01', 62, 50, 20))
        found = self.roi('--number', MINE)
        self.assertEqual([(c['kind'], c['on'], c['days_excluded']) for c in found['changes']], [('certified', '2026-07-15', 15)])
        self.assertEqual((found['before']['calls'], found['days_excluded']), (1600, 15))
        self.assertEqual(self.roi('--number', OTHER)['control'], None)  # the only other one changed
        both = self.roi()
        self.assertEqual((both['days_excluded'], both['changes'][0]['of_all']), (0, False))
        event = self.roi('--number', MINE, before='2026-07-01..2026-07-14', after='2026-07-15..2026-08-31')
        self.assertEqual((event['days_excluded'], event['changes'][0]['between']), (0, True))

    def test_incident(self):
        self.make_business()
        self.take(rows(MINE, '2026-07-01', 31, 100, 60), rows(MINE, '2026-08-01', 10, 100, 30), rows(MINE, '2026-08-11', 30, 100, 62))
        case = self.ctl('incident', 'open', MINE, '--kind', 'mark', '--at', '2026-08-01T09:00:00+08:00', now='2026-08-01T10:00:00+08:00')
        self.refuse('roi', '--incident', case['id'], '--cleared', has=['not over'])
        self.ctl('incident', 'close', case['id'], '--note', '已清除', now='2026-08-10T10:00:00+08:00')
        found = self.ctl('roi', '--incident', case['id'])
        self.assertEqual((found['before']['from'], found['before']['until']), ('2026-07-02', '2026-07-31'))
        self.assertEqual((found['after']['from'], found['after']['until']), ('2026-08-01', '2026-08-10'))
        self.assertEqual((found['verdict'], found['days_excluded'], found['changes'][0]['kind']), ('down', 0, 'incident'))
        lost = found['incident']
        self.assertEqual((lost['days'], lost['days_counted'], lost['lost_answered'], lost['proven']), (10, 10, 300, True))
        self.assertAlmostEqual(lost['days_lost'], 5, 9)
        self.assertIn('cost 300 answered calls: as many as 5.0 usual days', self.say('roi', '--incident', case['id']))
        cleared = self.ctl('roi', '--incident', case['id'], '--cleared')
        self.assertEqual((cleared['before']['until'], cleared['after']['from'], cleared['after']['until']),
                         ('2026-08-10', '2026-08-11', '2026-09-09'))
        self.assertEqual((cleared['verdict'], cleared['extra_answered'], cleared['incident']), ('up', 960, None))
        other = self.roi('--number', MINE, after='2026-08-01..2026-09-09')
        self.assertEqual((other['days_excluded'], other['after']['calls']), (10, 3000))
        self.refuse('roi', '--incident', 99)
        self.misuse('roi', '--incident', case['id'], '--number', MINE)
        self.misuse('roi', '--incident', case['id'], '--before', BEFORE)
        self.misuse('roi', '--incident', 'x')
        self.misuse('roi', '--cleared', '--before', BEFORE, '--after', AFTER)

    def test_labels(self):
        """课程顾问 against 销售热线: three labels are three pairs, so each is asked for more."""
        label = {}
        for number, text, first in ((MINE, '课程顾问', '2026-07-01'), (OTHER, '销售热线', '2026-07-01'), (OTHER, '课程顾问', '2026-08-01')):
            label = self.ctl('label', 'set', number, text, '--from', first, now='2026-06-01T10:00:00+08:00')
        self.assertEqual(label['text'], '课程顾问')
        self.assertEqual(self.roi('--label', '课程顾问')['before']['calls'], 0)
        self.take(rows(MINE, '2026-07-01', 31, 100, 68), rows(OTHER, '2026-06-24', 7, 20, 12), rows(OTHER, '2026-07-01', 31, 100, 61),
                  rows(OTHER, '2026-08-01', 31, 10, 6))
        found = self.ctl('roi', '--labels', '2026-06-01..2026-08-31')
        self.assertEqual([(a['label'], a['calls'], a['answered'], a['numbers'], a['rank'], a['among_best']) for a in found['labels']],
                         [('课程顾问', 3410, 2294, 2, 1, True), ('销售热线', 3100, 1891, 1, 2, False), (None, 140, 84, 1, 3, True)])
        first = found['pairs'][0]
        self.assertEqual((first['better'], first['worse'], first['verdict'], first['proven']), ('课程顾问', '销售热线', 'up', True))
        low, high = newcombe(1891, 3100, 2294, 3410)
        self.assertLess(first['low'], low)  # one of three
        self.assertGreater(first['high'], high)
        self.assertAlmostEqual(first['p_adjusted'], 3 * first['p_value'], 12)
        self.assertAlmostEqual(first['level'], 1 - 0.05 / 3, 12)
        self.assertEqual([p['proven'] for p in found['pairs'][1:]], [False, False])
        self.assertEqual(self.roi('--label', '课程顾问')['after']['calls'], 310)
        self.assertEqual(self.roi('--label', '销售热线')['after']['calls'], 0)  # nobody showed it any more
        self.assertEqual(self.roi('--label', '销售热线', before='2026-06-24..2026-06-30', after=BEFORE)['before']['calls'], 140)
        self.misuse('roi', '--label', '课程顾问', '--number', MINE, '--before', BEFORE, '--after', AFTER)
        text = self.say('roi', '--labels', '2026-06-01..2026-08-31')
        self.assertIn('“课程顾问” 67.3% against “销售热线” 61.0%: +6.3 percentage points', text)
        self.assertIn('so few numbers show them that it may be the numbers', text)
        self.assertNotIn('no chance', text)
        self.assertIn('Holm', text)
        self.assertIn('there is nothing to compare', self.say('roi', '--labels', '2026-07-01..2026-07-31', '--number', MINE))
        self.assertIn('No calls in these days', self.say('roi', '--labels', '2020-07-01..2020-07-31'))
        self.assertEqual(self.ctl('roi', '--labels', '2020-07-01..2020-07-31'), {'labels': [], 'pairs': [], 'left_out': 0})
        self.misuse('roi', '--labels', '2026-07-01')
        self.misuse('roi', '--labels', '2026-07-31..2026-07-01')
        self.misuse('roi', '--labels', BEFORE, '--after', AFTER)

    def test_upkeep(self):
        """The trade's claims as claims, beside the year's own figures."""
        self.make_business()
        self.take(rows(MINE, '2026-07-01', 10, 100, 40), rows(MINE, '2026-07-11', 10, 100, 30), rows(MINE, '2026-07-21', 20, 100, 60))
        case = self.ctl('incident', 'open', MINE, '--kind', 'mark', '--at', '2026-07-11T09:00:00+08:00', now='2026-07-11T10:00:00+08:00')
        self.ctl('incident', 'close', case['id'], '--note', '已清除', now='2026-07-20T10:00:00+08:00')
        self.ctl('cost', 'add', '300', '--category', 'inspection', '--on', '2026-07-05')
        self.ctl('cost', 'add', '90', '--category', 'inspection', '--on', '2025-08-31')
        found = self.ctl('roi', '--upkeep', '2026-08-31')
        self.assertEqual((found['from'], found['until']), ('2025-09-01', '2026-08-31'))
        inspection, label, incident = found['rows']
        self.assertEqual([r['kind'] for r in found['rows']], ['inspection', 'label', 'incident'])
        self.assertEqual([(r['claimed']['cost_min'], r['claimed']['cost_max']) for r in found['rows']],
                         [(0, 30000), (20000, 50000), (20000, 60000)])
        self.assertEqual((label['claimed']['inquiries_min'], label['claimed']['inquiries_max']), (0.15, 0.2))
        self.assertEqual((inspection['cost'], inspection['times'], inspection['found']), (30000, 0, 0))
        self.assertEqual((label['times'], label['compared'], label['difference'], label['verdict']), (0, 0, None, 'too-few-calls'))
        self.assertEqual((incident['times'], incident['compared'], incident['verdict']), (1, 1, 'up'))
        self.assertAlmostEqual(incident['difference'], 0.3, 12)
        self.assertIsNone(incident['inquiries'])
        text = self.say('roi', '--upkeep', '2026-08-31')
        self.assertIn('claimed, nobody has proven it: 200–500 yuan a time; 15–20% more inquiries', text)
        self.assertIn('answer rate 30.0% → 60.0%, +30.0 percentage points', text)
        self.misuse('roi', '--upkeep', '2026-08-32')
        self.misuse('roi', '--upkeep', '2026-08-31', '--number', MINE)

    def test_season(self):
        """All numbers have no others to be held against, but the same weeks of the year before."""
        self.take(rows(MINE, '2026-07-01', 31, 100, 50), rows(MINE, '2026-08-01', 31, 100, 70), rows(MINE, '2025-07-02', 31, 100, 50),
                  rows(MINE, '2025-08-02', 31, 100, 70))
        found = self.roi()
        self.assertEqual((found['control']['kind'], found['control']['numbers'], found['control']['verdict']),
                         ('year-before', 0, 'no-difference'))
        self.assertAlmostEqual(found['control']['difference'], 0, 12)
        self.assertIn('the same weeks of the year before', self.say('roi', '--before', BEFORE, '--after', AFTER))

    def test_ledger_file(self):
        self.ctl('cost', 'add', '1234.50', '--category', 'label', '--on', '2026-08-01', '--number', MINE, '--note', '=1+1')
        self.ctl('cost', 'add', '20', '--category', 'other', '--on', '2026-08-31')
        path = self.folder / 'ledger.csv'
        self.assertEqual(self.ctl('cost', 'export', path), {'file': str(path), 'rows': 2})
        lines = path.read_text('utf-8-sig').splitlines()
        self.assertEqual(len(lines), 3)
        self.assertTrue(lines[1].startswith('2026-08-31,20.00,,'), lines)
        self.assertIn('2026-08-01,1234.50,,', lines[2])
        self.trouble('cost', 'export', self.folder / 'nowhere' / 'ledger.csv')

    def test_usage(self):
        self.misuse('roi')
        self.misuse('roi', '--before', BEFORE)
        self.misuse('roi', '--before', '2026-07-01', '--after', AFTER, has=['2026-07-01'])
        self.misuse('roi', '--before', '2026-07-01..2026-07-32', '--after', AFTER)
        self.misuse('roi', '--before', '2026-07-31..2026-07-01', '--after', AFTER, has=['before it begins'])
        self.misuse('roi', '--before', BEFORE, '--after', '2026-07-31..2026-08-31', has=['overlap'])
        self.misuse('roi', '--before', AFTER, '--after', BEFORE, has=['overlap'])
        self.misuse('roi', '--before', '..', '--after', AFTER)
        self.refuse('roi', '--before', '1900-01-01..2026-07-31', '--after', AFTER, has=['hundred years'])


if __name__ == '__main__':
    unittest.main()
