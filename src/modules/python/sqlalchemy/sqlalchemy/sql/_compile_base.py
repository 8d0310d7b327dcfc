"""Names in a statement's text, and what comes of a compilation."""
import re
from sqlalchemy.sql import _words

# A parameter in a text that is not finished: its name between these, with a star where it stands for several values.
MARK = re.compile('\x01([^\x02]*)\x02')
_LEGAL = re.compile(r'^[A-Z0-9_$]+$', re.I)


class IdentifierPreparer:
    """Names, in quotes where they need them."""
    reserved_words = _words.SQL
    initial_quote = final_quote = '"'

    def __init__(self, dialect):
        self.dialect = dialect

    def _requires_quotes(self, value):
        lower = value.lower()
        return lower in self.reserved_words or not value or value[0] in '0123456789$' or not _LEGAL.match(value) or lower != value

    def quote(self, name, force=None):
        forced = getattr(name, 'quote', None)
        if forced or forced is None and self._requires_quotes(name):
            return self.quote_identifier(name)
        return str(name)

    def quote_identifier(self, value):
        return '"' + value.replace('"', '""') + '"'

    def format_table(self, table, use_schema=True):
        name = self.quote(table.name)
        return f'{self.quote(table.schema)}.{name}' if use_schema and getattr(table, 'schema', None) else name

    def format_column(self, column):
        return self.quote(column.name)


class Compiled:
    """A statement's text for a dialect."""
    is_ddl = False
    is_sql = False

    def __init__(self, dialect, statement):
        self.dialect, self.statement = dialect, statement
        self.preparer = dialect.identifier_preparer

    def __str__(self):
        return self.string

    @property
    def params(self):
        return self.construct_params(check=False)


class ResultColumn:
    """A column that a statement gives: its name there, what can be asked for it by, and its type."""
    __slots__ = 'name', 'key', 'objects', 'type'

    def __init__(self, name, key, objects, type_):
        self.name, self.key, self.objects, self.type = name, key, objects, type_
