import sqlite3

connection = sqlite3.connect(':memory:')
connection.execute('create table numbers(x)')
connection.executemany('insert into numbers values(?)', [(n,) for n in range(20)])
PAIRS = 'select count(*) from numbers a, numbers b'
FOREVER = 'with recursive c(x) as (select 1 union all select x + 1 from c) select max(x) from c'


def told(sql):
    try:
        print(connection.execute(sql).fetchall())
    except sqlite3.OperationalError as error:
        print(error, error.sqlite_errorcode, error.sqlite_errorname)


calls = 0


def counted():
    global calls
    calls += 1


connection.set_progress_handler(counted, 100)
told(PAIRS)
print(5 < calls < 100)


def after(count):
    left = count

    def handler():
        nonlocal left
        left -= 1
        return left < 0
    return handler


connection.set_progress_handler(after(50), 1000)
told(FOREVER)
connection.set_progress_handler(after(5), 100)
told(PAIRS)
connection.set_progress_handler(lambda: 1 / 0, 10)
told(PAIRS)
connection.set_progress_handler(None, 10)
told(PAIRS)
connection.close()


class Unready(sqlite3.Connection):
    def __init__(self, path):
        pass


try:
    Unready(':memory:').execute('select 1')
except sqlite3.ProgrammingError as error:
    print(error)
