# recorded by hand: CPython with backoff 2.2.1
"""What fails is called again after waits that grow, as decorators say; handlers and a logger hear of it."""
import asyncio, backoff, logging, random, time, sys
logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s %(message)s", level=0)
random.seed(3); n = 0; start = time.monotonic()
def now(): return round(time.monotonic() - start, 3)
def show(tag): return lambda d: print(now(), tag, {k: (v.__name__ if k == "target" else repr(v) if k == "exception" else round(v, 3) if k == "elapsed" else v) for k, v in d.items()})
async def ahandler(d): await asyncio.sleep(.5); print("async handler", d["tries"])
@backoff.on_exception(backoff.expo, (ValueError, OSError), max_tries=4, on_backoff=[show("back"), ahandler], on_success=show("ok"), on_giveup=show("up"))
async def flaky(x, k=1):
    "doc"
    global n; n += 1; await asyncio.sleep(.1)
    if n < x: raise ValueError(f"try {n}")
    return n
@backoff.on_predicate(backoff.fibo, lambda r: r < 5, jitter=None, max_value=3, on_backoff=show("pb"), logger=None)
async def poll(): global n; n += 1; return n
@backoff.on_predicate(backoff.constant, interval=[1, 2], jitter=None, on_giveup=show("pg"))
def never(): return []
@backoff.on_exception(backoff.expo, Exception, max_time=5, jitter=None, giveup=lambda e: isinstance(e, KeyError), factor=.5, base=3)
def sync(e): raise e
@backoff.on_exception(backoff.runtime, OSError, value=lambda e: e.wait, jitter=None, max_tries=lambda: 3, raise_on_giveup=False, giveup_log_level=30)
def rt():
    e = OSError("busy"); e.wait = 2; raise e
async def main():
    global n
    print(await flaky(3)); n = 0
    try: await flaky(10)
    except ValueError as e: print("raised", e)
    n = 0; print(await poll(), flaky.__name__, flaky.__doc__)
asyncio.run(main()); print(never(), now())
for e in (KeyError("k"), ValueError("v")):
    try: sync(e)
    except Exception as x: print(now(), repr(x))
print(rt(), now())
import itertools
for g in (backoff.expo(max_value=10), backoff.fibo(max_value=9), backoff.constant(3)):
    next(g); print(list(itertools.islice(g, 6)))
