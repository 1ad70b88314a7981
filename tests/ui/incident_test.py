#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""incident_test.py XINBIAO XINBIAOCTL

An incident in a real window, in Chinese, from the page 应急 to the closed case and its paper. Prints TAP.
To be run inside dbus-run-session.
"""
import datetime
import sys

import desk as on
import driver
from desk import MAIN, check_names, wait_for

PAGE, COSTS = 'alt+6', 'alt+8'
NUMBER, SEEN = '028-6555 1201', '骚扰电话'
FORM, LAYER, EVIDENCE, WORDS, COST, CALENDAR = '新建应急', '标记、拦截还是公安？', '添加证据', '文字', '记一笔费用', '期限放进日历'
TENCENT, TENCENT_KEY = '腾讯手机管家', 'tencent-guard'
SCAM = '官方申诉不收费'
ROW = ('list item',)


def case(desk):
    """The case of the number, as stored."""
    mine = next(c for c in desk.ctl('incident', 'list') if c['number'] == '02865551201')
    return desk.ctl('incident', 'show', str(mine['id']))


def appeal(desk):
    return next(a for a in case(desk)['appeals'] if a['platform'] == TENCENT_KEY)


def open_row(program, text, title):
    """A row that leads on, with Return."""
    program.tab_to(text)
    program.press('Return')
    program.in_window(title)
    check_names(program, title)


def open_case(desk):
    desk.ctl('demo')
    program = desk.start().in_window(MAIN)
    program.press(PAGE)
    program.wait('处理中的应急')
    check_names(program, 'the page of incidents')
    program.click('新建应急')
    program.in_window(FORM)
    check_names(program, FORM)
    program.write('号码', '028 6555 0000')
    program.press('Return')
    program.wait('028')
    assert len([c for c in desk.ctl('incident', 'list') if c['state'] == 'open']) == 1
    yield 'a number that is none of ours opens no case, and says so'
    program.tab_to('选号码', 'shift+Tab')
    program.press('space')
    program.wait('售后')
    program.type('028-65551201')
    wait_for(lambda: program.find('售后', ('label',)) is None, 'the search finds numbers that do not fit')
    program.press('Return')
    wait_for(lambda: program.value('号码') == NUMBER, f'chosen: {program.value("号码")!r}')
    program.write('手机上显示的原文', SEEN)
    program.click('新建')
    program.in_window(NUMBER).wait('三个自定时限')
    for step in ('提交申诉', '跟进进度', '告知客户'):
        program.wait(f'{step}：', ROW)
    check_names(program, 'a case')
    due = [datetime.datetime.fromisoformat(s['due']) for s in case(desk)['steps']]
    since = datetime.datetime.fromisoformat(case(desk)['detected'])
    assert [round((d - since).total_seconds() / 3600) for d in due] == [2, 24, 48], (since, due)
    yield 'the number is chosen from the register; three clocks of 2, 24 and 48 hours run, and the appeal is the next step'


def ask_doctor(desk, program):
    open_row(program, '是标记、拦截，还是涉及公安？', LAYER)
    program.choose('公安或反诈中心', '是')
    program.wait('96110')
    program.choose('公安或反诈中心', '否')
    program.choose('号码本身是否被停', '否')
    program.choose('是否对方还没响铃就断了', '否')
    program.choose('换自己的另一个号码', '是')
    program.choose('手机响铃时是否显示标记', '是')
    program.wait('向下面的平台申诉即可')
    program.click('记下')
    program.in_window(NUMBER).wait('标记', ROW)
    wait_for(lambda: case(desk)['layer'] == 'mark', f'the answer is not kept: {case(desk)}')
    yield 'five questions tell a mark from a block and from the police'


def add_evidence(desk, program):
    def bring(path):
        program.click('选择文件：' + EVIDENCE)
        program.choose_file(path, EVIDENCE, '打开', NUMBER)

    empty = desk.path('空的.mp3')
    open(empty, 'wb').close()
    bring(empty)
    program.wait('“空的.mp3”')
    bring(on.write_png(desk.path('标记截图.png'), 540, 1200))
    program.wait('标记截图.png')
    program.wait('SHA-256')
    kept = case(desk)['evidence']
    assert [e['name'] for e in kept] == ['标记截图.png'] and len(kept[0]['sha256']) == 64, kept
    yield 'an empty file is no evidence; a screenshot is kept with its fingerprint'


def take_words(desk, program):
    program.click('修改文字')
    program.in_window(WORDS)
    check_names(program, WORDS)
    program.choose('号码的用途', '向已预约的客户确认')
    program.click('保存')
    program.in_window(NUMBER).wait('用途：向已预约的客户确认')
    program.click('复制“申诉内容”')
    program.wait('已复制')
    open_row(program, TENCENT, TENCENT)
    program.tab_to('付费加急')  # its row, then its switch, then the note: an entry row does not say that it has the keyboard
    program.press('Tab', 'Tab')
    program.press('ctrl+v')
    wait_for(lambda: SEEN in (program.value('备注') or ''), f'pasted: {program.value("备注")!r}')
    for words in ('只拨打已向我方预约的客户', NUMBER, SEEN):
        assert words in program.value('备注'), (words, program.value('备注'))
    program.write('备注', '')
    yield 'the text of the appeal comes from a preset and is copied as it stands'


def file_appeal(desk, program):
    program.write('备注', '花 500 元加急清标')
    program.wait(SCAM)
    program.write('备注', '')
    program.wait_gone(SCAM)
    program.write('受理编号', 'TX-2026-1')
    program.click('记录')
    program.in_window(NUMBER)
    wait_for(lambda: appeal(desk)['state'] == 'filed', f'not filed: {appeal(desk)}')
    program.wait('受理编号 TX-2026-1')
    yield 'paying for the clearing of a mark is warned of; the appeal at a platform is filed'
    open_row(program, TENCENT, TENCENT)
    program.choose('发生了什么', '申诉被驳回')
    program.choose('对方给的原因', '截图看不清标记')
    program.wait('至少两个品牌')
    program.click('记录')
    program.in_window(NUMBER).wait('用另一部手机重截')
    assert (appeal(desk)['state'], appeal(desk)['refusal']) == ('refused', 'screenshot'), appeal(desk)
    yield 'refused with one of the eight causes, and what mends it stands there'
    open_row(program, TENCENT, TENCENT)
    program.write('受理编号', 'TX-2026-2')
    program.click('记录')
    program.in_window(NUMBER)
    wait_for(lambda: (appeal(desk)['state'], appeal(desk)['case_no']) == ('filed', 'TX-2026-2'), f'{appeal(desk)}')
    yield 'filed again, with its new number'


def take_steps(desk, program):
    def step(verb, title, note=None):
        program.click(verb)
        program.in_window(title)
        check_names(program, title)
        if note is not None:
            program.write('备注', note)
        program.click('完成')
        program.in_window(NUMBER)

    step('都已提交', '申诉已提交')
    program.wait('按时完成')
    step('已跟进', '已跟进', '客服说三天内')
    program.click('已告知客户')
    program.in_window('已告知客户')
    program.wait('客服话术')
    program.wait('客户告知')
    program.click('完成')
    program.in_window(NUMBER).wait('三步都已完成')
    assert all(s['done'] for s in case(desk)['steps']), case(desk)
    yield 'appealed, followed up, customers told: each with its clock stopped'


def close(desk, program):
    open_row(program, TENCENT, TENCENT)
    program.choose('发生了什么', '标记已取消')
    program.click('记录')
    program.in_window(NUMBER)
    wait_for(lambda: appeal(desk)['state'] == 'cleared', f'{appeal(desk)}')
    program.click('结案')
    program.in_window('结案').click('结案')
    program.in_window(NUMBER).wait('应急已结案')
    shown = case(desk)
    today = datetime.date.fromisoformat(shown['closed'][:10])
    days = [(datetime.date.fromisoformat(d) - today).days for d in shown['rechecks']]
    assert shown['state'] == 'closed' and days == [3, 7, 30], shown
    program.wait('待复查')
    yield 'closed; looked at again after 3, 7 and 30 days'


def save(desk, program):
    path = desk.path('应急.pdf')
    program.press('ctrl+s')
    program.choose_file(path, '存为 PDF', '保存', NUMBER)
    program.wait('应急记录已存为 PDF')
    text = ''.join(desk.read_pdf(path).split())
    for words in ('02865551201', SEEN, '腾讯手机管家', 'TX-2026-2', '截图看不清标记', '客服说三天内', '标记截图.png',
                  case(desk)['evidence'][0]['sha256'], '只拨打已向我方预约的客户'):
        assert ''.join(words.split()) in text.replace('-', '') or ''.join(words.split()) in text, (words, text)
    yield 'the paper of the case is read back: what was shown, filed, refused, said and proved'


def pay(desk, program):
    program.in_window(MAIN).press(COSTS)
    program.click('记一笔')
    program.in_window(COST)
    program.write('备注', '找人清标')
    program.write('金额（元）', '500')
    program.wait(SCAM)
    check_names(program, COST)
    yield 'a cost that pays for clearing a mark is warned of before it is written'


def keep_calendar(desk, program):
    program.press('Escape')
    program.in_window('').click('不保存')
    program.in_window(MAIN).activate('calendar')
    program.in_window(CALENDAR).click('保存…')
    check_names(program, CALENDAR)
    path = desk.path('期限.ics')
    program.choose_file(path, '保存日历', '保存', CALENDAR)
    program.wait('日历文件已写好')
    text = open(path, encoding='utf-8').read().replace('\r\n ', '')
    assert text.startswith('BEGIN:VCALENDAR') and '028-6555 1201' in text and 'VALARM' in text, text[:2000]
    yield 'what is due goes into a calendar file, the days to look again among it'


def cases(desk):
    yield from open_case(desk)
    program = desk.program
    for part in (ask_doctor, add_evidence, take_words, file_appeal, take_steps, close, save, pay, keep_calendar):
        yield from part(desk, program)


def main(xinbiao, ctl):
    return on.drive('incident', 13, cases, xinbiao, ctl, ['pdftotext'])


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
