"""Paths as py.path has them, which `tmpdir` gives."""
import contextlib
import os
import pathlib
import shutil


class local:
    """A path that reads, writes and makes what it leads to."""

    def __init__(self, path=None, expanduser=False):
        path = os.getcwd() if path is None else os.fspath(path)
        self.strpath = os.path.abspath(os.path.expanduser(path) if expanduser else path)

    basename = property(lambda self: os.path.basename(self.strpath))
    dirname = property(lambda self: os.path.dirname(self.strpath))
    purebasename = property(lambda self: os.path.splitext(self.basename)[0])
    ext = property(lambda self: os.path.splitext(self.strpath)[1])

    def __fspath__(self):
        return self.strpath

    __str__ = __fspath__

    def __repr__(self):
        return f'local({self.strpath!r})'

    def __eq__(self, other):
        return isinstance(other, (str, os.PathLike)) and self.strpath == os.path.abspath(os.fspath(other))

    def __lt__(self, other):
        return self.strpath < os.fspath(other)

    def __hash__(self):
        return hash(self.strpath)

    def join(self, *args, abs=False):
        return local(os.path.join(self.strpath, *map(os.fspath, args)))

    def __truediv__(self, other):
        return self.join(other)

    def dirpath(self, *args):
        return local(self.dirname).join(*args)

    def new(self, *, basename=None, ext=None, purebasename=None):
        if basename is None:
            ending = self.ext if ext is None else ext and '.' + ext.removeprefix('.')
            basename = (purebasename or self.purebasename) + ending
        return self.dirpath(basename)

    def exists(self):
        return os.path.exists(self.strpath)

    def isfile(self):
        return os.path.isfile(self.strpath)

    def isdir(self):
        return os.path.isdir(self.strpath)

    def check(self, *, file=None, dir=None, exists=None, link=None):
        asked = [(file, self.isfile()), (dir, self.isdir()), (exists, self.exists()), (link, os.path.islink(self.strpath))]
        found = [bool(wanted) is there for wanted, there in asked if wanted is not None]
        return all(found) if found else self.exists()

    def open(self, mode='r', ensure=False, encoding=None):
        if ensure:
            os.makedirs(self.dirname, exist_ok=True)
        return open(self.strpath, mode, encoding=encoding)

    def read(self, mode='r'):
        with self.open(mode) as file:
            return file.read()

    def read_text(self, encoding):
        with self.open(encoding=encoding) as file:
            return file.read()

    def read_binary(self):
        return self.read('rb')

    def readlines(self, cr=1):
        lines = self.read().split('\n')
        return [line + '\n' for line in lines[:-1]] + lines[-1:] * bool(lines[-1]) if cr else lines

    def write(self, data, mode='w', ensure=False):
        if 'b' not in mode and isinstance(data, bytes):
            data = data.decode()
        elif 'b' not in mode and not isinstance(data, str):
            data = str(data)
        with self.open(mode, ensure) as file:
            file.write(data)

    def write_text(self, data, encoding, ensure=False):
        with self.open('w', ensure, encoding) as file:
            file.write(data)

    def write_binary(self, data, ensure=False):
        self.write(data, 'wb', ensure)

    def mkdir(self, *args):
        made = self.join(*args)
        os.mkdir(made)
        return made

    def ensure(self, *args, dir=False):
        made = self.join(*args)
        if dir:
            os.makedirs(made, exist_ok=True)
        elif not made.exists():
            made.write('', ensure=True)
        return made

    def ensure_dir(self, *args):
        return self.ensure(*args, dir=True)

    def listdir(self, fil=None, sort=None):
        found = [self.join(name) for name in os.listdir(self.strpath)]
        if isinstance(fil, str):
            found = [each for each in found if pathlib.PurePath(each.basename).match(fil)]
        elif fil is not None:
            found = [each for each in found if fil(each)]
        return sorted(found, key=None if sort is True else sort) if sort else found

    def remove(self, rec=1, ignore_errors=False):
        if self.isdir() and rec:
            shutil.rmtree(self.strpath, ignore_errors=ignore_errors)
        else:
            os.rmdir(self.strpath) if self.isdir() else os.remove(self.strpath)

    def copy(self, target, mode=False, stat=False):
        target = local(target)
        if self.isdir():
            shutil.copytree(self.strpath, target, dirs_exist_ok=True)
        else:
            shutil.copy(self.strpath, target)

    def rename(self, target):
        os.rename(self.strpath, target)

    move = rename

    def size(self):
        return os.path.getsize(self.strpath)

    def mtime(self):
        return os.path.getmtime(self.strpath)

    def relto(self, other):
        start = os.fspath(other).rstrip('/') + '/'
        return self.strpath[len(start):] if self.strpath.startswith(start) else ''

    def chdir(self):
        old = local()
        os.chdir(self.strpath)
        return old

    @contextlib.contextmanager
    def as_cwd(self):
        old = local()
        with contextlib.chdir(self.strpath):
            yield old
