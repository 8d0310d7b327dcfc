# What sqlite3 says to wrong arguments and names.
import sqlite3

connection = sqlite3.connect(':memory:')
cursor = connection.cursor()
print(type(connection), type(cursor), sqlite3.connect, sqlite3.Row)
for wrong in (
        lambda: cursor.fetchal(), lambda: cursor.fetchall(0), lambda: connection.execute(), lambda: connection.execute(1, 2, 3), lambda: connection.release(),
        lambda: connection.commit(1), lambda: sqlite3.connect(), lambda: cursor.fetchmany('a'), lambda: sqlite3.conect(),
        lambda: connection.execute('select 1', x=3), lambda: len(connection), lambda: connection[0], lambda: connection.isolation,
        lambda: setattr(connection, 'foo', 1), lambda: cursor.execute(), lambda: sqlite3.complete_statement({}), lambda: sqlite3.Row(1),
        lambda: connection.close(3), lambda: sqlite3.connect(':memory:', timeut=3), lambda: sqlite3.connect(':memory:', timeout='x'),
        lambda: cursor.executemany('insert'), lambda: cursor.executemany('select 1', 5), lambda: connection.create_function('x', 'y', 3)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
