"""Values over several lines, one item a line, for the differences of what was compared."""
import collections
import dataclasses
import re
import types

_STEP, _WIDTH = 4, 80


def first_safely(count, values):
    """In an order, whatever they are."""
    from pprint import _Key
    return sorted(values, key=_Key)[:count]


def sorted_safely(values):
    try:
        return sorted(values)
    except TypeError:
        return first_safely(None, values)


def pformat(value):
    return ''.join(_pieces(value, 0, 0, set(), 0))


def pformat_lines(value, max_lines=None, max_chars=None):
    """Its lines; no more than are wanted are made."""
    lines = chars = 0
    made = []
    for piece in _pieces(value, 0, 0, set(), 0):
        made.append(piece)
        lines += piece.count('\n')
        chars += len(piece)
        if max_lines is not None and lines >= max_lines or max_chars is not None and chars >= max_chars:
            break
    return ''.join(made).splitlines()


def _pieces(value, indent, allowance, within, level):
    if id(value) in within:
        yield f'<Recursion on {type(value).__name__} with id={id(value)}>'
        return
    shower = _SHOWERS.get(type(value).__repr__)
    if shower is None and not _is_plain_dataclass(value):
        yield repr(value)
        return
    within.add(id(value))
    yield from (shower or _dataclass)(value, indent, allowance, within, level + 1)
    within.remove(id(value))


def _is_plain_dataclass(value):
    if not dataclasses.is_dataclass(value) or isinstance(value, type) or not value.__dataclass_params__.repr:
        return False
    wrapped = getattr(value.__repr__, '__wrapped__', None)
    return wrapped is not None and '__create_fn__' in wrapped.__qualname__


def _items(items, indent, within, level):
    """Each on a line of its own: a value, or a head and the value that follows it."""
    some = False
    for head, value, inner in items:
        some = True
        yield '\n' + ' ' * (indent + _STEP)
        if head:
            yield head
        if value is not _NOTHING:
            yield from _pieces(value, indent + _STEP + inner, 1, within, level)
        yield ','
    if some:
        yield '\n' + ' ' * indent


_NOTHING = object()


def _values(values, indent, within, level):
    return _items((('', value, 0) for value in values), indent, within, level)


def _pairs(pairs, indent, within, level):
    return _items(((f'{key!r}: ', value, 0) for key, value in pairs), indent, within, level)


def _fields(pairs, indent, within, level):
    shown = ((f'{name}=...', _NOTHING, 0) if id(value) in within else (f'{name}=', value, len(name) + 1)
             for name, value in pairs)
    return _items(shown, indent, within, level)


def _dataclass(value, indent, allowance, within, level):
    yield type(value).__name__ + '('
    pairs = [(field.name, getattr(value, field.name)) for field in dataclasses.fields(value) if field.repr]
    yield from _fields(pairs, indent, within, level)
    yield ')'


def _namespace(value, indent, allowance, within, level):
    yield ('namespace' if type(value) is types.SimpleNamespace else type(value).__name__) + '('
    yield from _fields(value.__dict__.items(), indent, within, level)
    yield ')'


def _dict(value, indent, allowance, within, level):
    yield '{'
    yield from _pairs(value.items(), indent, within, level)
    yield '}'


def _named_dict(value, indent, allowance, within, level):
    if not value:
        yield repr(value)
        return
    yield type(value).__name__ + '('
    yield from _dict(value, indent, allowance, within, level)
    yield ')'


def _defaultdict(value, indent, allowance, within, level):
    yield f'{type(value).__name__}({value.default_factory!r}, '
    yield from _dict(value, indent, allowance, within, level)
    yield ')'


def _counter(value, indent, allowance, within, level):
    yield type(value).__name__ + '('
    if value:
        yield '{'
        yield from _pairs(value.most_common(), indent, within, level)
        yield '}'
    yield ')'


def _between(opening, closing):
    def shown(value, indent, allowance, within, level):
        yield opening
        yield from _values(value, indent, within, level)
        yield closing
    return shown


def _set(value, indent, allowance, within, level):
    if not value:
        yield repr(value)
        return
    plain = type(value) is set
    yield '{' if plain else type(value).__name__ + '({'
    yield from _values(sorted_safely(value), indent, within, level)
    yield '}' if plain else '})'


def _str(value, indent, allowance, within, level):
    if not value:
        yield repr(value)
        return
    if level == 1:
        indent, allowance = indent + 1, allowance + 1
    room, chunks, lines = _WIDTH - indent, [], value.splitlines(True)
    for number, line in enumerate(lines):
        last = number == len(lines) - 1
        if len(repr(line)) <= room - (allowance if last else 0):
            chunks.append(repr(line))
            continue
        words, current = [word for word in re.findall(r'\S*\s*', line) if word], ''
        for at, word in enumerate(words):
            least = allowance if last and at == len(words) - 1 else 0
            if len(repr(current + word)) > room - least:
                if current:
                    chunks.append(repr(current))
                current = word
            else:
                current += word
        if current:
            chunks.append(repr(current))
    if len(chunks) == 1:
        yield chunks[0]
        return
    yield '(' if level == 1 else ''
    for number, chunk in enumerate(chunks):
        yield ('\n' + ' ' * indent if number else '') + chunk
    yield ')' if level == 1 else ''


def _bytes(value, indent, allowance, within, level):
    if len(value) <= 4:
        yield repr(value)
        return
    alone = level == 1
    if alone:
        indent, allowance = indent + 1, allowance + 1
    yield '(' if alone else ''
    room, current, first = _WIDTH - indent, b'', True
    parts = []
    end = len(value) // 4 * 4
    for at in range(0, len(value), 4):
        part = value[at:at + 4]
        if at == end:
            room -= allowance
        if len(repr(current + part)) > room:
            if current:
                parts.append(current)
            current = part
        else:
            current += part
    if current:
        parts.append(current)
    for part in parts:
        yield ('' if first else '\n' + ' ' * indent) + repr(part)
        first = False
    yield ')' if alone else ''


def _bytearray(value, indent, allowance, within, level):
    yield 'bytearray('
    yield from _bytes(bytes(value), indent + 10, allowance + 1, within, level + 1)
    yield ')'


def _mappingproxy(value, indent, allowance, within, level):
    yield 'mappingproxy('
    yield from _pieces(value.copy(), indent, allowance, within, level)
    yield ')'


def _chain_map(value, indent, allowance, within, level):
    if not any(value.maps):
        yield repr(value)
        return
    yield type(value).__name__ + '('
    yield from _values(value.maps, indent, within, level)
    yield ')'


def _deque(value, indent, allowance, within, level):
    yield type(value).__name__ + '(' + (f'maxlen={value.maxlen}, ' if value.maxlen is not None else '') + '['
    yield from _values(value, indent, within, level)
    yield '])'


def _user(value, indent, allowance, within, level):
    yield from _pieces(value.data, indent, allowance, within, level - 1)


_SHOWERS = {
    dict.__repr__: _dict, list.__repr__: _between('[', ']'), tuple.__repr__: _between('(', ')'), set.__repr__: _set,
    frozenset.__repr__: _set, str.__repr__: _str, bytes.__repr__: _bytes, bytearray.__repr__: _bytearray,
    types.MappingProxyType.__repr__: _mappingproxy, types.SimpleNamespace.__repr__: _namespace,
    collections.OrderedDict.__repr__: _named_dict, collections.defaultdict.__repr__: _defaultdict,
    collections.Counter.__repr__: _counter, collections.ChainMap.__repr__: _chain_map, collections.deque.__repr__: _deque,
    collections.UserDict.__repr__: _user, collections.UserList.__repr__: _user, collections.UserString.__repr__: _user,
}
