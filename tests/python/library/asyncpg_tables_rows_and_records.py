# recorded by hand: needs a PostgreSQL server, which the run simulates
"""Tables are made and filled by asyncpg, and what is asked for comes as records."""
import asyncio
import datetime
import decimal

import asyncpg


async def main():
    connection = await asyncpg.connect(host='127.0.0.1', port=5432, user='postgres', password='secret', database='postgres')
    print(await connection.execute('DROP TABLE IF EXISTS loan, book'))
    print(await connection.execute('''
        CREATE TABLE book (
            id SERIAL PRIMARY KEY,
            title VARCHAR(40) NOT NULL,
            price NUMERIC(8, 2) DEFAULT 9.9,
            tags TEXT[],
            printed DATE,
            lent BOOLEAN NOT NULL DEFAULT FALSE)'''))
    print(await connection.execute('CREATE TABLE loan (book INT REFERENCES book(id) ON DELETE CASCADE, reader TEXT, since TIMESTAMP)'))
    print(await connection.execute("INSERT INTO book (title) VALUES ('Emma'), ('Ulysses')"))
    added = await connection.fetchrow(
        'INSERT INTO book (title, price, tags, printed) VALUES ($1, $2, $3, $4) RETURNING *',
        'Kim', decimal.Decimal('12.345'), ['india', 'spy novel'], datetime.date(1901, 10, 1))
    print(added)
    print(added['title'], added[2], added.get('nothing', '?'), 'tags' in added, len(added), dict(added)['printed'])
    print(list(added.keys()), list(added.values())[:2], list(added.items())[0], added[1:3], added == tuple(added))
    await connection.executemany('INSERT INTO loan VALUES ($1, $2, $3)', [
        (1, 'ann', datetime.datetime(2024, 2, 3, 4, 5)), (3, 'bob', datetime.datetime(2024, 2, 29)), (3, 'cleo', None)])
    for record in await connection.fetch('''
            SELECT b.title, count(l.reader) AS readers, max(l.since) AS last
            FROM book AS b LEFT JOIN loan AS l ON l.book = b.id
            GROUP BY b.id ORDER BY readers DESC, b.title'''):
        print(record)
    print(await connection.fetchval('SELECT sum(price) FROM book WHERE id = ANY($1)', [1, 3]))
    print(await connection.fetchval('SELECT avg(id) FROM book'), await connection.fetchval('SELECT 7 / 2'), await connection.fetchval('SELECT 7 / 2.0'))
    print(await connection.fetchrow('SELECT * FROM book WHERE title ILIKE $1', 'nobody%'))
    print(await connection.execute('UPDATE book SET lent = TRUE WHERE id IN (SELECT book FROM loan)'))
    print(await connection.fetch('SELECT id, lent FROM book ORDER BY id'))
    print(await connection.execute('DELETE FROM book WHERE title = $1', 'Kim'), await connection.fetch('SELECT * FROM loan'))
    print(await connection.fetch('WITH few AS (SELECT n FROM generate_series(1, 4) AS n) SELECT n, sum(n) OVER (ORDER BY n) FROM few'))
    statement = await connection.prepare('SELECT $1::int + 1 AS next, upper($2) AS loud')
    print(await statement.fetchrow(1, 'hi'), statement.get_parameters()[0].name, [a.name for a in statement.get_attributes()])
    print(await connection.execute('DROP TABLE book CASCADE; DROP TABLE loan'))
    print(connection.is_closed(), await connection.close(), connection.is_closed())


asyncio.run(main())
