# recorded by hand: the oracle's clock does not follow processes that sleep
import os
import signal
import subprocess
import time


def attempt(action):
    try:
        print(action())
    except OSError as err:
        print(err)


# The shell and what it runs are one group; whoever only ends the shell leaves its child with the pipe.
shell = subprocess.Popen('sleep 5; echo late', stdout=subprocess.PIPE, shell=True, preexec_fn=os.setsid)
time.sleep(0.5)
os.killpg(os.getpgid(shell.pid), signal.SIGTERM)
print(shell.communicate(), shell.returncode)

leader = subprocess.Popen(['sleep', '3'], process_group=0)
second = subprocess.Popen(['sleep', '3'], process_group=leader.pid)
print(os.getpgid(second.pid) == leader.pid, os.getsid(second.pid) == os.getsid(0))
os.kill(-leader.pid, signal.SIGINT)
print(leader.wait(), second.wait())
attempt(lambda: os.killpg(leader.pid, 0))

session = subprocess.Popen(['sleep', '3'], start_new_session=True)
print(os.getpgid(session.pid) == os.getsid(session.pid) == session.pid)
session.kill()
session.wait()

member = subprocess.Popen(['sleep', '3'])
print(os.getpgid(member.pid) == os.getpgrp() == os.getpgid(0))
attempt(lambda: os.killpg(member.pid, signal.SIGKILL))
member.kill()
member.wait()

child = os.fork()
if child == 0:
    os.setsid()
    print(os.getpgrp() == os.getpid() == os.getsid(0))
    attempt(os.setsid)
    grandchild = os.fork()
    if grandchild == 0:
        time.sleep(20)
        os._exit(0)
    signal.signal(signal.SIGTERM, lambda *_: print('asked to end'))
    os.killpg(0, signal.SIGTERM)
    print(os.waitpid(grandchild, 0)[1])
    os._exit(7)
print(os.waitpid(child, 0)[1])
attempt(lambda: os.getpgid(child))
