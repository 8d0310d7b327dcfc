# recorded by hand: the recorder's children have no clock of theirs
"""A child that has been waited for is nobody's child any more, nor is one that never was."""
import os
import time

pid = os.fork()
if not pid:
    time.sleep(1)
    os._exit(3)
print(os.waitpid(pid, os.WNOHANG))
time.sleep(2)
print(os.waitpid(pid, os.WNOHANG)[1])


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as exc:
        print(repr(exc))


attempt(os.waitpid, pid, os.WNOHANG)
attempt(os.waitpid, pid, 0)
attempt(os.wait)
attempt(os.waitpid, -1, 0)
attempt(os.waitpid, 99999, 0)
attempt(os.waitpid, "1", 0)
pids = []
for number in range(3):
    pid = os.fork()
    if not pid:
        time.sleep(1.5 - number / 2)
        os._exit(number)
    pids.append(pid)
for _ in pids:
    pid, status = os.wait()
    print(pids.index(pid), os.waitstatus_to_exitcode(status), os.WIFEXITED(status), os.WEXITSTATUS(status))
os.waitpid(pids[0], 0)
