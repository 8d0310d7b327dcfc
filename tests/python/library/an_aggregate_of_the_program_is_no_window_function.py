import sqlite3


class Total:
    def __init__(self):
        self.sum = 0

    def step(self, value):
        self.sum += value

    def finalize(self):
        return self.sum


class Running(Total):
    def inverse(self, value):
        self.sum -= value

    def value(self):
        return self.sum


connection = sqlite3.connect(':memory:')
connection.execute('create table t(a)')
connection.executemany('insert into t values(?)', [(1,), (2,), (3,)])
connection.create_aggregate('total_of', 1, Total)
connection.create_window_function('running', 1, Running)
print(connection.execute('select total_of(a), running(a) from t').fetchall())
print(connection.execute('select running(a) over (order by a) from t').fetchall())
try:
    connection.execute('select total_of(a) over (order by a) from t')
except sqlite3.OperationalError as error:
    print(error)
