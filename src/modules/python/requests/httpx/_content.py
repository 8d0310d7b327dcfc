"""Bodies that are sent: at once, or piece by piece."""
from collections.abc import Iterable as _Iterable
from types import AsyncGeneratorType as _AsyncGeneratorType, GeneratorType as _GeneratorType

from httpx._exceptions import StreamConsumed, CONSUMED
from httpx._types import AsyncByteStream, SyncByteStream

__name__ = 'httpx'  # where what is here is said to be


class ByteStream(AsyncByteStream, SyncByteStream):
    """A body that is there."""
    both = True

    def __init__(self, stream):
        self._stream = stream

    def __iter__(self):
        yield self._stream

    async def __aiter__(self):
        yield self._stream


class _Pieces:
    """Content that comes piece by piece: of an iterable, of a file, of what is awaited."""
    _used = False

    def __init__(self, content):
        self._content = content

    @classmethod
    def of(cls, content):
        if isinstance(content, _Iterable) and not isinstance(content, dict):
            return _BlockingPieces(content)
        if hasattr(content, '__aiter__'):
            return _AwaitedPieces(content)
        raise TypeError(f"Unexpected type for 'content', {type(content)!r}")

    def announce(self, headers):
        """Says how long it is, if that is known."""
        try:
            here = self._content.tell()
            size = self._content.seek(0, 2)
            self._content.seek(here)
        except (AttributeError, OSError):
            if 'content-length' not in headers:
                headers.setdefault('Transfer-Encoding', 'chunked')
        else:
            headers.setdefault('Content-Length', str(size))

    def _begin(self):
        """A generator gives its pieces once."""
        if self._used and type(self._content) in (_GeneratorType, _AsyncGeneratorType):
            raise StreamConsumed(CONSUMED)
        self._used = True


class _BlockingPieces(_Pieces, SyncByteStream):
    def __iter__(self):
        self._begin()
        read = getattr(self._content, 'read', None)
        yield from iter(lambda: read(65536), b'') if read else self._content


class _AwaitedPieces(_Pieces, AsyncByteStream):
    async def __aiter__(self):
        self._begin()
        async for piece in self._content:
            yield piece
