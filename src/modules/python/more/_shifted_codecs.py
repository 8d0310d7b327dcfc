"""Encodings of seven bits whose bytes mean what the marks before them say: ISO-2022-JP and its kin, ISO-2022-KR and HZ."""
import codecs

_ILLEGAL, _INCOMPLETE = 'illegal multibyte sequence', 'incomplete multibyte sequence'


class _Short(Exception):
    """What begins here is not all there."""


class _Wrong(Exception):
    """So many bytes are no character."""


def _pair(data, at, charset, length):
    """The character that two bytes are in a charset of eight bits."""
    if at + 1 >= len(data):
        raise _Short
    try:
        return bytes((data[at] | 128, data[at + 1] | 128)).decode(charset)
    except UnicodeDecodeError:
        raise _Wrong(length) from None


def _in_pair(character, charset):
    """The two bytes of a character, without their eighth bits; None if it has no such."""
    try:
        data = character.encode(charset)
    except UnicodeEncodeError:
        return None
    return bytes(byte & 127 for byte in data) if len(data) == 2 and data[0] >= 0xa1 else None


def _escape_at(data, at, known):
    """What an escape at a place says; None: it is a character. Its length is with it."""
    second = data[at + 1:at + 2]
    if second and second not in (b'(', b')', b'$', b'.', b'&'):
        return None
    for escape in known:
        if data.startswith(escape, at):
            return escape
    end = next((i for i in range(at + 1, len(data)) if data[i] == 64 or 65 <= data[i] <= 90), None)
    if end is None:
        raise _Short
    raise _Wrong(end + 1 - at)


def _passed(data, at, state):
    """What is no escape that is known is taken as it is, up to what would end one."""
    end = next((i + 1 for i in range(at + 1, len(data)) if 64 <= data[i] <= 90), len(data))
    return data[at:end].decode('latin-1'), end, state


class Japanese:
    """Escapes say which characters follow."""
    name, start = 'iso2022_jp', b'\x1b(B'
    _ESCAPES = b'\x1b(B', b'\x1b(J', b'\x1b$@', b'\x1b$B'
    _ROMAN = {'¥': b'\\', '‾': b'~'}

    def put(self, character, state):
        if character < '\x80':
            wanted, data = b'\x1b(B', character.encode()
        elif character in self._ROMAN:
            wanted, data = b'\x1b(J', self._ROMAN[character]
        else:
            wanted, data = b'\x1b$B', _in_pair(character, 'euc_jp')
        return data and ((b'' if wanted == state else wanted) + data, wanted)

    def end(self, state):
        return b'' if state == self.start else self.start

    def take(self, data, at, state):
        if data[at] == 27:
            escape = _escape_at(data, at, self._ESCAPES)
            return ('', at + 3, escape) if escape else _passed(data, at, state)
        if data[at] >= 128:
            raise _Wrong(1)
        if data[at] >= 32 and state[1:2] == b'$':
            return _pair(data, at, 'euc_jp', 2), at + 2, state
        character = chr(data[at])
        if state == b'\x1b(J':
            character = {'\\': '¥', '~': '‾'}.get(character, character)
        return character, at + 1, state


def _second_pair(character):
    """The two bytes of a character of JIS X 0212."""
    try:
        data = character.encode('euc_jp')
    except UnicodeEncodeError:
        return None
    return bytes(byte & 127 for byte in data[1:]) if len(data) == 3 else None


def _katakana(character):
    return bytes([ord(character) - 0xff40]) if '\uff61' <= character <= '\uff9f' else None


class MoreJapanese:
    """Several charsets of Japanese, and others: ISO-2022-JP-1, -2 and -EXT. The state: the escape of what is written by
    seven bits, and that of the half from which single characters are read (ISO-2022-JP-2)."""
    start = b'\x1b(B', b''
    # How a character is written by each charset, as they are tried.
    _FIRST = [(b'\x1b$B', lambda character: _in_pair(character, 'euc_jp')), (b'\x1b$(D', _second_pair)]
    _ROMAN = [(b'\x1b(J', {'¥': b'\\', '‾': b'~'}.get)]
    _SINGLE = ()

    def put(self, character, state):
        first, second = state
        if character < '\x80':
            # What single characters are taken from holds for one line.
            state = self.start[0], b'' if character == '\n' else second
            return (b'' if first == state[0] else state[0]) + character.encode(), state
        for escape, find in self._charsets:
            data = find(character)
            if data is not None:
                return (b'' if first == escape else escape) + data, (escape, second)
        return None

    def end(self, state):
        return b'' if state[0] == self.start[0] else self.start[0]

    def take(self, data, at, state):
        first, second = state
        if data[at] == 27:
            if self._SINGLE and data[at + 1:at + 2] == b'N':
                if at + 2 >= len(data):
                    raise _Short
                charset = dict(self._SINGLE).get(second)
                try:
                    return bytes([data[at + 2] | 128]).decode(charset or 'ascii'), at + 3, state
                except UnicodeDecodeError:
                    raise _Wrong(3) from None
            if escape := _escape_at(data, at, self._escapes):
                return '', at + len(escape), (first, escape) if escape[1:2] == b'.' else (escape, second)
            return _passed(data, at, state)
        if data[at] >= 128:
            raise _Wrong(1)
        if data[at] == 10:
            return '\n', at + 1, (first, b'')
        if data[at] < 32 or first == b'\x1b(B':
            return chr(data[at]), at + 1, state
        if first == b'\x1b(J':
            return {92: '¥', 126: '‾'}.get(data[at], chr(data[at])), at + 1, state
        if first == b'\x1b(I':
            if not 0x21 <= data[at] <= 0x5f:
                raise _Wrong(1)
            return chr(data[at] + 0xff40), at + 1, state
        charset = {b'\x1b$(D': 'euc_jp', b'\x1b$(C': 'euc_kr', b'\x1b$(A': 'gb2312', b'\x1b$A': 'gb2312'}.get(first, 'euc_jp')
        if at + 1 < len(data) and data[at + 1] >= 128:
            raise _Wrong(2)
        if first != b'\x1b$(D':
            return _pair(data, at, charset, 2), at + 2, state
        if at + 1 >= len(data):
            raise _Short
        try:
            return bytes((0x8f, data[at] | 128, data[at + 1] | 128)).decode('euc_jp'), at + 2, state
        except UnicodeDecodeError:
            raise _Wrong(2) from None


class Japanese1(MoreJapanese):
    name, _charsets = 'iso2022_jp_1', MoreJapanese._FIRST + MoreJapanese._ROMAN
    _escapes = b'\x1b(B', b'\x1b(J', b'\x1b$@', b'\x1b$B', b'\x1b$(D'


class Japanese2(MoreJapanese):
    name = 'iso2022_jp_2'
    _charsets = MoreJapanese._FIRST + [
        (b'\x1b$(C', lambda character: _in_pair(character, 'euc_kr')), (b'\x1b$(A', lambda character: _in_pair(character, 'gb2312')),
        *MoreJapanese._ROMAN]
    _SINGLE = (b'\x1b.A', 'iso8859-1'), (b'\x1b.F', 'iso8859-7')
    _escapes = (*Japanese1._escapes, b'\x1b$(C', b'\x1b$(A', b'\x1b$A', b'\x1b.A', b'\x1b.F')


class JapaneseExtended(MoreJapanese):
    name, _charsets = 'iso2022_jp_ext', [*MoreJapanese._FIRST, *MoreJapanese._ROMAN, (b'\x1b(I', _katakana)]
    _escapes = (*Japanese1._escapes, b'\x1b(I')


class Korean:
    """An escape announces the characters between SO and SI."""
    name, start = 'iso2022_kr', ''
    _ESCAPES = b'\x1b$)C', b'\x1b(B'

    def put(self, character, state):
        ascii = character < '\x80'
        data = character.encode() if ascii else _in_pair(character, 'euc_kr')
        if data is None:
            return None
        if ascii:
            return (b'\x0f' if state == 'out' else b'') + data, 'in' if state else ''
        return (b'' if state else b'\x1b$)C') + (b'' if state == 'out' else b'\x0e') + data, 'out'

    def end(self, state):
        return b'\x0f' if state == 'out' else b''

    def take(self, data, at, state):
        if data[at] == 27 and (escape := _escape_at(data, at, self._ESCAPES)):
            return '', at + len(escape), (state or 'in') if escape == b'\x1b$)C' else state
        if data[at] >= 128:
            raise _Wrong(1)
        if data[at] in (14, 15):
            return '', at + 1, state and ('out' if data[at] == 14 else 'in')
        if data[at] >= 32 and state == 'out':
            return _pair(data, at, 'euc_kr', 2), at + 2, state
        return chr(data[at]), at + 1, state and 'in' if data[at] == 10 else state


class Chinese:
    """Between ~{ and ~} stand the pairs of GB 2312."""
    name, start = 'hz', False

    def put(self, character, state):
        if character < '\x80':
            return (b'~}' if state else b'') + (b'~~' if character == '~' else character.encode()), False
        data = _in_pair(character, 'gb2312')
        return data and ((b'' if state else b'~{') + data, True)

    def end(self, state):
        return b'~}' if state else b''

    def take(self, data, at, state):
        if data[at] == 126:
            if at + 1 == len(data):
                raise _Short
            found = {b'~': ('~', state), b'\n': ('', state), b'{': ('', True), b'}': ('', False)}.get(data[at + 1:at + 2])
            if found is None or state and data[at + 1] != 125 or not state and data[at + 1] == 125:
                raise _Wrong(1)
            return found[0], at + 2, found[1]
        if data[at] >= 128:
            raise _Wrong(1)
        if state:
            return _pair(data, at, 'gb2312', 1), at + 2, state
        return chr(data[at]), at + 1, state


_KINDS = {'iso2022jp1': Japanese1, 'iso2022jp2': Japanese2, 'iso2022jpext': JapaneseExtended,
          'iso2022jp': Japanese, 'csiso2022jp': Japanese, 'iso2022kr': Korean, 'csiso2022kr': Korean,
          'hz': Chinese, 'hzgb': Chinese, 'hzgb2312': Chinese}


def _encoded(kind, text, errors, state):
    # As CPython's codecs of several bytes do: anything has a text.
    text = str(text)
    out, at = bytearray(), 0
    while at < len(text):
        made = kind.put(text[at], state)
        if made is not None:
            at, (data, state) = at + 1, made
            out += data
            continue
        error = UnicodeEncodeError(kind.name, text, at, at + 1, _ILLEGAL)
        instead, at, text = codecs._handled(codecs.lookup_error(errors), error)
        for character in instead if isinstance(instead, str) else ():
            made = kind.put(character, state)
            if made is None:
                raise error
            out, state = out + made[0], made[1]
        out += b'' if isinstance(instead, str) else instead
    return bytes(out), state


def _decoded(kind, data, errors, state, final):
    """Text, how many bytes it has taken, and the state behind it."""
    out, at = [], 0
    while at < len(data):
        try:
            character, at, state = kind.take(data, at, state)
            out.append(character)
            continue
        except _Short:
            if not final:
                break
            end, why = len(data), _INCOMPLETE
        except _Wrong as wrong:
            end, why = at + wrong.args[0], _ILLEGAL
        error = UnicodeDecodeError(kind.name, data, at, end, why)
        instead, at, data = codecs._handled(codecs.lookup_error(errors), error)
        out.append(instead)
    return ''.join(out), at, state


def find(plain):
    """By a name without underscores: how the codec shows itself, its functions, and the classes that go piece by piece."""
    if plain not in _KINDS:
        return None
    kind = _KINDS[plain]()

    def encode(text, errors='strict'):
        text = str(text)
        data, state = _encoded(kind, text, errors, kind.start)
        return data + kind.end(state), len(text)

    def decode(data, errors='strict', final=True):
        return _decoded(kind, codecs._bytes_of(data), errors, kind.start, final)[:2]

    class IncrementalEncoder(codecs.IncrementalEncoder):
        _state = kind.start

        def encode(self, input, final=False):
            data, self._state = _encoded(kind, input, self.errors, self._state)
            if final:
                data, self._state = data + kind.end(self._state), kind.start
            return data

        def reset(self):
            self._state = kind.start

    class IncrementalDecoder(codecs.IncrementalDecoder):
        _state, _left = kind.start, b''

        def decode(self, input, final=False):
            data = self._left + input
            text, taken, self._state = _decoded(kind, data, self.errors, self._state, final)
            self._left = data[taken:]
            return text

        def reset(self):
            self._state, self._left = kind.start, b''

    return kind.name, encode, decode, IncrementalEncoder, IncrementalDecoder, *streams(IncrementalEncoder, IncrementalDecoder)


def streams(encoder, decoder):
    """The readers and writers of codecs in C: sizes are bytes, and the state goes on from piece to piece."""
    class StreamReader(codecs.StreamReader):
        def reset(self):
            super().reset()
            self._decoder = decoder(self.errors)

        def _taken(self, take, size):
            size = -1 if size is None else size
            while True:
                data = take(size)
                text = self._decoder.decode(data, size < 0 and take == self.stream.read or not data)
                if text or not data or size < 0:
                    return text

        def read(self, size=None, /):
            return self._taken(self.stream.read, size)

        def readline(self, size=None, /):
            return self._taken(self.stream.readline, size)

        def readlines(self, sizehint=None, /):
            return self.read(sizehint).splitlines(True)

    class StreamWriter(codecs.StreamWriter):
        def __init__(self, stream, errors='strict'):
            super().__init__(stream, errors)
            self._encoder = encoder(errors)

        def write(self, object, /):
            self.stream.write(self._encoder.encode(object))

    return StreamReader, StreamWriter
