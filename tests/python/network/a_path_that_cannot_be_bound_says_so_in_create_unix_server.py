"""What binding a path raises goes through asyncio's create_unix_server alone."""
import asyncio
import traceback


async def main():
    try:
        await asyncio.start_unix_server(print, '/nowhere/x.sock')
    except OSError:
        print(traceback.format_exc())


asyncio.run(main())
