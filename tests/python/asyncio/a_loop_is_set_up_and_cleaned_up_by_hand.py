"""Loops that run their turns themselves, between _run_forever_setup and _run_forever_cleanup, or add to these."""
import asyncio
import sys


class Guest(asyncio.SelectorEventLoop):
    def run_forever(self):
        self._run_forever_setup()
        try:
            turns = 0
            while not self._stopping:
                turns += 1
                self._run_once()
            print('turns', turns, self._thread_id is not None, asyncio._get_running_loop() is self)
        finally:
            self._run_forever_cleanup()
            print('cleaned up', self.is_running(), asyncio._get_running_loop(), self._stopping)


class Hooked(asyncio.SelectorEventLoop):
    def _run_forever_setup(self):
        super()._run_forever_setup()
        print('set up', self.is_running())

    def _run_forever_cleanup(self):
        super()._run_forever_cleanup()
        print('cleaned up', self.is_running())


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print('the generator is closed')


async def main(n):
    async for _ in numbers():
        break
    await asyncio.sleep(n)
    return n


for cls in (Guest, Hooked):
    with asyncio.Runner(loop_factory=cls) as runner:
        print(runner.run(main(2)), runner.run(main(1)))
    print(sys.get_asyncgen_hooks())
loop = Guest()
loop.close()
try:
    loop.run_forever()
except RuntimeError as exc:
    print(exc)
