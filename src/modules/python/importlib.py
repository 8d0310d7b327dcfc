"""Imports by name."""
import sys as _sys

__path__ = []
__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']
__import__ = __import__


def import_module(name, package=None):
    """The module of a dotted name."""
    if name.startswith('.'):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import "  #: 82 raise TypeError("the 'package' argument is required to perform a "⏎                f"relative import for {name!r}")
                            f"for {name!r}")
        dots = len(name) - len(name.lstrip('.'))
        base = package.rsplit('.', dots - 1)[0] if dots > 1 else package
        name = f'{base}.{name[dots:]}' if name[dots:] else base
    try:
        __import__(name)
    except ModuleNotFoundError as found:
        error = found
    else:
        return _sys.modules[name]
    if error.name is None or not f'{name}.'.startswith(f'{error.name}.'):
        raise error
    _gcd_import(name, error.with_traceback(None))  #: 88 return «_bootstrap._gcd_import(name[level:], package, level)»


def _gcd_import(name, error):  #: in <frozen importlib._bootstrap>
    """Raises an error where CPython's importlib does."""
    _find_and_load(name, error)  #: 1387


def _find_and_load(name, error):  #: in <frozen importlib._bootstrap>
    _find_and_load_unlocked(name, error)  #: 1360


def _find_and_load_unlocked(name, error):  #: in <frozen importlib._bootstrap>
    parent = name.rpartition('.')[0]
    if name != error.name:
        _call_with_frames_removed(_gcd_import, parent, error)  #: 1310
    if 'is not a package' in str(error):
        raise error  #: 1319
    raise error  #: 1324


def _call_with_frames_removed(function, name, error):  #: in <frozen importlib._bootstrap>
    function(name, error)  #: 488


def invalidate_caches():
    pass


def reload(module):
    """Runs a module's file again, in the module's own names; one of the library stays as it is."""
    name = getattr(getattr(module, '__spec__', None), 'name', None) or getattr(module, '__name__', None)
    if not isinstance(module, type(_sys)):
        raise TypeError('reload() argument must be a module')  #: 104 raise TypeError("reload() argument must be a module")
    if _sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)  #: 107
    file = getattr(module, '__file__', None) or '<built-in>'
    if not file.startswith('<'):
        from importlib.util import SourceFileLoader
        SourceFileLoader(name, file).exec_module(module)  #: 131
    return _sys.modules[name]
