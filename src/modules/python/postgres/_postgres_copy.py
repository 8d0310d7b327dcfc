"""COPY, as asyncpg's methods do it."""
import csv
import io
import os
from _postgres_errors import ServerError, missing
from _postgres_types import text_of

_OPTIONS = ('format', 'delimiter', 'null', 'header', 'quote', 'escape', 'encoding')


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


async def _columns(connection, table, columns, schema):
    """The full name of a table, and a statement that tells its columns' types."""
    name = f'{quoted(schema)}.{quoted(table)}' if schema else quoted(table)
    names = ', '.join(map(quoted, columns)) if columns else '*'
    return name, await connection._session.prepare(f'SELECT {names} FROM {name} LIMIT 0')


async def _insert(connection, table, columns, schema, rows_of, timeout):
    async def run():
        session = connection._session
        try:
            name, shape = await _columns(connection, table, columns, schema)
            rows = rows_of(shape)
            places = ', '.join(f'${n}' for n in range(1, len(shape.names) + 1))
            into = await session.prepare(f'INSERT INTO {name} ({", ".join(map(quoted, shape.names))}) VALUES ({places})')
            for row in rows:
                await session.execute(into, row, True)
            if session.block is None and session.transaction is not None:
                session.commit()
        finally:
            if session.block is None and session.transaction is not None:
                session.roll_back()
        return f'COPY {len(rows)}'
    from asyncpg.connection import TRIP

    async def there():
        await connection._session.travel(TRIP, 'COPY')
        return await run()
    return await connection._limited(there(), timeout)


async def records_to_table(connection, table, records, columns, schema, timeout, where):
    if where is not None:
        missing('COPY with WHERE')
    if hasattr(records, '__aiter__'):
        records = [record async for record in records]

    def rows_of(shape):
        encoders = [connection._codecs.encoder(kind) for kind in shape.kinds]
        found = []
        for record in records:
            row = tuple(record)
            if len(row) != len(encoders):
                raise ValueError(f'number of columns in source record ({len(row)}) does not match the number of columns in target '
                                 f'({len(encoders)})') if len(row) < len(encoders) else IndexError('list index out of range')
            found.append([None if value is None else encode(value) for encode, value in zip(encoders, row)])
        return found
    return await _insert(connection, table, columns, schema, rows_of, timeout)


def _given(options):
    for name, value in options.items():
        if value is not None and name not in _OPTIONS:
            missing(f'COPY with {name}')
    if options.get('format') == 'binary':
        missing('COPY in the binary format')
    return options.get('format') == 'csv'


async def from_query(connection, query, args, output, timeout, options):
    """Writes the rows of a query as a text to a file, a path or a function."""
    as_csv = _given(options)
    captured = {}
    session = connection._session

    async def run():
        statement = await session.prepare(query)
        values = connection._encoded(statement, args)
        captured['statement'], (_, captured['rows']) = statement, await session.execute(statement, values)
    from asyncpg.connection import TRIP

    async def there():
        await connection._session.travel(TRIP, 'COPY')
        await run()
    await connection._limited(there(), timeout)
    statement, rows = captured['statement'], captured['rows']
    delimiter, null = options.get('delimiter') or (',' if as_csv else '\t'), options.get('null')
    null = ('' if as_csv else '\\N') if null is None else null
    lines = []

    def text(value, kind):
        return ('tf'[not value] if kind == 'bool' else text_of(value, kind))

    def field(value, kind):
        if value is None:
            return null
        value = text(value, kind)
        if as_csv:
            quote = options.get('quote') or '"'
            if value == null or any(c in value for c in (delimiter, quote, '\n', '\r')):
                return quote + value.replace(quote, (options.get('escape') or quote) + quote) + quote
            return value
        for c, by in ('\\', '\\\\'), ('\n', '\\n'), ('\r', '\\r'), ('\t', '\\t'):
            value = value.replace(c, by)
        return value
    if options.get('header'):
        lines.append(delimiter.join(statement.names))
    for row in rows:
        lines.append(delimiter.join(field(value, kind) for value, kind in zip(row, statement.kinds)))
    data = ''.join(line + '\n' for line in lines).encode()
    if callable(output) and not hasattr(output, 'write'):
        if data:
            await output(data)
    elif isinstance(output, (str, os.PathLike)):
        with open(output, 'wb') as file:
            file.write(data)
    else:
        output.write(data)
    return f'COPY {len(rows)}'


async def to_table(connection, table, source, columns, schema, timeout, options):
    """Reads rows from a file, a path or an asynchronous iterator."""
    as_csv = _given(options)
    if isinstance(source, (str, os.PathLike)):
        with open(source, 'rb') as file:
            data = file.read()
    elif hasattr(source, 'read'):
        data = source.read()
    else:
        data = b''.join([part async for part in source])
    text = data.decode() if isinstance(data, (bytes, bytearray)) else data
    delimiter = options.get('delimiter') or (',' if as_csv else '\t')
    null = options.get('null')
    null = ('' if as_csv else '\\N') if null is None else null
    if as_csv:
        rows = [row for row in csv.reader(io.StringIO(text, newline=''), delimiter=delimiter, quotechar=options.get('quote') or '"') if row]
    else:
        rows = [line.split(delimiter) for line in text.split('\n') if line and line != '\\.']
    if options.get('header'):
        rows = rows[1:]

    def rows_of(shape):
        from _postgres_types import read
        found = []
        for row in rows:
            if len(row) != len(shape.names):
                if len(row) > len(shape.names):
                    raise ServerError('22P04', 'extra data after last expected column')
                raise ServerError('22P04', f'missing data for column "{shape.names[len(row)]}"')
            values = []
            for value, kind in zip(row, shape.kinds):
                if value == null:
                    values.append(None)
                    continue
                if not as_csv and '\\' in value:
                    value = value.replace('\\\\', '\0').replace('\\n', '\n').replace('\\t', '\t').replace('\\r', '\r').replace('\0', '\\')
                values.append(read(value, kind, connection._codecs.enums))
            found.append(values)
        return found
    return await _insert(connection, table, columns, schema, rows_of, timeout)
