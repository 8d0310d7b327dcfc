"""Tables: columns as wide as what stands in them, or narrower where there is no room."""
from collections import namedtuple

from rich import errors
from rich._ratio import ratio_distribute, ratio_reduce
from rich.box import HEAVY_HEAD
from rich.measure import Measurement
from rich.padding import Padding
from rich.protocol import is_renderable
from rich.segment import Segment
from rich.style import NULL_STYLE, Style
from rich.text import Text

_Cell = namedtuple('_Cell', 'style renderable vertical')


class Column:
    """A column of a table: how it looks and what stands in it."""

    def __init__(self, header='', footer='', header_style='', footer_style='', style='', justify='left', vertical='top',
                 overflow='ellipsis', width=None, min_width=None, max_width=None, ratio=None, no_wrap=False, highlight=False,
                 _index=0, _cells=None):
        self.header, self.footer, self.header_style, self.footer_style = header, footer, header_style, footer_style
        self.style, self.justify, self.vertical, self.overflow = style, justify, vertical, overflow
        self.width, self.min_width, self.max_width, self.ratio = width, min_width, max_width, ratio
        self.no_wrap, self.highlight, self._index = no_wrap, highlight, _index
        self._cells = [] if _cells is None else _cells

    def __repr__(self):
        return f'Column({", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())})'

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if type(other) is Column else NotImplemented

    __hash__ = None

    def copy(self):
        made = Column()
        made.__dict__.update(self.__dict__, _cells=[])
        return made

    @property
    def cells(self):
        yield from self._cells

    @property
    def flexible(self):
        return self.ratio is not None


class Row:
    """What is told of a row: its style, and whether a line follows it."""

    def __init__(self, style=None, end_section=False):
        self.style, self.end_section = style, end_section

    def __repr__(self):
        return f'Row(style={self.style!r}, end_section={self.end_section!r})'


class Table:
    """Rows and columns, with or without lines around them."""

    def __init__(self, *headers, title=None, caption=None, width=None, min_width=None, box=HEAVY_HEAD, safe_box=None,
                 padding=(0, 1), collapse_padding=False, pad_edge=True, expand=False, show_header=True, show_footer=False,
                 show_edge=True, show_lines=False, leading=0, style='none', row_styles=None, header_style='table.header',
                 footer_style='table.footer', border_style=None, title_style=None, caption_style=None, title_justify='center',
                 caption_justify='center', highlight=False):
        self.columns, self.rows = [], []
        self.title, self.caption, self.width, self.min_width = title, caption, width, min_width
        self.box, self.safe_box, self._padding, self.collapse_padding = box, safe_box, Padding.unpack(padding), collapse_padding
        self.pad_edge, self._expand, self.show_header, self.show_footer = pad_edge, expand, show_header, show_footer
        self.show_edge, self.show_lines, self.leading, self.style = show_edge, show_lines, leading, style
        self.row_styles, self.header_style = list(row_styles or []), header_style or ''
        self.footer_style, self.border_style = footer_style or '', border_style
        self.title_style, self.caption_style, self.title_justify = title_style, caption_style, title_justify
        self.caption_justify, self.highlight = caption_justify, highlight
        for header in headers:
            if isinstance(header, str):
                self.add_column(header)
            else:
                header._index = len(self.columns)
                self.columns.append(header)

    @classmethod
    def grid(cls, *headers, padding=0, collapse_padding=True, pad_edge=False, expand=False):
        """A table without lines, header and footer."""
        return cls(*headers, box=None, padding=padding, collapse_padding=collapse_padding, show_header=False, show_footer=False,
                   show_edge=False, pad_edge=pad_edge, expand=expand)

    @property
    def expand(self):
        return self._expand or self.width is not None

    @expand.setter
    def expand(self, expand):
        self._expand = expand

    @property
    def padding(self):
        return self._padding

    @padding.setter
    def padding(self, padding):
        self._padding = Padding.unpack(padding)

    @property
    def row_count(self):
        return len(self.rows)

    @property
    def _lines_width(self):
        """What the lines between and around the columns take."""
        return len(self.columns) - 1 + 2 * bool(self.show_edge) if self.box else 0

    def get_row_style(self, console, index):
        style = NULL_STYLE
        if self.row_styles:
            style += console.get_style(self.row_styles[index % len(self.row_styles)])
        own = self.rows[index].style
        return style if own is None else style + console.get_style(own)

    def add_column(self, header='', footer='', *, header_style=None, highlight=None, footer_style=None, style=None,
                   justify='left', vertical='top', overflow='ellipsis', width=None, min_width=None, max_width=None, ratio=None,
                   no_wrap=False):
        self.columns.append(Column(
            header, footer, header_style or '', footer_style or '', style or '', justify, vertical, overflow, width, min_width,
            max_width, ratio, no_wrap, self.highlight if highlight is None else highlight, len(self.columns)))

    def add_row(self, *renderables, style=None, end_section=False):
        """Adds a row; cells that are not given are blank, and columns that are not there are added."""
        cells = list(renderables) + [None] * (len(self.columns) - len(renderables))
        for index, cell in enumerate(cells):
            if index == len(self.columns):
                self.columns.append(Column(_index=index, highlight=self.highlight, _cells=[Text('') for _ in self.rows]))
            if cell is not None and not is_renderable(cell):
                raise errors.NotRenderableError(
                    f'unable to render {type(cell).__name__}; a string or other renderable object is required')
            self.columns[index]._cells.append('' if cell is None else cell)
        self.rows.append(Row(style, end_section))

    def add_section(self):
        """Draws a line below the last row."""
        if self.rows:
            self.rows[-1].end_section = True

    def __rich_measure__(self, console, options):
        room = options.max_width if self.width is None else self.width
        if room < 0:
            return Measurement(0, 0)
        lines = self._lines_width
        room = sum(self._widths(console, options.update_width(room - lines)))
        measured = [self._measured(console, options.update_width(room), column) for column in self.columns]
        minimum, maximum = [sum([one[at] for one in measured]) + lines for at in (0, 1)]
        return Measurement(minimum, maximum if self.width is None else self.width).clamp(self.min_width)

    def __rich_console__(self, console, options):
        if not self.columns:
            yield Segment('\n')
            return
        room, lines = options.max_width if self.width is None else self.width, self._lines_width
        widths = self._widths(console, options.update_width(room - lines))
        options = options.update(width=sum(widths) + lines, highlight=self.highlight, height=None)

        def beside(text, style, justify):
            if isinstance(text, str):
                text = console.render_str(text, style=style, highlight=False)
            return console.render(text, options=options.update(justify=justify))

        if self.title:
            yield from beside(self.title, Style.pick_first(self.title_style, 'table.title'), self.title_justify)
        yield from self._rendered(console, options, widths)
        if self.caption:
            yield from beside(self.caption, Style.pick_first(self.caption_style, 'table.caption'), self.caption_justify)

    def _side_width(self, index):
        """What space left and right of a column's cells takes."""
        _, right, _, left = self._padding
        if self.collapse_padding:
            left, right = 0, right
        if not self.pad_edge:
            left = 0 if index == 0 else left
            right = 0 if index == len(self.columns) - 1 else right
        return left + right

    def _measured(self, console, options, column):
        """How wide a column is with the space around its cells."""
        if options.max_width < 1:
            return Measurement(0, 0)
        sides = self._side_width(column._index)
        if column.width is not None:
            return Measurement(column.width + sides, column.width + sides).with_maximum(options.max_width)
        cells = [Measurement.get(console, options, cell.renderable) for cell in self._cells_of(console, column._index, column)]
        measured = Measurement(max([cell.minimum for cell in cells], default=1),
                               max([cell.maximum for cell in cells], default=options.max_width))
        return measured.with_maximum(options.max_width).clamp(
            None if column.min_width is None else column.min_width + sides,
            None if column.max_width is None else column.max_width + sides)

    def _widths(self, console, options):
        """The widths of all columns."""
        room, columns = options.max_width, self.columns
        ranges = [self._measured(console, options, column) for column in columns]
        widths = [measured.maximum or 1 for measured in ranges]
        flexible = [column for column in columns if column.flexible]
        if self.expand and any(column.ratio for column in flexible):
            fixed = sum(measured.maximum for column, measured in zip(columns, ranges) if not column.flexible)
            least = [(column.width or 1) + self._side_width(column._index) for column in flexible]
            shares = iter(ratio_distribute(room - fixed, [column.ratio or 0 for column in flexible], least))
            widths = [next(shares) if column.flexible else width for column, width in zip(columns, widths)]
        if sum(widths) > room:
            wraps = [column.width is None and not column.no_wrap for column in columns]
            widths = _narrowed(widths, wraps, room)
            if sum(widths) > room:
                widths = ratio_reduce(sum(widths) - room, [1] * len(widths), widths, widths)
            ranges = [self._measured(console, options.update_width(width), column) for width, column in zip(widths, columns)]
            widths = [measured.maximum or 0 for measured in ranges]
        total, least = sum(widths), self.min_width
        if total < room and self.expand or least is not None and total < least - self._lines_width:
            wanted = room if least is None else min(least - self._lines_width, room)
            widths = [width + more for width, more in zip(widths, ratio_distribute(wanted - total, widths))]
        return widths

    def _padding_of(self, index, first, last):
        top, right, bottom, left = self._padding
        if self.collapse_padding:
            left = left if index == 0 else max(0, left - right)
            bottom = bottom if last else max(0, top - bottom)
        if not self.pad_edge:
            left = 0 if index == 0 else left
            right = 0 if index == len(self.columns) - 1 else right
            top, bottom = 0 if first else top, 0 if last else bottom
        return top, right, bottom, left

    def _cells_of(self, console, index, column):
        """The cells of a column, its header and footer among them."""
        get = console.get_style
        cells = []
        if self.show_header:
            cells.append((get(self.header_style or '') + get(column.header_style), column.header))
        style = get(column.style or '')
        cells += [(style, cell) for cell in column._cells]
        if self.show_footer:
            cells.append((get(self.footer_style or '') + get(column.footer_style), column.footer))
        for at, (style, shown) in enumerate(cells):
            vertical = getattr(shown, 'vertical', None) or column.vertical
            if any(self._padding):
                shown = Padding(shown, self._padding_of(index, at == 0, at == len(cells) - 1))
            yield _Cell(style, shown, vertical)

    def _row(self, console, options, widths, cells, style, vertical):
        """The cells of a row, each as lines of one width and number."""
        shown = []
        for width, cell, column in zip(widths, cells, self.columns):
            inner = options.update(width=width, justify=column.justify, no_wrap=column.no_wrap, overflow=column.overflow,
                                   height=None, highlight=column.highlight)
            shown.append(console.render_lines(cell.renderable, inner, style=console.get_style(cell.style) + style))
        height = max([len(lines) for lines in shown])
        for at, (width, cell) in enumerate(zip(widths, cells)):
            align = {'top': Segment.align_top, 'middle': Segment.align_middle}.get(vertical or cell.vertical, Segment.align_bottom)
            lines = align(shown[at], width, height, console.get_style(cell.style) + style)
            shown[at] = Segment.set_shape(lines, width, max(1, height))
        return shown

    def _rendered(self, console, options, widths):
        border = console.get_style(self.style or '') + console.get_style(self.border_style or '')
        rows = list(zip(*[list(self._cells_of(console, at, column)) for at, column in enumerate(self.columns)]))
        box = self.box.substitute(options) if self.box else None
        if box and not self.show_header:
            box = box.get_plain_headed_box()
        edge, line = self.show_edge, Segment.line()
        if box and edge:
            yield Segment(box.get_top(widths), border)
            yield line
        for index, cells in enumerate(rows):
            first, last = index == 0, index == len(rows) - 1
            header, footer = first and self.show_header, last and self.show_footer
            number = index - bool(self.show_header)
            row = None if header or footer else self.rows[number]
            style = NULL_STYLE if row is None else console.get_style(self.get_row_style(console, number))
            shown = self._row(console, options, widths, cells, style, 'bottom' if header else 'top' if footer else None)
            if box and footer:
                yield Segment(box.get_row(widths, 'foot', edge=edge), border)
                yield line
            yield from self._lines(box, shown, border, style, 'head' if first else 'foot' if last else 'mid')
            if box and header:
                yield Segment(box.get_row(widths, 'head', edge=edge), border)
                yield line
            ends = row is not None and row.end_section
            before_footer = self.show_footer and index >= len(rows) - 2
            if box and (self.show_lines or self.leading or ends) and not (last or before_footer or header):
                between = box.get_row(widths, 'mid', edge=edge) * self.leading if self.leading else box.get_row(widths, edge=edge)
                yield Segment(between, border)
                yield line
        if box and edge:
            yield Segment(box.get_bottom(widths), border)
            yield line

    def _lines(self, box, cells, border, style, part):
        """The lines of a row, with what stands left, between and right of its cells."""
        if box:
            left, between, right = [Segment(getattr(box, f'{part}_{side}'), border) for side in ('left', 'vertical', 'right')]
            if not between.text.strip():
                between = Segment(between.text, style.background_style + between.style)
        for lines in zip(*cells):
            if box and self.show_edge:
                yield left
            for at, segments in enumerate(lines):
                if box and at:
                    yield between
                yield from segments
            if box and self.show_edge:
                yield right
            yield Segment.line()


def _narrowed(widths, wraps, room):
    """Widths of columns that wrap made smaller, the widest first, until all fit."""
    excess = sum(widths) - room
    while any(wraps) and sum(widths) and excess > 0:
        widest = max(width for width, wrap in zip(widths, wraps) if wrap)
        second = max(width if wrap and width != widest else 0 for width, wrap in zip(widths, wraps))
        if widest == second:
            break
        ratios = [int(width == widest and wrap) for width, wrap in zip(widths, wraps)]
        widths = ratio_reduce(excess, ratios, [min(excess, widest - second)] * len(widths), widths)
        excess = sum(widths) - room
    return widths
