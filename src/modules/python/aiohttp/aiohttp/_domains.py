"""Applications of a host's own: which hosts a rule means."""
import re as _re

from aiohttp._resources import AbstractResource as _AbstractResource, PrefixedSubAppResource as _PrefixedSubAppResource
from yarl import URL as _URL


class Domain:
    """One host, at any port where none but 80 is named."""
    __module__ = 'aiohttp.web_urldispatcher'
    _part = r'(?!-)[a-z\d-]{1,63}(?<!-)'

    def __init__(self, domain):
        self._domain = self.validation(domain)

    canonical = property(lambda self: self._domain)

    def validation(self, domain):
        if not isinstance(domain, str):
            raise TypeError('Domain must be str')
        domain = domain.rstrip('.').lower()
        if not domain:
            raise ValueError('Domain cannot be empty')
        if '://' in domain:
            raise ValueError('Scheme not supported')
        url = _URL('http://' + domain)
        if not all(_re.fullmatch(self._part, part) for part in url.raw_host.split('.')):
            raise ValueError('Domain not valid')
        return url.raw_host if url.port == 80 else f'{url.raw_host}:{url.port}'

    async def match(self, request):
        host = request.headers.get('Host')
        return bool(host) and self.match_domain(host)

    def match_domain(self, host):
        host = host.lower()
        return self._domain in ([host] if ':' in self._domain else [host, host.partition(':')[0]])

    def get_info(self):
        return {'domain': self._domain}


class MaskDomain(Domain):
    """Hosts by a pattern, in which a star stands for anything."""
    __module__ = 'aiohttp.web_urldispatcher'
    _part = r'(?!-)[a-z\d*-]{1,63}(?<!-)'

    def __init__(self, domain):
        super().__init__(domain)
        self._mask = _re.compile(self._domain.replace('.', r'\.').replace('*', '[^:]*') + '(:.*)?')

    canonical = property(lambda self: self._mask.pattern)

    def match_domain(self, host):
        return self._mask.fullmatch(host) is not None


class MatchedSubAppResource(_PrefixedSubAppResource):
    """An application for what a rule means."""
    __module__ = 'aiohttp.web_urldispatcher'

    def __init__(self, rule, app):
        _AbstractResource.__init__(self)
        self._prefix, self._app, self._rule = '', app, rule

    canonical = property(lambda self: self._rule.canonical)

    def add_prefix(self, prefix):
        self._app.router._add_prefix(prefix)

    async def resolve(self, request):
        if not await self._rule.match(request):
            return None, set()
        return await super().resolve(request)

    def get_info(self):
        return {'app': self._app, 'rule': self._rule}

    def __repr__(self):
        return f'<MatchedSubAppResource -> {self._app!r}>'
