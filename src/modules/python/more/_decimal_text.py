"""Numbers as text."""
from _class_parts import part as _part
from _digits import digits as _digits

from _decimal_contexts import _given, _rounded

__name__ = 'decimal'  # where what is here is said to be  #: -


def _grouped(whole, mark):
    head = len(whole) % 3 or 3
    return mark.join([whole[:head], *(whole[at:at + 3] for at in range(head, len(whole), 3))])


class Decimal(metaclass=_part):
    """How numbers are written."""

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
