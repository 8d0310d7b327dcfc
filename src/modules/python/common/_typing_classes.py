"""Classes of `typing` that are read when a program first asks for one."""
from abc import abstractmethod
from typing import AnyStr, Generic, Protocol, runtime_checkable


def _protocol(name, method, result, is_async=False):
    def function(self):
        pass
    function.__name__ = method
    cls = type(Protocol)(name, (Protocol,), {method: abstractmethod(function), '__module__': 'typing', '__slots__': ()})
    return runtime_checkable(cls)


SupportsInt = _protocol('SupportsInt', '__int__', int)
SupportsFloat = _protocol('SupportsFloat', '__float__', float)
SupportsIndex = _protocol('SupportsIndex', '__index__', int)
SupportsBytes = _protocol('SupportsBytes', '__bytes__', bytes)
SupportsComplex = _protocol('SupportsComplex', '__complex__', complex)


@runtime_checkable
class SupportsAbs[T](Protocol):
    __module__ = 'typing'
    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T:
        pass


@runtime_checkable
class SupportsRound[T](Protocol):
    __module__ = 'typing'
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T:
        pass


class IO(Generic[AnyStr]):
    __module__ = 'typing'
    __slots__ = ()


class TextIO(IO[str]):
    __module__ = 'typing'
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __module__ = 'typing'
    __slots__ = ()
