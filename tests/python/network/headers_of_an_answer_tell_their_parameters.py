# recorded by hand: what waits at a real socket does not wait by the virtual clock
import http.server
import threading
import urllib.request

KINDS = ['text/html; charset="UTF-8"; x=1', 'text/html;charset=ISO-8859-1 ; q="a;b"', 'application/json', 'TEXT/Plain; Charset=utf-8',
         'weird', 'text/html; charset=', '; charset=x', 'a/b; flag; k=v']


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *given):
        pass

    def do_GET(self):
        if self.path == '/away':
            self.send_response(302)
            self.send_header('Location', f'http://127.0.0.1:{port}?query')
            self.send_header('Content-Length', '0')
            self.end_headers()
            return
        number = int(self.path[1:]) if self.path[1:].isdigit() else 0
        self.send_response(200)
        self.send_header('Content-Length', '0')
        if number < len(KINDS):
            self.send_header('Content-Type', KINDS[number])
        self.send_header('Content-Disposition', 'attachment; filename="f;x.txt"')
        self.end_headers()


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
port = server.server_port
threading.Thread(target=server.serve_forever).start()
for number in range(len(KINDS) + 1):
    with urllib.request.urlopen(f'http://127.0.0.1:{port}/{number}') as answer:
        h = answer.headers
        print(h.get_content_type(), h.get_content_maintype(), h.get_content_subtype(), h.get_content_charset('none'), h.get_param('CHARSET'))
        print(h.get_params(), h.get_params(unquote=False), h.get_filename(), h.get_content_disposition(), h.get_params('?', 'nope'))
with urllib.request.urlopen(f'http://127.0.0.1:{port}/away') as answer:
    print(answer.url.replace(str(port), 'PORT'))
print(urllib.request.Request('<URL:http://example.com/x>').full_url)
server.shutdown()
