import select
ep = select.epoll()
for call in (
    lambda: select.epoll(-2),
    lambda: select.epoll(0),
    lambda: ep.unregister(77),
    lambda: ep.modify(77, select.EPOLLIN),
    lambda: ep.register(77),
    lambda: ep.register(1, "in"),
    lambda: ep.register(1, 1.5),
    lambda: ep.unregister(2),
):
    try:
        print(call())
    except (OSError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
