# Proxies of a manager are called as in CPython, also in processes that are forked off or spawned.
import multiprocessing as mp
def child(q, l, e, d):
    e.wait()
    with l: q.put((mp.current_process().name, type(l).__name__)); d['x'] = type(q).__name__
if __name__ == '__main__':
    with mp.Manager() as m:
        q, l, e, d = m.Queue(), m.Lock(), m.Event(), m.dict(); ps = [mp.Process(target=child, args=(q, l, e, d)) for _ in range(2)]; [p.start() for p in ps]; e.set(); [p.join() for p in ps]; print(sorted(q.get() for _ in ps), dict(d), type(e))
        with mp.Pool(2) as pool: pool.starmap(child, [(q, l, e, d)] * 2); print(q.qsize(), repr(l)[:20])
        with mp.get_context('spawn').Pool(1) as pool: pool.apply(child, (q, l, e, d)); print(q.qsize())
