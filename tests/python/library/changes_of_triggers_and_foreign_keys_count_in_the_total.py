"""total_changes counts what triggers and foreign keys change besides; a statement that fails has changed nothing."""
import sqlite3

connection = sqlite3.connect(':memory:', isolation_level=None)


def do(sql):
    try:
        told = connection.execute(sql).rowcount
    except sqlite3.Error as error:
        told = error
    print(told, *connection.execute('select changes(), total_changes(), last_insert_rowid()').fetchone())


connection.executescript('''
    pragma foreign_keys = on;
    create table account(id integer primary key, balance integer);
    create table entry(id integer primary key, amount integer);
    create table card(id integer primary key, account references account(id) on delete cascade on update cascade);
    create trigger opened after insert on account begin
        insert into entry(amount) values (new.balance), (0);
    end;
    create trigger moved after update on account begin
        insert into entry(amount) values (new.balance - old.balance);
        update entry set amount = amount + 1;
    end;
    create trigger closed before delete on account begin
        delete from entry where amount > 5;
    end;
''')
do('insert into account(balance) values (4), (5)')
do('update account set balance = balance + 1 where id < 2')
do('update account set balance = 0 where id > 300')
do('insert into card(account) values (1), (1), (2)')
do('delete from account where id = 1')
do('update account set id = 20 where id = 2')
do('insert into account values (20, 5)')
do('insert into account values (50, 5), (51, 6), (20, 7)')
do('insert or ignore into account values (60, 5), (20, 7)')
do('insert or fail into account values (70, 5), (20, 7)')
do('replace into account values (20, 8)')
do('insert into account values (20, 1) on conflict(id) do update set balance = 9')
do('delete from entry')
