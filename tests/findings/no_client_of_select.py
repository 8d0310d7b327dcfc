import select
import socket
import threading
def serve():
    readers = [socket.create_server(("127.0.0.1", 10000))]
    while True:
        for ready in select.select(readers, [], readers)[0]:
            if ready is readers[0]:
                readers.append(ready.accept()[0])
            elif data := ready.recv(100):
                ready.sendall(data)
            else:
                readers.remove(ready)
                ready.close()
threading.Thread(target=serve).start()
with socket.create_connection(("127.0.0.1", 10000)) as client:
    client.sendall(b"x")
    client.recv(100)
# found: no-more-clients@7
