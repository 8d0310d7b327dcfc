# The bases of transports leave everything to those that derive from them.
import asyncio
import inspect


class Memory(asyncio.Transport):
    def __init__(self):
        super().__init__({'peername': ('1.2.3.4', 5)})
        self.data = []

    def write(self, data):
        self.data.append(data)

    def is_closing(self):
        return True


class Reverse(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, data):
        self.transport.write(data[::-1])


memory = Memory()
memory.writelines([b'a', b'b'])
print(memory.data, memory.get_extra_info('peername'), memory.get_extra_info('x', 1), asyncio.Transport.__mro__)
for name in 'close', 'abort', 'pause_reading', 'write_eof', 'get_protocol':
    try:
        getattr(memory, name)()
    except NotImplementedError as e:
        print(name, repr(e))
protocol = Reverse()
protocol.connection_made(memory)
protocol.data_received(b'xyz')
print(memory.data, protocol.eof_received(), protocol.pause_writing())
print(asyncio.transports.Transport is asyncio.Transport, asyncio.BaseTransport.__module__,
      issubclass(asyncio.DatagramTransport, asyncio.BaseTransport), inspect.signature(asyncio.BaseTransport.__init__))


async def main():
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    writer = asyncio.StreamWriter(memory, asyncio.StreamReaderProtocol(reader), reader, loop)
    writer.write(b'hello')
    await writer.drain()
    print(memory.data)


asyncio.run(main())
for wrong in (asyncio.DatagramTransport().sendto, asyncio.SubprocessTransport().get_pid):
    try:
        wrong(b'x') if wrong.__name__ == 'sendto' else wrong()
    except NotImplementedError as e:
        print(wrong.__name__, repr(e))
memory.close()
