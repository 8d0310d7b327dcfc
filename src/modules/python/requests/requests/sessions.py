"""Requests that have headers, cookies and adapters in common."""
from collections import OrderedDict as _OrderedDict
from os import environ as _environ
from urllib.parse import urljoin as _urljoin, urlsplit as _urlsplit

from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar, cookiejar_from_dict
from requests.exceptions import InvalidSchema, TooManyRedirects
from requests.models import PreparedRequest, Request, Response, _requoted
from requests.structures import CaseInsensitiveDict


USER_AGENT = 'python-requests/2.32.5'


def default_headers():
    return CaseInsensitiveDict({'User-Agent': USER_AGENT, 'Accept-Encoding': 'gzip, deflate',
                                'Accept': '*/*', 'Connection': 'keep-alive'})


class Session:
    """Requests that have something in common."""

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
        own, standard = dict(self.headers), default_headers()
        given = {name: value for name, value in own.items() if standard.get(name) != value}
        given = CaseInsensitiveDict(given)
        given.update(request.headers or {})
        params = request.params
        if self.params:
            params = {**self.params, **dict(params or {})}
        given_cookies = dict((request.cookies or {}).items())
        cookies = lambda url: {**{one.name: one.value for one in self.cookies.for_url(url)}, **given_cookies}
        hooks = {'response': _listed(self.hooks.get('response')) + _listed((request.hooks or {}).get('response'))}
        prepared = PreparedRequest()
        prepared.prepare(request.method, request.url, given, request.files, request.data, params,
                         self.auth if request.auth is None else request.auth, cookies, hooks, request.json,
                         self.headers)
        prepared._given_cookies = given_cookies
        return prepared

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None,
                timeout=None, allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None,
                json=None):
        request = Request(method.upper(), url, headers, files, data, params, auth, cookies, hooks, json)
        return self.send(self.prepare_request(request), timeout=timeout, allow_redirects=allow_redirects,
                         stream=self.stream if stream is None else stream, proxies=proxies)

    def send(self, request, *, timeout=None, allow_redirects=True, stream=None, verify=None, cert=None, proxies=None,
             _redirected=False):
        if not isinstance(request, PreparedRequest):
            raise ValueError('You can only send PreparedRequests.')
        stream = self.stream if stream is None else stream
        more = {}
        if proxies or self.proxies or self.trust_env and any(name[-6:].lower() == '_proxy' for name in _environ):
            from requests.utils import resolve_proxies
            more['proxies'] = resolve_proxies(request, {**self.proxies, **(proxies or {})}, self.trust_env)
        response = self.get_adapter(request.url).send(request, timeout=timeout, stream=stream, **more)
        for cookie in response._set_cookies:
            self.cookies.take(cookie, response.url)
        for hook in _listed(request.hooks.get('response')):
            response = hook(response, timeout=timeout, stream=stream, verify=verify, cert=cert, proxies=proxies) or response
        if allow_redirects and response.is_redirect and not _redirected:
            response = self._redirected(response, timeout, stream, proxies)
        elif response.is_redirect and not _redirected:
            response._next = self._onward(response)
        if not stream:
            response.content
        return response

    def _redirected(self, response, timeout, stream, proxies):
        """Goes where it is sent, again and again."""
        history = []
        while response.is_redirect:
            history.append(response)
            response.content
            if len(history) > self.max_redirects:
                raise TooManyRedirects(f'Exceeded {self.max_redirects} redirects.', response=response)
            response = self.send(self._onward(response), timeout=timeout, stream=stream, proxies=proxies, _redirected=True)
            response.history = list(history)
        return response

    def _onward(self, response):
        """The request that an answer sends on to."""
        request = response.request.copy()
        try:
            # Headers are read as Latin-1, and a URL in one is UTF-8.
            location = response.headers['location'].encode('latin-1').decode()
        except UnicodeError:
            location = response.headers['location']
        location, before = _urlsplit(location), _urlsplit(request.url)
        if location.netloc and not location.scheme:
            location = location._replace(scheme=before.scheme)
        location = location._replace(fragment=location.fragment or before.fragment)
        request.url = _urljoin(request.url, _requoted(location.geturl()))
        status, method = response.status_code, request.method
        if status in (302, 303) and method != 'HEAD' or status == 301 and method == 'POST':
            request.method = 'GET'
        if status not in (307, 308):
            request.body = request._data = request._json = request._pieces = None
            for name in ('Content-Length', 'Content-Type', 'Transfer-Encoding'):
                request.headers.pop(name, None)
        old, new = _urlsplit(response.request.url), _urlsplit(request.url)
        if (old.hostname, old.scheme, old.port) != (new.hostname, new.scheme, new.port) and (
                old.hostname, old.scheme, new.scheme, old.port in (80, None), new.port in (443, None)) != (
                new.hostname, 'http', 'https', True, True):
            # Another host is not told who asks.
            request.headers.pop('Authorization', None)
            request._given = [pair for pair in request._given if pair[0] != 'Authorization']
        told = [pair.partition('=')[0] for pair in request.headers.pop('Cookie', '').split('; ')]
        request._given = [pair for pair in request._given if pair[0] != 'Cookie']
        cookies = {**{one.name: one.value for one in self.cookies.for_url(request.url)}, **request._given_cookies}
        if cookies:
            # What was told before comes first.
            names = sorted(cookies, key=lambda name: told.index(name) if name in told else len(told))
            request.headers['Cookie'] = '; '.join(f'{name}={cookies[name]}' for name in names)
            request._given.append(('Cookie', request.headers['Cookie']))
        return request

    def get(self, url, **kwargs):
        return self.request('GET', url, **kwargs)

    def options(self, url, **kwargs):
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
