import threading
from http.server import HTTPServer, SimpleHTTPRequestHandler
def serve():
    with HTTPServer(("", 8000), SimpleHTTPRequestHandler) as httpd:
        httpd.serve_forever()
thread = threading.Thread(target=serve)
thread.start()
thread.join()
# found: no-client@5
