"""From Python's values to SQLite's and back: parameters, adapters, converters, functions of the program."""
import datetime
import os as _os
from _sqlite_errors import ProgrammingError
from _sqlite_errors import problem
from _sqlite_syntax import tokens

adapters, converters = {}, {}


class PrepareProtocol:
    """What an object is asked to conform to."""


PrepareProtocol.__module__ = 'sqlite3'


def file_of(database, uri):
    """The path of a database, ':memory:', or a name of a shared one."""
    file = _os.fspath(database)
    file = file.decode() if isinstance(file, bytes) else file
    if not uri or not file.startswith('file:'):
        return file
    from urllib.parse import parse_qs, unquote
    path, _, query = file[5:].partition('?')
    options = {name: values[-1] for name, values in parse_qs(query).items()}
    path = unquote(path)
    if path.startswith('//'):
        path = '/' + path[2:].partition('/')[2]
    if options.get('mode') == 'memory' or path == ':memory:':
        return f':shared:{path}' if options.get('cache') == 'shared' else ':memory:'
    if options.get('mode') in ('ro', 'rw') and not _os.path.isfile(path):
        raise problem('unable to open database file', code=14)
    return path


def bound(statement, parameters):
    """The values of a statement's parameters."""
    names = statement.parameters
    if type(parameters) in (tuple, list) or not isinstance(parameters, dict) and hasattr(type(parameters), '__getitem__') and hasattr(
            type(parameters), '__len__') and not hasattr(type(parameters), 'keys'):
        if len(parameters) != len(names):
            raise ProgrammingError(f'Incorrect number of bindings supplied. The current statement uses {len(names)}, and there are '
                                   f'{len(parameters)} supplied.')
        for n, name in enumerate(names, 1):
            if name is not None and name[0] != '?':
                import warnings
                warnings.warn(f"Binding {n} ('{name}') is a named parameter, but you supplied a sequence which requires nameless (qmark) "
                              'placeholders. Starting with Python 3.14 an sqlite3.ProgrammingError will be raised.', DeprecationWarning)
        return [value if (kind := type(value)) is str or value is None or kind is float and value == value else adapted(value, n)
                for n, value in enumerate(parameters, 1)]
    if not hasattr(type(parameters), '__getitem__'):
        raise ProgrammingError('parameters are of unsupported type')
    values = []
    for n, name in enumerate(names, 1):
        if name is None or name[0] == '?':
            raise ProgrammingError(f'Binding {n} has no name, but you supplied a dictionary (which has only names).')
        try:
            value = parameters[name[1:]]
        except LookupError:
            value = _nothing
        if value is _nothing:
            raise ProgrammingError(f'You did not supply a value for binding parameter :{name[1:]}.')
        values.append(adapted(value, n))
    return values


def adapted(value, place):
    """A value as SQLite can keep it."""
    kind = type(value)
    if kind not in (int, str, float, bytearray, bytes, type(None)):
        value = adapt(value, PrepareProtocol, value)
    if isinstance(value, int):
        value = int(value)
        if not -(1 << 63) <= value < 1 << 63:
            raise OverflowError('Python int too large to convert to SQLite INTEGER')
        return value
    if isinstance(value, float):
        return float(value) if value == value else None
    if isinstance(value, str):
        value = str.__str__(value)
        value.encode()
        return value
    if value is None:
        return None
    try:
        return bytes(memoryview(value))
    except TypeError:
        pass
    raise ProgrammingError(f"Error binding parameter {place}: type '{type(value).__name__}' is not supported")


_nothing = object()


def adapt(obj, protocol=PrepareProtocol, alternate=_nothing, /):
    found = adapters.get((type(obj), protocol))
    if found is not None:
        return found(obj)
    for one, name in ((protocol, '__adapt__'), (obj, '__conform__')):
        method = getattr(one, name, None)
        if method is not None:
            value = method(obj if one is protocol else protocol)
            if value is not None:
                return value
    if alternate is not _nothing:
        return alternate
    raise ProgrammingError("can't adapt")


def register_adapter(type, adapter, /):
    adapters[type, PrepareProtocol] = adapter


def register_converter(typename, converter, /):
    converters[typename.upper()] = converter


def column_names(names, detect):
    if detect & 2:
        return [name.partition(' [')[0] if name.endswith(']') else name for name in names]
    return names


def converted(statement, detect):
    """A converter, or None, for each column; None: there are none."""
    if not detect:
        return None
    found = []
    for name, declared in zip(statement.names, statement.declared or [None] * len(statement.names)):
        converter = None
        if detect & 2 and name.endswith(']') and '[' in name:
            converter = converters.get(name[name.rindex('[') + 1:-1].upper())
        if converter is None and detect & 1 and declared:
            word = declared.replace('(', ' ').split(' ')[0]
            converter = converters.get(word.upper())
        found.append(converter)
    return found if any(found) else None


def expanded(sql, statement, values):
    """A statement with its values in place of its parameters, as a trace shows it."""
    from _sqlite_functions import quote
    source = statement.node.source
    if not values:
        return source
    parts, at, n, named = [], 0, 0, {}
    for kind, text, start, end, _ in tokens(source):
        if kind == 'parameter':
            if text == '?':
                place = n
            elif text[0] == '?':
                place = int(text[1:]) - 1
            else:
                place = named.setdefault(text, n)
            n = max(n, place + 1)
            parts += [source[at:start], quote(values[place])]
            at = end
    return ''.join(parts) + source[at:]


def _result(value):
    if value is None or isinstance(value, (int, float, str)):
        if isinstance(value, int):
            value = int(value)
            if not -(1 << 63) <= value < 1 << 63:
                raise OverflowError('Python int too large to convert to SQLite INTEGER')
        return None if value != value else value
    return bytes(memoryview(value))


def function(call):
    """A function of the program as one of SQL."""
    def run(*arguments):
        try:
            return _result(call(*arguments))
        except MemoryError:
            raise
        except Exception:
            pass
        raise problem('user-defined function raised exception')
    return run


def _tried(name, call, *arguments):
    try:
        return call(*arguments)
    except Exception:
        pass
    raise problem(f"user-defined aggregate's '{name}' method raised error")


def aggregate(make):
    """A class of the program as an aggregate of SQL."""
    class Aggregate:
        def __init__(self):
            self.state = _tried('__init__', make)

        def step(self, *arguments):
            _tried('step', self.state.step, *arguments)

        def result(self):
            return _tried('finalize', lambda: _result(self.state.finalize()))
    return Aggregate


def _old(what):
    import warnings
    warnings.warn(f'The default {what} is deprecated as of Python 3.12; see the sqlite3 documentation for suggested replacement recipes',
                  DeprecationWarning)


def _adapt_date(value):
    _old('date adapter')
    return value.isoformat()


def _adapt_datetime(value):
    _old('datetime adapter')
    return value.isoformat(' ')


def _convert_date(text):
    _old('date converter')
    return datetime.date(*map(int, text.split(b'-')))


def _convert_timestamp(text):
    _old('timestamp converter')
    day, clock = text.split(b' ')
    clock = clock.split(b'.')
    part = int(f'{clock[1].decode():0<6.6}') if len(clock) == 2 else 0
    return datetime.datetime(*map(int, day.split(b'-')), *map(int, clock[0].split(b':')), part)


register_adapter(datetime.date, _adapt_date)
register_adapter(datetime.datetime, _adapt_datetime)
register_converter('date', _convert_date)
register_converter('timestamp', _convert_timestamp)
