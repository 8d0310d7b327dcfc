"""Decimal numbers with a chosen precision."""
from _frames import extension as _extension, native as _native, type_name as _type_name
import numbers as _numbers
import sys as _sys
from _class_parts import whole as _whole
from _digits import digits as _digits, number as _number
from collections import namedtuple as _namedtuple

from _decimal_signals import (Clamped, ConversionSyntax, DecimalException, DivisionByZero, DivisionImpossible,
                              DivisionUndefined, FloatOperation, Inexact, InvalidContext, InvalidOperation, MAX_EMAX,
                              MAX_PREC, MIN_EMIN, Overflow, ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR,
                              ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Rounded, SignalDict, Subnormal,
                              Underflow)
from _decimal_contexts import (BasicContext, Context, DefaultContext, ExtendedContext, _context_variable, _given, _most,
                               _rounded, getcontext, localcontext, setcontext)

__all__ = ['Decimal', 'Context', 'DecimalTuple', 'DefaultContext', 'BasicContext', 'ExtendedContext',
           'DecimalException', 'Clamped', 'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal',
           'Overflow', 'Underflow', 'FloatOperation', 'DivisionImpossible', 'InvalidContext', 'ConversionSyntax',
           'DivisionUndefined', 'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR',
           'ROUND_UP', 'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext', 'localcontext', 'MAX_PREC',
           'MAX_EMAX', 'MIN_EMIN', 'MIN_ETINY', 'HAVE_THREADS', 'HAVE_CONTEXTVAR']
__version__, __libmpdec_version__ = '1.70', '2.5.1'
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
HAVE_THREADS = HAVE_CONTEXTVAR = True
DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')
DecimalTuple.__module__ = 'decimal'


@_whole('_decimal_text', '_decimal_arithmetic', '_decimal_powers', '_decimal_digits')
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
_extension(Decimal)
_context_variable()
_native(globals(), 'getcontext')
