"""Requests that have headers, cookies and adapters in common."""
import time as _time
from collections import OrderedDict as _OrderedDict
from collections.abc import Mapping as _Mapping
from os import environ as _environ
from urllib.parse import urljoin as _urljoin, urlsplit as _urlsplit

from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar, cookiejar_from_dict, extract_cookies_to_jar, merge_cookies
from requests.exceptions import InvalidSchema, TooManyRedirects
from requests.models import PreparedRequest, Request, Response, _requoted
from requests.structures import CaseInsensitiveDict


USER_AGENT = 'python-requests/2.32.5'


def default_headers():
    return CaseInsensitiveDict({'User-Agent': USER_AGENT, 'Accept-Encoding': 'gzip, deflate',
                                'Accept': '*/*', 'Connection': 'keep-alive'})


def merge_setting(request_setting, session_setting, dict_class=_OrderedDict):
    """What a request says before what its session says; None in it takes the session's away."""
    if session_setting is None:
        return request_setting
    if request_setting is None:
        return session_setting
    if not (isinstance(session_setting, _Mapping) and isinstance(request_setting, _Mapping)):
        return request_setting
    merged = dict_class(session_setting.items())
    merged.update(request_setting.items())
    for name in [name for name, value in merged.items() if value is None]:
        del merged[name]
    return merged


def merge_hooks(request_hooks, session_hooks, dict_class=_OrderedDict):
    if session_hooks is None or session_hooks.get('response') == []:
        return request_hooks
    if request_hooks is None or request_hooks.get('response') == []:
        return session_hooks
    return merge_setting(request_hooks, session_hooks, dict_class)


def _from_netrc(url):
    """The name and the password that a file of the user's holds for a host, if there may be one."""
    import os
    if 'NETRC' not in _environ and not any(map(os.path.exists, map(os.path.expanduser, ('~/.netrc', '~/_netrc')))):
        return None
    from requests.utils import get_netrc_auth
    return get_netrc_auth(url)


def _has_proxies():
    return any(name[-6:].lower() == '_proxy' for name in _environ)


class SessionRedirectMixin:
    """Where an answer sends a request."""

    def get_redirect_target(self, resp):
        if not resp.is_redirect:
            return None
        location = resp.headers['location']
        try:
            # Headers are read as Latin-1, and a URL in one is UTF-8.
            return location.encode('latin-1').decode()
        except UnicodeError:
            return location

    def should_strip_auth(self, old_url, new_url):
        """Whether another host would be told who asks."""
        old, new = _urlsplit(old_url), _urlsplit(new_url)
        if old.hostname != new.hostname:
            return True
        if (old.scheme, new.scheme) == ('http', 'https') and old.port in (80, None) and new.port in (443, None):
            return False
        usual = {'http': 80, 'https': 443}.get(old.scheme), None
        if old.scheme == new.scheme and old.port in usual and new.port in usual:
            return False
        return (old.scheme, old.port) != (new.scheme, new.port)

    def resolve_redirects(self, resp, req, stream=False, timeout=None, verify=True, cert=None, proxies=None,
                          yield_requests=False, **adapter_kwargs):
        """The answers that follow an answer, or the requests for them."""
        history = []
        while target := self.get_redirect_target(resp):
            history.append(resp)
            resp.history = history[1:]
            try:
                resp.content
            except RuntimeError:
                resp.raw.read(decode_content=False)
            if len(resp.history) >= self.max_redirects:
                raise TooManyRedirects(f'Exceeded {self.max_redirects} redirects.', response=resp)
            resp.close()
            prepared = self._onward(resp, req, target)
            proxies = self.rebuild_proxies(prepared, proxies)
            self.rebuild_auth(prepared, resp)
            req = prepared
            if yield_requests:
                yield req
                continue
            resp = self.send(req, stream=stream, timeout=timeout, verify=verify, cert=cert, proxies=proxies,
                             allow_redirects=False, **adapter_kwargs)
            extract_cookies_to_jar(self.cookies, prepared, resp.raw)
            yield resp

    def _onward(self, response, before, target):
        prepared = before.copy()
        location, old = _urlsplit(target), _urlsplit(before.url)
        if location.netloc and not location.scheme:
            location = location._replace(scheme=_urlsplit(response.url).scheme)
        location = location._replace(fragment=location.fragment or old.fragment)
        prepared.url = _urljoin(response.url, _requoted(location.geturl()))
        self.rebuild_method(prepared, response)
        if response.status_code not in (307, 308):
            prepared.body = prepared._data = prepared._json = prepared._pieces = None
            for name in ('Content-Length', 'Content-Type', 'Transfer-Encoding'):
                prepared.headers.pop(name, None)
        prepared.headers.pop('Cookie', None)
        extract_cookies_to_jar(prepared._cookies, before, response.raw)
        merge_cookies(prepared._cookies, self.cookies)
        prepared.prepare_cookies(prepared._cookies)
        return prepared

    def rebuild_auth(self, prepared_request, response):
        if 'Authorization' in prepared_request.headers and self.should_strip_auth(response.request.url, prepared_request.url):
            del prepared_request.headers['Authorization']
        known = _from_netrc(prepared_request.url) if self.trust_env else None
        if known is not None:
            prepared_request.prepare_auth(known)

    def rebuild_proxies(self, prepared_request, proxies):
        headers = prepared_request.headers
        headers.pop('Proxy-Authorization', None)
        if not proxies and not (self.trust_env and _has_proxies()):
            return {} if proxies is None else proxies.copy()
        from requests.utils import get_auth_from_url, resolve_proxies
        proxies, scheme = resolve_proxies(prepared_request, proxies, self.trust_env), _urlsplit(prepared_request.url).scheme
        name, password = get_auth_from_url(proxies[scheme]) if scheme in proxies else ('', '')
        if name and password and scheme != 'https':
            import _network
            headers['Proxy-Authorization'] = _network.basic_auth(name, password)
        return proxies

    def rebuild_method(self, prepared_request, response):
        status, method = response.status_code, prepared_request.method
        if status in (302, 303) and method != 'HEAD' or status == 301 and method == 'POST':
            prepared_request.method = 'GET'


class Session(SessionRedirectMixin):
    """Requests that have something in common."""
    __attrs__ = ['headers', 'cookies', 'auth', 'proxies', 'hooks', 'params', 'verify', 'cert', 'adapters', 'stream',
                 'trust_env', 'max_redirects']

    def __init__(self):
        self.headers, self.auth, self.proxies, self.hooks = default_headers(), None, {}, {'response': []}
        self.params, self.stream, self.verify, self.cert, self.max_redirects = {}, False, True, None, 30
        self.trust_env, self.cookies, self.adapters = True, RequestsCookieJar(), _OrderedDict()
        self.mount('https://', HTTPAdapter())
        self.mount('http://', HTTPAdapter())

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def prepare_request(self, request):
        cookies = request.cookies or {}
        if not hasattr(cookies, 'set_cookie'):
            cookies = cookiejar_from_dict(cookies)
        cookies = merge_cookies(merge_cookies(RequestsCookieJar(), self.cookies), cookies)
        auth = request.auth
        if self.trust_env and not auth and not self.auth:
            auth = _from_netrc(request.url)
        prepared = PreparedRequest()
        prepared.prepare(request.method, request.url, merge_setting(request.headers, self.headers, CaseInsensitiveDict),
                         request.files, request.data, merge_setting(request.params, self.params),
                         merge_setting(auth, self.auth), cookies, merge_hooks(request.hooks, self.hooks), request.json)
        given = CaseInsensitiveDict(request.headers or {})
        prepared._said.update({name.lower(): value for name, value in default_headers().items() if name not in given})
        return prepared

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None,
                timeout=None, allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None,
                json=None):
        prepared = self.prepare_request(Request(method.upper(), url, headers, files, data or {}, params or {}, auth, cookies,
                                                hooks, json))
        settings = self.merge_environment_settings(prepared.url, proxies or {}, stream, verify, cert)
        return self.send(prepared, timeout=timeout, allow_redirects=allow_redirects, **settings)

    def merge_environment_settings(self, url, proxies, stream, verify, cert):
        """How a request is sent, as it, its session and the environment have it."""
        if self.trust_env:
            if _has_proxies():
                from requests.utils import get_environ_proxies
                known = get_environ_proxies(url, no_proxy=None if proxies is None else proxies.get('no_proxy'))
                for scheme, proxy in known.items():
                    proxies.setdefault(scheme, proxy)
            if verify is True or verify is None:
                verify = _environ.get('REQUESTS_CA_BUNDLE') or _environ.get('CURL_CA_BUNDLE') or verify
        return {'proxies': merge_setting(proxies, self.proxies), 'stream': merge_setting(stream, self.stream),
                'verify': merge_setting(verify, self.verify), 'cert': merge_setting(cert, self.cert)}

    def send(self, request, **kwargs):
        kwargs.setdefault('stream', self.stream)
        kwargs.setdefault('verify', self.verify)
        kwargs.setdefault('cert', self.cert)
        if 'proxies' not in kwargs:
            kwargs['proxies'] = self.proxies
            if self.proxies or self.trust_env and _has_proxies():
                from requests.utils import resolve_proxies
                kwargs['proxies'] = resolve_proxies(request, self.proxies, self.trust_env)
        if isinstance(request, Request):
            raise ValueError('You can only send PreparedRequests.')
        allow_redirects = kwargs.pop('allow_redirects', True)
        stream, hooks = kwargs.get('stream'), request.hooks
        adapter, started = self.get_adapter(url=request.url), _time.monotonic()
        response = adapter.send(request, **kwargs)
        from datetime import timedelta
        response.elapsed = timedelta(seconds=_time.monotonic() - started)
        for hook in _listed(hooks.get('response')):
            changed = hook(response, **kwargs)
            response = response if changed is None else changed
        for earlier in response.history:
            extract_cookies_to_jar(self.cookies, earlier.request, earlier.raw)
        extract_cookies_to_jar(self.cookies, request, response.raw)
        if allow_redirects:
            answers = list(self.resolve_redirects(response, request, **kwargs))
            if answers:
                *history, last = response, *answers
                response, last.history = last, history
        else:
            response._next = next(self.resolve_redirects(response, request, yield_requests=True, **kwargs), None)
        if not stream:
            response.content
        return response

    def get(self, url, params=None, **kwargs):
        kwargs.setdefault('allow_redirects', True)
        return self.request('GET', url, params=params, **kwargs)

    def options(self, url, **kwargs):
        kwargs.setdefault('allow_redirects', True)
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault('allow_redirects', False)
        return self.request('HEAD', url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request('POST', url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request('PUT', url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request('PATCH', url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    def get_adapter(self, url):
        lower = url.lower()
        found = next((prefix for prefix in self.adapters if lower.startswith(prefix.lower())), None)
        if found is None:
            raise InvalidSchema(f'No connection adapters were found for {url!r}')
        return self.adapters[found]

    def mount(self, prefix, adapter):
        self.adapters[prefix] = adapter
        for shorter in [other for other in self.adapters if len(other) < len(prefix)]:
            self.adapters[shorter] = self.adapters.pop(shorter)

    def close(self):
        for adapter in self.adapters.values():
            adapter.close()


def _listed(hooks):
    return [hooks] if callable(hooks) else list(hooks or ())


def session():
    return Session()
