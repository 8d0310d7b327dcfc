"""Which cookies http.cookiejar takes from servers and gives back to them (those of RFC 2965 are not among them)."""
import re
from urllib.parse import urlsplit


class Asked:
    """A request of which nothing but its address is known."""
    unverifiable, host = False, None

    def __init__(self, url):
        self.full_url = str(url)
        self.type = urlsplit(self.full_url).scheme
        self.origin_req_host = urlsplit(self.full_url).hostname or ''

    def get_full_url(self):
        return self.full_url


def _host(request):
    return re.sub(r':\d+$', '', urlsplit(request.get_full_url()).netloc.rpartition('@')[2]).lower()


def _effective(host):
    """A host without a dot is one of the domain local."""
    return host if '.' in host else host + '.local'


def _path(request):
    path = urlsplit(request.get_full_url()).path
    return path if path.startswith('/') else '/' + path


def _is_third_party(request):
    """Whether the page that led to a request is another site's."""
    host, origin = _host(request), request.origin_req_host.lower()
    site = host[host.find('.'):] if '.' in host and not re.search(r'\.\d+$', host) else host
    return host != origin and not origin.endswith(site if site.find('.', 1) > 0 else '.' + host)


def _matches(domain, other):
    """Whether a name of a domain is another's; one that begins with a dot is all of its hosts."""
    domain, other = domain.lower(), other.lower()
    return domain == other or other.startswith('.') and len(other) > 1 and domain.endswith(other) and not re.search(r'\.\d+$', domain)


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
    """Takes cookies from servers for themselves."""
    __module__ = 'http.cookiejar'
    DomainStrictNoDots, DomainStrictNonDomain, DomainRFC2965Match, DomainLiberal, DomainStrict = 1, 2, 4, 0, 3

    def __init__(self, blocked_domains=None, allowed_domains=None, netscape=True, rfc2965=False, rfc2109_as_netscape=None,
                 hide_cookie2=False, strict_domain=False, strict_rfc2965_unverifiable=True, strict_ns_unverifiable=False,
                 strict_ns_domain=DomainLiberal, strict_ns_set_initial_dollar=False, strict_ns_set_path=False,
                 secure_protocols=('https', 'wss')):
        if rfc2965:
            from _frames import not_supported
            not_supported('http.cookiejar.DefaultCookiePolicy(rfc2965=True)', 'http.cookiejar.DefaultCookiePolicy()')
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
        return any(_matches(domain, blocked) for blocked in self._blocked_domains)

    def allowed_domains(self):
        return self._allowed_domains

    def set_allowed_domains(self, allowed_domains):
        self._allowed_domains = None if allowed_domains is None else tuple(allowed_domains)

    def is_not_allowed(self, domain):
        return self._allowed_domains is not None and not any(_matches(domain, allowed) for allowed in self._allowed_domains)

    def _is_shut(self, domain):
        return self.is_blocked(domain) or self.is_not_allowed(domain)

    def _is_strange(self, cookie, request):
        return self.strict_ns_unverifiable and request.unverifiable and _is_third_party(request)

    def set_ok(self, cookie, request):
        """Whether a cookie of a server's answer is kept."""
        if cookie.version is None or cookie.version > 0 or not self.netscape or self._is_strange(cookie, request):
            return False
        if self.strict_ns_set_initial_dollar and cookie.name.startswith('$'):
            return False
        if cookie.path_specified and self.strict_ns_set_path and not self.path_return_ok(cookie.path, request):
            return False
        return not self._is_shut(cookie.domain) and (not cookie.domain_specified or self._is_for(cookie.domain, request)) \
            and self._is_at(cookie, request)

    def _is_for(self, domain, request):
        """Whether a server may set cookies for a domain that it names."""
        host = _host(request)
        whole, bare = _effective(host), domain.removeprefix('.')
        if self.strict_domain and re.fullmatch(
                r'\.(co|ac|com|edu|org|net|gov|mil|int|aero|biz|cat|coop|info|jobs|mobi|museum|name|pro|travel|eu)\.\w\w',
                domain, re.I):
            return False
        if '.' not in bare and not whole.endswith('.local'):
            return False
        if not whole.endswith((domain, f'{bare}.local')) and not f'.{whole}'.endswith(domain):
            return False
        if self.strict_ns_domain & self.DomainRFC2965Match and not _matches(whole, domain):
            return False
        return not (self.strict_ns_domain & self.DomainStrictNoDots and '.' in host[:-len(domain)]
                    and not re.search(r'\.\d+$', host))

    def _is_at(self, cookie, request):
        """Whether the port is one of those that a cookie names."""
        port = str(urlsplit(request.get_full_url()).port or 80)
        return not cookie.port or port in cookie.port.split(',')

    def return_ok(self, cookie, request):
        """Whether a cookie goes along with a request."""
        if cookie.version > 0 or not self.netscape or self._is_strange(cookie, request) or cookie.is_expired():
            return False
        if cookie.secure and request.type not in self.secure_protocols or not self._is_at(cookie, request):
            return False
        whole, domain = _effective(_host(request)), cookie.domain
        if self.strict_ns_domain & self.DomainStrictNonDomain and not cookie.domain_specified and domain != whole:
            return False
        return f'.{whole}'.endswith(domain if domain.startswith('.') else f'.{domain}' if domain else '')

    def domain_return_ok(self, domain, request):
        host = _host(request)
        dotted = domain if domain.startswith('.') or not domain else f'.{domain}'
        return any(f'.{name}'.endswith(dotted) for name in (host, _effective(host))) and not self._is_shut(domain)

    def path_return_ok(self, path, request):
        asked = _path(request)
        return asked == path or asked.startswith(path) and (path.endswith('/') or asked[len(path):len(path) + 1] == '/')
