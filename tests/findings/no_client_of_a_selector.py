import selectors
import socket
with selectors.DefaultSelector() as selector, socket.create_server(("127.0.0.1", 65432)) as server:
    selector.register(server, selectors.EVENT_READ)
    while True:
        for key, _ in selector.select():
            connection, _ = key.fileobj.accept()
            connection.close()
# found: no-client@6
