"""Hosts, ports and paths of requests, and whose they are (RFC 2965, section 1)."""
import re
from urllib.parse import quote, urlsplit

DEFAULT_HTTP_PORT = '80'
HTTP_PATH_SAFE = "%/;:@&=+$,!~*'()"


def is_address(text):
    """Whether it looks like an IP address, of which no part is a domain."""
    return re.search(r'\.\d+$', text, re.ASCII) is not None


def is_HDN(text):
    """Whether it may be the name of a host."""
    return bool(text) and not is_address(text) and text[0] != '.' and text[-1] != '.'


def domain_match(A, B):
    """Whether a host is in a domain: they are the same, or the domain begins with a dot and the host ends with it."""
    A, B = A.lower(), B.lower()
    if A == B:
        return True
    return is_HDN(A) and A.rfind(B) > 0 and B.startswith('.') and is_HDN(B[1:])


def liberal_is_HDN(text):
    return not is_address(text)


def user_domain_match(A, B):
    """Whether a domain is one that a user has named; one that begins with a dot is all of its hosts."""
    A, B = A.lower(), B.lower()
    return A == B or liberal_is_HDN(A) and liberal_is_HDN(B) and B.startswith('.') and A.endswith(B)


def request_host(request):
    host = urlsplit(request.get_full_url()).netloc
    if host == '':
        host = request.get_header('Host', '')
    return re.sub(r':\d+$', '', host, count=1, flags=re.ASCII).lower()


def eff_request_host(request):
    """The host, and the same as a name with a dot: without one it is of the domain local."""
    host = request_host(request)
    return host, host if '.' in host else host + '.local'


def request_path(request):
    path = escape_path(urlsplit(request.get_full_url()).path)
    return path if path.startswith('/') else '/' + path


def request_port(request):
    host, sign, port = request.host.partition(':')
    if not sign:
        return DEFAULT_HTTP_PORT
    try:
        int(port)
    except ValueError:
        return None
    return port


def uppercase_escaped_char(match):
    return '%' + match[1].upper()


def escape_path(path):
    """A path with what may not stand in one escaped, all escapes in capitals."""
    return re.sub('%([0-9a-fA-F][0-9a-fA-F])', uppercase_escaped_char, quote(path, HTTP_PATH_SAFE))


def reach(h):
    """The domain of which a host is one of several, or the host itself."""
    _, dot, rest = h.partition('.')
    return '.' + rest if dot and is_HDN(h) and ('.' in rest or rest == 'local') else h


def is_third_party(request):
    """Whether the page that led to a request is another site's."""
    return not domain_match(request_host(request), reach(request.origin_req_host))
