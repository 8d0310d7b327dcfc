# A value of a row is read and written in place, as a file and as a sequence of bytes.
import sqlite3

connection = sqlite3.connect(':memory:')
connection.execute('CREATE TABLE pictures (name TEXT, data BLOB, size INT)')
connection.execute('INSERT INTO pictures VALUES (?, zeroblob(8), 3)', ('a',))
with connection.blobopen('pictures', 'data', 1) as blob:
    print(len(blob), blob.read(3), blob.tell())
    blob.write(b'xyz')
    blob.seek(0)
    blob[0] = 65
    blob[1:3] = b'BC'
    print(blob.read(), blob[0], blob[-1], blob[2:6], blob[::2])
    blob.seek(-2, 2)
    for wrong in (lambda: blob.write(b'too long'), lambda: blob.seek(99), lambda: blob.seek(0, 7), lambda: blob[99], lambda: blob['a'],
                  lambda: blob.__setitem__(0, 300), lambda: blob.__setitem__(slice(0, 2), b'abc'), lambda: blob.__delitem__(0)):
        try:
            wrong()
        except Exception as error:
            print(type(error).__name__, error)
print(connection.execute('SELECT * FROM pictures').fetchall())
for arguments in (('none', 'data', 1), ('pictures', 'none', 1), ('pictures', 'data', 9), ('pictures', 'size', 1)):
    try:
        connection.blobopen(*arguments)
    except sqlite3.Error as error:
        print(type(error).__name__, error)
try:
    blob.read()
except sqlite3.Error as error:
    print(type(error).__name__, error)
with connection.blobopen('pictures', 'data', 1, readonly=True) as blob:
    try:
        blob.write(b'q')
    except sqlite3.Error as error:
        print(type(error).__name__, error)
connection.close()

connection = sqlite3.connect(':memory:')
connection.execute('CREATE TABLE pictures(data)')
connection.execute('INSERT INTO pictures VALUES(zeroblob(8))')
blob = connection.blobopen('pictures', 'data', 1)
for data in memoryview(b'abcd')[::2], 5, 'a', None, [1, 2], bytearray(b'xy'), memoryview(b'zz'):
    try:
        blob.write(data)
    except Exception as error:
        print(type(error).__name__, error)
blob.seek(0)
print(blob.read())
