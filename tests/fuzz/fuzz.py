"""Differential tests: makes programs, runs each here and on CPython, takes a differing one apart until nothing more can
be taken out of it.

    python3.13 tests/fuzz/fuzz.py ORACLE BINARY [--count N] [--seed S] [--kind KIND] [--only NUMBER] [--keep FOLDER]

ORACLE and tests/python/record.py have the same form of call. A seed gives the same programs each time; a program's own
number within it is printed when it differs, and `--only` makes that one alone.
"""
import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(os.path.dirname(HERE), 'python')]

import coroutines
import mistakes
import plain
import program
import threads
from record import ADDRESS, own_stderr

KINDS = {'coroutines': coroutines.make, 'mistakes': mistakes.make, 'plain': plain.make, 'threads': threads.make}
SECONDS = 60
LIBRARY = re.compile(r'/[^\s:"]*/python3\.13/')
# The oracle ends a program that computes without end: threads that poll a clock which stands still.
WATCHDOG = re.compile(r'stopped after \S+ s of real time')


def made(seed, number, only=None):
    """Program NUMBER of a seed, and its kind."""
    rng = random.Random(f'{seed}:{number}')
    kind = only or ('coroutines', 'coroutines', 'plain', 'threads')[number % 4]
    return kind, KINDS[kind](rng)


def run(command, folder):
    times = os.path.join(folder, 'times')
    open(times, 'w').close()
    command = [part.replace('{times}', times) for part in command]
    environment = {**os.environ, 'PYTHONHASHSEED': '0', 'PYTHONUTF8': '1'}
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors='replace', stdin=subprocess.DEVNULL,
                              timeout=SECONDS, cwd=folder, env=environment)
    except subprocess.TimeoutExpired:
        return 'ran for too long'
    if done.returncode == 124 and WATCHDOG.search(done.stderr):
        return 'ran for too long'
    with open(times, errors='replace') as file:
        # Whether the last line ends is seen in stdout itself.
        stdout = file.read().removesuffix('\n')
    stderr = own_stderr(done.stderr)
    if done.returncode == 70:
        # What stands below is for the reader.
        before, deadlock, _ = stderr.partition('deadlock: nothing can ever run again')
        stderr = before + deadlock
    stderr = ''.join(line for line in stderr.splitlines(True) if 'Previous line repeated' not in line)
    said = f'{without_places(stdout)}\n--- stderr\n{without_places(stderr)}'
    return f'exit {done.returncode}\n{without_places(done.stdout)[-200:]}\n{said}'


def without_places(text):
    """It without what differs from one machine to another."""
    return ADDRESS.sub('0xADDR', LIBRARY.sub('<stdlib>/', text))


class Pair:
    """The two that run programs."""

    def __init__(self, oracle, binary):
        self.commands = ([sys.executable, os.path.abspath(oracle), '--times', '{times}', 'main.py'],
                         [os.path.abspath(binary), 'run', '--times', '{times}', 'main.py'])

    def outcomes(self, text):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, 'main.py'), 'w') as file:
                file.write(text)
            return [run(command, folder) for command in self.commands]

    def differ(self, text):
        wanted, got = self.outcomes(text)
        return wanted != got


def sort_of(wanted, got):
    """What kind of difference it is: a smaller program must differ in the same way."""
    if got == 'ran for too long' or wanted == 'ran for too long':
        return 'time'
    if 'not supported in Loopscope' in got:
        return 'not supported'
    if wanted.partition('\n')[0] != got.partition('\n')[0]:
        return wanted.partition('\n')[0] + '/' + got.partition('\n')[0]
    return 'stdout' if wanted.partition('--- stderr')[0] != got.partition('--- stderr')[0] else 'stderr'


def shrunk(pair, tree, tries=250):
    """The smallest program found that still differs in the same way."""
    kind = sort_of(*pair.outcomes(program.text_of(tree)))
    seen = set()
    again = True
    while again and tries > 0:
        again = False
        for less in program.smaller(tree):
            text = program.text_of(less)
            if text in seen:
                continue
            seen.add(text)
            tries -= 1
            if tries <= 0:
                break
            wanted, got = pair.outcomes(text)
            if wanted != got and sort_of(wanted, got) == kind:
                tree, again = less, True
                break
    return program.text_of(tree)


def difference(wanted, got):
    a, b = wanted.splitlines(), got.splitlines()
    for number in range(max(len(a), len(b))):
        left, right = (a[number] if number < len(a) else None), (b[number] if number < len(b) else None)
        if left != right:
            return f'    CPython:   {left!r}\n    Loopscope: {right!r}'
    return ''


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n\n')[0])
    parser.add_argument('oracle')
    parser.add_argument('binary')
    parser.add_argument('--count', type=int, default=200)
    parser.add_argument('--seed', default='1')
    parser.add_argument('--kind', choices=KINDS)
    parser.add_argument('--only', type=int)
    parser.add_argument('--keep', help='a folder for the differing programs, made small')
    parser.add_argument('--no-shrink', action='store_true')
    parser.add_argument('--known', help='a file of programs (SEED:NUMBER) whose difference is known: they are no failures')
    args = parser.parse_args()
    pair = Pair(args.oracle, args.binary)
    known = set()
    if args.known:
        with open(args.known) as file:
            known = {line.split()[0] for line in file if line.strip() and line[0] != '#'}
    numbers = range(args.count) if args.only is None else [args.only]

    def one(number):
        kind, tree = made(args.seed, number, args.kind)
        text = program.text_of(tree)
        wrong = kind == 'mistakes'
        try:
            if not wrong:
                compile(text, 'main.py', 'exec')
        except SyntaxError as e:
            return number, kind, tree, f'the generator made no program: {e}'
        wanted, got = pair.outcomes(text)
        # Where CPython itself does not end under the oracle, nothing can be compared.
        same = wanted in (got, 'ran for too long') or wrong and 'not supported in Loopscope' in got
        return number, kind, tree, None if same else difference(wanted, got)
    differing = []
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for number, kind, tree, found in pool.map(one, numbers):
            if found is not None:
                print(f'{args.seed}:{number} ({kind}) differs\n{found}', flush=True)
                differing.append((number, tree))
    for number, tree in differing if not args.no_shrink else ():
        text = shrunk(pair, tree)
        print(f'--- {args.seed}:{number}, made small\n{text}\n{difference(*pair.outcomes(text))}\n', flush=True)
        if args.keep:
            os.makedirs(args.keep, exist_ok=True)
            with open(os.path.join(args.keep, f'{args.seed}_{number}.py'), 'w') as file:
                file.write(text)
    new = [number for number, _ in differing if f'{args.seed}:{number}' not in known]
    print(f'{len(numbers)} programs: {len(differing)} differ, {len(differing) - len(new)} of them known')
    print(f'{len(numbers) - len(new)} passed, {len(new)} failed')
    return 1 if new else 0


if __name__ == '__main__':
    sys.exit(main())
