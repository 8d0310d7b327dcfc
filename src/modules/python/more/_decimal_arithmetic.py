"""Arithmetic with numbers."""
from _class_parts import part as _part
from _digits import digits as _digits

from _decimal_signals import (Clamped, DivisionByZero, DivisionImpossible, DivisionUndefined, InvalidOperation,
                              ROUND_FLOOR)
from _decimal_contexts import _given, _in, getcontext

__name__ = 'decimal'  # where what is here is said to be  #: -


class Decimal(metaclass=_part):
    """Sums, products and what is left of them."""

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

    def _padded(self, context):
        """An inexact result has all the digits of the precision."""
        lack = min(context.prec - len(_digits(self._int)), self._exp - context.Etiny())
        return Decimal._made(self._sign, self._int * 10 ** lack, self._exp - lack) if lack > 0 and self._int else self
