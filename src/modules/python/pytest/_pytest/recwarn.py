"""Warnings that a block gives."""
import re
import warnings

from .fixtures import fixture
from .outcomes import Exit, fail


@fixture
def recwarn():
    """Return a :class:`WarningsRecorder` instance that records all warnings emitted by test functions."""
    recorder = WarningsRecorder()
    with recorder:
        warnings.simplefilter('default')
        yield recorder


class WarningsRecorder(warnings.catch_warnings):
    def __init__(self):
        super().__init__(record=True)
        self._entered, self._list = False, []

    list = property(lambda self: self._list)

    def __getitem__(self, i):
        return self._list[i]

    def __iter__(self):
        return iter(self._list)

    def __len__(self):
        return len(self._list)

    def pop(self, cls=Warning):
        """Takes the first of a class, or of the nearest class below it."""
        best = None
        for i, one in enumerate(self._list):
            if one.category == cls:
                return self._list.pop(i)
            if issubclass(one.category, cls) and (best is None or not issubclass(one.category, self._list[best].category)):
                best = i
        if best is None:
            __tracebackhide__ = True
            raise AssertionError(f'{cls!r} not found in warning list')
        return self._list.pop(best)

    def clear(self):
        self._list[:] = []

    def __enter__(self):
        if self._entered:
            __tracebackhide__ = True
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._list = super().__enter__()
        warnings.simplefilter('always')
        return self

    def __exit__(self, *exc):
        if not self._entered:
            __tracebackhide__ = True
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        super().__exit__(*exc)
        self._entered = False


class WarningsChecker(WarningsRecorder):
    def __init__(self, expected_warning=Warning, match_expr=None):
        super().__init__()
        kinds = expected_warning if isinstance(expected_warning, tuple) else (expected_warning,)
        for kind in kinds:
            if not (isinstance(kind, type) and issubclass(kind, Warning)):
                raise TypeError(f'exceptions must be derived from Warning, not {type(kind)}')
        self.expected_warning, self.match_expr = kinds, match_expr

    def matches(self, warning):
        return issubclass(warning.category, self.expected_warning) and bool(
            self.match_expr is None or re.search(self.match_expr, str(warning.message)))

    def __exit__(self, kind, exception, traceback):
        super().__exit__(kind, exception, traceback)
        __tracebackhide__ = True
        if exception is not None and (not isinstance(exception, Exception) or isinstance(exception, Exit)):
            return
        try:
            of_kind = [one for one in self if issubclass(one.category, self.expected_warning)]
            if not of_kind:
                fail(f'DID NOT WARN. No warnings of type {self.expected_warning} were emitted.\n'
                     f' Emitted warnings: {self._emitted()}.')
            elif not any(map(self.matches, self)):
                escape = isinstance(self.match_expr, str) and any(self.match_expr == str(one.message) for one in of_kind)
                hint = '\n Did you mean to `re.escape()` the regex?' if escape else ''
                fail(f'Regex pattern did not match any of the {len(self)} warnings emitted.\n Regex: {self.match_expr!r}\n'
                     f' Emitted warnings: {self._emitted()}.{hint}')
        finally:
            for one in self:
                if not self.matches(one):
                    warnings.warn_explicit(message=one.message, category=one.category, filename=one.filename, lineno=one.lineno,
                                           source=one.source)

    def _emitted(self):
        from pprint import pformat
        return pformat([one.message for one in self], indent=2)


def warns(expected_warning=Warning, func=None, *args, **kwargs):
    __tracebackhide__ = True
    if func is None and not args:
        match = kwargs.pop('match', None)
        if kwargs:
            raise TypeError(f'Unexpected keyword arguments passed to pytest.warns: {", ".join(sorted(kwargs))}'
                            '\nUse context-manager form instead?')
        return WarningsChecker(expected_warning, match)
    if callable(func):
        with WarningsChecker(expected_warning):
            return func(*args, **kwargs)
    raise TypeError(f'{func!r} object (type: {type(func)}) must be callable')


def deprecated_call(func=None, *args, **kwargs):
    __tracebackhide__ = True
    kinds = DeprecationWarning, PendingDeprecationWarning, FutureWarning
    return warns(kinds, *args, **kwargs) if func is None else warns(kinds, func, *args, **kwargs)
