"""How the parts of a URL are quoted and unquoted: a table of what each lets through."""
import re as _re
from urllib.parse import quote as _quote

_PLAIN = "A-Za-z0-9\\-._~!$'()*,"


class Quoter:
    """Quotes what is not plain. What is quoted already it leaves alone, but for plain characters, which it unquotes."""

    def __init__(self, safe='', kept='', *, query=False, requote=False):
        plain = _PLAIN + _re.escape(safe) + ('' if query else '+&=;')
        allowed = plain + _re.escape(kept)
        self._plain = _re.compile(f'[{plain}]').fullmatch
        self._as_it_is = _re.compile(f'[{allowed}]*').fullmatch
        self._other = _re.compile(f'{"%[0-9A-Fa-f]{2}|" if requote else ""}[^{allowed}]+?', _re.DOTALL).sub
        self._query = query

    def __call__(self, text):
        if not isinstance(text, str):
            raise TypeError('Argument should be str')
        return text if self._as_it_is(text) else self._other(self._one, text)

    def _one(self, match):
        text = match[0]
        if len(text) == 3:
            code = int(text[1:], 16)
            return chr(code) if code < 128 and self._plain(chr(code)) else text.upper()
        if text == ' ' and self._query:
            return '+'
        return ''.join([f'%{byte:02X}' for byte in text.encode('utf-8', 'ignore')])


class Unquoter:
    """Unquotes all but `kept`; bytes that are no UTF-8 stay as they are, or become what stands for them."""

    def __init__(self, kept='', *, plus=False, replaces=False):
        self._kept, self._plus, self._replaces = kept, plus, replaces

    def __call__(self, text):
        if self._plus:
            text = text.replace('+', ' ')
        return _QUOTED(self._run, text) if '%' in text else text

    def _run(self, match):
        quoted = match[0]
        data = bytes.fromhex(quoted.replace('%', ''))
        if self._replaces:
            return data.decode('utf-8', 'replace')
        text, at = [], 0
        while at < len(data):
            size = 1 if data[at] < 0x80 else 2 if data[at] < 0xe0 else 3 if data[at] < 0xf0 else 4
            try:
                found = data[at:at + size].decode()
            except UnicodeDecodeError as e:
                size = e.end - e.start
                text.append(quoted[at * 3:(at + size) * 3])
            else:
                text.append(f'%{data[at]:02X}' if found in self._kept else found)
            at += size
        return ''.join(text)


_QUOTED = _re.compile('(?:%[0-9A-Fa-f]{2})+').sub

user = Quoter()
parsed_user = Quoter(requote=True)
path = Quoter('@:', '/+')
parsed_path = Quoter('@:', '/+', requote=True)
query = Quoter('?/:@', '=+&;', query=True)
parsed_query = Quoter('?/:@', '=+&;', query=True, requote=True)
query_part = Quoter('?/:@', query=True)
fragment = Quoter('?/:@')
parsed_fragment = Quoter('?/:@', requote=True)

unquoted = Unquoter()
safely_unquoted = Unquoter('/%')
unquoted_query = Unquoter('+&=;', plus=True)
unquoted_pair = Unquoter(plus=True, replaces=True)


def for_people(text, special):
    """A text as it is read, with the characters quoted that would end it."""
    if not text:
        return text
    for char in '%' + special:
        text = text.replace(char, f'%{ord(char):02X}')
    return ''.join([char if char.isprintable() else _quote(char) for char in text])
