import asyncio, threading, queue, logging, time
async def f(): pass
def g(alpha=1, beta=2): pass
async def main():
    for c in (lambda: g(alpa=1), lambda: asyncio.Queue(maxsiz=1), lambda: asyncio.sleep(delya=1), lambda: asyncio.create_task(f(), nam='x'), lambda: asyncio.gather(return_exception=True), lambda: asyncio.wait([], retur_when=1), lambda: asyncio.run(f(), debg=1), lambda: threading.Thread(targt=g), lambda: threading.Thread(g, arg=()), lambda: queue.Queue(maxsze=1), lambda: asyncio.Semaphore(valu=1), lambda: asyncio.wait_for(f(), timout=1), lambda: print(1, sepp=1), lambda: sorted([1], revers=True), lambda: open('x', mod='r'), lambda: 'a'.split(sp=1), lambda: max([1], ky=1), lambda: [].sort(ky=1), lambda: sum([1], strt=1), lambda: str(b'a', encodig='x'), lambda: round(1.5, ndigit=1), lambda: asyncio.Event(1), lambda: asyncio.Lock(1), lambda: asyncio.sleep(), lambda: asyncio.wait_for(f()), lambda: threading.Timer(1), lambda: asyncio.Queue('a'), lambda: 'x'.join(), lambda: zip([1], stric=True), lambda: asyncio.to_thread(), lambda: asyncio.timeout(), lambda: asyncio.get_running_loop().call_later(1), lambda: asyncio.get_running_loop().run_in_executor(None), lambda: asyncio.get_running_loop().call_soon(), lambda: logging.basicConfig(levl=1), lambda: logging.getLogger(5), lambda: input('a', 'b')):
        try: r = c(); print(r if not asyncio.iscoroutine(r) else r.close())
        except BaseException as e: print(type(e).__name__, e)
import warnings; warnings.simplefilter('ignore')
asyncio.run(main())
