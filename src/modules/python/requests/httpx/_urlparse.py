"""How httpx takes a URL apart: what may not stand in a part is written as %XX, and what is written so already stays."""
import re

_LONGEST = 65536
_STOPS = ' "#<>'
_UNSAFE = {'query': _STOPS, 'path': _STOPS + '?`{}', 'fragment': ' "<>`', 'userinfo': _STOPS + '?`{}/;=@[\\]^|',
           'username': _STOPS + '?`{}/;=@[\\]^|:'}
_ESCAPES = {part: re.compile(f'%[0-9A-Fa-f]{{2}}|[{re.escape(unsafe)}]|[^ -~]') for part, unsafe in _UNSAFE.items()}
_ESCAPES['host'] = re.compile(r'''%[0-9A-Fa-f]{2}|[^A-Za-z0-9\-._~!$&'()*+,;="`{}%|\\]''')
_WHOLE = re.compile(r'(?:([a-zA-Z][a-zA-Z0-9+.\-]*)?:)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?', re.S)
_FORMS = {'scheme': r'([a-zA-Z][a-zA-Z0-9+.\-]*)?', 'authority': '[^/?#]*', 'path': '[^?#]*', 'query': '[^#]*', 'fragment': '.*',
          'userinfo': '[^@]*', 'host': r'(\[.*\]|[^:]*)', 'port': '.*'}
_PORTS = {'ftp': 21, 'http': 80, 'https': 443, 'ws': 80, 'wss': 443}
_TEXTS = {'scheme': str, 'username': str, 'password': str, 'userinfo': bytes, 'host': str, 'port': int, 'netloc': bytes,
          'path': str, 'query': bytes, 'raw_path': bytes, 'fragment': str, 'params': object}


def quoted(text, part):
    def written(found):
        found = found[0]
        return found if len(found) == 3 else ''.join(f'%{byte:02X}' for byte in found.encode())
    return _ESCAPES[part].sub(written, text)


def keywords(given):
    """The keyword arguments of `URL`, as texts."""
    found = {}
    for name, value in given.items():
        if name not in _TEXTS:
            raise TypeError(f'{name!r} is an invalid keyword argument for URL()')
        if value is not None and not isinstance(value, _TEXTS[name]):
            raise TypeError(f'Argument {name!r} must be {_TEXTS[name].__name__} but got {type(value).__name__}')
        found[name] = value.decode('ascii') if isinstance(value, bytes) else value
    return found


def _printable(text, where, refuse):
    if len(text) > _LONGEST:
        raise refuse(f'URL component {where!r} too long' if where else 'URL too long')
    for at, each in enumerate(text):
        if each.isascii() and not each.isprintable():
            where = f' {where} component' if where else ''
            raise refuse(f'Invalid non-printable ASCII character in URL{where}, {each!r} at position {at}.')


def _split_host(text):
    return re.match(r'(\[.*\]|[^:@]*):?(.*)', text, re.S).groups()


def taken_apart(url, refuse, **given):
    """(scheme, userinfo, host, port, path, query, fragment); `refuse`: the class of what says that it is none."""
    _printable(url, '', refuse)
    if given.get('port') is not None:
        given['port'] = str(given['port'])
    if 'netloc' in given:
        given['host'], _, given['port'] = (given.pop('netloc') or '').partition(':')
    if 'username' in given or 'password' in given:
        name, word = (quoted(given.pop(each, '') or '', 'username') for each in ('username', 'password'))
        given['userinfo'] = f'{name}:{word}' if word else name
    if 'raw_path' in given:
        given['path'], mark, query = (given.pop('raw_path') or '').partition('?')
        given['query'] = query if mark else None
    if ':' in (given.get('host') or '') and not (given['host'][0] == '[' and given['host'][-1] == ']'):
        given['host'] = f'[{given["host"]}]'
    for part, value in given.items():
        if value is not None:
            _printable(value, part, refuse)
            if not re.fullmatch(_FORMS[part], value, re.S):
                raise refuse(f'Invalid URL component {part!r}')
    scheme, authority, path, query, fragment = _WHOLE.match(url).groups()
    authority = given.get('authority', authority) or ''
    scheme, path = given.get('scheme', scheme) or '', given.get('path', path) or ''
    query, fragment = given.get('query', query), given.get('fragment', fragment)
    userinfo, at, host = authority.rpartition('@')
    host, port = _split_host(host)
    userinfo, host, port = given.get('userinfo', userinfo) or '', given.get('host', host) or '', given.get('port', port)
    scheme, userinfo, host = scheme.lower(), quoted(userinfo, 'userinfo'), _host(host, refuse)
    port = _port(port, scheme, refuse)
    has_authority = bool(userinfo or host) or port is not None
    if has_authority:
        if path and path[0] != '/':
            raise refuse("For absolute URLs, path must be empty or begin with '/'")
    elif not scheme and path[:2] == '//':
        raise refuse("Relative URLs cannot have a path starting with '//'")
    elif not scheme and path[:1] == ':':
        raise refuse("Relative URLs cannot have a path starting with ':'")
    if scheme or has_authority:
        path = _without_dots(path)
    return (scheme, userinfo, host, port, quoted(path, 'path'), None if query is None else quoted(query, 'query'),
            None if fragment is None else quoted(fragment, 'fragment'))


def _host(host, refuse):
    if not host:
        return ''
    import ipaddress
    for form, kind, version in (r'[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+', ipaddress.IPv4Address, 4), (r'\[.*\]', ipaddress.IPv6Address, 6):
        if re.fullmatch(form, host, re.S):
            try:
                kind(host.strip('[]') if version == 6 else host)
            except ValueError:
                raise refuse(f'Invalid IPv{version} address: {host!r}')
            return host[1:-1] if version == 6 else host
    if host.isascii():
        return quoted(host.lower(), 'host')
    return '.'.join(label if label.isascii() else _label(label, host, refuse) for label in host.lower().split('.'))


def _label(label, host, refuse):
    """A label of a host's name as RFC 5891 writes it: letters, marks and digits, as they are."""
    from unicodedata import category, normalize
    if any(not each.isascii() and category(each)[0] not in 'LMN' for each in label) or normalize('NFKC', label) != label:
        raise refuse(f'Invalid IDNA hostname: {host!r}')
    return 'xn--' + label.encode('punycode').decode('ascii')


def shown_host(host):
    """A host's name as people write it."""
    return '.'.join(label[4:].encode().decode('punycode') if label[:4] == 'xn--' else label for label in host.split('.'))


def _port(port, scheme, refuse):
    if not port:
        return None
    try:
        port = int(port)
    except ValueError:
        raise refuse(f'Invalid port: {port!r}')
    return None if port == _PORTS.get(scheme) else port


def _without_dots(path):
    parts = path.split('/')
    if '.' not in parts and '..' not in parts:
        return path
    found = []
    for part in parts:
        if part == '..':
            if found and found != ['']:
                found.pop()
        elif part != '.':
            found.append(part)
    return '/'.join(found)
