#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""names_test.py XINBIAO XINBIAOCTL

Walks every page of the main window and the windows that open from them, in Chinese, and looks at all that can have
the keyboard: each has a name of its own, in words. Prints TAP. To be run inside dbus-run-session.
"""
import sys

import desk
import driver

# A page, and what nothing but this page says once it has read what it shows.
PAGES = (('今日', '要处理：'), ('号码', '搜索号码'), ('认证', '受理编号'), ('标签', '显示哪些标签'), ('巡检', '历次巡检'),
         ('应急', '什么时候预警'), ('效果', '前后的接通率'), ('费用', '每月维护'), ('材料', '谁拿着哪份副本'), ('平台', '搜索平台'))
WORDS = ('label', 'list', 'panel') + driver.BUTTONS + driver.ENTRIES
# Views of a page: the button that shows it, and what only it says.
VIEWS = {'标签': (('年历', '今天'), ('检查', '检查全部标签')), '巡检': (('谁看见什么', '应显示'),)}
# Windows that open from a page: the button, the window's title, what it says.
WINDOWS = {'号码': ('添加号码', '添加号码', '一行一个号码'), '材料': ('添加保密协议', '保密协议', '签约方'),
           '平台': ('添加平台', '添加平台', '类型')}
# Windows that actions of the application open.
ACTIONS = (('business', '商家', '统一社会信用代码', 'Escape'), ('calendar', '期限放进日历', '保持更新', 'Escape'),
           ('check', '检查', '关闭', 'Escape'),
           ('edit-label', '换标签', '来电时的样子', 'Escape', '[int64 1, 2]'),
           ('open-inspection', '巡检', '接听的手机', 'ctrl+w', 0))


def look_at_page(program, page):
    for button, inside in VIEWS.get(page, ()):
        program.click(button)
        program.wait(inside, WORDS)
        desk.check_names(program, inside)
        yield f'the page {page}, {button}'
    if page in WINDOWS:
        button, title, inside = WINDOWS[page]
        program.click(button)
        program.in_window(title).wait(inside, WORDS)
        desk.check_names(program, title)
        yield 'the window behind ' + button
        program.press('Escape')
        program.wait_closed(title)


def cases(table):
    table.ctl('demo')
    program = table.start()
    for i, (page, inside) in enumerate(PAGES, 1):
        program.in_window(desk.MAIN)
        program.press(f'alt+{i % 10}')
        program.wait(inside, WORDS)
        desk.check_names(program, page)
        yield 'the page ' + page
        yield from look_at_page(program, page)
    for action, title, inside, close, *target in ACTIONS:
        program.activate(action, *target)
        program.in_window(title).wait(inside, WORDS)
        desk.check_names(program, title)
        yield 'app.' + action
        program.press(close)
        program.wait_closed(title)


PLAN = len(PAGES) + sum(map(len, VIEWS.values())) + len(WINDOWS) + len(ACTIONS)

if __name__ == '__main__':
    sys.exit(desk.drive('names', PLAN, cases, *sys.argv[1:]))
