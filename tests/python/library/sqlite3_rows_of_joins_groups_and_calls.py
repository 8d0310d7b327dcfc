# Which rows joins give by collations, paddings and conditions; in which order groups come; when functions and handlers are called.
import sqlite3

c = sqlite3.connect(':memory:')


def show(question, *values):
    try:
        print(question, c.execute(question, values).fetchall())
    except sqlite3.Error as problem:
        print(question, type(problem).__name__, problem)


# A comparison's collation is that of its left side as it is written.
c.executescript('''
    create table u(b); create table t(b text collate nocase); create table v(b text collate nocase, n);
    insert into u values('a'),('A'),(1),('1'); insert into t values('a'),('A'),('1');
    insert into v values('a',1),('A',2),('b',3); create index vb on v(b);
    create table w(b text); insert into w values('a'),('B');
''')
show('select u.b,t.b from u join t on u.b=t.b')
show('select u.b,t.b from u join t on t.b=u.b')
show('select t.b,u.b from t join u on t.b=u.b')
show('select t.b,u.b from t join u on u.b=t.b')
show('select t.b,u.b from t left join u on t.b=u.b')
show('select w.b,v.n from w join v on w.b=v.b')
show('select w.b,v.n from w join v on v.b=w.b')
show('select w.b,v.n from w left join v on v.b=w.b')
show('select w.b,v.n from w left join v on w.b=v.b')

# Groups of what several sources have are sorted.
c.executescript('''
    create table p(id integer primary key, a); create table s(x);
    insert into p values(1,5),(2,5),(3,6); insert into s values('z'),('y'),('x');
''')
show('select p.id,s.x,count(*) from p,s group by p.id,s.x')
show('select p.id,s.x,count(*) from p,s group by s.x,p.id')
show('select p.id,s.x,count(*) from p left join s on p.a=5 group by p.id,s.x')
show('select id,count(*) from p group by a+1,id')
show('select id,count(*) from p group by id,a')
c.executescript('''
    create table o(k, j, primary key(k, j)) without rowid; insert into o values('b',1),('a',2),('b',2);
    create table i(id integer primary key, n); insert into i values(1,9),(2,8);
''')
show('select a,id,count(*) from p group by a,rowid')
show('select i.n,p.id,count(*) from p cross join i group by i.id,p.id')
show('select p.a,o.j,o.k,count(*) from p cross join o group by o.k,p.a,o.j,p.id')
show('select p.id,i.n,count(*) from p full join i on i.n=p.a+3 group by p.id,i.n')

# Joins to the right add their rows whatever the joins before have found; what is in no list is so for NULL, too.
c.executescript('''
    create table a(x); create table b(x); create table d(x);
    insert into a values(1),(2); insert into b values(1),(2); insert into d values(1),(2);
''')
show('select a.x,b.x,d.x from a join b on a.x=b.x+5 right join d on d.x=a.x')
show('select a.x,b.x,d.x from a join b on a.x=b.x+5 full join d on d.x=a.x')
show('select a.x,b.x,d.x from a join b on 0 right join d on d.x=a.x')
show('select a.x,b.x,d.x from a right join b on a.x=b.x+5 join d on a.x is null and d.x=b.x')
show('select a.x,b.x from a left join b on b.x=a.x+1 where b.x not in ()')
show('select a.x,b.x from a left join b on b.x=a.x+1 where b.x in ()')
show('select a.x,b.x from a left join b on b.x=a.x+1 where b.x not in (7)')

# Functions of the program are called row by row.
called = []


def f(value):
    called.append(value)
    return value


c.create_function('f', 1, f)
c.executescript('create table g(a,b,k); insert into g values(1,9,1),(2,8,2),(3,7,1)')
for question in ('select f(a),f(b) from g order by f(a+b)', 'select sum(f(a)),sum(f(b)) from g', 'select sum(f(a)),sum(f(b)) from g where f(k)=1',
                 'select k,sum(f(a)),sum(distinct f(b)) from g group by k', 'select f(k),count(*) from g group by f(k),f(a*10)',
                 'select (select f(b)),max(f(a)) from g', 'select distinct k from g order by a,f(b)', 'select f(a) from g where f(k)=1 limit 1', 'select f(k),sum(a) from g group by k having f(k+20)>20 order by f(-k)'):
    show(question)
    print(called)
    called.clear()

# Sums.
c.executescript('create table n(x); insert into n values(0.1),(0.2),(0.3),(0.1)')
show('select sum(distinct x),total(distinct x),avg(distinct x),count(distinct x) from n')
for values in ((2**63 - 1, 1, -5), (2**63 - 1, 1, 1.5), (1.5, 2**63 - 1, 1), (-2**63, -1, 3), (2**62, 2**62 - 1, 0), ('9223372036854775807', 1, -1)):
    c.execute('delete from n')
    c.executemany('insert into n values(?)', [(value,) for value in values])
    show('select sum(x) from n')
    show('select total(x),avg(x) from n')

# A progress handler sees the rows of groups.
seen = []
c.set_progress_handler(lambda: seen.append(1) or 0, 1)
show('select k, count(*), sum(a) from g group by k')
show('select count(*), max(a), b from g where a>1')
show('select a from g where a>1 order by a desc limit 1')
print(bool(seen))
c.set_progress_handler(lambda: 1, 1)
show('select k, count(*) from g group by k')
c.set_progress_handler(None, 1)

# The row of a greatest value that there is not.
c.executescript('create table m(k,x,y); insert into m values(1,null,5),(1,null,6),(1,null,7),(2,null,1),(2,3,2),(2,null,9)')
show('select max(x),y from m group by k')
show('select min(x),y from m where k=1')
show('select max(x),y from m')
show('select max(x) filter (where y>7),y from m group by k')
