# What serialize gives makes another database the same; the two go on apart.
import sqlite3

one = sqlite3.connect(':memory:')
one.executescript("""
    create table tones(id integer primary key autoincrement, name text unique, hertz real, raw blob);
    insert into tones(name, hertz, raw) values ('a', 440.0, x'00ff'), ('e', 659.25, null);
    create index by_hertz on tones(hertz);
    create view high as select name from tones where hertz > 500;
    create trigger shout after insert on tones begin update tones set name = upper(name) where id = new.id; end;
""")
data = one.serialize()
print(type(data), data[:16])
two = sqlite3.connect(':memory:')
two.execute('create table other(x)')
two.deserialize(data)
print(two.execute('select * from tones').fetchall(), two.execute('select type, name from sqlite_master order by name').fetchall())
two.execute("insert into tones(name, hertz) values ('g', 783.99)")
print(two.execute('select * from high').fetchall(), one.execute('select * from high').fetchall(), two.in_transaction)
two.rollback()
two.deserialize(bytearray(two.serialize()))
print(two.execute('select count(*) from tones').fetchone(), two.in_transaction)
with open('/tmp/of_bytes.db', 'wb') as file:
    file.write(data)
print(sqlite3.connect('/tmp/of_bytes.db').execute('select name, hertz from tones').fetchall())
for attempt in (lambda: one.serialize(name='nothing'), lambda: sqlite3.connect(':memory:').serialize(), lambda: two.deserialize(3),
                lambda: one.close() or one.serialize()):
    try:
        attempt()
    except Exception as error:
        print(type(error).__name__, error)
