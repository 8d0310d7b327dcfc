import asyncio
import threading

for name in ('__await__', '__iter__', '__del__', '__repr__', '_loop', '_state', '_result', '_callbacks', 'done'):
    print(getattr(asyncio.Task, name).__qualname__, getattr(asyncio.Future, name).__qualname__)


class Quiet(asyncio.AbstractServer):
    def close(self):
        print('closed')

    async def wait_closed(self):
        print('waited')


async def main():
    server = Quiet()
    async with server as entered:
        print(entered is server)
    for name in ('get_loop', 'is_serving', 'close_clients', 'abort_clients'):
        try:
            getattr(server, name)()
        except NotImplementedError as error:
            print(name, repr(error))
    try:
        await server.serve_forever()
    except NotImplementedError as error:
        print(repr(error))
    loop = asyncio.get_running_loop()
    here = threading.get_ident()
    print(loop._thread_id == here, await asyncio.to_thread(lambda: loop._thread_id == here))


asyncio.run(main())


async def failing_handler():
    def handler(loop, context):
        raise LookupError('in the handler')

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)


asyncio.run(failing_handler(), debug=True)
