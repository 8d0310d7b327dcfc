"""What was raised, as tests ask for it and as reports tell it."""
import os
import re
import sys
import traceback as _traceback

from .saferepr import saferepr


def with_notes(exception, messages=True):
    text = exception.message if not messages and isinstance(exception, BaseExceptionGroup) else str(exception)
    return '\n'.join([text, *getattr(exception, '__notes__', [])])


class Code:
    """A code object; lines count from 0."""

    def __init__(self, raw):
        self.raw = raw

    name = property(lambda self: self.raw.co_name)
    firstlineno = property(lambda self: self.raw.co_firstlineno - 1)

    @property
    def path(self):
        file = self.raw.co_filename
        return file if not file or file.startswith('<') else os.path.abspath(file)


class TracebackEntry:
    """A frame of a traceback; lines count from 0."""
    _repr_style = None

    def __init__(self, raw, style=None):
        self._rawentry, self._repr_style = raw, style

    def __eq__(self, other):
        return isinstance(other, TracebackEntry) and self._rawentry is other._rawentry

    __hash__ = None

    def with_repr_style(self, style):
        return TracebackEntry(self._rawentry, style)

    lineno = property(lambda self: self._rawentry.tb_lineno - 1)
    frame = property(lambda self: self._rawentry.tb_frame)
    code = property(lambda self: Code(self._rawentry.tb_frame.f_code))
    path = property(lambda self: self.code.path)
    name = property(lambda self: self._rawentry.tb_frame.f_code.co_name)
    locals = property(lambda self: self._rawentry.tb_frame.f_locals)
    summary = property(lambda self: _traceback.extract_tb(self._rawentry, limit=1)[0])
    relline = property(lambda self: self.lineno - self.code.firstlineno)

    @property
    def source(self):
        """The function's lines up to the end of the statement that it is at."""
        from .sources import lines_of, statement_end
        if self.frame.f_code.co_filename.startswith('<stdlib>'):
            return None
        lines = lines_of(self.frame.f_code.co_filename, self.frame.f_globals)
        if not lines or self.lineno >= len(lines):
            return None
        return lines[self.code.firstlineno:statement_end(self.frame.f_code.co_filename, lines, self.lineno)]

    def ishidden(self, excinfo):
        hidden = self.frame.f_locals.get('__tracebackhide__', self.frame.f_globals.get('__tracebackhide__', False))
        return hidden(excinfo) if hidden and callable(hidden) else hidden

    def __repr__(self):
        return f'<TracebackEntry {self.path}:{self.lineno + 1}>'

    def __str__(self):
        line = self.summary.line or '???'
        return f"  File '{self.path}':{self.lineno + 1} in {self.name}\n  {line}\n"


class Traceback(list):
    """The frames of a traceback, outermost first."""

    def __init__(self, given):
        if given is None or hasattr(given, 'tb_frame'):
            entries = []
            while given is not None:
                entries.append(TracebackEntry(given))
                given = given.tb_next
            given = entries
        super().__init__(given)

    def __getitem__(self, key):
        found = super().__getitem__(key)
        return Traceback(found) if isinstance(key, slice) else found

    def cut(self, path=None, lineno=None, firstlineno=None, excludepath=None):
        found = self.from_first(path, lineno, firstlineno, excludepath)
        return self if found is None else found

    def from_first(self, path=None, lineno=None, firstlineno=None, excludepath=None):
        """The frames from the first that is there; None: none is."""
        def is_there(entry):
            file = str(entry.path)
            return ((path is None or file == str(path)) and (excludepath is None or not file.startswith(str(excludepath)))
                    and lineno in (None, entry.lineno) and firstlineno in (None, entry.code.firstlineno))
        return next((self[at:] for at, entry in enumerate(self) if is_there(entry)), None)

    def filter(self, which):
        if isinstance(which, ExceptionInfo):
            return Traceback(entry for entry in self if not entry.ishidden(which))
        return Traceback(filter(which, self))

    def recursionindex(self):
        """The first frame that is as another before it."""
        seen = {}
        for at, entry in enumerate(self):
            key = entry.path, id(entry.frame.f_code), entry.lineno
            now = dict(entry.frame.f_locals)
            if now in seen.setdefault(key, []):
                return at
            seen[key].append(now)
        return None


class ExceptionInfo:
    """What was raised."""
    __class_getitem__ = classmethod(lambda cls, item: cls)

    def __init__(self, exception=None):
        self._exception, self._traceback, self._strip = exception, None, None

    @classmethod
    def from_exception(cls, exception, exprinfo=None):
        assert exception.__traceback__, ('Exceptions passed to ExcInfo.from_exception(...)'
                                         ' must have a non-None __traceback__.')
        made = cls(exception)
        made._strip = None if exprinfo is None else ''
        return made

    @classmethod
    def from_exc_info(cls, exc_info, exprinfo=None):
        return cls.from_exception(exc_info[1], exprinfo)

    @classmethod
    def from_current(cls, exprinfo=None):
        exception = sys.exception()
        assert exception is not None, 'no current exception'
        made = cls(exception)
        made._strip = None if exprinfo is None else ''
        return made

    @classmethod
    def for_later(cls):
        return cls()

    def fill_unfilled(self, exc_info):
        assert self._exception is None, 'ExceptionInfo was already filled'
        self._exception = exc_info[1]

    def _known(self, name):
        assert self._exception is not None, f'.{name} can only be used after the context manager exits'
        return self._exception

    type = property(lambda self: type(self._known('type')))
    value = property(lambda self: self._known('value'))
    tb = property(lambda self: self._known('tb').__traceback__)
    typename = property(lambda self: type(self._known('typename')).__name__)

    @property
    def _excinfo(self):
        return self._exception and (type(self._exception), self._exception, self._exception.__traceback__)

    def _frames(self):
        self._traceback = Traceback(self.tb) if self._traceback is None else self._traceback
        return self._traceback

    traceback = property(_frames, lambda self, frames: setattr(self, '_traceback', frames))

    def __repr__(self):
        if self._exception is None:
            return '<ExceptionInfo for raises contextmanager>'
        return f'<{type(self).__name__} {saferepr(self._exception)} tblen={len(self.traceback)}>'

    def exconly(self, tryshort=False):
        value = self.value
        if tryshort and isinstance(value, BaseExceptionGroup):
            only = value
            while isinstance(only, BaseExceptionGroup):
                if len(only.exceptions) != 1:
                    break
                only = only.exceptions[0]
            else:
                return f'{only!r} [single exception in {type(value).__name__}]'
        text = ''.join(_traceback.format_exception_only(value)).rstrip()
        if tryshort:
            text = text.removeprefix(self._stripped())
        return text

    def _stripped(self):
        """What is left out before the explanation of an assert."""
        if self._strip is None:
            self._strip = ''
            if isinstance(self.value, AssertionError):
                told = getattr(self.value, 'msg', None)
                if (saferepr(self.value) if told is None else told).startswith("AssertionError('assert "):
                    self._strip = 'AssertionError: '
        return self._strip

    def errisinstance(self, exc):
        return isinstance(self.value, exc)

    def _getreprcrash(self):
        from .traceback_text import FileLocation
        for entry in reversed(self.traceback):
            if not entry.ishidden(self):
                return FileLocation(entry.path, entry.lineno + 1, self.exconly(True))
        # Frames of pytest's own are in no traceback.
        return None if self.traceback else FileLocation('<stdlib>/_pytest', 1, self.exconly(True))

    def getrepr(self, showlocals=False, style='long', abspath=False, tbfilter=True, funcargs=False, truncate_locals=True,
                truncate_args=True, chain=True):
        from . import traceback_text
        if style == 'native':
            return traceback_text.native(self)
        return traceback_text.Formatter(showlocals, style, abspath, tbfilter, funcargs, truncate_locals, truncate_args,
                                        chain).chain_of(self)

    def match(self, regexp):
        __tracebackhide__ = True
        value = with_notes(self.value)
        if not re.search(regexp, value):
            told = f'Regex pattern did not match.\n  Expected regex: {regexp!r}\n  Actual message: {value!r}'
            if regexp == value:
                told += '\n Did you mean to `re.escape()` the regex?'
            raise AssertionError(told)
        return True

    def group_contains(self, expected_exception, *, match=None, depth=None):
        assert isinstance(self.value, BaseExceptionGroup), 'Captured exception is not an instance of `BaseExceptionGroup`'
        assert depth is None or depth >= 1, '`depth` must be >= 1 if specified'

        def contained(group, level):
            if depth is not None and level > depth:
                return False
            for each in group.exceptions:
                if isinstance(each, BaseExceptionGroup) and contained(each, level + 1):
                    return True
                if (depth is None or level == depth) and isinstance(each, expected_exception) and (
                        match is None or re.search(match, with_notes(each))):
                    return True
            return False
        return contained(self.value, 1)
