"""Bytes laid out as C lays them out."""
__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


class error(Exception):
    pass


error.__qualname__ = 'error'
_SIZES = {'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8,
          'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1}
_NATIVE = {**_SIZES, 'l': 8, 'L': 8, 'n': 8, 'N': 8, 'P': 8}


class Struct:
    """A compiled format."""

    def __init__(self, format):
        if isinstance(format, bytes):
            format = format.decode('ascii')
        if not isinstance(format, str):
            raise TypeError(f'Struct() argument 1 must be a str or bytes object, not {type(format).__name__}')
        self.format = format
        order, text = '@', format
        if format[:1] in tuple('@=<>!'):
            order, text = format[0], format[1:]
        self._order = 'big' if order in '>!' else 'little'
        sizes, aligned = (_NATIVE, True) if order == '@' else (_SIZES, False)
        self._fields, size, count, values = [], 0, '', 0
        for letter in text:
            if letter.isspace():
                continue
            if letter.isdigit():
                count += letter
                continue
            if letter not in sizes:
                raise error('bad char in struct format')
            width = sizes[letter]
            if aligned and letter not in 'xcbB?sp':
                pad = -size % width
                if pad:
                    self._fields.append(('x', pad, 0))
                    size += pad
            repeat = int(count) if count else 1
            count = ''
            self._fields.append((letter, repeat, width))
            size += repeat * width
            values += letter in 'sp' or (0 if letter == 'x' else repeat)
        if count:
            raise error('repeat count given without format specifier')
        self.size, self._values = size, values

    def __repr__(self):
        return f'Struct({self.format!r})'

    def pack(self, *values):
        return self._pack(values, 'pack')

    def _pack(self, values, name):
        if len(values) != self._values:
            raise error(f'{name} expected {self._values} items for packing (got {len(values)})')
        out, values = bytearray(), iter(values)
        for letter, repeat, width in self._fields:
            if letter == 'x':
                out += bytes(repeat)
            elif letter in 'sp':
                value = next(values)
                if not isinstance(value, (bytes, bytearray)):
                    raise error(f"argument for '{letter}' must be a bytes object")
                if letter == 'p':
                    value = bytes((min(len(value), repeat - 1, 255),)) + value[:repeat - 1] if repeat else b''
                out += bytes(value[:repeat]).ljust(repeat, b'\0')
            else:
                for _ in range(repeat):
                    out += self._one(letter, width, next(values))
        return bytes(out)

    def _one(self, letter, width, value):
        if letter == 'c':
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise error('char format requires a bytes object of length 1')
            return bytes(value)
        if letter == '?':
            return b'\1' if value else b'\0'
        if letter in 'efd':
            try:
                value = float(value)
            except (TypeError, ValueError):
                raise error('required argument is not a float') from None
            return _float_bits(value, width).to_bytes(width, self._order)
        if not hasattr(type(value), '__index__'):
            raise error('required argument is not an integer')
        import operator
        value, signed = operator.index(value), letter not in 'BHILQNP'
        low, high = (-1 << width * 8 - 1, (1 << width * 8 - 1) - 1) if signed else (0, (1 << width * 8) - 1)
        if not low <= value <= high:
            if width == 8:
                raise error('int too large to convert' if letter in 'qQ' else 'argument out of range')
            raise error(f"'{letter}' format requires {low} <= number <= {high}")
        return value.to_bytes(width, self._order, signed=signed)

    def unpack(self, buffer):
        data = bytes(buffer)
        if len(data) != self.size:
            raise error(f'unpack requires a buffer of {self.size} bytes')
        return self._unpack(data, 0)

    def unpack_from(self, buffer, offset=0):
        data = bytes(buffer)
        if offset < 0:
            offset += len(data)
        if len(data) - offset < self.size:
            raise error(f'unpack_from requires a buffer of at least {self.size + offset} bytes for unpacking '
                        f'{self.size} bytes at offset {offset} (actual buffer size is {len(data)})')
        return self._unpack(data, offset)

    def iter_unpack(self, buffer):
        data = bytes(buffer)
        if not self.size:
            raise error('cannot iteratively unpack with a struct of length 0')
        if len(data) % self.size:
            raise error(f'iterative unpacking requires a buffer of a multiple of {self.size} bytes')
        return (self._unpack(data, at) for at in range(0, len(data), self.size))

    def pack_into(self, buffer, offset, *values):
        data = self._pack(values, 'pack_into')
        if offset < 0:
            offset += len(buffer)
        if len(buffer) - offset < self.size:
            raise error(f'pack_into requires a buffer of at least {self.size + offset} bytes for packing '
                        f'{self.size} bytes at offset {offset} (actual buffer size is {len(buffer)})')
        buffer[offset:offset + self.size] = data

    def _unpack(self, data, at):
        out = []
        for letter, repeat, width in self._fields:
            if letter == 'x':
                at += repeat
                continue
            if letter in 'sp':
                value = data[at:at + repeat]
                out.append(value if letter == 's' else value[1:1 + value[0]] if value else b'')
                at += repeat
                continue
            for _ in range(repeat):
                part = data[at:at + width]
                at += width
                if letter == 'c':
                    out.append(part)
                elif letter == '?':
                    out.append(part != b'\0')
                elif letter in 'efd':
                    out.append(_bits_float(int.from_bytes(part, self._order), width))
                else:
                    out.append(int.from_bytes(part, self._order, signed=letter not in 'BHILQNP'))
        return tuple(out)


_SHAPES = {2: (5, 10), 4: (8, 23), 8: (11, 52)}


def _float_bits(value, width):
    """The bits of an IEEE number of 2, 4 or 8 bytes."""
    import math
    exponent_bits, fraction_bits = _SHAPES[width]
    top, bias = (1 << exponent_bits) - 1, (1 << exponent_bits - 1) - 1
    sign = int(math.copysign(1, value) < 0) << width * 8 - 1
    value = abs(value)
    if value != value:
        return sign | top << fraction_bits | 1 << fraction_bits - 1
    if value == math.inf:
        return sign | top << fraction_bits
    if value == 0:
        return sign
    _, exponent = math.frexp(value)
    exponent = max(exponent - 1, 1 - bias)
    numerator, denominator = value.as_integer_ratio()
    shift = fraction_bits - exponent
    numerator, denominator = (numerator << shift, denominator) if shift >= 0 else (numerator, denominator << -shift)
    fraction, rest = divmod(numerator, denominator)
    if rest * 2 > denominator or rest * 2 == denominator and fraction & 1:
        fraction += 1
    bits = fraction + (exponent + bias - 1 << fraction_bits)
    if bits >> fraction_bits >= top:
        raise OverflowError(f'float too large to pack with {"ef d"[width // 2 - 1]} format')
    return sign | bits


def _bits_float(bits, width):
    import math
    exponent_bits, fraction_bits = _SHAPES[width]
    top, bias = (1 << exponent_bits) - 1, (1 << exponent_bits - 1) - 1
    sign = -1.0 if bits >> width * 8 - 1 else 1.0
    exponent, fraction = bits >> fraction_bits & top, bits & (1 << fraction_bits) - 1
    if exponent == top:
        return math.copysign(math.nan if fraction else math.inf, sign)
    if exponent:
        fraction |= 1 << fraction_bits
    return sign * math.ldexp(fraction, max(exponent, 1) - bias - fraction_bits)


_compiled = {}


def _struct(format):
    found = _compiled.get(format)
    if found is None:
        found = _compiled[format] = Struct(format)
    return found


def calcsize(format, /):
    return _struct(format).size


def pack(format, /, *values):
    return _struct(format).pack(*values)


def pack_into(format, buffer, offset, /, *values):
    _struct(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    return _struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _struct(format).iter_unpack(buffer)


from _frames import extension as _extension
Struct.__module__ = '_struct'
_extension(Struct)
