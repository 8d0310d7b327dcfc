"""What goes with its last reference may block: `__del__`, a generator's end, a weak reference's callback."""
import asyncio, queue, sys, threading, time, weakref
from concurrent.futures import ThreadPoolExecutor

start = time.monotonic()
def say(*words):
    print(f"{time.monotonic() - start:.1f}", *words)

class Worker:
    def __init__(self):
        self.jobs = queue.Queue()
        self.thread = threading.Thread(target=self.run, args=(self.jobs,))
        self.thread.start()
    @staticmethod
    def run(jobs):
        while (job := jobs.get()) is not None:
            time.sleep(job)
            say("did", job)
    def __del__(self):
        say("closing, called in line", sys._getframe(1).f_lineno - first)
        self.jobs.put(None)
        self.thread.join()
        say("joined", self.thread.is_alive())

first = sys._getframe().f_lineno
def use():
    worker = Worker()
    worker.jobs.put(0.5)
    say("put")

use()
say("after use")
worker = Worker()
worker.jobs.put(0.25)
worker = None
say("rebound")
things = [Worker(), Worker()]
things.clear()
say("cleared")

def numbers():
    with ThreadPoolExecutor(2) as pool:
        pool.submit(time.sleep, 0.5)
        try:
            yield 1
        finally:
            time.sleep(1)
            say("numbers end")

for n in numbers():
    say("got", n)
    break
say("loop over")

class Failing:
    def __del__(self):
        time.sleep(0.1)
        raise ValueError("in __del__ after sleeping")

sys.unraisablehook = lambda unraisable: say("ignored", repr(unraisable.exc_value), unraisable.object.__qualname__)
Failing()
say("failed")

class Thing: pass
def lost(reference):
    time.sleep(0.3)
    say("lost")
thing = Thing()
ref = weakref.ref(thing, lost)
del thing
say("deleted")
thing = Thing()
weakref.finalize(thing, time.sleep, 0.4)
value = [thing, 5]
del thing
print(value.pop(0) and "popped")
say("finalized")
try:
    w = Worker()
    w.jobs.put(0.1)
    def inner(w):
        raise KeyError(w.thread.is_alive())
    inner(w)
except KeyError as e:
    say("caught", e)
    del w
say("after except")
lock = threading.Lock()
class Locks:
    def __del__(self):
        with lock:
            say("in lock")
def hold():
    with lock:
        time.sleep(1)
threading.Thread(target=hold).start()
time.sleep(0.1)
x = Locks()
print(x := 3)
say("end")
class Res:
    def __del__(self):
        time.sleep(0.2)
        say("res gone in", asyncio.current_task().get_name())
async def job(n):
    r = Res()
    await asyncio.sleep(0.1)
async def main():
    async with asyncio.TaskGroup() as g:
        for n in range(3): g.create_task(job(n), name=f"t{n}")
    say("main over")
asyncio.run(main())
