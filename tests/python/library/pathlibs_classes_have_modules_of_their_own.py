# The modules that pathlib's classes name are there as soon as pathlib is: inspect and sys.modules find them.
import inspect
import pathlib
import sys

print('pathlib._local' in sys.modules, 'pathlib._abc' in sys.modules, pathlib._local.__name__, pathlib._abc.__name__)
for kind in (pathlib.Path, pathlib.PurePath, pathlib.PosixPath, pathlib.PureWindowsPath, pathlib.UnsupportedOperation):
    module = inspect.getmodule(kind)
    print(kind, module.__name__, getattr(module, kind.__name__) is kind)
print(eval('pathlib._local.PosixPath("/a/b")', {'pathlib': pathlib}))
print(sorted(pathlib._local.__all__))
space = {}
exec('from pathlib._local import *', space)
print(sorted(name for name in space if name[0] != '_'), space['WindowsPath'] is pathlib.WindowsPath)
