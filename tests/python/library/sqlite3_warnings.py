# Warnings of sqlite3, and a database that nobody closes.
import sqlite3, datetime, warnings
warnings.simplefilter('always')

d = sqlite3.connect(':memory:', detect_types=1)
d.execute('create table e(d date)')
d.execute('insert into e values (?)', (datetime.date(2024, 1, 2),))
d.execute('insert into e values (:a)', (None,))
d.executemany('insert into e values (?)', [(datetime.date(2024, 1, 2),)])
print(d.execute('select * from e').fetchall())
print(sqlite3.version)


def f():
    c = sqlite3.connect(':memory:')
f()

c = sqlite3.connect(':memory:')
c.execute('select * from t')
