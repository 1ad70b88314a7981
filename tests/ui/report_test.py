#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""report_test.py XINBIAO XINBIAOCTL FIXTURES

A data report from the file to the figures in a real window, in Chinese, through the accessibility tree and with real keys.
Prints TAP. To be run inside dbus-run-session. REPORT_PICTURES=FOLDER keeps a picture of the display after every case.
"""
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import traceback
import zipfile

DEBUG = os.environ.get('G_DEBUG')

import display  # noqa: E402
import driver  # noqa: E402

MAIN, REPORT, CHOOSER = '信标', '导入数据报告', '选择数据报告'
HEAD = '号码,日期,呼出量,接通量\n'
OTHER_HEAD = '主叫,时段,总数,有效\n'


class Desk:
    def __init__(self, xinbiao, ctl, home, books):
        self.xinbiao, self.tool, self.home, self.books = xinbiao, ctl, home, books
        self.data = os.path.join(home, 'xinbiao')
        self.program = None

    def ctl(self, *args):
        done = subprocess.run([self.tool, '--data-dir', self.data, '--json', *args], capture_output=True, text=True)
        if done.returncode != 0:
            raise driver.Trouble(f'xinbiaoctl {args}: {done.stderr}')
        return json.loads(done.stdout) if done.stdout.strip() else None

    def imports(self):
        """Those that are in, the newest first."""
        return [row for row in self.ctl('metrics', 'list') if row['undone_at'] is None]

    def calls(self):
        return self.ctl('metrics', 'report', '--from', '2020-01-01', '--until', '2026-12-31')['calls']

    def write(self, name, content):
        path = os.path.join(self.home, name)
        with open(path, 'wb') as out:
            out.write(content if isinstance(content, bytes) else content.encode())
        return path

    def book(self, name):
        return os.path.join(self.books, name)

    def start(self):
        self.ctl('business', 'set', '--name', '成都青禾餐饮有限公司')
        self.ctl('number', 'add', '13800138000', '--use', '门店')
        self.ctl('number', 'add', '028-65551201')
        # SIGXFSZ stays ignored over exec: a full disk is an error then, and not the end
        self.program = driver.Program(['sh', '-c', 'trap "" XFSZ; exec "$0" "$@"', self.xinbiao], self.home,
                                      os.path.join(self.home, 'log'), DEBUG)
        return self.program.in_window(MAIN)


def check_names(program, where):
    nameless = program.nameless()
    assert not nameless, (where, nameless)


def ask(program, title, body):
    """A question has the keyboard by itself, and is never called active."""
    program.window = title
    program.wait(body)


def give(program, path):
    program.in_window(REPORT)
    if program.can_press('换文件'):
        program.click('换文件')
    program.click('选择文件')
    program.choose_file(path, CHOOSER, '打开', REPORT)


def write_bomb(desk, path):
    """A workbook whose sheets unpack to 64 MB of nothing each."""
    with zipfile.ZipFile(desk.book('daily.xlsx')) as old, zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            sheet = name.startswith('xl/worksheets/')
            new.writestr(name, b'<worksheet>' + b' ' * (64 << 20) if sheet else old.read(name))
    return path


def check_refused(desk, program):
    """One clear sentence each in the place where another file is chosen, and nothing is stored."""
    whole = open(desk.book('daily.xlsx'), 'rb').read()
    bad = {
        desk.book('password.xlsx'): '密码',
        desk.book('daily.xls'): '.xlsx',
        desk.write('半截.xlsx', whole[:5000]): '没有下载完整',
        desk.write('网页.xls', '<html><table><tr><td>号码</td></tr></table>'): '网页',
        write_bomb(desk, os.path.join(desk.home, '炸弹.xlsx')): '“炸弹.xlsx”',
        desk.write('乱码.csv', HEAD.encode() + b'\xff\xfd\xfc,2026-09-01,5,1\n' * 9): '既不是 UTF-8 也不是 GB18030',
        desk.write('图片.csv', b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR'): '不是文本文件',
        desk.write('空的.csv', ''): '没有表格',
        desk.write('很宽.csv', ','.join(f'列{i}' for i in range(10000)) + '\n'): '列',
    }
    for path, words in bad.items():
        give(program, path)
        program.wait(words)
        program.wait('选择数据报告，或者拖到这里')
        assert not program.can_press('导入'), program.text()
    assert desk.ctl('metrics', 'list') == []
    yield 'a password, an old format, half a workbook, a bomb, a web page, noise, nothing, 10,000 columns: a sentence each'


def find_window(desk, program):
    program.press('alt+7')
    program.wait('还没有数据')
    program.click('导入数据报告')
    program.in_window(REPORT).wait('选择数据报告，或者拖到这里')
    check_names(program, 'the window')
    program.press('Escape')
    program.in_window(MAIN).press('ctrl+i')
    program.in_window(REPORT).wait('选择数据报告，或者拖到这里')
    yield 'the empty page leads to the window, and so does Ctrl+I'


def take_workbook(desk, program):
    give(program, desk.book('daily.xlsx'))
    program.wait('整个文件')
    program.wait('合计行')
    program.wait('5 行，2026-09-01 至 2026-09-03')
    program.wait('1,200')
    check_names(program, 'what is looked at')
    assert program.value('来源名称') == 'daily', program.value('来源名称')
    program.write('来源名称', '呼叫中心')
    yield 'a workbook of LibreOffice: its sheet, its first rows and what would become of all of it are shown'
    program.press('ctrl+s')
    program.wait('已导入 4 行')
    check_names(program, 'what came of it')
    assert [(i['source'], i['imported']) for i in desk.imports()] == [('呼叫中心', 4)], desk.imports()
    yield 'taken in with the keyboard, under the name that its source has'
    program.click('撤销')
    program.wait('已撤销导入')
    assert desk.imports() == [] and desk.calls() == 0
    yield 'and taken out again'
    program.click('再导入一份')
    give(program, desk.book('daily.xlsx'))
    program.wait('整个文件')
    if not driver.until(lambda: program.value('来源名称') == '呼叫中心'):
        raise driver.Trouble(f'the source is {program.value("来源名称")!r}')
    program.click('导入')
    program.wait('已导入 4 行')
    program.click('去看效果')
    program.in_window(MAIN).wait('导入过的报告')
    program.wait('呼叫中心')
    program.wait('已撤销')
    yield 'the source is known again, and stands in the list on the page of the effect'


def change_columns(desk, program):
    rows = '13800138000,2026-09-11,40,30\n13800138000,2026-09-12,50,31\n'
    path = desk.write('外呼明细-2026-09.csv', (OTHER_HEAD + rows).encode('gb18030'))
    program.press('ctrl+i')
    give(program, path)
    program.wait('没有“日期”')
    assert not program.can_press('导入'), program.text()
    yield 'a GB18030 text whose headings say little: it says which column is missing'
    for heading, field in (('时段', '日期或月份'), ('总数', '呼出量'), ('有效', '接通量')):
        program.choose(heading, field)
    program.wait_gone('没有“日期”')
    program.wait('2 行，2026-09-11 至 2026-09-12')
    check_names(program, 'the columns')
    program.click('导入')
    program.wait('已导入 2 行')
    assert desk.ctl('metrics', 'report', '--from', '2026-09-11', '--until', '2026-09-12')['answered'] == 61
    yield 'its columns are chosen with the keyboard, and it comes in'
    program.click('再导入一份')
    give(program, path)
    program.wait('和上次为同样表头选定的一样')
    program.wait('替换')
    program.wait('这些天已经有数据')
    assert program.value('来源名称') == '外呼明细', program.value('来源名称')
    program.click('导入')
    program.wait('已导入 2 行')
    assert desk.imports()[0]['replaced'] == 2, desk.imports()
    yield 'the next time it is understood, and it says that it replaces what is stored'


def add_numbers(desk, program):
    program.click('再导入一份')
    give(program, desk.write('门店一.csv', HEAD + '400-600-1825,2026-09-01,5,1\n13800138000,2026-09-21,7,3\n'))
    program.wait('把 1 个没登记的号码加进号码登记')
    program.wait('400-600-1825')
    program.tab_to('把 1 个没登记的号码加进号码登记')
    program.press('space')
    program.wait('号码会加进登记')
    program.click('导入')
    program.wait('已导入 2 行')
    assert len(desk.ctl('number', 'list')) == 3
    yield 'numbers that nobody entered yet come into the register when one wants it'


def save_bad_rows(desk, program):
    program.click('再导入一份')
    give(program, desk.write('门店二.csv', HEAD + '13800138000,2026-09-22,5,9\n13800138000,1900-01-01,5,1\n'
                             '13800138000,2026-09-22,-5,1\n13800138000,2026-09-22,10,5\n'))
    program.wait('这些行不导入，其他行照常导入')
    program.click('导入')
    program.wait('已导入 1 行')
    program.wait('这些行没有导入')
    out = os.path.join(desk.home, 'bad.txt')
    program.click('保存…')
    program.choose_file(out, '保存没收下的行', '保存', REPORT)
    if not driver.until(lambda: os.path.exists(out) and open(out).read().count('\n') == 3):
        raise driver.Trouble('the bad rows are not saved')
    assert open(out).read().startswith('第 2 行'), open(out).read()
    program.wait('列表已保存')
    program.wait_gone('列表已保存')  # while it is there, Escape takes it away
    yield 'more answered than called, 1900 and a negative figure stay out, each with line and reason, in a list that is saved'


def stop_halfway(desk, program):
    """Another process is writing: the window waits, lives, and can be stopped."""
    before = desk.calls()
    program.click('再导入一份')
    give(program, desk.write('门店三.csv', HEAD + ''.join(f'13800138000,20{y}-{m:02}-{d:02},9,5\n' for y in range(10, 20)
                                                   for m in range(1, 13) for d in range(1, 29))))
    program.wait('3,360 行')
    other = sqlite3.connect(os.path.join(desk.data, 'xinbiao.db'), isolation_level=None)
    other.execute('BEGIN IMMEDIATE')
    try:
        program.click('导入')
        program.wait('正在导入“门店三.csv”')
        check_names(program, 'while it is taken in')
        program.press('Escape')
        ask(program, '要停止导入吗', '停止后什么都不会存')
        program.press('Escape')
        program.in_window(REPORT).click('停止')
        program.wait('已停止，这个文件什么都没有存')
    finally:
        other.execute('ROLLBACK')
        other.close()
    assert desk.calls() == before
    program.click('导入')
    program.wait('已导入 3,360 行')
    yield 'stopped half-way nothing is stored; then it is taken in after all'


def fill_disk(desk, program):
    before = desk.calls()
    program.click('再导入一份')
    give(program, desk.write('门店四.csv', HEAD + ''.join(f'028-65551201,20{y}-{m:02}-{d:02},9,5\n' for y in range(10, 25)
                                                   for m in range(1, 13) for d in range(1, 29))))
    program.wait('5,040 行')
    # less than the write-ahead log of these rows takes
    subprocess.run(['prlimit', '--pid', str(program.process.pid), '--fsize=65536:unlimited'], check=True)
    program.click('导入')
    program.wait('磁盘')
    assert desk.calls() == before
    subprocess.run(['prlimit', '--pid', str(program.process.pid), '--fsize=unlimited:unlimited'], check=True)
    program.click('导入')
    program.wait('已导入 5,040 行')
    assert desk.ctl('check')['ok']
    yield 'a full disk: a sentence, what was stored stays, and afterwards it goes in'


def undo_from_list(desk, program):
    before = len(desk.imports())
    program.click('再导入一份')
    program.wait('导入过的报告')
    program.click('撤销导入：门店一')  # by its headings it is the source that was named first
    ask(program, '要撤销导入“门店一”吗', '5,040')
    program.click('撤销导入')
    program.in_window(REPORT).wait('已撤销导入')
    assert len(desk.imports()) == before - 1
    check_names(program, 'the list')
    program.press('Escape')
    program.in_window(MAIN)
    yield 'an import is taken out again from the list'


def cases(desk):
    program = desk.start()
    for part in (find_window, check_refused, take_workbook, change_columns, add_numbers, save_bad_rows, stop_halfway, fill_disk,
                 undo_from_list):
        yield from part(desk, program)


def keep_picture(name):
    folder = os.environ.get('REPORT_PICTURES')
    if folder:
        subprocess.run(['import', '-window', 'root', os.path.join(folder, name + '.png')])


def main(xinbiao, ctl, books):
    missing = [tool for tool in ('Xvfb', 'xdotool', 'prlimit') if shutil.which(tool) is None]
    if missing:
        print(f'1..0 # SKIP {", ".join(missing)} not installed')
        return 0
    plan, done, helpers = 14, 0, []
    print(f'1..{plan}', flush=True)
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(xinbiao, ctl, home, books)
        try:
            helpers = [display.start_display(), driver.start_accessibility()]
            for done, name in enumerate(cases(desk), 1):
                keep_picture(f'report-{done:02}')
                print(f'ok {done} - {name}', flush=True)
        except Exception as error:
            keep_picture('report-failed')
            print(f'not ok {done + 1} - {error!r}', flush=True)
            traceback.print_exc()
            print(''.join(f'# {line}' for line in open(os.path.join(home, 'log'), errors='replace')), flush=True)
        finally:
            if desk.program is not None:
                desk.program.kill()
            for helper in reversed(helpers):
                helper.terminate()
                helper.wait()
    return 0 if done == plan else 1


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
