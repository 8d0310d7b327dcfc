# asyncio waits for the futures of the loop's own create_future, and sets their results by their own set_result. A policy
# makes loops by its own _loop_factory.
import asyncio


class Told(asyncio.Future):
    def set_result(self, result):
        print('  result', result)
        super().set_result(result)


class Loop(asyncio.SelectorEventLoop):
    made = 0

    def create_future(self):
        self.made += 1
        return Told(loop=self)


class Policy(asyncio.DefaultEventLoopPolicy):
    _loop_factory = Loop


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(.1, 'slept')
    event, queue, lock = asyncio.Event(), asyncio.Queue(), asyncio.Lock()
    waiting = asyncio.create_task(event.wait())
    await asyncio.sleep(0)
    print([type(future).__name__ for future in event._waiters])
    event.set()
    await waiting
    getting = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait(1)
    print(await getting)
    await lock.acquire()
    acquiring = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    lock.release()
    await acquiring
    await asyncio.wait([asyncio.create_task(asyncio.sleep(.1))])
    print(await loop.run_in_executor(None, abs, -1), loop.made)


asyncio.set_event_loop_policy(Policy())
asyncio.run(main())
