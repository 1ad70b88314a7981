#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""inspection_test.py XINBIAO XINBIAOCTL

A monthly inspection in a real window, in Chinese, with the keyboard, from 巡检 to the signed report. Prints TAP.
To be run inside dbus-run-session.
"""
import sys

import desk as on
import driver
from desk import MAIN, check_names, wait_for

WINDOW, PHOTO, SIGN, REPORT = ' 巡检', '照片或截图', '巡检签字', '保存报告'
PAGE = 'alt+5'
FIRST = '用 400-600-1825 打给一部华为手机'
NEXT = ('下次巡检：', '今天该巡检了', '巡检应在')  # which of them depends on the day of the month


def items(desk):
    """The items of the inspection that was begun last, as stored."""
    newest = desk.ctl('inspect', 'list')[0]['id']
    return desk.ctl('inspect', 'show', str(newest))['items']


def item(desk, key):
    return next(i for i in items(desk) if i['key'] == key)


def wait_stored(desk, key, **wanted):
    wait_for(lambda: all(item(desk, key)[name] == value for name, value in wanted.items()),
             f'{key} is {item(desk, key)} and not {wanted}')


def begin(desk):
    desk.ctl('demo')
    program = desk.start().in_window(MAIN)
    program.press(PAGE)
    program.wait('历次巡检')
    wait_for(lambda: any(program.find(words, ('label',)) for words in NEXT), 'the page does not say when the next one is due')
    check_names(program, 'the page of inspections')
    program.click('开始巡检')
    program.in_window(WINDOW).wait(FIRST)
    check_names(program, 'the window of an inspection')
    return program


FAILED = 'display/+864006001825/third-party/huawei'
NOTED = 'display/+862865551201/third-party/huawei'
SKIPPED = 'display/+862865551200/telecom/huawei'


def with_keys(desk, program):
    program.press('p')
    wait_stored(desk, 'display/+864006001825/cmcc/huawei', result='pass')
    program.wait('由第三方服务商显示')
    yield 'P passes an item and goes on to the next'
    program.press('f')
    program.wait('对方看到的信息不对')
    program.type('mei you ming cheng')
    program.press('Return')
    wait_stored(desk, FAILED, result='fail', note='mei you ming cheng')
    program.wait('用 028-6555 1201 打给一部华为手机')
    yield 'F fails it, asks why, and Return goes on'
    program.press('n')
    program.type('kan guo')
    program.press('Escape')
    program.press('p')
    wait_stored(desk, NOTED, result='pass', note='kan guo')
    program.wait('用 028-6555 1200 打给一部华为手机')
    yield 'N writes a note, Escape leaves it, and letters give results again'
    program.press('s')
    wait_stored(desk, SKIPPED, result='skip')
    program.wait('用 400-600-1825 打给一部小米手机')
    program.press('Left')
    program.wait('用 028-6555 1200 打给一部华为手机')
    program.press('Right')
    program.wait('用 400-600-1825 打给一部小米手机')
    yield 'S skips, the arrows only look'


def refuse(desk, program):
    bad = desk.path('看不了.jpg')
    with open(bad, 'wb') as out:
        out.write(b'not a picture at all\n' * 50)
    enormous = on.write_png(desk.path('三亿像素.png'), 20000, 15000, None)
    for path, sentence in ((bad, '“看不了.jpg”'), (enormous, '“三亿像素.png”')):
        add_photo(program, path)
        program.wait(sentence)
    assert item(desk, 'display/+864006001825/cmcc/xiaomi')['evidence'] == []
    yield 'a photo that is none and one of 300 megapixels are refused in a sentence, and nothing is stored'


def add_photo(program, path):
    program.click('选择文件：' + PHOTO)
    program.choose_file(path, PHOTO, '打开', WINDOW)


def take_photo(desk, program):
    add_photo(program, on.write_png(desk.path('小米来电.png'), 540, 1200))
    wait_for(lambda: len(item(desk, 'display/+864006001825/cmcc/xiaomi')['evidence']) == 1, 'the photo is not stored')
    program.wait('手机来电画面照片', ('image', 'panel'))
    program.press('p')
    program.wait('由第三方服务商显示')
    yield 'a photo is chosen, stands beside what is expected, and P goes on'


def leave(desk, program):
    program.press('n')
    program.type('zai kan')
    program.press('ctrl+w')
    wait_stored(desk, 'display/+864006001825/third-party/xiaomi', note='zai kan')
    program.in_window(MAIN).press(PAGE)
    program.wait('有一次巡检正在进行')
    program.click('继续巡检')
    program.in_window(WINDOW).wait('用 400-600-1825 打给一部小米手机')
    assert program.value('备注') == 'zai kan', program.value('备注')
    assert desk.run('inspect', 'start').returncode == 1, 'two inspections at once'
    yield 'left in the middle of a word and gone on with at the same item'
    program.press('p')
    wait_stored(desk, 'display/+864006001825/third-party/xiaomi', result='pass')
    program = desk.start_again()
    program.in_window(MAIN).press(PAGE)
    program.click('继续巡检')
    program.in_window(WINDOW).wait('用 028-6555 1201 打给一部小米手机')
    yield 'killed, and gone on with at the first item that is open'


def mend(desk, program):
    for _ in range(5):
        program.press('Left')
    program.wait(FIRST)
    program.wait('对方看到的信息不对')
    before = len(desk.ctl('incident', 'list'))
    program.tab_to('新建应急')
    program.press('space')
    program.wait('已开应急处理')
    assert len(desk.ctl('incident', 'list')) == before + 1, desk.ctl('incident', 'list')
    program.click('查看应急处理')
    program.in_window('400-600-1825').wait('三个自定时限')
    program.press('Escape')
    program.in_window(WINDOW)
    yield 'what callers see wrong becomes an incident with one key, and leads to it'
    while not program.find('地址还是这里吗', ('label',)):
        program.press('Right')
    program.press('f')
    program.wait('列入待办，定下期限')
    program.type('men pai gai le')
    program.tab_to('列入待办', 'shift+Tab')
    program.press('space')
    program.wait('已列入待办')
    wait_stored(desk, 'address', note='men pai gai le')  # what is typed is stored a moment later
    failed = item(desk, 'address')
    tasks = [task for task in desk.ctl('inspect', 'tasks') if task['item'] == failed['id']]
    assert len(tasks) == 1 and tasks[0]['due'], (tasks, failed)
    program.write('实际情况', '成都市锦江区新街 1 号')
    program.click('写进登记')
    wait_for(lambda: desk.ctl('business', 'show')['address'] == '成都市锦江区新街 1 号', 'the register keeps the old address')
    yield 'what is not true any more becomes a thing to do, with a day, and goes into the register'


def sign(desk, program):
    program.press('Escape', 'Right')
    for _ in range(60):
        left = sum(i['result'] == 'open' for i in items(desk))
        if left == 0:
            break
        program.press('p')
        wait_for(lambda: sum(i['result'] == 'open' for i in items(desk)) < left, f'P does nothing: {program.text()}')
    program.wait('全部看完了')
    program.click('签字')
    program.in_window(SIGN).write('签字人', '青禾市场部')
    check_names(program, SIGN)
    program.press('Return')
    program.in_window(WINDOW).wait('青禾市场部 已于')
    yield 'once everything is looked at it is signed'
    before = items(desk)
    program.press('f', 's', 'n')
    program.type('abc')
    number = str(desk.ctl('inspect', 'list')[0]['id'])
    for command in (['record', number, FAILED, 'pass'], ['finish', number], ['discard', number]):
        assert desk.run('inspect', *command).returncode == 1, command
    assert items(desk) == before and not program.can_press('通过')
    assert desk.ctl('inspect', 'verify', number)
    yield 'nothing of it changes any more, neither with keys nor from a shell'


def report(desk, program):
    path = desk.path('报告.pdf')
    program.click('保存报告')
    program.choose_file('/proc/报告.pdf', REPORT, '保存', WINDOW)
    program.in_window('').wait('报告没有保存')
    program.press('Escape')
    program.in_window(WINDOW).click('保存报告')
    program.choose_file(path, REPORT, '保存', WINDOW)
    program.wait('报告已保存')
    text = desk.read_pdf(path)
    for words in ('青禾市场部', '400-600-1825', '华为', '不通过', 'mei you ming cheng', '中国移动', '营业时间', '接通率'):
        assert words in text, (words, text)
    images = desk.list_images(path)
    assert len(images) >= 1, images
    yield 'a place that takes no report says so; the report is read back with its words and its photo'


def who_sees_what(desk, program):
    program.in_window(MAIN).press(PAGE)
    program.click('谁看见什么')
    program.tab_to('400-600-1825，中国移动')
    program.press('Down')
    wait_for(lambda: program.holds(program.focused(), '400-600-1825，第三方服务商，华为 不再显示，小米 显示正常'),
             f'the keyboard is at {driver.words(program.focused())!r}')
    chosen = [driver.name(n) for n in program.nodes() if driver.has(n, driver.pyatspi.STATE_SELECTED)]
    assert '巡检' in chosen, chosen
    program.press('Return')
    program.in_window('400-600-1825 · 华为').wait('不再显示 · 今天')
    program.wait('mei you ming cheng')
    check_names(program, 'what a phone was seen to show')
    program.press('Escape')
    yield 'who sees what: gone since the last inspection, and Enter opens what was seen'
    program.in_window(MAIN).press('Up', 'Right', 'Return')
    program.in_window('400-600-1825 · 小米').wait('显示正常 · 今天')
    program.wait('手机来电画面照片', ('image', 'panel'))
    program.click('看这次巡检')
    program.in_window(WINDOW).wait('用 400-600-1825 打给一部小米手机')
    program.wait('由中国移动显示')
    yield 'the photo of a cell, and from there to its inspection'


def main(xinbiao, ctl):
    return on.drive('inspection', 16, cases, xinbiao, ctl, ['pdftotext', 'pdfimages'])


def cases(desk):
    program = begin(desk)
    yield 'begun from the page 巡检'
    yield from with_keys(desk, program)
    yield from refuse(desk, program)
    yield from take_photo(desk, program)
    yield from leave(desk, program)
    program = desk.program.in_window(WINDOW)
    yield from mend(desk, program)
    yield from sign(desk, program)
    yield from report(desk, program)
    yield from who_sees_what(desk, program)


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
