"""A tree: labels with lines that lead to those below them."""
from rich.measure import Measurement
from rich.segment import Segment
from rich.style import Style
from rich.styled import Styled

_SPACE, _CONTINUE, _FORK, _END = range(4)


class Tree:
    """A label, and trees below it."""
    ASCII_GUIDES = '    ', '|   ', '+-- ', '`-- '
    TREE_GUIDES = [('    ', '│   ', '├── ', '└── '), ('    ', '┃   ', '┣━━ ', '┗━━ '), ('    ', '║   ', '╠══ ', '╚══ ')]

    def __init__(self, label, *, style='tree', guide_style='tree.line', expanded=True, highlight=False, hide_root=False):
        self.label, self.style, self.guide_style = label, style, guide_style
        self.children, self.expanded, self.highlight, self.hide_root = [], expanded, highlight, hide_root

    def add(self, label, *, style=None, guide_style=None, expanded=True, highlight=False):
        """Puts a label below this one; gives its tree."""
        node = Tree(label, style=self.style if style is None else style, expanded=expanded,
                    guide_style=self.guide_style if guide_style is None else guide_style,
                    highlight=self.highlight if highlight is None else highlight)
        self.children.append(node)
        return node

    def _guide(self, options, kind, style):
        if options.ascii_only:
            return Segment(self.ASCII_GUIDES[kind], style)
        return Segment(self.TREE_GUIDES[1 if style.bold else 2 if style.underline2 else 0][kind], style)

    def __rich_console__(self, console, options):
        own, guide = console.get_style(self.style), console.get_style(self.guide_style, default='')
        return self._shown(console, options, self, [], own, guide, True, not self.hide_root)

    def _shown(self, console, options, node, before, style, guide, last, seen):
        """A node and those below it; `before` are the guides that lead to it, each with whether more comes after it."""
        label_style = style + console.get_style(node.style)
        below_guide = guide + console.get_style(node.guide_style)
        prefix = [self._guide(options, _CONTINUE if more else _SPACE, over) for more, over in before[:-1]]
        if before:
            prefix.append(self._guide(options, _FORK if before[-1][0] else _END, before[-1][1]))
        width = options.max_width - sum(part.cell_length for part in prefix)
        inner = options.update(width=width, highlight=self.highlight, height=None)
        lines = console.render_lines(Styled(node.label, label_style), inner, pad=options.justify is not None)
        if seen:
            plain = Style(bold=False, underline2=False)
            for line in lines:
                if prefix:
                    yield from Segment.apply_style(prefix, label_style.background_style, post_style=plain)
                    more, over = before[-1]
                    prefix[-1] = self._guide(options, _CONTINUE if more else _SPACE, over)
                yield from line
                yield Segment.line()
        if node.expanded:
            for at, child in enumerate(node.children, 1):
                more = at < len(node.children)
                deeper = before + [(more, below_guide)] if seen else before
                yield from self._shown(console, options, child, deeper, label_style, below_guide, not more, True)

    def _levels(self, level=0):
        yield level, self.label
        if self.expanded:
            for child in self.children:
                yield from child._levels(level + 1)

    def __rich_measure__(self, console, options):
        widths = [(level * 4, Measurement.get(console, options, label)) for level, label in self._levels()]
        return Measurement(max(indent + one.minimum for indent, one in widths),
                           max(indent + one.maximum for indent, one in widths))
