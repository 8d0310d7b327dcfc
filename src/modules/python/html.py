"""Text inside HTML."""
__path__ = []
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
    if not _references:
        import re
        from html.entities import html5
        _references.append((re.compile(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)'), html5))
    [(pattern, html5)] = _references
    parts, last = [], 0
    for match in pattern.finditer(s):
        start, end = match.span()
        name = s[start + 1:end]
        if name[0] == '#':
            found = _number(name[1:].rstrip(';'))
        else:
            found = html5.get(name)
            if found is None:
                for size in range(len(name) - 1, 1, -1):
                    if name[:size] in html5:
                        found = html5[name[:size]] + name[size:]
                        break
                else:
                    continue
        parts += s[last:start], found
        last = end
    parts.append(s[last:])
    return ''.join(parts)


# What a reference looks like, and their names.
_references = []
