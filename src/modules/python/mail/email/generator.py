"""Writes messages."""
__all__ = ['Generator', 'DecodedGenerator', 'BytesGenerator']
import copy
import re
import sys
from io import BytesIO, StringIO
from email.errors import HeaderWriteError
from email.utils import _has_surrogates

_LINES = re.compile(r'\r\n|\r|\n')
_BROKEN = re.compile(r'\r\n[^ \t]|\r[^ \n\t]|\n[^ \t]')


class Generator:
    """Writes texts."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        if mangle_from_ is None:
            mangle_from_ = True if policy is None else policy.mangle_from_
        self._fp, self._mangle_from_, self.maxheaderlen, self.policy = outfp, mangle_from_, maxheaderlen, policy

    def write(self, s):
        """Writes a text."""
        self._fp.write(s)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Writes a message."""
        policy = msg.policy if self.policy is None else self.policy
        if linesep is not None:
            policy = policy.clone(linesep=linesep)
        if self.maxheaderlen is not None:
            policy = policy.clone(max_line_length=self.maxheaderlen)  #: 98
        kept = self.policy, msg.policy
        self._NL = policy.linesep  #: 99
        self.policy = msg.policy = policy
        try:
            if unixfrom:
                import time
                self.write((msg.get_unixfrom() or 'From nobody ' + time.ctime(time.time())) + self._NL)
            self._write(msg)
        finally:
            self.policy, msg.policy = kept

    def clone(self, fp):
        """Another of the same settings."""
        return self.__class__(fp, self._mangle_from_, None, policy=self.policy)

    _new_buffer = StringIO
    _encode = staticmethod(lambda text: text)

    def _write_lines(self, lines):
        if lines:
            rows = _LINES.split(lines)
            for row in rows[:-1]:
                self.write(row + self._NL)
            if rows[-1]:
                self.write(rows[-1])

    def _write(self, msg):
        # The body first: it may find a boundary, or that its text cannot be written as it is.
        out, self._instead = self._fp, None
        self._fp = body = self._new_buffer()
        try:
            self._dispatch(msg)
        finally:
            self._fp = out
        instead, self._instead = self._instead, None
        if instead:
            msg = copy.deepcopy(msg)
            if msg.get('content-transfer-encoding') is None:
                msg['Content-Transfer-Encoding'] = instead[0]
            else:
                msg.replace_header('content-transfer-encoding', instead[0])
            msg.replace_header('content-type', instead[1])
        own = getattr(msg, '_write_headers', None)
        self._write_headers(msg) if own is None else own(self)
        self._fp.write(body.getvalue())

    def _dispatch(self, msg):
        main, sub = msg.get_content_maintype(), msg.get_content_subtype()
        write = getattr(self, '_handle_' + f'{main}_{sub}'.replace('-', '_'), None)
        (write or getattr(self, '_handle_' + main.replace('-', '_'), None) or self._writeBody)(msg)

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            folded = self.policy.fold(name, value)
            if self.policy.verify_generated_headers:
                linesep = self.policy.linesep
                if not folded.endswith(linesep):
                    raise HeaderWriteError(f'folded header does not end with {linesep!r}: {folded!r}')
                if _BROKEN.search(folded.removesuffix(linesep)):
                    raise HeaderWriteError(f'folded header contains newline: {folded!r}')
            self.write(folded)
        self.write(self._NL)

    def _handle_text(self, msg):
        payload = msg.get_payload()
        if payload is None:
            return
        if not isinstance(payload, str):
            raise TypeError(f'string payload expected: {type(payload)}')
        if _has_surrogates(msg._payload):
            charset = msg.get_param('charset')
            if charset is not None:
                msg = copy.deepcopy(msg)
                del msg['content-transfer-encoding']
                msg.set_payload(msg._payload, charset)
                payload = msg.get_payload()
                self._instead = msg['content-transfer-encoding'], msg['content-type']
        if self._mangle_from_:
            payload = re.sub('^From ', '>From ', payload, flags=re.M)
        self._write_lines(payload)

    _writeBody = _handle_text

    def _handle_multipart(self, msg):
        parts = msg.get_payload()
        if isinstance(parts, str):
            self.write(parts)
            return
        parts = [] if parts is None else parts if isinstance(parts, list) else [parts]
        texts = []
        for part in parts:
            out = self._new_buffer()
            self.clone(out).flatten(part, unixfrom=False, linesep=self._NL)
            texts.append(out.getvalue())
        boundary = msg.get_boundary()
        if not boundary:
            boundary = self._make_boundary(self._encode('').join(texts) if not texts else self._encode(self._NL).join(texts))
            msg.set_boundary(boundary)
        if msg.preamble is not None:
            preamble = re.sub('^From ', '>From ', msg.preamble, flags=re.M) if self._mangle_from_ else msg.preamble
            self._write_lines(preamble)
            self.write(self._NL)
        self.write(f'--{boundary}{self._NL}')
        for number, text in enumerate(texts):
            if number:
                self.write(f'{self._NL}--{boundary}{self._NL}')
            self._fp.write(text)
        self.write(f'{self._NL}--{boundary}--{self._NL}')
        if msg.epilogue is not None:
            self._write_lines(re.sub('^From ', '>From ', msg.epilogue, flags=re.M) if self._mangle_from_ else msg.epilogue)

    def _handle_multipart_signed(self, msg):
        # A signature is of the headers as they are.
        kept, self.policy = self.policy, self.policy.clone(max_line_length=0)
        try:
            self._handle_multipart(msg)
        finally:
            self.policy = kept

    def _handle_message_delivery_status(self, msg):
        blocks = []
        for part in msg.get_payload():
            out = self._new_buffer()
            self.clone(out).flatten(part, unixfrom=False, linesep=self._NL)
            text, end = out.getvalue(), self._encode(self._NL)
            blocks.append(text.removesuffix(end))
        self._fp.write(self._encode(self._NL).join(blocks))

    def _handle_message(self, msg):
        payload = msg.get_payload()
        if isinstance(payload, list) and payload:
            out = self._new_buffer()
            self.clone(out).flatten(msg.get_payload(0), unixfrom=False, linesep=self._NL)
            self._fp.write(out.getvalue())
        else:
            self.write(payload)

    @classmethod
    def _make_boundary(cls, text=None):
        import random
        boundary = f'{"=" * 15}{random.randrange(sys.maxsize):019d}=='
        if text is None:
            return boundary
        found, number = boundary, 0
        while re.search(*cls._delimiter(found, text)):
            found, number = f'{boundary}.{number}', number + 1
        return found

    @staticmethod
    def _delimiter(boundary, text):
        return f'(?m)^--{re.escape(boundary)}(--)?$', text


class BytesGenerator(Generator):
    """Writes bytes."""
    _new_buffer = BytesIO
    _encode = staticmethod(lambda text: text.encode('ascii'))

    def write(self, s):
        """Writes a text."""
        self._fp.write(s.encode('ascii', 'surrogateescape'))

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            folded = self.policy.fold_binary(name, value)
            if self.policy.verify_generated_headers:
                linesep = self.policy.linesep.encode()
                if not folded.endswith(linesep):
                    raise HeaderWriteError(f'folded header does not end with {linesep!r}: {folded!r}')
                if re.search(_BROKEN.pattern.encode(), folded.removesuffix(linesep)):
                    raise HeaderWriteError(f'folded header contains newline: {folded!r}')
            self._fp.write(folded)
        self.write(self._NL)

    def _handle_text(self, msg):
        if msg._payload is None:
            return
        if _has_surrogates(msg._payload) and not self.policy.cte_type == '7bit':
            text = msg._payload
            self._write_lines(re.sub('^From ', '>From ', text, flags=re.M) if self._mangle_from_ else text)
        else:
            super()._handle_text(msg)

    _writeBody = _handle_text

    @staticmethod
    def _delimiter(boundary, text):
        return f'(?m)^--{re.escape(boundary)}(--)?$'.encode(), text


class DecodedGenerator(Generator):
    """Writes what a reader wants to see: texts, and a line in place of the rest."""
    _FORMAT = '[Non-text (%(type)s) part of message omitted, filename %(filename)s]'

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
        super().__init__(outfp, mangle_from_, maxheaderlen, policy=policy)
        self._fmt = self._FORMAT if fmt is None else fmt

    def _dispatch(self, msg):
        for part in msg.walk():
            kind = part.get_content_maintype()
            if kind == 'text':
                print(part.get_payload(decode=False), file=self)
            elif kind != 'multipart':
                print(self._fmt % {
                    'type': part.get_content_type(), 'maintype': kind, 'subtype': part.get_content_subtype(),
                    'filename': part.get_filename('[no filename]'),
                    'description': part.get('Content-Description', '[no description]'),
                    'encoding': part.get('Content-Transfer-Encoding', '[no encoding]')}, file=self)


_make_boundary = Generator._make_boundary
