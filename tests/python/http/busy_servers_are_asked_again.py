# recorded by hand: requests is not installed where the others are recorded
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests.compat import json, urljoin
from requests.status_codes import codes
from urllib3.exceptions import ConnectTimeoutError, MaxRetryError, ProtocolError
from urllib3.util.retry import Retry

print([Retry.from_int(each) for each in (3, None, False)], Retry.from_int(3, redirect=False), Retry.from_int(None, default=2))
first = Retry(3, backoff_factor=0.5, status_forcelist=[500], remove_headers_on_redirect=['X-Key'])
second = first.increment('GET', '/a', error=ProtocolError('cut')).increment('GET', '/a', error=ConnectTimeoutError('late'))
print(second, second.get_backoff_time(), second.history[0], second.remove_headers_on_redirect)
print([first.is_retry(*each) for each in (('GET', 500), ('POST', 500), ('GET', 429), ('GET', 429, True))], Retry.DEFAULT)
for ask in (lambda: Retry(0).increment('GET', '/a', error=ProtocolError('cut')), lambda: Retry(5).increment('POST', '/a', error=ProtocolError('cut')),
            lambda: Retry(5, connect=False).increment('GET', '/a', error=ConnectTimeoutError('late')), lambda: Retry(5).parse_retry_after('soon')):
    try:
        print(ask())
    except urllib3.exceptions.HTTPError as e:
        print(type(e).__name__, e)
print(first.parse_retry_after(' 7 '), first.parse_retry_after('Thu, 01 Jan 1970 00:00:00 GMT'), Retry(retry_after_max=5).parse_retry_after('99'))
print(codes.ok, codes['✓'], codes.TOO_MANY, codes['/o\\'], codes.unprocessable_entity, codes.teapot, codes.legal_reasons, codes is requests.codes)
print(urljoin('http://x.org/a', 'b'), json.dumps([1]))


class Busy(BaseHTTPRequestHandler):
    asked = 0

    def do_GET(self):
        Busy.asked += 1
        self.send_response(503 if Busy.asked < 3 else 200)
        if Busy.asked < 3:
            self.send_header('Retry-After', '1')
        self.send_header('Content-Length', '2')
        self.end_headers()
        self.wfile.write(b'ok')

    do_POST = do_GET

    def log_message(self, *args):
        pass


server = HTTPServer(('127.0.0.1', 0), Busy)
threading.Thread(target=server.serve_forever, daemon=True).start()
where = f'http://127.0.0.1:{server.server_port}/'
for verb in ('post', 'get', 'get'):
    with requests.Session() as session:
        session.mount('http://', HTTPAdapter(max_retries=Retry(3)))
        started = time.monotonic()
        answer = getattr(session, verb)(where)
        print(verb, answer.status_code, Busy.asked, round(time.monotonic() - started))
server.shutdown()
server.server_close()
