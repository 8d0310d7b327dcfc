"""Forms, taken out of a request's body."""
from tempfile import SpooledTemporaryFile as _SpooledTemporaryFile
from urllib.parse import parse_qsl as _parse_qsl

from _multipart import parameter as _parameter, parts as _parts
from starlette.datastructures import FormData, Headers, UploadFile


class MultiPartException(Exception):
    def __init__(self, message):
        self.message = message


async def parsed(headers, stream, max_files=1000, max_fields=1000, max_part_size=1024 * 1024):
    """The form that a body is; an empty one if the body is of another type."""
    kind = headers.get('Content-Type', '')
    what = kind.partition(';')[0].strip().lower()
    if what not in ('multipart/form-data', 'application/x-www-form-urlencoded'):
        return FormData()
    body = b''.join([piece async for piece in stream])
    if what == 'application/x-www-form-urlencoded':
        pairs = _parse_qsl(body.decode('latin-1'), keep_blank_values=True)
        if len(pairs) > max_fields:
            raise MultiPartException(f'Too many fields. Maximum number of fields is {max_fields}.')
        return FormData(pairs)
    if _parameter(kind, 'boundary') is None:
        raise MultiPartException('Missing boundary in multipart.')
    found, files, fields = [], 0, 0
    for head, content in _parts(body, kind):
        head = [(name.lower().encode('latin-1'), value.encode()) for name, value in head]
        disposition = dict(head).get(b'content-disposition', b'').decode()
        name, filename = _parameter(disposition, 'name'), _parameter(disposition, 'filename')
        if name is None:
            raise MultiPartException('The Content-Disposition header field "name" must be provided.')
        if filename is None:
            fields += 1
            if fields > max_fields:
                raise MultiPartException(f'Too many fields. Maximum number of fields is {max_fields}.')
            if len(content) > max_part_size:
                raise MultiPartException(f'Part exceeded maximum size of {int(max_part_size / 1024)}KB.')
            try:
                found.append((name, content.decode()))
            except UnicodeDecodeError:
                found.append((name, content.decode('latin-1')))
            continue
        files += 1
        if files > max_files:
            raise MultiPartException(f'Too many files. Maximum number of files is {max_files}.')
        file = UploadFile(file=_SpooledTemporaryFile(max_size=1024 * 1024), size=0, filename=filename,
                          headers=Headers(raw=head))
        await file.write(content)
        await file.seek(0)
        found.append((name, file))
    return FormData(found)


class FormParser:
    """A form of one kind, as `parse` gives it."""

    def __init__(self, headers, stream, *, max_files=1000, max_fields=1000, max_part_size=1024 * 1024):
        self.headers, self.stream, self._most = headers, stream, (max_files, max_fields, max_part_size)

    async def parse(self):
        return await parsed(self.headers, self.stream, *self._most)


class MultiPartParser(FormParser):
    pass
