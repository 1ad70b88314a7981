#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""wizard_test.py XINBIAO XINBIAOCTL manual|practice

The certification wizard in a real window, in Chinese, through the accessibility tree. Prints TAP.
To be run inside dbus-run-session.
"""
import configparser
import datetime
import hashlib
import hmac
import json
import os
import secrets
import sqlite3
import struct
import sys
import time
import urllib.request
import zipfile
import zlib

import desk as on
import driver
from desk import MAIN, check_names

PLATFORM = '第三方服务商'
NUMBER = '028-8612 3456'
WIZARD, RECORD, NDA = ' – 信标', '平台的答复', '添加保密协议'


def day_from_today(days):
    return (datetime.date.today() + datetime.timedelta(days)).isoformat()


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


class Desk(on.Desk):
    def picture(self, name, colour):
        path = os.path.join(self.home, name)
        write_picture(path, colour)
        return path

    def again(self, heading):
        """As after a power cut: killed, started, and the wizard opened where it was left."""
        self.program.kill()
        program = self.start()
        program.in_window(MAIN)
        program.activate('open-filing', 1)
        program.in_window(WIZARD).wait(heading)
        return program

    def practice_time(self, seconds):
        """Moves the practice platform's clock on, as its documented test verb."""
        c = configparser.ConfigParser(interpolation=None)
        c.read(os.path.join(self.home, 'xinbiao-practice', 'practice', 'connection.ini'))
        url, key, secret = (c['practice'][w] for w in ('url', 'key', 'secret'))
        body = json.dumps({'advance_seconds': seconds}).encode()
        stamp, nonce = str(int(time.time())), secrets.token_hex(16)
        text = '\n'.join(['POST', '/v1/time', '', stamp, nonce, hashlib.sha256(body).hexdigest()])
        sign = hmac.new(secret.encode(), text.encode(), 'sha256').hexdigest()
        request = urllib.request.Request(url.rstrip('/') + '/v1/time', data=body, headers={
            'Content-Type': 'application/json', 'X-Xinbiao-Key': key, 'X-Xinbiao-Timestamp': stamp,
            'X-Xinbiao-Nonce': nonce, 'Idempotency-Key': nonce, 'Authorization': 'XINBIAO-HMAC-SHA256 ' + sign})
        urllib.request.urlopen(request, timeout=10).close()


def step(program, verb, heading):
    """On to the next page; every control of it is called something."""
    program.click(verb)
    program.wait_gone(verb)  # which ends in the heading's words
    program.wait(heading)
    check_names(program, heading)


def begin_by_hand(desk):
    desk.ctl('business', 'set', '--name', '成都青禾餐饮有限公司', '--uscc', '91510100MA6CQHB25A', '--brand', '青禾冰饮')
    desk.ctl('number', 'add', NUMBER, '--use', '门店订餐')
    program = desk.start()
    program.in_window(MAIN).click('开始')
    program.in_window(WIZARD).wait('选号码和平台')
    check_names(program, 'the first page')
    program.tick(NUMBER)
    program.wait('已选 1 个号码')
    program.tick(PLATFORM)
    stored(desk, platform='third-party')
    return program


def stored(desk, **wanted):
    """Until what was chosen or typed is in the file: the wizard stores by itself."""
    def look():
        file = sqlite3.connect(f'file:{desk.data}/xinbiao.db?mode=ro', uri=True)
        try:
            row = file.execute(f'SELECT {", ".join(wanted)} FROM filing').fetchone()
        finally:
            file.close()
        return row == tuple(wanted.values())
    if not driver.until(look):
        raise driver.Trouble(f'{wanted} is not stored')


def take_agreement(program):
    """The stop, and what lifts it, in the window."""
    program.wait('签好保密协议才能继续')
    assert not program.can_press('下一步：文字和材料'), 'one can go on without an agreement'
    program.click('登记保密协议')
    program.in_window(NDA)
    check_names(program, NDA)
    program.write('签订日期', '2025-01-01')
    program.write('到期日', '2099-01-01')
    program.click('添加')
    program.in_window(WIZARD).wait_gone('签好保密协议才能继续')


def add_paper(desk, program, kind, path):
    program.click('选择文件：' + kind)
    program.choose_file(path, kind, '打开', WIZARD)


def refuse_bad_papers(desk, program):
    """One clear sentence each, and nothing is stored."""
    bad = {'文字.jpg': b'not a picture at all\n' * 50, '半截.pdf': b'%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n'}
    for name, content in bad.items():
        path = os.path.join(desk.home, name)
        with open(path, 'wb') as out:
            out.write(content)
        add_paper(desk, program, '营业执照', path)
        program.wait(f'“{name}”')
        program.wait('不能用')
    path = os.path.join(desk.home, '很大.jpg')
    with open(path, 'wb') as out:
        out.truncate(200 << 20)
    add_paper(desk, program, '营业执照', path)
    program.wait('“很大.jpg”')
    assert desk.ctl('material', 'list') == [], desk.ctl('material', 'list')


def check_by_hand(desk, program):
    refuse_bad_papers(desk, program)
    yield 'a text called .jpg, half a PDF and 200 MB are refused in a sentence each, and nothing is stored'
    add_paper(desk, program, '营业执照', desk.picture('licence.png', (240, 240, 230)))
    program.wait('licence.png')
    desk.ctl('material', 'add', desk.picture('ownership.png', (230, 240, 240)), '--type', 'ownership')
    program.wait('需要的都齐了')
    yield 'a paper is chosen in the window; one that comes from elsewhere is seen at once'


def meet_full_disk(desk, program):
    program.fill_disk()
    program.write('标签', '满了也不丢')
    program.wait('没写进去')
    program.click('下一步：核对')
    program.wait('文字和材料')
    program.press('Escape')
    program.in_window('').wait('不保存就离开')
    program.press('Escape')
    program.in_window(WIZARD)
    assert program.value('标签') == '满了也不丢', program.value('标签')
    yield 'a full disk: the window says so, stays, and asks before what was typed is lost'
    program.fill_disk(False)
    program.click('再试一次')
    program.wait_gone('没写进去')
    stored(desk, label='满了也不丢')
    yield 'room again: what was typed is stored'


def write_kit(desk, program):
    """First where nothing can be written, then as a zip."""
    kit = os.path.join(desk.home, 'kit.zip')
    program.click('写成压缩包')
    program.choose_file('/proc/kit.zip', '材料包放在哪里', '保存', WIZARD)
    program.wait('“kit.zip”写不了')
    yield 'a kit that cannot be written says so, and nothing is lost'
    program.click('写成压缩包')
    program.choose_file(kit, '材料包放在哪里', '保存', WIZARD)
    program.wait(kit)
    with zipfile.ZipFile(kit) as zipped:
        assert zipped.testzip() is None and any(n.endswith('.html') for n in zipped.namelist()), zipped.namelist()
    yield 'the kit is written as a zip with a guide in it'


def record(program, said=None, **fields):
    """What the platform said, in the form for it."""
    program.click('记录结果')
    program.in_window(RECORD)
    check_names(program, RECORD)
    if said is not None:
        program.choose('发生了什么', said)
    for title, value in fields.items():
        program.write(title, value)
    program.click('记录')
    program.wait_closed(RECORD)
    program.in_window(WIZARD)


def track_by_hand(desk, program):
    record(program)
    program.wait('平台正在审核')
    record(program, '被驳回', 原因='名称与执照不一致')
    program.wait('名称与执照不一致')
    program = desk.again('办理进度')
    program.wait('名称与执照不一致')
    yield 'a refusal is shown with its reason, also after a kill'
    program.click('修改后重新提交')
    program.wait('提交前检查')
    program.wait('名称与执照不一致')
    step(program, '下一步：文字和材料', '文字和材料')
    step(program, '下一步：核对', '核对')
    step(program, '下一步：提交', '材料提交')
    program.click('记录已提交')
    program.wait('办理进度')
    yield 'mended and handed in again'
    for advice in ('平台正在审核', '审核通过还不等于生效', '还缺：华为'):
        record(program)
        program.wait(advice)
    yield 'what the platform said is recorded step by step'
    check_names(program, 'how it stands')
    program.click('选择文件：华为')
    program.choose_file(desk.picture('huawei.png', (30, 60, 90)), '华为', '打开', WIZARD)
    program.click('确认生效')
    program.wait('对方来电时已能看到名称')
    shown = desk.ctl('certify', 'show', '1')
    assert shown['state'] == 'live' and shown['case_no'] == 'TP-2026-01', shown
    yield 'live, with a photo of the handset'
    yield from renew_by_hand(desk, program)


def renew_by_hand(desk, program):
    """First its end, which the platform had not said; near the end the renewal is the next step."""
    program.click('记录有效期…')
    program.in_window('记录有效期')
    check_names(program, 'the end')
    program.write('有效期至', '2020-01-01')
    program.click('记录')
    program.wait('续期要写从今往后有效到哪天')
    program.write('有效期至', day_from_today(30))
    program.click('记录')
    program.in_window(WIZARD).wait('请在这之前跟平台续期')
    shown = desk.ctl('certify', 'show', '1')
    assert (shown['expires'], shown['costs']) == (day_from_today(30), []), shown
    yield 'the end is recorded; a day that is over is refused in a sentence; nothing is added to the costs'
    program.click('记录续期…')
    program.in_window('记录续期')
    check_names(program, 'the renewal')
    program.write('有效期至', day_from_today(800))
    program.write('每个号码付了多少（元）', '480')
    program.click('记录')
    program.in_window(WIZARD).wait_gone('请在这之前跟平台续期')
    shown = desk.ctl('certify', 'show', '1')
    assert shown['expires'] == day_from_today(800), shown
    assert [c['amount'] for c in shown['costs']] == [48000], shown['costs']
    yield 'a renewal is recorded with its end and what it cost'


def manual(desk):
    program = begin_by_hand(desk)
    program = desk.again('选号码和平台')
    program.wait('已选 1 个号码')
    yield 'number and platform by keyboard; after a kill they are still chosen'
    step(program, '下一步：检查材料', '提交前检查')
    take_agreement(program)
    yield 'no agreement, no copy: the wizard stops, says why, and takes the agreement'
    program = desk.again('提交前检查')
    yield from check_by_hand(desk, program)
    step(program, '下一步：文字和材料', '文字和材料')
    yield from meet_full_disk(desk, program)
    program.write('标签', '门店订餐')
    stored(desk, label='门店订餐')
    program = desk.again('文字和材料')
    assert program.value('标签') == '门店订餐', program.value('标签')
    yield 'after a kill the wizard opens where it was, with what was typed'
    step(program, '下一步：核对', '核对')
    program.wait('仅用于 ' + PLATFORM)
    program = desk.again('核对')
    step(program, '下一步：提交', '材料提交')
    program = desk.again('材料提交')
    yield 'left and resumed at every step'
    yield from write_kit(desk, program)
    program.write('受理编号', 'TP-2026-01')
    program.click('记录已提交')
    program.wait('办理进度')
    check_names(program, 'how it stands')
    yield 'a hand-in by hand is recorded'
    yield from track_by_hand(desk, program)


def submit_practice(program):
    for verb, heading in (('下一步：检查材料', '提交前检查'), ('下一步：文字和材料', '文字和材料')):
        step(program, verb, heading)


def practice(desk):
    program = desk.start('--practice')
    program.in_window(MAIN).wait_exactly('未认证：4')
    program.click('开始')
    program.in_window(WIZARD).wait('选号码和平台')
    program.tick('400-600-1825')
    program.wait('已选 1 个号码')
    program.tick('练习平台')
    submit_practice(program)
    program.write('标签', '全国第一')
    step(program, '下一步：核对', '核对')
    program.wait('仅用于 练习平台')
    step(program, '下一步：提交', '材料提交')
    yield 'the practice business has everything that is needed'
    program.click('提交材料')
    program.wait('办理进度')
    check_names(program, 'how it stands')
    yield 'handed in over the interface'
    driver.until(lambda: program.find('审核中', ('label', 'panel')), 20)
    desk.practice_time(2 * 8 * 3600)
    program.wait('绝对化用语')
    yield 'the platform refuses a boast, and its reason is shown'
    program.click('修改后重新提交')
    program.wait('提交前检查')
    program.wait('绝对化用语')
    program.click('处理：显示标签')
    program.write('标签', '订餐热线')
    step(program, '下一步：核对', '核对')
    step(program, '下一步：提交', '材料提交')
    program.click('提交材料')
    program.wait('办理进度')
    yield 'mended and handed in again'

    def settled():
        desk.practice_time(8 * 3600)
        return program.find('确认生效', driver.BUTTONS) or program.find('对方来电时已能看到名称', ('label',))
    if not driver.until(settled, 60):
        raise driver.Trouble(f'it does not become live; shown: {program.text()}')
    if program.can_press('确认生效'):
        program.click('确认生效')
    program.wait('对方来电时已能看到名称')
    yield 'reviewed, synced, the pictures of the handsets came by themselves: live'


def main(xinbiao, ctl, channel):
    cases, plan = {'manual': (manual, 17), 'practice': (practice, 5)}[channel]
    return on.drive('wizard-' + channel, plan, cases, xinbiao, ctl, kind=Desk)


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
