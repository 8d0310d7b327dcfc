"""What several modules ask."""
import functools as _functools
import inspect as _inspect
import re as _re

_HOST = _re.compile(r"(?P<host>[a-z0-9._~%!$&'()*+,;=-]+|\[[a-z0-9._~!$&'()*+,;=:-]+\])(?::(?P<port>[0-9]+))?", _re.I)


def is_async_callable(obj):
    while isinstance(obj, _functools.partial):
        obj = obj.func
    return _inspect.iscoroutinefunction(obj) or callable(obj) and _inspect.iscoroutinefunction(obj.__call__)


def parse_host_header(text):
    """Host and port of a header, or None if it is none."""
    match = None if text is None else _HOST.fullmatch(text)
    return match and (match['host'], match['port'])


def get_route_path(scope):
    """What of the path lies below where the application is mounted."""
    path, root = scope['path'], scope.get('root_path', '')
    if not root or not path.startswith(root):
        return path
    rest = path[len(root):]
    return rest if rest[:1] in ('', '/') else path


class Awaited:
    """What may be awaited, or entered and closed."""

    def __init__(self, coro):
        self._coro = coro

    def __await__(self):
        return self._coro.__await__()

    async def __aenter__(self):
        self._entered = await self._coro
        return self._entered

    async def __aexit__(self, *exc):
        await self._entered.close()


async def first_of(main, other):
    """Runs both; once either has ended the other one is cancelled. An exception of either is raised."""
    import asyncio
    tasks = [asyncio.ensure_future(each) for each in (main, other)]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        found = await asyncio.gather(*tasks, return_exceptions=True)
    for each in found:
        if isinstance(each, BaseException) and not isinstance(each, asyncio.CancelledError):
            raise each


def wrap_app_handling_exceptions(app, conn):
    """The application, whose exceptions go to the handlers that there are for them."""
    handlers, by_status = conn.scope.get('starlette.exception_handlers', ({}, {}))

    async def wrapped(scope, receive, send):
        started = False

        async def sender(message):
            nonlocal started
            started = started or message['type'] == 'http.response.start'
            await send(message)
        try:
            await app(scope, receive, sender)
        except Exception as exc:
            from starlette.exceptions import HTTPException
            handler = by_status.get(exc.status_code) if isinstance(exc, HTTPException) else None
            if handler is None:
                handler = next((handlers[cls] for cls in type(exc).__mro__ if cls in handlers), None)
            if handler is None:
                raise
            if started:
                raise RuntimeError('Caught handled exception, but response already started.') from exc
            response = await called(handler, conn, exc)
            if response is not None:
                await response(scope, receive, sender)
    return wrapped


async def called(function, *args):
    """A function's result: awaited, or of a thread."""
    if is_async_callable(function):
        return await function(*args)
    from starlette.concurrency import run_in_threadpool
    return await run_in_threadpool(function, *args)
