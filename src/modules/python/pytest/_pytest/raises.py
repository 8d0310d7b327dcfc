"""What must be raised within a block."""
import re
import sys
import warnings

from .excinfo import ExceptionInfo, with_notes
from .outcomes import fail
from .warning_types import PytestWarning

_PLAIN_FLAGS = re.compile('').flags


def _pattern(match):
    return match.pattern if match.flags == _PLAIN_FLAGS else match


def _names(kinds):
    if isinstance(kinds, type):
        return kinds.__name__
    return kinds[0].__name__ if len(kinds) == 1 else '(' + ', '.join(each.__name__ for each in kinds) + ')'


def wrong_type(kinds, exception):
    """Why an exception is not of these types; None: it is."""
    if not kinds or isinstance(exception, kinds):
        return None
    actual, expected = f'`{type(exception).__name__}()`', f'`{_names(kinds)}`'
    if isinstance(exception, BaseExceptionGroup) and isinstance(kinds, type) and not issubclass(kinds, BaseExceptionGroup):
        return f'Unexpected nested {actual}, expected {expected}'
    return f'{actual} is not an instance of {expected}'


class AbstractRaises:
    __class_getitem__ = classmethod(lambda cls, item: cls)
    is_baseexception = _nested = False
    _fail_reason = None

    def __init__(self, match, check):
        self.match, self.check, self.rawmatch = match, check, None
        if isinstance(match, str):
            wrong = None
            try:
                self.match = re.compile(match)
            except re.error as e:
                wrong = e
            if wrong is not None:
                fail(f"Invalid regex pattern provided to 'match': {wrong}")
            if match == '':
                warnings.warn(PytestWarning(
                    "matching against an empty string will *always* pass. If you want to check for an empty message you need to "
                    "pass '^$'. If you don't want to match you should pass `None` or leave out the parameter."))
        if self.match is not None:
            text = _pattern(self.match)
            if isinstance(text, str) and len(text) > 1 and text[0] == '^' and text[-1] == '$':
                inner = text[1:-1]
                if not any(c in '{}()+.*?^$[]|' for c in re.sub(r'\\.', '', inner)):
                    self.rawmatch = re.sub(r'\\([{}()+-.*?^$\[\]\s\\|])', r'\1', inner)

    fail_reason = property(lambda self: self._fail_reason)

    def _parsed(self, kind, expected):
        origin = getattr(kind, '__origin__', None)
        if isinstance(origin, type) and issubclass(origin, BaseExceptionGroup):
            kind = origin
        if isinstance(kind, type) and issubclass(kind, BaseException):
            self.is_baseexception |= not issubclass(kind, Exception)
            return kind
        told = f'Expected {expected}, but got '
        if isinstance(kind, type):
            raise ValueError(told + repr(kind.__name__))
        if isinstance(kind, BaseException):
            raise TypeError(told + f'an exception instance: {type(kind).__name__}')
        raise TypeError(told + repr(type(kind).__name__))

    def matches(self, exception):
        self._fail_reason = 'exception is None' if exception is None else self._why_not(exception)
        return self._fail_reason is None

    def _unchecked(self, exception):
        """Why the check is against it; None: it is not."""
        if self.check is not None and not self.check(exception):
            return f'check{"" if self._nested else f" {self.check!r}"} did not return True'
        return None

    def _unmatched(self, exception):
        """Why its text is not the one that is expected; None: it is."""
        text = with_notes(exception, messages=False)
        if self.match is None or re.search(self.match, text):
            return None
        if self.rawmatch is not None:
            from . import explained
            from .compare import Budget, _text
            lines = list(_text(self.rawmatch, text, explained.config.verbosity_of_asserts if explained.config else 0, Budget()))
            return ('\n' if lines[0][:1] == '-' else '') + '\n'.join(lines)
        which = f' the `{type(exception).__name__}()`' if isinstance(exception, BaseExceptionGroup) else ''
        escaped = '\n Did you mean to `re.escape()` the regex?' if _pattern(self.match) == text else ''
        return f'Regex pattern did not match{which}.\n  Expected regex: {_pattern(self.match)!r}\n  Actual message: {text!r}{escaped}'

    def __enter__(self):
        self.excinfo = ExceptionInfo.for_later()
        return self.excinfo


class RaisesExc(AbstractRaises):
    def __init__(self, expected_exception=None, /, *, match=None, check=None):
        super().__init__(match, check)
        kinds = expected_exception if isinstance(expected_exception, tuple) else () if expected_exception is None else (expected_exception,)
        if not kinds and match is None and check is None:
            raise ValueError('You must specify at least one parameter to match on.')
        self.expected_exceptions = tuple(self._parsed(each, 'a BaseException type') for each in kinds)

    def _why_not(self, exception):
        return wrong_type(self.expected_exceptions, exception) or self._unmatched(exception) or self._unchecked(exception)

    def __repr__(self):
        parts = [_names(self.expected_exceptions)] if self.expected_exceptions else []
        if self.match is not None:
            parts.append(f'match={_pattern(self.match)!r}')
        if self.check is not None:
            parts.append(f'check={self.check!r}')
        return f'RaisesExc({", ".join(parts)})'

    def __exit__(self, kind, exception, traceback):
        __tracebackhide__ = True
        if kind is None:
            expected = self.expected_exceptions
            if not expected:
                fail('DID NOT RAISE any exception')
            if len(expected) == 1:
                fail(f'DID NOT RAISE {expected[0].__name__}')
            fail(f'DID NOT RAISE any of ({", ".join(each.__name__ for each in expected)})')
        if not self.matches(exception):
            if wrong_type(self.expected_exceptions, exception):
                return False
            failed = AssertionError(self._fail_reason)
            failed.__suppress_context__ = True
            raise failed
        self.excinfo.fill_unfilled((kind, exception, traceback))
        return True


_NOT_GIVEN = object()


def raises(expected_exception=_NOT_GIVEN, func=None, *args, **kwargs):
    __tracebackhide__ = True
    if func is None and not args:
        if set(kwargs) - {'match', 'check', 'expected_exception'}:
            raise TypeError('Unexpected keyword arguments passed to pytest.raises: ' + ', '.join(sorted(kwargs))
                            + '\nUse context-manager form instead?')
        return RaisesExc(**kwargs) if expected_exception is _NOT_GIVEN else RaisesExc(expected_exception, **kwargs)
    if not expected_exception:
        raise ValueError(f'Expected an exception type or a tuple of exception types, but got `{expected_exception!r}`. Raising '
                         "exceptions is already understood as failing the test, so you don't need any special code to say 'this "
                         "should never raise an exception'.")
    if callable(func):
        with RaisesExc(expected_exception) as caught:
            func(*args, **kwargs)
        return caught
    raise TypeError(f'{func!r} object (type: {type(func)}) must be callable')


raises.Exception = fail.Exception
