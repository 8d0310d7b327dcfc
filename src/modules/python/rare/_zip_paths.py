"""The members of an archive as paths."""
import io
import pathlib
import posixpath
import re
import stat
from zipfile import ZipFile, ZipInfo

__name__ = 'zipfile._path'  # where what is here is said to be


def _implied_dirs(names):
    """The folders that lie above names and are not named."""
    known = dict.fromkeys(names)
    for name in names:
        above = posixpath.dirname(name.rstrip('/'))
        while above.strip('/'):
            known.setdefault(above + '/')
            above = posixpath.dirname(above)
    return list(known)[len(set(names)):]


class CompleteDirs(ZipFile):
    """An archive that lists the folders that its names imply. As a pickle it is how it was made."""

    def __init__(self, *args, **kwargs):
        self._made = args, kwargs
        super().__init__(*args, **kwargs)

    def __getstate__(self):
        return self._made

    def __setstate__(self, state):
        args, kwargs = state
        self.__init__(*args, **kwargs)

    @classmethod
    def inject(cls, zf):
        """Writes the folders that an archive's names imply into it."""
        for name in _implied_dirs(zf.namelist()):
            zf.writestr(name, b'')
        return zf

    def namelist(self):
        names = super().namelist()
        return names + _implied_dirs(names)

    def _name_set(self):
        return set(self.namelist())

    def resolve_dir(self, name):
        known = self._name_set()
        return name + '/' if name not in known and name + '/' in known else name

    def getinfo(self, name):
        if name not in self.NameToInfo and name.endswith('/') and name in self._name_set():
            return ZipInfo(name)
        return super().getinfo(name)

    @classmethod
    def make(cls, source):
        if isinstance(source, CompleteDirs):
            return source
        if not isinstance(source, ZipFile):
            return cls(source)
        source.__class__ = cls if source.mode == 'r' else CompleteDirs
        return source


class FastLookup(CompleteDirs):
    """What is only read lists its names once."""
    _listed = _known = None

    def namelist(self):
        if self._listed is None:
            self._listed = super().namelist()
        return self._listed

    def _name_set(self):
        if self._known is None:
            self._known = super()._name_set()
        return self._known


CompleteDirs.__module__ = FastLookup.__module__ = 'zipfile._path'


def _part(part):
    """What a part of a pattern between slashes matches."""
    if part == '**':
        return '.*'
    if '**' in part:
        raise ValueError('** must appear alone in a path segment')
    pieces = re.split(r'(\[[^\]]*\])', '?*' if part == '*' else part)
    return ''.join([piece if at % 2 else re.escape(piece).replace(r'\*', '[^/]*').replace(r'\?', '[^/]')
                    for at, piece in enumerate(pieces)])


class Path:
    """A member or a folder of an archive."""

    def __init__(self, root, at=''):
        self.root, self.at = FastLookup.make(root), at

    def __eq__(self, other):
        return (self.root, self.at) == (other.root, other.at) if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.root, self.at))

    def __str__(self):
        return posixpath.join(self.root.filename, self.at)

    def __repr__(self):
        return f'{type(self).__name__}({self.root.filename!r}, {self.at!r})'

    def open(self, mode='r', *args, pwd=None, **kwargs):
        if self.is_dir():
            raise IsADirectoryError(self)
        if mode[0] == 'r' and not self.exists():
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, mode[0], pwd=pwd)
        if 'b' not in mode:
            return io.TextIOWrapper(stream, *args, **kwargs)
        if args or kwargs:
            raise ValueError('encoding args invalid for binary operation')
        return stream

    def read_text(self, *args, **kwargs):
        with self.open('r', *args, **kwargs) as file:
            return file.read()

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def _pure(self):
        return pathlib.PurePosixPath(self.at or self.root.filename)

    @property
    def name(self):
        return self._pure().name

    @property
    def stem(self):
        return self._pure().stem

    @property
    def suffix(self):
        return self._pure().suffix

    @property
    def suffixes(self):
        return self._pure().suffixes

    @property
    def filename(self):
        return pathlib.Path(self.root.filename).joinpath(self.at)

    @property
    def parent(self):
        if not self.at:
            return self.filename.parent
        above = posixpath.dirname(self.at.rstrip('/'))
        return self._next(above + '/' if above else above)

    def _next(self, at):
        return type(self)(self.root, at)

    def is_dir(self):
        return not self.at or self.at.endswith('/')

    def is_file(self):
        return self.exists() and not self.is_dir()

    def exists(self):
        return self.at in self.root._name_set()

    def is_symlink(self):
        return stat.S_ISLNK(self.root.getinfo(self.at).external_attr >> 16)

    def iterdir(self):
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        own = self.at.rstrip('/')
        return filter(lambda path: posixpath.dirname(path.at.rstrip('/')) == own, map(self._next, self.root.namelist()))

    def match(self, path_pattern):
        return pathlib.PurePosixPath(self.at).match(path_pattern)

    def glob(self, pattern):
        if not pattern:
            raise ValueError(f'Unacceptable pattern: {pattern!r}')
        wanted = re.compile(f"(?s:{re.escape(self.at)}{'/'.join(map(_part, pattern.split('/')))}/?)").fullmatch
        return map(self._next, filter(wanted, self.root.namelist()))

    def rglob(self, pattern):
        return self.glob(f'**/{pattern}')

    def relative_to(self, other, *extra):
        return posixpath.relpath(str(self), str(other.joinpath(*extra)))

    def joinpath(self, *other):
        return self._next(self.root.resolve_dir(posixpath.join(self.at, *other)))

    __truediv__ = joinpath


Path.__module__ = 'zipfile._path'
