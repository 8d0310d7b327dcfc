# /dev/null, /dev/zero and /dev/urandom can be read, as the documentation's example of run_in_executor does.
import asyncio
import os


def read(name):
    with open(name, 'rb') as file:
        return file.read(20)


async def main():
    loop = asyncio.get_running_loop()
    print(len(await loop.run_in_executor(None, read, '/dev/urandom')))


asyncio.run(main())
print(read('/dev/null'), read('/dev/zero'), read('/dev/random') != read('/dev/random'))
with open(os.devnull, 'w') as file:
    print(file.write('gone'))
