import asyncio
import sys


async def check(code):
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code
    )
    await process.communicate()
    print(code, "->", "failed" if process.returncode else "ok")


async def main():
    await check("import sys; sys.exit(0)")
    await check("import sys; sys.exit(3)")


asyncio.run(main())
