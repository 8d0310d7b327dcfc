# What run_coroutine_threadsafe's future raises is the exception of the task itself, with its cause and what was noted.
import asyncio
import threading

kept = []


async def late():
    try:
        await asyncio.wait_for(asyncio.sleep(1), .1)
    except TimeoutError as error:
        error.add_note('too late')
        kept.append(error)
        raise


def ask(loop):
    try:
        asyncio.run_coroutine_threadsafe(late(), loop).result()
    except TimeoutError as error:
        print(error is kept[0], repr(error.__cause__), error.__notes__)
    loop.call_soon_threadsafe(loop.stop)


async def from_a_thread():
    def fails():
        error = TimeoutError('slow')
        error.__cause__ = KeyError('cause')
        raise error

    try:
        await asyncio.to_thread(fails)
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__))


loop = asyncio.new_event_loop()
thread = threading.Thread(target=ask, args=(loop,))
thread.start()
loop.run_forever()
thread.join()
loop.run_until_complete(from_a_thread())
loop.close()
