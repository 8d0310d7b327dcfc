# recorded by hand: the judge's processes are within its own
import os
import subprocess
import sys


def status_of(pid):
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def becoming(function, *args):
    """What ends a child that becomes another program."""
    pid = os.fork()
    if pid == 0:
        function(*args)
    return status_of(pid)


print(becoming(os.execl, "/bin/echo", "called", "one"), flush=True)
print(becoming(os.execvp, "echo", ["called", "two"]), flush=True)
print(becoming(os.execle, "/bin/sh", "shell", "-c", 'echo "$0 has $A"', {"A": "an environment"}), flush=True)
print(becoming(os.execv, sys.executable, ["snake", "-c", "print('three')"]), flush=True)
print(status_of(os.posix_spawn("/bin/echo", ["called", "four"], os.environ)), flush=True)
print(os.spawnlp(os.P_WAIT, "echo", "called", "five"), flush=True)
print(subprocess.run(["called", "six"], executable="/bin/echo").returncode, flush=True)
