"""Names and addresses of hosts: this machine's, and those outside, which are simulated."""

AF_UNIX, AF_INET, AF_INET6 = 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_SEQPACKET = 1, 2, 5
PROTOCOLS = {SOCK_STREAM: 6, SOCK_DGRAM: 17}

# What the names have within them, as words between dots and hyphens, that programs give to hosts which they mean not to be there.
_MADE_UP = ('nonexistent', 'nonexisting', 'nonexistentdomain', 'nonexistenthost', 'non-existent', 'non-existing', 'not-existing', 'does-not-exist',
            'doesnotexist', 'made-up')


class gaierror(OSError):
    """An address could not be found."""


class herror(OSError):
    """The same, of older functions."""


gaierror.__module__ = herror.__module__ = 'socket'


# This machine's address, as other hosts see it.
OWN_ADDRESS = '192.0.2.1'
_OURS = '', '0.0.0.0', 'localhost', '::', '::1', '255.255.255.255', OWN_ADDRESS


def is_ours(host):
    return host in _OURS or host.removeprefix('::ffff:').startswith('127.')


# Addresses that have been made up for hosts outside, and their names.
named = {}
# The ports of services, by what they go: TCP, UDP or both.
_SERVICES = {'tcp': {'qotd': 17, 'ftp-data': 20, 'ftp': 21, 'ssh': 22, 'telnet': 23, 'smtp': 25, 'whois': 43, 'gopher': 70,
                     'finger': 79, 'http': 80, 'pop3': 110, 'nntp': 119, 'imap2': 143, 'imap': 143, 'bgp': 179, 'irc': 194,
                     'submission': 587, 'rsync': 873, 'ftps': 990, 'telnets': 992, 'imaps': 993, 'pop3s': 995, 'mysql': 3306,
                     'xmpp-client': 5222, 'postgresql': 5432, 'amqp': 5672, 'redis': 6379},
             'udp': {'tftp': 69, 'ntp': 123, 'syslog': 514},
             'tcp udp': {'echo': 7, 'discard': 9, 'daytime': 13, 'time': 37, 'domain': 53, 'kerberos': 88, 'sunrpc': 111,
                         'snmp': 161, 'ldap': 389, 'https': 443, 'rtsp': 554, 'ldaps': 636, 'openvpn': 1194, 'nfs': 2049,
                         'sip': 5060}}


def number_of(host):
    """An address in figures, or None."""
    if ':' in host:
        from _socket_functions import inet_ntop, inet_pton
        try:
            return inet_ntop(AF_INET6, inet_pton(AF_INET6, host))
        except OSError:
            return None
    parts = host.split('.')
    return host if len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts) else None


def _figures_of(host):
    """The same, also of one that is written in fewer parts or in other figures."""
    if (number := number_of(host)) is not None:
        return number
    if not host[:1].isdigit() or not host.isascii() or any(map(str.isspace, host)):
        return None
    from _socket_functions import inet_aton
    try:
        # Fewer parts than four: the last one fills the rest.
        return '.'.join(map(str, inet_aton(host)))
    except OSError:
        return None


def check_name(host):
    """Raises what `socket` does of a name that cannot be sent to name servers: a label is empty or too long."""
    if isinstance(host, str) and not (host.isascii() and has_labels(host)):
        host.encode('idna')


def has_labels(host):
    """Whether a name has labels as name servers know them, between its dots."""
    return all(0 < len(label) < 64 for label in host.removesuffix('.').split('.'))


def is_made_up(host):
    """Whether a name says that there is no such host."""
    host = host.lower().removesuffix('.')
    if host.endswith('.invalid'):
        return True
    words = f'-{host.replace(".", "-.-")}-'
    return any(f'-{made_up}-' in words for made_up in _MADE_UP)


def address_of(host):
    """The address of a host of that name; outside ones have made-up addresses of a block kept for documentation."""
    import platform
    if isinstance(host, (bytes, bytearray)):
        host = bytes(host).decode()
    number = _figures_of(host)
    if number is not None:
        return number
    if host in ('localhost', 'localhost.localdomain', 'ip6-localhost'):
        return '127.0.0.1'
    if host == platform.node():
        return '127.0.1.1'
    parts = host.split('.')
    # No domain of the top level is a number; labels neither begin nor end with a hyphen.
    named_well = all(part.replace('-', '').isalnum() and part.strip('-') == part for part in parts)
    if is_made_up(host) or not named_well or not any(map(str.isalpha, parts[-1])):
        raise gaierror(-2, 'Name or service not known')
    if '.' not in host:
        raise gaierror(-3, 'Temporary failure in name resolution')
    host = host.lower()
    at = sum(host.encode()) % 254
    while named.setdefault(f'203.0.113.{at + 1}', host) != host:
        at = (at + 1) % 254
    return f'203.0.113.{at + 1}'


def lookup(host, port, family=0, type=0, proto=0, flags=0):
    """What `getaddrinfo` finds, in plain numbers."""
    if host in ('', b''):
        raise gaierror(-2, 'Name or service not known')
    check_name(host)
    if host is None:
        if port is None:
            raise gaierror(-2, 'Name or service not known')
        if not family:
            kinds = lookup(host, port, AF_INET, type, proto, flags), lookup(host, port, AF_INET6, type, proto, flags)
            return kinds[0] + kinds[1] if flags & 1 else kinds[1] + kinds[0]
        number = ('::' if flags & 1 else '::1') if family == AF_INET6 else '0.0.0.0' if flags & 1 else '127.0.0.1'
    elif flags & 4 and _figures_of(host) is None:
        # AI_NUMERICHOST
        raise gaierror(-2, 'Name or service not known')
    else:
        number = address_of(host)
    if isinstance(port, (str, bytes)) and port and not port.isdigit():
        if flags & 1024:
            # AI_NUMERICSERV
            raise gaierror(-2, 'Name or service not known')
        port = port.encode().decode() if isinstance(port, str) else port.decode()
        kinds = [kind for kind, protocol in ((SOCK_STREAM, 'tcp'), (SOCK_DGRAM, 'udp'))
                 if type in (0, kind) and port_of(port, protocol) is not None]
        if not kinds:
            raise gaierror(-8, 'Servname not supported for ai_socktype')
        port = port_of(port)
    else:
        kinds = [type] if type else [SOCK_STREAM, SOCK_DGRAM, 3]
    of = AF_INET6 if ':' in number else AF_INET
    if family == AF_INET6 and of == AF_INET and number.startswith('127.') and number_of(host or '') is None:
        number, of = '::1', AF_INET6
    if family and family != of:
        raise gaierror(-9, 'Address family for hostname not supported')
    port = int(port or 0)
    if port < 0:
        raise gaierror(-8, 'Servname not supported for ai_socktype')
    port &= 0xffff
    address = (number, port, 0, 0) if of == AF_INET6 else (number, port)
    return [(of, kind, PROTOCOLS.get(kind, 0), '', address) for kind in kinds
            if not proto or PROTOCOLS.get(kind) == proto]


def name_of(address):
    """The host that has an address, or None."""
    return 'localhost' if is_ours(address) else named.get(address)


def port_of(service, protocol=None):
    return next((names[service] for protocols, names in _SERVICES.items()
                 if service in names and (protocol is None or protocol in protocols.split())), None)


def service_of(port, protocol=None):
    return next((name for protocols, names in _SERVICES.items() if protocol is None or protocol in protocols.split()
                 for name, number in names.items() if number == port), None)


def check_port(address, what):  #: -
    if isinstance(address, tuple) and not 0 <= address[1] <= 65535:
        raise OverflowError(f'{what}(): port must be 0-65535.')
