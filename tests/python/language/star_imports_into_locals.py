# Names imported by a star go to the locals of the code, and come from any object in sys.modules.
import types, sys
ns = {}
exec("from math import *", {}, ns); print(len(ns), "pi" in ns)
class M(dict):
    def __setitem__(self, k, v):
        if k in ("pi", "tau"): print("set", k)
        super().__setitem__(k, v)
m = M(); exec("from math import *\nx = pi", {}, m); print(len(m), m["x"])
mod = types.ModuleType("mod"); mod.a = 1; mod._b = 2; mod.__all__ = ["_b", "a"]; sys.modules["mod"] = mod
ns = {}; g = {}; exec("from mod import *\nprint(_b, a)", g, ns); print(ns, "a" in g)
mod.__all__ = ("a", "zz")
try: exec("from mod import *", {}, {})
except AttributeError as e: print(e)
mod.__all__ = ["a", 3]
try: exec("from mod import *", {}, {})
except TypeError as e: print(e)
mod.__all__ = 5
try: exec("from mod import *", {}, {})
except TypeError as e: print(e)
del mod.__all__; mod.__dict__["c"] = 7
ns = {}; exec("from mod import *", ns); print(sorted(k for k in ns if k != "__builtins__"))
class Obj: x = 5; _y = 6
o = Obj(); o.z = 8; sys.modules["obj"] = o
try: ns = {}; exec("from obj import *", {}, ns); print(ns)
except ImportError as e: print(e)
o.__all__ = ["x"]
ns = {}; exec("from obj import *", {}, ns); print(ns)
class Sl: __slots__ = ("q",)
sys.modules["sl"] = Sl()
try: exec("from sl import *")
except ImportError as e: print(e)
try: exec("class A:\n    from math import *")
except SyntaxError as e: print(e)
lazy = types.ModuleType("lazy")
lazy.__getattr__ = lambda name: ["made"] if name == "__all__" else name.upper()
sys.modules["lazy"] = lazy
exec("from lazy import *\nprint(made)")
