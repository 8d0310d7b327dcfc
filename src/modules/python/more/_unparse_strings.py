"""Strings as literals."""

__name__ = '_unparse'  # where what is here is said to be

_QUOTES = ["'", '"', '"""', "'''"]
_LONG_QUOTES = ['"""', "'''"]


def _escaped(text, quotes, whitespace):
    """The text between quotes, and the quotes that it may stand in, best first."""
    def escape(c):
        if c in '\n\t' and not whitespace:
            return c
        if c == '\\' or not c.isprintable():
            return c.encode('unicode_escape').decode('ascii')
        return c
    escaped = ''.join(map(escape, text))
    possible = [q for q in quotes if q not in escaped and (len(q) == 3 or '\n' not in escaped)]
    if not possible:
        shown = repr(text)
        return shown[1:-1], [next((q for q in quotes if shown[0] in q), shown[0])]
    if escaped:
        possible.sort(key=lambda q: q[0] == escaped[-1])
        if possible[0][0] == escaped[-1]:
            escaped = escaped[:-1] + '\\' + escaped[-1]
    return escaped, possible


def _quoted(text, quotes=_QUOTES):
    escaped, possible = _escaped(text, quotes, False)
    return possible[0] + escaped + possible[0]
