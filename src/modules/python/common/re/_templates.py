"""Replacements, with what they take from a match."""
from re._nodes import PatternError, _ESCAPES


def _compile_template(pattern, source):  #: in re/__init__.py
    return _template(pattern, source)  #: 377 return _sre.template(pattern, «_parser.parse_template(repl, pattern)»)


def _decoded(source):  #: in re/_parser.py __init__
    return str(source, 'latin1')  #: 234 string = «str(string, 'latin1')»


def _template(pattern, source):  #: in re/_parser.py parse_template
    """A replacement: plain text, or a function of the match."""
    text = source if isinstance(source, str) else _decoded(source)  #: 1000 s = «Tokenizer(source)»
    if '\\' not in text:
        return source

    def fail(message, at):  #: -
        raise PatternError(message, source, at)
    parts, at, plain = [], 0, ''

    def refer(number, where):  #: in re/_parser.py addgroup
        nonlocal plain
        if number > pattern.groups:
            fail(f'invalid group reference {number}', where)  #: 1015 raise s.error("invalid group reference %d" % index, pos)
        parts.extend((plain, number))
        plain = ''
    while at < len(text):
        c = text[at]
        at += 1
        if c != '\\':
            plain += c
            continue
        if at >= len(text):
            fail('bad escape (end of pattern)', at - 1)
        c = text[at]
        at += 1
        if c == 'g':
            if text[at:at + 1] != '<':
                fail('missing <', at)  #: 1028 raise s.error("missing <")
            end = text.find('>', at)
            if end < 0:
                fail('missing >, unterminated name' if text[at + 1:] else 'missing group name', at + 1)  #: 1029 name = «s.getuntil(">", "group name")»
            name = text[at + 1:end]
            if not name:
                fail('missing group name', at + 1)
            if name.isdigit() and name.isascii():
                refer(int(name), at + 1)
            elif isinstance(pattern.pattern, bytes) and not name.isascii():
                fail(f'bad character in group name {ascii(name)}', at + 1)
            elif not name.isidentifier():
                fail(f'bad character in group name {name!r}', at + 1)
            elif name not in pattern._index:
                raise IndexError(f'unknown group name {name!r}')  #: 1035 raise IndexError("unknown group name %r" % name) from None
            else:
                refer(pattern._index[name], at + 1)
            at = end + 1
        elif c == '0':
            digits = ''
            while len(digits) < 2 and text[at:at + 1] and text[at] in '01234567':
                digits += text[at]
                at += 1
            plain += chr(int('0' + digits, 8) & 255)
        elif c.isdigit() and c.isascii():
            digits, where = c, at - 1
            if text[at:at + 1].isdigit():
                digits += text[at]
                at += 1
                if c < '8' and digits[1] in '01234567' and text[at:at + 1] and text[at] in '01234567':
                    digits += text[at]
                    at += 1
                    if int(digits, 8) > 255:
                        fail(f'octal escape value \\{digits} outside of range 0-0o377', where - 1)  #: 1066 raise s.error('octal escape value %s outside of '⏎              'range 0-0o377' % this, len(this))
                    plain += chr(int(digits, 8))
                    continue
            refer(int(digits), where)  #: 1070 «addgroup(int(this[1:]), len(this) - 1)»
        elif c in _ESCAPES:
            plain += chr(_ESCAPES[c])
        elif c.isalpha() and c.isascii():
            fail(f'bad escape \\{c}', at - 2)  #: 1076 raise s.error('bad escape %s' % this, len(this)) from None
        else:
            plain += '\\' + c
    parts.append(plain)
    if not isinstance(source, str):
        parts = [part.encode('latin-1') if isinstance(part, str) else part for part in parts]
    if len(parts) == 1:
        return parts[0]
    empty = source[:0]

    def expand(match):
        return empty.join([match._text(part, empty) if isinstance(part, int) else part for part in parts])
    return expand
