"""Data structures laid out over lines."""
import io as _io
import sys as _sys

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


class _Key:
    """Orders what has no order: by type and identity."""
    __slots__ = 'item',

    def __init__(self, item):
        self.item = item

    def __lt__(self, other):
        try:
            return self.item < other.item
        except TypeError:
            return (str(type(self.item)), id(self.item)) < (str(type(other.item)), id(other.item))


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _recursion(value):
    return f'<Recursion on {type(value).__name__} with id={id(value)}>'


class PrettyPrinter:
    """Lays out values within a width."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')  #: 138
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')  #: 140
        if not width:
            raise ValueError('width must be != 0')  #: 142
        self._indent, self._width, self._depth = indent, width, depth
        self._stream = _sys.stdout if stream is None else stream
        self._compact, self._sort, self._underscores = bool(compact), sort_dicts, underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._lay(object, self._stream.write, 0, 0, {}, 0)
            self._stream.write('\n')

    def pformat(self, object):
        out = []
        self._lay(object, out.append, 0, 0, {}, 0)
        return ''.join(out)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]  #: 165

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._flat(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]  #: 458 repr, readable, recursive = self.format(object, «context.copy»(),

    def _lay(self, value, write, indent, allowance, context, level):
        if id(value) in context:
            write(_recursion(value))
            return
        text = self._repr(value, context, level)
        if len(text) > self._width - indent - allowance:
            way = self._way(value)
            if way is not None:
                context[id(value)] = 1
                way(self, value, write, indent, allowance, context, level + 1)
                del context[id(value)]
                return
        write(text)

    def _way(self, value):
        way = self._ways.get(type(value).__repr__)
        if way is None and hasattr(type(value), '__dataclass_fields__') and type(value).__dataclass_params__.repr \
                and '__create_fn__' in getattr(type(value).__repr__, '__wrapped__', int).__qualname__:
            return PrettyPrinter._dataclass
        if way is None and isinstance(value, tuple) and hasattr(value, '_fields'):
            return None
        return way

    def _dataclass(self, value, write, indent, allowance, context, level):
        name = type(value).__name__
        indent += len(name) + 1
        fields = [(f.name, getattr(value, f.name)) for f in type(value).__dataclass_fields__.values()
                  if f.repr and repr(f._field_type) == '_FIELD']
        write(name + '(')
        self._named(fields, write, indent, allowance, context, level)
        write(')')

    def _namespace(self, value, write, indent, allowance, context, level):
        name = 'namespace' if type(value).__name__ == 'SimpleNamespace' else type(value).__name__
        indent += len(name) + 1
        write(name + '(')
        self._named(list(value.__dict__.items()), write, indent, allowance, context, level)
        write(')')

    def _named(self, items, write, indent, allowance, context, level):
        for at, (key, item) in enumerate(items):
            last = at == len(items) - 1
            write(f'{key}=')
            if id(item) in context:
                write('...')
            else:
                self._lay(item, write, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                write(',\n' + ' ' * indent)

    def _dict(self, value, write, indent, allowance, context, level):
        write('{')
        if self._indent > 1:
            write((self._indent - 1) * ' ')
        if value:
            items = sorted(value.items(), key=_pair_key) if self._sort else list(value.items())
            self._pairs(items, write, indent, allowance + 1, context, level)
        write('}')

    def _ordered_dict(self, value, write, indent, allowance, context, level):
        if not value:
            write(repr(value))
            return
        name = type(value).__name__
        write(name + '(')
        self._lay(list(value.items()), write, indent + len(name) + 1, allowance + 1, context, level)
        write(')')

    def _default_dict(self, value, write, indent, allowance, context, level):
        if not value:
            write(repr(value))
            return
        factory = self._repr(value.default_factory, context, level)
        name = type(value).__name__
        indent += len(name) + 1
        write(f'{name}({factory},\n{" " * indent}')
        self._dict(value, write, indent, allowance + 1, context, level)
        write(')')

    def _counter(self, value, write, indent, allowance, context, level):
        if not value:
            write(repr(value))
            return
        name = type(value).__name__
        write(name + '({')
        if self._indent > 1:
            write((self._indent - 1) * ' ')
        self._pairs(value.most_common(), write, indent + len(name) + 1, allowance + 2, context, level)
        write('})')

    def _deque(self, value, write, indent, allowance, context, level):
        name = type(value).__name__
        write(name + '(')
        indent += len(name) + 1
        if not value:
            write(f'[], maxlen={value.maxlen})' if value.maxlen is not None else '[])')
        elif value.maxlen is None:
            self._items(value, write, indent, allowance + 1, context, level, '[', ']')
            write(')')
        else:
            self._items(value, write, indent, 2, context, level, '[', ']')
            write(f',\n{" " * indent}maxlen={self._repr(value.maxlen, context, level)})')

    def _mapping_proxy(self, value, write, indent, allowance, context, level):
        write('mappingproxy(')
        self._lay(value.copy(), write, indent + 13, allowance + 1, context, level)
        write(')')

    def _chain_map(self, value, write, indent, allowance, context, level):
        if not value.maps:
            write(repr(value))
            return
        name = type(value).__name__
        write(name + '(')
        indent += len(name) + 1
        for at, mapping in enumerate(value.maps):
            last = at == len(value.maps) - 1
            self._lay(mapping, write, indent, allowance + 1 if last else 1, context, level)
            write(')' if last else ',\n' + ' ' * indent)

    def _data(self, value, write, indent, allowance, context, level):
        self._lay(value.data, write, indent, allowance, context, level - 1)

    def _bytearray(self, value, write, indent, allowance, context, level):
        write('bytearray(')
        self._bytes(bytes(value), write, indent + 10, allowance + 1, context, level + 1)
        write(')')

    def _list(self, value, write, indent, allowance, context, level):
        self._items(value, write, indent, allowance, context, level, '[', ']')

    def _tuple(self, value, write, indent, allowance, context, level):
        self._items(value, write, indent, allowance, context, level, '(', ',)' if len(value) == 1 else ')')

    def _set(self, value, write, indent, allowance, context, level):
        if not value:
            write(repr(value))
            return
        name = type(value).__name__
        head, tail = ('{', '}') if type(value) is set else (name + '({', '})')
        if type(value) is not set:
            indent += len(name) + 1
        self._items(sorted(value, key=_Key), write, indent, allowance, context, level, head, tail)

    def _items(self, items, write, indent, allowance, context, level, head, tail):
        write(head)
        self._sequence(items, write, indent, allowance + len(tail), context, level)
        write(tail)

    def _sequence(self, items, write, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            write((self._indent - 1) * ' ')
        between, wanted, first = ',\n' + ' ' * indent, '', True
        width = room = self._width - indent + 1
        items = list(items)
        for at, item in enumerate(items):
            last = at == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                size = len(text) + 2
                if room < size:
                    room = width
                    wanted = wanted and between
                if room >= size:
                    room -= size
                    write(wanted)
                    wanted = ', '
                    write(text)
                    continue
            write(wanted)
            wanted = between
            self._lay(item, write, indent, allowance if last else 1, context, level)

    def _pairs(self, items, write, indent, allowance, context, level):
        indent += self._indent
        for at, (key, item) in enumerate(items):
            last = at == len(items) - 1
            text = self._repr(key, context, level)
            write(text + ': ')
            self._lay(item, write, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                write(',\n' + ' ' * indent)

    def _str(self, value, write, indent, allowance, context, level):
        if not value:
            write(repr(value))
            return
        lines, chunks = value.splitlines(True), []
        if level == 1:
            indent += 1
            allowance += 1
        longest = room = self._width - indent
        for at, line in enumerate(lines):
            if at == len(lines) - 1:
                longest -= allowance
            text = repr(line)
            if len(text) <= longest:
                chunks.append(text)
                continue
            pieces, current = _words(line), ''
            if at == len(lines) - 1:
                room = longest + allowance
            else:
                room = longest
            for number, piece in enumerate(pieces):
                candidate = current + piece
                bound = self._width - indent
                if number == len(pieces) - 1 and at == len(lines) - 1:
                    bound -= allowance
                if len(repr(candidate)) > bound:
                    if current:
                        chunks.append(repr(current))
                    current = piece
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            write(text)
            return
        if level == 1:
            write('(')
        for at, chunk in enumerate(chunks):
            if at > 0:
                write('\n' + ' ' * indent)
            write(chunk)
        if level == 1:
            write(')')

    def _bytes(self, value, write, indent, allowance, context, level):
        if len(value) <= 4:
            write(repr(value))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            write('(')
        wanted = ''
        for text in _wrapped_bytes(value, self._width - indent, allowance):
            write(wanted + text)
            wanted = '\n' + ' ' * indent
        if parens:
            write(')')

    def _flat(self, value, context, maxlevels, level):
        kind = type(value)
        if kind is int and self._underscores:
            return f'{value:_d}', True, False
        if kind in (int, str, bytes, float, bool, type(None), complex):
            return repr(value), True, False
        method = kind.__repr__
        if issubclass(kind, dict) and method is dict.__repr__:
            if not value:
                return '{}', True, False
            if maxlevels and level >= maxlevels:
                return '{...}', False, id(value) in context
            if id(value) in context:
                return _recursion(value), False, True
            context[id(value)] = 1
            readable, recursive, parts = True, False, []
            for pair in sorted(value.items(), key=_pair_key) if self._sort else value.items():
                found = [self.format(part, context, maxlevels, level + 1) for part in pair]
                parts.append(f'{found[0][0]}: {found[1][0]}')
                readable = readable and found[0][1] and found[1][1]
                recursive = recursive or found[0][2] or found[1][2]
            del context[id(value)]
            return '{' + ', '.join(parts) + '}', readable, recursive
        if issubclass(kind, list) and method is list.__repr__ or issubclass(kind, tuple) and method is tuple.__repr__:
            is_list = issubclass(kind, list)
            if not value:
                return '[]' if is_list else '()', True, False
            shape = '[{}]' if is_list else '({},)' if len(value) == 1 else '({})'
            if maxlevels and level >= maxlevels:
                return shape.format('...'), False, id(value) in context
            if id(value) in context:
                return _recursion(value), False, True
            context[id(value)] = 1
            readable, recursive, parts = True, False, []
            for item in value:
                text, fine, loops = self.format(item, context, maxlevels, level + 1)
                parts.append(text)
                readable, recursive = readable and fine, recursive or loops
            del context[id(value)]
            return shape.format(', '.join(parts)), readable, recursive
        text = repr(value)
        return text, bool(text) and not text.startswith('<'), False


def _words(line):
    """A line as words, each with the blanks after it."""
    words, start = [], 0
    while start < len(line):
        end = start
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        words.append(line[start:end])
        start = end
    return words


def _wrapped_bytes(value, width, allowance):
    current, last = b'', len(value) // 4 * 4
    for at in range(0, len(value), 4):
        part = value[at:at + 4]
        candidate = current + part
        if at == last:
            width -= allowance
        if len(repr(candidate)) > width:
            if current:
                yield repr(current)
            current = part
        else:
            current = candidate
    if current:
        yield repr(current)


def _ways():
    from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
    from types import MappingProxyType, SimpleNamespace
    P = PrettyPrinter
    return {dict.__repr__: P._dict, OrderedDict.__repr__: P._ordered_dict, list.__repr__: P._list,
            tuple.__repr__: P._tuple, set.__repr__: P._set, frozenset.__repr__: P._set, str.__repr__: P._str,
            bytes.__repr__: P._bytes, SimpleNamespace.__repr__: P._namespace, defaultdict.__repr__: P._default_dict,
            Counter.__repr__: P._counter, deque.__repr__: P._deque, MappingProxyType.__repr__: P._mapping_proxy,
            ChainMap.__repr__: P._chain_map, UserDict.__repr__: P._data, UserList.__repr__: P._data,
            UserString.__repr__: P._data, bytearray.__repr__: P._bytearray}


PrettyPrinter._ways = _ways()


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Prints a value laid out over lines."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,  #: 51 printer = «PrettyPrinter(⏎    stream=stream, indent=indent, width=width, depth=depth,⏎    compact=compact, sort_dicts=sort_dicts,⏎    underscore_numbers=underscore_numbers)»
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, _io.StringIO(), compact=compact, sort_dicts=sort_dicts,  #: 60 return «PrettyPrinter(indent=indent, width=width, depth=depth,⏎                     compact=compact, sort_dicts=sort_dicts,⏎                     underscore_numbers=underscore_numbers)».pformat(object)
                         underscore_numbers=underscore_numbers).pformat(object)  #: 62


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)  #: 66


def saferepr(object):
    return PrettyPrinter().format(object, {}, 0, 0)[0]


def isreadable(object):
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    return PrettyPrinter().isrecursive(object)
