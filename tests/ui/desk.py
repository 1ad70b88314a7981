# SPDX-License-Identifier: GPL-3.0-or-later
"""What the drives of the real program share: a data folder of their own, the program, xinbiaoctl beside it, and TAP.

DRIVE_PICTURES=FOLDER keeps a picture of the display after every case.
"""
import json
import os
import shutil
import struct
import subprocess
import tempfile
import traceback
import zlib

DEBUG = os.environ.get('G_DEBUG')  # before the driver takes it away from this program

import display  # noqa: E402
import driver  # noqa: E402

MAIN = '信标'


class Desk:
    def __init__(self, xinbiao, ctl, home):
        self.xinbiao, self.tool, self.home = xinbiao, ctl, home
        self.data = os.path.join(home, 'xinbiao')
        self.program = None

    def start(self, *args):
        self.program = driver.Program([self.xinbiao, *args], self.home, os.path.join(self.home, 'log'), DEBUG)
        return self.program

    def start_again(self):
        """As after a power cut."""
        self.program.kill()
        return self.start().in_window(MAIN)

    def run(self, *args):
        return subprocess.run([self.tool, '--data-dir', self.data, '--json', *args], capture_output=True, text=True)

    def ctl(self, *args):
        done = self.run(*args)
        if done.returncode != 0:
            raise driver.Trouble(f'xinbiaoctl {args}: {done.stderr}')
        return json.loads(done.stdout) if done.stdout.strip() else None

    def path(self, name):
        return os.path.join(self.home, name)

    def read_pdf(self, path):
        """Its text as a reader of PDFs finds it."""
        return subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True, check=True).stdout

    def list_images(self, path):
        """A line for each picture in a PDF."""
        listed = subprocess.run(['pdfimages', '-list', path], capture_output=True, text=True, check=True).stdout
        return listed.splitlines()[2:]


def write_png(path, width, height, colour=(60, 110, 160)):
    """A real picture of that size; without a colour in black and white, a bit each: enormous ones cost little."""
    depth, kind, row = (8, 2, bytes(colour) * width) if colour else (1, 0, bytes((width + 7) // 8))
    packer = zlib.compressobj(1)
    data = b''.join(packer.compress(b'\0' + row) for _ in range(height)) + packer.flush()

    def chunk(name, body):
        return struct.pack('>I', len(body)) + name + body + struct.pack('>I', zlib.crc32(name + body))

    with open(path, 'wb') as out:
        out.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, depth, kind, 0, 0, 0))
                  + chunk(b'IDAT', data) + chunk(b'IEND', b''))
    return path


def check_names(program, where):
    """Every control is called something."""
    nameless = program.nameless()
    assert not nameless, (where, nameless)


def wait_for(what, sentence):
    if not driver.until(what):
        raise driver.Trouble(sentence)


def keep_picture(name):
    folder = os.environ.get('DRIVE_PICTURES')
    if folder:
        subprocess.run(['import', '-window', 'root', os.path.join(folder, name + '.png')])


def drive(name, plan, cases, xinbiao, ctl, tools=(), kind=Desk):
    """Runs cases(desk), which yields a sentence after each; returns the exit status."""
    missing = [tool for tool in ('Xvfb', 'xdotool', *tools) if shutil.which(tool) is None]
    if missing:
        print(f'1..0 # SKIP {", ".join(missing)} not installed')
        return 0
    done, helpers = 0, []
    print(f'1..{plan}', flush=True)
    with tempfile.TemporaryDirectory() as home:
        desk = kind(xinbiao, ctl, home)
        try:
            helpers = [display.start_display(), driver.start_accessibility()]
            for done, sentence in enumerate(cases(desk), 1):
                keep_picture(f'{name}-{done:02}')
                print(f'ok {done} - {sentence}', flush=True)
        except Exception as error:
            keep_picture(f'{name}-failed')
            print(f'not ok {done + 1} - {error!r}', flush=True)
            traceback.print_exc()
            print(''.join(f'# {line}' for line in open(desk.path('log'), errors='replace')), flush=True)
        finally:
            if desk.program is not None:
                desk.program.kill()
            for helper in reversed(helpers):
                helper.terminate()
                helper.wait()
    return 0 if done == plan else 1
