"""Text that is safe in HTML, and what makes other text so."""
import functools as _functools
import re as _re
import string as _string

__version__ = '3.0.4'
__all__ = ['Markup', 'escape', 'escape_silent', 'soft_str']
_ENTITIES = str.maketrans({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;'})
_COMMENT, _TAG = _re.compile('<!--.*?-->', _re.S), _re.compile('<.*?>', _re.S)


def escape(s, /):
    """What stands for the object in HTML."""
    if hasattr(s, '__html__'):
        return Markup(s.__html__())
    return Markup(str(s).translate(_ENTITIES))


def escape_silent(s, /):
    return Markup() if s is None else escape(s)


def soft_str(s, /):
    return s if isinstance(s, str) else str(s)


# What a method of str says of itself is in a text of the library: it would be read for each of them.
_NAMES = '__name__', '__qualname__'


def _again(name):
    """A method of str whose result is as safe as the text."""
    method = getattr(str, name)

    def call(self, *args, **kwargs):
        return self.__class__(method(self, *args, **kwargs))
    return _functools.update_wrapper(call, method, _NAMES)


def _many(name):
    """A method of str that gives several texts."""
    method = getattr(str, name)

    def call(self, *args, **kwargs):
        found = method(self, *args, **kwargs)
        return type(found)(map(self.__class__, found))
    return _functools.update_wrapper(call, method, _NAMES)


class Markup(str):
    """A text that is safe in HTML; what is joined with it is escaped."""
    __slots__ = ()

    def __new__(cls, object='', encoding=None, errors='strict'):
        text = object.__html__() if hasattr(object, '__html__') else object
        return super().__new__(cls, text, *(() if encoding is None else (encoding, errors)))

    def __html__(self, /):
        return self

    def __add__(self, value, /):
        if isinstance(value, str) or hasattr(value, '__html__'):
            return self.__class__(super().__add__(self.escape(value)))
        return NotImplemented

    def __radd__(self, value, /):
        if isinstance(value, str) or hasattr(value, '__html__'):
            return self.escape(value).__add__(self)
        return NotImplemented

    def __mul__(self, value, /):
        return self.__class__(super().__mul__(value))

    def __rmul__(self, value, /):
        return self.__class__(super().__mul__(value))

    def __mod__(self, value, /):
        if isinstance(value, tuple):
            value = tuple(_Argument(each, self.escape) for each in value)
        elif hasattr(type(value), '__getitem__') and not isinstance(value, str):
            value = _Argument(value, self.escape)
        else:
            value = _Argument(value, self.escape),
        return self.__class__(super().__mod__(value))

    def __repr__(self, /):
        return f'{self.__class__.__name__}({super().__repr__()})'

    def join(self, iterable, /):
        return self.__class__(super().join(map(self.escape, iterable)))

    def split(self, /, sep=None, maxsplit=-1):
        return [self.__class__(each) for each in super().split(sep, maxsplit)]

    def rsplit(self, /, sep=None, maxsplit=-1):
        return [self.__class__(each) for each in super().rsplit(sep, maxsplit)]

    def splitlines(self, /, keepends=False):
        return [self.__class__(each) for each in super().splitlines(keepends)]

    def unescape(self, /):
        from html import unescape
        return unescape(str(self))

    def striptags(self, /):
        """The text without comments and tags, with single blanks."""
        bare = _TAG.sub('', _COMMENT.sub('', str(self)))
        return self.__class__(' '.join(bare.split())).unescape()

    @classmethod
    def escape(cls, s, /):
        found = escape(s)
        return found if found.__class__ is cls else cls(found)

    def replace(self, old, new, count=-1, /):
        return self.__class__(super().replace(old, self.escape(new), count))

    def ljust(self, width, fillchar=' ', /):
        return self.__class__(super().ljust(width, self.escape(fillchar)))

    def rjust(self, width, fillchar=' ', /):
        return self.__class__(super().rjust(width, self.escape(fillchar)))

    def center(self, width, fillchar=' ', /):
        return self.__class__(super().center(width, self.escape(fillchar)))

    def format(self, *args, **kwargs):
        return self.__class__(EscapeFormatter(self.escape).vformat(self, args, kwargs))

    def format_map(self, mapping, /):
        return self.__class__(EscapeFormatter(self.escape).vformat(self, (), mapping))

    def __html_format__(self, format_spec, /):
        if format_spec:
            raise ValueError('Unsupported format specification for Markup.')
        return self


for _name in ('__getitem__ capitalize title lower upper lstrip rstrip strip translate expandtabs swapcase zfill casefold removeprefix '
              'removesuffix').split():
    setattr(Markup, _name, _again(_name))
for _name in ('partition', 'rpartition'):
    setattr(Markup, _name, _many(_name))


class EscapeFormatter(_string.Formatter):
    """Escapes what is put into a format's fields."""
    __slots__ = ('escape',)

    def __init__(self, escape):
        self.escape = escape
        super().__init__()

    def format_field(self, value, format_spec):
        if hasattr(value, '__html_format__'):
            found = value.__html_format__(format_spec)
        elif hasattr(value, '__html__'):
            if format_spec:
                raise ValueError(f'Format specifier {format_spec} given, but {type(value)} does not define __html_format__. A class that defines '
                                 '__html__ must define __html_format__ to work with format specifiers.')
            found = value.__html__()
        else:
            found = super().format_field(value, str(format_spec))
        return str(self.escape(found))


class _Argument:
    """What a % takes: text of it is escaped."""
    __slots__ = ('obj', 'escape')

    def __init__(self, obj, escape):
        self.obj, self.escape = obj, escape

    def __getitem__(self, key, /):
        return self.__class__(self.obj[key], self.escape)

    def __str__(self, /):
        return str(self.escape(self.obj))

    def __repr__(self, /):
        return str(self.escape(repr(self.obj)))

    def __int__(self, /):
        return int(self.obj)

    def __float__(self, /):
        return float(self.obj)
