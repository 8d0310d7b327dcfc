"""Cells of texts that may bring colours along, and such texts in lines."""
import re
from functools import lru_cache
from textwrap import TextWrapper

from _cells import clusters

_SEQUENCE = re.compile(r'\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z^_\\])')
_COLOUR = re.compile(r'\x1b\[([\d;:]*)m')
# Two of them are a flag; who stands alone is as wide as one.
_FLAGS = re.compile('[\U0001f1e6-\U0001f1ff]+')


@lru_cache
def width_of(text):
    """The cells that a text takes."""
    if text.isascii() and text.isprintable():
        return len(text)
    text = _SEQUENCE.sub('', text)
    alone = sum([len(flags) & 1 for flags in _FLAGS.findall(text)])
    return alone + sum([width for _, _, width in clusters(text)])


def wrapped(text, width, break_on_hyphens):
    """A text in lines; each is of the colours that its part of the text has."""
    parts = _SEQUENCE.split(text)
    marks, at = [], 0
    for part, sequence in zip(parts, _SEQUENCE.findall(text)):
        at += len(part)
        marks.append((at, sequence))
    plain = ''.join(parts)
    lines = _lines(plain, width, break_on_hyphens)
    return _coloured(plain, lines, marks, width) if marks else [plain[start:end] for start, end in lines]


def _lines(text, width, break_on_hyphens):
    """Where the lines begin and end."""
    lines, start, end, taken, at = [], None, 0, 0, 0
    for chunk in TextWrapper(break_on_hyphens=break_on_hyphens)._split(text):
        after, cells, blank = at + len(chunk), width_of(chunk), not chunk.strip()
        if start is not None and taken + cells > width and (blank or cells <= width):
            if end > start:
                lines.append((start, end))
            start = None
        if blank:
            # None begins a line but the first, and none ends one.
            if start is None and not lines and cells <= width:
                start, end, taken = at, at, cells
            elif start is not None:
                taken += cells
        elif cells <= width - (taken if start is not None else 0):
            start, taken = (at, cells) if start is None else (start, taken + cells)
            end = after
        else:
            start, end, taken = _broken(text, at, after, width, break_on_hyphens, lines, (start, end, taken))
        at = after
    if start is not None and end > start:
        lines.append((start, end))
    return lines


def _broken(text, at, after, width, break_on_hyphens, lines, begun):
    """Fills lines with a word that fits in none; what is begun then: its start, its end and the cells that it takes."""
    start, end, taken = begun
    if start is None:
        start, taken = at, 0
    while at < after:
        room, cut, cells = width - taken, at, 0
        for first, last, wide in clusters(text[at:after]):
            if cells + wide > room:
                break
            cut, cells = at + last, cells + wide
        hyphen = text.rfind('-', at, cut) if break_on_hyphens and cut < after else -1
        if hyphen > at and text[at:hyphen].strip('-'):
            cut = hyphen + 1
            cells = width_of(text[at:cut])
        if cut == at:
            if taken:
                lines.append((start, end))
                start, taken = at, 0
                continue
            # Wider than a line.
            cut = at + clusters(text[at:after])[0][1]
            cells = width_of(text[at:cut])
        end, taken, at = cut, taken + cells, cut
        if at < after:
            lines.append((start, end))
            start, taken = at, 0
    return start, end, taken


def _coloured(plain, lines, marks, width):
    """Lines with the sequences of a text; colours of before begin a line, and none is left behind it."""
    active, told = [], []
    for start, end in lines:
        parts, at, last = active[:], start, end == lines[-1][1]
        rest = plain[end:]
        blanks = len(rest) - len(rest.lstrip())
        # Sequences between a word and what follows go with the blanks there, which are on this line if they have room.
        among = bool(blanks) and width_of(plain[start:end]) + blanks > width
        while marks:
            place, sequence = marks[0]
            if not last and (place > end or place == end and among):
                break
            del marks[0]
            parts += plain[at:max(at, place)], sequence
            at = max(at, place)
            colour = _COLOUR.match(sequence)
            if colour:
                active = [] if colour[1] in ('', '0') else [*active, sequence]
        parts += plain[at:end], '\x1b[0m' if active else ''
        told.append(''.join(parts))
    return told
