"""Sounds as samples in a row: files of the kind WAVE, within RIFF."""
import builtins
import struct
from collections import namedtuple

__all__ = ['open', 'Error', 'Wave_read', 'Wave_write']
WAVE_FORMAT_PCM, WAVE_FORMAT_EXTENSIBLE = 1, 0xFFFE
KSDATAFORMAT_SUBTYPE_PCM = bytes.fromhex('0100000000001000800000aa00389b71')
_wave_params = namedtuple('_wave_params', 'nchannels sampwidth framerate nframes comptype compname')
# Behind these of the head of a file come the length of all that follows it, and that of the samples.
_HEAD = '<4sL4s4sLHHLLHH4sL'
_LENGTH_AT, _SAMPLES_AT = 4, 40


class Error(Exception):
    pass


class _Sound:
    """What a reader and a writer do alike: a file that is opened here is closed here."""
    _own = _stream = None

    def __init__(self, f):
        self._own = builtins.open(f, self._mode) if isinstance(f, str) else None
        self._sound = {'comptype': 'NONE', 'compname': 'not compressed'}
        try:
            self.initfp(self._own or f)
        except BaseException:
            self._let_go()
            raise

    def _let_go(self):
        self._stream, own, self._own = None, self._own, None
        if own is not None:
            own.close()

    def _frame_size(self):
        return self._sound['nchannels'] * self._sound['sampwidth']

    def _params(self):
        return _wave_params(**self._sound)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __del__(self):
        self.close()

    def getcomptype(self):
        return self._sound['comptype']

    def getcompname(self):
        return self._sound['compname']

    def getmarkers(self):
        _outdated(self, 'getmarkers')

    def getmark(self, id):
        _outdated(self, 'getmark')
        raise Error('no marks')


def _outdated(sound, name):
    import warnings
    warnings._deprecated(f'{type(sound).__name__}.{name}', remove=(3, 15))


def _format(content):
    """What the part that describes the samples says: channels, bytes of a sample, frames a second."""
    if len(content) < 14:
        raise EOFError
    kind, channels, rate, _, _ = struct.unpack_from('<HHLLH', content)
    if kind != WAVE_FORMAT_PCM and kind != WAVE_FORMAT_EXTENSIBLE:
        raise Error(f'unknown format: {kind!r}')
    if len(content) < (40 if kind == WAVE_FORMAT_EXTENSIBLE else 16):
        raise EOFError
    if kind == WAVE_FORMAT_EXTENSIBLE and (subtype := content[24:40]) != KSDATAFORMAT_SUBTYPE_PCM:
        from uuid import UUID
        raise Error(f'unknown extended format: {UUID(bytes_le=subtype)}')
    width = -(-int.from_bytes(content[14:16], 'little') // 8)
    if width == 0:
        raise Error('bad sample width')
    if channels == 0:
        raise Error('bad # of channels')
    return {'nchannels': channels, 'sampwidth': width, 'framerate': rate}


class Wave_read(_Sound):
    """A sound that is read."""
    _mode = 'rb'

    def initfp(self, file):
        self._stream, self._at, self._left = file, 0, 8
        name, self._left = self._head()
        if name != b'RIFF':
            raise Error('file does not start with RIFF id')
        if self._take(4) != b'WAVE':
            raise Error('not a WAVE file')
        while (head := self._head(required=False)) is not None and head[0] != b'data':
            content = self._take(head[1])
            self._take(head[1] % 2)
            if head[0] == b'fmt ':
                self._sound.update(_format(content))
        if head is None:
            raise Error('fmt chunk and/or data chunk missing')
        if 'sampwidth' not in self._sound:
            raise Error('data chunk before fmt chunk')
        self._length = self._rest = head[1]
        self._sound['nframes'] = self._length // self._frame_size()
        try:
            self._first = file.tell()
        except (AttributeError, OSError):
            # A stream that goes forward alone.
            self._first = None

    def _take(self, size):
        """The next bytes, as far as the outermost part goes."""
        data = self._stream.read(max(min(size, self._left), 0))
        self._left -= len(data)
        return data

    def _head(self, required=True):
        """The name and the length of the part that follows; None where the file ends."""
        head = self._take(8)
        if len(head) == 8:
            return struct.unpack('<4sL', head)
        if required:
            raise EOFError
        return None

    def close(self):
        self._let_go()

    def getfp(self):
        return self._stream

    def getparams(self):
        return self._params()

    def tell(self):
        return self._at

    def rewind(self):
        self.setpos(0)

    def setpos(self, pos):
        if not 0 <= pos <= self._sound['nframes']:
            raise Error('position not in range')
        self._at, self._rest = pos, None

    def readframes(self, nframes):
        width = self._frame_size()
        if self._rest is None:
            if self._first is None:
                raise OSError('cannot seek')
            self._stream.seek(self._first + self._at * width)
            self._rest = self._length - self._at * width
        wanted = self._rest if nframes < 0 else min(nframes * width, self._rest)
        data = self._stream.read(wanted) if wanted else b''
        self._rest -= len(data)
        self._at += len(data) // width
        return data


def _getter(name):
    def get(self):
        return self._sound[name]
    get.__name__, get.__qualname__ = f'get{name}', f'Wave_read.get{name}'
    return get


for _name in ('nchannels', 'sampwidth', 'framerate', 'nframes'):
    setattr(Wave_read, f'get{_name}', _getter(_name))


class Wave_write(_Sound):
    """A sound that is written; its length is put into the head once it is known."""
    _mode = 'wb'

    def initfp(self, file):
        self._stream, self._begin = file, None
        # Bytes of samples: those that were written, and those of which the head speaks, once there is one.
        self._bytes, self._told = 0, None
        self._sound.update(nchannels=0, sampwidth=0, framerate=0, nframes=0)
        self._frames = 0

    def _set(self, **values):
        if self._bytes:
            raise Error('cannot change parameters after starting to write')
        for name, (value, fits, otherwise) in values.items():
            if not fits:
                raise Error(otherwise)
            self._sound[name] = value

    def _get(self, name, otherwise):
        if not self._sound[name]:
            raise Error(otherwise)
        return self._sound[name]

    def setnchannels(self, nchannels):
        self._set(nchannels=(nchannels, nchannels >= 1, 'bad # of channels'))

    def setsampwidth(self, sampwidth):
        self._set(sampwidth=(sampwidth, 1 <= sampwidth <= 4, 'bad sample width'))

    def setframerate(self, framerate):
        self._set(framerate=(int(round(framerate)), framerate > 0, 'bad frame rate'))

    def setnframes(self, nframes):
        self._set(nframes=(nframes, True, ''))

    def setcomptype(self, comptype, compname):
        fits = comptype == 'NONE'
        self._set(comptype=(comptype, fits, 'unsupported compression type'), compname=(compname, fits, ''))

    def setparams(self, params):
        channels, width, rate, frames, *compression = params
        self._set()
        self.setnchannels(channels)
        self.setsampwidth(width)
        self.setframerate(rate)
        self.setnframes(frames)
        self.setcomptype(*compression)

    def setmark(self, id, pos, name):
        _outdated(self, 'setmark')
        raise Error('setmark() not supported')

    def getnchannels(self):
        return self._get('nchannels', 'number of channels not set')

    def getsampwidth(self):
        return self._get('sampwidth', 'sample width not set')

    def getframerate(self):
        return self._get('framerate', 'frame rate not set')

    def getnframes(self):
        return self._frames

    def getparams(self):
        if not (self._frame_size() and self._sound['framerate']):
            raise Error('not all parameters set')
        return self._params()

    def tell(self):
        return self._frames

    def writeframesraw(self, data):
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).cast('B')
        self._begin_file(len(data))
        self._stream.write(data)
        self._bytes += len(data)
        self._frames += len(data) // self._frame_size()

    def writeframes(self, data):
        self.writeframesraw(data)
        self._tell_length()

    def close(self):
        try:
            if self._stream is not None:
                self._begin_file(0)
                self._tell_length()
                self._stream.flush()
        finally:
            self._let_go()

    def _begin_file(self, size):
        """The head, unless it is there: of so many bytes, if nothing was said of a length."""
        if self._told is not None:
            return
        for name, words in ('nchannels', '# channels'), ('sampwidth', 'sample width'), ('framerate', 'sampling rate'):
            self._get(name, f'{words} not specified')
        channels, width, rate, frames = (self._sound[name] for name in ('nchannels', 'sampwidth', 'framerate', 'nframes'))
        frame = self._frame_size()
        self._sound['nframes'] = frames = frames or size // frame
        try:
            self._begin = self._stream.tell()
        except (AttributeError, OSError):
            pass
        self._told = frames * frame
        self._stream.write(struct.pack(_HEAD, b'RIFF', 36 + self._told, b'WAVE', b'fmt ', 16, WAVE_FORMAT_PCM, channels, rate,
                                       rate * frame, frame, width * 8, b'data', self._told))

    def _tell_length(self):
        """Says in the head how long the sound has become, if it says otherwise."""
        if self._told != self._bytes:
            here = self._stream.tell()
            for place, length in (_LENGTH_AT, 36 + self._bytes), (_SAMPLES_AT, self._bytes):
                self._stream.seek(self._begin + place)
                self._stream.write(struct.pack('<L', length))
            self._stream.seek(here)
            self._told = self._bytes


def _byteswap(data, width):
    """The bytes of each sample the other way round."""
    swapped = bytearray(len(data))
    for at in range(width):
        swapped[at::width] = data[width - 1 - at::width]
    return bytes(swapped)


def open(f, mode=None):
    """A reader or a writer of a file."""
    mode = getattr(f, 'mode', 'rb') if mode is None else mode
    if mode not in ('r', 'rb', 'w', 'wb'):
        raise Error("mode must be 'r', 'rb', 'w', or 'wb'")
    return Wave_write(f) if mode[0] == 'w' else Wave_read(f)


from _frames import unseen as _unseen
_unseen(_Sound)
