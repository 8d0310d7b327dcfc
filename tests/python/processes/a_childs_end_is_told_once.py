# Who waits for a child first is told how it has ended; asyncio and others share that.
import asyncio
import logging
import os
import signal
import subprocess
import warnings

warnings.simplefilter('ignore')


class Told(logging.Handler):
    def emit(self, record):
        print(record.levelname, record.msg)


logging.getLogger('asyncio').addHandler(Told())


async def start(code):
    """A child that ends once its input does."""
    script = f'read line; exit {code}'
    return await asyncio.create_subprocess_exec('sh', '-c', script, stdin=reader)


def let_end():
    global reader, writer
    os.close(writer)
    os.close(reader)
    subprocess.run(['sh', '-c', 'exit 0'])
    reader, writer = os.pipe()


reader, writer = os.pipe()


async def main():
    child = await start(3)
    let_end()
    print(os.waitstatus_to_exitcode(os.waitpid(child.pid, 0)[1]))
    print('asyncio comes second:', await child.wait(), child.returncode)

    child = await start(4)
    let_end()
    print('not told yet:', child.returncode)
    os.kill(child.pid, signal.SIGTERM)
    child.kill()
    print('signals come too late:', await child.wait())
    for ask in lambda: os.kill(child.pid, 0), lambda: os.waitpid(-1, os.WNOHANG), lambda: os.waitpid(child.pid, 0):
        try:
            print(ask())
        except OSError as error:
            print(repr(error))

    child = await start(5)
    told = asyncio.get_running_loop().create_future()
    asyncio.get_child_watcher().add_child_handler(child.pid, lambda pid, code, word: told.set_result((code, word)), 'last')
    let_end()
    print('who came last is told first:', await told)
    print(await child.wait())


asyncio.run(main())
