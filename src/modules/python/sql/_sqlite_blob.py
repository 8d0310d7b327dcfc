"""One value of a row as a file: Connection.blobopen."""
from _frames import bytes_of as _bytes_of, extension as _extension
from _sqlite_errors import ProgrammingError, problem


class Blob:
    """Bytes of a value that are read and written in place; their number stays."""

    def __init__(self, connection, database, table, row, place, readonly):
        self._connection, self._database, self._table, self._row = connection, database, table, row
        self._place, self._readonly, self._at, self._open = place, readonly, 0, True
        # The row as it was then or as this has written it: once something else has changed it the blob has expired.
        self._seen = table.rows.get(row)

    def _data(self):
        if not self._open:
            raise ProgrammingError('Cannot operate on a closed blob.')
        self._connection._check_thread()
        self._connection._check()
        row = self._table.rows.get(self._row)
        value = row[self._place] if row is not None else None
        if value is None or row is not self._seen:
            raise problem('query aborted', code=4)
        return value if isinstance(value, bytes) else str(value).encode()

    def _put(self, start, data):
        if self._readonly:
            raise problem('attempt to write a readonly database', code=8)
        old = self._data()
        engine, row = self._connection._engine, self._table.rows[self._row][:]
        row[self._place] = old[:start] + bytes(data) + old[start + len(data):]

        def change():
            engine.writes(self._database)
            self._database.store(self._table, self._row, row)
        engine.changing(change)
        self._seen = self._table.rows.get(self._row)

    def __len__(self):
        return len(self._data())

    def read(self, length=-1, /):
        data = self._data()
        end = len(data) if length < 0 else min(self._at + length, len(data))
        found, self._at = data[self._at:end], end
        return found

    def write(self, data, /):
        data = _bytes_of(data)
        if self._at + len(data) > len(self._data()):
            raise ValueError('data longer than blob length')
        self._put(self._at, data)
        self._at += len(data)

    def seek(self, offset, origin=0, /):
        size = len(self._data())
        if origin not in (0, 1, 2):
            raise ValueError("'origin' should be os.SEEK_SET, os.SEEK_CUR, or os.SEEK_END")
        place = offset + (0, self._at, size)[origin]
        if not 0 <= place <= size:
            raise ValueError('offset out of blob range')
        self._at = place

    def tell(self):
        self._data()
        return self._at

    def close(self):
        self._connection._check_thread()
        self._connection._check()
        self._open = False

    def __enter__(self):
        self._data()
        return self

    def __exit__(self, kind, value, traceback, /):
        self._data()
        self.close()

    def _index(self, index):
        size = len(self._data())
        if not hasattr(type(index), '__index__'):
            raise TypeError('Blob indices must be integers')
        index = index.__index__()
        if not -1 << 63 <= index < 1 << 63:
            raise IndexError("cannot fit 'int' into an index-sized integer")
        place = index + size if index < 0 else index
        if not 0 <= place < size:
            raise IndexError('Blob index out of range')
        return place

    def __getitem__(self, index, /):
        data = self._data()
        return data[index] if isinstance(index, slice) else data[self._index(index)]

    def __setitem__(self, index, value, /):
        if not isinstance(index, slice):
            place = self._index(index)
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            if not 0 <= value < 256:
                raise ValueError('byte must be in range(0, 256)')
            return self._put(place, bytes([value]))
        data = bytearray(self._data())
        size = len(data)
        value = _bytes_of(value)
        if len(value) != len(data[index]):
            raise IndexError('Blob slice assignment is wrong size')
        data[index] = value
        if size:
            self._put(0, data)

    __iter__ = None

    def __delitem__(self, index, /):
        if isinstance(index, slice):
            raise TypeError("Blob doesn't support slice deletion")
        raise TypeError("Blob doesn't support item deletion")


Blob.__module__ = 'sqlite3'
_extension(Blob)


def opened(connection, table, column, row, readonly, name):
    """The Blob of a row's column."""
    engine = connection._engine
    databases = engine.plan().databases(name)
    found = databases[0].tables.get(table.lower()) if databases else None
    if found is None or found.query is not None:
        raise problem(f'no such table: {name}.{table}')
    place = found.places.get(column.lower())
    if place is None:
        raise problem(f'no such column: "{column}"')
    there = found.rows.get(row)
    if there is None:
        raise problem(f'no such rowid: {row}')
    if not isinstance(there[place], (bytes, str)):
        kind = {type(None): 'null', int: 'integer', float: 'real'}[type(there[place])]
        raise problem(f'cannot open value of type {kind}')
    return Blob(connection, databases[0], found, row, place, readonly)
