# recorded by hand: with the oracle, epoll waits for real; CPython 3.13 printed it.
"""A loop of one's own asks its selector for what is left until a timer, which may be less than a clock shows."""
import selectors
import socket
import time

here, there = socket.socketpair()
selector = selectors.DefaultSelector()
selector.register(here, selectors.EVENT_READ)
start = when = time.monotonic()
turns = 0
for _ in range(20):
    when += 0.1
    while (left := when - time.monotonic()) > 0:
        turns += 1
        selector.select(left)
print(turns < 60, f"{time.monotonic() - start:.1f}")
