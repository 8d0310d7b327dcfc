# recorded by hand: needs a PostgreSQL server, which the run simulates
"""Errors come as the class of their code, with message, detail and hint; arguments must be of the server's types."""
import asyncio
import datetime

import asyncpg


async def tell(connection, query, *arguments):
    try:
        print(await connection.fetch(query, *arguments))
    except (asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        code = getattr(error, 'sqlstate', None)
        print(type(error).__module__, type(error).__name__, code, str(error).replace('\n', ' | '))


async def main():
    connection = await asyncpg.connect('postgres://postgres@localhost/postgres')
    await connection.execute('DROP TABLE IF EXISTS pet, person')
    await connection.execute('CREATE TABLE person (id INT PRIMARY KEY, name VARCHAR(5) NOT NULL UNIQUE, age SMALLINT CHECK (age > 0))')
    await connection.execute('CREATE TABLE pet (owner INT REFERENCES person, born DATE)')
    await tell(connection, "INSERT INTO person VALUES (1, 'ann', 30)")
    await tell(connection, "INSERT INTO person VALUES (1, 'bob', 30)")
    await tell(connection, "INSERT INTO person VALUES (2, 'ann', 30)")
    await tell(connection, "INSERT INTO person VALUES (2, 'bob', 0)")
    await tell(connection, 'INSERT INTO person VALUES (2, NULL, 7)')
    await tell(connection, "INSERT INTO person VALUES (2, 'bartholomew', 7)")
    await tell(connection, 'INSERT INTO pet VALUES (9, NULL)')
    await tell(connection, 'INSERT INTO pet VALUES (1, $1)', datetime.date(2020, 1, 1))
    await tell(connection, 'DELETE FROM person')
    await tell(connection, 'DROP TABLE person')
    await tell(connection, 'SELECT nam FROM person')
    await tell(connection, 'SELECT * FROM people')
    await tell(connection, 'SELEKT 1')
    await tell(connection, 'SELECT * FROM person WHERE')
    await tell(connection, 'CREATE TABLE person (id INT)')
    await tell(connection, 'SELECT 1 / 0')
    await tell(connection, "SELECT 'x'::int")
    await tell(connection, 'SELECT name + 1 FROM person')
    await tell(connection, 'SELECT name, count(*) FROM person')
    await tell(connection, 'SELECT shout(name) FROM person')
    await tell(connection, 'SELECT 1; SELECT 2')
    await tell(connection, 'SELECT $1::int')
    await tell(connection, 'SELECT 1', 'more')
    await tell(connection, 'SELECT * FROM person WHERE id = $1', 'one')
    await tell(connection, 'SELECT * FROM person WHERE id = $1', 2 ** 40)
    await tell(connection, 'SELECT * FROM person WHERE name = $1', 1)
    await tell(connection, 'SELECT * FROM pet WHERE born = $1', '2020-01-01')
    await tell(connection, 'SELECT * FROM person WHERE id = ANY($1)', 1)
    await tell(connection, 'SELECT $1::bool, $2::bytea', True, 'text')
    await tell(connection, 'SELECT $1::uuid', 'short')
    try:
        await connection.executemany('INSERT INTO person (id, name) VALUES ($1, $2)', [(5, 'five'), (6, 6)])
    except asyncpg.DataError as error:
        print(error, await connection.fetchval('SELECT count(*) FROM person'))
    try:
        await connection.executemany('INSERT INTO person (id, name) VALUES ($1, $2)', [(5, 'five'), (5, 'other')])
    except asyncpg.exceptions.UniqueViolationError as error:
        print(error.constraint_name, error.table_name, error.detail, await connection.fetchval('SELECT count(*) FROM person'))
    print(issubclass(asyncpg.UniqueViolationError, asyncpg.IntegrityConstraintViolationError), asyncpg.PostgresError.__mro__[1].__name__)
    try:
        connection.cursor('SELECT 1')
        async for _ in connection.cursor('SELECT 1'):
            pass
    except asyncpg.NoActiveSQLTransactionError as error:
        print(error)
    async with connection.transaction():
        cursor = await connection.cursor('SELECT generate_series(1, 9) AS n')
        print(await cursor.fetch(2), await cursor.fetchrow(), await cursor.forward(3), await cursor.fetch(5), await cursor.fetchrow())
        print([row['n'] async for row in connection.cursor('SELECT * FROM generate_series(1, $1::int) AS n', 4, prefetch=3)])
    await connection.execute('DROP TABLE pet, person')
    try:
        await asyncpg.connect(host='localhost', port=5999, user='postgres')
    except OSError as error:
        print(type(error).__name__)
    await connection.close()
    await connection.execute('SELECT 1')


asyncio.run(main())
