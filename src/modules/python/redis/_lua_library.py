"""The functions that scripts may call, without the server's own."""
import math
import re

from _lua_run import Table, kind, listed, number, text
from _lua_syntax import LuaError


def _numbered(arguments, at, name, default=None):
    value = arguments[at] if at < len(arguments) else None
    if value is None and default is not None:
        return default
    if number(value) is None:
        raise LuaError(b"?: bad argument #%d to '%s' (number expected, got %s)"
                       % (at + 1, name, kind(value) if at < len(arguments) else b'no value'))
    return number(value)


def _worded(arguments, at, name):
    value = arguments[at] if at < len(arguments) else None
    if not isinstance(value, (bytes, float)):
        raise LuaError(b"?: bad argument #%d to '%s' (string expected, got %s)"
                       % (at + 1, name, kind(value) if at < len(arguments) else b'no value'))
    return text(value)


def _tabled(arguments, name):
    value = arguments[0] if arguments else None
    if not isinstance(value, Table):
        raise LuaError(b"?: bad argument #1 to '%s' (table expected, got %s)" % (name, kind(value) if arguments else b'no value'))
    return value


# --- basic ---

def _tonumber(arguments):
    value = arguments[0] if arguments else None
    if len(arguments) > 1 and arguments[1] is not None and number(arguments[1]) != 10:
        try:
            return [float(int(text(value), int(number(arguments[1]))))]
        except ValueError:
            return [None]
    return [number(value)]


def _error(arguments):
    value = arguments[0] if arguments else None
    if isinstance(value, bytes) and (len(arguments) < 2 or arguments[1] != 0.0):
        value = b'?: ' + value
    raise LuaError(value)


def _assert(arguments):
    if not arguments or arguments[0] is None or arguments[0] is False:
        raise LuaError(arguments[1] if len(arguments) > 1 else b'assertion failed!')
    return arguments


def _pcall(arguments):
    try:
        return [True, *arguments[0](arguments[1:])]
    except LuaError as error:
        return [False, *error.args]


def _walk(arguments):
    table = _tabled(arguments, b'next')
    items = table.items()
    last = arguments[1] if len(arguments) > 1 else None
    if last is None:
        return list(items[0]) if items else [None]
    for n, (key, _) in enumerate(items[:-1]):
        if key == last and type(key) is type(last):
            return list(items[n + 1])
    return [None]


def _pairs(arguments):
    items = iter(_tabled(arguments, b'pairs').items())
    return [lambda _: list(next(items, (None,))), arguments[0], None]


def _ipairs(arguments):
    table = _tabled(arguments, b'ipairs')

    def step(given):
        at = given[1] + 1.0
        value = table.get(at)
        return [at, value] if value is not None else [None]
    return [step, table, 0.0]


def _unpack(arguments):
    table = _tabled(arguments, b'unpack')
    first = int(_numbered(arguments, 1, b'unpack', 1.0))
    return [table.get(float(n)) for n in range(first, int(_numbered(arguments, 2, b'unpack', float(len(table)))) + 1)]


def _select(arguments):
    if arguments[0] == b'#':
        return [float(len(arguments) - 1)]
    at = int(_numbered(arguments, 0, b'select'))
    return arguments[at:] if at > 0 else arguments[at:]


# --- strings ---

def _format(arguments):
    form, at = _worded(arguments, 0, b'format'), [0]

    def shown(found):
        how = found[2]
        if how == b'%':
            return b'%'
        at[0] += 1
        if how in b'di':
            return b'%%%sd' % found[1] % int(_numbered(arguments, at[0], b'format'))
        if how == b'q':
            return b'"' + _worded(arguments, at[0], b'format').replace(b'\\', b'\\\\').replace(b'"', b'\\"').replace(b'\n', b'\\\n') + b'"'
        if how == b's':
            return b'%%%ss' % found[1] % text(arguments[at[0]] if at[0] < len(arguments) else None)
        if how == b'c':
            return bytes([int(_numbered(arguments, at[0], b'format'))])
        value = _numbered(arguments, at[0], b'format')
        return b'%%%s%s' % (found[1], how) % (int(value) if how in b'xXuo' else value)
    return [re.sub(rb'%([-+ #0]*\d*(?:\.\d+)?)([a-zA-Z%])', shown, form)]


def _part(value, first, last):
    size = len(value)
    first = max(first + size + 1, 1) if first < 0 else max(first, 1)
    last = last + size + 1 if last < 0 else min(last, size)
    return value[first - 1:last] if last >= first else b''


def _sub(arguments):
    return [_part(_worded(arguments, 0, b'sub'), int(_numbered(arguments, 1, b'sub')), int(_numbered(arguments, 2, b'sub', -1.0)))]


_CLASSES = {b'a': b'A-Za-z', b'd': b'0-9', b'l': b'a-z', b's': rb'\s', b'u': b'A-Z', b'w': b'A-Za-z0-9', b'x': b'A-Fa-f0-9',
            b'p': rb'!-/:-@\[-`{-~', b'c': rb'\x00-\x1f\x7f'}


def _item(pattern, at, inside):
    """(a class or character as a regular expression, where it ends)."""
    one = pattern[at:at + 1]
    if one == b'%':
        one = pattern[at + 1:at + 2]
        members = _CLASSES.get(one.lower()) if one.isalpha() else None
        if members is None:
            return re.escape(one), at + 2
        if one.isupper():
            return b'[^%s]' % members, at + 2
        return (members if inside else b'[%s]' % members), at + 2
    if one == b'.' and not inside:
        return b'.', at + 1
    return re.escape(one), at + 1


def _expression(pattern):
    """A pattern of Lua's as a regular expression."""
    parts, at = [], 0
    if pattern[:1] == b'^':
        parts, at = [rb'\A'], 1
    while at < len(pattern):
        one = pattern[at:at + 1]
        if one in b'()':
            parts.append(one)
            at += 1
            continue
        if one == b'$' and at == len(pattern) - 1:
            parts.append(rb'\Z')
            break
        if one == b'[':
            at += 1
            inner = b'^' if pattern[at:at + 1] == b'^' else b''
            at += len(inner)
            while at < len(pattern) and pattern[at:at + 1] != b']':
                if pattern[at + 1:at + 2] == b'-' and pattern[at + 2:at + 3] not in (b']', b''):
                    inner += re.escape(pattern[at:at + 1]) + b'-' + re.escape(pattern[at + 2:at + 3])
                    at += 3
                else:
                    members, at = _item(pattern, at, True)
                    inner += members
            found, at = b'[%s]' % inner, at + 1
        else:
            found, at = _item(pattern, at, False)
        how = pattern[at:at + 1]
        if how and how in b'*+?-':
            found += b'*?' if how == b'-' else how
            at += 1
        parts.append(found)
    return re.compile(b''.join(parts), re.S)


def _captures(found):
    return list(found.groups()) or [found[0]]


def _find(arguments):
    value, pattern, first = _worded(arguments, 0, b'find'), _worded(arguments, 1, b'find'), int(_numbered(arguments, 2, b'find', 1.0))
    start = max(first - 1 if first > 0 else len(value) + first, 0)
    plain = len(arguments) > 3 and arguments[3] not in (None, False)
    found = (re.compile(re.escape(pattern)) if plain else _expression(pattern)).search(value[start:])
    if found is None:
        return [None]
    return [float(found.start() + start + 1), float(found.end() + start), *found.groups()]


def _match(arguments):
    found = _expression(_worded(arguments, 1, b'match')).search(_worded(arguments, 0, b'match'))
    return _captures(found) if found else [None]


def _gmatch(arguments):
    found = _expression(_worded(arguments, 1, b'gmatch')).finditer(_worded(arguments, 0, b'gmatch'))
    return [lambda _: next(map(_captures, found), [None])]


def _gsub(arguments):
    value, pattern, new = _worded(arguments, 0, b'gsub'), _worded(arguments, 1, b'gsub'), arguments[2]
    most = int(_numbered(arguments, 3, b'gsub', float(len(value) + 1)))

    def put(found):
        if isinstance(new, bytes):
            return re.sub(rb'%(.)', lambda part: (found[0] if part[1] == b'0' else _captures(found)[int(part[1]) - 1])
                          if part[1].isdigit() else part[1], new)
        first = _captures(found)[0]
        given = new.get(first) if isinstance(new, Table) else (new(_captures(found)) or [None])[0]
        return found[0] if given is None or given is False else text(given)
    made, count = _expression(pattern).subn(put, value, most) if most else (value, 0)
    return [made, float(count)]


_STRING = {
    b'byte': lambda a: [float(one) for one in _part(_worded(a, 0, b'byte'), int(_numbered(a, 1, b'byte', 1.0)),
                                                     int(_numbered(a, 2, b'byte', _numbered(a, 1, b'byte', 1.0))))],
    b'char': lambda a: [bytes(int(one) for one in a)], b'find': _find, b'format': _format, b'gmatch': _gmatch, b'gsub': _gsub,
    b'len': lambda a: [float(len(_worded(a, 0, b'len')))], b'lower': lambda a: [_worded(a, 0, b'lower').lower()], b'match': _match,
    b'rep': lambda a: [_worded(a, 0, b'rep') * int(_numbered(a, 1, b'rep'))], b'reverse': lambda a: [_worded(a, 0, b'reverse')[::-1]],
    b'sub': _sub, b'upper': lambda a: [_worded(a, 0, b'upper').upper()]}


# --- tables ---

def _insert(arguments):
    table, size = _tabled(arguments, b'insert'), len(arguments[0])
    if len(arguments) == 2:
        table.set(size + 1.0, arguments[1])
        return []
    at = int(_numbered(arguments, 1, b'insert'))
    for n in range(size, at - 1, -1):
        table.set(n + 1.0, table.get(float(n)))
    table.set(float(at), arguments[2])
    return []


def _remove(arguments):
    table, size = _tabled(arguments, b'remove'), len(arguments[0])
    if not size:
        return [None]
    at = int(_numbered(arguments, 1, b'remove', float(size)))
    gone = table.get(float(at))
    for n in range(at, size):
        table.set(float(n), table.get(n + 1.0))
    table.set(float(size), None)
    return [gone]


def _concat(arguments):
    table, between = _tabled(arguments, b'concat'), text(arguments[1]) if len(arguments) > 1 and arguments[1] is not None else b''
    first, last = int(_numbered(arguments, 2, b'concat', 1.0)), int(_numbered(arguments, 3, b'concat', float(len(table))))
    parts = [table.get(float(n)) for n in range(first, last + 1)]
    for n, part in enumerate(parts, first):
        if not isinstance(part, (bytes, float)):
            raise LuaError(b"?: invalid value (%s) at index %d in table for 'concat'" % (kind(part), n))
    return [between.join(map(text, parts))]


def _sort(arguments):
    from functools import cmp_to_key
    table = _tabled(arguments, b'sort')
    values = [table.get(float(n)) for n in range(1, len(table) + 1)]
    before = arguments[1] if len(arguments) > 1 else None

    def less(a, b):
        if before is not None:
            return (before([a, b]) or [None])[0] not in (None, False)
        if type(a) is not type(b) or not isinstance(a, (bytes, float)):
            raise LuaError(b'?: attempt to compare two %s values' % kind(a))
        return a < b
    values.sort(key=cmp_to_key(lambda a, b: -1 if less(a, b) else 1 if less(b, a) else 0))
    for n, value in enumerate(values, 1):
        table.set(float(n), value)
    return []


_TABLE = {b'insert': _insert, b'remove': _remove, b'concat': _concat, b'sort': _sort, b'unpack': _unpack,
          b'getn': lambda a: [float(len(_tabled(a, b'getn')))],
          b'maxn': lambda a: [max([key for key, _ in _tabled(a, b'maxn').items() if isinstance(key, float)], default=0.0)]}


def _one(name, function):
    return lambda arguments: [float(function(_numbered(arguments, 0, name)))]


def _random(generator):
    def random(arguments):
        if not arguments:
            return [generator.random()]
        first, last = (1.0, _numbered(arguments, 0, b'random')) if len(arguments) == 1 else (_numbered(arguments, 0, b'random'),
                                                                                             _numbered(arguments, 1, b'random'))
        return [float(generator.randint(int(first), int(last)))]
    return random


def _math(generator):
    found = {name.encode(): _one(name.encode(), getattr(math, name)) for name in (
        'floor', 'ceil', 'sqrt', 'exp', 'log', 'log10', 'sin', 'cos', 'tan')}
    return Table({**found, b'abs': _one(b'abs', abs), b'huge': math.inf, b'pi': math.pi, b'random': _random(generator),
                  b'randomseed': lambda a: [], b'pow': lambda a: [_numbered(a, 0, b'pow') ** _numbered(a, 1, b'pow')],
                  b'fmod': lambda a: [math.fmod(_numbered(a, 0, b'fmod'), _numbered(a, 1, b'fmod'))],
                  b'max': lambda a: [max(_numbered(a, n, b'max') for n in range(len(a)))],
                  b'min': lambda a: [min(_numbered(a, n, b'min') for n in range(len(a)))],
                  b'modf': lambda a: [float(int(_numbered(a, 0, b'modf'))), math.modf(_numbered(a, 0, b'modf'))[0]]})


# --- JSON ---

_NULL = Table()


def _encoded(value):
    import json
    if value is None or value is _NULL:
        return 'null'
    if isinstance(value, bool):
        return 'true' if value else 'false'
    if isinstance(value, float):
        return (b'%.14g' % value).decode()
    if isinstance(value, bytes):
        return json.dumps(value.decode('utf-8', 'replace'), ensure_ascii=False).replace('/', '\\/')
    if not isinstance(value, Table):
        raise LuaError(b'?: Cannot serialise %s: type not supported' % kind(value))
    size = len(value)
    if size and size == len(value.values):
        return '[' + ','.join(_encoded(value.get(float(n))) for n in range(1, size + 1)) + ']'
    return '{' + ','.join(f'{_encoded(text(key))}:{_encoded(one)}' for key, one in value.items()) + '}'


def _decoded(value):
    if value is None:
        return _NULL
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, list):
        return listed(map(_decoded, value))
    return Table((key.encode(), _decoded(one)) for key, one in value.items()) if isinstance(value, dict) else value


def _decode(arguments):
    import json
    try:
        return [_decoded(json.loads(_worded(arguments, 0, b'decode')))]
    except ValueError:
        raise LuaError(b'?: Expected value but found invalid token at character 1') from None


def library(generator):
    """The global names; random numbers come from `generator`."""
    return {
        b'tonumber': _tonumber, b'tostring': lambda a: [text(a[0] if a else None)], b'type': lambda a: [kind(a[0] if a else None)],
        b'error': _error, b'assert': _assert, b'pcall': _pcall, b'next': _walk, b'pairs': _pairs, b'ipairs': _ipairs, b'unpack': _unpack,
        b'select': _select, b'string': Table(_STRING), b'table': Table(_TABLE), b'math': _math(generator),
        b'cjson': Table({b'encode': lambda a: [_encoded(a[0]).encode()], b'decode': _decode, b'null': _NULL})}
