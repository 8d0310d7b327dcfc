"""JSON."""
__version__ = '2.0.9'
__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']

from json.decoder import JSONDecodeError, JSONDecoder
from json.encoder import JSONEncoder

_default_decoder = JSONDecoder()
_default_encoder = JSONEncoder()


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    """An object as JSON."""
    usual = ensure_ascii and check_circular and allow_nan and not (skipkeys or sort_keys or kw)
    if usual and cls is indent is separators is default is None:
        return _default_encoder.encode(obj)  #: 231
    if cls is None:
        cls = JSONEncoder
    encoder = cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw)  #: 234 return «cls(⏎    skipkeys=skipkeys, ensure_ascii=ensure_ascii,⏎    check_circular=check_circular, allow_nan=allow_nan, indent=indent,⏎    separators=separators, default=default, sort_keys=sort_keys,⏎    **kw)».encode(obj)
    return encoder.encode(obj)  #: 238     **kw).«encode(obj)»


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    """Writes an object as JSON."""
    encoder = (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw)  #: 173 iterable = «cls(skipkeys=skipkeys, ensure_ascii=ensure_ascii,⏎    check_circular=check_circular, allow_nan=allow_nan, indent=indent,⏎    separators=separators,⏎    default=default, sort_keys=sort_keys, **kw)».iterencode(obj)
    iterable = encoder.iterencode(obj)
    for chunk in iterable:  #: 179 for chunk in «iterable»:
        fp.write(chunk)  #: 180


def detect_encoding(b):
    """The encoding of a JSON text: by its mark, or by where zeros stand among its first bytes (RFC 4627)."""
    for mark, encoding in ((b'\xef\xbb\xbf', 'utf-8-sig'), (b'\xff\xfe\0\0', 'utf-32'), (b'\0\0\xfe\xff', 'utf-32'),
                           (b'\xff\xfe', 'utf-16'), (b'\xfe\xff', 'utf-16')):
        if b.startswith(mark):
            return encoding
    if len(b) < 4:
        return 'utf-8' if len(b) != 2 or all(b) else 'utf-16-le' if b[0] else 'utf-16-be'
    if not b[0]:
        return 'utf-16-be' if b[1] else 'utf-32-be'
    return 'utf-8' if b[1] else 'utf-16-le' if b[2] or b[3] else 'utf-32-le'


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    """The object of a JSON text."""
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)  #: 335 raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)",⏎                      s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode(detect_encoding(s), 'surrogatepass')  #: 341 s = «s.decode(detect_encoding(s), 'surrogatepass')»
    else:
        raise TypeError(f'the JSON object must be str, bytes or bytearray, '  #: 339
                        f'not {s.__class__.__name__}')  #: 340
    if cls is object_hook is parse_float is parse_int is parse_constant is object_pairs_hook is None and not kw:
        return _default_decoder.decode(s)  #: 346
    if cls is None:
        cls = JSONDecoder
    hooks = dict(object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
                 object_pairs_hook=object_pairs_hook)
    kw.update((name, hook) for name, hook in hooks.items() if hook is not None)
    return cls(**kw).decode(s)  #: 359


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
         object_pairs_hook=None, **kw):
    """The object of a JSON file."""
    return loads(fp.read(),  #: 293
        cls=cls, object_hook=object_hook,  #: 294
        parse_float=parse_float, parse_int=parse_int,  #: 295
        parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw)  #: 296
