# recorded by hand: no real program asks a server on the virtual clock; curl 7.88.1 on a real one
import http.server
import json
import subprocess
import tempfile
import threading


class Handler(http.server.BaseHTTPRequestHandler):
    def reply(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/here?x=1")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        headers = [(name, value) for name, value in self.headers.items() if name not in ("Host", "User-Agent")]
        text = json.dumps([self.command, self.path, headers, body]).encode() + b"\n"
        self.send_response(404 if self.path == "/no" else 200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(text)

    do_GET = do_POST = do_PUT = do_HEAD = do_DELETE = reply

    def log_message(self, *args):
        pass

    def version_string(self):
        return "own"

    def date_time_string(self, timestamp=None):
        return "now"


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
place = "http://127.0.0.1:%d" % server.server_port


def curl(*words):
    words = [word.replace("URL", place) for word in words]
    done = subprocess.run(["curl", *words], capture_output=True, text=True)
    print(done.returncode, done.stdout.replace(place, "URL"), done.stderr.replace(place, "URL"))


curl("-s", "URL/a?b=1")
curl("-s", "-i", "URL")
curl("-sI", "URL/moved")
curl("-siL", "URL/moved")
curl("-s", "URL/no")
curl("-sSf", "URL/no")
curl("-s", "-d", "a=1", "-d", "b=2", "URL/")
curl("-s", "-X", "PUT", "--data-raw", "@x", "URL")
curl("-s", "--json", '{"a": 1}', "URL")
curl("-s", "-X", "DELETE", "URL")
curl("-s", "-H", "X-A: 1", "-H", "Accept:", "URL")
curl("-s", "-e", "there", "-b", "k=v", "-u", "ann:secret", "-r", "0-3", "URL")
curl("-sG", "-d", "q=x", "--data-urlencode", "z=a b&c", "URL/s?a=1")
curl("-s", "-o", "/dev/null", "-w", "%{http_code} %{size_download} %{content_type} %{num_redirects} %{method}\\n", "URL")
curl("-s", "-w", "\n%{http_code}", "URL/1", "URL/2")
curl("-sS", "http://nosuch.invalid/")
curl("-s", "http://nosuch.invalid/")
curl("-sS", "http://127.0.0.1:9/")
curl("-sS", "http:// x/")
curl("-sS", "sprout://x")
curl("-s")
curl("--sprout", "URL")
curl("-sS", "-o")
with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
    file.write("two\nlines\n")
    file.flush()
    curl("-s", "-d", "@" + file.name, "URL")
    curl("-s", "--data-binary", "@" + file.name, "URL")
    curl("-s", "-o", file.name, "URL/written")
    print(open(file.name).read())
done = subprocess.run(["curl", "-s", "-d", "@-", place], input="from here", capture_output=True, text=True)
print(done.stdout)
