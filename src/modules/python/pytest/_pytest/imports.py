"""How modules of tests are imported: with asserts that explain themselves, from their own folder."""
import builtins
import importlib
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


def import_module_of_tests(path, config=None):
    name, folder = name_of(path)
    if not sys.path or sys.path[0] != folder:
        sys.path.insert(0, folder)
    known = sys.modules.get(name)
    if known is None:
        parent = name.rpartition('.')[0]
        if parent:
            importlib.import_module(parent)
        known = _loaded(name, path)
        if parent:
            setattr(sys.modules[parent], name.rpartition('.')[2], known)
    elif path.name != '__init__.py' and os.path.abspath(getattr(known, '__file__', None) or '') != str(path):
        from .nodes import Collector
        raise Collector.CollectError(
            f'import file mismatch:\nimported module {name!r} has this __file__ attribute:\n  {known.__file__}\n'
            f'which is not the same as the test file we want to collect:\n  {path}\nHINT: remove __pycache__ / .pyc files and/or use '
            'a unique basename for your test file modules')
    return known


def _loaded(name, path):
    spec = importlib.util.spec_from_file_location(name, str(path), loader=Loader(name, str(path)))
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        sys.modules.pop(name, None)
        raise
    return sys.modules[name]
