"""A warning of a stack level below the program is that of the library's frame there."""
import warnings, asyncio, threading, functools, sys
warnings.simplefilter('always')
def old(level=2): warnings.warn('old', DeprecationWarning, stacklevel=level)
async def main():
    for level in range(1, 9): old(level)
async def via():
    await asyncio.gather(main(), main())
def th(): old(2); old(3); old(4)
loop = asyncio.new_event_loop()
def cb():
    for l in range(1, 8): old(l)
def start():
    print('--- run_until_complete', file=sys.stderr); loop.run_until_complete(main())
    print('--- call_soon', file=sys.stderr); loop.call_soon(cb); loop.call_soon(loop.stop); loop.run_forever(); loop.close()
    print('--- run', file=sys.stderr); asyncio.run(via())
    print('--- thread', file=sys.stderr); t = threading.Thread(target=th); t.start(); t.join()
start()
with warnings.catch_warnings(record=True) as w:
    asyncio.get_child_watcher(); asyncio.get_event_loop_policy().get_child_watcher()
    asyncio.set_child_watcher(None)
    asyncio.run(main())
    for x in w: print(x.category.__name__, x.message, x.lineno, x.filename.split('/')[-1])
