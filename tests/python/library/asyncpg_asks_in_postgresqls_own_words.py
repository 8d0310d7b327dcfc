# recorded by hand: needs a PostgreSQL server, which the run simulates
"""What PostgreSQL's SQL has of its own: RETURNING, ON CONFLICT, DISTINCT ON, windows, WITH that changes tables, sequences, views."""
import asyncio

import asyncpg

SETUP = '''
DROP TABLE IF EXISTS trip, train;
CREATE TABLE train (
    id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name TEXT UNIQUE,
    seats INT DEFAULT 40 CHECK (seats > 0),
    twice INT GENERATED ALWAYS AS (seats * 2) STORED);
CREATE TABLE trip (
    train INT NOT NULL REFERENCES train (id) ON DELETE CASCADE,
    day DATE,
    sold INT,
    PRIMARY KEY (train, day));
CREATE INDEX ON trip (day DESC);
'''
QUERIES = [
    "INSERT INTO train (name, seats) VALUES ('red', 10), ('blue', DEFAULT), ('green', 30) RETURNING id, name, twice",
    "INSERT INTO train (name) VALUES ('red') ON CONFLICT DO NOTHING RETURNING id",
    "INSERT INTO train (name, seats) VALUES ('red', 5) ON CONFLICT (name) DO UPDATE SET seats = train.seats + excluded.seats RETURNING id, seats, twice",
    "INSERT INTO trip SELECT t, date '2024-03-01' + n, t * 10 + n FROM generate_series(1, 3) AS t, generate_series(0, 2) AS n",
    'SELECT DISTINCT ON (train) train, day, sold FROM trip ORDER BY train, sold DESC',
    'SELECT train, sold, rank() OVER (PARTITION BY train ORDER BY sold DESC), sum(sold) OVER (ORDER BY train, day) FROM trip ORDER BY train, day LIMIT 4',
    'SELECT t.name, count(*) FILTER (WHERE p.sold > 11) AS many, string_agg(p.sold::text, \'/\' ORDER BY p.day) FROM train t JOIN trip p ON p.train = t.id GROUP BY t.id ORDER BY t.name',
    "SELECT name FROM train WHERE name ~ '^[rg]' AND name NOT ILIKE 'GR%' OR seats BETWEEN 39 AND 41 ORDER BY name",
    'SELECT t.name, l.sold FROM train t LEFT JOIN LATERAL (SELECT sold FROM trip WHERE train = t.id ORDER BY day LIMIT 1) AS l ON TRUE ORDER BY 1',
    'WITH gone AS (DELETE FROM trip WHERE sold > 30 RETURNING train, sold) SELECT train, count(*), max(sold) FROM gone GROUP BY train',
    "WITH RECURSIVE line(n, word) AS (SELECT 1, 'a' UNION ALL SELECT n + 1, word || 'b' FROM line WHERE n < 4) SELECT * FROM line",
    "UPDATE trip SET sold = sold + t.seats FROM train t WHERE t.id = trip.train AND t.name = 'blue' RETURNING t.name, trip.sold",
    'UPDATE trip SET sold = (SELECT sum(o.sold) FROM trip AS o WHERE o.train = trip.train) WHERE train < 3 RETURNING train, sold',
    'WITH more AS (UPDATE trip SET sold = 0 WHERE train = 3 RETURNING sold) SELECT count(*), (SELECT max(sold) FROM trip WHERE train = 3) FROM more',
    "UPDATE train SET (name, seats) = ('black', 8) WHERE id = (SELECT max(id) FROM train) RETURNING *",
    'SELECT id FROM train WHERE EXISTS (SELECT 1 FROM trip WHERE train = train.id) ORDER BY id DESC FETCH FIRST 1 ROW ONLY',
    "SELECT coalesce(NULL, 'x'), greatest(1, 3, 2), nullif(1, 1), split_part('a,b', ',', 2), lpad('7', 3, '0'), initcap('old town')",
    'SELECT a.x, b.x FROM (VALUES (1), (2)) AS a(x) FULL JOIN (VALUES (2), (3)) AS b(x) ON a.x = b.x ORDER BY 1, 2',
    'SELECT json_build_object(\'n\', name, \'s\', ARRAY[seats]) FROM train WHERE id = 1',
    'SELECT jsonb_agg(t) FROM (SELECT id, name FROM train ORDER BY id) AS t',
    "DELETE FROM train WHERE name = 'red' RETURNING id, (SELECT count(*) FROM trip WHERE train = train.id)",
    'SELECT count(*) FROM trip',
    'TRUNCATE train RESTART IDENTITY CASCADE',
    "INSERT INTO train (name) VALUES ('new') RETURNING id",
    'INSERT INTO train (id) VALUES (9)',
    'CREATE VIEW big AS SELECT name, seats FROM train WHERE seats > 20',
    'SELECT * FROM big',
    'ALTER TABLE train ADD COLUMN built DATE DEFAULT \'1999-09-09\', ADD CONSTRAINT few CHECK (seats < 100)',
    'SELECT name, built FROM train',
    'UPDATE train SET seats = 500',
    'DROP TABLE train',
    "SELECT table_name, table_type FROM information_schema.tables WHERE table_name IN ('train', 'trip', 'big') ORDER BY 1",
    "SELECT column_name, data_type, is_nullable FROM information_schema.columns WHERE table_name = 'trip' ORDER BY ordinal_position",
    'CREATE SEQUENCE steps START 5 INCREMENT BY 5',
    "SELECT nextval('steps'), nextval('steps'), currval('steps'), setval('steps', 100)",
    'DROP SEQUENCE steps',
    'DROP TABLE train, trip CASCADE',
]


async def main():
    connection = await asyncpg.connect(user='postgres', host='localhost', database='postgres')
    print(await connection.execute(SETUP))
    for query in QUERIES:
        try:
            print(*await connection.fetch(query) or ['nothing'])
        except asyncpg.PostgresError as error:
            print(type(error).__name__, str(error).replace('\n', ' | '))
    await connection.close()


asyncio.run(main())
