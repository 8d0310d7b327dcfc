# What a killed process held is not closed at once: the loop that ends meanwhile still has its pipes.
import asyncio
import os
import subprocess


async def left():
    process = await asyncio.create_subprocess_exec('sleep', '3', stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    process.kill()
    await asyncio.sleep(0)
    print('returncode', process.returncode)


async def waited():
    process = await asyncio.create_subprocess_exec('sleep', '3', stdin=subprocess.PIPE)
    process.kill()
    print('returncode', await process.wait())


asyncio.run(left())
asyncio.run(waited())
with subprocess.Popen(['sleep', '3']) as process:
    process.kill()
    print('polled', process.poll())
    print('waited', process.wait())
process = subprocess.Popen(['sleep', '3'])
process.send_signal(19)
process.kill()
print('stopped and killed', process.wait())
pid = subprocess.Popen(['sleep', '3']).pid
os.kill(pid, 9)
os.kill(pid, 0)
print('os', os.waitpid(pid, 0)[1])
