"""What finders give for the files of a package."""
import abc
import io
import itertools
import os
import pathlib
from typing import Any, BinaryIO, Iterable, Iterator, NoReturn, Optional, Protocol, Text, Union, runtime_checkable

StrPath = Union[str, os.PathLike[str]]

__all__ = ['ResourceReader', 'Traversable', 'TraversableResources']


class ResourceReader(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def open_resource(self, resource):
        raise FileNotFoundError

    @abc.abstractmethod
    def resource_path(self, resource):
        raise FileNotFoundError

    @abc.abstractmethod
    def is_resource(self, path):
        raise FileNotFoundError

    @abc.abstractmethod
    def contents(self):
        raise FileNotFoundError


class TraversalError(Exception):
    pass


@runtime_checkable
class Traversable(Protocol):
    @abc.abstractmethod
    def iterdir(self): ...

    def read_bytes(self):
        with self.open('rb') as file:
            return file.read()

    def read_text(self, encoding=None):
        with self.open(encoding=encoding) as file:
            return file.read()

    @abc.abstractmethod
    def is_dir(self): ...

    @abc.abstractmethod
    def is_file(self): ...

    def joinpath(self, *descendants):
        if not descendants:
            return self
        names = itertools.chain.from_iterable(path.parts for path in map(pathlib.PurePosixPath, descendants))
        target = next(names)
        matches = (child for child in self.iterdir() if child.name == target)
        try:
            found = next(matches)
        except StopIteration:
            raise TraversalError('Target not found during traversal.', target, list(names))
        return found.joinpath(*names)

    def __truediv__(self, child):
        return self.joinpath(child)

    @abc.abstractmethod
    def open(self, mode='r', *args, **kwargs): ...

    @property
    @abc.abstractmethod
    def name(self): ...


class TraversableResources(ResourceReader):
    @abc.abstractmethod
    def files(self): ...

    def open_resource(self, resource):
        return self.files().joinpath(resource).open('rb')

    def resource_path(self, resource):
        raise FileNotFoundError(resource)

    def is_resource(self, path):
        return self.files().joinpath(path).is_file()

    def contents(self):
        return (item.name for item in self.files().iterdir())
