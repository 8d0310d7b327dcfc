# recorded by hand: needs requests
import http.server
import threading

import requests


class Proxy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        shown = self.path.replace(str(server.server_port), 'PORT')
        print(self.command, shown, self.headers['Host'], self.headers['Proxy-Authorization'])
        if shown == 'http://one.example/':
            self.send_response(302)
            self.send_header('Location', 'http://two.example/x')
            self.send_header('Content-Length', '0')
            self.end_headers()
            return
        self.send_response(200)
        self.send_header('Content-Length', '2')
        self.end_headers()
        self.wfile.write(b'ok')

    def log_message(self, *args):
        pass


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Proxy)
threading.Thread(target=server.serve_forever, daemon=True).start()
here = f'127.0.0.1:{server.server_port}'


def show(url, proxies):
    try:
        response = requests.get(url, proxies=proxies, timeout=1)
        print(response.status_code, response.text, response.url)
    except requests.RequestException as exc:
        print(type(exc).__name__, exc)


show('http://three.example/a?b=1', {'http': f'http://{here}'})
show('http://one.example/', {'all': here})
show('http://three.example/', {'http': f'http://ann:se%20cret@{here}'})
show('http://three.example/', {'http://three.example': f'http://{here}', 'http': 'http://127.0.0.1:9'})
show('http://ann:secret@three.example/x?y=1#f', {'http': f'http://{here}'})
show('http://three.example#f', {'http': f'http://{here}'})
with requests.Session() as session:
    session.proxies['http'] = f'http://{here}'
    print(session.get('http://four.example/').text)
server.shutdown()

nobody = 'http://127.0.0.1:9'
show('http://three.example/', {'http': nobody})
show('http://ann:secret@three.example/x?y=1#f', {'http': nobody})
show('https://three.example/', {'https': nobody})
show('http://three.example/', {'http': 'http://'})
show('http://three.example/', {'http': 'foo://127.0.0.1:9'})
show('http://three.example/', {'http': 'socks5://127.0.0.1:9'})
try:
    requests.get('http://three.example/', proxies={'http': nobody})
except requests.exceptions.ProxyError as exc:
    reason = exc.args[0].reason
    print(repr(reason.original_error), exc.request.url)
