#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command contract: words in, JSON out, exit codes, one line on standard error."""
import csv
import hashlib
import io
import json
import os
import re
import resource
import signal
import subprocess
import time
import unittest

from ctlcase import NOW, PROGRAM, CtlCase, png, uscc


class Lint(CtlCase):
    """Labels are judged with or without a data folder; where there is one, its papers count."""

    def judge(self, *words, data=None, code=None):
        done = subprocess.run([PROGRAM, '--json', 'lint', *words], input=data, capture_output=True, check=False,
                              env=self.environment(), timeout=60)
        self.assertEqual(done.stderr, b'')
        answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
        self.assertEqual(done.returncode, code if code is not None
                         else int(any(a['verdict'] == 'error' for a in answers)))
        return answers

    def test_line(self):
        (answer,) = self.judge('我们最专业的团队')
        self.assertEqual(list(answer), ['text', 'verdict', 'findings', 'cleared'])
        self.assertEqual((answer['text'], answer['verdict'], answer['cleared']), ('我们最专业的团队', 'error', []))
        (finding,) = answer['findings']
        self.assertEqual(list(finding), ['rule', 'severity', 'start', 'end', 'match', 'message', 'law', 'suggestions'])
        self.assertEqual((finding['rule'], finding['severity'], finding['start'], finding['end'], finding['match']),
                         ('abs.zui', 'error', 2, 5, '最专业'))
        self.assertIn('第九条', finding['law'])
        self.assertIn('我们专业的团队', finding['suggestions'])
        self.assertFalse(self.data.exists())

    def test_many(self):
        answers = self.judge('火锅专线', '上海第一人民医院', '全国第一品牌', code=1)
        self.assertEqual([a['verdict'] for a in answers], ['ok', 'ok', 'error'])
        self.assertEqual([c['rule'] for c in answers[1]['cleared']], ['abs.rank'])
        self.assertEqual(self.judge('火锅专线'), self.judge('-', data='火锅专线\n'.encode()))
        self.assertEqual([a['text'] for a in self.judge('-', data='一\n\n\r\n二'.encode())], ['一', '', '', '二'])

    def test_papers(self):
        self.assertEqual(self.judge('最好吃餐厅', code=1)[0]['verdict'], 'error')
        for words in (['--business', '成都最好吃餐厅有限公司'], ['--brand', '小店', '--brand', '最好吃餐厅']):
            (answer,) = self.judge(*words, '最好吃餐厅', code=0)
            self.assertEqual(answer['findings'], [])
            self.assertEqual([c['rule'] for c in answer['cleared']], ['abs.zui'])
        self.ctl('business', 'set', '--name', '成都最好吃餐厅有限公司')
        self.judge('最好吃餐厅', code=0)
        self.judge('--business', '成都蜀香餐饮有限公司', '最好吃餐厅', code=1)

    def test_platform(self):
        (answer,) = self.judge('--platform', 'practice', '春熙路步行街一号店客服专线')
        self.assertEqual([f['rule'] for f in answer['findings']], ['form.length'])
        (answer,) = self.judge('--platform', 'huawei', '春熙路步行街一号店客服专线')
        self.assertEqual([c['rule'] for c in answer['cleared']], ['form.length'])
        self.refuse('lint', '--platform', 'nobody', '客服')
        self.misuse('lint')

    def test_bad_bytes(self):
        (answer,) = self.judge('-', data=b'\xe7\x81\xab\xff\xe9\x94\x85\n', code=1)
        self.assertEqual(answer['text'], '火\ufffd锅')
        self.assertEqual([(f['rule'], f['start'], f['end']) for f in answer['findings']], [('form.encoding', 1, 2)])
        self.assertIn('byte 3', answer['findings'][0]['message'])
        (answer,) = self.judge(b'\xe7\x81\xab\xff'.decode('utf-8', 'surrogateescape'), code=1)
        self.assertEqual(answer['findings'][0]['rule'], 'form.encoding')
        (answer,) = self.judge('-', data='火锅\0专线\n'.encode(), code=1)
        self.assertEqual((answer['text'], answer['findings'][0]['rule']), ('火锅\0专线', 'form.hidden'))
        (answer,) = self.judge('-', data=('最好' * 170000).encode(), code=1)
        self.assertEqual(len(answer['text']), 340000)

    def test_for_people(self):
        done = subprocess.run([PROGRAM, 'lint', '最\u200b好的火锅', '火锅专线'], capture_output=True, check=False, text=True,
                              env=self.environment(), timeout=60)
        self.assertEqual(done.returncode, 1)
        self.assertIn('最<U+200B>好的火锅', done.stdout)
        self.assertIn('instead: 好的火锅', done.stdout)


class Words(CtlCase):
    """What is not understood makes no data folder and ends with 2."""

    def test_misuse(self):
        for words in ([], ['nonsense'], ['number'], ['number', 'nonsense'], ['number', 'add'], ['number', 'add', '--use'],
                      ['number', 'add', '13800138000', 'one', '--use', 'x'], ['number', 'list', '--limit', 'x'],
                      ['number', 'list', '--limit', '-1'], ['number', 'list', '--nonsense'], ['number', 'list', '-x'],
                      ['material', 'add', 'a.png'], ['material', 'add', 'a.png', '--type', 'passport'],
                      ['material', 'add', 'a.png', '--type', 'logo', '--expires', '2026-02-30'],
                      ['material', 'remove', 'x'], ['business', 'set', '--kind', 'shop'],
                      ['business', 'set', '--handsets', 'huawei,nokia'], ['nda', 'add', 'third-party'],
                      ['business', 'set', '--licence-expires', '31.12.2026'],
                      ['nda', 'add', 'third-party', '--signed', 'yesterday', '--expires', '2027-01-01'],
                      ['certify', 'start', '13800138000'], ['certify', 'show', 'x'], ['certify', 'show', '0'],
                      ['certify', 'advance', '1', 'nonsense'], ['certify', 'advance', '1'], ['certify', 'kit', '1'],
                      ['certify', 'advance', '1', 'live', '--handset', 'huawei'],
                      ['certify', 'advance', '1', 'live', '--handset', 'nokia', '--evidence', 'a.png'],
                      ['certify', 'advance', '1', 'ready', '--on', 'today'], ['certify', 'list', '--state', 'nonsense'],
                      ['platform', 'set', 'third-party'], ['platform', 'set', 'third-party', 'phone'],
                      ['platform', 'set', 'third-party', 'nonsense=1'], ['platform', 'add', 'mine', '--kind', 'operator'],
                      ['workdays', 'add', '2026-10-01', 'three'], ['workdays', 'add', '2026-13-01', '3'],
                      ['workdays', 'check', 'someday'], ['workdays', 'between', '2026-01-01'],
                      ['practice', '--port', '70000'], ['practice', '--speed', '0'], ['backup'], ['due', 'now']):
            with self.subTest(words=words):
                self.misuse(*words)
        self.assertFalse(self.data.exists())

    def test_now(self):
        self.misuse('due', now='half past ten', has=['--now'])
        self.assertEqual(self.ctl('due', now='2026-09-28T02:00:00Z'), [])

    def test_words_name_the_way_out(self):
        self.misuse('certify', 'start', '13800138000', has=['PLATFORM', 'certify start --help'])
        self.misuse('material', 'add', 'a.png', '--type', 'passport', has=['licence', 'ownership', 'logo'])
        self.misuse('number', has=['add', 'list', 'parse'])

    def test_help(self):
        for words in (['--help'], ['certify', '--help'], ['certify', 'advance', '--help'], ['--help', 'certify'],
                      ['certify', '--help', 'advance'], ['workdays', 'add', '-h']):
            with self.subTest(words=words):
                done = self.run_raw(PROGRAM, *words)
                self.assertEqual((done.returncode, done.stderr), (0, b''))
                self.assertIn(b'xinbiaoctl', done.stdout)
        for part in ('--handset', '--evidence', '--expedite', '--on', '--json', 'ID STATE'):
            self.assertIn(part, self.say('certify', 'advance', '--help'))
        for word in ('business', 'number', 'platform', 'material', 'nda', 'copy', 'certify', 'workdays', 'cost', 'due',
                     'sync', 'practice', 'backup', 'restore', 'check', 'demo'):
            self.assertRegex(self.say('--help'), rf'(?m)^  {word}\b')
        self.assertFalse(self.data.exists())

    def test_version(self):
        self.assertRegex(self.say('--version'), r'\Axinbiaoctl \d+\.\d+')
        self.assertRegex(self.say('number', 'list', '--version'), r'\Axinbiaoctl \d+\.\d+')

    def test_globals_anywhere(self):
        for words in (['--json', 'workdays', 'check', '2026-09-28'], ['workdays', '--json', 'check', '2026-09-28'],
                      ['workdays', 'check', '2026-09-28', '--json'], ['workdays', 'check', '--json', '--', '2026-09-28']):
            with self.subTest(words=words):
                self.assertIs(json.loads(self.run_raw(PROGRAM, *words).stdout)['workday'], True)
        other = self.folder / 'other'
        for words in (['--data-dir', other, 'number', 'add', '13800138000'],
                      ['number', 'add', '13800138001', f'--data-dir={other}']):
            self.ctl(*words)
        self.assertEqual(len(self.ctl('--data-dir', other, 'number', 'list')), 2)
        self.assertFalse(self.data.exists())

    def test_any_locale(self):
        for locale in ('C', 'POSIX', 'C.UTF-8'):
            done = self.run_raw(*self.command('number', 'add', '13800138000', '--use', '客服'), LC_ALL=locale)
            self.assertEqual(json.loads(done.stdout)['use'], '客服')
        done = self.run_raw(PROGRAM, 'number', 'add', '13800138000', '--use', b'\xbf\xcd\xb7\xfe')
        self.assertEqual((done.returncode, done.stdout), (2, b''))


class Workdays(CtlCase):
    def test_add(self):
        # Holidays 1-7 October 2026, make-up days 20 September and 10 October.
        self.assertEqual(self.ctl('workdays', 'add', '2026-09-28', '3'), {'date': '2026-10-08', 'estimated': False})
        self.assertEqual(self.ctl('workdays', 'add', '2026-10-08', '2'), {'date': '2026-10-10', 'estimated': False})
        self.assertEqual(self.ctl('workdays', 'add', '2026-10-08', '-1'), {'date': '2026-09-30', 'estimated': False})
        self.assertEqual(self.ctl('workdays', 'add', '2031-01-06', '5'), {'date': '2031-01-13', 'estimated': True})

    def test_between(self):
        self.assertEqual(self.ctl('workdays', 'between', '2026-09-28', '2026-10-10'), {'days': 5, 'estimated': False})
        self.assertEqual(self.ctl('workdays', 'between', '2026-09-28', '2026-09-28'), {'days': 0, 'estimated': False})

    def test_check(self):
        made_up = self.ctl('workdays', 'check', '2026-10-10')
        self.assertEqual((made_up['workday'], made_up['estimated']), (True, False))
        self.assertTrue(made_up['reason'])
        self.assertEqual(self.ctl('workdays', 'check', '2026-10-12'),
                         {'workday': True, 'reason': None, 'estimated': False})
        self.assertIs(self.ctl('workdays', 'check', '2026-10-01')['workday'], False)
        self.assertIs(self.ctl('workdays', 'check', '2031-10-01')['estimated'], True)
        self.assertFalse(self.data.exists())


class Business(CtlCase):
    def test_set_and_show(self):
        self.refuse('business', 'show')
        self.refuse('business', 'set', '--kind', 'sole', has=['--name'])
        self.ctl('business', 'set', '--name', '成都蜀香餐饮有限公司', '--uscc', uscc().lower(), '--brand', '蜀香',
                 '--brand', '蜀小香', '--licence-expires', '2031-05-01', '--handsets', 'huawei, xiaomi', '--hours', '10:00–22:00')
        business = self.ctl('business', 'set', '--address', '锦江区 1 号', '--contact', '王芳', '--contact-phone',
                            '13800138000', '--industry', '餐饮', '--brand', '蜀香')
        self.assertEqual(business, self.ctl('business', 'show'))
        brands = [brand['name'] for brand in business.pop('brands')]
        self.assertEqual(brands, ['蜀香', '蜀小香'])
        self.assertEqual(business, {
            'name': '成都蜀香餐饮有限公司', 'uscc': uscc(), 'kind': 'company', 'address': '锦江区 1 号',
            'industry': '餐饮', 'contact': '王芳', 'contact_phone': business['contact_phone'],
            'licence_expires': '2031-05-01', 'handsets': ['huawei', 'xiaomi'], 'hours': '10:00–22:00'})
        self.assertIsNone(self.ctl('business', 'set', '--licence-expires', '')['licence_expires'])
        self.assertEqual(self.ctl('business', 'set', '--kind', 'sole')['kind'], 'sole')
        self.assertIn('成都蜀香餐饮有限公司', self.say('business', 'show'))

    def test_wrong_check_digit(self):
        right = uscc()
        wrong = right[:-1] + ('1' if right[-1] != '1' else '2')
        self.refuse('business', 'set', '--name', '蜀香', '--uscc', wrong)
        self.refuse('business', 'show')
        self.make_business()
        self.refuse('business', 'set', '--name', '改名', '--uscc', wrong)
        self.assertEqual(self.ctl('business', 'show')['name'], '成都蜀香餐饮有限公司')

    def test_brand(self):
        self.make_business()
        brand, = self.ctl('business', 'brand', '蜀香', '--mark-no', '12345678', '--expires', '2030-01-01')['brands']
        self.assertEqual((brand['name'], brand['registered'], brand['mark_no'], brand['expires']),
                         ('蜀香', True, '12345678', '2030-01-01'))
        self.assertEqual(self.ctl('business', 'brand', '蜀香', '--remove')['brands'], [])
        self.refuse('business', 'brand', '蜀香', '--remove')


class Numbers(CtlCase):
    def test_parse(self):
        for spelling, e164, national, kind in (
                ('138 0013 8000', '+8613800138000', '13800138000', 'mobile'),
                ('+86-28-86123456', '+862886123456', '02886123456', 'fixed'),
                ('400-123-4567', '+864001234567', '4001234567', '400'), ('95588', '+8695588', '95588', '95'),
                ('+1 415 555 0100', '+14155550100', '0014155550100', 'international')):
            with self.subTest(spelling=spelling):
                phone = self.ctl('number', 'parse', spelling)
                self.assertEqual((phone['e164'], phone['national'], phone['type']), (e164, national, kind))
                self.assertLessEqual({'id', 'use'}, set(phone))
        for spelling in ('', '12', 'abc', '1380013800', '0000000000000000000000000000'):
            with self.subTest(spelling=spelling):
                self.refuse('number', 'parse', spelling)
        self.assertFalse(self.data.exists())

    def test_register(self):
        added = self.ctl('number', 'add', '138 0013 8000', '--use', '客服')
        self.assertEqual({k: added[k] for k in ('e164', 'national', 'type', 'use')},
                         {'e164': '+8613800138000', 'national': '13800138000', 'type': 'mobile', 'use': '客服'})
        self.assertEqual(self.ctl('number', 'add', '028-86123456')['type'], 'fixed')
        self.assertEqual([n['id'] for n in self.ctl('number', 'list')], [1, 2])
        self.assertEqual(self.ctl('number', 'add', '+86 13800138000')['id'], added['id'])
        self.assertEqual(self.ctl('number', 'use', '13800138000', '销售')['use'], '销售')
        self.assertEqual([n['id'] for n in self.ctl('number', 'list', '--search', '8612')], [2])
        self.assertEqual([n['id'] for n in self.ctl('number', 'list', '--search', '销')], [1])
        self.assertEqual(self.ctl('number', 'list', '--search', '999'), [])
        self.assertEqual(self.ctl('number', 'remove', '13800138000'), {'id': 1, 'removed': True})
        self.refuse('number', 'remove', '13800138000')
        self.refuse('number', 'use', '13800138000', '客服')
        self.refuse('number', 'add', '12')
        self.assertEqual([n['id'] for n in self.ctl('number', 'list')], [2])
        self.assertIn('8612', self.say('number', 'list'))

    def test_import_and_export(self):
        text = '用途,号码\n客服,13800138000\n门店,028-86123456\n错,12\n,4001234567\n'
        for name, data in (('u.csv', text.encode()), ('bom.csv', b'\xef\xbb\xbf' + text.encode()),
                           ('gb.csv', text.encode('gb18030'))):
            with self.subTest(name=name):
                done = self.ctl('number', 'import', self.write(name, data))
                self.assertEqual((done['rows'], len(done['rejected']), done['rejected'][0]['line']), (4, 1, 4))
                self.assertTrue(done['rejected'][0]['reason'])
        self.assertEqual([n['use'] for n in self.ctl('number', 'list')], ['客服', '门店', ''])
        out = self.folder / 'out.csv'
        self.assertEqual(self.ctl('number', 'export', out)['rows'], 3)
        rows = list(csv.DictReader(io.StringIO(out.read_bytes().decode('utf-8-sig'))))
        self.assertEqual([row['号码'] for row in rows][0].replace(' ', ''), '13800138000')
        again = self.ctl('--data-dir', self.folder / 'second', 'number', 'import', out)
        self.assertEqual((again['imported'], again['rejected']), (3, []))

    def test_bad_files(self):
        self.trouble('number', 'import', self.folder / 'nowhere.csv')
        self.refuse('number', 'import', self.write('no-heading.csv', 'a,b\n1,2\n'))
        done = self.run_raw(*self.command('number', 'import', self.write('bad.csv', '号码\n12\n34\n')))
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(json.loads(done.stdout)['rejected']), 2)
        self.trouble('number', 'export', self.folder / 'nowhere' / 'out.csv')

    def test_pages(self):
        rows = ''.join(f'139{i:08d},第{i}\n' for i in range(5000))
        self.assertEqual(self.ctl('number', 'import', self.write('many.csv', '号码,用途\n' + rows))['imported'], 5000)
        page = self.ctl('number', 'list', '--offset', '1200', '--limit', '3')
        self.assertEqual([n['use'] for n in page], ['第1200', '第1201', '第1202'])
        self.assertEqual(len(self.ctl('number', 'list')), 5000)
        self.assertEqual(self.ctl('number', 'list', '--offset', '6000'), [])
        self.assertEqual(len(self.ctl('number', 'list', '--offset', '4999', '--limit', '10')), 1)


class Platforms(CtlCase):
    def test_list_and_show(self):
        platforms = {p['key']: p for p in self.ctl('platform', 'list')}
        self.assertEqual((platforms['practice']['kind'], platforms['practice']['client']), ('practice', 'practice'))
        self.assertEqual((platforms['third-party']['kind'], platforms['third-party']['client']), ('third-party', 'manual'))
        self.assertTrue(all({'key', 'name', 'kind', 'client'} <= set(p) for p in platforms.values()))
        shown = self.ctl('platform', 'show', 'practice')
        self.assertEqual(shown['key'], 'practice')
        self.assertIn('300', self.say('platform', 'show', 'practice'))
        self.refuse('platform', 'show', 'nonsense')

    def test_set_and_reset(self):
        before = self.ctl('platform', 'show', 'practice')
        edited = self.ctl('platform', 'set', 'practice', 'expedite_fee_fen=123.45', 'review_max=9')
        fact = lambda platform, field: platform['facts'][field]['value']
        self.assertEqual((fact(edited, 'expedite_fee_fen'), fact(edited, 'review_max')), (12345, 9))
        self.refuse('platform', 'set', 'practice', 'review_max=soon')
        self.refuse('platform', 'set', 'nonsense', 'review_max=3')
        self.assertEqual(fact(self.ctl('platform', 'show', 'practice'), 'review_max'), 9)
        self.ctl('platform', 'reset', 'practice', 'review_max')
        again = self.ctl('platform', 'reset', 'practice', 'expedite_fee_fen')
        self.assertEqual(again, before)

    def test_add(self):
        added = self.ctl('platform', 'add', 'my-agency', '--name', '我的服务商', '--kind', 'third-party')
        self.assertEqual((added['key'], added['name'], added['kind'], added['client']),
                         ('my-agency', '我的服务商', 'third-party', 'manual'))
        self.refuse('platform', 'add', 'my-agency', '--name', '又一个', '--kind', 'third-party')
        self.assertIn('my-agency', [p['key'] for p in self.ctl('platform', 'list')])


class Papers(CtlCase):
    def test_material(self):
        picture = png(20, 10)
        path = self.write('执照.png', picture)
        added = self.ctl('material', 'add', path, '--type', 'licence', '--expires', '2031-05-01')
        self.assertEqual({k: added[k] for k in ('type', 'name', 'sha256', 'media_type', 'size', 'width', 'height',
                                                'pages', 'expires', 'added_at', 'copies')},
                         {'type': 'licence', 'name': '执照.png', 'sha256': hashlib.sha256(picture).hexdigest(),
                          'media_type': 'image/png', 'size': len(picture), 'width': 20, 'height': 10, 'pages': 1,
                          'expires': '2031-05-01', 'added_at': NOW, 'copies': 0})
        again = self.ctl('material', 'add', self.write('copy.png', picture), '--type', 'licence')
        self.assertEqual(again['id'], added['id'])
        stored = [p for p in (self.data / 'files').rglob('*') if p.is_file()]
        self.assertEqual([hashlib.sha256(p.read_bytes()).hexdigest() for p in stored], [added['sha256']])
        self.assertEqual(stored[0].stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.data.stat().st_mode & 0o777, 0o700)
        self.assertEqual(self.ctl('material', 'remove', added['id']), {'id': added['id'], 'removed': True})
        self.assertEqual(self.ctl('material', 'list'), [])
        self.refuse('material', 'remove', added['id'])
        self.assertEqual(self.ctl('material', 'add', path, '--type', 'licence')['id'], added['id'])

    def test_bad_files(self):
        self.refuse('material', 'add', self.write('text.jpg', 'no picture at all'), '--type', 'licence')
        self.refuse('material', 'add', self.write('empty.png', b''), '--type', 'licence')
        self.trouble('material', 'add', self.write('cut.png', png()[:40]), '--type', 'licence')
        self.trouble('material', 'add', self.write('cut.pdf', b'%PDF-1.4\n1 0 obj\n<<'), '--type', 'licence')
        self.trouble('material', 'add', self.folder / 'nowhere.png', '--type', 'licence')
        self.assertEqual(self.ctl('material', 'list'), [])

    def test_nda(self):
        scan = self.write('nda.png', png())
        added = self.ctl('nda', 'add', 'third-party', '--signed', '2026-09-01', '--expires', '2027-09-01', '--file', scan)
        self.assertEqual((added['platform'], added['signed'], added['expires']),
                         ('third-party', '2026-09-01', '2027-09-01'))
        self.assertTrue(added['material_id'])
        self.assertEqual(self.ctl('nda', 'list'), [added])
        self.refuse('nda', 'add', 'nonsense', '--signed', '2026-09-01', '--expires', '2027-09-01')
        self.refuse('nda', 'add', 'third-party', '--signed', '2026-09-01', '--expires', '2026-08-01')
        self.assertEqual(self.ctl('copy', 'list'), [])


class Keeping(CtlCase):
    def test_demo(self):
        done = self.ctl('demo')
        self.assertEqual(done['numbers'], 12)
        self.assertEqual(len(self.ctl('number', 'list')), 12)
        self.assertGreater(len(self.ctl('certify', 'list')), 0)
        for due in self.ctl('due'):
            self.assertLessEqual({'kind', 'title', 'due', 'overdue', 'object'}, set(due))
        file = self.folder / 'due.ics'
        self.assertEqual(self.ctl('due', '--ics', file), self.ctl('due'))
        self.assertEqual(self.ctl('due', '--limit', '0'), self.ctl('due'))
        self.misuse('due', '--limit', '-1')
        few = self.run_raw(*self.command('due', '--limit', '1'))
        self.assertEqual((few.returncode, json.loads(few.stdout)), (0, self.ctl('due')[:1]))
        self.assertIn(b'--limit 0', few.stderr)
        self.check_calendar(file.read_bytes(), self.ctl('due'))
        self.trouble('due', '--ics', self.folder / 'nowhere' / 'due.ics')
        for cost in self.ctl('cost', 'list'):
            self.assertIsInstance(cost['amount'], int)
        self.assertEqual(self.ctl('check'), {'ok': True, 'problems': []})
        self.refuse('demo')

    def check_calendar(self, data, dues):
        """RFC 5545: lines of at most 75 octets that end in CRLF, one entry for each thing."""
        lines = data.split(b'\r\n')
        self.assertEqual(lines.pop(), b'')
        self.assertTrue(all(len(line) <= 75 and b'\n' not in line and line.decode() for line in lines))
        entries = data.replace(b'\r\n ', b'').decode().split('\r\n')
        unescape = lambda text: re.sub(r'\\([\\;,])', r'\1', text)
        self.assertEqual([unescape(e[8:]) for e in entries if e.startswith('SUMMARY:')], [d['title'] for d in dues])
        self.assertEqual([e[-8:] for e in entries if e.startswith('DTSTART;')], [d['due'].replace('-', '') for d in dues if d['due_at'] is None])
        uids = [e for e in entries if e.startswith('UID:')]
        self.assertEqual(len(set(uids)), len(dues))

    def test_backup_and_restore(self):
        self.make_business()
        sha = self.add_papers('licence')['licence']
        file = self.folder / 'all.xinbiao'
        self.assertEqual(self.ctl('backup', file)['size'], file.stat().st_size)
        self.ctl('number', 'add', '13800138000')
        other = self.folder / 'other'
        done = self.ctl('--data-dir', other, 'restore', file)
        self.assertEqual((done['numbers'], done['materials']), (0, 1))
        self.assertEqual(self.ctl('--data-dir', other, 'material', 'list')[0]['sha256'], sha)
        self.assertEqual(self.ctl('--data-dir', other, 'check'), {'ok': True, 'problems': []})
        self.ctl('restore', file)
        self.assertEqual(self.ctl('number', 'list'), [])
        whole = file.read_bytes()
        self.ctl('number', 'add', '13800138000')
        cut = self.write('cut.xinbiao', whole[:len(whole) // 2])
        self.assertIn(self.run_raw(*self.command('restore', cut)).returncode, (1, 3))
        self.assertEqual(len(self.ctl('number', 'list')), 1)
        self.trouble('restore', self.folder / 'nowhere.xinbiao')
        self.trouble('backup', self.folder / 'nowhere' / 'all.xinbiao')

    def test_check_finds_what_is_missing(self):
        sha = self.add_papers('licence')['licence']
        for path in (self.data / 'files').rglob('*'):
            if path.is_file():
                path.unlink()
        done = self.run_raw(*self.command('check'))
        self.assertEqual((done.returncode, done.stderr), (1, b''))
        answer = json.loads(done.stdout)
        self.assertIs(answer['ok'], False)
        self.assertEqual(len(answer['problems']), 1)
        self.assertTrue(sha[:8] in answer['problems'][0] or 'licence.png' in answer['problems'][0])

    def test_damaged_newer_and_shut(self):
        self.ctl('number', 'add', '13800138000')
        database = self.data / 'xinbiao.db'
        good = database.read_bytes()
        database.write_bytes(b'no database' * 1000)
        self.trouble('number', 'list')
        self.assertEqual(database.read_bytes(), b'no database' * 1000)
        newer = bytearray(good)
        newer[60:64] = (9999).to_bytes(4, 'big')  # user_version
        database.write_bytes(newer)
        self.trouble('number', 'list')
        self.assertEqual(database.read_bytes(), bytes(newer))
        self.trouble('--data-dir', self.write('a-file', 'x'), 'number', 'list')

    @unittest.skipIf(os.geteuid() == 0, 'root may write anywhere')
    def test_read_only_folder(self):
        self.data.mkdir(mode=0o500)
        self.trouble('number', 'add', '13800138000')

    def test_answer_that_cannot_be_written(self):
        with open('/dev/full', 'w') as full:
            done = subprocess.run(self.command('platform', 'list'), stdout=full, stderr=subprocess.PIPE, timeout=60,
                                  env=self.environment())
        self.assertEqual(done.returncode, 3)
        self.assertRegex(done.stderr.decode(), r'\Axinbiaoctl: [^\n]+\n\Z')

    def test_full_disk(self):
        """A file size limit stands in for a full disk: the answer is 3 and what was there stays."""
        self.ctl('number', 'add', '13800138000')
        rows = '号码\n' + ''.join(f'139{i:08d}\n' for i in range(20000))
        path = self.write('many.csv', rows)
        most = (self.data / 'xinbiao.db').stat().st_size + 100_000
        done = subprocess.run(self.command('number', 'import', path), capture_output=True, timeout=60,
                              env=self.environment(), restore_signals=False,  # keeps SIGXFSZ ignored
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
        self.assertEqual((done.returncode, done.stdout), (3, b''), done.stderr)
        self.assertRegex(done.stderr.decode(), r'\Axinbiaoctl: [^\n]+\n\Z')
        self.assertEqual(len(self.ctl('number', 'list')), 1)
        self.assertEqual(self.ctl('check')['ok'], True)


    def test_clock_set_back(self):
        self.ctl('number', 'add', '13800138000')
        case = self.ctl('certify', 'start', '13800138000', 'cmcc', now='2999-01-01T10:00:00+08:00')
        done = self.run_raw(PROGRAM, '--json', 'certify', 'show', case['id'])
        self.assertEqual((done.returncode, json.loads(done.stdout)), (0, case))
        self.assertRegex(done.stderr.decode(), r'\Axinbiaoctl: [^\n]+1 Jan 2999[^\n]+\n\Z')
        self.refuse('certify', 'advance', case['id'], 'withdrawn', now=NOW, has=['2999-01-01'])
        self.assertEqual(self.run_raw(PROGRAM, 'certify', 'show', '99').stderr.count(b'\n'), 1)

    def test_interrupted(self):
        self.ctl('number', 'list')
        rows = 200_000
        path = self.write('many.csv', '号码\n' + ''.join(f'139{i:08d}\n' for i in range(rows)))
        process = subprocess.Popen(self.command('number', 'import', path), env=self.environment(),
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        log = self.data / 'xinbiao.db-wal'
        while process.poll() is None and not (log.exists() and log.stat().st_size > 100_000):
            time.sleep(0.01)  # the signal counts once the import is under way
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        n = len(self.ctl('number', 'list', '--offset', str(rows - 2)))
        if process.returncode == 0:  # it was quicker
            self.assertEqual(n, 2)
        else:
            self.assertEqual((process.returncode, out, n), (3, b'', 0))
            self.assertRegex(err.decode(), r'\Axinbiaoctl: [^\n]+\n\Z')
            self.assertEqual(self.ctl('number', 'list', '--limit', '1'), [])


class TwoProcesses(CtlCase):
    def test_nothing_is_lost(self):
        self.ctl('number', 'list')
        running = [subprocess.Popen(self.command('number', 'add', f'1390000{i:04d}'), env=self.environment(),
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE) for i in range(16)]
        for process in running:
            out, err = process.communicate(timeout=60)
            self.assertEqual(process.returncode, 0, err)
        self.assertEqual(len({n['e164'] for n in self.ctl('number', 'list')}), 16)

    def test_first_start_together(self):
        running = [subprocess.Popen(self.command('number', 'add', f'1390000{i:04d}'), env=self.environment(),
                                    stdout=subprocess.PIPE, stderr=subprocess.PIPE) for i in range(4)]
        for process in running:
            out, err = process.communicate(timeout=60)
            self.assertEqual(process.returncode, 0, err)
        self.assertEqual(len(self.ctl('number', 'list')), 4)


if __name__ == '__main__':
    unittest.main()
