import sqlite3
import sys

sqlite3.enable_callback_tracebacks(True)
sys.unraisablehook = lambda told: print('ignored in', told.object, repr(told.exc_value))
connection = sqlite3.connect(':memory:')
connection.execute('create table t(x)')
connection.executemany('insert into t values(?)', [(1,), (2,), (3,)])


class Sum:
    fails = None

    def __init__(self):
        self.total = 0
        self.at('__init__')

    def at(self, name):
        if self.fails == name:
            raise RuntimeError(name)

    def step(self, x):
        self.at('step')
        self.total += x

    def finalize(self):
        self.at('finalize')
        return self.total


connection.create_aggregate('total', 1, Sum)
for name in None, '__init__', 'step', 'finalize':
    Sum.fails = name
    try:
        print(connection.execute('select total(x) from t').fetchall())
    except sqlite3.Error as e:
        print(type(e).__name__, e)
