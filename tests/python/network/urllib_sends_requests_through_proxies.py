# A proxy of a scheme gets the whole address, and may ask for a password; redirects follow what a server writes, and
# what is sent without being asked for is known by the place.
import base64
import http.server
import os
import threading
import urllib.error
import urllib.request


class Proxy(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        told = self.headers['Proxy-Authorization']
        print('proxy:', self.command, self.path, self.headers['Host'], told)
        if 'private' in self.path and told is None:
            self.send_response(407)
            self.send_header('Proxy-Authenticate', 'Basic realm="cellar"')
            self.send_header('Content-Length', '0')
            self.end_headers()
            return
        if self.path.endswith('/away'):
            self.send_response(302)
            self.send_header('Location', '/ü page?a=ö')
            self.end_headers()
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'through the proxy')

    def log_message(self, *args):
        pass


class Site(Proxy):
    def do_GET(self):
        told = self.headers['Authorization']
        print('site:', self.path, told)
        if self.path == '/odd':
            self.send_response(401)
            self.send_header('WWW-Authenticate', 'Negotiate')
        elif told is None:
            self.send_response(401)
            self.send_header('WWW-Authenticate', 'Digest nonce="x", Basic realm="attic"')
        else:
            self.send_response(200)
        self.send_header('Content-Length', '0')
        self.end_headers()


servers = [http.server.HTTPServer(('127.0.0.1', 0), kind) for kind in (Proxy, Site)]
threads = [threading.Thread(target=server.serve_forever) for server in servers]
for thread in threads:
    thread.start()
proxy, site = (f'127.0.0.1:{server.server_port}' for server in servers)


def ask(opener, address):
    try:
        with opener.open(address) as answer:
            print(answer.status, answer.url.replace(site, 'SITE'), answer.read())
    except (urllib.error.URLError, ValueError) as error:
        print(type(error).__name__, error)


for given in f'http://{proxy}', proxy, f'http://user:pass%21@{proxy}/':
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({'http': given}))
    ask(opener, 'http://www.example.com/a/b?c=d')
ask(opener, 'http://www.example.com/away')
passwords = urllib.request.HTTPPasswordMgr()
passwords.add_password('cellar', proxy, 'me', 'secret')
opener = urllib.request.build_opener(urllib.request.ProxyHandler({'http': proxy}),
                                     urllib.request.ProxyBasicAuthHandler(passwords))
ask(opener, 'http://www.example.com/private')

os.environ['HTTP_PROXY'] = f'http://{proxy}'
os.environ['no_proxy'] = 'localhost,127.0.0.1,.example.org'
print(sorted(urllib.request.getproxies()), urllib.request.proxy_bypass('www.example.org'))
opener = urllib.request.build_opener()
ask(opener, 'http://www.example.com/by-environment')

known = urllib.request.HTTPPasswordMgrWithPriorAuth()
known.add_password(None, f'http://{site}/', 'known', 'word', is_authenticated=True)
opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(known))
ask(opener, f'http://{site}/first')
usual = urllib.request.HTTPPasswordMgrWithDefaultRealm()
usual.add_password(None, f'http://{site}', 'user', 'word')
opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(usual))
ask(opener, f'http://{site}/second')
ask(opener, f'http://{site}/odd')

request = urllib.request.Request('http://www.example.com/x')
print(request.has_proxy(), request.host, request.selector)
request.set_proxy('proxy:1', 'http')
print(request.has_proxy(), request.host, request.selector)
request = urllib.request.Request('https://www.example.com/x')
request.set_proxy('proxy:1', 'http')
print(request.has_proxy(), request.host, request.selector, request.type)
for wrong in ({'http': 'http:/nowhere'}, 3):
    try:
        urllib.request.build_opener(urllib.request.ProxyHandler(wrong)).open('http://www.example.com/')
    except (ValueError, AssertionError) as error:
        print(type(error).__name__, error)
for server, thread in zip(servers, threads):
    server.shutdown()
    thread.join()
    server.server_close()
