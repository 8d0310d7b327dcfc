"""Mailboxes on disk: messages in files, in several forms."""
import contextlib
import os
import socket
import time
from _mailbox_base import Mailbox
from _mailbox_files import (Error, ExternalClashError, FormatError, NoSuchMailboxError, NotEmptyError, _PartialFile, _ProxyFile,
                            _create_carefully, _create_temporary, _gone_if_that_fails, _lock_file, _sync_close, _sync_flush, _unlock_file)
from _mailbox_messages import (BabylMessage, MaildirMessage, Message, MHMessage, MMDFMessage, _check_text, _flags_in, _mboxMMDFMessage,
                               mboxMessage)
from _mailbox_mh import MH
from _mailbox_single import MMDF, _mboxMMDF, _singlefileMailbox, mbox

__all__ = ['Mailbox', 'Maildir', 'mbox', 'MH', 'Babyl', 'MMDF', 'Message', 'MaildirMessage', 'mboxMessage', 'MHMessage', 'BabylMessage',
           'MMDFMessage', 'Error', 'NoSuchMailboxError', 'NotEmptyError', 'ExternalClashError', 'FormatError']
linesep = b'\n'


class Maildir(Mailbox):
    """A folder with a file for each message: those that are `new`, and those that somebody has seen, in `cur`. A file's
    name is the message's key and, behind a colon, its info; `2,` and letters are flags."""
    colon = ':'
    _count = 1

    def __init__(self, dirname, factory=None, create=True):
        Mailbox.__init__(self, dirname, factory, create)
        self._paths = {name: self._at(name) for name in ('tmp', 'new', 'cur')}
        self._toc, self._changed, self._last_read = {}, dict.fromkeys(('cur', 'new'), 0), 0
        if os.path.exists(self._path):
            return
        if not create:
            raise NoSuchMailboxError(self._path)
        for path in self._path, *self._paths.values():
            os.mkdir(path, 0o700)

    def __contains__(self, key):
        return key in self._contents()

    def __len__(self):
        return len(self._contents())

    def iterkeys(self):
        yield from filter(self._find, self._contents())

    def next(self):
        """The next message, each once; None: there are no more."""
        if not hasattr(self, '_once'):
            self._once = self.itervalues()
        return next(self._once, None)

    def add(self, message):
        """Takes a message and gives its key."""
        with _gone_if_that_fails(self._create_tmp()) as file:
            self._dump_message(message, file)
        _sync_close(file)
        folder, key, info = 'new', self._parts(file.name)[1], ''
        if isinstance(message, MaildirMessage):
            folder, info = message.get_subdir(), message.get_info()
            os.utime(file.name, (os.path.getatime(file.name), message.get_date()))
        place = self._at(folder, self._name(key, info))
        try:
            os.link(file.name, place)
        except FileExistsError:
            raise ExternalClashError(f'Name clash with existing message: {place}')
        finally:
            os.remove(file.name)
        return key

    def __setitem__(self, key, message):
        old = self._lookup(key)
        made = self._lookup(self.add(message))
        folder, _, info = self._parts(made if isinstance(message, MaildirMessage) else old)
        self.discard(key)
        os.rename(self._at(made), self._at(folder, self._name(key, info)))

    def remove(self, key):
        os.remove(self._at(self._lookup(key)))

    def discard(self, key):
        with contextlib.suppress(KeyError, FileNotFoundError):
            self.remove(key)

    def get_file(self, key):
        return _ProxyFile(open(self._at(self._lookup(key)), 'rb'))

    def get_bytes(self, key):
        with self.get_file(key) as file:
            return file.read()

    def get_message(self, key):
        place = self._lookup(key)
        with open(self._at(place), 'rb') as file:
            message = (self._factory or MaildirMessage)(file)
        folder, _, info = self._parts(place)
        message.set_subdir(folder)
        if info:
            message.set_info(info)
        message.set_date(os.path.getmtime(self._at(place)))
        return message

    def get_info(self, key):
        return self._parts(self._lookup(key))[2]

    def set_info(self, key, info):
        _check_text(info, 'info must be a string')
        old = self._lookup(key)
        folder, first, _ = self._parts(old)
        new = os.path.join(folder, self._name(first, info))
        if new != old:
            os.rename(self._at(old), self._at(new))
            self._toc[key] = new

    def get_flags(self, key):
        return _flags_in(self.get_info(key))

    def set_flags(self, key, flags):
        _check_text(flags, 'flags must be a string')
        self.set_info(key, '2,' + ''.join(sorted(set(flags))))

    def add_flag(self, key, flag):
        _check_text(flag, 'flag must be a string')
        self.set_flags(key, self.get_flags(key) + flag)

    def remove_flag(self, key, flag):
        _check_text(flag, 'flag must be a string')
        flags = self.get_flags(key)
        if flags:
            self.set_flags(key, flags.translate(dict.fromkeys(map(ord, flag))))

    def flush(self):
        """Everything is written already."""

    def lock(self):
        """Nobody needs to lock it."""

    unlock = close = lock

    def get_folder(self, folder):
        return Maildir(self._at('.' + folder), self._factory, create=False)

    def add_folder(self, folder):
        made = Maildir(self._at('.' + folder), self._factory)
        open(made._at('maildirfolder'), 'ab').close()
        return made

    def list_folders(self):
        return [name[1:] for name in os.listdir(self._path) if name[0] == '.' and name != '.' and os.path.isdir(self._at(name))]

    def remove_folder(self, folder):
        """Removes a folder that has no messages."""
        path = self._at('.' + folder)
        if any(name[0] != '.' for part in ('new', 'cur') for name in os.listdir(os.path.join(path, part))):
            raise NotEmptyError(f'Folder contains message(s): {folder}')
        for name in os.listdir(path):
            if name not in self._paths and os.path.isdir(os.path.join(path, name)):
                raise NotEmptyError(f"Folder contains subdirectory '{folder}': {name}")
        import shutil
        shutil.rmtree(path)

    def clean(self):
        """Removes what has been lying in `tmp` for 36 hours."""
        for name in os.listdir(self._paths['tmp']):
            path = self._at('tmp', name)
            if time.time() - os.path.getatime(path) > 36 * 60 * 60:
                os.remove(path)

    def _at(self, *names):
        return os.path.join(self._path, *names)

    def _parts(self, place):
        """A message's folder, its key and its info."""
        folder, name = os.path.split(place)
        key, *infos = name.split(self.colon)
        return folder, key, infos[-1] if infos else ''

    def _name(self, key, info):
        return f'{key}{self.colon}{info}' if info else key

    def _create_tmp(self):
        now, host = time.time(), socket.gethostname().translate({ord('/'): r'\057', ord(':'): r'\072'})
        path = self._at('tmp', f'{int(now)}.M{int(now % 1 * 1e6)}P{os.getpid()}Q{Maildir._count}.{host}')
        try:
            file = _create_carefully(path)
        except FileExistsError:
            raise ExternalClashError(f'Name clash prevented file creation: {path}')
        Maildir._count += 1
        return file

    def _contents(self):
        self._refresh()
        return self._toc

    def _refresh(self):
        """Reads which files there are, unless it is long ago and nothing has changed since."""
        if time.time() - self._last_read > 2.1:
            before, self._changed = self._changed, {folder: os.path.getmtime(self._paths[folder]) for folder in self._changed}
            if all(self._changed[folder] <= known for folder, known in before.items()):
                return
        places = [os.path.join(folder, name) for folder in self._changed for name in os.listdir(self._paths[folder]) if name[0] != '.']
        self._toc = {self._parts(place)[1]: place for place in places if not os.path.isdir(self._at(place))}
        self._last_read = time.time()

    def _find(self, key):
        """A message's place, after another look if it is not where it was; None: it is nowhere."""
        place = self._toc.get(key)
        if place is None or not os.path.exists(self._at(place)):
            place = self._contents().get(key)
        return place

    def _lookup(self, key):
        place = self._find(key)
        if place is None:
            raise KeyError(f'No message with key: {key}')
        return place


class Babyl(_singlefileMailbox):
    """A file of Rmail's."""

    def __init__(self, path, factory=None, create=True):
        import _frames
        _frames.not_supported('mailbox.Babyl', 'mailbox.mbox')
