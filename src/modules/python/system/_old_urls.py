"""What `urllib.parse` had before urlsplit and still has, with a warning."""
import re
from warnings import warn


def to_bytes(url):
    """A URL is ASCII."""
    if isinstance(url, str):
        try:
            url = url.encode('ASCII').decode()
        except UnicodeError:
            raise UnicodeError('URL ' + repr(url) + ' contains non-ASCII characters')
    return url


def unwrap(url):
    """<URL:scheme://host/path> without what is around it."""
    url = str(url).strip()
    if url[:1] == '<' and url[-1:] == '>':
        url = url[1:-1].strip()
    return url[4:].strip() if url[:4] == 'URL:' else url


def splittype(url):
    found = re.match('([^/:]+):(.*)', url, re.DOTALL)
    return (found[1].lower(), found[2]) if found else (None, url)


def splithost(url):
    found = re.match('//([^/#?]*)(.*)', url, re.DOTALL)
    if not found:
        return None, url
    path = found[2]
    return found[1], '/' + path if path and path[0] != '/' else path


def splituser(host):
    user, at, host = host.rpartition('@')
    return user if at else None, host


def splitpasswd(user):
    user, colon, password = user.partition(':')
    return user, password if colon else None


def splitport(host):
    found = re.fullmatch('(.*):([0-9]*)', host, re.DOTALL)
    return (found[1], found[2] or None) if found else (host, None)


def splitnport(host, defport=-1):
    host, colon, port = host.rpartition(':')
    if not colon:
        host = port
    elif port:
        return host, int(port) if port.isdigit() and port.isascii() else None
    return host, defport


def splitquery(url):
    path, mark, query = url.rpartition('?')
    return (path, query) if mark else (url, None)


def splittag(url):
    path, mark, tag = url.rpartition('#')
    return (path, tag) if mark else (url, None)


def splitattr(url):
    path, *attributes = url.split(';')
    return path, attributes


def splitvalue(attr):
    attr, equal, value = attr.partition('=')
    return attr, value if equal else None


def find(name):
    """The function of that name, which warns where it is not private."""
    function = globals().get(name.removeprefix('_'))
    if name == 'unwrap' or name != 'find' and name.startswith('_') and not name.startswith('__'):
        return function if name != '_unwrap' else None
    if not name.startswith('split') and name != 'to_bytes' or function is None:
        return None
    instead = '' if name == 'to_bytes' else f', use urllib.parse.{"parse_qsl" if name == "splitvalue" else "urlparse"}() instead'

    def deprecated(*args, **kwargs):
        warn(f'urllib.parse.{name}() is deprecated as of 3.8{instead}', DeprecationWarning)
        return function(*args, **kwargs)
    deprecated.__name__ = deprecated.__qualname__ = name
    deprecated.__module__ = 'urllib.parse'
    return deprecated
