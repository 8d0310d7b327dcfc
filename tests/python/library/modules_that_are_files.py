"""Files that the program has written are imported: packages, relative and circular imports, names wanted by a star, errors
with their lines, threads that want one module at a time, processes, finders of the program's own."""
import importlib
import importlib.util
import os
import shutil
import sys
import threading
import time
import traceback

FOLDER = "/tmp/loopscope_modules"
shutil.rmtree(FOLDER, ignore_errors=True)


def write(path, text):
    path = os.path.join(FOLDER, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)


write("helper.py", '"""Helps."""\nx = 1\n_y = 2\nprint("runs as", __name__, __file__)\n\n\ndef fail(n):\n    return 1 / n\n')
write("pkg/__init__.py", "from . import a\nfrom .a import go\n__all__ = ['a', 'late']\nprint(__name__, __path__, __package__)\n")
write("pkg/a.py", "from .sub import deep\nfrom . import b as bb\n\n\ndef go():\n    return deep.name(), bb.value\n")
write("pkg/b.py", "value = 5\n")
write("pkg/late.py", "print('late after all')\n")
write("pkg/sub/__init__.py", "")
write("pkg/sub/deep.py", "from ..b import value\n\n\ndef name():\n    return __name__, value, __package__\n")
write("space/one.py", "one = 1\n")
write("bad.py", "def f(:\n    pass\n")
write("fails.py", "import helper\nhelper.fail(0)\n")
write("first.py", "import second\n")
write("second.py", "import first\nprint(first.x)\n")
write("third.py", "from fourth import y\n")
write("fourth.py", "from third import z\n")
write("slow.py", "import time\nprint('slow begins')\ntime.sleep(2)\nvalue = 7\n")
sys.path.insert(0, FOLDER)

import helper
print(helper, helper.__doc__, helper.__cached__, helper.__spec__.origin, repr(helper.__spec__.parent))
print([name for name in vars(helper) if name.startswith("__")])
from helper import *
print(x, "_y" in globals())
import pkg
import pkg.sub.deep as deeper
print(pkg.go(), deeper.name(), pkg.sub, pkg.__spec__.submodule_search_locations)
from pkg import *
print(late.__name__, importlib.import_module("..b", "pkg.sub").value)
import space.one
print(space, space.__path__, space.one.one, space.__file__)
write("helper.py", "z = 11\n")
print(importlib.reload(helper) is helper, helper.z, helper.x)
print(importlib.util.find_spec("nowhere"), importlib.util.find_spec("space.one").name)

for name in ["bad", "fails", "first", "third", "pkg.nowhere", "helper.part", "nowhere"]:
    for way in [importlib.import_module, __import__]:
        try:
            way(name)
        except Exception:
            traceback.print_exc(file=sys.stdout)
        print(name in sys.modules)
try:
    from pkg import nothing
except ImportError as e:
    print(e, e.name, e.path)


def wants():
    import slow
    print(threading.current_thread().name, slow.value, time.monotonic() - start)


start = time.monotonic()
threads = [threading.Thread(target=wants, name=name) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()


class Finder:
    def find_spec(self, name, path, target=None):
        print("asked for", name, path)
        if name == "made":
            return importlib.util.spec_from_loader(name, self)

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.answer = 42


sys.meta_path.insert(0, Finder())
import made
print(made.answer, made)
try:
    import nowhere
except ImportError as e:
    print(e)
shutil.rmtree(FOLDER)
