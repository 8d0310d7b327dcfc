"""Names of files, redirects, files as answers."""
import os
import re
from functools import cached_property as _cached_property

from markupsafe import escape

from werkzeug._internal import environ_property, header_property
from werkzeug.exceptions import NotFound, RequestedRangeNotSatisfiable


class cached_property(_cached_property):
    """A property that is computed once, and may be set or deleted."""

    def __set_name__(self, owner, name):
        super().__set_name__(owner, name)
        self.__name__ = name


def get_content_type(mimetype, charset):
    if (mimetype.startswith('text/') or mimetype in ('application/ecmascript', 'application/javascript', 'application/sql', 'application/xml',
                                                     'application/xml-dtd', 'application/xml-external-parsed-entity') or mimetype.endswith('+xml')):
        mimetype += f'; charset={charset}'
    return mimetype


_UNFIT = re.compile(r'[^A-Za-z0-9_.-]')


def secure_filename(filename):
    """A name that stays where it is put."""
    import unicodedata
    filename = unicodedata.normalize('NFKD', filename).encode('ascii', 'ignore').decode('ascii')
    for separator in (os.sep, os.path.altsep):
        if separator:
            filename = filename.replace(separator, ' ')
    return _UNFIT.sub('', '_'.join(filename.split())).strip('._')


def redirect(location, code=302, Response=None):
    """An answer that leads elsewhere."""
    if Response is None:
        from werkzeug.wrappers import Response
    shown = escape(location)
    response = Response(f'<!doctype html>\n<html lang=en>\n<title>Redirecting...</title>\n<h1>Redirecting...</h1>\n<p>You should be redirected '
                        f'automatically to the target URL: <a href="{shown}">{shown}</a>. If not, click the link.\n', code, mimetype='text/html')
    response.headers['Location'] = location
    return response


def append_slash_redirect(environ, code=308):
    tail = environ['PATH_INFO'].rpartition('/')[2]
    query = environ.get('QUERY_STRING')
    return redirect((f'{tail}/' if tail else './') + (f'?{query}' if query else ''), code)


def send_file(path_or_file, environ, mimetype=None, as_attachment=False, download_name=None, conditional=True, etag=True, last_modified=None,
              max_age=None, use_x_sendfile=False, response_class=None, _root_path=None):
    """A file as an answer."""
    import io
    import mimetypes
    import time
    from urllib.parse import quote
    from zlib import adler32

    from werkzeug.datastructures import Headers
    from werkzeug.wrappers import Response
    from werkzeug.wsgi import wrap_file
    headers, path, size, changed = Headers(), None, None, None
    if isinstance(path_or_file, (os.PathLike, str)):
        path = os.path.join(_root_path, path_or_file) if _root_path is not None else os.path.abspath(path_or_file)
        found = os.stat(path)
        size, changed, file = found.st_size, found.st_mtime, None
    else:
        file = path_or_file
        if isinstance(file, io.BytesIO):
            size = file.getbuffer().nbytes
        elif isinstance(file, io.TextIOBase):
            raise ValueError('Files must be opened in binary mode or use BytesIO.')
    download_name = os.path.basename(path) if download_name is None and path is not None else download_name
    if mimetype is None:
        if download_name is None:
            raise TypeError("Unable to detect the MIME type because a file name is not available. Either set 'download_name', pass a file path "
                            "instead of a file object, or set 'mimetype'.")
        mimetype, encoding = mimetypes.guess_type(download_name)
        mimetype = mimetype or 'application/octet-stream'
        if not as_attachment and encoding is not None:
            headers['Content-Encoding'] = encoding
    if download_name is not None:
        try:
            download_name.encode('ascii')
            names = {'filename': download_name}
        except UnicodeEncodeError:
            import unicodedata
            simple = unicodedata.normalize('NFKD', download_name).encode('ascii', 'ignore').decode('ascii')
            names = {'filename': simple, 'filename*': "UTF-8''" + quote(download_name, safe="!#$&+-.^_`|~")}
        headers.set('Content-Disposition', 'attachment' if as_attachment else 'inline', **names)
    elif as_attachment:
        raise TypeError("No name provided for attachment. Either set 'download_name' or pass a file path instead of a file object.")
    if use_x_sendfile and path is not None:
        headers['X-Sendfile'], data = path, None
    else:
        data = wrap_file(environ, open(path, 'rb') if file is None else file)
    response = (response_class or Response)(data, mimetype=mimetype, headers=headers, direct_passthrough=True)
    if size is not None:
        response.content_length = size
    if last_modified is not None or changed is not None:
        response.last_modified = changed if last_modified is None else last_modified
    response.cache_control.no_cache = True
    max_age = max_age(path) if callable(max_age) else max_age
    if max_age is not None:
        if max_age > 0:
            response.cache_control.no_cache, response.cache_control.public = None, True
        response.cache_control.max_age = max_age
        response.expires = int(time.time() + max_age)
    if isinstance(etag, str):
        response.set_etag(etag)
    elif etag and path is not None:
        response.set_etag(f'{changed}-{size}-{adler32(path.encode()) & 0xFFFFFFFF}')
    if conditional:
        try:
            response = response.make_conditional(environ, accept_ranges=True, complete_length=size)
        except RequestedRangeNotSatisfiable:
            if data is not None:
                data.close()
            raise
        if response.status_code == 304:
            response.headers.pop('x-sendfile', None)
    return response


def send_from_directory(directory, path, environ, **kwargs):
    from werkzeug.security import safe_join
    path = safe_join(os.fspath(directory), os.fspath(path))
    if path is None:
        raise NotFound()
    if '_root_path' in kwargs:
        path = os.path.join(kwargs['_root_path'], path)
    if not os.path.isfile(path):
        raise NotFound()
    return send_file(path, environ, **kwargs)


def import_string(import_name, silent=False):
    """What a dotted name stands for."""
    path = import_name.replace(':', '.')
    try:
        return _imported(path)
    except ImportError as e:
        if silent:
            return None
        raise ImportStringError(path, e).with_traceback(e.__traceback__) from None


def _imported(path):
    """A module, or what is in one."""
    import sys
    module, dot, name = path.rpartition('.')
    try:
        __import__(path)
        return sys.modules[path]
    except ImportError:
        if not dot:
            raise
    holder = __import__(module, globals(), locals(), [name])
    try:
        return getattr(holder, name)
    except AttributeError as e:
        raise ImportError(e) from None


class ImportStringError(ImportError):
    """What is imported is not there."""

    def __init__(self, import_name, exception):
        self.import_name, self.exception = import_name, exception
        from itertools import accumulate
        text, found = import_name, []
        for name in accumulate(import_name.replace(':', '.').split('.'), lambda before, part: f'{before}.{part}' if before else part):
            if imported := import_string(name, silent=True):
                found.append((name, getattr(imported, '__file__', None)))
                continue
            text = (f'import_string() failed for {import_name!r}. Possible reasons are:\n\n- missing __init__.py in a package;\n- package or module '
                    f'path not included in sys.path;\n- duplicated package or module name taking precedence in sys.path;\n- missing module, class, '
                    f'function or variable;\n\nDebugged import:\n\n' + '\n'.join([*(f'- {each!r} found in {where!r}.' for each, where in found),
                                                                               f'- {name!r} not found.'])
                    + f'\n\nOriginal exception:\n\n{type(exception).__name__}: {exception}')
            break
        super().__init__(text)

    def __repr__(self):
        return f'<{type(self).__name__}({self.import_name!r}, {self.exception!r})>'


def find_modules(import_path, include_packages=False, recursive=False):
    import pkgutil
    package = import_string(import_path)
    folders = getattr(package, '__path__', None)
    if folders is None:
        raise ValueError(f'{import_path!r} is not a package')
    for _, name, is_package in pkgutil.iter_modules(folders):
        name = f'{package.__name__}.{name}'
        if include_packages or not is_package:
            yield name
        if is_package and recursive:
            yield from find_modules(name, include_packages, True)
