# What multiprocessing's locks, processes, connections and arrays show and refuse.
# recorded by hand: a virtual clock of one process does not see what its forked children do
import multiprocessing as mp, threading, time
def attempt(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print(type(e).__name__, e)
    else: print("->", r)
lock, rlock = mp.Lock(), mp.RLock()
sem, bsem, cond, event, barrier = mp.Semaphore(2), mp.BoundedSemaphore(2), mp.Condition(), mp.Event(), mp.Barrier(2)
def show(who):
    print(who, lock, rlock, cond, sem, flush=True)
    print(repr(event).split(" at ")[0], repr(barrier).split(" at ")[0], flush=True)
if __name__ == "__main__":
    show("free")
    with lock, rlock, cond:
        show("own")
        t = threading.Thread(target=show, args=("thread",), name="T"); t.start(); t.join()
        p = mp.Process(target=show, args=("process",)); p.start(); p.join()
    rlock.acquire(); rlock.acquire()
    print(rlock); rlock.release(); rlock.release()
    def take():
        with lock, rlock: time.sleep(0.2)
    t = threading.Thread(target=take, name="Taker"); t.start(); time.sleep(0.1); show("other thread"); t.join()
    p = mp.Process(target=take); p.start(); time.sleep(0.1); show("other process"); p.join()
    p.close(); print(repr(p).replace(str(__import__("os").getpid()), "PID"))
    attempt(p.join)
    a, b = mp.Pipe()
    for args in [(b"abc", 4), (b"abc", -1), (b"abc", 1, 3), (b"abc", 0, -1), (b"abc", 3), (b"abc", 1, 2), ("abc",), ([1],), (b"abc", 1, 0)]:
        attempt(a.send_bytes, *args)
        if b.poll(): print(b.recv_bytes())
    import array
    a.send_bytes(array.array("i", [1, 2, 3]), 1, 2)
    a.send_bytes(b"hello")
    attempt(b.recv_bytes)
    buf = bytearray(10)
    attempt(b.recv_bytes_into, buf, 3); print(buf)
    a.send_bytes(b"hello")
    attempt(b.recv_bytes_into, buf, -1)
    attempt(b.recv_bytes_into, buf, 11)
    try: b.recv_bytes_into(buf, 8)
    except mp.BufferTooShort as e: print("short", e.args)
    r, w = mp.Pipe(False)
    attempt(r.send_bytes, b"x"); attempt(w.recv_bytes_into, buf); attempt(w.poll)
    attempt(mp.Array, "i", -1); attempt(mp.RawArray, "i", -1); attempt(mp.Semaphore, -1); attempt(mp.BoundedSemaphore, -1)
    attempt(mp.Semaphore, "x")
    print(hasattr(lock, "locked"), hasattr(rlock, "locked"), hasattr(sem, "locked"), hasattr(cond, "locked"))
    q = mp.Queue(); q.close(); attempt(q.empty); print(type(q).__name__)
    q = mp.Queue(); q.put(1); time.sleep(0.1); q.close()
    q.join_thread()
    s = mp.SimpleQueue(); s.close(); attempt(s.empty)
