import asyncio, sys
from asyncio.log import logger
print(logger)
asyncio.set_child_watcher(asyncio.ThreadedChildWatcher())
w = asyncio.get_child_watcher(); print(type(w), w.is_active())
async def main():
    w = asyncio.SafeChildWatcher(); w.attach_loop(asyncio.get_running_loop())
    asyncio.set_child_watcher(w)
asyncio.run(main())
pw = asyncio.PidfdChildWatcher(); print(type(pw))
asyncio.get_event_loop_policy().get_child_watcher()
print(asyncio.MultiLoopChildWatcher, asyncio.FastChildWatcher, asyncio.AbstractChildWatcher)
class W(asyncio.AbstractChildWatcher): pass
