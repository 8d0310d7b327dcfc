# recorded by hand: processes
# `os.pidfd_open` gives a number that is ready to be read once the process has ended.
import asyncio
import os
import select
import signal
import subprocess
import sys

child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(1); raise SystemExit(3)'])
number = os.pidfd_open(child.pid)
print(select.select([number], [], [], 0)[0], select.select([number], [], [], 5)[0] == [number])
print(os.waitid(os.P_PIDFD, number, os.WEXITED).si_status)
os.close(number)
for pid in (99999, -1):
    try:
        os.pidfd_open(pid)
    except OSError as e:
        print(type(e).__name__, e)

child = subprocess.Popen(['sleep', '10'])
number = os.pidfd_open(child.pid, 0)
signal.pidfd_send_signal(number, signal.SIGTERM)
poll = select.poll()
poll.register(number, select.POLLIN)
print(poll.poll(5000) == [(number, select.POLLIN)], child.wait())
os.close(number)


async def main():
    child = subprocess.Popen(['sleep', '1'])
    number = os.pidfd_open(child.pid)
    loop = asyncio.get_running_loop()
    ended = loop.create_future()
    loop.add_reader(number, lambda: ended.done() or ended.set_result('ended'))
    print(await ended, child.poll())
    loop.remove_reader(number)
    os.close(number)


asyncio.run(main())
