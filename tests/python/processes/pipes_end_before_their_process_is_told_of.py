# The ends of a process's pipes are told before its exit, the last pipe first, once what they held has been read.
import asyncio
import sys


class Told(asyncio.SubprocessProtocol):
    def __init__(self):
        self.over = asyncio.get_running_loop().create_future()

    def pipe_data_received(self, fd, data):
        print('data', fd, len(data))

    def pipe_connection_lost(self, fd, exc):
        print('pipe lost', fd, exc)

    def process_exited(self):
        print('exited')

    def connection_lost(self, exc):
        print('lost', exc)
        self.over.set_result(None)


async def told(code, **given):
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.subprocess_exec(Told, sys.executable, '-c', code, **given)
    await protocol.over
    print(transport.get_returncode())
    transport.close()


async def main():
    await told('print("hi")', stdin=None)
    await told('print("hi")', stdin=None, stderr=None)
    await told('import sys; print("hi"); sys.stdout.flush(); print("err", file=sys.stderr); sys.exit(3)')
    await told('raise SystemExit("no")')
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.subprocess_exec(Told, 'sleep', '10')
    await asyncio.sleep(1)
    transport.terminate()
    await protocol.over
    print(transport.get_returncode())

asyncio.run(main())
