"""Mailboxes that are one file with all messages."""
import email
import email.message
import errno
import os
import time
from _mailbox_base import Mailbox
from _mailbox_files import (ExternalClashError, NoSuchMailboxError, _PartialFile, _create_temporary, _lock_file, _sync_close, _sync_flush,
                            _unlock_file)
from _mailbox_messages import MMDFMessage, _mboxMMDFMessage, mboxMessage

_MARK = b'\1\1\1\1\n'


class _singlefileMailbox(Mailbox):
    """Messages one behind the other: where each begins and ends is known once somebody asks for one. What is removed
    goes from the file at `flush`."""

    def __init__(self, path, factory=None, create=True):
        Mailbox.__init__(self, path, factory, create)
        try:
            self._file = open(self._path, 'rb+')
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EROFS):
                self._file = open(self._path, 'rb')
            elif error.errno != errno.ENOENT:
                raise
            elif create:
                self._file = open(self._path, 'wb+')
            else:
                raise NoSuchMailboxError(self._path)
        self._toc, self._next_key, self._file_length = None, 0, None
        self._pending = self._pending_sync = self._locked = False

    def add(self, message):
        self._lookup()
        key = self._next_key
        self._toc[key] = self._append_message(message)
        self._next_key, self._pending_sync = key + 1, True
        return key

    def remove(self, key):
        self._lookup(key)
        del self._toc[key]
        self._pending = True

    def __setitem__(self, key, message):
        self._lookup(key)
        self._toc[key] = self._append_message(message)
        self._pending = True

    def iterkeys(self):
        self._lookup()
        yield from self._toc.keys()

    def __contains__(self, key):
        self._lookup()
        return key in self._toc

    def __len__(self):
        self._lookup()
        return len(self._toc)

    def lock(self):
        if not self._locked:
            _lock_file(self._file)
            self._locked = True

    def unlock(self):
        if self._locked:
            _unlock_file(self._file)
            self._locked = False

    def flush(self):
        """Writes the file anew, if messages have gone or changed."""
        if not self._pending:
            if self._pending_sync:
                _sync_flush(self._file)
                self._pending_sync = False
            return
        length = self._file.seek(0, 2)
        if length != self._file_length:
            raise ExternalClashError(f'Size of mailbox file changed (expected {self._file_length}, found {length})')
        written, places = _create_temporary(self._path), {}
        try:
            for key in sorted(self._toc):
                start, stop = self._toc[key]
                self._file.seek(start)
                self._before(written)
                begin = written.tell()
                written.write(self._file.read(stop - start))
                places[key] = begin, written.tell()
                self._behind(written)
            self._file_length = written.tell()
        except:
            written.close()
            os.remove(written.name)
            raise
        _sync_close(written)
        self._file.close()
        os.chmod(written.name, os.stat(self._path).st_mode)
        os.rename(written.name, self._path)
        self._file, self._toc = open(self._path, 'rb+'), places
        self._pending = self._pending_sync = False
        if self._locked:
            _lock_file(self._file, dotlock=False)

    def close(self):
        try:
            self.flush()
        finally:
            try:
                self.unlock()
            finally:
                self._file.close()

    def _before(self, file):
        """Writes what stands before a message."""

    def _behind(self, file):
        """Writes what stands behind a message."""

    def _lookup(self, key=None):
        if self._toc is None:
            self._toc = dict(enumerate(self._places()))
            self._next_key, self._file_length = len(self._toc), self._file.seek(0, 2)
        if key is not None:
            try:
                return self._toc[key]
            except KeyError:
                raise KeyError(f'No message with key: {key}') from None

    def _append_message(self, message):
        start = self._file.seek(0, 2)
        try:
            self._before(self._file)
            places = self._install_message(message)
            self._behind(self._file)
        except BaseException:
            self._file.truncate(start)
            raise
        self._file.flush()
        self._file_length = self._file.tell()
        return places


class _mboxMMDF(_singlefileMailbox):
    """Messages behind a line that says from whom they came."""
    _mangle_from_ = True

    def get_message(self, key):
        start, stop = self._lookup(key)
        self._file.seek(start)
        line = self._file.readline().replace(b'\n', b'').decode('ascii')
        message = self._message_factory(self._file.read(stop - self._file.tell()))
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
        self._file.seek(start)
        if not from_:
            self._file.readline()
        return _PartialFile(self._file, self._file.tell(), stop)

    def _install_message(self, message):
        """Writes a message and says where it stands."""
        line = None
        if isinstance(message, str):
            message = self._string_to_bytes(message)
        if isinstance(message, bytes) and message.startswith(b'From '):
            line, _, message = message.partition(b'\n')
        elif isinstance(message, _mboxMMDFMessage):
            line = b'From ' + message.get_from().encode('ascii')
        elif isinstance(message, email.message.Message) and message.get_unixfrom() is not None:
            line = message.get_unixfrom().encode('ascii')
        if line is None:
            line = b'From MAILER-DAEMON ' + time.asctime(time.gmtime()).encode()
        start = self._file.tell()
        self._file.write(line + b'\n')
        self._dump_message(message, self._file, self._mangle_from_)
        return start, self._file.tell()


class mbox(_mboxMMDF):
    """Messages with an empty line between them."""
    _append_newline = True

    def __init__(self, path, factory=None, create=True):
        self._message_factory = mboxMessage
        _mboxMMDF.__init__(self, path, factory, create)

    def _behind(self, file):
        file.write(b'\n')

    def _places(self):
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

    def __init__(self, path, factory=None, create=True):
        self._message_factory = MMDFMessage
        _mboxMMDF.__init__(self, path, factory, create)

    def _before(self, file):
        file.write(_MARK)

    def _behind(self, file):
        file.write(b'\n' + _MARK)

    def _places(self):
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
