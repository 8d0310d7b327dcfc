"""Whether a module is there, and modules made by hand."""
import sys as _sys
import _imports
from _imports import ModuleSpec, SourceFileLoader, module_from_spec, spec_from_file_location
from _frames import not_supported as _not_supported


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


def find_spec(name, package=None):
    """Of a module that can be imported; None: there is none."""
    full = resolve_name(name, package)
    if full == '__main__':
        raise ValueError('__main__.__spec__ is None')
    module = _sys.modules.get(full)
    if module is not None and getattr(module, '__spec__', None) is not None:
        return module.__spec__
    parent, path = full.rpartition('.')[0], None
    if parent:
        try:
            path = __import__(parent, fromlist=['__path__']).__path__
        except AttributeError as e:
            raise ModuleNotFoundError(f'__path__ attribute not found on {parent!r} while trying to find {full!r}',
                                      name=full) from e
    return _imports._find_spec(full, path)


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


def __getattr__(name):
    if name in ('LazyLoader', 'MAGIC_NUMBER', 'cache_from_source', 'decode_source', 'source_from_cache', 'source_hash'):
        _not_supported('importlib.util.' + name)
    raise AttributeError(f"module 'importlib.util' has no attribute '{name}'")
