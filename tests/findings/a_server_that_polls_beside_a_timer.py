import socketserver
import threading
import time
class Answer(socketserver.BaseRequestHandler):
    def handle(self):
        pass
with socketserver.TCPServer(("", 8000), Answer) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    while True:
        time.sleep(1)
# found:
