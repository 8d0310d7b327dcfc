"""Names and their values in a frame."""
from rich.highlighter import ReprHighlighter
from rich.panel import Panel
from rich.pretty import Pretty
from rich.table import Table
from rich.text import Text


def render_scope(scope, *, title=None, sort_keys=True, indent_guides=False, max_length=None, max_string=None, max_depth=None,
                 overflow=None):
    """Names and their values, in a frame."""
    table = Table.grid(padding=(0, 1), expand=False)
    table.add_column(justify='right')
    items = scope.items()
    if sort_keys:
        items = sorted(items, key=lambda item: (not item[0].startswith('__'), item[0].lower()))
    for key, value in items:
        style = 'scope.key.special' if key.startswith('__') else 'scope.key'
        table.add_row(Text.assemble((key, style), (' =', 'scope.equals')), Pretty(
            value, highlighter=ReprHighlighter(), indent_guides=indent_guides, max_length=max_length, max_string=max_string,
            max_depth=max_depth, overflow=overflow))
    return Panel.fit(table, title=title, border_style='scope.border', padding=(0, 1))
