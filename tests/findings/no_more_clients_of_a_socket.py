import socket, threading
def serve():
    s = socket.socket()
    s.bind(("127.0.0.1", 8888))
    s.listen()
    while True:
        c, a = s.accept()
        c.sendall(c.recv(100))
        c.close()
threading.Thread(target=serve).start()
import time; time.sleep(1)
c = socket.create_connection(("127.0.0.1", 8888))
c.sendall(b"hello")
print(c.recv(100))
# found: no-more-clients@7
