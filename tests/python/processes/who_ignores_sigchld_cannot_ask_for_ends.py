# recorded by hand: a virtual clock of one process does not see what its forked children do
import os
import signal
import subprocess
import time

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
pids = []
for seconds in (0.2, 0.6):
    pid = os.fork()
    if pid == 0:
        time.sleep(seconds)
        os._exit(5)
    pids.append(pid)
time.sleep(0.4)
try:
    os.kill(pids[0], 0)
except ProcessLookupError as err:
    print(err)
print(os.waitpid(-1, os.WNOHANG))
try:
    os.wait()
except ChildProcessError as err:
    print(err)
print(subprocess.run(['false']).returncode)
signal.signal(signal.SIGCHLD, signal.SIG_DFL)
print(subprocess.run(['false']).returncode)
