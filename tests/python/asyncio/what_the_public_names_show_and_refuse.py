import asyncio, contextvars, functools
def show(f, *a, **k):
    try: print(repr(f(*a, **k)))
    except BaseException as e: print(type(e).__name__, e)
async def ashow(aw):
    try: print(repr(await aw))
    except BaseException as e: print(type(e).__name__, e)
async def c(): return 1
async def fail(): raise ValueError('f')
show(asyncio.run, 5); show(asyncio.run); show(asyncio.run, c); show(asyncio.get_running_loop); show(asyncio.current_task); show(asyncio.all_tasks)
show(asyncio.Future); show(asyncio.Event); show(asyncio.Queue, 'a'); show(asyncio.Semaphore, -1); show(asyncio.BoundedSemaphore, -1); show(asyncio.Barrier, 0); show(asyncio.Barrier, 'x'); show(asyncio.Lock, 1); show(asyncio.Condition, 5); show(asyncio.timeout, 1); show(asyncio.sleep); 
async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f, f.done(), f.cancelled())
    show(f.result); show(f.exception); show(f.set_exception, 5); show(loop.create_future().set_exception, StopIteration()); show(loop.create_future().set_exception, StopIteration); show(f.set_result)
    f.set_exception(KeyError('k')); print(f); show(f.result); show(f.set_result, 1); show(f.exception); show(f.cancel)
    g = loop.create_future(); g.add_done_callback(lambda f: print('cb', f)); show(g.add_done_callback); show(g.add_done_callback, 5); print(g.remove_done_callback(5)); print(g.cancel('msg'), g.cancel(), g, g.cancelled()); show(g.result); await asyncio.sleep(0)
    t = asyncio.create_task(c(), name='nm'); print(t.get_name(), t.get_coro().__name__, t.get_stack(), t.cancelling(), t.uncancel()); show(t.set_result, 1); show(t.set_exception, 1); t.set_name(5); print(t.get_name()); print(await t, t)
    show(asyncio.create_task, 5); show(asyncio.create_task, c); show(asyncio.create_task); show(asyncio.ensure_future, 5); show(asyncio.Task, 5)
    await ashow(asyncio.wait_for(c(), 'x')); await ashow(asyncio.wait_for(5, 1)); await ashow(asyncio.wait([])); await ashow(asyncio.wait(5)); await ashow(asyncio.wait([t], return_when='x')); await ashow(asyncio.gather()); show(asyncio.gather, 5); show(asyncio.shield, 5); show(asyncio.shield)
    cc = c(); await ashow(asyncio.wait([cc])); cc.close()
    await ashow(asyncio.sleep('a')); await ashow(asyncio.sleep(None)); await ashow(asyncio.sleep(float('nan'))); await ashow(asyncio.sleep(-5, 'neg'))
    q = asyncio.Queue(1); print(q, q.qsize(), q.empty(), q.full(), q.maxsize); show(q.get_nowait); q.put_nowait(1); show(q.put_nowait, 2); print(q); show(q.task_done); show(q.task_done); q.get_nowait(); show(q.task_done); q.shutdown(); show(q.get_nowait); show(q.put_nowait, 1); await ashow(q.get()); await ashow(q.put(1)); await ashow(q.join()); print(q)
    pq = asyncio.PriorityQueue(); pq.put_nowait((2, 'b')); pq.put_nowait((1, 'a')); print(pq, pq.get_nowait()); lq = asyncio.LifoQueue(); lq.put_nowait(1); lq.put_nowait(2); print(lq.get_nowait(), lq)
    l = asyncio.Lock(); show(l.release); print(l, l.locked()); await l.acquire(); print(l); 
    w = asyncio.create_task(l.acquire()); await asyncio.sleep(0); print(l); w.cancel(); await asyncio.sleep(0); print(l, w); show(lambda: l.__enter__()); 
    try:
        with l: pass
    except TypeError as e: print(e)
    e = asyncio.Event(); print(e, e.is_set()); e.set(); print(e); e.clear(); show(e.wait)
    s = asyncio.Semaphore(2); print(s, s.locked()); await s.acquire(); print(s); s.release(); bs = asyncio.BoundedSemaphore(1); show(bs.release); print(bs)
    co = asyncio.Condition(); show(co.notify); show(co.notify_all); print(co); await ashow(co.wait()); await ashow(co.wait_for(lambda: 1))
    async with co: print(co)
    b = asyncio.Barrier(2); print(b, b.parties, b.n_waiting, b.broken); await b.abort(); print(b); await ashow(b.wait()); await b.reset(); print(b)
    tm = asyncio.timeout(5); print(tm, tm.when(), tm.expired()); show(tm.reschedule, 1)
    async with tm: print(tm); tm.reschedule(None); print(tm, tm.when())
    print(tm); await ashow(tm.__aenter__()); 
    tg = asyncio.TaskGroup(); print(tg); show(tg.create_task, c()); await ashow(asyncio.TaskGroup().__aexit__(None, None, None))
    async with tg: print(tg); t = tg.create_task(c()); print(tg)
    print(tg); await ashow(tg.__aenter__())
    show(tg.create_task, c())
    try:
        async with asyncio.TaskGroup() as tg2: tg2.create_task(fail()); tg2.create_task(asyncio.sleep(9)); await asyncio.sleep(9)
    except* ValueError as eg: print(repr(eg), tg2)
    h = loop.call_later(5, print, 1); print(h, h.when() > 0, h.cancelled()); h.cancel(); print(h, h.cancelled()); h = loop.call_soon(functools.partial(print, 'x'), 2); print(h); h.cancel()
    show(loop.call_soon, 5); show(loop.call_later, 'a', print); show(loop.call_at, None, print); show(loop.call_soon); show(loop.run_until_complete, t); show(loop.close); show(loop.set_task_factory, 5); show(loop.set_exception_handler, 5); show(loop.set_default_executor, 5); show(loop.run_in_executor, None); show(loop.create_task, 5); show(loop.get_debug); show(loop.is_running); show(loop.is_closed)
    await ashow(loop.run_in_executor(None, lambda: 1/0)); await ashow(asyncio.to_thread(int, 'x'))
    print(asyncio.iscoroutine(c), asyncio.iscoroutinefunction(c), asyncio.isfuture(f), asyncio.isfuture(5))
    def cb(): raise ZeroDivisionError('cb')
    loop.set_exception_handler(lambda l, ctx: print('handler', sorted(ctx), ctx['message'])); loop.call_soon(cb); await asyncio.sleep(0); loop.set_exception_handler(None)
    v = contextvars.ContextVar('v', default=1); tok = v.set(2); print(v, tok, v.get()); v.reset(tok); show(v.reset, tok); show(v.get); show(contextvars.ContextVar('n').get); show(contextvars.ContextVar, 5)
    ctx = contextvars.copy_context(); print(ctx.run(lambda: v.set(9)) and v.get(), ctx[v], len(ctx) > 0, v in ctx); show(lambda: ctx['x']); show(ctx.run); show(ctx.run, 5)
    for x in asyncio.as_completed([c(), c()], timeout=1): print(await x)
    async for x in asyncio.as_completed([asyncio.create_task(c())]): print(await x)
    show(asyncio.as_completed, 5); 
    async def ag():
        try: yield 1; yield 2
        finally: print('closed')
    a = ag(); print(await a.__anext__()); await ashow(a.athrow(KeyError('z'))); await ashow(a.__anext__()); await ashow(a.asend(1)); b = ag(); await ashow(b.asend(5)); await b.aclose(); print(b.ag_running, b.ag_frame); d = ag(); await d.aclose(); await ashow(d.__anext__())
    r = asyncio.Runner()
    show(r.run, c); 
    show(asyncio.Runner(debug=True).get_loop)
    show(asyncio.run, main)
    print(asyncio.Timeout, asyncio.TaskGroup, asyncio.Runner, asyncio.Queue, asyncio.QueueShutDown.__mro__, asyncio.CancelledError.__mro__, asyncio.TimeoutError is TimeoutError, asyncio.InvalidStateError, asyncio.IncompleteReadError(b'a', 5), asyncio.LimitOverrunError('m', 3), asyncio.BrokenBarrierError, asyncio.SendfileNotAvailableError)
    print(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)
    print("end")
with asyncio.Runner() as r:
    print(r.get_loop()); show(r.run, 5); show(r.run, c())
show(r.run, c()); show(r.get_loop)
asyncio.run(main())
