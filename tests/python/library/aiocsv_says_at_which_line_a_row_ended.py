# aiocsv's line_num is that of the row that was read last, as csv's is, whatever has been read of the file since.
# recorded by hand: CPython 3.13.0 with aiocsv 1.4.0 and aiofiles 25.1.0.
import asyncio
import os

import aiocsv
import aiofiles


async def main():
    with open('rows.csv', 'w', newline='') as file:
        file.write('n,v\r\na,1\r\n"b\nb",2\r\n\r\nc,"x\r\ny\r\nz"\r\nd,4')
    async with aiofiles.open('rows.csv', newline='') as file:
        reader = aiocsv.AsyncReader(file)
        print(reader.line_num)
        async for row in reader:
            print(reader.line_num, row)
        print(reader.line_num)
    async with aiofiles.open('rows.csv', newline='') as file:
        reader = aiocsv.AsyncDictReader(file)
        async for row in reader:
            print(reader.line_num, row)
    with open('rows.csv', 'w', newline='') as file:
        file.writelines(f'{n},"{"long\n" * (n % 3)}"\n' for n in range(900))
    async with aiofiles.open('rows.csv', newline='') as file:
        reader = aiocsv.AsyncReader(file)
        print([reader.line_num async for row in reader][::100])
    os.remove('rows.csv')

asyncio.run(main())
