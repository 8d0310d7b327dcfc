"""A trace function, and a method of a loop that a subclass overrides, may block."""
import sys, time
t0=time.monotonic()
def tr(f, e, a):
    time.sleep(.1)
    print(round(time.monotonic()-t0,1), e, f.f_code.co_name, f.f_lineno)
    return tr
def g(x):
    y = x + 1
    return y
sys.settrace(tr)
g(1)
sys.settrace(None)
import asyncio
class L(asyncio.SelectorEventLoop):
    def call_soon(self, cb, *a, context=None):
        time.sleep(.1)
        return super().call_soon(cb, *a, context=context)
async def m():
    await asyncio.sleep(0)
    print(round(time.monotonic()-t0,1))
with asyncio.Runner(loop_factory=L) as r: r.run(m())
print(round(time.monotonic()-t0,1))
