"""Tables of bytes in one file each, sorted by their keys: databases of one table."""
__all__ = ['error', 'open']
import os
import sqlite3
from collections.abc import MutableMapping
from pathlib import Path
from urllib.parse import quote

_MODES = {'r': 'ro', 'w': 'rw', 'c': 'rwc', 'n': 'rwc'}
_LENGTH, _KEYS = 'SELECT COUNT(key) FROM Dict', 'SELECT key FROM Dict'
_VALUE, _DELETE = 'SELECT value FROM Dict WHERE key = CAST(? AS BLOB)', 'DELETE FROM Dict WHERE key = CAST(? AS BLOB)'
_STORE = 'REPLACE INTO Dict (key, value) VALUES (CAST(? AS BLOB), CAST(? AS BLOB))'


class error(OSError):
    """What goes wrong with a table."""


class _Database(MutableMapping):
    def __init__(self, path, /, *, flag, mode):
        if flag not in _MODES:
            raise ValueError(f"Flag must be one of 'r', 'w', 'c', or 'n', not {flag!r}")
        self._connection, path = None, os.fsdecode(path)
        if flag == 'c':
            Path(path).touch(mode=mode, exist_ok=True)  #: 50
        elif flag == 'n':
            Path(path).unlink(missing_ok=True)  #: 53
            Path(path).touch(mode=mode)  #: 54
        try:
            self._connection = sqlite3.connect(f'file:{quote(path)}?mode={_MODES[flag]}', autocommit=True, uri=True)
        except sqlite3.Error as failed:
            raise error(str(failed))
        if flag != 'r':
            self._execute('CREATE TABLE IF NOT EXISTS Dict (key BLOB UNIQUE NOT NULL, value BLOB NOT NULL)')

    def _execute(self, statement, *values):
        if self._connection is None:
            raise error('DBM object has already been closed')  #: 77 raise error(_ERR_CLOSED)
        try:
            return self._connection.execute(statement, values)  #: 79 return closing(«self._cx.execute(*args, **kwargs)»)
        except sqlite3.Error as failed:
            raise error(str(failed))  #: 81 raise error(str(exc))

    def __len__(self):
        return self._execute(_LENGTH).fetchone()[0]  #: 84 with «self._execute(GET_SIZE)» as cu:

    def __getitem__(self, key):
        row = self._execute(_VALUE, key).fetchone()  #: 89 with «self._execute(LOOKUP_KEY, (key,))» as cu:
        if row is None:
            raise KeyError(key)  #: 92
        return row[0]

    def __setitem__(self, key, value):
        self._execute(_STORE, key, value)  #: 96 self._execute(STORE_KV, (key, value))

    def __delitem__(self, key):
        if not self._execute(_DELETE, key).rowcount:  #: 99 with «self._execute(DELETE_KEY, (key,))» as cu:
            raise KeyError(key)  #: 101

    def __iter__(self):
        try:
            for row in self._execute(_KEYS):  #: 105 with «self._execute(ITER_KEYS)» as cu:
                yield row[0]
        except sqlite3.Error as failed:
            raise error(str(failed))

    def close(self):
        """Ends it."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def keys(self):
        """All keys."""
        return list(super().keys())  #: 117

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(filename, /, flag='r', mode=0o666):
    """A table; `r` to read, `w` to write, `c` to write and make it, `n` to make it anew."""
    return _Database(filename, flag=flag, mode=mode)
