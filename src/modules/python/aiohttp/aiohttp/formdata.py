"""Forms to be sent."""
import warnings as _warnings


class FormData:
    """A form to be sent."""

    def __init__(self, fields=(), quote_fields=True, charset=None, *, default_to_multipart=False):
        self._parts, self._is_multipart = [], default_to_multipart
        self._quote_fields, self._charset, self._made = quote_fields, charset, None
        if hasattr(fields, 'items'):
            fields = fields.items()
        elif not isinstance(fields, (list, tuple)):
            fields = fields,
        self.add_fields(*fields)

    is_multipart = property(lambda self: self._is_multipart)

    def add_field(self, name, value, *, content_type=None, filename=None, content_transfer_encoding=None):
        if isinstance(value, (bytes, bytearray, memoryview)) and filename is None and content_transfer_encoding is None:
            _warnings.warn('In v4, passing bytes will no longer create a file field. '
                           'Please explicitly use the filename parameter or pass a BytesIO object.', DeprecationWarning)
            filename = name
        for given, what in ((filename, 'filename'), (content_type, 'content_type'),
                            (content_transfer_encoding, 'content_transfer_encoding')):
            if given is not None and not isinstance(given, str):
                raise TypeError(f'{what} must be an instance of str. Got: {given}')
        for given in name, filename, content_type:
            if given is not None and any(char < ' ' and char != '\t' or char == '\x7f' for char in given):
                raise ValueError('Forbidden control character detected in headers. Potential header injection attack.')
        if filename is None and hasattr(value, 'read'):
            from _multipart import name_of
            filename = name_of(value, name)
        if filename is not None or content_type is not None or content_transfer_encoding is not None:
            self._is_multipart = True
        self._parts.append((name, filename, content_type, value))

    @property
    def _fields(self):
        """What a host that is none is told of."""
        from _multipart import File
        return [(name, value if filename is None else File(value, filename, kind or 'application/octet-stream'))
                for name, filename, kind, value in self._parts]

    def add_fields(self, *fields):
        for field in fields:
            if hasattr(field, 'read'):
                self.add_field(getattr(field, 'name', 'unknown'), field)
            elif hasattr(field, 'getall'):
                self.add_fields(*field.items())
            elif isinstance(field, (list, tuple)) and len(field) == 2:
                self.add_field(*field)
            else:
                raise TypeError('Only io.IOBase, multidict and (name, file) pairs allowed, use .add_field() for '
                                f'passing more complex parameters, got {field!r}')

    def __call__(self):
        """What is sent."""
        from aiohttp.payload import BytesPayload, get_payload
        if not self._is_multipart:
            from urllib.parse import urlencode
            charset = self._charset or 'utf-8'
            return BytesPayload(urlencode([part[::3] for part in self._parts], doseq=True, encoding=charset).encode(),
                                content_type='application/x-www-form-urlencoded' + (
                                    '' if charset == 'utf-8' else f'; charset={charset}'))
        from aiohttp.multipart import MultipartWriter
        self._made = self._made or MultipartWriter('form-data')
        for name, filename, kind, value in self._parts[len(self._made):]:
            told = {} if kind is None else {'Content-Type': kind}
            try:
                part = get_payload(value, headers=told, encoding=self._charset, **{'content_type': kind} if kind else {})
            except Exception as e:
                raise TypeError(f'Can not serialize value type: {type(value)!r}\n headers: {told!r}\n value: {value!r}') from e
            named = {'name': name} if filename is None else {'name': name, 'filename': filename}
            part.set_content_disposition('form-data', quote_fields=self._quote_fields, **named)
            part.headers.popall('Content-Length', None)
            self._made.append_payload(part)
        return self._made
