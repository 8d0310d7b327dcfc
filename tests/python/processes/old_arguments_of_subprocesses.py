"""Arguments that create_subprocess_exec no longer knows: the transport that was not made says so as well."""
import asyncio


async def main():
    for make in (lambda: asyncio.create_subprocess_exec('ls', loop=1), lambda: asyncio.create_subprocess_shell('ls', loop=1),
                 lambda: asyncio.create_subprocess_exec('ls', extra_one=1), lambda: asyncio.create_subprocess_exec('nope')):
        try:
            await make()
        except (TypeError, OSError) as e:
            print(type(e).__name__, e)

asyncio.run(main())
