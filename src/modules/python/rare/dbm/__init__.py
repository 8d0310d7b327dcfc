"""Tables of bytes in files."""
__all__ = ['open', 'whichdb', 'error']
import os


class error(Exception):
    """What goes wrong with a table."""


error = (error, OSError)
_names = ['dbm.sqlite3', 'dbm.gnu', 'dbm.ndbm', 'dbm.dumb']
_defaultmod, _modules = None, {}


def whichdb(filename):
    """The module that a file is of; an empty text: nobody knows; None: there is no such file."""
    filename = os.fsencode(filename)
    try:
        size = os.stat(filename + b'.dat').st_size
        if not os.stat(filename + b'.dir').st_size:
            return 'dbm.dumb'
        with _open(filename + b'.dir', 'rb') as file:
            if file.read(1) in (b"'", b'"'):
                return 'dbm.dumb'
    except OSError:
        pass
    try:
        with _open(filename, 'rb') as file:
            return 'dbm.sqlite3' if file.read(16) == b'SQLite format 3\0' else ''
    except OSError:
        return None


_open = open


def open(file, flag='r', mode=0o666):
    """A table; `r` to read, `w` to write, `c` to write and make it, `n` to make it anew."""
    global _defaultmod
    found = whichdb(file) if 'n' not in flag else None
    if found is None:
        if 'c' not in flag and 'n' not in flag:
            raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")  #: 85 raise error[0]("db file doesn't exist; "⏎               "use 'c' or 'n' flag to create a new db")
        found = 'dbm.sqlite3'
        if _defaultmod is None:
            _defaultmod = __import__(found, fromlist=['open'])
    elif found == '':
        raise error[0]('db type could not be determined')  #: 89 raise error[0]("db type could not be determined")
    module = __import__(found, fromlist=['open'])
    return module.open(file, flag, mode)  #: 95 return «mod.open(file, flag, mode)»
