# A manager's locks and queues are threading's, in its process; its registered classes have the methods that they expose.
# recorded by hand: a virtual clock of one process does not see what its forked children do
import multiprocessing as mp, threading, time
from multiprocessing.managers import BaseManager, IteratorProxy, RemoteError
def attempt(f, *a, **k):
    try: r = f(*a, **k)
    except RemoteError as e: print([line.strip() for line in str(e).splitlines() if "File" not in line])
    except BaseException as e: print(type(e).__name__, e, type(e).__module__)
    else: print("->", r)
def other(lock, rlock):
    print(lock.acquire(False), rlock.acquire(False), flush=True)
class Table:
    def __init__(self, n): self.n = n; self.rows = list(range(n))
    def __getitem__(self, at): return self.rows[at]
    def __setitem__(self, at, v): self.rows[at] = v
    def __len__(self): return len(self.rows)
    def part(self): return Table(2)
    def each(self): return iter(self.rows)
    def fail(self): raise KeyError("no")
    def _hidden(self): return "hidden"
class M(BaseManager): pass
M.register("Table", Table, exposed=("__getitem__", "__setitem__", "__len__", "part", "each", "fail", "_hidden"), method_to_typeid={"part": "Part", "each": "Iterator"})
M.register("Part", exposed=("__len__",), create_method=False)
M.register("Plain", Table)
M.register("Iterator", proxytype=IteratorProxy, create_method=False)
if __name__ == "__main__":
    with mp.Manager() as m:
        lock, rlock, sem, bsem, cond, event, barrier = m.Lock(), m.RLock(), m.Semaphore(2), m.BoundedSemaphore(1), m.Condition(), m.Event(), m.Barrier(2)
        print([type(x).__name__ for x in (lock, rlock, sem, bsem, cond, event, barrier)])
        for x in lock, rlock, sem, bsem: attempt(x.release)
        attempt(cond.notify); attempt(cond.wait, 0.1)
        with cond: attempt(cond.wait, 0.1); attempt(cond.notify_all); attempt(cond.wait_for, lambda: True)
        print(lock.acquire(), lock.acquire(False), lock.acquire(True, 0.1))
        rlock.acquire(); rlock.acquire()
        p = mp.Process(target=other, args=(lock, rlock)); p.start(); p.join()
        t = threading.Thread(target=other, args=(lock, rlock)); t.start(); t.join()
        rlock.release(); rlock.release(); lock.release()
        print(event.is_set(), event.wait(0.1)); event.set(); print(event.wait())
        print(barrier.parties, barrier.n_waiting, barrier.broken)
        t = threading.Thread(target=barrier.wait); t.start(); print(barrier.wait() in (0, 1)); t.join()
        print(m.address is None, type(m.address).__name__)
        attempt(m.list, 5); attempt(m.Semaphore, -1); attempt(m.dict, 1, 2)
        l = m.list([1, 2, 3])
        for name in "copy", "clear", "append", "sort", "__iadd__", "__imul__", "__iter__", "__eq__": print(name, hasattr(l, name), end=" ")
        print()
        d = m.dict(a=1)
        for name in "__ior__", "__or__", "copy", "fromkeys", "__iter__", "__reversed__", "popitem", "has_key": print(name, hasattr(d, name), end=" ")
        print()
        attempt(lambda: list(d)); attempt(lambda: d | {"b": 2}); attempt(l.index, 9); attempt(l.pop, 7); attempt(d.__getitem__, "zz")
        print(str(l), str(d), len(l), l[1:], 2 in l)
        q = m.Queue(1); q.put(1); attempt(q.put, 2, False); attempt(q.get); attempt(q.get, False); q.task_done(); attempt(q.task_done); q.join()
        print(type(q).__name__, q.empty(), q.full(), q.maxsize if hasattr(q, "maxsize") else "none", str(q).split(" at ")[0])
        print(str(lock).split(" at ")[0], str(event).split(" at ")[0])
        ns = m.Namespace(x=1); ns.y = 2; print(str(ns), ns.x + ns.y, hasattr(ns, "z")); 
        v = m.Value("i", 5); v.value += 1; print(v.value, str(v)); a = m.Array("i", [1, 2]); a[0] = 9; print(a[0], str(a), len(a))
        attempt(lambda: list(iter(l)))
    with M() as m:
        t = m.Table(3)
        print(t[0], len(t), type(t).__name__); t[1] = "x"; print(t[1])
        part = t.part(); print(type(part).__name__, len(part))
        it = t.each(); print(type(it).__name__, next(it), next(it), list(it))
        attempt(t.fail); attempt(t._hidden); attempt(lambda: t.n); attempt(lambda: t[99])
        p = m.Plain(2); attempt(lambda: p[0]); attempt(lambda: type(p.part()).__name__); attempt(lambda: p._hidden())
        attempt(m.Plain); attempt(t.missing) if hasattr(t, "missing") else print(hasattr(m, "Part"))
