# recorded by hand: needs a PostgreSQL server, which the run simulates
"""A pool has queries run side by side, as many as it has connections; who wants another waits."""
import asyncio

import asyncpg

SERVER = {'host': 'localhost', 'user': 'postgres', 'database': 'postgres'}


async def nap(pool, name):
    loop = asyncio.get_running_loop()
    start = loop.time()
    async with pool.acquire() as connection:
        await connection.fetch('SELECT pg_sleep(0.5)')
    print(name, f'took {loop.time() - start:.1f} s')


async def tell(what, doing):
    try:
        print(what, await doing())
    except Exception as error:
        print(what, type(error).__module__, type(error).__name__, str(error) or '-')


async def main():
    async with asyncpg.create_pool(**SERVER, min_size=2, max_size=2) as pool:
        print(pool.get_size(), pool.get_idle_size(), pool.get_min_size(), pool.get_max_size())
        await asyncio.gather(*[nap(pool, name) for name in 'abc'])
        print(await pool.fetchval('SELECT 1'), await pool.fetch('SELECT $1::text AS word', 'yes'), await pool.execute('SELECT 1'))
        one = await pool.acquire()
        two = await pool.acquire()
        print(isinstance(one, asyncpg.Connection), type(one).__name__, pool.get_idle_size())
        await tell('a third', lambda: pool.acquire(timeout=0.2))
        await tell('two at once', lambda: asyncio.gather(one.fetch('SELECT pg_sleep(0.1)'), one.fetchval('SELECT 2')))
        await asyncio.sleep(0.2)
        await pool.release(one)
        await tell('given back', lambda: one.fetchval('SELECT 1'))
        await pool.release(two)
        await tell('not its own', lambda: pool.release('x'))
    await tell('closed', lambda: pool.acquire())
    await tell('closed', lambda: pool.fetch('SELECT 1'))
    try:
        asyncpg.create_pool(min_size=3, max_size=2)
    except ValueError as error:
        print(error)

    async def begun(connection):
        await connection.execute("SET application_name = 'begun'")

    pool = await asyncpg.create_pool('postgresql://postgres:word@localhost:5432/postgres', init=begun, min_size=1)
    waiting = [asyncio.create_task(pool.fetchval('SELECT $1::int * 2', n)) for n in range(12)]
    print(await asyncio.gather(*waiting), await pool.fetchval('SHOW application_name'))
    await pool.close()
    await tell('once more', lambda: pool.close())
    connection = await asyncpg.connect(**SERVER)
    await tell('too long', lambda: connection.fetch('SELECT pg_sleep(5)', timeout=0.1))
    print(await connection.fetchval('SELECT 3'))
    await connection.close()
    await tell('gone', lambda: connection.fetch('SELECT 1'))


asyncio.run(main())
