"""`os.path` for coroutines."""
from os import path

from .base import wrap

__all__ = ['abspath', 'getatime', 'getctime', 'getmtime', 'getsize', 'exists', 'isdir', 'isfile', 'islink', 'ismount',
           'samefile', 'sameopenfile']

for _name in __all__:
    globals()[_name] = wrap(getattr(path, _name))
