"""Mailboxes on disk: messages in files, in several forms."""
import os
import socket
import time
from _mailbox_base import Mailbox
from _mailbox_files import (Error, ExternalClashError, FormatError, NoSuchMailboxError, NotEmptyError, _PartialFile, _ProxyFile,
                            _create_carefully, _create_temporary, _lock_file, _sync_close, _sync_flush, _unlock_file)
from _mailbox_messages import BabylMessage, MaildirMessage, Message, MHMessage, MMDFMessage, _mboxMMDFMessage, mboxMessage
from _mailbox_mh import MH
from _mailbox_single import MMDF, _mboxMMDF, _singlefileMailbox, mbox

__all__ = ['Mailbox', 'Maildir', 'mbox', 'MH', 'Babyl', 'MMDF', 'Message', 'MaildirMessage', 'mboxMessage', 'MHMessage', 'BabylMessage',
           'MMDFMessage', 'Error', 'NoSuchMailboxError', 'NotEmptyError', 'ExternalClashError', 'FormatError']
linesep = b'\n'


class Maildir(Mailbox):
    """A folder with a file for each message: those that are `new`, and those that somebody has seen, in `cur`."""
    colon = ':'
    _count = 1

    def __init__(self, dirname, factory=None, create=True):
        Mailbox.__init__(self, dirname, factory, create)
        self._paths = {name: os.path.join(self._path, name) for name in ('tmp', 'new', 'cur')}
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            os.mkdir(self._path, 0o700)
            for path in self._paths.values():
                os.mkdir(path, 0o700)
        self._toc, self._toc_mtimes, self._last_read = {}, {'cur': 0, 'new': 0}, 0

    def add(self, message):
        """Takes a message and gives its key."""
        file = self._create_tmp()
        try:
            self._dump_message(message, file)
        except BaseException:
            file.close()
            os.remove(file.name)
            raise
        _sync_close(file)
        folder, suffix = 'new', ''
        if isinstance(message, MaildirMessage):
            folder, suffix = message.get_subdir(), self.colon + message.get_info() if message.get_info() else ''
            os.utime(file.name, (os.path.getatime(file.name), message.get_date()))
        key = os.path.basename(file.name).split(self.colon)[0]
        place = os.path.join(self._path, folder, key + suffix)
        try:
            os.link(file.name, place)
        except FileExistsError:
            raise ExternalClashError(f'Name clash with existing message: {place}')
        finally:
            os.remove(file.name)
        return key

    def remove(self, key):
        os.remove(os.path.join(self._path, self._lookup(key)))

    def discard(self, key):
        try:
            self.remove(key)
        except (KeyError, FileNotFoundError):
            pass

    def __setitem__(self, key, message):
        old = self._lookup(key)
        made = self._lookup(self.add(message))
        is_own = isinstance(message, MaildirMessage)
        folder, name = os.path.split(made if is_own else old)
        suffix = self.colon + name.split(self.colon)[-1] if self.colon in name else ''
        self.discard(key)
        path = os.path.join(self._path, made)
        if is_own:
            os.utime(path, (os.path.getatime(path), message.get_date()))
        os.rename(path, os.path.join(self._path, folder, key + suffix))

    def get_message(self, key):
        place = self._lookup(key)
        path = os.path.join(self._path, place)
        with open(path, 'rb') as file:
            message = (self._factory or MaildirMessage)(file)
        folder, name = os.path.split(place)
        message.set_subdir(folder)
        if self.colon in name:
            message.set_info(name.split(self.colon)[-1])
        message.set_date(os.path.getmtime(path))
        return message

    def get_bytes(self, key):
        with open(os.path.join(self._path, self._lookup(key)), 'rb') as file:
            return file.read()

    def get_file(self, key):
        return _ProxyFile(open(os.path.join(self._path, self._lookup(key)), 'rb'))

    def get_info(self, key):
        place = self._lookup(key)
        return place.split(self.colon)[-1] if self.colon in place else ''

    def set_info(self, key, info):
        if not isinstance(info, str):
            raise TypeError(f'info must be a string: {type(info)}')
        old = self._lookup(key)
        new = old.split(self.colon)[0] + (self.colon + info if info else '')
        if new != old:
            os.rename(os.path.join(self._path, old), os.path.join(self._path, new))
            self._toc[key] = new

    def get_flags(self, key):
        info = self.get_info(key)
        return info[2:] if info.startswith('2,') else ''

    def set_flags(self, key, flags):
        if not isinstance(flags, str):
            raise TypeError(f'flags must be a string: {type(flags)}')
        self.set_info(key, '2,' + ''.join(sorted(set(flags))))

    def add_flag(self, key, flag):
        if not isinstance(flag, str):
            raise TypeError(f'flag must be a string: {type(flag)}')
        self.set_flags(key, ''.join({*self.get_flags(key), *flag}))

    def remove_flag(self, key, flag):
        if not isinstance(flag, str):
            raise TypeError(f'flag must be a string: {type(flag)}')
        if self.get_flags(key):
            self.set_flags(key, ''.join(set(self.get_flags(key)) - set(flag)))

    def iterkeys(self):
        self._refresh()
        for key in self._toc:
            try:
                self._lookup(key)
            except KeyError:
                continue
            yield key

    def __contains__(self, key):
        self._refresh()
        return key in self._toc

    def __len__(self):
        self._refresh()
        return len(self._toc)

    def flush(self):
        """Everything is written already."""

    def lock(self):
        """Nobody needs to lock it."""

    unlock = close = lock

    def list_folders(self):
        return [name[1:] for name in os.listdir(self._path)
                if len(name) > 1 and name[0] == '.' and os.path.isdir(os.path.join(self._path, name))]

    def get_folder(self, folder):
        return Maildir(os.path.join(self._path, '.' + folder), factory=self._factory, create=False)

    def add_folder(self, folder):
        path = os.path.join(self._path, '.' + folder)
        made = Maildir(path, factory=self._factory)
        mark = os.path.join(path, 'maildirfolder')
        if not os.path.exists(mark):
            os.close(os.open(mark, os.O_CREAT | os.O_WRONLY, 0o666))
        return made

    def remove_folder(self, folder):
        """Removes a folder that has no messages."""
        path = os.path.join(self._path, '.' + folder)
        for name in os.listdir(os.path.join(path, 'new')) + os.listdir(os.path.join(path, 'cur')):
            if name[0] != '.':
                raise NotEmptyError(f'Folder contains message(s): {folder}')
        for name in os.listdir(path):
            if name not in ('new', 'cur', 'tmp') and os.path.isdir(os.path.join(path, name)):
                raise NotEmptyError(f"Folder contains subdirectory '{folder}': {name}")
        import shutil
        shutil.rmtree(path)

    def clean(self):
        """Removes what has been lying in `tmp` for 36 hours."""
        for name in os.listdir(self._paths['tmp']):
            path = os.path.join(self._paths['tmp'], name)
            if time.time() - os.path.getatime(path) > 36 * 60 * 60:
                os.remove(path)

    def _create_tmp(self):
        now, host = time.time(), socket.gethostname().replace('/', r'\057').replace(':', r'\072')
        name = f'{int(now)}.M{int(now % 1 * 1e6)}P{os.getpid()}Q{Maildir._count}.{host}'
        path = os.path.join(self._paths['tmp'], name)
        try:
            file = _create_carefully(path)
        except FileExistsError:
            raise ExternalClashError(f'Name clash prevented file creation: {path}')
        Maildir._count += 1
        return file

    def _refresh(self):
        """Reads which files there are, unless it is long ago and nothing has changed since."""
        if time.time() - self._last_read > 2.1:
            times = {name: os.path.getmtime(self._paths[name]) for name in self._toc_mtimes}
            changed = any(times[name] > known for name, known in self._toc_mtimes.items())
            self._toc_mtimes = times
            if not changed:
                return
        self._toc = {}
        for folder in ('cur', 'new'):
            for name in os.listdir(self._paths[folder]):
                if not name.startswith('.') and not os.path.isdir(os.path.join(self._paths[folder], name)):
                    self._toc[name.split(self.colon)[0]] = os.path.join(folder, name)
        self._last_read = time.time()

    def _lookup(self, key):
        if key in self._toc and os.path.exists(os.path.join(self._path, self._toc[key])):
            return self._toc[key]
        self._refresh()
        try:
            return self._toc[key]
        except KeyError:
            raise KeyError(f'No message with key: {key}') from None

    def next(self):
        """The next message, each once; None: there are no more."""
        if not hasattr(self, '_onetime_keys'):
            self._onetime_keys = self.iterkeys()
        for key in self._onetime_keys:
            try:
                return self[key]
            except KeyError:
                pass
        return None


class Babyl(_singlefileMailbox):
    """A file of Rmail's."""

    def __init__(self, path, factory=None, create=True):
        import _frames
        _frames.not_supported('mailbox.Babyl', 'mailbox.mbox')
