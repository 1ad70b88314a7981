#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""label_test.py XINBIAO XINBIAOCTL

The label editor in a real window, in Chinese, through the accessibility tree and with real keys. Prints TAP.
To be run inside dbus-run-session.
"""
import sys

import desk as on
import driver
from desk import MAIN, check_names

EDITOR, HAND_IN, RESULT, RULE = '换标签', '提交标签', '结果怎样', '规则'
STATUS = ('status bar', 'statusbar', 'status')
CERTIFICATION = 2  # 400-600-1825 at 第三方服务商 in the demonstration, live


def open_editor(desk):
    desk.ctl('demo')
    program = desk.start().in_window(MAIN)
    program.activate('edit-certification-label', CERTIFICATION)
    program.in_window(EDITOR).wait('来电时的样子')
    return program


def wait_value(program, title, value):
    if not driver.until(lambda: program.value(title) == value):
        raise driver.Trouble(f'“{title}” holds {program.value(title)!r} and not {value!r}')


def check_as_typed(program):
    program.write('标签', '全城最好奶茶')
    program.wait('很可能被拒')
    program.wait('检查发现错误', STATUS)
    assert not program.can_press('换标签'), program.text()
    yield 'an absolute word is found while it is typed, and the button waits'
    program.click('《广告法》第九条（三）')
    program.in_window(RULE).wait('广告法')
    program.press('Escape')
    program.in_window(EDITOR)
    yield 'its article opens to be read'
    program.tab_to('标签')
    program.press('alt+1')
    program.wait('通过')
    assert '最好' not in program.value('标签'), program.value('标签')
    check_names(program, 'the editor')
    yield 'Alt+1 takes the first suggestion, which passes; every control is called something'


def set_label(desk, program):
    program.write('标签', '火锅专线')
    program.wait('这次', STATUS)
    program.wait('之后还剩')
    yield 'what it costs stands there before it is set'
    program.press('ctrl+s')
    program.wait('接下来')
    shown = [label for label in desk.ctl('label', 'list', '400-600-1825') if label['text'] == '火锅专线']
    assert len(shown) == 1, shown
    yield 'set with the keyboard; the window says what comes next'


def hand_in(program):
    program.click('去提交…：“火锅专线”')
    program.in_window(HAND_IN).wait('新标签')
    check_names(program, HAND_IN)
    program.click('已提交')
    program.in_window(EDITOR)
    program.wait('预计')
    yield 'handed in at the portal, with what is to be entered there'


def refuse(program):
    program.click('记录结果…：“火锅专线”')
    program.in_window(RESULT).wait('发生了什么')
    program.choose('发生了什么', '被驳回')
    program.write('原因（照平台原话）', '含餐饮品类词')
    program.tab_to('记成规则')
    program.press('space')
    program.wait('被驳回的词', driver.ENTRIES)
    program.write('被驳回的词', '火锅')
    check_names(program, RESULT)
    program.click('记录')
    program.in_window(EDITOR).wait('含餐饮品类词')
    yield 'refused, with the reason, and a rule is made of it in the same step'
    program.click('再换一个')
    program.wait('要换标签的号码', ('panel', 'grouping'))
    program.write('标签', '火锅外卖')
    program.wait('很可能被拒')
    program.wait('含餐饮品类词')
    yield 'the next label with that word is found by the new rule'


def leave(program):
    program.tab_to('标签')
    program.press('Escape')
    program.in_window('')
    program.wait('标签还没换，要离开吗？')
    yield 'closing asks while something typed would be lost'
    program.click('不保存')
    if not driver.until(lambda: not any(EDITOR in driver.name(w) for w in program.windows())):
        raise driver.Trouble(f'the editor stays; shown: {program.text()}')
    yield 'and then it closes'
    program.in_window(MAIN)
    program.tab_to('火锅专线')
    program.press('Return')
    program.in_window(EDITOR).wait('含餐饮品类词')
    yield 'Today says that the label was refused, and leads back to it'


def cases(desk):
    program = open_editor(desk)
    yield from check_as_typed(program)
    yield from set_label(desk, program)
    yield from hand_in(program)
    yield from refuse(program)
    yield from leave(program)


def main(xinbiao, ctl):
    return on.drive('label', 11, cases, xinbiao, ctl)


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
