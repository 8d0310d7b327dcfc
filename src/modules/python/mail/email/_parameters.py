"""The parameters behind a word in a header, as RFC 2045 writes them and RFC 2231 continues them."""
import re
from email import errors, utils
from email._folding import decoded

_TOKEN = r"[^\s()<>@,;:\\\"/\[\]?=*'%]+"
_NAME = re.compile(_TOKEN)
_VALUE = re.compile(_TOKEN.replace('%', ''))
_SECTION = re.compile(r'\*(\d+)')
_QUOTED = re.compile(r'"((?:\\.|[^"\\])*)("|$)', re.S)
_BLANKS = re.compile(r'\s*')
_ENCODED_WORD = re.compile(r'=\?[^?\s]*\?[qQbB]\?[^?\s]*\?=')
_CHARSET = re.compile(r"([^']*)'([^']*)'(.*)", re.S)


class _Invalid(Exception):
    pass


def past_comments(text, at):
    """Behind blanks and comments, which nest."""
    at = _BLANKS.match(text, at).end()
    while text.startswith('(', at):
        depth = 0
        while at < len(text):
            sign = text[at]
            depth += (sign == '(') - (sign == ')')
            at += 2 if sign == '\\' else 1
            if not depth:
                break
        at = _BLANKS.match(text, at).end()
    return at


class _Reader:
    """Reads the entries between semicolons. Defects of the whole come before those of its parts."""

    def __init__(self, text):
        self.text, self.at, self.own, self.inner = text, 0, [], []

    def defect(self, text):
        self.inner.append(errors.InvalidHeaderDefect(text))

    def entries(self):
        """Of each entry its name, its section (None: the only one), its charset (None: plain) and its value."""
        text = self.text
        while self.at < len(text):
            start, self.at = self.at, past_comments(text, self.at)
            if self.at == len(text):
                break
            if text[self.at] == ';':
                self.own.append(errors.InvalidHeaderDefect('parameter entry with no content'))
                self.at += 1
                continue
            try:
                yield self.entry(start)
                what = 'parameter with invalid trailing text'
            except _Invalid:
                self.at, what = start, 'invalid parameter'
            end = text.find(';', self.at)
            rest, self.at = text[self.at:end if end >= 0 else None], end + 1 if end >= 0 else len(text)
            if rest:
                self.own.append(errors.InvalidHeaderDefect(f'{what} {rest!r}'))

    def take(self, pattern):
        found = pattern.match(self.text, self.at)
        if not found:
            raise _Invalid
        self.at = found.end()
        return found

    def token(self, pattern):
        found = self.take(pattern)[0]
        if utils._has_surrogates(found):
            self.inner.append(errors.UndecodableBytesDefect('Non-ASCII characters found in header token'))
        return found

    def entry(self, start):
        text = self.text
        name, section = self.token(_NAME), None
        if number := _SECTION.match(text, self.at):
            self.at, section = number.end(), int(number[1])
            if number[1].startswith('0') and number[1] != '0':
                self.defect('section number has an invalid leading 0')
        extended = text.startswith('*', self.at)
        self.at = past_comments(text, self.at + extended)
        if self.at == len(text) or text[self.at] == ';':
            self.defect(f'Parameter contains name ({text[start:self.at]}) but no value')
            return name, section, None, ''
        if text[self.at] != '=':
            raise _Invalid
        self.at = past_comments(text, self.at + 1)
        is_quoted = text.startswith('"', self.at)
        if not extended:
            charset, value = None, self.quoted() if is_quoted else self.token(_VALUE)
            if not is_quoted and text.startswith("'", self.at):
                self.defect('Apparent initial-extended-value but attribute was not marked as extended or was not initial '
                            'section')
                value = self.past_language()
        elif is_quoted:
            charset, value = self.extended_quoted(section)
        else:
            charset, value = self.extended(section)
        self.at = past_comments(text, self.at)
        return name, section, charset, value

    def inside(self):
        found = self.take(_QUOTED)
        if not found[2]:
            self.defect('end of header inside quoted string')
        return re.sub(r'\\(.)', r'\1', found[1], flags=re.S)

    def quoted(self):
        """What stands in quotes. Encoded words have no business there."""
        value = self.inside()
        words = list(_ENCODED_WORD.finditer(value))
        for word in words:
            self.defect('encoded word inside quoted string')
            if not re.match(r'\s|=\?', value[word.end():]):
                self.defect('missing trailing whitespace after encoded-word')
        return decoded(value) if words else value

    def extended_quoted(self, section):
        value, charset = self.inside(), ''
        parts = None if section else _CHARSET.match(value)
        if parts:
            charset, _, value = parts.groups()
        if parts or section and '%' in value:
            self.defect('Quoted string value for extended parameter is invalid')
        else:
            self.defect('Parameter marked as extended but appears to have a quoted string value that is non-encoded')
            if section is None:
                self.defect('Missing required charset/lang delimiters')
        return charset, value

    def extended(self, section):
        if section:
            return '', self.take(_VALUE)[0]
        charset = ''
        if _VALUE.match(self.text, self.at):
            charset = self.token(_VALUE)
            if self.at == len(self.text):
                self.defect('Missing required charset/lang delimiters')
                return '', charset
        return charset, self.past_language()

    def past_language(self):
        """The value behind a charset and the language between apostrophes."""
        for is_first in (True, False):
            if not self.text.startswith("'", self.at):
                raise _Invalid
            self.at += 1
            if is_first and (language := _VALUE.match(self.text, self.at)):
                self.at = language.end()
        return self.take(_VALUE)[0]


def parameters(text, defects):
    """What each parameter says, by its name as it is written; what is wrong goes to `defects`."""
    reader = _Reader(text)
    parts = {}
    for name, section, charset, value in reader.entries():
        parts.setdefault(name.strip(), []).append((section or 0, charset, value))
    found = {name: _joined(sections, reader.own) for name, sections in parts.items()}
    defects += reader.own + reader.inner
    return found


def _joined(sections, defects):
    """The sections of a parameter in their order; the first one has the charset of all."""
    first = sections[0]
    sections = sorted(sections, key=lambda section: section[0])
    if first[1] is None and len(sections) > 1 and sections[1][0] == 0:
        defects.append(errors.InvalidHeaderDefect('duplicate parameter name; duplicate(s) ignored'))
        sections = sections[:1]
    pieces, charset, expected = [], sections[0][1], 0
    for number, extended, value in sections:
        if number != expected:
            if extended is None:
                defects.append(errors.InvalidHeaderDefect('duplicate parameter name; duplicate ignored'))
                continue
            defects.append(errors.InvalidHeaderDefect('inconsistent RFC2231 parameter numbering'))
        expected += 1
        if extended is not None:
            value = _unescaped(value, charset or 'us-ascii')
            if utils._has_surrogates(value):
                defects.append(errors.UndecodableBytesDefect())
        pieces.append(value)
    return ''.join(pieces)


def _unescaped(value, charset):
    from urllib.parse import unquote_to_bytes
    data = unquote_to_bytes(value.encode('utf-8', 'surrogateescape'))
    if not charset.isascii():
        # No encoding has such a name.
        charset = 'us-ascii' if utils._has_surrogates(charset) else 'utf-8'
    try:
        return data.decode(charset, 'surrogateescape')
    except LookupError:
        return data.decode('us-ascii', 'surrogateescape')
