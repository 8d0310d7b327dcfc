# What is wrong with a row is said again by each read after it, at the line before.
# recorded by hand: CPython 3.13.0 with aiocsv 1.4.1.
import asyncio
import csv
import io

import aiocsv


class File:
    def __init__(self, text):
        self.text = io.StringIO(text, newline='')

    async def read(self, size):
        return self.text.read(size)


async def main():
    csv.field_size_limit(1000)
    for text in ('a,b\nc,"d"x\ne,f\n', 'a\n"b"x', 'a\n\n"b', 'a\n"b\nc"x\nd\n', 'a\r\n"b\r\nc"x\r\nd\r\n', 'a\n' + 'x' * 2000 + '\nb\n',
                 '"x"y\nq\n', 'a\nb'):
        reader = aiocsv.AsyncReader(File(text), strict=True)
        for _ in range(5):
            try:
                print(await anext(reader), reader.line_num)
            except StopAsyncIteration:
                print('end', reader.line_num)
                break
            except Exception as exc:
                print(type(exc).__name__, exc, reader.line_num)


asyncio.run(main())
