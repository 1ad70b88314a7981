#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""xinbiaoctl inspect: the list of an inspection, what was found, the signature, as a shell sees it.

    test_ctl_inspect.py XINBIAOCTL
"""
import binascii
import hashlib
import resource
import sqlite3
import struct
import subprocess
import unittest

from ctlcase import CtlCase, png

LATER = '2026-09-28T11:00:00+08:00'


class Inspect(CtlCase):
    def setUp(self):
        super().setUp()
        self.ctl('demo')

    def item(self, inspection, key):
        return next(i for i in self.ctl('inspect', 'show', inspection)['items'] if i['key'] == key)

    def pass_all(self, inspection, **more):
        for item in self.ctl('inspect', 'show', inspection)['items']:
            if item['result'] == 'open':
                self.ctl('inspect', 'record', inspection, item['key'], 'pass', **more)

    def begin(self, **more):
        return self.ctl('inspect', 'start', **more)['id']

    def test_list(self):
        begun = self.ctl('inspect', 'start', '--on', '2026-09-28')
        items = {i['key']: i for i in begun['items']}
        self.assertEqual((begun['on'], begun['state']), ('2026-09-28', 'open'))
        display = items['display/+864006001825/cmcc/huawei']
        self.assertEqual(display['expected'], {'name': '青禾冰饮', 'label': '客户服务'})
        self.assertEqual((display['handset'], display['operator'], display['result']), ('huawei', 'cmcc', 'open'))
        self.assertIsNone(items['display/+864006001825/third-party/xiaomi']['operator'])
        self.assertEqual(items['address']['expected']['label'], '成都市锦江区青禾路 18 号')
        self.assertEqual(items['use/+862865551201']['expected']['label'], '春熙路店')
        self.assertEqual(items['report/data']['result'], 'pass')
        self.assertTrue(items['report/data']['automatic'])
        self.assertEqual(items['report/answered']['result'], 'fail')
        self.assertIn('edits/telecom', items)
        sections = [i['section'] for i in begun['items']]
        self.assertEqual(sections, sorted(sections, key=['display', 'stale', 'truth', 'report', 'papers'].index))
        self.assertEqual(len(items), len(begun['items']))  # every key once
        again = self.ctl('inspect', 'show', begun['id'])
        self.assertEqual(again, begun)
        self.refuse('inspect', 'start', has=['still open'])

    def test_record_and_sign(self):
        number = self.begin()
        photo = self.write('照片.png', png(540, 1100, 90))
        key = 'display/+864006001825/cmcc/huawei'
        done = self.ctl('inspect', 'record', number, key, 'pass', '--evidence', photo, '--recognition', 'on', '--sim', '移动',
                        '--network', 'cell', '--minutes', '2', now=LATER)
        self.assertEqual((done['result'], done['recognition'], done['sim'], done['network'], done['at']),
                         ('pass', 'on', '移动', 'cell', LATER))
        self.assertEqual(done['seen'], {'name': '青禾冰饮', 'label': '客户服务'})
        self.assertEqual([e['sha256'] for e in done['evidence']], [hashlib.sha256(photo.read_bytes()).hexdigest()])
        back = self.ctl('inspect', 'record', number, key, 'open')
        self.assertEqual((back['result'], back['at'], back['seen']), ('open', None, {'name': None, 'label': None}))
        self.assertEqual(len(back['evidence']), 1)
        self.ctl('inspect', 'record', number, 'display/+864006001825/cmcc', 'fail', '--handset', 'huawei', '--note', '显示为广告',
                 '--seen', '广告推销')
        failed = self.item(number, key)
        self.assertEqual((failed['result'], failed['note'], failed['seen']['label']), ('fail', '显示为广告', '广告推销'))
        self.refuse('inspect', 'finish', number, now=LATER, has=['not looked at'])
        self.pass_all(number)
        signed = self.ctl('inspect', 'finish', number, '--by', '王店长', '--note', '一切正常', now=LATER)
        self.assertEqual((signed['state'], signed['by'], signed['minutes']), ('signed', '王店长', 2))
        self.assertRegex(signed['digest'], r'\A[0-9a-f]{64}\Z')
        self.refuse('inspect', 'record', number, key, 'pass', has=['signed'])
        self.refuse('inspect', 'finish', number, has=['signed'])
        self.refuse('inspect', 'discard', number, has=['signed'])
        self.assertTrue(self.ctl('inspect', 'verify', number)['unchanged'])
        self.assertEqual([i['id'] for i in self.ctl('inspect', 'list')][0], number)
        due = {d['kind']: d for d in self.ctl('due')}
        self.assertEqual(due['inspection']['due'], '2026-10-28')

    def test_signed_stays(self):
        """Not even the file itself takes a change, and where somebody forces one it is found out."""
        number = self.begin()
        self.pass_all(number)
        self.ctl('inspect', 'finish', number)
        db = sqlite3.connect(self.data / 'xinbiao.db')
        for change in (f"UPDATE inspection SET note = 'x' WHERE id = {number}", f'DELETE FROM inspection WHERE id = {number}',
                       f"UPDATE inspection_item SET result = 'fail' WHERE inspection_id = {number}",
                       f'DELETE FROM inspection_item WHERE inspection_id = {number}',
                       "INSERT INTO inspection_item (inspection_id, position, section, key, topic) "
                       f"VALUES ({number}, 99, 'truth', 'x', 'x')",
                       "INSERT INTO inspection_photo (item_id, sha256, name, at) SELECT id, (SELECT sha256 FROM stored_file), "
                       f"'x', 0 FROM inspection_item WHERE inspection_id = {number}"):
            with self.assertRaisesRegex(sqlite3.IntegrityError, 'does not change', msg=change):
                db.execute(change)
        db.executescript('DROP TRIGGER inspection_item_signed_change; '
                         f"UPDATE inspection_item SET note = 'x' WHERE inspection_id = {number} AND position = 1")
        db.close()
        self.trouble('inspect', 'verify', number, has=['not what was signed'])

    def test_hours(self):
        """Opening hours are of the business, and of a number whose shop has its own."""
        number = self.begin()
        self.assertEqual(self.item(number, 'hours')['expected']['label'], '10:00–22:00')
        self.assertEqual(self.item(number, 'hours/+864006001825')['expected']['label'], '9:00–21:00')
        self.ctl('inspect', 'discard', number)
        self.assertEqual(self.ctl('business', 'set', '--hours', '11:00–23:00')['hours'], '11:00–23:00')
        self.assertEqual(self.ctl('number', 'hours', '400-600-1825', '')['hours'], None)
        self.assertEqual(self.ctl('number', 'hours', '028-6555 1201', ' 8:00–20:00 ')['hours'], '8:00–20:00')
        number = self.begin()
        hours = {i['key']: i['expected']['label'] for i in self.ctl('inspect', 'show', number)['items']
                 if i['key'].startswith('hours')}
        self.assertEqual(hours, {'hours': '11:00–23:00', 'hours/+862865551201': '8:00–20:00'})

    def test_rates(self):
        """How many calls of each number were answered stands in the item about all of them, and is signed with it."""
        number = self.begin()
        rates = self.item(number, 'report/answered')['numbers']
        shares = [r['answered'] / r['calls'] for r in rates]
        self.assertEqual(shares, sorted(shares))
        self.assertEqual([r['low'] for r in rates], [s < 0.65 for s in shares])
        self.assertTrue(rates[0]['low'] and not rates[-1]['low'], rates)
        self.pass_all(number)
        self.ctl('inspect', 'finish', number)
        out = self.folder / '报告.pdf'
        self.ctl('inspect', 'report', number, '--out', out)
        text = subprocess.run(['pdftotext', '-layout', out, '-'], capture_output=True, text=True, check=True).stdout
        self.assertIn(f"{rates[0]['answered']} ", text)
        db = sqlite3.connect(self.data / 'xinbiao.db')
        db.executescript('DROP TRIGGER inspection_item_signed_change; UPDATE inspection_item SET figures = NULL '
                         f'WHERE inspection_id = {number} AND figures IS NOT NULL')
        db.close()
        self.trouble('inspect', 'verify', number, has=['not what was signed'])

    def test_compare(self):
        first = self.begin()
        self.ctl('inspect', 'record', first, 'address', 'fail', '--note', '已搬迁')
        self.ctl('business', 'set', '--hours', '')
        self.ctl('inspect', 'record', first, 'hours', 'pass', '--note', '10:00–22:30')
        self.pass_all(first)
        self.ctl('inspect', 'finish', first)
        second = self.ctl('inspect', 'start', now='2026-10-28T10:00:00+08:00')['id']
        later = {'now': '2026-10-28T10:30:00+08:00'}
        self.ctl('inspect', 'record', second, 'address', 'pass', **later)
        self.ctl('inspect', 'record', second, 'name', 'fail', **later)
        changes = {i['key']: i['change'] for i in self.ctl('inspect', 'compare', second)}
        self.assertEqual((changes['address'], changes['name']), ('better', 'worse'))
        self.assertEqual(self.item(second, 'hours')['expected']['label'], '10:00–22:30')

    def test_task(self):
        number = self.begin()
        key = 'display/+862865551201/third-party/xiaomi'
        self.refuse('inspect', 'mend', number, key)
        self.ctl('inspect', 'record', number, key, 'fail', '--note', '只显示号码')
        task = self.ctl('inspect', 'mend', number, key)
        self.assertEqual((task['kind'], task['due'], task['done']), ('wrong-info', '2026-09-30', False))
        due = next(d for d in self.ctl('due') if d['kind'] == 'inspection-task')
        self.assertEqual((due['object'], due['due'], due['detail']), (f"inspection-task/{task['id']}", '2026-09-30', '只显示号码'))
        self.assertEqual(self.ctl('inspect', 'mend', number, key, '--due', '2026-10-09')['id'], task['id'])
        self.ctl('inspect', 'mended', task['id'], '--note', '重新提交')
        self.assertNotIn('inspection-task', [d['kind'] for d in self.ctl('due')])
        self.assertTrue(self.ctl('inspect', 'tasks')[0]['done'])

    def test_incident(self):
        number = self.begin()
        key = 'display/+862865551201/third-party/xiaomi'
        self.ctl('inspect', 'record', number, key, 'fail', '--seen', '广告推销')
        task = self.ctl('inspect', 'mend', number, key, '--incident')
        incident = next(i for i in self.ctl('incident', 'list') if i['id'] == task['incident'])
        self.assertEqual((incident['kind'], incident['state']), ('wrong-info', 'open'))
        self.assertNotIn('inspection-task', [d['kind'] for d in self.ctl('due')])  # the incident has the days now
        self.ctl('inspect', 'record', number, 'address', 'fail')
        self.refuse('inspect', 'mend', number, 'address', '--incident', has=['about a number'])

    def test_due(self):
        number = self.begin()
        due = {d['kind']: d for d in self.ctl('due')}
        self.assertNotIn('inspection', due)
        self.assertEqual(due['inspection-open']['object'], f'inspection/{number}')
        self.ctl('inspect', 'discard', number)
        self.assertEqual({d['kind']: d for d in self.ctl('due')}['inspection']['object'], 'inspection/0')
        self.assertEqual(self.ctl('inspect', 'rhythm', 'fortnightly')['rhythm'], 'fortnightly')
        self.assertIn('inspection', (self.folder / 'd.ics').read_text() if self.ctl('due', '--ics', self.folder / 'd.ics')
                      else '')

    def test_matrix(self):
        row = next(r for r in self.ctl('inspect', 'matrix') if r['platform'] == 'telecom')
        self.assertEqual(set(row['handsets']), {'huawei', 'xiaomi'})
        number = self.begin()
        self.ctl('inspect', 'record', number, f"display/{'+86' + row['number'].lstrip('0')}/telecom/huawei", 'fail')
        row = next(r for r in self.ctl('inspect', 'matrix') if r['platform'] == 'telecom')
        self.assertEqual((row['handsets']['huawei']['state'], row['handsets']['huawei']['age']), ('gone', 0))
        self.assertEqual(row['handsets']['xiaomi']['state'], 'old')
        self.ctl('inspect', 'discard', number)
        row = next(r for r in self.ctl('inspect', 'matrix') if r['platform'] == 'telecom')
        self.assertEqual(row['handsets']['huawei']['state'], 'fresh')

    def test_report(self):
        number = self.begin()
        self.ctl('inspect', 'record', number, 'display/+864006001825/cmcc/huawei', 'pass', '--evidence',
                 self.write('p.png', png(540, 1100, 90)))
        out = self.folder / '报告.pdf'
        self.ctl('inspect', 'report', number, '--out', out)
        self.assertEqual(out.read_bytes()[:5], b'%PDF-')
        self.assertEqual(out.stat().st_mode & 0o777, 0o600)
        text = subprocess.run(['pdftotext', '-layout', out, '-'], capture_output=True, text=True)
        if text.returncode == 0:
            self.assertIn('400-600-1825', text.stdout)
            self.assertIn('Not signed yet', text.stdout)
        self.misuse('inspect', 'report', number)
        self.refuse('inspect', 'report', 99, '--out', out)
        self.trouble('inspect', 'report', number, '--out', self.folder / 'nowhere' / 'a.pdf')

    def test_bad_photos(self):
        number = self.begin()
        key = 'display/+864006001825/cmcc/huawei'
        head = b'IHDR' + struct.pack('>IIBBBBB', 20000, 15000, 8, 0, 0, 0, 0)  # 300 megapixels, so it says
        huge = png(8, 8)
        huge = huge[:12] + head + struct.pack('>I', binascii.crc32(head)) + huge[33:]
        for name, data, part in (('a.png', b'no picture', 'not a picture'), ('b.png', png(64, 64)[:60], 'b.png'),
                                 ('c.png', huge, '20000'), ('d.pdf', b'%PDF-1.4\n', 'd.pdf'), ('e.jpg', b'', 'e.jpg')):
            self.fail_photo(number, key, self.write(name, data), part)
        self.assertEqual(self.item(number, key)['result'], 'open')
        self.trouble('inspect', 'record', number, key, 'pass', '--evidence', self.folder / 'missing.png')
        self.assertEqual(self.ctl('check')['ok'], True)

    def fail_photo(self, number, key, path, part):
        done = self.run_raw(*self.command('inspect', 'record', number, key, 'pass', '--note', 'n', '--evidence', path))
        self.assertIn(done.returncode, (1, 3), path)
        self.assertRegex(done.stderr.decode(), r'\Axinbiaoctl: [^\n]+\n\Z')
        self.assertIn(part, done.stderr.decode())
        self.assertNotIn('restore', done.stderr.decode())  # a damaged photo is not the data

    def test_full_disk(self):
        number = self.begin()
        photo = self.write('big.png', png(540, 1100, 1) + b'\0' * 40_000_000)
        most = (self.data / 'xinbiao.db').stat().st_size
        done = subprocess.run(self.command('inspect', 'record', number, 'address', 'pass', '--evidence', photo),
                              capture_output=True, timeout=60, env=self.environment(), restore_signals=False,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
        self.assertIn(done.returncode, (1, 3))
        self.assertRegex(done.stderr.decode(), r'\Axinbiaoctl: [^\n]+\n\Z')
        self.assertEqual(self.item(number, 'address')['result'], 'open')
        self.assertEqual(self.ctl('check')['ok'], True)

    def test_full_disk_while_signing(self):
        number = self.begin()
        self.pass_all(number)
        done = subprocess.run(self.command('inspect', 'finish', number), capture_output=True, timeout=60,
                              env=self.environment(), restore_signals=False,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)))
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.stderr.decode(), r'\Axinbiaoctl: [^\n]+\n\Z')
        self.assertEqual(self.ctl('inspect', 'show', number)['state'], 'open')
        self.assertEqual(self.ctl('inspect', 'finish', number)['state'], 'signed')
        self.assertTrue(self.ctl('inspect', 'verify', number)['unchanged'])

    def test_clock_set_back(self):
        number = self.begin()
        back = '2026-09-20T10:00:00+08:00'
        done = self.run_raw(*self.command('inspect', 'record', number, 'address', 'pass', now=back))
        self.assertEqual(done.returncode, 0)  # taken, with the time of the entry before
        self.assertEqual(self.item(number, 'address')['at'], '2026-09-28T10:00:00+08:00')
        self.pass_all(number)
        self.refuse('inspect', 'finish', number, now=back, has=['clock'])
        self.ctl('inspect', 'finish', number)

    def test_zones(self):
        """Another time zone of the computer moves no day."""
        shown = {}
        for zone in ('Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati', 'UTC'):
            done = subprocess.run(self.command('due'), capture_output=True, timeout=60, env=self.environment(TZ=zone), check=True)
            shown[done.stdout] = zone
        self.assertEqual(len(shown), 1, shown.values())

    def test_usage(self):
        number = self.begin()
        self.misuse('inspect', 'start', '--on', '2026-09-31')
        self.misuse('inspect', 'record', number, 'address')
        self.misuse('inspect', 'record', number, 'address', 'perhaps')
        self.misuse('inspect', 'record', number, 'address', 'pass', '--handset', 'nokia')
        self.misuse('inspect', 'rhythm', 'daily')
        self.refuse('inspect', 'record', 99, 'address', 'pass')
        self.refuse('inspect', 'record', number, 'nothing', 'pass', has=['nothing'])
        self.refuse('inspect', 'record', number, '400-600-1825', 'pass', '--handset', 'huawei', has=['several'])
        self.refuse('inspect', 'record', number, 'display/+864006001825/cmcc/huawei', 'pass', '--handset', 'xiaomi')
        self.refuse('inspect', 'show', 99)
        self.refuse('inspect', 'finish', 99)
        self.assertIn('400-600-1825', self.say('inspect', 'show', number))
        self.data = self.folder / 'empty'
        self.refuse('inspect', 'start', has=['nothing to inspect'])
        self.assertEqual(self.ctl('inspect', 'list'), [])
        self.assertEqual(self.ctl('inspect', 'matrix'), [])


if __name__ == '__main__':
    unittest.main()
