# What asyncio calls for the program fails below asyncio's own frames, and what these hold lives as long as the report.
import asyncio
import traceback


def told(error):
    while error:
        print(type(error).__name__, error)
        for frame in traceback.extract_tb(error.__traceback__):
            if 'asyncio' in frame.filename.replace('\\', '/').split('/')[-2:-1]:
                print('   ', frame.filename.replace('\\', '/').split('/')[-1], frame.lineno, frame.name, '|', frame.line)
        error = error.__context__


async def attempt(awaitable):
    try:
        await awaitable
    except Exception as error:
        told(error)


async def work(n):
    return n


class Later:
    def __init__(self, error):
        self.error = error

    def __await__(self):
        yield
        raise self.error


async def predicates():
    asked = iter([False])
    condition = asyncio.Condition()
    async with condition:
        await attempt(condition.wait_for(lambda: missing))
        asyncio.get_running_loop().call_later(.1, asyncio.create_task, notified(condition))
        await attempt(condition.wait_for(lambda: next(asked)))


async def notified(condition):
    async with condition:
        condition.notify_all()


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: (print(context['message']), told(context['exception'])))
    await predicates()
    await attempt(asyncio.gather(Later(ValueError('later'))))
    for awaitables in [[1]], [work(1)], [work(2)]:
        try:
            asyncio.as_completed(awaitables, timeout='1')
        except TypeError as error:
            told(error)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    server = await asyncio.start_server(lambda reader: None, '127.0.0.1', 7123)
    reader, writer = await asyncio.open_connection('127.0.0.1', 7123)
    await asyncio.sleep(.1)
    writer.close()
    server.close()
    for name in 'set_result', 'set_exception':
        for values in (), (1,), (1, 2):
            try:
                getattr(asyncio.current_task(), name)(*values)
            except Exception as error:
                told(error)
    print('a call that is no function')
    await attempt(asyncio.to_thread(work(3)))
    print('a time that is none')
    try:
        asyncio.timeout(work(4))
    except TypeError as error:
        told(error)
        print('is held')
    try:
        asyncio.run_coroutine_threadsafe(work(5), None)
    except AttributeError as error:
        told(error)
        print('is held as well')
    try:
        async with asyncio.timeout_at('soon'):
            print('not entered')
    except TypeError as error:
        told(error)


asyncio.run(main())
try:
    asyncio.timeout(1)
except RuntimeError as error:
    told(error)
