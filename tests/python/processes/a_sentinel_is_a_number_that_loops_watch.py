# recorded by hand: processes are started
"""Process.sentinel: a number that becomes readable when the process ends."""
import asyncio
import multiprocessing as mp
import select
import time
from multiprocessing import connection


async def watch(process):
    loop = asyncio.get_running_loop()
    ended = loop.create_future()
    loop.add_reader(process.sentinel, ended.set_result, 'ended')
    print(await ended)
    loop.remove_reader(process.sentinel)


if __name__ == '__main__':
    first = mp.Process(target=time.sleep, args=(1,))
    second = mp.Process(target=time.sleep, args=(2,))
    try:
        first.sentinel
    except ValueError as error:
        print(error)
    first.start()
    second.start()
    print(type(first.sentinel), first.sentinel == first.sentinel, first.sentinel != second.sentinel)
    print(select.select([first.sentinel], [], [], 0.1), connection.wait([first.sentinel], 0.1))
    asyncio.run(watch(first))
    print(connection.wait([first.sentinel, second.sentinel], 5) == [first.sentinel])
    print(connection.wait([second.sentinel]) == [second.sentinel])
    for process in (first, second):
        process.join()
        process.close()
