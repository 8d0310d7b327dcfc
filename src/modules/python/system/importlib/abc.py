"""What loaders and finders of a program's own derive from."""
import abc as _abc

from importlib.util import SourceFileLoader

__all__ = ['Loader', 'MetaPathFinder', 'PathEntryFinder', 'ResourceLoader', 'InspectLoader', 'ExecutionLoader',
           'FileLoader', 'SourceLoader']


class Loader(metaclass=_abc.ABCMeta):
    """Makes and fills modules."""

    def create_module(self, spec):
        return None

    def load_module(self, fullname):
        if not hasattr(self, 'exec_module'):
            raise ImportError
        from importlib.util import module_from_spec, spec_from_loader
        module = module_from_spec(spec_from_loader(fullname, self))
        self.exec_module(module)
        return module


class MetaPathFinder(metaclass=_abc.ABCMeta):
    """Finds modules by their names."""

    def invalidate_caches(self):
        pass


class PathEntryFinder(metaclass=_abc.ABCMeta):
    """Finds modules in one place of the path."""

    def invalidate_caches(self):
        pass


class ResourceLoader(Loader):
    @_abc.abstractmethod
    def get_data(self, path):
        raise OSError


class InspectLoader(Loader):
    def is_package(self, fullname):
        raise ImportError

    def get_code(self, fullname):
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @_abc.abstractmethod
    def get_source(self, fullname):
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        return compile(data, path, 'exec', dont_inherit=True)

    def exec_module(self, module):
        code = self.get_code(module.__name__)
        if code is None:
            raise ImportError(f'cannot load module {module.__name__!r} when get_code() returns None')
        exec(code, module.__dict__)


class ExecutionLoader(InspectLoader):
    @_abc.abstractmethod
    def get_filename(self, fullname):
        raise ImportError


class FileLoader(ResourceLoader, ExecutionLoader):
    def __init__(self, fullname, path):
        self.name, self.path = fullname, path

    def get_filename(self, fullname=None):
        return self.path

    def get_data(self, path):
        with open(path, 'rb') as file:
            return file.read()


class SourceLoader(ResourceLoader, ExecutionLoader):
    def get_source(self, fullname):
        return self.get_data(self.get_filename(fullname)).decode()


FileLoader.register(SourceFileLoader)
SourceLoader.register(SourceFileLoader)


def __getattr__(name):
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')  #: 38
