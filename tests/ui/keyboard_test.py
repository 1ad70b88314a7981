#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""keyboard_test.py XINBIAO XINBIAOCTL

From the first start to a number that is handed in, in Chinese, with real keys alone: the accessibility tree is read,
nothing is pressed through it. Papers are pasted, as one copies them in the file manager. Prints TAP. To be run inside
dbus-run-session.
"""
import os
import sys

import desk as on
import driver
from desk import MAIN, wait_for
from wizard_test import PLATFORM, WIZARD, write_picture

NAME, CODE, NUMBER = '成都青禾餐饮有限公司', '91510100MA6CQHB25A', '028-8612 3456'


def tab_to_button(program, text):
    for _ in range(60):
        at = program.focused()
        if at is not None and driver.role(at) in driver.BUTTONS and driver.is_called(at, text):
            return
        program.press('Tab')
        driver.until(lambda: program.focused() != at, 0.5)
    raise driver.Trouble(f'Tab does not lead to the button “{text}”; shown: {program.text()}')


def go(program, text):
    tab_to_button(program, text)
    program.press('space')


def read_fields(program):
    return {driver.name(n): driver.content(n) for n in program.nodes() if driver.role(n) in driver.ENTRIES}


def tab_to_field(program, text):
    """The text in a row does not say on the floor's toolkit that it has the keyboard: a letter shows where it goes."""
    program.wait(text, driver.ENTRIES)
    for _ in range(40):
        if program.focused() is None:
            before = read_fields(program)
            program.press('x')
            driver.until(lambda: read_fields(program) != before, 2)
            found = next((n for n, words in read_fields(program).items() if before.get(n) != words), None)
            if found is not None and text in found:
                return
            if found is not None:
                program.press('ctrl+a', 'BackSpace')
                program.paste(before[found])
                driver.until(lambda: read_fields(program) == before, 2)
        program.press('Tab')
    raise driver.Trouble(f'Tab does not lead to the field “{text}”; shown: {program.text()}')


def fill(program, text, words):
    """Into the field of that name; what the plain keyboard lacks comes out of the clipboard."""
    tab_to_field(program, text)
    program.press('ctrl+a')
    if words.isascii():
        program.type(words)
    else:
        program.paste(words)


def set_up_business(program):
    program.wait('先填商家信息')
    go(program, '先填商家信息')
    program.in_window('商家信息')
    fill(program, '营业执照上的名称', NAME)
    fill(program, '统一社会信用代码', CODE)
    program.press('ctrl+s')
    program.wait_closed('商家信息')
    program.in_window(MAIN)


def add_number(program):
    go(program, '添加号码')
    program.in_window('添加号码')
    program.paste(NUMBER + ' 门店订餐')
    wait_for(lambda: program.can_press('添加'), 'the number is not seen')
    go(program, '添加')
    program.wait_closed('添加号码')
    program.in_window(MAIN)


def add_agreement(program):
    go(program, '登记保密协议')
    program.in_window('添加保密协议')
    fill(program, '签订日期', '2025-01-01')
    fill(program, '到期日', '2099-01-01')
    program.press('ctrl+s')
    program.wait_closed('添加保密协议')
    program.in_window(WIZARD)
    program.wait_gone('签好保密协议才能继续')


def paste_paper(program, row, path):
    tab_to_button(program, row)
    program.paste('file://' + path, 'text/uri-list')
    program.wait(os.path.basename(path))


def cases(desk):
    program = desk.start().in_window(MAIN)
    set_up_business(program)
    yield 'the business is entered'
    add_number(program)
    wait_for(lambda: [n['national'] for n in desk.ctl('number', 'list')] == ['02886123456'], desk.ctl('number', 'list'))
    yield 'a number is added'
    program.press('ctrl+n')
    program.in_window(WIZARD).wait('选号码和平台')
    program.tick(NUMBER)
    program.tick(PLATFORM)
    program.press('alt+Right')
    program.wait('提交前检查')
    add_agreement(program)
    yield 'number and platform are chosen, the agreement is entered'
    for kind, name in (('营业执照', 'licence.png'), ('号码归属证明', 'ownership.png')):
        path = desk.path(name)
        write_picture(path, (240, 240, 230 if kind == '营业执照' else 210))
        paste_paper(program, '选择文件：' + kind, path)
    program.wait('需要的都齐了')
    yield 'the papers are pasted'
    program.press('alt+Right')
    program.wait_gone('下一步：文字和材料')
    fill(program, '显示名称', '青禾餐饮')
    fill(program, '标签', '门店订餐')
    program.press('alt+Right')
    program.wait_gone('下一步：核对')
    program.press('alt+Right')
    program.wait_gone('下一步：提交')
    fill(program, '受理编号', 'TP-2026-01')
    go(program, '记录已提交')
    program.wait('办理进度')
    shown = desk.ctl('certify', 'show', '1')
    assert (shown['state'], shown['case_no'], shown['label']) == ('submitted', 'TP-2026-01', '门店订餐'), shown
    yield 'handed in, with the keyboard alone'


if __name__ == '__main__':
    sys.exit(on.drive('keyboard', 5, cases, *sys.argv[1:], tools=('xclip',)))
