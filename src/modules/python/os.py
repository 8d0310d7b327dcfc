"""What there is of the operating system: a program of its own, without files."""
import _frames
from types import ModuleType as _ModuleType

__path__ = []
name = 'posix'
sep, altsep, extsep, pathsep, linesep = '/', None, '.', ':', '\n'
curdir, pardir, devnull = '.', '..', '/dev/null'
error = OSError
environ = {'HOME': '/home/user', 'LANG': 'C.UTF-8', 'PATH': '/usr/bin:/bin', 'USER': 'user'}


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    environ[name] = value


def unsetenv(name, /):
    environ.pop(name, None)


def getcwd():
    return '/home/user'


def getpid():
    return 4242


def getppid():
    return 4241


def cpu_count():
    return 8


def process_cpu_count():
    return 8


def getlogin():
    return 'user'


def strerror(code, /):
    names = {1: 'Operation not permitted', 2: 'No such file or directory', 13: 'Permission denied', 17: 'File exists'}
    return names.get(code, f'Unknown error {code}')


def fspath(path, /):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError(f'expected str, bytes or os.PathLike object, not {type(path).__name__}')
    return method(path)


def urandom(size, /):
    """Random bytes, the same in every run; the program's own random numbers are left alone."""
    global _source
    if _source is None:
        import random
        _source = random.Random(0)
    return _source.randbytes(size)


_source = None


def _without_files(function):
    def missing(*args, **kwargs):
        _frames.not_supported(f'os.{function}', 'there is no file system; keep the data in the program')
    missing.__name__ = missing.__qualname__ = function
    return missing


for _name in ('open', 'close', 'read', 'write', 'listdir', 'mkdir', 'makedirs', 'remove', 'unlink', 'rename', 'rmdir',
              'scandir', 'walk', 'stat', 'chdir', 'replace', 'access', 'chmod'):
    globals()[_name] = _without_files(_name)
for _name, _instead in (('fork', 'asyncio tasks'), ('system', 'asyncio.sleep'), ('kill', 'task.cancel()'),
                        ('execv', None), ('_exit', 'sys.exit'), ('pipe', 'asyncio.Queue'), ('wait', None)):
    def _make(name, instead):
        def missing(*args, **kwargs):
            _frames.not_supported(f'os.{name}', *([instead] if instead else []))
        missing.__name__ = missing.__qualname__ = name
        return missing
    globals()[_name] = _make(_name, _instead)
del _name, _instead, _make
import os.path as path
