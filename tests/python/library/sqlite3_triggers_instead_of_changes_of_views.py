# Triggers INSTEAD OF a change of a view do what it would mean for the tables behind it.
import sqlite3
c = sqlite3.connect(':memory:')
c.executescript('''
create table people(id integer primary key, name text, city int);
create table cities(id integer primary key, name text);
insert into cities(name) values ('Paris'), ('Rome');
insert into people(name, city) values ('Ada', 1), ('Bob', 2), ('Cy', 1);
create table log(what text, old text, new text);
create view homes as select p.id, p.name, c.name as city, p.id * 10 as ten from people p join cities c on c.id = p.city;
create view plain as select * from people;
create view half as select * from people;
create trigger homes_in instead of insert on homes begin
  insert or ignore into cities(id, name) values ((select id from cities where name = new.city), new.city);
  insert into people(name, city) values (new.name, (select id from cities where name = new.city));
  insert into log values ('insert', null, new.name || ' ' || typeof(new.ten) || ' ' || typeof(new.id));
end;
create trigger homes_up instead of update of name, city on homes when new.name <> old.name begin
  update people set name = new.name where id = old.id;
  insert into log values ('update', old.name, new.name);
end;
create trigger homes_out instead of delete on homes begin
  select raise(ignore) where old.name = 'Keep';
  delete from people where id = old.id;
  insert into log values ('delete', old.name, old.city);
end;
create trigger half_up instead of update of name on half begin select 1; end;
''')
def run(sql, *a):
    before = c.total_changes
    try:
        cur = c.execute(sql, a)
        print(sql, cur.fetchall(), cur.rowcount, cur.lastrowid, c.total_changes - before)
    except sqlite3.Error as e:
        print(sql, type(e).__name__, e)
run("insert into homes(name, city) values ('Dee', 'Oslo'), ('Keep', 'Rome')")
run("insert into homes(name, city, ten) values (?, ?, '5')", 'Eve', 'Paris')
run("insert into homes select null, name || '2', city, 1 from homes where id < 3")
run('select * from homes order by id')
run("update homes set name = upper(name) where city = 'Paris'")
run("update homes set city = 'Rome' where id = 1")
run("update homes set ten = 5 where id = 1")
run("delete from homes where city = 'Rome'")
run("delete from homes where id = 99")
run('select * from homes order by id')
run('select rowid, * from log')
run("insert into plain(name) values ('x')")
run("update plain set name = 1")
run("delete from plain")
run("update half set city = 1")
run("update half set name = 1")
run("delete from half")
run("insert into homes(nothing) values (1)")
run("insert into homes values (1, 2)")
run("update homes set nothing = 1")
run("insert into homes(name, city) values ('Fay', 'Rome') returning name, city, id")
run("delete from homes where id = 1 returning *")
run("insert into homes(name, city) values ('a', 'b') on conflict do nothing")
run('select changes(), last_insert_rowid()')
run('select * from homes order by id')
c.execute('drop view homes')
run("select name from sqlite_master where type = 'trigger'")
