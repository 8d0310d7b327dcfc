"""Classes that CPython has in C, and whose constructors are known, tell their parameters."""
import asyncio
import decimal
import inspect
import io


class Own(io.StringIO):
    pass


class Other(io.BytesIO):
    def __init__(self, name):
        pass


for cls in (decimal.Context, decimal.Decimal, io.BytesIO, io.StringIO, io.TextIOWrapper, io.FileIO, io.BufferedReader,
            io.BufferedRWPair, asyncio.ThreadedChildWatcher, asyncio.Semaphore, asyncio.Queue, Own, Other):
    print(cls.__name__, inspect.signature(cls))
