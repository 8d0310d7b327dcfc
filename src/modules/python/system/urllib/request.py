"""Requests by the library's own means, on the simulated network: they block their thread."""
import bisect as _bisect
import io as _io
import re as _re
from sys import modules as _modules
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, urljoin, urlparse, urlsplit as _urlsplit, urlunparse

import _network

__all__ = ['Request', 'OpenerDirector', 'BaseHandler', 'AbstractHTTPHandler', 'DataHandler', 'FTPHandler', 'FileHandler',
           'HTTPBasicAuthHandler', 'HTTPCookieProcessor', 'HTTPDefaultErrorHandler', 'HTTPHandler', 'UnknownHandler',
           'HTTPErrorProcessor', 'HTTPPasswordMgr', 'HTTPPasswordMgrWithDefaultRealm', 'HTTPPasswordMgrWithPriorAuth',
           'AbstractBasicAuthHandler', 'ProxyBasicAuthHandler', 'AbstractDigestAuthHandler', 'HTTPSHandler', 'getproxies',
           'HTTPRedirectHandler', 'ProxyHandler', 'HTTPDigestAuthHandler', 'ProxyDigestAuthHandler', 'urlopen', 'install_opener', 'build_opener', 'pathname2url',
           'url2pathname', 'urlretrieve', 'urlcleanup']
_unset, _AGENT = object(), 'Python-urllib/3.13'


class Request:
    """A request to be sent."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url  #: 292
        self.headers, self.unredirected_hdrs, self.unverifiable = {}, {}, unverifiable
        self._data, self.timeout, self._tunnel_host = data, None, None
        for name, value in headers.items():
            self.add_header(name, value)
        self.origin_req_host = _host_of(self) if origin_req_host is None else origin_req_host
        if method:
            self.method = method

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        if data != self._data:
            self._data = data
            # It told how long the other data was.
            self.headers.pop('Content-length', None)
            self.unredirected_hdrs.pop('Content-length', None)

    @data.deleter
    def data(self):
        self.data = None

    @property
    def full_url(self):
        return f'{self._full_url}#{self.fragment}' if self.fragment else self._full_url

    @full_url.deleter
    def full_url(self):
        self._full_url, self.fragment, self.selector = None, None, ''

    @full_url.setter
    def full_url(self, url):
        url = str(url).strip()
        if url[:1] == '<' and url[-1:] == '>':
            url = url[1:-1].strip()
        if url[:4] == 'URL:':
            url = url[4:].strip()
        self._full_url, mark, fragment = url.partition('#')
        self.fragment = fragment if mark else None
        self._parse()  #: 318

    def _parse(self):
        kind, colon, rest = self._full_url.partition(':')
        if not colon or '/' in kind:
            raise ValueError(f'unknown url type: {self.full_url!r}')  #: 347 raise ValueError("unknown url type: %r" % self.full_url)
        self.type = kind.lower()
        self.host, self.selector = None, rest
        if rest[:2] == '//':
            place = _re.match('//([^/?]*)(.*)', rest, _re.S)
            self.host, self.selector = unquote(place[1]), place[2]
            if self.selector and self.selector[0] != '/':
                self.selector = '/' + self.selector

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
        return self.selector == self.full_url

    def set_proxy(self, host, type):
        """Sends the request to a proxy; what is encrypted goes through a tunnel."""
        if self.type == 'https' and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type, self.selector = type, self.full_url
        self.host = host


def _host_of(request):
    """The host without its port, as cookies are kept for it."""
    host = _urlsplit(request.full_url).netloc or request.get_header('Host', '')
    return _re.sub(r':\d+$', '', host).lower()


class _Bare:
    """Where a message stands until email.message is there."""


class HTTPMessage(_modules['email.message'].Message if 'email.message' in _modules else _Bare):
    """An answer's headers: names without regard to case."""
    __module__ = 'http.client'
    _unixfrom = _charset = preamble = epilogue = None
    _payload, _default_type = '', 'text/plain'

    def __init__(self, headers=()):
        self._headers = list(headers)

    def __getattr__(self, name):
        """What fewer programs ask of headers, as email.message has it."""
        if name.startswith('__'):
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
        if name == 'policy':
            from email.policy import compat32
            return compat32
        if name == 'defects':
            self.defects = []
            return self.defects
        from email.message import Message
        if not hasattr(Message, name):
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
        return getattr(Message, name).__get__(self)

    def __setitem__(self, name, value):
        self._headers.append((name, value))

    def __delitem__(self, name):
        self._headers = [pair for pair in self._headers if pair[0].lower() != name.lower()]

    def getallmatchingheaders(self, name):
        """The lines of a header; those that follow it belong to it where they begin with a space."""
        found, takes = [], False
        for line in self.keys():
            takes = line[:len(name) + 1].lower() == name.lower() + ':' or takes and line[:1].isspace()
            if takes:
                found.append(line)
        return found

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
        kind = self.get('Content-Type', 'text/plain').partition(';')[0].strip().lower()
        return kind if kind.count('/') == 1 else 'text/plain'

    def get_content_maintype(self):
        return self.get_content_type().partition('/')[0]

    def get_content_subtype(self):
        return self.get_content_type().partition('/')[2]

    def get_content_charset(self, failobj=None):
        charset = self.get_param('charset')
        return failobj if charset is None or not charset.isascii() else charset.lower()

    def get_content_disposition(self):
        value = self.get('content-disposition')
        return None if value is None else value.partition(';')[0].strip().lower()

    def get_filename(self, failobj=None):
        name = self.get_param('filename', self.get_param('name'), 'content-disposition')
        return failobj if name is None else name.strip()

    def get_params(self, failobj=None, header='content-type', unquote=True):
        """What a header says, and its parameters."""
        value = self.get(header)
        if value is None:
            return failobj
        parts, quoted = [''], False
        for c in value:
            quoted ^= c == '"'
            if c == ';' and not quoted:
                parts.append('')
            else:
                parts[-1] += c
        found = [(parts[0].strip(), '')]
        for part in parts[1:]:
            name, _, value = (word.strip() for word in part.partition('='))
            if len(value) > 1 and value[0] == value[-1] == '"':
                value = value[1:-1].replace('\\\\', '\\').replace('\\"', '"')
            found.append((name.lower(), value if unquote else f'"{value}"'))
        return found

    def get_param(self, param, failobj=None, header='content-type', unquote=True):
        for name, value in self.get_params([], header, unquote):
            if name.lower() == param.lower():
                return value
        return failobj

    def as_string(self):
        return ''.join(f'{key}: {value}\n' for key, value in self._headers) + '\n'

    __str__ = as_string


for _name, _method in list(vars(HTTPMessage).items()):
    # Those that are email.message's own in CPython.
    if isinstance(_method, type(_host_of)) and _name not in ('__getattr__', 'getallmatchingheaders'):
        _method.__qualname__ = f'Message.{_method.__name__}'
del _name, _method


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

    def __lt__(self, other):
        return self.handler_order < other.handler_order if hasattr(other, 'handler_order') else True


class UnknownHandler(BaseHandler):
    def unknown_open(self, req):
        raise URLError('unknown url type: %s' % req.type)  #: 1395 raise URLError('unknown url type: %s' % type)


class HTTPDefaultErrorHandler(BaseHandler):
    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(req.full_url, code, msg, hdrs, fp)  #: 613


class AbstractHTTPHandler(BaseHandler):
    """Sends requests and reads answers."""
    _connection_name = 'HTTPConnection'

    def __init__(self, debuglevel=None):
        import sys
        client = sys.modules.get('http.client')
        usual = getattr(client, self._connection_name).debuglevel if client else 0
        self._debuglevel = usual if debuglevel is None else debuglevel

    def set_http_debuglevel(self, level):
        self._debuglevel = level

    def do_request_(self, request):
        if not request.host:
            raise URLError('no host given')  #: 1243
        data = request.data
        if data is not None:
            if isinstance(data, str):
                raise TypeError('POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type '  #: 1250 raise TypeError(msg)
                                'str.')
            if not request.has_header('Content-type'):
                request.add_unredirected_header('Content-type', 'application/x-www-form-urlencoded')
            if not request.has_header('Content-length') and not request.has_header('Transfer-encoding'):
                try:
                    length = 'Content-length', str(memoryview(data).nbytes)
                except TypeError:
                    length = 'Transfer-encoding', 'chunked'
                request.add_unredirected_header(*length)
        host = _urlsplit(request.selector).netloc if request.has_proxy() else request.host
        for name, value in ('Host', host), *self.parent.addheaders:
            if not request.has_header(name.capitalize()):
                request.add_unredirected_header(name, value)
        return request

    def do_open(self, http_class, request, **http_conn_args):
        if not request.host:
            raise URLError('no host given')  #: 1285
        place, is_usual = f'//{request.host}', getattr(http_class, '__module__', None) == 'http.client'
        if is_usual and not _network.is_own(place) and not _network.is_unknown(place):
            # Through a proxy comes what the host behind it answers.
            own = [(name.capitalize(), value) for name, value in self.parent.addheaders if name != 'User-agent']
            hidden = 'Host', 'User-agent', 'Content-type', 'Content-length', 'Transfer-encoding', 'Proxy-authorization'
            kept = {name: value for name, value in request.unredirected_hdrs.items() if name not in hidden}
            return _simulated(request, {**dict(own), **kept, **request.headers})
        if is_usual and request.type == 'https' and _network.is_own(place):
            _network.not_supported('https to a server of the program itself', 'http')
        h = http_class(request.host, **({} if request.timeout is _unset else {'timeout': request.timeout}), **http_conn_args)
        h.set_debuglevel(self._debuglevel)
        sent = {name.title(): value for name, value in [*request.header_items(), ('Connection', 'close')]}
        if request._tunnel_host:
            words = sent.pop('Proxy-Authorization', None)
            h.set_tunnel(request._tunnel_host, headers={} if words is None else {'Proxy-Authorization': words})
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


class HTTPHandler(AbstractHTTPHandler):
    def http_open(self, req):
        from http.client import HTTPConnection
        return self.do_open(HTTPConnection, req)  #: 1348 return «self.do_open(http.client.HTTPConnection, req)»

    http_request = AbstractHTTPHandler.do_request_


class HTTPSHandler(AbstractHTTPHandler):
    _connection_name = 'HTTPSConnection'

    def __init__(self, debuglevel=None, context=None, check_hostname=None):
        super().__init__(debuglevel)

    def https_open(self, req):
        from http.client import HTTPSConnection
        return self.do_open(HTTPSConnection, req)  #: 1367 return «self.do_open(http.client.HTTPSConnection, req,⏎                    context=self._context)»

    https_request = AbstractHTTPHandler.do_request_


class FTPHandler(BaseHandler):
    def ftp_open(self, req):
        _network.not_supported('urllib.request.urlopen of an ftp: URL')


class FileHandler(BaseHandler):
    """`file:` URLs."""
    names = None

    def get_names(self):
        if FileHandler.names is None:
            from socket import gethostbyname_ex
            FileHandler.names = *gethostbyname_ex('localhost')[2], *thishost()
        return FileHandler.names

    def file_open(self, req):
        url = req.selector
        if url[:2] == '//' and url[2:3] != '/' and req.host and req.host != 'localhost':
            if req.host not in self.get_names():
                raise URLError('file:// scheme is supported only on localhost')  #: 1457 raise URLError("file:// scheme is supported only on localhost")
            return None
        return self.open_local_file(req)  #: 1459 return «self.open_local_file(req)»

    def open_local_file(self, req):
        import mimetypes
        import os
        from http.server import BaseHTTPRequestHandler
        from socket import gethostbyname
        from urllib.response import addinfourl
        host, filename = req.host, req.selector
        path = url2pathname(filename)
        try:
            found = os.stat(path)  #: 1481 stats = «os.stat(localfile)»
            kind = mimetypes.guess_type(filename)[0] or 'text/plain'
            headers = [('Content-type', kind), ('Content-length', str(found.st_size)),
                       ('Last-modified', BaseHTTPRequestHandler.date_time_string(None, found.st_mtime))]
            if host:
                host, _, port = host.partition(':')
            if not host or not port and gethostbyname(host) in self.get_names():
                return addinfourl(open(path, 'rb'), HTTPMessage(headers), f"file://{host or ''}{filename}")
        except OSError as exp:
            raise URLError(exp)  #: 1498
        raise URLError('file not on local host')  #: 1499


class DataHandler(BaseHandler):
    """`data:` URLs."""

    def data_open(self, req):
        import base64
        from urllib.parse import unquote_to_bytes
        from urllib.response import addinfourl
        url = req.full_url
        scheme, data = url.split(':', 1)
        mediatype, data = data.split(',', 1)  #: 1631 «mediatype, data» = data.split(",",1)
        data = unquote_to_bytes(data)
        if mediatype.endswith(';base64'):
            data, mediatype = base64.decodebytes(data), mediatype[:-7]
        headers = [('Content-type', mediatype or 'text/plain;charset=US-ASCII'), ('Content-length', str(len(data)))]
        return addinfourl(_io.BytesIO(data), HTTPMessage(headers), url)


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
        newurl = headers['location'] if 'location' in headers else headers['uri']
        if _urlsplit(newurl).scheme not in ('http', 'https', 'ftp', ''):
            raise HTTPError(newurl, code, f"{msg} - Redirection to url '{newurl}' is not allowed", headers, fp)
        parts = urlparse(newurl)
        if not parts.path and parts.netloc:
            parts = parts._replace(path='/')
        # A server may write characters that stand in no URL.
        newurl = urljoin(req.full_url, quote(urlunparse(parts), '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~', 'iso-8859-1'))
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
        if not 200 <= response.code < 300:
            response = self.parent.error('http', request, response, response.code, response.msg, response.info())  #: 604 response = «self.parent.error(⏎    'http', request, response, code, msg, hdrs)»
        return response

    https_response = http_response


class ProxyHandler(BaseHandler):
    """Sends requests to the proxies of their schemes; without a dict, to those that the environment names."""
    handler_order = 100

    def __init__(self, proxies=None):
        if proxies is None:
            proxies = getproxies()
        assert hasattr(proxies, 'keys'), 'proxies must be a mapping'
        self.proxies = proxies
        for scheme, url in proxies.items():
            scheme = scheme.lower()
            setattr(self, f'{scheme}_open', lambda r, proxy=url, type=scheme, meth=self.proxy_open: meth(r, proxy, type))

    def proxy_open(self, req, proxy, type):
        asked = req.type
        scheme, user, password, place = _parse_proxy(proxy)
        if req.host and proxy_bypass(req.host):
            return None
        if user and password:
            from base64 import b64encode
            words = b64encode(f'{unquote(user)}:{unquote(password)}'.encode()).decode('ascii')
            req.add_header('Proxy-authorization', f'Basic {words}')
        req.set_proxy(unquote(place), scheme or asked)
        return None if asked in (scheme or asked, 'https') else self.parent.open(req, timeout=req.timeout)


def _parse_proxy(proxy):
    """The scheme, the user, the password and the place of a proxy, which is a URL or a place alone."""
    scheme, colon, place = proxy.partition(':')
    if not colon or not place.startswith('/'):
        scheme, place = None, proxy
    elif not place.startswith('//'):
        raise ValueError(f'proxy URL with no authority: {proxy!r}')
    else:
        scheme = scheme.lower()
        user, at, rest = place[2:].partition('@')
        place = f'{user}@{rest.partition("/")[0]}' if at else place[2:].partition('/')[0]
    user, at, place = place.rpartition('@')
    user, colon, password = user.partition(':')
    return scheme, user if at else None, password if colon else None, place


class OpenerDirector:
    """Sends requests, with headers of its own."""

    def __init__(self):
        self.addheaders, self.handlers = [('User-agent', _AGENT)], []
        # The handlers' methods: by what they do, then by scheme or status.
        self.handle_open, self.handle_error, self.process_response, self.process_request = {}, {}, {}, {}

    def add_handler(self, handler):
        if not hasattr(handler, 'add_parent'):
            raise TypeError(f'expected BaseHandler instance, got {type(handler)!r}')
        tables = {'open': self.handle_open, 'request': self.process_request, 'response': self.process_response}
        added = False
        for name in dir(handler):
            kind, mark, what = name.partition('_')
            if not mark or name in ('redirect_request', 'do_open', 'proxy_open'):
                continue
            if what.startswith('error'):
                code = what.partition('_')[2]
                of_kind = self.handle_error.setdefault(kind, {})
                _bisect.insort(of_kind.setdefault(int(code) if code.isdigit() else code, []), handler)
            elif what in tables:
                _bisect.insort(tables[what].setdefault(kind, []), handler)
            else:
                continue
            added = True
        if added:
            _bisect.insort(self.handlers, handler)
            handler.add_parent(self)  #: 453

    def close(self):
        pass

    def open(self, fullurl, data=None, timeout=_unset):
        if isinstance(fullurl, str):
            req = Request(fullurl, data)  #: 473
        else:
            req = fullurl
            if data is not None:
                req.data = data
        req.timeout = timeout
        protocol = req.type
        for processor in self.process_request.get(protocol, ()):
            meth = getattr(processor, protocol + '_request')
            req = meth(req)  #: 486
        response = self._open(req, data)  #: 489
        for processor in self.process_response.get(protocol, ()):
            meth = getattr(processor, protocol + '_response')
            response = meth(req, response)  #: 495
        return response

    def _open(self, req, data=None):
        if result := self._call_chain(self.handle_open, 'default', 'default_open', req):  #: 500 result = «self._call_chain(self.handle_open, 'default',⏎                          'default_open', req)»
            return result
        protocol = req.type
        if result := self._call_chain(self.handle_open, protocol, protocol + '_open', req):  #: 506 result = «self._call_chain(self.handle_open, protocol, protocol +⏎                          '_open', req)»
            return result
        return self._call_chain(self.handle_open, 'unknown', 'unknown_open', req)  #: 511 return «self._call_chain(self.handle_open, 'unknown',⏎                        'unknown_open', req)»

    def _call_chain(self, chain, kind, meth_name, *args):
        for handler in chain.get(kind, ()):
            func = getattr(handler, meth_name)
            result = func(*args)  #: 466
            if result is not None:
                return result

    def error(self, proto, *args):
        if proto not in ('http', 'https'):
            return self._call_chain(self.handle_error, proto, proto + '_error', *args)
        of_http = self.handle_error['http']
        if result := self._call_chain(of_http, args[2], f'http_error_{args[2]}', *args):  #: 527 result = «self._call_chain(*args)»
            return result
        return self._call_chain(of_http, 'default', 'http_error_default', *args)  #: 533 return «self._call_chain(*args)»


def _simulated(request, headers):
    """What an outside host answers, which is there as a whole."""
    try:
        timeout = None if request.timeout is _unset else request.timeout
        answer = _network.fetch(request.get_method(), request._full_url, timeout, data=_form(request), own=None,
                                json=_sent_json(request), given=headers.items(),
                                headers=[('User-Agent', _AGENT)])
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
    """An opener with the usual handlers, but those in whose place others are given."""
    opener = OpenerDirector()
    given = [handler if isinstance(handler, type) else type(handler) for handler in handlers]
    for usual in (ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FTPHandler,
                  FileHandler, HTTPErrorProcessor, DataHandler, HTTPSHandler):
        if not any(issubclass(kind, usual) for kind in given):
            opener.add_handler(usual())
    for handler in handlers:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


def install_opener(opener):
    global _opener
    _opener = opener


def urlopen(url, data=None, timeout=_unset, *, context=None):
    """Sends a request and waits for its answer."""
    global _opener
    opener = _opener
    if opener is None:
        opener = _opener = build_opener()
    return opener.open(url, data, timeout)  #: 189


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Saves what is answered in a file."""
    kind, _, rest = url.partition(':')
    with urlopen(url, data) as response:  #: 214 with contextlib.closing(«urlopen(url, data)») as fp:
        headers = response.info()
        if kind == 'file' and not filename:
            import os
            return os.path.normpath(rest), headers
        if filename is None:
            import tempfile
            filename = tempfile.mkstemp()[1]
            _fetched.append(filename)
        size, block, read, number = int(headers['Content-Length'] or -1), 8192, 0, 0
        with open(filename, 'wb') as file:
            if reporthook:
                reporthook(number, block, size)  #: 240 reporthook(blocknum, bs, size)
            while part := response.read(block):
                read += len(part)
                file.write(part)
                number += 1
                if reporthook:
                    reporthook(number, block, size)  #: 247 reporthook(blocknum, bs, size)
    if 0 <= read < size:
        raise ContentTooShortError(  #: 250
            'retrieval incomplete: got only %i out of %i bytes' % (read, size), (filename, headers))  #: 251 "retrieval incomplete: got only %i out of %i bytes"
    return filename, headers


# Files that `urlretrieve` has made up the names of.
_fetched = []


def urlcleanup():
    import os
    global _opener
    while _fetched:
        try:
            os.unlink(_fetched.pop())
        except OSError:
            pass
    _opener = None


def pathname2url(pathname):
    return quote(pathname)


def url2pathname(url):
    return unquote(url)


def getproxies_environment():
    """The proxies that the environment names; names in lower case go before others, and an empty value takes one out."""
    import os
    named = [(name, name[:-6].lower(), value) for name, value in os.environ.items() if name[-6:].lower() == '_proxy']
    proxies = {scheme: value for _, scheme, value in named if value}
    if 'REQUEST_METHOD' in os.environ:
        # HTTP_PROXY may be a header of a request that a CGI program answers.
        proxies.pop('http', None)
    for name, scheme, value in named:
        if name.endswith('_proxy'):
            if value:
                proxies[scheme] = value
            else:
                proxies.pop(scheme, None)
    return proxies


def proxy_bypass_environment(host, proxies=None):
    """Whether `no_proxy` says that a host is asked without one."""
    listed = (getproxies_environment() if proxies is None else proxies).get('no')
    if listed is None:
        return False
    host = host.lower()
    alone = _re.sub(r':\d*$', '', host)
    names = [name.strip().lstrip('.').lower() for name in listed.split(',')]
    return listed == '*' or any(name and (asked == name or asked.endswith('.' + name))
                                for name in names for asked in (host, alone))


getproxies, proxy_bypass = getproxies_environment, proxy_bypass_environment


def localhost():
    from socket import gethostbyname
    return gethostbyname('localhost')


def thishost():
    from socket import gethostbyname_ex, gethostname
    return tuple(gethostbyname_ex(gethostname())[2])


def __getattr__(name):
    if name in ('addbase', 'addclosehook', 'addinfo', 'addinfourl'):
        import urllib.response
        return getattr(urllib.response, name)
    if name in ('AbstractDigestAuthHandler', 'HTTPDigestAuthHandler', 'ProxyDigestAuthHandler'):
        import _digest_auth
        return getattr(_digest_auth, name)
    if name in ('HTTPPasswordMgr', 'HTTPPasswordMgrWithDefaultRealm', 'HTTPPasswordMgrWithPriorAuth',
                'AbstractBasicAuthHandler', 'HTTPBasicAuthHandler', 'ProxyBasicAuthHandler'):
        import _basic_auth
        return getattr(_basic_auth, name)
    raise AttributeError(f"module 'urllib.request' has no attribute {name!r}")


def parse_http_list(s):
    """The elements of a header that lists them: commas within quotes divide nothing."""
    parts, part, quoted, escaped = [], '', False, False
    for char in s:
        if quoted and char == '\\' and not escaped:
            escaped = True
            continue
        if char == ',' and not quoted:
            parts.append(part)
            part = ''
            continue
        if char == '"' and not escaped:
            quoted = not quoted
        part, escaped = part + char, False
    return [part.strip() for part in [*parts, *filter(None, [part])]]


def parse_keqv_list(l):
    """A dict of `key=value` elements, the values without their quotes."""
    pairs = (element.split('=', 1) for element in l)
    return {key: value[1:-1] if value[:1] == value[-1:] == '"' else value for key, value in pairs}
