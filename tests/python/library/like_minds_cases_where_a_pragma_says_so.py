import sqlite3

connection = sqlite3.connect(':memory:')


def ask(statement, *parameters):
    print(connection.execute(statement, parameters).fetchall())


connection.execute('CREATE TABLE w(t)')
connection.execute("INSERT INTO w VALUES('Ab'), ('ab'), ('AB')")
ask("SELECT 'A' LIKE 'a', t FROM w WHERE t LIKE 'a%'")
ask('PRAGMA case_sensitive_like = ON')
ask("SELECT 'A' LIKE 'a', 'aB' LIKE 'a_', 'a' LIKE NULL")
ask("SELECT 'A' LIKE 'a', t FROM w WHERE t LIKE 'a%'")
ask('SELECT t FROM w WHERE t LIKE ?', 'A%')
ask("SELECT t FROM w WHERE t NOT LIKE 'A|_' ESCAPE '|'")
ask('PRAGMA case_sensitive_like')
ask('PRAGMA case_sensitive_like = OFF')
ask("SELECT 'A' LIKE 'a', t FROM w WHERE t LIKE 'a%'")

for name in 'first', 'second':
    connection.execute(f'CREATE TABLE {name}(k REFERENCES w(t))')
    connection.execute(f'INSERT INTO {name} VALUES(1)')
connection.execute('CREATE UNIQUE INDEX i ON w(t)')
ask('PRAGMA foreign_key_check')

VALUES = ('1', '0', '2', '256', '257', 'on', 'yes', 'TRUE', 'no', '-1', "'2x'", "'x'", '1.5', '0x10', 'full', 'extra', '"off"', '+3',
          '4294967297', 'fast', 'normal', '9', '7', 'memory')
connection = sqlite3.connect(':memory:', isolation_level=None)
for value in VALUES:
    connection.execute('PRAGMA case_sensitive_like = 0')
    connection.execute(f'PRAGMA case_sensitive_like = {value}')
    print(value, connection.execute("SELECT 'A' LIKE 'a'").fetchone())
for name in ('foreign_keys', 'defer_foreign_keys', 'recursive_triggers', 'legacy_alter_table', 'trusted_schema', 'secure_delete', 'synchronous',
             'temp_store', 'cache_size'):
    found = []
    for value in VALUES:
        connection.execute(f'PRAGMA {name} = 0')
        found.append((connection.execute(f'PRAGMA {name} = {value}').fetchone(), connection.execute(f'PRAGMA {name}').fetchone()[0]))
    print(name, found)
