# Files that several connections and threads share: locks, what is committed, what is not a database.
import sqlite3, os, threading, time, tempfile

d = tempfile.mkdtemp()
p = os.path.join(d, 'x.db')
a = sqlite3.connect(p, timeout=0)
print(os.path.exists(p), os.path.getsize(p))
a.execute('create table t(id integer primary key, v)')
a.execute('insert into t(v) values (1)')
b = sqlite3.connect(p, timeout=0)
print(b.execute('select * from t').fetchall(), a.execute('select * from t').fetchall())


def tr(f, *x):
    try:
        return f(*x)
    except Exception as e:
        return type(e).__name__ + ' ' + str(e)
print(tr(b.execute, 'insert into t(v) values (2)'))
a.commit()
print(b.execute('select * from t').fetchall())
b.execute('insert into t(v) values (3)')
b.commit()
print(a.execute('select * from t').fetchall())
a.execute('create index iv on t(v)')
print(b.execute('select name from sqlite_master').fetchall())
a.execute('drop table t')
print(tr(b.execute, 'select * from t'))
a.close()
b.close()
a = sqlite3.connect(p)
print(a.execute('select name from sqlite_master').fetchall())
a.execute('create table k(x unique)')
a.execute('insert into k values (5)')
a.commit()
a.close()
os.remove(p)
a = sqlite3.connect(p)
print(a.execute('select name from sqlite_master').fetchall())
a.close()
open(p, 'w').write('hello world, this is not a database at all')
a = sqlite3.connect(p)
print(tr(a.execute, 'select * from sqlite_master'))
p2 = os.path.join(d, 'y.db')


def worker(n):
    con = sqlite3.connect(p2, timeout=30)
    with con:
        con.execute('insert into log values (?)', (n,))
    con.close()
con = sqlite3.connect(p2)
con.execute('create table log(n)')
con.commit()
ts = [threading.Thread(target=worker, args=(i,)) for i in range(5)]
[t.start() for t in ts]
[t.join() for t in ts]
print(sorted(con.execute('select n from log')))
m = sqlite3.connect('file::memory:?cache=shared', uri=True)
m2 = sqlite3.connect('file::memory:?cache=shared', uri=True)
m.execute('create table s(x)')
m.execute('insert into s values (1)')
m.commit()
print(m2.execute('select * from s').fetchall())
m.execute("attach ':memory:' as other")
m.execute('create table other.o(y)')
m.execute('insert into o values (2)')
print(m.execute('select * from other.o, s').fetchall())
print(m.execute('pragma database_list').fetchall())
