# BoundedSemaphore.release calls that of Semaphore, the program's own too: their frames stand in tracebacks.
import asyncio
import collections

class Broken(asyncio.Future):
    def set_result(self, result):
        raise ValueError('broken')

async def main():
    for cls in (asyncio.Semaphore, asyncio.BoundedSemaphore):
        semaphore = cls(1)
        await semaphore.acquire()
        semaphore._waiters = collections.deque([Broken()])
        try:
            semaphore.release()
        except ValueError as error:
            trace = error.__traceback__
            while trace:
                print(cls.__name__, trace.tb_frame.f_code.co_name, trace.tb_lineno)
                trace = trace.tb_next
    plain = asyncio.Semaphore.release
    asyncio.Semaphore.release = lambda self: print('released', type(self).__name__) or plain(self)
    async with asyncio.BoundedSemaphore(1) as _, asyncio.Semaphore(1):
        pass
    bounded = asyncio.BoundedSemaphore(1)
    try:
        bounded.release()
    except ValueError as error:
        print(error)

asyncio.run(main())
