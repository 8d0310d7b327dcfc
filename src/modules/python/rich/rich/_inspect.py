"""What an object is and has, in a frame."""
import inspect

from rich.console import Group
from rich.control import escape_control_codes
from rich.highlighter import ReprHighlighter
from rich.panel import Panel
from rich.pretty import Pretty
from rich.table import Table
from rich.text import Text


def _is_called(obj):
    return inspect.isclass(obj) or callable(obj) or inspect.ismodule(obj)


class Inspect:
    """Shows what an object is and has."""

    def __init__(self, obj, *, title=None, help=False, methods=False, docs=True, private=False, dunder=False, sort=True,
                 all=True, value=True):
        self.highlighter, self.obj = ReprHighlighter(), obj
        self.title = title or self.highlighter(str(obj if _is_called(obj) else type(obj)))
        self.help, self.docs, self.methods = help, docs or help, methods or all
        self.dunder, self.sort, self.value = dunder or all, sort, value
        self.private = private or self.dunder

    def __rich__(self):
        return Panel.fit(Group(*self._shown()), title=self.title, border_style='scope.border', padding=(0, 1))

    def _signature(self, name, obj):
        """How an object is called; None: it tells nothing of that."""
        try:
            written = f'{inspect.signature(obj)}:'
        except ValueError:
            written = '(...)'
        except TypeError:
            return None
        named = [name or getattr(obj, '__qualname__', name), getattr(obj, '__name__', name), name]
        called = next(one for one in named if isinstance(one, str))
        prefix = 'class' if inspect.isclass(obj) else 'async def' if inspect.iscoroutinefunction(obj) else 'def'
        return Text.assemble((f'{prefix} ', f'inspect.{prefix.replace(" ", "_")}'), (called, 'inspect.callable'),
                             self.highlighter(written))

    def _doc(self, obj):
        doc = inspect.getdoc(obj)
        if doc is None:
            return None
        doc = inspect.cleandoc(doc).strip()
        return escape_control_codes(doc if self.help else doc.partition('\n\n')[0])

    def _items(self):
        """The names that are shown with their values or what came of asking for them, and how many names are not shown."""
        names = dir(self.obj)
        shown = [name for name in names if (self.dunder or not name.startswith('__')) and
                 (self.private or not name.startswith('_'))]
        items = []
        for name in shown:
            try:
                items.append((name, None, getattr(self.obj, name)))
            except Exception as error:
                items.append((name, error, None))
        if self.sort:
            items.sort(key=lambda item: (callable(item[2]), item[0].strip('_').lower()))
        return items, len(names) - len(shown)

    def _shown(self):
        obj = self.obj
        if callable(obj):
            signature = self._signature('', obj)
            if signature is not None:
                yield signature
                yield ''
        doc = self._doc(obj) if self.docs else None
        if doc is not None:
            yield self.highlighter(Text(doc, style='inspect.help'))
            yield ''
        if self.value and not _is_called(obj):
            yield Panel(Pretty(obj, indent_guides=True, max_length=10, max_string=60), border_style='inspect.value.border')
            yield ''
        items, hidden = self._items()
        table = Table.grid(padding=(0, 1), expand=False)
        table.add_column(justify='right')
        for name, error, value in items:
            key = Text.assemble((name, 'inspect.attr.dunder' if name.startswith('__') else 'inspect.attr'), (' =', 'inspect.equals'))
            if error is not None:
                key.stylize('inspect.error')
                table.add_row(key, self.highlighter(repr(error)))
            elif not callable(value):
                table.add_row(key, Pretty(value, highlighter=self.highlighter))
            elif self.methods:
                table.add_row(key, self._method(name, value))
        if table.row_count:
            yield table
        elif hidden:
            yield Text.from_markup(f'[b cyan]{hidden}[/][i] attribute(s) not shown.[/i] '
                                   'Run [b][magenta]inspect[/]([not b]inspect[/])[/b] for options.')

    def _method(self, name, value):
        signature = self._signature(name, value)
        if signature is None:
            return Pretty(value, highlighter=self.highlighter)
        doc = self._doc(value) if self.docs else None
        if doc is not None:
            signature.append('\n' if '\n' in doc else ' ')
            text = self.highlighter(doc)
            text.stylize('inspect.doc')
            signature.append(text)
        return signature
