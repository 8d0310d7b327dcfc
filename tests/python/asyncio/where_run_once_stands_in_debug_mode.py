# What runs timed stands in another line of _run_once; a step that turns debug mode on is not timed yet.
import asyncio
import sys
import traceback


def show(where):
    print(where, [frame.lineno for frame in traceback.extract_stack() if frame.name == "_run_once"])


async def leaves():
    show("debug")
    sys.exit(3)


async def turns_it_on():
    loop = asyncio.get_running_loop()
    show("before")
    loop.set_debug(True)
    show("after")
    await asyncio.sleep(0)
    show("next step")
    loop.call_soon(show, "callback")
    await asyncio.sleep(0)
    loop.set_debug(False)
    show("off")


asyncio.run(turns_it_on())
try:
    asyncio.run(leaves(), debug=True)
except SystemExit as exc:
    print([frame.lineno for frame in traceback.extract_tb(exc.__traceback__)])
