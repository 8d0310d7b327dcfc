# What a package that failed had imported is still there; a module below it brings the package back, which fails again.
import os
import sys
import tempfile
import traceback

folder = tempfile.mkdtemp()
for name, text in [
    ("broken/__init__.py", "from broken.inner import value\nmissing_name\n"),
    ("broken/inner/__init__.py", "value = 1\n"),
    ("broken/inner/parts/__init__.py", ""),
    ("broken/inner/parts/one.py", "import broken\n"),
]:
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
sys.path.insert(0, folder)


def tell(what):
    try:
        print(what())
    except Exception as error:
        places = [(os.path.basename(f.filename), f.lineno) for f in traceback.extract_tb(error.__traceback__)[2:]]
        print(type(error).__name__, error, places)
    print(sorted(name for name in sys.modules if name.startswith("broken")))


tell(lambda: __import__("broken.inner.parts.one", fromlist=["x"]))
tell(lambda: __import__("broken.inner.parts.one", fromlist=["x"]))
tell(lambda: __import__("broken.inner"))
tell(lambda: __import__("broken.inner", fromlist=["value"]).value)
