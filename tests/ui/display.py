#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""display.py COMMAND...: runs it on an X display of its own and ends with its exit status."""
import os
import subprocess
import sys


def start_display(size='1600x1024'):
    """Sets DISPLAY. Its number follows from that of this process: a test that ends meanwhile has another one."""
    name = f':{100 + os.getpid() % 50000}'
    readable, writable = os.pipe()
    # without -noreset it starts anew when its last client leaves, and refuses who comes meanwhile
    server = subprocess.Popen(['Xvfb', name, '-displayfd', str(writable), '-screen', '0', size + 'x24', '-nolisten', 'tcp',
                               '-noreset'], pass_fds=[writable], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writable)
    with os.fdopen(readable) as pipe:
        if not pipe.readline():
            raise OSError('there is no X display')
    os.environ['DISPLAY'] = name
    return server


def main(command):
    server = start_display()
    try:
        return subprocess.run(command).returncode
    finally:
        server.terminate()
        server.wait()


if __name__ == '__main__':
    status = main(sys.argv[1:])
    sys.exit(128 - status if status < 0 else status)
