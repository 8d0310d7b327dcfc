"""Where modules come from, and what loads them."""
import _importing
import sys
import _imports  # which loads what a spec tells of

__name__ = '_imports'  # where what is here is said to be


class ModuleSpec:
    """Where a module comes from."""
    __module__ = '_frozen_importlib'

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin, self.loader_state = name, loader, origin, loader_state
        self.submodule_search_locations = [] if is_package else None
        self._uninitialized_submodules = []
        self._set_fileattr = False
        self._cached = None

    @property
    def cached(self):
        if self._cached is None and self.origin is not None and self._set_fileattr:
            if self.origin.endswith('.py'):
                folder, slash, file = self.origin.rpartition('/')
                self._cached = f'{folder}{slash}__pycache__/{file[:-3]}.cpython-313.pyc'
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def parent(self):
        return self.name if self.submodule_search_locations is not None else self.name.rpartition('.')[0]

    @property
    def has_location(self):
        return self._set_fileattr

    @has_location.setter
    def has_location(self, value):
        self._set_fileattr = bool(value)

    def __repr__(self):
        parts = [f'name={self.name!r}', f'loader={self.loader!r}']
        if self.origin is not None:
            parts.append(f'origin={self.origin!r}')
        if self.submodule_search_locations is not None:
            parts.append(f'submodule_search_locations={self.submodule_search_locations}')
        return f'{type(self).__name__}({", ".join(parts)})'

    def __eq__(self, other):
        try:
            return all(getattr(self, name) == getattr(other, name) for name in (
                'name', 'loader', 'origin', 'submodule_search_locations', 'cached', 'has_location'))
        except AttributeError:
            return NotImplemented


def _call_with_frames_removed(f, *args, **kwds):  #: in <frozen importlib._bootstrap>
    return f(*args, **kwds)  #: 488


class SourceFileLoader:
    """Loads a module from its file, or the library."""
    __module__ = '_frozen_importlib_external'

    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def create_module(self, spec):
        return None

    def exec_module(self, module):  #: in <frozen importlib._bootstrap_external>
        if not self.path.startswith('<'):
            code = self.get_code(module.__name__)  #: 1018
            _call_with_frames_removed(exec, code, module.__dict__)  #: 1022
        elif sys.modules.get(self.name) is module:
            # It stands there already, and is to run only now: it steps aside.
            del sys.modules[self.name]
            module.__dict__.update(_importing.library(self.name).__dict__)
            sys.modules[self.name] = module
        elif code := _importing.code(self.name):
            # A copy of it.
            _importing.library(self.name)
            exec(code, module.__dict__)
        else:
            module.__dict__.update(_importing.library(self.name).__dict__)

    def load_module(self, fullname=None):
        name = fullname or self.name
        module = sys.modules.get(name)
        if module is None:
            return _imports._load_unlocked(spec_from_file_location(name, self.path, loader=self))
        self.exec_module(module)
        return module

    def get_filename(self, name=None):
        return self.path

    def get_data(self, path):  #: in <frozen importlib._bootstrap_external>
        with open(path, 'rb') as file:  #: 1217
            return file.read()

    def get_source(self, fullname):
        from io import BytesIO, TextIOWrapper
        return TextIOWrapper(BytesIO(self.get_data(self.path)), 'utf-8').read()

    def get_code(self, fullname):  #: in <frozen importlib._bootstrap_external>
        data = self.get_data(self.path)  #: 1131
        return self.source_to_code(data, self.path)  #: 1156

    def source_to_code(self, data, path, *, _optimize=-1):  #: in <frozen importlib._bootstrap_external>
        return _call_with_frames_removed(compile, data, path, 'exec', dont_inherit=True)  #: 1086

    def is_package(self, fullname):
        return self.path.rpartition('/')[2] == '__init__.py' and fullname.rpartition('.')[2] != '__init__'

    def path_stats(self, path):
        import os
        found = os.stat(path)
        return {'mtime': found.st_mtime, 'size': found.st_size}


class _NamespacePath:
    """The folders of a package without an __init__.py."""
    __module__ = '_frozen_importlib_external'

    def __init__(self, folders):
        self._path = folders

    def __iter__(self):
        return iter(self._path)

    def __getitem__(self, index):
        return self._path[index]

    def __len__(self):
        return len(self._path)

    def __contains__(self, item):
        return item in self._path

    def append(self, item):
        self._path.append(item)

    def __repr__(self):
        return f'_NamespacePath({self._path!r})'


class NamespaceLoader:
    """Of packages that are folders alone (PEP 420)."""
    __module__ = '_frozen_importlib_external'

    def __init__(self, name, path, path_finder=None):
        self._path = path

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''

    def get_code(self, fullname):
        return compile('', '<string>', 'exec', dont_inherit=True)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        pass


def _library_spec(name):
    """The spec of a module of the library; None: there is no such module."""
    if not _importing.has(name):
        return None
    if _importing.absent(name):
        # It is somewhere, and missing here: whoever imports it is told so.
        file = f'<stdlib>/{name.replace(".", "/")}.py'
        return spec_from_file_location(name, file, loader=SourceFileLoader(name, file))
    # What is asked for is not run by that.
    fresh = name not in sys.modules and name not in FrozenImporter._NAMES and name not in sys.builtin_module_names
    code = _importing.code(name) if fresh else None
    if code is not None:
        return spec_from_file_location(name, code.co_filename, loader=SourceFileLoader(name, code.co_filename))
    return _importing.library(name).__spec__


class BuiltinImporter:
    """Of modules that are part of the interpreter."""
    __module__ = '_frozen_importlib'
    _ORIGIN = 'built-in'

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return _library_spec(fullname) if fullname in sys.builtin_module_names else None

    @staticmethod
    def create_module(spec):
        return _importing.library(spec.name)

    @staticmethod
    def exec_module(module):
        pass

    @classmethod
    def is_package(cls, fullname):
        return False


class FrozenImporter:
    """Of modules whose code is part of the interpreter."""
    __module__ = '_frozen_importlib'
    _ORIGIN = 'frozen'
    _NAMES = frozenset(('abc codecs io _collections_abc _sitebuiltins genericpath ntpath posixpath os site stat '
                        'importlib.util importlib.machinery runpy __hello__ __phello__ zipimport').split())

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return _library_spec(fullname) if fullname in cls._NAMES else None

    @staticmethod
    def create_module(spec):
        return _importing.library(spec.name)

    @staticmethod
    def exec_module(module):
        pass


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    """Of the module that a file is."""
    if location is None:
        location = loader.get_filename(name) if hasattr(loader, 'get_filename') else '<unknown>'
    elif not isinstance(location, str) or not location.startswith(('/', '<')):
        import os
        location = os.path.abspath(os.fspath(location))
    if loader is None:
        if not location.endswith(('.py', '.pyc', '.so')):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if submodule_search_locations is not None:
        spec.submodule_search_locations = submodule_search_locations
    elif hasattr(loader, 'is_package'):
        try:
            is_package = loader.is_package(name)
        except ImportError:
            is_package = False
        if is_package:
            spec.submodule_search_locations = []
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(location.rpartition('/')[0])
    return spec


def module_from_spec(spec):
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    if module is None:
        module = type(sys)(spec.name)
    elif spec.loader in (BuiltinImporter, FrozenImporter):
        return module
    _name_attributes(module, spec)
    return module


def _name_attributes(module, spec):
    """Gives a module what its spec says of it."""
    loader, places = spec.loader, spec.submodule_search_locations
    if loader is None and places is not None:
        loader = spec.loader = NamespaceLoader(spec.name, places)
        module.__file__ = None
    module.__loader__, module.__package__, module.__spec__ = loader, spec.parent, spec
    if places is not None:
        module.__path__ = places
    if spec.has_location:
        module.__file__ = spec.origin
        if spec.cached is not None:
            module.__cached__ = spec.cached
