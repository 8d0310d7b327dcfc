# recorded by hand: needs tqdm
"""Bars in colours, of given width, over streams, pools and itertools; those that find no room; logs and prints between them; what is closed,
deleted, compared, reset; and defaults that the environment sets."""
import asyncio
import io
import logging
import os
import subprocess
import sys
import time
import warnings

from tqdm import TqdmKeyError, TqdmWarning, tqdm, trange
from tqdm.asyncio import tqdm as async_tqdm
from tqdm.contrib import DummyTqdmFile, itertools, tenumerate
from tqdm.contrib.concurrent import thread_map
from tqdm.contrib.logging import tqdm_logging_redirect


def shown(title, file):
    print(title)
    for line in file.getvalue().split('\r'):
        print('   ', repr(line))


def slow(n):
    time.sleep(1)
    return n * n


file = io.StringIO()
with tqdm(total=4, colour='green', ncols=40, file=file, desc='日本') as bar:
    time.sleep(1)
    bar.update(3)
shown('coloured', file)

file = io.StringIO()
for i in tqdm(range(2), bar_format='{desc}{percentage:3.0f}% |{bar:5}| {n}/{total} {elapsed_s:.1f}s', file=file):
    time.sleep(1)
for i in tqdm(range(3), delay=2, file=file):
    time.sleep(1)
shown('formats', file)

file = io.StringIO()
bars = [tqdm(total=1, desc=f'bar {n}', file=file, nrows=3, leave=False) for n in range(4)]
tqdm.write('between', file=file)
print([bar.pos for bar in bars], bars[0] < bars[1], bars[2] == bars[2], bars[3] >= bars[1])
for bar in bars:
    bar.close()
shown('rows', file)

file, data = io.StringIO(), io.BytesIO(bytes(3000))
with tqdm.wrapattr(data, 'read', total=3000, file=file) as reader:
    while reader.read(1000):
        time.sleep(1)
shown('stream', file)

file = io.StringIO()
print(thread_map(slow, range(3), max_workers=2, file=file), list(itertools.product('ab', range(2), file=file)),
      list(tenumerate(['x'], 5, file=file)))
shown('pools', file)

file = io.StringIO()
logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(message)s')
with tqdm_logging_redirect(total=1, file=file) as bar:
    logging.warning('careful')
    print('halves', end=' ', file=(out := DummyTqdmFile(file)))
    print('joined', file=out)
shown('logs', file)


class Ticks:
    async def __aiter__(self):
        for n in range(2):
            await asyncio.sleep(1)
            yield n


async def fails():
    raise OSError


async def main():
    async for n in async_tqdm(Ticks(), file=file):
        pass
    print(await async_tqdm.gather(fails(), asyncio.sleep(1, 'slept'), return_exceptions=True, file=file))


file = io.StringIO()
asyncio.run(main())
shown('coroutines', file)

file = io.StringIO()
bar = tqdm(total=2, file=file)
bar.reset(total=float('inf'))
print(bar.total, len(tqdm([1, 2], disable=True)), 2 in tqdm([1, 2], file=io.StringIO()), bool(tqdm(total=0, disable=True)))
del bar
shown('deleted', file)
for wrong in ({'colour': 'grue'}, {'unknown': 1}):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            tqdm(total=1, file=io.StringIO(), **wrong).close()
        except TqdmKeyError as error:
            print(error, type(error).__module__)
        print({(issubclass(warning.category, TqdmWarning), str(warning.message)) for warning in caught})
closed = io.StringIO()
bar = tqdm(total=1, file=closed)
closed.close()
bar.update(), bar.close()
code = 'import io; from tqdm import tqdm; file = io.StringIO(); list(tqdm([1], file=file)); print(repr(file.getvalue()))'
print(subprocess.run([sys.executable, '-c', code], env={**os.environ, 'TQDM_DISABLE': '1'}, capture_output=True, text=True).stdout, end='')
