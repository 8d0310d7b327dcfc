"""What is asked, and what comes back."""
import io as _io
import re as _re
from sys import modules as _modules
from urllib.parse import unquote, urlsplit as _urlsplit

__name__ = 'urllib.request'  # where what is here is said to be

_unset, _AGENT = object(), 'Python-urllib/3.13'


class Request:  #: in urllib/request.py
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
