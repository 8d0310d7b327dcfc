"""Addresses of both versions."""
import functools as _functools

__name__ = 'ipaddress'  # where what is here is said to be  #: in ipaddress.py

IPV4LENGTH, IPV6LENGTH = 32, 128


class AddressValueError(ValueError):
    """This is no address."""


class NetmaskValueError(ValueError):
    """This is no mask."""


def _octets(text):  #: in ipaddress.py _ip_int_from_string
    if not text:
        raise AddressValueError('Address cannot be empty')  #: 1202
    parts = text.split('.')
    if len(parts) != 4:
        raise AddressValueError(f'Expected 4 octets in {text!r}')  #: 1206 raise AddressValueError("Expected 4 octets in %r" % ip_str)
    value = 0
    for part in parts:
        try:
            if not part:
                raise ValueError('Empty octet not permitted')
            if not (part.isascii() and part.isdigit()):
                raise ValueError(f'Only decimal digits permitted in {part!r}')
            if len(part) > 3:
                raise ValueError(f'At most 3 characters permitted in {part!r}')
            if part != '0' and part[0] == '0':
                raise ValueError(f'Leading zeros are not permitted in {part!r}')
            if int(part) > 255:
                raise ValueError(f'Octet {int(part)} (> 255) not permitted')
        except ValueError as e:
            raise AddressValueError(f'{e} in {text!r}') from None  #: 1211 raise AddressValueError("%s in %r" % (exc, ip_str)) from None
        value = value << 8 | int(part)
    return value


def _hextets(text):  #: in ipaddress.py _ip_int_from_string
    if not text:
        raise AddressValueError('Address cannot be empty')  #: 1676
    if len(text) > 45:
        raise AddressValueError(f'At most 45 characters expected in {text[:14]!r}({len(text) - 28} chars elided)'
                                f'{text[-14:]!r}')
    parts = text.split(':')
    if len(parts) < 3:
        raise AddressValueError(f'At least 3 parts expected in {text!r}')  #: 1684 raise AddressValueError(msg)
    if '.' in parts[-1]:
        try:
            low = _octets(parts.pop())
        except AddressValueError as e:
            raise AddressValueError(f'{e} in {text!r}') from None  #: 1691 raise AddressValueError("%s in %r" % (exc, ip_str)) from None
        parts += [f'{low >> 16:x}', f'{low & 0xffff:x}']
    if len(parts) > 9:
        raise AddressValueError(f'At most 8 colons permitted in {text!r}')  #: 1701 raise AddressValueError(msg)
    gaps = [n for n in range(1, len(parts) - 1) if not parts[n]]
    if len(gaps) > 1:
        raise AddressValueError(f"At most one '::' permitted in {text!r}")  #: 1711 raise AddressValueError(msg)
    if gaps:
        high, low = parts[:gaps[0]], parts[gaps[0] + 1:]
        if not high[0]:
            if high[1:]:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
            high = []
        if not low[-1]:
            if low[:-1]:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
            low = []
        missing = 8 - len(high) - len(low)
        if missing < 1:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        parts = high + ['0'] * missing + low
    else:
        if len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")  #: 1740 raise AddressValueError(msg % (cls._HEXTET_COUNT, ip_str))
        if not parts[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
    value = 0
    for part in parts:
        if not set(part) <= set('0123456789abcdefABCDEF'):
            raise AddressValueError(f'Only hex digits permitted in {part!r} in {text!r}')  #: 1763 raise AddressValueError("%s in %r" % (exc, ip_str)) from None
        if len(part) > 4:
            raise AddressValueError(f'At most 4 characters permitted in {part!r} in {text!r}')  #: 1763 raise AddressValueError("%s in %r" % (exc, ip_str)) from None
        value = value << 16 | int(part, 16)
    return value


def _text6(value):
    parts = [f'{value >> shift & 0xffff:x}' for shift in range(112, -1, -16)]
    best, at = 1, None
    for start in range(8):
        size = 0
        while start + size < 8 and parts[start + size] == '0':
            size += 1
        if size > best:
            best, at = size, start
    if at is None:
        return ':'.join(parts)
    return ':'.join(parts[:at]) + '::' + ':'.join(parts[at + best:])


@_functools.total_ordering
class _Address:
    """An address."""
    __slots__ = ('_ip', '__weakref__')

    _version = property(lambda self: self.version)

    def _begin(self, address):  #: -
        """Takes a number or bytes; gives any other address as the text that is to be read."""
        if isinstance(address, int):
            self._check(address)
            self._ip = address
        elif isinstance(address, bytes):
            size = self.max_prefixlen // 8
            if len(address) != size:
                raise AddressValueError(f'{address!r} (len {len(address)} != {size}) is not permitted as an '
                                        f'IPv{self.version} address')
            self._ip = int.from_bytes(address)
        else:
            text = str(address)
            if '/' in text:
                raise AddressValueError(f"Unexpected '/' in {address!r}")
            return text

    def _check(self, number):  #: in ipaddress.py _check_int_address
        if number < 0:
            raise AddressValueError(f'{number} (< 0) is not permitted as an IPv{self.version} address')  #: 418 raise AddressValueError(msg % (address, self._version))
        if number >> self.max_prefixlen:
            raise AddressValueError(f'{number} (>= 2**{self.max_prefixlen}) is not permitted as an IPv{self.version} '  #: 421 raise AddressValueError(msg % (address, self._max_prefixlen,⏎                               self._version))
                                    'address')

    packed = property(lambda self: self._ip.to_bytes(self.max_prefixlen // 8))
    compressed = property(str)

    def __int__(self):
        return self._ip

    def __str__(self):
        return self._shown(self._ip)

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __hash__(self):
        return hash(hex(self._ip))

    def __eq__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        return self.version == other.version and self._ip == other._ip

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')  #: 588 raise TypeError('%s and %s are not of the same version' % (⏎                 self, other))
        return self._ip < other._ip

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented  #: 599 return «self.__class__(int(self) + other)»

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    def __format__(self, spec):
        if not spec or spec[-1] == 's':  #: 635 if not fmt or «fmt[-1]» == 's':
            return format(str(self), spec)  #: 636 return «format(str(self), fmt)»
        if spec not in {'#' * a + '_' * b + kind for a in (0, 1) for b in (0, 1) for kind in 'xbnX'}:
            raise TypeError(f'unsupported format string passed to {type(self).__name__}.__format__')
        if spec[-1] == 'n':
            spec = spec[:-1] + ('b' if self.version == 4 else 'x')
        kind = spec[-1]
        grouped = '_' in spec
        text = f'{self._ip:{"0" + str(self.max_prefixlen // (1 if kind == "b" else 4)) + kind}}'
        if grouped:
            text = '_'.join(text[n:n + 4] for n in range(0, len(text), 4))
        return ('0' + kind if '#' in spec else '') + text

    def __reduce__(self):
        return type(self), (str(self),)

    def _within(self, *networks):
        return any(self in ip_network(network) for network in networks)

    is_unspecified = property(lambda self: self._ip == 0)


class IPv4Address(_Address):
    __slots__ = ()
    version, max_prefixlen = 4, 32
    exploded = property(str)

    def __init__(self, address):
        text = self._begin(address)  #: 1304 self._check_int_address(address)
        if text is not None:
            self._ip = _octets(text)  #: 1319 self._ip = «self._ip_int_from_string(addr_str)»

    @staticmethod
    def _shown(value):
        return '.'.join(map(str, value.to_bytes(4)))

    def __reduce__(self):
        return type(self), (self._ip,)

    @property
    def reverse_pointer(self):
        return '.'.join(str(self).split('.')[::-1]) + '.in-addr.arpa'

    is_loopback = property(lambda self: self._ip >> 24 == 127)
    is_multicast = property(lambda self: self._ip >> 28 == 14)
    is_link_local = property(lambda self: self._ip >> 16 == 0xa9fe)
    is_reserved = property(lambda self: self._ip >> 28 == 15)
    ipv6_mapped = property(lambda self: IPv6Address(0xffff << 32 | self._ip))

    _private = ('0.0.0.0/8', '10.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
                '192.0.0.170/31', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24',
                '240.0.0.0/4', '255.255.255.255/32')
    _not_private = '192.0.0.9/32', '192.0.0.10/32'

    @property
    def is_private(self):
        return self._within(*self._private) and not self._within(*self._not_private)

    @property
    def is_global(self):
        return not self._within('100.64.0.0/10') and not self.is_private


class IPv6Address(_Address):
    __slots__ = ('_scope_id',)
    version, max_prefixlen = 6, 128

    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, str) and '/' in address:
            raise AddressValueError(f"Unexpected '/' in {address!r}")
        if isinstance(address, str) and '%' in address:
            address, _, self._scope_id = address.partition('%')
            if not self._scope_id or '%' in self._scope_id:
                raise AddressValueError(f'Invalid IPv6 address: "{f"{address}%{self._scope_id}"!r}"')
        text = self._begin(address)
        if text is not None:
            self._ip = _hextets(text)  #: 1968 self._ip = «self._ip_int_from_string(addr_str)»

    scope_id = property(lambda self: self._scope_id)

    def _shown(self, value):
        text = f'::ffff:{IPv4Address(value & 0xffffffff)}' if value >> 32 == 0xffff else _text6(value)
        return text + (f'%{self._scope_id}' if self._scope_id else '')

    def __eq__(self, other):
        equal = super().__eq__(other)
        return equal if equal is not True else self._scope_id == getattr(other, '_scope_id', None)

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    @property
    def exploded(self):
        text = f'{self._ip:032x}'
        parts = [text[n:n + 4] for n in range(0, 32, 4)]
        return ':'.join(parts[:6] + [str(self.ipv4_mapped)] if self.ipv4_mapped is not None else parts)

    @property
    def reverse_pointer(self):
        return '.'.join(f'{self._ip:032x}'[::-1]) + '.ip6.arpa'

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff)

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None

    is_multicast = property(lambda self: self._ip >> 120 == 255)
    is_link_local = property(lambda self: self._ip >> 118 == 0xfe80 >> 6)
    is_site_local = property(lambda self: self._ip >> 118 == 0xfec0 >> 6)

    @property
    def is_loopback(self):
        return self.ipv4_mapped.is_loopback if self.ipv4_mapped else self._ip == 1

    @property
    def is_private(self):
        if self.ipv4_mapped is not None:
            return self.ipv4_mapped.is_private
        return self._within(*self._private) and not self._within(*self._not_private)

    _private = ('::1/128', '::/128', '::ffff:0:0/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32',
                '2002::/16', 'fc00::/7', 'fe80::/10')
    _not_private = ('2001:1::1/128', '2001:1::2/128', '2001:3::/32', '2001:4:112::/48', '2001:20::/28', '2001:30::/28')

    @property
    def is_global(self):
        return self.ipv4_mapped.is_global if self.ipv4_mapped is not None else not self.is_private

    @property
    def is_reserved(self):
        return self._within('::/8', '100::/8', '200::/7', '400::/6', '800::/5', '1000::/4', '4000::/3', '6000::/3',
                            '8000::/3', 'A000::/3', 'C000::/3', 'E000::/4', 'F000::/5', 'F800::/6', 'FE00::/9')
