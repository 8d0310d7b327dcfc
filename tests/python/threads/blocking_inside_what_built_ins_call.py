"""Code that built-ins call (reprs of items, hashes, formats) may block: other threads and timers go on."""
import asyncio, queue, threading, time
t0 = time.monotonic()
def say(*w): print(f"{time.monotonic()-t0:.2f}", threading.current_thread().name, *w)
lock = threading.Lock()
class Slow:
    def __init__(self, s): self.s = s
    def __repr__(self):
        say("repr begins")
        time.sleep(self.s)
        say("repr ends")
        return "Slow"
def ticker():
    for i in range(4):
        time.sleep(.25)
        say("tick", i)
t = threading.Thread(target=ticker, name="ticker")
t.start()
say([Slow(.6)])
t.join()
# a lock held by another
def holder():
    with lock:
        time.sleep(.5)
        say("releases")
class Locks:
    def __hash__(self):
        with lock: say("hash has lock")
        return 1
    def __eq__(self, o): return True
t = threading.Thread(target=holder, name="holder"); t.start()
time.sleep(.1)
say(len({Locks()} | {Locks()}))
t.join()
# queue from another thread, in the loop
q = queue.Queue()
class Takes:
    def __format__(self, spec): return q.get()
def giver():
    time.sleep(.3); q.put("given"); say("gave")
async def other():
    for i in range(3):
        await asyncio.sleep(.1); say("task", i)
async def main():
    task = asyncio.create_task(other())
    await asyncio.sleep(0)
    threading.Thread(target=giver, name="giver").start()
    say(f"{[Slow(.2)]}")
    say(f"{Takes()}")
    say([Slow(.1)], await asyncio.to_thread(repr, [Slow(.1)]))
    await task
asyncio.run(main())
# exceptions within
class Fails:
    def __repr__(self):
        time.sleep(.1)
        raise ValueError("after sleeping")
try: repr([Fails()])
except ValueError as e: say("caught", e)
# one that ends meanwhile and starts others
class Starts:
    def __repr__(self):
        done = []
        ts = [threading.Thread(target=lambda i=i: (time.sleep(.1 * i), done.append(i))) for i in range(3)]
        for t in ts: t.start()
        for t in ts: t.join()
        return str(done)
say([Starts()])

class Last:
    def __del__(self):
        time.sleep(.3)
        say("gone")
def daemon():
    while True:
        time.sleep(.1)
        say("daemon")
threading.Thread(target=daemon, daemon=True, name="daemon").start()
last = Last()
time.sleep(.25)
say("end")
