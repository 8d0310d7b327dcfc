# recorded by hand: the clock of the oracle stands still while a server is to shut down; CPython by itself prints this
import base64
import threading
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer


class Server(BaseHTTPRequestHandler):
    def do_GET(self):
        wanted = 'Basic ' + base64.b64encode(b'ada:secret').decode()
        if self.path.startswith('/there'):
            self.answer(200, b'there')
        elif self.path.startswith('/moved'):
            self.answer(302, b'', ('Location', '/there'))
        elif self.path.startswith('/teapot'):
            self.answer(418, b'short and stout')
        elif self.headers['Authorization'] == wanted:
            self.answer(200, b'welcome')
        else:
            self.answer(401, b'who?', ('WWW-Authenticate', 'Basic realm="the study"'))

    def answer(self, status, body, *headers):
        print('   ', self.command, self.path, self.headers['Authorization'], status)
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, req, fp, code, msg, headers, newurl):
        print('would go to', newurl.rpartition('/')[2])


class Marked(urllib.request.HTTPRedirectHandler):
    def http_error_302(self, req, fp, code, msg, headers):
        found = urllib.request.HTTPRedirectHandler.http_error_302(self, req, fp, code, msg, headers)
        found.came_by = code
        return found


class Quiet(urllib.request.HTTPErrorProcessor):
    def http_response(self, request, response):
        return response


class Tea(urllib.request.BaseHandler):
    def http_error_418(self, req, fp, code, msg, headers):
        print('tea handler', code, msg)
        return fp


server = HTTPServer(('127.0.0.1', 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
root = f'http://127.0.0.1:{server.server_port}'


def attempt(opener, path):
    try:
        with opener.open(root + path, timeout=5) as response:
            print(path, response.status, response.read(), getattr(response, 'came_by', ''))
    except urllib.error.HTTPError as error:
        print(path, 'refused', error.code, error.reason, error.read())


right = urllib.request.HTTPPasswordMgrWithDefaultRealm()
right.add_password(None, root, 'ada', 'secret')
wrong = urllib.request.HTTPPasswordMgr()
wrong.add_password('the study', root + '/other', 'ada', 'secret')
wrong.add_password('the study', root + '/room', 'ada', 'wrong')
for passwords in right, wrong:
    print(passwords.find_user_password('the study', root + '/room/5'), passwords.find_user_password('x', 'http://a/'))
    opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords))
    attempt(opener, '/room')
    attempt(opener, '/hall')
attempt(urllib.request.build_opener(NoRedirect), '/moved')
attempt(urllib.request.build_opener(Marked), '/moved')
attempt(urllib.request.build_opener(Quiet), '/moved')
attempt(urllib.request.build_opener(Quiet), '/room')
attempt(urllib.request.build_opener(Tea()), '/teapot')
urllib.request.install_opener(urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(right)))
print(urllib.request.urlopen(root + '/room').read())
server.shutdown()
