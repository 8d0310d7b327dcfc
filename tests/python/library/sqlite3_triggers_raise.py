# RAISE in a trigger leaves out the row, or ends the statement and undoes what its action says; a trigger's CASE ends before it does.
import sqlite3

STATEMENTS = 'update t set b = b + 1', 'insert into t values (3, 3), (4, 4)', 'delete from t', 'replace into t values (1, 9) returning b'
BODIES = (
    'select raise(ignore)', 'select raise(ignore) where 0', 'insert into l values (1); select raise(ignore); insert into l values (2)',
    'select case when 1 then raise(ignore) end', "insert into l values (3); select raise(fail, 'no')",
    "insert into l values (4); select raise(abort, 'no')", 'insert into l values (5); select raise(rollback, "no")')


def opened(*more):
    c = sqlite3.connect(':memory:')
    c.executescript('create table t(a integer primary key, b); create table l(x); insert into t values (1, 1), (2, 2);' + ';'.join(more))
    c.execute('insert into l values (77)')
    return c


def tried(c, sql):
    try:
        k = c.execute(sql)
        print(k.fetchall(), k.rowcount, end=' ')
    except sqlite3.Error as error:
        print(type(error).__name__, error, vars(error), end=' ')
    print(c.in_transaction, c.total_changes, c.execute('select changes()').fetchone(), end=' ')
    print(c.execute('select * from t').fetchall(), c.execute('select x from l').fetchall())


for when in 'before', 'after':
    for event, statement in zip(('update', 'insert', 'delete', 'insert'), STATEMENTS):
        print(when, statement)
        for body in BODIES:
            tried(opened(f'create trigger g {when} {event} on t begin {body}; end'), statement)

# One row of several is left out.
tried(opened('create trigger g before update on t when new.a = 1 begin select raise(ignore); end'), STATEMENTS[0])
# What the trigger says counts for more than what the statement says.
tried(opened("create trigger g before insert on t begin select raise(abort, 'x'); end"), 'insert or rollback into t values (5, 5)')
tried(opened("create trigger g before insert on t when new.a = 6 begin select raise(fail, 'x'); end"),
      'insert or rollback into t values (5, 5), (6, 6), (7, 7)')
# So do constraints.
tried(opened('drop table t', 'create table t(a unique on conflict fail, b)'), 'insert into t values (1, 1), (1, 2), (3, 3)')
tried(opened('drop table t', 'create table t(a unique on conflict rollback, b)'), 'insert into t values (1, 1), (1, 2), (3, 3)')
# Rows that foreign keys remove.
c = opened('create table u(a references t on delete cascade)', 'insert into u values (1), (2), (2)', 'pragma foreign_keys = on',
           'create trigger g before delete on u when old.a = 2 begin select raise(ignore); end')
c.commit()
c.execute('pragma foreign_keys = on')
tried(c, 'delete from t where a = 1')
print(c.execute('select * from u').fetchall())
