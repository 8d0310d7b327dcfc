"""Names by the shell's patterns."""
__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def fnmatchcase(name, pat):
    """Whether the name, or bytes, fits the pattern."""
    if type(name) is not str or type(pat) is not str:
        import os
        name, pat = os.fspath(name), os.fspath(pat)
    if isinstance(pat, bytes):
        if not isinstance(name, bytes):
            raise TypeError('cannot use a bytes pattern on a string-like object')
        name, pat = name.decode('latin-1'), pat.decode('latin-1')
    elif isinstance(name, bytes):
        raise TypeError('cannot use a string pattern on a bytes-like object')
    matches = _known.get(pat)
    if matches is None:
        if len(_known) > 500:
            _known.clear()
        import re
        matches = _known[pat] = re.compile(translate(pat)).match
    return matches(name) is not None


_known = {}


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]  #: 55 for name in «names»:


def translate(pat):
    """The pattern as a regular expression."""
    import re
    parts, at = [''], 0
    while at < len(pat):
        c = pat[at]
        at += 1
        if c == '*':
            if parts[-1] or len(parts) == 1:
                parts.append('')
        elif c == '?':
            parts[-1] += '.'
        elif c == '[' and (end := _set_end(pat, at)) >= 0:
            parts[-1] += _set(pat[at:end])
            at = end + 1
        else:
            parts[-1] += re.escape(c)
    # What stands between two stars is taken where it comes first: nothing is gained by trying later places.
    first, *rest = parts
    out = first + ''.join([f'(?>.*?{part})' for part in rest[:-1]]) + (f'.*{rest[-1]}' if rest else '')
    return rf'(?s:{out})\Z'


def _set_end(pat, at):
    """Where a set ends; a bracket at its start is one of its letters."""
    at += pat.startswith('!', at)
    return pat.find(']', at + pat.startswith(']', at))


def _letter(letter):
    """As it is written in a set: what would mean something there is escaped."""
    return '\\' + letter if letter in '\\-&~|' else letter


def _set(letters):
    negated = letters.startswith('!')
    at, items = int(negated), ''
    while at < len(letters):
        first, last = letters[at], letters[at]
        if letters[at + 1:at + 2] == '-' and at + 2 < len(letters):
            last = letters[at + 2]
            at += 2
        at += 1
        # A range that ends before it begins has nothing in it.
        if first <= last:
            items += _letter(first) if first == last else f'{_letter(first)}-{_letter(last)}'
    if not items:
        return '.' if negated else '(?!)'
    if negated:
        items = '^' + items
    elif items[0] in '^[':
        items = '\\' + items
    return f'[{items}]'
