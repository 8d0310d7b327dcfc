# recorded by hand: async_timeout and aiosqlite are not on the machine that records
# Whether a limit has passed is asked with and without a call; a statement is given up by whom it asks.
import asyncio
import sqlite3

import aiosqlite
import async_timeout


async def main():
    try:
        async with async_timeout.timeout(0.1) as limit:
            print(limit.expired, limit.expired(), bool(limit.expired))
            await asyncio.sleep(1)
    except TimeoutError:
        print(limit.expired, limit.expired(), 'late' if limit.expired else 'in time')
    async with aiosqlite.connect(':memory:') as db:
        await db.set_progress_handler(lambda: 1, 1)
        try:
            await db.execute('CREATE TABLE t (a)')
        except sqlite3.OperationalError as e:
            print(e)


asyncio.run(main())
