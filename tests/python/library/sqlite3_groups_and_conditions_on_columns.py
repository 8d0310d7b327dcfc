# Groups come as an index has them, else sorted by GROUP BY in the directions of an ORDER BY of as many terms; it is the picked row that stands for one.
import sqlite3
c=sqlite3.connect(':memory:')
c.execute('create table u(id integer primary key, city text, age int)')
c.executemany('insert into u(city, age) values(?,?)', [('Paris',1),('Berlin',2),('Rome',3),('Paris',4),('Berlin',5),('Rome',6),('Oslo',1),('Oslo',2)])
for q in ['select city, count(*) from u group by city order by 2 desc', 'select city, count(*) from u group by city order by 2', 'select city, count(*) from u group by city order by count(*) desc, age', 'select city, count(*) from u group by city, age%2 order by 2 desc, 1', 'select city, count(*) from u group by city order by city desc', 'select city, count(*) from u group by 1 having count(*)>1 order by count(*) desc limit 2', 'select city, age%2, count(*) from u group by city, age%2 order by 3 desc, 1 desc','select city, age%2, count(*) from u group by city, age%2 order by 3, city desc','select city, age%2, count(*) from u group by city, age%2 order by 3 desc']:
    print(c.execute(q).fetchall())
c.execute('create table t(id integer primary key, a int, b text)')
c.execute('create index i on t(a)')
c.executemany('insert into t(a,b) values(?,?)', [(3,'x'),(1,'y'),(2,'z'),(3,'w'),(1,'u'),(2,'q')])
for q in ['select a, count(*) from t group by a order by 2 desc','select a, count(distinct b) from t group by a order by 2 desc','select a, count(*) from t group by a order by 2','select a, total(b) from t group by a order by count(*) desc','select a, count(*) from t where b>"a" group by a order by 2 desc', 'select t.a, count(*) from t, t as u group by t.a order by 2 desc','select a, count(distinct b) from t group by a order by 1 desc','select a, count(*) from t group by a order by a desc', 'select a, max(b) from t group by a order by count(*) desc', 'select a, count(*) from t group by a, b order by count(*) desc, 1 desc']:
    print(q, c.execute(q).fetchall())
print(c.execute("select a, max(b), id, count(distinct b) from t group by a").fetchall())
print(c.execute("select group_concat(b), min(b), id from t where a > 1").fetchall())
for q in ["b > 'u'", "b > 3", "a >= '2'", "a in (1, '3')", "b like 'Z'", "a is not null and 2 > a", "a = 2.0 and b <> 'q'"]:
    print(q, c.execute(f'select id, a, b from t where {q} order by b desc, id').fetchall())
