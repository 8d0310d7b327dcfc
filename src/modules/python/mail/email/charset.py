"""Charsets, and how mail encodes what is written in them."""
__all__ = ['Charset', 'add_alias', 'add_charset', 'add_codec']
import email.base64mime
import email.quoprimime
from email import errors
from email.encoders import encode_7or8bit

QP, BASE64, SHORTEST, RFC2047_CHROME_LEN = 1, 2, 3, 7
DEFAULT_CHARSET, UNKNOWN8BIT = 'us-ascii', 'unknown-8bit'
# For a header, for a body, and what it becomes.
CHARSETS = {f'iso-8859-{part}': (QP, QP, None) for part in (1, 2, 3, 4, 9, 10, 13, 14, 15, 16)} | {
    'windows-1252': (QP, QP, None), 'viscii': (QP, QP, None), 'us-ascii': (None, None, None), 'big5': (BASE64, BASE64, None),
    'gb2312': (BASE64, BASE64, None), 'euc-jp': (BASE64, None, 'iso-2022-jp'), 'shift_jis': (BASE64, None, 'iso-2022-jp'),
    'iso-2022-jp': (BASE64, None, None), 'koi8-r': (BASE64, BASE64, None), 'utf-8': (SHORTEST, BASE64, 'utf-8')}
ALIASES = {f'latin{sep}{latin}': f'iso-8859-{part}' for latin, part in
           ((1, 1), (2, 2), (3, 3), (4, 4), (5, 9), (6, 10), (7, 13), (8, 14), (9, 15), (10, 16)) for sep in '_-'} | {
    'cp949': 'ks_c_5601-1987', 'euc_jp': 'euc-jp', 'euc_kr': 'euc-kr', 'ascii': 'us-ascii'}
CODEC_MAP = {'gb2312': 'eucgb2312_cn', 'big5': 'big5_tw', 'us-ascii': None}


def add_charset(charset, header_enc=None, body_enc=None, output_charset=None):
    """Says how a charset is encoded."""
    if body_enc == SHORTEST:
        raise ValueError('SHORTEST not allowed for body_enc')
    CHARSETS[charset] = header_enc, body_enc, output_charset


def add_alias(alias, canonical):
    """Another name of a charset."""
    ALIASES[alias] = canonical


def add_codec(charset, codecname):
    """The codec of a charset."""
    CODEC_MAP[charset] = codecname


def _encode(string, codec):
    return string.encode('ascii', 'surrogateescape') if codec == UNKNOWN8BIT else string.encode(codec)


class Charset:
    """A charset as mail knows it."""

    def __init__(self, input_charset=DEFAULT_CHARSET):
        try:
            if isinstance(input_charset, str):
                input_charset.encode('ascii')
            else:
                input_charset = str(input_charset, 'ascii')  #: 215
        except UnicodeError:
            raise errors.CharsetError(input_charset)
        input_charset = input_charset.lower()
        self.input_charset = ALIASES.get(input_charset, input_charset)
        head, body, output = CHARSETS.get(self.input_charset, (SHORTEST, BASE64, None))
        output = output or self.input_charset
        self.header_encoding, self.body_encoding, self.output_charset = head, body, ALIASES.get(output, output)
        self.input_codec = CODEC_MAP.get(self.input_charset, self.input_charset)
        self.output_codec = CODEC_MAP.get(self.output_charset, self.output_charset)

    def __repr__(self):
        return self.input_charset.lower()

    def __eq__(self, other):
        return str(self) == str(other).lower()

    def get_body_encoding(self):
        """The name of a body's encoding, or what encodes a message."""
        assert self.body_encoding != SHORTEST
        return {QP: 'quoted-printable', BASE64: 'base64'}.get(self.body_encoding, encode_7or8bit)

    def get_output_charset(self):
        """What the text becomes."""
        return self.output_charset or self.input_charset

    def _encoder(self, data):
        modules = {BASE64: email.base64mime, QP: email.quoprimime}
        if self.header_encoding == SHORTEST:
            return min(email.quoprimime, email.base64mime, key=lambda module: module.header_length(data))
        return modules.get(self.header_encoding)

    def header_encode(self, string):
        """An encoded word."""
        codec = self.output_codec or 'us-ascii'
        data = _encode(string, codec)
        encoder = self._encoder(data)
        return encoder.header_encode(data, codec) if encoder else string

    def header_encode_lines(self, string, maxlengths):
        """Encoded words that are no longer than each of these lengths; None first: nothing fits into the first."""
        codec = self.output_codec or 'us-ascii'
        encoder = self._encoder(_encode(string, codec))
        charset = self.get_output_charset()
        extra = len(charset) + RFC2047_CHROME_LEN
        lines, line, room = [], '', next(maxlengths) - extra
        for character in string:
            if encoder.header_length(_encode(line + character, charset)) > room:
                lines.append(encoder.header_encode(_encode(line, codec), codec) if lines or line else None)
                line, room = '', next(maxlengths) - extra
            line += character
        return lines + [encoder.header_encode(_encode(line, codec), codec)]

    def body_encode(self, string):
        """What a body's text is written as."""
        if not string:
            return string
        if self.body_encoding == BASE64:
            return email.base64mime.body_encode(string.encode(self.output_charset) if isinstance(string, str) else string)
        if self.body_encoding == QP:
            data = string.encode(self.output_charset) if isinstance(string, str) else string
            return email.quoprimime.body_encode(data.decode('latin1'))
        return string.encode(self.output_charset).decode('ascii') if isinstance(string, str) else string
