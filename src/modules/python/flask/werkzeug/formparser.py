"""Forms that were sent: of either kind."""
from io import BytesIO

from werkzeug.datastructures import FileStorage, Headers, MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.urls import query_pairs


def default_stream_factory(total_content_length, content_type, filename, content_length=None):
    return BytesIO()


def parse_form_data(environ, stream_factory=None, max_form_memory_size=None, max_content_length=None, cls=None, silent=True, *,
                    max_form_parts=None):
    return FormDataParser(stream_factory, max_form_memory_size, max_content_length, cls, silent,
                          max_form_parts=max_form_parts).parse_from_environ(environ)


class FormDataParser:
    """Gives the stream (for what is no form), the fields and the files."""

    def __init__(self, stream_factory=None, max_form_memory_size=None, max_content_length=None, cls=None, silent=True, *, max_form_parts=None):
        self.stream_factory = default_stream_factory if stream_factory is None else stream_factory
        self.max_form_memory_size, self.max_content_length, self.max_form_parts = max_form_memory_size, max_content_length, max_form_parts
        self.cls, self.silent = MultiDict if cls is None else cls, silent

    def parse_from_environ(self, environ):
        from werkzeug.http import parse_options_header
        from werkzeug.wsgi import get_content_length, get_input_stream
        mimetype, options = parse_options_header(environ.get('CONTENT_TYPE', ''))
        stream = get_input_stream(environ, max_content_length=self.max_content_length)
        return self.parse(stream, mimetype, get_content_length(environ), options)

    def parse(self, stream, mimetype, content_length, options=None):
        nothing = stream, self.cls(), self.cls()
        try:
            if mimetype == 'multipart/form-data':
                return self._multipart(stream, content_length, options or {})
            if mimetype == 'application/x-www-form-urlencoded':
                return self._urlencoded(stream, content_length)
        except ValueError:
            if not self.silent:
                raise
        return nothing

    def _urlencoded(self, stream, content_length):
        most = self.max_form_memory_size
        if most is not None and content_length is not None and content_length > most:
            raise RequestEntityTooLarge()
        return stream, self.cls(query_pairs(stream.read().decode())), self.cls()

    def _multipart(self, stream, content_length, options):
        from werkzeug.http import parse_options_header
        boundary = options.get('boundary', '').encode('ascii')
        if not boundary:
            raise ValueError('Missing boundary')
        fields, files, size = [], [], 0
        for count, (head, body) in enumerate(_parts(stream.read(), boundary), 1):
            if self.max_form_parts is not None and count > self.max_form_parts:
                raise RequestEntityTooLarge()
            headers = Headers()
            for line in head.decode(errors='replace').split('\r\n'):
                name, colon, value = line.partition(':')
                if colon:
                    headers.add(name.strip(), value.strip())
            disposition, about = parse_options_header(headers.get('Content-Disposition', ''))
            if disposition != 'form-data':
                raise ValueError('Missing Content-Disposition header')
            name, filename = about.get('name'), about.get('filename')
            if filename is None:
                size += len(body)
                if self.max_form_memory_size is not None and size > self.max_form_memory_size:
                    raise RequestEntityTooLarge()
                charset = parse_options_header(headers.get('Content-Type', ''))[1].get('charset', 'utf-8').lower()
                fields.append((name, body.decode(charset if charset in ('ascii', 'us-ascii', 'utf-8', 'iso-8859-1') else 'utf-8', 'replace')))
                continue
            where = self.stream_factory(total_content_length=content_length, content_type=headers.get('Content-Type'), filename=filename,
                                        content_length=headers.get('Content-Length', 0, int))
            where.write(body)
            where.seek(0)
            files.append((name, FileStorage(where, filename, name, headers=headers)))
        return stream, self.cls(fields), self.cls(files)


def _parts(data, boundary):
    """The heads and bodies between the boundaries."""
    mark = b'--' + boundary
    if not data.startswith(mark):
        at = data.find(b'\r\n' + mark)
        if at < 0:
            raise ValueError('Invalid data')
        data = data[at + 2:]
    for part in (b'\r\n' + data).split(b'\r\n' + mark)[1:]:
        if part[:2] == b'--':
            return
        head, found, body = part.removeprefix(b'\r\n').partition(b'\r\n\r\n')
        if found:
            yield head, body
    raise ValueError('Unexpected end of data')
