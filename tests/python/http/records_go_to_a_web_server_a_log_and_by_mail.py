# recorded by hand: the oracle’s clock does not end a server that serves forever
import http.server
import logging
import logging.handlers
import socket
import threading
from urllib.parse import parse_qs, urlsplit


class Server(http.server.BaseHTTPRequestHandler):
    def answer(self):
        body = self.rfile.read(int(self.headers.get("Content-length", 0))).decode()
        fields = parse_qs(body or urlsplit(self.path).query)
        print(self.command, urlsplit(self.path).path, fields["msg"], fields["levelname"], self.headers.get("Authorization"))
        self.send_response(204)
        self.end_headers()

    do_GET = do_POST = answer

    def log_message(self, *args):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Server)
threading.Thread(target=server.serve_forever, daemon=True).start()
place = f"127.0.0.1:{server.server_port}"
log = logging.getLogger("own")
log.propagate = False
log.setLevel(logging.DEBUG)


def through(handler, *records):
    log.handlers[:] = [handler]
    for level, text in records:
        log.log(level, text)
    handler.close()


through(logging.handlers.HTTPHandler(place, "/log"), (20, "one & two"))
through(logging.handlers.HTTPHandler(place, "/log?a=1", "post", credentials=("ann", "secret")), (40, "three"))
for wrong in {"method": "PUT"}, {"context": 1}:
    try:
        logging.handlers.HTTPHandler(place, "/", **wrong)
    except ValueError as error:
        print(error)
server.shutdown()

syslog = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
syslog.bind(("127.0.0.1", 0))
kind = logging.handlers.SysLogHandler
handler = kind(syslog.getsockname(), kind.LOG_LOCAL0)
handler.ident = "own: "
through(handler, (50, "down"), (10, "detail"), (35, "between"))
for _ in range(3):
    print(syslog.recv(100))
print(handler.encodePriority("mail", "err"), handler.encodePriority(kind.LOG_USER, "warn"), handler.mapPriority("ERROR"))
print(kind.LOG_DEBUG, kind.LOG_LOCAL7, kind.facility_names["solaris-cron"], kind.priority_names["panic"])


def post():
    connection, _ = mails.accept()
    file = connection.makefile("rwb")

    def say(text):
        file.write(text.encode() + b"\r\n")
        file.flush()

    say("220 here")
    body = False
    while line := file.readline().decode().rstrip():
        if line.startswith("Date:"):
            continue
        print(">", line.split(" [")[0].split("ehlo ")[0])
        if line.lower().startswith(("ehlo", "mail", "rcpt", "rset")):
            say("250 ok")
        elif line == "data":
            say("354 go on")
            break
    while (line := file.readline().decode().rstrip("\r\n")) != ".":
        if not line.startswith("Date:"):
            print(">", line)
    say("250 ok")
    print(">", file.readline().decode().rstrip())
    say("221 bye")
    connection.close()


mails = socket.create_server(("127.0.0.1", 0))
taker = threading.Thread(target=post)
taker.start()
handler = logging.handlers.SMTPHandler(mails.getsockname(), "me@here", ["a@there", "b@there"], "An error")
handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
through(handler, (40, "it broke"))
taker.join()
logging.handlers.NTEventLogHandler("own").emit(None)
