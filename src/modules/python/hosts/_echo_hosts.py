"""Hosts that answer with what they are asked."""
from _host_answers import Reply

_asked_before = 0


def _elsewhere(where, status=302, headers=()):
    return Reply(f'<!doctype html>\n<title>Redirecting...</title>\n<h1>Redirecting...</h1>\n<a href="{where}">{where}</a>.\n', 'text/html; charset=utf-8',
                 status, [('Location', where), *headers])


def _moved(asked, what, rest):
    """What httpbin answers by leading elsewhere."""
    if what.endswith('redirect'):
        n = int(rest[0])
        start = asked.origin if what == 'absolute-redirect' else ''
        kind = what if what != 'redirect' else 'relative-redirect'
        return _elsewhere(start + (f'/{kind}/{n - 1}' if n > 1 else '/get'))
    if what == 'redirect-to':
        return _elsewhere(asked.query.get('url', '/get'), asked.number('status_code', 302))
    if rest[0] == 'set':
        given = {rest[1]: rest[2]} if len(rest) == 3 else asked.query
        return _elsewhere('/cookies', 302, [('Set-Cookie', f'{name}={value}; Path=/') for name, value in given.items()])
    return _elsewhere('/cookies', 302, [('Set-Cookie', f'{name}=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/') for name in asked.query])


def httpbin(asked):
    import json
    global _asked_before
    what, *rest = asked.steps or ['']
    size = min(int(rest[0]), 102400) if rest and rest[0].isdecimal() else 0
    if what.endswith('redirect') and rest and rest[0].isdecimal() or what == 'redirect-to' or what == 'cookies' and rest and rest[0] in ('set', 'delete'):
        return _moved(asked, what, rest)
    if what == 'uuid':
        import hashlib
        _asked_before += 1
        text = hashlib.md5(str(_asked_before).encode()).hexdigest()
        body = {'uuid': f'{text[:8]}-{text[8:12]}-4{text[13:16]}-a{text[17:20]}-{text[20:]}'}
    elif what == 'user-agent':
        body = {'user-agent': asked.agent}
    elif what in ('bytes', 'stream-bytes', 'range') and rest:
        return Reply(bytes((n * 167 + 13) % 256 for n in range(size)) if what != 'range' else (b'abcdefghijklmnopqrstuvwxyz' * (size // 26 + 1))[:size],
                     'application/octet-stream')
    elif what == 'drip':
        return Reply(b'*' * asked.number('numbytes', 10), 'application/octet-stream')
    elif what == 'stream' and rest:
        told = {'url': asked.url, 'args': asked.query, 'headers': asked.headers, 'origin': '192.0.2.1'}
        return Reply(''.join(json.dumps({**told, 'id': n}) + '\n' for n in range(min(size, 100))), 'application/json')
    elif what == 'xml':
        return Reply('<?xml version=\'1.0\' encoding=\'us-ascii\'?>\n\n<slideshow\n    title="Sample Slide Show"\n    date="Date of publication"\n    '
                     'author="Yours Truly"\n    >\n\n    <slide type="all">\n      <title>Wake up to WonderWidgets!</title>\n    </slide>\n\n</slideshow>',
                     'application/xml')
    elif what == 'robots.txt':
        return Reply('User-agent: *\nDisallow: /deny\n', 'text/plain')
    elif what == 'deny':
        return Reply("YOU SHOULDN'T BE HERE\n", 'text/plain')
    elif what == 'base64' and rest:
        import base64
        try:
            return Reply(base64.urlsafe_b64decode(rest[0]).decode(), 'text/html; charset=utf-8')
        except ValueError:
            return Reply('Incorrect Base64 data try: SFRUUEJJTiBpcyBhd2Vzb21l', 'text/html; charset=utf-8')
    elif what == 'image':
        kind = rest[0] if rest else 'png'
        marks = {'png': b'\x89PNG\r\n\x1a\n', 'jpeg': b'\xff\xd8\xff\xe0\x00\x10JFIF', 'webp': b'RIFF\x10\x00\x00\x00WEBP'}
        return Reply(marks.get(kind, b'<svg xmlns="http://www.w3.org/2000/svg"/>') + bytes(2000), f'image/{"svg+xml" if kind == "svg" else kind}')
    elif what == 'cookies' and not rest:
        given = (each.strip().partition('=') for each in asked.headers.get('Cookie', '').split(';') if '=' in each)
        body = {'cookies': {name: value for name, _, value in given}}
    elif what in ('basic-auth', 'hidden-basic-auth') and len(rest) == 2:
        from _network import basic_auth
        if asked.headers.get('Authorization') != basic_auth(*rest):
            return Reply('', 'text/html; charset=utf-8', 401 if what == 'basic-auth' else 404)
        body = {'authenticated': True, 'user': rest[0]}
    elif what == 'bearer':
        scheme, _, token = asked.headers.get('Authorization', '').partition(' ')
        if scheme != 'Bearer':
            return Reply('', 'text/html; charset=utf-8', 401)
        body = {'authenticated': True, 'token': token}
    elif what in ('gzip', 'deflate', 'brotli'):
        done = {'gzip': 'gzipped', 'deflate': 'deflated', 'brotli': 'brotli'}[what]
        body = {done: True, 'headers': asked.headers, 'method': asked.method, 'origin': '192.0.2.1'}
    elif what == 'cache' or what == 'etag':
        body = {'args': asked.query, 'headers': asked.headers, 'origin': '192.0.2.1', 'url': asked.url}
    elif what == 'response-headers':
        body = {'Content-Type': 'application/json', **asked.query}
        return Reply(json.dumps(body, indent=2) + '\n', 'application/json', 200, list(asked.query.items()))
    else:
        return None
    return Reply(json.dumps(body, indent=2) + '\n', 'application/json')
