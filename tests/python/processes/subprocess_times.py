import asyncio
import subprocess
import sys
import time

start = time.monotonic()


def now():
    return round(time.monotonic() - start, 3)


async def run(seconds):
    proc = await asyncio.create_subprocess_exec("sleep", str(seconds))
    await proc.wait()
    print(now(), "slept", seconds, proc.returncode)


async def main():
    await asyncio.gather(run(1), run(2), run(0.5))
    proc = await asyncio.create_subprocess_exec("sleep", "10")
    try:
        await asyncio.wait_for(proc.wait(), 1)
    except asyncio.TimeoutError:
        print(now(), "too late")
        proc.terminate()
        print(now(), await proc.wait())
    proc = await asyncio.create_subprocess_exec("sleep", "10")
    await asyncio.sleep(0.25)
    proc.kill()
    print(now(), await proc.wait())
    proc = await asyncio.create_subprocess_exec(
        sys.executable, "-u", "-c", "import time\nfor n in range(3):\n    print(n)\n    time.sleep(1)",
        stdout=asyncio.subprocess.PIPE)
    async for line in proc.stdout:
        print(now(), line)
    print(now(), await proc.wait())


asyncio.run(main())
try:
    subprocess.run(["sleep", "5"], timeout=1.5)
except subprocess.TimeoutExpired as exc:
    print(now(), exc)
process = subprocess.Popen([sys.executable, "-c", """
import signal, sys, time
def stop(number, frame):
    print('stopped by', signal.Signals(number).name)
    sys.exit(4)
signal.signal(signal.SIGTERM, stop)
print('ready', flush=True)
time.sleep(60)
"""], stdout=subprocess.PIPE, text=True)
print(now(), process.stdout.readline().strip())
time.sleep(0.5)
process.terminate()
print(now(), process.communicate()[0].strip(), process.returncode)
