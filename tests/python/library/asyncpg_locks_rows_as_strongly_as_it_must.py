# recorded by hand: needs a PostgreSQL server, which the run simulates
"""A row is locked as strongly as what is done with it asks: who refers to it lets others change it, but not its key."""
import asyncio

import asyncpg


async def tell(connection, query):
    try:
        print(query, '->', await connection.fetch(query, timeout=0.2))
    except Exception as error:
        print(query, '->', type(error).__name__, error)


async def main():
    one, two = [await asyncpg.connect('postgresql://postgres@localhost/postgres') for _ in range(2)]
    await one.execute('DROP TABLE IF EXISTS leaf, tree; CREATE TABLE tree (id INT PRIMARY KEY, height INT)')
    await one.execute('CREATE TABLE leaf (tree INT REFERENCES tree (id)); INSERT INTO tree VALUES (1, 5), (2, 6), (3, 7)')
    async with one.transaction():
        await one.execute('INSERT INTO leaf VALUES (1)')
        await tell(two, 'UPDATE tree SET height = height + 1 WHERE id = 1')
        await tell(two, 'SELECT id FROM tree WHERE id = 1 FOR NO KEY UPDATE NOWAIT')
        await tell(two, 'SELECT id FROM tree WHERE id = 1 FOR UPDATE NOWAIT')
        await tell(two, 'DELETE FROM tree WHERE id = 1')
        await tell(two, 'SELECT id FROM tree ORDER BY id FOR UPDATE SKIP LOCKED')
    async with one.transaction():
        try:
            async with one.transaction():
                await one.fetch('SELECT * FROM tree WHERE id = 2 FOR SHARE')
                await tell(two, 'SELECT id FROM tree WHERE id = 2 FOR SHARE NOWAIT')
                await tell(two, 'UPDATE tree SET height = 0 WHERE id = 2')
                raise ValueError
        except ValueError:
            await tell(two, 'UPDATE tree SET height = 0 WHERE id = 2 RETURNING height')
        await one.execute('UPDATE tree SET id = 30 WHERE id = 3')
        await tell(two, 'INSERT INTO leaf VALUES (3)')
        await tell(two, 'SELECT id FROM tree ORDER BY id')
        waiting = asyncio.create_task(tell(two, 'INSERT INTO leaf VALUES (30)'))
        await asyncio.sleep(0.1)
    await waiting
    await tell(two, 'INSERT INTO leaf VALUES (3)')

    async def add(connection, before, wait):
        await asyncio.sleep(before)
        async with connection.transaction():
            await connection.execute('INSERT INTO tree VALUES (4, 1)')
            await asyncio.sleep(wait)

    print([type(result).__name__ for result in await asyncio.gather(add(one, 0, 0.3), add(two, 0.1, 0), return_exceptions=True)])
    await one.execute('DROP TABLE leaf, tree')
    await asyncio.gather(one.close(), two.close())


asyncio.run(main())
