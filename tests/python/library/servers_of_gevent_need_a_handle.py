# recorded by hand: CPython with gevent 26.9 and greenlet 3.5
"""A server without a handle is not made; a class of its own may have one."""
from gevent.server import DatagramServer, StreamServer

for kind in StreamServer, DatagramServer:
    try:
        kind(('127.0.0.1', 0)).start()
    except TypeError as e:
        print(kind.__name__, e)

    class Handling(kind):
        def handle(self, *given):
            pass

    server = Handling(('127.0.0.1', 0))
    server.start()
    print(server.started)
    server.stop()
