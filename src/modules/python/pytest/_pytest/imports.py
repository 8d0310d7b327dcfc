"""How modules of tests are imported: with asserts that explain themselves, from their own folder."""
import builtins
import importlib
import importlib.machinery
import importlib.util
import os
import sys
from importlib.machinery import SourceFileLoader

from _frames import code_of_tests

from . import explained


class Loader(SourceFileLoader):
    def source_to_code(self, data, path, *, _optimize=-1):
        return code_of_tests(data, path)

    def exec_module(self, module):
        names = vars(module)
        names['@py_builtins'], names['@pytest_ar'] = builtins, explained.explain
        exec(self.get_code(module.__name__), names)


def name_of(path):
    """The module's name, and the folder that it is found in."""
    folder, parts = path.parent, [] if path.name == '__init__.py' else [path.stem]
    while (folder / '__init__.py').is_file():
        parts.insert(0, folder.name)
        folder = folder.parent
    return '.'.join(parts), str(folder)


class Finder:
    """Finds modules of tests before all others do."""
    wanted, also = {}, set()

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        place = cls.wanted.get(name)
        if place is None and name.partition('.')[0] in cls.also:
            spec = importlib.machinery.PathFinder.find_spec(name, path)
            place = spec.origin if spec is not None and spec.has_location and spec.origin.endswith('.py') else None
        if place is None:
            return None
        below = [os.path.dirname(place)] if place.endswith('/__init__.py') else None
        return importlib.util.spec_from_file_location(name, place, loader=Loader(name, place), submodule_search_locations=below)


def install():
    if Finder not in sys.meta_path:
        sys.meta_path.insert(0, Finder)


def also_explained(names):
    """Modules of other names whose asserts explain themselves, once they are imported."""
    install()
    Finder.also.update(names)


def import_module_of_tests(path, config=None):
    name, folder = name_of(path)
    if not sys.path or sys.path[0] != folder:
        sys.path.insert(0, folder)
    install()
    Finder.wanted[name] = str(path)
    try:
        importlib.import_module(name)
    finally:
        del Finder.wanted[name]
    known = sys.modules[name]
    if path.name != '__init__.py' and os.path.abspath(getattr(known, '__file__', None) or '') != str(path):
        from .nodes import Collector
        raise Collector.CollectError(
            f'import file mismatch:\nimported module {name!r} has this __file__ attribute:\n  {known.__file__}\n'
            f'which is not the same as the test file we want to collect:\n  {path}\nHINT: remove __pycache__ / .pyc files and/or use '
            'a unique basename for your test file modules')
    return known
