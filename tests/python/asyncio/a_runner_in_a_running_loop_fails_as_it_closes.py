import asyncio
import sys
import traceback
import warnings


async def main():
    warnings.simplefilter('ignore')
    try:
        with asyncio.Runner():
            pass
    except RuntimeError:
        traceback.print_exc(file=sys.stdout)


asyncio.run(main())
