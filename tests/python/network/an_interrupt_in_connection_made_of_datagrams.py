# `connection_made` is called by the loop: the endpoint's coroutine is at its `await` when it raises.
import asyncio
import signal


class Protocol(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        signal.raise_signal(signal.SIGINT)


async def main():
    await asyncio.get_running_loop().create_datagram_endpoint(Protocol, ('127.0.0.1', 9000))


asyncio.run(main())
