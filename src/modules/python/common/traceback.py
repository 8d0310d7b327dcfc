"""Exceptions and stacks as text."""
import _frames
from _frames import on_demand as _on_demand
import sys
from _collections import deque
from itertools import islice


__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb']


class _Implicit:
    def __repr__(self):
        return '<implicit>'


_missing = _Implicit()


def _value(exc, value):
    return exc if value is _missing else value


def _check(exc, value=_missing):
    if not isinstance(exc, BaseException):
        # What is given beside a class is not looked at before it is asked.
        value is _missing or exc.__suppress_context__
        raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
    return exc


def _parse_value_tb(exc, value, tb):
    if (value is _missing) != (tb is _missing):
        raise ValueError('Both or neither of value and tb must be given')  #: 102 raise ValueError("Both or neither of value and tb must be given")
    if value is _missing and exc is not None and not isinstance(exc, BaseException):
        raise TypeError(f'Exception expected for value, {type(exc).__name__} found')  #: 108 raise TypeError(f'Exception expected for value, '⏎                f'{type(exc).__name__} found')


def format_exception(exc, /, value=_missing, tb=_missing, limit=None, chain=True, **kwargs):
    """The report of an exception, as a list of texts."""
    _parse_value_tb(exc, value, tb)  #: 153 value, tb = «_parse_value_tb(exc, value, tb)»
    return _report(exc, value, tb, limit, chain, kwargs.get('colorize', False))  #: 154 te = «TracebackException(type(value), value, tb, limit=limit, compact=True)»


def _report(exc, value, tb, limit, chain, colorize):  #: -
    exc = _value(exc, value)
    if exc is None:
        return ['NoneType: None\n']
    _check(exc, value)
    given = exc.__traceback__
    if tb is not _missing and tb is not given:
        exc.__traceback__ = tb
    try:
        if limit is not None or colorize:
            # A limit holds for each exception of a chain and of a group.
            from traceback import TracebackException
            made = TracebackException(type(exc), exc, exc.__traceback__, limit=limit, compact=True)
            return list(made.format(chain=chain, colorize=colorize))
        text, parts = _unescaped(_frames.format_exception(exc, chain), exc), []
        if ''.join(_parts(exc, chain, parts)) == text:
            return parts
        return _pieces(text)
    finally:
        if tb is not _missing and tb is not given:
            exc.__traceback__ = given


def _unescaped(text, exc, seen=()):
    """With the surrogates of the messages, which are escaped in what is written."""
    if '\\ud' not in text or exc is None or any(one is exc for one in seen):
        return text
    try:
        message = str(exc)
    except Exception:
        return text
    text = text.replace(message.encode(errors='backslashreplace').decode(), message)
    for other in (exc.__cause__, exc.__context__, *getattr(exc, 'exceptions', ())):
        text = _unescaped(text, other, (*seen, exc))
    return text


def _before(one):
    """What came before an exception, or before a kept one, and the words between the two reports."""
    if one.__cause__ is not None:
        return one.__cause__, '\nThe above exception was the direct cause of the following exception:\n\n'
    if one.__context__ is not None and not one.__suppress_context__:
        return one.__context__, '\nDuring handling of the above exception, another exception occurred:\n\n'
    return None, None


def _parts(exc, chain, parts, seen=()):
    """The report of what is no group."""
    before, words = _before(exc) if chain else (None, None)
    if before is not None and id(before) not in seen:
        _parts(before, chain, parts, (*seen, id(exc))).append(words)
    if exc.__traceback__ is not None:
        frames = format_tb(exc.__traceback__)
        if frames:
            parts += ['Traceback (most recent call last):\n', *frames]
    parts += _last_lines(exc, True)
    return parts


def _pieces(text):
    """One text for each frame and each heading."""
    pieces = []
    for line in text.splitlines(True):
        if pieces and line.startswith('    ') and pieces[-1].startswith('  File '):
            pieces[-1] += line
        else:
            pieces.append(line)
    return pieces


def print_exception(exc, /, value=_missing, tb=_missing, limit=None, file=None, chain=True, **kwargs):
    """Print the report of an exception."""
    _parse_value_tb(exc, value, tb)  #: 128 value, tb = «_parse_value_tb(exc, value, tb)»
    lines = _report(exc, value, tb, limit, chain, kwargs.get('colorize', False))  #: 129 te = «TracebackException(type(value), value, tb, limit=limit, compact=True)»
    print(''.join(lines), end='', file=sys.stderr if file is None else file)  #: 130 te.print(file=file, chain=chain, colorize=colorize)


def format_exc(limit=None, chain=True):
    """The report of the exception being handled."""
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Print the report of the exception being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)  #: 208


def format_exception_only(exc, /, value=_missing, *, show_group=False, **kwargs):
    """The last lines of the report: the class and the message."""
    exc = _value(exc, value)
    if exc is None:
        return ['NoneType: None\n']
    if show_group and isinstance(exc, BaseExceptionGroup) or kwargs.get('colorize'):
        from traceback import TracebackException
        made = TracebackException(type(exc), exc, None, compact=True)
        return list(made.format_exception_only(show_group=show_group, **kwargs))
    return _last_lines(_check(exc, value), False)


def _last_lines(exc, traced):
    """`traced`: with the names of the frame that raised a NameError among those that may have been meant."""
    text = _unescaped(_frames.format_message(exc, traced), exc)
    lines = text.splitlines(True) if isinstance(exc, SyntaxError) else [text]
    return [*lines, *_note_lines(_notes(exc))]


def _notes(exc):
    try:
        return getattr(exc, '__notes__', None)
    except Exception as e:
        return [f'Ignored error getting __notes__: {_safe_repr(e, "__notes__")}']


def _note_lines(notes):
    match notes:
        case None:
            return []
        case [*each]:
            return [line + '\n' for note in each for line in _safe_str(note).split('\n')]
    return [f'{_safe_repr(notes, "__notes__")}\n']


def _source(filename, lineno):
    line = _frames.source_line(filename, lineno)
    if line is None:
        import linecache
        line = linecache.getline(filename, lineno)
    return line


class FrameSummary:
    """One entry of a stack or a traceback."""
    __slots__ = ('filename', 'lineno', 'name', '_line', '_read', 'locals', 'end_lineno', 'colno', 'end_colno')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None):
        self.filename, self.lineno, self.name, self._line, self._read = filename, lineno, name, line, None
        self.locals = {k: _safe_repr(v) for k, v in locals.items()} if locals else None
        self.end_lineno, self.colno, self.end_colno = end_lineno, colno, end_colno
        if lookup_line:
            self.line

    @property
    def line(self):
        if self._line is not None:
            return self._line.strip()
        if self._read is None:
            if self.lineno is None:
                return None
            self._read = _source(self.filename, self.lineno).strip()
        return self._read

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (
                other.filename, other.lineno, other.name, other.locals)
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __getitem__(self, at):
        return (self.filename, self.lineno, self.name, self.line)[at]

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    def _format(self):
        place = (self.end_lineno, self.colno, self.end_colno)
        if None not in place:
            text = _frames.format_entry(self.filename, self.lineno, self.name, *place, self._line)
        else:
            text = f'  File "{self.filename}", line {self.lineno}, in {self.name}\n'
            text += f'    {self.line}\n' if self.line else ''
        if self.locals:
            text += ''.join(f'    {name} = {value}\n' for name, value in sorted(self.locals.items()))
        return text


def _safe_str(value):
    try:
        return str(value)
    except:
        return '<note str() failed>'


def _str_of(exc):
    try:
        return str(exc)
    except:
        return '<exception str() failed>'


def _safe_repr(value, what='local'):
    try:
        return repr(value)
    except:
        return f'<{what} repr() failed>'


class StackSummary(list):
    """A list of entries."""

    @classmethod
    def from_list(cls, entries):
        found = cls()
        for entry in entries:  #: 506 for frame in «a_list»:
            if not isinstance(entry, FrameSummary):
                filename, lineno, name, line = entry  #: 510 «filename, lineno, name, line» = frame
                entry = FrameSummary(filename, lineno, name, line=line)
            found.append(entry)
        return found

    @classmethod
    def extract(cls, frames, *, limit=None, lookup_lines=True, capture_locals=False):
        limit = _limit(limit)
        if limit is not None:
            frames = islice(frames, limit) if limit >= 0 else deque(frames, -limit)
        found = cls(_summary(f, line, capture_locals) for f, line in frames)
        for entry in found if lookup_lines else ():
            entry.line
        return found

    def format_frame_summary(self, frame_summary, **kwargs):
        text = frame_summary._format()
        if kwargs.get('colorize'):
            import _traceback_colors
            return _traceback_colors.frame(text)
        return text

    def format(self, **kwargs):
        result, before, count = [], None, 0
        colorize = kwargs.get('colorize', False)
        for entry in self:
            here = entry.filename, entry.lineno, entry.name
            if here != before:
                _repeated(result, count)
                before, count = here, 0
            count += 1
            if count <= 3:
                text = self.format_frame_summary(entry, colorize=colorize)
                if text is not None:
                    result.append(text)
        _repeated(result, count)
        return result


def _repeated(result, count):
    if count > 3:
        result.append(f'  [Previous line repeated {count - 3} more time{"s" if count > 4 else ""}]\n')


def _summary(frame, line, capture_locals):
    """What is told of a frame. Where no file has its lines, linecache may ask its module's loader later."""
    name = frame.f_code.co_filename
    if name[:1] != '<' and '__loader__' in (frame.f_globals or ()) and _frames.source_line(name, line) is None:
        import linecache
        linecache.lazycache(name, frame.f_globals)
    return FrameSummary(name, line, frame.f_code.co_name, lookup_line=False, locals=frame.f_locals if capture_locals else None)


_on_demand(globals(), {'_traceback_exceptions': 'TracebackException'})


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno  #: 396
        tb = tb.tb_next


def walk_stack(f):
    if f is None:
        # Whom StackSummary.extract was called by; CPython has one frame more there, and counts on it.
        f = sys._getframe(1)
        f = f.f_back.f_back if f.f_code.co_name == '<genexpr>' else f.f_back.f_back.f_back  #: 383 f = «sys._getframe().f_back.f_back.f_back.f_back»
    while f is not None:
        yield f, f.f_lineno  #: 385
        f = f.f_back


def _limit(limit):
    """How many entries are wanted: by `sys.tracebacklimit` if the call says nothing."""
    if limit is None:
        limit = vars(sys).get('tracebacklimit')
        if limit is not None and limit < 0:
            return 0
    return limit


def _limited(entries, limit):
    limit = _limit(limit)
    if limit is None:
        return entries
    return entries[:limit] if limit >= 0 else entries[limit:]


def print_last(limit=None, file=None, chain=True):
    """Print the report of the exception that ended an interactive command."""
    if not hasattr(sys, 'last_exc') and not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')  #: 217 raise ValueError("no last exception")
    if hasattr(sys, 'last_exc'):
        # Python 3.13.0 gives them as if they were the value and the traceback.
        print_exception(sys.last_exc, limit, file, chain)
    else:
        print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file, chain)


def extract_tb(tb, limit=None):
    """The entries of a traceback."""
    return _extract_tb(tb, limit, False)


def _extract_tb(tb, limit, capture_locals, lookup_lines=True):
    entries = StackSummary.extract(walk_tb(tb), limit=sys.maxsize, lookup_lines=lookup_lines,
                                   capture_locals=capture_locals)
    for entry, place in zip(entries, _frames.places(tb) if entries else ()):
        entry.end_lineno, entry.colno, entry.end_colno = place
    return StackSummary(_limited(entries, limit))


def _stack(f):
    entries = StackSummary.extract(walk_stack(f), limit=sys.maxsize)[::-1]
    # Lines of the library that stand for none of CPython's do not show.
    return [e for e in entries if e.line or not e.filename.startswith('<stdlib>')]


def extract_stack(f=None, limit=None):
    """The entries of the stack, the caller's last."""
    entries, limit = _stack(sys._getframe(1) if f is None else f), _limit(limit)
    if limit is None:
        return StackSummary(entries)
    return StackSummary(entries[max(len(entries) - limit, 0):] if limit >= 0 else entries[:-limit])


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()  #: 45


def print_list(extracted_list, file=None):
    print(''.join(format_list(extracted_list)), end='', file=sys.stderr if file is None else file)


def format_tb(tb, limit=None):
    """The entries of a traceback as texts."""
    limit = _limit(limit)
    if limit is not None and limit < 0:
        entries = len(list(walk_tb(tb)))
        for _ in range(entries + limit):
            tb = tb.tb_next
    if tb is None:
        return []
    pieces = _pieces(_frames.format_tb(tb))
    if limit is None or limit < 0:
        return pieces
    if any(piece.startswith('  [Previous') for piece in pieces):
        return _extract_tb(tb, limit, False).format()
    return pieces[:limit]


def print_tb(tb, limit=None, file=None):
    print(''.join(format_tb(tb, limit)), end='', file=sys.stderr if file is None else file)


def format_stack(f=None, limit=None):
    """The entries of the stack as texts."""
    return extract_stack(sys._getframe(1) if f is None else f, limit).format()


def print_stack(f=None, limit=None, file=None):
    """Print the stack."""
    print(''.join(format_stack(sys._getframe(1) if f is None else f, limit)), end='',
          file=sys.stderr if file is None else file)


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()  #: 269
        except RuntimeError:
            pass
        tb = tb.tb_next
