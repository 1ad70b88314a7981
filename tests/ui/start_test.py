#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""start_test.py XINBIAO XINBIAOCTL

How the program starts on what is not in order, in Chinese: a newer file, a damaged one, a folder that is none, a clock
that was set back; and how two of it get on. Prints TAP. To be run inside dbus-run-session.
"""
import os
import sqlite3
import subprocess
import sys

import desk as on
import driver
from desk import MAIN, wait_for

PAGE = 4096
NUMBER = '028-8612 3456'


def database(desk):
    return os.path.join(desk.data, 'xinbiao.db')


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def damage(path, begin, end):
    with open(path, 'r+b') as file:
        file.seek(begin)
        file.write(bytes((i * 7) & 255 for i in range(end - begin)))


def in_folder(desk, name):
    """Each case has a data folder of its own."""
    if desk.program is not None:
        desk.program.kill()
    home = desk.path(name)
    os.mkdir(home)
    again = on.Desk(desk.xinbiao, desk.tool, home)
    again.parent = desk
    os.symlink(desk.path('log'), again.path('log'))
    return again


def start(desk, *args):
    """The one that is ended when the test is over."""
    desk.parent.program = desk.start(*args)
    return desk.parent.program.in_window('')


def meet_newer(desk):
    desk.ctl('demo')
    file = sqlite3.connect(database(desk))
    file.execute('PRAGMA user_version = 999')
    file.close()
    before = read(database(desk))
    program = start(desk)
    program.wait('需要更新版本的信标')
    program.wait('没有动它')
    assert read(database(desk)) == before
    return 'a file of a newer version is left alone, and the window says what is needed'


def meet_no_folder(desk):
    with open(desk.data, 'w', encoding='utf-8') as file:
        file.write('not a folder\n')
    program = start(desk)
    program.wait('数据文件夹打不开')
    assert read(desk.data) == b'not a folder\n'
    os.remove(desk.data)
    program.click('再试一次')
    program.in_window(MAIN).wait('先填商家信息')
    return 'a data folder that cannot be one is told, and tried again'


def restore(desk, program):
    program.click('从备份恢复')
    program.choose_file(desk.path('all.xinbiao'), '备份', '打开', '')


def meet_damage(desk):
    desk.ctl('demo')
    desk.ctl('backup', desk.path('all.xinbiao'))
    size = os.path.getsize(database(desk))
    damage(database(desk), size // 3 // PAGE * PAGE, size * 2 // 3)
    program = start(desk)
    program.wait('数据库损坏了')
    restore(desk, program)
    program.in_window(MAIN).wait('要处理：')
    return 'a file damaged in the middle is told, and a backup brings everything back'


def meet_damaged_page(desk):
    desk.ctl('demo')
    file = sqlite3.connect(database(desk))
    page, = file.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'material' AND type = 'table'").fetchone()
    file.close()
    damage(database(desk), (page - 1) * PAGE, page * PAGE)
    program = start(desk).in_window(MAIN)
    program.wait('要处理：')
    program.press('alt+9')
    program.wait('坏了；请恢复备份')
    assert program.can_press('从备份恢复')
    return 'a page of the file that cannot be read is told above the pages of the window'


def meet_clock(desk):
    desk.ctl('number', 'add', NUMBER)
    desk.ctl('--now', '2098-06-01T10:00:00+08:00', 'certify', 'start', NUMBER, 'cmcc')
    program = start(desk).in_window(MAIN)
    program.wait('最后一次记录却是 2098年6月1日')
    return 'a clock that stands before the last entry is told'


def start_twice(desk):
    desk.ctl('demo')
    program = start(desk).in_window(MAIN)
    program.wait('要处理：')
    env = dict(os.environ, XDG_DATA_HOME=desk.home, GTK_A11Y='atspi', LANG='C.UTF-8', LANGUAGE='zh_CN')
    again = subprocess.run([desk.xinbiao], env=env, timeout=driver.PATIENCE)
    assert again.returncode == 0, again
    assert [driver.name(w) for w in program.windows()] == [MAIN], [driver.name(w) for w in program.windows()]
    yield 'started again it shows the window that is there'
    other = driver.Program([desk.xinbiao, '--data-dir', desk.data], desk.home, desk.path('log'), on.DEBUG)
    try:
        wait_for(lambda: any(driver.name(w) == MAIN for w in other.windows()), 'the second program shows no window')
        program.in_window(MAIN).press('alt+2')
        program.wait('搜索号码', driver.ENTRIES)
        wait_for(lambda: other.find('要处理：', driver.BUTTONS), 'the second program reads nothing')
        desk.ctl('number', 'add', NUMBER, '--use', '另一台电脑上添加的')
        for each in (program, other):
            each.window = MAIN
        program.wait('另一台电脑上添加的')
        wait_for(lambda: other.find('未认证：5', driver.BUTTONS), f'the second program does not see it: {other.text()}')
    finally:
        other.kill()
    yield 'two programs on one folder, and xinbiaoctl: each sees what the others write'


def cases(desk):
    open(desk.path('log'), 'ab').close()
    for meet in (meet_newer, meet_no_folder, meet_damage, meet_damaged_page, meet_clock):
        yield meet(in_folder(desk, meet.__name__))
    yield from start_twice(in_folder(desk, 'twice'))


if __name__ == '__main__':
    sys.exit(on.drive('start', 7, cases, *sys.argv[1:]))
