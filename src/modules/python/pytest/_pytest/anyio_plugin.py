"""anyio's plugin: tests marked `anyio`, and the fixtures that they need, run in one loop."""
import contextlib
import inspect

from .asyncio_plugin import _factory
from .fixtures import bound, fixture

_runner, _leases = None, 0


@contextlib.contextmanager
def _leased(backend):
    global _runner, _leases
    if _runner is None:
        name, options = (backend, {}) if isinstance(backend, str) else backend
        try:
            made = _RUNNERS[name]
        except KeyError:
            # There is a module for each backend, and none for this one.
            raise ModuleNotFoundError(f"No module named 'anyio._backends._{name}'", name=f'anyio._backends._{name}')
        _runner = made(options).__enter__()
    _leases += 1
    try:
        yield _runner
    finally:
        _leases -= 1
        if not _leases:
            _runner.__exit__(None, None, None)
            _runner = None


class _Trio(contextlib.nullcontext):
    """Runs coroutines in trio, each in a run of its own."""

    def __init__(self, options):
        super().__init__(self)
        self._options = options

    def run(self, coroutine):
        import trio

        async def main():
            return await coroutine
        return trio.run(main, **self._options)


def _asyncio(options):
    import asyncio
    options = dict(options)
    if options.pop('use_uvloop', False) and 'loop_factory' not in options:
        import uvloop
        options['loop_factory'] = uvloop.new_event_loop
    return asyncio.Runner(**options)


_RUNNERS = {'asyncio': _asyncio, 'trio': _Trio}


def _is_auto(config):
    return config.getini('anyio_mode') == 'auto'


def pytest_pycollect_makeitem(collector, name, obj):
    if inspect.iscoroutinefunction(obj) and collector.istestfunction(obj, name):
        own = any(mark.name == 'anyio' for mark in getattr(obj, 'pytestmark', ()))
        if own or _is_auto(collector.config) or collector.get_closest_marker('anyio'):
            from .mark import MARK_GEN
            MARK_GEN.usefixtures('anyio_backend')(obj)


pytest_pycollect_makeitem.pytest_impl = {'tryfirst': True}


def pytest_fixture_setup(fixturedef, request):
    function = fixturedef.func
    is_generator = inspect.isasyncgenfunction(function)
    if not (is_generator or inspect.iscoroutinefunction(function)) or 'anyio_backend' not in request.fixturenames:
        return (yield)
    backend, own = request.getfixturevalue('anyio_backend'), bound(fixturedef, request)

    def wrapped(**given):
        with _leased(backend) as runner:
            if not is_generator:
                yield runner.run(own(**given))
                return
            if isinstance(runner, _Trio):
                from _frames import not_supported
                not_supported('asynchronous generators as fixtures of anyio with the backend trio')
            generator = own(**given)

            async def following():
                try:
                    return await generator.__anext__()
                except StopAsyncIteration:
                    return _ENDED
            yield runner.run(following())
            if runner.run(following()) is not _ENDED:
                runner.run(generator.aclose())
                raise RuntimeError('Async generator fixture did not stop')
    fixturedef.func = wrapped
    try:
        return (yield)
    finally:
        fixturedef.func = function


pytest_fixture_setup.pytest_impl = {'wrapper': True}
_ENDED = object()


def pytest_pyfunc_call(pyfuncitem):
    backend = pyfuncitem.funcargs.get('anyio_backend')
    if not backend or not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    given = {name: pyfuncitem.funcargs[name] for name in pyfuncitem._fixtureinfo.argnames}
    with _leased(backend) as runner:
        runner.run(pyfuncitem.obj(**given))
    return True


pytest_pyfunc_call.pytest_impl = {'tryfirst': True}


@fixture(scope='module', params=['asyncio'])
def anyio_backend(request):
    return request.param


@fixture
def anyio_backend_name(anyio_backend):
    return anyio_backend if isinstance(anyio_backend, str) else anyio_backend[0]


@fixture
def anyio_backend_options(anyio_backend):
    return {} if isinstance(anyio_backend, str) else anyio_backend[1]


@fixture(scope='session')
def free_tcp_port_factory():
    import socket
    return _factory(socket.SOCK_STREAM)


@fixture(scope='session')
def free_udp_port_factory():
    import socket
    return _factory(socket.SOCK_DGRAM)


@fixture
def free_tcp_port(free_tcp_port_factory):
    return free_tcp_port_factory()


@fixture
def free_udp_port(free_udp_port_factory):
    return free_udp_port_factory()
