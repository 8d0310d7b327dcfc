"""Which cookies http.cookiejar takes from servers and gives back to them."""
from urllib.parse import urlsplit

from _cookie_hosts import domain_match, eff_request_host, is_address, is_third_party, request_path, request_port, user_domain_match

# Second names of countries' domains that no server owns (`co.uk`), to who asks for strictness.
_SHARED = frozenset('co ac com edu org net gov mil int aero biz cat coop info jobs mobi museum name pro travel eu'.split())


class Asked:
    """A request of which nothing but its address is known."""
    unverifiable = False

    def __init__(self, url):
        self.full_url = str(url)
        parts = urlsplit(self.full_url)
        self.type, self.host = parts.scheme, parts.netloc.rpartition('@')[2]
        self.origin_req_host = parts.hostname or ''

    def get_full_url(self):
        return self.full_url

    def get_header(self, name, default=None):
        return default


class CookiePolicy:
    """Which cookies are taken and sent."""
    __module__ = 'http.cookiejar'
    netscape, rfc2965, hide_cookie2 = True, False, False

    def set_ok(self, cookie, request):
        raise NotImplementedError()

    def return_ok(self, cookie, request):
        raise NotImplementedError()

    def domain_return_ok(self, domain, request):
        return True

    def path_return_ok(self, path, request):
        return True


class DefaultCookiePolicy(CookiePolicy):
    """Takes cookies from servers for themselves: those that browsers have, and those of RFC 2965 if it is to."""
    __module__ = 'http.cookiejar'
    DomainStrictNoDots, DomainStrictNonDomain, DomainRFC2965Match, DomainLiberal, DomainStrict = 1, 2, 4, 0, 3
    _now = None

    def __init__(self, blocked_domains=None, allowed_domains=None, netscape=True, rfc2965=False, rfc2109_as_netscape=None,
                 hide_cookie2=False, strict_domain=False, strict_rfc2965_unverifiable=True, strict_ns_unverifiable=False,
                 strict_ns_domain=DomainLiberal, strict_ns_set_initial_dollar=False, strict_ns_set_path=False,
                 secure_protocols=('https', 'wss')):
        self.netscape, self.rfc2965, self.rfc2109_as_netscape = netscape, rfc2965, rfc2109_as_netscape
        self.hide_cookie2, self.strict_domain = hide_cookie2, strict_domain
        self.strict_rfc2965_unverifiable, self.strict_ns_unverifiable = strict_rfc2965_unverifiable, strict_ns_unverifiable
        self.strict_ns_domain, self.strict_ns_set_path = strict_ns_domain, strict_ns_set_path
        self.strict_ns_set_initial_dollar, self.secure_protocols = strict_ns_set_initial_dollar, secure_protocols
        self.set_blocked_domains(blocked_domains or ())
        self.set_allowed_domains(allowed_domains)

    def blocked_domains(self):
        return self._blocked_domains

    def set_blocked_domains(self, blocked_domains):
        self._blocked_domains = tuple(blocked_domains)

    def is_blocked(self, domain):
        return any(user_domain_match(domain, blocked) for blocked in self._blocked_domains)

    def allowed_domains(self):
        return self._allowed_domains

    def set_allowed_domains(self, allowed_domains):
        self._allowed_domains = None if allowed_domains is None else tuple(allowed_domains)

    def is_not_allowed(self, domain):
        return self._allowed_domains is not None and not any(user_domain_match(domain, allowed) for allowed in self._allowed_domains)

    def _is_shut(self, domain):
        return self.is_blocked(domain) or self.is_not_allowed(domain)

    def set_ok(self, cookie, request):
        """Whether a cookie of a server's answer is kept."""
        assert cookie.name is not None
        return all(getattr(self, f'set_ok_{part}')(cookie, request)
                   for part in ('version', 'verifiability', 'name', 'path', 'domain', 'port'))

    def set_ok_version(self, cookie, request):
        return cookie.version is not None and self.return_ok_version(cookie, request)

    def set_ok_verifiability(self, cookie, request):
        if request.unverifiable and is_third_party(request):
            return not (self.strict_rfc2965_unverifiable if cookie.version > 0 else self.strict_ns_unverifiable)
        return True

    def set_ok_name(self, cookie, request):
        return not (cookie.version == 0 and self.strict_ns_set_initial_dollar and cookie.name.startswith('$'))

    def set_ok_path(self, cookie, request):
        is_strict = cookie.version > 0 or self.strict_ns_set_path
        return not cookie.path_specified or not is_strict or self.path_return_ok(cookie.path, request)

    def set_ok_domain(self, cookie, request):
        return not self._is_shut(cookie.domain) and (not cookie.domain_specified or self._may_name(cookie, request))

    def _may_name(self, cookie, request):
        """Whether a server may set cookies for the domain that it names."""
        (host, whole), domain = eff_request_host(request), cookie.domain
        bare = domain.removeprefix('.')
        first, *names = domain.split('.')
        if self.strict_domain and not first and len(names) == 2 and names[0].lower() in _SHARED and len(names[1]) == 2:
            return False
        if '.' not in bare and not whole.endswith('.local'):
            return False
        if cookie.version == 0 and not whole.endswith((domain, f'{bare}.local')) and not whole.startswith('.') \
                and not f'.{whole}'.endswith(domain):
            return False
        if (cookie.version > 0 or self.strict_ns_domain & self.DomainRFC2965Match) and not domain_match(whole, domain):
            return False
        return not ((cookie.version > 0 or self.strict_ns_domain & self.DomainStrictNoDots)
                    and '.' in host[:-len(domain)] and not is_address(host))

    def set_ok_port(self, cookie, request):
        if not cookie.port_specified:
            return True
        ports, asked = cookie.port.split(','), request_port(request) or '80'
        before = ports[:ports.index(asked)] if asked in ports else ports
        return asked in ports and all(port.strip().lstrip('+-').isdecimal() for port in before)

    def return_ok(self, cookie, request):
        """Whether a cookie goes along with a request."""
        return all(getattr(self, f'return_ok_{part}')(cookie, request)
                   for part in ('version', 'verifiability', 'secure', 'expires', 'port', 'domain'))

    def return_ok_version(self, cookie, request):
        return bool(self.rfc2965 if cookie.version > 0 else self.netscape or cookie.version < 0)

    return_ok_verifiability = set_ok_verifiability

    def return_ok_secure(self, cookie, request):
        return not cookie.secure or request.type in self.secure_protocols

    def return_ok_expires(self, cookie, request):
        return not cookie.is_expired(self._now)

    def return_ok_port(self, cookie, request):
        return not cookie.port or (request_port(request) or '80') in cookie.port.split(',')

    def return_ok_domain(self, cookie, request):
        whole, domain = eff_request_host(request)[1], cookie.domain
        if cookie.version > 0:
            return domain_match(whole, domain)
        if self.strict_ns_domain & self.DomainStrictNonDomain and not cookie.domain_specified and domain != whole:
            return False
        return f'.{whole}'.endswith(domain if domain.startswith('.') or not domain else f'.{domain}')

    def domain_return_ok(self, domain, request):
        dotted = domain if domain.startswith('.') or not domain else f'.{domain}'
        names = (name if name.startswith('.') else f'.{name}' for name in eff_request_host(request))
        return any(name.endswith(dotted) for name in names) and not self._is_shut(domain)

    def path_return_ok(self, path, request):
        asked = request_path(request)
        return asked == path or asked.startswith(path) and (path.endswith('/') or asked[len(path):len(path) + 1] == '/')
