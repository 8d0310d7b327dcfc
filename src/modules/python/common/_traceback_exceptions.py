"""Exceptions as they are to be reported, kept without what they hold."""
import sys

__name__ = 'traceback'  # where what is here is said to be  #: in traceback.py


class TracebackException:
    """An exception kept for a later report."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        self.max_group_width, self.max_group_depth = max_group_width, max_group_depth
        self._exc_type = exc_type if save_exc_type else None
        self.stack = _extract_tb(exc_traceback, limit, capture_locals, lookup_lines)
        self.exc_type_qualname = self.exc_type_module = None
        self.__cause__ = self.__context__ = self.exceptions = None
        self.__notes__ = _notes(exc_value)
        self.__suppress_context__ = exc_value is not None and exc_value.__suppress_context__
        if exc_type is not None:
            self.exc_type_qualname, self.exc_type_module = exc_type.__qualname__, exc_type.__module__  #: 1063 self.exc_type_qualname = «exc_type.__qualname__»
        self._last = [f'{self.exc_type_str}: None\n'] if exc_value is None else _last_lines(exc_value, exc_traceback is not None)
        head = f'{self.exc_type_str}: '
        if isinstance(exc_value, SyntaxError) or not self._last[0].startswith(head):
            self._str = _str_of(exc_value)
        else:
            self._str = self._last[0][len(head):-1]
        if isinstance(exc_value, SyntaxError):
            for name in ('filename', 'text', 'offset', 'end_offset', 'msg'):
                setattr(self, name, getattr(exc_value, name))
            for name in ('lineno', 'end_lineno'):
                number = getattr(exc_value, name)
                setattr(self, name, None if number is None else str(number))
        if _seen is None:
            options = {'limit': limit, 'capture_locals': capture_locals, 'max_group_width': max_group_width,
                       'max_group_depth': max_group_depth, '_seen': {id(exc_value)}}
            waiting = [(self, exc_value)] if exc_value is not None else []
            while waiting:
                one, exc = waiting.pop()
                waiting += one._add_others(exc, compact, options)

    def _add_others(self, exc, compact, options):
        """Those that came before and those of a group, each once in all."""
        seen, found = options['_seen'], []

        def kept(other):
            seen.add(id(other))
            found.append((TracebackException(type(other), other, other.__traceback__, **options), other))
            return found[-1][0]
        if exc.__cause__ is not None and id(exc.__cause__) not in seen:
            self.__cause__ = kept(exc.__cause__)
        if exc.__context__ is not None and id(exc.__context__) not in seen and \
                not (compact and (self.__cause__ is not None or exc.__suppress_context__)):
            self.__context__ = kept(exc.__context__)
        if isinstance(exc, BaseExceptionGroup):
            self.exceptions = [kept(other) for other in exc.exceptions]
        return found

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)  #: 1177

    @property
    def exc_type(self):
        import warnings
        warnings.warn('Deprecated in 3.13. Use exc_type_str instead.', DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if self.exc_type_qualname is None or self.exc_type_module in ('__main__', 'builtins'):
            return self.exc_type_qualname
        return f'{self.exc_type_module if isinstance(self.exc_type_module, str) else "<unknown>"}.{self.exc_type_qualname}'

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def _chain(self, chain):
        """What is reported, the first first: each with the words that stand behind it."""
        links, words, one = [], None, self
        while one is not None:
            links.append((one, words))
            one, words = _before(one) if chain else (None, None)
        return reversed(links)

    def format(self, *, chain=True, _ctx=None, **kwargs):
        """The report, line by line or several of them at once."""
        from _traceback_margins import Printing
        at = Printing() if _ctx is None else _ctx
        for one, words in self._chain(chain):
            if one.exceptions is None:
                if one.stack:
                    yield at.indented('Traceback (most recent call last):\n')
                    yield from map(at.indented, one.stack.format(**kwargs))
                yield from map(at.indented, one.format_exception_only(**kwargs))
            elif at.depth > self.max_group_depth:
                yield at.indented(f'... (max_group_depth is {self.max_group_depth})\n')
            else:
                yield from one._format_group(at, self.max_group_width, chain, kwargs)
            if words is not None:
                yield at.indented(words)

    def _format_group(self, at, width, chain, options):
        outermost = at.depth == 0
        at.depth += outermost
        if self.stack:
            yield at.indented('Exception Group Traceback (most recent call last):\n', '+' if outermost else '|')
            yield from map(at.indented, self.stack.format(**options))
        yield from map(at.indented, self.format_exception_only(**options))
        count = len(self.exceptions)
        shown = count if count <= width else width + 1
        at.must_close = False
        for index in range(shown):
            last = index == shown - 1
            at.must_close = at.must_close or last
            title = str(index + 1) if count <= width or not last else '...'
            yield '  ' * at.depth + ('+-' if index == 0 else '  ') + f'+---------------- {title} ----------------\n'
            at.depth += 1
            if title == '...':
                rest = count - width
                yield at.indented(f'and {rest} more exception{"s" if rest > 1 else ""}\n')
            else:
                yield from self.exceptions[index].format(chain=chain, _ctx=at)
            if last and at.must_close:
                yield '  ' * at.depth + '+------------------------------------\n'
                at.must_close = False
            at.depth -= 1
        if outermost:
            at.depth = 0

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """The last lines of the report; with `show_group` those of a group's exceptions behind them."""
        last = self._last
        if kwargs.get('colorize'):
            import _traceback_colors
            last = _traceback_colors.last(last, self.exc_type_str)
        if not _depth:
            yield from last
        else:
            yield from ('   ' * _depth + line for text in last for line in text.splitlines(True))
        if show_group and self.exceptions:
            for one in self.exceptions:
                yield from one.format_exception_only(show_group=True, _depth=_depth + 1, **kwargs)

    def print(self, *, file=None, chain=True, **kwargs):
        print(''.join(self.format(chain=chain, **kwargs)), end='', file=sys.stderr if file is None else file)
