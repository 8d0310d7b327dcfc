"""Plain values as the bytes that CPython keeps them in; a code object as its source and the way to it there."""
import struct
import _frames


version = 4
_FUTURE = 0x1000000
_SHORT = {None: b'N', True: b'T', False: b'F', StopIteration: b'S', Ellipsis: b'.'}


def _shared(value, seen, shared):
    """The objects that stand at several places."""
    if id(value) in seen:
        shared[id(value)] = 0
        return
    seen[id(value)] = value
    if type(value) in (tuple, list, set, frozenset):
        for item in value:
            _shared(item, seen, shared)
    elif type(value) is dict:
        for item in (*value, *value.values()):
            _shared(item, seen, shared)


def _nested(code):
    return [inner for inner in code.co_consts if type(inner) is type(code)]


def _way(outer, code):
    """The places by which a code object is reached within another one; None: it is not there."""
    if outer == code:
        return ()
    ways = ((place, _way(inner, code)) for place, inner in enumerate(_nested(outer)))
    return next(((place, *way) for place, way in ways if way is not None), None)


def _source(code):
    """What a code object is made of: a text, its name and mode, and the way to it."""
    known = _frames.compiled_text(code)
    if known is not None:
        outer, text, mode = known
        way = _way(outer, code)
        if way is not None:
            return text, code.co_filename, mode, code.co_flags & _FUTURE, way
    import linecache
    text = ''.join(linecache.getlines(code.co_filename))
    way = _way(compile(text, code.co_filename, 'exec', dont_inherit=True), code) if text else None
    if way is None:
        _frames.not_supported('marshal of code objects whose source is not known', 'the source of the code')
    return text, code.co_filename, 'exec', 0, way


def _written(value, parts, shared):
    kind, at = type(value), len(parts)
    known = shared.get(id(value)) if kind not in (bool, type(None), type(...), type) else None
    if known:
        parts.append(b'r' + (known - 1).to_bytes(4, 'little'))
        return
    if known is not None:
        # From now on a reference stands for it.
        shared[id(value)] = 1 + sum(map(bool, shared.values()))
    _write(value, kind, parts.append, parts, shared)
    if known is not None:
        parts[at] = bytes([parts[at][0] | 0x80]) + parts[at][1:]


def _write(value, kind, put, parts, shared):
    if value is None or value is True or value is False or value is StopIteration or value is Ellipsis:
        put(_SHORT[value])
    elif kind is int:
        if -1 << 31 <= value < 1 << 31:
            put(b'i' + value.to_bytes(4, 'little', signed=True))
        else:
            digits, rest = [], abs(value)
            while rest:
                digits.append(rest & 0x7fff)
                rest >>= 15
            put(b'l' + struct.pack('<i', len(digits) if value > 0 else -len(digits)) + struct.pack(f'<{len(digits)}H', *digits))
    elif kind is float:
        put(b'g' + struct.pack('<d', value))
    elif kind is complex:
        put(b'y' + struct.pack('<dd', value.real, value.imag))
    elif kind is str:
        data = value.encode('utf-8', 'surrogatepass')
        if value.isascii() and len(data) < 256:
            put(b'z' + bytes([len(data)]) + data)
        else:
            put((b'a' if value.isascii() else b'u') + struct.pack('<i', len(data)) + data)
    elif kind in (bytes, bytearray, memoryview):
        put(b's' + struct.pack('<i', len(bytes(value))) + bytes(value))
    elif kind in (tuple, list, set, frozenset):
        if kind is tuple and len(value) < 256:
            put(b')' + bytes([len(value)]))
        else:
            put({tuple: b'(', list: b'[', set: b'<', frozenset: b'>'}[kind] + struct.pack('<i', len(value)))
        for item in value if kind in (tuple, list) else sorted(value, key=dumps):
            _written(item, parts, shared)
    elif kind is dict:
        put(b'{')
        for key, item in value.items():
            _written(key, parts, shared)
            _written(item, parts, shared)
        put(b'0')
    elif kind.__name__ == 'code':
        put(b'c')
        _written(_source(value), parts, shared)
    elif hasattr(kind, '__buffer__'):
        _write(bytes(memoryview(value)), bytes, put, parts, shared)
    else:
        raise ValueError('unmarshallable object')


def dumps(value, version=version, /, *, allow_code=True):
    """The bytes of a value."""
    parts, shared, seen = [], {}, {}
    try:
        _shared(value, seen, shared)
        if not allow_code and any(type(found).__name__ == 'code' for found in seen.values()):
            raise ValueError('marshalling code objects is disallowed')
        _written(value, parts, shared)
    except RecursionError:
        raise ValueError('object too deeply nested to marshal') from None
    return b''.join(parts)


def dump(value, file, version=version, /, *, allow_code=True):
    """Writes a value to a binary file."""
    return file.write(dumps(value, version, allow_code=allow_code))


_END = object()


class _Reader:
    def __init__(self, read, whole=False, codes=True):
        self.read, self.seen, self.whole, self.codes = read, [], whole, codes

    def take(self, size):
        data = self.read(size)
        if len(data) < size:
            raise EOFError('marshal data too short' if self.whole else 'EOF read where not expected')
        return data

    def number(self):
        return int.from_bytes(self.take(4), 'little', signed=True)

    def size(self):
        size = self.number()
        if size < 0:
            raise ValueError('bad marshal data (bytes object size out of range)')
        return size

    def value(self):
        code = self.read(1)
        if not code:
            raise EOFError('EOF read where object expected')
        flag, kind = code[0] & 0x80, bytes([code[0] & 0x7f])
        if kind == b'0':
            return _END
        if kind == b'r':
            at = self.number()
            if not 0 <= at < len(self.seen):
                raise ValueError('bad marshal data (invalid reference)')
            return self.seen[at]
        if kind in b'NTFS.':
            return {b'N': None, b'T': True, b'F': False, b'S': StopIteration, b'.': Ellipsis}[kind]
        at = len(self.seen)
        if flag:
            self.seen.append(None)
        found = self.made(kind, at if flag else None)
        if flag:
            self.seen[at] = found
        return found

    def items(self, size):
        found = []
        for _ in range(size):
            item = self.value()
            if item is _END:
                raise TypeError('NULL object in marshal data for tuple')
            found.append(item)
        return found

    def made(self, kind, at):
        if kind == b'i':
            return self.number()
        if kind == b'I':
            return int.from_bytes(self.take(8), 'little', signed=True)
        if kind == b'l':
            count = self.number()
            if count == -1 << 31:
                raise ValueError('bad marshal data (long size out of range)')
            digits = struct.unpack(f'<{abs(count)}H', self.take(2 * abs(count)))
            if any(digit > 0x7fff for digit in digits):
                raise ValueError('bad marshal data (digit out of range in long)')
            if digits and not digits[-1]:
                raise ValueError('bad marshal data (unnormalized long data)')
            number = sum(digit << 15 * place for place, digit in enumerate(digits))
            return -number if count < 0 else number
        if kind == b'g':
            return struct.unpack('<d', self.take(8))[0]
        if kind == b'y':
            real, = struct.unpack('<d', self.take(8))
            return complex(real, *struct.unpack('<d', self.take(8)))
        if kind in b'fx':
            parts = [float(self.take(self.take(1)[0])) for _ in range(1 if kind == b'f' else 2)]
            return parts[0] if kind == b'f' else complex(*parts)
        if kind == b's':
            return self.take(self.size())
        if kind in b'zZ':
            return self.take(self.take(1)[0]).decode('latin-1')
        if kind in b'aA':
            return self.take(self.size()).decode('latin-1')
        if kind in b'ut':
            return self.take(self.size()).decode('utf-8', 'surrogatepass')
        if kind in b')(':
            return tuple(self.items(self.take(1)[0] if kind == b')' else self.size()))
        if kind in b'[<':
            found = [] if kind == b'[' else set()
            if at is not None:
                self.seen[at] = found
            for item in self.items(self.size()):
                found.append(item) if kind == b'[' else found.add(item)
            return found
        if kind == b'>':
            return frozenset(self.items(self.size()))
        if kind == b'{':
            found = {}
            if at is not None:
                self.seen[at] = found
            while (key := self.value()) is not _END:
                found[key] = self.value()
            return found
        if kind == b'c':
            if not self.codes:
                raise ValueError('unmarshalling code objects is disallowed')
            found = self.value()
            if type(found) is not tuple:
                raise ValueError('bad marshal data (unknown type code)')
            source, name, mode, flags, way = found
            found = compile(source, name, mode, flags, True)
            for place in way:
                found = _nested(found)[place]
            return found
        raise ValueError('bad marshal data (unknown type code)')


def loads(data, /, *, allow_code=True):
    """The value that bytes stand for."""
    import io
    value = _Reader(io.BytesIO(_frames.bytes_of(data)).read, True, allow_code).value()
    if value is _END:
        raise TypeError('NULL object in marshal data for object')
    return value


def load(file, /, *, allow_code=True):
    """Reads a value from a binary file."""
    nothing = file.read(0)
    if not isinstance(nothing, bytes):
        raise TypeError(f'file.read() returned not bytes but {type(nothing).__name__}')

    def read(size):
        room = bytearray(size)
        got = file.readinto(room)
        if got > size:
            raise ValueError(f'read() returned too much data: {size} bytes requested, {got} returned')
        return bytes(room[:got])
    value = _Reader(read, codes=allow_code).value()
    if value is _END:
        raise TypeError('NULL object in marshal data for object')
    return value


from _frames import native as _native
_native(globals())
