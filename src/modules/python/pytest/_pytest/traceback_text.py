"""Tracebacks as reports show them."""
import os
import traceback

from .excinfo import ExceptionInfo, Traceback
from .saferepr import safeformat, saferepr
from .sources import dedented, statements

_CAUSE = 'The above exception was the direct cause of the following exception:'
_CONTEXT = 'During handling of the above exception, another exception occurred:'
_HIDDEN = 'All traceback entries are hidden. Pass `--full-trace` to see hidden and internal frames.'
_MOST_FRAMES = 10


def is_inner(file):
    """Whether a frame is pytest's own, or of what was generated."""
    if file.startswith('<') and not file.startswith('<stdlib>/'):
        return True
    return file.startswith(('<stdlib>/_pytest/', '<stdlib>/pytest/', '<stdlib>/pytest_asyncio/'))


class TerminalRepr:
    def __str__(self):
        import io
        from .terminal_writer import TerminalWriter
        file = io.StringIO()
        self.toterminal(TerminalWriter(file))
        return file.getvalue().strip()


class FileLocation(TerminalRepr):
    def __init__(self, path, lineno, message):
        self.path, self.lineno, self.message = str(path), lineno, message

    def toterminal(self, tw):
        first = self.message.split('\n')[0]
        tw.line(f'{self.path}:{self.lineno}: {first}')


class _Entry:
    """A frame: its lines, and where it is."""

    def __init__(self, lines, args, locals, place, style):
        self.lines, self.args, self.locals, self.place, self.style = lines, args, locals, place, style

    def toterminal(self, tw):
        if self.style == 'native':
            tw.write(''.join(self.lines))
            return
        if self.style == 'short':
            if self.place:
                self.place.toterminal(tw)
            self._write(tw, self.lines)
            self._write(tw, self.locals or [], ' ' * 8)
            return
        if self.args:
            _write_args(self.args, tw)
        self._write(tw, self.lines)
        if self.locals is not None:
            tw.line()
            self._write(tw, self.locals)
        if self.place:
            if self.lines:
                tw.line()
            self.place.toterminal(tw)

    def _write(self, tw, lines, indent=''):
        for line in lines:
            tw.line(indent + line)


def _write_args(args, tw):
    lines = []
    for name, value in args:
        one = f'{name} = {value}'
        if lines and len(lines[-1]) + len(one) + 2 <= tw.fullwidth:
            lines[-1] += ', ' + one
        else:
            lines.append(one)
    for line in [*lines, '']:
        tw.line(line)


class _Frames:
    def __init__(self, entries, extra, style):
        self.reprentries, self.extraline, self.style = entries, extra, style

    def toterminal(self, tw):
        for at, entry in enumerate(self.reprentries):
            if entry.style == 'long':
                tw.line()
            entry.toterminal(tw)
            if at < len(self.reprentries) - 1:
                following = self.reprentries[at + 1].style
                if entry.style == 'long' or entry.style == 'short' and following == 'long':
                    tw.sep('_ ')
        if self.extraline:
            tw.line(self.extraline)


class ExceptionChainRepr(TerminalRepr):
    """Exceptions, each the cause of the next or at hand when it was raised."""

    def __init__(self, chain):
        self.chain, self.sections = chain, []
        self.reprtraceback, self.reprcrash = chain[-1][:2]

    def addsection(self, name, content, sep='-'):
        self.sections.append((name, content, sep))

    def toterminal(self, tw):
        for frames, _, told in self.chain:
            frames.toterminal(tw)
            if told is not None:
                tw.line()
                tw.line(told)
        for name, content, sep in self.sections:
            tw.sep(sep, name)
            tw.line(content)


def native(excinfo):
    tb = excinfo.traceback[0]._rawentry if excinfo.traceback else None
    lines = traceback.format_exception(excinfo.type, excinfo.value, tb)
    return ExceptionChainRepr([(_Frames([_Entry(lines, None, None, None, 'native')], None, 'native'),
                                excinfo._getreprcrash(), None)])


class Formatter:
    def __init__(self, showlocals, style, abspath, tbfilter, funcargs, truncate_locals, truncate_args, chain):
        self.showlocals, self.style, self.abspath, self.tbfilter = showlocals, style, abspath, tbfilter
        self.funcargs, self.truncate_locals, self.truncate_args, self.chain = funcargs, truncate_locals, truncate_args, chain

    def chain_of(self, excinfo):
        chain, exception, info, told, seen = [], excinfo.value, excinfo, None, []
        while exception is not None and not any(exception is each for each in seen):
            seen.append(exception)
            if info is None:
                lines = traceback.format_exception(type(exception), exception, None, chain=False)
                chain.append((_Frames([_Entry(lines, None, None, None, 'native')], None, 'native'), None, told))
            elif isinstance(exception, BaseExceptionGroup):
                chain.append((self._group(excinfo, info), info._getreprcrash(), told))
                break
            else:
                chain.append((self.frames_of(info), info._getreprcrash(), told))
            cause, context = exception.__cause__, exception.__context__
            if not self.chain:
                break
            if cause is not None:
                exception, told = cause, _CAUSE
            elif context is not None and not exception.__suppress_context__:
                exception, told = context, _CONTEXT
            else:
                break
            info = ExceptionInfo(exception) if exception.__traceback__ else None
        chain.reverse()
        return ExceptionChainRepr(chain)

    def _filtered(self, excinfo):
        if callable(self.tbfilter):
            return self.tbfilter(excinfo)
        return excinfo.traceback.filter(excinfo) if self.tbfilter else excinfo.traceback

    def _group(self, excinfo, info):
        frames = self._filtered(excinfo)
        whole = traceback.TracebackException.from_exception(excinfo.value)
        self._filter_group(whole, excinfo.value)
        return _Frames([_Entry(list(whole.format()), None, None, None, 'native')], None if frames else _HIDDEN, 'native')

    def _filter_group(self, whole, exception):
        kept = {id(entry._rawentry) for entry in self._filtered(ExceptionInfo(exception))}
        raw, summaries, tb = list(whole.stack), [], exception.__traceback__
        for summary in raw:
            if tb is None or id(tb) in kept:
                summaries.append(summary)
            tb = tb and tb.tb_next
        whole.stack[:] = summaries
        for inner, of in zip(whole.exceptions or (), getattr(exception, 'exceptions', ())):
            if of.__traceback__ is not None:
                self._filter_group(inner, of)
        for name in '__cause__', '__context__':
            inner, of = getattr(whole, name), getattr(exception, name)
            if inner is not None and of is not None and of.__traceback__ is not None:
                self._filter_group(inner, of)

    def frames_of(self, excinfo):
        frames, extra = self._filtered(excinfo), None
        if isinstance(excinfo.value, RecursionError):
            frames, extra = self._shortened(frames)
        if not frames:
            return _Frames([self.entry(None, excinfo)], extra or (_HIDDEN if excinfo.traceback else None), self.style)
        if self.style == 'value':
            return _Frames([self.entry(frames[-1], excinfo)], None, self.style)
        return _Frames([self.entry(each, excinfo if each == frames[-1] else None) for each in frames], extra, self.style)

    def _shortened(self, frames):
        try:
            at = frames.recursionindex()
        except Exception as e:
            return Traceback([*frames[:_MOST_FRAMES], *frames[-_MOST_FRAMES:]]), (
                '!!! Recursion error detected, but an error occurred locating the origin of recursion.\n'
                '  The following exception happened when comparing locals in the stack frame:\n'
                f'    {type(e).__name__}: {e!s}\n'
                f'  Displaying first and last {_MOST_FRAMES} stack frames out of {len(frames)}.')
        if at is not None:
            return frames[:at + 1], '!!! Recursion detected (same locals & position)'
        if self.tbfilter is not False and len(frames) > 2 * _MOST_FRAMES:
            return Traceback([*frames[:_MOST_FRAMES], *frames[-_MOST_FRAMES:]]), (
                '!!! Recursion error detected, but the origin of the recursion could not be located.\n'
                f'  Displaying first and last {_MOST_FRAMES} stack frames out of {len(frames)}.\n'
                '  Pass `--full-trace` to see all frames.')
        return frames, None

    def entry(self, entry, excinfo):
        style = entry is not None and entry._repr_style or self.style
        if style not in ('short', 'long') or entry is None:
            if not excinfo:
                return _Entry([], None, None, None, style)
            lines = str(excinfo.value).split('\n') if style == 'value' else self._exception(excinfo, 4)
            return _Entry(lines, None, None, None, style)
        short = style == 'short'
        lines = self._source(entry, excinfo, short)
        place = FileLocation(self._path(entry.path), entry.lineno + 1,
                             f'in {entry.name}' if short else excinfo.typename if excinfo else '')
        return _Entry(lines, None if short else self._args(entry), self._locals(entry), place, style)

    def _source(self, entry, excinfo, short):
        """The lines of a frame's function, with marks at what it does."""
        raw, at, summary = entry.source, entry.relline, entry.summary
        first, last, column, end = entry.lineno + 1, summary.end_lineno, summary.colno, summary.end_colno
        library = raw is None and summary.line
        if library:
            # Of the library's functions the line alone is known.
            raw, at, indent = ['    ' + summary.line], 0, _library_indent(summary.line, column, end)
            column, end = (None, None) if indent is None else (column + 4 - indent, end + 4 - indent)
        if raw is None or not 0 <= at < len(raw):
            at, marked, text = 0, [], ['???']
        else:
            text = raw if library else dedented([line.rstrip() for line in raw])
            line = text[at].strip() if short else text[at]
            marked = _carets(line, raw[at], first, last, column, end)
        if short:
            lines = ['    ' + text[at].strip(), *marked]
        else:
            lines = ['    ' + line for line in text]
            lines[at] = '>   ' + text[at]
            lines[at + 1:at + 1] = marked
        if excinfo is not None:
            lines += self._exception(excinfo, 4 if short else _indent_of_statement(text), True)
        return lines

    def _exception(self, excinfo, indent, markall=False):
        lines = excinfo.exconly(True).split('\n')
        mark = 'E' + ' ' * (indent - 1)
        return [(mark if markall or not at else ' ' * indent) + line for at, line in enumerate(lines)]

    def _args(self, entry):
        if not self.funcargs:
            return None
        code, args = entry.frame.f_code, []
        count = code.co_argcount + bool(code.co_flags & 4) + bool(code.co_flags & 8)
        for name in code.co_varnames[:count]:
            if name in entry.locals:
                args.append((name, saferepr(entry.locals[name]) if self.truncate_args else saferepr(entry.locals[name], None)))
        return args

    def _locals(self, entry):
        if not self.showlocals:
            return None
        lines = []
        for name in sorted(name for name in entry.locals if name[0] != '@'):
            if name == '__builtins__':
                lines.append('__builtins__ = <builtins>')
            else:
                value = entry.locals[name]
                lines.append(f'{name:<10} = {saferepr(value) if self.truncate_locals else safeformat(value)}')
        return lines

    def _path(self, path):
        if not self.abspath and path.startswith('/'):
            from .sources import relative
            shown = relative(path, os.getcwd())
            return shown if len(shown) < len(path) else path
        return path


def _library_indent(line, column, end):
    """How far a line of the library's is indented: so that what is at work is a whole expression of it."""
    if column is None or end is None:
        return None
    for indent in (end - len(line), *range(0, column + 1, 4)):
        start, stop = column - indent, end - indent
        piece = line[start:stop]
        if indent < 0 or indent % 4 or start < 0 or stop > len(line) or piece != piece.strip():
            continue
        before, after = line[start - 1:start] if start else '', line[stop:stop + 1]
        balanced = all(piece.count(a) == piece.count(b) for a, b in ('()', '[]', '{}'))
        if balanced and not (before.isalnum() or before in ('.', '_')) and not (after.isalnum() or after == '_'):
            return indent
    return None


def _carets(line, raw, first, last, column, end):
    """Marks under the part of the line that is at work, unless it is the whole."""
    if first != last or column is None or end is None:
        return []
    bytes = raw.encode()
    start, stop = len(bytes[:column].decode(errors='replace')), len(bytes[:end].decode(errors='replace'))
    if stop - start >= len(line.strip()):
        return []
    return ['    ' + ' ' * (start - (len(raw) - len(line))) + '^' * (stop - start)]


def _indent_of_statement(lines):
    """Where what was raised is told: as deep as the last statement, and a step more."""
    import ast
    first = lines[-1]
    try:
        starts = [start for start, _ in statements(ast.parse('\n'.join(lines) + '\n')) if start < len(lines)]
    except SyntaxError:
        starts = []
    if starts:
        first = lines[starts[-1]]
    return 4 + len(first) - len(first.lstrip())
