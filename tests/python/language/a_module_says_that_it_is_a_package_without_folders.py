# A module with an empty __path__ whose parts a finder of its own makes, as the module six does.
import importlib.abc
import importlib.machinery
import sys
import types


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, fullname, path=None, target=None):
        if fullname.startswith("six."):
            print("asked for", fullname, path)
            return importlib.machinery.ModuleSpec(fullname, self)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.name = module.__name__.upper()


six = types.ModuleType("six")
six.__path__ = []
sys.modules["six"] = six
sys.meta_path.append(Finder())
import six.moves
from six import parts
print(six.moves.name, parts.name, sorted(name for name in sys.modules if name.startswith("six")))
