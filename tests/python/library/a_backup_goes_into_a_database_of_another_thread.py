"""Only the connection that is copied has to be its thread's own."""
import sqlite3
import threading

target = sqlite3.connect(':memory:')


def copy():
    source = sqlite3.connect(':memory:')
    source.execute('create table seen (n)')
    source.executemany('insert into seen values (?)', [(1,), (2,)])
    source.commit()
    source.backup(target)
    source.close()
    try:
        target.backup(sqlite3.connect(':memory:'))
    except sqlite3.ProgrammingError as error:
        print(str(error).split('.')[0])


thread = threading.Thread(target=copy)
thread.start()
thread.join()
print(target.execute('select * from seen').fetchall())
