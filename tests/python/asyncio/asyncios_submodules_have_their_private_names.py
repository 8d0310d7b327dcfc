# Names that programs take from asyncio's private submodules: to word a callback, to look at a task, to patch a class of
# another system's loop.
import asyncio
import functools
import sys
from asyncio.base_events import _format_handle
from asyncio.format_helpers import _format_callback, _format_callback_source, extract_stack
from asyncio.proactor_events import BaseProactorEventLoop, _ProactorBasePipeTransport
from asyncio.selector_events import BaseSelectorEventLoop, _SelectorSocketTransport
from asyncio.sslproto import SSLProtocol
from asyncio.trsock import TransportSocket


def quiet(method):
    @functools.wraps(method)
    def wrapped(self, *args, **keywords):
        try:
            return method(self, *args, **keywords)
        except RuntimeError:
            pass
    return wrapped


_ProactorBasePipeTransport.__del__ = quiet(_ProactorBasePipeTransport.__del__)
print(_ProactorBasePipeTransport.__del__.__name__, issubclass(BaseProactorEventLoop, asyncio.AbstractEventLoop))
print(issubclass(SSLProtocol, asyncio.BaseProtocol), asyncio.sslproto.SSLProtocol is SSLProtocol)


def callback(*args):
    pass


async def waits():
    await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    print(isinstance(loop, BaseSelectorEventLoop), asyncio.selector_events.BaseSelectorEventLoop.__name__)
    part = functools.partial(callback, 1, key="v")
    print(_format_callback_source(part, (2,)).rpartition("/")[2])
    print(_format_callback(part, (2,), None, debug=True))
    print([entry.name for entry in extract_stack(limit=1)])
    handle = loop.call_soon(callback, 1)
    print(_format_handle(handle).startswith("<Handle callback() at "))
    task = asyncio.create_task(waits(), name="waits")
    await asyncio.sleep(0)
    print(asyncio.base_tasks._task_repr_info(task)[:2], repr(task) == asyncio.base_tasks._task_repr(task))
    asyncio.base_tasks._task_print_stack(task, None, sys.stdout)
    print(len(asyncio.base_tasks._task_get_stack(task, None)))
    done = loop.create_future()
    done.add_done_callback(print)
    print(asyncio.base_futures._future_repr_info(done), asyncio.base_futures.isfuture(done))
    task.cancel()
    server = await asyncio.start_server(callback, "127.0.0.1", 8888)
    print(type(server.sockets[0]) is TransportSocket)
    _, writer = await asyncio.open_connection("127.0.0.1", 8888)
    print(type(writer.transport) is _SelectorSocketTransport)
    writer.close()
    server.close()


asyncio.run(main())
print(asyncio.base_events.events is asyncio.events, asyncio.tasks.base_tasks is asyncio.base_tasks)
