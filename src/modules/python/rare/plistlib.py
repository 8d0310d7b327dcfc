"""Property lists: a program's data in files of Apple's, as XML and packed."""
import codecs
import datetime
import re
import struct
from binascii import a2b_base64, b2a_base64
from enum import Enum
from io import BytesIO
from xml.parsers.expat import ParserCreate

__all__ = ['InvalidFileException', 'FMT_XML', 'FMT_BINARY', 'load', 'dump', 'loads', 'dumps', 'UID']
PlistFormat = Enum('PlistFormat', 'FMT_XML FMT_BINARY', module=__name__)
globals().update(PlistFormat.__members__)
PLISTHEADER = b'''<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
'''
_DATE = re.compile(r'(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?Z', re.ASCII)
_SCALARS = (str, int, float, datetime.datetime, bytes)
# The letters of struct for so many bytes.
_WIDTHS = {1: 'B', 2: 'H', 4: 'L', 8: 'Q'}


class InvalidFileException(ValueError):
    def __init__(self, message='Invalid file'):
        super().__init__(message)


class UID:
    """A number by which an archive's objects name each other."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError('data must be an int')
        if not 0 <= data < 1 << 64:
            raise ValueError('UIDs must be positive' if data < 0 else 'UIDs cannot be >= 2**64')
        self.data = data

    def __eq__(self, other):
        return self.data == other.data if isinstance(other, UID) else NotImplemented

    def __hash__(self):
        return hash(self.data)

    def __index__(self):
        return self.data

    def __reduce__(self):
        return type(self), (self.data,)

    def __repr__(self):
        return f'{type(self).__name__}({self.data!r})'


def _epoch(aware):
    """The moment from which packed dates count."""
    return datetime.datetime(2001, 1, 1, tzinfo=datetime.UTC if aware else None)


def _pairs(mapping, sort_keys, skipkeys):
    """Names and values of a dict, as they are to be written."""
    for key, value in sorted(mapping.items()) if sort_keys else mapping.items():
        if isinstance(key, str):
            yield key, value
        elif not skipkeys:
            raise TypeError('keys must be strings')


class _XMLReader:
    def __init__(self, dict_type, aware_datetime):
        self.dict_type, self.aware, self.stack, self.key, self.root, self.data = dict_type, aware_datetime, [], None, None, []

    def parse(self, file):
        parser = self.parser = ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        parser.CharacterDataHandler, parser.EntityDeclHandler = lambda data: self.data.append(data), self._entity
        parser.ParseFile(file)
        return self.root

    def _entity(self, *args):
        raise InvalidFileException('XML entity declarations are not supported in plist files')

    def _wrong(self, what):
        raise ValueError(f'{what} at line {self.parser.CurrentLineNumber}')

    def _begin(self, element, attrs):
        self.data = []
        if element in ('dict', 'array'):
            made = self.dict_type() if element == 'dict' else []
            self._add(made)
            self.stack.append(made)

    def _end(self, element):
        if element == 'dict':
            if self.key:
                self._wrong(f"missing value for key '{self.key}'")
            self.stack.pop()
        elif element == 'array':
            self.stack.pop()
        elif element in ('true', 'false'):
            self._add(element == 'true')
        elif element == 'key':
            if self.key or not isinstance(self.stack[-1], dict):
                self._wrong('unexpected key')
            self.key = self._text()
        elif element in ('integer', 'real', 'string', 'data', 'date'):
            self._add(getattr(self, '_' + element)(self._text()))

    def _text(self):
        text, self.data = ''.join(self.data), []
        return text

    def _add(self, value):
        if self.key is not None:
            if not isinstance(self.stack[-1], dict):
                self._wrong('unexpected element')
            self.stack[-1][self.key], self.key = value, None
        elif not self.stack:
            self.root = value
        elif isinstance(self.stack[-1], list):
            self.stack[-1].append(value)
        else:
            self._wrong('unexpected element')

    def _integer(self, text):
        return int(text, 16 if text[:2] in ('0x', '0X') else 10)

    _real, _string = staticmethod(float), staticmethod(str)

    def _data(self, text):
        return a2b_base64(text.encode())

    def _date(self, text):
        parts = [int(part) for part in _DATE.match(text).groups() if part is not None]
        return datetime.datetime(*parts, tzinfo=datetime.UTC if self.aware else None)


class _XMLWriter:
    def __init__(self, file, sort_keys, skipkeys, aware_datetime):
        self.file, self.depth, self.order, self.aware = file, 0, (sort_keys, skipkeys), aware_datetime

    def write(self, value):
        self.file.write(PLISTHEADER)
        self._line('<plist version="1.0">')
        self._value(value)
        self._line('</plist>')

    def _line(self, line):
        self.file.write(b'\t' * self.depth + (line.encode() if isinstance(line, str) else line) + b'\n')

    def _simple(self, element, text):
        if re.search(r'[\x00-\x08\x0b\x0c\x0e-\x1f]', text):
            raise ValueError("strings can't contain control characters; use bytes instead")
        for old, new in (('\r\n', '\n'), ('\r', '\n'), ('&', '&amp;'), ('<', '&lt;'), ('>', '&gt;')):
            text = text.replace(old, new)
        self._line(f'<{element}>{text}</{element}>')

    def _value(self, value):
        if isinstance(value, str):
            self._simple('string', value)
        elif value is True or value is False:
            self._line('<true/>' if value else '<false/>')
        elif isinstance(value, int):
            if not -1 << 63 <= value < 1 << 64:
                raise OverflowError(value)
            self._simple('integer', '%d' % value)
        elif isinstance(value, float):
            self._simple('real', repr(value))
        elif isinstance(value, dict):
            self._many('dict', value)
        elif isinstance(value, (bytes, bytearray)):
            self._bytes(value)
        elif isinstance(value, datetime.datetime):
            moment = value.astimezone(datetime.UTC) if self.aware else value
            self._simple('date', f'{moment.year:04}-{moment:%m-%dT%H:%M:%S}Z')
        elif isinstance(value, (tuple, list)):
            self._many('array', value)
        else:
            raise TypeError(f'unsupported type: {type(value)}')

    def _many(self, element, values):
        if not values:
            self._line(f'<{element}/>')
            return
        self._line(f'<{element}>')
        self.depth += 1
        if element == 'array':
            for value in values:
                self._value(value)
        else:
            for key, value in _pairs(values, *self.order):
                self._simple('key', key)
                self._value(value)
        self.depth -= 1
        self._line(f'</{element}>')

    def _bytes(self, data):
        self._line('<data>')
        step = max(16, 76 - 8 * self.depth) // 4 * 3
        for at in range(0, len(data), step):
            self._line(b2a_base64(data[at:at + step], newline=False))
        self._line('</data>')


class _PackedReader:
    def __init__(self, dict_type, aware_datetime):
        self.dict_type, self.aware = dict_type, aware_datetime

    def parse(self, file):
        self.file = file
        try:
            file.seek(-32, 2)
            width, self.width, count, top, table = struct.unpack('>6xBBQQQ', file.read(32))
            file.seek(table)
            self.places, self.known = self._numbers(count, width), {}
            return self._object(top)
        except (OSError, IndexError, struct.error, OverflowError, ValueError):
            raise InvalidFileException()

    def _exactly(self, size):
        data = self.file.read(size)
        if len(data) != size:
            raise InvalidFileException()
        return data

    def _numbers(self, count, width):
        if not width:
            raise InvalidFileException()
        data = self._exactly(count * width)
        return [int.from_bytes(data[at:at + width], 'big') for at in range(0, len(data), width)]

    def _size(self, low):
        """How long what follows is: what four bits say, or a number behind them."""
        return low if low != 15 else int.from_bytes(self._exactly(1 << (self.file.read(1)[0] & 3)), 'big')

    def _object(self, number):
        if number in self.known:
            return self.known[number]
        self.file.seek(self.places[number])
        token = self.file.read(1)[0]
        if token in self.CONSTANTS:
            found = self.CONSTANTS[token]
        elif read := self.READERS.get(token) or self.READERS.get(token & 0xF0):
            found = read(self, token & 15, number)
        else:
            raise InvalidFileException()
        self.known[number] = found
        return found

    # What reads an object: from the low bits of its token; containers are known before what is in them.

    def _integer(self, low, _):
        return int.from_bytes(self.file.read(1 << low), 'big', signed=low >= 3)

    def _float(self, low, _):
        return struct.unpack('>f' if low == 2 else '>d', self.file.read(1 << low))[0]

    def _date(self, low, number):
        return _epoch(self.aware) + datetime.timedelta(seconds=self._float(low, number))

    def _data(self, low, _):
        return self._exactly(self._size(low))

    def _ascii(self, low, _):
        return self._exactly(self._size(low)).decode('ascii')

    def _utf16(self, low, _):
        return self._exactly(2 * self._size(low)).decode('utf-16be')

    def _uid(self, low, _):
        return UID(int.from_bytes(self.file.read(1 + low), 'big'))

    def _array(self, low, number):
        found = self.known[number] = []
        found += map(self._object, self._numbers(self._size(low), self.width))
        return found

    def _dict(self, low, number):
        size = self._size(low)
        keys, values = self._numbers(size, self.width), self._numbers(size, self.width)
        found = self.known[number] = self.dict_type()
        for key, value in zip(keys, values):
            self._set(found, key, value)
        return found

    def _set(self, found, key, value):
        try:
            found[self._object(key)] = self._object(value)
        except TypeError:
            raise InvalidFileException()

    CONSTANTS = {0x00: None, 0x08: False, 0x09: True, 0x0F: b''}
    READERS = {0x10: _integer, 0x22: _float, 0x23: _float, 0x33: _date, 0x40: _data, 0x50: _ascii, 0x60: _utf16, 0x80: _uid, 0xA0: _array,
               0xD0: _dict}


class _PackedWriter:
    def __init__(self, file, sort_keys, skipkeys, aware_datetime):
        self.file, self.order, self.aware = file, (sort_keys, skipkeys), aware_datetime

    def write(self, value):
        self.objects, self.numbers = [], {}
        self._number_all(value)
        count = len(self.objects)
        self.width = self._width(count)
        self.file.write(b'bplist00')
        places = [self._write(value) for value in self.objects]
        table = self.file.tell()
        width = self._width(table)
        self.file.write(self._packed(width, places))
        self.file.write(struct.pack('>6xBBQQQ', width, self.width, count, self.numbers[self._key(value)], table))

    @staticmethod
    def _width(number):
        return next((width for width in (1, 2, 4) if number < 1 << 8 * width), 8)

    @staticmethod
    def _packed(width, numbers):
        return struct.pack(f'>{len(numbers)}{_WIDTHS[width]}', *numbers)

    @staticmethod
    def _key(value):
        """Equal values are one object, containers each their own."""
        return (type(value), value) if isinstance(value, _SCALARS) else id(value)

    def _number_all(self, value):
        key = self._key(value)
        if key in self.numbers:
            return
        self.numbers[key] = len(self.objects)
        self.objects.append(value)
        if isinstance(value, dict):
            pairs = list(_pairs(value, *self.order))
            value = [key for key, _ in pairs] + [value for _, value in pairs]
        if isinstance(value, (list, tuple)):
            for one in value:
                self._number_all(one)

    def _sized(self, token, size):
        if size < 15:
            return bytes((token | size,))
        width = self._width(size)
        return bytes((token | 15, 0x10 | width.bit_length() - 1)) + self._packed(width, [size])

    def _write(self, value):
        """Writes an object and says where it begins."""
        place = self.file.tell()
        self.file.write(self._bytes(value))
        return place

    def _bytes(self, value):
        if value is None or value is False or value is True:
            return b'\x00' if value is None else b'\x09' if value else b'\x08'
        if isinstance(value, int):
            if not -1 << 63 <= value < 1 << 64:
                raise OverflowError(value)
            if value < 0:
                return struct.pack('>Bq', 0x13, value)
            width = self._width(value) if value < 1 << 63 else 16
            return bytes((0x10 | width.bit_length() - 1,)) + value.to_bytes(width, 'big')
        if isinstance(value, float):
            return struct.pack('>Bd', 0x23, value)
        if isinstance(value, datetime.datetime):
            moment = value.astimezone(datetime.UTC) if self.aware else value
            return struct.pack('>Bd', 0x33, (moment - _epoch(self.aware)).total_seconds())
        if isinstance(value, (bytes, bytearray)):
            return self._sized(0x40, len(value)) + value
        if isinstance(value, str):
            if value.isascii():
                return self._sized(0x50, len(value)) + value.encode()
            text = value.encode('utf-16be')
            return self._sized(0x60, len(text) // 2) + text
        if isinstance(value, UID):
            if value.data < 0:
                raise ValueError('UIDs must be positive')
            if value.data >= 1 << 64:
                raise OverflowError(value)
            width = self._width(value.data)
            return bytes((0x80 | width - 1,)) + self._packed(width, [value.data])
        if isinstance(value, (list, tuple)):
            return self._sized(0xA0, len(value)) + self._references(value)
        if isinstance(value, dict):
            pairs = list(_pairs(value, *self.order))
            head = self._sized(0xD0, len(pairs))
            return head + self._references(key for key, _ in pairs) + self._references(value for _, value in pairs)
        raise TypeError(value)

    def _references(self, values):
        return self._packed(self.width, [self.numbers[self._key(value)] for value in values])


def _format_of(head):  #: -
    if head[:8] == b'bplist00':
        return FMT_BINARY
    for mark, encoding in ((b'', 'ascii'), (codecs.BOM_UTF8, 'utf-8'), (codecs.BOM_UTF16_BE, 'utf-16-be'), (codecs.BOM_UTF16_LE, 'utf-16-le')):
        if head.startswith(tuple(mark + first.encode(encoding) for first in ('<?xml', '<plist'))):
            return FMT_XML
    raise InvalidFileException()


def load(fp, *, fmt=None, dict_type=dict, aware_datetime=False):
    """What a file holds."""
    if fmt is None:
        head = fp.read(32)
        fp.seek(0)
        fmt = _format_of(head)  #: 897 raise InvalidFileException()
    return {FMT_XML: _XMLReader, FMT_BINARY: _PackedReader}[fmt](dict_type, aware_datetime).parse(fp)


def loads(value, *, fmt=None, dict_type=dict, aware_datetime=False):
    """What bytes hold, or a text."""
    if isinstance(value, str):
        if fmt == FMT_BINARY:
            raise TypeError('value must be bytes-like object when fmt is FMT_BINARY')
        value = value.encode()
    fp = BytesIO(value)
    return load(fp, fmt=fmt, dict_type=dict_type, aware_datetime=aware_datetime)  #: 916


def dump(value, fp, *, fmt=FMT_XML, sort_keys=True, skipkeys=False, aware_datetime=False):
    """Writes to a file."""
    writers = {FMT_XML: _XMLWriter, FMT_BINARY: _PackedWriter}
    if fmt not in writers:
        raise ValueError(f'Unsupported format: {fmt!r}')
    writers[fmt](fp, sort_keys, skipkeys, aware_datetime).write(value)


def dumps(value, *, fmt=FMT_XML, skipkeys=False, sort_keys=True, aware_datetime=False):
    """The bytes of a value."""
    file = BytesIO()
    dump(value, file, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys, aware_datetime=aware_datetime)
    return file.getvalue()
