"""Whether a module is there, and modules made by hand."""
import sys as _sys
import _imports
from _imports import ModuleSpec, SourceFileLoader, module_from_spec, spec_from_file_location

MAGIC_NUMBER = b'\xf3\r\r\n'
_RAW_MAGIC_NUMBER = int.from_bytes(MAGIC_NUMBER, 'little')


def resolve_name(name, package):
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module names)')
    level = len(name) - len(name.lstrip('.'))
    base = package.rsplit('.', level - 1)
    if len(base) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{base[0]}.{name[level:]}' if name[level:] else base[0]


def find_spec(name, package=None):  #: in <frozen importlib.util>
    """Of a module that can be imported; None: there is none."""
    full = resolve_name(name, package) if name.startswith('.') else name
    if full in _sys.modules:
        module = _sys.modules[full]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f'{name}.__spec__ is not set') from None  #: 108
        if spec is None:
            raise ValueError(f'{name}.__spec__ is None')  #: 111
        return spec
    parent, path = full.rpartition('.')[0], None
    if parent:
        package = __import__(parent, fromlist=['__path__'])  #: 91
        try:
            path = package.__path__  #: 93
        except AttributeError as e:
            text = f'__path__ attribute not found on {parent!r} while trying to find {full!r}'
            raise ModuleNotFoundError(text, name=full) from e  #: 95
    return _imports._find_spec(full, path)


def cache_from_source(path, debug_override=None, *, optimization=None):  #: in importlib/util.py
    """The file in which CPython would keep the bytecode of a module's file."""
    import os
    if debug_override is not None:
        import warnings
        warnings.warn("the debug_override parameter is deprecated; use 'optimization' instead", DeprecationWarning, 2)
        if optimization is not None:
            raise TypeError('debug_override or optimization must be set to None')
        optimization = '' if debug_override else 1
    folder, name = os.path.split(os.fspath(path))
    base, dot, rest = name.rpartition('.')
    level = str((_sys.flags.optimize or '') if optimization is None else optimization)
    if level and not level.isalnum():
        raise ValueError(f'{level!r} is not alphanumeric')
    name = f'{base or rest}{dot}{_sys.implementation.cache_tag}{level and ".opt-" + level}.pyc'
    return os.path.join(folder, '__pycache__', name)


def source_from_cache(path):
    """The module's file of such a file."""
    import os
    folder, name = os.path.split(os.fspath(path))
    folder, cache = os.path.split(folder)
    if cache != '__pycache__':
        raise ValueError(f'__pycache__ not bottom-level directory in {path!r}')
    parts = name.split('.')
    if len(parts) not in (3, 4):
        raise ValueError(f'expected only 2 or 3 dots in {name!r}')
    if len(parts) == 4 and not (parts[-2].startswith('opt-') and parts[-2][4:].isalnum()):
        level = parts[-2]
        if not level.startswith('opt-'):
            raise ValueError("optimization portion of filename does not start with 'opt-'")
        raise ValueError(f'optimization level {level!r} is not an alphanumeric value')
    return os.path.join(folder, parts[0] + '.py')


def decode_source(source_bytes):
    """A module's text, of its bytes: by the encoding that its first lines name."""
    import re
    data = bytes(source_bytes)
    found = re.match(rb'(?:[^\n]*\n)?[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', data)
    encoding = 'utf-8-sig' if data.startswith(b'\xef\xbb\xbf') else found[1].decode() if found else 'utf-8'
    return data.decode(encoding).replace('\r\n', '\n').replace('\r', '\n')


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """Of what a loader makes."""
    if origin is None:
        origin = getattr(loader, '_ORIGIN', None)
    if hasattr(loader, 'get_filename'):
        return spec_from_file_location(name, loader=loader, submodule_search_locations=[] if is_package else None)
    if is_package is None and hasattr(loader, 'is_package'):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            pass
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def source_hash(source_bytes):
    """By what a file of bytecode knows its source."""
    return _keyed_hash(_RAW_MAGIC_NUMBER, source_bytes)


def _keyed_hash(key, source):
    """SipHash-1-3"""
    data, mask = bytes(source), (1 << 64) - 1
    a, b, c, d = key ^ 0x736f6d6570736575, 0x646f72616e646f6d, key ^ 0x6c7967656e657261, 0x7465646279746573

    def turned(word, bits):
        return (word << bits | word >> 64 - bits) & mask

    def mixed(a, b, c, d):
        a, c = a + b & mask, c + d & mask
        b, d = turned(b, 13) ^ a, turned(d, 16) ^ c
        a, c = turned(a, 32) + d & mask, c + b & mask
        return a, turned(b, 17) ^ c, turned(c, 32), turned(d, 21) ^ a

    whole = len(data) // 8 * 8
    last = int.from_bytes(data[whole:], 'little') | (len(data) & 255) << 56
    for word in [int.from_bytes(data[at:at + 8], 'little') for at in range(0, whole, 8)] + [last]:
        a, b, c, d = mixed(a, b, c, d ^ word)
        a ^= word
    c ^= 255
    for _ in range(3):
        a, b, c, d = mixed(a, b, c, d)
    return (a ^ b ^ c ^ d).to_bytes(8, 'little')


class _LazyModule(_sys.__class__):
    """A module whose code runs once somebody asks for one of its names."""

    def __getattribute__(self, attr):
        spec = object.__getattribute__(self, '__spec__')
        state = spec.loader_state
        object.__setattr__(self, '__class__', _sys.__class__)
        before, given = state['__dict__'], object.__getattribute__(self, '__dict__')
        changed = {name: value for name, value in given.items() if name not in before or before[name] is not value}
        spec.loader.exec_module(self)
        if spec.name in _sys.modules and self is not _sys.modules[spec.name]:
            raise ValueError(f'module object for {spec.name!r} substituted in sys.modules during a lazy load')
        self.__dict__.update(changed)
        return getattr(self, attr)

    def __delattr__(self, attr):
        self.__getattribute__(attr)
        delattr(self, attr)


class LazyLoader:
    """A loader whose modules run when they are first used."""

    def __init__(self, loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = module.__loader__ = self.loader
        module.__spec__.loader_state = {'__dict__': module.__dict__.copy(), '__class__': module.__class__}
        module.__class__ = _LazyModule
