# recorded by hand: needs tqdm
"""Bars of tqdm over loops that take time, by hand, without a total, over coroutines; and what is written between."""
import asyncio
import io
import time

from tqdm import tqdm, trange
from tqdm.asyncio import tqdm as async_tqdm


async def job(n):
    await asyncio.sleep(n)
    return n


async def main(file):
    print(await async_tqdm.gather(job(2), job(1), file=file))
    async for n in async_tqdm(range(2), file=file):
        await asyncio.sleep(0.5)


def shown(file):
    for line in file.getvalue().split('\r'):
        print(repr(line))


file = io.StringIO()
for i in trange(4, desc='Loop', file=file):
    time.sleep(0.5)
with tqdm(total=2048, unit='B', unit_scale=True, ncols=60, file=file, leave=False) as bar:
    for _ in range(2):
        time.sleep(1)
        bar.set_postfix(loss=0.123456, refresh=False)
        bar.update(1024)
for item in tqdm(iter('ab'), file=file, ascii=True):
    time.sleep(4)
    tqdm.write(item, file=file)
asyncio.run(main(file))
shown(file)
print(tqdm.format_sizeof(12345), tqdm.format_interval(3700), tqdm.format_num(123456789), tqdm.format_meter(5, 10, 2, ncols=50))
