"""getaddrinfo takes any IPv6 address in figures, and gives it in its shortest form."""
import socket

for host in '::1', '2001:db8::5', 'FE80:0:0:0:0:0:0:1', '::ffff:1.2.3.4', '1::2::3', '12345::', ':', '1.2.3.4':
    for flags in 0, socket.AI_NUMERICHOST:
        try:
            found = socket.getaddrinfo(host, 80, socket.AF_INET6, socket.SOCK_STREAM, 0, flags)
            print(host, flags, [(family.name, address) for family, _, _, _, address in found])
        except socket.gaierror as err:
            print(host, flags, err)
