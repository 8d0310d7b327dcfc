# recorded by hand: urllib3 is not installed where the others are recorded
import urllib3
from urllib3.exceptions import LocationParseError, TimeoutStateError
from urllib3.util import Retry, Timeout, make_headers, parse_url

for url in ('http://User:p%40@Example.ORG:80/a/../b/./c%7e ü?q=ä#f%', 'x.org:8080', '/path?x', 'x.org',
            'HTTP://[FE80::1%25Eth0]:9/', 'mailto:Me@x.org', 'ftp://X.org/a/../b c', 'http://0x7F.1/',
            'http://x.org?', 'http://x.org#', 'http://x.org:/a/..', '', 'me@x.org/a', 'http://bücher.example/'):
    parts = parse_url(url)
    print(tuple(parts), parts.url, parts.netloc, parts.authority, parts.request_uri)
for url in ('http://x.org:99999', 'http://x.org:abc', 'http://[::1', 'http://[::g]/', 'http://a%zz/'):
    try:
        print(parse_url(url))
    except LocationParseError as e:
        print(e, '|', e.location)
print(urllib3.util.Url('HTTPS', host='x.org', path='a'), repr(parse_url('x.org')))
print(make_headers(keep_alive=True, basic_auth='me:pw', user_agent='mine/1'))
print(make_headers(accept_encoding=['a', 'b'], disable_cache=True), make_headers())
print(urllib3.make_headers(proxy_basic_auth='a:b', accept_encoding='br'))
timeout = Timeout(connect=2, read=7.0, total=5)
print(timeout, timeout.connect_timeout, timeout.read_timeout, Timeout.from_float(3), urllib3.Timeout())
timeout.start_connect()
print(round(timeout.read_timeout, 2), timeout.clone())
print(Timeout(4).connect_timeout, Timeout(connect=1).read_timeout, Timeout(None, None, None).connect_timeout)
for ask in (timeout.start_connect, lambda: Timeout(3).read_timeout, lambda: Timeout(0), lambda: Timeout(read='x'),
            lambda: Timeout(connect=True), lambda: Timeout(total=-1)):
    try:
        print(ask())
    except (TimeoutStateError, ValueError) as e:
        print(repr(e))
late = urllib3.exceptions.ConnectTimeoutError, urllib3.exceptions.TimeoutError
print([issubclass(urllib3.exceptions.NewConnectionError, each) for each in late], urllib3.exceptions.NameResolutionError.__mro__[1].__name__)
