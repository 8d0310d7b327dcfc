"""Copies of databases: as SQL, and from one connection to another."""
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
    orphans = connection.execute('PRAGMA foreign_key_check').fetchall()
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


def copied(source, target, name, pages, progress, sleep):
    """Makes the target's main database what the source's is."""
    if name.lower() not in source.databases:
        raise problem(f'unknown database {name}')
    database, other = source.databases[name.lower()], target.databases['main']
    target.writes(other)
    for kept in (other.tables, other.order, other.triggers):
        for key in list(kept):
            other.put(kept, key, ABSENT)
    for kind, thing in list(database.things()):
        if thing.sql and thing.name != 'sqlite_sequence':
            target._apply(other, ('sql', thing.sql))
        if kind == 'table':
            for row in thing.scan():
                target._apply(other, ('row', thing.name, row[-1], row[:]))
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
