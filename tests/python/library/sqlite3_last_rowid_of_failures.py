# What last_insert_rowid() is after an insert that a foreign key has refused.
import sqlite3

connection = sqlite3.connect(':memory:')
connection.executescript('''
    create table parent(id integer primary key);
    create table child(id integer primary key, parent int references parent(id));
    create table watched(id integer primary key, parent int references parent(id));
    create trigger watches after insert on watched begin select 1; end;
    insert into parent values(1);''')
connection.execute('pragma foreign_keys=on')
for sql in ('insert into child values(7, 9)', 'insert into child values(8, 1), (9, 9)', 'insert into child select 10, 9',
            'insert or replace into child values(13, 9)', 'insert or ignore into child values(14, 9)', 'insert into watched values(15, 9)',
            'insert into child values(16, 1)'):
    connection.execute('insert into child values(100, 1)')
    connection.execute('delete from child where id = 100')
    try:
        cursor = connection.execute(sql)
    except sqlite3.IntegrityError as error:
        cursor = connection.execute('update parent set id = 1')
        print(sql, error)
    print(cursor.lastrowid, connection.execute('select last_insert_rowid()').fetchone(), connection.total_changes)
