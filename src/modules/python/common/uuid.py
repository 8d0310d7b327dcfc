"""UUIDs, the same in every run; the program's own random numbers are left alone."""
import os as _os
from enum import Enum as _Enum


class UUID:
    """A universally unique identifier."""
    __slots__ = ('int', 'is_safe', '__weakref__')

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=None):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError('one of the hex, bytes, bytes_le, fields, or int arguments must be given')  #: 175 raise TypeError('one of the hex, bytes, bytes_le, fields, '⏎                'or int arguments must be given')
        if bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError('bytes_le is not a 16-char string')  #: 185
            bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
        elif fields is not None:
            if len(fields) != 6:
                raise ValueError('fields is not a 6-tuple')  #: 195
            for place, (field, bits) in enumerate(zip(fields, (32, 16, 16, 8, 8, 48)), 1):
                if not 0 <= field < 1 << bits:
                    raise ValueError(f'field {place} out of range (need a{"n" * (bits == 8)} {bits}-bit value)')
            low, mid, high, sequence_high, sequence_low, node = fields
            int = low << 96 | mid << 80 | high << 64 | sequence_high << 56 | sequence_low << 48 | node
        if hex is not None:
            hex = hex.replace('urn:', '').replace('uuid:', '').strip('{}').replace('-', '')
            if len(hex) != 32:
                raise ValueError('badly formed hexadecimal UUID string')  #: 181
            int = _int(hex, 16)
        if bytes is not None:
            if len(bytes) != 16:
                raise ValueError('bytes is not a 16-char string')  #: 190
            assert isinstance(bytes, _bytes), repr(bytes)  #: 191 assert isinstance(bytes, bytes_), repr(bytes)
            int = _int.from_bytes(bytes)
        if not 0 <= int < 1 << 128:
            raise ValueError('int is out of range (need a 128-bit value)')  #: 215
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError('illegal version number')  #: 218
            int = int & ~(0xc000 << 48) | 0x8000 << 48
            int = int & ~(0xf000 << 64) | version << 76
        object.__setattr__(self, 'int', int)  #: 225
        object.__setattr__(self, 'is_safe', is_safe or SafeUUID.unknown)

    def __setattr__(self, name, value):
        raise TypeError('UUID objects are immutable')  #: 281

    def __getstate__(self):
        known = self.is_safe is not SafeUUID.unknown
        return {'int': self.int, 'is_safe': self.is_safe.value} if known else {'int': self.int}

    def __setstate__(self, state):
        object.__setattr__(self, 'int', state['int'])  #: 237
        object.__setattr__(self, 'is_safe', SafeUUID(state.get('is_safe')))

    @property
    def hex(self):
        return '%032x' % self.int

    @property
    def bytes(self):
        return self.int.to_bytes(16)

    @property
    def version(self):
        return self.int >> 76 & 0xf if self.variant == RFC_4122 else None

    @property
    def variant(self):
        bits = self.int >> 61 & 7
        return (RESERVED_NCS if bits < 4 else RFC_4122 if bits < 6 else RESERVED_MICROSOFT if bits == 6
                else RESERVED_FUTURE)

    @property
    def time_low(self):
        return self.int >> 96

    @property
    def time(self):
        return (self.int >> 64 & 0xfff) << 48 | (self.int >> 80 & 0xffff) << 32 | self.int >> 96

    @property
    def node(self):
        return self.int & 0xffffffffffff

    @property
    def fields(self):
        value = self.int
        return (value >> 96, value >> 80 & 0xffff, value >> 64 & 0xffff, value >> 56 & 0xff, value >> 48 & 0xff,
                value & 0xffffffffffff)

    @property
    def bytes_le(self):
        data = self.bytes
        return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]

    @property
    def time_mid(self):
        return self.int >> 80 & 0xffff

    @property
    def time_hi_version(self):
        return self.int >> 64 & 0xffff

    @property
    def clock_seq_hi_variant(self):
        return self.int >> 56 & 0xff

    @property
    def clock_seq_low(self):
        return self.int >> 48 & 0xff

    @property
    def clock_seq(self):
        return self.int >> 48 & 0x3fff

    @property
    def urn(self):
        return 'urn:uuid:' + str(self)

    def __str__(self):
        h = self.hex
        return f'{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}'

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self)!r})'

    def __int__(self):
        return self.int

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)


class SafeUUID(_Enum):
    safe, unsafe, unknown = 0, -1, None


_int, _bytes = int, bytes
RESERVED_NCS, RFC_4122 = 'reserved for NCS compatibility', 'specified in RFC 4122'
RESERVED_MICROSOFT, RESERVED_FUTURE = 'reserved for Microsoft compatibility', 'reserved for future definition'


def uuid4():
    """A random UUID."""
    return UUID(bytes=_os.urandom(16), version=4)


_last_timestamp = _last_made = _UuidCreate = None


def getnode():
    return 0x020000000001


def _ticks(last):
    """Now, in units of 100 ns since 1582, and later than the last."""
    import time
    now = time.time_ns() // 100 + 0x01b21dd213814000
    return now if last is None or now > last else last + 1


def _of_time(stamp, clock_seq, node):
    value = (stamp & 0xffffffff) << 96 | (stamp >> 32 & 0xffff) << 80 | (stamp >> 48 & 0xfff) << 64
    return UUID(int=value | (clock_seq & 0x3fff) << 48 | node, version=1)


def _generate_time_safe():
    """What the system's own generator makes: it draws none of the program's random numbers."""
    global _last_made
    import _frames
    _last_made = _ticks(_last_made)
    return _of_time(_last_made, _frames.seed(), getnode()).bytes, -1


_generate_time_safe.__qualname__ = _generate_time_safe.__name__ = 'generate_time_safe'


def uuid1(node=None, clock_seq=None):
    """A UUID of the (virtual) time."""
    global _last_timestamp
    if _generate_time_safe is not None and node is clock_seq is None:
        made, safe = _generate_time_safe()
        return UUID(bytes=made, is_safe=SafeUUID(safe) if safe in (0, -1) else SafeUUID.unknown)
    _last_timestamp = _ticks(_last_timestamp)
    if clock_seq is None:
        import random
        clock_seq = random.getrandbits(14)
    if node is not None and not 0 <= node < 1 << 48:
        raise ValueError('field 6 out of range (need a 48-bit value)')
    return _of_time(_last_timestamp, clock_seq, getnode() if node is None else node)


def _named(namespace, name, digest, version):
    name = name.encode() if isinstance(name, str) else name
    return UUID(bytes=digest(namespace.bytes + name).digest()[:16], version=version)


def uuid3(namespace, name):
    from hashlib import md5
    return _named(namespace, name, md5, 3)


def uuid5(namespace, name):
    from hashlib import sha1
    return _named(namespace, name, sha1, 5)


NAMESPACE_DNS = UUID('6ba7b810-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_URL = UUID('6ba7b811-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_OID = UUID('6ba7b812-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_X500 = UUID('6ba7b814-9dad-11d1-80b4-00c04fd430c8')
