"""What requests raise."""


class URLError(OSError):
    def __init__(self, reason, filename=None):
        self.args, self.reason = (reason,), reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return f'<urlopen error {self.reason}>'


class HTTPError(URLError):
    """An answer that is an error; it can be read as any other."""

    def __init__(self, url, code, msg, hdrs, fp):
        if fp is None:
            import io
            fp = io.BytesIO()
        self.code, self.msg, self.hdrs, self.fp, self.filename = code, msg, hdrs, fp, url
        self.url = url

    @property
    def reason(self):
        return self.msg

    @property
    def status(self):
        return self.code

    @property
    def headers(self):
        return self.hdrs

    @headers.setter
    def headers(self, headers):
        self.hdrs = headers

    def info(self):
        return self.hdrs

    def geturl(self):
        return self.url

    def getcode(self):
        return self.code

    def __getattr__(self, name):
        if name.startswith('__') or name == 'fp':
            raise AttributeError(f"'HTTPError' object has no attribute {name!r}")
        return getattr(self.fp, name)

    def __iter__(self):
        return iter(self.fp)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.fp.close()

    def __str__(self):
        return f'HTTP Error {self.code}: {self.msg}'

    def __repr__(self):
        return f'<HTTPError {self.code}: {self.msg!r}>'


class ContentTooShortError(URLError):
    def __init__(self, message, content):
        super().__init__(message)
        self.content = content
