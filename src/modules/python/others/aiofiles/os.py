"""`os` for coroutines."""
import os as _os
from aiofiles import _threaded


def _wrapped(function):
    async def wrapper(*args, loop=None, executor=None, **kwargs):
        return await _threaded(loop, executor, function, *args, **kwargs)
    wrapper.__name__ = wrapper.__qualname__ = function.__name__
    return wrapper


for _name in ('access', 'getcwd', 'link', 'listdir', 'makedirs', 'mkdir', 'readlink', 'remove', 'removedirs', 'rename',
              'renames', 'replace', 'rmdir', 'scandir', 'sendfile', 'stat', 'symlink', 'unlink'):
    globals()[_name] = _wrapped(getattr(_os, _name))


class path:
    """`os.path` for coroutines."""


for _name in ('abspath', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdir', 'isfile', 'islink',
              'ismount', 'samefile'):
    setattr(path, _name, staticmethod(_wrapped(getattr(_os.path, _name))))
