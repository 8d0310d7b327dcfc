# Which options there are goes by a socket's family and type, as does what they are at first.
import socket

tcp, udp = socket.socket(), socket.socket(type=socket.SOCK_DGRAM)
six, path = socket.socket(socket.AF_INET6), socket.socket(socket.AF_UNIX)
for name, level, option in (
        ('SO_DOMAIN', 1, socket.SO_DOMAIN), ('SO_PROTOCOL', 1, socket.SO_PROTOCOL), ('SO_SNDBUF', 1, socket.SO_SNDBUF),
        ('TCP_NODELAY', socket.IPPROTO_TCP, socket.TCP_NODELAY), ('TCP_KEEPCNT', socket.IPPROTO_TCP, socket.TCP_KEEPCNT),
        ('IP_TTL', 0, socket.IP_TTL), ('IP_MULTICAST_TTL', 0, socket.IP_MULTICAST_TTL), ('IPV6_V6ONLY', socket.IPPROTO_IPV6, socket.IPV6_V6ONLY)):
    found = []
    for sock in tcp, udp, six, path:
        try:
            found.append(sock.getsockopt(level, option))
        except OSError:
            found.append('none')
    print(name, found)
for sock in path, udp:
    try:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except OSError as error:
        print(error)
try:
    tcp.setsockopt(0, socket.IP_MULTICAST_TTL, 2)
except OSError as error:
    print(error)
udp.setsockopt(0, socket.IP_MULTICAST_TTL, 2)
print(udp.getsockopt(0, socket.IP_MULTICAST_TTL))
