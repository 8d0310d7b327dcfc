"""`python -m` runs a package with its relative imports; unittest finds tests below a folder; PYTHONPATH and a script's folder
are on a child's path; a reload needs the file; the program's own __import__ is called."""
import builtins
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
import textwrap
import unittest

FOLDER = "/tmp/loopscope_packages"
shutil.rmtree(FOLDER, ignore_errors=True)
os.makedirs(FOLDER)
os.chdir(FOLDER)
sys.path.insert(0, FOLDER)


def write(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w") as file:
        file.write(textwrap.dedent(text))


def python(*args, **settings):
    done = subprocess.run([sys.executable, *args], capture_output=True, text=True, **settings)
    print(done.returncode, done.stdout, done.stderr.splitlines()[-1:])


write("shop/__init__.py", """
    from .models import Item
    print("the package", __name__)
    """)
write("shop/models.py", """
    from dataclasses import dataclass


    @dataclass
    class Item:
        name: str
    """)
write("shop/__main__.py", """
    import sys
    from . import Item
    print(__name__, repr(__package__), __spec__.name, sys.argv[1:], Item("x"))
    """)
write("shop/tool.py", """
    from .models import Item
    print(__name__, repr(__package__), __spec__.name, Item("y"))
    """)
write("scripts/near.py", "VALUE = 5\n")
write("scripts/script.py", "import near\nprint(near.VALUE, near.__file__)\n")
write("more/elsewhere.py", "print('from elsewhere')\n")
write("test_shop.py", """
    import unittest
    from shop import Item


    class OfItems(unittest.TestCase):
        def test_equal(self):
            self.assertEqual(Item("a"), Item("a"))
    """)
write("test_broken.py", "import nothing_of_the_kind\n")
python("-m", "shop", "argument")
python("-m", "shop.tool")
python("scripts/script.py")
python("-c", "import elsewhere", env={**os.environ, "PYTHONPATH": FOLDER + "/more"})
suite = unittest.defaultTestLoader.discover(".", pattern="test_s*.py")
print(suite.countTestCases(), unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite).wasSuccessful())
broken = unittest.TestLoader().discover(".", pattern="test_b*.py")
print(broken.countTestCases(), broken)
python("-m", "unittest", "test_shop")
python("-m", "unittest", "test_shop.OfItems.test_equal")

write("settings.py", "DEBUG = True\n")
import settings
os.remove("settings.py")
try:
    importlib.reload(settings)
except ModuleNotFoundError as e:
    print(e, e.name)
print([importlib.util.find_spec(name) is not None for name in ("numpy", "json", "email", "sqlite3", "settings_of_none")])
original = builtins.__import__


def spy(name, globals=None, locals=None, fromlist=(), level=0):
    if (globals or {}).get("__name__") == "__main__":
        print("import", name, fromlist, level)
    return original(name, globals, locals, fromlist, level)


builtins.__import__ = spy
import shop.tool
from shop import models
import os.path as path
builtins.__import__ = original
print(shop.tool.Item is models.Item, path.sep)
os.chdir("/")
shutil.rmtree(FOLDER)
