"""Cookies as headers have them."""
import re as _re

__all__ = ['CookieError', 'BaseCookie', 'SimpleCookie']
_LEGAL = r"\w!#$%&'*+\-.^`|~:"
# What `load` takes for a name is more than what a cookie's name may be.
_READ = r"\w!#%&'~`><@,:/$*+\-.^|)(?}{="
_PAIR = (rf'(?a)\s*(?P<key>[{_READ}]+?)(?:\s*=\s*(?P<value>"(?:[^\\"]|\\.)*"|'
         rf'\w{{3}},\s[\w\d\s-]{{9,11}}\s[\d:]{{8}}\sGMT|[{_READ}\[\]]*))?\s*(?:\s+|;|$)')


class CookieError(Exception):
    """A name that no cookie can have."""


def _quote(text):
    if text is None or _re.fullmatch(rf'(?a)[{_LEGAL}]+', text):
        return text
    escaped = ''.join('\\' + c if c in '"\\' else c if (' ' <= c <= '~' and c not in ',;') or c > '\xff'
                      else f'\\{ord(c):03o}' for c in text)
    return f'"{escaped}"'


def _unquote(text):
    if text is None or len(text) < 2 or text[0] != '"' or text[-1] != '"':  #: 198 if str is None or «len(str)» < 2:
        return text
    return _re.sub(r'\\(?:([0-3][0-7][0-7])|(.))', lambda m: chr(int(m[1], 8)) if m[1] else m[2], text[1:-1])


class Morsel(dict):
    """One cookie: a name, a value, and attributes."""
    _reserved = {'expires': 'expires', 'path': 'Path', 'comment': 'Comment', 'domain': 'Domain', 'max-age': 'Max-Age',
                 'secure': 'Secure', 'httponly': 'HttpOnly', 'version': 'Version', 'samesite': 'SameSite'}
    _flags = {'secure', 'httponly'}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        dict.update(self, dict.fromkeys(self._reserved, ''))

    key = property(lambda self: self._key)
    value = property(lambda self: self._value)
    coded_value = property(lambda self: self._coded_value)

    def __setitem__(self, key, value):
        key = key.lower()
        if key not in self._reserved:
            raise CookieError(f'Invalid attribute {key!r}')  #: 294 raise CookieError("Invalid attribute %r" % (K,))
        dict.__setitem__(self, key, value)

    def setdefault(self, key, val=None):
        key = key.lower()
        if key not in self._reserved:
            raise CookieError(f'Invalid attribute {key!r}')  #: 300 raise CookieError("Invalid attribute %r" % (key,))
        return dict.setdefault(self, key, val)

    def update(self, values):
        given = {}
        for key, value in dict(values).items():
            key = key.lower()
            if key not in self._reserved:
                raise CookieError(f'Invalid attribute {key!r}')  #: 324 raise CookieError("Invalid attribute %r" % (key,))
            given[key] = value
        dict.update(self, given)

    def __eq__(self, other):
        if not isinstance(other, Morsel):
            return NotImplemented
        return dict.__eq__(self, other) and self.__getstate__() == other.__getstate__()

    __ne__ = object.__ne__
    __hash__ = None

    def copy(self):
        made = Morsel()
        dict.update(made, self)
        made.__dict__.update(self.__dict__)
        return made

    def __getstate__(self):
        return {'key': self._key, 'value': self._value, 'coded_value': self._coded_value}

    def __setstate__(self, state):
        self._key, self._value, self._coded_value = state['key'], state['value'], state['coded_value']

    def set(self, key, val, coded_val):
        if key.lower() in self._reserved:  #: 332
            raise CookieError(f'Attempt to set a reserved key {key!r}')  #: 333 raise CookieError('Attempt to set a reserved key %r' % (key,))
        if not _re.fullmatch(rf'(?a)[{_LEGAL}]+', key):
            raise CookieError(f'Illegal key {key!r}')  #: 335 raise CookieError('Illegal key %r' % (key,))
        self._key, self._value, self._coded_value = key, val, coded_val

    def isReservedKey(self, key):
        return key.lower() in self._reserved

    def output(self, attrs=None, header='Set-Cookie:'):
        return f'{header} {self.OutputString(attrs)}'

    __str__ = output

    def __repr__(self):
        return f'<{self.__class__.__name__}: {self.OutputString()}>'

    def js_output(self, attrs=None):
        """The same as JavaScript that a page can hold."""
        margin = ' ' * 8
        lines = ['<script type="text/javascript">', '<!-- begin hiding',
                 'document.cookie = "' + self.OutputString(attrs).replace('"', r'\"') + '";',
                 '// end hiding -->', '</script>', '']
        return '\n' + '\n'.join(margin + line for line in lines)

    def OutputString(self, attrs=None):
        parts = [f'{self.key}={self.coded_value}']
        for key, value in sorted(self.items()):
            if value == '' or attrs is not None and key not in attrs:
                continue
            if key == 'expires' and isinstance(value, int):
                import time
                value = time.strftime('%a, %d %b %Y %H:%M:%S GMT', time.gmtime(time.time() + value))
                parts.append(f'{self._reserved[key]}={value}')
            elif key == 'max-age' and isinstance(value, int):
                parts.append(f'{self._reserved[key]}={value:d}')
            elif key == 'comment' and isinstance(value, str):
                parts.append(f'{self._reserved[key]}={_quote(value)}')
            elif key in self._flags:
                if value:
                    parts.append(str(self._reserved[key]))
            else:
                parts.append(f'{self._reserved[key]}={value}')
        return '; '.join(parts)


class BaseCookie(dict):
    """Cookies by name."""

    def __init__(self, input=None):
        if input:
            self.load(input)  #: 465

    def value_decode(self, val):
        return val, val

    def value_encode(self, val):
        text = str(val)
        return text, text

    def __set(self, key, value, coded):
        morsel = self.get(key, Morsel())  #: 469 M = «self.get(key, Morsel())»
        morsel.set(key, value, coded)  #: 470 M.set(key, real_value, coded_value)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)  #: 477
        else:
            self.__set(key, *self.value_encode(value))  #: 480 self.__set(key, rval, cval)

    def output(self, attrs=None, header='Set-Cookie:', sep='\r\n'):
        return sep.join(morsel.output(attrs, header) for _, morsel in sorted(self.items()))  #: 488 return «sep.join»(result)

    __str__ = output

    def js_output(self, attrs=None):
        return ''.join(morsel.js_output(attrs) for _, morsel in sorted(self.items()))

    def __repr__(self):
        shown = ' '.join(f'{key}={morsel.value!r}' for key, morsel in sorted(self.items()))
        return f'<{self.__class__.__name__}: {shown}>'

    def load(self, rawdata):
        if not isinstance(rawdata, str):
            for key, value in rawdata.items():  #: 517
                self[key] = value  #: 518
            return
        pair, at, found, current = _re.compile(_PAIR), 0, [], False
        while at < len(rawdata):
            match = pair.match(rawdata, at)
            if not match or match.end() == at:
                break
            key, value, at = match['key'], match['value'], match.end()
            if key[0] == '$':
                if current:
                    found.append((False, key[1:], value))
                continue
            if key.lower() in Morsel._reserved:
                if not current:
                    return
                if value is None:
                    if key.lower() not in Morsel._flags:
                        return
                    value = True
                found.append((False, key, value))
            elif value is not None:
                found.append((True, key, self.value_decode(value)))
                current = True
            else:
                return
        morsel = None
        for is_pair, key, value in found:
            if is_pair:
                self.__set(key, *value)
                morsel = self[key]
            else:
                morsel[key] = _unquote(value) if isinstance(value, str) else value


class SimpleCookie(BaseCookie):
    """Cookies whose values are texts."""

    def value_decode(self, val):
        return _unquote(val), val  #: 590

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
