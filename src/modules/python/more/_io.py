"""The classes of io by the name of the module that has them in CPython."""
import io as _of
from io import BytesIO, StringIO

_NAMES = ('BlockingIOError', 'BufferedRWPair', 'BufferedRandom', 'BufferedReader', 'BufferedWriter', 'DEFAULT_BUFFER_SIZE',
          'FileIO', 'IncrementalNewlineDecoder', 'TextIOWrapper', 'UnsupportedOperation', 'open', 'open_code',
          'text_encoding', '_BufferedIOBase', '_IOBase', '_RawIOBase', '_TextIOBase')


def __getattr__(name):
    if name in _NAMES:
        return getattr(_of, name)
    raise AttributeError(f"module '_io' has no attribute {name!r}")
