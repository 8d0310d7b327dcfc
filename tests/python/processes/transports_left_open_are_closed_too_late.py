# A process whose task was cancelled is closed when it goes: after the loop, which CPython says.
import asyncio


async def listen():
    process = await asyncio.create_subprocess_exec('cat', stdin=asyncio.subprocess.PIPE)
    await process.wait()


async def main():
    task = asyncio.create_task(listen())
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled')

asyncio.run(main())
