"""Forms of several parts: how a client sends fields and files, and how a server takes them apart."""
import os as _os


class File:
    """A file of a form: what it holds, what it is called, of what type it is."""

    def __init__(self, content, filename, content_type=None):
        if hasattr(content, 'read'):
            content = content.read()
        self.content = content.encode() if isinstance(content, str) else bytes(content)
        self.filename, self.content_type = filename, content_type

    def read(self):
        return self.content


def name_of(file, default):
    """What a file object is called."""
    name = getattr(file, 'name', None)
    return _os.path.basename(name) if isinstance(name, str) and name[:1] != '<' else default


def encoded(pairs, text_kind=None):
    """The body of a form, and its type; `text_kind`: what is said of the fields that are no files."""
    boundary = _os.urandom(16).hex()
    lines = []
    for name, value in pairs:
        for each in value if isinstance(value, (list, tuple)) else [value]:
            what, kind = f'form-data; name="{name}"', text_kind
            if hasattr(each, 'read'):
                if not isinstance(each, File):
                    each = File(each, name_of(each, name), 'application/octet-stream')
                what, kind, each = f'{what}; filename="{each.filename}"', each.content_type, each.content
            lines += [f'--{boundary}'.encode(), f'Content-Disposition: {what}'.encode()]
            lines += [f'Content-Type: {kind}'.encode()] if kind else []
            lines += [b'', each if isinstance(each, (bytes, bytearray)) else str(each).encode()]
    lines += [f'--{boundary}--'.encode(), b'']
    return b'\r\n'.join(lines), f'multipart/form-data; boundary={boundary}'


def parameter(header, name):
    """One of what follows in a header: `name="…"`."""
    for part in header.split(';')[1:]:
        key, _, value = part.strip().partition('=')
        if key.lower() == name:
            return value.strip('"')
    return None


def parts(body, content_type):
    """The headers and the content of each part."""
    boundary = parameter(content_type, 'boundary')
    if boundary is None:
        raise ValueError('boundary missed for Content-Type: ' + content_type)
    for piece in (b'\r\n' + body).split(b'\r\n--' + boundary.encode())[1:]:
        if piece[:2] == b'--':
            return
        head, _, content = piece.removeprefix(b'\r\n').partition(b'\r\n\r\n')
        pairs = [line.partition(':')[::2] for line in head.decode().split('\r\n') if line]
        yield [(name.strip(), value.strip()) for name, value in pairs], content
