# Triggers of one event run the newest first, temporary ones of other tables before them; a REAL column keeps no -0.0;
# a connection asks no overridden cursor(); aggregates of the program may be named as those of SQLite.
import sqlite3
c = sqlite3.connect(':memory:')
c.executescript('''create table t(a); create table l(x);
create trigger t1 after insert on t begin insert into l values('t1'); end;
create trigger t2 after insert on t begin insert into l values('t2'); end;
create temp trigger p1 after insert on t begin insert into l values('p1'); end;
create temp trigger p2 after insert on t begin insert into l values('p2'); end;
create trigger t3 after insert on t begin insert into l values('t3'); end;
create trigger t4 before insert on t begin insert into l values('b4'); end;
create trigger t5 before insert on t begin insert into l values('b5'); end;
create trigger t6 after update of a on t begin insert into l values('u6'); end;
create trigger t7 after update on t begin insert into l values('u7'); end;
create temp table tt(a); create trigger q1 after insert on tt begin insert into l values('q1'); end;
create temp trigger q2 after insert on tt begin insert into l values('q2'); end;
create view vv as select a from t;
create trigger v1 instead of insert on vv begin insert into l values('v1'); end;
create trigger v2 instead of insert on vv begin insert into l values('v2'); end;
''')
for s in ('insert into t values(1)', 'update t set a=2', 'insert into tt values(1)', 'insert into vv values(1)'):
    c.execute('delete from l'); c.execute(s)
    print(s, [x for x, in c.execute('select x from l')])
c.execute('create table r(a real, b, c integer, d numeric)')
c.execute('insert into r values(?,?,?,?)', (-0.0,)*4)
c.execute('insert into r values(-0.0,-0.0,-0.0,-0.0)')
print(c.execute('select * from r').fetchall(), c.execute('select -0.0, cast(-0.0 as real), ?, ?+0, -a, a*1, max(a), sum(a), abs(a) from r', (-0.0, -0.0)).fetchall())
print(c.execute('select typeof(a),typeof(b),typeof(c),typeof(d),a||"",b||"",quote(b) from r').fetchall())
c.execute('insert into r values(?,?,?,?)', (b'', None, '', b'x')); c.execute('update r set a=b where b is null'); print(c.execute('select * from r').fetchall()); c.execute('delete from r where b is null')
c.execute('update r set a=-0.0*1, b=0.0*-1'); print(c.execute('select a,b from r').fetchall())
class K(sqlite3.Connection):
    def cursor(self, *a):
        print('cursor', a); return super().cursor(*a)
k = sqlite3.connect(':memory:', factory=K)
print(k.execute('select 1').fetchall()); k.executescript('select 1')
k.execute('create table t(a)'); k.executemany('insert into t values(?)', [(1,)])
print(k.cursor().execute('select a from t').fetchall())
class Mx:
    def __init__(self): self.v = 0
    def step(self, x): self.v += x
    def finalize(self): return self.v
c.create_aggregate('max', 1, Mx)
c.execute('create table z(k,a)'); c.executemany('insert into z values(?,?)', [(1,2),(1,5),(1,3)])
print(c.execute('select k, max(a) from z').fetchall())
print(c.execute('select k, max(a) from z group by k').fetchall())
c.execute('create temp view tv as select a from t'); c.execute('create temp trigger o1 instead of insert on vv begin insert into l values("o1"); end')
c.execute('delete from l'); c.execute('insert into vv values(1)'); print(c.execute('select * from l').fetchall())
print(c.execute('select type,name,tbl_name from sqlite_temp_master').fetchall())
c.execute('alter table t rename to t9'); c.execute('delete from l'); c.execute('insert into t9 values(1)'); print(c.execute('select * from l').fetchall())
c.execute('drop view vv'); c.execute('drop table t9'); print(c.execute('select type,name,tbl_name from sqlite_temp_master').fetchall())
