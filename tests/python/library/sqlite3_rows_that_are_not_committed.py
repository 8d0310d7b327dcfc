# What is not committed when a connection is closed or dropped is not there, however much it is; a shared database in memory goes with its last connection.
import os
import sqlite3

a = sqlite3.connect('file:shared?mode=memory&cache=shared', uri=True)
b = sqlite3.connect('file:shared?mode=memory&cache=shared', uri=True)
a.execute('create table t(x)')
a.execute('insert into t values (1)')
a.commit()
print(b.execute('select * from t').fetchall())
a.execute('insert into t values (2)')
a.close()
print(b.execute('select * from t').fetchall())
b.close()
c = sqlite3.connect('file:shared?mode=memory&cache=shared', uri=True)
print(c.execute('select count(*) from sqlite_master').fetchall())
c.close()
path = '/tmp/kept_rows.db'
if os.path.exists(path):
    os.remove(path)
for rows in (3, 2000):
    one, two = sqlite3.connect(path), sqlite3.connect(path)
    one.execute('create table if not exists t(x)')
    one.execute('insert into t values (0)')
    one.commit()
    one.executemany('insert into t values (?)', ((n,) for n in range(rows)))
    print(two.execute('select count(*) from t').fetchone(), one.execute('select count(*) from t').fetchone())
    one.close()
    print(two.execute('select count(*) from t').fetchone())
    two.executemany('insert into t values (?)', ((n,) for n in range(rows)))
    two.close()
    again = sqlite3.connect(path)
    print(again.execute('select count(*) from t').fetchone())
    again.close()
os.remove(path)
c = sqlite3.connect(':memory:')
c.execute('create table t(a, b)')
c.executemany('insert into t values (?, ?)', ((n, 'x') for n in range(60000)))
