"""How requests of a kind are answered."""
import io as _io
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urljoin, urlparse, urlsplit as _urlsplit, urlunparse
import _network

from urllib._answers import HTTPMessage, HTTPResponse, Request, _AGENT, _unset

__name__ = 'urllib.request'  # where what is here is said to be


class BaseHandler:  #: in urllib/request.py
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
            from urllib.request import thishost
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
        from urllib.request import url2pathname
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
            from urllib.request import getproxies
            proxies = getproxies()
        assert hasattr(proxies, 'keys'), 'proxies must be a mapping'
        self.proxies = proxies
        for scheme, url in proxies.items():
            scheme = scheme.lower()
            setattr(self, f'{scheme}_open', lambda r, proxy=url, type=scheme, meth=self.proxy_open: meth(r, proxy, type))

    def proxy_open(self, req, proxy, type):
        asked = req.type
        scheme, user, password, place = _parse_proxy(proxy)
        from urllib.request import proxy_bypass
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
