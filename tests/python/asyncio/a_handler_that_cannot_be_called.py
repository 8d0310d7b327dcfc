"""A handler of the loop's errors with the wrong parameters: its own error has the callback's as context."""
import asyncio
import logging


class Shown(logging.Handler):
    def emit(self, record):
        error = record.exc_info and record.exc_info[1]
        print(record.getMessage().splitlines()[0])
        print("   ", repr(error), "- context:", repr(error.__context__), "- cause:", repr(error.__cause__))


def without_parameters():
    print("never called")


def failing(loop, context):
    raise ValueError("in the handler")


def explaining(loop, context):
    raise ValueError("in the handler") from context["exception"]


async def fail():
    raise LookupError("task")


async def main():
    log = logging.getLogger("asyncio")
    log.addHandler(Shown())
    log.propagate = False
    loop = asyncio.get_running_loop()
    for handler in without_parameters, failing, explaining:
        print(handler.__name__)
        loop.set_exception_handler(handler)
        loop.call_soon(lambda: 1 / 0)
        await asyncio.sleep(0)
        task = asyncio.create_task(fail())
        await asyncio.sleep(0)
        del task
        await asyncio.sleep(0)


asyncio.run(main())
