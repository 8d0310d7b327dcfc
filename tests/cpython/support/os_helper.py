"""In place of `test.support.os_helper`: files and the environment for a while."""
import contextlib
import os
import shutil
import tempfile
import unittest

TESTFN = TESTFN_ASCII = f'tried_{os.getpid()}_tmp'
FS_NONASCII = '\xe6'
TESTFN_NONASCII = TESTFN_UNICODE = TESTFN + '-\xe0\xf2'
TESTFN_UNDECODABLE = TESTFN_UNENCODABLE = None
SAVEDCWD = os.getcwd()


def _quiet(remove, path):
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        remove(path)


def unlink(path):
    _quiet(os.unlink, path)


def rmdir(path):
    _quiet(os.rmdir, path)


def _open_up(folder):
    os.chmod(folder, 0o700)
    for entry in list(os.scandir(folder)):
        if entry.is_dir(follow_symlinks=False):
            _open_up(entry.path)


def rmtree(path):
    if os.path.isdir(path) and not os.path.islink(path):
        _open_up(path)
    _quiet(shutil.rmtree, path)


def create_empty_file(path):
    open(path, 'x').close()


def can_symlink():
    return True


can_hardlink = can_chmod = can_symlink


def can_xattr():
    return False


skip_unless_symlink = skip_unless_hardlink = skip_unless_working_chmod = lambda test: test
skip_unless_xattr = unittest.skip('extended attributes')
skip_if_dac_override = unittest.skipIf(os.geteuid() == 0, 'root may do everything')
skip_unless_dac_override = unittest.skipIf(os.geteuid() != 0, 'who is not root may not do everything')


@contextlib.contextmanager
def temp_dir(path=None, quiet=False):
    if path is None:
        path = os.path.realpath(tempfile.mkdtemp())
    else:
        os.mkdir(path)
    try:
        yield path
    finally:
        rmtree(path)


@contextlib.contextmanager
def change_cwd(path, quiet=False):
    old = os.getcwd()
    os.chdir(os.path.realpath(path))
    try:
        yield os.getcwd()
    finally:
        os.chdir(old)


@contextlib.contextmanager
def temp_cwd(name='tried_cwd', quiet=False):
    with temp_dir(name) as path, change_cwd(path) as cwd:
        yield cwd


@contextlib.contextmanager
def temp_umask(umask):
    old = os.umask(umask)
    try:
        yield
    finally:
        os.umask(old)


@contextlib.contextmanager
def open_dir_fd(path):
    descriptor = os.open(path, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def make_bad_fd():
    with open(TESTFN, 'wb') as file:
        number = file.fileno()
    unlink(TESTFN)
    return number


class FakePath:
    """Has `__fspath__`, which gives the path, or raises it."""

    def __init__(self, path):
        self.path = path

    def __repr__(self):
        return f'<FakePath {self.path!r}>'

    def __fspath__(self):
        error = self.path
        if isinstance(error, BaseException) or isinstance(error, type) and issubclass(error, BaseException):
            raise error
        return self.path


class EnvironmentVarGuard:
    """Changes variables until its block ends."""

    def __init__(self):
        self.old = {}

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        for name, value in self.old.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        self.old.clear()

    def __getitem__(self, name):
        return os.environ[name]

    def __setitem__(self, name, value):
        self.set(name, value)

    def __delitem__(self, name):
        self.unset(name)

    def __contains__(self, name):
        return name in os.environ

    def get(self, name, default=None):
        return os.environ.get(name, default)

    def copy(self):
        return dict(os.environ)

    def set(self, name, value):
        self.old.setdefault(name, os.environ.get(name))
        os.environ[name] = value

    def unset(self, *names):
        for name in names:
            self.old.setdefault(name, os.environ.get(name))
            os.environ.pop(name, None)
