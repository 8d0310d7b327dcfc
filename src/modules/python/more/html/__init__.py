"""Text inside HTML."""
__all__ = ['escape', 'unescape']


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')  #: 19 s = «s.replace»("&", "&amp;") # Must be done first!
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s


def _number(text):
    number = int(text[1:], 16) if text[:1] in 'xX' else int(text)
    if number == 0 or 0xd800 <= number <= 0xdfff or number > 0x10ffff:
        return '\ufffd'
    if 0x80 <= number <= 0x9f:
        # Numbers of Windows' own characters are taken for these.
        return bytes((number,)).decode('cp1252', 'replace') if number not in (0x81, 0x8d, 0x8f, 0x90, 0x9d) else chr(number)
    if number < 32 and number not in (9, 10, 12, 13) or number in (0x7f, 0xb) or number & 0xfffe == 0xfffe or \
            0xfdd0 <= number <= 0xfdef:
        return '\r' if number == 13 else ''
    return chr(number)


def unescape(s):
    """The text with its references replaced."""
    if '&' not in s:  #: 130
        return s
    names = _few()
    parts = s.split('&')
    for at in range(1, len(parts)):
        part = parts[at]
        end = part.find(';')
        found = names.get(part[:end + 1])
        if found is not None:
            parts[at] = found + part[end + 1:]
        elif part[:1] == '#' and end > 1 and part.isascii() and part[1:end].isdecimal():
            parts[at] = _number(part[1:end]) + part[end + 1:]
        else:
            parts[at] = _replaced(part)
    return ''.join(parts)


def _few():
    """What most references that have names stand for."""
    if not _common:
        from html.entities import entitydefs
        # As HTML 5 has them, two of them are others.
        _common.update({name + ';': text for name, text in entitydefs.items() if name not in ('lang', 'rang')}, **{'apos;': "'"})
    return _common


def _known():
    """What the references' names stand for."""
    if not _names:
        from html.entities import html5
        _names.update(html5)
    return _names


def _replaced(part):
    """What follows an ampersand, whose reference may lack its semicolon, or be none."""
    if not _pattern:
        import re
        _pattern.append(re.compile(r'(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)'))
    match = _pattern[0].match(part)
    return _replace_charref(match) + part[match.end():] if match else '&' + part


def _replace_charref(match):
    """What a reference stands for: `match[1]` without its ampersand."""
    name = match[1]
    if name[0] == '#':
        return _number(name[1:].rstrip(';'))
    names = _known()
    for size in len(name), *range(len(name) - 1, 1, -1):
        if name[:size] in names:
            return names[name[:size]] + name[size:]
    return '&' + name


# The references that have names, and what one looks like.
_names, _common, _pattern = {}, {}, []


def __getattr__(name):  #: -
    """CPython imports the entities with the package."""
    if name == 'entities':
        import html.entities
        return html.entities
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
