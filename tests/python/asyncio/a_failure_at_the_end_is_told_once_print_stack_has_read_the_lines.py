"""A task that failed unheard is told of when the modules are gone: the lines that print_stack has read are still known."""
import asyncio
import io
import traceback

traceback.print_stack(file=io.StringIO())


async def fails():
    raise ValueError(3)


loop = asyncio.new_event_loop()
task = loop.create_task(fails())
loop.run_until_complete(asyncio.wait([task]))
loop.close()
