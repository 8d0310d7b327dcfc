"""What is done about characters that cannot be encoded or decoded."""
from _unicode import encoding_name as _encoding_name
from _frames import argument_type as _argument_type, native as _native, ssize as _ssize

__name__ = 'codecs'  # where what is here is said to be  #: in codecs.py

_handlers = {}


def _not_text(what, value):
    return TypeError(f'{what} must be str, not {_argument_type(value)}')


def _handled(handler, error):  #: -
    """What stands in for what cannot be encoded or decoded, where to go on, and in what: a handler may change that."""
    instead = handler(error)
    encoding = isinstance(error, UnicodeEncodeError)
    if not isinstance(instead, tuple) or len(instead) != 2 or not isinstance(instead[0], (str, bytes) if encoding else str):
        raise TypeError('encoding error handler must return (str/bytes, int) tuple' if encoding else
                        'decoding error handler must return (str, int) tuple')
    text, at = instead[0], _ssize(instead[1])
    whole = error.object
    if not encoding and not isinstance(whole, bytes):
        raise TypeError('object attribute must be bytes')
    at = at + len(whole) if at < 0 else at
    if not 0 <= at <= len(whole):
        raise IndexError(f'position {at} from error handler out of bounds')
    return text, at, whole


def _encoded_with(text, encoding, errors):  #: -
    """A program's own handler stands in for what cannot be encoded."""
    handler, at, found = lookup_error(errors), 0, b''
    name = _encoding_name(encoding)
    marked = {'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le', 'utf-8-sig': 'utf-8'}.get(name)
    if marked:
        # The mark stands at the start alone.
        found, encoding = ''.encode(encoding), marked
    wide = name.startswith('utf')
    unit = {'utf-16': 2, 'utf-32': 4}.get(name[:6], 1)
    while True:
        try:
            return found + text[at:].encode(encoding)
        except UnicodeEncodeError as e:
            start = at + e.start
            error = UnicodeEncodeError(e.encoding, text, start, at + e.end, e.reason)
        found += text[at:start].encode(encoding)
        instead, at, _ = _handled(handler, error)
        if isinstance(instead, bytes):
            if len(instead) % unit:
                raise error
            found += instead
            continue
        try:
            if wide and not instead.isascii():
                raise error
            found += instead.encode(encoding)
        except UnicodeEncodeError:
            raise error from None


def _decoded_with(data, encoding, errors):  #: -
    handler, at, found = lookup_error(errors), 0, ''
    while True:
        try:
            return found + data[at:].decode(encoding)
        except UnicodeDecodeError as e:
            start = at + e.start
            error = UnicodeDecodeError(e.encoding, data, start, at + e.end, e.reason)
        found += data[at:start].decode(encoding)
        instead, at, data = _handled(handler, error)
        found += instead


def register_error(errors, handler, /):  #: -
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[errors] = handler


def lookup_error(name, /):  #: -
    if not isinstance(name, str):
        raise _not_text('lookup_error() argument', name)
    try:
        return _handlers[name]
    except KeyError:
        raise LookupError(f"unknown error handler name '{name}'") from None


_KINDS = UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError


def _is(error, kinds):  #: -
    # By what it is, not by what it says that it is.
    return issubclass(type(error), kinds)


def _wrong(error):  #: -
    raise TypeError(f"don't know how to handle {type(error).__name__} in error callback") from None


def strict_errors(error, /):  #: -
    if _is(error, BaseException):
        raise error
    raise TypeError('codec must pass exception instance')


def ignore_errors(error, /):  #: -
    return ('', error.end) if _is(error, _KINDS) else _wrong(error)


def replace_errors(error, /):  #: -
    if _is(error, UnicodeEncodeError):
        return '?' * (error.end - error.start), error.end
    if _is(error, UnicodeDecodeError):
        return '\ufffd', error.end
    return ('\ufffd' * (error.end - error.start), error.end) if _is(error, UnicodeTranslateError) else _wrong(error)


def _each(error, shown):  #: -
    return ''.join(map(shown, error.object[error.start:error.end])), error.end


def xmlcharrefreplace_errors(error, /):  #: -
    return _each(error, lambda c: f'&#{ord(c)};') if _is(error, UnicodeEncodeError) else _wrong(error)


def _escaped(c):
    code = c if isinstance(c, int) else ord(c)
    return f'\\x{code:02x}' if code < 256 else f'\\u{code:04x}' if code < 65536 else f'\\U{code:08x}'


def backslashreplace_errors(error, /):  #: -
    return _each(error, _escaped) if _is(error, _KINDS) else _wrong(error)


def namereplace_errors(error, /):  #: -
    if not _is(error, UnicodeEncodeError):
        _wrong(error)
    import unicodedata

    def shown(c):
        name = unicodedata.name(c, None)
        return _escaped(c) if name is None else f'\\N{{{name}}}'
    return _each(error, shown)


def _surrogateescape(error):  #: -
    part = error.object[error.start:error.end] if _is(error, _KINDS) else _wrong(error)
    if _is(error, UnicodeDecodeError):
        high = next((at for at, byte in enumerate(part) if byte < 128), len(part))
        if high:
            return ''.join(chr(0xdc00 + byte) for byte in part[:high]), error.start + high
    elif not _is(error, UnicodeEncodeError):
        _wrong(error)
    elif all('\udc80' <= c <= '\udcff' for c in part):
        return bytes(ord(c) - 0xdc00 for c in part), error.end
    raise error


def _surrogatepass(error):  #: -
    import _more_codecs
    return _more_codecs.surrogatepass(error)


_handlers['surrogateescape'], _handlers['surrogatepass'] = _surrogateescape, _surrogatepass
_native(globals())
for _handler in strict_errors, ignore_errors, replace_errors, xmlcharrefreplace_errors, backslashreplace_errors, namereplace_errors:
    _handlers[_handler.__name__[:-7]] = _handler
