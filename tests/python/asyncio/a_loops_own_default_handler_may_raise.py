# What a loop's own default_exception_handler raises is logged with its frame, also when it stands in for a handler that
# raised; methods that are coroutine functions are refused as signals' handlers; a descriptor that nobody has is not
# watched.
import asyncio
import sys


class Loop(asyncio.SelectorEventLoop):
    def default_exception_handler(self, context):
        print("own handler:", context["message"], repr(context.get("exception")))
        raise ValueError("in the loop's handler")


class Service:
    async def stop(self):
        pass


def failing(loop, context):
    raise KeyError("in the program's handler")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    loop.set_exception_handler(failing)
    loop.call_soon(lambda: [][1])
    await asyncio.sleep(0)
    for wrong in (
        lambda: loop.add_signal_handler(2, Service().stop),
        lambda: loop.add_signal_handler(2),
        lambda: loop.add_reader(5),
        lambda: loop.call_exception_handler(),
        lambda: asyncio.as_completed(loop.create_future()),
    ):
        try:
            print(wrong())
        except TypeError as error:
            print(error)
    print(loop.remove_reader(12345), loop.remove_writer(12345))


with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(main())
sys.stdout.flush()
