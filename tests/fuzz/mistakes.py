"""Programs with mistakes in them: fixtures of tests/python and the lessons' programs, of which a few tokens are missing, others,
or have something behind them, or with one of `changes`. Most end in an error, whose words and place are compared."""
import functools
import glob
import io
import os
import re
import tokenize

from changes import changed

FIXTURES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'python')
LESSONS = os.path.join(os.path.dirname(os.path.dirname(FIXTURES)), 'www', 'lessons')
# What runs the same on each machine, with CPython's library alone.
FOLDERS = 'asyncio', 'language', 'library', 'objects', 'seams', 'threads', 'types'
LEFT_OUT = re.compile('recorded by hand|os.fork|import (aiofiles|aiohttp|anyio|bs4|httpx|loguru|orjson|pytest|requests|trio)')
SPACE = (tokenize.COMMENT, tokenize.DEDENT, tokenize.ENDMARKER, tokenize.INDENT, tokenize.NEWLINE, tokenize.NL)
OTHERS = ('None', '0', '-1', '""', '[]', '{}', '10**30', '1.5', 'b"x"', '()', 'lambda: 0', 'object()', 'type', 'asyncio', 'await', 'yield',
          '*', '**', 'self', 'print', '...', 'not', '1e308', 'float("nan")', 'range(3)', 'iter([])', 'set()', 'slice(None)', 'NotImplemented',
          'Exception', 'int', 'super()', 'f"{1}"', 'del', 'return', 'async', ':', ',', '(', ')', '\n', '    ', '，', '（', '“')


@functools.cache
def sources():
    """The fixtures' texts, and the lessons'."""
    texts = []
    for path in sorted(glob.glob(os.path.join(LESSONS, '*', '*.py'))):
        with open(path, encoding='utf-8') as file:
            texts.append(file.read())
    for folder in FOLDERS:
        for name in sorted(os.listdir(os.path.join(FIXTURES, folder))):
            if name.endswith('.py'):
                with open(os.path.join(FIXTURES, folder, name), encoding='utf-8') as file:
                    text = file.read()
                if not LEFT_OUT.search(text):
                    texts.append(text)
    return texts


def with_mistakes(text, rng):
    """The lines of a program with one to three mistakes."""
    try:
        tokens = [token for token in tokenize.generate_tokens(io.StringIO(text).readline)
                  if token.type not in SPACE and token.start[0] == token.end[0]]
    except (tokenize.TokenError, SyntaxError):
        # A fixture that is a mistake itself.
        return text.split('\n')
    names = [token.string for token in tokens if token.type == tokenize.NAME]
    lines = text.split('\n')
    for _ in range(rng.choice((1, 1, 2, 3))):
        token = rng.choice(tokens)
        row, start, end = token.start[0] - 1, token.start[1], token.end[1]
        if lines[row][start:end] != token.string:
            # An earlier mistake has moved it.
            continue
        instead = rng.choice((rng.choice(OTHERS), rng.choice(names), '', f'{token.string} {rng.choice(OTHERS)}'))
        lines[row] = lines[row][:start] + instead + lines[row][end:]
    return lines


def make(rng):
    text = rng.choice(sources())
    if rng.random() < 0.5:
        try:
            return changed(text, rng)
        except SyntaxError:
            # It is none to begin with.
            pass
    return with_mistakes(text, rng)
