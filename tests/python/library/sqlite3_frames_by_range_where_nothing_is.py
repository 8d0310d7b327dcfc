# Rows without a value are each other's frame where a frame is told by a distance, and impossible frames are refused.
import sqlite3

connection = sqlite3.connect(':memory:')
connection.execute('create table t(a, b)')
rows = [(1, 10), (2, 20), (2, 25), (None, 5), (3, 30), (None, 7), (5, 50)]
connection.executemany('insert into t values(?, ?)', rows)


def ask(frame, order='a'):
    try:
        found = connection.execute(f'select a, b, sum(b) over (order by {order} {frame}) from t').fetchall()
    except sqlite3.Error as error:
        print(type(error).__name__, error)
    else:
        print(found)


for order in ('a', 'a desc', 'a nulls last'):
    for bounds in ('1 preceding and 1 following', '1 following and 2 following', '2 preceding and 1 preceding'):
        for excluded in ('', 'exclude no others', 'exclude current row', 'exclude group', 'exclude ties'):
            ask(f'range between {bounds} {excluded}', order)
for bounds in ('1 preceding and 1 following', "'1' preceding and 1 following", "'x' preceding and 1 following",
               '1.5 preceding and 1 following', '1.0 preceding and 1 following', '1 preceding and -1 following',
               'null preceding and 1 following', 'unbounded following and 1 following', 'current row and 1 preceding',
               '1 following and current row', '1 preceding and unbounded preceding', '2 following and 1 following'):
    for unit in ('rows', 'range', 'groups'):
        ask(f'{unit} between {bounds}')
ask('range between 1 preceding and 1 following', 'a, b')
ask('rows 1 following')
