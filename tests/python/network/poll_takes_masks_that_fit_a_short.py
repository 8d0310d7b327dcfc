import select
import socket

here, there = socket.socketpair()
poll = select.poll()
for call in (
    lambda: poll.modify(here),
    lambda: poll.modify(here, 1, 2),
    lambda: poll.modify(fd=here, eventmask=1),
    lambda: poll.modify(here, select.POLLIN),
    lambda: poll.modify(here, -1),
    lambda: poll.register(here, 'x'),
    lambda: poll.register('x', 'y'),
    lambda: poll.register(here, 1.0),
    lambda: poll.register(here, -1),
    lambda: poll.register(here, 1 << 16),
    lambda: poll.register(here, 1 << 64),
    lambda: poll.register(here, (1 << 16) - 1),
    lambda: poll.modify(here, True),
):
    try:
        print(call())
    except Exception as error:
        print(repr(error))
there.send(b'x')
print([events for _, events in poll.poll(0)])
