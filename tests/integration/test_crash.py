#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ends xinbiaoctl by SIGKILL at random moments of import, record and submit.

What was acknowledged (the command ended with 0) must be there afterwards; what was not is either there
whole or not at all; the practice platform has each submission once; the file passes `check` all along.

    test_crash.py CTL [ROUNDS]
"""
import configparser
import hashlib
import hmac
import json
import os
import random
import secrets
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request
import zlib

CTL = os.path.abspath(sys.argv[1])
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 200
ROWS = 400
rng = random.Random(20260928)


class Moment:
    """When to kill: around the time that the command takes, wherever that wanders to."""

    def __init__(self, usual):
        self.usual = usual

    def draw(self):
        return rng.uniform(0, self.usual * 1.5)

    def learn(self, acknowledged):
        self.usual *= 0.95 if acknowledged else 1.04


class Desk:
    def __init__(self):
        self.home = tempfile.mkdtemp(prefix='xinbiao-crash-')
        self.data = os.path.join(self.home, 'data')

    def command(self, *words):
        return [CTL, '--data-dir', self.data, '--json', *words]

    def run(self, *words, code=0):
        p = subprocess.run(self.command(*words), capture_output=True, text=True, timeout=60)
        assert p.returncode == code, (words, p.returncode, p.stdout, p.stderr)
        return json.loads(p.stdout) if p.stdout.strip() else None

    def killed(self, moment, *words):
        """Runs and kills at that moment; whether it was acknowledged before."""
        done = self.killed_after(moment.draw(), *words)
        moment.learn(done)
        return done

    def killed_after(self, seconds, *words):
        p = subprocess.Popen(self.command(*words), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        try:
            _, err = p.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            p.kill()
            p.communicate()
            return False
        assert p.returncode == 0, (words, p.returncode, err)
        return True

    def timed(self, *words):
        start = time.monotonic()
        self.run(*words)
        return Moment(time.monotonic() - start)


def png(path, side=64):
    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
    shade = rng.randrange(256)
    rows = b''.join(b'\0' + bytes((x * 3 + shade) % 256 for x in range(side * 3)) for _ in range(side))
    open(path, 'wb').write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', side, side, 8, 2, 0, 0, 0))
                           + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))


def whole(desk):
    problems = desk.run('check')
    bad = [p for p in problems['problems']]
    assert problems['ok'], bad


def crash_imports(desk, rounds):
    path = os.path.join(desk.home, 'numbers.csv')
    known = 0
    usual = None
    acknowledged = 0
    for i in range(rounds):
        with open(path, 'w', encoding='utf-8') as f:
            f.write('号码,用途\n')
            for k in range(ROWS):
                f.write('139%08d,第%d批\n' % (i * ROWS + k, i))
        if usual is None:
            usual = desk.timed('number', 'import', path)
            done = True
        else:
            done = desk.killed(usual, 'number', 'import', path)
        acknowledged += done
        count = len(desk.run('number', 'list'))
        assert count in ((known + ROWS,) if done else (known, known + ROWS)), (i, done, known, count)
        known = count
    return acknowledged


def set_up(desk):
    desk.run('business', 'set', '--name', '成都青禾冰饮有限公司', '--uscc', '91510100MA6CQHB25A')
    for kind in ('licence', 'ownership', 'authorisation'):
        path = os.path.join(desk.home, kind + '.png')
        png(path)
        desk.run('material', 'add', path, '--type', kind)


def crash_records(desk, rounds):
    """Adds evidence and walks one certification after the other on by hand."""
    line = ['ready', 'submitted', 'in-review', 'approved', 'syncing', 'live']
    acknowledged = 0
    usual = None
    number = 0
    state = None
    for i in range(rounds):
        if state in (None, 'live'):
            number += 1
            spelling = '137%08d' % number
            desk.run('number', 'add', spelling)
            case = desk.run('certify', 'start', spelling, 'cmcc')['id']
            state = 'draft'
        step = line[0] if state == 'draft' else line[line.index(state) + 1]
        words = ['certify', 'advance', str(case), step]
        if step == 'live':
            photo = os.path.join(desk.home, 'photo.png')
            png(photo)
            words += ['--handset', 'huawei', '--evidence', photo]
        if usual is None:
            usual = desk.timed(*words)
            done = True
        else:
            done = desk.killed(usual, *words)
        acknowledged += done
        shown = desk.run('certify', 'show', str(case))
        assert shown['state'] in ((step,) if done else (state, step)), (state, step, done, shown['state'])
        # the event is there exactly when the state is
        assert shown['events'][-1]['to'] == shown['state'], shown
        state = shown['state']
    return acknowledged


def cases(desk):
    c = configparser.ConfigParser(interpolation=None)
    c.read(os.path.join(desk.data, 'practice', 'connection.ini'))
    url, key, secret = (c['practice'][w] for w in ('url', 'key', 'secret'))
    path, query = '/v1/certifications', 'limit=100'
    stamp, nonce = str(int(time.time())), secrets.token_hex(16)
    text = '\n'.join(['GET', path, query, stamp, nonce, hashlib.sha256(b'').hexdigest()])
    sign = hmac.new(secret.encode(), text.encode(), 'sha256').hexdigest()
    request = urllib.request.Request(url.rstrip('/') + path + '?' + query, headers={
        'X-Xinbiao-Key': key, 'X-Xinbiao-Timestamp': stamp, 'X-Xinbiao-Nonce': nonce,
        'Authorization': 'XINBIAO-HMAC-SHA256 ' + sign})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)


def crash_submissions(desk, rounds):
    server = subprocess.Popen([CTL, '--data-dir', desk.data, '--json', 'practice'], stdout=subprocess.PIPE, text=True)
    assert server.stdout.readline().strip(), 'the practice platform did not start'
    submitted = []
    usual = {}
    try:
        for i in range(rounds):
            spelling = '136%08d' % i
            desk.run('number', 'add', spelling)
            case = str(desk.run('certify', 'start', spelling, 'practice')['id'])
            for words in (('certify', 'submit', case), ('sync',)):
                if words[0] not in usual:
                    usual[words[0]] = desk.timed(*words)
                else:
                    desk.killed(usual[words[0]], *words)
            if desk.run('certify', 'show', case)['state'] == 'draft':
                desk.run('certify', 'submit', case)
            submitted.append('+86' + spelling)
        deadline = time.monotonic() + 120
        while desk.run('sync')['waiting'] > 0 and time.monotonic() < deadline:
            time.sleep(0.5)
        answer = cases(desk)
        listed = answer['cases']
        numbers = sorted(c['number'] for c in listed)
        assert numbers == sorted(submitted), ('twice or lost', len(numbers), len(submitted))
    finally:
        server.terminate()
        server.wait(10)
    return len(submitted)


def main():
    desk = Desk()
    try:
        part = max(2, ROUNDS // 4)
        report = ['import: %d of %d acknowledged' % (crash_imports(desk, part), part)]
        whole(desk)
        set_up(desk)
        report.append('record: %d of %d acknowledged' % (crash_records(desk, 2 * part), 2 * part))
        whole(desk)
        report.append('submit: %d submissions, each there once' % crash_submissions(desk, part // 2))
        whole(desk)
        print('\n'.join(report))
    finally:
        shutil.rmtree(desk.home, ignore_errors=True)


main()
