#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of a certified number, from the licence to "live on every handset", by xinbiaoctl alone."""
import hashlib
import json
import selectors
import signal
import subprocess
import time
import unittest
import zipfile

from ctlcase import LIMIT, CtlCase, png


def day(text, hour=10):
    return f'{text}T{hour:02d}:00:00+08:00'


class Desk(CtlCase):
    """A business with its papers and one number, ready to be certified."""

    def setUp(self):
        super().setUp()
        self.make_business()
        self.originals = self.add_papers('licence', 'authorisation', 'ownership', 'logo')
        self.ctl('number', 'add', '13800138000', '--use', '客服')

    def sign_nda(self, platform='third-party'):
        self.ctl('nda', 'add', platform, '--signed', '2026-09-01', '--expires', '2027-09-01')

    def advance(self, case, state, *words, on=None):
        return self.ctl('certify', 'advance', case['id'], state, *words, *(['--on', on] if on else []), now=on)

    def evidence(self, brand, shade):
        return ['--handset', brand, '--evidence', self.write(f'{brand}-{shade}.png', png(20, 40, shade))]


class ManualLife(Desk):
    def test_whole_life(self):
        self.ctl('business', 'set', '--handsets', 'huawei,xiaomi')
        self.sign_nda()
        case = self.ctl('certify', 'start', '138-0013-8000', 'third-party', '--name', '蜀香餐饮', '--label', '订餐热线')
        self.assertEqual({k: case[k] for k in ('number', 'platform', 'state', 'expected', 'display_name', 'label',
                                               'case_no', 'expedite', 'reason', 'expires', 'evidence', 'costs')},
                         {'number': '13800138000', 'platform': 'third-party', 'state': 'draft', 'expected': None,
                          'display_name': '蜀香餐饮', 'label': '订餐热线', 'case_no': None, 'expedite': False,
                          'reason': None, 'expires': None, 'evidence': [], 'costs': []})
        self.assertEqual(case['allowed'], ['ready', 'withdrawn'])
        self.assertEqual(self.advance(case, 'ready')['allowed'], ['draft', 'submitted', 'withdrawn'])

        submitted = self.advance(case, 'submitted', '--case-no', 'A-1', '--note', '官网提交', on=day('2026-09-29'))
        self.assertEqual((submitted['case_no'], submitted['expected'], submitted['estimated']),
                         ('A-1', '2026-09-30', False))
        self.advance(case, 'in-review', on=day('2026-09-30'))
        asked = self.advance(case, 'needs-info', '--reason', '执照照片不清晰', on=day('2026-09-30', 12))
        self.assertEqual((asked['state'], asked['reason']), ('needs-info', '执照照片不清晰'))
        self.assertIn('needs-info', [due['kind'] for due in self.ctl('due', now=day('2026-10-08'))])
        self.assertIsNone(self.advance(case, 'in-review', on=day('2026-10-08'))['reason'])
        approved = self.advance(case, 'approved', '--expires', '2027-10-08', on=day('2026-10-09'))
        self.assertEqual((approved['expires'], approved['missing_handsets']), ('2027-10-08', ['huawei', 'xiaomi']))
        # Three to five working days after Friday 9 October; Saturday the 10th is a make-up day.
        self.assertEqual((approved['expected'], approved['estimated']), ('2026-10-15', False))
        self.advance(case, 'syncing', on=day('2026-10-10'))

        self.refuse('certify', 'advance', case['id'], 'live', now=day('2026-10-12'),
                    has=['huawei', 'xiaomi', 'allowed', 'failed', 'withdrawn'])
        line = self.refuse('certify', 'advance', case['id'], 'live', *self.evidence('huawei', 90),
                           now=day('2026-10-12'), has=['xiaomi'])
        self.assertNotIn('huawei', line)
        held = self.ctl('certify', 'show', case['id'])
        self.assertEqual((held['state'], held['missing_handsets']), ('syncing', ['xiaomi']))
        self.assertEqual({e['handset'] for e in held['evidence']}, {'huawei'})
        live = self.advance(case, 'live', *self.evidence('xiaomi', 91), on=day('2026-10-13'))
        self.assertEqual((live['state'], live['missing_handsets'], live['expected']), ('live', [], None))
        shown = hashlib.sha256(png(20, 40, 91)).hexdigest()
        self.assertIn(('xiaomi', day('2026-10-13'), shown),
                      [(e['handset'], e['at'], e['sha256']) for e in live['evidence']])

        life = ['draft', 'ready', 'submitted', 'in-review', 'needs-info', 'in-review', 'approved', 'syncing', 'live']
        self.assertEqual([e['to'] for e in live['events']], life)
        self.assertEqual([e['from'] for e in live['events']], [None] + life[:-1])
        self.assertEqual([e['at'] for e in live['events']][2:5],
                         [day('2026-09-29'), day('2026-09-30'), day('2026-09-30', 12)])
        self.assertEqual(live['events'][2]['note'], '官网提交')
        number, = self.ctl('number', 'list')
        self.assertEqual((number['health'], number['live']), ('live', 1))
        self.refuse('number', 'remove', '13800138000')
        self.assertEqual(self.ctl('certify', 'list', '--state', 'live')[0]['id'], case['id'])
        self.assertEqual(self.ctl('certify', 'list', '--state', 'draft'), [])
        self.assertIn('huawei', self.say('business', 'show'))
        self.assertIn('2027-10-08', self.say('certify', 'show', case['id']))
        self.assertEqual(self.ctl('check'), {'ok': True, 'problems': []})

    def make_live(self, platform='third-party', end='2027-10-08'):
        """Live since Tuesday 13 October 2026."""
        self.ctl('business', 'set', '--handsets', 'huawei')
        self.sign_nda()
        case = self.ctl('certify', 'start', '13800138000', platform, '--name', '蜀香餐饮')
        for state, on in (('ready', '2026-09-29'), ('submitted', '2026-09-29'), ('in-review', '2026-09-30'),
                          ('syncing', '2026-10-10')):
            if state == 'syncing':
                self.advance(case, 'approved', '--expires', end, on=day('2026-10-09'))
            self.advance(case, state, on=day(on))
        return self.advance(case, 'live', *self.evidence('huawei', 90), on=day('2026-10-13'))

    def test_renewal(self):
        case = self.make_live()
        renew = ('certify', 'renew', case['id'])
        self.misuse(*renew)
        for bad, has in (('2027-10-08', ['2027-10-08']), ('2026-10-01', ['2026-10-01']), ('2099-01-01', ['ten years']),
                         ('soon', ['soon'])):
            self.refuse(*renew, '--until', bad, now=day('2026-10-14'), has=has)
        self.assertEqual(self.ctl('certify', 'show', case['id']), case)

        self.assertIn('renew', [due['kind'] for due in self.ctl('due', now=day('2027-09-01'))])
        renewed = self.ctl(*renew, '--until', '2028-10-08', '--cost', '480.50', now=day('2027-09-01'))
        self.assertEqual((renewed['state'], renewed['expires']), ('live', '2028-10-08'))
        self.assertEqual((renewed['events'][-1]['from'], renewed['events'][-1]['to']), ('live', 'live'))
        paid = [c for c in self.ctl('cost', 'list') if c['on'] == '2027-09-01']
        self.assertEqual([(c['amount'], c['category'], c['indicative']) for c in paid], [(48050, 'annual', False)])
        self.assertNotIn('renew', [due['kind'] for due in self.ctl('due', now=day('2027-09-01'))])

        # Forgotten on the desk, but not outside: what ended here is live again, with the platform's figure.
        self.ctl('sync', now=day('2028-10-10'))
        self.assertEqual(self.ctl('certify', 'show', case['id'])['state'], 'expired')
        again = self.ctl(*renew, '--until', '2029-10-08', now=day('2028-10-10', 11))
        self.assertEqual((again['state'], again['expires'], again['missing_handsets']), ('live', '2029-10-08', []))
        self.assertTrue(all(c['indicative'] for c in self.ctl('cost', 'list') if c['on'] == '2028-10-10'))
        number, = [n for n in self.ctl('number', 'list') if n['national'] == '13800138000']
        self.assertEqual(number['health'], 'live')
        self.ctl('certify', 'advance', case['id'], 'withdrawn', now=day('2028-10-11'))
        self.refuse(*renew, '--until', '2030-10-08', now=day('2028-10-12'), has=['withdrawn'])
        self.assertEqual(self.ctl('check'), {'ok': True, 'problems': []})

    def test_refused_transitions(self):
        self.sign_nda()
        case = self.ctl('certify', 'start', '13800138000', 'third-party')
        self.assertEqual(case['display_name'], '成都蜀香餐饮有限公司')
        self.refuse('certify', 'advance', case['id'], 'live', has=['draft', 'live', 'ready, withdrawn'])
        self.refuse('certify', 'advance', 99, 'ready', has=['99'])
        self.refuse('certify', 'show', 99)
        self.refuse('certify', 'start', '13800138000', 'third-party')
        self.refuse('certify', 'start', '13900139000', 'third-party')
        self.refuse('certify', 'start', '13800138000', 'nonsense')
        self.refuse('certify', 'advance', case['id'], 'draft', *self.evidence('huawei', 90))
        self.trouble('certify', 'advance', case['id'], 'ready', '--handset', 'huawei', '--evidence',
                     self.folder / 'nowhere.png')
        self.assertEqual(self.ctl('certify', 'show', case['id'])['events'], case['events'])
        self.advance(case, 'ready')
        self.advance(case, 'submitted', on=day('2026-09-29'))
        self.refuse('certify', 'advance', case['id'], 'in-review', '--on', day('2026-09-28', 11), now=day('2026-09-29'))
        self.assertEqual(self.advance(case, 'withdrawn', on=day('2026-09-30'))['allowed'], [])
        self.assertEqual(self.ctl('certify', 'start', '13800138000', 'third-party')['state'], 'draft')

    def test_what_is_missing(self):
        for paper in self.ctl('material', 'list'):
            if paper['type'] == 'licence':
                self.ctl('material', 'remove', paper['id'])
        case = self.ctl('certify', 'start', '13800138000', 'cmcc')
        self.refuse('certify', 'advance', case['id'], 'ready', has=['licence', ': withdrawn'])
        self.refuse('certify', 'submit', case['id'], has=['licence'])
        self.assertEqual(self.ctl('certify', 'show', case['id'])['state'], 'draft')

    def test_no_nda_no_copy(self):
        case = self.ctl('certify', 'start', '13800138000', 'third-party')
        out = self.folder / 'kit'
        self.refuse('certify', 'kit', case['id'], '--out', out)
        self.assertFalse(out.exists())
        self.refuse('certify', 'advance', case['id'], 'ready')
        self.ctl('nda', 'add', 'third-party', '--signed', '2025-01-01', '--expires', '2026-09-27')  # yesterday
        self.refuse('certify', 'kit', case['id'], '--out', out)
        self.assertEqual(self.ctl('copy', 'list'), [])
        self.sign_nda()
        self.assertEqual(self.advance(case, 'ready')['state'], 'ready')

    def test_expedite_costs(self):
        self.sign_nda()
        case = self.ctl('certify', 'start', '13800138000', 'third-party')
        self.advance(case, 'ready')
        done = self.advance(case, 'submitted', '--expedite', on=day('2026-09-29', 9))
        self.assertEqual([(c['amount'], c['category'], c['on_date']) for c in done['costs']],
                         [(30000, 'expedite', '2026-09-29')])
        self.assertIs(done['expedite'], True)
        self.refuse('certify', 'expedite', case['id'], now=day('2026-09-29', 11))
        self.ctl('number', 'add', '13900139000')
        self.ctl('platform', 'set', 'third-party', 'expedite_fee_fen=250.50')
        other = self.ctl('certify', 'start', '13900139000', 'third-party')
        self.ctl('certify', 'submit', other['id'], '--case-no', 'B-2', now=day('2026-09-29'))
        faster = self.ctl('certify', 'expedite', other['id'], now=day('2026-09-29', 11))
        self.assertEqual((faster['case_no'], faster['expedite'], faster['costs'][0]['amount']), ('B-2', True, 25050))
        self.assertEqual(sorted(c['amount'] for c in self.ctl('cost', 'list')), [25050, 30000])
        self.assertIn('250.50', self.say('cost', 'list'))

    def test_kit(self):
        self.sign_nda()
        case = self.ctl('certify', 'start', '13800138000', 'third-party', '--name', '蜀香餐饮')
        out = self.folder / 'kit'
        kit = self.ctl('certify', 'kit', case['id'], '--out', out)
        self.assertEqual(kit['kit'], str(out))
        files = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob('*') if p.is_file()}
        self.assertEqual(sorted(kit['files']), sorted(files))
        self.check_kit(files)
        copies = self.ctl('copy', 'list')
        self.assertLessEqual({'licence', 'ownership'}, {c['type'] for c in copies})
        self.assertTrue(all(c['platform'] == 'third-party' and '仅用于' in c['watermark'] for c in copies))
        self.assertEqual({c['sent_at'] for c in copies}, {None})
        self.ctl('certify', 'submit', case['id'], now=day('2026-09-28', 11))
        self.assertEqual({c['sent_at'] for c in self.ctl('copy', 'list')}, {day('2026-09-28', 11)})

    def test_kit_as_zip(self):
        self.sign_nda()
        case = self.ctl('certify', 'start', '13800138000', 'third-party')
        out = self.folder / 'kit.zip'
        kit = self.ctl('certify', 'kit', case['id'], '--out', out)
        with zipfile.ZipFile(out) as archive:
            self.assertIsNone(archive.testzip())
            files = {i.filename: archive.read(i) for i in archive.infolist() if not i.is_dir()}
        self.assertEqual(sorted(kit['files']), sorted(files))
        self.check_kit(files)
        self.trouble('certify', 'kit', case['id'], '--out', self.folder / 'nowhere' / 'deep' / 'kit.zip')

    def check_kit(self, files):
        """Copies, letter, number list and guide are there; no original is."""
        shas = {hashlib.sha256(data).hexdigest() for data in files.values()}
        self.assertFalse(shas & set(self.originals.values()))
        self.assertTrue(any(data.startswith(b'%PDF') for data in files.values()))
        self.assertTrue(any('13800138000' in data.decode('utf-8', 'ignore').replace(' ', '')
                            for data in files.values()))
        self.assertGreaterEqual(len(files), 5)


class PracticeLife(Desk):
    """Over HTTP: `xinbiaoctl practice` in a process of its own, `sync` in another."""

    def start_practice(self, *words):
        process = subprocess.Popen(self.command('practice', *words), env=self.environment(),
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.stop_practice, process)
        with selectors.DefaultSelector() as selector:
            selector.register(process.stdout, selectors.EVENT_READ)
            self.assertTrue(selector.select(timeout=LIMIT), 'the practice platform says nothing')
        line = process.stdout.readline()
        self.assertTrue(line, process.stderr.read() if process.poll() is not None else b'')
        return process, json.loads(line)

    def stop_practice(self, process):
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=LIMIT)

    def sync_until(self, case, state):
        """Rounds of sync until the case stands there; bounded, so that a stuck platform fails the test."""
        states = []
        for _ in range(200):
            answer = self.ctl('sync')
            case = self.ctl('certify', 'show', case['id'])
            states.append(case['state'])
            if case['state'] == state:
                return case
            time.sleep(0.1)
        self.fail(f'never {state}: {states} {answer}')

    def setUp(self):
        super().setUp()
        self.now = ''  # the practice platform keeps real time, only faster: so does everybody here

    def test_whole_life(self):
        process, said = self.start_practice('--speed', '400000')
        self.assertRegex(said['url'], r'\Ahttp://127\.0\.0\.1:\d+')
        self.assertTrue(said['key'])
        case = self.ctl('certify', 'start', '13800138000', 'practice', '--name', '成都蜀香餐饮有限公司')
        queued = self.ctl('certify', 'submit', case['id'])
        self.assertEqual((queued['state'], queued['case_no']), ('submitted', None))
        first = self.ctl('sync')
        self.assertEqual((first['sent'], first['refused'], first['waiting'], first['trouble']), (1, 0, 0, None))
        again = self.ctl('sync')
        self.assertEqual((again['sent'], again['waiting']), (0, 0))
        shown = self.sync_until(case, 'syncing')
        self.assertTrue(shown['case_no'])
        for _ in range(200):
            if not self.ctl('certify', 'show', case['id'])['missing_handsets']:
                break
            self.ctl('sync')
            time.sleep(0.1)
        live = self.ctl('certify', 'advance', case['id'], 'live')
        self.assertEqual((live['state'], live['missing_handsets']), ('live', []))
        order = [e['to'] for e in live['events']]
        self.assertEqual(order[:3] + order[-3:], ['draft', 'ready', 'submitted', 'approved', 'syncing', 'live'])
        sent = self.ctl('copy', 'list')
        self.assertTrue(sent and all(c['platform'] == 'practice' and c['sent_at'] for c in sent))
        self.assertFalse({c['sha256'] for c in sent} & set(self.originals.values()))
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=LIMIT)
        self.assertEqual(process.returncode, 0)

    def test_rejected_for_the_name(self):
        self.start_practice('--speed', '400000')
        case = self.ctl('certify', 'start', '13800138000', 'practice', '--name', '别家的店')
        self.ctl('certify', 'submit', case['id'])
        for _ in range(200):
            self.ctl('sync')
            case = self.ctl('certify', 'show', case['id'])
            if case['state'] in ('rejected', 'needs-info'):
                break
            time.sleep(0.1)
        self.assertIn(case['state'], ('rejected', 'needs-info'))
        self.assertTrue(case['reason'])
        self.assertTrue(case['reason_code'])
        self.assertIn(f"certification/{case['id']}", [due['object'] for due in self.ctl('due')])

    def test_nobody_there(self):
        process, _ = self.start_practice()
        self.stop_practice(process)
        case = self.ctl('certify', 'start', '13800138000', 'practice')
        self.ctl('certify', 'submit', case['id'])
        done = self.run_raw(*self.command('sync'))
        self.assertEqual((done.returncode, done.stdout), (3, b''))
        self.assertRegex(done.stderr.decode(), r'\Axinbiaoctl: [^\n]+\n\Z')
        # It waits a while now before it is tried again; a round that has nothing to do is no failure.
        later = self.ctl('sync')
        self.assertEqual((later['sent'], later['waiting'], later['outbox'][0]['attempts']), (0, 1, 1))
        self.assertTrue(later['outbox'][0]['error'])
        self.assertIn('submit', self.say('sync'))
        self.assertEqual(self.ctl('certify', 'show', case['id'])['state'], 'submitted')

    def test_nothing_to_do(self):
        self.assertEqual({k: self.ctl('sync')[k] for k in ('sent', 'refused', 'waiting', 'polled')},
                         {'sent': 0, 'refused': 0, 'waiting': 0, 'polled': 0})

    def test_port_taken(self):
        _, said = self.start_practice()
        port = said['url'].rsplit(':', 1)[1].strip('/')
        done = self.run_raw(*self.command('--data-dir', self.folder / 'other', 'practice', '--port', port))
        self.assertEqual((done.returncode, done.stdout), (3, b''))
        self.assertRegex(done.stderr.decode(), r'\Axinbiaoctl: [^\n]+\n\Z')


if __name__ == '__main__':
    unittest.main()
