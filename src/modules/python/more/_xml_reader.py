"""Documents of XML read piece by piece: what is in them is told to a target."""
import re
from _xml_wrong import MESSAGES, Misplaced, Scan, in_declaration, of_namespace

_NAMED = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'"}
_XML = 'http://www.w3.org/XML/1998/namespace'
# What is only known to be wrong once the document is at its end.
AT_THE_END = 3, 5, 20
_PLAIN = r'[^\W\d][\w.-]*(?::[^\W\d][\w.-]*)?', r'(?:[^\W\d]|:)[\w.:-]*'


def _tags(name):
    """Patterns of a tag, of an attribute and of a closing tag."""
    equals, value = r'[ \t\n]*=[ \t\n]*', r"""(?:"[^"<]*"|'[^'<]*')"""
    return (re.compile(rf'<({name})((?:[ \t\n]+{name}{equals}{value})*)[ \t\n]*(/?)>'),
            re.compile(rf'[ \t\n]+({name}){equals}({value})'), re.compile(rf'</({name})[ \t\n]*>'))


# With prefixes, and without.
_QUALIFIED, _ANY = map(_tags, _PLAIN)
_REFERENCE = re.compile(r'&(?:[^\W\d][\w.:-]*|#[0-9]+|#x[0-9a-fA-F]+);')
_NO_REFERENCE = re.compile(r'&(?!(?:[^\W\d][\w.:-]*|#[0-9]+|#x[0-9a-fA-F]+);)')
_PART_OF_REFERENCE = re.compile(r'&(?:[^\W\d][\w.:-]*|#[0-9]*|#x[0-9a-fA-F]*)?\Z')
_DOCTYPE = re.compile(r'''<!DOCTYPE(?:[^\[\]<>"']|"[^"]*"|'[^']*')*(?:\[(?:[^\]"'<]|"[^"]*"|'[^']*'|<!--.*?-->|<)*\]\s*)?>''', re.S)
_TYPE = re.compile(r'''\s*([^\s\[>]+)\s*(?:(PUBLIC\s+["']([^"']*)["']\s*|SYSTEM\s+)["']([^"']*)["'])?\s*(\[)?''')
_ENTITY = re.compile(r'''<!ENTITY\s+([\w.:-]+)\s+("[^"]*"|'[^']*')\s*>''')
_ELSEWHERE = re.compile(r'<!ENTITY\s+([\w.:-]+)\s+(?:SYSTEM|PUBLIC)\s')
_ATTLIST = re.compile(r'''<!ATTLIST\s+([\w.:-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>''')
_DEFAULT = re.compile(r'''([\w.:-]+)\s+(?:\([^)]*\)|NOTATION\s*\([^)]*\)|\w+)\s+(?:#REQUIRED|#IMPLIED|(?:#FIXED\s+)?("[^"]*"|'[^']*'))''')
_INVALID = re.compile('[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]')


class Wrong(Exception):
    """What is wrong, and where: a number, a line and a column."""

    def __init__(self, text, at, code, more=''):
        self.code = code
        self.position = text.count('\n', 0, at) + 1, at - text.rfind('\n', 0, at) - 1
        self.message = MESSAGES[code] + more
        super().__init__(f'{self.message}: line {self.position[0]}, column {self.position[1]}')


class Reader:
    """Takes a document in pieces; a target has methods for what it wants to know."""

    def __init__(self, target, entities, otherwise=()):
        self._entities, self._tell, self._raw = entities, {}, getattr(target, '_raw', None)
        # What stands for entities that may be defined elsewhere, and those that are said to be.
        self._otherwise, self._elsewhere, self._stands_alone = otherwise, set(), False
        # Who takes names as they are written knows no prefixes.
        self._takes_any_prefix = getattr(target, '_separator', '') is None
        self._tags = _ANY if self._takes_any_prefix else _QUALIFIED
        for word in ('start', 'end', 'data', 'comment', 'pi', 'start_ns', 'end_ns', 'doctype'):
            self._tell[word] = getattr(target, word, None)
        # Names and data as they are written, and where, are for others than trees.
        self._text, self._at, self._held, self._whole, self._begun = '', 0, '', False, None
        self._open, self._scopes, self._seen, self._typed = [], [{}], False, False
        self._defaults, self._external, self._partial, self._bad = {}, False, 0, None

    def feed(self, text, whole=False, at_once=False):
        """Reads on. What has not been a token is looked at again when there is twice as much of it, as expat does."""
        text = self._held + text
        self._held = '\r' if text[-1:] == '\r' and not whole else ''
        text = text[:len(text) - len(self._held)].replace('\r\n', '\n').replace('\r', '\n')
        if self._bad is None and (found := _INVALID.search(text)):
            self._bad = len(self._text) + found.start()
        self._text, self._whole = self._text + text, whole
        if self._begun is None and self._text:
            self._begun = self._at = int(self._text[0] == '\ufeff')
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
            raise self._wrong(self._at if code == 5 else len(self._text) - len(re.search(']{0,2}$', self._text)[0]), code)

    def _scanned(self, what, *given):
        """What looks closely at the token here: the place behind it; None: there is more of it to come."""
        try:
            return getattr(Scan(self._text, not self._takes_any_prefix), what)(self._at, *given)
        except Misplaced as misplaced:
            self._sound(misplaced.at)
            if misplaced.at < len(self._text):
                raise self._wrong(misplaced.at, 4) from None
            if self._whole:
                raise self._wrong(self._at, 5) from None

    def _step(self):
        """Reads a token; False: there is more of it to come."""
        text, at = self._text, self._at
        if text[at] != '<':
            return self._step_data()
        mark = text[at + 1:at + 2]
        if mark == '!':
            if not self._scanned('opening', bool(self._open)):
                return False
            if text[at + 2] == '-':
                return self._step_comment()
            if self._open:
                return self._step_cdata()
            if not self._seen and not self._typed and text.startswith('DOCTYPE', at + 2):
                return self._step_doctype()
            raise self._wrong(at, 9 if self._seen else 2)
        if mark == '?':
            return self._step_instruction()
        return self._step_end() if mark == '/' else self._step_start()

    def _step_data(self):
        text, at = self._text, self._at
        end = text.find('<', at)
        if end < 0:
            end = len(text)
            if not self._whole:
                # A reference, or the end of a section, may go on.
                part = _PART_OF_REFERENCE.search(text, max(at, text.rfind('&', at)))
                end = part.start() if part else end
                end -= len(text[at:end]) - len(text[at:end].rstrip(']'))
        if end == at:
            return False
        piece = text[at:end]
        if not self._open:
            if piece.strip(' \t\n'):
                self._at += len(piece) - len(piece.lstrip(' \t\n'))
                code = self._scanned('outside')
                if code is None:
                    return False
                raise self._wrong(self._at, 9 if self._seen else code)
            self._at = end
            return True
        closing = piece.find(']]>')
        wrong = min(end if closing < 0 else at + closing + 2, end if self._bad is None else self._bad)
        if wrong < end:
            replaced(self, at, piece[:wrong - at])
            raise self._wrong(wrong, 4)
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
        behind = self._scanned('instruction')
        end = behind and self._behind('?>', behind)
        if end:
            word, rest = self._text[self._at + 2:behind], self._text[behind:end - 2]
            if word == 'xml':
                if self._at != self._begun:
                    raise self._wrong(self._at, 9 if self._seen and not self._open else 17)
                if (wrong := in_declaration(self._text, behind, end - 2)) is not None:
                    raise self._wrong(wrong, 30)
            if word == 'xml':
                self._stands_alone = re.search(r'''standalone\s*=\s*["']yes''', rest) is not None
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
        self._elsewhere.update(_ELSEWHERE.findall(inside))
        for listed in _ATTLIST.finditer(inside):
            for key, value in _DEFAULT.findall(listed[2]):
                if value:
                    self._defaults.setdefault(listed[1], {}).setdefault(key, value[1:-1])
        kind = _TYPE.match(inside)
        if kind:
            self._external = not self._stands_alone and (
                kind[4] is not None or re.search(r'%[\w.:-]+;', inside) is not None)
            self._told('doctype', kind[1], kind[3], kind[4])
        if self._raw is not None:
            self._raw('doctype', inside)
        self._at, self._typed = found.end(), True
        return True

    def _step_end(self):
        text, at = self._text, self._at
        found = self._tags[2].match(text, at)
        if not self._open and at + 1 < len(text):
            raise self._wrong(at + 1, 4)
        end = found.end() if found else self._scanned('end')
        if not end:
            return False
        if not found or self._open[-1][0] != found[1]:
            raise self._wrong(at + 2, 7)
        self._ended()
        self._open.pop()
        self._at = end
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
        if self._seen and not self._open and at + 1 < len(text) and (text[at + 1].isalpha() or text[at + 1] in '_:'):
            raise self._wrong(at, 9)
        found = self._tags[0].match(text, at)
        if not found or '&' in found[0] and _NO_REFERENCE.search(text, at, found.end()):
            if not self._scanned('start'):
                return False
        self._sound(found.end())
        name, closed = found[1], found[3]
        given, spaces, written = self._attributes(found.start(2), found.end(2))
        for key, value in self._defaults.get(name, {}).items():
            if not any(key == other for other, _ in written):
                written.append((key, value))
                if key[:5] != 'xmlns':
                    given.append((key, value))
        for prefix, space in spaces.items():
            self._told('start_ns', prefix, space)
        self._scopes.append({**self._scopes[-1], **spaces})
        attributes = {self._spread(key, True): value for key, value in given}
        if len(attributes) < len(given) and not self._takes_any_prefix:
            raise self._wrong(at, 8)
        tag = self._spread(name)
        self._told('start', tag, attributes)
        if self._raw is not None:
            self._raw('start', name, dict(written), tag, attributes)
        self._seen = True
        self._open.append((name, tag, tuple(spaces)))
        if closed:
            self._ended()
            self._open.pop()
        self._at = found.end()
        return True

    def _attributes(self, start, end):
        """Those with values, namespaces, and all as they are written."""
        given, spaces, written = [], {}, []
        for found in self._tags[1].finditer(self._text, start, end):
            key, value = found[1], found[2][1:-1].replace('\n', ' ').replace('\t', ' ')
            if any(key == other for other, _ in written):
                raise self._wrong(found.start(1), 8)
            value = replaced(self, found.start(2) + 1, value, True)
            written.append((key, value))
            if key == 'xmlns' or key.startswith('xmlns:'):
                if not self._takes_any_prefix and (code := of_namespace(key[6:], value)):
                    raise self._wrong(self._at, code)
                spaces[key[6:]] = value
            else:
                given.append((key, value))
        return given, spaces, written

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
        if attribute and name in self._elsewhere:
            raise self._wrong(at, 16)
        if not self._external and name not in self._elsewhere:
            raise self._wrong(self._at if attribute else at, 11)
        if self._raw is not None or attribute:
            return ''
        if name in self._otherwise:
            return self._otherwise[name]
        raise self._wrong(at, 11, f' &{name};')


def replaced(reader, at, piece, attribute=False, within=()):
    """The characters that references stand for."""
    if '&' not in piece:
        return piece
    out, before = [], 0
    while (start := piece.find('&', before)) >= 0:
        out.append(piece[before:start])
        found = _REFERENCE.match(piece, start)
        if not found:
            wrong = len(piece)
            try:
                Scan(piece, not reader._takes_any_prefix).reference(start)
            except Misplaced as misplaced:
                wrong = misplaced.at
            if at + wrong < len(reader._text):
                raise reader._wrong(at + wrong, 4)
            raise reader._wrong(at + start, 5)
        name, end = found[0][1:-1], found.end() - 1
        if name[0] == '#':
            number = int(name[2:], 16) if name[1:2] == 'x' else int(name[1:])
            if number not in (9, 10, 13) and not 32 <= number < 0xd800 and not (0xdfff < number < 0x110000 and number not in (0xfffe, 0xffff)):
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


def undecoded(reader, error):
    """What is wrong with a document whose bytes are no characters, once what comes before them has been read."""
    reader.feed(error.object[:error.start].decode(error.encoding, 'ignore'), at_once=True)
    if error.reason == 'unexpected end of data':
        return reader._wrong(reader._at, 6)
    return reader._wrong(len(reader._text), 4)


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
        if data[:2] in (b'\xff\xfe', b'\xfe\xff'):
            name = 'utf-16-le' if data[0] == 0xff else 'utf-16-be'
        elif data[:2] in (b'<\0', b'\0<'):
            name = 'utf-16-le' if data[0] else 'utf-16-be'
        elif data.startswith(b'\xef\xbb\xbf'):
            name = 'utf-8'
        elif not name:
            found = re.match(rb"""<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']""", data)
            name = found[1].decode() if found else 'utf-8'
            kind = name.upper()
            if kind.startswith('UTF-16'):
                raise Wrong(data.decode('latin-1'), found.start(1), 19)
            if kind not in ('UTF-8', 'ISO-8859-1', 'US-ASCII') and len(bytes(range(256)).decode(name, 'replace')) != 256:
                raise ValueError('multi-byte encodings are not supported')
        return codecs.getincrementaldecoder(name)()
