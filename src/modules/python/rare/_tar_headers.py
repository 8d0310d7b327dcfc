"""How members are told of in an archive."""
import copy
import stat
import struct
import sys

from _tar_errors import (EOFHeaderError, EmptyHeaderError, HeaderError, InvalidHeaderError, SubsequentHeaderError,
                         TruncatedHeaderError)

__name__ = 'tarfile'  # where what is here is said to be

version, ENCODING = '0.9.0', sys.getfilesystemencoding()
NUL, BLOCKSIZE, RECORDSIZE = b'\0', 512, 10240
GNU_MAGIC, POSIX_MAGIC = b'ustar  \0', b'ustar\x0000'
LENGTH_NAME, LENGTH_LINK, LENGTH_PREFIX = 100, 100, 155
REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE, DIRTYPE, FIFOTYPE, CONTTYPE = (
    b'0', b'\0', b'1', b'2', b'3', b'4', b'5', b'6', b'7')
GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE, XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE = b'L', b'K', b'S', b'x', b'g', b'X'
USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = range(3)
DEFAULT_FORMAT = PAX_FORMAT
SUPPORTED_TYPES = (REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE, CONTTYPE, CHRTYPE, BLKTYPE, GNUTYPE_LONGNAME,
                   GNUTYPE_LONGLINK, GNUTYPE_SPARSE)
REGULAR_TYPES = (REGTYPE, AREGTYPE, CONTTYPE, GNUTYPE_SPARSE)
PAX_FIELDS = ('path', 'linkpath', 'size', 'mtime', 'uid', 'gid', 'uname', 'gname')
PAX_NUMBER_FIELDS = {'atime': float, 'ctime': float, 'mtime': float, 'uid': int, 'gid': int, 'size': int}


def stn(s, length, encoding, errors):  #: in tarfile.py
    """A text in a field."""
    if s is None:
        raise ValueError('metadata cannot contain None')
    data = s.encode(encoding, errors)
    return data[:length] + (length - len(data)) * NUL


def nts(s, encoding, errors):  #: in tarfile.py
    """The text of a field."""
    return s.partition(NUL)[0].decode(encoding, errors)


def nti(s):  #: in tarfile.py
    """The number of a field."""
    if s[0] in (0o200, 0o377):
        number = int.from_bytes(s[1:], 'big')
        return number - 256 ** (len(s) - 1) if s[0] == 0o377 else number
    try:
        return int(nts(s, 'ascii', 'strict').strip() or '0', 8)
    except ValueError:
        raise InvalidHeaderError('invalid header')


def itn(n, digits=8, format=DEFAULT_FORMAT):  #: in tarfile.py
    """A number in a field."""
    n = int(n)
    if 0 <= n < 8 ** (digits - 1):
        return bytes('%0*o' % (digits - 1, n), 'ascii') + NUL
    if format == GNU_FORMAT and -256 ** (digits - 1) <= n < 256 ** (digits - 1):
        return (b'\x80' if n >= 0 else b'\xff') + (n % 256 ** (digits - 1)).to_bytes(digits - 1, 'big')
    raise ValueError('overflow in number field')


def calc_chksums(buf):  #: in tarfile.py
    """The sums of a header's bytes, without and with signs."""
    rest = buf[:148] + buf[156:512]
    return 256 + sum(rest), 256 + sum(struct.unpack('504b', rest))


def _padded(data):  #: in tarfile.py
    return data + -len(data) % BLOCKSIZE * NUL


class TarInfo:  #: in tarfile.py
    """What an archive knows of a member."""
    __slots__ = ('name', 'mode', 'uid', 'gid', 'size', 'mtime', 'chksum', 'type', 'linkname', 'uname', 'gname', 'devmajor',
                 'devminor', 'offset', 'offset_data', 'pax_headers', 'sparse', '_tarfile', '_sparse_structs', '_link_target')

    def __init__(self, name=''):
        self.name, self.mode, self.uid, self.gid, self.size, self.mtime = name, 0o644, 0, 0, 0, 0
        self.chksum, self.type, self.linkname, self.uname, self.gname = 0, REGTYPE, '', '', ''
        self.devmajor = self.devminor = self.offset = self.offset_data = 0
        self.sparse, self.pax_headers = None, {}

    path = property(lambda self: self.name, lambda self, name: setattr(self, 'name', name))
    linkpath = property(lambda self: self.linkname, lambda self, name: setattr(self, 'linkname', name))

    def __repr__(self):
        return f'<{self.__class__.__name__} {self.name!r} at {id(self):#x}>'

    def replace(self, *, deep=True, **changes):
        """A copy with other fields."""
        known = ('name', 'mtime', 'mode', 'linkname', 'uid', 'gid', 'uname', 'gname')
        for name in changes:
            if name not in known:
                raise TypeError(f"TarInfo.replace() got an unexpected keyword argument '{name}'")
        result = copy.deepcopy(self) if deep else copy.copy(self)
        for name, value in changes.items():
            setattr(result, name, value)
        return result

    def get_info(self):
        """The fields as a dict."""
        info = {name: getattr(self, name) for name in (
            'name', 'mode', 'uid', 'gid', 'size', 'mtime', 'chksum', 'type', 'linkname', 'uname', 'gname', 'devmajor',
            'devminor')}
        info['mode'] = None if self.mode is None else self.mode & 0o7777
        if info['type'] == DIRTYPE and not info['name'].endswith('/'):
            info['name'] += '/'
        return info

    def tobuf(self, format=DEFAULT_FORMAT, encoding=ENCODING, errors='surrogateescape'):
        """The header's blocks."""
        info = self.get_info()
        for name, value in info.items():
            if value is None:
                raise ValueError(f'{name} may not be None')
        if format == USTAR_FORMAT:
            return self.create_ustar_header(info, encoding, errors)
        if format == GNU_FORMAT:
            return self.create_gnu_header(info, encoding, errors)
        if format == PAX_FORMAT:
            return self.create_pax_header(info, encoding)
        raise ValueError('invalid format')

    def create_ustar_header(self, info, encoding, errors):
        """As POSIX had it in 1988."""
        info['magic'] = POSIX_MAGIC
        if len(info['linkname'].encode(encoding, errors)) > LENGTH_LINK:
            raise ValueError('linkname is too long')
        if len(info['name'].encode(encoding, errors)) > LENGTH_NAME:
            parts = info['name'].split('/')
            for at in range(1, len(parts)):
                prefix, name = '/'.join(parts[:at]), '/'.join(parts[at:])
                if len(prefix.encode(encoding, errors)) <= LENGTH_PREFIX and len(name.encode(encoding, errors)) <= LENGTH_NAME:
                    info['prefix'], info['name'] = prefix, name
                    break
            else:
                raise ValueError('name is too long')
        return _block(info, USTAR_FORMAT, encoding, errors)

    def create_gnu_header(self, info, encoding, errors):
        """As GNU has it."""
        info['magic'] = GNU_MAGIC
        before = b''
        for key, kind in ('linkname', GNUTYPE_LONGLINK), ('name', GNUTYPE_LONGNAME):
            data = info[key].encode(encoding, errors)
            if len(data) > LENGTH_NAME:
                long = {'name': '././@LongLink', 'type': kind, 'size': len(data) + 1, 'magic': GNU_MAGIC}
                before += _block(long, USTAR_FORMAT, encoding, errors) + _padded(data + NUL)
        return before + _block(info, GNU_FORMAT, encoding, errors)

    def create_pax_header(self, info, encoding):
        """As POSIX has had it since 2001: what does not fit stands before it in records."""
        info['magic'] = POSIX_MAGIC
        headers = self.pax_headers.copy()
        for name, key, length in (('name', 'path', LENGTH_NAME), ('linkname', 'linkpath', LENGTH_LINK), ('uname', 'uname', 32),
                                  ('gname', 'gname', 32)):
            if key not in headers and (not info[name].isascii() or len(info[name]) > length):
                headers[key] = info[name]
        for name, digits in ('uid', 8), ('gid', 8), ('size', 12), ('mtime', 12):
            value = info[name]
            fits = 0 <= int(value) < 8 ** (digits - 1)
            if not fits or isinstance(value, float):
                info[name] = int(value) if fits else 0
                headers.setdefault(name, str(value))
        before = _records(headers, XHDTYPE, encoding) if headers else b''
        return before + _block(info, USTAR_FORMAT, 'ascii', 'replace')

    @classmethod
    def create_pax_global_header(cls, pax_headers):
        """Records for all members."""
        return _records(pax_headers, XGLTYPE, 'utf-8')

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        """A member by its header."""
        if not buf:
            raise EmptyHeaderError('empty header')
        if len(buf) != BLOCKSIZE:
            raise TruncatedHeaderError('truncated header')
        if buf.count(NUL) == BLOCKSIZE:
            raise EOFHeaderError('end of file header')
        chksum = nti(buf[148:156])
        if chksum not in calc_chksums(buf):
            raise InvalidHeaderError('bad checksum')
        self = cls()
        self.name = nts(buf[0:100], encoding, errors)
        self.mode, self.uid, self.gid, self.size, self.mtime = (
            nti(buf[start:end]) for start, end in ((100, 108), (108, 116), (116, 124), (124, 136), (136, 148)))
        self.chksum, self.type = chksum, buf[156:157]
        self.linkname = nts(buf[157:257], encoding, errors)
        self.uname, self.gname = nts(buf[265:297], encoding, errors), nts(buf[297:329], encoding, errors)
        self.devmajor, self.devminor = nti(buf[329:337]), nti(buf[337:345])
        prefix = nts(buf[345:500], encoding, errors)
        if self.type == AREGTYPE and self.name.endswith('/'):
            self.type = DIRTYPE
        if self.isdir():
            self.name = self.name.rstrip('/')
        if self.type == GNUTYPE_SPARSE:
            self._sparse_structs = buf[386:]
        elif prefix and self.type not in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
            self.name = prefix + '/' + self.name
        return self

    @classmethod
    def fromtarfile(cls, tarfile):
        """The next member of an archive."""
        self = cls.frombuf(tarfile.fileobj.read(BLOCKSIZE), tarfile.encoding, tarfile.errors)
        self.offset = tarfile.offset
        tarfile.offset += BLOCKSIZE
        if self.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
            data = tarfile._take(self.size)
            following = self._next(tarfile)
            text = nts(data, tarfile.encoding, tarfile.errors)
            if self.type == GNUTYPE_LONGNAME:
                following.name = text.removesuffix('/') if following.isdir() else text
            else:
                following.linkname = text
            return following
        if self.type in (XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE):
            data = tarfile._take(self.size)
            headers = _read_records(data, tarfile.encoding, tarfile.errors)
            if self.type == XGLTYPE:
                tarfile.pax_headers |= headers
                return self._next(tarfile, False)
            following = self._next(tarfile)
            size = following.size
            following._apply(tarfile.pax_headers | headers)
            if any(key.startswith('GNU.sparse.') for key in headers):
                following._pieces(tarfile, headers, data)
            elif following.size != size and following.isreg():
                tarfile.offset = following.offset_data + (following.size + -following.size % BLOCKSIZE)
            return following
        if self.type == GNUTYPE_SPARSE:
            return self._old_pieces(tarfile)
        self.offset_data = tarfile.offset
        if self.isreg() or self.type not in SUPPORTED_TYPES:
            tarfile.offset += self.size + -self.size % BLOCKSIZE
        self._apply(tarfile.pax_headers)
        return self

    def _old_pieces(self, tarfile):
        """Where the pieces of a file with holes go, as GNU has long told it."""
        block, count, self.sparse = self._sparse_structs, 4, []
        more, size = block[96], nti(block[97:109])
        while True:
            for at in range(0, 24 * count, 24):
                try:
                    pair = nti(block[at:at + 12]), nti(block[at + 12:at + 24])
                except InvalidHeaderError:
                    break
                if count == 4 or all(pair):
                    self.sparse.append(pair)
            if not more:
                break
            block, count = tarfile._take(BLOCKSIZE), 21
            more = block[504]
        self.offset_data = tarfile.offset
        tarfile.offset += self.size + -self.size % BLOCKSIZE
        self.size = size
        return self

    def _pieces(self, tarfile, headers, data):
        """The same as records tell it."""
        import re
        if 'GNU.sparse.map' in headers:
            numbers = [int(number) for number in headers['GNU.sparse.map'].split(',')]
        elif headers.get('GNU.sparse.major') == '1':
            tarfile.fileobj.seek(self.offset_data)
            found, numbers = tarfile.fileobj.read(BLOCKSIZE), []
            self.offset_data += len(found)
            fields, found = found.split(b'\n', 1)  #: 1577 «fields, buf» = buf.split(b"\n", 1)
            while len(numbers) < 2 * int(fields):  #: -
                if b'\n' not in found:
                    more = tarfile.fileobj.read(BLOCKSIZE)
                    self.offset_data += len(more)
                    found += more
                number, found = found.split(b'\n', 1)  #: 1582 «number, buf» = buf.split(b"\n", 1)
                numbers.append(int(number))  #: 1583 sparse.append(«int(number)»)
        else:
            numbers = [int(number) for number in re.findall(rb'\d+ GNU\.sparse\.(?:offset|numbytes)=(\d+)\n', data)]
        self.sparse = list(zip(numbers[::2], numbers[1::2]))

    def _next(self, tarfile, same=True):
        try:
            following = self.fromtarfile(tarfile)
        except HeaderError as error:
            raise SubsequentHeaderError(str(error)) from None
        if same:
            following.offset = self.offset
        return following

    def _apply(self, headers):
        for key, value in headers.items():
            key = {'GNU.sparse.name': 'path', 'GNU.sparse.size': 'size', 'GNU.sparse.realsize': 'size'}.get(key, key)
            if key in PAX_FIELDS:
                if key in PAX_NUMBER_FIELDS:
                    try:
                        value = PAX_NUMBER_FIELDS[key](value)
                    except ValueError:
                        value = 0
                setattr(self, {'path': 'name', 'linkpath': 'linkname'}.get(key, key),
                        value.rstrip('/') if key == 'path' else value)
        self.pax_headers = headers.copy()

    def isreg(self):
        """A file?"""
        return self.type in REGULAR_TYPES

    isfile = isreg

    def isdir(self):
        """A folder?"""
        return self.type == DIRTYPE

    def issym(self):
        """A symbolic link?"""
        return self.type == SYMTYPE

    def islnk(self):
        """A hard link?"""
        return self.type == LNKTYPE

    def ischr(self):
        """A device of characters?"""
        return self.type == CHRTYPE

    def isblk(self):
        """A device of blocks?"""
        return self.type == BLKTYPE

    def isfifo(self):
        """A named pipe?"""
        return self.type == FIFOTYPE

    def issparse(self):
        """A file with holes?"""
        return self.sparse is not None

    def isdev(self):
        """A device or a pipe?"""
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)


def _block(info, format, encoding, errors):  #: in tarfile.py
    """A header's block."""
    device = info.get('type') in (CHRTYPE, BLKTYPE)
    numbers = [itn(info.get(name, 0), 8, format) if device else stn('', 8, encoding, errors) for name in ('devmajor', 'devminor')]
    kind = info.get('type', REGTYPE)
    if kind is None:
        raise ValueError('TarInfo.type must not be None')
    parts = [stn(info.get('name', ''), 100, encoding, errors), itn(info.get('mode', 0) & 0o7777, 8, format),
             itn(info.get('uid', 0), 8, format), itn(info.get('gid', 0), 8, format), itn(info.get('size', 0), 12, format),
             itn(info.get('mtime', 0), 12, format), b'        ', kind, stn(info.get('linkname', ''), 100, encoding, errors),
             info.get('magic', POSIX_MAGIC), stn(info.get('uname', ''), 32, encoding, errors),
             stn(info.get('gname', ''), 32, encoding, errors), *numbers, stn(info.get('prefix', ''), 155, encoding, errors)]
    buf = struct.pack('512s', b''.join(parts))
    return buf[:148] + bytes('%06o\0' % calc_chksums(buf)[0], 'ascii') + buf[155:]


def _records(headers, kind, encoding):  #: in tarfile.py
    """Blocks of records: each a length, a name and a text."""
    data = b''
    for key, value in headers.items():
        record = b' ' + key.encode() + b'=' + str(value).encode('utf-8', 'surrogateescape') + b'\n'
        size = len(record)
        while size != len(record) + len(str(size)):
            size = len(record) + len(str(size))
        data += str(size).encode() + record
    info = {'name': '././@PaxHeader', 'type': kind, 'size': len(data), 'magic': POSIX_MAGIC}
    return _block(info, USTAR_FORMAT, 'ascii', 'replace') + _padded(data)


def _read_records(data, encoding, errors):  #: in tarfile.py
    found, at = {}, 0
    while at < len(data) and data[at:at + 1] != NUL:
        length, blank, _ = data[at:at + 20].partition(b' ')
        # The shortest is `5 x=`, and the end of its line.
        if not blank or not length.isdigit() or int(length) < 5 or at + int(length) > len(data):
            raise InvalidHeaderError('invalid header')
        end = at + int(length) - 1
        key, sign, value = data[at + len(length) + 1:end].partition(b'=')
        if not key or not sign or data[end:end + 1] != b'\n':
            raise InvalidHeaderError('invalid header')
        try:
            value = value.decode('utf-8')
        except UnicodeDecodeError:
            value = value.decode(encoding, errors)
        found[key.decode('utf-8', errors)] = value
        at += int(length)
    return found


_KINDS = {REGTYPE: stat.S_IFREG, AREGTYPE: stat.S_IFREG, SYMTYPE: stat.S_IFLNK, DIRTYPE: stat.S_IFDIR,
          CHRTYPE: stat.S_IFCHR, BLKTYPE: stat.S_IFBLK, FIFOTYPE: stat.S_IFIFO}


def _printable(name):  #: in tarfile.py
    """A name as standard output has characters for it."""
    encoding = getattr(sys.stdout, 'encoding', None) or 'ascii'
    return name.encode(encoding, 'backslashreplace').decode(encoding)
