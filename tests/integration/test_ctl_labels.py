#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Labels, campaigns and costs by xinbiaoctl alone: by hand at a portal, and over the practice platform."""
import configparser
import hashlib
import hmac
import json
import os
import random
import secrets
import selectors
import subprocess
import tempfile
import time
import unittest
import urllib.request

from ctlcase import LIMIT, CtlCase, png

PHONE = '13800138000'


def day(text, hour=10):
    return f'{text}T{hour:02d}:00:00+08:00'


class Desk(CtlCase):
    """A business with one number that shows at the operator since 2026-09-28 with the label 冰饮专线."""

    def setUp(self):
        super().setUp()
        self.make_business()
        self.add_papers('licence', 'authorisation', 'ownership')
        self.ctl('number', 'add', PHONE, '--use', '客服')

    def certify(self, platform='cmcc', label='冰饮专线'):
        case = self.ctl('certify', 'start', PHONE, platform, '--name', '蜀香餐饮', '--label', label)
        for state in ('ready', 'submitted', 'in-review', 'approved', 'syncing'):
            self.ctl('certify', 'advance', case['id'], state)
        photo = self.write('photo.png', png(20, 40, 90))
        return self.ctl('certify', 'advance', case['id'], 'live', '--handset', 'huawei', '--evidence', photo)

    def changes(self, *words):
        return self.ctl('label', 'changes', *words)

    def due(self, now=None):
        return [(d['kind'], d['due'], d['object'], d['overdue']) for d in self.ctl('due', now=now)
                if d['kind'].startswith('label')]


class Contract(Desk):
    def test_without_certification(self):
        label = self.ctl('label', 'set', '138-0013-8000', '冰饮专线')
        self.assertEqual({k: label[k] for k in ('number', 'text', 'state', 'from', 'until', 'cost', 'free_edits_left')},
                         {'number': PHONE, 'text': '冰饮专线', 'state': 'planned', 'from': '2026-09-28', 'until': None,
                          'cost': 0, 'free_edits_left': None})
        dated = self.ctl('label', 'set', PHONE, '火锅专线', '--platform', 'cmcc', '--from', '2026-10-15', '--until',
                         '2026-12-31')
        self.assertEqual((dated['from'], dated['until'], dated['platform'], dated['free_edits_left']),
                         ('2026-10-15', '2026-12-31', 'cmcc', 1))
        self.assertEqual([x['id'] for x in self.ctl('label', 'list')], [dated['id'], label['id']])
        self.assertEqual(self.ctl('label', 'list', PHONE), self.ctl('label', 'list'))
        self.assertEqual(self.ctl('label', 'list', PHONE, '--filter', 'now')[0]['text'], '冰饮专线')
        self.assertEqual(self.ctl('label', 'list', '--filter', 'coming')[0]['text'], '火锅专线')
        self.assertEqual(self.ctl('label', 'list', '--filter', 'past'), [])
        ended = self.ctl('label', 'end', label['id'])
        self.assertEqual((ended['id'], ended['until']), (label['id'], '2026-09-28'))
        self.assertEqual(self.ctl('label', 'list', '--filter', 'past', now=day('2026-09-29'))[0]['state'], 'ended')
        self.assertEqual([(c['kind'], c['text']) for c in self.changes()],
                         [('put-up', '火锅专线'), ('restore', '')])
        self.assertIn('火锅专线', self.say('label', 'list'))

    def test_check_with_report(self):
        self.ctl('label', 'set', PHONE, '客服专线')
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'report.pdf')
            self.assertIn('客服专线', self.say('label', 'check', '--report', path))
            with open(path, 'rb') as report:
                self.assertTrue(report.read().startswith(b'%PDF-'))

    def test_certified_elsewhere(self):
        """A platform that is named shows the number, though its certification was never recorded here; each label that is
        asked for is an edit, and the fourth of the year costs."""
        said = [self.ctl('label', 'set', PHONE, text, '--platform', 'cmcc') for text in ('甲', '乙', '丙', '丁')]
        self.assertEqual([x['free_edits_left'] for x in said], [2, 1, 0, 0])
        self.assertEqual([x['cost'] for x in said], [0, 0, 0, 10000])
        self.assertEqual([c['amount'] for c in self.ctl('cost', 'list')], [10000, 0, 0, 0])
        self.assertEqual([(c['text'], c['state']) for c in self.changes()], [(t, 'planned') for t in '甲乙丙丁'])
        first = self.changes()[0]
        self.ctl('label', 'record', first['id'], 'cancelled')
        self.assertEqual([(c['text'], c['free']) for c in self.changes()], [('乙', True), ('丙', True), ('丁', True)])
        self.ctl('label', 'record', self.changes()[-1]['id'], 'live')
        self.assertEqual(self.ctl('label', 'list')[0]['state'], 'live')
        again = self.ctl('label', 'set', PHONE, '戊', '--platform', 'cmcc', '--from', '2026-12-01')
        self.assertEqual(self.ctl('label', 'show', again['id'])['changes'][0]['was'], '丁')

    def test_removed_number(self):
        """A number that is gone has nothing to be done, and its labels are in no list."""
        self.ctl('label', 'set', PHONE, '甲', '--platform', 'cmcc')
        self.ctl('number', 'remove', PHONE)
        self.assertEqual((self.changes(), self.ctl('label', 'list'), self.due(), self.ctl('cost', 'list')), ([], [], [], []))

    def test_campaign(self):
        made = self.ctl('campaign', 'add', '双11', '--from', '2026-11-01', '--until', '2026-11-11', '--note', '满减')
        self.assertEqual({k: made[k] for k in ('name', 'from', 'until', 'labels')},
                         {'name': '双11', 'from': '2026-11-01', 'until': '2026-11-11', 'labels': 0})
        label = self.ctl('label', 'set', PHONE, '双11优惠', '--campaign', '双11', '--who', '王敏', '--why', '年度活动')
        self.assertEqual((label['from'], label['until'], label['campaign'], label['who'], label['why']),
                         ('2026-11-01', '2026-11-11', '双11', '王敏', '年度活动'))
        self.assertEqual(self.ctl('campaign', 'list')[0]['labels'], 1)
        self.refuse('campaign', 'add', '双11', '--from', '2026-11-01', '--until', '2026-11-11', has=['双11'])
        self.refuse('campaign', 'remove', '双11')
        moved = self.ctl('campaign', 'move', '双11', '--from', '2026-11-03', '--until', '2026-11-12')
        self.assertEqual(moved['from'], '2026-11-03')
        label, = self.ctl('label', 'list')
        self.assertEqual((label['from'], label['until']), ('2026-11-03', '2026-11-12'))
        self.ctl('label', 'remove', label['id'])
        self.ctl('campaign', 'remove', '双11')
        self.assertEqual(self.ctl('campaign', 'list'), [])

    def test_costs(self):
        added = self.ctl('cost', 'add', '123.45', '--category', 'inspection', '--on', '2026-09-20', '--number', PHONE,
                         '--platform', 'cmcc', '--note', '寄材料的快递费')
        self.assertEqual({k: added[k] for k in ('amount', 'category', 'on', 'number', 'platform', 'note', 'indicative')},
                         {'amount': 12345, 'category': 'inspection', 'on': '2026-09-20', 'number': PHONE,
                          'platform': 'cmcc', 'note': '寄材料的快递费', 'indicative': False})
        today = self.ctl('cost', 'add', '0.10', '--category', 'other')
        self.assertEqual((today['amount'], today['on'], today['number'], today['platform']), (10, '2026-09-28', None, None))
        self.assertEqual(self.ctl('cost', 'list'), [today, added])
        self.assertIn('123.45', self.say('cost', 'list'))
        self.ctl('cost', 'remove', today['id'])
        self.assertEqual(self.ctl('cost', 'list'), [added])

    def test_gate(self):
        """An error that the check finds stops a label, unless somebody says why; a warning does not."""
        self.refuse('label', 'set', PHONE, '全国第一火锅', has=['第一'])
        self.refuse('label', 'set', PHONE, '国家级餐饮', '--platform', 'cmcc', has=['国家级'])
        self.assertEqual(self.ctl('label', 'list'), [])
        meant = self.ctl('label', 'set', PHONE, '全国第一火锅', '--override', '平台要求原样提交')
        self.assertEqual(meant['override'], '平台要求原样提交')

    def test_bad_input(self):
        self.misuse('label', 'set', PHONE)
        self.misuse('label', 'set', PHONE, '冰饮专线', '--from', '2026-13-01')
        self.misuse('label', 'end', 'x')
        self.misuse('label', 'list', '--filter', 'never')
        self.misuse('campaign', 'add', '双11')
        self.misuse('cost', 'add', '5')
        self.misuse('cost', 'add', '5', '--category', 'nonsense')
        self.refuse('label', 'set', '13900139000', '冰饮专线', has=['13900139000'])
        self.refuse('label', 'set', 'nonsense', '冰饮专线')
        self.refuse('label', 'set', PHONE, '   ', has=['empty'])
        self.refuse('label', 'set', PHONE, '冰饮\n专线', has=['line break'])
        self.refuse('label', 'set', PHONE, '饮' * 201, has=['200'])
        self.refuse('label', 'set', PHONE, '冰饮专线', '--platform', 'nonsense', has=['nonsense'])
        self.refuse('label', 'set', PHONE, '冰饮专线', '--campaign', '没有', has=['没有'])
        self.refuse('label', 'set', PHONE, '冰饮专线', '--from', '2026-10-02', '--until', '2026-10-01',
                    has=['2026-10-01', '2026-10-02'])
        self.refuse('label', 'set', PHONE, '冰饮专线', '--from', '2026-09-01', '--until', '2026-09-27', has=['2026-09-27'])
        self.refuse('label', 'end', 99, has=['99'])
        self.refuse('label', 'show', 99, has=['99'])
        self.refuse('label', 'file', 99, has=['99'])
        self.refuse('label', 'record', 99, 'live', has=['99'])
        self.refuse('label', 'free', 'nonsense', has=['nonsense'])
        self.refuse('cost', 'add', '1.234', '--category', 'other')
        self.refuse('cost', 'add', '5', '--category', 'other', '--platform', 'nonsense')
        self.refuse('cost', 'remove', 99, has=['99'])
        self.assertEqual(self.ctl('label', 'list'), [])
        self.assertEqual(self.ctl('cost', 'list'), [])


class ManualLife(Desk):
    def test_season(self):
        """冰饮 → 火锅 for good, and 国庆不打烊 in between, at an operator that takes seven working days and 48 hours."""
        case = self.certify()
        first, = self.ctl('label', 'list')
        self.assertEqual((first['text'], first['state'], first['platform'], first['cost'], first['free_edits_left']),
                         ('冰饮专线', 'live', 'cmcc', 0, 3))
        self.assertEqual(self.changes(PHONE), [])  # handed in with the certification: no edit

        plan = self.ctl('label', 'plan', PHONE, '双11优惠', '--from', '2026-11-01', '--until', '2026-11-11')
        place, = plan['platforms']
        self.assertEqual((plan['returns'], plan['waiting'], plan['cost_max'], place['edits'], place['free_used']),
                         ('冰饮专线', 0, 0, 2, 2))
        self.assertEqual((place['file_by'], place['shows_from'], place['late'], place['gap_days']),
                         ('2026-10-21', '2026-11-01', False, None))
        self.assertEqual(len(self.ctl('label', 'list')), 1)  # a plan changes nothing

        season = self.ctl('label', 'set', PHONE, '双11优惠', '--from', '2026-11-01', '--until', '2026-11-11')
        self.assertEqual((season['state'], season['cost'], season['free_edits_left']), ('planned', 0, 1))
        up, back = self.changes()
        self.assertEqual([(c['kind'], c['text'], c['was'], c['show_on'], c['state'], c['free']) for c in (up, back)],
                         [('put-up', '双11优惠', '冰饮专线', '2026-11-01', 'planned', True),
                          ('restore', '冰饮专线', '双11优惠', '2026-11-12', 'planned', True)])
        self.assertEqual(up['file_by'], place['file_by'])
        self.assertEqual(self.due(), [('label-file', '2026-10-21', 'label/%d' % season['id'], False),
                                      ('label-restore', back['file_by'], 'label/%d' % season['id'], False)])
        ics = self.folder / 'due.ics'
        self.ctl('due', '--ics', ics)
        self.assertIn('双11优惠', ics.read_text().replace('\r\n ', ''))

        filed = self.ctl('label', 'file', up['id'], '--case-no', 'BQ-1', now=day('2026-10-21'))
        self.assertEqual((filed['state'], filed['expected'], filed['case_no']), ('filed', '2026-11-01', 'BQ-1'))
        self.assertEqual(self.ctl('label', 'show', season['id'])['state'], 'filed')
        self.assertIn(('label-check', '2026-11-01', 'label/%d' % season['id'], False), self.due(day('2026-10-30')))
        self.refuse('label', 'remove', season['id'], now=day('2026-10-22'), has=['end it'])
        self.refuse('label', 'record', up['id'], 'live', '--on', day('2026-10-20'), now=day('2026-11-02'))
        live = self.ctl('label', 'record', up['id'], 'live', now=day('2026-11-01'))
        self.assertEqual(live['state'], 'live')
        self.assertEqual(self.ctl('certify', 'show', case['id'])['label'], '双11优惠')
        self.assertIn('双11优惠', self.ctl('number', 'list')[0]['shown'])
        self.assertEqual(self.ctl('label', 'list', now=day('2026-11-02'))[0]['state'], 'live')

        # Nobody put it back: it is over and still shows.
        late = self.ctl('label', 'list', now=day('2026-11-13'))[0]
        self.assertEqual((late['state'], late['stale']), ('live', True))
        self.assertEqual([d[0] for d in self.due(day('2026-11-13'))], ['label-stale'])
        self.ctl('label', 'record', back['id'], 'live', now=day('2026-11-20'))
        over = self.ctl('label', 'list', now=day('2026-11-20'))[0]
        self.assertEqual((over['state'], over['stale']), ('ended', False))
        self.assertEqual(self.ctl('certify', 'show', case['id'])['label'], '冰饮专线')
        self.assertEqual(self.due(day('2026-11-20')), [])
        self.assertEqual([e['what'] for e in self.ctl('label', 'show', season['id'])['events']],
                         ['live', 'filed', 'live', 'filed', 'set'])
        self.assertEqual(self.ctl('check'), {'ok': True, 'problems': []})

    def test_base_follows_base(self):
        self.certify()
        autumn = self.ctl('label', 'set', PHONE, '火锅专线', '--from', '2026-10-20')
        winter = self.ctl('label', 'set', PHONE, '暖锅专线', '--from', '2026-12-01')
        self.assertEqual([(x['text'], x['from'], x['until']) for x in self.ctl('label', 'list')],
                         [('暖锅专线', '2026-12-01', None), ('火锅专线', '2026-10-20', '2026-11-30'),
                          ('冰饮专线', '2026-09-28', '2026-10-19')])
        self.assertEqual([(c['text'], c['show_on']) for c in self.changes()],
                         [('火锅专线', '2026-10-20'), ('暖锅专线', '2026-12-01')])
        self.ctl('label', 'remove', autumn['id'])
        self.assertEqual([(x['text'], x['until']) for x in self.ctl('label', 'list')],
                         [('暖锅专线', None), ('冰饮专线', '2026-11-30')])
        self.ctl('label', 'restore', autumn['id'])
        self.ctl('label', 'move', autumn['id'], '--from', '2026-11-10')
        self.assertEqual([(x['text'], x['from'], x['until']) for x in self.ctl('label', 'list')][1:],
                         [('火锅专线', '2026-11-10', '2026-11-30'), ('冰饮专线', '2026-09-28', '2026-11-09')])
        self.assertEqual([(c['text'], c['was'], c['show_on']) for c in self.changes()],
                         [('火锅专线', '冰饮专线', '2026-11-10'), ('暖锅专线', '火锅专线', '2026-12-01')])
        self.ctl('label', 'end', winter['id'])
        self.assertEqual([(c['text'], c['show_on']) for c in self.changes()], [('火锅专线', '2026-11-10')])

    def test_money(self):
        """Three are free in the contract year, in the order in which they are handed in; the next ones cost."""
        self.certify()
        texts = ['一月', '二月', '三月', '四月', '五月']
        for i, text in enumerate(texts):
            label = self.ctl('label', 'set', PHONE, text, '--from', '2027-0%d-10' % (i + 1))
            self.assertEqual(label['free_edits_left'], max(0, 2 - i))
            self.assertEqual(label['cost'], 0 if i < 3 else 10000)
        lines = [(c['on'], c['amount'], c['indicative']) for c in self.ctl('cost', 'list') if c['category'] == 'label']
        self.assertEqual([x[1] for x in lines], [10000, 10000, 0, 0, 0])
        self.assertTrue(all(x[2] for x in lines))
        fourth = self.ctl('label', 'list')[1]
        self.assertEqual(fourth['text'], '四月')
        # One that is dropped gives its free edit to the next.
        self.ctl('label', 'remove', self.ctl('label', 'list')[4]['id'])
        self.assertEqual([c['free'] for c in self.changes()], [True, True, True, False])
        # One that is handed in before the others takes a free one.
        last = self.changes()[-1]
        self.assertEqual(self.ctl('label', 'file', last['id'])['cost'], 0)
        self.assertEqual([(c['text'], c['free']) for c in self.changes()],
                         [('二月', True), ('三月', True), ('四月', False), ('五月', True)])
        # A refused one costs nothing and gives it back.
        self.ctl('label', 'record', last['id'], 'refused', '--reason', '标签含有绝对化用语')
        self.assertEqual([(c['text'], c['free'], c['state']) for c in self.changes()],
                         [('二月', True, 'planned'), ('三月', True, 'planned'), ('四月', True, 'planned'),
                          ('五月', False, 'refused')])
        self.assertEqual([d[0] for d in self.due()][:1], ['label-refused'])
        self.refuse('cost', 'remove', self.ctl('cost', 'list')[0]['id'])
        # The owner says that two were used elsewhere.
        self.assertEqual(self.ctl('label', 'free', 'cmcc')['free_edits_left'], 0)
        told = self.ctl('label', 'free', 'cmcc', '--left', '1')
        self.assertEqual((told['used_elsewhere'], told['used'], told['free_edits_left']), (2, 1, 0))
        self.assertEqual([c['free'] for c in self.changes()], [True, False, False, False])
        self.refuse('label', 'free', 'cmcc', '--left', '4')
        self.assertEqual((told['from'], told['until']), ('2026-09-28', '2027-09-27'))
        self.ctl('platform', 'set', 'cmcc', 'contract_from=2026-01-01')
        moved = self.ctl('label', 'free', 'cmcc')
        self.assertEqual((moved['from'], moved['until']), ('2026-01-01', '2026-12-31'))

    def test_refused_and_given_up(self):
        self.certify()
        self.ctl('label', 'set', PHONE, '全国第一家', '--override', '测试')
        change, = self.changes()
        self.refuse('label', 'record', change['id'], 'refused', has=['why'])
        refused = self.ctl('label', 'record', change['id'], 'refused', '--reason', '绝对化用语')
        self.assertEqual((refused['state'], refused['reason']), ('refused', '绝对化用语'))
        self.refuse('label', 'record', change['id'], 'live', has=['filed, cancelled'])
        again = self.ctl('label', 'file', change['id'])
        self.assertEqual((again['state'], again['reason']), ('filed', None))
        back = self.ctl('label', 'record', change['id'], 'planned')
        self.assertEqual((back['state'], back['filed_at']), ('planned', None))
        self.ctl('label', 'record', change['id'], 'cancelled')
        self.assertEqual(self.changes(), [])
        self.refuse('label', 'file', change['id'], has=['nothing follows'])
        self.misuse('label', 'record', change['id'], 'filed')

    def test_planned_before_certified(self):
        """What was planned is put up once the number shows; what was handed in with it is no edit."""
        self.ctl('label', 'set', PHONE, '国庆不打烊', '--from', '2026-10-01', '--until', '2026-10-31')
        self.certify()
        self.assertEqual([(c['kind'], c['text'], c['show_on']) for c in self.changes()],
                         [('put-up', '国庆不打烊', '2026-10-01'), ('restore', '冰饮专线', '2026-11-01')])
        self.assertEqual([(x['text'], x['state']) for x in self.ctl('label', 'list')],
                         [('国庆不打烊', 'planned'), ('冰饮专线', 'live')])
        case = self.ctl('certify', 'list')[0]
        self.ctl('certify', 'advance', case['id'], 'suspended')
        self.assertEqual(self.changes(), [])  # nothing to edit where nothing shows
        self.ctl('certify', 'advance', case['id'], 'live')
        self.assertEqual(len(self.changes()), 2)

    def test_many(self):
        rows = '\n'.join('139%08d' % i for i in range(500))
        self.ctl('number', 'import', self.write('many.csv', '号码\n' + rows))
        self.certify()
        done = self.ctl('label', 'set', 'all', '春节不打烊', '--from', '2027-02-01', '--until', '2027-02-12')
        self.assertEqual(done['labels'], 501)
        self.assertEqual(len(self.ctl('label', 'list', '--filter', 'coming')), 501)
        self.assertEqual([d[0] for d in self.due(day('2027-01-10'))], ['label-file', 'label-restore'])
        self.assertEqual(self.ctl('check'), {'ok': True, 'problems': []})


class PracticeLife(Desk):
    """Over HTTP: `xinbiaoctl practice` in a process of its own, practice time moved by hand."""

    def setUp(self):
        super().setUp()
        self.now = ''  # the practice platform dates its cases by the real clock
        self.server = None
        self.start()
        self.case = self.ctl('certify', 'start', PHONE, 'practice', '--name', '成都蜀香餐饮有限公司', '--label', '订餐热线')
        self.ctl('certify', 'submit', self.case['id'])
        self.go_on(5)
        self.ctl('certify', 'advance', self.case['id'], 'live')

    def start(self):
        self.server = subprocess.Popen(self.command('practice', '--speed', '0.001'), env=self.environment(),
                                       stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.stop, self.server)
        with selectors.DefaultSelector() as selector:
            selector.register(self.server.stdout, selectors.EVENT_READ)
            self.assertTrue(selector.select(timeout=LIMIT), 'the practice platform says nothing')
        self.server.stdout.readline()

    def stop(self, process):
        if process.poll() is None:
            process.kill()
        process.communicate(timeout=LIMIT)

    def post(self, path, body, method='POST'):
        c = configparser.ConfigParser(interpolation=None)
        c.read(self.data / 'practice' / 'connection.ini')
        url, key, secret = (c['practice'][w] for w in ('url', 'key', 'secret'))
        data = json.dumps(body).encode() if body is not None else b''
        stamp, nonce = str(int(time.time())), secrets.token_hex(16)
        text = '\n'.join([method, path, '', stamp, nonce, hashlib.sha256(data).hexdigest()])
        sign = hmac.new(secret.encode(), text.encode(), 'sha256').hexdigest()
        request = urllib.request.Request(url.rstrip('/') + path, data=data or None, method=method, headers={
            'Content-Type': 'application/json', 'X-Xinbiao-Key': key, 'X-Xinbiao-Timestamp': stamp,
            'X-Xinbiao-Nonce': nonce, 'Authorization': 'XINBIAO-HMAC-SHA256 ' + sign})
        with urllib.request.urlopen(request, timeout=LIMIT) as answer:
            return json.load(answer)

    def pass_days(self, days):
        self.post('/v1/time', {'advance_seconds': int(days * 86400)})

    def go_on(self, rounds):
        for _ in range(rounds):
            self.ctl('sync')
            self.pass_days(1.3)
        return self.ctl('sync')

    def shown(self):
        displays = self.post('/v1/displays/%2B86' + PHONE, None, 'GET')['displays']
        return {d['label'] for d in displays if d['shown']}

    def shows(self):
        return self.ctl('certify', 'show', self.case['id'])['label']

    def test_whole_life(self):
        label = self.ctl('label', 'set', PHONE, '火锅专线')
        change, = self.changes()
        self.assertEqual((change['state'], change['platform'], label['free_edits_left']), ('filed', 'practice', 2))
        sent = self.ctl('sync')
        self.assertEqual((sent['sent'], sent['refused'], sent['waiting']), (1, 0, 0))
        self.assertEqual(self.shown(), set())  # taken down meanwhile
        self.assertEqual(self.shows(), '订餐热线')
        self.refuse('label', 'record', change['id'], 'live', has=['synchronise'])
        self.refuse('label', 'remove', label['id'], has=['end'])
        self.go_on(2)
        self.assertEqual(self.shown(), {'火锅专线'})
        self.assertEqual(self.changes(PHONE)[0]['state'], 'live')
        self.assertEqual(self.shows(), '火锅专线')
        self.assertEqual(self.ctl('label', 'list')[0]['state'], 'live')
        # The other kind of platform keeps the old label up.
        self.post('/v1/settings', {'label_takes_down': False})
        self.ctl('label', 'set', PHONE, '冰饮专线')
        self.ctl('sync')
        self.assertEqual(self.shown(), {'火锅专线'})
        self.go_on(2)
        self.assertEqual((self.shown(), self.shows()), ({'冰饮专线'}, '冰饮专线'))

    def test_refused(self):
        self.ctl('label', 'set', PHONE, '全国第一订餐', '--override', '看平台怎么说')
        self.go_on(2)
        change = self.changes(PHONE)[0]
        self.assertEqual((change['state'], change['cost']), ('refused', 0))
        self.assertIn('绝对化', change['reason'])
        self.assertEqual((self.shown(), self.shows()), ({'订餐热线'}, '订餐热线'))
        self.assertEqual([d[0] for d in self.due()], ['label-refused'])

    def test_call_back(self):
        label = self.ctl('label', 'set', PHONE, '火锅专线')
        self.ctl('label', 'remove', label['id'])
        self.assertEqual((self.changes(PHONE), self.ctl('sync')['sent']), ([], 0))

    def test_faults(self):
        """Whatever happens on the way, the label is changed once."""
        for kind, after in (('cut', True), ('cut', False), ('wrong-json', True), ('server-error', False),
                            ('rate-limit', False)):
            text = '标签%d' % len(self.ctl('label', 'list'))
            self.post('/v1/faults', {'kind': kind, 'after': after, 'path_prefix': '/v1/certifications', 'method': 'POST',
                                     'seconds': 1})
            self.ctl('label', 'set', PHONE, text)
            self.run_raw(*self.command('sync'))
            self.assertEqual(self.changes()[0]['state'], 'filed')
            for _ in range(60):
                if self.ctl('sync')['waiting'] == 0:
                    break
                time.sleep(0.5)
            self.go_on(2)
            self.assertEqual((self.changes(), self.shown(), self.shows()), ([], {text}, text), kind)
        lines = [c for c in self.ctl('cost', 'list') if c['category'] == 'label']
        self.assertEqual(len(lines), 5)

    def test_kill(self):
        """xinbiaoctl and the platform are killed at random moments; each label is changed once, and the last one shows."""
        rng = random.Random(20260928)
        usual = 0.15
        for i in range(12):
            text = '新标签%d' % i
            for words in (('label', 'set', PHONE, text), ('sync',)):
                process = subprocess.Popen(self.command(*words), env=self.environment(), stdout=subprocess.DEVNULL,
                                           stderr=subprocess.DEVNULL)
                try:
                    process.wait(rng.uniform(0, usual))
                    usual *= 0.9
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
                    usual *= 1.1
            if i % 4 == 3:
                self.server.kill()
                self.server.wait()
                self.start()
            if not any(x['text'] == text for x in self.ctl('label', 'list')):
                self.ctl('label', 'set', PHONE, text)
            deadline = time.monotonic() + LIMIT
            while any(c['state'] != 'live' for c in self.changes(PHONE)) and time.monotonic() < deadline:
                self.ctl('sync')
                self.pass_days(1.3)
                time.sleep(0.05)
            self.assertEqual((self.shown(), self.shows()), ({text}, text))
        changes = self.changes(PHONE)
        self.assertEqual(sorted(c['text'] for c in changes), sorted('新标签%d' % i for i in range(12)))
        self.assertEqual(len([c for c in self.ctl('cost', 'list') if c['category'] == 'label']), 12)
        self.assertEqual(self.ctl('check'), {'ok': True, 'problems': []})


if __name__ == '__main__':
    unittest.main()
