# What connections, cursors, rows, adapters, converters and functions of the program do, and their errors.
import datetime
import sqlite3

import warnings
warnings.simplefilter('ignore')


def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(r if not isinstance(r, (sqlite3.Cursor, sqlite3.Connection)) else type(r).__name__)
    except Exception as e:
        print('!!', type(e).__module__, type(e).__name__, e, getattr(e, 'sqlite_errorcode', None), e.__cause__, e.__context__)

c = sqlite3.connect(':memory:')
show(c.execute, 5)
show(c.execute, 'select 1; select 2')
show(c.execute, 'select 1;')
show(c.execute, 'select 1; -- x')
show(c.execute, 'select ?', ([],))
show(c.execute, 'select :a', {})
show(c.execute, 'select :a', {'a': {}})
show(c.execute, 'select ?', {'a': 1})
show(c.execute, 'select ?', 5)
show(c.execute, 'select ?', 'ab')
show(c.execute, 'select ?', 'a')
show(c.execute, 'select ?', (2 ** 70,))
show(c.executemany, 'select ?', [(1,)])
show(c.executescript, 5)
c.execute('create table t(a, b)')
show(c.executemany, 'insert into t values (?, ?)', [(1, 2), (3, 4)])
print(c.in_transaction, c.total_changes, c.isolation_level)
show(c.rollback)
print(c.execute('select count(*) from t').fetchone())
cur = c.cursor()
print(cur.rowcount, cur.lastrowid, cur.description, cur.arraysize)
cur.executemany('insert into t values (?, ?)', ((i, i * i) for i in range(10)))
print(cur.rowcount, cur.lastrowid)
cur.execute('select * from t')
print(cur.description, cur.fetchone(), cur.fetchmany(2), cur.fetchmany(), next(cur), len(cur.fetchall()), cur.fetchone(), cur.fetchall())
with c:
    c.execute('insert into t values (100, 1)')
print(c.in_transaction)
try:
    with c:
        c.execute('insert into t values (200, 1)')
        raise KeyError('x')
except KeyError as e:
    print('KeyError', e)
print(c.execute('select count(*) from t').fetchone())
c.create_function('twice', 1, lambda x: x * 2)
print(c.execute('select twice(4), twice("ab")').fetchall())


def bad(x):
    raise ValueError
c.create_function('bad', 1, bad)
show(lambda: c.execute('select bad(1)').fetchall())


class S:

    def __init__(self):
        self.v = []

    def step(self, x):
        self.v.append(x)

    def finalize(self):
        return ','.join(map(str, sorted(self.v)))
c.create_aggregate('collect', 1, S)
print(c.execute('select collect(a) from t where a < 5').fetchall())
c.create_collation('rev', lambda a, b: (a < b) - (a > b))
c.execute('create table w(x text)')
c.executemany('insert into w values (?)', [('a',), ('c',), ('b',)])
print(c.execute('select x from w order by x collate rev').fetchall())
c.row_factory = sqlite3.Row
r = c.execute('select a, b as B, a+b from t').fetchone()
print(r.keys(), tuple(r), r['b'], r[-1], r[0:2], r == r, dict(r), isinstance(r, sqlite3.Row), list(r))
show(lambda: r['q'])
show(lambda: r[9])
show(lambda: r[1.5])
c.row_factory = lambda cur, row: {d[0]: v for d, v in zip(cur.description, row)}
print(c.execute('select a, b from t limit 2').fetchall())
c.row_factory = None
c.text_factory = bytes
print(c.execute("select 'ab', x'00ff'").fetchone())
c.text_factory = str

d = sqlite3.connect(':memory:', detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
d.execute('create table e(d date, ts timestamp, n)')
d.execute('insert into e values (?,?,?)', (datetime.date(2024, 1, 2), datetime.datetime(2024, 1, 2, 3, 4, 5, 678), 1))
print(d.execute('select * from e').fetchall(), d.execute('select ts as "ts [timestamp]", n from e').description)
sqlite3.register_adapter(complex, lambda z: f'{z.real};{z.imag}')
sqlite3.register_converter('cpx', lambda b: complex(*map(float, b.split(b';'))))
d.execute('create table z(v cpx)')
d.execute('insert into z values (?)', (1 + 2j,))
print(d.execute('select v from z').fetchall())


class P:

    def __init__(self, x):
        self.x = x

    def __conform__(self, proto):
        return self.x if proto is sqlite3.PrepareProtocol else None
print(d.execute('select ?', (P(7),)).fetchone())
d.close()
show(d.execute, 'select 1')
show(d.commit)
cur.close()
show(cur.execute, 'select 1')
show(cur.fetchone)
print('\n'.join(c.iterdump()))
c.executescript('begin; create table q(x); insert into q values(1); commit; select 1;')
print(c.execute('select * from q').fetchall())
show(c.executescript, 'create table q2(x); insert into nope values(1); create table q3(x)')
print([r[0] for r in c.execute('select name from sqlite_master')])
e = sqlite3.connect(':memory:')
c.backup(e)
print(e.execute('select count(*) from t').fetchall())
t = []
e.set_trace_callback(t.append)
e.execute('insert into t values (?, ?)', ('x', None))
e.commit()
e.execute('select :a', {'a': "o'x"})
print(t)
f = sqlite3.connect(':memory:', isolation_level=None)
f.execute('create table t(x)')
f.execute('insert into t values (1)')
print(f.in_transaction)
f.execute('begin')
f.execute('insert into t values (2)')
f.execute('rollback')
print(f.execute('select * from t').fetchall())
f.execute('savepoint a')
f.execute('insert into t values (3)')
f.execute('savepoint b')
f.execute('insert into t values (4)')
f.execute('rollback to b')
f.execute('release a')
print(f.execute('select * from t').fetchall())
show(f.execute, 'commit')
show(f.execute, 'rollback')
show(f.execute, 'rollback to nope')
g = sqlite3.connect(':memory:', autocommit=False)
print(g.in_transaction, g.autocommit)
g.execute('create table t(x)')
g.rollback()
show(g.execute, 'select * from t')
show(sqlite3.connect, '/nonexistent/x.db')
show(sqlite3.connect, 5)
show(sqlite3.connect, ':memory:', isolation_level='foo')
print(sqlite3.complete_statement('select 1;'), sqlite3.complete_statement('select 1'))
print(sqlite3.sqlite_version, sqlite3.apilevel, sqlite3.paramstyle, sqlite3.threadsafety, issubclass(sqlite3.IntegrityError, sqlite3.DatabaseError))

import threading


def other():
    try:
        c.execute('select 1')
    except Exception as e:
        print(type(e).__name__, str(e)[:60])
th = threading.Thread(target=other)
th.start()
th.join()
