"""What is known of installed libraries: there are those that Loopscope has, with their versions and little else."""
import sys as _sys

__all__ = ['Distribution', 'DistributionFinder', 'PackageMetadata', 'PackageNotFoundError', 'distribution',
           'distributions', 'entry_points', 'files', 'metadata', 'packages_distributions', 'requires', 'version']

# Libraries by the names under which they are installed; of some no version is known.
_MODULES = {
    'aiocsv': 'aiocsv', 'aiohttp': 'aiohttp', 'async-timeout': 'async_timeout', 'beautifulsoup4': 'bs4',
    'colorama': 'colorama', 'httpx': 'httpx', 'mcp': 'mcp.server.fastmcp', 'orjson': 'orjson',
    'pytest': 'pytest', 'pytest-asyncio': 'pytest_asyncio', 'requests': 'requests', 'urllib3': 'urllib3', 'uvloop': 'uvloop'}


class PackageNotFoundError(ModuleNotFoundError):
    """A library that is not installed."""

    def __str__(self):
        return f'No package metadata was found for {self.name}'

    @property
    def name(self):
        name, = self.args
        return name


class EntryPoint:
    """A name that a library gives to an object of its own."""

    def __init__(self, name, value, group):
        self.name, self.value, self.group = name, value, group


class EntryPoints(tuple):
    """Entry points that can be chosen from; none of the libraries here has any."""
    __slots__ = ()

    def __repr__(self):
        return f'{type(self).__name__}({tuple(self)!r})'

    def select(self, **params):
        return EntryPoints(point for point in self if all(getattr(point, k) == v for k, v in params.items()))

    @property
    def names(self):
        return {point.name for point in self}

    @property
    def groups(self):
        return {point.group for point in self}


class Distribution:
    """An installed library."""

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
        wanted = kwargs.get('name')
        known = [name for name in _MODULES if wanted is None or name == wanted.lower().replace('_', '-').replace('.', '-')]
        return map(cls._named, known)

    @classmethod
    def _named(cls, name):
        made = cls()
        made._name = name
        return made

    @property
    def metadata(self):
        return {'Metadata-Version': '2.1', 'Name': self._name, 'Version': self.version}

    @property
    def name(self):
        return self._name

    @property
    def version(self):
        return _sys.modules[__import__(_MODULES[self._name]) and _MODULES[self._name]].__version__

    @property
    def entry_points(self):
        return EntryPoints()

    files = requires = None


class DistributionFinder:
    """What finds distributions."""


PackageMetadata = dict


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
    return EntryPoints().select(**params)


def packages_distributions():
    return {module: [name] for name, module in _MODULES.items()}
