"""The colours of a report of an exception, as `traceback` gives it with `colorize=True`."""
from itertools import groupby, zip_longest
from _colorize import ANSIColors as _Colors

_MARKS = {'~': _Colors.RED, '^': _Colors.BOLD_RED}


def _in(colour, text):
    return f'{colour}{text}{_Colors.RESET}'


def _place(line):
    """`File "…", line …, in …`"""
    begin, name, rest = line.partition('File ')
    file, words, rest = rest.rpartition(', line ')
    number, within, name_of = rest.partition(', in ')
    parts = begin, name, _in(_Colors.MAGENTA, file), words, _in(_Colors.MAGENTA, number), within
    return ''.join(parts) + (_in(_Colors.MAGENTA, name_of) if within else '')


def _is_marks(line):
    return bool(line.strip()) and not line.strip(' ~^')


def _marked(source, marks):
    """A line, and what is marked below it."""
    upper, lower = [], []
    for mark, group in groupby(zip_longest(source, marks, fillvalue=''), key=lambda pair: pair[1]):
        group = list(group)
        for parts, text in zip((upper, lower), (''.join([a for a, _ in group]), ''.join([b for _, b in group]))):
            parts.append(_in(_MARKS[mark], text) if mark in _MARKS and text else text)
    return ''.join(upper), ''.join(lower)


def _lines(lines):
    found = []
    for n, line in enumerate(lines):
        if not n:
            found.append(_place(line))
        elif n > 1 and _is_marks(line) and not _is_marks(lines[n - 1]):
            found[-1:] = _marked(lines[n - 1], line)
        else:
            found.append(line)
    return found


def frame(text):
    return '\n'.join(_lines(text.removesuffix('\n').split('\n'))) + '\n'


def _message(text):
    kind, colon, said = text.removesuffix('\n').partition(': ')
    return _in(_Colors.BOLD_MAGENTA, kind) + colon + (_in(_Colors.MAGENTA, said) if colon else '') + '\n'


def last(lines, kind):
    """The last lines of a report, of an exception whose class is called so."""
    at = next((n for n, line in enumerate(lines) if line.startswith(kind)), 0)
    place = [line.removesuffix('\n') for line in lines[:at]]
    return [*(line + '\n' for line in _lines(place)), _message(lines[at]), *lines[at + 1:]]
