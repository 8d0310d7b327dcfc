"""What a coroutine was refused by holds it in the traceback: that nobody has awaited it is told when the handler is left."""
import asyncio
import signal


async def work():
    pass


def refused(act):
    try:
        act()
    except (TypeError, RuntimeError) as problem:
        print(problem)
        del problem
    print('left')


async def main():
    loop = asyncio.get_running_loop()
    refused(lambda: loop.add_signal_handler(signal.SIGINT, work()))
    refused(lambda: loop.call_later(work(), print))


asyncio.run(main())
closed = asyncio.new_event_loop()
closed.close()
refused(lambda: closed.call_soon(work()))
refused(lambda: asyncio.set_event_loop(work()))


async def later():
    asyncio.get_running_loop().call_later(10, work())


asyncio.run(later())
print('The timers of a closed loop have gone.')
