#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench_lint.py XINBIAOCTL BENCH_LINT TOP: the linter beside two matchers that find the same words and do nothing else."""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CTL, BENCH, TOP = sys.argv[1], sys.argv[2], Path(sys.argv[3])
FIXTURES = TOP / 'tests/fixtures/lint'


def column(name, index):
    lines = (FIXTURES / name).read_text(encoding='utf-8').splitlines()[1:]
    return [line.split('\t')[index] for line in lines]


def gather():
    labels = [t for n in ('dev-positives.tsv', 'dev-negatives.tsv', 'own-positives.tsv', 'own-negatives.tsv')
              for t in column(n, 0)]
    words = {w for n in ('dev-positives.tsv', 'own-positives.tsv') for w in column(n, 1)}
    for lines in json.loads((TOP / 'data/lexicon/lists.json').read_text(encoding='utf-8')).values():
        words.update(w for line in lines for w in line.split() if w[0] != '<')
    return labels, sorted(words)


def time_ahocorasick(labels, words):
    try:
        import ahocorasick
    except ImportError:
        print('ahocorasick is not there (python3-ahocorasick): skipped')
        return
    automaton = ahocorasick.Automaton()
    for word in words:
        automaton.add_word(word, word)
    automaton.make_automaton()
    times = []
    for _ in range(10):
        start = time.process_time()
        for label in labels:
            for _found in automaton.iter(label):
                pass
        times.append((time.process_time() - start) / len(labels) * 1e6)
    print(f'{"ahocorasick (Python), the words alone":44} {sorted(times)[5]:8.2f} µs a label (best {min(times):.2f})')


def time_million(labels, folder):
    """A million labels through the program, and what memory it had at the end."""
    file = Path(folder, 'million')
    with file.open('w', encoding='utf-8') as out:
        for i in range(1_000_000):
            out.write(labels[i % len(labels)] + '\n')
    for count in (100_000, 1_000_000):
        with file.open(encoding='utf-8') as lines, open(os.devnull, 'w', encoding='utf-8') as nowhere:
            command = f'head -n {count} | {CTL} --data-dir {folder}/data --json lint -'
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            start = time.monotonic()
            subprocess.run(command, shell=True, stdin=lines, stdout=nowhere, check=False)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            print(f'{count} labels through xinbiaoctl lint --json -: {time.monotonic() - start:.2f} s, '
                  f'{after.ru_utime - before.ru_utime:.2f} s of processor, most memory {after.ru_maxrss // 1024} MB')


labels, words = gather()
with tempfile.TemporaryDirectory() as folder:
    Path(folder, 'labels').write_text('\n'.join(labels), encoding='utf-8')
    Path(folder, 'words').write_text('\n'.join(words), encoding='utf-8')
    subprocess.run([BENCH, f'{folder}/labels', f'{folder}/words'], check=True)
    time_ahocorasick(labels, words)
    time_million(labels, folder)
