"""What applications of WSGI ask of their environment."""
import io
import posixpath
from urllib.parse import quote

__all__ = ['FileWrapper', 'guess_scheme', 'application_uri', 'request_uri', 'shift_path_info', 'setup_testing_defaults',
           'is_hop_by_hop']
_HOPS = frozenset(('connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailers',
                   'transfer-encoding', 'upgrade'))


class FileWrapper:
    """The blocks of a file, one after another."""

    def __init__(self, filelike, blksize=8192):
        self.filelike, self.blksize = filelike, blksize
        if hasattr(filelike, 'close'):
            self.close = filelike.close

    def __iter__(self):
        return self

    def __next__(self):
        block = self.filelike.read(self.blksize)
        if not block:
            raise StopIteration
        return block


def is_hop_by_hop(header_name):
    """Whether a header is for the next machine alone."""
    return header_name.lower() in _HOPS


def guess_scheme(environ):
    return 'https' if environ.get('HTTPS') in ('yes', 'on', '1') else 'http'


def application_uri(environ):
    """Where the application is, without the rest of the path."""
    scheme = environ['wsgi.url_scheme']
    host = environ.get('HTTP_HOST')
    if not host:
        host, port = environ['SERVER_NAME'], environ['SERVER_PORT']
        if port != ('443' if scheme == 'https' else '80'):
            host += ':' + port
    return f'{scheme}://{host}' + quote(environ.get('SCRIPT_NAME') or '/', encoding='latin1')


def request_uri(environ, include_query=True):
    """All of what was asked for."""
    path = quote(environ.get('PATH_INFO', ''), safe='/;=,', encoding='latin1')
    # Without a script's name what comes before ends in the slash already.
    whole = application_uri(environ) + (path if environ.get('SCRIPT_NAME') else path[1:])
    query = environ.get('QUERY_STRING')
    return f'{whole}?{query}' if include_query and query else whole


def shift_path_info(environ):
    """Moves the first name of the path to the script's; None: there is none."""
    path = environ.get('PATH_INFO', '')
    if not path:
        return None
    empty, *names = path.split('/')
    names[:-1] = [name for name in names[:-1] if name and name != '.']
    name, script = names[0], environ.get('SCRIPT_NAME', '')
    script = posixpath.normpath(f'{script}/{name}').removesuffix('/')
    environ['SCRIPT_NAME'] = script if name else script + '/'
    environ['PATH_INFO'] = '/'.join([empty, *names[1:]])
    # One dot is the end of a path, as no name is.
    return None if name == '.' else name


def setup_testing_defaults(environ):
    """Fills an environment with what an application may count on."""
    put = environ.setdefault
    put('SERVER_NAME', '127.0.0.1')
    put('SERVER_PROTOCOL', 'HTTP/1.0')
    put('HTTP_HOST', environ['SERVER_NAME'])
    put('REQUEST_METHOD', 'GET')
    if 'SCRIPT_NAME' not in environ and 'PATH_INFO' not in environ:
        put('SCRIPT_NAME', '')
        put('PATH_INFO', '/')
    put('wsgi.version', (1, 0))
    for name in 'run_once', 'multithread', 'multiprocess':
        put('wsgi.' + name, 0)
    put('wsgi.input', io.BytesIO())
    put('wsgi.errors', io.StringIO())
    put('wsgi.url_scheme', guess_scheme(environ))
    port = {'http': '80', 'https': '443'}.get(environ['wsgi.url_scheme'])
    if port:
        put('SERVER_PORT', port)
