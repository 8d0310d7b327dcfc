"""What selectors refuse, with the frames; ContextVar and its kin cannot be subclassed."""
import contextvars
import selectors
import socket
import traceback


class File:
    def __init__(self, name, sock):
        self.name, self.fileno, self.close = name, sock.fileno, sock.close

    def __repr__(self):
        return f'<{self.name}>'


def pair():
    return map(File, 'ab', socket.socketpair())


a, b = pair()


def tell(function, *args):
    try:
        print(function(*args))
    except Exception:
        print(traceback.format_exc())


for kind in (selectors.EpollSelector, selectors.PollSelector):
    selector = kind()
    tell(selector.register, 'x', 1)
    tell(selector.register, -1, 1)
    tell(selector.register, a, 0)
    tell(selector.register, a, 8)
    key = selector.register(a, selectors.EVENT_READ, 'data')
    print(key._replace(fileobj=None, fd=0))
    for function in (selector.unregister, selector.modify):
        tell(function, *((b, 1) if function == selector.modify else (b,)))
        tell(function, *(('x', 1) if function == selector.modify else ('x',)))
    print(selector.modify(a, 3, 'other')._replace(fileobj=None, fd=0), len(selector.get_map()))
    a2, b2 = pair()
    selector.register(a2, 1)
    a2.close()
    print(selector.unregister(a2).events, len(selector.get_map()))
    b2.close()
    selector.close()
for base in (contextvars.ContextVar, contextvars.Context, contextvars.Token):
    try:
        type('Sub', (base,), {})
    except TypeError as e:
        print(e)
