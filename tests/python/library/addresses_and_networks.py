# ipaddress: what an address says of itself, networks and their parts, what is refused.
import ipaddress as ip
import pickle

for text in ('127.0.0.1', '10.1.2.3', '8.8.8.8', '224.0.0.1', '169.254.1.1', '0.0.0.0', '255.255.255.255', '::1', '::', '2001:db8::1:0:0:1',
             'fe80::1', 'ff02::1', '::ffff:10.0.0.1', '2606:4700::1111', 'fc00::1'):
    a = ip.ip_address(text)
    print(repr(a), a.version, int(a) % 1000, a.is_private, a.is_global, a.is_loopback, a.is_multicast, a.is_link_local, a.is_reserved,
          a.is_unspecified, a.exploded, a.compressed, a.reverse_pointer[:20], a.packed[-2:])
for text in ('1.2.3', '1.2.3.4.5', '256.1.1.1', '01.2.3.4', 'a.b.c.d', '1..2.3', '1.2.3.4/8', ':1', '1::2::3', '12345::', 'g::', '1:2:3:4:5:6:7:8:9', '::1%', ''):
    for kind in ip.IPv4Address, ip.IPv6Address, ip.ip_address:
        try:
            print(kind(text))
        except ValueError as e:
            print(type(e).__name__, e)
for bad in -1, 1 << 32, b'abc':
    try:
        ip.IPv4Address(bad)
    except ValueError as e:
        print(e)
n = ip.ip_network('192.168.0.0/29')
print(n, repr(n), n.num_addresses, n.netmask, n.hostmask, n.broadcast_address, n.network_address, n.prefixlen, n.with_netmask, n.with_hostmask, n.is_private)
print(list(map(str, n)), list(map(str, n.hosts())), n[1], n[-1], ip.ip_address('192.168.0.5') in n, ip.ip_address('::1') in n)
print(list(n.subnets()), list(n.subnets(new_prefix=31)), n.supernet(), n.supernet(new_prefix=16), n.overlaps(ip.ip_network('192.168.0.4/30')))
print(list(n.address_exclude(ip.ip_network('192.168.0.2/31'))), ip.ip_network('10.0.0.0/255.0.0.0'), ip.ip_network('10.0.0.0/0.255.255.255'), ip.ip_network((10 << 24, 8)))
print(ip.ip_network('10.1.2.3/8', strict=False), ip.ip_network('10.1.2.3'), list(ip.ip_network('10.0.0.0/31').hosts()), list(ip.ip_network('10.0.0.1/32').hosts()))
six = ip.ip_network('2001:db8::/125')
print(six, six.num_addresses, list(six.hosts())[:2], six.netmask, six.exploded, six.subnet_of(ip.ip_network('2001:db8::/32')), six.supernet_of(six))
for bad in ('10.1.2.3/8', '10.0.0.0/33', '10.0.0.0/a', '10.0.0.0/8/8', 'x', '10.0.0.0/255.0.255.0'):
    for kind in ip.IPv4Network, ip.ip_network:
        try:
            print(kind(bad))
        except ValueError as e:
            print(type(e).__name__, e)
i = ip.ip_interface('10.1.2.3/24')
print(i, repr(i), i.ip, i.network, i.netmask, i.with_netmask, i == ip.ip_interface('10.1.2.3/24'), i == ip.ip_address('10.1.2.3'), ip.ip_interface('::1/64').network)
a, b = ip.ip_address('1.2.3.4'), ip.ip_address('1.2.3.5')
print(a < b, a + 1 == b, b - 1, sorted([b, a]), max(a, b), {a: 1}[ip.ip_address('1.2.3.4')], a == '1.2.3.4', f'{a:b}', f'{a:#x}', f'{a:_b}', f'{a:>10s}', pickle.loads(pickle.dumps(a)))
try:
    print(a < ip.ip_address('::1'))
except TypeError as e:
    print(e)
print(list(ip.summarize_address_range(ip.ip_address('192.0.2.0'), ip.ip_address('192.0.2.130'))), list(ip.collapse_addresses([ip.ip_network('192.0.2.0/25'), ip.ip_network('192.0.2.128/25'), ip.ip_network('10.0.0.0/8'), ip.ip_network('10.1.0.0/16')])))
print(sorted([ip.ip_network('10.0.0.0/8'), ip.ip_network('9.0.0.0/8'), ip.ip_network('10.0.0.0/16')]), a.ipv6_mapped, ip.ip_address('::ffff:1.2.3.4').ipv4_mapped)
