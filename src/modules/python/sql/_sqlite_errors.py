"""The exceptions of sqlite3, and SQLite's codes."""


class Warning(Exception):
    pass


class Error(Exception):
    pass


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class DataError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class InternalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


_CLASSES = {c.__name__: c for c in (Warning, Error, InterfaceError, DatabaseError, DataError, OperationalError, IntegrityError, InternalError,
                                    ProgrammingError, NotSupportedError)}
for _class in _CLASSES.values():
    _class.__module__ = 'sqlite3'

CODES = {1: 'SQLITE_ERROR', 4: 'SQLITE_ABORT', 5: 'SQLITE_BUSY', 8: 'SQLITE_READONLY', 9: 'SQLITE_INTERRUPT', 13: 'SQLITE_FULL', 14: 'SQLITE_CANTOPEN', 18: 'SQLITE_TOOBIG', 20: 'SQLITE_MISMATCH', 21: 'SQLITE_MISUSE', 23: 'SQLITE_AUTH',
         26: 'SQLITE_NOTADB', 275: 'SQLITE_CONSTRAINT_CHECK', 787: 'SQLITE_CONSTRAINT_FOREIGNKEY', 1299: 'SQLITE_CONSTRAINT_NOTNULL',
         1555: 'SQLITE_CONSTRAINT_PRIMARYKEY', 1811: 'SQLITE_CONSTRAINT_TRIGGER', 2067: 'SQLITE_CONSTRAINT_UNIQUE', 3091: 'unknown'}


def problem(message, kind='OperationalError', code=1):
    """The exception for what SQLite says: the name of its class, and SQLite's code."""
    error = _CLASSES[kind](message)
    error.sqlite_errorcode, error.sqlite_errorname = code, CODES[code]
    return error


def failing(error, action):
    """The exception, which carries what becomes of the statement's changes: ROLLBACK, ABORT or FAIL."""
    error._action = action
    return error


def action_of(error):
    """What an exception carries; the program does not get to see it."""
    return error.__dict__.pop('_action', None)


class Ignored(Exception):
    """A row is left out: by OR IGNORE, or by a trigger's RAISE(IGNORE)."""
