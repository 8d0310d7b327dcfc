"""Tracebacks in frames, with the lines around those that were run."""
import linecache
import os
import sys

from rich import pretty
from rich.columns import Columns
from rich.console import Console, Group
from rich.constrain import Constrain
from rich.highlighter import RegexHighlighter, ReprHighlighter
from rich.panel import Panel
from rich.scope import render_scope
from rich.syntax import Syntax
from rich.text import Text

LOCALS_MAX_LENGTH = 10
LOCALS_MAX_STRING = 80
_THEME = 'ansi_dark'


class _Record:
    """Something that has fields."""

    def __init__(self, **fields):
        self.__dict__.update(fields)

    def __repr__(self):
        return f'{type(self).__name__}({", ".join(f"{name}={value!r}" for name, value in self.__dict__.items())})'


class Frame(_Record):
    """A call that was under way: its file, line, name and values."""


class Stack(_Record):
    """An exception and the calls that it went through."""


class Trace(_Record):
    """Exceptions that led to each other, the last first."""


class PathHighlighter(RegexHighlighter):
    """Tells the name of a file from its folder."""
    highlights = [r'(?P<dim>.*/)(?P<bold>.+)']


def install(*, console=None, width=100, code_width=88, extra_lines=3, theme=None, word_wrap=False, show_locals=False,
            locals_max_length=LOCALS_MAX_LENGTH, locals_max_string=LOCALS_MAX_STRING, locals_max_depth=None,
            locals_hide_dunder=True, locals_hide_sunder=None, locals_overflow=None, indent_guides=True, suppress=(),
            max_frames=100):
    """Shows what nobody handles in this way; gives what has shown it so far."""
    console = Console(stderr=True) if console is None else console

    def show(type_, value, traceback):
        console.print(Traceback.from_exception(
            type_, value, traceback, width=width, code_width=code_width, extra_lines=extra_lines, theme=theme,
            word_wrap=word_wrap, show_locals=show_locals, locals_max_length=locals_max_length,
            locals_max_string=locals_max_string, locals_max_depth=locals_max_depth, locals_hide_dunder=locals_hide_dunder,
            locals_hide_sunder=bool(locals_hide_sunder), locals_overflow=locals_overflow, indent_guides=indent_guides,
            suppress=suppress, max_frames=max_frames))

    before, sys.excepthook = sys.excepthook, show
    return before


def _text_of(value):
    try:
        return str(value)
    except Exception:
        return '<exception str() failed>'


class _Values:
    """Which values of a frame are shown, and how much of them."""

    def __init__(self, shown, length, string, depth, hide_dunder, hide_sunder):
        self.shown, self.length, self.string, self.depth = shown, length, string, depth
        self.hidden = ('_',) if hide_sunder else ('__',) if hide_dunder else ()

    def of(self, frame):
        if not self.shown:
            return None
        from inspect import isfunction
        return {name: pretty.traverse(value, max_length=self.length, max_string=self.string, max_depth=self.depth)
                for name, value in frame.f_locals.items()
                if not (name.startswith(self.hidden) or isfunction(value) or isinstance(value, type))}


def _frames(traceback, values):
    from rich import _IMPORT_CWD
    found = []
    while traceback is not None:
        frame, line = traceback.tb_frame, traceback.tb_lineno
        traceback = traceback.tb_next
        name = frame.f_code.co_filename
        if name and not name.startswith('<') and not os.path.isabs(name):
            name = os.path.join(_IMPORT_CWD, name)
        if frame.f_locals.get('_rich_traceback_omit', False):
            continue
        found.append(Frame(filename=name or '?', lineno=line, name=frame.f_code.co_name, locals=values.of(frame)))
        if frame.f_locals.get('_rich_traceback_guard', False):
            found.clear()
    return found


class Traceback:
    """Shows an exception, what led to it, and the lines that it went through."""

    def __init__(self, trace=None, *, width=100, code_width=88, extra_lines=3, theme=None, word_wrap=False, show_locals=False,
                 locals_max_length=LOCALS_MAX_LENGTH, locals_max_string=LOCALS_MAX_STRING, locals_max_depth=None,
                 locals_hide_dunder=True, locals_hide_sunder=False, locals_overlow=None, indent_guides=True, suppress=(),
                 max_frames=100):
        if trace is None:
            type_, value, traceback = sys.exc_info()
            if value is None or traceback is None:
                raise ValueError("Value for 'trace' required if not called in except: block")
            trace = self.extract(type_, value, traceback, show_locals=show_locals)
        self.trace, self.width, self.code_width, self.extra_lines = trace, width, code_width, extra_lines
        self.theme, self.word_wrap, self.show_locals, self.indent_guides = theme or _THEME, word_wrap, show_locals, indent_guides
        self.locals_max_length, self.locals_max_string = locals_max_length, locals_max_string
        self.locals_max_depth, self.locals_overflow = locals_max_depth, locals_overlow
        self.suppress = []
        for one in suppress:
            if not isinstance(one, str):
                assert one.__file__ is not None, f"{one!r} must be a module with '__file__' attribute"
                one = os.path.dirname(one.__file__)
            self.suppress.append(os.path.normpath(os.path.abspath(one)))
        self.max_frames = max(4, max_frames) if max_frames > 0 else 0

    @classmethod
    def from_exception(cls, exc_type, exc_value, traceback, *, width=100, code_width=88, extra_lines=3, theme=None,
                       word_wrap=False, show_locals=False, locals_max_length=LOCALS_MAX_LENGTH,
                       locals_max_string=LOCALS_MAX_STRING, locals_max_depth=None, locals_hide_dunder=True,
                       locals_hide_sunder=False, locals_overflow=None, indent_guides=True, suppress=(), max_frames=100):
        trace = cls.extract(exc_type, exc_value, traceback, show_locals=show_locals, locals_max_length=locals_max_length,
                            locals_max_string=locals_max_string, locals_max_depth=locals_max_depth,
                            locals_hide_dunder=locals_hide_dunder, locals_hide_sunder=locals_hide_sunder)
        return cls(trace, width=width, code_width=code_width, extra_lines=extra_lines, theme=theme, word_wrap=word_wrap,
                   show_locals=show_locals, indent_guides=indent_guides, locals_max_length=locals_max_length,
                   locals_max_string=locals_max_string, locals_max_depth=locals_max_depth, locals_overlow=locals_overflow,
                   suppress=suppress, max_frames=max_frames)

    @classmethod
    def extract(cls, exc_type, exc_value, traceback, *, show_locals=False, locals_max_length=LOCALS_MAX_LENGTH,
                locals_max_string=LOCALS_MAX_STRING, locals_max_depth=None, locals_hide_dunder=True, locals_hide_sunder=False):
        """What there is to show of an exception."""
        values = _Values(show_locals, locals_max_length, locals_max_string, locals_max_depth, locals_hide_dunder,
                         locals_hide_sunder)
        return Trace(stacks=_stacks(exc_value, traceback, values, set()))

    def __rich_console__(self, console, options):
        stacks = self.trace.stacks[::-1]
        for at, stack in enumerate(stacks, 1):
            yield from self._stack(stack, at == len(stacks))

    def _stack(self, stack, last):
        highlighter = ReprHighlighter()
        if stack.frames:
            yield Constrain(Panel(
                Group(*self._frames(stack)), title='[traceback.title]Traceback [dim](most recent call last)',
                border_style='traceback.border', expand=True, padding=(0, 1)), self.width)
        kind, said = stack.exc_type, stack.exc_value
        if stack.syntax_error is not None:
            yield Constrain(Panel(
                Group(*self._syntax_error(stack.syntax_error)), border_style='traceback.border.syntax_error', expand=True,
                padding=(0, 1), width=self.width), self.width)
            said = stack.syntax_error.msg
        if said:
            yield Text.assemble((f'{kind}: ', 'traceback.exc_type'), highlighter(said))
        else:
            yield Text.assemble((kind, 'traceback.exc_type'))
        for note in stack.notes:
            yield Text.assemble(('[NOTE] ', 'traceback.note'), highlighter(note))
        for number, trace in enumerate(stack.exceptions, 1):
            inside = [shown for at, one in enumerate(trace.stacks, 1) for shown in self._stack(one, at == len(trace.stacks))]
            yield ''
            yield Constrain(Panel(Group(*inside), title=f'Sub-exception #{number}', border_style='traceback.group.border'),
                            self.width)
        if not last:
            yield Text.from_markup('\n[i]The above exception was the direct cause of the following exception:\n' if stack.is_cause
                                   else '\n[i]During handling of the above exception, another exception occurred:\n')

    def _syntax_error(self, error):
        if error.filename != '<stdin>' and os.path.exists(error.filename):
            yield PathHighlighter()(Text.assemble((f' {error.filename}', 'pygments.string'), (':', 'pygments.text'),
                                                  (str(error.lineno), 'pygments.number'), style='pygments.text'))
        text = ReprHighlighter()(error.line.rstrip())
        text.no_wrap = True
        offset = min(error.offset - 1, len(text))
        text.stylize('bold underline', offset, offset)
        yield text + Text.from_markup('\n' + ' ' * offset + '[traceback.offset]▲[/]', style='pygments.text')

    def _frames(self, stack):
        frames, most = stack.frames, self.max_frames
        hidden = range(most // 2, len(frames) - most // 2) if most else range(0)
        for at, frame in enumerate(frames):
            if at in hidden:
                if at == hidden[-1]:
                    yield Text(f'\n... {len(hidden)} frames hidden ...', justify='center', style='traceback.error')
                continue
            name, line = (frame.name, 'pygments.function'), (str(frame.lineno), 'pygments.number')
            if os.path.exists(frame.filename):
                path = PathHighlighter()(Text(frame.filename, style='pygments.string'))
                head = Text.assemble(path, (':', 'pygments.text'), line, ' in ', name, style='pygments.text')
            else:
                head = Text.assemble('in ', name, (':', 'pygments.text'), line, style='pygments.text')
            unread = frame.filename.startswith('<')
            if at and not unread:
                yield ''
            yield head
            if unread:
                yield from self._values(frame)
            elif not frame.filename.startswith(tuple(self.suppress)):
                code = ''.join(linecache.getlines(frame.filename))
                if code:
                    yield ''
                    shown = Syntax(code, 'python', theme=self.theme, line_numbers=True, word_wrap=self.word_wrap, dedent=False,
                                   line_range=(frame.lineno - self.extra_lines, frame.lineno + self.extra_lines),
                                   highlight_lines={frame.lineno}, code_width=self.code_width, indent_guides=self.indent_guides)
                    yield Columns([shown, *self._values(frame)], padding=1) if frame.locals else shown

    def _values(self, frame):
        if frame.locals:
            yield render_scope(frame.locals, title='locals', indent_guides=self.indent_guides, max_length=self.locals_max_length,
                               max_string=self.locals_max_string, max_depth=self.locals_max_depth,
                               overflow=self.locals_overflow)


def _stacks(value, traceback, values, grouped):
    """An exception and those that led to it; within a group it is shown alone."""
    stacks, is_cause = [], False
    notes = getattr(value, '__notes__', None) or []
    while True:
        inner = []
        if isinstance(value, BaseExceptionGroup):
            for one in value.exceptions:
                if one not in grouped:
                    grouped.add(one)
                    inner.append(Trace(stacks=_stacks(one, one.__traceback__, values, grouped)))
        unread = None
        if isinstance(value, SyntaxError):
            unread = _Record(offset=value.offset or 0, filename=value.filename or '?', lineno=value.lineno or 0,
                             line=value.text or '', msg=value.msg, notes=notes)
        stacks.append(Stack(exc_type=type(value).__name__, exc_value=_text_of(value), syntax_error=unread, is_cause=is_cause,
                            frames=_frames(traceback, values), notes=notes,
                            is_group=isinstance(value, BaseExceptionGroup), exceptions=inner))
        if grouped:
            return stacks
        before, is_cause = value.__cause__, True
        if before is None or before is value:
            before, is_cause = value.__context__, False
            if before is None or value.__suppress_context__:
                return stacks
        value, traceback = before, before.__traceback__
