#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""portal_test.py XINBIAO XINBIAOCTL

Whether the program may watch without a window is for the desktop to say: its Background portal is played here, with
every answer that it may give, and the switch is worked in the real window. Prints TAP. To be run inside
dbus-run-session.
"""
import os
import subprocess
import sys
import threading

import desk as on  # first: it takes the program's debugging switches out of this process
import driver
from desk import MAIN, wait_for

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

PORTAL, ROOT = 'org.freedesktop.portal.Desktop', '/org/freedesktop/portal/desktop'
XML = """<node><interface name="org.freedesktop.portal.Background"><method name="RequestBackground">
<arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method></interface></node>"""
SWITCH = '不开窗口也值守'
HEADING = '没能设为自动启动'


class Portal:
    """Answers on a thread of its own, as another program would."""

    def __init__(self):
        self.asked, self.answer, self.loop = [], None, GLib.MainLoop(GLib.MainContext())
        self.ready = threading.Event()
        threading.Thread(target=self.run, daemon=True).start()
        self.ready.wait(10)

    def run(self):
        context = self.loop.get_context()
        context.push_thread_default()
        flags = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ['DBUS_SESSION_BUS_ADDRESS'], flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        self.bus.register_object(ROOT, Gio.DBusNodeInfo.new_for_xml(XML).interfaces[0], self.called, None, None)
        self.ready.set()
        self.loop.run()

    def own(self, owned):
        method, words = ('RequestName', GLib.Variant('(su)', (PORTAL, 0))) if owned else (
            'ReleaseName', GLib.Variant('(s)', (PORTAL,)))
        self.bus.call_sync('org.freedesktop.DBus', '/', 'org.freedesktop.DBus', method, words, None,
                           Gio.DBusCallFlags.NONE, 10000, None)

    def called(self, bus, sender, path, interface, method, parameters, invocation):
        options = parameters.unpack()[1]
        self.asked.append(options)
        handle = f'{ROOT}/request/{sender[1:].replace(".", "_")}/{options["handle_token"]}'
        self.answer(invocation, sender, handle)

    def respond(self, sender, handle, response, granted):
        results = GLib.Variant('a{sv}', {'background': GLib.Variant('b', granted), 'autostart': GLib.Variant('b', granted)})
        self.bus.emit_signal(sender, handle, 'org.freedesktop.portal.Request', 'Response',
                             GLib.Variant.new_tuple(GLib.Variant('u', response), results))

    def later(self, response, granted):
        def answer(invocation, sender, handle):
            invocation.return_value(GLib.Variant('(o)', (handle,)))
            self.respond(sender, handle, response, granted)
        return answer

    def early(self, invocation, sender, handle):
        self.respond(sender, handle, 0, True)
        invocation.return_value(GLib.Variant('(o)', (handle,)))

    def elsewhere(self, invocation, sender, handle):
        """As portals did before there were tokens; the answer takes its time, as a person does."""
        handle = ROOT + '/request/17'
        invocation.return_value(GLib.Variant('(o)', (handle,)))
        source = GLib.timeout_source_new(1500)
        source.set_callback(lambda _: self.respond(sender, handle, 0, True))
        source.attach(self.loop.get_context())


def is_on(program):
    node = program.find(SWITCH, ('check box', 'toggle button'))
    return node is not None and driver.has(node, driver.pyatspi.STATE_CHECKED)


def turn(program):
    program.tab_to(SWITCH)
    program.press('space')


def settle(program, wanted):
    def settled():
        node = program.find(SWITCH, ('check box', 'toggle button'))
        return (node is not None and driver.has(node, driver.pyatspi.STATE_SENSITIVE)
                and driver.has(node, driver.pyatspi.STATE_CHECKED) == wanted)
    wait_for(settled, f'the switch is not {"on" if wanted else "off"}; shown: {program.text()}')


def read_no(program, sentence):
    """The answer is told, and the window goes on."""
    program.in_window('')
    program.wait(HEADING)
    program.wait(sentence)
    program.press('Escape')
    program.in_window(MAIN).wait_gone(HEADING)


def to_the_switch(program):
    program.in_window(MAIN).press('alt+6')
    program.wait(SWITCH)


def outlives_its_window(desk, program):
    def has_window():
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(program.process.pid)],
                              capture_output=True).stdout.split()
    program.press('ctrl+w')
    wait_for(lambda: program.process.poll() is not None or not has_window(), 'the window stays')
    return not driver.until(lambda: program.process.poll() is not None, 5)


def cases(desk):
    os.environ.update(GSETTINGS_BACKEND='keyfile', XDG_CONFIG_HOME=desk.path('config'))
    portal = Portal()
    desk.ctl('business', 'set', '--name', '成都青禾餐饮有限公司')
    program = desk.start()
    to_the_switch(program)
    turn(program)
    read_no(program, '这个桌面不支持自动启动授权')
    settle(program, True)
    turn(program)
    settle(program, False)
    yield 'no portal: it says so, and watches without a window all the same'

    portal.own(True)
    portal.answer = portal.later(0, False)
    turn(program)
    read_no(program, '桌面没有允许')
    settle(program, False)
    portal.answer = portal.later(1, False)
    turn(program)
    read_no(program, '桌面没有允许')
    settle(program, False)
    yield 'the desktop, or the person it asks, says no: told in a sentence, and it is off'
    assert not outlives_its_window(desk, program), 'it stays without leave'
    yield 'without leave it ends with its window'

    program = desk.start()
    to_the_switch(program)
    asked = len(portal.asked)
    portal.answer = portal.later(0, True)
    turn(program)
    settle(program, True)
    question = portal.asked[-1]
    assert len(portal.asked) == asked + 1 and question['autostart'] and question['commandline'][-1] == '--background', question
    turn(program)
    settle(program, False)
    wait_for(lambda: len(portal.asked) == asked + 2, 'the desktop is not told that it starts no longer')
    assert not portal.asked[-1]['autostart'], portal.asked[-1]
    yield 'allowed: it is on; off again: the desktop is told'
    portal.answer = portal.early
    turn(program)
    settle(program, True)
    turn(program)
    settle(program, False)
    yield 'an answer that is quicker than the reply is not missed'
    portal.answer = portal.elsewhere
    turn(program)
    settle(program, True)
    yield 'nor one of a portal that chooses the request itself'
    asked = len(portal.asked)
    assert outlives_its_window(desk, program), 'it ends with its window'
    program.kill()
    program = desk.start()
    to_the_switch(program)
    settle(program, True)
    assert len(portal.asked) == asked, 'it asks once more'
    yield 'with leave it outlives its window; started again it is still on, and nobody is asked again'
    portal.loop.quit()


if __name__ == '__main__':
    sys.exit(on.drive('portal', 7, cases, *sys.argv[1:]))
