"""What goes wrong with numbers, or may be worth knowing of them."""
from collections.abc import MutableMapping as _MutableMapping

__name__ = 'decimal'  # where what is here is said to be  #: -

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = ('ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN',
                                                             'ROUND_CEILING')
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = 'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP'
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class InvalidContext(InvalidOperation):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = [Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal,
            Underflow]
_ORDER = [InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped]
_UNKNOWN = ('valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n'
            '   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]')


def _signals(given):
    """Which signals are on: those of a list, or as a table says."""
    if isinstance(given, dict | SignalDict):
        if len(given) != len(_ORDER) or any(signal not in given for signal in _ORDER):
            raise KeyError('invalid signal dict')
        return {signal: bool(given[signal]) for signal in _ORDER}
    if not isinstance(given, list):
        raise TypeError('argument must be a signal dict')
    if not all(signal in _ORDER for signal in given):
        raise KeyError(_UNKNOWN)
    return {signal: signal in given for signal in _ORDER}


class SignalDict(_MutableMapping):
    """A context's table of signals, as programs see it."""
    __module__, __slots__ = 'abc', ('_on',)

    def __init__(self, on):
        self._on = on

    def __getitem__(self, signal):
        if signal not in _ORDER:
            raise KeyError(_UNKNOWN)
        return self._on[signal]

    def __setitem__(self, signal, value):
        if signal not in _ORDER:
            raise KeyError(_UNKNOWN)
        self._on[signal] = bool(value)

    def __delitem__(self, signal):
        raise ValueError('signal keys cannot be deleted')

    def __iter__(self):
        return iter(_ORDER)

    def __len__(self):
        return len(_ORDER)

    def __repr__(self):
        return '{' + ', '.join(f'{signal}:{on}' for signal, on in self._on.items()) + '}'

    def copy(self):
        return dict(self._on)
