"""Files that were sent."""
import os
from contextlib import suppress
from io import BytesIO

from werkzeug._internal import _plain_int
from werkzeug.datastructures._dicts import MultiDict
from werkzeug.datastructures._headers import Headers


class FileStorage:
    """A file of a request's: its stream, with its name and headers."""

    def __init__(self, stream=None, filename=None, name=None, content_type=None, content_length=None, headers=None):
        self.name, self.stream = name, stream or BytesIO()
        found = getattr(stream, 'name', None) if filename is None else filename
        if found is not None:
            found = os.fsdecode(found)
            if filename is None and found[:1] == '<' and found[-1:] == '>':
                found = None
        self.filename, self.headers = found, Headers() if headers is None else headers
        if content_type is not None:
            self.headers['Content-Type'] = content_type
        if content_length is not None:
            self.headers['Content-Length'] = str(content_length)

    @property
    def content_type(self):
        return self.headers.get('content-type')

    @property
    def content_length(self):
        return self.headers.get('content-length', 0, _plain_int)

    def _parsed(self):
        from werkzeug.http import parse_options_header
        return parse_options_header(self.content_type)

    @property
    def mimetype(self):
        return self._parsed()[0].lower()

    @property
    def mimetype_params(self):
        return self._parsed()[1]

    def save(self, dst, buffer_size=16384):
        from shutil import copyfileobj
        if not isinstance(dst, (str, os.PathLike)):
            copyfileobj(self.stream, dst, buffer_size)
            return
        with open(dst, 'wb') as file:
            copyfileobj(self.stream, file, buffer_size)

    def close(self):
        with suppress(Exception):
            self.stream.close()

    def __bool__(self):
        return bool(self.filename)

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __iter__(self):
        return iter(self.stream)

    def __repr__(self):
        return f'<{type(self).__name__}: {self.filename!r} ({self.content_type!r})>'


class FileMultiDict(MultiDict):
    def add_file(self, name, file, filename=None, content_type=None):
        if isinstance(file, (str, os.PathLike)):
            filename = os.fspath(file) if filename is None else filename
            file = open(file, 'rb')
        if not isinstance(file, FileStorage):
            if filename and content_type is None:
                from mimetypes import guess_type
                content_type = guess_type(filename)[0] or 'application/octet-stream'
            file = FileStorage(file, filename, name, content_type)
        self.add(name, file)
