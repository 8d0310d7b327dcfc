# recorded by hand: the oracle's clock does not end a server that serves forever
import hashlib
import http.server
import threading
import urllib.error
import urllib.request


def md5(text):
    return hashlib.md5(text.encode()).hexdigest()


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def do_GET(self):
        given = self.headers.get("Authorization", "")
        if not given.startswith("Digest"):
            self.send_response(401)
            qop = 'qop="auth", ' if "qop" in self.path else ""
            self.send_header("WWW-Authenticate", f'Digest realm="a realm", nonce="abc", {qop}opaque="o"')
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        said = urllib.request.parse_keqv_list(urllib.request.parse_http_list(given[7:]))
        secret, asked = md5("joe:a realm:pw"), md5("GET:" + self.path)
        between = f"abc:{said['nc']}:{said['cnonce']}:auth" if "qop" in said else "abc"
        right = md5(f"{secret}:{between}:{asked}") == said["response"]
        body = f"{right} {sorted(said)}".encode()
        self.send_response(200 if right else 403)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 8123), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
passwords.add_password(None, "http://127.0.0.1:8123/", "joe", "pw")
opener = urllib.request.build_opener(urllib.request.HTTPDigestAuthHandler(passwords))
for path in ("plain", "qop", "qop2"):
    print(opener.open(f"http://127.0.0.1:8123/{path}").read().decode())
try:
    urllib.request.build_opener(urllib.request.HTTPDigestAuthHandler()).open("http://127.0.0.1:8123/plain")
except urllib.error.HTTPError as error:
    print(error.code, error.reason)
