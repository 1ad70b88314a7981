# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program through its accessibility tree, as somebody who cannot see it would."""
import os
import subprocess
import time

import pyatspi

BUS = 'io.github.xinbiao.Xinbiao'
PATH = '/io/github/xinbiao/Xinbiao'
LAUNCHER = ('/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher')


class Trouble(Exception):
    """Something was not there, or would not do."""


def start_accessibility():
    """One accessibility bus for all programs of the test."""
    path = next((p for p in LAUNCHER if os.path.exists(p)), None)
    if path is None:
        raise Trouble('at-spi2-core is not installed')
    bus = subprocess.Popen([path, '--launch-immediately'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1)
    return bus


def children(node):
    try:
        return [c for c in (node.getChildAtIndex(i) for i in range(node.childCount)) if c is not None]
    except Exception:
        return []


def role(node):
    try:
        return node.getRoleName()
    except Exception:
        return ''


def words(node):
    """What is read aloud: the name, and the text of what holds one."""
    try:
        name = node.name or ''
    except Exception:
        return ''
    try:
        text = node.queryText()
        return name + '\n' + text.getText(0, text.characterCount)
    except Exception:
        return name


def visible(node):
    try:
        return role(node) == 'application' or node.getState().contains(pyatspi.STATE_VISIBLE)
    except Exception:
        return False


def walk(node):
    """What is visible, and stands in what is visible."""
    if visible(node):
        yield node
        for child in children(node):
            yield from walk(child)


class Program:
    def __init__(self, command, data_home, log):
        env = dict(os.environ, XDG_DATA_HOME=data_home, LANG='zh_CN.UTF-8', LANGUAGE='zh_CN', LC_ALL='C.UTF-8',
                   GTK_A11Y='atspi')
        env.pop('XINBIAO_DATA_DIR', None)
        self.log = open(log, 'ab')
        self.process = subprocess.Popen(command, env=env, stdout=self.log, stderr=self.log)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def quit(self):
        self.process.terminate()
        self.process.wait(10)

    def nodes(self):
        desk = pyatspi.Registry.getDesktop(0)
        for app in children(desk):
            try:
                mine = app.get_process_id() == self.process.pid
            except Exception:
                mine = False
            if mine:
                yield from walk(app)

    def find(self, wanted, text):
        return next((n for n in self.nodes() if role(n) in wanted and text in words(n)), None)

    def wait(self, text, wanted=('label',), seconds=20, there=True):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise Trouble(f'the program ended with {self.process.returncode} while waiting for “{text}”')
            node = self.find(wanted, text)
            if bool(node) == there:
                return node
            time.sleep(0.2)
        raise Trouble(f'“{text}” {"did not come" if there else "did not go"} within {seconds} s; shown: {self.text()}')

    def wait_ready(self, text, seconds=20):
        """A button that can be pressed."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            node = self.wait(text, ('push button',), seconds)
            if node.getState().contains(pyatspi.STATE_SENSITIVE):
                return node
            time.sleep(0.2)
        raise Trouble(f'“{text}” cannot be pressed; shown: {self.text()}')

    def click(self, text, seconds=20):
        self.act(self.wait_ready(text, seconds))

    def tick(self, text, most=60):
        """Goes to a row with Tab, and ticks it with Space: check boxes have no action in the tree."""
        node = self.wait(text, ('check box', 'radio button'))
        for _ in range(most):
            if node.getState().contains(pyatspi.STATE_CHECKED):
                return
            row = self.focused()
            if row is not None and any(text in words(n) for n in walk(row)):
                self.press('space')
                return
            self.press('Tab')
        raise Trouble(f'Tab does not lead to “{text}”; it is at {words(row) if row else None}')

    @staticmethod
    def take_keyboard(title):
        """There is no window manager on the test's display: the keyboard is given to a window by hand."""
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', title], capture_output=True,
                               text=True).stdout.split()
        if not found:
            raise Trouble(f'there is no window “{title}”')
        subprocess.run(['xdotool', 'windowfocus', '--sync', found[-1]], check=True)
        time.sleep(0.3)

    def focused(self):
        return next((n for n in self.nodes() if n.getState().contains(pyatspi.STATE_FOCUSED)
                     and role(n) in ('list item', 'check box', 'radio button')), None)

    @staticmethod
    def press(key):
        subprocess.run(['xdotool', 'key', key], check=True)
        time.sleep(0.3)

    @staticmethod
    def act(node):
        action = node.queryAction()
        names = [action.getName(i) for i in range(action.nActions)]
        wish = next((w for w in ('click', 'toggle', 'activate', 'press') if w in names), None)
        if wish is None:
            raise Trouble(f'{node.name} has no action but {names}')
        action.doAction(names.index(wish))
        time.sleep(0.3)

    def write(self, name, text):
        self.wait(name, ('text', 'entry')).queryEditableText().setTextContents(text)
        time.sleep(0.2)

    def text(self):
        """Every text that is shown, for the report of a failure."""
        return ' | '.join(dict.fromkeys(words(n).strip() for n in self.nodes()
                                        if role(n) in ('label', 'push button', 'text')))[:2000]

    def activate(self, action, number):
        """An action of the application, over the session bus, as a notification would do it."""
        for _ in range(50):
            done = subprocess.run(['gdbus', 'call', '--session', '--dest', BUS, '--object-path', PATH, '--method',
                                   'org.gtk.Actions.Activate', action, f'[<int64 {number}>]', '{}'],
                                  capture_output=True, text=True)
            if done.returncode == 0:
                return
            time.sleep(0.2)
        raise Trouble(f'{action}: {done.stderr.strip()}')
