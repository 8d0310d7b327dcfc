# recorded by hand: CPython with gevent 26.9 and greenlet 3.5
import gevent, gevent.thread as t
l = t.allocate_lock(); print(l.acquire(), l.acquire(False), l.locked()); l.release()
def f(*a, **k): print('f', a, k); gevent.sleep(0.1); print('end')
print(type(t.start_new_thread(f, (1,), {'x': 2}))); gevent.sleep(0.2)
h = t.start_joinable_thread(f); print(h.is_done()); h.join(); print(h.is_done())
try: t.start_joinable_thread(f, h)
except RuntimeError as e: print(e)
try: t._ThreadHandle().join()
except RuntimeError as e: print(e)
def g(): t.exit()
x = gevent.spawn(g); x.join(); print(repr(x.value), x.exception)
print(t.get_ident() == id(gevent.getcurrent()), t.error)
import aiohttp.abc; print(aiohttp.abc.ResolveResult(hostname='a', host='b', port=1, family=2, proto=6, flags=0))
