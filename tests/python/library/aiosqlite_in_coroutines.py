# recorded by hand: aiosqlite is no part of CPython
import asyncio

import aiosqlite


async def add(db, name):
    async with db.execute("INSERT INTO users(name) VALUES (?)", (name,)) as cursor:
        print(name, cursor.lastrowid, cursor.rowcount)


async def main():
    async with aiosqlite.connect(":memory:") as db:
        await db.execute("CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT UNIQUE)")
        await asyncio.gather(*(add(db, n) for n in ("ann", "bob", "cy")))
        await db.commit()
        db.row_factory = aiosqlite.Row
        async with db.execute("SELECT * FROM users ORDER BY name") as cursor:
            async for row in cursor:
                print(row["id"], row["name"])
        cursor = await db.execute("SELECT count(*) FROM users")
        print(tuple(await cursor.fetchone()), db.total_changes, db.in_transaction)
        await cursor.close()
        try:
            await db.execute("INSERT INTO users(name) VALUES ('ann')")
        except aiosqlite.IntegrityError as error:
            print("failed:", error)
        print([tuple(r) for r in await db.execute_fetchall("SELECT name FROM users WHERE id > ?", (1,))])
    try:
        await db.execute("SELECT 1")
    except ValueError as error:
        print(error)

asyncio.run(main())
