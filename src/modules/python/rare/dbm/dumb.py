"""Tables of bytes in two files each: what is in them, and where."""
__all__ = ['error', 'open']
import ast
import os
from collections.abc import MutableMapping

error = OSError
_BLOCKSIZE = 512


class _Database(MutableMapping):
    def __init__(self, filebasename, mode, flag='c'):
        base = os.fsencode(filebasename)
        self._mode, self._readonly, self._changed = mode, flag == 'r', False
        self._dirfile, self._datfile, self._bakfile = (base + end for end in (b'.dir', b'.dat', b'.bak'))
        self._index = None
        self._create(flag)  #: 71
        self._update(flag)  #: 72

    def _create(self, flag):
        if flag == 'n':
            for name in self._datfile, self._bakfile, self._dirfile:
                if os.path.exists(name):
                    os.remove(name)
        if flag in ('c', 'n') and not os.path.exists(self._datfile):
            with _open(self._datfile, 'w'):  #: 87 with «_io.open(self._datfile, 'w', encoding="Latin-1")» as f:
                pass
        else:
            with _open(self._datfile, 'rb'):  #: 83 f = «_io.open(self._datfile, 'r', encoding="Latin-1")»
                pass

    def _update(self, flag):
        self._index = {}
        try:
            with _open(self._dirfile, 'r', encoding='Latin-1') as file:  #: 97 f = «_io.open(self._dirfile, 'r', encoding="Latin-1")»
                for line in file:
                    key, pair = ast.literal_eval(line.rstrip())  #: 107 key, pos_and_siz_pair = «_ast.literal_eval(line)»
                    self._index[key.encode('Latin-1')] = pair
        except FileNotFoundError:
            if flag in ('r', 'w'):
                raise
            with _open(self._dirfile, 'w', encoding='Latin-1'):  #: 101 with «self._io.open(self._dirfile, 'w', encoding="Latin-1")» as f:
                pass

    def _commit(self):
        if self._index is None or not self._changed:
            return
        try:
            os.unlink(self._bakfile)
        except OSError:
            pass
        try:
            os.rename(self._dirfile, self._bakfile)
        except OSError:
            pass
        with _open(self._dirfile, 'w', encoding='Latin-1') as file:
            for key, pair in self._index.items():
                file.write(f'{key.decode("Latin-1")!r}, {pair!r}\n')
        self._changed = False

    sync = _commit

    def _verify_open(self):
        if self._index is None:
            raise error('DBM object has already been closed')  #: 144

    @staticmethod
    def _key(key):
        return key.encode('utf-8') if isinstance(key, str) else key

    def __getitem__(self, key):
        key = self._key(key)
        self._verify_open()  #: 149
        at, size = self._index[key]  #: 150 pos, siz = «self._index[key]»     # may raise KeyError
        with _open(self._datfile, 'rb') as file:  #: 151 with «_io.open(self._datfile, 'rb')» as f:
            file.seek(at)
            return file.read(size)

    def __setitem__(self, key, value):
        if self._readonly:
            raise error('The database is opened for reading only')  #: 191
        key = self._key(key)
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError('keys must be bytes or strings')  #: 195 raise TypeError("keys must be bytes or strings")
        value = value.encode('utf-8') if isinstance(value, str) else value
        if not isinstance(value, (bytes, bytearray)):
            raise TypeError('values must be bytes or strings')  #: 199 raise TypeError("values must be bytes or strings")
        self._verify_open()  #: 200
        self._changed = True
        at, size = self._index.get(key, (None, 0))
        if at is None or (size + 511) // _BLOCKSIZE < (len(value) + 511) // _BLOCKSIZE:
            at = (os.path.getsize(self._datfile) + 511) // _BLOCKSIZE * _BLOCKSIZE
        with _open(self._datfile, 'rb+') as file:
            file.seek(0, 2)
            if file.tell() < at:
                file.write(bytes(at - file.tell()))
            file.seek(at)
            file.write(value)
        if key not in self._index:
            with _open(self._dirfile, 'a', encoding='Latin-1') as file:
                file.write(f'{key.decode("Latin-1")!r}, {(at, len(value))!r}\n')
        self._index[key] = at, len(value)

    def __delitem__(self, key):
        if self._readonly:
            raise error('The database is opened for reading only')  #: 228
        key = self._key(key)
        self._verify_open()  #: 231
        self._changed = True
        del self._index[key]  #: 234 del «self._index[key]»
        self._commit()  #: 239

    def keys(self):
        """All keys."""
        if self._index is None:
            raise error('DBM object has already been closed')  #: 245 raise error('DBM object has already been closed') from None
        return list(self._index)

    def items(self):
        """Keys and values."""
        self._verify_open()  #: 248
        return [(key, self[key]) for key in self._index]

    def __contains__(self, key):
        if self._index is None:
            raise error('DBM object has already been closed')  #: 258 raise error('DBM object has already been closed') from None
        return self._key(key) in self._index

    def iterkeys(self):
        """All keys."""
        if self._index is None:
            raise error('DBM object has already been closed')  #: 266 raise error('DBM object has already been closed') from None
        return iter(self._index)

    __iter__ = iterkeys

    def __len__(self):
        if self._index is None:
            raise error('DBM object has already been closed')  #: 273 raise error('DBM object has already been closed') from None
        return len(self._index)

    def close(self):
        """Writes where what is, and ends it."""
        try:
            self._commit()
        finally:
            self._index = None

    __del__ = close

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


_open = open


def open(file, flag='c', mode=0o666):
    """A table; `r` to read, `w` to write, `c` to write and make it, `n` to make it anew."""
    if flag not in ('r', 'w', 'c', 'n'):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")  #: 318
    return _Database(file, mode, flag=flag)  #: 319
