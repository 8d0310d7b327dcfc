"""Requests by the library's own means, on the simulated network: they block their thread."""
import io as _io
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urljoin, urlparse, urlsplit as _urlsplit, urlunparse

import _network

__all__ = ['Request', 'OpenerDirector', 'BaseHandler', 'HTTPBasicAuthHandler', 'HTTPCookieProcessor', 'HTTPHandler',
           'HTTPErrorProcessor', 'HTTPPasswordMgr', 'HTTPPasswordMgrWithDefaultRealm', 'HTTPSHandler',
           'HTTPRedirectHandler', 'ProxyHandler', 'urlopen', 'install_opener', 'build_opener', 'pathname2url',
           'url2pathname', 'urlretrieve', 'urlcleanup']
_unset = object()


class Request:
    """A request to be sent."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url  #: 292
        self.headers, self.unredirected_hdrs, self.unverifiable = {}, {}, unverifiable
        self.data, self.timeout = data, None
        for name, value in headers.items():
            self.add_header(name, value)
        self.origin_req_host = self.host if origin_req_host is None else origin_req_host
        if method:
            self.method = method

    @property
    def full_url(self):
        return f'{self._full_url}#{self.fragment}' if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        url = url.strip()
        if url[:1] == '<' and url[-1:] == '>':
            url = url[1:-1].strip()
        self._full_url, mark, fragment = url.partition('#')
        self.fragment = fragment if mark else None
        self._parse()  #: 318

    def _parse(self):
        kind, colon, rest = self._full_url.partition(':')
        if not colon or '/' in kind:
            raise ValueError(f'unknown url type: {self.full_url!r}')  #: 347 raise ValueError("unknown url type: %r" % self.full_url)
        self.type = kind.lower()
        parts = _urlsplit(self._full_url)
        self.host = parts.netloc
        self.selector = parts._replace(scheme='', netloc='').geturl() or '/'

    def get_method(self):
        return getattr(self, 'method', None) or ('GET' if self.data is None else 'POST')

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())

    def has_proxy(self):
        return False


class HTTPMessage:
    """An answer's headers: names without regard to case."""
    __module__ = 'http.client'

    def __init__(self, headers):
        self._headers = list(headers)

    def get(self, name, failobj=None):
        return next((value for key, value in self._headers if key.lower() == name.lower()), failobj)

    def get_all(self, name, failobj=None):
        return [value for key, value in self._headers if key.lower() == name.lower()] or failobj

    def __getitem__(self, name):
        return self.get(name)

    def __contains__(self, name):
        return self.get(name) is not None

    def __iter__(self):
        return iter(self.keys())

    def __len__(self):
        return len(self._headers)

    def keys(self):
        return [key for key, _ in self._headers]

    def values(self):
        return [value for _, value in self._headers]

    def items(self):
        return list(self._headers)

    def get_content_type(self):
        return self.get('Content-Type', 'text/plain').partition(';')[0].strip().lower()

    def get_content_maintype(self):
        return self.get_content_type().partition('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().partition('/')[2]

    def get_content_charset(self, failobj=None):
        return self.get('Content-Type', '').partition('charset=')[2].lower() or failobj

    def get_param(self, param, failobj=None, header='content-type'):
        return self.get(header, '').partition(param + '=')[2] or failobj

    def as_string(self):
        return ''.join(f'{key}: {value}\n' for key, value in self._headers) + '\n'

    __str__ = as_string


class HTTPResponse(_io.BytesIO):
    """An answer: a file of its body."""
    __module__ = 'http.client'

    def __init__(self, request, answer):
        super().__init__(b'' if request.get_method() == 'HEAD' else answer.body)
        self.status = self.code = answer.status
        self.reason = self.msg = answer.reason
        self.headers, self.url, self.version = HTTPMessage(answer.headers), answer.url, 11

    @property
    def length(self):
        return len(self.getvalue()) - self.tell()

    def getcode(self):
        return self.status

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return self.headers.items()

    def isclosed(self):
        return self.closed

    def read(self, amt=None):
        return super().read(-1 if amt is None else amt)

    def __repr__(self):
        return object.__repr__(self)


class BaseHandler:
    """A part of an opener."""
    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        pass


class HTTPHandler(BaseHandler):
    def __init__(self, debuglevel=None):
        pass


class HTTPSHandler(BaseHandler):
    def __init__(self, debuglevel=None, context=None, check_hostname=None):
        pass


class HTTPCookieProcessor(BaseHandler):
    """Keeps the cookies of answers and gives them back."""

    def __init__(self, cookiejar=None):
        from http.cookiejar import CookieJar
        self.cookiejar = CookieJar() if cookiejar is None else cookiejar

    def http_request(self, request):
        self.cookiejar.add_cookie_header(request)
        return request

    def http_response(self, request, response):
        self.cookiejar.extract_cookies(response, request)
        return response

    https_request, https_response = http_request, http_response


class HTTPRedirectHandler(BaseHandler):
    """Where an answer sends a request on to."""
    max_repeats, max_redirections = 4, 10
    inf_msg = ('The HTTP server returned a redirect error that would lead to an infinite loop.\n'
               'The last 30x error message was:\n')

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        method = req.get_method()
        if not (code in (301, 302, 303, 307, 308) and method in ('GET', 'HEAD') or
                code in (301, 302, 303) and method == 'POST'):
            raise HTTPError(req.full_url, code, msg, headers, fp)  #: 636
        kept = {name: value for name, value in req.headers.items()
                if name.lower() not in ('content-length', 'content-type')}
        return Request(newurl.replace(' ', '%20'), headers=kept, method='HEAD' if method == 'HEAD' else 'GET',
                       origin_req_host=req.origin_req_host, unverifiable=True)

    def http_error_302(self, req, fp, code, msg, headers):
        if 'location' not in headers and 'uri' not in headers:
            return None
        newurl = urljoin(req.full_url, headers['location'] if 'location' in headers else headers['uri'])
        if _urlsplit(newurl).scheme not in ('http', 'https', 'ftp', ''):
            raise HTTPError(newurl, code, f"{msg} - Redirection to url '{newurl}' is not allowed", headers, fp)
        new = self.redirect_request(req, fp, code, msg, headers, newurl)
        if new is None:
            return None
        visited = new.redirect_dict = req.redirect_dict = getattr(req, 'redirect_dict', {})
        if visited.get(newurl, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
            raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        visited[newurl] = visited.get(newurl, 0) + 1
        return self.parent.open(new, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


class HTTPErrorProcessor(BaseHandler):
    """Gives answers that are errors to the handlers of errors."""
    handler_order = 1000

    def http_response(self, request, response):
        if not 200 <= response.status < 300:
            response = self.parent.error('http', request, response, response.status, response.reason, response.headers)
        return response

    https_response = http_response


class ProxyHandler(BaseHandler):
    def __init__(self, proxies=None):
        if proxies:
            _network.not_supported('urllib.request.ProxyHandler', 'a request without a proxy')


class HTTPPasswordMgr:
    """Names and passwords by the realm and the place that they are for."""

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        uris = [uri] if isinstance(uri, str) else uri
        of_realm = self.passwd.setdefault(realm, {})
        for default_port in True, False:
            of_realm[tuple(self.reduce_uri(each, default_port) for each in uris)] = (user, passwd)

    def find_user_password(self, realm, authuri):
        for default_port in True, False:
            wanted = self.reduce_uri(authuri, default_port)
            for uris, found in self.passwd.get(realm, {}).items():
                if any(self.is_suburi(uri, wanted) for uri in uris):
                    return found
        return None, None

    def reduce_uri(self, uri, default_port=True):
        """The host with its port, and the path."""
        parts = _urlsplit(uri)
        if not parts[1]:
            return uri, '/'
        host = parts.netloc.rpartition('@')[2]
        port = {'http': ':80', 'https': ':443'}.get(parts.scheme) if ':' not in host and default_port else None
        return host + (port or ''), parts.path or '/'

    def is_suburi(self, base, test):
        if base == test:
            return True
        path = base[1] if base[1].endswith('/') else base[1] + '/'
        return base[0] == test[0] and test[1].startswith(path)


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    """What is for the realm None is for those that no other password is for."""

    def find_user_password(self, realm, authuri):
        found = HTTPPasswordMgr.find_user_password(self, realm, authuri)
        return found if found[0] is not None else HTTPPasswordMgr.find_user_password(self, None, authuri)


class HTTPBasicAuthHandler(BaseHandler):
    """Answers a server that asks for a name and a password."""
    auth_header = 'Authorization'

    def __init__(self, password_mgr=None):
        self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
        self.add_password = self.passwd.add_password

    def http_error_401(self, req, fp, code, msg, headers):
        import re
        for asked in headers.get_all('www-authenticate') or ():
            scheme, _, rest = asked.partition(' ')
            realm = re.search(r'realm=(["\']?)([^"\']*)\1', rest, re.I)
            if scheme.lower() == 'basic' and realm is not None:
                return self.retry_http_basic_auth(req.full_url, req, realm[2])
        return None

    def retry_http_basic_auth(self, host, req, realm):
        user, password = self.passwd.find_user_password(realm, host)
        if password is None:
            return None
        import base64
        words = 'Basic ' + base64.b64encode(f'{user}:{password}'.encode()).decode('ascii')
        if req.get_header(self.auth_header) == words:
            return None
        req.add_unredirected_header(self.auth_header, words)
        return self.parent.open(req, timeout=req.timeout)


class OpenerDirector:
    """Sends requests, with headers of its own."""

    def __init__(self):
        self.addheaders, self.handlers = [('User-agent', 'Python-urllib/3.13')], []

    def add_handler(self, handler):
        if not hasattr(handler, 'add_parent'):
            raise TypeError(f'expected BaseHandler instance, got {type(handler)!r}')
        self.handlers.append(handler)
        self.handlers.sort(key=lambda handler: handler.handler_order)
        handler.add_parent(self)  #: 453

    def open(self, fullurl, data=None, timeout=_unset):
        if isinstance(fullurl, str):
            request = Request(fullurl, data)  #: 473 req = «Request(fullurl, data)»
        else:
            request = fullurl
            if data is not None:
                request.data = data
        for prepare in self._named(f'{request.type}_request'):
            request = prepare(request)
        request.timeout = timeout
        if request.type in ('http', 'https'):
            self._checked(request)  #: 486 req = «meth(req)»
        response = self._open(request)  #: 489 response = «self._open(req, data)»
        for look in self._named(f'{request.type}_response'):
            response = look(request, response)
        if not 200 <= response.status < 300 and not self._has(HTTPErrorProcessor):
            response = _Handlers.http_response(self, request, response)  #: 495 response = «meth(req, response)»
        return response

    def _named(self, name):
        """The handlers' methods of this name, in order."""
        return [getattr(handler, name) for handler in self.handlers if hasattr(handler, name)]

    def _has(self, kind):
        return any(isinstance(handler, kind) for handler in self.handlers)

    def _checked(self, request):  #: in urllib/request.py do_request_
        if isinstance(request.data, str):
            raise TypeError('POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type '  #: 1250 raise TypeError(msg)
                            'str.')

    def _open(self, request):
        for send in self._named(f'{request.type}_open'):
            if (response := send(request)) is not None:
                return response
        if request.type in ('data', 'file', 'ftp'):
            _network.not_supported(f'urllib.request.urlopen of a {request.type}: URL')
        if request.type == 'http':
            return self._call_chain(_Handlers.http_open, request)  #: 506 result = «self._call_chain(self.handle_open, protocol, protocol +⏎                          '_open', req)»
        if request.type == 'https':
            return self._call_chain(_Handlers.https_open, request)  #: 506 result = «self._call_chain(self.handle_open, protocol, protocol +⏎                          '_open', req)»
        return self._call_chain(_Handlers.unknown_open, request)  #: 511 return «self._call_chain(self.handle_open, 'unknown',⏎                        'unknown_open', req)»

    def _call_chain(self, func, *args):
        return func(self, *args)  #: 466 result = «func(*args)»

    def error(self, proto, *args):
        for handle in self._named(f'http_error_{args[2]}'):
            if found := handle(*args):
                return found
        return self._call_chain(_Handlers.http_error_default, *args)  #: 533 return «self._call_chain(*args)»


class _Handlers:
    """What an opener does with a request and its answer, under the names that tracebacks show."""

    def unknown_open(opener, request):
        raise URLError('unknown url type: %s' % request.type)  #: 1395 raise URLError('unknown url type: %s' % type)

    def http_open(opener, request):
        return _Handlers.do_open(opener, request)  #: 1348 return «self.do_open(http.client.HTTPConnection, req)»

    def https_open(opener, request):
        return _Handlers.do_open(opener, request)  #: 1367 return «self.do_open(http.client.HTTPSConnection, req,⏎                    context=self._context)»

    def http_response(opener, request, response):
        return opener.error('http', request, response, response.status, response.reason, response.headers)  #: 604 response = «self.parent.error(⏎    'http', request, response, code, msg, hdrs)»

    def http_error_default(opener, request, response, code, msg, headers):
        raise HTTPError(request.full_url, code, msg, headers, response)  #: 613 raise HTTPError(req.full_url, code, msg, hdrs, fp)

    def do_open(opener, request):
        if not request.host:
            raise URLError('no host given')
        own = [(name.capitalize(), value) for name, value in opener.addheaders if name != 'User-agent']
        headers = {**dict(own), **dict(request.header_items())}
        later = {'Host': request.host, **{name.capitalize(): value for name, value in opener.addheaders}}
        if request.data is not None:
            try:
                length = {'Content-length': str(memoryview(request.data).nbytes)}
            except TypeError:
                length = {'Transfer-encoding': 'chunked'}
            if request.has_header('Content-length') or request.has_header('Transfer-encoding'):
                length = {}
            later = {'Content-type': 'application/x-www-form-urlencoded', **length, **later}
        for name, value in later.items():
            if not request.has_header(name):
                request.add_unredirected_header(name, value)
        if not _network.is_own(request._full_url) and not _network.is_unknown(request._full_url):
            return _simulated(request, headers)
        from http.client import HTTPConnection, HTTPSConnection
        if request.type == 'https' and _network.is_own(request._full_url):
            _network.not_supported('https to a server of the program itself', 'http')
        kind = HTTPSConnection if request.type == 'https' else HTTPConnection
        h = kind(request.host, **({} if request.timeout is _unset else {'timeout': request.timeout}))
        sent = {'Accept-encoding': 'identity', **dict(request.header_items()), 'Connection': 'close'}
        sent = {name.title(): value for name, value in sent.items()}
        try:
            try:
                h.request(request.get_method(), request.selector, request.data, sent, encode_chunked=request.has_header('Transfer-encoding'))  #: 1319 «h.request(req.get_method(), req.selector, req.data, headers,⏎          encode_chunked=req.has_header('Transfer-encoding'))»
            except OSError as err:
                raise URLError(err)  #: 1322
            r = h.getresponse()  #: 1323
        except:
            h.close()
            raise
        if h.sock:
            h.sock.close()
            h.sock = None
        r.url, r.msg = request.full_url, r.reason
        return r


def _simulated(request, headers):
    """What an outside host answers, which is there as a whole."""
    try:
        timeout = None if request.timeout is _unset else request.timeout
        answer = _network.fetch(request.get_method(), request._full_url, timeout, data=_form(request), own=None,
                                json=_sent_json(request), given=headers.items())
    except _network.Late:
        raise TimeoutError('timed out' if request.type == 'http' else 'The read operation timed out') from None
    return HTTPResponse(request, answer)


def _sent_json(request):
    if request.data is not None and request.get_header('Content-type', '').startswith('application/json'):
        import json
        try:
            return json.loads(request.data)
        except ValueError:
            pass
    return None


def _form(request):
    """A form, if the request says that its data are one, else the data."""
    data = request.data
    if data is None:
        return None
    if not isinstance(data, (bytes, bytearray)):
        return data if hasattr(data, 'read') else b''.join(data)
    kind = request.get_header('Content-type', 'application/x-www-form-urlencoded')
    if kind == 'application/x-www-form-urlencoded' and b'=' in data:
        from urllib.parse import parse_qsl
        return parse_qsl(data.decode('utf-8', 'replace'), keep_blank_values=True)
    return data


_opener = None


def build_opener(*handlers):
    opener = OpenerDirector()
    for handler in handlers:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    if not opener._has(HTTPRedirectHandler):
        opener.add_handler(HTTPRedirectHandler())
    return opener


def install_opener(opener):
    global _opener
    _opener = opener


def urlopen(url, data=None, timeout=_unset, *, context=None):
    """Sends a request and waits for its answer."""
    return (_opener or build_opener()).open(url, data, timeout)  #: 189 return «opener.open(url, data, timeout)»


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Saves what is answered in a file."""
    with urlopen(url, data) as response:  #: 214 with contextlib.closing(«urlopen(url, data)») as fp:
        if filename is None:
            import tempfile
            filename = tempfile.mkstemp()[1]
        body, size = response.read(), 8192
        with open(filename, 'wb') as file:
            if reporthook:
                reporthook(0, size, len(body))
            for n, at in enumerate(range(0, len(body), size), 1):
                file.write(body[at:at + size])
                if reporthook:
                    reporthook(n, size, len(body))
    return filename, response.headers


def urlcleanup():
    pass


def pathname2url(pathname):
    return quote(pathname)


def url2pathname(url):
    return unquote(url)


def getproxies():
    return {}
