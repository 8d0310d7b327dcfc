"""Where text that should be XML is none, and what expat says of it: looked for only once a document is known to be wrong."""
import re

MESSAGES = dict(enumerate((
    'out of memory', 'syntax error', 'no element found', 'not well-formed (invalid token)', 'unclosed token',
    'partial character', 'mismatched tag', 'duplicate attribute', 'junk after document element',
    'illegal parameter entity reference', 'undefined entity', 'recursive entity reference', 'asynchronous entity',
    'reference to invalid character number', 'reference to binary entity', 'reference to external entity in attribute',
    'XML or text declaration not at start of entity', 'unknown encoding',
    'encoding specified in XML declaration is incorrect', 'unclosed CDATA section',
    'error in processing external entity reference', 'document is not standalone',
    'unexpected parser state - please send a bug report', 'entity declared in parameter entity',
    'requested feature requires XML_DTD support in Expat', 'cannot change setting once parsing has begun',
    'unbound prefix', 'must not undeclare prefix', 'incomplete markup in parameter entity',
    'XML declaration not well-formed', 'text declaration not well-formed', 'illegal character(s) in public id',
    'parser suspended', 'parser not suspended', 'parsing aborted', 'parsing finished',
    'cannot suspend in external parameter entity',
    'reserved prefix (xml) must not be undeclared or bound to another namespace name',
    'reserved prefix (xmlns) must not be declared or undeclared',
    'prefix must not be bound to one of the reserved namespace names', 'invalid argument',
    'a successful prior call to function XML_GetBuffer is required',
    'limit on input amplification factor (from DTD and entities) breached'), 1))
_SPACES = ' \t\n'
_NC = re.compile(r'[^\W\d][\w.-]*')
_ANY = re.compile(r'[^\W\d][\w.:-]*|:[\w.:-]*')
_WORD = re.compile(r'[\w.:-]+')
_DIGITS, _HEX = re.compile('[0-9]+'), re.compile('[0-9a-fA-F]+')
_VALUE, _QUOTED = re.compile('[A-Za-z0-9._-]*'), '"\''


class Misplaced(Exception):
    """A character that cannot stand where it stands: its place, which is the text's end where more may come."""

    def __init__(self, at):
        self.at = at


class Scan:
    """Goes over a token as expat does; whether names have prefixes makes a difference."""

    def __init__(self, text, qualified):
        self._text, self._plain, self._qualified = text, _NC if qualified else _ANY, qualified

    def _here(self, at):
        return self._text[at:at + 1]

    def _skip(self, at):
        while self._here(at) and self._here(at) in _SPACES:
            at += 1
        return at

    def _name(self, at):
        found = self._plain.match(self._text, at)
        if not found:
            raise Misplaced(at)
        return found.end()

    def _prefixed(self, at):
        at = self._name(at)
        return self._name(at + 1) if self._qualified and self._here(at) == ':' else at

    def _expect(self, at, mark):
        if self._here(at) != mark:
            raise Misplaced(at)
        return at + 1

    def reference(self, at):
        """Behind an entity or a number's character, which begins at `at`."""
        if self._here(at + 1) != '#':
            return self._expect(self._name(at + 1), ';')
        digits, at = (_HEX, at + 3) if self._here(at + 2) == 'x' else (_DIGITS, at + 2)
        found = digits.match(self._text, at)
        if not found:
            raise Misplaced(at)
        return self._expect(found.end(), ';')

    def start(self, at):
        """Behind a tag that opens an element."""
        at = self._prefixed(at + 1)
        while True:
            before, at = at, self._skip(at)
            if self._here(at) == '>':
                return at + 1
            if self._here(at) == '/':
                return self._expect(at + 1, '>')
            if before == at:
                raise Misplaced(at)
            at = self._skip(self._expect(self._skip(self._prefixed(at)), '='))
            quote = self._here(at)
            if not quote or quote not in _QUOTED:
                raise Misplaced(at)
            at += 1
            while self._here(at) != quote:
                if self._here(at) in ('', '<'):
                    raise Misplaced(at)
                at = self.reference(at) if self._here(at) == '&' else at + 1
            at += 1

    def end(self, at):
        """Behind a tag that closes one."""
        found = self._plain.match(self._text, at + 2)
        if not found:
            raise Misplaced(at + 2)
        return self._expect(self._skip(_WORD.match(self._text, at + 2).end()), '>')

    def instruction(self, at):
        """The end of an instruction's name, behind which is a space or `?>`; an instruction that is called XML in any other way is none."""
        end = self._name(at + 2)
        if not self._here(end) or self._here(end) not in _SPACES + '?':
            raise Misplaced(end)
        name = self._text[at + 2:end]
        if name != 'xml' and name.lower() == 'xml':
            raise Misplaced(end)
        if self._here(end) == '?':
            self._expect(end + 1, '>')
        return end

    def opening(self, at, inside):
        """Behind what begins with `<!`: the token's kind is told by its first two characters."""
        mark = self._here(at + 2)
        if mark == '-':
            return self._expect(at + 3, '-')
        if mark == '[' and inside:
            for place, each in enumerate('CDATA[', at + 3):
                self._expect(place, each)
            return at + 9
        if inside or not (mark == '[' or 'a' <= mark.lower() <= 'z' or mark == '_'):
            raise Misplaced(at + 2)
        end = at + 3
        while mark != '[' and (self._here(end).isalpha() or self._here(end) == '_'):
            end += 1
        if mark != '[' and (not self._here(end) or self._here(end) not in _SPACES + _QUOTED + '%'):
            raise Misplaced(end)
        return end

    def outside(self, at):
        """What stands beside the elements and is none of it, whose first character is at `at`: nothing, if it is a token of other places."""
        mark = self._here(at)
        if mark in _QUOTED:
            end = self._text.find(mark, at + 1)
            if end < 0:
                raise Misplaced(len(self._text))
            if self._here(end + 1) not in ('', *_SPACES, '>', '%', '['):
                raise Misplaced(end + 1)
        elif mark == '%':
            if self._here(at + 1) not in ('', '%', *_SPACES):
                self._expect(self._name(at + 1), ';')
                return 10
        elif mark == '#':
            end = self._name(at + 1)
            if self._here(end) not in ('', *_SPACES, ')', '>', '%', '|'):
                raise Misplaced(end)
        elif found := _WORD.match(self._text, at):
            end = found.end()
            if self._qualified and found[0].find(':') == end - at - 1 > 0:
                raise Misplaced(end)
            if self._here(end) in ('*', '+', '?') and _ANY.match(mark):
                end += 1
            elif self._here(end) not in ('', *_SPACES, '>', ')', ',', '|', '[', '%'):
                raise Misplaced(end)
        elif mark == ')':
            if self._here(at + 1) not in ('', *_SPACES, '*', '+', '?', ',', '|', '>', ')'):
                raise Misplaced(at + 1)
        elif mark not in ',[(|>]':
            raise Misplaced(at)
        return 2


def in_declaration(text, at, end):
    """Where what stands between `<?xml` and `?>` is no declaration; nothing, if it is one."""
    def skip(at):
        while at < end and text[at] in _SPACES:
            at += 1
        return at

    def pair(at):
        """A name's beginning and its end, a value's, and the place behind it; only the place behind the spaces, if nothing follows."""
        if at < end and text[at] not in _SPACES:
            raise Misplaced(at)
        before, start = at, skip(at)
        if start == end:
            return before, before, before, end
        at = start
        while at < end and text[at] not in _SPACES + '=' and text[at].isascii():
            at += 1
        name = at
        at = skip(at)
        if at == start or text[at:at + 1] != '=' or at >= end:
            raise Misplaced(at)
        at = skip(at + 1)
        if at >= end or text[at] not in _QUOTED:
            raise Misplaced(at)
        value = _VALUE.match(text, at + 1, end)
        if text[value.end():value.end() + 1] != text[at]:
            raise Misplaced(value.end())
        return start, name, at + 1, value.end() + 1

    try:
        start, name, value, at = pair(at)
        if text[start:name] != 'version':
            return start
        start, name, value, at = pair(at)
        if text[start:name] == 'encoding':
            if not ('a' <= text[value].lower() <= 'z'):
                return value
            start, name, value, at = pair(at)
        if start == name:
            return None
        if text[start:name] != 'standalone':
            return start
        if text[value:at - 1] not in ('yes', 'no'):
            return value
        at = skip(at)
        return at if at < end else None
    except Misplaced as misplaced:
        return misplaced.at


def of_namespace(prefix, space):
    """The number of what forbids a prefix to stand for that namespace, or nothing."""
    if not space and prefix:
        return 28
    if prefix == 'xmlns':
        return 39
    xml = space == 'http://www.w3.org/XML/1998/namespace'
    if xml != (prefix == 'xml'):
        return 40 if xml else 38
    return 40 if space == 'http://www.w3.org/2000/xmlns/' else None
