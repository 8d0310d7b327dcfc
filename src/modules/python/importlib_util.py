"""Whether a module is there, and modules made by hand."""
import sys as _sys
from importlib import import_module as _import_module
from _frames import not_supported as _not_supported


class ModuleSpec:
    """Where a module comes from."""
    __module__ = 'importlib._bootstrap'

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin, self.loader_state = name, loader, origin, loader_state
        self.submodule_search_locations = [] if is_package else None
        self.cached, self.has_location = None, False

    @property
    def parent(self):
        return self.name if self.submodule_search_locations is not None else self.name.rpartition('.')[0]

    def __repr__(self):
        parts = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            parts.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            parts.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{type(self).__name__}({", ".join(parts)})'


class SourceFileLoader:
    """Loads a module from its file; one of the library as it is."""
    __module__ = '_frozen_importlib_external'

    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def create_module(self, spec):
        return None

    def exec_module(self, module):  #: in <frozen importlib._bootstrap_external>
        if self.path.startswith('<'):
            module.__dict__.update(_import_module(self.name).__dict__)
        else:
            code = self.get_code(module.__name__)  #: 1018
            _call_with_frames_removed(exec, code, module.__dict__)  #: 1022

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):  #: in <frozen importlib._bootstrap_external>
        with open(path, 'rb') as file:  #: 1217
            return file.read()

    def get_source(self, fullname):
        return self.get_data(self.path).decode()

    def get_code(self, fullname):  #: in <frozen importlib._bootstrap_external>
        data = self.get_data(self.path)  #: 1131
        return self.source_to_code(data, self.path)  #: 1156

    def source_to_code(self, data, path, *, _optimize=-1):  #: in <frozen importlib._bootstrap_external>
        return _call_with_frames_removed(compile, data, path, 'exec', dont_inherit=True)  #: 1086

    def is_package(self, fullname):
        return self.path.rpartition('/')[2] == '__init__.py'


def _call_with_frames_removed(f, *args, **kwds):  #: in <frozen importlib._bootstrap>
    return f(*args, **kwds)  #: 488


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
    try:
        module = _import_module(full)
    except ModuleNotFoundError as e:
        if '.' in full and e.name != full:
            raise
        return None
    origin = getattr(module, '__file__', None)
    spec = ModuleSpec(full, SourceFileLoader(full, origin) if origin else None, origin=origin or 'built-in')
    if hasattr(module, '__path__'):
        spec.submodule_search_locations = [origin.rpartition('/')[0]] if origin else []
    spec.has_location = origin is not None
    return spec


def module_from_spec(spec):
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    if module is None:
        module = type(_sys)(spec.name)
    module.__spec__, module.__loader__, module.__package__ = spec, spec.loader, spec.parent
    if spec.submodule_search_locations is not None:
        module.__path__ = spec.submodule_search_locations
    if spec.has_location:
        module.__file__ = spec.origin
    return module


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    """Of the module that a file is."""
    if location is None:
        location = loader.get_filename(name) if hasattr(loader, 'get_filename') else '<unknown>'
    else:
        import os
        location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith(('.py', '.pyc', '.so')):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is not None:
        spec.submodule_search_locations = submodule_search_locations
    elif hasattr(loader, 'is_package') and loader.is_package(name):
        spec.submodule_search_locations = []
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(location.rpartition('/')[0])
    return spec


def __getattr__(name):
    if name in ('LazyLoader', 'MAGIC_NUMBER', 'cache_from_source', 'decode_source', 'source_from_cache', 'source_hash'):
        _not_supported('importlib.util.' + name)
    raise AttributeError(f"module 'importlib.util' has no attribute '{name}'")
