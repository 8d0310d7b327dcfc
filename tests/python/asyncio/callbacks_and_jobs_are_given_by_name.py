"""What stands before *args in a loop's methods may be given by name; what goes to the function may not."""
import asyncio


def work():
    return 'done'


async def main():
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(executor=None, func=work))
    print(await loop.run_in_executor(None, func=work))
    loop.call_soon(callback=lambda: print('soon'))
    loop.call_later(delay=1, callback=lambda: print('later', loop.time()))
    loop.call_later(2, callback=lambda: print('later', loop.time()))
    loop.call_at(when=loop.time() + 3, callback=lambda: print('at', loop.time()))
    loop.call_soon_threadsafe(callback=lambda: print('threadsafe'))
    await asyncio.sleep(4)
    for call in (
        lambda: loop.run_in_executor(None, print, 1, sep=''),
        lambda: loop.run_in_executor(None, print, 1, func=work),
        lambda: loop.run_in_executor(func=work),
        lambda: loop.run_in_executor(None),
        lambda: loop.run_in_executor(None, work, executer=1),
        lambda: loop.run_in_executor(),
        lambda: loop.call_soon(print, 1, callback=work),
        lambda: loop.call_soon(callbak=work),
        lambda: loop.call_later(callback=work),
        lambda: loop.call_later(1),
        lambda: loop.call_at(1, work, delay=3),
        lambda: loop.add_signal_handler(2, work, signum=2),
        lambda: loop.add_reader(0, work, sep=''),
        lambda: loop.add_writer(1),
    ):
        try:
            call()
        except TypeError as error:
            print(error)


asyncio.run(main())
