"""An authorizer is asked about each thing that a statement will do, and what it says holds."""
import sqlite3

c = sqlite3.connect(':memory:', isolation_level=None)
c.executescript('create table t(a integer primary key, b text, c); create table u(x, y references t(a)); create index ub on u(x);'
                "create view v as select a, b from t; create table w(q); insert into t values(1, 'x', 2)")
asked = []


def tell(*question):
    asked.append(question)
    return sqlite3.SQLITE_OK


c.set_authorizer(tell)
for sql in ['select a, b from t where a=1', 'select * from t', 'select count(*) from t', 'select 1', 'select * from v', 'select rowid from t',
            'select max(b), upper(c) from t group by c having count(*)>1 order by b',
            'select t.a, u.y from t join u on t.a=u.y where u.x > 1', "insert into t(b) values('x')", 'insert into t select x,y,1 from u',
            "update t set b='q', c=a where a=1", 'delete from t where a=99', 'insert into t(b) values(1) returning a', 'begin', 'commit',
            'begin', 'rollback', 'savepoint s', 'release s', 'create table n(a,b)', 'create index i on n(a)', 'create view vv as select 1',
            'drop view vv', 'drop index i', 'drop table n', 'pragma user_version', 'pragma user_version=3', 'create temp table tt(a)',
            'drop table tt', 'create trigger tr after insert on t begin insert into w values(1); end', 'insert into t(b) values(5)',
            'drop trigger tr', "attach ':memory:' as o", 'detach o', 'create table p(a primary key, b unique)',
            'select name from sqlite_master', 'select a from t order by b limit 1']:
    asked.clear()
    c.execute(sql).fetchall()
    print(sql, *asked, sep='\n  ')


def saying(answer, *what):
    c.set_authorizer(lambda *question: answer if question[:len(what)] == what else 0)


def tried(sql):
    try:
        print(sql, c.execute(sql).fetchall())
    except sqlite3.Error as e:
        print(sql, type(e).__name__, e, e.sqlite_errorname)


DENY, IGNORE = sqlite3.SQLITE_DENY, sqlite3.SQLITE_IGNORE
saying(IGNORE, sqlite3.SQLITE_SELECT)
tried('select 1')
saying(DENY, sqlite3.SQLITE_SELECT)
tried('select 2')
saying(DENY, sqlite3.SQLITE_READ)
tried('select b from t')
tried('select count(*) from t')
tried('select 1')
saying(IGNORE, sqlite3.SQLITE_READ, 't', 'b')
tried('select a, b, c from t where a = 1')
tried("select * from t where b='x'")
tried('select count(b) from t')
saying(IGNORE, sqlite3.SQLITE_READ, 't', 'a')
tried('select b from t where a = 1')
saying(DENY, sqlite3.SQLITE_FUNCTION)
tried("select upper('x')")
saying(IGNORE, sqlite3.SQLITE_FUNCTION)
tried("select upper('x')")
saying(DENY, sqlite3.SQLITE_DELETE)
tried('delete from t where a=5')
tried('drop table t')
saying(IGNORE, sqlite3.SQLITE_INSERT)
tried('insert into t values(9, 9, 9)')
saying(DENY, sqlite3.SQLITE_INSERT)
tried('insert into t values(9, 9, 9)')
saying(DENY, sqlite3.SQLITE_UPDATE)
tried('update t set b=1')
saying(IGNORE, sqlite3.SQLITE_UPDATE, 't', 'b')
tried('update t set b=1, c=5')
c.set_authorizer(None)
tried('select * from t where a < 3')
saying(IGNORE, sqlite3.SQLITE_PRAGMA)
tried('pragma user_version')
saying(IGNORE, sqlite3.SQLITE_TRANSACTION)
tried('begin')
print(c.in_transaction)
saying(DENY, sqlite3.SQLITE_CREATE_TABLE)
tried('create table q(a)')
for answer in (7, 'x', None, 2 ** 70, True):
    c.set_authorizer(lambda *question: answer)
    tried('select 3')
c.set_authorizer(lambda *question: 1 / 0)
tried('select 4')
c.set_authorizer(None)
tried('select 4')

print([c.getconfig(getattr(sqlite3, 'SQLITE_DBCONFIG_' + name)) for name in ('ENABLE_FKEY', 'ENABLE_TRIGGER', 'DQS_DML', 'DEFENSIVE')])
c.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_FKEY)
print(c.execute('pragma foreign_keys').fetchone())
c.setconfig(sqlite3.SQLITE_DBCONFIG_DQS_DML, False)
tried('select "nowhere"')
c.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
tried('select * from v')
for call in (lambda: c.getconfig(5), lambda: c.setconfig(5, True), lambda: c.getconfig('x')):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
