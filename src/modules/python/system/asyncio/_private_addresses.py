"""What asyncio.base_events does with addresses before it connects, under the names that published programs use."""
import itertools
import socket


def _ipaddr_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
    """What getaddrinfo would say of a host that is an address already; None: it is none."""
    if proto not in {0, socket.IPPROTO_TCP, socket.IPPROTO_UDP} or host is None:
        return None
    if type == socket.SOCK_STREAM:
        proto = socket.IPPROTO_TCP
    elif type == socket.SOCK_DGRAM:
        proto = socket.IPPROTO_UDP
    else:
        return None
    if port is None or port == '' or port == b'':
        port = 0
    else:
        try:
            port = int(port)
        except (TypeError, ValueError):
            return None
    host = host.decode('idna') if isinstance(host, bytes) else host
    # A zone is for getaddrinfo to find.
    if '%' in host:
        return None
    for family in [socket.AF_INET, socket.AF_INET6] if family == socket.AF_UNSPEC else [family]:
        try:
            socket.inet_pton(family, host)
        except OSError:
            continue
        address = (host, port, flowinfo, scopeid) if family == socket.AF_INET6 else (host, port)
        return family, type, proto, '', address
    return None


def _interleave_addrinfos(addrinfos, first_address_family_count=1):
    """The addresses by turns of their families, the first of which begins with so many."""
    families = {}
    for info in addrinfos:
        families.setdefault(info[0], []).append(info)
    families, found = list(families.values()), []
    if first_address_family_count > 1:
        found, families[0][:first_address_family_count - 1] = families[0][:first_address_family_count - 1], []
    return found + [info for turn in itertools.zip_longest(*families) for info in turn if info is not None]


def _set_reuseport(sock):
    if not hasattr(socket, 'SO_REUSEPORT'):
        raise ValueError('reuse_port not supported by socket module')
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    except OSError:
        raise ValueError('reuse_port not supported by socket module, SO_REUSEPORT defined but not implemented.')


for _function in (_ipaddr_info, _interleave_addrinfos, _set_reuseport):
    _function.__module__ = 'asyncio.base_events'
