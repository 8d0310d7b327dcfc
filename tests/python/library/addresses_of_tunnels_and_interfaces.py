"""ipaddress: 6to4 and Teredo, interfaces in order and in full, networks compared, private ones, what is wrong."""
import ipaddress


def told(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


six = ipaddress.ip_address
print(six('2002:ac1d:2d64::1').sixtofour, six('::1').sixtofour, six('2001:0:4136:e378:8000:63bf:3fff:fdd2').teredo)
face = ipaddress.ip_interface('2001:db8::1/64')
print(face.exploded, face.with_hostmask, ipaddress.ip_interface('10.0.0.1/255.255.255.0').with_hostmask)
faces = [ipaddress.ip_interface(text) for text in ('1.2.3.4/32', '1.2.3.4/16', '1.2.3.4/24', '1.2.0.1/16')]
print(sorted(faces), faces[0] > faces[1], ipaddress.ip_address('1.2.3.4') < faces[1], faces[1] < ipaddress.ip_address('1.2.3.4'))
net = ipaddress.ip_network
print(net('10.0.0.0/8').compare_networks(net('10.0.0.0/9')), net('1.0.0.0/8') == net('1.0.0.0/9'))
print(net('::1%scope/128') == net('::1/128'), net('fec0::/10').is_site_local)
for text in '0.0.0.0/0', '10.0.0.0/8', '100.64.0.0/10', '192.0.0.0/29', '192.0.0.9/32', '2001::/16', 'fc00::/7':
    print(text, net(text).is_private, net(text).is_global)
for wrong in (lambda: ipaddress.IPv6Address('::1%x/24'), lambda: net(('1.2.3.0', -1)), lambda: net(('1.2.3.0', 33)),
              lambda: net('10.0.0.0/8').supernet(2, 1), lambda: net('10.0.0.0/8').subnet_of(ipaddress.ip_address('1.1.1.1')),
              lambda: list(net('10.0.0.0/8').address_exclude(ipaddress.ip_address('10.0.0.1'))),
              lambda: net('10.0.0.0/8').compare_networks(net('::/0')), lambda: ipaddress.v4_int_to_packed(-1)):
    told(wrong)
