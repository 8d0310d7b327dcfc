# A text is no address of a network, a network is no end of a range of addresses.
import ipaddress


def tried(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


network, address = ipaddress.ip_network('1.2.3.0/24'), ipaddress.ip_address('1.2.3.4')
tried(lambda: '1.2.3.4' in network)
tried(lambda: address in network)
tried(lambda: list(ipaddress.summarize_address_range(network, address)))
tried(lambda: list(ipaddress.summarize_address_range(3, 4)))
print(ipaddress.ip_address('3fff::').is_private, ipaddress.ip_address('2001:db8::').is_private)
