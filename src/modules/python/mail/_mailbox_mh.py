"""Mailboxes of MH: folders whose files are numbers, with sequences of them in a file beside."""
import os
from _mailbox_base import Mailbox
from _mailbox_files import (FormatError, NoSuchMailboxError, NotEmptyError, _ProxyFile, _create_carefully, _lock_file, _sync_close,
                            _unlock_file)
from _mailbox_messages import MHMessage


class MH(Mailbox):
    """A folder of numbered messages."""

    def __init__(self, path, factory=None, create=True):
        Mailbox.__init__(self, path, factory, create)
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            os.mkdir(self._path, 0o700)
            _create_carefully(self._sequences_file()).close()
        self._locked = False

    def _sequences_file(self):
        return os.path.join(self._path, '.mh_sequences')

    def _opened(self, key, mode='rb'):
        try:
            return open(os.path.join(self._path, str(key)), mode)
        except FileNotFoundError:
            raise KeyError(f'No message with key: {key}')

    def add(self, message):
        key = max(self.keys(), default=0) + 1
        file = _create_carefully(os.path.join(self._path, str(key)))
        try:
            self._dump_message(message, file)
        except BaseException:
            file.close()
            os.remove(file.name)
            raise
        if isinstance(message, MHMessage):
            self._dump_sequences(message, key)
        _sync_close(file)
        return key

    def remove(self, key):
        file = self._opened(key, 'rb+')
        file.close()
        os.remove(file.name)

    def __setitem__(self, key, message):
        with self._opened(key, 'rb+') as file:
            file.truncate(0)
            self._dump_message(message, file)
        if isinstance(message, MHMessage):
            self._dump_sequences(message, key)

    def get_message(self, key):
        with self._opened(key) as file:
            message = MHMessage(file)
        for name, keys in self.get_sequences().items():
            if key in keys:
                message.add_sequence(name)
        return message

    def get_bytes(self, key):
        with self._opened(key) as file:
            return file.read()

    def get_file(self, key):
        return _ProxyFile(self._opened(key))

    def iterkeys(self):
        return iter(sorted(int(name) for name in os.listdir(self._path) if name.isdigit()))

    def __contains__(self, key):
        return os.path.exists(os.path.join(self._path, str(key)))

    def __len__(self):
        return len(self.keys())

    def lock(self):
        if not self._locked:
            self._file = open(self._sequences_file(), 'ab+')
            _lock_file(self._file)
            self._locked = True

    def unlock(self):
        if self._locked:
            _unlock_file(self._file)
            _sync_close(self._file)
            del self._file
            self._locked = False

    def flush(self):
        """Everything is written already."""

    def close(self):
        self.unlock()

    def list_folders(self):
        return [name for name in os.listdir(self._path) if os.path.isdir(os.path.join(self._path, name))]

    def get_folder(self, folder):
        return MH(os.path.join(self._path, folder), factory=self._factory, create=False)

    def add_folder(self, folder):
        return MH(os.path.join(self._path, folder), factory=self._factory)

    def remove_folder(self, folder):
        path = os.path.join(self._path, folder)
        names = os.listdir(path)
        if names not in ([], ['.mh_sequences']):
            raise NotEmptyError(f'Folder not empty: {self._path}')
        for name in names:
            os.remove(os.path.join(path, name))
        os.rmdir(path)

    def get_sequences(self):
        """The keys of each sequence."""
        found = {}
        try:
            file = open(self._sequences_file(), encoding='ASCII')
        except FileNotFoundError:
            return found
        with file:
            there = set(self.keys())
            for line in file:
                try:
                    name, contents = line.split(':')
                    keys = set()
                    for part in contents.split():
                        first, *last = map(int, [part] if part.isdigit() else part.split('-', 1))
                        keys.update(range(first, (last or [first])[0] + 1))
                except ValueError:
                    raise FormatError(f'Invalid sequence specification: {line.rstrip()}')
                if keys & there:
                    found[name] = sorted(keys & there)
        return found

    def set_sequences(self, sequences):
        """Writes sequences; keys that follow each other as their first and last."""
        with open(self._sequences_file(), 'w', encoding='ASCII') as file:
            for name, keys in sequences.items():
                if not keys:
                    continue
                runs = []
                for key in sorted(set(keys)):
                    if runs and runs[-1][1] == key - 1:
                        runs[-1][1] = key
                    else:
                        runs.append([key, key])
                file.write(f'{name}:' + ''.join(f' {first}' if first == last else f' {first}-{last}' for first, last in runs) + '\n')

    def pack(self):
        """Gives the messages the numbers from 1."""
        sequences, changes = self.get_sequences(), {}
        for number, key in enumerate(self.keys(), 1):
            if key != number:
                changes[key] = number
                os.rename(os.path.join(self._path, str(key)), os.path.join(self._path, str(number)))
        self._next_key = len(self) + 1
        if changes:
            self.set_sequences({name: [changes.get(key, key) for key in keys] for name, keys in sequences.items()})

    def _dump_sequences(self, message, key):
        named, sequences = message.get_sequences(), self.get_sequences()
        for name, keys in sequences.items():
            if name in named:
                keys.append(key)
            elif key in keys:
                keys.remove(key)
        for name in named:
            sequences.setdefault(name, [key])
        self.set_sequences(sequences)


MH.__module__ = 'mailbox'
