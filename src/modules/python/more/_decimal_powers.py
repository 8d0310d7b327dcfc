"""Powers of numbers, and their inverses."""
from _class_parts import part as _part
from _digits import digits as _digits

from _decimal_signals import DivisionByZero, Inexact, MAX_EMAX, MIN_EMIN, ROUND_HALF_EVEN, Rounded
from _decimal_contexts import Context, _given, _within, getcontext

__name__ = 'decimal'  # where what is here is said to be  #: -


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


class Decimal(metaclass=_part):
    """Powers, roots and logarithms."""

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
