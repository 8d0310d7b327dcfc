from concurrent.futures import *
from multiprocessing import Pool
import asyncio
def work(n):
    return 10 // n
async def main():
    try: await asyncio.to_thread(work, 0)
    except ZeroDivisionError: print('no')
asyncio.run(main())
# found:
