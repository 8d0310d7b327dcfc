"""io's bases are abstract base classes: classes register with them, and those of files and memory are registered."""
import abc
import io


class Alien:
    pass


io.RawIOBase.register(Alien)
print(isinstance(Alien(), io.RawIOBase), issubclass(Alien, io.IOBase), isinstance(Alien(), io.TextIOBase))
print([kind.__module__ for kind in io.TextIOBase.__mro__], io.BufferedReader.__mro__[-2].__name__, type(io.IOBase) is abc.ABCMeta)
with open('/tmp/streams.txt', 'w+') as file:
    for stream in (file, file.buffer, file.buffer.raw, io.StringIO(), io.BytesIO()):
        print(type(stream), [base.__name__ for base in (io.IOBase, io.RawIOBase, io.BufferedIOBase, io.TextIOBase)
                             if isinstance(stream, base)])


class Numbers(io.RawIOBase):
    def readable(self):
        return True

    def readinto(self, buffer):
        buffer[:2] = b'12'
        return 2


class Abstract(io.TextIOBase):
    @abc.abstractmethod
    def go(self):
        pass


class Both(io.IOBase, metaclass=abc.ABCMeta):
    pass


print(io.BufferedReader(Numbers()).read(5), isinstance(Numbers(), io.IOBase), type(Both).__name__)
try:
    Abstract()
except TypeError as error:
    print(error)
