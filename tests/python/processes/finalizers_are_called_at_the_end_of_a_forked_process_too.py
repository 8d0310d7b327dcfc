# A forked process that ends as a program does calls the finalizers of its parent and its own; one of multiprocessing none.
# recorded by hand: a virtual clock of one process does not see what its forked children do
import multiprocessing as mp
import os
import weakref


class Kept:
    pass


def say(what):
    print(what, os.getpid() == parent, flush=True)


parent = os.getpid()
kept, short = Kept(), Kept()
weakref.finalize(kept, say, "finalized")
weakref.finalize(kept, say, "never").atexit = False
weakref.finalize(short, say, "gone")


def ends():
    global short
    short = None


if __name__ == "__main__":
    process = mp.get_context("fork").Process(target=ends)
    process.start()
    process.join()
    if os.fork() == 0:
        late = Kept()
        weakref.finalize(late, say, "late")
        raise SystemExit
    os.wait()
    print("parent", flush=True)
