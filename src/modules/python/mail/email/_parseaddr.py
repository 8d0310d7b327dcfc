"""Reads lists of addresses (RFC 5322, and what mail really has)."""
import re

_TOKEN = re.compile(r'\s+|"(?:\\.|[^"\\])*"?|\[(?:\\.|[^]\\])*\]?|[]()<>@,:;.]|[^]\s"\[()<>@,:;.]+', re.S)


def _tokens(text):
    """Pairs of kind and text: words, quoted texts, comments, signs; None for blanks."""
    found, at = [], 0
    while at < len(text):
        if text[at] == '(':
            depth, end = 0, at
            while end < len(text):
                if text[end] == '\\':
                    end += 1
                else:
                    depth += (text[end] == '(') - (text[end] == ')')
                    if not depth:
                        break
                end += 1
            found.append(('comment', re.sub(r'\\(.)', r'\1', text[at + 1:end])))
            at = end + 1
            continue
        token = _TOKEN.match(text, at)[0]
        at += len(token)
        if token.isspace():
            found.append(('blank', token))
        elif token[0] == '"':
            body = token[1:-1] if len(token) > 1 and token.endswith('"') else token[1:]
            found.append(('quoted', re.sub(r'\\(.)', r'\1', body, flags=re.S)))
        elif token[0] == '[':
            found.append(('literal', token))
        elif token in (']', ')', '<', '>', '@', ',', ':', ';', '.'):
            found.append((token, token))
        else:
            found.append(('word', token))
    return found


class _Reader:
    def __init__(self, text):
        self.tokens, self.at, self.comments = _tokens(text), 0, []

    def kind(self):
        """The next token's kind, behind blanks and comments."""
        while self.at < len(self.tokens) and self.tokens[self.at][0] in ('blank', 'comment'):
            kind, text = self.tokens[self.at]
            self.comments += [text] if kind == 'comment' else []
            self.at += 1
        return self.tokens[self.at][0] if self.at < len(self.tokens) else None

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1][1]

    def take_sign(self):
        """A sign that begins no address, by itself: not the whole of what stands in brackets."""
        kind, text = self.tokens[self.at]
        if kind == 'literal':
            self.tokens[self.at:self.at + 1] = [('[', '['), *_tokens(text[1:])]
        self.take()

    def address(self):
        """The next address's pairs."""
        self.comments = []
        start = self.at
        words, glued = [], False
        while self.kind() in ('word', 'quoted', '.'):
            # A dot is part of the word that it stands at.
            behind = self.at and self.tokens[self.at - 1][0]
            if words and behind != 'blank' and (self.kind() == '.' or glued):
                words[-1] += self.tokens[self.at][1]
            else:
                words.append(self.tokens[self.at][1])
            glued = self.kind() == '.' or glued and behind != 'blank'
            self.take()
        kind = self.kind()
        if kind in ('.', '@'):
            self.at = start
            self.comments = []
            address = self.specification()
            found = [(' '.join(self.comments), address)]
        elif kind == ':':
            self.take()
            found = []
            while self.kind() is not None:
                if self.kind() == ';':
                    self.take()
                    break
                found += self.address()
        elif kind == '<':
            address = self.route()
            name = ' '.join(words)
            found = [(f"{name} ({' '.join(self.comments)})" if self.comments else name, address)]
        else:
            found = [(' '.join(self.comments), words[0])] if words else []
            if kind is not None and not words:
                self.take_sign()
        self.kind()
        if self.kind() == ',':
            self.take()
        return found

    def route(self):
        self.take()
        while self.kind() == '@':
            # A route, which nobody uses.
            self.take()
            self.domain()
            if self.kind() in (',', ':'):
                self.take()
        address = ''
        if self.kind() not in ('>', None):
            address = self.specification()
        if self.kind() == '>':
            self.take()
        return address

    def specification(self, strict=False):
        local = ''
        before = None
        while True:
            was = self.at
            kind = self.kind()
            if kind == '.':
                local = local + self.take()
            elif kind == 'quoted':
                local += '"' + self.take().replace('\\', '\\\\').replace('"', '\\"') + '"'
            elif kind == 'word':
                blank = ''.join(text for kind, text in self.tokens[was:self.at] if kind == 'blank').replace('\n', '').replace('\r', '')
                local += (blank if before in ('word', 'quoted') else '') + self.take()
            else:
                break
            before = kind
        if self.kind() != '@':
            return local
        self.take()
        domain = self.domain(strict)
        return local + '@' + domain if domain else ''

    def domain(self, strict=False):
        domain = ''
        while self.kind() in ('word', '.', 'literal'):
            if strict and self.kind() == 'word' and domain and not domain.endswith('.'):
                break
            domain += self.take()
        if self.kind() == '@':
            # Two of them are no address.
            while self.kind() not in (None, ',', '>'):
                self.take()
            return ''
        return domain


def addresses(text):
    """Pairs of name and address."""
    reader, found = _Reader(text), []
    while reader.at < len(reader.tokens):
        found += reader.address() or [('', '')]
    return found


def specification(text):
    """The address at the start of a text, and what comes behind it."""
    reader = _Reader(text)
    address = reader.specification(True)
    reader.kind()
    rest = ''.join(token for _, token in reader.tokens[reader.at:])
    return (text.removesuffix(rest) if rest else address), rest


def checked(text):
    """Raises what is wrong with an address."""
    from email import errors
    parts, wrong = _parts(text), []
    if parts and parts[-1][0] == '@':
        raise errors.HeaderParseError("expected domain but found ''")
    _specification(parts, wrong)
    for one in wrong:
        if not isinstance(one, errors.ObsoleteHeaderDefect):
            raise one


def groups(text, defects):
    """Pairs of a group's name (None: there is no group) and its pairs; and the pieces that the text is folded at."""
    from email import errors
    from email._folding import Piece
    found, pieces = [], []
    elements = _split(text, ',')
    for number, source in enumerate(elements):
        if pieces:
            pieces.append(',')
        colon = _split(source, ':')
        if len(colon) > 1 and '<' not in colon[0]:
            members, end, rest = source[len(colon[0]) + 1:].strip().partition(';')
            name = addresses(colon[0] + ' <a@b>')[0][0]
            if rest.strip():
                defects.append(errors.InvalidHeaderDefect('invalid address in address-list'))
            if not end:
                defects.append(errors.InvalidHeaderDefect('end of header in group'))
            found.append((name, [_single(member, defects) for member in _split(members, ',') if _parts(member)]))
            pieces.append(Piece([source], False))
        elif source.strip():
            found.append((None, [_single(source, defects)]))
            pieces.append(_piece(source))
        else:
            if source or number < len(elements) - 1:
                what = 'address-list entry with no content' if source else 'empty element in address-list'
                defects.append(errors.ObsoleteHeaderDefect(what))
            pieces += [source] if source else []
    return found, pieces


# Parts of an address; a text in quotes, a comment and a domain in brackets may lack their ends.
_PART = re.compile(r'"(?:\\.|[^"\\])*"?|\[[^\]]*\]?|[ \t\r\n]+|[()<>@,:;.\\]|[^ \t\r\n()<>@,:;.\\"\[\]]+|.', re.S)


def _parts(source):
    """(kind, text, whether space or a comment stands before) of each part that is neither."""
    found, depth, spaced = [], 0, False
    for match in _PART.finditer(source):
        text = match[0]
        if text == '(' or depth:
            depth += (text == '(') - (text == ')')
            spaced = True
        elif text.isspace():
            spaced = True
        else:
            kind = 'quoted' if text[0] == '"' else 'literal' if text[0] == '[' else text if text in '()<>@,:;.\\' else 'atom'
            found.append((kind, text, spaced))
            spaced = False
    return found


def _single(source, defects):
    """A name and (local part, domain) of a mailbox; what is wrong with it is noted."""
    from email import errors
    parts, own = _parts(source), []
    angle = next((n for n, (kind, _, _) in enumerate(parts) if kind == '<'), None)
    found = None
    if angle is not None:
        end = next((n for n, (kind, _, _) in enumerate(parts) if kind == '>'), None)
        inner = parts[angle + 1:end]
        if inner and inner[0][0] == '@':
            # The route of old, which says nothing.
            colon = next((n for n, (kind, _, _) in enumerate(inner) if kind == ':'), len(inner))
            inner = inner[colon + 1:]
            own.append(errors.ObsoleteHeaderDefect('obsolete route specification in angle-addr'))
        found, rest = _specification(inner, own)
        if found is not None:
            if end is None:
                own.insert(0, errors.InvalidHeaderDefect("missing trailing '>' on angle-addr"))
            if any(kind == '.' for kind, _, _ in parts[:angle]):
                own.insert(0, errors.ObsoleteHeaderDefect("period in 'phrase'"))
            if angle and parts[0][0] == '.':
                own.insert(0, errors.InvalidHeaderDefect('phrase does not start with word'))
            words = ''.join(text for kind, text, _ in parts[:angle] if kind == 'quoted')
            for word in re.finditer(r'=\?[^?\s]+\?[qb]\?[^?\s]*\?=', words, re.I):
                wrong = ['encoded word inside quoted string']
                if not words[word.end():word.end() + 1].isspace():
                    wrong.append('missing trailing whitespace after encoded-word')
                own[:0] = map(errors.InvalidHeaderDefect, wrong)
            rest = rest or end is not None and parts[end + 1:]
        elif not inner and '<>' in source:
            own.append(errors.InvalidHeaderDefect('null addr-spec in angle-addr'))
            found, rest = ('', ''), parts[end + 1:]
    name = ''
    if found is None:
        own.clear()
        found, rest = _specification(parts, own)
    elif angle:
        reader = _Reader(source)
        pairs = reader.address()
        name = pairs[0][0] if pairs else ''
        if reader.comments:
            name = re.sub(r' ?\([^()]*\)$', '', name)
    if found is None or rest:
        defects.append(errors.InvalidHeaderDefect('invalid address in address-list'))
    if found is None:
        return '', ('', '')
    defects += own
    return name, found


def _specification(parts, defects):
    """((local part, domain) or None, the parts behind them)."""
    from email import errors
    at = 0
    while at < len(parts) and parts[at][0] in ('atom', 'quoted', '.'):
        at += 1
    local, is_open = parts[:at], False
    if not any(kind != '.' for kind, _, _ in local):
        return None, parts
    text, joined, wrong, spaced, before = '', '', [], False, None
    for kind, word, space in local:
        spaced = spaced or space and before is not None
        if kind == '.':
            if before in (None, '.'):
                wrong.append("Invalid leading '.' in local part" if before is None else "invalid repeated '.'")
        elif before not in (None, '.'):
            wrong.append("missing '.' between words")
        if kind == 'quoted':
            is_open = len(word) < 2 or word[-1] != '"' or re.search(r'(?<!\\)(?:\\\\)*\\"$', word) is not None
            word = re.sub(r'\\(.)', r'\1', word[1:] if is_open else word[1:-1])
        text, joined = text + ' ' * (space and before is not None) + word, joined + word
        before = kind
    if before == '.':
        wrong.append("Invalid trailing '.' in local part")
    domain, rest = '', parts[at:]
    notes = []
    if rest and rest[0][0] == '@':
        rest = rest[1:]
        end = 0
        if rest and rest[0][0] == 'literal':
            end, domain = 1, rest[0][1]
        else:
            while end < len(rest) and rest[end][0] == 'atom':
                domain += rest[end][1]
                end += 1
                if end + 1 < len(rest) and rest[end][0] == '.' and rest[end + 1][0] == 'atom':
                    domain += '.'
                    end += 1
                else:
                    break
        if not domain:
            return None, parts
        if any(space for _, _, space in rest[1:end]):
            notes.append(errors.ObsoleteHeaderDefect('domain is not a dot-atom (contains CFWS)'))
        rest = rest[end:]
    else:
        notes.append(errors.InvalidHeaderDefect('addr-spec local part with no domain'))
    defects += notes
    if wrong:
        defects.append(errors.InvalidHeaderDefect('local-part is not dot-atom, quoted-string, or obs-local-part'))
        defects += map(errors.InvalidHeaderDefect, wrong)
    elif spaced:
        text = joined
        defects.append(errors.ObsoleteHeaderDefect('local-part is not a dot-atom (contains CFWS)'))
    if not text.isascii():
        defects.append(errors.NonASCIILocalPartDefect('local-part contains non-ASCII characters)'))
    if is_open:
        defects.append(errors.InvalidHeaderDefect('end of header inside quoted string'))
    return (text, domain), rest


def _piece(source):
    """An address: its name may be encoded."""
    from email._folding import Piece, Quoted
    # A name in quotes may have angles.
    at = re.match(r'(?:"(?:\\.|[^"\\])*"|[^"<])*', source).end()
    if source[at:at + 1] != '<':
        return Piece([source], False)
    name, address = source[:at], source[at:]

    def words(text):
        return [word for word in re.split(r'(\s+)', text) if word]

    # What is encoded needs no quotes.
    plain = []
    for at, text in enumerate(re.split(r'"((?:\\.|[^"\\])*)"', name)):
        plain += map(Quoted, words(re.sub(r'\\(.)', r'\1', text))) if at % 2 else words(text)
    return Piece([Piece(words(name), True, None, plain), Piece([address], False)], False)


def _split(text, sign):
    """The text at a sign that stands outside of quotes, comments, angles and groups."""
    found, depth, at, group = [''], 0, 0, False
    while at < len(text):
        match = _TOKEN.match(text, at) if text[at] in '"[' else None
        token = match[0] if match else text[at:at + 2] if text[at] == '\\' else text[at]
        at += len(token)
        depth += (token in '(<') - (token in ')>')
        if token == ':' and not depth and sign == ',':
            group = True
        elif token == ';':
            group = False
        if token == sign and depth <= 0 and not group:
            found.append('')
        else:
            found[-1] += token
    return found
