"""Flags: enumerations whose members can be combined."""

__name__ = 'enum'  # where what is here is said to be  #: in enum.py


class FlagBoundary(StrEnum):
    STRICT = 'strict'
    CONFORM = 'conform'
    EJECT = 'eject'
    KEEP = 'keep'

STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Members that can be combined."""
    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        try:
            return 2 ** max(last_values).bit_length()
        except Exception:
            raise TypeError('invalid flag value %r' % max(last_values)) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        bits = value & cls._flag_mask_  #: 1429 for val in _iter_bits_lsb(«value & cls._flag_mask_»):
        # Of each bit the member, None for one that has no name and was never asked for.
        for n in range(bits.bit_length()):
            if bits >> n & 1:
                yield cls._value2member_map_.get(1 << n)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)  #: 1439 yield from «sorted(⏎        cls._iter_member_by_value_(value),⏎        key=lambda m: m._sort_order_,⏎        )»

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')  #: 1452 raise ValueError(⏎        "%r is not a valid %s" % (value, cls.__qualname__)⏎        )
        mask, boundary = cls._flag_mask_, cls._boundary_
        every = 2 ** mask.bit_length() - 1
        if not -every - 1 <= value <= every or value & (every ^ mask):
            if boundary is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {_bits(value, width)}\n'  #: 1469 raise ValueError(⏎        "%r invalid value %r\n    given %s\n  allowed %s" % (⏎            cls, value, bin(value, max_bits), bin(flag_mask, max_bits),⏎            ))
                                 f'  allowed {_bits(mask, width)}')
            if boundary is CONFORM:
                value = value & mask
            elif boundary is EJECT:
                return value
            elif value < 0:
                value = max(every + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value += every + 1
        known = cls._value2member_map_.get(value)
        if known is not None:
            return known
        made = cls._member_type_.__new__(cls, value) if cls._member_type_ is not object else object.__new__(cls)
        made._value_ = value
        members = [m for m in cls if m._value_ & value]
        if value & ~cls._singles_mask_:
            # What single bits do not name, members of several may.
            for m in cls._member_map_.values():
                if m not in members and m._value_ and m._value_ & value == m._value_:
                    members.append(m)
        rest = value
        for m in members:
            rest &= ~m._value_
        if members:
            made._name_ = '|'.join(m._name_ for m in members)
            if rest and boundary is STRICT:
                raise ValueError(f'{cls!r}: no members with value {rest!r}')  #: 1524 raise ValueError('%r: no members with value %r' % (cls, unknown))
            if rest:
                made._name_ += f'|{cls._numeric_repr_(rest)}'
        else:
            made._name_ = None
        return cls._value2member_map_.setdefault(value, made)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and "  #: 1542 raise TypeError(⏎    "unsupported operand type(s) for 'in': %r and %r" % (⏎        type(other).__qualname__, self.__class__.__qualname__))
                            f'{self.__class__.__qualname__!r}')
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        value = self._numeric_repr_(self._value_) if self._member_type_ is object else repr(int(self._value_))
        if self._name_ is None:
            return f'<{self.__class__.__name__}: {value}>'
        return f'<{self.__class__.__name__}.{self._name_}: {value}>'

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({self._value_!r})'
        return f'{self.__class__.__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _other(self, other, sign):  #: -
        if isinstance(other, self.__class__):
            other, shown = other._value_, other
        elif self._member_type_ is not object and isinstance(other, self._member_type_):
            shown = other
        else:
            return None
        for flag, value in ((self, self._value_), (shown, other)):
            if value is None:
                raise TypeError(f"'{flag}' cannot be combined with other flags with {sign}")
        return other

    def __or__(self, other):
        value = self._other(other, '|')  #: 1588 raise TypeError(f"'{flag}' cannot be combined with other flags with |")
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other, '&')  #: 1599 raise TypeError(f"'{flag}' cannot be combined with other flags with &")
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other, '^')  #: 1610 raise TypeError(f"'{flag}' cannot be combined with other flags with ^")
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._value_ is None:
            raise TypeError(f"'{self}' cannot be inverted")  #: 1616
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


def _bits(value, width):
    digits = f'{value & (1 << width) - 1:0{width}b}'
    return f'0b{int(value < 0)} {digits}'


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Members are ints that can be combined."""


def bin(num, max_bits=None):
    """An int's bits behind one that is its sign."""
    sign, digits = f'0b{int(num < 0)}', ''
    if num.bit_length():
        sign, digits = _bits(num, num.bit_length()).split()
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f'{sign} {digits}'


def show_flag_values(value):
    return [1 << at for at in range(value.bit_length()) if value >> at & 1]
