"""Imports of modules that are files of the run, and of what finders of the program's own find: importlib._bootstrap and
_bootstrap_external (PEP 302, 420, 451). What the library has is imported without any of it."""
import _importing
import sys
import _thread

from _import_specs import (BuiltinImporter, FrozenImporter, ModuleSpec, NamespaceLoader, SourceFileLoader,
                           _NamespacePath, _call_with_frames_removed, _library_spec, _name_attributes, module_from_spec,
                           spec_from_file_location)


class FileFinder:
    """Finds modules in one folder."""
    __module__ = '_frozen_importlib_external'

    def __init__(self, path, *loader_details):
        import os
        self.path = os.path.abspath(path) if path and path != '.' else os.getcwd()

    def __repr__(self):
        return f'FileFinder({self.path!r})'

    @classmethod
    def path_hook(cls, *loader_details):
        def path_hook_for_FileFinder(path):
            import os
            if not os.path.isdir(path):
                raise ImportError('only directories are supported', path=path)
            return cls(path, *loader_details)
        return path_hook_for_FileFinder

    def invalidate_caches(self):
        pass

    def find_spec(self, fullname, target=None):
        """Of the module of a name; one without a loader is that of a folder, which may be part of a package."""
        name = fullname.rpartition('.')[2]
        if not name:
            return None
        base = f'{self.path.rstrip("/")}/{name}'
        for path, places in (f'{base}/__init__.py', [base]), (f'{base}.py', None):
            if file_at(path) is not None:
                return spec_from_file_location(fullname, path, loader=SourceFileLoader(fullname, path),
                                               submodule_search_locations=places)
        if _is_folder(base):
            spec = ModuleSpec(fullname, None)
            spec.submodule_search_locations = [base]
            return spec
        return None


def file_at(path):
    """The file there, which may stand beside the program on its host; None if there is none."""
    import _files
    node = _files.find(path)
    if node is not None:
        return node if node.data is not None else None
    data = _importing.beside(path)
    if data is None:
        return None
    try:
        _files.makedirs(path.rpartition('/')[0], exist_ok=True)
        _, here, name = _files.walk_to(path)
    except OSError:
        return None
    here.entries[name] = _files.Node(_files._FILE, None, bytearray(data))
    return here.entries[name]


def _is_folder(path):
    import _files
    node = _files.find(path)
    return node.is_dir() if node is not None else _importing.beside(path + '/') is not None


class PathFinder:
    """Finds modules along sys.path, or along a package's __path__."""
    __module__ = '_frozen_importlib_external'

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        entries = list(sys.path if path is None else path)
        if path is None:
            # The library stands behind the folder of the program.
            place = _behind_own(entries)
            entries.insert(place, None)
        elif not entries:
            # So have packages of the library's their path.
            entries = [None]
        folders = []
        for entry in entries:
            if entry is None or isinstance(entry, str) and entry.startswith('<stdlib>'):
                spec = _library_spec(fullname)
            else:
                finder = _finder_of(entry) if isinstance(entry, str) else None
                spec = finder.find_spec(fullname) if finder is not None else None
            if spec is None:
                continue
            if spec.loader is not None:
                return spec
            folders.extend(spec.submodule_search_locations or ())
        if not folders:
            return None
        spec = ModuleSpec(fullname, None)
        spec.submodule_search_locations = _NamespacePath(folders)
        return spec

    @staticmethod
    def invalidate_caches():
        _archives.clear()


_HOME = '/home/user'
_file_hook = FileFinder.path_hook()
meta_path = [BuiltinImporter, FrozenImporter, PathFinder]
path_hooks = [_file_hook]
_found_as_ever = list(meta_path)


def _finder_of(entry):
    for hook in sys.path_hooks:
        if hook is _file_hook:
            if entry not in _archives:
                _archives[entry] = _in_archive(entry)
            if _archives[entry]:
                if entry not in sys.path_importer_cache:
                    import zipimport
                    try:
                        sys.path_importer_cache[entry] = zipimport.zipimporter(entry)
                    except ImportError:
                        return None
                return sys.path_importer_cache[entry]
            # A folder that is not there yet may be there later, and may stand beside the program.
            return FileFinder(entry)
        if entry in sys.path_importer_cache:
            return sys.path_importer_cache[entry]
        try:
            finder = sys.path_importer_cache[entry] = hook(entry)
            return finder
        except ImportError:
            continue
    return None


# Which places of the path are in archives: as CPython does with its finders, that is remembered until
# `invalidate_caches()`.
_archives = {}


def _in_archive(path):
    """Whether a place of the path is, or is below, a file."""
    import _files
    while path and path != '/':
        node = _files.find(path)
        if node is not None:
            return node.data is not None
        path = path.rpartition('/')[0]
    return False


def _behind_own(path):
    """The place behind the program's folder, '' for one that is no file: of two that are equal, behind the first."""
    first = next((at for at, entry in enumerate(path, 1) if entry is _importing.home()), 0)
    return first or next((at for at, entry in enumerate(path, 1) if entry == ('' if path[0] == '' else _HOME)), 0)


def is_programs(name, files):
    """Whether a module is for this text to import: not one that the library has, or is not there at all. files: there
    may be such."""
    if sys.meta_path != _found_as_ever:
        return True
    if not files or name in sys.builtin_module_names or name in FrozenImporter._NAMES:
        return False
    path, known = list(sys.path), _importing.has(name)
    if known:
        path = path[:_behind_own(path)]
    for entry in path:
        finder = _finder_of(entry) if isinstance(entry, str) else None
        spec = finder.find_spec(name) if finder is not None else None
        if spec is not None and not (known and spec.loader is None):
            return True
    return False


def library_attribute(module, name):
    """What importlib gives to modules; those of the library have it once it is asked for."""
    if name == '__builtins__':
        return vars(sys.modules['builtins'])
    known = _specs.get(module.__name__)
    if known is None or known[0] is not module:
        known = _specs[module.__name__] = module, _own_spec(module)
    spec = known[1]
    return {'__spec__': spec, '__loader__': spec.loader, '__package__': spec.parent, '__cached__': spec.cached}[name]


# The library's modules that have been asked, by their names, with their specs.
_specs = {}


def _own_spec(module):
    spec = ModuleSpec(module.__name__, BuiltinImporter, origin='built-in')
    file = getattr(module, '__file__', None)
    if file is not None:
        frozen = module.__name__ in FrozenImporter._NAMES
        spec = ModuleSpec(module.__name__, FrozenImporter if frozen else SourceFileLoader(module.__name__, file),
                          origin='frozen' if frozen else file)
        spec._set_fileattr = not frozen
    if hasattr(module, '__path__'):
        spec.submodule_search_locations = [file.rpartition('/')[0]] if file else list(module.__path__)
    return spec


def module_repr(spec):
    """What the repr of a module is that has a spec (_bootstrap._module_repr_from_spec)."""
    name = '?' if spec.name is None else spec.name
    if spec.origin is None:
        if spec.loader is None:
            return f'<module {name!r}>'
        if isinstance(spec.loader, NamespaceLoader):
            return f'<module {name!r} (namespace) from {list(spec.loader._path)}>'
        return f'<module {name!r} ({spec.loader!r})>'
    return f'<module {name!r} from {spec.origin!r}>' if spec.has_location else f'<module {spec.name!r} ({spec.origin})>'


def _load_unlocked(spec):  #: in <frozen importlib._bootstrap>
    if spec.loader is not None and not hasattr(spec.loader, 'exec_module'):
        spec.loader.load_module(spec.name)
        return sys.modules[spec.name]
    # By its type: a proxy of a loader wants to be asked itself.
    if type(spec.loader) is SourceFileLoader and spec.loader.path.startswith('<'):
        return _importing.library(spec.name)
    module = module_from_spec(spec)  #: 921
    spec._initializing = True
    try:
        sys.modules[spec.name] = module
        try:
            if spec.loader is None:
                raise ImportError('missing loader', name=spec.name)  #: 932
            spec.loader.exec_module(module)  #: 935
        except:
            sys.modules.pop(spec.name, None)
            raise
        module = sys.modules.pop(spec.name)
        sys.modules[spec.name] = module
    finally:
        spec._initializing = False
    return module


def _find_spec(name, path):  #: in <frozen importlib._bootstrap>
    if sys.meta_path is None:
        raise ImportError('sys.meta_path is None, Python is likely shutting down')  #: 1245
    for finder in sys.meta_path:
        try:
            find = finder.find_spec
        except AttributeError:
            continue
        spec = find(name, path, None)  #: 1262
        if spec is not None:
            return spec
    return None


def _import_parent(name):
    """As `import` does: the outermost package is there as well, even where only what is inside of it was left."""
    _gcd_import(name)
    _gcd_import(name.partition('.')[0])


def _find_and_load_unlocked(name):  #: in <frozen importlib._bootstrap>
    path, (parent, _, child) = None, name.rpartition('.')
    parent_spec = None
    if parent:
        if parent not in sys.modules:
            _call_with_frames_removed(_import_parent, parent)  #: 1310
        if name in sys.modules:
            return sys.modules[name]
        parent_module = sys.modules[parent]
        try:
            path = parent_module.__path__
        except AttributeError:
            raise ModuleNotFoundError(f'No module named {name!r}; {parent!r} is not a package', name=name) from None  #: 1319
        parent_spec = getattr(parent_module, '__spec__', None)
    spec = _find_spec(name, path)  #: 1322
    if spec is None:
        raise ModuleNotFoundError(f'No module named {name!r}', name=name)  #: 1324
    if parent_spec is not None:
        parent_spec._uninitialized_submodules.append(child)
    try:
        module = _load_unlocked(spec)  #: 1331
    finally:
        if parent_spec is not None:
            parent_spec._uninitialized_submodules.pop()
    if parent:
        setattr(sys.modules[parent], child, module)  #: 1339
    return module


def _find_and_load(name):  #: in <frozen importlib._bootstrap>
    module = sys.modules.get(name, _MISSING)
    if module is _MISSING or getattr(getattr(module, '__spec__', None), '_initializing', False):
        with _ModuleLock(name):
            module = sys.modules.get(name, _MISSING)
            if module is _MISSING:
                return _find_and_load_unlocked(name)  #: 1360
    if module is None:
        raise ModuleNotFoundError(f'import of {name} halted; None in sys.modules', name=name)  #: 1370
    return module


def _gcd_import(name):  #: in <frozen importlib._bootstrap>
    return _find_and_load(name)  #: 1387


def _handle_fromlist(module, names, recursive=False):  #: in <frozen importlib._bootstrap>
    for name in names:
        if not isinstance(name, str):
            where = module.__name__ + '.__all__' if recursive else "``from list''"
            raise TypeError(f'Item in {where} must be str, not {type(name).__name__}')  #: 1406
        if name == '*':
            if not recursive and hasattr(module, '__all__'):
                _handle_fromlist(module, module.__all__, True)  #: 1410
        elif not hasattr(module, name):
            full = f'{module.__name__}.{name}'
            try:
                _call_with_frames_removed(_gcd_import, full)  #: 1415
            except ModuleNotFoundError as exc:
                if exc.name == full and sys.modules.get(full, _MISSING) is not None:
                    continue
                raise


_MISSING = object()
_locks = {}
_waiting = {}


class _ModuleLock:  #: -
    """Who imports a module; it may be asked for again by its holder. Threads that wait for each other in a circle go on
    with what is there (_bootstrap._ModuleLock)."""

    def __init__(self, name):
        self.name, self.entered = name, None

    def __enter__(self):
        me = _thread.get_ident()
        row = _locks.setdefault(self.name, [_thread.allocate_lock(), None, 0])
        owner = row[1]
        while owner is not None and owner != me:
            owner = _waiting[owner][1] if owner in _waiting else None
        if owner != me:
            _waiting[me] = row
            row[0].acquire()
            del _waiting[me]
            row[1] = me
        elif row[1] != me:
            return
        row[2] += 1
        self.entered = row

    def __exit__(self, *exc):
        row = self.entered
        if row is not None:
            row[2] -= 1
            if not row[2]:
                row[1] = None
                row[0].release()
                if _locks.get(self.name) is row and not any(row is other for other in _waiting.values()):
                    del _locks[self.name]


def statement(full, given, names):
    """What an import statement or `__import__` gives: `given` is the name in `full` as the program has it."""
    try:
        module = _find_and_load(full)
        if names:
            if hasattr(module, '__path__'):
                _handle_fromlist(module, names)
            return module
        rest = len(given) - len(given.partition('.')[0])
        return _find_and_load(full[:len(full) - rest])
    except BaseException as e:
        _importing.trim(e)
        raise
