"""From Python's values to SQLite's and back: parameters, adapters, converters, functions of the program."""
from _frames import bytes_of as _bytes_of, type_name as _type_name
import datetime
import os as _os
from _sqlite_errors import ProgrammingError
from _sqlite_errors import problem
from _sqlite_syntax import tokens

adapters, converters = {}, {}
# Whether there is an adapter for what SQLite can keep as it is.
_basic_adapted = False


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
        for n, name in enumerate(names, 1) if not statement.nameless else ():
            if name is not None and name[0] != '?':
                import warnings
                warnings.warn(f"Binding {n} ('{name}') is a named parameter, but you supplied a sequence which requires nameless (qmark) "
                              'placeholders. Starting with Python 3.14 an sqlite3.ProgrammingError will be raised.', DeprecationWarning)
        values = list(parameters) if isinstance(parameters, (tuple, list)) else [parameters[n] for n in range(len(names))]
        for n, value in enumerate(values):
            kind = type(value)
            if _basic_adapted and kind in (str, int, float):
                pass
            elif kind is str and value.isascii() or kind is int and -(1 << 63) <= value < 1 << 63 or value is None or kind is float and value == value:
                continue
            values[n] = adapted(value, n + 1)
        return values
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
    if _basic_adapted or kind not in (int, str, float, bytearray, bytes, type(None)):
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
        return _bytes_of(value)
    except TypeError:
        pass
    raise ProgrammingError(f"Error binding parameter {place}: type '{_type_name(value)}' is not supported")


_nothing = object()


def adapt(obj, protocol=PrepareProtocol, alternate=_nothing, /):
    found = adapters.get((type(obj), protocol))
    if found is not None:
        return found(obj)
    for one, name in ((protocol, '__adapt__'), (obj, '__conform__')):
        method = getattr(one, name, None)
        if method is not None:
            try:
                value = method(obj if one is protocol else protocol)
            except TypeError:
                value = None
            if value is not None:
                return value
    if alternate is not _nothing:
        return alternate
    raise ProgrammingError("can't adapt")


def register_adapter(type, adapter, /):
    global _basic_adapted
    adapters[type, PrepareProtocol] = adapter
    _basic_adapted = _basic_adapted or type in (int, float, str, bytearray)


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
        if isinstance(value, str):
            value.encode()
        return None if value != value else value
    return _bytes_of(value)


# Whether errors of the program's functions are told of.
callback_tracebacks = [False]


def _tried(message, call, of, code=1):
    """What a call gives; an error in it is one of SQLite's."""
    try:
        return call()
    except MemoryError:
        error, message = MemoryError(), None
    except OverflowError as problem_:
        error, message = problem_, 'string or blob too big'
    except Exception as problem_:
        error = problem_
    if callback_tracebacks[0]:
        import _frames
        _frames.unraisable(error, of)
    if message is None:
        raise MemoryError
    if message == 'string or blob too big':
        raise problem(message, 'DataError', 18)
    raise problem(message, code=code)


def function(call):
    """A function of the program as one of SQL."""
    return lambda *arguments: _tried('user-defined function raised exception', lambda: _result(call(*arguments)), call)


class Progress:
    """Asks a handler, each so many instructions of SQLite, whether to go on."""
    # About so many a statement and a row take.
    STATEMENT, ROW = 8, 5

    def __init__(self, handler, count):
        self.handler, self.count, self.left = handler, count, count

    def spend(self, instructions):
        self.left -= instructions
        while self.left <= 0:
            self.left += self.count
            if _tried('interrupted', lambda: bool(self.handler()), self.handler, 9):
                raise problem('interrupted', code=9)

    def watch(self, rows):
        for row in rows:
            self.spend(self.ROW)
            yield row


def aggregate(make, window=False):
    """A class of the program as an aggregate of SQL."""
    def method(state, name):
        try:
            return getattr(state, name)
        except AttributeError as missing:
            if callback_tracebacks[0]:
                import _frames
                _frames.unraisable(missing, make)
        raise problem(f"user-defined aggregate's '{name}' method not defined")

    class Aggregate:
        state, plain = None, True

        def begin(self):
            if self.state is None:
                self.state = _tried("user-defined aggregate's '__init__' method raised error", make, make)

        def step(self, *arguments):
            self.begin()
            step = method(self.state, 'step')
            _tried("user-defined aggregate's 'step' method raised error", lambda: step(*arguments), make)

        def result(self):
            if self.state is None:
                return None
            finalize = method(self.state, 'finalize')
            return _tried("user-defined aggregate's 'finalize' method raised error", lambda: _result(finalize()), make)

    class Window(Aggregate):
        plain = False

        def inverse(self, *arguments):
            inverse = method(self.state, 'inverse')
            _tried("user-defined aggregate's 'inverse' method raised error", lambda: inverse(*arguments), make)

        def value(self):
            self.begin()
            value = method(self.state, 'value')
            return _tried("user-defined aggregate's 'value' method raised error", lambda: _result(value()), make)

        def end(self):
            """What it comes to at last, which nobody asks for: errors are told of, and no more."""
            try:
                self.result()
            except Exception:
                pass
    return Window if window else Aggregate


def older(method, *names):
    """A method whose first parameters may still be given by their names."""
    def call(self, *arguments, **named):
        given = [name for name in names[len(arguments):] if name in named]
        if given:
            import warnings
            quoted = [f"'{name}'" for name in names]
            listed = quoted[0] if len(quoted) == 1 else ', '.join(quoted[:-1]) + ' and ' + quoted[-1]
            many = 's' if len(names) > 1 else ''
            warnings.warn(f'Passing keyword argument{many} {listed} to _sqlite3.Connection.{method.__name__}() is deprecated. '
                          f'Parameter{many} {listed} will become positional-only in Python 3.15.', DeprecationWarning)
            arguments += tuple([named.pop(name) for name in given])
        return method(self, *arguments, **named)
    call.__name__, call.__qualname__, call.__doc__ = method.__name__, method.__qualname__, method.__doc__
    return call


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
