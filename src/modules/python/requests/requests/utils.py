"""What requests does with addresses, headers and bodies, for programs that do the same."""
import codecs as _codecs
import contextlib as _contextlib
import os as _os
import re as _re
import socket as _socket
import warnings as _warnings
from collections import OrderedDict
from urllib.parse import quote, unquote, urlparse, urlunparse
from urllib.request import (getproxies, getproxies_environment, parse_http_list as _parse_list_header, proxy_bypass,
                            proxy_bypass_environment)

from requests.cookies import cookiejar_from_dict
from requests.exceptions import FileModeWarning, InvalidURL, UnrewindableBodyError
from requests.models import _check_header as check_header_validity, _decoded, _slices
from requests.sessions import USER_AGENT as _USER_AGENT, default_headers
from requests.structures import CaseInsensitiveDict

NETRC_FILES = '.netrc', '_netrc'
DEFAULT_ACCEPT_ENCODING = default_headers()['Accept-Encoding']
DEFAULT_PORTS = {'http': 80, 'https': 443}
UNRESERVED_SET = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~')
_MAY_STAY = "!#$&'()*+,/:;=?@[]~"
_TEXT_FILE = ('Requests has determined the content-length for this request using the binary size of the file: however, the file '
              "has been opened in text mode (i.e. without the 'b' flag in the mode). This may lead to an incorrect content-length. "
              'In Requests 3.0, support will be removed for files in text mode.')
_TO_GO = ('In requests 3.0, %s will be removed. For more information, please see the discussion on issue #2266. (This warning '
          'should only appear once.)')


def default_user_agent(name='python-requests'):
    return f"{name}/{_USER_AGENT.partition('/')[2]}"


# Bodies and data.


def dict_to_sequence(d):
    return d.items() if hasattr(d, 'items') else d


def _no_single_value(value):
    if isinstance(value, (str, bytes, int)):
        raise ValueError('cannot encode objects that are not 2-tuples')


def from_key_val_list(value):
    _no_single_value(value)
    return None if value is None else OrderedDict(value)


def to_key_val_list(value):
    _no_single_value(value)
    return None if value is None else list(dict_to_sequence(value))


def super_len(o):
    """How many bytes of it are still to be sent; 0: nobody knows."""
    o = o.encode() if isinstance(o, str) else o
    whole, at = _told_length(o), 0
    if hasattr(o, 'tell'):
        try:
            at = o.tell()
        except OSError:
            at = whole or 0
        else:
            whole = _length_at_end(o, at) if whole is None and hasattr(o, 'seek') else whole
    return max(0, (whole or 0) - at)


def _told_length(o):
    if hasattr(o, '__len__'):
        return len(o)
    if hasattr(o, 'len'):
        return o.len
    try:
        size = _os.fstat(o.fileno()).st_size if hasattr(o, 'fileno') else None
    except (OSError, AttributeError) as e:
        if isinstance(e, OSError) and not isinstance(e, ValueError):
            raise
        return None
    if size is not None and 'b' not in o.mode:
        _warnings.warn(_TEXT_FILE, FileModeWarning)
    return size


def _length_at_end(file, at):
    try:
        file.seek(0, _os.SEEK_END)
        length = file.tell()
        file.seek(at or 0)
    except OSError:
        return 0
    return length


def guess_filename(obj):
    name = getattr(obj, 'name', None)
    if isinstance(name, (str, bytes)) and name and name[0] != '<' and name[-1] != '>':
        return _os.path.basename(name)
    return None


def rewind_body(prepared_request):
    """Back to where the body began, so that it may be sent again."""
    at = getattr(prepared_request, '_body_position', None)
    if not hasattr(prepared_request.body, 'seek') or not isinstance(at, int):
        raise UnrewindableBodyError('Unable to rewind request body for redirect.')
    try:
        prepared_request.body.seek(at)
    except OSError:
        raise UnrewindableBodyError('An error occurred when rewinding request body for redirect.')


@_contextlib.contextmanager
def atomic_open(filename):
    """A file that takes its name once it is complete."""
    import tempfile
    number, beside = tempfile.mkstemp(dir=_os.path.dirname(filename))
    with _contextlib.ExitStack() as on_failure:
        on_failure.callback(_os.remove, beside)
        with open(number, 'wb') as file:
            yield file
        _os.replace(beside, filename)
        on_failure.pop_all()


# Headers.


def parse_list_header(value):
    return [_unquoted(item) for item in _parse_list_header(value)]


def parse_dict_header(value):
    pairs = (item.partition('=') for item in _parse_list_header(value))
    return {name: _unquoted(said) if sign else None for name, sign, said in pairs}


def _unquoted(text):
    return unquote_header_value(text[1:-1]) if text[:1] == text[-1:] == '"' else text


def unquote_header_value(value, is_filename=False):
    if not value or {value[0], value[-1]} != {'"'}:
        return value
    inner = value[1:-1]
    # A path of the network keeps its two backslashes.
    if is_filename and inner.startswith(r'\\'):
        return inner
    return inner.replace(r'\\', '\\').replace(r'\"', '"')


def parse_header_links(value):
    value = value.strip(' \'"')
    return [_link(*one.split(';')) for one in _re.split(', *<', value)] if value else []


def _link(url, *parameters):
    link = {'url': url.strip('<> \'"')}
    for pair in (parameter.split('=') for parameter in parameters):
        if len(pair) != 2:
            break
        name, said = (part.strip(' \'"') for part in pair)
        link[name] = said
    return link


def _parse_content_type_header(header):
    kind, *parameters = (part.strip() for part in header.split(';'))
    pairs = (parameter.partition('=') for parameter in parameters)
    return kind, {name.strip('"\' ').lower(): said.strip('"\' ') for name, sign, said in pairs if sign}


def get_encoding_from_headers(headers):
    given = headers.get('content-type')
    if not given:
        return None
    kind, parameters = _parse_content_type_header(given)
    usual = 'ISO-8859-1' if 'text' in kind else 'utf-8' if 'application/json' in kind else None
    return parameters.get('charset', usual)


# Texts in bytes.

_MARKS = ((_codecs.BOM_UTF32_LE, 'utf-32'), (_codecs.BOM_UTF32_BE, 'utf-32'), (_codecs.BOM_UTF8, 'utf-8-sig'),
          (_codecs.BOM_UTF16_LE, 'utf-16'), (_codecs.BOM_UTF16_BE, 'utf-16'))
# Where the first bytes of JSON are null.
_NULLS = {'0x0x': 'utf-16-be', '0x0': 'utf-16-be', 'x0x0': 'utf-16-le', '000x': 'utf-32-be', '000': 'utf-32-be',
          'x000': 'utf-32-le'}


def guess_json_utf(data):
    start = data[:4]
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    return _NULLS.get(''.join('x' if byte else '0' for byte in start)) if 0 in start else 'utf-8'


def iter_slices(string, slice_length):
    return _slices(string, slice_length)


def stream_decode_response_unicode(iterator, r):
    return iter(iterator) if r.encoding is None else _decoded(iterator, r.encoding)


def get_unicode_from_response(r):
    _warnings.warn(_TO_GO % 'get_unicode_from_response', DeprecationWarning)
    return None if r.content is None else str(r.content, get_encoding_from_headers(r.headers) or 'utf-8', 'replace')


def get_encodings_from_content(content):
    _warnings.warn(_TO_GO % 'get_encodings_from_content', DeprecationWarning)
    patterns = (r'''(?i)<meta.*?charset=["']*(.+?)["'>]''', r'''(?i)<meta.*?content=["']*;?charset=(.+?)["'>]''',
                r'''^<\?xml.*?encoding=["']*(.+?)["'>]''')
    return [found for pattern in patterns for found in _re.findall(pattern, content)]


# Cookies.


def dict_from_cookiejar(cj):
    return {cookie.name: cookie.value for cookie in cj}


def add_dict_to_cookiejar(cj, cookie_dict):
    return cookiejar_from_dict(cookie_dict, cj)


# Addresses.


def unquote_unreserved(uri):
    """Without the escapes of characters that need none."""
    def plain(escape):
        try:
            character = chr(int(escape[1], 16))
        except ValueError:
            raise InvalidURL(f"Invalid percent-escape sequence: '{escape[1]}'")
        return character if character in UNRESERVED_SET else escape[0]
    return _re.sub(r'%([^\W_]{2})', plain, uri)


def requote_uri(uri):
    try:
        return quote(unquote_unreserved(uri), _MAY_STAY + '%')
    except InvalidURL:
        return quote(uri, _MAY_STAY)


def urldefragauth(url):
    parts = urlparse(url)
    # What has no scheme is a host in the eyes of requests.
    host, path = (parts.netloc, parts.path) if parts.netloc else (parts.path, '')
    return urlunparse(parts._replace(netloc=host.rpartition('@')[2], path=path, fragment=''))


def get_auth_from_url(url):
    parts = urlparse(url)
    known = parts.username is not None and parts.password is not None
    return (unquote(parts.username), unquote(parts.password)) if known else ('', '')


def get_netrc_auth(url, raise_errors=False):
    """The name and the password that a file of the user's holds for a host."""
    from netrc import NetrcParseError, netrc
    named = _os.environ.get('NETRC')
    files = [_os.path.expanduser(each) for each in ([f'~/{name}' for name in NETRC_FILES] if named is None else [named])]
    file = next((each for each in files if _os.path.exists(each)), None)
    host = urlparse(url.decode() if isinstance(url, bytes) else url).hostname
    if file is None or host is None:
        return None
    try:
        found = netrc(file).authenticators(host)
    except (NetrcParseError, OSError):
        if raise_errors:
            raise
        return None
    return (found[0] or found[1] or '', found[2] or '') if found and any(found) else None


# Networks and proxies.


def _number(address):
    return int.from_bytes(_socket.inet_aton(address), 'big')


def _mask(bits):
    return 0xFFFFFFFF ^ (1 << 32 - bits) - 1


def dotted_netmask(mask):
    return _socket.inet_ntoa(_mask(mask).to_bytes(4, 'big'))


def address_in_network(ip, net):
    base, bits = net.split('/')
    return not (_number(ip) ^ _number(base)) & _mask(int(bits))


def is_ipv4_address(string_ip):
    try:
        _socket.inet_aton(string_ip)
    except OSError:
        return False
    return True


def is_valid_cidr(string_network):
    base, _, bits = string_network.partition('/')
    try:
        return 1 <= int(bits) <= 32 and is_ipv4_address(base)
    except ValueError:
        return False


@_contextlib.contextmanager
def set_environ(env_name, value):
    """While this lasts, a variable has another value; None changes nothing."""
    before = _os.environ.get(env_name)
    if value is not None:
        _os.environ[env_name] = value
    try:
        yield
    finally:
        if value is not None and before is not None:
            _os.environ[env_name] = before
        elif value is not None:
            del _os.environ[env_name]


def should_bypass_proxies(url, no_proxy):
    parts = urlparse(url)
    host = parts.hostname
    if host is None:
        return True
    exempt = no_proxy if no_proxy is not None else _os.environ.get('no_proxy') or _os.environ.get('NO_PROXY') or ''
    if any(_is_of(host, parts.port, one) for one in exempt.replace(' ', '').split(',') if one):
        return True
    with set_environ('no_proxy', no_proxy):
        try:
            return bool(proxy_bypass(host))
        except (TypeError, _socket.gaierror):
            return False


def _is_of(host, port, exempt):
    """Whether a host is one that needs no proxy, or in such a network or domain."""
    if is_ipv4_address(host):
        return address_in_network(host, exempt) if is_valid_cidr(exempt) else host == exempt
    names = (host, f'{host}:{port}') if port else (host,)
    return any(f'.{name}'.endswith('.' + exempt.lstrip('.')) for name in names)


def get_environ_proxies(url, no_proxy=None):
    return {} if should_bypass_proxies(url, no_proxy) else getproxies()


def select_proxy(url, proxies):
    parts, proxies = urlparse(url), proxies or {}
    kinds = parts.scheme, 'all'
    if parts.hostname is None:
        keys = kinds
    else:
        keys = [key for kind in kinds for key in (f'{kind}://{parts.hostname}', kind)]
    return next((proxies[key] for key in keys if key in proxies), None)


def resolve_proxies(request, proxies, trust_env=True):
    chosen = dict(proxies or {})
    if trust_env:
        known, scheme = get_environ_proxies(request.url, chosen.get('no_proxy')), urlparse(request.url).scheme
        if proxy := known.get(scheme, known.get('all')):
            chosen.setdefault(scheme, proxy)
    return chosen


def prepend_scheme_if_needed(url, new_scheme):
    from urllib3.util.url import parse_url
    parts = parse_url(url)
    place, path = (parts.netloc, parts.path) if parts.netloc else (parts.path, parts.netloc)
    place = f'{parts.auth}@{place}' if parts.auth else place
    return urlunparse((new_scheme if parts.scheme is None else parts.scheme, place, path or '', '', parts.query,
                       parts.fragment))


def extract_zipped_paths(path):
    """A path that goes into an archive becomes that of a copy of what is there."""
    import tempfile
    import zipfile
    archive = path
    while archive and not _os.path.exists(archive):
        archive = _os.path.dirname(archive)
    if archive == path or not zipfile.is_zipfile(archive):
        return path
    member = path[len(archive):].lstrip('/')
    with zipfile.ZipFile(archive) as opened:
        if member not in opened.namelist():
            return path
        number, copy = tempfile.mkstemp(suffix=_os.path.splitext(member)[1])
        with open(number, 'wb') as file:
            file.write(opened.read(member))
    return copy
