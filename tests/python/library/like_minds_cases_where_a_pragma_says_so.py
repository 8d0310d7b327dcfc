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
