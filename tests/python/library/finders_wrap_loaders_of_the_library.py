# A finder of the program's own finds a module of the library, which is not run by that, and puts a loader around its.
import importlib.util
import sys


class Around:
    """Looks like the loader that it stands for, also where its class is asked for."""

    def __init__(self, loader):
        self._loader = loader

    @property
    def __class__(self):
        return type(self._loader)

    def __getattr__(self, name):
        return getattr(self._loader, name)

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        print('before', module.__name__)
        self._loader.exec_module(module)
        print('after', module.__name__, isinstance(module.__spec__.loader, Around), type(module.__spec__.loader) is Around)


class Finder:
    busy = False

    def find_spec(self, name, path=None, target=None):
        if self.busy or name not in ('colorsys', 'wsgiref', 'wsgiref.util', 'this'):
            return None
        self.busy = True
        try:
            spec = importlib.util.find_spec(name)
        finally:
            self.busy = False
        print('found', name, type(spec.loader).__name__, spec.has_location, spec.submodule_search_locations is not None)
        spec.loader = Around(spec.loader)
        return spec


print(importlib.util.find_spec('this').name, 'this' in sys.modules)
print(importlib.util.find_spec('wsgiref').parent, importlib.util.find_spec('colorsys').parent == '')
sys.meta_path.insert(0, Finder())
import colorsys
import wsgiref.util
print(colorsys.rgb_to_hsv(1, 0, 0), wsgiref.util.guess_scheme({}))
del sys.modules['colorsys']
import colorsys as again
print(again is colorsys)
import this
