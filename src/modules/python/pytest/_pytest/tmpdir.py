"""Folders of tests' own."""
import os
import pathlib
import re
import tempfile

from .fixtures import fixture
from .legacypath import local


class TempPathFactory:
    def __init__(self, given=None):
        self._given, self._base = given, None

    def getbasetemp(self):
        if self._base is None:
            if self._given is not None:
                import shutil
                base = pathlib.Path(os.path.abspath(self._given))
                if base.exists():
                    shutil.rmtree(base)
                base.mkdir(mode=0o700)
            else:
                root = pathlib.Path(os.environ.get('PYTEST_DEBUG_TEMPROOT') or tempfile.gettempdir()).resolve()
                root = root / f'pytest-of-{_user()}'
                root.mkdir(mode=0o700, exist_ok=True)
                base = _numbered(root, 'pytest-')
            self._base = base
        return self._base

    def mktemp(self, basename, numbered=True):
        basename = os.path.normpath(basename)
        if (self.getbasetemp() / basename).resolve().parent != self.getbasetemp():
            raise ValueError(f'{basename} is not a normalized and relative path')
        if numbered:
            return _numbered(self.getbasetemp(), basename)
        path = self.getbasetemp() / basename
        path.mkdir(mode=0o700)
        return path


def _user():
    import getpass
    try:
        return getpass.getuser()
    except (ImportError, OSError, KeyError):
        return 'unknown'


def _numbered(root, prefix):
    """The first folder of the name that is not there, counted from 0; a link leads to it."""
    taken = [name[len(prefix):] for name in os.listdir(root) if name.lower().startswith(prefix.lower())]
    path = root / f'{prefix}{max((int(number) for number in taken if number.isdecimal()), default=-1) + 1}'
    path.mkdir(mode=0o700)
    link = root / (prefix + 'current')
    try:
        link.unlink(missing_ok=True)
        link.symlink_to(path)
    except OSError:
        pass
    return path


class TempdirFactory:
    """The same with paths of the older kind."""

    def __init__(self, factory):
        self._factory = factory

    def mktemp(self, basename, numbered=True):
        return local(self._factory.mktemp(basename, numbered))

    def getbasetemp(self):
        return local(self._factory.getbasetemp())


@fixture(scope='session')
def tmp_path_factory(request):
    """Return a :class:`pytest.TempPathFactory` instance for the test session."""
    return TempPathFactory(request.config.option.basetemp)


@fixture
def tmp_path(request, tmp_path_factory):
    """Return a temporary directory (as :class:`pathlib.Path` object)"""
    path = tmp_path_factory.mktemp(re.sub(r'[\W]', '_', request.node.name)[:30])
    yield path


@fixture
def tmpdir(tmp_path):
    """Return a temporary directory (as `legacy_path`_ object)"""
    return local(tmp_path)


@fixture(scope='session')
def tmpdir_factory(tmp_path_factory):
    """Return a :class:`pytest.TempdirFactory` instance for the test session."""
    return TempdirFactory(tmp_path_factory)
