"""Calls of procedures over HTTP, and values as XML."""
import base64
import errno
import http.client
import time
from datetime import datetime
from urllib.parse import urlsplit

__version__ = '3.13'
MAXINT, MININT = 2 ** 31 - 1, -2 ** 31
PARSE_ERROR, SERVER_ERROR, APPLICATION_ERROR, SYSTEM_ERROR, TRANSPORT_ERROR = -32700, -32600, -32500, -32400, -32300
NOT_WELLFORMED_ERROR, UNSUPPORTED_ENCODING, INVALID_ENCODING_CHAR = -32700, -32701, -32702
INVALID_XMLRPC, METHOD_NOT_FOUND, INVALID_METHOD_PARAMS, INTERNAL_ERROR = -32600, -32601, -32602, -32603
boolean = Boolean = bool


def escape(s):
    return s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


class Error(Exception):
    __str__ = object.__str__


class ProtocolError(Error):
    """The server answered with something else than what was called."""

    def __init__(self, url, errcode, errmsg, headers):
        Error.__init__(self)
        self.url, self.errcode, self.errmsg, self.headers = url, errcode, errmsg, headers

    def __repr__(self):
        return f'<{type(self).__name__} for {self.url}: {self.errcode} {self.errmsg}>'


class ResponseError(Error):
    pass


class Fault(Error):
    """What has gone wrong in the procedure."""

    def __init__(self, faultCode, faultString, **extra):
        Error.__init__(self)
        self.faultCode, self.faultString = faultCode, faultString

    def __repr__(self):
        return f'<{type(self).__name__} {self.faultCode}: {self.faultString!r}>'


def _shown(value):
    if isinstance(value, datetime):
        return value.strftime('%Y%m%dT%H:%M:%S')
    if not isinstance(value, (tuple, time.struct_time)):
        value = time.localtime(value or time.time())
    return '%04d%02d%02dT%02d:%02d:%02d' % tuple(value)[:6]


class DateTime:
    """A moment as the protocol writes it."""

    def __init__(self, value=0):
        self.value = value if isinstance(value, str) else _shown(value)

    def _of(self, other):
        if isinstance(other, DateTime):
            return other.value
        if isinstance(other, datetime):
            return _shown(other)
        if isinstance(other, str):
            return other
        if hasattr(other, 'timetuple'):
            return other.timetuple()
        raise TypeError(f"Can't compare {type(self).__qualname__} and {getattr(type(other), '__qualname__', type(other))}")

    def __lt__(self, other):
        return self.value < self._of(other)

    def __le__(self, other):
        return self.value <= self._of(other)

    def __gt__(self, other):
        return self.value > self._of(other)

    def __ge__(self, other):
        return self.value >= self._of(other)

    def __eq__(self, other):
        return self.value == self._of(other)

    def timetuple(self):
        return time.strptime(self.value, '%Y%m%dT%H:%M:%S')

    def __str__(self):
        return self.value

    def __repr__(self):
        return f'<{type(self).__name__} {self.value!r} at {id(self):#x}>'

    def decode(self, data):
        self.value = str(data).strip()

    def encode(self, out):
        out.write(f'<value><dateTime.iso8601>{self.value}</dateTime.iso8601></value>\n')


class Binary:
    """Bytes."""

    def __init__(self, data=None):
        if data is None:
            data = b''
        elif not isinstance(data, (bytes, bytearray)):
            raise TypeError('expected bytes or bytearray, not %s' % data.__class__.__name__)  #: 375 raise TypeError("expected bytes or bytearray, not %s" %⏎                data.__class__.__name__)
        self.data = bytes(data)

    def __str__(self):
        return str(self.data, 'latin-1')

    def __eq__(self, other):
        return self.data == (other.data if isinstance(other, Binary) else other)

    def decode(self, data):
        self.data = base64.decodebytes(data)

    def encode(self, out):
        out.write(f'<value><base64>\n{base64.encodebytes(self.data).decode()}</base64></value>\n')


class Marshaller:
    """Values to XML."""
    dispatch = {}

    def __init__(self, encoding=None, allow_none=False):
        self.encoding, self.allow_none, self._around = encoding, allow_none, set()

    def dumps(self, values):
        parts = []
        write = parts.append
        if isinstance(values, Fault):
            write('<fault>\n')
            self._dump({'faultCode': values.faultCode, 'faultString': values.faultString}, write)
            write('</fault>\n')
        else:
            write('<params>\n')
            for value in values:
                write('<param>\n')
                self._dump(value, write)
                write('</param>\n')
            write('</params>\n')
        return ''.join(parts)

    def _dump(self, value, write):
        kind = type(value)
        dump = self.dispatch.get(kind)
        if dump is None:
            if not hasattr(value, '__dict__') or any(base in self.dispatch for base in kind.__mro__):
                raise TypeError('cannot marshal %s objects' % kind)  #: 500 raise TypeError("cannot marshal %s objects" % type(value))
            dump = Marshaller.dump_instance
        dump(self, value, write)

    def dump_nil(self, value, write):
        if not self.allow_none:
            raise TypeError('cannot marshal None unless allow_none is enabled')  #: 514 raise TypeError("cannot marshal None unless allow_none is enabled")
        write('<value><nil/></value>')

    def dump_bool(self, value, write):
        write(f'<value><boolean>{int(value)}</boolean></value>\n')

    def dump_long(self, value, write):
        if not MININT <= value <= MAXINT:
            raise OverflowError('int exceeds XML-RPC limits')  #: 526 raise OverflowError("int exceeds XML-RPC limits")
        write(f'<value><int>{value}</int></value>\n')

    dump_int = dump_long

    def dump_double(self, value, write):
        write(f'<value><double>{value!r}</double></value>\n')

    def dump_unicode(self, value, write, escape=escape):
        write(f'<value><string>{escape(value)}</string></value>\n')

    def dump_bytes(self, value, write):
        write(f'<value><base64>\n{base64.encodebytes(value).decode()}</base64></value>\n')

    def _within(self, value, what):
        if id(value) in self._around:
            raise TypeError(f'cannot marshal recursive {what}')
        self._around.add(id(value))

    def dump_array(self, value, write):
        self._within(value, 'sequences')
        write('<value><array><data>\n')
        for each in value:
            self._dump(each, write)
        write('</data></array></value>\n')
        self._around.discard(id(value))

    def dump_struct(self, value, write, escape=escape):
        self._within(value, 'dictionaries')
        write('<value><struct>\n')
        for key, each in value.items():
            if not isinstance(key, str):
                raise TypeError('dictionary key must be string')  #: 579 raise TypeError("dictionary key must be string")
            write(f'<member>\n<name>{escape(key)}</name>\n')
            self._dump(each, write)
            write('</member>\n')
        write('</struct></value>\n')
        self._around.discard(id(value))

    def dump_datetime(self, value, write):
        write(f'<value><dateTime.iso8601>{_shown(value)}</dateTime.iso8601></value>\n')

    def dump_instance(self, value, write):
        if type(value) in (DateTime, Binary):
            self.write = write
            value.encode(self)
            del self.write
        else:
            self.dump_struct(value.__dict__, write)

    dispatch.update({type(None): dump_nil, bool: dump_bool, int: dump_long, float: dump_double, str: dump_unicode,
                     bytes: dump_bytes, bytearray: dump_bytes, tuple: dump_array, list: dump_array, dict: dump_struct,
                     datetime: dump_datetime})


class Unmarshaller:
    """XML to values."""

    def __init__(self, use_datetime=False, use_builtin_types=False):
        self._dates, self._bytes = use_datetime or use_builtin_types, use_builtin_types
        self._method, self._text, self._found = None, [], None

    def getmethodname(self):
        return self._method

    def feed(self, data):
        self._text.append(data)

    def close(self):
        from xml.etree.ElementTree import fromstring
        if self._found is None:
            root = fromstring(b''.join(self._text))
            name, fault = root.find('methodName'), root.find('fault')
            self._method = None if name is None else name.text
            if fault is not None:
                raise Fault(**self._value(fault[0]))  #: 642 raise Fault(**self._stack[0])
            params = root if root.tag == 'params' else root.find('params')
            self._found = tuple(self._value(param[0]) for param in (() if params is None else params))
        return self._found

    def _value(self, element):
        if not len(element):
            return element.text or ''
        kind, text = element[0], element[0].text or ''
        tag = kind.tag.rpartition('}')[2]
        if tag == 'struct':
            return {member.find('name').text or '': self._value(member.find('value')) for member in kind}
        if tag == 'array':
            return [self._value(each) for each in kind[0]]
        if tag == 'nil':
            return None
        if tag == 'boolean':
            if text not in ('0', '1'):
                raise TypeError('bad boolean value')  #: 714 raise TypeError("bad boolean value")
            return text == '1'
        if tag in ('i1', 'i2', 'i4', 'i8', 'int', 'biginteger'):
            return int(text)
        if tag in ('double', 'float'):
            return float(text)
        if tag == 'bigdecimal':
            from decimal import Decimal
            return Decimal(text)
        if tag == 'base64':
            data = base64.decodebytes(text.encode('ascii'))
            return data if self._bytes else Binary(data)
        if tag == 'dateTime.iso8601':
            return datetime.strptime(text.strip(), '%Y%m%dT%H:%M:%S') if self._dates else DateTime(text.strip())
        if tag != 'string':
            raise ResponseError(f'unknown tag {tag!r}')
        return text


def getparser(use_datetime=False, use_builtin_types=False):
    """What is fed with the text, and what makes values of it."""
    target = Unmarshaller(use_datetime, use_builtin_types)
    return target, target


def dumps(params, methodname=None, methodresponse=None, encoding=None, allow_none=False):
    """A call, an answer, or values as XML."""
    assert isinstance(params, (tuple, Fault)), 'argument must be tuple or Fault instance'
    if isinstance(params, Fault):
        methodresponse = 1
    elif methodresponse and isinstance(params, tuple):
        assert len(params) == 1, 'response tuple must be a singleton'
    data = Marshaller(encoding, allow_none).dumps(params)
    head = "<?xml version='1.0'?>\n" if not encoding or encoding == 'utf-8' else f"<?xml version='1.0' encoding='{encoding}'?>\n"
    if methodname:
        return f'{head}<methodCall>\n<methodName>{methodname}</methodName>\n{data}</methodCall>\n'
    if methodresponse:
        return f'{head}<methodResponse>\n{data}</methodResponse>\n'
    return data


def loads(data, use_datetime=False, use_builtin_types=False):
    """The values, and the name of the method that is called with them."""
    parser, target = getparser(use_datetime, use_builtin_types)
    parser.feed(data.encode() if isinstance(data, str) else data)
    return target.close(), target.getmethodname()  #: 1005 return «u.close()», u.getmethodname()


class _Method:
    """A procedure of a server; one of its attributes is another."""

    def __init__(self, send, name):
        self.__send, self.__name = send, name

    def __getattr__(self, name):
        return _Method(self.__send, f'{self.__name}.{name}')

    def __call__(self, *args):
        return self.__send(self.__name, args)  #: 1096


class MultiCallIterator:
    """The answers of several calls."""

    def __init__(self, results):
        self.results = results

    def __getitem__(self, i):
        item = self.results[i]
        if isinstance(item, dict):
            raise Fault(item['faultCode'], item['faultString'])  #: 828
        if isinstance(item, list):
            return item[0]
        raise ValueError('unexpected type in multicall result')  #: 832 raise ValueError("unexpected type in multicall result")


class MultiCall:
    """Calls that are sent at once."""

    def __init__(self, server):
        self.__server, self.__calls = server, []

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def __getattr__(self, name):
        return _Method(lambda name, args: self.__calls.append((name, args)), name)

    def __call__(self):
        calls = [{'methodName': name, 'params': args} for name, args in self.__calls]
        return MultiCallIterator(self.__server.system.multicall(calls))  #: 866 return MultiCallIterator(«self.__server.system.multicall(marshalled_list)»)


class Transport:
    """The way to a server."""
    user_agent = f'Python-xmlrpc/{__version__}'

    def __init__(self, use_datetime=False, use_builtin_types=False, *, headers=()):
        self._use_datetime, self._use_builtin_types = use_datetime, use_builtin_types
        self._connection, self._headers = (None, None), list(headers)

    def request(self, host, handler, request_body, verbose=False):
        for again in False, True:
            try:
                return self.single_request(host, handler, request_body, verbose)  #: 1140
            except http.client.RemoteDisconnected:
                if again:
                    raise
            except OSError as e:
                if again or e.errno not in (errno.ECONNRESET, errno.ECONNABORTED, errno.EPIPE):
                    raise

    def single_request(self, host, handler, request_body, verbose=False):
        try:
            connection = self.send_request(host, handler, request_body, verbose)  #: 1152 http_conn = «self.send_request(host, handler, request_body, verbose)»
            resp = connection.getresponse()  #: 1153 resp = «http_conn.getresponse()»
            if resp.status == 200:
                self.verbose = verbose
                return self.parse_response(resp)  #: 1156
        except Fault:
            raise
        except Exception:
            self.close()
            raise
        if resp.getheader('content-length', ''):
            resp.read()
        raise ProtocolError(host + handler, resp.status, resp.reason, dict(resp.getheaders()))  #: 1170 raise ProtocolError(⏎    host + handler,⏎    resp.status, resp.reason,⏎    dict(resp.getheaders())⏎    )

    def make_connection(self, host):
        if self._connection[0] != host:
            self._connection = host, http.client.HTTPConnection(host)
        return self._connection[1]

    def close(self):
        connection, self._connection = self._connection[1], (None, None)
        if connection:
            connection.close()

    def send_request(self, host, handler, request_body, debug):
        connection = self.make_connection(host)
        if debug:
            connection.set_debuglevel(1)
        connection.putrequest('POST', handler, skip_accept_encoding=True)
        self.send_headers(connection, [*self._headers, ('Accept-Encoding', 'identity'), ('Content-Type', 'text/xml'),
                                       ('User-Agent', self.user_agent)])
        self.send_content(connection, request_body)  #: 1265
        return connection

    def send_headers(self, connection, headers):
        for key, value in headers:
            connection.putheader(key, value)

    def send_content(self, connection, request_body):
        connection.putheader('Content-Length', str(len(request_body)))
        connection.endheaders(request_body)  #: 1295

    def parse_response(self, response):
        parser, target = getparser(self._use_datetime, self._use_builtin_types)
        data = response.read()
        if self.verbose:
            print('body:', repr(data))
        parser.feed(data)
        return target.close()  #: 1325 return «u.close()»


class SafeTransport(Transport):
    """The same over https."""

    def make_connection(self, host):
        import _network
        _network.not_supported('xmlrpc.client.SafeTransport', 'http')


class ServerProxy:
    """A server whose procedures are called as methods."""

    def __init__(self, uri, transport=None, encoding=None, verbose=False, allow_none=False, use_datetime=False,
                 use_builtin_types=False, *, headers=(), context=None):
        parts = urlsplit(uri)
        if parts.scheme not in ('http', 'https'):
            raise OSError('unsupported XML-RPC protocol')  #: 1403 raise OSError("unsupported XML-RPC protocol")
        self.__host = parts.netloc
        self.__handler = parts._replace(scheme='', netloc='').geturl() or '/RPC2'
        if transport is None:
            kind = SafeTransport if parts.scheme == 'https' else Transport
            transport = kind(use_datetime, use_builtin_types, headers=headers)
        self.__transport, self.__encoding = transport, encoding or 'utf-8'
        self.__verbose, self.__allow_none = verbose, allow_none

    def __close(self):
        self.__transport.close()

    def __request(self, methodname, params):
        request = dumps(params, methodname, encoding=self.__encoding, allow_none=self.__allow_none)
        request = request.encode(self.__encoding, 'xmlcharrefreplace')
        response = self.__transport.request(self.__host, self.__handler, request, verbose=self.__verbose)  #: 1435 response = «self.__transport.request(⏎    self.__host,⏎    self.__handler,⏎    request,⏎    verbose=self.__verbose⏎    )»
        return response[0] if len(response) == 1 else response

    def __repr__(self):
        return f'<{type(self).__name__} for {self.__host}{self.__handler}>'

    def __getattr__(self, name):
        return _Method(self.__request, name)

    def __call__(self, attr):
        if attr == 'close':
            return self.__close
        if attr == 'transport':
            return self.__transport
        raise AttributeError(f'Attribute {attr!r} not found')

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.__close()


Server = ServerProxy
