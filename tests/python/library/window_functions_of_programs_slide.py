# A class that is a window function is told of rows that come and go, once of rows that are ordered alike, and of its end.
import sqlite3

log = []


class Sum:
    def __init__(self):
        self.total = 0
        log.append('begin')

    def step(self, value):
        self.total += value
        log.append(f'+{value}')

    def inverse(self, value):
        self.total -= value
        log.append(f'-{value}')

    def value(self):
        log.append(f'={self.total}')
        return self.total

    def finalize(self):
        log.append('end')
        return self.total


connection = sqlite3.connect(':memory:')
connection.execute('create table t(g, x, y)')
connection.executemany('insert into t values(?, ?, ?)', [('a', 1, 4), ('a', 2, 5), ('a', 2, 6), ('b', 3, 8), ('b', 4, 1)])
connection.create_window_function('total', 1, Sum)
for over in (
    '', 'order by x', 'partition by g order by x', 'partition by g', 'order by x rows between 1 preceding and 1 following',
    'order by x rows between unbounded preceding and unbounded following',
    'order by x rows between current row and unbounded following',
    'order by x groups between current row and 1 following',
):
    log.clear()
    print(over, connection.execute(f'select total(y) over ({over}) from t').fetchall())
    print('   ', *log)


class Bad(Sum):
    def inverse(self, value):
        raise ValueError('bad')


class Lacking:
    def step(self, value):
        pass

    def value(self):
        return 1


class Endless(Sum):
    def finalize(self):
        raise ValueError('end')


for kind in Bad, Lacking, Endless:
    connection.create_window_function('total', 1, kind)
    try:
        print(connection.execute('select total(y) over (order by x rows 1 preceding) from t').fetchall())
    except sqlite3.OperationalError as error:
        print(error)
