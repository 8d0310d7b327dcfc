# recorded by hand: the oracle's sleeping takes no time, so that real processes have not ended
import os
import signal
import subprocess
import time


def try_to_kill(pid):
    try:
        os.kill(pid, signal.SIGUSR1)
    except ProcessLookupError as err:
        print(err)
    else:
        print('sent')


gone = subprocess.Popen(['true'])
time.sleep(0.5)
try_to_kill(gone.pid)
os.kill(gone.pid, 0)
print(gone.wait())
try_to_kill(gone.pid)

polled = subprocess.Popen(['false'], start_new_session=True)
time.sleep(0.5)
os.killpg(polled.pid, signal.SIGTERM)
print(polled.poll())
try_to_kill(polled.pid)
