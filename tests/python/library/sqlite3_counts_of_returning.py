# How many rows a statement with RETURNING has changed is known once its last row has been read.
import sqlite3

c = sqlite3.connect(':memory:')
c.execute('create table t(a, b)')
k = c.execute('insert into t values (1, 2), (3, 4) returning a')
print(k.rowcount, k.fetchone(), k.rowcount, k.fetchone(), k.rowcount, k.fetchone())
k = c.execute('update t set b = 0 returning a')
print(k.rowcount, next(k), k.rowcount, next(k), k.rowcount)
k = c.execute('delete from t where a = 9 returning a')
print(k.rowcount, k.description, k.fetchall(), k.rowcount)
k = c.execute('with q as (select 1) delete from t where a = 1 returning a')
print(k.rowcount, k.fetchall(), k.rowcount)
for sql in 'insert into t values (?, ?) returning a', 'with q as (select 1) insert into t values (?, ?) returning a':
    for parameters in [], [(1, 2)], [(1, 2), (3, 4)]:
        k = c.cursor()
        try:
            k.executemany(sql, parameters)
            print(k.rowcount, k.description, k.fetchall(), k.rowcount)
        except sqlite3.Error as error:
            print(type(error).__name__, error, vars(error), k.rowcount, k.description, k.fetchall())
        print(c.execute('select * from t').fetchall(), c.in_transaction, c.total_changes)
k = c.executemany('update t set b = ? where a = ? returning a', [(1, 77), (2, 78), (5, 3)])
print(k.rowcount, k.fetchall(), k.rowcount, k.lastrowid)
