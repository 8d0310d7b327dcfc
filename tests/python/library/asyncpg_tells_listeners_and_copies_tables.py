# recorded by hand: needs a PostgreSQL server, which the run simulates
"""Notifications arrive once their transaction is committed; whole tables are copied in and out."""
import asyncio
import io

import asyncpg


async def main():
    hears, speaks = [await asyncpg.connect('postgresql://postgres@localhost/postgres') for _ in range(2)]
    heard = asyncio.Queue()

    def told(connection, pid, channel, payload):
        print(connection is hears, pid == speaks.get_server_pid(), channel)
        heard.put_nowait(payload)

    await hears.add_listener('news', told)
    async with speaks.transaction():
        await speaks.execute("NOTIFY news, 'first'")
        await speaks.execute('SELECT pg_notify($1, $2)', 'news', 'second')
        await asyncio.sleep(0.1)
        print('so far', heard.qsize())
    print(await heard.get(), await heard.get())
    await hears.remove_listener('news', told)
    await speaks.execute("NOTIFY news, 'third'")
    await asyncio.sleep(0.1)
    print(heard.empty())

    await speaks.execute('DROP TABLE IF EXISTS fruit; CREATE TABLE fruit (name TEXT, grams INT, ripe BOOL)')
    print(await speaks.copy_records_to_table('fruit', records=[('fig', 50, True), ('pear, big', None, False)]))
    print(await speaks.copy_to_table('fruit', source=io.BytesIO(b'"kiwi",70,t\nlime,,\n'), format='csv'))
    for options in {}, {'format': 'csv', 'header': True}:
        output = io.BytesIO()
        print(await speaks.copy_from_table('fruit', output=output, **options), output.getvalue())
    output = io.BytesIO()
    await speaks.copy_from_query('SELECT name FROM fruit WHERE grams > $1', 60, output=output)
    print(output.getvalue())
    try:
        await speaks.copy_records_to_table('fruit', records=[('date', 'heavy', True)])
    except TypeError as error:
        print(error)
    print(await hears.fetchval('SELECT count(*) FROM fruit'))
    await speaks.execute('DROP TABLE fruit')
    await asyncio.gather(hears.close(), speaks.close())


asyncio.run(main())
