"""os.wait() waits for whichever child ends first; os.uname() and os.times() give structures of the system's names."""
# recorded by hand: a virtual clock of one process does not see what its forked children do
import os
import time

children = {}
for number in range(3):
    pid = os.fork()
    if pid == 0:
        time.sleep(3 - number)
        os._exit(number)
    children[pid] = number
while children:
    pid, status = os.wait()
    print(children.pop(pid), os.waitstatus_to_exitcode(status), os.WEXITSTATUS(status))
try:
    os.wait()
except ChildProcessError as e:
    print(e)
print(os.uname().sysname, os.uname()[0], len(os.uname()), type(os.uname()), repr(os.uname())[:35])
print(len(os.times()), type(os.times()), os.times().user >= 0, os.uname().__match_args__)
