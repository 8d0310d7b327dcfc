"""Maps of rules, and maps that are bound to an address."""
import warnings
from pprint import pformat
from urllib.parse import quote, urljoin, urlunsplit

from werkzeug._internal import _get_environ, _wsgi_decoding_dance
from werkzeug.datastructures import ImmutableDict, MultiDict
from werkzeug.exceptions import BadHost, HTTPException, MethodNotAllowed, NotFound
from werkzeug.routing.converters import DEFAULT_CONVERTERS
from werkzeug.routing.exceptions import BuildError, NoMatch, RequestAliasRedirect, RequestPath, RequestRedirect, WebsocketMismatch
from werkzeug.routing.matcher import StateMachineMatcher
from werkzeug.routing.rules import _simple_rule_re


class Map:
    default_converters = ImmutableDict(DEFAULT_CONVERTERS)

    def __init__(self, rules=None, default_subdomain='', strict_slashes=True, merge_slashes=True, redirect_defaults=True, converters=None,
                 sort_parameters=False, sort_key=None, host_matching=False):
        self._matcher, self._rules_by_endpoint, self._remap = StateMachineMatcher(merge_slashes), {}, True
        self.default_subdomain, self.strict_slashes, self.redirect_defaults = default_subdomain, strict_slashes, redirect_defaults
        self.host_matching, self.sort_parameters, self.sort_key = host_matching, sort_parameters, sort_key
        self.converters = {**self.default_converters, **(converters or {})}
        for rule in rules or ():
            self.add(rule)

    @property
    def merge_slashes(self):
        return self._matcher.merge_slashes

    @merge_slashes.setter
    def merge_slashes(self, value):
        self._matcher.merge_slashes = value

    def is_endpoint_expecting(self, endpoint, *arguments):
        self.update()
        return any(rule.arguments.issuperset(arguments) for rule in self._rules_by_endpoint[endpoint])

    @property
    def _rules(self):
        return [rule for rules in self._rules_by_endpoint.values() for rule in rules]

    def iter_rules(self, endpoint=None):
        self.update()
        return iter(self._rules if endpoint is None else self._rules_by_endpoint[endpoint])

    def add(self, rulefactory):
        for rule in rulefactory.get_rules(self):
            rule.bind(self)
            self._rules_by_endpoint.setdefault(rule.endpoint, []).append(rule)
            if not rule.build_only:
                self._matcher.add(rule)
        self._remap = True

    def bind(self, server_name, script_name=None, subdomain=None, url_scheme='http', default_method='GET', path_info=None, query_args=None):
        if self.host_matching and subdomain is not None:
            raise RuntimeError('host matching enabled and a subdomain was provided')
        if not self.host_matching and subdomain is None:
            subdomain = self.default_subdomain
        host, colon, port = server_name.lower().partition(':')
        try:
            host = host.encode('idna').decode('ascii')
        except UnicodeError as e:
            raise BadHost() from e
        return MapAdapter(self, host + colon + port, '/' if script_name is None else script_name, subdomain, url_scheme,
                          '/' if path_info is None else path_info, default_method, query_args)

    def bind_to_environ(self, environ, server_name=None, subdomain=None):
        from werkzeug.wsgi import get_host
        env = _get_environ(environ)
        named, scheme = get_host(env).lower(), env['wsgi.url_scheme']
        upgrade = any(each.strip(' \t') == 'upgrade' for each in env.get('HTTP_CONNECTION', '').lower().split(','))
        if upgrade and env.get('HTTP_UPGRADE', '').lower() == 'websocket':
            scheme = 'wss' if scheme == 'https' else 'ws'
        if server_name is None:
            server_name = named
        else:
            server_name = server_name.lower().removesuffix(':80' if scheme in ('http', 'ws') else ':443')
        if subdomain is None and not self.host_matching:
            asked, own = named.split('.'), server_name.split('.')
            if asked[-len(own):] == own:
                subdomain = '.'.join(filter(None, asked[:-len(own)]))
            else:
                warnings.warn(f"Current server name {named!r} doesn't match configured server name {server_name!r}", stacklevel=2)
                subdomain = '<invalid>'
        script, path, query = (None if env.get(name) is None else _wsgi_decoding_dance(env[name])
                               for name in ('SCRIPT_NAME', 'PATH_INFO', 'QUERY_STRING'))
        return Map.bind(self, server_name, script, subdomain, scheme, env['REQUEST_METHOD'], path, query_args=query)

    def update(self):
        if self._remap:
            self._matcher.update()
            for rules in self._rules_by_endpoint.values():
                rules.sort(key=lambda rule: rule.build_compare_key())
            self._remap = False

    def __repr__(self):
        return f'{type(self).__name__}({pformat(list(self.iter_rules()))})'


class MapAdapter:
    """A map for requests to an address."""

    def __init__(self, map, server_name, script_name, subdomain, url_scheme, path_info, default_method, query_args=None):
        self.map, self.server_name, self.subdomain, self.url_scheme = map, server_name, subdomain, url_scheme
        self.script_name = script_name if script_name.endswith('/') else script_name + '/'
        self.path_info, self.default_method, self.query_args = path_info, default_method, query_args
        self.websocket = url_scheme in ('ws', 'wss')

    def dispatch(self, view_func, path_info=None, method=None, catch_http_exceptions=False):
        matched = ()
        try:
            matched = self.match(path_info, method)
            return view_func(*matched)
        except HTTPException as e:
            if catch_http_exceptions or not matched and isinstance(e, RequestRedirect):
                return e
            raise

    def match(self, path_info=None, method=None, return_rule=False, query_args=None, websocket=None):
        """The endpoint (or rule) of a path, and the values of its variables."""
        self.map.update()
        path_info = self.path_info if path_info is None else path_info
        query_args = (self.query_args or {}) if query_args is None else query_args
        method = (method or self.default_method).upper()
        domain = self.server_name if self.map.host_matching or self.subdomain is None else self.subdomain
        path = '/' + path_info.lstrip('/') if path_info else ''
        try:
            rule, values = self.map._matcher.match(domain, path, method, self.websocket if websocket is None else websocket)
        except RequestPath as e:
            raise RequestRedirect(self.make_redirect_url(quote(e.path_info, safe="!$&'()*+,/:;=@"), query_args)) from None
        except RequestAliasRedirect as e:
            raise RequestRedirect(self.make_alias_redirect_url(f'{domain}|{path}', e.endpoint, e.matched_values, method, query_args)) from None
        except NoMatch as e:
            if e.have_match_for:
                raise MethodNotAllowed(valid_methods=list(e.have_match_for)) from None
            raise (WebsocketMismatch if e.websocket_mismatch else NotFound)() from None
        if self.map.redirect_defaults:
            url = self.get_default_redirect(rule, method, values, query_args)
            if url is not None:
                raise RequestRedirect(url)
        if rule.redirect_to is not None:
            if isinstance(rule.redirect_to, str):
                url = _simple_rule_re.sub(lambda found: rule._converters[found[1]].to_url(values[found[1]]), rule.redirect_to)
            else:
                url = rule.redirect_to(self, **values)
            host = f'{self.subdomain}.{self.server_name}' if self.subdomain else self.server_name
            raise RequestRedirect(urljoin(f"{self.url_scheme or 'http'}://{host}{self.script_name}", url))
        return (rule if return_rule else rule.endpoint), values

    def test(self, path_info=None, method=None):
        try:
            self.match(path_info, method)
        except HTTPException as e:
            return isinstance(e, RequestRedirect)
        return True

    def allowed_methods(self, path_info=None):
        try:
            self.match(path_info, method='--')
        except MethodNotAllowed as e:
            return e.valid_methods
        except HTTPException:
            pass
        return []

    def get_host(self, domain_part):
        if self.map.host_matching:
            return self.server_name if domain_part is None else domain_part
        domain = self.subdomain if domain_part is None else domain_part
        return f'{domain}.{self.server_name}' if domain else self.server_name

    def get_default_redirect(self, rule, method, values, query_args):
        for other in self.map._rules_by_endpoint[rule.endpoint]:
            if other is rule:
                break
            if other.provides_defaults_for(rule) and other.suitable_for(values, method):
                values.update(other.defaults)
                domain, path = other.build(values)
                return self.make_redirect_url(path, query_args, domain_part=domain)

    def encode_query_args(self, query_args):
        from werkzeug.urls import _urlencode
        return query_args if isinstance(query_args, str) else _urlencode(query_args)

    def make_redirect_url(self, path_info, query_args=None, domain_part=None):
        query_args = self.query_args if query_args is None else query_args
        query = self.encode_query_args(query_args) if query_args else None
        path = '/'.join((self.script_name.strip('/'), path_info.lstrip('/')))
        return urlunsplit((self.url_scheme or 'http', self.get_host(domain_part), path, query, None))

    def make_alias_redirect_url(self, path, endpoint, values, method, query_args):
        query = f'?{self.encode_query_args(query_args)}' if query_args else ''
        url = self.build(endpoint, values, method, append_unknown=False, force_external=True) + query
        assert url != path, 'detected invalid alias setting. No canonical URL found'
        return url

    def _partial_build(self, endpoint, values, method, append_unknown):
        if method is None and (found := self._partial_build(endpoint, values, self.default_method, append_unknown)) is not None:
            return found
        first = None
        for rule in self.map._rules_by_endpoint.get(endpoint, ()):
            if rule.suitable_for(values, method) and (built := rule.build(values, append_unknown)) is not None:
                found = *built, rule.websocket
                if not self.map.host_matching or found[0] == self.server_name:
                    return found
                first = first or found
        return first

    def build(self, endpoint, values=None, method=None, force_external=False, append_unknown=True, url_scheme=None):
        """The address of an endpoint with these values."""
        self.map.update()
        if isinstance(values, MultiDict):
            values = {key: each[0] if len(each) == 1 else each for key, each in values.lists() if each}
        values = {key: value for key, value in (values or {}).items() if value is not None}
        found = self._partial_build(endpoint, values, method, append_unknown)
        if found is None:
            raise BuildError(endpoint, values, method, self)
        domain, path, websocket = found
        host, scheme = self.get_host(domain), self.url_scheme if url_scheme is None else url_scheme
        secure = scheme in ('https', 'wss')
        if websocket:
            force_external, scheme = True, 'wss' if secure else 'ws'
        elif scheme:
            scheme = 'https' if secure else 'http'
        path = path.lstrip('/')
        if not force_external and (host == self.server_name if self.map.host_matching else domain == self.subdomain):
            return f"{self.script_name.rstrip('/')}/{path}"
        return f"{f'{scheme}:' if scheme else ''}//{host}{self.script_name[:-1]}/{path}"
