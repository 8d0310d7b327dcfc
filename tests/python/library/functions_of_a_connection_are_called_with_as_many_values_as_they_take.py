# A function or an aggregate that the program has made is found by its name, and told of where it takes other numbers.
import sqlite3

connection = sqlite3.connect(':memory:')


class Count:
    def __init__(self):
        self.seen = 0

    def step(self, *values):
        self.seen += 1

    def finalize(self):
        return self.seen


connection.create_function('double', 1, lambda x: 2 * x)
connection.create_function('double', 2, lambda x, y: 2 * (x + y))
connection.create_function('size', -1, lambda *values: len(values))
connection.create_aggregate('seen', 1, Count)
connection.execute('CREATE TABLE t (a, b)')
connection.execute('INSERT INTO t VALUES (1, 2)')
for asked in ('double(1)', 'double(1, 2)', 'double(1, 2, 3)', 'double()', 'size(), size(1, 2, 3)', 'seen(a)', 'seen(a, b)', 'seen(*)',
              'double(*)', 'nothing(1)', 'abs(1, 2)'):
    try:
        print(asked, connection.execute(f'SELECT {asked} FROM t').fetchall())
    except sqlite3.OperationalError as error:
        print(asked, error)
