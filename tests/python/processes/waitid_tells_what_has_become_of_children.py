# recorded by hand: a virtual clock of one process does not see what its forked children do
import os
import signal
import time


def start(seconds, status):
    pid = os.fork()
    if pid == 0:
        time.sleep(seconds)
        os._exit(status)
    return pid


def show(found):
    print(found and (found.si_signo, found.si_status, found.si_code))


quick, slow = start(0.5, 3), start(30, 0)
show(os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG))
show(os.waitid(os.P_PID, quick, os.WEXITED | os.WNOWAIT))
show(os.waitid(os.P_PID, quick, os.WEXITED))
try:
    os.waitid(os.P_PID, quick, os.WEXITED)
except ChildProcessError as err:
    print(err)
os.kill(slow, signal.SIGSTOP)
show(os.waitid(os.P_ALL, 0, os.WSTOPPED))
os.kill(slow, signal.SIGCONT)
show(os.waitid(os.P_PGID, os.getpgrp(), os.WCONTINUED))
os.kill(slow, signal.SIGTERM)
found = os.waitid(os.P_ALL, 0, os.WEXITED)
show(found)
print(found.si_pid == slow, found.si_code == os.CLD_KILLED)
try:
    os.waitid(os.P_ALL, 0, os.WEXITED)
except ChildProcessError as err:
    print(err)
try:
    os.waitid(os.P_ALL, 0, 0)
except OSError as err:
    print(err)
