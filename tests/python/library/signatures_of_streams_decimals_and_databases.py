import array
import decimal
import inspect
import io
import sqlite3


def show(what):
    try:
        told = inspect.signature(what)
    except ValueError as exc:
        told = 'invalid' if 'invalid' in str(exc) else 'none'
    print(what.__qualname__, told)


for what in (io.BytesIO, io.StringIO, io.FileIO, io.TextIOWrapper, io.BufferedReader, io.BufferedWriter,
             io.BufferedRandom, io.BufferedRWPair, io.IncrementalNewlineDecoder):
    show(what)
for what in (decimal.Decimal, decimal.Context, decimal.Context.add, decimal.Context.abs, decimal.Context.fma,
             decimal.Context.quantize, decimal.Context.divmod, array.array.append, array.array.index):
    show(what)
for what in (sqlite3.connect, sqlite3.Connection, sqlite3.Row, sqlite3.Blob, sqlite3.Connection.create_function,
             sqlite3.Connection.execute, sqlite3.Connection.cursor, sqlite3.Connection.set_trace_callback,
             sqlite3.Connection.commit, sqlite3.Cursor.execute, sqlite3.Cursor.fetchmany):
    show(what)
for what in (decimal.Decimal, decimal.Decimal.quantize, decimal.Decimal.from_float, decimal.Decimal.exp,
             decimal.Context.add, io.BytesIO, io.BytesIO.read, array.array.append, sqlite3.Cursor.execute):
    print(what.__qualname__, what.__text_signature__)


class Own(io.BytesIO):
    pass


show(Own)
