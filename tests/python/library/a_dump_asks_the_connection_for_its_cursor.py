import sqlite3


class Connection(sqlite3.Connection):
    def cursor(self, *given):
        print('cursor', given)
        return super().cursor(*given)


connection = sqlite3.connect(':memory:', factory=Connection)
connection.row_factory = sqlite3.Row
connection.execute('CREATE TABLE a(x, y)')
connection.execute("INSERT INTO a VALUES(1, 'b''c')")
connection.commit()
lines = connection.iterdump()
print('nothing yet')
for line in lines:
    print(line)
