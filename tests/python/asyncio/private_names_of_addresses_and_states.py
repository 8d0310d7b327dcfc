"""Private names of asyncio's that published programs use: of addresses, buffers, tasks and states."""
import asyncio
import socket
from asyncio import base_events, protocols, sslproto, tasks, timeouts, runners, locks

for what in [('1.2.3.4', 80, socket.AF_UNSPEC, socket.SOCK_STREAM, 0), ('::1', '80', socket.AF_INET6, socket.SOCK_STREAM, socket.IPPROTO_TCP, 1, 2),
             ('::1%lo', 80, 0, socket.SOCK_STREAM, 0), ('x', 80, 0, 1, 0), ('1.2.3.4', None, 0, 1, 0), ('1.2.3.4', b'7', 0, 2, 0),
             ('1.2.3.4', '', 0, 1, 0), ('1.2.3.4', 'http', 0, 1, 0), (None, 1, 0, 1, 0), (b'1.2.3.4', 1, 0, 1, 6), ('1.2.3.4', 1, 0, 3, 0),
             ('1.2.3.4', 1, 0, 1, 99)]:
    print(base_events._ipaddr_info(*what))
infos = [(family, 1, 6, '', (host, 1)) for family, host in ((2, 'a'), (2, 'b'), (10, 'c'), (10, 'd'), (2, 'e'))]
for count in (1, 2, 3):
    print([info[4][0] for info in base_events._interleave_addrinfos(infos, count)])
print(base_events._interleave_addrinfos([]))


class Refuses:
    def setsockopt(self, *options):
        raise OSError


with socket.socket() as end:
    base_events._set_reuseport(end)
    print(end.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT))
try:
    base_events._set_reuseport(Refuses())
except ValueError as e:
    print(e)


class Buffered(asyncio.BufferedProtocol):
    def __init__(self, size):
        self.buffer, self.got = bytearray(size), []

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, nbytes):
        self.got.append(bytes(self.buffer[:nbytes]))


for size in (3, 20, 0):
    proto = Buffered(size)
    try:
        protocols._feed_data_to_buffered_proto(proto, b'abcdefgh')
    except RuntimeError as e:
        print(e)
    print(proto.got)

print(list(timeouts._State), list(runners._State), list(locks._BarrierState))
print(timeouts._State.__module__, runners._State.__module__, base_events._ipaddr_info.__module__)
print(sslproto._create_transport_context(False, '').check_hostname, sslproto._create_transport_context(False, 'host').check_hostname)


async def main():
    me = asyncio.current_task()
    other = asyncio.create_task(asyncio.sleep(1), name='other')
    print(me in tasks._scheduled_tasks, other in tasks._scheduled_tasks, len(tasks._scheduled_tasks), None in tasks._scheduled_tasks)
    print(sorted(task.get_name() for task in tasks._scheduled_tasks))


asyncio.run(main())
