#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""wizard_test.py XINBIAO XINBIAOCTL manual|practice

The certification wizard in a real window, in Chinese, through the accessibility tree. Prints TAP.
To be run inside xvfb-run and dbus-run-session.
"""
import json
import os
import struct
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib

import driver

PLATFORM = '第三方服务商'
NUMBER = '028-8612 3456'


def write_picture(path, colour):
    """A PNG that is large enough for a paper."""
    width, height = 900, 1200
    row = b'\0' + bytes(colour) * width
    lines = bytearray(row * height)
    for y in range(100, 1100, 40):  # something to read
        lines[y * len(row) + 300:y * len(row) + 1500] = b'\x20' * 1200

    def chunk(kind, data):
        return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))

    with open(path, 'wb') as out:
        out.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 2, 0, 0, 0))
                  + chunk(b'IDAT', zlib.compress(bytes(lines))) + chunk(b'IEND', b''))


class Desk:
    def __init__(self, xinbiao, ctl, home):
        self.xinbiao, self.tool, self.home = xinbiao, ctl, home
        self.data = os.path.join(home, 'xinbiao')
        self.program = None

    def start(self, *args):
        self.program = driver.Program([self.xinbiao, *args], self.home, os.path.join(self.home, 'log'))
        return self.program

    def ctl(self, *args):
        done = subprocess.run([self.tool, '--data-dir', self.data, '--json', *args], capture_output=True, text=True)
        if done.returncode not in (0, 1):
            raise driver.Trouble(f'xinbiaoctl {args}: {done.stderr}')
        return json.loads(done.stdout) if done.stdout.strip() else None

    def picture(self, name, colour):
        path = os.path.join(self.home, name)
        write_picture(path, colour)
        return path

    def restart_at(self, filing):
        """As after a power cut."""
        self.program.kill()
        program = self.start()
        program.wait('今日')
        program.activate('open-filing', filing)
        return program


def begin_by_hand(desk):
    desk.ctl('business', 'set', '--name', '成都青禾餐饮有限公司', '--uscc', '91510100MA6XNGPX6D', '--brand', '青禾冰饮')
    desk.ctl('number', 'add', NUMBER, '--use', '门店订餐')
    program = desk.start()
    program.wait('今日')
    program.activate('new-certification', 0)
    program.wait('选号码和平台')
    program.take_keyboard('来电号码认证')
    program.tick(NUMBER)
    program.wait('已选 1 个号码')
    program.tick(PLATFORM)
    time.sleep(1)  # what is chosen is stored by itself
    return desk.restart_at(1)


def prepare_by_hand(desk, program):
    program.wait('已选 1 个号码')
    program.click('下一步：检查材料')
    program.wait('签好保密协议才能继续')
    yield 'no NDA, no copy: the wizard stops and says why'
    desk.ctl('nda', 'add', 'third-party', '--signed', '2025-01-01', '--expires', '2099-01-01')
    program.wait('签好保密协议才能继续', there=False)
    desk.ctl('material', 'add', desk.picture('执照.png', (240, 240, 230)), '--type', 'licence')
    desk.ctl('material', 'add', desk.picture('归属.png', (230, 240, 240)), '--type', 'ownership')
    program.wait('需要的都齐了')
    yield 'papers that come from elsewhere are seen at once'
    program.click('下一步：文字和材料')
    program.write('标签', '门店订餐')
    time.sleep(1.5)


def submit_by_hand(desk, program):
    program.wait('门店订餐', ('text', 'entry'))
    yield 'after a kill the wizard opens where it was, with what was typed'
    program.click('下一步：核对')
    program.wait('仅用于 ' + PLATFORM)
    program.click('下一步：提交')
    kit = os.path.join(desk.home, '材料包.zip')
    program.click('生成压缩包')
    program.wait('材料包放在哪里', ('dialog', 'frame', 'file chooser'))
    entry = next(n for n in program.nodes() if driver.role(n) in ('text', 'entry') and '.zip' in driver.words(n))
    entry.queryEditableText().setTextContents(kit)
    time.sleep(0.5)
    program.click('保存')
    program.wait(kit, seconds=60)
    with zipfile.ZipFile(kit) as zipped:
        assert zipped.testzip() is None and any(n.endswith('.html') for n in zipped.namelist()), zipped.namelist()
    yield 'the kit is written as a zip with a guide in it'
    program.write('受理编号', 'TP-2026-01')
    program.click('记录已提交')
    program.wait('办理进度')
    yield 'a hand-in by hand is recorded'


def track_by_hand(desk, program):
    for word in ('审核中', '审核通过', '同步中'):
        program.click('记录结果')
        program.wait('平台的答复')
        program.click('记录(_R)')
        program.wait('平台的答复', there=False)
        program.wait(word)
    yield 'what the platform said is recorded step by step'
    program.wait('还缺：华为')
    desk.ctl('certify', 'advance', '1', 'live', '--handset', 'huawei', '--evidence',
             desk.picture('华为.png', (30, 60, 90)))
    program.wait('对方来电时已能看到名称')
    shown = desk.ctl('certify', 'show', '1')
    assert shown['state'] == 'live' and shown['case_no'] == 'TP-2026-01', shown
    yield 'live, with evidence, and the window shows it'


def manual(desk):
    program = begin_by_hand(desk)
    program.wait('已选 1 个号码')
    yield 'killed on the first page: number and platform are still chosen'
    yield from prepare_by_hand(desk, program)
    program = desk.restart_at(1)
    yield from submit_by_hand(desk, program)
    yield from track_by_hand(desk, program)


def practice(desk):
    program = desk.start('--practice')
    program.wait('今日')
    program.click('开始(_B)', 60)
    program.wait('选号码和平台')
    program.take_keyboard('来电号码认证')
    program.tick('400-600-1825')
    program.wait('已选 1 个号码')
    program.tick('练习平台')
    program.click('下一步：检查材料')
    program.wait('需要的都齐了')
    program.click('下一步：文字和材料')
    program.click('下一步：核对')
    program.wait('仅用于 练习平台')
    program.click('下一步：提交')
    yield 'the practice business has everything that is needed'
    program.click('提交材料')
    program.wait('办理进度')
    yield 'handed in over the API'
    program.wait('确认生效', ('push button',), 240)
    yield 'reviewed, synced, and the pictures of the handsets came by themselves'
    program.click('确认生效')
    program.wait('对方来电时已能看到名称')
    yield 'live'


def main(xinbiao, ctl, channel):
    cases, plan = {'manual': (manual, 8), 'practice': (practice, 4)}[channel]
    print(f'1..{plan}', flush=True)
    bus = driver.start_accessibility()
    done = 0
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(xinbiao, ctl, home)
        try:
            for done, name in enumerate(cases(desk), 1):
                print(f'ok {done} - {name}', flush=True)
        except (driver.Trouble, AssertionError, StopIteration) as error:
            print(f'not ok {done + 1} - {error!r}', flush=True)
            print(''.join(f'# {line}' for line in open(os.path.join(home, 'log'), errors='replace')), flush=True)
        finally:
            if desk.program is not None:
                desk.program.kill()
            bus.terminate()
    return 0 if done == plan else 1


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
