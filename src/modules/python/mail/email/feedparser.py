"""Reads messages of which the text comes piece by piece."""
__all__ = ['FeedParser', 'BytesFeedParser']
import re
from email import errors
from email._policybase import compat32

_HEADER = re.compile(r'From |[\041-\071\073-\176]*:|[\t ]')
_LINE = re.compile(r'[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+')
_END = re.compile(r'(\r\n|\r|\n)\Z')


class FeedParser:
    """Takes texts, and gives the message when all are there."""

    def __init__(self, _factory=None, *, policy=compat32):
        self.policy = policy
        if _factory is None:
            _factory = policy.message_factory
            if _factory is None:
                from email.message import Message as _factory
        self._factory, self._pieces, self._headersonly = _factory, [], False

    def _set_headersonly(self):
        self._headersonly = True

    def feed(self, data):
        """Takes a text."""
        self._pieces.append(data)

    def _new(self):
        try:
            return self._factory(policy=self.policy)
        except TypeError:
            return self._factory()

    def close(self):
        """The message."""
        lines = _LINE.findall(''.join(self._pieces))
        self._pieces = []
        root = self._message(lines, 'text/plain')
        if root.get_content_maintype() == 'multipart' and not root.is_multipart() and not self._headersonly:
            self.policy.handle_defect(root, errors.MultipartInvariantViolationDefect())
        return root

    def _message(self, lines, default, inner=False):
        message = self._new()
        if default != 'text/plain':
            message.set_default_type(default)
        rest = self._headers(message, lines)
        if self._headersonly:
            message.set_payload(''.join(rest))
        elif message.get_content_type() == 'message/delivery-status':
            self._blocks(message, rest)
        elif message.get_content_maintype() == 'message':
            message.attach(self._message(rest, 'text/plain', inner))
        elif message.get_content_maintype() == 'multipart':
            self._multipart(message, rest, inner)
        else:
            message.set_payload(''.join(rest))
        return message

    def _blocks(self, message, lines):
        """Each block of headers is a message."""
        while True:
            block = self._new()
            before = len(lines)
            end = next((at for at, line in enumerate(lines) if not line.strip('\r\n')), len(lines))
            self._headers(block, lines[:end])
            block.set_payload('')
            message.attach(block)
            lines = lines[end + 1:]
            if not lines or before == len(lines):
                return

    def _headers(self, message, lines):
        """Takes the headers; what comes behind them."""
        at, header = 0, []

        def take():
            if header:
                message.set_raw(*self.policy.header_source_parse(header))
                header.clear()

        for at, line in enumerate(lines):
            if not _HEADER.match(line):
                take()
                if line.strip('\r\n'):
                    self.policy.handle_defect(message, errors.MissingHeaderBodySeparatorDefect())
                    return lines[at:]
                return lines[at + 1:]
            if line[0] in ' \t':
                if header:
                    header.append(line)
                else:
                    self.policy.handle_defect(message, errors.FirstHeaderLineIsContinuationDefect(line))
                continue
            take()
            if line.startswith('From '):
                if not at:
                    message.set_unixfrom(_END.sub('', line))
                    continue
                if at == len(lines) - 1:
                    return lines[at:]
                message.defects.append(errors.MisplacedEnvelopeHeaderDefect(line))
            elif line.startswith(':'):
                self.policy.handle_defect(message, errors.InvalidHeaderDefect('Missing header name.'))
            else:
                header.append(line)
        take()
        return []

    def _multipart(self, message, lines, inner):
        boundary = message.get_boundary()
        if boundary is None:
            self.policy.handle_defect(message, errors.NoBoundaryInMultipartDefect())
            message.set_payload(''.join(lines))
            return
        if str(message.get('content-transfer-encoding', '8bit')).lower() not in ('7bit', '8bit', 'binary'):
            self.policy.handle_defect(message, errors.InvalidMultipartContentTransferEncodingDefect())
        delimiter = re.compile('--' + re.escape(boundary) + r'(--)?[ \t]*(\r\n|\r|\n)?$')
        parts, part, closed, rest = [], [], False, []
        for at, line in enumerate(lines):
            match = delimiter.match(line) if line.startswith('--') else None
            if match and match[1] and parts is not None:
                parts.append(part)
                closed, rest = True, lines[at + 1:]
                break
            if match:
                # Boundaries one behind the other are one.
                if part or not parts:
                    parts.append(part)
                part = []
            else:
                part.append(line)
        else:
            parts.append(part)
        preamble = parts.pop(0)
        if preamble and parts:
            preamble[-1] = _END.sub('', preamble[-1])
        if not parts:
            self.policy.handle_defect(message, errors.StartBoundaryNotFoundDefect())
            message.set_payload(''.join(preamble))
            message.epilogue = ''.join(rest)
            return
        if preamble:
            message.preamble = ''.join(preamble)
        default = 'message/rfc822' if message.get_content_type() == 'multipart/digest' else 'text/plain'
        for part in parts:
            if part:
                part[-1] = _END.sub('', part[-1])
            message.attach(self._message(part, default, closed or part is not parts[-1]))
        if closed:
            # Where another boundary follows, nothing stands behind this one.
            message.epilogue = ''.join(rest) if rest or not inner else None
        else:
            self.policy.handle_defect(message, errors.CloseBoundaryNotFoundDefect())


class BytesFeedParser(FeedParser):
    """Takes bytes."""

    def feed(self, data):
        """Takes bytes."""
        super().feed(data.decode('ascii', 'surrogateescape'))
