"""Addresses and networks of both kinds of IP."""
import functools as _functools
from _frames import unseen as _unseen

from _ip_addresses import (AddressValueError, IPV4LENGTH, IPV6LENGTH, IPv4Address, IPv6Address, NetmaskValueError,
                           _Address, _octets)


def _prefix(kind, given):
    """How many bits a prefix or a mask names."""
    bits = kind.max_prefixlen
    text = str(given)
    if isinstance(given, int) and not 0 <= given <= bits:
        raise NetmaskValueError(f'{given!r} is not a valid netmask')
    if text.isascii() and text.isdigit():
        if int(text) > bits:
            raise NetmaskValueError(f'{text!r} is not a valid netmask')
        return int(text)
    if kind is IPv4Address:
        try:
            mask = _octets(text)
        except AddressValueError:
            raise NetmaskValueError(f'{text!r} is not a valid netmask') from None
        for value in mask, mask ^ 0xffffffff:
            ones = f'{value:032b}'
            if '01' not in ones:
                return ones.count('1')
    raise NetmaskValueError(f'{text!r} is not a valid netmask')


def _split(address):
    if isinstance(address, (bytes, int)):
        return address, None
    if isinstance(address, tuple):
        return address if len(address) > 1 else (address[0], None)
    parts = str(address).split('/')
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts[0], parts[1] if len(parts) == 2 else None


@_functools.total_ordering
class _BaseNetwork:
    """The addresses that begin with the same bits."""

    def _begin(self, address, strict):
        """Whether the address has bits set behind the prefix, which must not be if it is strict."""
        given, prefix = _split(address)
        kind = self._kind
        self.network_address = kind(given)
        self.prefixlen = kind.max_prefixlen if prefix is None else _prefix(kind, prefix)
        mask = self._mask(self.prefixlen)
        if int(self.network_address) & mask == int(self.network_address):
            return False
        if not strict:
            self.network_address = kind(int(self.network_address) & mask)
        return strict

    def _mask(self, prefix):
        bits = self._kind.max_prefixlen
        return (1 << bits) - (1 << bits - prefix)

    version = property(lambda self: self._kind.version)
    max_prefixlen = property(lambda self: self._kind.max_prefixlen)
    netmask = property(lambda self: self._kind(self._mask(self.prefixlen)))
    hostmask = property(lambda self: self._kind((1 << self.max_prefixlen - self.prefixlen) - 1))
    broadcast_address = property(lambda self: self._kind(int(self.network_address) | int(self.hostmask)))
    num_addresses = property(lambda self: 1 << self.max_prefixlen - self.prefixlen)
    with_prefixlen = compressed = property(str)
    with_netmask = property(lambda self: f'{self.network_address}/{self.netmask}')
    with_hostmask = property(lambda self: f'{self.network_address}/{self.hostmask}')
    exploded = property(lambda self: f'{self.network_address.exploded}/{self.prefixlen}')

    def __str__(self):
        return f'{self.network_address}/{self.prefixlen}'

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __hash__(self):
        return hash(int(self.network_address) ^ int(self.netmask))

    def __eq__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        return (self.version == other.version and self.network_address == other.network_address
                and self.prefixlen == other.prefixlen)

    def __lt__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return (int(self.network_address), self.prefixlen) < (int(other.network_address), other.prefixlen)

    def __iter__(self):
        return self._between(int(self.network_address), int(self.broadcast_address))

    def _between(self, n, last):
        while n <= last:
            yield self._kind(n)
            n += 1

    def __getitem__(self, n):
        first, last = int(self.network_address), int(self.broadcast_address)
        found = (first if n >= 0 else last + 1) + n  #: 706 if «n >= 0»:
        if not first <= found <= last:
            raise IndexError('address out of range')  #: 708
        return self._kind(found)  #: 714 return «self._address_class(broadcast + n)»

    def __contains__(self, other):
        if isinstance(other, _BaseNetwork) or other._version != self.version:  #: 741 if self._version != «other._version»:
            return False
        return int(other) & self._mask(self.prefixlen) == int(self.network_address)

    def hosts(self):
        first, last = int(self.network_address), int(self.broadcast_address)
        if self.prefixlen == self.max_prefixlen:
            return [self._kind(first)]
        if self.prefixlen == self.max_prefixlen - 1:
            return [self._kind(first), self._kind(last)]
        return self._between(first + 1, last - (self.version == 4))

    def overlaps(self, other):
        return (other.network_address in self or other.broadcast_address in self or self.network_address in other)  #: 755 «other.network_address» in self or (

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self.prefixlen == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self.prefixlen:  #: 960 if «new_prefix < self._prefixlen»:
                raise ValueError('new prefix must be longer')  #: 961
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')
            prefixlen_diff = new_prefix - self.prefixlen
        if prefixlen_diff < 0:  #: 966
            raise ValueError('prefix length diff must be > 0')  #: 967
        new = self.prefixlen + prefixlen_diff
        if new > self.max_prefixlen:
            raise ValueError(f'prefix length diff {new} is invalid for netblock {self}')
        first = int(self.network_address)
        for n in range(1 << prefixlen_diff):
            yield type(self)((first + (n << self.max_prefixlen - new), new))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self.prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self.prefixlen:  #: 1007 if «new_prefix > self._prefixlen»:
                raise ValueError('new prefix must be shorter')  #: 1008
            if prefixlen_diff != 1:
                raise ValueError('cannot set prefixlen_diff and new_prefix')  #: 1010
            prefixlen_diff = self.prefixlen - new_prefix
        new = self.prefixlen - prefixlen_diff  #: 1013 new_prefixlen = «self.prefixlen - prefixlen_diff»
        if new < 0:
            raise ValueError(f'current prefixlen is {self.prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}')
        return type(self)((int(self.network_address) & self._mask(new), new))

    def compare_networks(self, other):
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same type')
        one, two = (self.network_address, self.prefixlen), (other.network_address, other.prefixlen)
        return (one > two) - (one < two)

    def _part(self, other, name):
        if not isinstance(other, _BaseNetwork):
            raise TypeError(f'Unable to test subnet containment between {self} and {other}')
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        return other.prefixlen <= self.prefixlen and self.network_address in other

    def subnet_of(self, other):
        return self._part(other, 'subnet')

    def supernet_of(self, other):
        return other._part(self, 'supernet')

    def address_exclude(self, other):
        if self.version != other.version:
            raise TypeError(f'{self} and {other} are not of the same version')
        if not isinstance(other, _BaseNetwork):
            raise TypeError(f'{other} is not a network object')
        if not other.subnet_of(self):
            raise ValueError(f'{other} not contained in {self}')
        if other == self:
            return
        one, two = self.subnets()
        while one != other and two != other:
            within, without = (one, two) if other.subnet_of(one) else (two, one)
            yield without
            one, two = within.subnets()
        yield two if one == other else one

    @property
    def is_private(self):
        ends = self.network_address, self.broadcast_address
        return any(all(end in ip_network(one) for end in ends) for one in self._kind._private) and not any(
            end in ip_network(one) for one in self._kind._not_private for end in ends)

    @property
    def is_global(self):
        shared = self.version == 4 and self.subnet_of(IPv4Network('100.64.0.0/10'))
        return not shared and not self.is_private

    def __reduce__(self):
        return type(self), (str(self),)


def _both(name):
    return property(lambda self: getattr(self.network_address, name) and getattr(self.broadcast_address, name))


for _name in ('is_loopback', 'is_multicast', 'is_link_local', 'is_reserved', 'is_unspecified'):
    setattr(_BaseNetwork, _name, _both(_name))
del _name


class IPv4Network(_BaseNetwork):
    _kind = IPv4Address

    def __init__(self, address, strict=True):
        if self._begin(address, strict):
            raise ValueError(f'{self} has host bits set')  #: 1554 raise ValueError('%s has host bits set' % self)


class IPv6Network(_BaseNetwork):
    _kind, is_site_local = IPv6Address, _both('is_site_local')

    def __init__(self, address, strict=True):
        if self._begin(address, strict):
            raise ValueError(f'{self} has host bits set')  #: 2330 raise ValueError('%s has host bits set' % self)


class _Interface:
    """An address and the network that it is in."""

    def _begin_within(self, address):
        given, prefix = _split(address)
        super().__init__(given)
        self.network = self._of((address if isinstance(address, tuple) else
                                 (given, self.max_prefixlen if prefix is None else prefix)), strict=False)

    netmask = property(lambda self: self.network.netmask)
    hostmask = property(lambda self: self.network.hostmask)
    with_prefixlen = property(str)
    with_netmask = property(lambda self: f'{self.ip}/{self.netmask}')
    with_hostmask = property(lambda self: f'{self.ip}/{self.hostmask}')
    exploded = property(lambda self: f'{self.ip.exploded}/{self.network.prefixlen}')

    @property
    def ip(self):
        return self._of._kind(self._ip)

    def __str__(self):
        return f'{self._shown(self._ip)}/{self.network.prefixlen}'

    def __reduce__(self):
        return type(self), (str(self),)

    def __eq__(self, other):
        equal = super().__eq__(other)
        return equal if equal is not True else self.network == getattr(other, 'network', None)

    def __lt__(self, other):
        less = super().__lt__(other)
        if less is NotImplemented or not hasattr(other, 'network'):
            return NotImplemented if less is NotImplemented else False
        return self.network < other.network or self.network == other.network and less

    def __gt__(self, other):
        less = self.__lt__(other)
        return less if less is NotImplemented else not less and self != other

    def __hash__(self):
        return hash((self._ip, self.network.prefixlen))


class IPv4Interface(_Interface, IPv4Address):
    _of = IPv4Network

    def __init__(self, address):
        self._begin_within(address)


class IPv6Interface(_Interface, IPv6Address):
    _of = IPv6Network

    def __init__(self, address):
        self._begin_within(address)


def _either(address, four, six, *args):  #: -
    for kind in four, six:
        try:
            return kind(address, *args)
        except (AddressValueError, NetmaskValueError):
            pass
    return None


def ip_address(address):
    found = _either(address, IPv4Address, IPv6Address)
    if found is None:
        raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 address')  #: 54
    return found


def ip_network(address, strict=True):
    found = _either(address, IPv4Network, IPv6Network, strict)  #: 74 return «IPv4Network(address, strict)»
    if found is None:
        raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 network')  #: 83
    return found


def ip_interface(address):
    found = _either(address, IPv4Interface, IPv6Interface)
    if found is None:
        raise ValueError(f'{address!r} does not appear to be an IPv4 or IPv6 interface')  #: 117
    return found


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4)  #: 135 return «address.to_bytes»(4)  # big endian
    except OverflowError:
        raise ValueError('Address negative or too large for IPv4') from None


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16)  #: 151 return «address.to_bytes»(16)  # big endian
    except OverflowError:
        raise ValueError('Address negative or too large for IPv6') from None


def get_mixed_type_key(obj):
    if isinstance(obj, _BaseNetwork):
        return obj.version, obj.network_address, obj.netmask
    return (obj.version, obj) if isinstance(obj, _Address) else NotImplemented


def summarize_address_range(first, last):
    if not isinstance(first, _Address) or not isinstance(last, _Address):
        raise TypeError('first and last must be IP addresses, not networks')  #: 228
    if first.version != last.version:
        raise TypeError(f'{first} and {last} are not of the same version')
    if first > last:
        raise ValueError('last IP address must be greater than first')  #: 233
    kind = IPv4Network if first.version == 4 else IPv6Network
    at, end, bits = int(first), int(last), first.max_prefixlen
    while at <= end:
        free = bits if at == 0 else (at & -at).bit_length() - 1
        size = min(free, (end - at + 1).bit_length() - 1)
        yield kind((at, bits - size))
        at += 1 << size


def collapse_addresses(addresses):
    found = []
    for each in addresses:  #: 327 for ip in «addresses»:
        if found and found[-1].version != each.version:
            before = found[-1] if isinstance(each, _BaseNetwork) else found[-1].network_address
            raise TypeError(f'{each} and {before} are not of the same version')
        found.append(each if isinstance(each, _BaseNetwork) else ip_network(f'{each}/{each.max_prefixlen}'))
    result = []
    for each in sorted(set(found)):
        if result and each.subnet_of(result[-1]):
            continue
        result.append(each)
        while len(result) > 1 and result[-1].prefixlen == result[-2].prefixlen and \
                result[-1].supernet() == result[-2].supernet():
            result[-2:] = [result[-1].supernet()]
    return iter(result)


_unseen(_Interface)
