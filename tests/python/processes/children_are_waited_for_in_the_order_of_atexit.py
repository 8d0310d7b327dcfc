# multiprocessing waits for its children when what is registered after its first process has been called.
# recorded by hand: a virtual clock of one process does not see what its forked children do
import atexit, time
atexit.register(print, "before import", flush=True)
import multiprocessing as mp
atexit.register(print, "after import", flush=True)
def f():
    time.sleep(0.3); print("child end", flush=True)
if __name__ == "__main__":
    mp.Process(target=f).start()
    atexit.register(print, "after start", flush=True)
    print("main done", flush=True)
