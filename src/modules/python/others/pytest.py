"""What a module of tests imports from pytest. Running its tests is not supported: unittest's are."""
import re as _re
from _frames import not_supported as _not_supported

__version__ = '9.2.0'


class OutcomeException(BaseException):
    """How a test ends at once."""

    def __init__(self, msg=None, pytrace=True):
        super().__init__(msg)
        self.msg, self.pytrace = msg, pytrace

    def __repr__(self):
        return self.msg if self.msg is not None else f'<{type(self).__name__} instance>'

    __str__ = __repr__


def _ends(name, qualname):
    def end(reason='', *args, **kwargs):
        raise end.Exception(reason)
    end.Exception = type(qualname, (OutcomeException,), {'__module__': 'builtins'})
    end.__name__ = end.__qualname__ = name
    return end


skip, fail = _ends('skip', 'Skipped'), _ends('fail', 'Failed')
xfail = _ends('xfail', 'XFailed')


def importorskip(modname, minversion=None, reason=None, *, exc_type=None):
    import importlib
    try:
        return importlib.import_module(modname)
    except ImportError as e:
        skip(reason or f'could not import {modname!r}: {e}')


def main(args=None, plugins=None):
    _not_supported('pytest.main', 'unittest.main')


def exit(reason='', returncode=None):
    _not_supported('pytest.exit', 'sys.exit')


class Mark:
    """A mark of a test."""

    def __init__(self, name, args, kwargs):
        self.name, self.args, self.kwargs = name, args, kwargs

    def __repr__(self):
        return f'Mark(name={self.name!r}, args={self.args!r}, kwargs={self.kwargs!r})'


class MarkDecorator:
    """Puts a mark on a test."""

    def __init__(self, mark):
        self.mark = mark

    name = property(lambda self: self.mark.name)
    args = property(lambda self: self.mark.args)
    kwargs = property(lambda self: self.mark.kwargs)

    def __repr__(self):
        return f'MarkDecorator(mark={self.mark!r})'

    def with_args(self, *args, **kwargs):
        return MarkDecorator(Mark(self.name, self.args + args, self.kwargs | kwargs))

    def __call__(self, *args, **kwargs):
        if len(args) == 1 and not kwargs and callable(args[0]) and getattr(args[0], '__name__', '') != '<lambda>':
            marks = getattr(args[0], 'pytestmark', [])
            args[0].pytestmark = [*(marks if isinstance(marks, list) else [marks]), self.mark]
            return args[0]
        return self.with_args(*args, **kwargs)


class _Marks:
    def __getattr__(self, name):
        if name[0] == '_':
            raise AttributeError('Marker name must NOT start with underscore')
        return MarkDecorator(Mark(name, (), {}))


mark = _Marks()


class _ParameterSet(tuple):
    values = property(lambda self: self[0])
    marks = property(lambda self: self[1])
    id = property(lambda self: self[2])


def param(*values, marks=(), id=None):
    return _ParameterSet((values, marks if isinstance(marks, (list, tuple)) else (marks,), id))


class FixtureFunctionDefinition:
    """A function that gives tests what they need: pytest calls it, nobody else."""

    def __init__(self, function, name):
        self._function, self.name = function, name or function.__name__
        self.__name__, self.__doc__ = self.name, function.__doc__

    def __repr__(self):
        return f'<pytest_fixture({self._function!r})>'

    def __call__(self, *args, **kwargs):
        fail(f'Fixture "{self.name}" called directly. Fixtures are not meant to be called directly,\n'
             'but are created automatically when test functions request them as parameters.\n'
             'See https://docs.pytest.org/en/stable/explanation/fixtures.html for more information about fixtures, and\n'
             'https://docs.pytest.org/en/stable/deprecations.html#calling-fixtures-directly')


def fixture(fixture_function=None, *, scope='function', params=None, autouse=False, ids=None, name=None, **kwargs):
    def made(function):
        return FixtureFunctionDefinition(function, name)
    return made if fixture_function is None else made(fixture_function)


class ExceptionInfo:
    """What was raised."""
    _exc = None

    value = property(lambda self: self._exc)
    type = property(lambda self: type(self._exc))
    tb = property(lambda self: self._exc.__traceback__)
    typename = property(lambda self: type(self._exc).__name__)

    def exconly(self, tryshort=False):
        import traceback
        return ''.join(traceback.format_exception_only(self._exc)).rstrip()

    def errisinstance(self, exc):
        return isinstance(self._exc, exc)

    def match(self, regexp):
        text = str(self._exc)
        if not _re.search(regexp, text):
            raise AssertionError(f'Regex pattern did not match.\n  Expected regex: {regexp!r}\n'
                                 f'  Actual message: {text!r}')
        return True


class RaisesContext:
    """Within it something is raised."""

    def __init__(self, expected, match, check):
        self._expected, self._match, self._check, self._info = expected, match, check, ExceptionInfo()

    def __enter__(self):
        return self._info

    def __exit__(self, kind, exc, traceback):
        if exc is None:
            if isinstance(self._expected, tuple):
                fail(f'DID NOT RAISE any of ({", ".join(each.__name__ for each in self._expected)})')
            fail(f'DID NOT RAISE {self._expected.__name__}')
        if not isinstance(exc, self._expected):
            return False
        self._info._exc = exc
        if self._match is not None:
            self._info.match(self._match)
        if self._check is not None and not self._check(exc):
            return False
        return True


def raises(expected_exception=BaseException, *args, match=None, check=None, **kwargs):
    if args:
        with RaisesContext(expected_exception, None, None) as info:
            args[0](*args[1:], **kwargs)
        return info
    return RaisesContext(expected_exception, match, check)


class _Approx:
    """Equal to what is near."""

    def __init__(self, expected, rel, abs, nan_ok):
        self.expected, self.rel, self.abs, self.nan_ok = expected, rel, abs, nan_ok

    def _tolerance(self, expected):
        from math import isinf
        least = 1e-12 if self.abs is None else self.abs
        if self.rel is None and self.abs is not None:
            return least
        return least if isinf(expected) else max((1e-6 if self.rel is None else self.rel) * abs(expected), least)

    def _near(self, actual, expected):
        if actual == expected:
            return True
        if isinstance(expected, bool) or not isinstance(expected, (int, float, complex)):
            return False
        if expected != expected:
            return self.nan_ok and actual != actual
        try:
            return abs(actual - expected) <= self._tolerance(expected)
        except TypeError:
            return False

    def __eq__(self, actual):
        expected = self.expected
        if isinstance(expected, dict):
            return set(actual) == set(expected) and all(self._near(actual[key], expected[key]) for key in expected)
        if isinstance(expected, (list, tuple)):
            return len(actual) == len(expected) and all(map(self._near, actual, expected))
        return self._near(actual, expected)

    __hash__ = None

    def _shown(self, value):
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            return str(value)
        tolerance = self._tolerance(value)
        return f'{value} ± {f"{tolerance:.1e}" if 1e-3 > tolerance or tolerance >= 1e3 else f"{tolerance:.3g}"}'

    def __repr__(self):
        expected = self.expected
        if isinstance(expected, dict):
            return 'approx({' + ', '.join(f'{key!r}: {self._shown(value)}' for key, value in expected.items()) + '})'
        if isinstance(expected, (list, tuple)):
            inner = ', '.join(map(self._shown, expected))
            return f'approx([{inner}])' if isinstance(expected, list) else f'approx(({inner}))'
        return self._shown(expected)


def approx(expected, rel=None, abs=None, nan_ok=False):
    return _Approx(expected, rel, abs, nan_ok)


def __getattr__(name):
    if name[:1] != '_':
        _not_supported('pytest.' + name)
    raise AttributeError(f"module 'pytest' has no attribute '{name}'")
