import asyncio
import sys
import threading

m = sys.monitoring
E = m.events
TOOL = 3
m.use_tool_id(TOOL, 'test')
# Which tools there are, and what each is told of the program's own frames.
names = {v: k for k, v in vars(E).items() if v}
log = []
own = add = None
def shown(x):
    if x is m.MISSING: return 'MISSING'
    if hasattr(x,'__name__'): return x.__name__
    return repr(x) if isinstance(x,(int,str,list,tuple,type(None),BaseException)) else type(x).__name__
def make(event):
    def callback(code, *args):
        if code.co_filename != own: return
        if event != E.LINE: args = args[1:]
        log.append((names[event], code.co_name, *map(shown, args)))
    return callback
own = make.__code__.co_filename
ALL = 0
for name in 'PY_START PY_RESUME PY_RETURN PY_YIELD CALL LINE STOP_ITERATION RAISE PY_UNWIND PY_THROW C_RETURN C_RAISE'.split():
    e = getattr(E, name)
    ALL |= e
    m.register_callback(TOOL, e, make(e))
def run(f, events=ALL):
    log.clear()
    m.set_events(TOOL, events)
    try:
        r = f()
    except Exception as e:
        r = e
    m.set_events(TOOL, 0)
    print('--', f.__name__, repr(r))
    for row in log: print('  ', *row)
async def co(n):
    await asyncio.sleep(0)
    if n == 3:
        raise LookupError(n)
    return n
async def main():
    a = await co(1)
    t = asyncio.create_task(co(2))
    b = await t
    try:
        await co(3)
    except LookupError:
        pass
    await asyncio.wait_for(asyncio.sleep(0.01), 1)
    return a + b
def loop():
    return asyncio.run(main())
run(loop, ALL & ~E.CALL & ~E.LINE & ~E.C_RETURN & ~E.C_RAISE)
run(loop, E.LINE)
def worker(n):
    return n * 2
def threads():
    t = threading.Thread(target=worker, args=(4,))
    t.start()
    t.join()
run(threads, E.PY_START|E.PY_RETURN)
def deco(f):
    return f
def body():
    @deco
    class K:
        x = 2
        def f(self): pass
    return K
run(body, ALL)
def outer():
    r = yield from inner()
    yield r
def inner():
    yield 1
    return 5
def deleg():
    return list(outer())
run(deleg, ALL & ~E.CALL & ~E.C_RETURN & ~E.C_RAISE)
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration
        return self.n
def loops():
    for x in It(): pass
    for y in inner(): pass
    try:
        {}['k']
    except KeyError as e:
        pass
    finally:
        z = 1
    try:
        next(iter(()))
    except StopIteration: pass
    a, *b = inner()
    return max(inner())
run(loops, ALL & ~E.LINE)
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)
def kws(*args, **kw): return len(args)
def calls():
    fact(3)
    kws(1, *(2, 3), k=4)
    kws(**{'q': 1})
    kws(*[])
    (lambda: 0)()
    str(5).upper().lower()
    f'{5:>3}'
    dict(a=1)
    int.from_bytes(b'a')
    getattr(calls, '__name__')
run(calls, E.CALL)
def disable(code, off): return m.DISABLE
m.register_callback(TOOL, E.PY_UNWIND, lambda c, o, e: m.DISABLE)
def unw(): raise OSError
m.set_events(TOOL, E.PY_UNWIND)
try: unw()
except Exception as e: print(type(e).__name__, e)
try: unw()
except Exception as e: print(type(e).__name__, e)
m.free_tool_id(TOOL)
print(m.get_tool(TOOL))
m.use_tool_id(0, 'a'); m.use_tool_id(1, 'b')
seen = []
for t in (0, 1): m.register_callback(t, E.PY_START, lambda c, o, t=t: seen.append((t, c.co_name)))
m.set_events(1, E.PY_START); m.set_local_events(0, fact.__code__, E.PY_START)
fact(2); m.set_events(1, 0); fact(1); m.free_tool_id(0); fact(1)
print(seen)
for bad in (E.C_RETURN, 1 << 17, -1): 
    try: m.set_events(1, bad)
    except Exception as e: print(type(e).__name__, e)
try: m.set_local_events(1, fact.__code__, E.RAISE)
except Exception as e: print(type(e).__name__, e)

# Where a callback asks for no more of an event.
m.use_tool_id(TOOL, 'lines')
lines = []


def once(code, line):
    lines.append(line)
    return m.DISABLE


def twice():
    for i in range(3):
        i += 1


m.register_callback(TOOL, E.LINE, once)
for again in range(3):
    lines.clear()
    run(twice, E.LINE)
    print(len(lines), len(set(lines)))
    if again == 1:
        m.restart_events()


def bad(code, offset):
    raise RuntimeError('in callback')


m.register_callback(TOOL, E.PY_START, bad)
m.set_local_events(TOOL, worker.__code__, E.PY_START)
try:
    worker(1)
except RuntimeError as error:
    print('raised', error)
m.set_local_events(TOOL, worker.__code__, 0)
print(worker(1), m.get_events(TOOL), m.get_local_events(TOOL, worker.__code__))
