"""Tables of bytes in one file each, sorted by their keys."""
__all__ = ['error', 'open']
import os
from collections.abc import MutableMapping


class error(OSError):
    """What goes wrong with a table."""


def _bytes(value):
    return value.encode() if isinstance(value, str) else bytes(value) if isinstance(value, (bytes, bytearray, memoryview)) else \
        str(value).encode()


class _Database(MutableMapping):
    def __init__(self, path, /, *, flag, mode):
        if flag not in ('r', 'w', 'c', 'n'):
            raise ValueError(f"Flag must be one of 'r', 'w', 'c', or 'n', not {flag!r}")
        self._path, self._readonly, self._table = os.fspath(path), flag == 'r', {}
        if flag != 'n' and os.path.exists(self._path):
            import pickle
            with _open(self._path, 'rb') as file:
                self._table = pickle.load(file)
        elif flag in ('r', 'w'):
            raise error('unable to open database file')
        else:
            self._save()

    def _save(self):
        import pickle
        with _open(self._path, 'wb') as file:
            pickle.dump(dict(sorted(self._table.items())), file, 4)

    def _opened(self, write=False):
        if self._table is None:
            raise error('DBM object has already been closed')
        if write and self._readonly:
            raise error('attempt to write a readonly database')
        return self._table

    def __len__(self):
        return len(self._opened())

    def __getitem__(self, key):
        try:
            return self._opened()[_bytes(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        self._opened(True)[_bytes(key)] = _bytes(value)
        self._save()

    def __delitem__(self, key):
        table = self._opened(True)
        if _bytes(key) not in table:
            raise KeyError(key)
        del table[_bytes(key)]
        self._save()

    def __iter__(self):
        yield from sorted(self._opened())

    def close(self):
        """Ends it."""
        self._table = None

    def keys(self):
        """All keys."""
        return sorted(self._opened())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


_open = open


def open(filename, /, flag='r', mode=0o666):
    """A table; `r` to read, `w` to write, `c` to write and make it, `n` to make it anew."""
    return _Database(filename, flag=flag, mode=mode)
