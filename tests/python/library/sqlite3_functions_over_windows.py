# Which functions may stand before OVER and FILTER, and what is said of the others.
import sqlite3

c = sqlite3.connect(':memory:')
c.execute('create table t(a, b)')
c.executemany('insert into t values (?, ?)', [(n, n % 2) for n in range(5)])


class Sum:
    def __init__(self):
        self.value_now = 100

    def step(self, x):
        self.value_now += x

    def finalize(self):
        return self.value_now


class Window(Sum):
    def inverse(self, x):
        self.value_now -= x

    def value(self):
        return self.value_now


def run(sql):
    try:
        print(sql, c.execute(sql).fetchall())
    except sqlite3.Error as error:
        print(sql, type(error).__name__, error)


c.create_aggregate('plain', 1, Sum)
c.create_window_function('win', 1, Window)
c.create_function('fn', 1, lambda x: x)
for name in 'plain', 'win', 'fn', 'NOPE', 'total', 'Abs':
    for more in '', ' over ()', ' over (order by a rows 1 preceding)', ' filter (where b)':
        run(f'select {name}(a){more} from t')
for call in ('lag() over ()', 'row_number(1) over ()', 'nth_value(a) over ()', 'total(a, b) over ()', 'max(a, b) over ()', 'abs(a, b) over ()',
             'abs(distinct a)', 'nope(distinct a)', 'nope(a) over nowhere', 'abs(a, b) filter (where 1)', 'rank()'):
    run(f'select {call} from t')
print('an aggregate of the program in place of one that is built in')
c.create_aggregate('sum', 1, Sum)
run('select sum(a) over () from t')
run('select sum(a) from t')
c.create_window_function('row_number', 0, type('Zero', (Window,), {'step': lambda self: None}))
run('select row_number() over () from t')
print('none')
c.create_window_function('win', 1, None)
run('select win(a) over () from t')
run('select win(a) from t')
c.create_window_function('plain', 1, Window)
run('select plain(a) over () from t')
c.create_window_function('plain', 1, None)
run('select plain(a) over () from t')
c.create_function('fn', 1, None)
run('select fn(1)')
c.create_aggregate('plain', 1, None)
run('select plain(a) from t')
