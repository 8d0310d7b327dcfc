"""What bodies may be."""

__name__ = 'httpx'  # where what is here is said to be


class SyncByteStream:
    """A body that comes piece by piece."""

    def __iter__(self):
        raise NotImplementedError("The '__iter__' method must be implemented.")
        yield b''

    def close(self):
        pass


class AsyncByteStream:
    """A body that comes piece by piece, awaited."""

    async def __aiter__(self):
        raise NotImplementedError("The '__aiter__' method must be implemented.")
        yield b''

    async def aclose(self):
        pass
