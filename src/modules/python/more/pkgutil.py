"""The modules of packages."""
import sys
from collections import namedtuple
from importlib import import_module

__all__ = ['get_importer', 'iter_importers', 'walk_packages', 'iter_modules', 'get_data', 'extend_path',
           'get_loader', 'find_loader', 'ModuleInfo']

ModuleInfo = namedtuple('ModuleInfo', 'module_finder name ispkg')
ModuleInfo.__doc__ = 'A namedtuple with minimal info about a module.'


def get_importer(path_item):
    """What finds modules at an entry of a path."""
    import os
    from _imports import _finder_of
    return _finder_of(os.fsdecode(path_item))


def iter_importers(fullname=''):
    if fullname.startswith('.'):
        raise ImportError(f'Relative module name {fullname!r} not supported')
    path = None
    if '.' in fullname:
        path = getattr(import_module(fullname.rpartition('.')[0]), '__path__', None)
        if path is None:
            return
    else:
        yield from sys.meta_path
        path = sys.path
    for entry in path:
        yield get_importer(entry)


def iter_modules(path=None, prefix=''):
    """The modules and packages that there are along a path."""
    if isinstance(path, str):
        raise ValueError('path must be None or list of paths to look for modules in')
    known = set()
    for entry in sys.path if path is None else path:
        finder = get_importer(entry)
        if hasattr(finder, 'iter_modules'):
            found = finder.iter_modules(prefix)
        else:
            found = _in_folder(finder, prefix)
        for name, is_package in found:
            if name not in known:
                known.add(name)
                yield ModuleInfo(finder, name, is_package)


def _in_folder(finder, prefix):
    import os
    folder = getattr(finder, 'path', None)
    if folder is None or not os.path.isdir(folder):
        return
    for file in sorted(os.listdir(folder)):
        path = os.path.join(folder, file)
        if os.path.isdir(path):
            if '.' not in file and file != '__pycache__' and '__init__.py' in os.listdir(path):
                yield prefix + file, True
        elif file.endswith('.py') and file != '__init__.py' and '.' not in file[:-3]:
            yield prefix + file[:-3], False


def walk_packages(path=None, prefix='', onerror=None):
    """As iter_modules(), with what is in packages, which are imported for that."""
    seen = set()
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except ImportError:
            if onerror is not None:
                onerror(info.name)
        except Exception:
            if onerror is None:
                raise
            onerror(info.name)
        else:
            below = getattr(sys.modules[info.name], '__path__', None) or []
            fresh = [entry for entry in below if entry not in seen]
            seen.update(fresh)
            yield from walk_packages(fresh, info.name + '.', onerror)


def _outdated(name):
    import warnings
    warnings.warn(f"'pkgutil.{name}' is deprecated and slated for removal in Python 3.14; use importlib.util.find_spec() "
                  'instead', DeprecationWarning, stacklevel=2)


def get_loader(module_or_name):
    """The loader of a module or of a name, or None."""
    _outdated('get_loader')
    module = module_or_name
    if module in sys.modules:
        module = sys.modules[module]
        if module is None:
            return None
    if isinstance(module, type(sys)):
        loader = getattr(module, '__loader__', None)
        if loader is not None:
            return loader
        if getattr(module, '__spec__', None) is None:
            return None
        return find_loader(module.__name__)
    return find_loader(module)


def find_loader(fullname):
    """The loader of a name, or None."""
    _outdated('find_loader')
    if fullname.startswith('.'):
        raise ImportError(f'Relative module name {fullname!r} not supported')
    try:
        spec = import_module('importlib.util').find_spec(fullname)
    except (ImportError, AttributeError, TypeError, ValueError) as error:
        raise ImportError(f'Error while finding loader for {fullname!r} ({type(error)}: {error})') from error
    return spec.loader if spec is not None else None


def extend_path(path, name):
    """A package's path with the folders of its name that stand along sys.path."""
    import os
    if not isinstance(path, list):
        return path
    path = path[:]
    parent, _, last = name.rpartition('.')
    try:
        entries = sys.modules[parent].__path__ if parent else sys.path
    except (KeyError, AttributeError):
        return path
    for entry in entries:
        if not isinstance(entry, str):
            continue
        folder = os.path.join(entry, last)
        if folder not in path and os.path.isdir(folder):
            path.append(folder)
        # A file may name more folders, a line each.
        listed = os.path.join(entry, name + '.pkg')
        if os.path.isfile(listed):
            with open(listed) as file:
                lines = [line.rstrip('\n') for line in file]
            path += [line for line in lines if line and not line.startswith('#')]
    return path


def get_data(package, resource):
    """The bytes of a file that is named from a package's folder."""
    import os
    spec = import_module('importlib.util').find_spec(package)
    if spec is None or spec.loader is None or not hasattr(spec.loader, 'get_data'):
        return None
    module = sys.modules.get(package) or import_module(package)
    if getattr(module, '__file__', None) is None:
        return None
    return spec.loader.get_data(os.path.join(os.path.dirname(module.__file__), *resource.split('/')))


def resolve_name(name):
    """The object of a name: `package.module:object.part` or with dots alone."""
    import re
    match = re.fullmatch(r'(?P<pkg>(?!\d)(\w+)(\.(?!\d)(\w+))*)(?P<cln>:(?P<obj>(?!\d)(\w+)(\.(?!\d)(\w+))*)?)?', name)
    if match is None:
        raise ValueError(f'invalid format: {name!r}')
    if match['cln']:
        found, parts = import_module(match['pkg']), (match['obj'] or '').split('.')
    else:
        parts = name.split('.')
        module = parts.pop(0)
        found = import_module(module)
        while parts:
            module = f'{module}.{parts[0]}'
            try:
                found = import_module(module)
            except ImportError:
                break
            parts.pop(0)
    for part in parts:
        if part:
            found = getattr(found, part)
    return found


def __getattr__(name):
    if name == 'zipimporter':
        from zipimport import zipimporter
        return zipimporter
    if name in ('read_code', 'simplegeneric', 'iter_importer_modules'):
        from _frames import not_supported
        not_supported('pkgutil.' + name)
    raise AttributeError(f"module 'pkgutil' has no attribute {name!r}")
