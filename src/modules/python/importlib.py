"""Imports by name."""
import sys as _sys

__path__ = []
__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']
__import__ = __import__


def import_module(name, package=None):
    """The module of a dotted name."""
    if name.startswith('.'):
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import "
                            f"for {name!r}")
        dots = len(name) - len(name.lstrip('.'))
        base = package.rsplit('.', dots - 1)[0] if dots > 1 else package
        name = f'{base}.{name[dots:]}' if name[dots:] else base
    __import__(name)
    return _sys.modules[name]


def invalidate_caches():
    pass


def reload(module):
    import _frames
    _frames.not_supported('importlib.reload')
