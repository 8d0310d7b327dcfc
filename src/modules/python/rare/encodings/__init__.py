"""Where CPython keeps encodings, by name: here `codecs` has them."""
import codecs
import importlib as _importlib
import sys as _sys
from encodings import aliases


class CodecRegistryError(LookupError, SystemError):
    pass


def normalize_encoding(encoding):
    """A name as a module's: anything but letters, digits and dots becomes an underscore between them."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, 'ascii')
    found, gap = [], False
    for sign in encoding:
        if sign.isalnum() or sign == '.':
            if gap and found:
                found.append('_')
            if sign.isascii():
                found.append(sign)
            gap = False
        else:
            gap = True
    return ''.join(found)


def search_function(encoding):
    """What there is for an encoding; None: nothing."""
    try:
        return codecs.lookup(encoding)
    except LookupError:
        return None


def __getattr__(name):
    if name in ('ascii', 'idna', 'latin_1', 'utf_8'):
        return _importlib.import_module('encodings.' + name)
    if not name.startswith('_') and search_function(name):
        # Any other one that `codecs` has.
        from _codec_names import names_of
        module = type(codecs)('encodings.' + name)
        vars(module).update(names_of(name))
        _sys.modules[module.__name__] = module
        globals()[name] = module
        return module
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
