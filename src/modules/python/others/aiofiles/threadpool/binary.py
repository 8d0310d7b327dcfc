"""Files of bytes."""
from ..base import AsyncBase, AsyncIndirectBase
from .utils import delegate_to_executor, proxy_method_directly, proxy_property_directly

_COMMON = ('close', 'flush', 'isatty', 'read', 'readinto', 'readline', 'readlines', 'seek', 'seekable', 'tell', 'truncate',
           'writable', 'write', 'writelines')


def _buffered(cls):
    delegate_to_executor(*_COMMON, 'read1')(cls)
    proxy_method_directly('detach', 'fileno', 'readable')(cls)
    proxy_property_directly('closed', 'raw', 'name', 'mode')(cls)
    return cls


def _raw(cls):
    delegate_to_executor(*_COMMON, 'readall')(cls)
    proxy_method_directly('fileno', 'readable')(cls)
    proxy_property_directly('closed', 'name', 'mode')(cls)
    return cls


@_buffered
class AsyncBufferedIOBase(AsyncBase):
    """A file of bytes that is written."""


@delegate_to_executor('peek')
class AsyncBufferedReader(AsyncBufferedIOBase):
    """A file of bytes that is read, or both."""


@_raw
class AsyncFileIO(AsyncBase):
    """A file of bytes without a buffer."""


@_buffered
class AsyncIndirectBufferedIOBase(AsyncIndirectBase):
    """A file of bytes that is asked for at each use."""


@delegate_to_executor('peek')
class AsyncIndirectBufferedReader(AsyncIndirectBufferedIOBase):
    """Such a file that is read."""


@_raw
class AsyncIndirectFileIO(AsyncIndirectBase):
    """Such a file without a buffer."""
