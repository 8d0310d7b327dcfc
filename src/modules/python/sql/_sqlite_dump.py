"""Copies of databases: as SQL, and from one connection to another."""
import io
import pickle

from _sqlite_engine import HEADER
from _sqlite_functions import like, quote
from _sqlite_tables import ABSENT
from _sqlite_errors import problem


def _quoted(name):
    return '"' + name.replace('"', '""') + '"'


def dump(connection, chosen):
    """The statements that make a database anew, line by line."""
    engine = connection._engine
    database = engine.databases['main']

    def wanted(name):
        return chosen is None or like(chosen, name)
    cursor = connection.cursor()
    cursor.row_factory = None
    orphans = cursor.execute('PRAGMA foreign_key_check').fetchall()
    if orphans:
        yield 'PRAGMA foreign_keys=OFF;'
    yield 'BEGIN TRANSACTION;'
    things = [(kind, thing) for kind, thing in database.things() if wanted(thing.name)]
    automatic = any(t.autoincrement for kind, t in things if kind == 'table')
    for _, table in sorted(((k, t) for k, t in things if k == 'table' and t.name != 'sqlite_sequence'), key=lambda one: one[1].name):
        yield f'{table.sql};'
        for row in table.scan():
            yield f'INSERT INTO {_quoted(table.name)} VALUES({",".join(map(quote, row[:-1]))});'
    if automatic:
        yield 'DELETE FROM "sqlite_sequence";'
        for name, value, _ in database.tables['sqlite_sequence'].scan():
            yield f'INSERT INTO "sqlite_sequence" VALUES({quote(name)},{value});'
    for kind, thing in things:
        if kind != 'table' and thing.sql:
            yield f'{thing.sql};'
    yield 'COMMIT;'


def _records(database):
    """What makes a database anew, as its file has it."""
    for kind, thing in list(database.things()):
        if thing.sql and thing.name != 'sqlite_sequence':
            yield 'sql', thing.sql
        if kind == 'table':
            for row in thing.scan():
                yield 'row', thing.name, row[-1], row[:]


def _emptied(engine, database):
    engine.writes(database)
    for kept in (database.tables, database.order, database.triggers):
        for key in list(kept):
            database.put(kept, key, ABSENT)


def serialized(engine, name):
    """A database as a file of its would be."""
    database = engine.databases.get(name.lower())
    records = list(_records(database)) if database else []
    if not records:
        raise problem(f'unable to serialize {name!r}')
    return HEADER + pickle.dumps(records)


def deserialized(engine, data, name):
    """Makes a database what such a file has."""
    database, stream = engine.databases[name.lower()], io.BytesIO(data)
    if stream.read(len(HEADER)) != HEADER:
        raise problem('file is not a database', 'DatabaseError', 26)
    _emptied(engine, database)
    while stream.tell() < len(data):
        for record in pickle.load(stream):
            engine._apply(database, record)
    database.version += 1
    engine.open or engine._commit()


def copied(source, target, name, pages, progress, sleep):
    """Makes the target's main database what the source's is."""
    if name.lower() not in source.databases:
        raise problem(f'unknown database {name}')
    database, other = source.databases[name.lower()], target.databases['main']
    _emptied(target, other)
    for record in _records(database):
        target._apply(other, record)
    other.version += 1
    target.open or target._commit()
    total = sum(1 for _ in database.things()) + 1
    if progress is not None:
        if pages <= 0:
            progress(101, 0, total)
        else:
            for left in range(total - pages, 0, -pages):
                progress(0, left, total)
            progress(101, 0, total)
