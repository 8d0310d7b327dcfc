"""A file becomes a module by its spec and loader, is run again by reload(), and shows where it failed."""
import importlib
import importlib.abc
import importlib.machinery
import importlib.metadata
import importlib.util
import sys
import traceback

try:
    importlib.metadata.version("nothing-of-the-kind")
except importlib.metadata.PackageNotFoundError as e:
    print(e, repr(e), e.name, isinstance(e, ImportError))
print(importlib.metadata.entry_points(group="nothing"))
print(importlib.machinery.all_suffixes())

with open("/tmp/plugin.py", "w") as f:
    f.write("A = 1\nprint('runs as', __name__)\ndef f():\n    return A\n")
spec = importlib.util.spec_from_file_location("plugin", "/tmp/plugin.py")
print(spec.name, spec.has_location, repr(spec.parent), type(spec.loader))
plugin = importlib.util.module_from_spec(spec)
spec.loader.exec_module(plugin)
print(plugin.A, plugin.f(), plugin.__spec__ is spec, plugin.__name__, spec.loader.get_source("plugin")[:5])
sys.modules["plugin"] = plugin
sys.path.insert(0, "/tmp")
with open("/tmp/plugin.py", "w") as f:
    f.write("A = 2222\nB = 3\n")
print(importlib.reload(plugin) is plugin, plugin.A, plugin.B, plugin.f())
print(importlib.util.spec_from_file_location("text", "/tmp/notes.txt"), importlib.reload(traceback) is traceback)
try:
    importlib.reload(3)
except TypeError as e:
    print(e)


class Virtual(importlib.abc.Loader):
    def exec_module(self, module):
        module.hello = 1


spec = importlib.util.spec_from_loader("virtual", Virtual())
virtual = importlib.util.module_from_spec(spec)
spec.loader.exec_module(virtual)
print(virtual.hello, virtual.__spec__.name)
print(issubclass(importlib.machinery.SourceFileLoader, importlib.abc.SourceLoader))
try:
    importlib.abc.ResourceLoader()
except TypeError as e:
    print(e)
with open("/tmp/bad.py", "w") as f:
    f.write("x = 1\n1/0\n")
spec = importlib.util.spec_from_file_location("bad", "/tmp/bad.py")
try:
    spec.loader.exec_module(importlib.util.module_from_spec(spec))
except ZeroDivisionError as e:
    print([(frame.name, frame.lineno) for frame in traceback.extract_tb(e.__traceback__)])
