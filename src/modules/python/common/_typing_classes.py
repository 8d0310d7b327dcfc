"""Classes of `typing` that are read when a program first asks for one."""
from abc import abstractmethod

__name__ = 'typing'  # where what is here is said to be  #: in typing.py


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
    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T:
        pass


@runtime_checkable
class SupportsRound[T](Protocol):
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T:
        pass


class IO(Generic[AnyStr]):
    __slots__ = ()

    @property
    @abstractmethod
    def mode(self) -> str: ...

    @property
    @abstractmethod
    def name(self) -> str: ...

    @abstractmethod
    def close(self) -> None: ...

    @property
    @abstractmethod
    def closed(self) -> bool: ...

    @abstractmethod
    def fileno(self) -> int: ...

    @abstractmethod
    def flush(self) -> None: ...

    @abstractmethod
    def isatty(self) -> bool: ...

    @abstractmethod
    def read(self, n: int = -1) -> AnyStr: ...

    @abstractmethod
    def readable(self) -> bool: ...

    @abstractmethod
    def readline(self, limit: int = -1) -> AnyStr: ...

    @abstractmethod
    def readlines(self, hint: int = -1) -> List[AnyStr]: ...

    @abstractmethod
    def seek(self, offset: int, whence: int = 0) -> int: ...

    @abstractmethod
    def seekable(self) -> bool: ...

    @abstractmethod
    def tell(self) -> int: ...

    @abstractmethod
    def truncate(self, size: int = None) -> int: ...

    @abstractmethod
    def writable(self) -> bool: ...

    @abstractmethod
    def write(self, s: AnyStr) -> int: ...

    @abstractmethod
    def writelines(self, lines: List[AnyStr]) -> None: ...

    @abstractmethod
    def __enter__(self) -> 'IO[AnyStr]': ...

    @abstractmethod
    def __exit__(self, type, value, traceback) -> None: ...


class BinaryIO(IO[bytes]):
    __slots__ = ()

    @abstractmethod
    def write(self, s: Union[bytes, bytearray]) -> int: ...

    @abstractmethod
    def __enter__(self) -> 'BinaryIO': ...


class TextIO(IO[str]):
    __slots__ = ()

    @property
    @abstractmethod
    def buffer(self) -> BinaryIO: ...

    @property
    @abstractmethod
    def encoding(self) -> str: ...

    @property
    @abstractmethod
    def errors(self) -> Optional[str]: ...

    @property
    @abstractmethod
    def line_buffering(self) -> bool: ...

    @property
    @abstractmethod
    def newlines(self) -> Any: ...

    @abstractmethod
    def __enter__(self) -> 'TextIO': ...
