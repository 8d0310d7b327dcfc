"""requests on the simulated network: a request blocks its thread."""
__path__ = []
import json as _json
import time as _time
from urllib.parse import urlsplit as _urlsplit

import _network
from requests import exceptions
from requests.exceptions import (ConnectionError, ConnectTimeout, HTTPError, JSONDecodeError, ReadTimeout,
                                 RequestException, Timeout, TooManyRedirects, URLRequired)

__version__ = '2.32.0'


class _Codes:
    """Statuses by name."""
    ok, created, accepted, no_content, moved, found, not_modified = 200, 201, 202, 204, 301, 302, 304
    bad_request, unauthorized, forbidden, not_found, too_many_requests = 400, 401, 403, 404, 429
    internal_server_error, server_error, bad_gateway, service_unavailable = 500, 500, 502, 503


codes = _Codes()


class Response:
    """An answer."""

    def __init__(self, answer):
        from datetime import timedelta
        self.status_code, self.reason, self.url = answer.status, answer.reason, answer.url
        self.content, self.headers, self.encoding = answer.body, _network.Headers(answer.headers), 'utf-8'
        self.elapsed, self.history, self.cookies = timedelta(seconds=answer.latency), [], {}

    @property
    def text(self):
        return self.content.decode('utf-8')

    @property
    def ok(self):
        return self.status_code < 400

    def json(self, **kwargs):
        try:
            return _json.loads(self.text, **kwargs)
        except _json.JSONDecodeError as e:
            raise JSONDecodeError(e.msg, e.doc, e.pos)

    def raise_for_status(self):
        kind = 'Client' if 400 <= self.status_code < 500 else 'Server' if 500 <= self.status_code < 600 else None
        if kind:
            raise HTTPError(f'{self.status_code} {kind} Error: {self.reason} for url: {self.url}', response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        size = chunk_size or 1
        return (self.content[at:at + size] for at in range(0, len(self.content), size))

    def iter_lines(self, chunk_size=512, decode_unicode=False):
        return iter(self.text.splitlines() if decode_unicode else self.content.splitlines())

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    def __repr__(self):
        return f'<Response [{self.status_code}]>'


def request(method, url, params=None, data=None, json=None, headers=None, timeout=None, **kwargs):
    """Sends a request and waits for its answer."""
    parts = _urlsplit(url)
    if not parts.scheme:
        raise exceptions.MissingSchema(f'Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?')
    answer = _network.answer(method, url, params, data, json, headers)
    port = parts.port or (443 if parts.scheme == 'https' else 80)
    pool = f"{parts.scheme.upper()}ConnectionPool(host='{parts.hostname}', port={port})"
    timeout = timeout[1] if isinstance(timeout, tuple) else timeout
    if timeout is not None and timeout < answer.latency:
        _time.sleep(timeout)
        raise ReadTimeout(f'{pool}: Read timed out. (read timeout={timeout})')
    _time.sleep(answer.latency)
    if answer.unreachable:
        raise ConnectionError(f"{pool}: Max retries exceeded with url: {parts.path or '/'} "
                              f"(Failed to resolve '{parts.hostname}')")
    return Response(answer)


def get(url, params=None, **kwargs):
    return request('GET', url, params=params, **kwargs)


def options(url, **kwargs):
    return request('OPTIONS', url, **kwargs)


def head(url, **kwargs):
    return request('HEAD', url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request('POST', url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request('PUT', url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request('PATCH', url, data=data, **kwargs)


def delete(url, **kwargs):
    return request('DELETE', url, **kwargs)


class Session:
    """Requests that have headers in common."""

    def __init__(self):
        self.headers, self.params, self.cookies, self.auth, self.verify = {}, {}, {}, None, True

    def request(self, method, url, params=None, headers=None, **kwargs):
        params = {**self.params, **params} if isinstance(params, dict) and self.params else params or self.params
        return request(method, url, params=params or None, headers={**self.headers, **(headers or {})}, **kwargs)

    def get(self, url, **kwargs):
        return self.request('GET', url, **kwargs)

    def head(self, url, **kwargs):
        return self.request('HEAD', url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request('POST', url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request('PUT', url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request('PATCH', url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)

    def mount(self, prefix, adapter):
        pass

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


def session():
    return Session()
