"""colorama, dotenv, async_timeout and uvloop, as far as programs use them."""
import asyncio
import os

import colorama
import dotenv
import uvloop
from async_timeout import timeout
from colorama import Back, Fore, Style

print(repr(Fore.RED + 'red' + Style.RESET_ALL), repr(Back.CYAN), repr(Fore.LIGHTBLUE_EX), repr(Style.BRIGHT))
colorama.init()
print(Fore.GREEN + 'green' + Style.RESET_ALL)
colorama.deinit()
path = '/tmp/loopscope_small.env'
with open(path, 'w') as file:
    file.write('# a comment\nNAME=loop\nexport TWO="two words" # said\nQUOTED=\'x # y\'\nUSES=${NAME}/${NONE:-else}\n'
               'BARE\nPLAIN=plain # comment\nEMPTY=\nLINES="a\\nb"\n\nSPACED = 5\n')
print(dict(dotenv.dotenv_values(path)))
os.environ['NAME'] = 'set before'
print(dotenv.load_dotenv(path), os.getenv('NAME'), os.environ['TWO'], os.getenv('BARE'))
print(dotenv.load_dotenv(path, override=True), os.getenv('NAME'), dotenv.get_key(path, 'PLAIN'))
os.remove(path)


async def limits():
    try:
        async with timeout(1.5) as limit:
            await asyncio.sleep(5)
    except asyncio.TimeoutError as e:
        print(repr(e), limit.expired, limit.deadline)
    async with timeout(None) as limit:
        await asyncio.sleep(1)
    print(limit.expired, limit.deadline)
    async with timeout(1) as limit:
        limit.shift(1)
        await asyncio.sleep(1.5)
        limit.reject()
        await asyncio.sleep(1.5)
    print(limit.expired, type(asyncio.get_running_loop()).__name__)


async def kind():
    print(type(asyncio.get_running_loop()).__name__, asyncio.current_task().get_name())
    return 5


asyncio.run(limits())
print(uvloop.run(kind()))
asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
asyncio.run(kind())
