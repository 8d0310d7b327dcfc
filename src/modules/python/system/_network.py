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
# Hosts with records of their own, and the function that answers for each: _known_hosts says where.
_RECORDS = {
    'jsonplaceholder.typicode.com': 'jsonplaceholder', 'reqres.in': 'reqres', 'dummyjson.com': 'dummyjson', 'fakestoreapi.com': 'fakestore',
    'pokeapi.co': 'pokeapi', 'swapi.dev': 'swapi', 'swapi.co': 'swapi', 'swapi.py4e.com': 'swapi', 'rickandmortyapi.com': 'rickandmorty',
    'api.github.com': 'github', 'hacker-news.firebaseio.com': 'hackernews', 'xkcd.com': 'xkcd', 'httpbin.org': 'httpbin', 'httpbin.dev': 'httpbin',
    'eu.httpbin.org': 'httpbin', 'quotes.toscrape.com': 'quotes_to_scrape', 'books.toscrape.com': 'books_to_scrape',
    'catfact.ninja': '.cat_facts', 'api.chucknorris.io': '.chuck_norris',
    'official-joke-api.appspot.com': '.official_jokes', 'v2.jokeapi.dev': '.joke_api', 'icanhazdadjoke.com': '.dad_jokes', 'dog.ceo': '.dogs',
    'api.thecatapi.com': '.cats', 'api.agify.io': '.guesses', 'api.genderize.io': '.guesses', 'api.nationalize.io': '.guesses',
    'randomuser.me': '.random_users', 'api.coindesk.com': '.coindesk', 'api.coingecko.com': '.coingecko', 'api.binance.com': '.binance',
    'api.exchangerate-api.com': '.rates', 'open.er-api.com': '.rates', 'api.frankfurter.app': '.rates', 'worldtimeapi.org': '.clocks',
    'api.ipify.org': '.address_of_asker', 'icanhazip.com': '.address_of_asker', 'ifconfig.me': '.address_of_asker',
    'checkip.amazonaws.com': '.address_of_asker', 'ipinfo.io': '.place_of_asker', 'ip-api.com': '.place_of_asker',
    'api.open-meteo.com': '.open_meteo', 'geocoding-api.open-meteo.com': '.open_meteo', 'api.openweathermap.org': '.open_weather_map',
    'wttr.in': '.wttr', 'api.open-notify.org': '.space', 'api.nasa.gov': '.nasa', 'restcountries.com': '.countries', 'api.quotable.io': '.sayings',
    'zenquotes.io': '.sayings', 'api.adviceslip.com': '.sayings', 'boredapi.com': '.sayings', 'api.spacexdata.com': '.spacex',
    'httpstat.us': '.statuses', 'en.wikipedia.org': '.wikipedia', 'pypi.org': '.package_index',
    'loremflickr.com': '.pictures', 'picsum.photos': '.pictures', 'via.placeholder.com': '.pictures', 'placekitten.com': '.pictures',
    'placehold.co': '.pictures', 'images.unsplash.com': '.pictures', 'source.unsplash.com': '.pictures', 'images.dog.ceo': '.pictures',
}
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
        self.body = body if isinstance(body, bytes) else body.encode()
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


def chunked(pieces):
    """A body as it is sent that comes in pieces. An empty one is left out: it would be the end."""
    return b''.join([b'%x\r\n%b\r\n' % (len(piece), piece) for piece in pieces if piece] + [b'0\r\n\r\n'])


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


def _from_records(by, method, url, parts, steps, data, json, headers, agent):
    """What a host with records answers, if the path is one of its own."""
    from _host_answers import Asked, Reply
    from _known_hosts import function_of
    given = json if json is not None else _grouped(data) if isinstance(data, list) else dict(data) if isinstance(data, dict) else {}
    asked = Asked(method.upper(), url, f'{parts.scheme}://{parts.netloc.rpartition("@")[2]}', steps,
                  dict(_parse_qsl(parts.query, keep_blank_values=True)), headers, given, agent)
    try:
        found = function_of(by)(asked)
    except Exception:
        found = Reply('Internal Server Error', status=500)
    if found is None:
        return None
    if isinstance(found, Reply):
        answered = Answer(url, LATENCY, found.status, found.body, found.kind)
        answered.headers += found.headers
        return answered
    return Answer(url, LATENCY, 200, _json.dumps(found), 'application/json; charset=utf-8')


def _agent(*several):
    """The name of the program that asks, in the first headers that tell it."""
    return next((value for headers in several for name, value in headers if name.lower() == 'user-agent'), None)


def answer(method, url, *, data=None, json=None, headers=(), sent=()):
    """What is answered to a request. `sent` are all headers, `headers` those that are shown."""
    parts = _urlsplit(url)
    if not parts.path:
        parts = parts._replace(path='/')
        url = _urlunsplit(parts)
    host, steps = parts.hostname or '', [step for step in parts.path.split('/') if step]
    latency = _latency(steps)
    if is_unknown(url):
        return Answer(url, latency, 0, '')
    if len(steps) == 2 and steps[0] == 'status' and steps[1].isdecimal() and len(steps[1]) < 5:
        return Answer(url, latency, int(steps[1]), '')
    headers = dict(headers)
    by = _RECORDS.get(host.removeprefix('www.'))
    found = _from_records(by, method, url, parts, steps, data, json, headers, _agent(headers.items(), sent)) if by else None
    if found is not None:
        return found
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
    from _host_names import has_labels, is_made_up
    host = _urlsplit(url).hostname or ''
    return is_made_up(host) or ' ' in host or '%' in host or not has_labels(host)


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
    found = answer(method, url, data=data, json=json, headers=given, sent=headers)
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
    found = answer(method, url, data=data, json=json, headers=given, sent=headers)
    late = timeout is not None and timeout < found.latency
    wait = awaiting_request if trio is None else trio.awaiting_request
    await wait(timeout if late else found.latency, _shown(method, url))
    if late:
        raise Late
    if not found.status:
        raise _unknown()
    return found
