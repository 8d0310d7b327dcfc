"""A loop that lives until the modules go: the warning shows no source line and does not name tracemalloc."""
import asyncio
import warnings

warnings.simplefilter("always", ResourceWarning)


async def fails():
    raise LookupError(1)


loop = asyncio.new_event_loop()
loop.run_until_complete(fails())
