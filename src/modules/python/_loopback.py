"""HTTP to the program's own servers, over the loopback addresses."""
import asyncio
from urllib.parse import urlencode as _urlencode, urlsplit as _urlsplit

import _network
from http.client import RemoteDisconnected


def body_of(data, json):
    """What is sent for data or for an object of JSON, and of what type it is."""
    if json is not None:
        return _network._json.dumps(json).encode(), 'application/json'
    if data is None:
        return b'', None
    if hasattr(data, 'read'):
        data = data.read()
    if isinstance(data, str):
        return data.encode(), 'text/plain; charset=utf-8'
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data), 'application/octet-stream'
    pairs = list(data.items()) if hasattr(data, 'items') else list(data)
    if any(hasattr(value, 'read') for _, value in pairs):
        _network.not_supported('a form with files for a server of the program itself', 'send the bytes as data')
    return _urlencode(pairs, doseq=True).encode(), 'application/x-www-form-urlencoded'


async def exchange(method, url, headers, body):
    """Sends a request and reads the whole answer."""
    parts = _urlsplit(url)
    host, port = parts.hostname, parts.port or (443 if parts.scheme == 'https' else 80)
    if parts.scheme == 'https':
        _network.not_supported('https to a server of the program itself', 'http')
    reader, writer = await asyncio.open_connection('127.0.0.1' if host in ('0.0.0.0', '::1') else host, port)
    try:
        path = (parts.path or '/') + (f'?{parts.query}' if parts.query else '')
        sent = {'host': ('Host', parts.netloc.rpartition('@')[2])}
        sent.update((name.lower(), (name, value)) for name, value in headers)
        if body or method not in ('GET', 'HEAD', 'OPTIONS', 'DELETE'):
            sent['content-length'] = 'Content-Length', str(len(body))
        sent['connection'] = 'Connection', 'close'
        lines = [f'{method} {path} HTTP/1.1'] + [f'{name}: {value}' for name, value in sent.values()]
        writer.write('\r\n'.join(lines).encode() + b'\r\n\r\n' + body)
        await writer.drain()
        return await _read(reader, method, url)
    except ConnectionResetError as e:
        raise RemoteDisconnected(*e.args) from e
    finally:
        writer.close()


async def _read(reader, method, url):
    first = await reader.readline()
    if not first:
        raise RemoteDisconnected('Remote end closed connection without response')
    _, status, *reason = first.decode('latin-1').rstrip('\r\n').split(' ', 2)
    headers = []
    while line := (await reader.readline()).rstrip(b'\r\n'):
        name, _, value = line.decode('latin-1').partition(':')
        # Each connection is used once, which the program has not asked for.
        if name.lower() != 'connection':
            headers.append((name.strip(), value.strip()))
    known = {name.lower(): value for name, value in headers}
    status = int(status)
    if method == 'HEAD' or status in (204, 304):
        body = b''
    elif known.get('transfer-encoding', '').lower() == 'chunked':
        pieces = []
        while size := int((await reader.readline()).partition(b';')[0], 16):
            pieces.append(await reader.readexactly(size))
            await reader.readline()
        body = b''.join(pieces)
    elif 'content-length' in known:
        body = await reader.readexactly(int(known['content-length']))
    else:
        body = await reader.read()
    return _network.Answer.of(url, status, reason[0] if reason else '', headers, body)


def exchange_now(method, url, headers, body, timeout):
    """The same, blocking the thread."""
    from http.client import HTTPConnection
    parts = _urlsplit(url)
    if parts.scheme == 'https':
        _network.not_supported('https to a server of the program itself', 'http')
    host = parts.hostname
    connection = HTTPConnection('127.0.0.1' if host in ('0.0.0.0', '::1') else host, parts.port or 80, timeout)
    try:
        sent = {name: value for name, value in headers if name.lower() not in ('host', 'connection', 'content-length')}
        sent = {name.title(): value for name, value in sent.items()}
        sent = {'Accept-Encoding': 'identity', 'Host': parts.netloc.rpartition('@')[2], **sent, 'Connection': 'close'}
        path = (parts.path or '/') + (f'?{parts.query}' if parts.query else '')
        connection.request(method, path, body or None, sent)
        found = connection.getresponse()
        headers = [(name, value) for name, value in found.getheaders() if name.lower() != 'connection']
        return _network.Answer.of(url, found.status, found.reason, headers, found.read())
    except TimeoutError:
        raise _network.Late from None
    finally:
        connection.close()
