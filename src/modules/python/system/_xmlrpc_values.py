"""Values of xmlrpc.client as XML, and what can go wrong with them."""
import base64
import operator
import time
from datetime import datetime

MAXINT, MININT = 2 ** 31 - 1, -2 ** 31


def escape(s):  #: in xmlrpc/client.py
    return s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


class Error(Exception):  #: in xmlrpc/client.py
    __module__ = 'xmlrpc.client'
    __str__ = object.__str__


class ProtocolError(Error):  #: in xmlrpc/client.py
    """The server answered with something else than what was called."""
    __module__ = 'xmlrpc.client'

    def __init__(self, url, errcode, errmsg, headers):
        Error.__init__(self)
        self.url, self.errcode, self.errmsg, self.headers = url, errcode, errmsg, headers

    def __repr__(self):
        return f'<{type(self).__name__} for {self.url}: {self.errcode} {self.errmsg}>'


class ResponseError(Error):  #: in xmlrpc/client.py
    __module__ = 'xmlrpc.client'


class Fault(Error):  #: in xmlrpc/client.py
    """What has gone wrong in the procedure."""
    __module__ = 'xmlrpc.client'

    def __init__(self, faultCode, faultString, **extra):
        Error.__init__(self)
        self.faultCode, self.faultString = faultCode, faultString

    def __repr__(self):
        return f'<{type(self).__name__} {self.faultCode}: {self.faultString!r}>'


def _shown(value):
    if isinstance(value, datetime):
        return f'{value.year:04}{value:%m%dT%H:%M:%S}'
    if not isinstance(value, (tuple, time.struct_time)):
        value = time.localtime(value or time.time())
    return '%04d%02d%02dT%02d:%02d:%02d' % tuple(value)[:6]


class DateTime:  #: in xmlrpc/client.py
    """A moment as the protocol writes it."""
    __module__ = 'xmlrpc.client'

    def __init__(self, value=0):
        self.value = value if isinstance(value, str) else _shown(value)

    def make_comparable(self, other):
        if isinstance(other, DateTime):
            return self.value, other.value
        if isinstance(other, datetime):
            return self.value, _shown(other)
        if isinstance(other, str):
            return self.value, other
        if hasattr(other, 'timetuple'):
            return self.timetuple(), other.timetuple()
        return self, NotImplemented

    def _compared(self, other, compare):
        own, other = self.make_comparable(other)
        return NotImplemented if other is NotImplemented else compare(own, other)

    def __lt__(self, other):
        return self._compared(other, operator.lt)

    def __le__(self, other):
        return self._compared(other, operator.le)

    def __gt__(self, other):
        return self._compared(other, operator.gt)

    def __ge__(self, other):
        return self._compared(other, operator.ge)

    def __eq__(self, other):
        return self._compared(other, operator.eq)

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


class Binary:  #: in xmlrpc/client.py
    """Bytes."""
    __module__ = 'xmlrpc.client'

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


class Marshaller:  #: in xmlrpc/client.py
    """Values to XML."""
    __module__ = 'xmlrpc.client'
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


class Unmarshaller:  #: in xmlrpc/client.py
    """What is read of XML to values: a stack of them, with marks where arrays and structures begin."""
    __module__ = 'xmlrpc.client'

    def __init__(self, use_datetime=False, use_builtin_types=False):
        self._dates, self._bytes = use_datetime or use_builtin_types, use_builtin_types
        self._kind, self._method, self._is_value, self._encoding = None, None, False, 'utf-8'
        self._stack, self._marks, self._text = [], [], []
        self.append = self._stack.append

    def getmethodname(self):
        return self._method

    def close(self):
        """The values that were read."""
        if self._kind is None or self._marks:
            raise ResponseError()  #: 640
        if self._kind == 'fault':
            raise Fault(**self._stack[0])  #: 642
        return tuple(self._stack)

    def xml(self, encoding, standalone):
        self._encoding = encoding

    def start(self, tag, attrs):
        tag = tag.rpartition(':')[2]
        if tag in ('array', 'struct'):
            self._marks.append(len(self._stack))
        self._text = []
        if self._is_value and tag not in self.dispatch:
            raise ResponseError('unknown tag %r' % tag)  #: 663 raise ResponseError("unknown tag %r" % tag)
        self._is_value = tag == 'value'

    def data(self, text):
        self._text.append(text)

    def end(self, tag):
        return self.end_dispatch(tag, ''.join(self._text))

    def end_dispatch(self, tag, data):
        end = self.dispatch.get(tag) or self.dispatch.get(tag.rpartition(':')[2])
        return end and end(self, data)

    def _put(self, value):
        self.append(value)
        self._is_value = False

    def end_nil(self, data):
        self._put(None)

    def end_boolean(self, data):
        if data not in ('0', '1'):
            raise TypeError('bad boolean value')  #: 714 raise TypeError("bad boolean value")
        self._put(data == '1')

    def end_int(self, data):
        self._put(int(data))

    def end_double(self, data):
        self._put(float(data))

    def end_bigdecimal(self, data):
        from decimal import Decimal
        self._put(Decimal(data))

    def end_string(self, data):
        self._put(data.decode(self._encoding) if self._encoding else data)

    def _gathered(self):
        mark = self._marks.pop()
        found = self._stack[mark:]
        del self._stack[mark:]
        return found

    def end_array(self, data):
        self._put(self._gathered())

    def end_struct(self, data):
        found = self._gathered()
        self._put(dict(zip(found[::2], found[1::2])))

    def end_base64(self, data):
        value = Binary()
        value.decode(data.encode('ascii'))
        self._put(value.data if self._bytes else value)

    def end_dateTime(self, data):
        value = DateTime()
        value.decode(data)
        self.append(datetime.strptime(data, '%Y%m%dT%H:%M:%S') if self._dates else value)

    def end_value(self, data):
        if self._is_value:
            self.end_string(data)

    def end_params(self, data):
        self._kind = 'params'

    def end_fault(self, data):
        self._kind = 'fault'

    def end_methodName(self, data):
        self._method, self._kind = data.decode(self._encoding) if self._encoding else data, 'methodName'

    dispatch = {'nil': end_nil, 'boolean': end_boolean, **dict.fromkeys(('i1', 'i2', 'i4', 'i8', 'int', 'biginteger'), end_int),
                'double': end_double, 'float': end_double, 'bigdecimal': end_bigdecimal, 'string': end_string, 'name': end_string,
                'array': end_array, 'struct': end_struct, 'base64': end_base64, 'dateTime.iso8601': end_dateTime, 'value': end_value,
                'params': end_params, 'fault': end_fault, 'methodName': end_methodName}


class ExpatParser:  #: in xmlrpc/client.py
    """Reads XML and tells its target what is in it."""
    __module__ = 'xmlrpc.client'

    def __init__(self, target):
        from xml.parsers import expat
        self._parser = expat.ParserCreate(None, None)
        self._parser.StartElementHandler, self._parser.EndElementHandler = target.start, target.end
        self._parser.CharacterDataHandler = target.data
        target.xml(None, None)

    def feed(self, data):
        self._parser.Parse(data, False)

    def close(self):
        parser, self._parser = self._parser, None
        if parser is not None:
            parser.Parse(b'', True)


def getparser(use_datetime=False, use_builtin_types=False):  #: in xmlrpc/client.py
    """What is fed with the text, and what makes values of it."""
    target = Unmarshaller(use_datetime, use_builtin_types)
    return ExpatParser(target), target
