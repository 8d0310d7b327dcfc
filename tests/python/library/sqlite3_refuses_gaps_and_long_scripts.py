"""What sqlite3 says of buffers with gaps, lone surrogates, long scripts, odd handlers and blobs."""
import sqlite3


def tell(call, *args):
    try:
        print(call(*args))
    except Exception as e:
        print(type(e).__name__, e)


base = sqlite3.connect(':memory:')
base.execute('create table t(b blob)')
base.execute('insert into t values(zeroblob(10))')
blob = base.blobopen('t', 'b', 1)
tell(lambda: 1 in blob)
for place, value in ((slice(5, 10), b'a'), (slice(5, 10), 1), (slice(5, 10), memoryview(b'abcdefghij')[::2]), (0, 256)):
    tell(blob.__setitem__, place, value)
tell(blob.__getitem__, 2**1000)

for name, value in ('lone', '\ud8ff'), ('gaps', memoryview(b'blob')[::2]), ('large', 1 << 70), ('whole', memoryview(b'blob')):
    base.create_function(name, 0, lambda value=value: value)
    tell(lambda: base.execute(f'select {name}()').fetchone())
tell(base.execute, 'select ?', (memoryview(b'blob')[::2],))
base.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 20)
tell(base.cursor().executescript, 'select ' + ' ' * 30 + '1')
base.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 1000)


class Odd:
    def __bool__(self):
        1 / 0


base.set_progress_handler(Odd, 1)
tell(lambda: base.execute('select 1 union select 2').fetchall())
tell(sqlite3.Connection)
