"""Digits of numbers: moved, combined, cut off."""
from _class_parts import part as _part
from _digits import digits as _digits, number as _number

from _decimal_signals import Clamped, Inexact, Overflow, ROUND_CEILING, ROUND_FLOOR, Rounded, Subnormal, Underflow
from _decimal_contexts import _given, _in, _rounded, _way

__name__ = 'decimal'  # where what is here is said to be  #: -


class Decimal(metaclass=_part):
    """What is done to the digits of numbers."""

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
