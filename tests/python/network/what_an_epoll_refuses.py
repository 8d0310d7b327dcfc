import select
ep, poll = select.epoll(), select.poll()
for call in (
    lambda: select.epoll(-2),
    lambda: select.epoll(0),
    lambda: ep.unregister(77),
    lambda: ep.modify(77, select.EPOLLIN),
    lambda: ep.register(77),
    lambda: ep.register(1, "in"),
    lambda: ep.register(1, 1.5),
    lambda: ep.unregister(2),
    lambda: ep.poll("1"),
    lambda: ep.poll(0, "1"),
    lambda: ep.poll(0, 0),
    lambda: ep.poll(0, -2),
    lambda: ep.poll(float("nan")),
    lambda: ep.poll(0, 1),
    lambda: ep.poll(0.0, -1),
    lambda: poll.poll("1"),
    lambda: poll.poll(0),
    lambda: select.epoll("1"),
    lambda: select.epoll(1, 5),
    lambda: select.epoll(5, select.EPOLL_CLOEXEC).close(),
):
    try:
        print(call())
    except (OSError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
