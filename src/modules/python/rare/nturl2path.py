"""Paths of Windows as parts of `file:` URLs, and back."""


def url2pathname(url):
    import string
    import urllib.parse
    url = url.replace(':', '|')
    if '|' not in url:
        # A share: `////host/path`, a path without a drive.
        if url[:4] == '////':
            url = url[2:]
        return urllib.parse.unquote(url.replace('/', '\\'))
    parts = url.split('|')
    if len(parts) != 2 or parts[0][-1] not in string.ascii_letters:
        raise OSError('Bad URL: ' + url)
    path = parts[0][-1].upper() + ':' + ''.join(['\\' + urllib.parse.unquote(part) for part in parts[1].split('/') if part])
    return path + '\\' if path.endswith(':') and url.endswith('/') else path


def pathname2url(p):
    import urllib.parse
    p = p.replace('\\', '/')
    if p[:4] == '//?/':
        p = p[4:]
        if p[:4].upper() == 'UNC/':
            p = '/' + p[4:]
        elif p[1:2] != ':':
            raise OSError('Bad path: ' + p)
    if ':' not in p:
        return urllib.parse.quote('//' + p if p[:2] == '//' else p)
    drive, colon, rest = p.partition(':')
    if len(drive) != 1 or ':' in rest:
        raise OSError('Bad path: ' + p.replace('/', '\\'))
    return '///' + urllib.parse.quote(drive.upper()) + ':' + ''.join(['/' + urllib.parse.quote(part) for part in rest.split('/') if part])
