"""A line across, with or without a title."""
from rich.cells import cell_len, set_cell_size
from rich.measure import Measurement
from rich.text import Text


class Rule:
    """A line from one side to the other."""

    def __init__(self, title='', *, characters='─', style='rule.line', end='\n', align='center'):
        if cell_len(characters) < 1:
            raise ValueError("'characters' argument must have a cell width of at least 1")
        if align not in ('left', 'center', 'right'):
            raise ValueError(f'invalid value for align, expected "left", "center", "right" (not {align!r})')
        self.title, self.characters, self.style, self.end, self.align = title, characters, style, end, align

    def __repr__(self):
        return f'Rule({self.title!r}, {self.characters!r})'

    def __rich_console__(self, console, options):
        width = options.max_width
        characters = '-' if options.ascii_only and not self.characters.isascii() else self.characters
        room = width - (4 if self.align == 'center' else 2)
        if not self.title or room <= 0:
            line = Text(self.characters * (width // cell_len(characters) + 1), self.style)
            line.truncate(width)
            line.plain = set_cell_size(line.plain, width)
            yield line
            return
        title = self.title if isinstance(self.title, Text) else console.render_str(self.title, style='rule.text')
        title.plain = title.plain.replace('\n', ' ')
        title.expand_tabs()
        title.truncate(room, overflow='ellipsis')
        shown = Text(end=self.end)
        if self.align == 'center':
            side = (width - title.cell_len) // 2
            dashes = characters * (side // cell_len(characters) + 1)
            left = set_cell_size(dashes, side - 1) if cell_len(dashes) > side - 1 else dashes
            space = width - cell_len(left) - title.cell_len
            right = set_cell_size(dashes, space) if cell_len(dashes) > space else dashes
            shown.append(left + ' ', self.style).append(title).append(' ' + right, self.style)
        elif self.align == 'left':
            shown.append(title).append(' ')
            shown.append(characters * (width - shown.cell_len), self.style)
        else:
            shown.append(characters * (width - title.cell_len - 1), self.style).append(' ').append(title)
        shown.plain = set_cell_size(shown.plain, width)
        yield shown

    def __rich_measure__(self, console, options):
        return Measurement(1, 1)
