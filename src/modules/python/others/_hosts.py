"""Hosts outside: what they do with connections that a program's own sockets make. Each speaks HTTP in a thread."""
import _thread
from time import sleep

import _network
import _sockets

LATENCY = _network.LATENCY
_OPEN = 53, 80, 443, 8080, 9443
_SILENT = ('10.', '192.168.', '169.254.', *(f'172.{n}.' for n in range(16, 32)))


def how(address, name, port):
    """Whether a host answers at a port, refuses or is not there."""
    if address.startswith(_SILENT):
        return 'silent'
    return 'answers' if port in _OPEN else 'refuses'


def later(seconds, act, name):
    """Does something after so many seconds."""
    def wait():
        sleep(seconds)
        act()
    _thread.start_joinable_thread(wait, daemon=True, name=name)


def serve(end, name, port):
    """Answers the requests that come through this end."""
    _thread.start_joinable_thread(lambda: _serve(end, name, port), daemon=True, name=f'{name}:{port}')


def _more(end):
    while True:
        try:
            return end.recv(65536)
        except BlockingIOError:
            end.wait(_sockets.READ, None, 'read')
        except OSError:
            return b''


def send(end, data):
    """Sends all of it, if the other side takes it."""
    while data:
        try:
            data = data[end.send(data):]
        except BlockingIOError:
            end.wait(_sockets.WRITE, None, 'write')
        except OSError:
            return


def _serve(end, name, port):
    waiting = b''
    while True:
        while b'\r\n\r\n' not in waiting and b'\n\n' not in waiting:
            more = _more(end)
            if not more:
                end.close()
                return
            waiting += more
        mark = b'\r\n\r\n' if b'\r\n\r\n' in waiting else b'\n\n'
        head, _, waiting = waiting.partition(mark)
        lines = head.decode('latin-1').replace('\r\n', '\n').split('\n')
        method, target, version = (lines[0].split() + ['', '', ''])[:3]
        headers = {}
        for line in lines[1:]:
            key, _, value = line.partition(':')
            headers[key.strip().title()] = value.strip()
        size = int(headers['Content-Length']) if headers.get('Content-Length', '').isdigit() else 0
        while len(waiting) < size:
            more = _more(end)
            if not more:
                break
            waiting += more
        body, waiting = waiting[:size], waiting[size:]
        if headers.get('Upgrade', '').lower() == 'websocket':
            import _feeds
            who = _feeds.of(headers.get('Host', name), target)
            if who is not None:
                _feeds.serve(end, who, headers, waiting)
                return
        if not version.startswith('HTTP/'):
            reply, keep = _plain(400, 'Bad Request'), False
            sleep(LATENCY)
        else:
            reply = _answer(method, target, headers, body, name, port)
            wish = headers.get('Connection', '').lower()
            keep = wish != 'close' and (version != 'HTTP/1.0' or wish == 'keep-alive')
        if end.closed or end.peer.closed:
            end.close()
            return
        head = [*reply[0], ('Connection', 'keep-alive' if keep else 'close')]
        text = f'HTTP/1.1 {reply[1]}\r\n' + ''.join(f'{key}: {value}\r\n' for key, value in head) + '\r\n'
        send(end, text.encode('latin-1') + (b'' if method == 'HEAD' else reply[2]))
        if not keep:
            end.close()
            return


def _plain(status, reason):
    return [('Content-Type', 'text/html'), ('Content-Length', '0')], f'{status} {reason}', b''


def _answer(method, target, headers, body, name, port):
    """Headers, the status line's end and the body."""
    host = headers.get('Host', name)
    scheme = 'https' if port == 443 else 'http'
    url = target if '://' in target else f'{scheme}://{host}{target}'
    kind = headers.get('Content-Type', '')
    data, given = body or None, None
    if body and kind.startswith('application/json'):
        import json
        try:
            given, data = json.loads(body), None
        except ValueError:
            pass
    elif body and kind.startswith('application/x-www-form-urlencoded'):
        from urllib.parse import parse_qsl
        data = parse_qsl(body.decode('utf-8', 'replace'), keep_blank_values=True)
    shown = {key: value for key, value in headers.items() if key not in ('Host', 'Connection')}
    found = _network.answer(method, url, data=data, json=given, headers=shown.items())
    sleep(found.latency)
    if not found.status:
        return _plain(502, 'Bad Gateway')
    from _http_statuses import PHRASES
    return found.headers, f'{found.status} {PHRASES.get(found.status, found.reason)}', found.body
