# recorded by hand: needs a PostgreSQL server, which the run simulates
"""Values go to PostgreSQL's types and come back as Python's; a type may be given a codec."""
import asyncio
import datetime
import decimal
import json
import uuid

import asyncpg

UTC = datetime.timezone.utc


async def main():
    connection = await asyncpg.connect(user='postgres', host='localhost', database='postgres')
    await connection.execute('DROP TABLE IF EXISTS mix; DROP TYPE IF EXISTS level')
    await connection.execute("CREATE TYPE level AS ENUM ('low', 'mid', 'high')")
    await connection.execute('''
        CREATE TABLE mix (s SMALLINT, b BIGINT, r REAL, d DOUBLE PRECISION, n NUMERIC, p NUMERIC(6, 2), t TEXT, v VARCHAR(3), c CHAR(4),
            f BOOLEAN, day DATE, clock TIME, plain TIMESTAMP, zoned TIMESTAMPTZ, span INTERVAL, id UUID, j JSON, jb JSONB, raw BYTEA,
            whole INT[], words TEXT[], l level)''')
    values = [
        7, 2 ** 40, 1.1, 0.1, decimal.Decimal('12345.6789'), 3, 'naïve', 'abc', 'xy', True, datetime.date(2024, 2, 29),
        datetime.time(1, 2, 3, 400), datetime.datetime(2024, 5, 6, 7, 8, 9),
        datetime.datetime(2024, 5, 6, 7, 8, tzinfo=datetime.timezone(datetime.timedelta(hours=2))),
        datetime.timedelta(days=3, hours=5, microseconds=7), uuid.UUID(int=12), '{"b": 1,  "a": [1.50, null]}', '{"bb": 1, "a": [1.50, null]}',
        b'\x00\xff', [1, None, 3], ['a b', 'c"d', ''], 'mid']
    places = ', '.join(f'${n}' for n in range(1, len(values) + 1))
    row = await connection.fetchrow(f'INSERT INTO mix VALUES ({places}) RETURNING *', *values)
    for name, value in row.items():
        print(name, repr(value))
    print(*await connection.fetchrow('SELECT s + b, s / 2, s * 1.5, d * 3, n / 7, -7 % 3, 2 ^ 5, round(p, 1), s::text || t FROM mix'))
    print(*await connection.fetchrow("SELECT 1.5::int, 2.5::int, '12'::int + 1, 't'::bool, 1::bool, 12.345::numeric(4, 1), 1e20::float8::text"))
    print(*await connection.fetchrow('SELECT 20000::numeric, 20000.00, sqrt(2.0), -0.0 * 3, power(2.0, 3), ((SELECT 2) + 1) * 2, trunc(-0.5)'))
    print(*await connection.fetchrow('SELECT day + 1, day - $1::date, plain + span, zoned - plain::timestamptz, day + interval \'1 month\' FROM mix',
                                     datetime.date(2024, 1, 1)))
    print(*await connection.fetchrow("SELECT extract(year FROM day), date_trunc('hour', plain), to_char(plain, 'DD Mon YYYY HH24:MI'), age(day, date '2020-01-01') FROM mix"))
    print(*await connection.fetchrow("SELECT whole[1], whole || 9, 3 = ANY(whole), array_length(words, 1), array_to_string(words, '|') FROM mix"))
    print(*await connection.fetchrow("SELECT jb->'a', jb->>'bb', jb#>>'{a,0}', jb ? 'a', jb @> '{\"bb\": 1}', jb || '{\"z\": true}', j->'a' FROM mix"))
    print(*await connection.fetchrow("SELECT l > 'low', l::text, pg_typeof(l), pg_typeof(p), pg_typeof(whole), pg_typeof(s + b) FROM mix"))
    print([record[0] for record in await connection.fetch("SELECT x::level FROM unnest(ARRAY['high', 'low', 'mid']) AS x ORDER BY x::level")])
    print(await connection.fetchval('SELECT (1, \'a\')'), await connection.fetchval('SELECT t FROM (SELECT 1 AS a, 2 AS b) AS t'))
    await connection.set_type_codec('jsonb', encoder=json.dumps, decoder=json.loads, schema='pg_catalog')
    print(await connection.fetchval('SELECT $1::jsonb || $2::jsonb', {'a': 1}, {'b': [True, None]}), await connection.fetchval('SELECT j FROM mix'))
    await connection.execute('DROP TABLE mix; DROP TYPE level')
    await connection.close()


asyncio.run(main())
