"""Dicts that stay in a file: of a run, in memory."""
import os as _os
import pickle as _pickle
from collections.abc import MutableMapping as _MutableMapping

__all__ = ['Shelf', 'BsdDbShelf', 'DbfilenameShelf', 'open']


class Shelf(_MutableMapping):
    """Values are pickled into a mapping of bytes."""

    def __init__(self, dict, protocol=None, writeback=False, keyencoding='utf-8'):
        self.dict, self._protocol, self.writeback, self.keyencoding = dict, protocol, writeback, keyencoding
        self.cache = {}

    def _open_dict(self):
        if self.dict is None:
            raise ValueError('invalid operation on closed shelf')
        return self.dict

    def __iter__(self):
        for key in self._open_dict().keys():
            yield key.decode(self.keyencoding)

    def __len__(self):
        return len(self._open_dict())

    def __contains__(self, key):
        return key.encode(self.keyencoding) in self._open_dict()

    def __getitem__(self, key):
        if key not in self.cache:
            value = _pickle.loads(self._open_dict()[key.encode(self.keyencoding)])
            if not self.writeback:
                return value
            self.cache[key] = value
        return self.cache[key]

    def __setitem__(self, key, value):
        if self.writeback:
            self.cache[key] = value
        self._open_dict()[key.encode(self.keyencoding)] = _pickle.dumps(value, self._protocol)

    def __delitem__(self, key):
        del self._open_dict()[key.encode(self.keyencoding)]
        self.cache.pop(key, None)

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def close(self):
        if self.dict is None:
            return
        self.sync()
        if hasattr(self.dict, 'close'):
            self.dict.close()
        self.dict = None

    def sync(self):
        if self.writeback and self.cache:
            for key, value in self.cache.items():
                self.dict[key.encode(self.keyencoding)] = _pickle.dumps(value, self._protocol)
            self.cache = {}
        if hasattr(self.dict, 'sync'):
            self.dict.sync()


BsdDbShelf = Shelf


class _File(dict):
    """A mapping of bytes that is written to a file."""

    def __init__(self, filename, flag):
        self._name = _os.fspath(filename)
        if flag not in ('r', 'w', 'c', 'n'):
            raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
        self._readonly = flag == 'r'
        if flag != 'n' and _os.path.exists(self._name):
            with _open_file(self._name, 'rb') as file:
                self.update(_pickle.load(file))
        elif flag in 'rw':
            raise FileNotFoundError(2, 'No such file or directory', self._name)
        else:
            self.sync()

    def sync(self):
        if not self._readonly:
            with _open_file(self._name, 'wb') as file:
                _pickle.dump(dict(self), file)

    close = sync


class DbfilenameShelf(Shelf):
    """A shelf in a file."""

    def __init__(self, filename, flag='c', protocol=None, writeback=False):
        Shelf.__init__(self, _File(filename, flag), protocol, writeback)


_open_file = open


def open(filename, flag='c', protocol=None, writeback=False):
    return DbfilenameShelf(filename, flag, protocol, writeback)
