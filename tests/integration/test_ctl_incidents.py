#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""xinbiaoctl incident, alert and what is due about them, as a shell sees it.

    test_ctl_incidents.py XINBIAOCTL
"""
import hashlib
import os
import subprocess
import unittest

from ctlcase import CtlCase, png

HEAD = '日期,号码,呼出量,接通量,标记次数,投诉量\n'
AMR = b'#!AMR\n' + bytes(range(200))


class Incidents(CtlCase):
    def setUp(self):
        super().setUp()
        self.make_business()
        self.ctl('number', 'add', '13800138000', '--use', '售后')

    def open(self, *more, **options):
        return self.ctl('incident', 'open', '138 0013 8000', '--kind', 'mark', *more, **options)

    def test_contract(self):
        case = self.open('--at', '2026-09-28T09:00:00+08:00')
        self.assertEqual(case['state'], 'open')
        self.assertEqual([(s['step'], s['due'], s['done']) for s in case['steps']], [
            ('appeal', '2026-09-28T11:00:00+08:00', None), ('follow-up', '2026-09-29T09:00:00+08:00', None),
            ('notify', '2026-09-30T09:00:00+08:00', None)])
        self.assertEqual(case['rechecks'], ['2026-10-01', '2026-10-05', '2026-10-28'])
        self.assertIn('caict', [a['platform'] for a in case['appeals']])
        recording, shot = self.write('录音.amr', AMR), self.write('标记.png', png(40, 80))
        case = self.ctl('incident', 'step', case['id'], 'appeal', '--evidence', recording, '--evidence', shot, '--note', '已提交')
        self.assertEqual(case['steps'][0]['done'], '2026-09-28T10:00:00+08:00')
        self.assertEqual(case['evidence'][0]['sha256'], hashlib.sha256(AMR).hexdigest())
        self.assertEqual(len(case['evidence']), 2)
        self.refuse('incident', 'close', case['id'], has=['follow-up', 'notify'])
        self.ctl('incident', 'step', case['id'], 'follow-up', now='2026-09-29T08:00:00+08:00')
        self.ctl('incident', 'step', case['id'], 'notify', now='2026-09-29T09:00:00+08:00')
        closed = self.ctl('incident', 'close', case['id'])
        self.assertEqual(closed['state'], 'closed')
        self.assertEqual([c['id'] for c in self.ctl('incident', 'list')], [case['id']])
        self.refuse('incident', 'step', case['id'], 'appeal', has=['closed'])
        paper = self.folder / 'case.pdf'
        self.ctl('incident', 'report', case['id'], paper)
        self.assertTrue(paper.read_bytes().startswith(b'%PDF'))
        self.assertTrue(self.ctl('check')['ok'])

    def test_note_closes(self):
        case = self.open()
        self.assertEqual(self.ctl('incident', 'close', case['id'], '--note', '号码已停用')['note'], '号码已停用')

    def test_once(self):
        case = self.open('--platform', 'qihoo360')
        self.assertEqual([a['platform'] for a in case['appeals']], ['qihoo360'])
        self.refuse('incident', 'open', '13800138000', '--kind', 'mark', has=[str(case['id'])])
        self.assertEqual(self.ctl('incident', 'open', '13800138000', '--kind', 'wrong-info')['kind'], 'wrong-info')

    def test_done_twice(self):
        case = self.open()
        first = self.ctl('incident', 'step', case['id'], 'appeal')['steps'][0]['done']
        again = self.ctl('incident', 'step', case['id'], 'appeal', '--note', '补充', now='2026-09-28T12:00:00+08:00')
        self.assertEqual(again['steps'][0]['done'], first)
        self.assertEqual(again['steps'][0]['note'], '补充')

    def test_clock_and_zone(self):
        """Neither a clock that is set back nor another time zone moves a deadline."""
        case = self.open()
        for now, zone in (('2026-09-27T10:00:00+08:00', 'Asia/Shanghai'), ('2026-09-28T10:00:00+08:00', 'America/New_York'),
                          ('2026-09-28T10:00:00+08:00', 'Pacific/Kiritimati')):
            done = subprocess.run(self.command('incident', 'show', case['id'], now=now), capture_output=True, timeout=60,
                                  env=self.environment(TZ=zone), check=True)
            self.assertIn(b'"due":"2026-09-28T12:00:00+08:00"', done.stdout)

    def test_due(self):
        case = self.open()
        due = {d['kind']: d for d in self.ctl('due')}
        self.assertEqual(due['incident-appeal']['due_at'], '2026-09-28T12:00:00+08:00')
        self.assertEqual(due['incident-appeal']['object'], f'incident/{case["id"]}')
        self.assertFalse(due['incident-appeal']['overdue'])
        self.assertTrue({d['kind']: d for d in self.ctl('due', now='2026-09-28T12:00:01+08:00')}['incident-appeal']['overdue'])
        self.ctl('incident', 'step', case['id'], 'appeal')
        self.assertNotIn('incident-appeal', [d['kind'] for d in self.ctl('due')])
        self.assertEqual([d['due'] for d in self.ctl('due') if d['kind'] == 'recheck'], ['2026-10-01', '2026-10-05', '2026-10-28'])

    def test_bad(self):
        self.misuse('incident', 'open', '13800138000', has=['--kind'])
        self.misuse('incident', 'open', '13800138000', '--kind', 'fraud')
        self.refuse('incident', 'open', '13900139000', '--kind', 'mark', has=['register'])
        self.refuse('incident', 'open', '13800138000', '--kind', 'mark', '--platform', 'nobody', has=['nobody'])
        self.refuse('incident', 'open', '13800138000', '--kind', 'mark', '--at', '2027-01-01T00:00:00+08:00', has=['future'])
        self.refuse('incident', 'show', 99)
        case = self.open()
        self.misuse('incident', 'step', case['id'], 'wait')
        text = self.write('a.jpg', b'this is no photo')
        self.refuse('incident', 'step', case['id'], 'appeal', '--evidence', text, has=['a.jpg'])
        self.fail_with(3, 'incident', 'step', case['id'], 'appeal', '--evidence', self.folder / 'missing.png')
        large = self.folder / 'large.wav'
        with open(large, 'wb') as out:
            out.write(b'RIFF\0\0\0\0WAVEfmt ')
            out.truncate(200 << 20)
        self.refuse('incident', 'step', case['id'], 'appeal', '--evidence', large, has=['100 MB'])
        # a bad one among good ones: nothing of it is kept, and the step is still to be done
        good = self.write('b.png', png())
        self.refuse('incident', 'step', case['id'], 'appeal', '--evidence', good, '--evidence', text)
        case = self.ctl('incident', 'show', case['id'])
        self.assertEqual(case['evidence'], [])
        self.assertIsNone(case['steps'][0]['done'])
        self.assertTrue(self.ctl('check')['ok'])

    def test_full_disk(self):
        case = self.open()
        big = self.write('c.amr', b'#!AMR\n' + os.urandom(3 << 20))
        done = subprocess.run(['sh', '-c', 'ulimit -f 2048; trap "" XFSZ; exec "$@"', 'sh',
                               *map(str, self.command('incident', 'step', case['id'], 'appeal', '--evidence', big))],
                              capture_output=True, timeout=60, env=self.environment())
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertRegex(done.stderr.decode(), r'\Axinbiaoctl: [^\n]+\n\Z')
        self.assertIsNone(self.ctl('incident', 'show', case['id'])['steps'][0]['done'])
        self.assertTrue(self.ctl('check')['ok'])

    def test_alerts(self):
        self.ctl('metrics', 'import', self.write('r.csv', HEAD + '2026-09-26,13800138000,100,90,4,2\n'
                                                 '2026-09-27,13800138000,100,90,5,3\n'))
        alerts = {a['measure']: a for a in self.ctl('alert', 'list')}
        self.assertEqual(alerts['marks']['value'], 5)
        self.assertEqual(alerts['complaints']['value'], 3)
        self.assertEqual(len(self.ctl('alert', 'list', '--new')), 2)
        self.assertEqual(self.ctl('alert', 'list', '--new'), [])
        self.assertEqual(len(self.ctl('alert', 'list')), 2)
        self.ctl('alert', 'done', alerts['marks']['id'])
        self.assertEqual([a['measure'] for a in self.ctl('alert', 'list', '--open')], ['complaints'])
        self.ctl('alert', 'rule', 'marks', '4', '--number', '13800138000')
        self.misuse('alert', 'rule', 'noise', '4')
        self.refuse('alert', 'rule', 'answer-rate', '200', has=['100'])
        self.refuse('alert', 'done', 99)

    def test_scam(self):
        for words in (['--category', 'other', '--note', '加急清除'], ['--category', 'appeal']):
            done = self.run_raw(*self.command('cost', 'add', '300', *words))
            self.assertEqual(done.returncode, 0)
            self.assertIn('free', done.stderr.decode())
        self.ctl('cost', 'add', '200', '--category', 'expedite', '--platform', 'third-party', '--note', '合同加急')

    def test_demo(self):
        other = self.folder / 'demo'
        self.run_raw(*self.command('--data-dir', other, 'demo'))
        cases = self.ctl('--data-dir', other, 'incident', 'list')
        self.assertEqual([c['state'] for c in cases], ['open', 'closed'])
        self.assertIsNotNone(cases[0]['steps'][0]['done'])


if __name__ == '__main__':
    unittest.main()
