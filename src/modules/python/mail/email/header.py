"""Headers whose text is of several charsets, and the encoded words that they are written as (RFC 2047)."""
__all__ = ['Header', 'decode_header', 'make_header']
import binascii
import re
import email.base64mime
import email.quoprimime
from email.charset import Charset
from email.errors import HeaderParseError

MAXLINELEN, USASCII, UTF8 = 78, Charset('us-ascii'), Charset('utf-8')
ecre = re.compile(r'=\?(?P<charset>[^?]*?)\?(?P<encoding>[qQbB])\?(?P<encoded>.*?)\?=', re.M)
_EMBEDDED = re.compile(r'\n[^ \t]+:')


def decode_header(header):
    """Pairs of what stands there and its charset: bytes, or the text itself where no word is encoded."""
    if hasattr(header, '_chunks'):
        return [(string.encode('ascii', 'surrogateescape') if str(charset) == 'unknown-8bit' else
                 string.encode(str(charset), 'strict'), str(charset))
                for string, charset in header._chunks]
    if not ecre.search(header):
        return [(header, None)]
    words = []
    for line in header.splitlines():
        pieces, first = ecre.split(line), True
        while pieces:
            plain = pieces.pop(0)
            plain = plain.lstrip() if first else plain
            first = False
            if plain:
                words.append((plain, None, None))
            if pieces:
                charset, encoding, encoded = pieces[:3]
                del pieces[:3]
                words.append((encoded, encoding.lower(), charset.lower()))
    # Blanks between two encoded words are none.
    words = [word for at, word in enumerate(words)
             if not (0 < at < len(words) - 1 and word[1] is None and word[0].isspace()
                     and words[at - 1][1] and words[at + 1][1])]
    found = []
    for text, encoding, charset in words:
        data = _decoded(text, encoding)
        if found and found[-1][1] == charset:
            found[-1] = found[-1][0] + (b' ' if charset is None else b'') + data, charset
        else:
            found.append((data, charset))
    return found


def _decoded(text, encoding):
    if encoding is None:
        return bytes(text, 'raw-unicode-escape')
    if encoding == 'q':
        return bytes(email.quoprimime.header_decode(text), 'raw-unicode-escape')
    try:
        return email.base64mime.decode(text + '==='[:-len(text) % 4])
    except binascii.Error:
        raise HeaderParseError('Base64 decoding error')


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=' '):
    """A header of such pairs."""
    header = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for string, charset in decoded_seq:
        header.append(string, charset if charset is None or isinstance(charset, Charset) else Charset(charset))
    return header


def _outside(sign):
    """Whether a sign stands beside an encoded word without a blank."""
    return sign.isspace() or sign in '()\\'


class Header:
    """Pieces of text, each with its charset."""

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=' ', errors='strict'):
        charset = USASCII if charset is None else charset if isinstance(charset, Charset) else Charset(charset)
        self._charset, self._continuation_ws, self._chunks = charset, continuation_ws, []
        if s is not None:
            self.append(s, charset, errors)
        self._maxlinelen = MAXLINELEN if maxlinelen is None else maxlinelen
        self._headerlen = 0 if header_name is None else len(header_name) + 2

    def __str__(self):
        self._normalize()
        found, before, blank = [], None, None
        for string, charset in self._chunks:
            kind = str(charset)
            if kind == 'unknown-8bit':
                string = string.encode('ascii', 'surrogateescape').decode('ascii', 'replace')
            if found:
                starts = string and _outside(string[0])
                if before not in (None, 'us-ascii'):
                    if kind in ('None', 'us-ascii') and not starts:
                        found.append(' ')
                        kind = None
                elif kind not in ('None', 'us-ascii') and not blank:
                    found.append(' ')
            blank, before = string and _outside(string[-1]), kind
            found.append(string)
        return ''.join(found)

    def __eq__(self, other):
        return other == str(self)

    def append(self, s, charset=None, errors='strict'):
        """Adds a piece."""
        charset = self._charset if charset is None else charset if isinstance(charset, Charset) else Charset(charset)
        if not isinstance(s, str):
            codec = charset.input_codec or 'us-ascii'
            s = s.decode('us-ascii', 'surrogateescape') if codec == 'unknown-8bit' else s.decode(codec, errors)
        codec = charset.output_codec or 'us-ascii'
        if codec != 'unknown-8bit':
            try:
                s.encode(codec, errors)
            except UnicodeEncodeError:
                if codec != 'us-ascii':
                    raise
                charset = UTF8
        self._chunks.append((s, charset))

    def _normalize(self):
        """Neighbours of one charset are one piece."""
        pieces = []
        for string, charset in self._chunks:
            if pieces and pieces[-1][1] == charset:
                pieces[-1] = pieces[-1][0] + ' ' + string, charset
            else:
                pieces.append((string, charset))
        self._chunks = pieces

    def encode(self, splitchars=';, \t', maxlinelen=None, linesep='\n'):
        """The header as it is written, in lines."""
        self._normalize()
        width = self._maxlinelen if maxlinelen is None else maxlinelen
        lines = _Lines(self._headerlen, width or 1000000, self._continuation_ws, splitchars)
        before = blank = None
        for number, (string, charset) in enumerate(self._chunks):
            if number:
                starts = string and _outside(string[0])
                plain = charset in (None, 'us-ascii')
                if before not in (None, 'us-ascii'):
                    if not starts or not plain:
                        lines.words.append((' ', ''))
                elif not plain and not blank:
                    lines.words.append((' ', ''))
            blank, before = string and _outside(string[-1]), charset
            rows = string.splitlines() or ['']
            lines.feed('', rows[0], charset)
            for row in rows[1:]:
                lines.end()
                text = row.lstrip()
                if charset.header_encoding is None:
                    lines.feed(row[:len(row) - len(text)], text, charset)
                else:
                    lines.feed(self._continuation_ws, ' ' + text, charset)
            if len(rows) > 1:
                lines.end()
        if self._chunks:
            lines.words.append((' ', ''))
        lines.end()
        value = linesep.join(lines.done)
        if _EMBEDDED.search(value):
            raise HeaderParseError(f'header value appears to contain an embedded header: {value!r}')
        return value


class _Lines:
    """Lines that are filled with words, each with the blanks before it, and broken where that is best."""

    def __init__(self, start, width, blank, breaks):
        self.width, self.blank, self.breaks = width, blank, breaks
        self.done, self.words, self.start = [], [], start

    def length(self):
        return self.start + sum(len(blank) + len(word) for blank, word in self.words)

    def end(self):
        """What stands in the line is done."""
        if self.words and self.words[-1] == (' ', ''):
            self.words.pop()
        if self.length():
            text = ''.join(blank + word for blank, word in self.words)
            if text.isspace() and not self.start and self.done:
                self.done[-1] += text
            else:
                self.done.append(text)
        self.words, self.start = [], 0

    def widths(self):
        yield self.width - self.length()
        while True:
            yield self.width - len(self.blank)

    def feed(self, blank, string, charset):
        if charset.header_encoding is None:
            pieces = re.split('([ \t]+)', blank + string)
            pieces = pieces[1:] if not pieces[0] else ['', *pieces]
            for blank, word in zip(pieces[::2], pieces[1::2]):
                self.add(blank, word)
            return
        encoded = charset.header_encode_lines(string, self.widths())
        first = encoded.pop(0)
        if first is not None:
            self.add(blank, first)
        if encoded:
            self.end()
            self.done += [self.blank + line for line in encoded[:-1]]
            self.words.append((self.blank, encoded[-1]))

    def add(self, blank, word):
        self.words.append((blank, word))
        if self.length() <= self.width:
            return
        at = self.place()
        if at is not None:
            self.done.append(''.join(blank + word for blank, word in self.words[:at]))
            self.words, self.start = self.words[at:], 0
        elif self.start > 0:
            self.words.pop()
            self.end()
            self.words.append((blank or ' ', word))

    def place(self):
        """Before which word the line is broken: the last place that the first of the breaks has."""
        for sign in self.breaks:
            for at in range(len(self.words) - 1, 0, -1):
                blank, before = self.words[at][0], self.words[at - 1][1]
                if sign.isspace() and blank.startswith(sign) or before.endswith(sign):
                    return at
        return None
