"""Decimal numbers with a chosen precision."""
from _frames import shortcuts as _shortcuts, type_name as _type_name
import numbers as _numbers
import sys as _sys
from _digits import digits as _digits, number as _number
from collections import namedtuple as _namedtuple
from collections.abc import MutableMapping as _MutableMapping

__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext',
           'DecimalException', 'Clamped', 'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal',
           'Overflow', 'Underflow', 'FloatOperation', 'DivisionImpossible', 'InvalidContext', 'ConversionSyntax',
           'DivisionUndefined', 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR',
           'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext', 'localcontext', 'MAX_PREC',
           'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY', 'HAVE_THREADS', 'HAVE_CONTEXTVAR']
ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = ('ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN',
                                                             'ROUND_CEILING')
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = 'ROUND_FLOOR', 'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP'
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
__version__, __libmpdec_version__ = '1.70', '2.5.1'
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
HAVE_THREADS = HAVE_CONTEXTVAR = True
DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')
DecimalTuple.__module__ = 'decimal'


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


def _way(rounding, context=None):
    """A way of rounding, looked at; the context's where none is given."""
    if rounding is None and context is not None:
        return context.rounding
    if not isinstance(rounding, str) or rounding not in (ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN,
                        ROUND_05UP):
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                        "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
    return rounding


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


def _shown(name):
    """The property that shows a context's table of signals; the table itself stands in the context's own names."""
    def fget(self):
        own = self.__dict__
        if '_' + name not in own:
            own['_' + name] = SignalDict(own[name])
        return own['_' + name]

    def fset(self, value):
        if not isinstance(value, dict | SignalDict):
            raise TypeError('argument must be a signal dict')
        self.__dict__.setdefault(name, {}).update(_signals(value))
    return property(fget, fset)


_RANGES = {'prec': (1, MAX_PREC, 'valid range for prec is [1, MAX_PREC]'),
           'Emin': (MIN_EMIN, 0, 'valid range for Emin is [MIN_EMIN, 0]'),
           'Emax': (0, MAX_EMAX, 'valid range for Emax is [0, MAX_EMAX]'),
           'capitals': (0, 1, 'valid values for capitals are 0 or 1'), 'clamp': (0, 1, 'valid values for clamp are 0 or 1')}


class Context:
    """Precision, rounding, which signals raise."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        self.prec = 28 if prec is None else prec
        self.rounding = ROUND_HALF_EVEN if rounding is None else rounding
        self.Emin = -999999 if Emin is None else Emin
        self.Emax = 999999 if Emax is None else Emax
        self.capitals, self.clamp = 1 if capitals is None else capitals, clamp or 0
        trapped = [InvalidOperation, DivisionByZero, Overflow] if traps is None else traps
        self.__dict__['traps'] = _signals(trapped)
        self.__dict__['flags'] = _signals([] if flags is None else flags)

    flags, traps = map(_shown, ('flags', 'traps'))

    def __setattr__(self, name, value):
        if name in _RANGES:
            low, high, words = _RANGES[name]
            if not isinstance(value, int):
                raise TypeError('an integer is required')
            if not -1 << 63 <= value < 1 << 63:
                raise OverflowError('Python int too large to convert to C ssize_t')
            if not low <= value <= high:
                raise ValueError(words)
        elif name not in ('rounding', 'flags', 'traps') and type(self) is Context:
            raise AttributeError(f"'decimal.Context' object has no attribute {name!r}")
        if name == 'rounding':
            _way(value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        raise AttributeError('context attributes cannot be deleted')

    def __repr__(self):
        def names(table):
            return ', '.join(s.__name__ for s in _SIGNALS if table[s])
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
                f'capitals={self.capitals}, clamp={self.clamp}, flags=[{names(self.flags)}], '
                f'traps=[{names(self.traps)}])')

    def copy(self):
        own = self.__dict__
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, own['flags'],
                       own['traps'])

    __copy__ = copy

    def __reduce__(self):
        def raised(table):
            return [signal for signal in _SIGNALS if table[signal]]
        return type(self), (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                            raised(self.flags), raised(self.traps))

    def clear_flags(self):
        for signal in self.flags:
            self.flags[signal] = False

    def clear_traps(self):
        for signal in self.traps:
            self.traps[signal] = False

    def _signal(self, *conditions):
        """Flags what they stand for; the first that is trapped is raised, with all that are (`dec_addstatus`)."""
        own, trapped = self.__dict__, {}
        for condition in conditions:
            base = condition
            while base not in own['flags']:
                base = base.__mro__[1]
            own['flags'][base] = True
            if own['traps'][base]:
                trapped[base] = condition
        for base in _ORDER if trapped else ():
            if base in trapped:
                raise base([trapped[signal] for signal in _ORDER if signal in trapped])

    def create_decimal(self, num='0', /):
        if isinstance(num, str) and (num != num.strip() or '_' in num):
            return Decimal._invalid(self, ConversionSyntax)
        if isinstance(num, str):
            made = Decimal._parsed(num, self, False)
        elif isinstance(num, list | tuple):
            made = Decimal._of_tuple(num)
        else:
            made = Decimal(num, self)
        if made.is_nan() and made._int >= 10 ** (self.prec - self.clamp):
            return Decimal._invalid(self, ConversionSyntax)
        return made._fixed(self)

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1


def _named(operation, name):
    operation.__name__, operation.__qualname__ = name, f'Context.{name}'
    return operation


for _name in ('add sub:subtract mul:multiply truediv:divide mod:remainder floordiv:divide_int').split():
    _method, _, _public = _name.partition(':')

    def _make(method):
        def operation(self, x, y, /):
            with _within(self):
                return getattr(Decimal._operand(x), f'__{method}__')(Decimal._operand(y))
        return operation
    setattr(Context, _public or _method, _named(_make(_method), _public or _method))


def _unary(method):
    def operation(self, x, /):
        return getattr(Decimal._operand(x), method)(context=self)
    return _named(operation, method)


for _name in 'sqrt', 'ln', 'log10', 'exp', 'to_integral_value', 'normalize':
    setattr(Context, _name, _unary(_name))


def _by_method(name):
    """A context's method that is a number's, done in that context."""
    def one(self, x, /):
        return _in(self, lambda: getattr(Decimal._operand(x), name)())

    def two(self, x, y, /):
        return _in(self, lambda: getattr(Decimal._operand(x), name)(y))

    def three(self, x, y, z, /):
        return _in(self, lambda: getattr(Decimal._operand(x), name)(y, z))
    return _named(two if name in _OF_TWO else three if name == 'fma' else one, name)


_OF_TWO = ('compare compare_total copy_sign compare_signal compare_total_mag logical_and logical_or logical_xor max_mag '
           'min_mag next_toward rotate max min remainder_near same_quantum scaleb shift').split()
for _name in _OF_TWO + ('copy_abs copy_negate fma is_finite is_infinite is_nan logical_invert is_normal is_qnan is_signed '
                        'is_snan is_subnormal is_zero logb next_minus next_plus number_class to_eng_string '
                        'to_integral_exact to_integral_value').split():
    if _name not in Context.__dict__:
        setattr(Context, _name, _by_method(_name))


def _public(name):
    return lambda function: setattr(Context, name, _named(function, name))


@_public('power')
def _power(self, a, b, modulo=None):
    return _in(self, lambda: pow(Decimal._operand(a), Decimal._operand(b), modulo))


@_public('quantize')
def _quantize(self, x, y, /):
    return Decimal._operand(x).quantize(y, context=self)


@_public('divmod')
def _divmod(self, x, y, /):
    return _in(self, lambda: divmod(Decimal._operand(x), Decimal._operand(y)))


@_public('canonical')
def _canonical(self, x, /):
    if not isinstance(x, Decimal):
        raise TypeError('argument must be a Decimal')
    return x


@_public('is_canonical')
def _is_canonical(self, x, /):
    return _canonical_of(self, x) is x


_canonical_of = Context.canonical
for _name, _work in (('abs', lambda a: abs(a)), ('minus', lambda a: -a), ('plus', lambda a: +a),
                     ('copy_decimal', lambda a: a), ('to_sci_string', lambda a: str(a))):
    def _make(work):
        return lambda self, x, /: _in(self, lambda: work(Decimal._operand(x)))
    setattr(Context, _name, _named(_make(_work), _name))
Context.to_integral = Context.to_integral_value
Context.radix = _named(lambda self: Decimal(10), 'radix')
Context.create_decimal_from_float = _named(lambda self, f, /: self.create_decimal(Decimal.from_float(f)),
                                           'create_decimal_from_float')


def _in(context, work):
    with _within(context):
        return work()


DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, traps=[])
_variable = None


def _context_variable():
    global _variable
    if _variable is None:
        import contextvars
        _variable = contextvars.ContextVar('decimal_context')
        _shortcuts(2, Decimal, Rounded, Inexact, _variable)
    return _variable


def getcontext():
    variable = _context_variable()
    found = variable.get(None)
    if found is None:
        found = DefaultContext.copy()
        variable.set(found)
    return found


def _given(context):
    """The context that an argument is, or the current one."""
    if context is None:
        return getcontext()
    if not isinstance(context, Context):
        raise TypeError('optional argument must be a context')
    return context


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _context_variable().set(context)


class _within:
    """Works in a context, whose flags are raised."""

    def __init__(self, context):
        self._new = context

    def __enter__(self):
        self._old = getcontext()
        _variable.set(self._new)

    def __exit__(self, *exc):
        _variable.set(self._old)


class localcontext:
    """A context for a with block."""

    def __init__(self, ctx=None, **kwargs):
        if ctx is not None and not isinstance(ctx, Context):
            raise TypeError('optional argument must be a context')
        self._new = (getcontext() if ctx is None else ctx).copy()
        for name, value in kwargs.items():
            if name not in _RANGES and name not in ('rounding', 'flags', 'traps'):
                raise TypeError(f'this function got an unexpected keyword argument {name!r}')
            if value is not None:
                setattr(self._new, name, _signals(value) if name in ('flags', 'traps') else value)

    def __enter__(self):
        self._old = getcontext()
        setcontext(self._new)
        return self._new

    def __exit__(self, *exc):
        setcontext(self._old)


def _rounded(sign, number, drop, rounding):
    """`number` without its last `drop` digits, and whether that lost something."""
    if drop <= 0 or not number:
        return number and number * 10 ** -drop, False
    # Far below the last digit that is kept, only that it is more than nothing counts.
    most = len(_digits(number)) + 2
    if drop > most:
        number, drop = 1, most
    scale = 10 ** drop
    kept, rest = divmod(number, scale)
    if not rest:
        return kept, False
    twice = rest * 2
    up = {ROUND_DOWN: False, ROUND_UP: True, ROUND_CEILING: not sign, ROUND_FLOOR: bool(sign),
          ROUND_HALF_UP: twice >= scale, ROUND_HALF_DOWN: twice > scale,
          ROUND_HALF_EVEN: twice > scale or twice == scale and kept & 1, ROUND_05UP: kept % 5 == 0}[rounding]
    return kept + 1 if up else kept, True


def _most(sign, context, rounding):
    """Digits, exponent and kind of what is too large: infinite, or the largest there is."""
    if rounding in (ROUND_DOWN, ROUND_05UP) or rounding == (ROUND_CEILING if sign else ROUND_FLOOR):
        return 10 ** context.prec - 1, context.Etop(), None
    return 0, 0, 'F'


class Decimal:
    """Sign, digits and exponent; or an infinity, or no number."""
    __slots__ = '_sign', '_int', '_exp', '_special'

    def __new__(cls, value='0', context=None):
        if context is not None and not isinstance(context, Context):
            raise TypeError('optional argument must be a context')
        if isinstance(value, Decimal):
            if type(value) is cls is Decimal:
                return value
            return cls._made(value._sign, value._int, value._exp, value._special)
        if isinstance(value, int):
            return cls._made(int(value < 0), abs(int(value)), 0)
        if isinstance(value, str):
            return cls._parsed(value, context)
        if isinstance(value, float):
            _given(context)._signal(FloatOperation)
            return cls.from_float(value)
        if isinstance(value, (tuple, list)):
            made = cls._of_tuple(value)
            return made if made._special or made._is_exact() else cls._made(0, 0, 0, _given(context)._signal(InvalidOperation) or 'n')
        raise TypeError(f'conversion from {_type_name(value)} to Decimal is not supported')

    @classmethod
    def _of_tuple(cls, value):
        if len(value) != 3:
            raise ValueError('argument must be a sequence of length 3')
        sign, digits, exponent = value
        if not isinstance(sign, int) or sign not in (0, 1):
            raise ValueError('sign must be an integer with the value 0 or 1')
        if isinstance(exponent, str):
            if exponent not in ('F', 'n', 'N'):
                raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        elif not isinstance(exponent, int):
            raise ValueError('exponent must be an integer')
        elif not -1 << 63 <= exponent < 1 << 63:
            raise OverflowError('Python int too large to convert to C ssize_t')
        if not isinstance(digits, list | tuple) or not all(isinstance(digit, int) and 0 <= digit <= 9 for digit in digits):
            raise ValueError('coefficient must be a tuple of digits')
        if exponent == 'F':
            return cls._made(sign, 0, 0, 'F')
        if exponent in ('n', 'N'):
            return cls._made(sign, _number(''.join(map(str, digits)) or '0'), 0, exponent)
        return cls._made(sign, _number(''.join(map(str, digits)) or '0'), exponent)

    def _is_exact(self):
        """Whether a number is within what a number may be."""
        return MIN_ETINY <= self._exp <= MAX_EMAX - len(_digits(self._int)) + 1

    @classmethod
    def _made(cls, sign, number, exponent, special=None):
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._special = sign, number, exponent, special
        return self

    @classmethod
    def _parsed(cls, text, context, exactly=True):
        body = text.strip().replace('_', '')
        sign = int(body[:1] == '-')
        if body[:1] in ('+', '-'):
            body = body[1:]
        low = body.lower()
        if low in ('inf', 'infinity'):
            return cls._made(sign, 0, 0, 'F')
        if low[:4] == 'snan' and (low[4:].isdigit() or not low[4:]):
            return cls._made(sign, _number(low[4:] or '0'), 0, 'N')
        if low[:3] == 'nan' and (low[3:].isdigit() or not low[3:]):
            return cls._made(sign, _number(low[3:] or '0'), 0, 'n')
        mantissa, letter, exponent = low.partition('e')
        whole, dot, part = mantissa.partition('.')
        digits = exponent[1:] if exponent[:1] in ('+', '-') else exponent
        if not (whole + part).isdigit() or letter and not digits.isdigit():
            _given(context)._signal(ConversionSyntax)
            return cls._made(0, 0, 0, 'n')
        number, power = _number(whole + part), (int(exponent) if letter else 0) - len(part)
        made = cls._made(sign, number, power)
        if letter and exactly and not made._is_exact():
            _given(context)._signal(InvalidOperation)
            return cls._made(0, 0, 0, 'n')
        return made

    @classmethod
    def from_float(cls, f, /):
        if isinstance(f, int):
            made = Decimal(f)
        elif not isinstance(f, float):
            raise TypeError('argument must be int or float')
        elif f != f or f in (float('inf'), float('-inf')):
            made = Decimal(repr(f))
        else:
            numerator, denominator = abs(f).as_integer_ratio()
            power = denominator.bit_length() - 1
            made = Decimal._made(int(str(f).startswith('-')), numerator * 5 ** power, -power)
        return made if cls is Decimal else cls(made)

    # Facts

    def is_nan(self):
        return self._special in ('n', 'N')

    def is_qnan(self):
        return self._special == 'n'

    def is_snan(self):
        return self._special == 'N'

    def is_infinite(self):
        return self._special == 'F'

    def is_finite(self):
        return self._special is None

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self._special is None and self._int == 0

    def is_normal(self, context=None):
        context = _given(context)
        return self._special is None and self._int != 0 and self.adjusted() >= context.Emin

    def is_subnormal(self, context=None):
        context = _given(context)
        return self._special is None and self._int != 0 and self.adjusted() < context.Emin

    def is_canonical(self):
        return True

    def adjusted(self):
        return 0 if self._special else self._exp + len(_digits(self._int)) - 1

    def as_tuple(self):
        if self._special == 'F':
            return DecimalTuple(self._sign, (0,), 'F')
        digits = tuple(map(int, _digits(self._int))) if not self._special or self._int else ()
        return DecimalTuple(self._sign, digits, self._special or self._exp)

    def as_integer_ratio(self):
        if self._special:
            if self.is_nan():
                raise ValueError('cannot convert NaN to integer ratio')
            raise OverflowError('cannot convert Infinity to integer ratio')
        import math
        top, bottom = self._int * 10 ** max(self._exp, 0), 10 ** max(-self._exp, 0)
        common = math.gcd(top, bottom)
        return (-top if self._sign else top) // common, bottom // common

    def sign(self):
        return self._sign

    def canonical(self):
        return self

    # Text

    def __str__(self, eng=False, context=None):
        sign = '-' if self._sign else ''
        if self._special:
            if self._special == 'F':
                return sign + 'Infinity'
            return sign + ('NaN' if self._special == 'n' else 'sNaN') + (_digits(self._int) if self._int else '')
        digits = _digits(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            dot = left
        elif not eng:
            dot = 1
        elif self._int == 0:
            dot = (left + 1) % 3 - 1
        else:
            dot = (left - 1) % 3 + 1
        if dot <= 0:
            whole, part = '0', '.' + '0' * -dot + digits
        elif dot >= len(digits):
            whole, part = digits + '0' * (dot - len(digits)), ''
        else:
            whole, part = digits[:dot], '.' + digits[dot:]
        letter = 'E' if _given(context).capitals else 'e'
        return sign + whole + part + ('' if left == dot else f'{letter}{left - dot:+d}')

    def to_eng_string(self, context=None):
        return self.__str__(True, context)

    def __repr__(self):
        return f"Decimal('{self}')"

    def __format__(self, spec, context=None):
        if not isinstance(spec, str):
            raise TypeError('format arg must be str')
        if not spec:
            return str(self)
        if spec[-1] == 'N':
            import warnings
            warnings.warn("Format specifier 'N' is deprecated", DeprecationWarning)
        body = spec
        fill, align = ' ', ''
        if len(body) > 1 and body[1] in '<>=^':
            fill, align, body = body[0], body[1], body[2:]
        elif body[0] in '<>=^':
            align, body = body[0], body[1:]
        sign = ''
        if body[:1] in ('+', '-', ' ') and body[:1]:
            sign, body = body[0], body[1:]
        zero_sign = body[:1] == 'z'
        body = body[zero_sign:]
        alternate = body[:1] == '#'
        body = body[alternate:]
        padded = body[:1] == '0'
        if padded:
            if align:
                raise ValueError('invalid format string')
            fill, align, body = '0', '=', body[1:]
        width = ''
        if body[:1] == '0':
            raise ValueError('invalid format string')
        while body[:1].isdigit():
            width, body = width + body[0], body[1:]
        group = ''
        if body[:1] == ',':
            group, body = body[0], body[1:]
        precision = None
        if body[:1] == '.':
            number, body = '', body[1:]
            while body[:1].isdigit():
                number, body = number + body[0], body[1:]
            if not number:
                raise ValueError('invalid format string')
            precision = int(number)
        kind = body or None
        if kind == 'N' and not group:
            kind = 'G'
        if kind is not None and kind not in ('e', 'E', 'f', 'F', 'g', 'G', '%', 'n') or kind == 'n' and group:
            raise ValueError('invalid format string')
        context = _given(context)
        value, tail = self, ''
        if value._special:
            whole = str(Decimal._made(0, value._int, 0, value._special))
            tail = '%' if kind == '%' else ''
            if padded:
                fill, align = ' ', '>'
        else:
            if kind == '%':
                value, tail = Decimal._made(value._sign, value._int, value._exp + 2), '%'
            if precision is not None and kind is not None:
                if kind in 'eE':
                    value = value._to_digits(precision + 1, context.rounding)
                elif kind in 'fF%':
                    number, _ = _rounded(value._sign, value._int, -precision - value._exp, context.rounding)
                    value = Decimal._made(value._sign, number, -precision)
                elif kind in 'gGn' and len(_digits(value._int)) > max(precision, 1):
                    value = value._to_digits(max(precision, 1), context.rounding)
            elif precision is not None and len(_digits(value._int)) > max(precision, 1):
                value = value._to_digits(max(precision, 1), context.rounding)
            if not value._int and value._exp > 0 and kind is not None and kind in 'fF%':
                value = Decimal._made(value._sign, 0, 0)
            digits = _digits(value._int)
            left = value._exp + len(digits)
            if kind is not None and kind in 'eE':
                if not value._int and precision is not None:
                    digits, left = '0' * (precision + 1), value._exp + precision + 1
                digits = digits.ljust((precision or 0) + 1, '0')
                dot = 1
            elif kind is not None and kind in 'fF%':
                dot = left
            elif value._exp <= 0 and left > -6:
                dot = left
            else:
                dot = 1
            if dot <= 0:
                whole, part = '0', '0' * -dot + digits
            elif dot >= len(digits):
                whole, part = digits + '0' * (dot - len(digits)), ''
            else:
                whole, part = digits[:dot], digits[dot:]
            power = left - dot
            letter = 'E' if kind and kind in 'EG' or not kind and context.capitals else 'e'
            if part or alternate:
                tail = '.' + part + ((f'{letter}{power:+d}' if power or kind and kind in 'eE' else '') + tail)
            elif power or kind and kind in 'eE':
                tail = f'{letter}{power:+d}' + tail
            if group:
                need = int(width) - len(tail) - (1 if value._sign or sign in ('+', ' ') else 0) if (
                    width and padded) else 0
                bare, whole = whole, _grouped(whole, group)
                while len(whole) < need:
                    bare = '0' + bare
                    whole = _grouped(bare, group)
        negative = value._sign and not (zero_sign and not value._special and not value._int)
        head = '-' if negative else sign if sign in ('+', ' ') else ''
        text, room = whole + tail, int(width or 0)
        pad = fill * (room - len(head) - len(text))
        if align == '=':
            return head + pad + text
        if align == '<':
            return head + text + pad
        if align == '^':
            half = len(pad) // 2
            return pad[:half] + head + text + pad[half:]
        return pad + head + text

    def _to_digits(self, count, rounding):
        drop = len(_digits(self._int)) - count
        if drop <= 0:
            return self
        number, _ = _rounded(self._sign, self._int, drop, rounding)
        exponent = self._exp + drop
        if len(_digits(number)) > count:
            number, exponent = number // 10, exponent + 1
        return Decimal._made(self._sign, number, exponent)

    # Rounding into a context

    def _fixed(self, context, rounding=None):
        """Itself as the context has it (`mpd_qfinalize`)."""
        if self._special:
            return self
        digits = len(_digits(self._int))
        number, exponent = self._int, self._exp
        if number:
            drop = max(digits - context.prec, context.Etiny() - exponent)
            small = exponent + digits - 1 < context.Emin
            conditions = [Subnormal] if small else []
            if drop > 0:
                number, inexact = _rounded(self._sign, number, drop, rounding or context.rounding)
                exponent += drop
                if len(_digits(number)) > context.prec:
                    number, exponent = number // 10, exponent + 1
                conditions.append(Rounded)
                if inexact:
                    conditions += [Underflow, Inexact] if small else [Inexact]
                if not number:
                    conditions.append(Clamped)
            if exponent + len(_digits(number)) - 1 > context.Emax:
                context._signal(Overflow, Inexact, Rounded)
                return Decimal._made(self._sign, *_most(self._sign, context, rounding or context.rounding))
            if context.clamp and exponent > context.Etop():
                number, exponent = number * 10 ** (exponent - context.Etop()), context.Etop()
                conditions.append(Clamped)
            if conditions:
                context._signal(*conditions)
        elif exponent > (most := context.Etop() if context.clamp else context.Emax):
            exponent = most
            context._signal(Clamped)
        elif exponent < context.Etiny():
            exponent = context.Etiny()
            context._signal(Clamped)
        if number == self._int and exponent == self._exp and type(self) is Decimal:
            return self
        return Decimal._made(self._sign, number, exponent)

    def _nan(self, other, context, third=None):
        """What comes of numbers one of which is none: the first that signals, or else the first, with as much as there is room for."""
        those = [each for each in (self, other, third) if each is not None and each._special in ('n', 'N')]
        if not those:
            return None
        found = next((each for each in those if each._special == 'N'), those[0])
        if found._special == 'N':
            context._signal(InvalidOperation)
        elif not found._int:
            return found
        return Decimal._made(found._sign, found._int % 10 ** (context.prec - context.clamp), 0, 'n')

    @staticmethod
    def _other(value, floats=False):
        if isinstance(value, Decimal):
            return value
        if isinstance(value, int):
            return Decimal(value)
        if floats and isinstance(value, float):
            return Decimal.from_float(value)
        return NotImplemented

    @staticmethod
    def _operand(value):
        """A number that a method is given."""
        other = Decimal._other(value)
        if other is NotImplemented:
            raise TypeError(f'conversion from {_type_name(value)} to Decimal is not supported')
        return other

    @staticmethod
    def _invalid(context, why=InvalidOperation):
        context._signal(why)
        return Decimal._made(0, 0, 0, 'n')

    # Arithmetic

    def __neg__(self):
        context = getcontext()
        nan = self._nan(None, context) if self._special else None
        if nan is not None:
            return nan
        sign = 1 - self._sign if self._int or self._special or context.rounding == ROUND_FLOOR else 0
        return Decimal._made(sign, self._int, self._exp, self._special)._fixed(context)

    def __pos__(self):
        context = getcontext()
        nan = self._nan(None, context) if self._special else None
        if nan is not None:
            return nan
        sign = self._sign if self._int or self._special or context.rounding == ROUND_FLOOR else 0
        return Decimal._made(sign, self._int, self._exp, self._special)._fixed(context)

    def __abs__(self):
        context = getcontext()
        nan = self._nan(None, context) if self._special else None
        return Decimal._made(0, self._int, self._exp, self._special)._fixed(context) if nan is None else nan

    def copy_abs(self):
        return Decimal._made(0, self._int, self._exp, self._special)

    def copy_negate(self):
        return Decimal._made(1 - self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other, context=None):
        _given(context)
        return Decimal._made(Decimal._operand(other)._sign, self._int, self._exp, self._special)

    def __add__(self, other, context=None):
        other = Decimal._other(other)
        if other is NotImplemented:
            return other
        context = _given(context)
        if self._special or other._special:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if self._special and other._special and self._sign != other._sign:
                return self._invalid(context)
            return self if self._special else other
        if abs(self._exp - other._exp) > 1000:
            self, other = self._near(other, context.prec), other._near(self, context.prec)
        exponent = min(self._exp, other._exp)
        a, b = (it._int and it._int * 10 ** (it._exp - exponent) for it in (self, other))
        total = (-a if self._sign else a) + (-b if other._sign else b)
        if total:
            sign = int(total < 0)
        elif self._sign == other._sign:
            sign = self._sign
        else:
            sign = int(context.rounding == ROUND_FLOOR)
        return Decimal._made(sign, abs(total), exponent)._fixed(context)

    def __radd__(self, other):
        return self.__add__(other)

    def __sub__(self, other):
        other = Decimal._other(other)
        return other if other is NotImplemented else self.__add__(other.copy_negate() if not other.is_nan() else other)

    def __rsub__(self, other):
        other = Decimal._other(other)
        return other if other is NotImplemented else other.__sub__(self)

    def __mul__(self, other):
        other = Decimal._other(other)
        if other is NotImplemented:
            return other
        context, sign = getcontext(), self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if self.is_zero() or other.is_zero():
                return self._invalid(context)
            return Decimal._made(sign, 0, 0, 'F')
        return Decimal._made(sign, self._int * other._int, self._exp + other._exp)._fixed(context)

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = Decimal._other(other)
        if other is NotImplemented:
            return other
        context, sign = getcontext(), self._sign ^ other._sign
        if self._special or other._special:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if self._special and other._special:
                return self._invalid(context)
            if self._special:
                return Decimal._made(sign, 0, 0, 'F')
            context._signal(Clamped)
            return Decimal._made(sign, 0, context.Etiny())
        if not other._int:
            if not self._int:
                return self._invalid(context, DivisionUndefined)
            context._signal(DivisionByZero)
            return Decimal._made(sign, 0, 0, 'F')
        exponent = self._exp - other._exp
        if not self._int:
            return Decimal._made(sign, 0, exponent)._fixed(context)
        shift = len(_digits(other._int)) - len(_digits(self._int)) + context.prec + 1
        top, bottom = self._int, other._int
        if shift >= 0:
            top *= 10 ** shift
        else:
            bottom *= 10 ** -shift
        found, rest = divmod(top, bottom)
        ideal, exponent = exponent, exponent - shift
        if rest:
            # A last digit of 0 or 5 must not look exact or a tie.
            if found % 5 == 0:
                found += 1
        else:
            while exponent < ideal and found % 10 == 0:
                found, exponent = found // 10, exponent + 1
        return Decimal._made(sign, found, exponent)._fixed(context)

    def __rtruediv__(self, other):
        other = Decimal._other(other)
        return other if other is NotImplemented else other.__truediv__(self)

    def _divided(self, other, precision):
        """Of finite numbers the quotient cut towards zero, the remainder, what that is a remainder of, and the exponent of both; None:
        the quotient has too many digits."""
        exponent = min(self._exp, other._exp)
        apart = self.adjusted() - other.adjusted()
        if not self._int:
            return 0, 0, other._int, exponent
        if apart > precision:
            return None
        a = self._int * 10 ** (self._exp - exponent)
        if apart < -1:
            # Less than half of the other, however long that were to be written out.
            return 0, a, 3 * a, exponent
        b = other._int * 10 ** (other._exp - exponent)
        quotient, rest = divmod(a, b)
        return None if len(_digits(quotient)) > precision else (quotient, rest, b, exponent)

    def __floordiv__(self, other):
        other = Decimal._other(other)
        if other is NotImplemented:
            return other
        context = getcontext()
        if self._special or other._special:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            if self._special:
                return self._invalid(context) if other._special else Decimal._made(self._sign ^ other._sign, 0, 0, 'F')
            return Decimal._made(self._sign ^ other._sign, 0, 0)
        if not other._int:
            if not self._int:
                return self._invalid(context, DivisionUndefined)
            context._signal(DivisionByZero)
            return Decimal._made(self._sign ^ other._sign, 0, 0, 'F')
        found = self._divided(other, context.prec)
        if found is None:
            return self._invalid(context, DivisionImpossible)
        return Decimal._made(self._sign ^ other._sign, found[0], 0)

    def __rfloordiv__(self, other):
        other = Decimal._other(other)
        return other if other is NotImplemented else other.__floordiv__(self)

    def __mod__(self, other):
        other = Decimal._other(other)
        if other is NotImplemented:
            return other
        context = getcontext()
        if self._special or other._special:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
            return self._invalid(context) if self._special else self._fixed(context)
        if not other._int:
            return self._invalid(context, InvalidOperation if self._int else DivisionUndefined)
        found = self._divided(other, context.prec)
        if found is None:
            return self._invalid(context, DivisionImpossible)
        return Decimal._made(self._sign, found[1], found[3])._fixed(context)

    def __rmod__(self, other):
        other = Decimal._other(other)
        return other if other is NotImplemented else other.__mod__(self)

    def __divmod__(self, other):
        other = Decimal._other(other)
        if other is NotImplemented:
            return other
        if self._int and not self._special and other.is_zero():
            context = getcontext()
            context._signal(InvalidOperation, DivisionByZero)
            return Decimal._made(self._sign ^ other._sign, 0, 0, 'F'), Decimal._made(0, 0, 0, 'n')
        return self // other, self % other

    def __rdivmod__(self, other):
        other = Decimal._other(other)
        return other if other is NotImplemented else other.__divmod__(self)

    def remainder_near(self, other, context=None):
        context = _given(context)
        other = Decimal._operand(other)
        if self._special or other._special or not other:
            return _in(context, lambda: self % other)
        found = self._divided(other, context.prec)
        if found is not None:
            quotient, rest, whole, exponent = found
            sign = self._sign
            if rest * 2 > whole or rest * 2 == whole and quotient % 2:
                quotient, rest, sign = quotient + 1, whole - rest, 1 - sign
            if quotient < 10 ** context.prec:
                return Decimal._made(sign, rest, exponent)._fixed(context)
        return self._invalid(context, DivisionImpossible)

    def fma(self, other, third, context=None):
        context = _given(context)
        other, third = Decimal._operand(other), Decimal._operand(third)
        if self._special or other._special:
            if self.is_nan() or other.is_nan():
                return self._nan(other, context, third)
            if not self or not other:
                return self._invalid(context)
            return _in(context, lambda: self * other + third)
        product = Decimal._made(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return _in(context, lambda: product + third)

    def __pow__(self, other, modulo=None):
        other = Decimal._other(other)
        if other is NotImplemented:
            return other
        context = getcontext()
        if modulo is not None:
            return self._power_modulo(other, modulo, context)
        if self._special or other._special:
            nan = self._nan(other, context)
            if nan is not None:
                return nan
        if other.is_zero():
            return self._invalid(context) if self.is_zero() else Decimal(1)
        whole = not other._special and other._is_whole()
        sign = int(self._sign and whole and other._is_odd())
        if self.is_zero() or self._special and not other._special and (whole or not self._sign):
            grows = self._special is not None
            return Decimal._made(sign, 0, 0, None if bool(other._sign) == grows else 'F')
        if self._sign and not whole:
            return self._invalid(context)
        order = self.copy_abs()._cmp(Decimal(1))
        if not order and not whole:
            context._signal(Inexact, Rounded)
            return Decimal._made(0, 10 ** (context.prec - 1), 1 - context.prec)
        if other._special:
            return Decimal._made(sign, 0, 0, None if (order > 0) == bool(other._sign) else 'F')
        if not order:
            return self._power_of_one(other, sign, context)
        # How many digits the result has before its point, or zeros after it.
        with _within(_wide(6)):
            size = other * self.copy_abs().log10()
        if size.adjusted() > 18:
            return Decimal._made(sign, 1, -4 * MAX_EMAX if size._sign else 4 * MAX_EMAX)._fixed(context)
        if whole and other.adjusted() < 19:
            return self._power(int(other), sign, context)
        if size.adjusted() < -context.prec - 3:
            ones, way = 10 ** (context.prec + 3), ROUND_HALF_EVEN if other.adjusted() < -context.prec - 5 else None
            return Decimal._made(sign, ones + (-1 if size._sign else 1), -context.prec - 3)._fixed(context, way)
        with _within(_wide(context.prec + 10 + max(size.adjusted() + 2, 0))):
            found = (other * self.copy_abs().ln()).exp()
        found = Decimal._made(sign, found._int, found._exp)._fixed(context)
        if found._special is None:
            context._signal(Inexact, Rounded)
        return found._padded(context)

    def _is_whole(self):
        return self._exp >= 0 or not self._int or len(_digits(self._int)) > -self._exp and not self._int % 10 ** -self._exp

    def _is_odd(self):
        return self._exp <= 0 and self._int // 10 ** -self._exp % 2 == 1

    def _power_of_one(self, other, sign, context):
        """A power of 1 has as many digits after its point as multiplying would give it, as far as there is room."""
        if other._sign:
            return Decimal._made(sign, 1, 0)
        if not self._exp:
            return Decimal._made(sign, 1, 0)
        places = min(-self._exp * int(other), context.prec) if other.adjusted() < 19 else context.prec
        if places == context.prec:
            context._signal(Rounded)
            places -= 1
        return Decimal._made(sign, 10 ** places, -places)

    def _power_modulo(self, other, modulo, context):
        modulo = Decimal._other(modulo)
        if modulo is NotImplemented:
            return modulo
        nan = self._nan(other, context, modulo)
        if nan is not None:
            return nan
        if not all(a._special is None and a._is_whole() for a in (self, other, modulo)) or other < 0 or \
                not modulo or not self and not other or modulo.adjusted() >= context.prec:
            return self._invalid(context)
        power, modulus = int(other), abs(int(modulo))
        base = abs(int(self)) if self._exp < 0 else self._int * pow(10, self._exp, modulus)
        return Decimal._made(self._sign if power % 2 else 0, pow(base, power, modulus), 0)

    def _power(self, power, sign, context):
        """By squaring, each product rounded to some more digits than are wanted (`_mpd_qpow_int`)."""
        precision, base = context.prec + len(str(abs(power))) + 2, self
        if power < 0:
            precision += 1
            with _within(_wide(precision)):
                base = Decimal(1) / self
        found, lost = base, False
        for bit in f'{abs(power):b}'[1:]:
            for factor in (found, base)[:1 + int(bit)]:
                product = Decimal._made(sign, found._int * factor._int, found._exp + factor._exp)
                found = product._to_digits(precision, ROUND_HALF_EVEN)
                lost = lost or found is not product and found._cmp(product) != 0
        found = Decimal._made(sign, found._int, found._exp)._fixed(context)
        if lost and found._special is None:
            context._signal(Inexact, Rounded)
        return found

    def _padded(self, context):
        """An inexact result has all the digits of the precision."""
        lack = min(context.prec - len(_digits(self._int)), self._exp - context.Etiny())
        return Decimal._made(self._sign, self._int * 10 ** lack, self._exp - lack) if lack > 0 and self._int else self

    def __rpow__(self, other, modulo=None):
        other = Decimal._other(other)
        return other if other is NotImplemented else other.__pow__(self, modulo)

    def sqrt(self, context=None):
        context = _given(context)
        if self._special:
            nan = self._nan(None, context)
            if nan is not None:
                return nan
            return self._invalid(context) if self._sign else self
        if not self._int:
            return Decimal._made(self._sign, 0, self._exp >> 1)._fixed(context)
        if self._sign:
            return self._invalid(context)
        import math
        number, exponent = self._int, self._exp
        ideal = exponent >> 1
        if exponent & 1:
            number, exponent = number * 10, exponent - 1
        shift = max(context.prec + 1 - (len(_digits(number)) + 1) // 2, 0)
        number, exponent = number * 100 ** shift, (exponent >> 1) - shift
        root = math.isqrt(number)
        if root * root == number:
            while exponent < ideal and root % 10 == 0:
                root, exponent = root // 10, exponent + 1
        elif root % 5 == 0:
            root += 1
        return Decimal._made(0, root, exponent)._fixed(context, ROUND_HALF_EVEN)

    def exp(self, context=None):
        context = _given(context)
        if self._special:
            nan = self._nan(None, context)
            return nan if nan is not None else Decimal(0) if self._sign else self
        if not self._int:
            return Decimal(1)
        if self.adjusted() > 18:
            return Decimal._made(0, 1, -4 * MAX_EMAX if self._sign else 4 * MAX_EMAX)._fixed(context, ROUND_HALF_EVEN)
        if self.adjusted() < -context.prec - 3:
            ones = 10 ** (context.prec + 3)
            return Decimal._made(0, ones + (-1 if self._sign else 1), -context.prec - 3)._fixed(context, ROUND_HALF_EVEN)
        digits = context.prec + 12 + max(self.adjusted(), 0)
        scale = 10 ** digits
        x = self._int * 10 ** (self._exp + digits) if self._exp + digits >= 0 else self._int // 10 ** -(
            self._exp + digits)
        ln10 = _ln10(digits)
        power, x = divmod(-x if self._sign else x, ln10)
        halvings = 8
        x >>= halvings
        total = term = scale
        n = 1
        while term:
            term = term * x // (n * scale)
            total += term
            n += 1
        for _ in range(halvings):
            total = total * total // scale
        return Decimal._made(0, *_inexact(total, power - digits))._fixed(context, ROUND_HALF_EVEN)

    def ln(self, context=None):
        context = _given(context)
        if self._special:
            nan = self._nan(None, context)
            if nan is not None:
                return nan
            return self._invalid(context) if self._sign else self
        if not self._int:
            return Decimal._made(1, 0, 0, 'F')
        if self._sign:
            return self._invalid(context)
        if self == 1:
            return Decimal(0)
        digits = context.prec + 14 + len(str(abs(self.adjusted()))) + self._near_one()
        sign, found = _signed(_ln(self._int, self._exp, digits))
        return Decimal._made(sign, *_inexact(found, -digits))._fixed(context, ROUND_HALF_EVEN)

    def _near_one(self):
        """How many digits a number has in common with 1: its logarithm has as many zeros."""
        if self.adjusted() not in (0, -1):
            return 0
        one = 10 ** -self._exp
        return len(_digits(one)) - len(_digits(abs(self._int - one)))

    def log10(self, context=None):
        context = _given(context)
        if self._special or not self._int or self._sign:
            return self.ln(context)
        digits_text = _digits(self._int).rstrip('0')
        if digits_text == '1':
            return Decimal(self._exp + len(_digits(self._int)) - 1)._fixed(context)
        digits = context.prec + 14 + self._near_one()
        sign, found = _signed(_ln(self._int, self._exp, digits) * 10 ** digits // _ln10(digits))
        return Decimal._made(sign, *_inexact(found, -digits))._fixed(context, ROUND_HALF_EVEN)

    def logb(self, context=None):
        context = _given(context)
        if self._special:
            return self._nan(None, context) or Decimal('Infinity')
        if not self._int:
            context._signal(DivisionByZero)
            return Decimal('-Infinity')
        return Decimal(self.adjusted())._fixed(context)

    def _places(self, other, context, most):
        """A number of places to move by, or what comes of it instead."""
        other = Decimal._operand(other)
        if self.is_nan() or other.is_nan():
            return self._nan(other, context)
        if other._special or other._exp != 0 or other._int > most:
            return self._invalid(context)
        return -other._int if other._sign else other._int

    def scaleb(self, other, context=None):
        context = _given(context)
        by = self._places(other, context, 2 * (context.Emax + context.prec))
        if isinstance(by, Decimal):
            return by
        return Decimal._made(self._sign, self._int, self._exp + (0 if self._special else by), self._special)._fixed(context)

    def shift(self, other, context=None):
        context = _given(context)
        by = self._places(other, context, context.prec)
        if isinstance(by, Decimal) or self._special:
            return by if isinstance(by, Decimal) else Decimal(self)
        number = self._int % 10 ** context.prec
        number = number * 10 ** by if by >= 0 else number // 10 ** -by
        return Decimal._made(self._sign, number % 10 ** context.prec, self._exp)

    def rotate(self, other, context=None):
        context = _given(context)
        by = self._places(other, context, context.prec)
        if isinstance(by, Decimal) or self._special:
            return by if isinstance(by, Decimal) else Decimal(self)
        digits = _digits(self._int % 10 ** context.prec).rjust(context.prec, '0')
        return Decimal._made(self._sign, _number(digits[by:] + digits[:by]), self._exp)

    def _logical(self, others, context, work):
        """Digit by digit, of numbers that consist of zeros and ones."""
        context = _given(context)
        numbers = [self, *map(Decimal._operand, others)]
        if any(n._special or n._sign or n._exp or set(_digits(n._int)) - {'0', '1'} for n in numbers):
            return self._invalid(context)
        digits = [_digits(n._int).rjust(context.prec, '0')[-context.prec:] for n in numbers]
        return Decimal._made(0, _number(''.join(str(work(*map(int, column))) for column in zip(*digits))), 0)

    def logical_and(self, other, context=None):
        return self._logical((other,), context, lambda a, b: a & b)

    def logical_or(self, other, context=None):
        return self._logical((other,), context, lambda a, b: a | b)

    def logical_xor(self, other, context=None):
        return self._logical((other,), context, lambda a, b: a ^ b)

    def logical_invert(self, context=None):
        return self._logical((), context, lambda a: 1 - a)

    def quantize(self, exp, rounding=None, context=None):
        context = _given(context)
        way = _way(rounding, context)
        exp = Decimal._operand(exp)
        if self._special or exp._special:
            nan = self._nan(exp, context)
            if nan is not None:
                return nan
            return Decimal(self) if self._special and exp._special else self._invalid(context)
        if self._int and self.adjusted() - exp._exp >= context.prec:
            return self._invalid(context)
        number, inexact = _rounded(self._sign, self._int, exp._exp - self._exp, way)
        if (len(_digits(number)) > context.prec or not context.Etiny() <= exp._exp <= context.Emax
                or number and exp._exp + len(_digits(number)) - 1 > context.Emax):
            return self._invalid(context)
        conditions = [Inexact] if inexact else []
        if exp._exp > self._exp and self._int:
            conditions.append(Rounded)
        if number and exp._exp + len(_digits(number)) - 1 < context.Emin:
            conditions.append(Subnormal)
        context._signal(*conditions)
        return Decimal._made(self._sign, number, exp._exp)

    def same_quantum(self, other, context=None):
        _given(context)
        other = Decimal._operand(other)
        if self._special or other._special:
            return self.is_nan() and other.is_nan() or self._special == other._special
        return self._exp == other._exp

    def to_integral_value(self, rounding=None, context=None):
        context = _given(context)
        way = _way(rounding, context)
        if self.is_nan():
            return self._nan(None, context)
        if self._special or self._exp >= 0:
            return Decimal(self)
        number, _ = _rounded(self._sign, self._int, -self._exp, way)
        return Decimal._made(self._sign, number, 0)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = _given(context)
        found = self.to_integral_value(rounding, context)
        if self._special is None and self._exp < 0 and self._int:
            context._signal(Rounded, *([Inexact] if found != self else []))
        return found

    def normalize(self, context=None):
        context = _given(context)
        if self.is_nan():
            return self._nan(None, context)
        value = self._fixed(context)
        if value._special:
            return value
        if not value._int:
            return Decimal._made(value._sign, 0, 0)
        text = _digits(value._int)
        most = context.Etop() if context.clamp else context.Emax
        ends = min(len(text) - len(text.rstrip('0')), most - value._exp)
        return Decimal._made(value._sign, _number(text[:len(text) - ends]), value._exp + ends)

    def radix(self):
        return Decimal(10)

    def number_class(self, context=None):
        sign = '-' if self._sign else '+'
        if self.is_nan():
            return 'NaN' if self._special == 'n' else 'sNaN'
        return sign + ('Infinity' if self._special else 'Zero' if not self._int else
                       'Subnormal' if self.is_subnormal(context) else 'Normal')

    def next_plus(self, context=None):
        return self._next(_given(context), 0, ROUND_CEILING)

    def next_toward(self, other, context=None):
        context, other = _given(context), Decimal._operand(other)
        if self.is_nan() or other.is_nan():
            return self._nan(other, context)
        way = self._cmp(other)
        if not way:
            return self.copy_sign(other)
        found = self.next_plus(context) if way < 0 else self.next_minus(context)
        if found._special:
            context._signal(Overflow, Inexact, Rounded)
        elif found.adjusted() < context.Emin:
            context._signal(Underflow, Subnormal, Inexact, Rounded, *([] if found._int else [Clamped]))
        return found

    def next_minus(self, context=None):
        return self._next(_given(context), 1, ROUND_FLOOR)

    def _next(self, context, sign, rounding):
        """A little more or less, rounded away from here; that raises no flags."""
        if self.is_nan():
            return self._nan(None, context)
        if self._special == 'F':
            if self._sign != sign:
                return Decimal._made(self._sign, 10 ** context.prec - 1, context.Etop())
            return self
        towards = context.copy()
        towards.rounding = rounding
        towards.clear_traps()
        here = self._fixed(towards)
        if here != self:
            return here
        little = Decimal._made(sign, 1, self.adjusted() - context.prec - 1 if self._int else context.Etiny() - 1)
        return _in(towards, lambda: self + little)

    # Comparison and conversion

    def _near(self, other, precision):
        """Itself; or, if it is so much smaller than what it is added to that only its sign counts, the next to nothing."""
        if not other._int:
            return self
        if not self._int:
            return Decimal._made(self._sign, 0, max(self._exp, other._exp - precision - 1))
        end = min(other._exp, other.adjusted() - precision) - 2
        return Decimal._made(self._sign, 1, end) if self.adjusted() < end else self

    def _cmp(self, other):
        if self._special or other._special:
            mine = 0 if not self._special else -1 if self._sign else 1
            theirs = 0 if not other._special else -1 if other._sign else 1
            return (mine > theirs) - (mine < theirs)
        if abs(self._exp - other._exp) > 1000:
            # So far apart they are not written out: their signs tell, or how many digits they have.
            mine, theirs = ((-1 if it._sign else 1) if it._int else 0 for it in (self, other))
            if mine == theirs:
                mine, theirs = mine * self.adjusted(), theirs * other.adjusted()
            if mine != theirs or not self._int:
                return (mine > theirs) - (mine < theirs)
        exponent = min(self._exp, other._exp)
        a, b = self._int * 10 ** (self._exp - exponent), other._int * 10 ** (other._exp - exponent)
        a, b = -a if self._sign else a, -b if other._sign else b
        return (a > b) - (a < b)

    def _compared(self, other, test, equality=False):
        if equality and isinstance(other, complex):
            if other.imag:
                return False
            other = other.real
        if isinstance(other, _numbers.Rational) and not isinstance(other, (int, Decimal)):
            if not self._special:
                self = Decimal._made(self._sign, self._int * other.denominator, self._exp)
            other = Decimal(other.numerator)
        if isinstance(other, float):
            context = getcontext()
            context.flags[FloatOperation] = True
            if context.traps[FloatOperation] and not equality:
                raise FloatOperation([FloatOperation])
        other = Decimal._other(other, True)
        if other is NotImplemented:
            return other
        if self.is_nan() or other.is_nan():
            if not equality or self.is_snan() or other.is_snan():
                getcontext()._signal(InvalidOperation)
            return False
        return test(self._cmp(other), 0)

    def __eq__(self, other):
        return self._compared(other, lambda a, b: a == b, True)

    def __lt__(self, other):
        return self._compared(other, lambda a, b: a < b)

    def __le__(self, other):
        return self._compared(other, lambda a, b: a <= b)

    def __gt__(self, other):
        return self._compared(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._compared(other, lambda a, b: a >= b)

    def compare(self, other, context=None):
        context, other = _given(context), Decimal._operand(other)
        if self.is_nan() or other.is_nan():
            return self._nan(other, context)
        return Decimal(self._cmp(other))

    def compare_signal(self, other, context=None):
        context, other = _given(context), Decimal._operand(other)
        if self.is_nan() or other.is_nan():
            context._signal(InvalidOperation)
            return self._nan(other, context)
        return Decimal(self._cmp(other))

    def compare_total(self, other, context=None):
        """An order of all numbers: those of the same value by their exponents, those that are none at the ends."""
        def key(n):
            # Numbers that are none by their kind and payload.
            kind = {None: 0, 'F': 0, 'N': 1, 'n': 2}[n._special]
            return -1 if n._sign else 1, kind, n
        _given(context)
        other = Decimal._operand(other)
        (sign, kind, _), (its_sign, its_kind, _) = key(self), key(other)
        if sign != its_sign:
            return Decimal(sign)
        if kind or its_kind:
            found = (kind > its_kind) - (kind < its_kind) or (self._int > other._int) - (self._int < other._int)
            return Decimal(found * sign)
        found = self._cmp(other)
        if not found and not self._special:
            found = ((self._exp > other._exp) - (self._exp < other._exp)) * sign
        return Decimal(found)

    def compare_total_mag(self, other, context=None):
        _given(context)
        return self.copy_abs().compare_total(Decimal._operand(other).copy_abs())

    def _extreme(self, other, context, sign, magnitude):
        """The larger of two, or the smaller one; a quiet NaN gives way to a number."""
        context, other = _given(context), Decimal._operand(other)
        if self.is_nan() or other.is_nan():
            if self._special == 'N' or other._special == 'N' or self.is_nan() and other.is_nan():
                return self._nan(other, context)
            return (other if self.is_nan() else self)._fixed(context)
        order = self.copy_abs()._cmp(other.copy_abs()) if magnitude else 0
        order = order or self._cmp(other) or self.compare_total(other)._signed()
        return (self if order * sign > 0 else other)._fixed(context)

    def _signed(self):
        return -self._int if self._sign else self._int

    def max(self, other, context=None):
        return self._extreme(other, context, 1, False)

    def min(self, other, context=None):
        return self._extreme(other, context, -1, False)

    def max_mag(self, other, context=None):
        return self._extreme(other, context, 1, True)

    def min_mag(self, other, context=None):
        return self._extreme(other, context, -1, True)

    def __hash__(self):
        if self._special:
            if self._special == 'N':
                raise TypeError('Cannot hash a signaling NaN value')
            return object.__hash__(self) if self.is_nan() else hash(float(self))
        modulus = _sys.hash_info.modulus
        power = pow(10, self._exp, modulus)
        value = self._int * power % modulus
        value = -value if self._sign else value
        return -2 if value == -1 else value

    def __bool__(self):
        return bool(self._special or self._int)

    def __int__(self):
        if self._special:
            if self.is_nan():
                raise ValueError('cannot convert NaN to integer')
            raise OverflowError('cannot convert Infinity to integer')
        number = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -number if self._sign else number

    __trunc__ = __int__

    def __float__(self):
        if self._special == 'N':
            raise ValueError('cannot convert signaling NaN to float')
        if self.is_nan():
            return float('-nan' if self._sign else 'nan')
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR))

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING))

    def __round__(self, n=None):
        if n is None:
            return int(self.to_integral_value(ROUND_HALF_EVEN))
        if not isinstance(n, int):
            raise TypeError('optional arg must be an integer')
        if not -1 << 63 <= n < 1 << 63:
            raise OverflowError('Python int too large to convert to C ssize_t')
        return self.quantize(Decimal._made(0, 1, -n))

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def conjugate(self):
        return self

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


_numbers.Number.register(Decimal)


def _grouped(whole, mark):
    head = len(whole) % 3 or 3
    return mark.join([whole[:head], *(whole[at:at + 3] for at in range(head, len(whole), 3))])


def _signed(number):
    return int(number < 0), abs(number)


def _inexact(number, exponent):
    """Digits and exponent of what has more digits than these."""
    return number * 10 + 1, exponent - 1


def _wide(precision):
    """A context for what is on its way to a result."""
    return Context(precision, ROUND_HALF_EVEN, MIN_EMIN, MAX_EMAX, traps=[])


_ln10_known = {}


def _ln10(digits):
    """ln 10 times 10**digits."""
    if digits not in _ln10_known:
        _ln10_known[digits] = _ln_ratio(10, 1, 10 ** (digits + 5)) // 10 ** 5
    return _ln10_known[digits]


def _ln_ratio(top, bottom, scale):
    """ln(top/bottom) times scale: halved to near 1, then a series."""
    import math
    x, halvings = top * scale // bottom, 0
    roots = 0
    while not scale * 9 // 10 < x < scale * 11 // 10:
        x = math.isqrt(x * scale)
        roots += 1
    y = (x - scale) * scale // (x + scale)
    square, term, total, n = y * y // scale, y, 0, 1
    while term:
        total += term // n
        term = term * square // scale
        n += 2
    return total * 2 << roots


def _ln(number, exponent, digits):
    """ln(number * 10**exponent) times 10**digits."""
    size = len(_digits(number))
    extra = digits + 10
    near = _ln_ratio(number, 10 ** (size - 1), 10 ** extra)
    return (near + (exponent + size - 1) * _ln10(extra)) // 10 ** 10


from _frames import extension as _extension
_extension(Decimal, Context)
_context_variable()


from _frames import native as _native
_native(globals())
