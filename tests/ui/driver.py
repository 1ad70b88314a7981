# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program through its accessibility tree, as somebody who cannot see it would, with real keys.

Nothing here sleeps for a time that was guessed: everything waits for what it is about, within bounds.
"""
import os
import re
import resource
import signal
import subprocess
import time

os.environ.pop('G_DEBUG', None)  # the program's, not this one's: the accessibility library warns while programs come and go

import pyatspi  # noqa: E402
from gi.repository import GLib  # noqa: E402

BUS = 'io.github.xinbiao.Xinbiao'
PATH = '/io/github/xinbiao/Xinbiao'
LAUNCHER = ('/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher')
PATIENCE = 40  # seconds: a machine that does something else as well
BEAT = 0.1
TOPS = ('frame', 'dialog', 'window', 'alert', 'file chooser', 'filler')  # the toolkit's file dialog is a filler
BUTTONS = ('push button', 'toggle button')
ENTRIES = ('text', 'entry')
# What only holds or scrolls what one stops at with Tab; all else that can have the keyboard is called something.
HOLDERS = TOPS + ('scroll pane', 'panel', 'scroll bar', 'viewport', 'list')
# What the toolkit calls a thing that has no name.
CLASS = re.compile(r'^(Gtk|Adw|Xb)[A-Z]\w+$')
# The letter to press with Alt, left in what is read aloud.
MNEMONIC = re.compile(r'\(_\w\)|(^|\W)_\w')


class Trouble(Exception):
    """Something was not there, or would not do."""


def until(what, seconds=PATIENCE):
    """The first true answer of what(); None when there is none in time."""
    end = time.monotonic() + seconds
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        answer = what()
        if answer:
            return answer
        if time.monotonic() > end:
            return None
        time.sleep(BEAT)


def start_accessibility():
    """One accessibility bus for all programs of the test."""
    path = next((p for p in LAUNCHER if os.path.exists(p)), None)
    if path is None:
        raise Trouble('at-spi2-core is not installed')
    bus = subprocess.Popen([path, '--launch-immediately'], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    ask = ['gdbus', 'call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus', '--method',
           'org.a11y.Bus.GetAddress']
    if not until(lambda: subprocess.run(ask, capture_output=True).returncode == 0):
        raise Trouble('there is no accessibility bus')
    return bus


def plain(text):
    """Without the letters that are pressed with Alt: 记录(_R)… is 记录…"""
    return re.sub(r'\(_?[A-Za-z]\)', '', text or '')


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


def name(node):
    try:
        return plain(node.name)
    except Exception:
        return ''


def content(node):
    try:
        text = node.queryText()
        return text.getText(0, text.characterCount)
    except Exception:
        return ''


def words(node):
    """What is read aloud: the name, and the text of what holds one."""
    return name(node) + '\n' + (plain(content(node)) if role(node) in ENTRIES else '')


def is_called(node, text):
    """A button says its verb first, and then perhaps for what; or it is called by its row, and shows its verb."""
    def verb(said):
        return re.match(re.escape(text) + r'(…|：|\s|$)', said) is not None
    return verb(name(node)) or any(verb(name(c)) for c in children(node) if role(c) == 'label')


def has(node, *states):
    try:
        mine = node.getState()
        return all(mine.contains(s) for s in states)
    except Exception:
        return False


def walk(node, fold=()):
    """What is visible, and stands in what is visible; not what is in a thing of a role in @fold."""
    if role(node) == 'application' or has(node, pyatspi.STATE_VISIBLE):
        yield node
        if role(node) not in fold:
            for child in children(node):
                yield from walk(child, fold)


def place(node):
    """Where a thing is, in words, for the report of a fault."""
    parts = []
    while node is not None and role(node) != 'application':
        if name(node) or role(node) in TOPS:
            parts.append(f'{role(node)} “{name(node)}”')
        node = node.parent
    return ' in '.join(parts[:6])


def name_fault(node):
    """What is wrong with the name of something that can have the keyboard; None if nothing is."""
    try:
        said = (node.name or '').strip()
        size = node.queryComponent().getSize()
    except Exception:
        return None  # it went
    if min(size) <= 1:  # nobody sees it
        return None
    if not said or CLASS.match(said):
        return 'no name: ' + f'{role(node)} in {place(node.parent)}'
    return 'a mnemonic is read aloud: ' + place(node) if MNEMONIC.search(said) else None


class Program:
    def __init__(self, command, data_home, log, debug):
        env = dict(os.environ, XDG_DATA_HOME=data_home, GTK_A11Y='atspi', LANG='C.UTF-8', LANGUAGE='zh_CN')
        env.pop('LC_ALL', None)
        env.pop('XINBIAO_DATA_DIR', None)
        if debug:
            env['G_DEBUG'] = debug
        self.window = None  # the title of the window that is worked in
        with open(log, 'ab') as out:
            # a limit on files is told to it as an error, not as the end
            self.process = subprocess.Popen(command, env=env, stdout=out, stderr=out, restore_signals=False,
                                            preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN))

    def fill_disk(self, full=True):
        """Whatever the program writes from now on does not go into a file, as on a full disk; or does again."""
        most = 0 if full else resource.RLIM_INFINITY
        resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))

    def kill(self):
        self.process.kill()
        self.process.wait()

    def check_alive(self):
        if self.process.poll() is not None:
            raise Trouble(f'the program ended with {self.process.returncode}')

    # --- the tree

    def windows(self):
        self.check_alive()
        for app in children(pyatspi.Registry.getDesktop(0)):
            try:
                mine = app.get_process_id() == self.process.pid
            except Exception:
                mine = False
            if mine:
                yield from (w for w in children(app) if role(w) in TOPS and has(w, pyatspi.STATE_VISIBLE))

    def nodes(self):
        for window in self.windows():
            if self.window is None or self.window in name(window):
                yield from walk(window)

    def find(self, text, roles):
        return next((n for n in self.nodes() if role(n) in roles and text in words(n)), None)

    def wait(self, text, roles=('label',) + BUTTONS, seconds=PATIENCE, there=True):
        def look():
            node = self.find(text, roles)
            return (node or True) if (node is not None) == there else None
        node = until(look, seconds)
        if node is None:
            raise Trouble(f'“{text}” {"did not come" if there else "did not go"} within {seconds} s; '
                          f'shown in {self.window}: {self.text()}')
        return node

    def wait_exactly(self, text):
        if not until(lambda: any(role(n) in ('label',) + BUTTONS and text in (name(n), content(n)) for n in self.nodes())):
            raise Trouble(f'“{text}” did not come; shown in {self.window}: {self.text()}')

    def wait_gone(self, text, roles=('label',) + BUTTONS):
        self.wait(text, roles, there=False)

    def text(self):
        """Every text that is shown, for the report of a failure."""
        return ' | '.join(dict.fromkeys(words(n).strip().replace('\n', ' = ') for n in self.nodes()
                                        if role(n) in ('label', 'check box') + BUTTONS + ENTRIES))[:3000]

    def nameless(self):
        """Whatever can have the keyboard and has no name, or one that cannot be read aloud, as sentences. What a
        drop-down unfolds is the toolkit's own list, and reads its labels. A name may come a moment after its thing."""
        faults = []

        def look():
            faults[:] = sorted({fault for window in self.windows() if self.window is None or self.window in name(window)
                                for node in walk(window, ('combo box',))
                                if role(node) not in HOLDERS and has(node, pyatspi.STATE_FOCUSABLE)
                                for fault in [name_fault(node)] if fault})
            return not faults
        until(look, 5)
        return faults

    # --- windows and keys

    def in_window(self, title):
        """Works in the window of that title from now on, with the keyboard. There is no window manager on the
        test's display, so the keyboard is given to it by hand."""
        self.window = title

        def give():
            self.check_alive()
            found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                                   capture_output=True, text=True).stdout.split()
            for xid in reversed(found):
                shown = subprocess.run(['xdotool', 'getwindowname', xid], capture_output=True, text=True).stdout
                if title in shown:
                    subprocess.run(['xdotool', 'windowfocus', xid], capture_output=True)
                    if until(lambda: any(title in name(w) and (has(w, pyatspi.STATE_ACTIVE) or role(w) == 'filler')
                                         for w in self.windows()), 2):
                        return True  # else it is a popover, which has an X window and no keyboard
            return False
        if not until(give):
            raise Trouble(f'there is no window “{title}”, but {[name(w) for w in self.windows()]}')
        return self

    def press(self, *keys):
        subprocess.run(['xdotool', 'key', '--delay', '30', *keys], check=True)

    def type(self, text):
        """Letters of the plain alphabet, into what has the keyboard."""
        subprocess.run(['xdotool', 'type', '--delay', '30', text], check=True)

    def paste(self, words, kind='UTF8_STRING'):
        """Out of the clipboard, as copied in another program."""
        subprocess.run(['xclip', '-selection', 'clipboard', '-target', kind, '-in'], input=words.encode(), check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # it stays and serves; its streams must not be held
        self.press('ctrl+v')

    def focused(self):
        return next((n for n in self.nodes() if has(n, pyatspi.STATE_FOCUSED) and role(n) not in TOPS), None)

    def holds(self, node, text):
        """Whether the keyboard is at something called so, or in a row that is."""
        return node is not None and any(text in words(n) for n in walk(node))

    def is_at(self, choice):
        """Whether the keyboard is at something that says that and no more: the question of a row may hold its answers."""
        at = self.focused()
        return at is not None and any(choice in (name(n), content(n)) for n in walk(at))

    def tab_to(self, text, key='Tab', most=60):
        """With the keyboard alone: Tab until it is there."""
        for _ in range(most):
            at = self.focused()
            if self.holds(at, text):
                return at
            before = words(at) if at is not None else None
            self.press(key)
            until(lambda: (lambda now: now is not None and (now != at or words(now) != before))(self.focused()), 2)
        raise Trouble(f'{key} does not lead to “{text}”; it ends at {words(self.focused() or self.find("", TOPS))!r}')

    def tick(self, text):
        """Goes to a row with Tab and ticks it with Space."""
        def ticked():
            node = self.find(text, ('check box', 'radio button'))
            return node is not None and has(node, pyatspi.STATE_CHECKED)
        if ticked():
            return
        self.tab_to(text)
        self.press('space')
        if not until(ticked):
            raise Trouble(f'Space does not tick “{text}”')

    def wait_closed(self, title):
        if not until(lambda: not any(title in name(w) for w in self.windows())):
            raise Trouble(f'the window “{title}” stays; shown: {self.text()}')

    # --- acts

    def click(self, text, seconds=PATIENCE):
        def ready():
            return next((n for n in self.nodes() if role(n) in BUTTONS and is_called(n, text)
                         and has(n, pyatspi.STATE_SENSITIVE)), None)
        node = until(ready, seconds)
        if node is None:
            raise Trouble(f'“{text}” cannot be pressed; shown in {self.window}: {self.text()}')
        action = node.queryAction()
        names = [action.getName(i) for i in range(action.nActions)]
        wish = next((w for w in ('click', 'toggle', 'activate', 'press') if w in names), None)
        if wish is None:
            raise Trouble(f'“{text}” has no action but {names}')
        action.doAction(names.index(wish))

    def can_press(self, text):
        return any(role(n) in BUTTONS and is_called(n, text) and has(n, pyatspi.STATE_SENSITIVE) for n in self.nodes())

    def choose(self, title, choice):
        """One of a row's choices: the row opens, arrows go through them."""
        self.tab_to(title)
        self.press('space')
        item = self.wait(choice, ('label', 'list item'))
        for _ in range(30):
            if self.is_at(choice):
                self.press('Return')
                self.wait(choice)
                return
            self.press('Down')
        raise Trouble(f'the arrows do not lead to “{choice}” but to {words(self.focused() or item)!r}')

    def write(self, text, value):
        """Fills the field that is called so."""
        node = self.wait(text, ENTRIES)
        node.queryEditableText().setTextContents(value)
        if not until(lambda: self.value(text) == value, 5):
            raise Trouble(f'“{text}” holds {self.value(text)!r} instead of {value!r}')

    def value(self, text):
        node = self.find(text, ENTRIES)
        return content(node) if node is not None else None

    def choose_file(self, path, title, verb, back):
        """In GTK's own dialog for files: the place is written, and taken."""
        self.in_window(title)
        self.press('ctrl+l')
        box = until(lambda: next((n for n in self.nodes() if role(n) in ENTRIES and has(n, pyatspi.STATE_FOCUSED)),
                                 None))
        if box is None:
            raise Trouble(f'the dialog “{title}” takes no path; shown: {self.text()}')
        box.queryEditableText().setTextContents(path)
        self.click(verb)
        if not until(lambda: not any(title in name(w) for w in self.windows())):
            raise Trouble(f'the dialog “{title}” stays; shown: {self.text()}')
        self.in_window(back)

    def activate(self, action, *targets):
        """An action of the application, over the session bus, as a notification would do it."""
        target = ', '.join(f'<int64 {t}>' if isinstance(t, int) else f'<{t}>' for t in targets)
        call = ['gdbus', 'call', '--session', '--dest', BUS, '--object-path', PATH, '--method',
                'org.gtk.Actions.Activate', action, f'[{target}]', '{}']
        if not until(lambda: subprocess.run(call, capture_output=True).returncode == 0):
            raise Trouble(f'{action} is not taken')
