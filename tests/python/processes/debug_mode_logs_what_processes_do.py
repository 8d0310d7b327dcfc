# In debug mode asyncio logs each step of a process. (Whether its end or that of its output is seen first depends on the
# machine, so it has none.)
import asyncio
import logging
import os
import re
import sys

# The numbers of files count from the lowest that is free.
base, other = os.pipe()
os.close(base), os.close(other)


def shown(text):
    text = re.sub(r'(fd=|pipe )(\d+)', lambda m: f'{m[1]}+{int(m[2]) - base}', text.replace(' fd=0', ' fd=zero'))
    return re.sub(r'\d{3,}', 'PID', text)


class Formatter(logging.Formatter):
    def format(self, record):
        return shown(super().format(record).replace(repr(sys.executable), "'python'"))


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(Formatter('%(levelname)s %(name)s %(message)s'))
logging.basicConfig(level=logging.DEBUG, handlers=[handler])


async def main():
    process = await asyncio.create_subprocess_exec(
        sys.executable, '-c', 'import sys; print(sys.stdin.read())',
        stdin=-1, stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.STDOUT)
    print(shown(repr(process._transport)))
    await process.communicate(b'hello')
    process = await asyncio.create_subprocess_shell('exit 3', stdout=asyncio.subprocess.DEVNULL)
    print(await process.wait())
    print(shown(repr(process._transport)))
    left = await asyncio.create_subprocess_exec('sleep', '100', stdin=-1)
    print(shown(repr(left.stdin)))


asyncio.run(main(), debug=True)
