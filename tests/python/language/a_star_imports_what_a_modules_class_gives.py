"""`from m import *` where m's class is the program's: `__all__` and the names in it may come of its methods."""
import sys
import types


class Lazy(types.ModuleType):
    def __getattr__(self, name):
        if name == "__all__":
            return ["double", "triple"]
        if name in ("double", "triple"):
            return name.upper()
        raise AttributeError(name)


class Plain(types.ModuleType):
    def __getattr__(self, name):
        raise AttributeError(name)


class Properties(types.ModuleType):
    @property
    def __all__(self):
        return ("seven",)

    @property
    def seven(self):
        return 7


sys.modules["lazy"] = Lazy("lazy")
sys.modules["plain"] = plain = Plain("plain")
sys.modules["properties"] = Properties("properties")
plain.shown, plain._hidden = "shown", "hidden"

from lazy import *
from plain import *
from properties import *

print(double, triple, shown, seven, "_hidden" in globals())
Lazy.__getattr__ = lambda self, name: {"__all__": ["missing"]}[name] if name == "__all__" else Plain.__getattr__(self, name)
from lazy import *
