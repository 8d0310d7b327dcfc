"""Documents of XML read piece by piece: what is in them is told to a target."""
import re

_NAMED = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'"}
_XML = 'http://www.w3.org/XML/1998/namespace'
MESSAGES = {2: 'syntax error', 3: 'no element found', 4: 'not well-formed (invalid token)', 5: 'unclosed token', 7: 'mismatched tag',
            8: 'duplicate attribute', 9: 'junk after document element', 11: 'undefined entity', 12: 'recursive entity reference',
            14: 'reference to invalid character number', 20: 'unclosed CDATA section', 27: 'unbound prefix'}
# What is only known to be wrong once the document is at its end.
AT_THE_END = 3, 5, 20
_NAME = re.compile(r'[^\W\d][\w.:-]*|:[\w.:-]*')
_ATTRIBUTE = re.compile(r'''\s+([^\W\d][\w.:-]*)\s*=\s*("[^"<]*"|'[^'<]*')''')
_TAG = re.compile(r'''<(?:[^<>"']|"[^"<]*"|'[^'<]*')*(?:"[^"<]*|'[^'<]*)?''')
_DOCTYPE = re.compile(r'''<!DOCTYPE(?:[^\[\]<>"']|"[^"]*"|'[^']*')*(?:\[(?:[^\]"'<]|"[^"]*"|'[^']*'|<!--.*?-->|<)*\]\s*)?>''', re.S)
_TYPE = re.compile(r'''\s*([^\s\[>]+)\s*(?:(PUBLIC\s+["']([^"']*)["']\s*|SYSTEM\s+)["']([^"']*)["'])?\s*(\[)?''')
_ENTITY = re.compile(r'''<!ENTITY\s+([\w.:-]+)\s+("[^"]*"|'[^']*')\s*>''')
_ATTLIST = re.compile(r'''<!ATTLIST\s+([\w.:-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>''')
_DEFAULT = re.compile(r'''([\w.:-]+)\s+(?:\([^)]*\)|NOTATION\s*\([^)]*\)|\w+)\s+(?:#REQUIRED|#IMPLIED|(?:#FIXED\s+)?("[^"]*"|'[^']*'))''')
_INVALID = re.compile('[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]')
_OPENINGS = '<!--', '<![CDATA[', '<!DOCTYPE', '</', '<?'


class Wrong(Exception):
    """What is wrong, and where: a number, a line and a column."""

    def __init__(self, text, at, code, more=''):
        self.code = code
        self.position = text.count('\n', 0, at) + 1, at - text.rfind('\n', 0, at) - 1
        self.message = MESSAGES[code] + more
        super().__init__(f'{self.message}: line {self.position[0]}, column {self.position[1]}')


class Reader:
    """Takes a document in pieces; a target has methods for what it wants to know."""

    def __init__(self, target, entities):
        self._entities, self._tell, self._raw = entities, {}, getattr(target, '_raw', None)
        # Who takes names as they are written knows no prefixes.
        self._takes_any_prefix = getattr(target, '_separator', '') is None
        for word in ('start', 'end', 'data', 'comment', 'pi', 'start_ns', 'end_ns', 'doctype'):
            self._tell[word] = getattr(target, word, None)
        # Names and data as they are written, and where, are for others than trees.
        self._text, self._at, self._held, self._whole = '', 0, '', False
        self._open, self._scopes, self._seen = [], [{}], False
        self._defaults, self._external, self._partial, self._bad = {}, False, 0, None

    def feed(self, text, whole=False, at_once=False):
        """Reads on. What has not been a token is looked at again when there is twice as much of it, as expat does."""
        text = self._held + text
        self._held = '\r' if text[-1:] == '\r' and not whole else ''
        text = text[:len(text) - len(self._held)].replace('\r\n', '\n').replace('\r', '\n')
        if self._bad is None and (found := _INVALID.search(text)):
            self._bad = len(self._text) + found.start()
        self._text, self._whole = self._text + text, whole
        now = len(self._text[self._at:].encode('utf-8', 'surrogatepass'))
        if not (whole or at_once) and now < 2 * self._partial:
            return
        start = self._at
        while self._at < len(self._text):
            if self._raw is not None:
                self._raw('at', self._text, self._at)
            if not self._step():
                break
        self._partial = now if self._at == start else 0
        if whole and (self._open or not self._seen):
            raise self._wrong(len(self._text), 3)

    def _wrong(self, at, code, more=''):
        return Wrong(self._text, at, code, more)

    def _told(self, word, *given):
        if self._tell[word] is not None:
            self._tell[word](*given)

    def _sound(self, end):
        """What reaches to `end` has no characters that XML cannot have."""
        if self._bad is not None and self._bad < end:
            raise self._wrong(self._bad, 4)
        return end

    def _behind(self, mark, start, code=5):
        """The place behind a mark; None: there is more to come."""
        end = self._text.find(mark, start)
        if end >= 0:
            return self._sound(end + len(mark))
        self._sound(len(self._text))
        if self._whole:
            raise self._wrong(self._at if code == 5 else len(self._text), code)

    def _step(self):
        """Reads a token; False: there is more of it to come."""
        text, at = self._text, self._at
        if text[at] != '<':
            return self._step_data()
        rest = text[at:at + 9]
        if not self._whole and any(opening != rest and opening.startswith(rest) for opening in _OPENINGS):
            return False
        if rest.startswith('<!--'):
            return self._step_comment()
        if rest == '<![CDATA[' and self._open:
            return self._step_cdata()
        if rest.startswith('<?'):
            return self._step_instruction()
        if rest == '<!DOCTYPE' and not self._seen:
            return self._step_doctype()
        return self._step_end() if rest.startswith('</') else self._step_start()

    def _step_data(self):
        text, at = self._text, self._at
        end = text.find('<', at)
        if end < 0:
            end = len(text)
            if not self._whole:
                # A reference, or the end of a section, may go on.
                amp = text.rfind('&', at)
                end = amp if amp >= 0 and text.find(';', amp) < 0 else end
                end -= len(text[at:end]) - len(text[at:end].rstrip(']'))
        if end == at:
            return False
        piece = text[at:end]
        if not self._open:
            if piece.strip(' \t\n'):
                at += len(piece) - len(piece.lstrip(' \t\n'))
                raise self._wrong(at, 4 if self._bad == at else 9 if self._seen else 2)
            self._at = end
            return True
        self._sound(end)
        if ']]>' in piece:
            raise self._wrong(at + piece.index(']]>') + 2, 4)
        return self._references(at, piece, end)

    def _references(self, at, piece, end):
        """Data, whose entities may hold elements."""
        for found in re.finditer('&([^;&]*);', piece):
            value = self._entities.get(found[1])
            if value is not None and '<' in value and found[1] not in _NAMED:
                before = piece[:found.start()]
                if before:
                    self._data(at, before)
                self._at = at + found.start()
                self._text = self._text[:self._at] + value + self._text[at + found.end():]
                return True
        self._data(at, piece)
        self._at = end
        return True

    def _data(self, at, piece):
        self._told('data', replaced(self, at, piece))
        if self._raw is not None:
            self._raw('data', piece, self._entities)

    def _step_comment(self):
        at = self._at
        end = self._text.find('--', at + 4)
        if 0 <= end < len(self._text) - 2 and self._text[end + 2] != '>':
            raise self._wrong(self._sound(end + 2), 4)
        end = self._behind('-->', at + 4)
        if end:
            self._told('comment', self._text[at + 4:end - 3])
            self._at = end
        return end

    def _step_cdata(self):
        at = self._at
        end = self._behind(']]>', at, 20)
        if end:
            if end > at + 12:
                self._told('data', self._text[at + 9:end - 3])
            if self._raw is not None:
                self._raw('cdata', self._text[at + 9:end - 3])
            self._at = end
        return end

    def _step_instruction(self):
        end = self._behind('?>', self._at)
        if end:
            inside = self._text[self._at + 2:end - 2]
            word = inside.split(maxsplit=1)[0] if inside.strip() else ''
            rest = inside[len(word):]
            if word == 'xml' and self._raw is not None:
                self._raw('declaration', rest)
            if word != 'xml':
                self._told('pi', word, rest.lstrip())
            self._at = end
        return end

    def _step_doctype(self):
        found = _DOCTYPE.match(self._text, self._at)
        if not found:
            if self._whole:
                raise self._wrong(len(self._text), 3)
            return False
        self._sound(found.end())
        inside = found[0][9:-1]
        for entity in _ENTITY.finditer(inside):
            self._entities.setdefault(entity[1], entity[2][1:-1])
        for listed in _ATTLIST.finditer(inside):
            for key, value in _DEFAULT.findall(listed[2]):
                if value:
                    self._defaults.setdefault(listed[1], {}).setdefault(key, value[1:-1])
        kind = _TYPE.match(inside)
        if kind:
            self._external = kind[4] is not None or re.search(r'%[\w.:-]+;', inside) is not None
            self._told('doctype', kind[1], kind[3], kind[4])
        if self._raw is not None:
            self._raw('doctype', inside)
        self._at = found.end()
        return True

    def _step_end(self):
        text, at = self._text, self._at
        name = _NAME.match(text, at + 2)
        end = text.find('>', at)
        if end < 0 and not self._whole:
            return False
        if not name:
            raise self._wrong(at + 2, 4)
        if self._seen and not self._open:
            raise self._wrong(at + 1, 4)
        if not self._open or self._open[-1][0] != name[0]:
            raise self._wrong(at + 2, 7)
        if end < 0:
            raise self._wrong(at, 5)
        self._ended()
        self._open.pop()
        self._at = end + 1
        return True

    def _ended(self):
        name, tag, spaces = self._open[-1]
        self._told('end', tag)
        if self._raw is not None:
            self._raw('end', name, tag)
        self._scopes.pop()
        for prefix in reversed(spaces):
            self._told('end_ns', prefix)

    def _step_start(self):
        text, at = self._text, self._at
        reach = _TAG.match(text, at).end()
        if not self._whole and reach == len(text):
            return False
        if self._seen and not self._open:
            raise self._wrong(at, 9)
        name = _NAME.match(text, at + 1)
        if not name:
            raise self._wrong(at + 1 if at + 1 < len(text) else at, 4 if at + 1 < len(text) else 5)
        given, spaces, written, end = self._attributes(name.end())
        closing = re.compile(r'\s*(/?)>').match(text, end)
        if not closing:
            raise self._misplaced(end)
        self._sound(closing.end())
        for key, value in self._defaults.get(name[0], {}).items():
            if not any(key == other for other, _ in written):
                written.append((key, value))
                if key[:5] != 'xmlns':
                    given.append((key, value))
        for prefix, space in spaces.items():
            self._told('start_ns', prefix, space)
        self._scopes.append({**self._scopes[-1], **spaces})
        tag = self._spread(name[0])
        attributes = {self._spread(key, True): value for key, value in given}
        self._told('start', tag, attributes)
        if self._raw is not None:
            self._raw('start', name[0], dict(written), tag, attributes)
        self._seen = True
        self._open.append((name[0], tag, tuple(spaces)))
        if closing[1]:
            self._ended()
            self._open.pop()
        self._at = closing.end()
        return True

    def _attributes(self, end):
        """Those with values, namespaces, all as they are written, and the place behind them."""
        given, spaces, written = [], {}, []
        while found := _ATTRIBUTE.match(self._text, end):
            key, value = found[1], found[2][1:-1].replace('\n', ' ').replace('\t', ' ')
            value = replaced(self, found.start(2) + 1, value, True)
            if any(key == other for other, _ in written):
                raise self._wrong(found.start(1), 8)
            end = found.end()
            written.append((key, value))
            if key == 'xmlns' or key.startswith('xmlns:'):
                spaces[key[6:]] = value
            else:
                given.append((key, value))
        return given, spaces, written, end

    def _misplaced(self, end):
        """The error of a tag that has something else than attributes."""
        text = self._text
        while end < len(text) and text[end].isspace():
            end += 1
        if end == len(text):
            return self._wrong(self._at, 5)
        word = _NAME.match(text, end)
        if word:
            end = re.compile(r"\s*=?\s*(?:\"[^<\"]*|'[^<']*)?").match(text, word.end()).end()
        return self._wrong(end, 4)

    def _spread(self, name, attribute=False):
        prefix, colon, local = name.partition(':')
        if not colon:
            space = None if attribute else self._scopes[-1].get('')
            return f'{{{space}}}{name}' if space else name
        space = _XML if prefix == 'xml' else self._scopes[-1].get(prefix)
        if space is None and self._takes_any_prefix:
            return name
        if space is None:
            raise self._wrong(self._at, 27)
        return f'{{{space}}}{local}'

    def undefined(self, at, name, attribute):
        """What stands for an entity that nothing defines: an error, unless what is elsewhere may define it."""
        if not self._external:
            raise self._wrong(at, 11)
        if self._raw is None and not attribute:
            raise self._wrong(at, 11, f' &{name};')
        return ''


def replaced(reader, at, piece, attribute=False, within=()):
    """The characters that references stand for."""
    if '&' not in piece:
        return piece
    out, before = [], 0
    while (start := piece.find('&', before)) >= 0:
        out.append(piece[before:start])
        end = piece.find(';', start)
        name = piece[start + 1:end] if end > 0 else ''
        if end < 0 or not name or not all(c.isalnum() or c in '#_.-:' for c in name):
            wrong = start + 1
            while wrong < len(piece) and (piece[wrong].isalnum() or piece[wrong] in '#_.-:'):
                wrong += 1
            raise reader._wrong(at + wrong, 4)
        if name[0] == '#':
            number = int(name[2:], 16) if name[1:2] == 'x' else int(name[1:])
            if number not in (9, 10, 13) and not 32 <= number < 0xd800 and not 0xdfff < number < 0x110000:
                raise reader._wrong(at + start, 14)
            out.append(chr(number))
        elif name in _NAMED:
            out.append(_NAMED[name])
        elif name in within:
            raise reader._wrong(at + start, 12)
        elif name in reader._entities:
            out.append(replaced(reader, at, reader._entities[name], attribute, (*within, name)))
        else:
            out.append(reader.undefined(at + start, name, attribute))
        before = end + 1
    out.append(piece[before:])
    return ''.join(out)


class Decoder:
    """Bytes of a document as text, in the encoding that it declares."""

    def __init__(self, encoding):
        self._encoding, self._head, self._decoder = encoding, b'', None

    def decode(self, data, whole):
        if self._decoder is None:
            self._head += data
            data = self._head
            opening = b'<?xml'
            if not whole and (len(data) < 4 or data.startswith(opening) and b'?>' not in data):
                return ''
            self._decoder = self._chosen(data)
        return self._decoder.decode(data, whole)

    def _chosen(self, data):
        import codecs
        name = self._encoding
        if data.startswith(b'\xef\xbb\xbf'):
            name = 'utf-8-sig'
        elif data[:2] in (b'\xff\xfe', b'\xfe\xff'):
            name = 'utf-16'
        elif data[:4] in (b'<\0?\0', b'\0<\0?'):
            name = 'utf-16-le' if data[0] else 'utf-16-be'
        elif not name:
            found = re.match(rb'''\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']''', data)
            name = found[1].decode() if found else 'utf-8'
        return codecs.getincrementaldecoder(name)()
