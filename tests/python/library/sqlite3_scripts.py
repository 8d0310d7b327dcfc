# A script of many statements, triggers among them; where a statement ends.
import sqlite3
c = sqlite3.connect(':memory:')
c.executescript("create table t(a, b);\n" + "\n".join(f"insert into t values ({i}, 'v{i}');" for i in range(300)) + "\ncreate trigger g after insert on t begin update t set b = 'x' where a = new.a; select 1; end; insert into t values (-1, 'y');;")
print(c.execute("select count(*), max(a), min(b) from t").fetchall(), c.execute("select * from t where a = -1").fetchall())
for s in ["select 1;", "select 1; -- c", "select 1; select", "create trigger x after insert on t begin select 1;", "create trigger x after insert on t begin select 1; end;", "", "  ;"]:
    print(repr(s), sqlite3.complete_statement(s))
for s in ["select 1;;", ";", "; select 1", "select 1; ;", "-- nothing", "select 1 ; /* x"]:
    try:
        print(repr(s), c.execute(s).fetchall())
    except Exception as e:
        print(repr(s), type(e).__name__, e)
