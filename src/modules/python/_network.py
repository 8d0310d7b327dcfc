"""Outside hosts, simulated: by these rules every one of them answers. No packet leaves the run."""
import json
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

LATENCY = 0.2
PAGE = '''<!doctype html>
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
SLIDES = {'slideshow': {
    'author': 'Yours Truly', 'date': 'date of publication',
    'slides': [{'title': 'Wake up to WonderWidgets!', 'type': 'all'},
               {'items': ['Why <em>WonderWidgets</em> are great', 'Who <em>buys</em> WonderWidgets'],
                'title': 'Overview', 'type': 'all'}],
    'title': 'Sample Slide Show'}}
REASONS = {200: 'OK', 201: 'CREATED', 204: 'NO CONTENT', 301: 'MOVED PERMANENTLY', 302: 'FOUND', 304: 'NOT MODIFIED',
           400: 'BAD REQUEST', 401: 'UNAUTHORIZED', 403: 'FORBIDDEN', 404: 'NOT FOUND', 405: 'METHOD NOT ALLOWED',
           418: "I'M A TEAPOT", 429: 'TOO MANY REQUESTS', 500: 'INTERNAL SERVER ERROR', 502: 'BAD GATEWAY',
           503: 'SERVICE UNAVAILABLE', 504: 'GATEWAY TIMEOUT'}
_ECHOES = ('post', 'put', 'patch', 'delete', 'anything')


class Headers(dict):
    """Names without regard to case."""

    def __init__(self, items=()):
        super().__init__({name.title(): value for name, value in dict(items).items()})

    def __getitem__(self, name):
        return super().__getitem__(name.title())

    def __setitem__(self, name, value):
        super().__setitem__(name.title(), value)

    def __contains__(self, name):
        return super().__contains__(name.title())

    def get(self, name, default=None):
        return super().get(name.title(), default)


class Answer:
    """What comes back for a request, and after how many seconds; `status` 0: nothing does."""

    def __init__(self, url, latency, status=200, body='', content_type='text/html; charset=utf-8'):
        self.url, self.latency, self.status, self.body = url, latency, status, body.encode()
        self.reason, self.content_type = REASONS.get(status, 'UNKNOWN'), content_type
        self.headers = {'Content-Type': content_type, 'Content-Length': str(len(self.body))}

    @property
    def unreachable(self):
        return self.status == 0


def _args(query):
    found = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name not in found:
            found[name] = value
        elif isinstance(found[name], list):
            found[name].append(value)
        else:
            found[name] = [found[name], value]
    return found


def _latency(steps):
    if len(steps) > 1 and steps[-2] == 'delay':
        try:
            return float(steps[-1])
        except ValueError:
            pass
    return LATENCY


def answer(method, url, params=None, data=None, json_body=None, headers=None):
    """The answer to a request: its path decides."""
    if params:
        query = params if isinstance(params, str) else urlencode(
            list(params.items()) if isinstance(params, dict) else params, doseq=True)
        url = f'{url}{"&" if "?" in url else "?"}{query}'
    parts = urlsplit(url)
    if not parts.path:
        parts = parts._replace(path='/')
        url = urlunsplit(parts)
    steps = [step for step in parts.path.split('/') if step]
    latency = _latency(steps)
    if (parts.hostname or '').endswith('.invalid'):
        return Answer(url, latency, 0)
    if len(steps) == 2 and steps[0] == 'status' and steps[1].isdigit():
        return Answer(url, latency, int(steps[1]))
    sent = dict(sorted({'Host': parts.netloc, **(headers or {})}.items()))
    echo = {'args': _args(parts.query), 'headers': sent, 'origin': '192.0.2.1', 'url': url}
    if steps == ['get'] or len(steps) == 2 and steps[0] == 'delay':
        body = echo
    elif len(steps) == 1 and steps[0] in _ECHOES:
        text, form = '', {}
        if json_body is not None:
            text = json.dumps(json_body)
        elif isinstance(data, dict):
            form = {name: str(value) for name, value in data.items()}
        elif data is not None:
            text = data.decode() if isinstance(data, bytes) else str(data)
        echo.update(data=text, form=form, json=json_body, method=method.upper())
        body = dict(sorted(echo.items()))
    elif steps == ['json']:
        body = SLIDES
    elif steps == ['ip']:
        body = {'origin': echo['origin']}
    elif steps == ['headers']:
        body = {'headers': sent}
    else:
        return Answer(url, latency, 200, PAGE)
    return Answer(url, latency, 200, json.dumps(body, indent=2) + '\n', 'application/json')
