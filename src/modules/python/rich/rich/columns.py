"""Things side by side, in as many columns as there is room for."""
from rich.align import Align
from rich.constrain import Constrain
from rich.measure import Measurement
from rich.padding import Padding
from rich.table import Table


class Columns:
    """Shows things side by side, in as many columns as there is room for."""

    def __init__(self, renderables=None, padding=(0, 1), *, width=None, expand=False, equal=False, column_first=False,
                 right_to_left=False, align=None, title=None):
        self.renderables, self.padding, self.width, self.expand = list(renderables or []), padding, width, expand
        self.equal, self.column_first, self.right_to_left = equal, column_first, right_to_left
        self.align, self.title = align, title

    def add_renderable(self, renderable):
        self.renderables.append(renderable)

    def _order(self, count, columns):
        """Which thing stands where, row by row; None: nothing does."""
        order = list(range(count))
        if self.column_first:
            heights = [count // columns + (column < count % columns) for column in range(columns)]
            starts = [sum(heights[:column]) for column in range(columns)]
            order = [starts[column] + row for row in range(max(heights)) for column in range(columns) if row < heights[column]]
        return order + [None] * (-count % columns)

    def _fitting(self, sizes, room, gap):
        """How many columns there is room for."""
        columns = len(sizes)
        while columns > 1:
            widths = {}
            for at, index in enumerate(self._order(len(sizes), columns)):
                column = at % columns
                widths[column] = max(widths.get(column, 0), 0 if index is None else sizes[index])
                if sum(widths.values()) + gap * (len(widths) - 1) > room:
                    columns = len(widths) - 1
                    break
            else:
                break
        return columns

    def __rich_console__(self, console, options):
        things = [console.render_str(one) if isinstance(one, str) else one for one in self.renderables]
        if not things:
            return
        _, right, _, left = Padding.unpack(self.padding)
        gap = max(left, right)
        sizes = [Measurement.get(console, options, one).maximum for one in things]
        if self.equal:
            sizes = [max(sizes)] * len(sizes)
        table = Table.grid(padding=self.padding, collapse_padding=True, pad_edge=False)
        table.expand, table.title = self.expand, self.title
        if self.width is not None:
            columns = options.max_width // (self.width + gap)
            for _ in range(columns):
                table.add_column(width=self.width)
        else:
            columns = self._fitting(sizes, options.max_width, gap)
        if self.equal:
            things = [Constrain(one, sizes[0]) for one in things]
        if self.align:
            things = [Align(one, self.align) for one in things]
        cells = [None if index is None else things[index] for index in self._order(len(things), columns)]
        for start in range(0, len(cells), columns):
            row = cells[start:start + columns]
            table.add_row(*(reversed(row) if self.right_to_left else row))
        yield table
