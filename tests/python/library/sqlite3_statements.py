# SQL's statements, functions, windows, JSON, triggers, foreign keys and errors, as SQLite has them.
import sqlite3

STATEMENTS = r"""
create table s (id integer primary key, dep text, who text, pay int)
insert into s(dep, who, pay) values ('a', 'x', 10), ('b', 'y', 20), ('a', 'z', 30), ('b', 'w', 20), ('a', 'v', 10), ('c', 'u', null)
select who, row_number() over (order by pay desc) from s
select who, rank() over (partition by dep order by pay) r, dense_rank() over (partition by dep order by pay) from s
select who, sum(pay) over (partition by dep) from s
select who, sum(pay) over (order by id) run, avg(pay) over (order by id rows between 1 preceding and current row) from s
select who, lag(pay) over (order by id), lead(pay, 2, -1) over (order by id) from s
select who, first_value(who) over w, last_value(who) over w, nth_value(who,2) over w, ntile(2) over w from s window w as (partition by dep order by pay)
select dep, sum(pay), rank() over (order by sum(pay) desc) from s group by dep
select who, count(*) over () from s where pay > 10 order by who
select * from (select who, row_number() over (partition by dep order by pay desc, id) n from s) where n = 1
select who, sum(pay) over (order by pay range between 10 preceding and current row), cume_dist() over (order by pay), percent_rank() over (order by pay) from s
select json_extract('{"a": {"b": [1, 2.5, "x"]}}', '$.a.b[1]'), json_extract('{"a": {"b": [1, 2.5, "x"]}}', '$.a'), '{"a":[1,2]}' -> 'a', '{"a":[1,2]}' ->> '$.a[0]'
select json_object('a', 1, 'b', json_array(1, 'x', null, 2.5)), json('  [1, 2 ]'), json_valid('{'), json_type('[1]'), json_array_length('[1,2]')
select json_set('{"a":1}', '$.b', 'x'), json_remove('{"a":1,"b":2}', '$.a'), json_group_array(who), json_group_object(who, pay) from s
select key, value, type from json_each('{"a": 1, "b": [2]}')
select value from json_each('[3,1,2]') order by value
select json('x')
create view v as select dep, count(*) n from s group by dep
select * from v
insert into v values (1,2)
drop table v
drop view v
create table log(msg)
create trigger tr after insert on s when new.pay > 50 begin insert into log values ('big ' || new.who); update s set dep = 'big' where id = new.id; end
insert into s(who, pay) values ('rich', 100)
insert into s(who, pay) values ('poor', 1)
select * from log
select * from s where who in ('rich','poor')
create trigger bd before delete on s begin select raise(abort, 'never'); end
delete from s where id = 1
drop trigger bd
delete from s where id = 1
pragma foreign_keys = on
create table p(id integer primary key)
create table k(id integer primary key, p references p(id) on delete cascade)
create table k2(p int references p(id))
insert into p values (1),(2)
insert into k values (1,1),(2,2)
insert into k values (3,9)
insert into k2 values (2)
delete from p where id=1
select * from k
delete from p where id=2
update p set id = 5 where id = 2
create table m (a, b, primary key (a,b)) without rowid
insert into m values (2,1),(1,2),(1,1)
select * from m
insert into m values (1,1)
select rowid from m
create table g(a int, b int generated always as (a*2), c as (a+b) stored)
insert into g(a) values (3)
select * from g
insert into g(b) values (3)
create table st(a int, b text) strict
insert into st values ('x', 1)
insert into st values ('1', 1)
select *, typeof(a) from st
alter table st rename column a to z
alter table st add column q int not null
alter table st drop column b
select sql from sqlite_master where name = 'st'
create index i1 on s(pay) where pay > 5
create unique index i2 on s(lower(who))
insert into s(who) values ('RICH')
pragma index_list(s)
reindex
vacuum
analyze nope
insert into p values (7) returning id, id*2 as d
update p set id = id + 10 returning *
delete from p returning id
create table if not exists p(id)
create table p(id)
create table bad (a, a)
create table bad2 (a primary key, b primary key)
create table sqlite_x(a)
select * from s limit -1 offset 3
select * from s limit 'a'
values (1,2),(3,4)
select * from (values (1,'a'),(2,'b')) as q
select 1 where 0
select max(1,2), min('a',1)
with a as (select 1 x), b(y) as (select x+1 from a) select * from a, b
with recursive f(n, p, q) as (values(1,0,1) union all select n+1, q, p+q from f where n < 8) select n, q from f
select who from s order by pay nulls last, who
select group_concat(who, '-') from s
select total(pay), sum(null) from s
select count(distinct dep) from s
select dep, count(*) filter (where pay > 10) from s group by dep
select s.* , s.rowid from s where rowid = 3
select "who", [dep], `pay` from s limit 1
select 'it''s', "nope"
select x'4142', cast(x'4142' as text), hex('AB'), char(72,105), unicode('H')
select date('now') > '2020-01-01', strftime('%s','2024-01-01'), date('2024-03-10','start of month','+1 month','-1 day'), date('2024-01-01','weekday 0'), time('now') is not null, datetime('2024-01-01 10:00:00','+90 minutes')
select 1 union select 2 order by 1 desc limit 1
select a from (select 1 a union all select 2) order by a desc
select count(*) from s, s as t
select nosuch(1)
select abs()
select count(1,2)
select * from s where count(*) > 1
select foo.x from s
select s.zz from s
insert into s(nope) values (1)
insert into s(who, pay) values (1)
insert into s values (1)
update s set nope = 1
update nope set a=1
delete from nope
create index x on nope(a)
create index i1 on s(who)
drop index nope
alter table nope rename to x
attach ':memory:' as main
begin
begin
commit
commit
rollback
release x
"""

connection = sqlite3.connect(':memory:', isolation_level=None)
for statement in STATEMENTS.strip().split('\n'):
    try:
        cursor = connection.execute(statement)
        print(statement[:50], '=>', cursor.fetchall(), [column[0] for column in cursor.description or ()])
    except sqlite3.Error as error:
        print(statement[:70], '!!', type(error).__name__, error, error.sqlite_errorname)
