"""Requests by the library's own means, on the simulated network: they block their thread."""
import io as _io
import time as _time
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit as _urlsplit

import _network

__all__ = ['Request', 'urlopen', 'urlretrieve', 'build_opener', 'install_opener', 'HTTPError', 'URLError']


class Request:
    """A request to be sent."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url, self.data, self.method = url, data, method
        self.headers = {name.capitalize(): value for name, value in headers.items()}
        parts = _urlsplit(url)
        self.type, self.host, self.selector = parts.scheme, parts.netloc, parts.path

    def get_method(self):
        return self.method or ('GET' if self.data is None else 'POST')

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, default)

    def has_header(self, header_name):
        return header_name in self.headers


class _Message(_network.Headers):
    """An answer's headers."""

    def get_content_charset(self, failobj=None):
        return self.get('Content-Type', '').partition('charset=')[2] or failobj

    def get_content_type(self):
        return self.get('Content-Type', '').partition(';')[0]


class _HTTPResponse(_io.BytesIO):
    """An answer: a file of its body."""

    def __init__(self, answer):
        super().__init__(answer.body)
        self.status = self.code = answer.status
        self.reason = self.msg = answer.reason.title() if answer.status != 200 else 'OK'
        self.headers, self.url = _Message(answer.headers), answer.url

    def getcode(self):
        return self.status

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return list(self.headers.items())


def urlopen(url, data=None, timeout=None, *, context=None):
    """Sends a request and waits for its answer."""
    request = url if isinstance(url, Request) else Request(url, data)
    if not request.type:
        raise ValueError(f'unknown url type: {request.full_url!r}')
    if request.type not in ('http', 'https'):
        raise URLError(f'unknown url type: {request.type}')
    answer = _network.answer(request.get_method(), request.full_url, None, request.data if data is None else data,
                             None, request.headers)
    if timeout is not None and timeout < answer.latency:
        _time.sleep(timeout)
        raise TimeoutError('The read operation timed out')
    _time.sleep(answer.latency)
    if answer.unreachable:
        raise URLError(OSError(-2, 'Name or service not known'))
    response = _HTTPResponse(answer)
    if answer.status >= 400:
        raise HTTPError(request.full_url, answer.status, response.reason, response.headers, response)
    return response


def urlretrieve(url, filename=None, reporthook=None, data=None):
    if filename is None:
        import tempfile
        filename = tempfile.mkstemp()[1]
    with urlopen(url, data) as response, open(filename, 'wb') as file:
        file.write(response.read())
    return filename, response.headers


class OpenerDirector:
    """What build_opener gives."""
    addheaders = []

    def open(self, fullurl, data=None, timeout=None):
        return urlopen(fullurl, data, timeout)


def build_opener(*handlers):
    return OpenerDirector()


def install_opener(opener):
    pass
