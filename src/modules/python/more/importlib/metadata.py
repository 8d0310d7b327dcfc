"""What is known of installed libraries: those that Loopscope has, with their versions and little else, and those that
lie as folders `NAME-VERSION.dist-info` or `.egg-info` on the path."""
import abc as _abc
import functools as _functools
import itertools as _itertools
import os as _os
import pathlib as _pathlib
import re as _re
import sys as _sys

__all__ = ['Distribution', 'DistributionFinder', 'PackageMetadata', 'PackageNotFoundError', 'distribution',
           'distributions', 'entry_points', 'files', 'metadata', 'packages_distributions', 'requires', 'version']

# Libraries by the names under which they are installed; of some no version is known.
_MODULES = {
    'aiocsv': 'aiocsv', 'aiohttp': 'aiohttp', 'aiolimiter': 'aiolimiter', 'async-lru': 'async_lru', 'async-timeout': 'async_timeout', 'beautifulsoup4': 'bs4',
    'cachetools': 'cachetools', 'colorama': 'colorama', 'exceptiongroup': 'exceptiongroup', 'httpx': 'httpx', 'janus': 'janus', 'mcp': 'mcp.server.fastmcp', 'orjson': 'orjson',
    'pytest': 'pytest', 'pytest-asyncio': 'pytest_asyncio', 'requests': 'requests', 'six': 'six', 'tabulate': 'tabulate', 'urllib3': 'urllib3', 'uvloop': 'uvloop'}
_ENTRY_POINTS = {
    'pytest': '[console_scripts]\npy.test = pytest:console_main\npytest = pytest:console_main\n',
    'pytest-asyncio': '[pytest11]\nasyncio = pytest_asyncio.plugin\n'}


class PackageNotFoundError(ModuleNotFoundError):
    """A library that is not installed."""

    def __str__(self):
        return f'No package metadata was found for {self.name}'

    @property
    def name(self):
        name, = self.args
        return name


def _sections(text):
    """(section, line) of a text like an INI file's; lines before the first section have None."""
    section = None
    for line in map(str.strip, text.splitlines()):
        if line.startswith('[') and line.endswith(']'):
            section = line[1:-1]
        elif line and not line.startswith('#'):
            yield section, line


class EntryPoint:
    """A name that a library gives to an object of its own."""
    pattern = _re.compile(r'(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?((?P<extras>\[.*\])\s*)?$')
    dist = None

    def __init__(self, name, value, group):
        vars(self).update(name=name, value=value, group=group)

    def load(self):
        """The object, whose module is imported."""
        import importlib
        found = self.pattern.match(self.value)
        module = importlib.import_module(found['module'])
        return _functools.reduce(getattr, filter(None, (found['attr'] or '').split('.')), module)

    @property
    def module(self):
        return self.pattern.match(self.value)['module']

    @property
    def attr(self):
        return self.pattern.match(self.value)['attr']

    @property
    def extras(self):
        return _re.findall(r'\w+', self.pattern.match(self.value)['extras'] or '')

    def _for(self, dist):
        vars(self).update(dist=dist)
        return self

    def matches(self, **params):
        return all(getattr(self, name) == value for name, value in params.items())

    def _key(self):
        return self.name, self.value, self.group

    def __lt__(self, other):
        return self._key() < other._key()

    def __eq__(self, other):
        return self._key() == other._key()

    def __setattr__(self, name, value):
        raise AttributeError('EntryPoint objects are immutable.')

    def __repr__(self):
        return f'EntryPoint(name={self.name!r}, value={self.value!r}, group={self.group!r})'

    def __hash__(self):
        return hash(self._key())


class EntryPoints(tuple):
    """Entry points that can be chosen from."""
    __slots__ = ()

    def __getitem__(self, name):
        try:
            return next(iter(self.select(name=name)))
        except StopIteration:
            raise KeyError(name)

    def __repr__(self):
        return f'{type(self).__name__}({tuple(self)!r})'

    def select(self, **params):
        return EntryPoints(point for point in self if point.matches(**params))

    @property
    def names(self):
        return {point.name for point in self}

    @property
    def groups(self):
        return {point.group for point in self}

    @classmethod
    def _from_text_for(cls, text, dist):
        points = []
        for group, line in _sections(text or ''):
            name, value = map(str.strip, line.split('=', 1))
            if group is not None:
                points.append(EntryPoint(name, value, group)._for(dist))
        return cls(points)


class PackagePath(_pathlib.PurePosixPath):
    """A file of a library, relative to where that is installed; has `hash`, `size` and `dist`."""

    def read_text(self, encoding='utf-8'):
        return self.locate().read_text(encoding=encoding)

    def read_binary(self):
        return self.locate().read_bytes()

    def locate(self):
        return self.dist.locate_file(self)


class FileHash:
    def __init__(self, spec):
        self.mode, _, self.value = spec.partition('=')

    def __repr__(self):
        return f'<FileHash mode: {self.mode} value: {self.value}>'


def _message(text):
    """A library's description, as a message of email with `json`."""
    import email
    import email.message
    import textwrap

    class Metadata(email.message.Message):
        multiple_use_keys = {'classifier', 'obsoletes-dist', 'platform', 'project-url', 'provides-dist', 'provides-extra', 'requires-dist',
                             'requires-external', 'supported-platform', 'dynamic'}

        def __init__(self):
            super().__init__()
            made = email.message_from_string(text)
            vars(self).update(vars(made))
            self._headers = [(name, textwrap.dedent(' ' * 8 + value) if '\n' in value else value) for name, value in made._headers]
            if self._payload:
                self._headers.append(('Description', self.get_payload()))

        def __getitem__(self, item):
            found = super().__getitem__(item)
            if found is None:
                import warnings
                warnings.warn('Implicit None on return values is deprecated and will raise KeyErrors.', DeprecationWarning, stacklevel=2)
            return found

        @property
        def json(self):
            found = {}
            for key in self:
                value = self.get_all(key) if key.lower() in self.multiple_use_keys else self[key]
                if key == 'Keywords':
                    value = _re.split(r'\s+', value)
                found[key.lower().replace('-', '_')] = value
            return found

    Metadata.__module__, Metadata.__qualname__, Metadata.__name__ = 'importlib.metadata._adapters', 'Message', 'Message'
    return Metadata()


class Distribution:
    """An installed library."""

    def __new__(cls, *args, **kwargs):
        missing = {name for name in dir(cls) if getattr(getattr(cls, name), '__isabstractmethod__', False)}
        if missing:
            import warnings
            warnings.warn(f'Unimplemented abstract methods {missing}', DeprecationWarning, stacklevel=2)
        return super().__new__(cls)

    @_abc.abstractmethod
    def read_text(self, filename):
        """The text of a file of its description, or None."""

    @_abc.abstractmethod
    def locate_file(self, path):
        """The path of a file of it."""

    @classmethod  #: in importlib/metadata/__init__.py
    def from_name(cls, name):
        if not name:
            raise ValueError('A distribution name is required.')  #: 405 raise ValueError("A distribution name is required.")
        try:
            return next(iter(cls.discover(name=name)))  #: 407
        except StopIteration:
            raise PackageNotFoundError(name)  #: 409

    @classmethod
    def discover(cls, *, context=None, **kwargs):
        if context and kwargs:
            raise ValueError('cannot accept context and kwargs')
        context = context or DistributionFinder.Context(**kwargs)
        finders = [finder.find_distributions for finder in _sys.meta_path if hasattr(finder, 'find_distributions')]
        return _itertools.chain.from_iterable(find(context) for find in (*finders, MetadataPathFinder.find_distributions, _own))

    @staticmethod
    def at(path):
        return PathDistribution(_pathlib.Path(path))

    @property
    def metadata(self):
        return _message(self.read_text('METADATA') or self.read_text('PKG-INFO') or self.read_text(''))

    @property
    def name(self):
        return self.metadata['Name']

    @property
    def _normalized_name(self):
        return _normalized(self.name)

    @property
    def version(self):
        return self.metadata['Version']

    @property
    def entry_points(self):
        return EntryPoints._from_text_for(self.read_text('entry_points.txt'), self)

    @property
    def files(self):
        """The files that there are of those that are listed; None: there is no list."""
        import csv
        record = self.read_text('RECORD')
        if record is not None:
            rows = csv.reader(record.splitlines())
        else:
            listed = self.read_text('installed-files.txt') or self.read_text('SOURCES.txt')
            if listed is None:
                return None
            rows = ([name] for name in listed.splitlines())

        def made(name, hash=None, size=None):
            path = PackagePath(name)
            path.hash, path.size, path.dist = FileHash(hash) if hash else None, int(size) if size else None, self
            return path
        return [path for path in [made(*row) for row in rows] if path.locate().exists()]

    @property
    def requires(self):
        found = self.metadata.get_all('Requires-Dist')
        if found is None:
            text = self.read_text('requires.txt')
            found = None if text is None else [self._requirement(section, line) for section, line in _sections(text)]
        return list(found) if found else None

    def _requirement(self, section, line):
        """A line of an egg's requirements, its section being `extra:marker`."""
        extra, _, marker = (section or '').partition(':')
        if extra and marker:
            marker = f'({marker})'
        conditions = list(filter(None, [marker, f'extra == "{extra}"' if extra else '']))
        space = ' ' * ('@' in line)
        return line + space + ('; ' + ' and '.join(conditions) if conditions else '')

    @property
    def origin(self):
        import json
        import types
        text = self.read_text('direct_url.json')
        return None if text is None else json.loads(text, object_hook=lambda data: types.SimpleNamespace(**data))


class DistributionFinder(metaclass=_abc.ABCMeta):
    """What finds distributions."""

    class Context:
        name = None

        def __init__(self, **kwargs):
            vars(self).update(kwargs)

        @property
        def path(self):
            return vars(self).get('path', _sys.path)

    @_abc.abstractmethod
    def find_distributions(self, context=Context()):
        """The distributions that fit."""


def _normalized(name):
    return _re.sub(r'[-_.]+', '-', name).lower().replace('-', '_')


class MetadataPathFinder(DistributionFinder):
    """Finds those that lie in folders of the path."""

    @classmethod
    def find_distributions(cls, context=DistributionFinder.Context()):
        wanted = None if context.name is None else _normalized(context.name)
        for root in context.path:
            try:
                names = _os.listdir(root or '.')
            except OSError:
                continue
            for child in names:
                low = child.lower()
                if low.endswith(('.dist-info', '.egg-info')):
                    name = low.rpartition('.')[0].partition('-')[0]
                    if wanted is None or _normalized(name) == wanted:
                        yield PathDistribution(_pathlib.Path(root, child))

    def invalidate_caches(cls):
        pass


class PathDistribution(Distribution):
    def __init__(self, path):
        self._path = path

    def read_text(self, filename):
        try:
            return self._path.joinpath(filename).read_text(encoding='utf-8')
        except (FileNotFoundError, IsADirectoryError, KeyError, NotADirectoryError, PermissionError):
            return None

    def locate_file(self, path):
        return self._path.parent / path

    @property
    def _normalized_name(self):
        """Of the folder's name, which there is also where nothing describes the library."""
        stem, dot, kind = self._path.name.rpartition('.')
        return _normalized(stem.partition('-')[0]) if kind in ('dist-info', 'egg-info') else super()._normalized_name


class _Own(Distribution):
    """A library of Loopscope's."""

    def __init__(self, name):
        self._name = name

    def read_text(self, filename):
        if filename == 'METADATA':
            return f'Metadata-Version: 2.1\nName: {self._name}\nVersion: {self.version}\n'
        return _ENTRY_POINTS.get(self._name) if filename == 'entry_points.txt' else None

    def locate_file(self, path):
        return _pathlib.Path('<stdlib>') / path

    @property
    def name(self):
        return self._name

    @property
    def version(self):
        module = _sys.modules[__import__(_MODULES[self._name]) and _MODULES[self._name]]
        try:
            return module.__version__
        except AttributeError:
            # Another library of this name stands beside the program.
            raise PackageNotFoundError(self._name) from None


def _own(context):
    wanted = None if context.name is None else _normalized(context.name)
    return [_Own(name) for name in _MODULES if wanted is None or _normalized(name) == wanted]


class PackageMetadata:
    """What a description of a library can be asked: as of email's messages, and `json`."""


def distribution(distribution_name):  #: in importlib/metadata/__init__.py
    return Distribution.from_name(distribution_name)  #: 960


def distributions(**kwargs):
    return Distribution.discover(**kwargs)


def metadata(distribution_name):  #: in importlib/metadata/__init__.py
    return Distribution.from_name(distribution_name).metadata  #: 977


def version(distribution_name):  #: in importlib/metadata/__init__.py
    """The version of a library."""
    return distribution(distribution_name).version  #: 987


def files(distribution_name):  #: in importlib/metadata/__init__.py
    return distribution(distribution_name).files  #: 1020


def requires(distribution_name):  #: in importlib/metadata/__init__.py
    return distribution(distribution_name).requires  #: 1030


def entry_points(**params):
    once = {}
    for found in distributions():
        once.setdefault(found._normalized_name, found)
    return EntryPoints(_itertools.chain.from_iterable(found.entry_points for found in once.values())).select(**params)


def packages_distributions():
    """The libraries that each module comes from."""
    found = {}
    for dist in distributions():
        if isinstance(dist, _Own):
            names = [_MODULES[dist.name]]
        else:
            names = (dist.read_text('top_level.txt') or '').split() or {
                path.parts[0] if len(path.parts) > 1 else path.name.partition('.')[0] for path in dist.files or ()
                if path.suffix == '.py' or len(path.parts) > 1 and '.' not in path.parts[0]}
        for name in names:
            found.setdefault(name, []).append(dist.metadata['Name'] if not isinstance(dist, _Own) else dist.name)
    return found
