# recorded by hand: needs a PostgreSQL server, which the run simulates
"""Transactions end as a whole, savepoints in part; others see what has been committed, and wait for rows that are being changed."""
import asyncio

import asyncpg

SERVER = {'user': 'postgres', 'host': '127.0.0.1', 'database': 'postgres'}


async def tell(what, doing):
    try:
        print(what, await doing)
    except Exception as error:
        print(what, type(error).__name__, str(error).split('\n')[0])


async def pay(connection, payer, payee, amount):
    async with connection.transaction():
        await connection.execute('UPDATE purse SET coins = coins - $1 WHERE owner = $2', amount, payer)
        await connection.execute('UPDATE purse SET coins = coins + $1 WHERE owner = $2', amount, payee)


async def main():
    one, two = await asyncpg.connect(**SERVER), await asyncpg.connect(**SERVER)
    await one.execute('DROP TABLE IF EXISTS purse; CREATE TABLE purse (owner TEXT PRIMARY KEY, coins INT CHECK (coins >= 0))')
    await one.executemany('INSERT INTO purse VALUES ($1, $2)', [('ann', 10), ('bob', 0)])
    await pay(one, 'ann', 'bob', 4)
    await tell('too much', pay(one, 'ann', 'bob', 40))
    print(await two.fetch('SELECT * FROM purse ORDER BY owner'))

    transaction = one.transaction()
    await tell('before', transaction.commit())
    await transaction.start()
    print(one.is_in_transaction(), str(transaction)[:34])
    await one.execute("INSERT INTO purse VALUES ('cleo', 1)")
    print('one sees', await one.fetchval('SELECT count(*) FROM purse'), 'two', await two.fetchval('SELECT count(*) FROM purse'))
    try:
        async with one.transaction():
            await one.execute("UPDATE purse SET coins = 99")
            raise ValueError('no')
    except ValueError:
        print('back to', await one.fetchval('SELECT sum(coins) FROM purse'))
    await tell('twice', one.execute("INSERT INTO purse VALUES ('ann', 1)"))
    await tell('then', one.fetchval('SELECT 1'))
    await transaction.rollback()
    await tell('after', transaction.rollback())
    print(await one.fetchval('SELECT count(*) FROM purse'), one.is_in_transaction())

    async def slowly(connection, more, wait):
        async with connection.transaction():
            coins = await connection.fetchval("SELECT coins FROM purse WHERE owner = 'bob' FOR UPDATE")
            await asyncio.sleep(wait)
            await connection.execute("UPDATE purse SET coins = $1 WHERE owner = 'bob'", coins + more)

    await asyncio.gather(slowly(one, 1, 0.5), slowly(two, 10, 0.1))
    print('bob has', await one.fetchval("SELECT coins FROM purse WHERE owner = 'bob'"))

    async def crossing(connection, first, second):
        async with connection.transaction():
            await connection.execute('UPDATE purse SET coins = coins + 1 WHERE owner = $1', first)
            await asyncio.sleep(0.1)
            await connection.execute('UPDATE purse SET coins = coins + 1 WHERE owner = $1', second)

    found = await asyncio.gather(crossing(one, 'ann', 'bob'), crossing(two, 'bob', 'ann'), return_exceptions=True)
    print(sorted(type(result).__name__ for result in found))

    async with one.transaction(isolation='repeatable_read'):
        before = await one.fetchval('SELECT sum(coins) FROM purse')
        await two.execute('UPDATE purse SET coins = coins + 100')
        print('as it was:', before == await one.fetchval('SELECT sum(coins) FROM purse'))
    await tell('serial', serial(one, two))
    await tell('only read', read_only(one))
    await one.execute('DROP TABLE purse')
    await one.close()
    await two.close()


async def serial(one, two):
    async with one.transaction(isolation='serializable'):
        await one.fetchval('SELECT sum(coins) FROM purse')
        await two.execute('UPDATE purse SET coins = coins + 1')
        await one.execute('UPDATE purse SET coins = coins + 1')


async def read_only(one):
    async with one.transaction(readonly=True):
        await one.execute('DELETE FROM purse')


asyncio.run(main())
