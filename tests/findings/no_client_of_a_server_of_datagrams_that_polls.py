import socketserver
class Answer(socketserver.DatagramRequestHandler):
    def handle(self):
        self.wfile.write(self.rfile.read())
with socketserver.UDPServer(("127.0.0.1", 20001), Answer) as server:
    server.serve_forever()
# found: no-client@6
