# A pipe holds 64 KB: no read of it gives more, so a long line is not found at once.
import asyncio
import sys


async def main():
    process = await asyncio.create_subprocess_exec(sys.executable, '-c', 'print("x" * 100_000)',
                                                   stdout=asyncio.subprocess.PIPE, limit=1000)
    try:
        await process.stdout.readline()
    except ValueError as error:
        print(error)
    out, _ = await process.communicate()
    print(len(out) > 0, process.returncode)

asyncio.run(main())
