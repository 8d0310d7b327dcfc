"""How fields become a URL or a body."""
import json as _json
from urllib.parse import urlencode

from urllib3._collections import HTTPHeaderDict

_OF_URL = {'DELETE', 'GET', 'HEAD', 'OPTIONS'}


def encode_multipart_formdata(fields, boundary=None):
    """The body of a form, and its type."""
    from _multipart import File, encoded
    from mimetypes import guess_type
    pairs = []
    for name, value in fields.items() if hasattr(fields, 'items') else fields:
        if isinstance(value, tuple):
            filename, data, *kind = value
            value = File(data, filename, kind[0] if kind else guess_type(filename)[0] or 'application/octet-stream')
        pairs.append((name, value))
    return encoded(pairs)


class RequestMethods:
    def __init__(self, headers=None):
        self.headers = headers or {}

    def urlopen(self, method, url, body=None, headers=None, encode_multipart=True, multipart_boundary=None, **kw):
        raise NotImplementedError('Classes extending RequestMethods must implement their own ``urlopen`` method.')

    def request(self, method, url, body=None, fields=None, headers=None, json=None, **urlopen_kw):
        method = method.upper()
        if json is not None and body is not None:
            raise TypeError("request got values for both 'body' and 'json' parameters which are mutually exclusive")
        if json is not None:
            headers = self.headers if headers is None else headers
            if 'content-type' not in (name.lower() for name in headers):
                headers = HTTPHeaderDict(headers)
                headers['Content-Type'] = 'application/json'
            body = _json.dumps(json, separators=(',', ':'), ensure_ascii=False).encode()
        if body is not None:
            urlopen_kw['body'] = body
        encode = self.request_encode_url if method in _OF_URL else self.request_encode_body
        return encode(method, url, fields=fields, headers=headers, **urlopen_kw)

    def request_encode_url(self, method, url, fields=None, headers=None, **urlopen_kw):
        if fields:
            url += '?' + urlencode(fields)
        return self.urlopen(method, url, headers=self.headers if headers is None else headers, **urlopen_kw)

    def request_encode_body(self, method, url, fields=None, headers=None, encode_multipart=True, multipart_boundary=None, **urlopen_kw):
        headers = HTTPHeaderDict(self.headers if headers is None else headers)
        if fields:
            if 'body' in urlopen_kw:
                raise TypeError("request got values for both 'fields' and 'body', can only specify one.")
            if encode_multipart:
                body, kind = encode_multipart_formdata(fields, multipart_boundary)
            else:
                body, kind = urlencode(fields), 'application/x-www-form-urlencoded'
            urlopen_kw['body'] = body
            headers.setdefault('Content-Type', kind)
        return self.urlopen(method, url, headers=headers, **urlopen_kw)
