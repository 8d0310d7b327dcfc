"""What a client may have its requests answered by."""

__name__ = 'httpx'  # where what is here is said to be


class BaseTransport:
    """How a client's requests are answered."""

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def handle_request(self, request):
        raise NotImplementedError("The 'handle_request' method must be implemented.")

    def close(self):
        pass


class AsyncBaseTransport:
    """How a client's requests are answered, awaited."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.aclose()

    async def handle_async_request(self, request):
        raise NotImplementedError("The 'handle_async_request' method must be implemented.")

    async def aclose(self):
        pass
