# recorded by hand: under a virtual clock a real process that goes on is never waited for
"""`grep -r` reads the files of folders, `tail -f` goes on until it is ended, `>&-` closes."""
import asyncio
import os
import subprocess
import tempfile
import time

os.chdir(tempfile.mkdtemp())


def told(command):
    done = subprocess.run(command, shell=True, capture_output=True, text=True)
    print(command, done.returncode, repr(done.stdout), repr(done.stderr))


told('mkdir -p d/e && echo abc > d/f && echo xbc > d/g.py && echo zbc > d/e/h.py')
told('grep -r bc d | sort')
told('grep -rl bc d | sort')
told('grep -rn --include="*.py" bc | sort')
told('grep -r --exclude-dir=e bc . | sort')
told('grep -rh --exclude="*.py" bc d')
told('grep -rc bc d/f')
told('grep -r nothing d')
told('grep bc d')
told('echo hi >&-')
told('printf x >&-; echo $?')

with open('log', 'w') as log:
    print('first', file=log)
follower = subprocess.Popen(['tail', '-f', 'log'], stdout=subprocess.PIPE, text=True)
print(repr(follower.stdout.readline()))
with open('log', 'a') as log:
    print('second', file=log)
print(repr(follower.stdout.readline()))
follower.terminate()
print(follower.wait())

try:
    subprocess.run(['tail', '-f', 'log'], timeout=0.5, capture_output=True)
except subprocess.TimeoutExpired as e:
    print(e.stdout)


async def main():
    process = await asyncio.create_subprocess_exec('tail', '-n', '1', '-F', 'log', stdout=subprocess.PIPE)
    print(await process.stdout.readline())
    with open('log', 'a') as log:
        print('third', file=log)
    print(await asyncio.wait_for(process.stdout.readline(), 5))
    process.kill()
    print(await process.wait())


asyncio.run(main())
