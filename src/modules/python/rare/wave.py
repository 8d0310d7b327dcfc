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
    _sound = {'comptype': 'NONE', 'compname': 'not compressed'}

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


def _format(content):  #: in wave.py _read_fmt_chunk
    """What the part that describes the samples says: channels, bytes of a sample, frames a second."""
    if len(content) < 14:
        raise EOFError
    kind, channels, rate, _, _ = struct.unpack_from('<HHLLH', content)
    if kind != WAVE_FORMAT_PCM and kind != WAVE_FORMAT_EXTENSIBLE:
        raise Error(f'unknown format: {kind!r}')  #: 387 raise Error('unknown format: %r' % (wFormatTag,))
    if len(content) < (40 if kind == WAVE_FORMAT_EXTENSIBLE else 16):
        raise EOFError
    if kind == WAVE_FORMAT_EXTENSIBLE and (subtype := content[24:40]) != KSDATAFORMAT_SUBTYPE_PCM:
        from uuid import UUID
        raise Error(f'unknown extended format: {UUID(bytes_le=subtype)}')
    width = -(-int.from_bytes(content[14:16], 'little') // 8)
    if width == 0:
        raise Error('bad sample width')  #: 410
    if channels == 0:
        raise Error('bad # of channels')  #: 412
    return {'nchannels': channels, 'sampwidth': width, 'framerate': rate}


class Wave_read(_Sound):  #: in wave.py
    """A sound that is read."""

    def __init__(self, f):
        if isinstance(f, str):
            f = self._own = builtins.open(f, 'rb')  #: 282 f = «builtins.open(f, 'rb')»
        try:
            self.initfp(f)  #: 286
        except BaseException:
            self._let_go()
            raise

    def initfp(self, file):
        self._sound = self._sound.copy()
        self._stream, self._at, self._left = file, 0, 8
        name, self._left = self._head()  #: 251 self._file = «_Chunk(file, bigendian = 0)»
        if name != b'RIFF':
            raise Error('file does not start with RIFF id')  #: 253
        if self._take(4) != b'WAVE':  #: 254 if «self._file.read(4)» != b'WAVE':
            raise Error('not a WAVE file')  #: 255
        while (head := self._head(required=False)) is not None and head[0] != b'data':
            content = self._take(head[1])
            self._take(head[1] % 2)
            if head[0] == b'fmt ':
                self._sound.update(_format(content))  #: 266 «self._read_fmt_chunk(chunk)»
        if head is None:
            raise Error('fmt chunk and/or data chunk missing')  #: 277
        if 'sampwidth' not in self._sound:
            raise Error('data chunk before fmt chunk')  #: 270
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
        self._at, self._rest = 0, None

    def setpos(self, pos):
        if not 0 <= pos <= self._sound['nframes']:
            raise Error('position not in range')  #: 356
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

    def __init__(self, f):
        if isinstance(f, str):
            f = self._own = builtins.open(f, 'wb')  #: 447 f = «builtins.open(f, 'wb')»
        try:
            self.initfp(f)  #: 450
        except BaseException:
            self._let_go()
            raise

    def initfp(self, file):
        self._stream, self._begin, self._sound = file, None, self._sound.copy()
        # Bytes of samples: those that were written, and those of which the head speaks, once there is one.
        self._bytes, self._told = 0, None
        self._sound.update(nchannels=0, sampwidth=0, framerate=0, nframes=0)
        self._frames = 0

    def setnchannels(self, nchannels):
        if self._bytes:
            raise Error('cannot change parameters after starting to write')  #: 482
        if nchannels < 1:  #: 483
            raise Error('bad # of channels')  #: 484
        self._sound['nchannels'] = nchannels

    def setsampwidth(self, sampwidth):
        if self._bytes:
            raise Error('cannot change parameters after starting to write')  #: 494
        if not 1 <= sampwidth <= 4:  #: 495 if «sampwidth < 1» or sampwidth > 4:
            raise Error('bad sample width')  #: 496
        self._sound['sampwidth'] = sampwidth

    def setframerate(self, framerate):
        if self._bytes:
            raise Error('cannot change parameters after starting to write')  #: 506
        if framerate <= 0:  #: 507
            raise Error('bad frame rate')  #: 508
        self._sound['framerate'] = int(round(framerate))

    def setnframes(self, nframes):
        if self._bytes:
            raise Error('cannot change parameters after starting to write')  #: 518
        self._sound['nframes'] = nframes

    def setcomptype(self, comptype, compname):
        if self._bytes:
            raise Error('cannot change parameters after starting to write')  #: 526
        if comptype != 'NONE':
            raise Error('unsupported compression type')  #: 528
        self._sound.update(comptype=comptype, compname=compname)

    def setparams(self, params):
        channels, width, rate, frames, kind, name = params  #: 539 «nchannels, sampwidth, framerate, nframes, comptype, compname» = params
        if self._bytes:
            raise Error('cannot change parameters after starting to write')  #: 541
        self.setnchannels(channels)  #: 542 self.setnchannels(nchannels)
        self.setsampwidth(width)  #: 543 self.setsampwidth(sampwidth)
        self.setframerate(rate)  #: 544 self.setframerate(framerate)
        self.setnframes(frames)  #: 545 self.setnframes(nframes)
        self.setcomptype(kind, name)  #: 546 self.setcomptype(comptype, compname)

    def setmark(self, id, pos, name):
        _outdated(self, 'setmark')
        raise Error('setmark() not supported')  #: 557

    def getnchannels(self):
        if not self._sound['nchannels']:
            raise Error('number of channels not set')  #: 489
        return self._sound['nchannels']

    def getsampwidth(self):
        if not self._sound['sampwidth']:
            raise Error('sample width not set')  #: 501
        return self._sound['sampwidth']

    def getframerate(self):
        if not self._sound['framerate']:
            raise Error('frame rate not set')  #: 513
        return self._sound['framerate']

    def getnframes(self):
        return self._frames

    def getparams(self):
        if not (self._frame_size() and self._sound['framerate']):
            raise Error('not all parameters set')  #: 550
        return self._params()

    def tell(self):
        return self._frames

    def writeframesraw(self, data):
        if not isinstance(data, (bytes, bytearray)):
            data = memoryview(data).cast('B')  #: 574
        self._begin_file(len(data))  #: 575 self._ensure_header_written(len(data))
        self._stream.write(data)  #: 581 self._file.write(data)
        self._bytes += len(data)
        self._frames += len(data) // self._frame_size()

    def writeframes(self, data):
        self.writeframesraw(data)  #: 586
        self._tell_length()

    def close(self):
        try:
            if self._stream is not None:
                self._begin_file(0)  #: 593 self._ensure_header_written(0)
                self._tell_length()
                self._stream.flush()
        finally:
            self._let_go()

    def _begin_file(self, size):  #: in wave.py _ensure_header_written
        """The head, unless it is there: of so many bytes, if nothing was said of a length."""
        if self._told is not None:
            return
        if not self._sound['nchannels']:
            raise Error('# channels not specified')  #: 611
        if not self._sound['sampwidth']:
            raise Error('sample width not specified')  #: 613
        if not self._sound['framerate']:
            raise Error('sampling rate not specified')  #: 615
        self._write_head(size)  #: 616 self._write_header(datasize)

    def _write_head(self, size):  #: in wave.py _write_header
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

    def _tell_length(self):  #: in wave.py _patchheader
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
    if mode in ('r', 'rb'):
        return Wave_read(f)  #: 659
    if mode in ('w', 'wb'):
        return Wave_write(f)  #: 661
    raise Error("mode must be 'r', 'rb', 'w', or 'wb'")  #: 663


from _frames import unseen as _unseen
_unseen(_Sound)
