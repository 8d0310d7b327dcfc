"""Sounds as samples in a row: files of the kind WAVE, within RIFF."""
import builtins
import struct
from collections import namedtuple

__all__ = ['open', 'Error', 'Wave_read', 'Wave_write']
WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE = 1, 0xFFFE
KSDATAFORMAT_SUBTYPE_PCM = bytes.fromhex('0100000000001000800000aa00389b71')
_wave_params = namedtuple('_wave_params', 'nchannels sampwidth framerate nframes comptype compname')


class Error(Exception):
    pass


class _File:
    """What a reader and a writer do alike: a file that is opened here is closed here."""

    def __init__(self, f):
        self._i_opened_the_file = None
        if isinstance(f, str):
            f = self._i_opened_the_file = builtins.open(f, self._mode)
        try:
            self.initfp(f)
        except:
            if self._i_opened_the_file:
                f.close()
            raise

    def __del__(self):
        self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def _close(self):
        opened, self._i_opened_the_file = self._i_opened_the_file, None
        if opened:
            opened.close()

    def _old(self, name):
        import warnings
        warnings._deprecated(f'{type(self).__name__}.{name}', remove=(3, 15))

    def getmarkers(self):
        self._old('getmarkers')

    def getmark(self, id):
        self._old('getmark')
        raise Error('no marks')

    def getcomptype(self):
        return self._comptype

    def getcompname(self):
        return self._compname


class _Chunk:
    """A part of a file, with a name and a length before it."""

    def __init__(self, read):
        head = read(8)
        if len(head) < 8:
            raise EOFError
        self.name, self.size = struct.unpack('<4sL', head)


class Wave_read(_File):
    """A sound that is read."""
    _mode = 'rb'

    def initfp(self, file):
        self._file, self._soundpos, self._data = file, 0, None
        riff = _Chunk(file.read)
        if riff.name != b'RIFF':
            raise Error('file does not start with RIFF id')
        if file.read(4) != b'WAVE':
            raise Error('not a WAVE file')
        self._left, has_format = riff.size - 4, False
        while True:
            try:
                chunk = _Chunk(self._within)
            except EOFError:
                break
            if chunk.name == b'data':
                if not has_format:
                    raise Error('data chunk before fmt chunk')
                self._data, self._nframes = chunk, chunk.size // self._framesize
                self._begin = file.tell() if hasattr(file, 'tell') else None
                self._unread = chunk.size
                return
            content = self._within(chunk.size)
            self._within(chunk.size & 1)
            if chunk.name == b'fmt ':
                self._read_format(content)
                has_format = True
        raise Error('fmt chunk and/or data chunk missing')

    def _within(self, size):
        """The next bytes, as far as the outermost part goes."""
        data = self._file.read(max(min(size, self._left), 0))
        self._left -= len(data)
        return data

    def _read_format(self, content):
        if len(content) < 14:
            raise EOFError
        kind, self._nchannels, self._framerate, _, _ = struct.unpack_from('<HHLLH', content)
        if kind not in (WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE):
            raise Error(f'unknown format: {kind!r}')
        if len(content) < 16:
            raise EOFError
        bits = int.from_bytes(content[14:16], 'little')
        if kind == WAVE_FORMAT_EXTENSIBLE:
            if len(content) < 40:
                raise EOFError
            if content[24:40] != KSDATAFORMAT_SUBTYPE_PCM:
                import uuid
                raise Error(f'unknown extended format: {uuid.UUID(bytes_le=content[24:40])}')
        self._sampwidth = (bits + 7) // 8
        if not self._sampwidth:
            raise Error('bad sample width')
        if not self._nchannels:
            raise Error('bad # of channels')
        self._framesize = self._nchannels * self._sampwidth
        self._comptype, self._compname = 'NONE', 'not compressed'

    def getfp(self):
        return self._file

    def rewind(self):
        self.setpos(0)

    def close(self):
        self._file = None
        self._close()

    def tell(self):
        return self._soundpos

    def getnchannels(self):
        return self._nchannels

    def getnframes(self):
        return self._nframes

    def getsampwidth(self):
        return self._sampwidth

    def getframerate(self):
        return self._framerate

    def getparams(self):
        return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._nframes, self._comptype, self._compname)

    def setpos(self, pos):
        if pos < 0 or pos > self._nframes:
            raise Error('position not in range')
        self._soundpos, self._unread = pos, None

    def readframes(self, nframes):
        if self._unread is None:
            if self._begin is None:
                raise OSError('cannot seek')
            done = self._soundpos * self._framesize
            self._file.seek(self._begin + done)
            self._unread = self._data.size - done
        size = nframes * self._framesize
        data = self._file.read(self._unread if size < 0 else min(size, self._unread)) if nframes else b''
        self._unread -= len(data)
        self._soundpos += len(data) // self._framesize
        return data


class Wave_write(_File):
    """A sound that is written; its length is put into the head once it is known."""
    _mode = 'wb'

    def initfp(self, file):
        self._file, self._headerwritten = file, False
        self._nchannels = self._sampwidth = self._framerate = self._nframes = 0
        self._nframeswritten = self._datawritten = self._datalength = 0

    def _may_change(self):
        if self._datawritten:
            raise Error('cannot change parameters after starting to write')

    def setnchannels(self, nchannels):
        self._may_change()
        if nchannels < 1:
            raise Error('bad # of channels')
        self._nchannels = nchannels

    def getnchannels(self):
        if not self._nchannels:
            raise Error('number of channels not set')
        return self._nchannels

    def setsampwidth(self, sampwidth):
        self._may_change()
        if sampwidth < 1 or sampwidth > 4:
            raise Error('bad sample width')
        self._sampwidth = sampwidth

    def getsampwidth(self):
        if not self._sampwidth:
            raise Error('sample width not set')
        return self._sampwidth

    def setframerate(self, framerate):
        self._may_change()
        if framerate <= 0:
            raise Error('bad frame rate')
        self._framerate = int(round(framerate))

    def getframerate(self):
        if not self._framerate:
            raise Error('frame rate not set')
        return self._framerate

    def setnframes(self, nframes):
        self._may_change()
        self._nframes = nframes

    def getnframes(self):
        return self._nframeswritten

    def setcomptype(self, comptype, compname):
        self._may_change()
        if comptype not in ('NONE',):
            raise Error('unsupported compression type')
        self._comptype, self._compname = comptype, compname

    def setparams(self, params):
        nchannels, sampwidth, framerate, nframes, comptype, compname = params
        self._may_change()
        self.setnchannels(nchannels)
        self.setsampwidth(sampwidth)
        self.setframerate(framerate)
        self.setnframes(nframes)
        self.setcomptype(comptype, compname)

    def getparams(self):
        if not (self._nchannels and self._sampwidth and self._framerate):
            raise Error('not all parameters set')
        return _wave_params(self._nchannels, self._sampwidth, self._framerate, self._nframes, self._comptype, self._compname)

    def setmark(self, id, pos, name):
        self._old('setmark')
        raise Error('setmark() not supported')

    def tell(self):
        return self._nframeswritten

    def writeframesraw(self, data):
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).cast('B')
        self._ensure_header_written(len(data))
        self._file.write(data)
        self._datawritten += len(data)
        self._nframeswritten += len(data) // (self._sampwidth * self._nchannels)

    def writeframes(self, data):
        self.writeframesraw(data)
        self._patchheader()

    def close(self):
        try:
            if self._file:
                self._ensure_header_written(0)
                self._patchheader()
                self._file.flush()
        finally:
            self._file = None
            self._close()

    def _ensure_header_written(self, datasize):
        if self._headerwritten:
            return
        for what, given in (('# channels', self._nchannels), ('sample width', self._sampwidth), ('sampling rate', self._framerate)):
            if not given:
                raise Error(f'{what} not specified')
        width = self._nchannels * self._sampwidth
        self._file.write(b'RIFF')
        self._nframes = self._nframes or datasize // width
        self._datalength = self._nframes * width
        try:
            self._place = self._file.tell()
        except (AttributeError, OSError):
            self._place = None
        self._file.write(struct.pack('<L4s4sLHHLLHH4s', 36 + self._datalength, b'WAVE', b'fmt ', 16, WAVE_FORMAT_PCM, self._nchannels,
                                     self._framerate, self._framerate * width, width, self._sampwidth * 8, b'data'))
        self._file.write(struct.pack('<L', self._datalength))
        self._headerwritten = True

    def _patchheader(self):
        """Says how long the sound has become, if the head says otherwise."""
        if self._datalength == self._datawritten:
            return
        here = self._file.tell()
        for place, length in ((self._place, 36 + self._datawritten), (self._place + 36, self._datawritten)):
            self._file.seek(place, 0)
            self._file.write(struct.pack('<L', length))
        self._file.seek(here, 0)
        self._datalength = self._datawritten


def open(f, mode=None):
    """A reader or a writer of a file."""
    if mode is None:
        mode = getattr(f, 'mode', 'rb')
    if mode in ('r', 'rb'):
        return Wave_read(f)
    if mode in ('w', 'wb'):
        return Wave_write(f)
    raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
