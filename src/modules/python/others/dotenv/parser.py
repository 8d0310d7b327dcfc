"""The lines of a file .env, taken apart."""
import re
from collections import namedtuple

Original = namedtuple('Original', 'string line')
Binding = namedtuple('Binding', 'key value original error')

_GAP = r'[^\S\r\n]*'
# What a statement is: blanks, a comment or a name, which may have a value.
_STATEMENT = re.compile(rf"""
    \s* (?: export[^\S\r\n]+ )?
    (?: (?=\#) | '(?P<quoted_key>[^']+)' | (?P<key>[^=\#\s]+) ) {_GAP}
    (?: = (?P<gap>{_GAP}) (?:
        '(?P<single>(?:\\.|[^'\\])*)' | "(?P<double>(?:\\.|[^"\\])*)" | (?P<none>(?=[\r\n]|\Z)) | (?!['"])(?P<plain>[^\r\n]*) ) )?
    (?: {_GAP}\#[^\r\n]* )? {_GAP} (?: \r\n | \n | \r | \Z )""", re.VERBOSE | re.DOTALL)
_REST = re.compile(r'(?:\s*)[^\r\n]*(?:\r\n|\n|\r|\Z)')
_ESCAPES = {'a': '\a', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v'}
_DOUBLE, _SINGLE = re.compile(r"""\\([\\'"abfnrtv])"""), re.compile(r"\\([\\'])")


def _value(found):
    """The value of a statement, or None."""
    if found['single'] is not None:
        return _SINGLE.sub(lambda match: match[1], found['single'])
    if found['double'] is not None:
        return _DOUBLE.sub(lambda match: _ESCAPES.get(match[1], match[1]), found['double'])
    if found['plain'] is None:
        return found['none']
    if found['gap'] and found['plain'].startswith('#'):
        return ''
    return re.sub(r'\s+#.*', '', found['plain']).rstrip()


def parse_stream(stream):
    """The statements of a text, blanks before them included."""
    text = stream.read().removeprefix('\ufeff')
    at, line = 0, 1
    while at < len(text):
        found = _STATEMENT.match(text, at)
        blank = found is None and not text[at:].strip()
        end = len(text) if blank else (found or _REST.match(text, at)).end()
        original = Original(text[at:end], line)
        if found is None:
            yield Binding(None, None, original, not blank)
        else:
            key = found['key'] if found['quoted_key'] is None else found['quoted_key']
            yield Binding(key, None if key is None else _value(found), original, False)
        line += len(re.findall('\r\n|\n|\r', original.string))
        at = end
