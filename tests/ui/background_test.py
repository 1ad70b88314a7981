#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program without a window: it tells the desktop of an alert once, and a notification leads to its place.

    background_test.py XINBIAO XINBIAOCTL

To be run inside a session bus and a display of its own. The desktop is played here: a service that notes notifications.
"""
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

XML = """<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>"""
HEAD = '日期,号码,呼出量,接通量,标记次数,投诉量\n'
TOLD = []


def called(bus, sender, path, interface, method, parameters, invocation):
    if method == 'Notify':
        TOLD.append(parameters.unpack())
        invocation.return_value(GLib.Variant('(u)', (len(TOLD),)))
    elif method == 'GetServerInformation':
        invocation.return_value(GLib.Variant('(ssss)', ('test', 'test', '1', '1.2')))
    elif method == 'GetCapabilities':
        invocation.return_value(GLib.Variant('(as)', (['actions', 'body'],)))
    else:
        invocation.return_value(None)


def wait(what, seconds=30):
    end = time.monotonic() + seconds
    while not what() and time.monotonic() < end:
        GLib.MainContext.default().iteration(False)
        time.sleep(0.02)
    return what()


def main(program, ctl):
    folder = Path(tempfile.mkdtemp(prefix='xinbiao-background-'))
    env = {**os.environ, 'HOME': str(folder), 'XDG_DATA_HOME': str(folder / 'share'), 'LANGUAGE': 'en'}
    env.pop('XINBIAO_DATA_DIR', None)
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.register_object('/org/freedesktop/Notifications', Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], called, None, None)
    Gio.bus_own_name_on_connection(bus, 'org.freedesktop.Notifications', Gio.BusNameOwnerFlags.NONE, None, None)

    def run(*words):
        subprocess.run([ctl, *map(str, words)], env=env, check=True, capture_output=True, timeout=60)

    def import_day(days_ago, marks):
        day = time.strftime('%Y-%m-%d', time.gmtime(time.time() + 8 * 3600 - days_ago * 86400))
        report = folder / f'{days_ago}.csv'
        report.write_text(f'{HEAD}{day},13800138000,100,90,{marks},0\n')
        run('metrics', 'import', report)

    run('business', 'set', '--name', '成都蜀香餐饮有限公司')
    run('number', 'add', '13800138000')
    run('due')
    database = folder / 'share' / 'xinbiao' / 'xinbiao.db'
    with sqlite3.connect(database) as file:  # whatever hour it is
        file.execute("INSERT OR REPLACE INTO setting VALUES ('quiet-from', '0'), ('quiet-until', '0')")
    import_day(3, 6)
    print('1..4')
    process = subprocess.Popen([program, '--background'], env=env)
    try:
        ok = wait(lambda: TOLD)
        print('ok 1 - told without a window' if ok and '6 marks' in TOLD[0][3] else f'not ok 1 - {TOLD}')
        import_day(2, 0)
        import_day(1, 7)  # another process wrote: the program sees it by itself
        ok = wait(lambda: len(TOLD) > 1)
        print('ok 2 - told of a new day' if ok and '7 marks' in TOLD[1][3] else f'not ok 2 - {TOLD}')
        second = subprocess.run([program, '--background'], env=env, timeout=30, check=False)
        print('ok 3 - one watches' if second.returncode == 0 and process.poll() is None else 'not ok 3')
        bus.call_sync('io.github.xinbiao.Xinbiao', '/io/github/xinbiao/Xinbiao', 'org.freedesktop.Application', 'ActivateAction',
                      GLib.Variant('(sava{sv})', ('open-case-of-alert', [GLib.Variant('x', 2)], {})), None,
                      Gio.DBusCallFlags.NONE, 30000, None)
        windows = lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(process.pid)], capture_output=True,
                                         check=False).stdout.split()
        print('ok 4 - the notification opens the case' if wait(lambda: len(windows()) >= 2) else 'not ok 4')
    finally:
        process.terminate()
        process.wait(20)


if __name__ == '__main__':
    main(*[os.path.abspath(a) for a in sys.argv[1:3]])
