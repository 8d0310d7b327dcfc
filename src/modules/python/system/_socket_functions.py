"""What `socket` has besides its class: connections and servers in one call, names, addresses, the order of bytes."""
import _descriptors
import _host_names
import socket as _socket
from _frames import argument_type, bytes_of, c_int, c_long, parsed_int, ssize
from _host_names import gaierror, herror
from socket import AddressFamily, SocketKind, socket

_unset = object()


def create_connection(address, timeout=_unset, source_address=None, *, all_errors=False):  #: in socket.py
    """Connects to (host, port), trying what is found for it one after another."""
    host, port = address  #: 838 «host, port» = address
    exceptions = []
    for family, kind, proto, _, where in _socket.getaddrinfo(host, port, 0, 1):  #: 840 for res in «getaddrinfo(host, port, 0, SOCK_STREAM)»:
        sock = None
        try:
            sock = _socket.socket(family, kind, proto)
            if timeout is not _unset:
                sock.settimeout(timeout)  #: 846
            if source_address:
                sock.bind(source_address)
            sock.connect(where)  #: 849 sock.connect(sa)
            exceptions.clear()
            return sock
        except OSError as e:
            if not all_errors:
                # The last one is raised.
                exceptions.clear()
            exceptions.append(e)
            if sock is not None:
                sock.close()
    if not exceptions:
        raise OSError('getaddrinfo returns an empty list')
    try:
        if all_errors:
            raise ExceptionGroup("create_connection failed", exceptions)  #: 865
        raise exceptions[0]  #: 864
    finally:
        exceptions.clear()


def create_server(address, *, family=AddressFamily.AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):  #: in socket.py
    """A socket that is bound and listens."""
    sock = socket(family, 1)
    try:
        sock.setsockopt(1, 2, 1)
        if reuse_port:
            sock.setsockopt(1, 15, 1)
        try:
            sock.bind(address)  #: 943
        except OSError as e:
            raise OSError(e.errno, f'{e.strerror} (while attempting to bind on address {address!r})') from None  #: 947 raise error(err.errno, msg) from None
        sock.listen() if backlog is None else sock.listen(backlog)
        return sock
    except OSError:
        sock.close()
        raise


def send_fds(sock, buffers, fds, flags=0, address=None):
    from array import array
    return sock.sendmsg(buffers, [(1, 1, array('i', fds))])


def recv_fds(sock, bufsize, maxfds, flags=0):
    from array import array
    fds = array('i')
    data, ancillary, flags, address = sock.recvmsg(bufsize, CMSG_LEN(maxfds * fds.itemsize))
    for level, kind, numbers in ancillary:
        if (level, kind) == (1, 1):
            fds.frombytes(numbers[:len(numbers) - len(numbers) % fds.itemsize])
    return data, list(fds), flags, address


def CMSG_LEN(length, /):
    return _cmsg_size('CMSG_LEN', length, 1, 16)


def CMSG_SPACE(length, /):
    return _cmsg_size('CMSG_SPACE', length, 8, 24)


def _cmsg_size(name, length, unit, around):
    length = ssize(length)
    if not 0 <= length <= 0x7fffffff - around:
        raise OverflowError(f'{name}() argument out of range')
    return 16 - -length // unit * unit


def has_dualstack_ipv6():
    return True


def fromfd(fd, family, type, proto=0):
    number = dup(fd)  #: 548 nfd = «dup(fd)»
    return socket(family, type, proto, number)  #: 549 return «socket(family, type, proto, nfd)»


def dup(fd, /):
    return _descriptors.double(c_long(fd))


def close(fd, /):
    fd = c_long(fd)
    if not _descriptors.forsake(fd):
        _descriptors.find(fd).close()


# Names and addresses.

def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):  #: in socket.py
    if isinstance(host, (bytes, bytearray)):
        host = bytes(host).decode()
    if host is not None and not isinstance(host, str):
        raise TypeError('getaddrinfo() argument 1 must be string or None')  #: 975 for res in «_socket.getaddrinfo(host, port, family, type, proto, flags)»:
    if port is not None and not isinstance(port, (str, bytes, int)):
        raise OSError('Int or String expected')  #: 975 for res in «_socket.getaddrinfo(host, port, family, type, proto, flags)»:
    found = _host_names.lookup(host, port, int(family), int(type), proto, int(flags))  #: 975 for res in «_socket.getaddrinfo(host, port, family, type, proto, flags)»:
    return [(AddressFamily(family), SocketKind(kind), proto, name, address)
            for family, kind, proto, name, address in found]


def gethostname():
    import platform
    return platform.node()


def sethostname(name, /):
    raise PermissionError(1, 'Operation not permitted')


def gethostbyname(hostname, /):
    if not isinstance(hostname, (str, bytes, bytearray)):
        raise TypeError(f'gethostbyname() argument 1 must be str, bytes or bytearray, not {argument_type(hostname)}')
    _host_names.check_name(hostname)
    return _host_names.address_of(hostname) if hostname else '0.0.0.0'


def gethostbyname_ex(hostname, /):
    return hostname, [], [gethostbyname(hostname)]


def gethostbyaddr(ip_address, /):
    address = gethostbyname(ip_address)
    name = _host_names.name_of(address)
    if name is None:
        raise herror(1, 'Unknown host')
    return name, [], [address]


def getfqdn(name=''):
    name = name.strip()
    if name in ('', '0.0.0.0', '::'):
        name = gethostname()
    try:
        return gethostbyaddr(name)[0]
    except OSError:
        return name


def getnameinfo(sockaddr, flags, /):
    if not isinstance(sockaddr, tuple):
        raise TypeError('getnameinfo() argument 1 must be a tuple')
    if not 2 <= len(sockaddr) <= 4 or not isinstance(sockaddr[0], str):
        raise TypeError('getnameinfo(): illegal sockaddr argument')
    flags, host, port = parsed_int(flags), sockaddr[0], parsed_int(sockaddr[1])
    number = _host_names.number_of(host)
    if number is None:
        raise gaierror(-2, 'Name or service not known')
    if not 0 <= port < 65536:
        raise gaierror(-8, 'Servname not supported for ai_socktype')
    if len(sockaddr) > 2 and ':' not in number:
        raise OSError('IPv4 sockaddr must be 2 tuple')
    name = None if flags & 1 else _host_names.name_of(number)
    if name is None and flags & 8:
        raise gaierror(-2, 'Name or service not known')
    return name or number, str(port) if flags & 2 else _host_names.service_of(port) or str(port)


def getservbyname(name, protocol=None, /):
    if not isinstance(name, str):
        raise TypeError(f'getservbyname() argument 1 must be str, not {argument_type(name)}')
    found = _host_names.port_of(name, protocol)
    if found is None:
        raise OSError('service/proto not found')
    return found


def getservbyport(port, protocol=None, /):
    port = parsed_int(port)
    if not 0 <= port <= 0xffff:
        raise OverflowError('getservbyport: port must be 0-65535.')
    found = _host_names.service_of(port, protocol)
    if found is None:
        raise OSError('port/proto not found')
    return found


def getprotobyname(name, /):
    if not isinstance(name, str):
        raise TypeError(f'getprotobyname() argument 1 must be str, not {argument_type(name)}')
    found = {'ip': 0, 'icmp': 1, 'tcp': 6, 'udp': 17}.get(name)
    if found is None:
        raise OSError('protocol not found')
    return found


def if_nameindex():
    return [(1, 'lo')]


def if_nametoindex(name, /):
    import os
    if os.fsencode(name) != b'lo':
        raise OSError('no interface with this name')
    return 1


def if_indextoname(if_index, /):
    if not isinstance(if_index, int):
        raise TypeError('an integer is required')
    if if_index < 0:
        raise OverflowError("can't convert negative value to unsigned int")
    if if_index >> 64:
        raise OverflowError('Python int too large to convert to C unsigned long')
    if if_index >> 32:
        raise OverflowError('index is too large')
    if if_index != 1:
        raise OSError(6, 'No such device or address')
    return 'lo'


# Bytes of numbers.

def _swapped(size, name):
    def swap(x, /):
        if size == 2:
            x = c_int(x)
        elif not isinstance(x, int):
            raise TypeError(f'expected int, {type(x).__name__} found')
        if x < 0:
            raise OverflowError(f"{name}: can't convert negative Python int to C {8 * size}-bit unsigned integer" if size == 2
                                else "can't convert negative value to unsigned int")
        if x >> 64:
            raise OverflowError('Python int too large to convert to C unsigned long')
        if x >> 8 * size:
            raise OverflowError(f'{name}: Python int too large to convert to C {8 * size}-bit unsigned integer' if size == 2
                                else 'int larger than 32 bits')
        return int.from_bytes(x.to_bytes(size, 'little'), 'big')
    swap.__name__ = swap.__qualname__ = name
    return swap


htons, htonl, ntohs, ntohl = (_swapped(size, name) for size, name in ((2, 'htons'), (4, 'htonl'), (2, 'ntohs'),
                                                                      (4, 'ntohl')))


def inet_aton(ip_addr, /):
    _ensure_text(ip_addr, 'inet_aton')
    parts = ip_addr.split('.')
    try:
        numbers = [int(part, 0) for part in parts]
    except ValueError:
        numbers = []
    sizes = [1] * (len(numbers) - 1) + [5 - len(numbers)]
    if not 0 < len(numbers) < 5 or any(not 0 <= number < 256 ** size for number, size in zip(numbers, sizes)):
        raise OSError('illegal IP address string passed to inet_aton')
    return b''.join(number.to_bytes(size, 'big') for number, size in zip(numbers, sizes))


def _ensure_text(given, name):
    if not isinstance(given, str):
        raise TypeError(f'{name}() argument must be str, not {argument_type(given)}')


def inet_ntoa(packed_ip, /):
    packed_ip = bytes_of(packed_ip)
    if len(packed_ip) != 4:
        raise OSError('packed IP wrong length for inet_ntoa')
    return '.'.join(map(str, packed_ip))


def inet_pton(address_family, ip_string, /):
    if not isinstance(ip_string, str):
        raise TypeError(f'inet_pton() argument 2 must be str, not {argument_type(ip_string)}')
    address_family = parsed_int(address_family)
    if address_family == 2:
        if _host_names.number_of(ip_string) is None or ':' in ip_string:
            raise OSError('illegal IP address string passed to inet_pton')
        parts = ip_string.split('.')
        if any(part != str(int(part)) for part in parts):
            raise OSError('illegal IP address string passed to inet_pton')
        return bytes(map(int, parts))
    if address_family != 10:
        raise OSError(97, 'Address family not supported by protocol')
    before, colon, last = ip_string.rpartition(':')
    if colon and '.' in last:
        # An IPv4 address at the end.
        a, b, c, d = inet_pton(2, last)
        ip_string = f'{before}:{a << 8 | b:x}:{c << 8 | d:x}'
    head, double, tail = ip_string.partition('::')
    try:
        parts = [[_hex_word(part) for part in half.split(':')] if half else [] for half in (head, tail)]
        missing = 8 - len(parts[0]) - len(parts[1])
        if missing < 0 or bool(double) != (missing > 0):
            raise ValueError
        return b''.join(n.to_bytes(2, 'big') for n in parts[0] + [0] * missing + parts[1])
    except (ValueError, OverflowError):
        raise OSError('illegal IP address string passed to inet_pton') from None


def _hex_word(text):
    if not 0 < len(text) <= 4 or set(text) - set('0123456789abcdefABCDEF'):
        raise ValueError
    return int(text, 16)


def inet_ntop(address_family, packed_ip, /):
    address_family, packed_ip = parsed_int(address_family), bytes_of(packed_ip)
    if address_family == 2:
        if len(packed_ip) != 4:
            raise ValueError('invalid length of packed IP address string')
        return inet_ntoa(packed_ip)
    if address_family != 10:
        raise ValueError(f'unknown address family {address_family}')
    if len(packed_ip) != 16:
        raise ValueError('invalid length of packed IP address string')
    numbers = [int.from_bytes(packed_ip[n:n + 2], 'big') for n in range(0, 16, 2)]
    start, length = 0, 1
    for at in range(8):
        end = at
        while end < 8 and not numbers[end]:
            end += 1
        if end - at > length:
            start, length = at, end - at
    words = [f'{n:x}' for n in numbers]
    if length < 2:
        return ':'.join(words)
    if start == 0 and (length == 6 or length == 5 and numbers[5] == 0xffff):
        return ('::' if length == 6 else '::ffff:') + inet_ntoa(packed_ip[12:])
    return ':'.join(words[:start]) + '::' + ':'.join(words[start + length:])


from _frames import native as _native
_native(globals(), 'create_connection', 'create_server', 'send_fds', 'recv_fds',
        'has_dualstack_ipv6', 'fromfd', 'getaddrinfo', 'getfqdn')

from _frames import shown_as as _shown_as
_shown_as(globals(), 'socket')
