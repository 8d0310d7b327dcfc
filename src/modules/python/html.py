"""Text inside HTML."""
__path__ = []
__all__ = ['escape', 'unescape']
_NAMES = {'amp': '&', 'lt': '<', 'gt': '>', 'quot': '"', 'apos': "'", 'nbsp': '\xa0', 'copy': '\xa9', 'reg': '\xae',
          'hellip': '\u2026', 'mdash': '\u2014', 'ndash': '\u2013', 'lsquo': '\u2018', 'rsquo': '\u2019',
          'ldquo': '\u201c', 'rdquo': '\u201d', 'euro': '\u20ac', 'trade': '\u2122', 'laquo': '\xab', 'raquo': '\xbb',
          'middot': '\xb7', 'times': '\xd7', 'deg': '\xb0'}


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;').replace("'", '&#x27;') if quote else s


def unescape(s):
    if '&' not in s:
        return s
    head, *pieces = s.split('&')
    out = [head]
    for piece in pieces:
        name, semicolon, rest = piece.partition(';')
        text = _NAMES.get(name) if semicolon else None
        if semicolon and name[:1] == '#':
            try:
                number = int(name[2:], 16) if name[1:2] in ('x', 'X') else int(name[1:])
                text = chr(number) if number else '\ufffd'
            except (ValueError, OverflowError):
                text = None
        out.append('&' + piece if text is None else text + rest)
    return ''.join(out)
