#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program is started by the session's bus, as a notification or the desktop does it.

    activation_test.py XINBIAO XINBIAOCTL SERVICE DBUS_DAEMON

To be run on a display of its own. The bus is made here, with the program's own service file, which is made to start
the program that was built.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

NAME, PATH = 'io.github.xinbiao.Xinbiao', '/io/github/xinbiao/Xinbiao'
CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen><servicedir>{folder}</servicedir>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"""


def wait(what, seconds=40):
    end = time.monotonic() + seconds
    while not what() and time.monotonic() < end:
        time.sleep(0.1)
    return what()


def titles():
    """Of all windows on the display."""
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', '.'], capture_output=True, text=True,
                           check=False).stdout.split()
    return [subprocess.run(['xdotool', 'getwindowname', each], capture_output=True, text=True, check=False).stdout.strip()
            for each in found]


class Bus:
    def __init__(self, address):
        flags = Gio.DBusConnectionFlags
        self.link = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)

    def ask(self, method, *words):
        return self.link.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', method,
                                   GLib.Variant('(' + ''.join('su'[isinstance(w, int)] for w in words) + ')', words), None,
                                   Gio.DBusCallFlags.NONE, 30000, None).unpack()[0]

    def runs(self):
        return self.ask('NameHasOwner', NAME)

    def call(self, method, kind, *words):
        self.link.call_sync(NAME, PATH, 'org.freedesktop.Application', method, GLib.Variant(kind, words), None,
                            Gio.DBusCallFlags.NONE, 30000, None)


def close_window(part):
    for each in subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', part], capture_output=True, text=True,
                               check=False).stdout.split():
        subprocess.run(['xdotool', 'windowfocus', each], check=False)
        subprocess.run(['xdotool', 'key', 'ctrl+w'], check=False)


def cases(bus, number):
    assert not bus.runs()
    bus.call('ActivateAction', '(sava{sv})', 'open-incident', [GLib.Variant('x', number)], {})
    yield 'a notification starts the program and opens its case', wait(lambda: any('138 0013 8000' in t for t in titles()))
    yield 'and no other window', len(titles()) == 1
    close_window('138 0013 8000')
    yield 'it ends with that window', wait(lambda: not bus.runs())
    bus.call('ActivateAction', '(sava{sv})', 'show-page', [GLib.Variant('s', 'incidents')], {})
    yield 'a notification that leads to a page opens the window', wait(lambda: 'Xinbiao' in titles())
    close_window('Xinbiao')
    yield 'and it ends again', wait(lambda: not bus.runs())
    bus.call('Activate', '(a{sv})', {})
    yield 'the desktop starts it', wait(lambda: 'Xinbiao' in titles())
    close_window('Xinbiao')
    wait(lambda: not bus.runs())
    bus.ask('StartServiceByName', NAME, 0)
    yield 'started for nothing it shows nothing, and ends by itself', (
        not titles() and wait(lambda: not bus.runs(), 60) and not titles())


def main(program, ctl, service, daemon):
    folder = Path(tempfile.mkdtemp(prefix='xinbiao-activation-'))
    text = Path(service).read_text(encoding='utf-8')
    (folder / (NAME + '.service')).write_text(re.sub(r'(?m)^Exec=\S+', f'Exec={program}', text), encoding='utf-8')
    (folder / 'bus.conf').write_text(CONFIG.format(folder=folder), encoding='utf-8')
    env = {**os.environ, 'HOME': str(folder), 'XDG_DATA_HOME': str(folder / 'share'), 'LANGUAGE': 'en'}
    env.pop('XINBIAO_DATA_DIR', None)
    for words in (['business', 'set', '--name', '成都蜀香餐饮有限公司'], ['number', 'add', '13800138000']):
        subprocess.run([ctl, *words], env=env, check=True, capture_output=True, timeout=60)
    opened = subprocess.run([ctl, '--json', 'incident', 'open', '13800138000', '--kind', 'mark'], env=env, check=True,
                            capture_output=True, timeout=60)
    print('1..7', flush=True)
    process = subprocess.Popen([daemon, '--config-file', str(folder / 'bus.conf'), '--nofork', '--print-address'],
                               env=env, stdout=subprocess.PIPE, text=True)
    failed = 0
    try:
        bus = Bus(process.stdout.readline().strip())
        for number, (sentence, ok) in enumerate(cases(bus, json.loads(opened.stdout)['id']), 1):
            print(f'{"ok" if ok else "not ok"} {number} - {sentence}', *([] if ok else [f'# {titles()}']), flush=True)
            failed += not ok
        if bus.runs():
            os.kill(bus.ask('GetConnectionUnixProcessID', NAME), 15)
    finally:
        process.terminate()
        process.wait(20)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*[os.path.abspath(a) for a in sys.argv[1:5]]))
