"""Outside hosts, simulated: a request's path decides what comes back, and when. No packet leaves the run."""
import sys
import json as _json
from urllib.parse import parse_qsl as _parse_qsl, urlencode as _urlencode, urlsplit as _urlsplit
from urllib.parse import urlunsplit as _urlunsplit
from _frames import awaiting_request, blocked_by_request, latency as _chosen_latency, not_supported

LATENCY = 0.2 if _chosen_latency() is None else _chosen_latency()
ADDRESS = '192.0.2.1'  # of the machine, as the hosts see it
UNKNOWN = 'Name or service not known'

_PAGE = '''<!doctype html>
<html>
<head>
    <title>Example Domain</title>
    <meta charset="utf-8" />
</head>
<body>
<div>
    <h1>Example Domain</h1>
    <p>This domain is for use in illustrative examples in documents.</p>
</div>
</body>
</html>
'''
_REASONS = {200: 'OK', 301: 'MOVED PERMANENTLY', 304: 'NOT MODIFIED', 418: "I'M A TEAPOT"}
_KNOWN = (201, 204, 302, 400, 401, 403, 404, 405, 429, 500, 502, 503, 504)


class Late(Exception):
    """The time was up before the answer came."""


def _slides():
    return {'slideshow': {'author': 'Yours Truly', 'date': 'date of publication', 'slides': [
        {'title': 'Wake up to WonderWidgets!', 'type': 'all'},
        {'items': ['Why <em>WonderWidgets</em> are great', 'Who <em>buys</em> WonderWidgets'],
         'title': 'Overview', 'type': 'all'}], 'title': 'Sample Slide Show'}}


def reason(status):
    if status in _REASONS:
        return _REASONS[status]
    if status not in _KNOWN:
        return 'UNKNOWN'
    from _http_statuses import PHRASES
    return PHRASES[status].upper()


class Answer:
    """What a host sends back for a request, and after how many seconds; status 0: there is no such host."""
    __slots__ = ('url', 'latency', 'status', 'reason', 'body', 'headers')

    def __init__(self, url, latency, status, body, kind='text/html; charset=utf-8'):
        self.url, self.latency, self.status, self.reason = url, latency, status, reason(status) if status else ''
        self.body = body.encode()
        self.headers = [('Content-Type', kind), ('Content-Length', str(len(self.body)))]

    @classmethod
    def of(cls, url, status, reason, headers, body):
        """What a server of the program itself has sent."""
        self = object.__new__(cls)
        self.url, self.latency, self.status, self.reason = url, 0, status, reason
        self.headers, self.body = headers, body
        return self


def with_query(url, params):
    """The URL with more of a query: text, a mapping or pairs."""
    if params:
        if not isinstance(params, (str, bytes)):
            params = _urlencode(list(params.items()) if hasattr(params, 'items') else params, doseq=True)
        elif isinstance(params, bytes):
            params = params.decode()
        url, mark, fragment = url.partition('#')
        url = f'{url}{"&" if "?" in url else "?"}{params}{mark}{fragment}'
    return url


def basic_auth(login, password, encoding='latin1'):
    import base64
    return 'Basic ' + base64.b64encode(f'{login}:{password}'.encode(encoding)).decode('ascii')


def _grouped(pairs):
    """Pairs as an object of JSON, where a name that comes again has a list."""
    found = {}
    for name, value in pairs:
        if name in found:
            before = found[name]
            found[name] = [*before, value] if isinstance(before, list) else [before, value]
        else:
            found[name] = value
    return found


def _latency(steps):
    if steps[-2:-1] == ['delay']:
        try:
            return float(steps[-1])
        except ValueError:
            pass
    return LATENCY


def _sent(data, given):
    """What /post and its like say of a body: its text, its form, its files."""
    if given is not None:
        return _json.dumps(given), {}, {}
    if data is None:
        return '', {}, {}
    if hasattr(data, 'read'):
        data = data.read()
    if isinstance(data, str):
        return data, {}, {}
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data).decode('utf-8', 'replace'), {}, {}
    pairs = list(data.items()) if hasattr(data, 'items') else list(data)
    form, files = [], []
    for name, value in pairs:
        if hasattr(value, 'read'):
            value = value.read()
            files.append((name, value.decode('utf-8', 'replace') if isinstance(value, bytes) else value))
        else:
            many = value if isinstance(value, (list, tuple)) else [value]
            form += [(name, each.decode() if isinstance(each, bytes) else str(each)) for each in many]
    return '', _grouped(form), dict(files)


def answer(method, url, *, data=None, json=None, headers=()):
    """What is answered to a request."""
    parts = _urlsplit(url)
    if not parts.path:
        parts = parts._replace(path='/')
        url = _urlunsplit(parts)
    host, steps = parts.hostname or '', [step for step in parts.path.split('/') if step]
    latency = _latency(steps)
    if is_unknown(url):
        return Answer(url, latency, 0, '')
    if len(steps) == 2 and steps[0] == 'status' and steps[1].isdigit():
        return Answer(url, latency, int(steps[1]), '')
    headers = dict(headers)
    echo = {'args': _grouped(_parse_qsl(parts.query, keep_blank_values=True)),
            'headers': dict(sorted({'Host': parts.netloc.rpartition('@')[2], **headers}.items())),
            'origin': ADDRESS, 'url': url}
    what = steps[0] if len(steps) == 1 else 'get' if steps[:1] == ['delay'] and len(steps) == 2 else ''
    if what == 'get':
        body = echo
    elif what in ('post', 'put', 'patch', 'delete', 'anything'):
        text, form, files = _sent(data, json)
        echo.update(data=text, form=form, json=json, method=method.upper())
        if files:
            echo['files'] = files
        body = dict(sorted(echo.items()))
    elif what == 'json':
        body = _slides()
    elif what == 'ip':
        body = {'origin': ADDRESS}
    elif what == 'headers':
        body = {'headers': echo['headers']}
    elif host == 'jsonplaceholder.typicode.com' and steps:
        return _placeholder(url, method.upper(), steps, parts.query, data, json)
    else:
        return Answer(url, latency, 200, _PAGE)
    return Answer(url, latency, 200, _json.dumps(body, indent=2) + '\n', 'application/json')


def is_own(url):
    """Whether a host is this machine: then the program itself has to answer."""
    return is_here(_urlsplit(url).hostname or '')


def is_here(host):
    return host in ('localhost', '0.0.0.0', '::1') or host.startswith('127.')


async def first_open(connect, addresses):
    """What `connect(host, port)` gives for the first of the addresses that can be reached; the last one's error if none."""
    *others, last = addresses
    for address in others:
        try:
            return await connect(*address)
        except OSError:
            pass
    return await connect(*last)


def is_unknown(url):
    """Whether there is no such host: no name has a blank, or an escape in it, or two dots without a label between."""
    from _host_names import has_labels
    host = _urlsplit(url).hostname or ''
    return host.endswith('.invalid') or ' ' in host or '%' in host or not has_labels(host)


def _unknown():
    from _host_names import gaierror
    return gaierror(-2, UNKNOWN)


def _shown(method, url):
    """A request as the timeline shows it: without the scheme, which tells nothing."""
    return f'{method} {url.partition("://")[2] or url}'


def fetch(method, url, timeout=None, *, own, data=None, json=None, given=(), headers=(), body=b''):
    """Sends a request and blocks the thread until the answer is there. A simulated host is told the headers that the
    program has given; `own` asks a server of the program itself, which gets all of them and the body."""
    if is_own(url):
        try:
            return own(method, url, headers, body, timeout)
        except TimeoutError:
            raise Late from None
    from _host_names import check_name
    check_name(_urlsplit(url).hostname or '')
    found = answer(method, url, data=data, json=json, headers=given)
    late = timeout is not None and timeout < found.latency
    blocked_by_request(timeout if late else found.latency, _shown(method, url))
    if late:
        raise Late
    if not found.status:
        raise _unknown()
    return found


async def _own_in_time(own, method, url, headers, body, timeout):
    import asyncio
    try:
        async with asyncio.timeout(timeout):
            return await own(method, url, headers, body, timeout)
    except TimeoutError:
        raise Late from None


async def fetch_async(method, url, timeout=None, *, own, data=None, json=None, given=(), headers=(), body=b''):
    """The same for a coroutine."""
    trio = sys.modules.get('trio._scopes')
    if trio is not None and not trio.in_trio_task():
        trio = None
    if is_own(url):
        asked = _own_in_time(own, method, url, headers, body, timeout)
        return await (asked if trio is None else trio.of_loop(asked))
    found = answer(method, url, data=data, json=json, headers=given)
    late = timeout is not None and timeout < found.latency
    wait = awaiting_request if trio is None else trio.awaiting_request
    await wait(timeout if late else found.latency, _shown(method, url))
    if late:
        raise Late
    if not found.status:
        raise _unknown()
    return found


_SIZES = {'posts': 100, 'comments': 500, 'albums': 100, 'photos': 5000, 'todos': 200, 'users': 10}
_WORDS = 'alder birch cedar dune ember fjord grove heath islet jetty knoll larch meadow north orchard pine'.split()


def _words(seed, count):
    return ' '.join(_WORDS[(seed * 7 + n * (seed % 5 + 3)) % len(_WORDS)] for n in range(count))


def _record(kind, n):
    """A record of that kind, with the fields that the host of that name gives."""
    if kind == 'users':
        name = _words(n, 2).title()
        first = name.split()[0]
        return {'id': n, 'name': name, 'username': first, 'email': f'{first.lower()}{n}@example.com',
                'address': {'street': _words(n + 3, 2).title(), 'suite': f'Suite {n}', 'city': _words(n + 5, 1).title(),
                            'zipcode': f'{10000 + n * 731}', 'geo': {'lat': f'{n}.0000', 'lng': f'-{n}.0000'}},
                'phone': f'1-555-01{n:02}', 'website': 'example.org',
                'company': {'name': _words(n + 7, 1).title() + ' Ltd', 'catchPhrase': _words(n + 9, 3),
                            'bs': _words(n + 11, 3)}}
    if kind == 'comments':
        return {'postId': (n + 4) // 5, 'id': n, 'name': _words(n, 4), 'email': f'reader{n}@example.com',
                'body': _words(n + 1, 12)}
    if kind == 'photos':
        return {'albumId': (n + 49) // 50, 'id': n, 'title': _words(n, 4),
                'url': f'https://via.placeholder.com/600/{n:06x}',
                'thumbnailUrl': f'https://via.placeholder.com/150/{n:06x}'}
    record = {'userId': (n - 1) // (20 if kind == 'todos' else 10) + 1, 'id': n, 'title': _words(n, 4)}
    if kind == 'todos':
        record['completed'] = n % 4 == 0
    elif kind == 'posts':
        record['body'] = _words(n + 1, 16)
    return record


def _placeholder(url, method, steps, query, data, json):
    """The host whose records programs practise on."""
    size, status, body = _SIZES.get(steps[0], 0), 200, None
    number = int(steps[1]) if steps[1:] and steps[1].isdigit() else None
    given = json if json is not None else dict(data) if isinstance(data, dict) else {}
    wanted = dict(_parse_qsl(query))
    if steps[2:] and steps[2] in _SIZES and number:
        wanted, steps, number = {steps[0][:-1] + 'Id': str(number), **wanted}, steps[2:], None
        size = _SIZES[steps[0]]
    if size and number is None and len(steps) == 1:
        if method == 'POST':
            status, body = 201, {**given, 'id': size + 1} if isinstance(given, dict) else {'id': size + 1}
        else:
            limit = int(wanted.pop('_limit', size))
            body = [_record(steps[0], n) for n in range(1, size + 1)]
            body = [each for each in body if all(str(each.get(k, v)) == v for k, v in wanted.items()
                                                 if k[:1] != '_')][:limit]
    elif number is not None and 0 < number <= size:
        body = _record(steps[0], number)
        if method in ('PUT', 'PATCH') and isinstance(given, dict):
            body = {**(body if method == 'PATCH' else {}), **given, 'id': number}
        elif method == 'DELETE':
            body = {}
    if body is None:
        status, body = 404, {}
    return Answer(url, LATENCY, status, _json.dumps(body, indent=2), 'application/json; charset=utf-8')
