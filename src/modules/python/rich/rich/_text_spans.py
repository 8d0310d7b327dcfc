"""Parts of a text that have a style, and where lines of it break."""
import re
from collections import namedtuple
from rich.cells import cell_len, chop_cells

__name__ = 'rich.text'  # where what is here is said to be  #: in rich/text.py

_WORD = re.compile(r'\s*\S+\s*')


class Span(namedtuple('Span', 'start end style')):
    """A style from one character up to another."""
    __slots__ = ()

    def __repr__(self):
        return f'Span({self.start}, {self.end}, {self.style!r})'

    def __bool__(self):
        return self.end > self.start

    def split(self, offset):
        start, end, style = self
        if not start <= offset < end:
            return self, None
        return Span(start, offset, style), Span(offset, end, style)

    def move(self, offset):
        return Span(self.start + offset, self.end + offset, self.style)

    def right_crop(self, offset):
        return self if offset >= self.end else Span(self.start, min(offset, self.end), self.style)

    def extend(self, cells):
        return Span(self.start, self.end + cells, self.style)


def _breaks(text, width, fold):
    """Where a text is broken into lines."""
    found, taken = [], 0
    for match in _WORD.finditer(text):
        start, word = match.start(), match.group()
        needed = cell_len(word.rstrip())
        if needed <= width - taken:
            taken += cell_len(word)
            continue
        if needed > width and fold:
            pieces = chop_cells(word, width)
            for piece in pieces:
                if start:
                    found.append(start)
                start += len(piece)
            taken = cell_len(pieces[-1])
            continue
        if start and (needed > width or taken):
            found.append(start)
        if start and taken or needed > width:
            taken = cell_len(word)
    return found
