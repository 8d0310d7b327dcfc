import socket
import threading
def serve():
    with socket.create_server(("127.0.0.1", 8000)) as server:
        server.accept()
thread = threading.Thread(target=serve)
thread.start()
thread.join()
# found: no-client@5
