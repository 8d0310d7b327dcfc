"""Values that equal what is near."""
import math
import sys
from collections.abc import Mapping, Sized
from numbers import Complex


def _is_decimal(value):
    return 'decimal' in sys.modules and isinstance(value, sys.modules['decimal'].Decimal)


def _is_time(value):
    return 'datetime' in sys.modules and isinstance(value, (sys.modules['datetime'].datetime, sys.modules['datetime'].timedelta))


def _is_nan(value):
    return value.is_nan() if _is_decimal(value) else math.isnan(value)


def _is_inf(value):
    return value.is_infinite() if _is_decimal(value) else math.isinf(value)


def _check_sign(kind, tolerance, zero):
    __tracebackhide__ = True
    if zero == 0 and tolerance is not None and _is_nan(tolerance):
        raise ValueError(f"{kind} tolerance can't be NaN.")
    if tolerance is not None and tolerance < zero:
        raise ValueError(f"{kind} tolerance can't be negative: {tolerance}")


class _Differences:
    """The greatest differences among those that are told."""

    def __init__(self):
        self.absolute = self.relative = None
        self.infinite, self.rows, self.total = False, [], 0

    def add(self, index, got, expected, base, difference):
        self.rows.append((str(index), str(got), str(expected)))
        if difference is None:
            return
        self.absolute = difference if self.absolute is None else max(self.absolute, difference)
        if base == 0:
            self.infinite = True
        else:
            share = difference / abs(base)
            self.relative = share if self.relative is None else max(self.relative, share)

    def told(self):
        relative = math.inf if self.infinite else -math.inf if self.relative is None else self.relative
        rows = [('Index', 'Obtained', 'Expected'), *self.rows]
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        return [f'comparison failed. Mismatched elements: {len(self.rows)} / {self.total}:',
                f'Max absolute difference: {-math.inf if self.absolute is None else self.absolute}',
                f'Max relative difference: {relative}',
                *(' | '.join(f'{cell:<{width}}' for cell, width in zip(row, widths)) for row in rows)]


class Approx:
    __module__ = 'pytest'
    __hash__ = None

    def __init__(self, expected, rel, abs, nan_ok):
        self.expected, self.rel, self.abs, self.nan_ok = expected, rel, abs, nan_ok

    def _scalar(self, value):
        kind = _ApproxDecimal if _is_decimal(value) else _ApproxTime if _is_time(value) else _ApproxScalar
        return kind(value, self.rel, self.abs, self.nan_ok)

    def __bool__(self):
        __tracebackhide__ = True
        raise AssertionError('approx() is not supported in a boolean context.\nDid you mean: `assert a == approx(b)`?')

    def __ne__(self, actual):
        return not self == actual

    def _repr_compare(self, other):
        return ['comparison failed', f'Obtained: {other}', f'Expected: {self}']


def _is_nested(value):
    return hasattr(value, '__getitem__') and isinstance(value, Sized) and not isinstance(value, (str, bytes)) or isinstance(value, Mapping)


class _ApproxMany(Approx):
    """Values at places, each near its own."""

    def __init__(self, expected, rel, abs, nan_ok):
        import pprint
        __tracebackhide__ = True
        for place, value in self._places(expected):
            if _is_nested(value):
                raise TypeError(self._nested.format(place=place, value=value, whole=pprint.pformat(expected)))
        super().__init__(expected, rel, abs, nan_ok)

    def __eq__(self, actual):
        try:
            alike = self._shape(actual) == self._shape(self.expected)
        except self._shapeless:
            return False
        return alike and all(got == self._scalar(value) for value, got in self._pairs(actual))

    def _repr_compare(self, other):
        unlike = self._unlike(other)
        if unlike:
            return ['Impossible to compare ' + unlike[0], unlike[1]] if len(unlike) > 1 else ['comparison failed.', *unlike]
        found = _Differences()
        found.total = len(self.expected)
        for place, value in self._places(self.expected):
            near, got = self._scalar(value), other[place]
            if near != got:
                found.add(place, got, near, *self._apart(value, got))
        return found.told()


class _ApproxMapping(_ApproxMany):
    _nested = 'pytest.approx() does not support nested dictionaries: key={place!r} value={value!r}\n  full mapping={whole}'
    _shapeless = AttributeError
    _places = staticmethod(lambda mapping: mapping.items())
    _shape = staticmethod(lambda mapping: set(mapping.keys()))

    def __repr__(self):
        return f'approx({ ({key: self._scalar(value) for key, value in self.expected.items()})!r})'

    def _pairs(self, actual):
        return ((value, actual[key]) for key, value in self.expected.items())

    def _unlike(self, other):
        expected = self.expected
        if len(expected) != len(other):
            return 'mappings with different sizes.', f'Lengths: {len(expected)} and {len(other)}'
        return expected.keys() != other.keys() and (f'Mappings has different keys: expected {expected.keys()} but got {other.keys()}',)

    def _apart(self, value, got):
        return value, abs(value - got) if value is not None and got is not None else None


class _ApproxSequence(_ApproxMany):
    _nested = 'pytest.approx() does not support nested data structures: {value!r} at index {place}\n  full sequence: {whole}'
    _shapeless = TypeError
    _places, _shape = enumerate, len

    def __repr__(self):
        kind = type(self.expected) if type(self.expected) in (tuple, list) else list
        return f'approx({kind(self._scalar(value) for value in self.expected)!r})'

    def _pairs(self, actual):
        return zip(self.expected, actual)

    def _unlike(self, other):
        sizes = len(self.expected), len(other)
        return sizes[0] != sizes[1] and ('lists with different sizes.', 'Lengths: {} and {}'.format(*sizes))

    def _apart(self, value, got):
        try:
            return got, abs(value - got)
        except TypeError:
            return got, None


class _ApproxScalar(Approx):
    def __init__(self, expected, rel, abs, nan_ok):
        __tracebackhide__ = True
        for kind, tolerance in ('relative', rel), ('absolute', abs):
            if tolerance is not None and not isinstance(tolerance, (int, float)) and not _is_decimal(tolerance):
                raise TypeError(f'{kind} tolerance for a scalar value must be an int, float or Decimal, got {type(tolerance).__name__}')
        if rel is not None and not hasattr(expected, '__abs__'):
            raise TypeError('expected value must support abs(...) when relative tolerance is used, '
                            f'got {type(expected).__name__}')
        super().__init__(expected, rel, abs, nan_ok)

    _least, _share = 1e-12, 1e-6

    @property
    def tolerance(self):
        least = self._least if self.abs is None else self.abs
        _check_sign('absolute', least, 0)
        if self.rel is None and self.abs is not None:
            return least
        relative = (self._share if self.rel is None else self.rel) * abs(self.expected)
        _check_sign('relative', relative, 0)
        return max(relative, least)

    def __repr__(self):
        expected = self.expected
        if isinstance(expected, bool) or not (isinstance(expected, Complex) or _is_decimal(expected)) or _is_inf(abs(expected)):
            return str(expected)
        try:
            tolerance = self.tolerance
            shown = f'{tolerance:n}' if not _is_decimal(tolerance) and 1e-3 <= tolerance < 1e3 else f'{tolerance:.1e}'
            if isinstance(expected, Complex) and expected.imag and not _is_inf(tolerance):
                shown += ' ∠ ±180°'
        except ValueError:
            shown = '???'
        return f'{expected} ± {shown}'

    def __eq__(self, actual):
        expected = self.expected
        if isinstance(expected, bool) and not isinstance(actual, bool):
            return False
        if actual == expected:
            return True
        if isinstance(expected, bool) or not all(isinstance(value, Complex) or _is_decimal(value) for value in (expected, actual)):
            return False
        if _is_nan(abs(expected)):
            return self.nan_ok and _is_nan(abs(actual))
        if _is_inf(abs(expected)):
            return False
        return bool(abs(expected - actual) <= self.tolerance)


class _ApproxDecimal(_ApproxScalar):
    def __init__(self, expected, rel, abs, nan_ok):
        from decimal import Decimal
        self._least, self._share = Decimal('1e-12'), Decimal('1e-6')
        rel, abs = (Decimal.from_float(each) if isinstance(each, (int, float)) else each for each in (rel, abs))
        super().__init__(expected, rel, abs, nan_ok)


class _ApproxTime(Approx):
    def __init__(self, expected, rel, abs, nan_ok):
        import builtins
        from datetime import datetime, timedelta
        __tracebackhide__ = True
        if isinstance(expected, datetime) and rel is not None:
            raise TypeError('pytest.approx() does not support relative tolerance for datetime comparisons. '
                            'Use abs=timedelta(...) instead.')
        if nan_ok:
            raise TypeError('pytest.approx() does not support nan_ok for datetime/timedelta comparisons.')
        if abs is None and rel is None:
            raise TypeError('pytest.approx() requires an explicit tolerance for datetime/timedelta comparisons: '
                            'e.g. approx(expected, abs=timedelta(seconds=1)) or approx(expected, rel=0.01)')
        if abs is not None and not isinstance(abs, timedelta):
            raise TypeError(f'absolute tolerance for datetime/timedelta must be a timedelta, got {type(abs).__name__}')
        _check_sign('absolute', abs, timedelta(0))
        if not isinstance(rel, (int, float, type(None))):
            raise TypeError(f'relative tolerance for timedelta must be a number, got {type(rel).__name__}')
        _check_sign('relative', rel, 0)
        if rel is not None:
            share = rel * builtins.abs(expected)
            abs = share if abs is None else max(abs, share)
        super().__init__(expected, rel, abs, False)

    def __repr__(self):
        return f'{self.expected} ± {self.abs}'

    def _difference(self, actual):
        try:
            return abs(self.expected - actual)
        except (TypeError, OverflowError):
            return None

    def __eq__(self, actual):
        difference = self._difference(actual)
        return difference is not None and difference <= self.abs

    def _repr_compare(self, other):
        difference = self._difference(other)
        return ['comparison failed', f'Obtained: {other}', f'Expected: {self}',
                f'Absolute difference: {"N/A" if difference is None else difference}', f'Tolerance: {self.abs}']


def approx(expected, rel=None, abs=None, nan_ok=False):
    __tracebackhide__ = True
    if _is_decimal(expected):
        kind = _ApproxDecimal
    elif isinstance(expected, Mapping):
        kind = _ApproxMapping
    elif _is_time(expected):
        kind = _ApproxTime
    elif hasattr(expected, '__getitem__') and isinstance(expected, Sized) and not isinstance(expected, (str, bytes)):
        kind = _ApproxSequence
    elif hasattr(expected, '__iter__') and isinstance(expected, Sized) and not isinstance(expected, (str, bytes)):
        raise TypeError(f'pytest.approx() only supports ordered sequences, but got: {expected!r}')
    else:
        kind = _ApproxScalar
    return kind(expected, rel, abs, nan_ok)
