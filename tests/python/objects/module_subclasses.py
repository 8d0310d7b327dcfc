# A subclass of ModuleType: its properties, __getattr__, __setattr__ and __init__; a module's own class may be set.
import sys
import types


class Lazy(types.ModuleType):
    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return name.upper()

    @property
    def version(self):
        return "1.0 of " + self.__name__

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)

    def __dir__(self):
        return ["version"]


lazy = Lazy("lazy", "Words.")
print(lazy.word, lazy.version, lazy.__doc__, lazy)
sys.modules["lazy"] = lazy
import lazy as same
from lazy import other, version

print(same is lazy, other, version, dir(lazy), type(lazy), isinstance(lazy, types.ModuleType))
lazy.x = 3
print(lazy.x, vars(lazy)["x"], getattr(lazy, "__missing__", None))


class Counted(types.ModuleType):
    def __init__(self, name, count):
        super().__init__(name)
        self.count = count


print(Counted("counted", 5).count, Counted("counted", 5))


class Constant(types.ModuleType):
    @property
    def answer(self):
        return 42


this = sys.modules["__main__"]
this.__class__ = Constant
print(this.answer, type(this))
this.__class__ = types.ModuleType
for wrong in (
    lambda: setattr(this, "__class__", int),
    lambda: this.answer,
    lambda: delattr(lazy, "nothing"),
    lambda: Counted("x").count,
    lambda: types.ModuleType(),
    lambda: types.ModuleType(3),
    lambda: Constant("c").question,
):
    try:
        wrong()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(vars(types.ModuleType("plain")), vars(types.ModuleType.__new__(types.ModuleType)))
