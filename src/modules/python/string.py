"""Constants and templates."""
__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits',
           'printable', 'punctuation', 'whitespace', 'Template']
whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdefABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalize the words."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


class Template:
    """Text with $names."""
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """Plain text and (name, as written, position) in turn."""
        text, at = self.template, 0
        while True:
            found = text.find(self.delimiter, at)
            if found < 0:
                yield text[at:]
                return
            yield text[at:found]
            rest = found + 1
            if text.startswith(self.delimiter, rest):
                yield self.delimiter
                at = rest + 1
                continue
            braced = text.startswith('{', rest)
            start = end = rest + braced
            while end < len(text) and text[end].isascii() and (text[end] == '_' or text[end].isalnum()) and \
                    not (end == start and text[end].isdigit()):
                end += 1
            if end == start or braced and not text.startswith('}', end):
                yield None, self.delimiter, found
                at = rest
                continue
            at = end + braced
            yield text[start:end], text[found:at], found

    def _fill(self, mapping, kws, safe):
        values = {**dict(mapping or {}), **kws}
        parts = []
        for piece in self._pieces():
            if isinstance(piece, str):
                parts.append(piece)
                continue
            name, written, at = piece
            if name is None:
                if not safe:
                    lines = self.template[:at].splitlines(keepends=True)
                    line, column = (len(lines), at - len(''.join(lines[:-1])) + 1) if lines else (1, 1)
                    raise ValueError(f'Invalid placeholder in string: line {line}, col {column}')
                parts.append(written)
            elif safe and name not in values:
                parts.append(written)
            else:
                parts.append(str(values[name]))
        return ''.join(parts)

    def substitute(self, mapping=None, /, **kws):
        """The text with all names replaced."""
        return self._fill(mapping, kws, False)

    def safe_substitute(self, mapping=None, /, **kws):
        """The text with the known names replaced."""
        return self._fill(mapping, kws, True)

    def is_valid(self):
        return all(isinstance(p, str) or p[0] is not None for p in self._pieces())

    def get_identifiers(self):
        return list(dict.fromkeys(p[0] for p in self._pieces() if not isinstance(p, str) and p[0]))
