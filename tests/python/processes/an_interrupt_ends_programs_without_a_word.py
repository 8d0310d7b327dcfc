# SIGINT ends a program that is none of Python's, and one of Python's that leaves it to the system, silently.
import asyncio
import subprocess
import sys

LEAVES_IT = '''
import os, signal
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.kill(os.getpid(), signal.SIGINT)
print('not reached')
'''


async def main():
    process = await asyncio.create_subprocess_exec('sleep', '9')
    process.send_signal(2)
    print(await process.wait())


asyncio.run(main())
print(subprocess.run([sys.executable, '-c', LEAVES_IT]).returncode)
