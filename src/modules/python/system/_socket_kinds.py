"""What most programs with sockets name: families, kinds, options, flags, errors. Rarer numbers are in _socket_numbers."""
import enum as _enum

AddressFamily = _enum.IntEnum('AddressFamily', {'AF_UNSPEC': 0, 'AF_UNIX': 1, 'AF_INET': 2, 'AF_INET6': 10},
                              module='socket')
SocketKind = _enum.IntEnum('SocketKind', {
    'SOCK_STREAM': 1, 'SOCK_DGRAM': 2, 'SOCK_RAW': 3, 'SOCK_RDM': 4, 'SOCK_SEQPACKET': 5, 'SOCK_NONBLOCK': 2048,
    'SOCK_CLOEXEC': 524288}, module='socket')
MsgFlag = _enum.IntFlag('MsgFlag', {'MSG_OOB': 1, 'MSG_PEEK': 2, 'MSG_DONTROUTE': 4, 'MSG_TRUNC': 32, 'MSG_DONTWAIT': 64,
                                    'MSG_WAITALL': 256, 'MSG_NOSIGNAL': 16384}, module='socket')
AddressInfo = _enum.IntFlag('AddressInfo', {
    'AI_PASSIVE': 1, 'AI_CANONNAME': 2, 'AI_NUMERICHOST': 4, 'AI_V4MAPPED': 8, 'AI_ALL': 16, 'AI_ADDRCONFIG': 32,
    'AI_NUMERICSERV': 1024}, module='socket')
for _kind in (AddressFamily, SocketKind, MsgFlag, AddressInfo):
    globals().update(_kind.__members__)

has_ipv6 = True
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
SOL_SOCKET, SOL_IP, SOL_TCP, SOL_UDP, SOMAXCONN = 1, 0, 6, 17, 4096
SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_DONTROUTE, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF = 1, 2, 3, 4, 5, 6, 7, 8
SO_KEEPALIVE, SO_OOBINLINE, SO_LINGER, SO_REUSEPORT, SO_RCVTIMEO, SO_SNDTIMEO, SO_ACCEPTCONN = 9, 10, 13, 15, 20, 21, 30
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6, IPPROTO_RAW = 0, 1, 6, 17, 41, 255
TCP_NODELAY, TCP_MAXSEG, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, TCP_USER_TIMEOUT = 1, 2, 4, 5, 6, 18
TCP_QUICKACK, TCP_FASTOPEN = 12, 23
IP_TOS, IP_TTL, IP_MULTICAST_IF, IP_MULTICAST_TTL, IP_MULTICAST_LOOP, IP_ADD_MEMBERSHIP = 1, 2, 32, 33, 34, 35
IP_DROP_MEMBERSHIP, IPV6_V6ONLY = 36, 26
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST = 0, 0x7f000001, 0xffffffff
EAI_AGAIN, EAI_FAIL, EAI_FAMILY, EAI_NONAME, EAI_SERVICE = -3, -4, -6, -2, -8
NI_NUMERICHOST, NI_NUMERICSERV, NI_NAMEREQD = 1, 2, 8
EAGAIN = EWOULDBLOCK = 11
EBADF = 9
