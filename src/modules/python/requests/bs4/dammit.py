"""What encoding bytes are in, and entities in place of characters."""
import codecs as _codecs
import re as _re
from html.entities import codepoint2name as _codepoint2name, html5 as _html5

from bs4._writing import escaped as _escaped, in_quotes as _in_quotes

_QUOTES = {0x20AC: 'EUR', 0x201A: ',', 0x192: 'f', 0x201E: ',,', 0x2026: '...', 0x2020: '+', 0x2021: '++', 0x2C6: '^', 0x2030: '%',
           0x160: 'S', 0x2039: '<', 0x152: 'OE', 0x17D: 'Z', 0x2018: "'", 0x2019: "'", 0x201C: '"', 0x201D: '"', 0x2022: '*',
           0x2013: '-', 0x2014: '--', 0x2DC: '~', 0x2122: '(TM)', 0x161: 's', 0x203A: '>', 0x153: 'oe', 0x17E: 'z', 0x178: 'Y'}


class EntitySubstitution:
    """Texts as they are written in documents."""
    ANY_ENTITY_RE = _re.compile(r'&(#\d+|#x[0-9a-fA-F]+|\w+);', _re.I)
    BARE_AMPERSAND_OR_BRACKET = _re.compile(r'([<>]|&(?!#\d+;|#x[0-9a-fA-F]+;|\w+;))')
    _names = None

    @classmethod
    def _with_names(cls, text):
        if cls._names is None:
            names = {characters: name.rstrip(';') for name, characters in sorted(_html5.items())}
            names.update((chr(code), name) for code, name in _codepoint2name.items())
            names = {characters: f'&{name};' for characters, name in names.items()
                     if not characters.isascii() or characters in '<>'}
            pairs = {characters: name for characters, name in names.items() if len(characters) > 1}
            either = '|'.join(map(_re.escape, pairs))
            # What may begin a pair is looked for first: there are many pairs.
            begins = _re.escape(''.join({pair[0] for pair in pairs}))
            EntitySubstitution._names = str.maketrans({one: names[one] for one in names if one not in pairs}), pairs, _re.compile(
                f'(?=[{begins}])(?:{either})')
        singles, pairs, pattern = cls._names
        return pattern.sub(lambda found: pairs[found[0]], text).translate(singles)

    @classmethod
    def substitute_html(cls, s):
        return cls._with_names(s.replace('&', '&amp;'))

    @classmethod
    def substitute_html5(cls, s):
        return cls._with_names(cls.ANY_ENTITY_RE.sub(r'&amp;\1;', s))

    @classmethod
    def substitute_html5_raw(cls, s):
        known = lambda found: found[0] if found[1] + ';' in _html5 else f'&amp;{found[1]};'
        return cls._with_names(cls.ANY_ENTITY_RE.sub(known, s))

    @classmethod
    def substitute_xml(cls, value, make_quoted_attribute=False):
        value = _escaped(value)
        return cls.quoted_attribute_value(value) if make_quoted_attribute else value

    @classmethod
    def substitute_xml_containing_entities(cls, value, make_quoted_attribute=False):
        value = cls.BARE_AMPERSAND_OR_BRACKET.sub(
            lambda found: {'&': '&amp;', '<': '&lt;', '>': '&gt;'}[found[0]], value)
        return cls.quoted_attribute_value(value) if make_quoted_attribute else value

    @classmethod
    def quoted_attribute_value(cls, value):
        return _in_quotes(value)


_MARKS = ((b'\x00\x00\xfe\xff', 'utf-32be'), (b'\xff\xfe\x00\x00', 'utf-32le'), (b'\xef\xbb\xbf', 'utf-8'),
          (b'\xfe\xff', 'utf-16be'), (b'\xff\xfe', 'utf-16le'))


class EncodingDetector:
    """The encodings that bytes may be in, the likeliest first."""

    def __init__(self, markup, known_definite_encodings=None, is_html=False, exclude_encodings=None, user_encodings=None,
                 override_encodings=None):
        self.known_definite_encodings = [*(known_definite_encodings or ()), *(override_encodings or ())]
        self.user_encodings, self.is_html = user_encodings or [], is_html
        self.exclude_encodings = {name.lower() for name in exclude_encodings or ()}
        self.markup, self.sniffed_encoding = self.strip_byte_order_mark(markup)
        self.declared_encoding = None

    def _likely(self):
        yield from self.known_definite_encodings
        yield self.sniffed_encoding
        yield from self.user_encodings
        self.declared_encoding = self.find_declared_encoding(self.markup, self.is_html)
        yield self.find_declared_encoding(self.markup, True)
        yield 'ascii' if self.markup.isascii() and self.markup else None
        yield from ('utf-8', 'windows-1252')

    @property
    def encodings(self):
        tried = set(self.exclude_encodings)
        for name in self._likely():
            if name is not None and name.lower() not in tried:
                tried.add(name.lower())
                yield name

    @classmethod
    def strip_byte_order_mark(cls, data):
        for mark, encoding in () if isinstance(data, str) else _MARKS:
            if data.startswith(mark) and (len(mark) != 2 or len(data) >= 4):
                return data[len(mark):], encoding
        return data, None

    @classmethod
    def find_declared_encoding(cls, markup, is_html=False, search_entire_document=False):
        text = markup if isinstance(markup, str) else markup.decode('latin-1')
        first, last = (None, None) if search_entire_document else (1024, max(2048, len(text) // 20))
        found = _re.match(r'\s*<\?xml[^>]*?encoding\s*=\s*[\'"](.*?)[\'"].*?\?>', text[:first])
        if found is None and is_html:
            found = _re.search(r'<\s*meta[^>]+charset\s*=\s*["\']?([^>]*?)[ /;\'">]', text[:last], _re.I)
        return found[1].lower() if found is not None else None


class UnicodeDammit:
    """The text that bytes stand for."""
    CHARSET_ALIASES = {'macintosh': 'mac-roman', 'x-sjis': 'shift-jis'}
    ENCODINGS_WITH_SMART_QUOTES = ['windows-1252', 'iso-8859-1', 'iso-8859-2']

    def __init__(self, markup, known_definite_encodings=None, smart_quotes_to=None, is_html=False, exclude_encodings=None,
                 user_encodings=None, override_encodings=None):
        self.smart_quotes_to, self.is_html, self.tried_encodings = smart_quotes_to, is_html, []
        self.contains_replacement_characters, self.original_encoding, self.unicode_markup = False, None, None
        self.detector = EncodingDetector(markup, known_definite_encodings, is_html, exclude_encodings, user_encodings,
                                         override_encodings)
        if isinstance(markup, str):
            self.markup, self.unicode_markup = markup.encode('utf8'), markup
            return
        self.markup = self.detector.markup
        any(map(self._decoded, self.detector.encodings))
        if not self.unicode_markup:
            for name in self.detector.encodings:
                if name != 'ascii' and self._decoded(name, 'replace'):
                    import logging
                    logging.getLogger('bs4.dammit').warning(
                        'Some characters could not be decoded, and were replaced with REPLACEMENT CHARACTER.')
                    self.contains_replacement_characters = True
                    break

    declared_html_encoding = property(lambda self: self.detector.declared_encoding if self.is_html else None)

    def find_codec(self, charset):
        for name in (self.CHARSET_ALIASES.get(charset, charset), charset.replace('-', ''), charset.replace('-', '_')):
            try:
                _codecs.lookup(name)
                return name.lower()
            except (LookupError, ValueError):
                pass
        return charset.lower()

    def _decoded(self, name, errors='strict'):
        codec, data = self.find_codec(name), self.markup
        if (codec, errors) in self.tried_encodings:
            return False
        self.tried_encodings.append((codec, errors))
        if self.smart_quotes_to is not None and codec in self.ENCODINGS_WITH_SMART_QUOTES:
            data = _re.sub(rb'[\x80-\x9f]', self._quote, data)
        try:
            text = data.decode(codec, errors)
        except (LookupError, ValueError):
            return False
        self.unicode_markup, self.original_encoding = text, codec
        return True

    def _quote(self, found):
        try:
            code = ord(found[0].decode('cp1252'))
        except UnicodeDecodeError:
            return b' ' if found[0] == b'\x81' else b'?'
        if self.smart_quotes_to == 'ascii':
            return _QUOTES[code].encode()
        name = f'#x{code:X}' if self.smart_quotes_to == 'xml' else _codepoint2name.get(code, f'#x{code:X}')
        return f'&{name};'.encode()

    @classmethod
    def detwingle(cls, in_bytes, main_encoding='utf8', embedded_encoding='windows-1252'):
        """Windows' characters within UTF-8 become UTF-8."""
        if embedded_encoding.replace('_', '-').lower() not in ('windows-1252', 'windows_1252'):
            raise NotImplementedError('Windows-1252 and ASCII are the only currently supported embedded encodings.')
        if main_encoding.lower() not in ('utf8', 'utf-8'):
            raise NotImplementedError('UTF-8 is the only currently supported main encoding.')
        whole = rb'[\xc2-\xdf].|[\xe0-\xef]..|[\xf0-\xf4]...'
        return _re.sub(whole + rb'|[\x80-\xff]', lambda found: found[0] if len(found[0]) > 1 else found[0].decode(
            'cp1252', 'surrogateescape').encode('utf-8', 'surrogateescape'), in_bytes, flags=_re.S)
