"""What SQLite tells of its tables."""
import re
from sqlalchemy import exc
from sqlalchemy.sql import sqltypes

_SIZE = re.compile(r'([\w ]+)(?:\((.*?)\))?')


class SQLiteReflection:
    def __init__(self, connection):
        self.connection = connection

    def _pragma(self, name, table, schema=None):
        where = [schema] if schema else ['main', 'temp']
        for one in where:
            rows = self.connection.exec_driver_sql(f'PRAGMA {one}.{name}("{table}")').fetchall()
            if rows:
                return rows
        return []

    def schemas(self):
        return [row[1] for row in self.connection.exec_driver_sql('PRAGMA database_list') if row[1] != 'temp']

    def _named(self, kind):
        return [row[0] for row in self.connection.exec_driver_sql(
            f"SELECT name FROM sqlite_master WHERE type='{kind}' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY name")]

    def tables(self, schema=None):
        return self._named('table')

    def views(self, schema=None):
        return self._named('view')

    def columns(self, table, schema=None):
        rows = self._pragma('table_xinfo', table, schema)
        if not rows:
            raise exc.NoSuchTableError(table)
        return [{'name': name, 'type': self._type(declared.upper()), 'nullable': not notnull, 'default': default, 'primary_key': key}
                for _, name, declared, notnull, default, key, *_ in rows]

    def _type(self, declared):
        match = _SIZE.match(declared)
        name, arguments = (match[1].strip(), match[2]) if match else ('', None)
        kind = getattr(sqltypes, name.replace(' ', '_'), None) if name else sqltypes.NullType
        if kind is None:
            for part, kind in (('INT', sqltypes.INTEGER), ('CHAR', sqltypes.TEXT), ('CLOB', sqltypes.TEXT), ('TEXT', sqltypes.TEXT), ('BLOB', sqltypes.NullType),
                               ('REAL', sqltypes.REAL), ('FLOA', sqltypes.REAL), ('DOUB', sqltypes.REAL), ('', sqltypes.NUMERIC)):
                if part in name:
                    break
        numbers = [int(n) for n in re.findall(r'\d+', arguments or '')]
        try:
            return kind(*numbers)
        except TypeError:
            return kind()

    def primary_key(self, table, schema=None):
        keys = sorted(((row[5], row[1]) for row in self._pragma('table_xinfo', table, schema) if row[5]))
        return {'constrained_columns': [name for _, name in keys], 'name': None}

    def foreign_keys(self, table, schema=None):
        found = {}
        for number, _, target, column, referred, on_update, on_delete, _ in self._pragma('foreign_key_list', table, schema):
            options = {k: v for k, v in (('ondelete', on_delete), ('onupdate', on_update)) if v != 'NO ACTION'}
            key = found.setdefault(number, {'name': None, 'constrained_columns': [], 'referred_schema': schema, 'referred_table': target,
                                            'referred_columns': [], 'options': options})
            key['constrained_columns'].append(column)
            key['referred_columns'].append(referred or column)
        return [found[number] for number in sorted(found, reverse=True)]

    def indexes(self, table, schema=None):
        found = []
        for _, name, unique, origin, *_ in self._pragma('index_list', table, schema):
            if not name.startswith('sqlite_autoindex'):
                columns = [row[2] for row in self._pragma('index_info', name, schema)]
                found.append({'name': name, 'column_names': columns, 'unique': unique, 'dialect_options': {}})
        return sorted(found, key=lambda index: index['name'])

    def uniques(self, table, schema=None):
        found = []
        for _, name, unique, origin, *_ in self._pragma('index_list', table, schema):
            if name.startswith('sqlite_autoindex') and origin == 'u':
                found.append({'name': None, 'column_names': [row[2] for row in self._pragma('index_info', name, schema)]})
        return found[::-1]
