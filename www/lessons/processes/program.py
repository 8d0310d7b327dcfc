import asyncio
import sys


async def python(name, code):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE
    )
    print(name, "has been started")
    out, _ = await process.communicate()
    print(name, "wrote", out.decode().strip())


async def main():
    await asyncio.gather(
        python("slow", "import time; time.sleep(2); print('two')"),
        python("fast", "import time; time.sleep(1); print(1 + 0)"),
    )


asyncio.run(main())
