"""`os` for coroutines."""
import os

from . import ospath as path
from .base import wrap

__all__ = ['path', 'stat', 'rename', 'renames', 'replace', 'remove', 'unlink', 'mkdir', 'makedirs', 'rmdir', 'removedirs',
           'symlink', 'readlink', 'listdir', 'scandir', 'access', 'wrap', 'getcwd', 'link', 'sendfile', 'statvfs']

for _name in __all__:
    if _name not in ('path', 'wrap'):
        globals()[_name] = wrap(getattr(os, _name))
