# Compared with CPython's real processes: the judge's threads are within one.
import asyncio
import os
import random
import signal
import sys
import threading
import time
import warnings

shared = [1, 2]


def status_of(pid):
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def answer_of(function):
    """What a child makes of it, through a pipe."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(reader)
        with os.fdopen(writer, "w") as file:
            file.write(str(function()))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as file:
        return file.read(), status_of(pid)


def appended():
    shared.append(3)
    return shared


# Both go through the rest of the loop.
depth = 0
for level in range(2):
    pid = os.fork()
    if pid == 0:
        depth += 1
    else:
        print("level", level, "depth", depth, status_of(pid), flush=True)
if depth:
    sys.exit(depth)

print(answer_of(appended), shared)
print(answer_of(lambda: os.getppid() == parent) if (parent := os.getpid()) else None)
random.seed(1)
first, second, own = answer_of(lambda: random.random()), answer_of(lambda: random.random()), str(random.random())
print(len({first[0], second[0], own}))


async def sleeper():
    await asyncio.sleep(1)
    return "slept"


print(answer_of(lambda: asyncio.run(sleeper())))


class Worker:
    def __init__(self, jobs):
        self.pids = {}
        items = iter(jobs)
        for job in items:
            if (pid := os.fork()) == 0:
                # The iterator is the child's own.
                print("child", job, "left", len(list(items)), flush=True)
                os._exit(job)
            self.pids[pid] = job
            time.sleep(0.1)

    def ended(self):
        while self.pids:
            pid, status = os.wait()
            yield self.pids.pop(pid), os.WEXITSTATUS(status)


print(list(Worker([5, 6, 7]).ended()))
try:
    os.wait()
except ChildProcessError as error:
    print(error)

try:
    pid = os.fork()
    if pid == 0:
        raise ValueError("in the child")
    print("status", status_of(pid))
except ValueError as error:
    print("caught:", error, flush=True)
    sys.exit(4)
finally:
    print("finally", pid != 0, flush=True)

pid = os.fork()
if pid == 0:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(9))
    time.sleep(100)
time.sleep(1)
print(os.waitpid(pid, os.WNOHANG))
os.kill(pid, signal.SIGTERM)
print(status_of(pid))
pid = os.fork()
if pid == 0:
    time.sleep(100)
os.kill(pid, signal.SIGKILL)
_, status = os.waitpid(-1, 0)
print(os.WIFSIGNALED(status), os.WTERMSIG(status), os.WIFEXITED(status))


def in_thread():
    if (pid := os.fork()) == 0:
        print("child's threads:", threading.active_count(), threading.current_thread() is threading.main_thread(), flush=True)
        os._exit(0)
    print("thread:", status_of(pid))


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    thread = threading.Thread(target=in_thread)
    thread.start()
    thread.join()
    print(caught[0].category.__name__, str(caught[0].message).replace(str(os.getpid()), "PID"))
pid = os.fork()
if pid == 0:
    sys.exit("the child says bye")
print(status_of(pid))
