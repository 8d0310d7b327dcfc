"""Mailboxes that are one file with all messages."""
import contextlib
import email
import email.message
import errno
import functools
import os
import time
from _mailbox_base import Mailbox
from _mailbox_files import (ExternalClashError, NoSuchMailboxError, _Lockable, _PartialFile, _create_temporary, _gone_if_that_fails,
                            _lock_file, _sync_close, _sync_flush)
from _mailbox_messages import MMDFMessage, _mboxMMDFMessage, mboxMessage

_MARK = b'\1\1\1\1\n'
_NOTHING, _SYNC, _REWRITE = range(3)


class _singlefileMailbox(_Lockable, Mailbox):
    """Messages one behind the other: where each begins and ends is known once somebody asks for one. What is removed
    goes from the file at `flush`."""
    _opening = _closing = b''  # what stands before and behind each message

    def __init__(self, path, factory=None, create=True):
        Mailbox.__init__(self, path, factory, create)
        try:
            self._file = open(self._path, 'rb+')
        except FileNotFoundError:
            if not create:
                raise NoSuchMailboxError(self._path)
            self._file = open(self._path, 'wb+')
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EROFS):
                raise
            self._file = open(self._path, 'rb')
        self._due = _NOTHING

    @functools.cached_property
    def _spans(self):
        """Where each message begins and ends, by its key."""
        spans = dict(enumerate(self._found()))
        self._next_key, self._length = len(spans), self._file.seek(0, os.SEEK_END)
        return spans

    def _lookup(self, key):
        if key not in self._spans:
            raise KeyError(f'No message with key: {key}')
        return self._spans[key]

    def __contains__(self, key):
        return key in self._spans

    def __len__(self):
        return len(self._spans)

    def iterkeys(self):
        yield from self._spans

    def add(self, message):
        spans, span = self._spans, self._appended(message)
        key, self._next_key = self._next_key, self._next_key + 1
        spans[key], self._due = span, max(self._due, _SYNC)
        return key

    def __setitem__(self, key, message):
        self._lookup(key)
        self._spans[key], self._due = self._appended(message), _REWRITE

    def remove(self, key):
        self._lookup(key)
        self._spans.pop(key)
        self._due = _REWRITE

    def close(self):
        with contextlib.ExitStack() as finally_:
            finally_.callback(lambda: self._file.close())
            finally_.callback(self.unlock)
            self.flush()

    def flush(self):
        """Writes the file anew, if messages have gone or changed."""
        if self._due == _REWRITE:
            self._rewrite()
        elif self._due == _SYNC:
            _sync_flush(self._file)
            self._due = _NOTHING

    def _rewrite(self):
        length = self._file.seek(0, os.SEEK_END)
        if length != self._length:
            raise ExternalClashError(f'Size of mailbox file changed (expected {self._length}, found {length})')
        with _gone_if_that_fails(_create_temporary(self._path)) as written:
            spans = {key: self._framed(written, self._copy, *self._spans[key]) for key in sorted(self._spans)}
            self._length = written.tell()
        _sync_close(written)
        self._file.close()
        os.chmod(written.name, os.stat(self._path).st_mode)
        os.rename(written.name, self._path)
        self._file, self._spans, self._due = open(self._path, 'rb+'), spans, _NOTHING
        if self._locked:
            _lock_file(self._file, dotlock=False)

    def _appended(self, message):
        """Writes a message at the end and says where it stands."""
        end = self._file.seek(0, os.SEEK_END)
        try:
            span = self._framed(self._file, self._write, message)
        except BaseException:
            self._file.truncate(end)
            raise
        self._file.flush()
        self._length = self._file.tell()
        return span

    def _framed(self, file, write, *args):
        file.write(self._opening)
        start = file.tell()
        write(file, *args)
        stop = file.tell()
        file.write(self._closing)
        return start, stop

    def _copy(self, file, start, stop):
        self._file.seek(start)
        file.write(self._file.read(stop - start))


class _mboxMMDF(_singlefileMailbox):
    """Messages behind a line that says from whom they came."""
    _mangle_from_ = True

    def get_message(self, key):
        line, _, rest = self.get_bytes(key, from_=True).partition(b'\n')
        message, line = self._message_factory(rest), line.decode('ascii')
        message.set_unixfrom(line)
        message.set_from(line[5:])
        return message

    def get_string(self, key, from_=False):
        return email.message_from_bytes(self.get_bytes(key, from_)).as_string(unixfrom=from_)

    def get_bytes(self, key, from_=False):
        with self.get_file(key, from_) as file:
            return file.read()

    def get_file(self, key, from_=False):
        start, stop = self._lookup(key)
        part = _PartialFile(self._file, start, stop)
        return part if from_ else _PartialFile(self._file, start + len(part.readline()), stop)

    def _write(self, file, message):
        line, rest = _split_line_off(self._string_to_bytes(message) if isinstance(message, str) else message)
        file.write(line + b'\n')
        self._dump_message(rest, file, self._mangle_from_)


def _split_line_off(message):
    """The line that stands before a message, and the message without it."""
    line = None
    if isinstance(message, _mboxMMDFMessage):
        line = f'From {message.get_from()}'
    elif isinstance(message, email.message.Message):
        line = message.get_unixfrom()
    elif isinstance(message, bytes) and message.startswith(b'From '):
        first, _, rest = message.partition(b'\n')
        return first, rest
    return (f'From MAILER-DAEMON {time.asctime(time.gmtime())}' if line is None else line).encode('ascii'), message


class mbox(_mboxMMDF):
    """Messages with an empty line between them."""
    _append_newline = True
    _closing = b'\n'

    def __init__(self, path, factory=None, create=True):
        self._message_factory = mboxMessage
        super().__init__(path, factory, create)

    def _found(self):
        start, empty, at = None, False, 0
        self._file.seek(0)
        for line in self._file:
            if line.startswith(b'From '):
                if start is not None:
                    yield start, at - empty
                start = at
            empty = line == b'\n'
            at += len(line)
        if start is not None:
            yield start, at - empty


class MMDF(_mboxMMDF):
    """Messages between lines of four control characters."""
    _opening, _closing = _MARK, b'\n' + _MARK

    def __init__(self, path, factory=None, create=True):
        self._message_factory = MMDFMessage
        super().__init__(path, factory, create)

    def _found(self):
        start, at = None, 0
        self._file.seek(0)
        for line in self._file:
            if start is None and line.startswith(_MARK):
                start = at + len(line)
            elif start is not None and line == _MARK:
                yield start, at - 1
                start = None
            at += len(line)
        if start is not None:
            yield start, at


for _kind in (_singlefileMailbox, _mboxMMDF, mbox, MMDF):
    _kind.__module__ = 'mailbox'
