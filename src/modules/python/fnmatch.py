"""Names by the shell's patterns."""
__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def fnmatchcase(name, pat):
    """Whether the name, or bytes, fits the pattern."""
    import os
    name, pat = os.fspath(name), os.fspath(pat)
    if isinstance(pat, bytes):
        if not isinstance(name, bytes):
            raise TypeError('cannot use a bytes pattern on a string-like object')
        name, pat = name.decode('latin-1'), pat.decode('latin-1')
    elif isinstance(name, bytes):
        raise TypeError('cannot use a string pattern on a bytes-like object')
    return _match(name, 0, pat, 0)


fnmatch = fnmatchcase


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]


def _match(name, n, pat, p):
    star = None
    while True:
        if p < len(pat) and pat[p] == '*':
            star = p, n
            p += 1
            continue
        if n == len(name):
            return p == len(pat)
        end = p + 1
        fits = p < len(pat) and (pat[p] == '?' or pat[p] == name[n])
        if p < len(pat) and pat[p] == '[':
            close = pat.find(']', p + 2 if pat[p + 1:p + 2] != '!' else p + 3)
            if close >= 0:
                fits, end = _in_set(name[n], pat[p + 1:close]), close + 1
        if fits:
            p, n = end, n + 1
        elif star:
            p, n = star[0] + 1, star[1] + 1
            star = star[0], n
        else:
            return False


def _in_set(c, letters):
    negated = letters.startswith('!')
    letters = letters[negated:]
    at, found = 0, False
    while at < len(letters):
        if letters[at + 1:at + 2] == '-' and at + 2 < len(letters):
            found = found or letters[at] <= c <= letters[at + 2]
            at += 3
        else:
            found = found or letters[at] == c
            at += 1
    return found != negated


def translate(pat):
    """The pattern as a regular expression."""
    out, at = '', 0
    while at < len(pat):
        c = pat[at]
        at += 1
        if c == '*':
            out += '' if out.endswith('.*') else '.*'
        elif c == '?':
            out += '.'
        elif c == '[' and pat.find(']', at + 1) > 0:
            close = pat.find(']', at + 1)
            letters = pat[at:close].replace('\\', r'\\')
            out += f'[{"^" + letters[1:] if letters[0] == "!" else letters}]'
            at = close + 1
        else:
            import re
            out += re.escape(c)
    return rf'(?s:{out})\Z'
