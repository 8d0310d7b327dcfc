"""asyncio's own loop in the place of uvloop's: it does the same, and here no loop is faster than another."""
import asyncio as _asyncio
import os as _os
import warnings as _warnings
from asyncio.base_events import Server as _Server

__version__ = '0.21.0'
__all__ = ['new_event_loop', 'install', 'EventLoopPolicy']
# What asyncio says before the addresses that it could not have.
_UNBOUND = 'could not bind on any address out of '


class Loop(_asyncio.SelectorEventLoop):
    """A loop."""

    async def create_connection(self, *args, **kwargs):
        try:
            return await super().create_connection(*args, **kwargs)
        except ConnectionRefusedError as exc:
            if exc.errno is None or exc.strerror is None:
                raise
            raise ConnectionRefusedError(exc.errno, _os.strerror(exc.errno)) from None

    async def create_server(self, *args, **kwargs):
        try:
            return await super().create_server(*args, **kwargs)
        except OSError as exc:
            words = exc.strerror
            if words is None and (text := str(exc)).startswith(_UNBOUND):
                # asyncio goes on to the next address, uvloop ends at the first.
                from ast import literal_eval
                addresses = literal_eval(text[len(_UNBOUND):])
                if not addresses:
                    server = _Server(self, [], args[0] if args else kwargs['protocol_factory'], 0)
                    if kwargs.get('start_serving', True):
                        server._start_serving()
                    return server
                why = _os.strerror(99).lower()
                raise OSError(99, f'error while attempting to bind on address {addresses[0]!r}: {why}') from None
            if words is None:
                raise
            raise type(exc)(exc.errno, words.replace(f': [errno {exc.errno}] ', ': ')) from None


Loop.__module__ = 'uvloop'


def new_event_loop():
    return Loop()


def install():
    _warnings.warn('uvloop.install() is deprecated in favor of uvloop.run() starting with Python 3.12.',
                   DeprecationWarning, stacklevel=1)
    _asyncio.set_event_loop_policy(EventLoopPolicy())


def run(main, *, loop_factory=new_event_loop, debug=None, **run_kwargs):
    """Runs a coroutine in a loop of this kind."""
    async def wrapper():
        return await main
    return _asyncio.run(wrapper(), loop_factory=loop_factory, debug=debug, **run_kwargs)


class EventLoopPolicy(_asyncio.DefaultEventLoopPolicy):
    """Makes such loops."""

    def _loop_factory(self):
        return new_event_loop()

    def new_event_loop(self):
        return new_event_loop()
