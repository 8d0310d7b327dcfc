"""A message: its headers, and what it carries, which may be messages again."""
__all__ = ['Message', 'EmailMessage']
import binascii
import re
import sys
from email import utils
from email.charset import Charset
from email._policybase import compat32

SEMISPACE = '; '
_SPECIALS = re.compile(r'[ \(\)<>@,;:\\"/\[\]\?=]')
_MISSING = object()


def _parameter(name, value=None, quote=True):
    """A parameter as it is written."""
    if value is None or not value:
        return name
    if isinstance(value, tuple):
        return f'{name}*={utils.encode_rfc2231(value[2], value[0], value[1])}'
    if not value.isascii():
        return f"{name}*={utils.encode_rfc2231(value, 'utf-8', '')}"
    return f'{name}="{utils.quote(value)}"' if quote or _SPECIALS.search(value) else f'{name}={value}'


def _pairs(value, lowers=True):
    """What stands between semicolons, as pairs of name and text."""
    found = []
    for part in re.findall(r';((?:"(?:\\.|[^"\\])*"|[^";]|"(?=[^"]*$))*)', ';' + str(value), re.S):
        name, sign, text = part.partition('=')
        name = name.strip().lower() if sign and lowers else name.strip() if sign else part.strip()
        found.append((name, text.strip()))
    return found


def _unquoted(value):
    return (value[0], value[1], utils.unquote(value[2])) if isinstance(value, tuple) else utils.unquote(value)


class Message:
    """Headers in their order, and a payload: a text, or a list of messages."""

    def __init__(self, policy=compat32):
        self.policy = policy
        self._headers, self._unixfrom, self._payload, self._charset = [], None, None, None
        self.preamble = self.epilogue = None
        self.defects, self._default_type = [], 'text/plain'

    def __str__(self):
        return self.as_string()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The whole message as a text."""
        import io
        from email.generator import Generator
        out = io.StringIO()
        policy = self.policy if policy is None else policy
        Generator(out, mangle_from_=False, maxheaderlen=maxheaderlen, policy=policy).flatten(self, unixfrom=unixfrom)  #: 188 g.flatten(self, unixfrom=unixfrom)
        return out.getvalue()

    def __bytes__(self):
        return self.as_bytes()

    def as_bytes(self, unixfrom=False, policy=None):
        """The whole message as bytes."""
        import io
        from email.generator import BytesGenerator
        out = io.BytesIO()
        policy = self.policy if policy is None else policy
        BytesGenerator(out, mangle_from_=False, policy=policy).flatten(self, unixfrom=unixfrom)  #: 208 g.flatten(self, unixfrom=unixfrom)
        return out.getvalue()

    def is_multipart(self):
        """Whether it carries messages."""
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        """Sets the line before the headers."""
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        """The line before the headers."""
        return self._unixfrom

    def attach(self, payload):
        """Adds a message to those that it carries."""
        if self._payload is None:
            self._payload = [payload]
        else:
            try:
                self._payload.append(payload)
            except AttributeError:
                raise TypeError('Attach is not valid on a message with a non-multipart payload')

    def get_payload(self, i=None, decode=False):
        """What it carries; with `decode` as the bytes that were encoded."""
        if self.is_multipart():
            if decode:
                return None
            return self._payload if i is None else self._payload[i]
        if i is not None and not isinstance(self._payload, list):
            raise TypeError(f'Expected list, got {type(self._payload)}')  #: 287 raise TypeError('Expected list, got %s' % type(self._payload))
        payload = self._payload
        cte = str(self.get('content-transfer-encoding', '')).lower()
        if hasattr(payload, 'encode') and isinstance(payload, str):
            is_plain = not decode and not utils._has_surrogates(payload)
            try:
                data = b'' if is_plain else payload.encode('ascii', 'surrogateescape')
            except UnicodeEncodeError:
                data, is_plain = payload.encode('raw-unicode-escape'), True
            if not decode and not is_plain:
                try:
                    return data.decode(self.get_content_charset('ascii'), 'replace')
                except LookupError:
                    return data.decode('ascii', 'replace')
        elif isinstance(payload, bytes):
            data = payload
        if not decode or payload is None:
            return payload
        if cte == 'quoted-printable':
            import quopri
            return quopri.decodestring(data)
        if cte == 'base64':
            return self._from_base64(b''.join(data.splitlines()))
        if cte in ('x-uuencode', 'uuencode', 'uue', 'x-uue'):
            return _uudecoded(data)
        return data if isinstance(payload, str) else payload

    def _from_base64(self, data):
        from email import errors
        padding = -len(data) % 4
        try:
            found = binascii.a2b_base64(data + b'=' * padding, strict_mode=True) if data else b''
            defects = [errors.InvalidBase64PaddingDefect()] if padding else []
        except binascii.Error:
            defects = [errors.InvalidBase64CharactersDefect()]
            try:
                found = binascii.a2b_base64(data)
            except binascii.Error:
                try:
                    found = binascii.a2b_base64(data + b'==')
                    defects.append(errors.InvalidBase64PaddingDefect())
                except binascii.Error:
                    found, defects = data, [errors.InvalidBase64LengthDefect()]
        for defect in defects:
            self.policy.handle_defect(self, defect)
        return found

    def set_payload(self, payload, charset=None):
        """What it carries from now on."""
        if hasattr(payload, 'encode'):
            if isinstance(charset, Charset):
                payload = payload.encode(charset.output_charset, 'surrogateescape')
            elif charset is not None:
                payload = payload.encode(Charset(charset).output_charset, 'surrogateescape')
            if isinstance(payload, bytes):
                payload = payload.decode('ascii', 'surrogateescape')
        elif hasattr(payload, 'decode'):
            payload = payload.decode('ascii', 'surrogateescape')
        self._payload = payload
        if charset is not None:
            self.set_charset(charset)  #: 349

    def set_charset(self, charset):
        """The charset of its text: the headers say so, and the text is encoded as that charset's is."""
        if charset is None:
            self.del_param('charset')
            self._charset = None
            return
        charset = charset if isinstance(charset, Charset) else Charset(charset)  #: 370 charset = «Charset(charset)»
        self._charset = charset
        if 'MIME-Version' not in self:
            self.add_header('MIME-Version', '1.0')
        if 'Content-Type' not in self:
            self.add_header('Content-Type', 'text/plain', charset=charset.get_output_charset())
        else:
            self.set_param('charset', charset.get_output_charset())
        if charset != charset.get_output_charset():
            self._payload = charset.body_encode(self._payload)
        if 'Content-Transfer-Encoding' not in self:
            encoding = charset.get_body_encoding()
            if callable(encoding):
                encoding(self)
            else:
                if self._payload:
                    data = self._payload.encode('ascii', 'surrogateescape')  #: 392 payload = «payload.encode»('ascii', 'surrogateescape')
                    self._payload = charset.body_encode(data)
                self.add_header('Content-Transfer-Encoding', encoding)

    def get_charset(self):
        """The charset that was set."""
        return self._charset

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return self.get(name)  #: 419

    def __setitem__(self, name, val):
        most = self.policy.header_max_count(name)  #: 427 max_count = «self.policy.header_max_count(name)»
        if most and sum(key.lower() == name.lower() for key, _ in self._headers) >= most:
            raise ValueError(f'There may be at most {most} {name} headers in a message')
        self._headers.append(self.policy.header_store_parse(name, val))

    def __delitem__(self, name):
        name = name.lower()  #: 444
        self._headers = [(key, value) for key, value in self._headers if key.lower() != name]

    def __contains__(self, name):
        name = name.lower()  #: 452 name_lower = «name.lower»()
        return any(key.lower() == name for key, _ in self._headers)

    def __iter__(self):
        for key, _ in self._headers:
            yield key

    def keys(self):
        """The headers' names."""
        return [key for key, _ in self._headers]

    def values(self):
        """The headers' values."""
        return [self.policy.header_fetch_parse(key, value) for key, value in self._headers]

    def items(self):
        """The headers."""
        return [(key, self.policy.header_fetch_parse(key, value)) for key, value in self._headers]

    def get(self, name, failobj=None):
        """The first header of that name."""
        name = name.lower()  #: 500
        for key, value in self._headers:
            if key.lower() == name:
                return self.policy.header_fetch_parse(key, value)
        return failobj

    def set_raw(self, name, value):
        """Adds a header as it is."""
        self._headers.append((name, value))

    def raw_items(self):
        """The headers as they are kept."""
        return iter(self._headers.copy())

    def get_all(self, name, failobj=None):
        """All headers of that name."""
        name = name.lower()  #: 539
        return [self.policy.header_fetch_parse(key, value) for key, value in self._headers if key.lower() == name] or failobj

    def add_header(self, _name, _value, **_params):
        """Adds a header with parameters."""
        parts = [] if _value is None else [_value]
        for key, value in _params.items():
            key = key.replace('_', '-')
            parts.append(key if value is None else _parameter(key, value))
        self[_name] = SEMISPACE.join(parts)

    def replace_header(self, _name, _value):
        """Puts another value in the first header of that name."""
        _name = _name.lower()  #: 584
        for at, (key, _) in enumerate(self._headers):
            if key.lower() == _name:
                self._headers[at] = self.policy.header_store_parse(key, _value)
                return
        raise KeyError(_name)  #: 590

    def get_content_type(self):
        """What it carries, such as `text/plain`."""
        value = self.get('content-type', _MISSING)
        if value is _MISSING:
            return self.get_default_type()
        kind = str(value).partition(';')[0].strip().lower()
        return kind if kind.count('/') == 1 else 'text/plain'

    def get_content_maintype(self):
        """The first half of it."""
        return self.get_content_type().split('/')[0]

    def get_content_subtype(self):
        """The second half of it."""
        return self.get_content_type().split('/')[1]

    def get_default_type(self):
        """What it carries if it does not say so."""
        return self._default_type

    def set_default_type(self, ctype):
        """Sets what it carries if it does not say so."""
        self._default_type = ctype

    def _get_params_preserve(self, failobj, header):
        value = self.get(header, _MISSING)  #: 660 value = «self.get(header, missing)»
        return failobj if value is _MISSING else utils.decode_params(_pairs(value))

    def get_params(self, failobj=None, header='content-type', unquote=True):
        """Pairs of what a header says between semicolons."""
        params = self._get_params_preserve(_MISSING, header)  #: 691 params = «self._get_params_preserve(missing, header)»
        if params is _MISSING:
            return failobj
        return [(name, _unquoted(value)) for name, value in params] if unquote else params

    def get_param(self, param, failobj=None, header='content-type', unquote=True):
        """A parameter of a header."""
        if header in self:  #: 723 if «header not in self»:
            for name, value in self._get_params_preserve(failobj, header):
                if name.lower() == param.lower():
                    return _unquoted(value) if unquote else value
        return failobj

    def set_param(self, param, value, header='Content-Type', requote=True, charset=None, language='', replace=False):
        """Sets a parameter of a header."""
        if not isinstance(value, tuple) and charset:
            value = (charset, language, value)
        kind = 'text/plain' if header not in self and header.lower() == 'content-type' else self.get(header)  #: 754 if «header not in self» and header.lower() == 'content-type':
        if not self.get_param(param, header=header):
            kind = _parameter(param, value, requote) if not kind else SEMISPACE.join([kind, _parameter(param, value, requote)])  #: 762 ctype = «SEMISPACE.join(⏎    [ctype, _formatparam(param, value, requote)])»
        else:
            kind = ''
            for name, old in self.get_params(header=header, unquote=requote):
                new = _parameter(param, value, requote) if name.lower() == param.lower() else _parameter(name, old, requote)
                kind = SEMISPACE.join([kind, new]) if kind else new
        if kind != self.get(header):
            if replace:
                self.replace_header(header, kind)
            else:
                del self[header]
                self[header] = kind

    def del_param(self, param, header='content-type', requote=True):
        """Takes a parameter out of a header."""
        if header not in self:  #: 792
            return
        kind = SEMISPACE.join(_parameter(name, value, requote) for name, value in
                              self.get_params(header=header, unquote=requote) if name.lower() != param.lower())
        if kind != self.get(header):
            del self[header]
            self[header] = kind

    def set_type(self, type, header='Content-Type', requote=True):
        """Sets what it carries and keeps the parameters."""
        if not type.count('/') == 1:
            raise ValueError  #: 823
        if header.lower() == 'content-type':
            del self['mime-version']
            self['MIME-Version'] = '1.0'
        if header not in self:
            self[header] = type
            return
        params = self.get_params(header=header, unquote=requote)
        del self[header]
        self[header] = type
        for name, value in params[1:]:
            self.set_param(name, value, header, requote)

    def get_filename(self, failobj=None):
        """The name of the file that it carries."""
        name = self.get_param('filename', _MISSING, 'content-disposition')
        if name is _MISSING:
            name = self.get_param('name', _MISSING, 'content-type')
        return failobj if name is _MISSING else utils.collapse_rfc2231_value(name).strip()

    def get_boundary(self, failobj=None):
        """What stands between its parts."""
        boundary = self.get_param('boundary', _MISSING)
        return failobj if boundary is _MISSING else utils.collapse_rfc2231_value(boundary).rstrip()

    def set_boundary(self, boundary):
        """Sets what stands between its parts."""
        params = self._get_params_preserve(_MISSING, 'content-type')
        if params is _MISSING:
            from email.errors import HeaderParseError
            raise HeaderParseError('No Content-Type header found')  #: 882 raise errors.HeaderParseError('No Content-Type header found')
        new = [(name, f'"{boundary}"' if name.lower() == 'boundary' else value) for name, value in params]
        if not any(name.lower() == 'boundary' for name, _ in params):
            new.append(('boundary', f'"{boundary}"'))
        value = SEMISPACE.join(name if text == '' else _parameter(name, text) if isinstance(text, tuple) else f'{name}={text}'
                               for name, text in new)
        self._headers = [self.policy.header_store_parse(key, value) if key.lower() == 'content-type' else (key, old)
                         for key, old in self._headers]

    def get_content_charset(self, failobj=None):
        """The charset that the header says."""
        charset = self.get_param('charset', _MISSING)
        if charset is _MISSING:
            return failobj
        if isinstance(charset, tuple):
            try:
                charset = str(charset[2].encode('raw-unicode-escape'), charset[0] or 'us-ascii')
            except (LookupError, UnicodeError):
                charset = charset[2]
        return charset.lower() if charset.isascii() else failobj

    def get_charsets(self, failobj=None):
        """The charsets of all parts."""
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        """Whether it is an attachment, or is shown inline."""
        value = self.get('content-disposition')
        return None if value is None else str(value).partition(';')[0].strip().lower()

    def walk(self):
        """It, and all messages that it carries."""
        yield self
        if self.is_multipart():
            for part in self.get_payload():
                yield from part.walk()


def _uudecoded(data):
    found, inside = b'', False
    if b'begin ' not in data:
        return data
    for line in data.splitlines():
        if not inside:
            inside = line.startswith(b'begin ')
        elif line.strip() == b'end':
            break
        else:
            found += binascii.a2b_uu(line + b'\n') if line.strip() else b''
    return found


from email._parts import EmailMessage, MIMEPart

# The headers of answers become messages.
if 'urllib.request' in sys.modules and hasattr(sys.modules['urllib.request'], 'HTTPMessage'):
    sys.modules['urllib.request'].HTTPMessage.__bases__ = Message,
