"""What gives the files of packages: of folders, of archives, and of packages that are several folders."""
import collections
import pathlib
from importlib.resources.abc import Traversable, TraversableResources


class FileReader(TraversableResources):
    """Of a package that a loader has from a file."""

    def __init__(self, loader):
        self.path = pathlib.Path(loader.path).parent

    def resource_path(self, resource):
        return str(self.path.joinpath(resource))

    def files(self):
        return self.path


class ZipReader(TraversableResources):
    """Of a package in an archive."""

    def __init__(self, loader, module):
        self.prefix = loader.prefix.replace('\\', '/') + module.rpartition('.')[2] + '/'
        self.archive = loader.archive

    def open_resource(self, resource):
        try:
            return super().open_resource(resource)
        except KeyError as e:
            raise FileNotFoundError(e.args[0])

    def is_resource(self, path):
        target = self.files().joinpath(path)
        return target.is_file() and target.exists()

    def files(self):
        import zipfile
        return zipfile.Path(self.archive, self.prefix)


class MultiplexedPath(Traversable):
    """Several folders as one: of two files of a name the first is there."""

    def __init__(self, *paths):
        if any(isinstance(path, str) for path in paths):
            import warnings
            warnings.warn('String arguments are deprecated. Pass a Traversable instead.', DeprecationWarning, stacklevel=2)
        self._paths = [pathlib.Path(path) if isinstance(path, str) else path for path in dict.fromkeys(paths)]
        if not self._paths:
            raise FileNotFoundError('MultiplexedPath must contain at least one path')
        if not all(path.is_dir() for path in self._paths):
            raise NotADirectoryError('MultiplexedPath only supports directories')

    def iterdir(self):
        groups = collections.defaultdict(list)
        for path in self._paths:
            for child in path.iterdir():
                groups[child.name].append(child)
        return map(self._one, (groups[name] for name in sorted(groups)))

    @staticmethod
    def _one(children):
        try:
            return MultiplexedPath(*children) if len(children) > 1 else children[0]
        except NotADirectoryError:
            return children[0]

    def _refuse(self, *args, **kwargs):
        raise FileNotFoundError(f'{self} is not a file')

    open = read_bytes = read_text = _refuse

    def is_file(self):
        return False

    def is_dir(self):
        return True

    def joinpath(self, *descendants):
        if not descendants:
            return self
        first, *rest = [part for one in descendants for part in str(one).split('/') if part]
        found = next((child for child in self.iterdir() if child.name == first), None)
        if found is None:
            return self._paths[0].joinpath(*descendants)
        return found.joinpath(*rest)

    __truediv__ = joinpath

    @property
    def name(self):
        return self._paths[0].name

    def __repr__(self):
        return f"MultiplexedPath('{"', '".join(map(str, self._paths))}')"


class NamespaceReader(TraversableResources):
    """Of a package without an __init__.py."""

    def __init__(self, namespace_path):
        kind = str(namespace_path)
        if 'NamespacePath' not in kind:
            raise ValueError('Invalid path')
        folders = [pathlib.Path(folder) for folder in namespace_path]
        self.path = MultiplexedPath(*folders)

    def resource_path(self, resource):
        return str(self.path.joinpath(resource))

    def files(self):
        return self.path
