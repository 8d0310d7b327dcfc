"""The lines around tables and panels: eight rows of four characters each, what stands left, between, at a divider and right."""


class Box:
    """Characters to draw a table with: its top, head, the line below it, a row, the line below it, that above its foot, the
    foot, its bottom."""

    def __init__(self, box, *, ascii=False):
        self._box, self.ascii = box if '\n' in box else box.replace('/', '\n') + '\n', ascii
        top, head, head_row, mid, row, foot_row, foot, bottom = self._box.splitlines()
        self.top_left, self.top, self.top_divider, self.top_right = top
        self.head_left, _, self.head_vertical, self.head_right = head
        self.head_row_left, self.head_row_horizontal, self.head_row_cross, self.head_row_right = head_row
        self.mid_left, _, self.mid_vertical, self.mid_right = mid
        self.row_left, self.row_horizontal, self.row_cross, self.row_right = row
        self.foot_row_left, self.foot_row_horizontal, self.foot_row_cross, self.foot_row_right = foot_row
        self.foot_left, _, self.foot_vertical, self.foot_right = foot
        self.bottom_left, self.bottom, self.bottom_divider, self.bottom_right = bottom
        self._rows = {'top': top, 'head': head_row, 'row': row, 'mid': mid, 'foot': foot_row, 'bottom': bottom}

    def __repr__(self):
        return 'Box(...)'

    def __str__(self):
        return self._box

    def substitute(self, options, safe=True):
        """What is drawn where only ASCII can be."""
        return ASCII if options.ascii_only and not self.ascii else self

    def get_plain_headed_box(self):
        """What is drawn where there is no head."""
        return _HEADLESS.get(self, self)

    def _line(self, level, widths, edge=True):
        left, horizontal, cross, right = self._rows[level]
        if level == 'mid':
            horizontal = ' '
        line = cross.join([horizontal * width for width in widths])
        return left + line + right if edge else line

    def get_top(self, widths):
        return self._line('top', widths)

    def get_row(self, widths, level='row', edge=True):
        if level not in ('head', 'row', 'mid', 'foot'):
            raise ValueError("level must be 'head', 'row' or 'foot'")
        return self._line(level, widths, edge)

    def get_bottom(self, widths):
        return self._line('bottom', widths)


ASCII = Box('+--+/| ||/|-+|/| ||/|-+|/|-+|/| ||/+--+', ascii=True)
ASCII2 = Box('+-++/| ||/+-++/| ||/+-++/+-++/| ||/+-++', ascii=True)
ASCII_DOUBLE_HEAD = Box('+-++/| ||/+=++/| ||/+-++/+-++/| ||/+-++', ascii=True)
SQUARE = Box('┌─┬┐/│ ││/├─┼┤/│ ││/├─┼┤/├─┼┤/│ ││/└─┴┘')
SQUARE_DOUBLE_HEAD = Box('┌─┬┐/│ ││/╞═╪╡/│ ││/├─┼┤/├─┼┤/│ ││/└─┴┘')
MINIMAL = Box('  ╷ /  │ /╶─┼╴/  │ /╶─┼╴/╶─┼╴/  │ /  ╵ ')
MINIMAL_HEAVY_HEAD = Box('  ╷ /  │ /╺━┿╸/  │ /╶─┼╴/╶─┼╴/  │ /  ╵ ')
MINIMAL_DOUBLE_HEAD = Box('  ╷ /  │ / ═╪ /  │ / ─┼ / ─┼ /  │ /  ╵ ')
SIMPLE = Box('    /    / ── /    /    / ── /    /    ')
SIMPLE_HEAD = Box('    /    / ── /    /    /    /    /    ')
SIMPLE_HEAVY = Box('    /    / ━━ /    /    / ━━ /    /    ')
HORIZONTALS = Box(' ── /    / ── /    / ── / ── /    / ── ')
ROUNDED = Box('╭─┬╮/│ ││/├─┼┤/│ ││/├─┼┤/├─┼┤/│ ││/╰─┴╯')
HEAVY = Box('┏━┳┓/┃ ┃┃/┣━╋┫/┃ ┃┃/┣━╋┫/┣━╋┫/┃ ┃┃/┗━┻┛')
HEAVY_EDGE = Box('┏━┯┓/┃ │┃/┠─┼┨/┃ │┃/┠─┼┨/┠─┼┨/┃ │┃/┗━┷┛')
HEAVY_HEAD = Box('┏━┳┓/┃ ┃┃/┡━╇┩/│ ││/├─┼┤/├─┼┤/│ ││/└─┴┘')
DOUBLE = Box('╔═╦╗/║ ║║/╠═╬╣/║ ║║/╠═╬╣/╠═╬╣/║ ║║/╚═╩╝')
DOUBLE_EDGE = Box('╔═╤╗/║ │║/╟─┼╢/║ │║/╟─┼╢/╟─┼╢/║ │║/╚═╧╝')
MARKDOWN = Box('    /| ||/|-||/| ||/|-||/|-||/| ||/    ', ascii=True)

_HEADLESS = {HEAVY_HEAD: SQUARE, SQUARE_DOUBLE_HEAD: SQUARE, MINIMAL_DOUBLE_HEAD: MINIMAL, MINIMAL_HEAVY_HEAD: MINIMAL,
             ASCII_DOUBLE_HEAD: ASCII2}
