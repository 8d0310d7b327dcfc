"""Whether a domain takes mail, asked of the simulated network: who is there takes mail of its own."""
import socket

from email_validator.exceptions import EmailUndeliverableError

_SMTP = 25
_TAKE_NO_MAIL = frozenset(('example.com', 'example.net', 'example.org'))


class _Resolver:
    """Asks for the addresses of hosts, and may keep the answers."""

    def __init__(self):
        self.cache, self.lifetime = None, None

    def there(self, domain):
        if self.cache is not None and domain in self.cache:
            return self.cache[domain]
        try:
            found = bool(socket.getaddrinfo(domain, _SMTP, type=socket.SOCK_STREAM))
        except socket.gaierror:
            found = False
        if self.cache is not None:
            self.cache[domain] = found
        return found


def caching_resolver(*, timeout=None, cache=None, dns_resolver=None):
    from email_validator import DEFAULT_TIMEOUT
    resolver = dns_resolver or _Resolver()
    resolver.cache = {} if cache is None else cache
    resolver.lifetime = DEFAULT_TIMEOUT if timeout is None else timeout
    return resolver


def validate_email_deliverability(domain, domain_i18n, timeout=None, dns_resolver=None):
    if dns_resolver is None:
        dns_resolver = _Resolver()
    elif timeout is not None:
        raise ValueError("It's not valid to pass both timeout and dns_resolver.")
    if not dns_resolver.there(domain):
        raise EmailUndeliverableError(f'The domain name {domain_i18n} does not exist.')
    if domain in _TAKE_NO_MAIL:
        raise EmailUndeliverableError(f'The domain name {domain_i18n} does not accept email.')
    return {'mx': [(0, domain)], 'mx_fallback_type': 'A'}
