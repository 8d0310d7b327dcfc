# asyncio's child watchers, which are on their way out: a child's end is told to a callback.
import asyncio
import subprocess
import warnings

warnings.simplefilter('ignore')
NAMES = 'ThreadedChildWatcher PidfdChildWatcher SafeChildWatcher FastChildWatcher MultiLoopChildWatcher'


async def main():
    loop = asyncio.get_running_loop()
    for name in NAMES.split():
        watcher = getattr(asyncio, name)()
        watcher.attach_loop(loop)
        ended = loop.create_future()
        with watcher:
            child = subprocess.Popen(['sh', '-c', 'exit 4'])
            tell = lambda pid, code, *args: ended.set_result((pid == child.pid, code, args))
            watcher.add_child_handler(child.pid, tell, 'given')
            print(name, watcher.is_active(), await ended, watcher.remove_child_handler(child.pid))
        watcher.close()
    try:
        asyncio.AbstractChildWatcher().is_active()
    except NotImplementedError as error:
        print(repr(error))


asyncio.run(main())
