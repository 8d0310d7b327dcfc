"""Mailboxes of MH: folders whose files are numbers, with sequences of them in a file beside."""
import os
from _mailbox_base import Mailbox
from _mailbox_files import (FormatError, NoSuchMailboxError, NotEmptyError, _Lockable, _ProxyFile, _create_carefully, _gone_if_that_fails,
                            _sync_close)
from _mailbox_messages import MHMessage

_SEQUENCES = '.mh_sequences'


class MH(_Lockable, Mailbox):
    """A folder of numbered messages."""

    def __init__(self, path, factory=None, create=True):
        Mailbox.__init__(self, path, factory, create)
        if os.path.exists(self._path):
            return
        if not create:
            raise NoSuchMailboxError(self._path)
        os.mkdir(self._path, 0o700)
        _create_carefully(self._at(_SEQUENCES)).close()

    def __contains__(self, key):
        return os.path.exists(self._at(key))

    def __len__(self):
        return len(self.keys())

    def iterkeys(self):
        return iter(sorted(map(int, filter(str.isdigit, os.listdir(self._path)))))

    def add(self, message):
        key = max(self.keys(), default=0) + 1
        with _gone_if_that_fails(_create_carefully(self._at(key))) as file:
            self._dump_message(message, file)
        self._note_sequences(message, key)
        _sync_close(file)
        return key

    def __setitem__(self, key, message):
        with self._opened(key, 'rb+') as file:
            file.truncate(0)
            self._dump_message(message, file)
        self._note_sequences(message, key)

    def remove(self, key):
        self._opened(key, 'rb+').close()
        os.remove(self._at(key))

    def get_file(self, key):
        return _ProxyFile(self._opened(key))

    def get_bytes(self, key):
        with self._opened(key) as file:
            return file.read()

    def get_message(self, key):
        with self._opened(key) as file:
            message = MHMessage(file)
        message.set_sequences(name for name, keys in self.get_sequences().items() if key in keys)
        return message

    def flush(self):
        """Everything is written already."""

    def close(self):
        self.unlock()

    def get_folder(self, folder):
        return MH(self._at(folder), self._factory, create=False)

    def add_folder(self, folder):
        return MH(self._at(folder), self._factory)

    def list_folders(self):
        return [name for name in os.listdir(self._path) if os.path.isdir(self._at(name))]

    def remove_folder(self, folder):
        path = self._at(folder)
        names = os.listdir(path)
        if set(names) - {_SEQUENCES}:
            raise NotEmptyError(f'Folder not empty: {self._path}')
        for name in names:
            os.remove(os.path.join(path, name))
        os.rmdir(path)

    def get_sequences(self):
        """The keys of each sequence."""
        try:
            with open(self._at(_SEQUENCES), encoding='ASCII') as file:
                lines = file.readlines()
        except FileNotFoundError:
            return {}
        there, found = set(self.keys()), {}
        for line in lines:
            try:
                name, contents = line.split(':')
                keys = there.intersection(set().union(*map(_range, contents.split())))
            except ValueError:
                raise FormatError(f'Invalid sequence specification: {line.rstrip()}')
            if keys:
                found[name] = sorted(keys)
        return found

    def set_sequences(self, sequences):
        """Writes sequences; keys that follow each other as their first and last."""
        with open(self._at(_SEQUENCES), 'w', encoding='ASCII') as file:
            for name, keys in sequences.items():
                if keys:
                    file.write(' '.join([f'{name}:', *map(_range_text, _runs(keys))]) + '\n')

    def pack(self):
        """Gives the messages the numbers from 1."""
        sequences, numbers = self.get_sequences(), dict(zip(self.keys(), range(1, len(self) + 1)))
        changed = {key: number for key, number in numbers.items() if key != number}
        for key, number in changed.items():
            os.rename(self._at(key), self._at(number))
        if changed:
            self.set_sequences({name: [changed.get(key, key) for key in keys] for name, keys in sequences.items()})

    def _at(self, name):
        return os.path.join(self._path, str(name))

    def _opened(self, key, mode='rb'):
        try:
            return open(self._at(key), mode)
        except FileNotFoundError:
            raise KeyError(f'No message with key: {key}')

    def _note_sequences(self, message, key):
        """Puts a message in the sequences that it names, and in no others."""
        if not isinstance(message, MHMessage):
            return
        named, sequences = message.get_sequences(), self.get_sequences()
        for name in {**sequences, **dict.fromkeys(named)}:
            others = [other for other in sequences.get(name, ()) if other != key]
            sequences[name] = others + [key] * (name in named)
        self.set_sequences(sequences)

    def _file_to_lock(self):
        self._file = open(self._at(_SEQUENCES), 'ab+')
        return self._file

    def _unlocked(self):
        _sync_close(self._file)
        del self._file


def _range(text):
    """The keys of `3` or of `3-5`."""
    ends = [int(end) for end in ([text] if text.isdigit() else text.split('-', 1))]
    return range(ends[0], ends[-1] + 1)


def _range_text(ends):
    first, last = ends
    return f'{first}' if first == last else f'{first}-{last}'


def _runs(keys):
    """The first and the last of keys that follow each other."""
    runs = []
    for key in sorted(set(keys)):
        if runs and runs[-1][1] == key - 1:
            runs[-1][1] = key
        else:
            runs.append([key, key])
    return runs


MH.__module__ = 'mailbox'
