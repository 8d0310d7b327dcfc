import sys
mon = sys.monitoring
E = mon.events
mon.use_tool_id(1, 'x')
log = []
def cb(name):
    def f(code, off, *a):
        if code.co_filename == __file__: log.append((code.co_name, name, *[repr(x)[:40] for x in a]))
    return f
for n in ('RAISE', 'RERAISE', 'EXCEPTION_HANDLED', 'PY_UNWIND'):
    mon.register_callback(1, getattr(E, n), cb(n))
def caught():
    try: 1 / 0
    except ZeroDivisionError: pass
def named():
    try: 1 / 0
    except ZeroDivisionError as e: e
def other():
    try: 1 / 0
    except ValueError: pass
def fin():
    try: 1 / 0
    finally: x = 1
def again():
    try: 1 / 0
    except ZeroDivisionError: raise
def again_named():
    try: 1 / 0
    except ZeroDivisionError as e: raise
def new():
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError(1)
def second():
    try: 1 / 0
    except ValueError: pass
    except ZeroDivisionError: pass
class CM:
    def __enter__(self): return self
    def __exit__(self, *a): return self.x
    def __init__(self, x): self.x = x
def with_no():
    with CM(False): 1 / 0
def with_yes():
    with CM(True): 1 / 0
def gen():
    yield 1
    raise KeyError('g')
def loop():
    for x in gen(): pass
def deep(): caught(); fin()
def star():
    try: raise ExceptionGroup('a', [ValueError(1), TypeError(2)])
    except* ValueError: pass
def nested():
    try:
        try: 1 / 0
        finally: pass
    except ZeroDivisionError: return 5
def elses():
    for i in range(2):
        try: 
            if i: raise IndexError
        except IndexError: continue
        else: pass
        finally: pass
async def co():
    try: await inner()
    except ValueError: pass
async def inner(): raise ValueError('i')
def coro():
    try: co().send(None)
    except StopIteration: pass
for f in (caught, named, other, fin, again, again_named, new, second, with_no, with_yes, loop, deep, star, nested, elses, coro):
    log.clear()
    mon.set_events(1, E.RAISE | E.RERAISE | E.EXCEPTION_HANDLED | E.PY_UNWIND)
    try: f()
    except Exception as e: pass
    mon.set_events(1, 0)
    print(f.__name__)
    for l in log:
        if l[0] != '<module>': print('   ', *l)
