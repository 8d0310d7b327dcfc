"""Files of text."""
from ..base import AsyncBase, AsyncIndirectBase
from .utils import delegate_to_executor, proxy_method_directly, proxy_property_directly


def _text(cls):
    delegate_to_executor('close', 'flush', 'isatty', 'read', 'readable', 'readline', 'readlines', 'seek', 'seekable', 'tell',
                         'truncate', 'write', 'writable', 'writelines')(cls)
    proxy_method_directly('detach', 'fileno')(cls)
    proxy_property_directly('buffer', 'closed', 'encoding', 'errors', 'line_buffering', 'newlines', 'name', 'mode')(cls)
    return cls


@_text
class AsyncTextIOWrapper(AsyncBase):
    """A file of text."""


@_text
class AsyncTextIndirectIOWrapper(AsyncIndirectBase):
    """A file of text that is asked for at each use."""
