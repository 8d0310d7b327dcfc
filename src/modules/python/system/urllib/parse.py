"""URLs: taken apart, put together, quoted."""
from collections import namedtuple as _namedtuple
from functools import lru_cache as _lru_cache

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'urlencode', 'parse_qs',
           'parse_qsl', 'quote', 'quote_plus', 'quote_from_bytes', 'unquote', 'unquote_plus', 'unquote_to_bytes',
           'DefragResult', 'ParseResult', 'SplitResult', 'DefragResultBytes', 'ParseResultBytes', 'SplitResultBytes']
uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero', 'rtsp',
                 'rtsps', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https', 'shttp', 'snews',
               'prospero', 'rtsp', 'rtsps', 'rtspu', 'rsync', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git', 'git+ssh', 'ws', 'wss',
               'itms-services']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtsps', 'rtspu', 'sip', 'sips',
               'mms', 'sftp', 'tel']
_SAFE = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


class _ResultMixinStr:
    """Results of text have twins of bytes."""
    __slots__ = ()

    def encode(self, encoding='ascii', errors='strict'):
        return self._encoded_counterpart(*(part.encode(encoding, errors) for part in self))


class _ResultMixinBytes:
    __slots__ = ()

    def decode(self, encoding='ascii', errors='strict'):
        return self._decoded_counterpart(*(part.decode(encoding, errors) for part in self))


class _NetlocResultMixinBase:
    """What a netloc says."""
    __slots__ = ()
    username = property(lambda self: self._userinfo[0])
    password = property(lambda self: self._userinfo[1])

    @property
    def hostname(self):
        name = self._hostinfo[0]
        if not name:
            return None
        name, percent, zone = name.partition('%' if isinstance(name, str) else b'%')
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._hostinfo[1]
        if port is not None:
            if not (port.isdigit() and port.isascii()):
                raise ValueError(f'Port could not be cast to integer value as {port!r}')  #: 182 raise ValueError(f"Port could not be cast to integer value as {port!r}")
            port = int(port)
            if port > 65535:
                raise ValueError('Port out of range 0-65535')  #: 184 raise ValueError("Port out of range 0-65535")
        return port


class _NetlocResultMixinStr(_NetlocResultMixinBase, _ResultMixinStr):
    __slots__ = ()

    @property
    def _userinfo(self):
        user, at, _ = self.netloc.rpartition('@')
        if not at:
            return None, None
        name, colon, password = user.partition(':')
        return name, password if colon else None

    @property
    def _hostinfo(self):
        host = self.netloc.rpartition('@')[2]
        before, bracket, inside = host.partition('[')
        if bracket:
            name, _, port = inside.partition(']')
            port = port.partition(':')[2]
        else:
            name, _, port = host.partition(':')
        return name, port or None


def _in_bytes(name):
    return property(lambda self: tuple(part and part.encode() for part in getattr(self.decode(), name)))


class _NetlocResultMixinBytes(_NetlocResultMixinBase, _ResultMixinBytes):
    __slots__ = ()
    _userinfo, _hostinfo = _in_bytes('_userinfo'), _in_bytes('_hostinfo')


class DefragResult(_namedtuple('DefragResult', 'url fragment'), _ResultMixinStr):
    __slots__ = ()

    def geturl(self):
        return f'{self.url}#{self.fragment}' if self.fragment else self.url


class SplitResult(_namedtuple('SplitResult', 'scheme netloc path query fragment'), _NetlocResultMixinStr):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)  #: 334


class ParseResult(_namedtuple('ParseResult', 'scheme netloc path params query fragment'), _NetlocResultMixinStr):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)  #: 339


def _bytes_class(cls):
    """The same of bytes, which are those of ASCII."""
    mixin = _ResultMixinBytes if cls is DefragResult else _NetlocResultMixinBytes
    members = {'__slots__': (), '__module__': __name__, 'geturl': lambda self: self.decode().geturl().encode(), '_decoded_counterpart': cls}
    twin = cls._encoded_counterpart = type(cls.__name__ + 'Bytes', (cls.__bases__[0], mixin), members)
    return twin


DefragResultBytes, SplitResultBytes, ParseResultBytes = map(_bytes_class, (DefragResult, SplitResult, ParseResult))


def _as_is(result):
    return result


def _encoded(result):
    return result.encode('ascii')


def _decode_args(args):  #: in urllib/parse.py
    # Line by line, since tracebacks mark the call, the decoding and the look for it apart.
    return tuple(  #: 117 return «tuple(x.decode(encoding, errors) if x else '' for x in args)»
        decode('ascii')  #: 117 return tuple(«x.decode(encoding, errors)» if x else '' for x in args)
        if arg else '' for arg in args
        for decode in [arg and arg.decode])  #: 117 return tuple(«x.decode»(encoding, errors) if x else '' for x in args)


def _coerce_args(*args):  #: in urllib/parse.py
    """Text for each of them, and what makes a result of the first one's kind."""
    of_text = isinstance(args[0], str)  #: 125 str_input = isinstance(«args[0]», str)
    for arg in args[1:]:
        if arg and isinstance(arg, str) != of_text:
            raise TypeError('Cannot mix str and non-str arguments')  #: 130 raise TypeError("Cannot mix str and non-str arguments")
    if of_text:
        return *args, _as_is
    return *_decode_args(args), _encoded  #: 133 return «_decode_args(args)» + (_encode_result,)


_SPACE = ''.join(map(chr, range(33)))
_SCHEME = set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.')


def _check_bracketed_host(host):
    """What stands in brackets is an address of IPv6 or of a later kind."""
    import ipaddress
    import re
    if host.startswith('v'):
        if not re.match(r'\Av[a-fA-F0-9]+\..+\Z', host):
            raise ValueError('IPvFuture address is invalid')  #: 444 raise ValueError(f"IPvFuture address is invalid")
    elif isinstance(ipaddress.ip_address(host), ipaddress.IPv4Address):  #: 446 ip = «ipaddress.ip_address(hostname)» # Throws Value Error if not IPv6 or IPv4
        raise ValueError('An IPv4 address cannot be in brackets')  #: 448 raise ValueError(f"An IPv4 address cannot be in brackets")


def _check_normal(netloc):
    """No character may become one that ends a host, once it is brought into its plain form."""
    import unicodedata
    bare = ''.join(c for c in netloc if c not in '@:#?')
    if any(c in '/?#@:' for c in unicodedata.normalize('NFKC', bare)):
        raise ValueError(f"netloc '{netloc}' contains invalid characters under NFKC normalization")


@_lru_cache(typed=True)
def urlsplit(url, scheme='', allow_fragments=True):
    result_of = None
    if not type(url) is str is type(scheme):
        url, scheme, result_of = _coerce_args(url, scheme)  #: 474 url, scheme, _coerce_result = «_coerce_args(url, scheme)»
    netloc = query = fragment = ''
    url, scheme = url.lstrip(_SPACE), scheme.strip(_SPACE)  #: 478 scheme = «scheme.strip»(_WHATWG_C0_CONTROL_OR_SPACE)
    for c in '\t\r\n':
        url, scheme = url.replace(c, ''), scheme.replace(c, '')
    at = url.find(':')
    if at > 0 and url[0].isascii() and url[0].isalpha() and _SCHEME.issuperset(url[:at]):
        scheme, url = url[:at].lower(), url[at + 1:]
    if url[:2] == '//':
        end = len(url)
        for c in '/?#':
            if (at := url.find(c, 2, end)) >= 0:
                end = at
        netloc, url = url[2:end], url[end:]
        if ('[' in netloc) != (']' in netloc):
            raise ValueError('Invalid IPv6 URL')  #: 497 raise ValueError("Invalid IPv6 URL")
        if '[' in netloc:
            _check_bracketed_host(netloc.partition('[')[2].partition(']')[0])  #: 500 _check_bracketed_host(bracketed_host)
    if allow_fragments:
        url, _, fragment = url.partition('#')
    url, _, query = url.partition('?')
    if not netloc.isascii():
        _check_normal(netloc)
    split = SplitResult(scheme, netloc, url, query, fragment)
    return split if result_of is None else result_of(split)


def urlparse(url, scheme='', allow_fragments=True):
    url, scheme, result_of = _coerce_args(url, scheme)  #: 394 url, scheme, _coerce_result = «_coerce_args(url, scheme)»
    scheme, netloc, url, query, fragment = urlsplit(url, scheme, allow_fragments)  #: 395 splitresult = «urlsplit(url, scheme, allow_fragments)»
    params = ''
    if scheme in uses_params and ';' in url:
        at = url.find(';', url.rfind('/') + 1) if '/' in url else url.find(';')
        if at >= 0:
            url, params = url[:at], url[at + 1:]
    return result_of(ParseResult(scheme, netloc, url, params, query, fragment))


def urlunsplit(components):
    scheme, netloc, url, query, fragment, result_of = _coerce_args(*components)  #: 526 scheme, netloc, url, query, fragment, _coerce_result = (⏎                                          «_coerce_args(*components)»)
    return result_of(_unsplit(scheme, netloc, url, query, fragment))


def _unsplit(scheme, netloc, url, query, fragment):
    if netloc:
        url = '//' + netloc + ('/' + url if url and url[:1] != '/' else url)
    elif url[:2] == '//' or scheme and scheme in uses_netloc and (not url or url[:1] == '/'):
        url = '//' + url
    if scheme:
        url = scheme + ':' + url
    if query:
        url += '?' + query
    return url + '#' + fragment if fragment else url


def urlunparse(components):
    scheme, netloc, url, params, query, fragment, result_of = _coerce_args(*components)  #: 514 scheme, netloc, url, params, query, fragment, _coerce_result = (⏎                                                  «_coerce_args(*components)»)
    return result_of(_unparse(scheme, netloc, url, params, query, fragment))


def _unparse(scheme, netloc, url, params, query, fragment):
    return _unsplit(scheme, netloc, f'{url};{params}' if params else url, query, fragment)


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    base, url, result_of = _coerce_args(base, url)  #: 551 base, url, _coerce_result = «_coerce_args(base, url)»
    bscheme, bnetloc, bpath, bparams, bquery, _ = urlparse(base, '', allow_fragments)  #: 552 bscheme, bnetloc, bpath, bparams, bquery, bfragment = \⏎            «urlparse(base, '', allow_fragments)»
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)  #: 554 scheme, netloc, path, params, query, fragment = \⏎            «urlparse(url, bscheme, allow_fragments)»
    if scheme != bscheme or scheme not in uses_relative:
        return result_of(url)
    if netloc:
        return result_of(_unparse(scheme, netloc, path, params, query, fragment))
    if not path and not params:
        return result_of(_unparse(scheme, bnetloc, bpath, bparams, query or bquery, fragment))
    base_parts = bpath.split('/')
    if base_parts[-1] != '':
        del base_parts[-1]
    if path[:1] == '/':
        segments = path.split('/')
    else:
        segments = base_parts + path.split('/')
        segments[1:-1] = filter(None, segments[1:-1])
    resolved = []
    for segment in segments:
        if segment == '..':
            if resolved:
                resolved.pop()
        elif segment != '.':
            resolved.append(segment)
    if segments[-1] in ('.', '..'):
        resolved.append('')
    return result_of(_unparse(scheme, bnetloc, '/'.join(resolved) or '/', params, query, fragment))


def urldefrag(url):
    url, result_of = _coerce_args(url)  #: 619 url, _coerce_result = «_coerce_args(url)»
    if '#' not in url:
        return result_of(DefragResult(url, ''))
    s, n, p, a, q, fragment = urlparse(url)
    return result_of(DefragResult(_unparse(s, n, p, a, q, ''), fragment))


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')  #: 941 raise TypeError("quote_from_bytes() expected bytes")
    safe = safe if isinstance(safe, (str, bytes)) else bytes(safe)
    table = _quoted.get(safe)
    if table is None:
        keep = _SAFE | {b for b in (safe.encode('ascii', 'ignore') if isinstance(safe, str) else safe) if b < 128}
        table = _quoted[safe] = [chr(b) if b in keep else f'%{b:02X}' for b in range(256)]
    return ''.join([table[b] for b in bs])


_quoted = {}


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or 'utf-8', errors or 'strict')  #: 905 string = «string.encode(encoding, errors)»
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")  #: 908
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")  #: 910
    return quote_from_bytes(string, safe)  #: 911


def quote_plus(string, safe='', encoding=None, errors=None):
    if isinstance(string, str) and ' ' not in string or isinstance(string, bytes) and b' ' not in string:
        return quote(string, safe, encoding, errors)  #: 922
    space = ' ' if isinstance(safe, str) else b' '
    return quote(string, safe + space, encoding, errors).replace(' ', '+')


def unquote_to_bytes(string):
    if not string:
        string.split
        return b''
    if isinstance(string, str):
        string = string.encode('utf-8')
    head, *pieces = string.split(b'%')
    if not pieces:
        return string
    if not _bytes:
        digits = '0123456789ABCDEFabcdef'
        _bytes.update(((a + b).encode(), bytes.fromhex(a + b)) for a in digits for b in digits)
    parts = [head]
    for piece in pieces:
        byte = _bytes.get(piece[:2])
        parts += (b'%', piece) if byte is None else (byte, piece[2:])
    return b''.join(parts)


# By their hexadecimal digits.
_bytes = {}


def unquote(string, encoding='utf-8', errors='replace'):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding or 'utf-8', errors or 'replace')
    if '%' not in string:  #: 688
        string.split  #: 690
        return string
    if string.isascii():
        return unquote_to_bytes(string).decode(encoding or 'utf-8', errors or 'replace')
    found, part = [], ''
    # What is not ASCII stays.
    for char in string + '\u0100':
        if char.isascii():
            part += char
        else:
            found += unquote_to_bytes(part).decode(encoding or 'utf-8', errors or 'replace'), char
            part = ''
    return ''.join(found[:-1])


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace',
              max_num_fields=None, separator='&'):
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')  #: 772 raise ValueError("Separator must be of type string or bytes.")
    if isinstance(qs, str):
        equals_sign = '='
        if not isinstance(separator, str):
            separator = str(separator, 'ascii')

        def plain(text):
            return unquote_plus(text, encoding, errors)
    else:
        if not qs:
            return []
        qs, equals_sign = bytes(memoryview(qs)), b'='  #: 784 qs = bytes(«memoryview(qs)»)
        if isinstance(separator, str):
            separator = bytes(separator, 'ascii')

        def plain(text):
            return unquote_to_bytes(text.replace(b'+', b' '))
    if not qs:
        return []
    if max_num_fields is not None and max_num_fields < 1 + qs.count(separator):
        raise ValueError('Max number of fields exceeded')  #: 800
    found = []
    for pair in qs.split(separator):
        if not pair and not strict_parsing:
            continue
        name, equals, value = pair.partition(equals_sign)
        if not equals and strict_parsing:
            raise ValueError(f'bad query field: {pair!r}')  #: 807 raise ValueError("bad query field: %r" % (name_value,))
        if value or keep_blank_values:
            found.append((plain(name), plain(value)))
    return found


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None,
             separator='&'):
    found = {}
    pairs = parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator)  #: 730 pairs = «parse_qsl(qs, keep_blank_values, strict_parsing,⏎                  encoding=encoding, errors=errors,⏎                  max_num_fields=max_num_fields, separator=separator)»
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    pairs = query.items() if hasattr(query, 'items') else query
    try:
        if len(pairs) and pairs is query and not isinstance(pairs[0], tuple):  #: 987 if «len(query)» and not isinstance(query[0], tuple):
            raise TypeError  #: 988
    except TypeError as err:
        raise TypeError('not a valid non-string sequence or mapping object') from err  #: 994 raise TypeError("not a valid non-string sequence "⏎                "or mapping object") from err

    def text(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)
    parts = []
    for name, value in pairs:
        many = doseq and not isinstance(value, (str, bytes)) and hasattr(value, '__iter__')
        parts += [f'{text(name)}={text(each)}' for each in (value if many else [value])]
    return '&'.join(parts)


def clear_cache():
    urlsplit.cache_clear()


def __getattr__(name):
    if name == 'unwrap' or name.lstrip('_')[:5] in ('split', 'to_by'):
        import _old_urls
        found = _old_urls.find(name)
        if found is not None:
            globals()[name] = found
            return found
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')  #: 836


