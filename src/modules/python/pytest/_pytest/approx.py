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


class _ApproxMapping(Approx):
    def __init__(self, expected, rel, abs, nan_ok):
        import pprint
        __tracebackhide__ = True
        for key, value in expected.items():
            if _is_nested(value):
                raise TypeError(f'pytest.approx() does not support nested dictionaries: key={key!r} value={value!r}\n'
                                f'  full mapping={pprint.pformat(expected)}')
        super().__init__(expected, rel, abs, nan_ok)

    def __repr__(self):
        return f'approx({ ({key: self._scalar(value) for key, value in self.expected.items()})!r})'

    def __eq__(self, actual):
        try:
            if set(actual.keys()) != set(self.expected.keys()):
                return False
        except AttributeError:
            return False
        return all(actual[key] == self._scalar(value) for key, value in self.expected.items())

    def _repr_compare(self, other):
        expected = self.expected
        if len(expected) != len(other):
            return ['Impossible to compare mappings with different sizes.', f'Lengths: {len(expected)} and {len(other)}']
        if expected.keys() != other.keys():
            return ['comparison failed.', f'Mappings has different keys: expected {expected.keys()} but got {other.keys()}']
        found = _Differences()
        found.total = len(expected)
        for key, value in expected.items():
            near = self._scalar(value)
            if near != other[key]:
                known = value is not None and other[key] is not None
                found.add(key, other[key], near, value, abs(value - other[key]) if known else None)
        return found.told()


class _ApproxSequence(Approx):
    def __init__(self, expected, rel, abs, nan_ok):
        import pprint
        __tracebackhide__ = True
        for index, value in enumerate(expected):
            if _is_nested(value):
                raise TypeError(f'pytest.approx() does not support nested data structures: {value!r} at index {index}\n'
                                f'  full sequence: {pprint.pformat(expected)}')
        super().__init__(expected, rel, abs, nan_ok)

    def __repr__(self):
        kind = type(self.expected) if type(self.expected) in (tuple, list) else list
        return f'approx({kind(self._scalar(value) for value in self.expected)!r})'

    def __eq__(self, actual):
        try:
            if len(actual) != len(self.expected):
                return False
        except TypeError:
            return False
        return all(got == self._scalar(value) for got, value in zip(actual, self.expected))

    def _repr_compare(self, other):
        if len(self.expected) != len(other):
            return ['Impossible to compare lists with different sizes.', f'Lengths: {len(self.expected)} and {len(other)}']
        found = _Differences()
        found.total = len(self.expected)
        for index, value in enumerate(self.expected):
            near, got = self._scalar(value), other[index]
            if near != got:
                try:
                    difference = abs(value - got)
                except TypeError:
                    difference = None
                found.add(index, got, near, got, difference)
        return found.told()


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
        if _is_nan(least):
            raise ValueError("absolute tolerance can't be NaN.")
        if least < 0:
            raise ValueError(f"absolute tolerance can't be negative: {least}")
        if self.rel is None and self.abs is not None:
            return least
        relative = (self._share if self.rel is None else self.rel) * abs(self.expected)
        if _is_nan(relative):
            raise ValueError("relative tolerance can't be NaN.")
        if relative < 0:
            raise ValueError(f"relative tolerance can't be negative: {relative}")
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
        if abs is not None and abs < timedelta(0):
            raise ValueError(f"absolute tolerance can't be negative: {abs}")
        if rel is not None:
            if not isinstance(rel, (int, float)):
                raise TypeError(f'relative tolerance for timedelta must be a number, got {type(rel).__name__}')
            if rel < 0:
                raise ValueError(f"relative tolerance can't be negative: {rel}")
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
