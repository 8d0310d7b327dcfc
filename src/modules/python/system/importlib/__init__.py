"""Imports by name."""
import sys as _sys
import _imports

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
    if not name:
        raise ValueError('Empty module name')  #: 88 return «_bootstrap._gcd_import(name[level:], package, level)»
    _imports._importing.warn_of(name)  #: 88 return «_bootstrap._gcd_import(name[level:], package, level)»
    return _imports._gcd_import(name)  #: 88 return «_bootstrap._gcd_import(name[level:], package, level)»


def invalidate_caches():
    for finder in _sys.meta_path:
        if hasattr(finder, 'invalidate_caches'):
            finder.invalidate_caches()


def reload(module):
    """Runs a module's file again, in the module's own names; one of the library stays as it is."""
    name = getattr(getattr(module, '__spec__', None), 'name', None) or getattr(module, '__name__', None)
    if not isinstance(module, type(_sys)):
        raise TypeError('reload() argument must be a module')  #: 106 raise TypeError("reload() argument must be a module")
    if _sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)  #: 109 raise ImportError(f"module {name} not in sys.modules", name=name)
    file = getattr(module, '__file__', None) or '<built-in>'
    if not file.startswith('<'):
        parent, path = name.rpartition('.')[0], None
        if parent:
            path = _sys.modules[parent].__path__
        spec = module.__spec__ = _imports._find_spec(name, path)
        if spec is None:
            raise ModuleNotFoundError(f'spec not found for the module {name!r}', name=name)  #: 128 raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
        _imports._name_attributes(module, spec)
        spec._initializing = True
        try:
            spec.loader.exec_module(module)  #: 129 _bootstrap._exec(spec, module)
        finally:
            spec._initializing = False
    return _sys.modules[name]
