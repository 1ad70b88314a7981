#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""names_test.py XINBIAO XINBIAOCTL

Walks every page and the windows that open from them, in Chinese, and looks at all that can have the
keyboard: each has a name of its own, in words. Prints TAP. To be run inside xvfb-run and dbus-run-session.
"""
import os
import re
import subprocess
import sys
import tempfile
import time

os.environ.pop('G_DEBUG', None)  # the accessibility library warns while programs come and go
import pyatspi  # noqa: E402

BUS, PATH = 'io.github.xinbiao.Xinbiao', '/io/github/xinbiao/Xinbiao'
LAUNCHER = ('/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher')
PAGES = ('今日', '号码', '认证', '标签', '巡检', '应急', '效果', '费用', '材料', '平台')
# What only holds or scrolls what has the keyboard.
QUIET = ('scroll pane', 'panel', 'frame', 'application', 'scroll bar', 'viewport', 'filler', 'window', 'dialog', 'list')
# What the toolkit calls a thing that has no name.
CLASS = re.compile(r'^(Gtk|Adw|Xb)[A-Z]\w+$')


class Trouble(Exception):
    """Something did not come."""


def children(node):
    try:
        return [c for c in (node.getChildAtIndex(i) for i in range(node.childCount)) if c is not None]
    except Exception:
        return []


def has(node, state):
    try:
        return node.getState().contains(state)
    except Exception:
        return False


def role(node):
    try:
        return node.getRoleName()
    except Exception:
        return ''


def shown(node):
    """All that is in sight; what a combo box would unfold is the toolkit's own."""
    for child in children(node):
        if has(child, pyatspi.STATE_VISIBLE) or role(child) == 'application':
            yield child
            if role(child) != 'combo box':
                yield from shown(child)


def has_size(node):
    """A page of a stack that was never in front counts as visible and has none."""
    try:
        extents = node.queryComponent().getExtents(pyatspi.WINDOW_COORDS)
        return extents.width > 1 and extents.height > 1
    except Exception:
        return False


def name_of(node):
    try:
        return (node.name or '').strip()
    except Exception:
        return None  # it went


def path_of(node):
    parts = []
    while node is not None and len(parts) < 8:
        parts.append(f'{role(node)} “{name_of(node)}”')
        node = node.parent
    return ' in '.join(parts)


class Walk:
    def __init__(self, process):
        self.process, self.number, self.bad = process, 0, 0

    def nodes(self):
        for app in children(pyatspi.Registry.getDesktop(0)):
            try:
                mine = app.get_process_id() == self.process.pid
            except Exception:
                mine = False
            if mine:
                yield from shown(app)

    def wait(self, name, roles=(), seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Trouble(f'the program ended while “{name}” was waited for')
            for node in self.nodes():
                if name in (name_of(node) or '') and (not roles or role(node) in roles):
                    return node
            time.sleep(0.2)
        raise Trouble(f'“{name}” did not come')

    def faults(self):
        for node in self.nodes():
            name = name_of(node)
            if role(node) in QUIET or name is None or not has(node, pyatspi.STATE_FOCUSABLE) or not has_size(node):
                continue
            if name == '' or CLASS.match(name):
                yield 'no name: ' + path_of(node)
            elif re.search(r'\(_\w\)|(^|\W)_\w', name):
                yield 'a mnemonic is read aloud: ' + path_of(node)

    def look(self, what, name, roles=()):
        """What is called @name has come; then everything is looked at."""
        self.wait(name, roles)
        time.sleep(0.5)
        found = sorted(set(self.faults()))
        self.number += 1
        self.bad += bool(found)
        print(f'{"not ok" if found else "ok"} {self.number} - {what}', flush=True)
        for line in found[:20]:
            print('# ' + line)

    def press(self, button, roles=('push button',)):
        action = self.wait(button, roles).queryAction()
        names = [action.getName(i) for i in range(action.nActions)]
        action.doAction(names.index('click'))

    @staticmethod
    def activate(path, action, *parameters):
        subprocess.run(['gdbus', 'call', '--session', '--dest', BUS, '--object-path', path, '--method',
                        'org.gtk.Actions.Activate', action, '[' + ', '.join(parameters) + ']', '{}'],
                       check=True, capture_output=True)


def key(title, name):
    """There is no window manager on this display: the keyboard is given by hand."""
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', title], capture_output=True,
                           text=True).stdout.split()
    if not found:
        raise Trouble(f'there is no window “{title}”')
    subprocess.run(['xdotool', 'windowfocus', '--sync', found[-1], 'key', name], check=True)
    time.sleep(0.5)


def walk(process):
    steps = Walk(process)
    steps.wait(PAGES[0], ('list item',))
    opened = {'号码': ('添加号码', '^添加号码$', '用途'), '材料': ('添加保密协议', '保密协议', '签约方'),
              '平台': ('添加平台', '添加平台', '类型')}
    parts = {'标签': (('年历', '今天'), ('检查', '检查全部标签')), '巡检': (('谁看见什么', '过期未查'),)}
    for i, page in enumerate(PAGES, 1):
        key('^信标$', f'alt+{i % 10}')
        steps.look('the page ' + page, page, ('label',))
        for part, inside in parts.get(page, ()):
            steps.press(part, ('push button', 'toggle button'))
            steps.look(f'the page {page}, {part}', inside)
        if page in opened:
            button, title, inside = opened[page]
            steps.press(button)
            steps.look('the window behind ' + button, inside)
            key(title, 'Escape')
    for action, title, inside, *target in (('business', '商家', '统一社会信用代码'), ('check', '检查', '关闭'),
                                           ('edit-label', '换标签', '来电时的样子', '<[int64 1, 2]>'),
                                           ('open-inspection', '巡检', '接听的手机', '<int64 0>')):
        steps.activate(PATH, action, *target)
        steps.look('app.' + action, inside)
        key(title, 'Escape')
    return steps


def main():
    xinbiao, ctl = sys.argv[1:3]
    launcher = next((p for p in LAUNCHER if os.path.exists(p)), None)
    if launcher is None:
        print('1..0 # SKIP at-spi2-core is not installed')
        return 0
    bus = subprocess.Popen([launcher, '--launch-immediately'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1)
    with tempfile.TemporaryDirectory() as home:
        subprocess.run([ctl, '--data-dir', os.path.join(home, 'xinbiao'), 'demo'], check=True, capture_output=True)
        env = dict(os.environ, XDG_DATA_HOME=home, LANG='zh_CN.UTF-8', LANGUAGE='zh_CN', LC_ALL='C.UTF-8',
                   GTK_A11Y='atspi')
        env.pop('XINBIAO_DATA_DIR', None)
        with open(os.path.join(home, 'log'), 'w+', encoding='utf-8', errors='replace') as log:
            process = subprocess.Popen([xinbiao], env=env, stdout=log, stderr=log)
            try:
                steps = walk(process)
            except Trouble as trouble:
                print(f'Bail out! {trouble}')
                log.seek(0)
                print('\n'.join('# ' + line.rstrip() for line in log.readlines()[-20:]))
                return 1
            finally:
                process.kill()
                process.wait()
                bus.kill()
                bus.wait()
    print(f'1..{steps.number}')
    return 1 if steps.bad else 0


sys.exit(main())
