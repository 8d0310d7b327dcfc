"""Folders made by odd paths, objects that stand for paths, and descriptors that nobody has opened."""
import os
import sys
import tempfile


def told(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Path(os.PathLike):
    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return self.path


class Abstract(os.PathLike):
    pass


class Without:
    __fspath__ = None


os.chdir(tempfile.mkdtemp())
told(lambda: os.makedirs('a/b/.'))
told(lambda: os.makedirs('a/b/c/.'))
told(lambda: os.makedirs('/', exist_ok=True))
told(lambda: os.makedirs('.', exist_ok=True))
told(lambda: os.makedirs('x//y/'))
told(lambda: os.makedirs('x/y/', exist_ok=True))
told(lambda: os.makedirs('a/b'))
open('file', 'w').close()
told(lambda: os.makedirs('file', exist_ok=True))
told(lambda: os.makedirs('file/x', exist_ok=True))
told(lambda: (issubclass(Path, Abstract), issubclass(Path, os.PathLike), issubclass(Without, os.PathLike)))
told(lambda: isinstance('file', os.PathLike))
told(lambda: os.PathLike[str])
told(lambda: os.stat(Path(5)))
told(lambda: open(Path(2.5)))
told(lambda: os.stat(1.5))
told(lambda: os.open(None, 0))
told(lambda: os.path.exists(Path('file')))
os.symlink('file', 'link')
told(lambda: (os.readlink('link'), os.readlink(b'link'), os.readlink(Path(b'link'))))
with os.scandir() as entries:
    print(sorted((entry.name, entry.is_junction(), entry.is_symlink()) for entry in entries))
told(lambda: os.get_exec_path({'PATH': 'a:b'}))
told(lambda: os.get_exec_path({b'PATH': b'c'}))
told(lambda: os.get_exec_path({'PATH': 'a', b'PATH': b'c'}))
told(lambda: os.putenv('a=b', 'c'))
told(lambda: os.fsync(99))
told(lambda: os.fdatasync(99))
told(lambda: os.get_inheritable(99))
descriptor = os.open('file', os.O_RDONLY)
print(os.get_inheritable(descriptor))
os.set_inheritable(descriptor, True)
print(os.get_inheritable(descriptor), os.fsync(descriptor))
print(sys.stdin.newlines, sys.stdin.line_buffering)
sys.modules['nothing'] = None
try:
    import nothing
except ImportError as error:
    print(error, error.name)
try:
    import nothing.below
except ImportError as error:
    print(error, error.name)
out = sys.stdout
del sys.stdout
try:
    sys.displayhook(5)
except RuntimeError as error:
    sys.stdout = out
    print(error)
