"""Values of Python as what messages carry."""
import binascii
import email.charset
import email.errors
import email.message
from email import quoprimime


class ContentManager:
    """Functions by what they get or set."""

    def __init__(self):
        self.get_handlers, self.set_handlers = {}, {}

    def add_get_handler(self, key, handler):
        """What gets the value of a kind of message."""
        self.get_handlers[key] = handler

    def get_content(self, msg, *args, **kw):
        """The value that a message carries."""
        kind, main = msg.get_content_type(), msg.get_content_maintype()
        for key in kind, main, '':
            if key in self.get_handlers:
                return self.get_handlers[key](msg, *args, **kw)  #: 22 return «self.get_handlers[maintype](msg, *args, **kw)»
        raise KeyError(kind)

    def add_set_handler(self, typekey, handler):
        """What sets the values of a type."""
        self.set_handlers[typekey] = handler

    def set_content(self, msg, obj, *args, **kw):
        """Sets the value that a message carries."""
        if msg.get_content_maintype() == 'multipart':
            raise TypeError('set_content not valid on multipart')
        handler = self._handler(obj)
        msg.clear_content()
        handler(msg, obj, *args, **kw)

    def _handler(self, obj):
        full = None
        for kind in type(obj).__mro__:
            name = kind.__qualname__
            path = f'{kind.__module__}.{name}' if kind.__module__ else name
            full = full or path
            for key in kind, path, name, kind.__name__:
                if key in self.set_handlers:
                    return self.set_handlers[key]
        if None in self.set_handlers:
            return self.set_handlers[None]
        raise KeyError(full)


raw_data_manager = ContentManager()


def get_text_content(msg, errors='replace'):
    content = msg.get_payload(decode=True)
    return content.decode(msg.get_param('charset', 'ASCII'), errors=errors)  #: 67 return «content.decode»(charset, errors=errors)


def get_non_text_content(msg):
    return msg.get_payload(decode=True)


def get_message_content(msg):
    return msg.get_payload(0)


def get_and_fixup_unknown_message_content(msg):
    return bytes(msg.get_payload(0))


raw_data_manager.add_get_handler('text', get_text_content)
for _kind in 'audio image video application'.split():
    raw_data_manager.add_get_handler(_kind, get_non_text_content)
for _kind in 'rfc822 external-body'.split():
    raw_data_manager.add_get_handler('message/' + _kind, get_message_content)
raw_data_manager.add_get_handler('message', get_and_fixup_unknown_message_content)


def _prepare(msg, maintype, subtype, headers):
    msg['Content-Type'] = f'{maintype}/{subtype}'
    if headers:
        if not hasattr(headers[0], 'name'):
            policy = msg.policy
            headers = [policy.header_factory(*policy.header_source_parse([header])) for header in headers]
        try:
            for header in headers:
                if header.defects:
                    raise header.defects[0]
                msg[header.name] = header
        except email.errors.HeaderDefect as error:
            raise ValueError(f'Invalid header: {header.fold(policy=msg.policy)}') from error


def _finish(msg, disposition, filename, cid, params):
    if disposition is None and filename is not None:
        disposition = 'attachment'
    if disposition is not None:
        msg['Content-Disposition'] = disposition
    if filename is not None:
        msg.set_param('filename', filename, header='Content-Disposition', replace=True)
    if cid is not None:
        msg['Content-ID'] = cid
    for key, value in (params or {}).items():
        msg.set_param(key, value)


def _base64(data, width):
    step = width // 4 * 3
    return ''.join(binascii.b2a_base64(data[at:at + step]).decode('ascii') for at in range(0, len(data), step))


def _encoded(string, charset, cte, policy):
    """The encoding, and the text in it."""
    lines = string.encode(charset).splitlines()
    linesep, width = policy.linesep.encode('ascii'), policy.max_line_length

    def embedded(lines):
        return linesep.join(lines) + linesep

    plain = b'\n'.join(lines) + b'\n'
    if cte is None:
        fits = max(map(len, lines), default=0) <= width
        if fits and plain.isascii():
            return '7bit', plain.decode('ascii')
        if fits and policy.cte_type == '8bit':
            return '8bit', plain.decode('ascii', 'surrogateescape')
        sample = embedded(lines[:10])
        quoted = quoprimime.body_encode(sample.decode('latin-1'), width)
        if len(quoted) > len(binascii.b2a_base64(sample)):
            cte = 'base64'
        else:
            cte = 'quoted-printable'
            if len(lines) <= 10:
                return cte, quoted
    if cte == '7bit':
        return cte, plain.decode('ascii')
    if cte == '8bit':
        return cte, plain.decode('ascii', 'surrogateescape')
    if cte == 'quoted-printable':
        return cte, quoprimime.body_encode(plain.decode('latin-1'), width)
    if cte == 'base64':
        return cte, _base64(embedded(lines), width)
    raise ValueError(f'Unknown content transfer encoding {cte}')


def set_text_content(msg, string, subtype='plain', charset='utf-8', cte=None, disposition=None, filename=None, cid=None,
                     params=None, headers=None):
    _prepare(msg, 'text', subtype, headers)
    cte, payload = _encoded(string, charset, cte, msg.policy)
    msg.set_payload(payload)
    msg.set_param('charset', email.charset.ALIASES.get(charset, charset), replace=True)
    msg['Content-Transfer-Encoding'] = cte
    _finish(msg, disposition, filename, cid, params)


def set_message_content(msg, message, subtype='rfc822', cte=None, disposition=None, filename=None, cid=None,
                        params=None, headers=None):
    if subtype == 'partial':
        raise ValueError('message/partial is not supported for Message objects')
    if subtype == 'rfc822':
        if cte not in (None, '7bit', '8bit', 'binary'):
            raise ValueError(f'message/rfc822 parts do not support cte={cte}')
        cte = '8bit' if cte is None else cte
    elif subtype == 'external-body':
        if cte not in (None, '7bit'):
            raise ValueError(f'message/external-body parts do not support cte={cte}')
        cte = '7bit'
    elif cte is None:
        cte = '7bit'
    _prepare(msg, 'message', subtype, headers)
    msg.set_payload([message])
    msg['Content-Transfer-Encoding'] = cte
    _finish(msg, disposition, filename, cid, params)


def set_bytes_content(msg, data, maintype, subtype, cte='base64', disposition=None, filename=None, cid=None,
                      params=None, headers=None):
    _prepare(msg, maintype, subtype, headers)
    if cte == 'base64':
        data = _base64(data, msg.policy.max_line_length)
    elif cte == 'quoted-printable':
        data = binascii.b2a_qp(data, istext=False, header=False, quotetabs=True).decode('ascii')
    elif cte == '7bit':
        data = data.decode('ascii')
    elif cte in ('8bit', 'binary'):
        data = data.decode('ascii', 'surrogateescape')
    msg.set_payload(data)
    msg['Content-Transfer-Encoding'] = cte
    _finish(msg, disposition, filename, cid, params)


raw_data_manager.add_set_handler(str, set_text_content)
raw_data_manager.add_set_handler(email.message.Message, set_message_content)
for _kind in bytes, bytearray, memoryview:
    raw_data_manager.add_set_handler(_kind, set_bytes_content)
