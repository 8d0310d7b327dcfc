# recorded by hand: the oracle's clock does not follow managers
"""A manager answers to what is exposed and to nothing else; what fails there is told as CPython tells it."""
import asyncio
import multiprocessing as mp
import queue
import weakref
from multiprocessing.managers import BaseManager, RemoteError, SyncManager
from multiprocessing import shared_memory
class Foo:
    def f(self): return 'f()'
    def g(self): raise ValueError('bad')
    def _h(self): return '_h()'
class M(BaseManager): pass
M.register('Foo', Foo)
M.register('Bar', Foo, exposed=('f', '_h'))
if __name__ == '__main__':
    with M() as m:
        foo, bar = m.Foo(), m.Bar()
        print(foo.f(), bar._h(), bar._callmethod('f'))
        try: foo._callmethod('_h')
        except RemoteError as e: print(e)
        try: foo.g()
        except ValueError as e: print(e)
    try: SyncManager().start(1)
    except TypeError as e: print(e)
    with mp.Manager() as m:
        l = m.list([3,1,2]); l.sort(); l += [4]; l *= 2; print(l, len(l), l[0], 3 in l, list(l)); l[0] = 9; del l[1]; print(l.index(9), [x for x in l])
        d = m.dict(a=1); d['b'] = 2; print(d, sorted(d), 'a' in d, len(d), d.get('z')); d.update(q=1); del d['a']; print(d.copy(), list(d.items()))
        n = m.Namespace(x=1); n.y = 2; print(n.x, n); 
        v = m.Value('i', 3); v.value += 1; print(v, v.value); a = m.Array('i', [1, 2]); a[0] = 5; print(a[0], a)
        q = m.Queue(); q.put(1); print(q.get(), q.empty(), q.qsize())
        lock = m.Lock()
        with lock: print(lock.acquire(False))
        e = m.Event(); e.set(); print(e.is_set(), e.wait(1)); s = m.Semaphore(2); print(s.acquire(), s.release()); c = m.Condition()
        with c: c.notify_all(); print(c.wait_for(lambda: True))
        b = m.Barrier(1); print(b.wait(), b.parties, b.n_waiting, b.broken)
        p = m.Pool(2); print(p.map(abs, [-1, -2])); r = p.apply_async(abs, (-3,)); print(r.get()); p.close(); p.join()
        try: m.Pool(0)
        except Exception as e: print(type(e).__name__)
    for k in (queue.Empty, asyncio.CancelledError, asyncio.QueueEmpty, ValueError):
        e = k()
        try: print(weakref.ref(e)() is e)
        except TypeError as x: print(x)
    try: shared_memory.SharedMemory('a\0b', create=True, size=3)
    except ValueError as e: print(e)
