# An index that is changed while it is used finds what there is.
import sqlite3, random
r=random.Random(3)
c=sqlite3.connect(':memory:')
c.execute('create table t(id integer primary key, a int, b text)')
c.execute('create index i on t(a)')
for i in range(300): c.execute('insert into t(a,b) values (?,?)', (r.randrange(20), str(i)))
out=0
for i in range(600):
    k=r.randrange(5); a=r.randrange(20)
    if k==0: c.execute('update t set a=? where a=? and id % 3 = 0', (r.randrange(20), a))
    elif k==1: c.execute('delete from t where a=? and id % 7 = 0', (a,))
    elif k==2: c.execute('insert into t(a,b) values (?,?)', (a, 'n'))
    elif k==3: c.execute('insert or replace into t(id,a,b) values (?,?,?)', (r.randrange(300),a, 'n'))
    else:
        c.execute('begin') if not c.in_transaction else None
        c.execute('update t set a=a+1 where a=?', (a,)); 
        if r.random()<.3: c.rollback()
        else: c.commit()
    out=hash((out, tuple(c.execute('select id,a,b from t where a=?', (r.randrange(21),)).fetchall())))
    if i%50==0: print(c.execute('select id,a,b from t where a=?', (r.randrange(21),)).fetchall())
print(c.execute('select count(*), sum(id*a) from t').fetchall())
