"""Requests by the library's own means, on the simulated network: they block their thread."""
import bisect as _bisect
import re as _re
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, urljoin, urlparse, urlunparse

from urllib._answers import HTTPMessage, HTTPResponse, Request, _AGENT, _unset
from urllib._handlers import (AbstractHTTPHandler, BaseHandler, DataHandler, FTPHandler, FileHandler,
                              HTTPCookieProcessor, HTTPDefaultErrorHandler, HTTPErrorProcessor, HTTPHandler,
                              HTTPRedirectHandler, HTTPSHandler, ProxyHandler, UnknownHandler)

__all__ = ['Request', 'OpenerDirector', 'BaseHandler', 'AbstractHTTPHandler', 'DataHandler', 'FTPHandler', 'FileHandler',
           'HTTPBasicAuthHandler', 'HTTPCookieProcessor', 'HTTPDefaultErrorHandler', 'HTTPHandler', 'UnknownHandler',
           'HTTPErrorProcessor', 'HTTPPasswordMgr', 'HTTPPasswordMgrWithDefaultRealm', 'HTTPPasswordMgrWithPriorAuth',
           'AbstractBasicAuthHandler', 'ProxyBasicAuthHandler', 'AbstractDigestAuthHandler', 'HTTPSHandler', 'getproxies',
           'HTTPRedirectHandler', 'ProxyHandler', 'HTTPDigestAuthHandler', 'ProxyDigestAuthHandler', 'urlopen', 'install_opener', 'build_opener', 'pathname2url',
           'url2pathname', 'urlretrieve', 'urlcleanup']


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
