"""The module knows a statement that changes rows by its first word: behind WITH none begins a transaction or counts."""
import sqlite3

connection = sqlite3.connect(':memory:')
connection.execute('create table t(n)')


def do(sql, many=None):
    run = connection.execute(sql) if many is None else connection.executemany(sql, many)
    print(run.rowcount, connection.in_transaction, connection.total_changes)


do('with x as (select 1 union select 2) insert into t select * from x')
do('with x as (select 1) update t set n = 3')
do('with x as (select 1) insert into t values (?)', [(1,), (2,)])
do(' /* why */ -- not\n insert into t values (1), (2)')
connection.commit()
do('with x as (select 3) delete from t where n in (select * from x)')
print(connection.execute('with x as (select 7) insert into t select * from x returning n').fetchall(), connection.in_transaction)
