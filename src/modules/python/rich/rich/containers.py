"""Several lines of text, several things to show."""
from rich.cells import cell_len
from rich.measure import Measurement, measure_renderables


class Renderables:
    """Things that are shown one below the other."""

    def __init__(self, renderables=None):
        self._renderables = list(renderables or ())

    def __rich_console__(self, console, options):
        yield from self._renderables

    def __rich_measure__(self, console, options):
        return measure_renderables(console, options, self._renderables) if self._renderables else Measurement(1, 1)

    def append(self, renderable):
        self._renderables.append(renderable)

    def __iter__(self):
        return iter(self._renderables)


class Lines:
    """Lines of text."""

    def __init__(self, lines=()):
        self._lines = list(lines)

    def __repr__(self):
        return f'Lines({self._lines!r})'

    def __iter__(self):
        return iter(self._lines)

    def __getitem__(self, index):
        return self._lines[index]

    def __setitem__(self, index, value):
        self._lines[index] = value

    def __len__(self):
        return len(self._lines)

    def __rich_console__(self, console, options):
        yield from self._lines

    def append(self, line):
        self._lines.append(line)

    def extend(self, lines):
        self._lines.extend(lines)

    def pop(self, index=-1):
        return self._lines.pop(index)

    def justify(self, console, width, justify='left', overflow='fold'):
        """Fills the lines up, on the side where they are short or between their words."""
        if justify == 'full':
            for at, line in enumerate(self._lines[:-1]):
                self._lines[at] = _spread(console, line, width)
            return
        for line in self._lines:
            if justify == 'left':
                line.truncate(width, overflow=overflow, pad=True)
            elif justify in ('center', 'right'):
                line.rstrip()
                line.truncate(width, overflow=overflow)
                missing = width - line.cell_len
                line.pad_left(missing // 2 if justify == 'center' else missing)
                if justify == 'center':
                    line.pad_right(width - line.cell_len)


def _spread(console, line, width):
    """A line whose words reach from one side to the other: the gaps to the right grow first."""
    from rich.text import Text
    words = line.split(' ')
    gaps = len(words) - 1
    if gaps < 1:
        return Text('').join(words)
    missing = max(0, width - sum(cell_len(word.plain) for word in words) - gaps)
    parts = []
    for at, word in enumerate(words):
        parts.append(word)
        if at < gaps:
            style, after = word.get_style_at_offset(console, -1), words[at + 1].get_style_at_offset(console, 0)
            more = missing // gaps + (gaps - at <= missing % gaps)
            parts.append(Text(' ' * (1 + more), style=style if style == after else line.style))
    return Text('').join(parts)
