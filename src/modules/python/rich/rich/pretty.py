"""Containers and classes of fields, spread over lines where they do not fit into one."""
import builtins
import dataclasses
import os
import reprlib
import sys
from collections import Counter, UserDict, UserList, defaultdict, deque, namedtuple
from itertools import islice
from types import MappingProxyType

from rich.cells import cell_len
from rich.highlighter import ReprHighlighter
from rich.measure import Measurement
from rich.text import Text

_ANY_NAME = '_an_attribute_that_nobody_has_unless_all_are_made_up'
_TUPLE_REPR = namedtuple('_Nothing', []).__repr__.__code__


def _of_deque(one):
    end = '' if one.maxlen is None else f'maxlen={one.maxlen}'
    return 'deque([', f'], {end})' if end else '])', f'deque({end})'


# What stands before and behind what a container holds, and what stands for an empty one.
_BRACES = {
    os._Environ: lambda one: ('environ({', '})', 'environ({})'),
    defaultdict: lambda one: (f'defaultdict({one.default_factory!r}, {{', '})', f'defaultdict({one.default_factory!r}, {{}})'),
    Counter: lambda one: ('Counter({', '})', 'Counter()'),
    deque: _of_deque,
    dict: lambda one: ('{', '}', '{}'),
    UserDict: lambda one: ('{', '}', '{}'),
    frozenset: lambda one: ('frozenset({', '})', 'frozenset()'),
    list: lambda one: ('[', ']', '[]'),
    UserList: lambda one: ('[', ']', '[]'),
    set: lambda one: ('{', '}', 'set()'),
    tuple: lambda one: ('(', ')', '()'),
    MappingProxyType: lambda one: ('mappingproxy({', '})', 'mappingproxy({})'),
}
_MAPPINGS = dict, os._Environ, MappingProxyType, UserDict


def _containers():
    """The types of containers; arrays are among them where the program has them."""
    module = sys.modules.get('array')
    if module is not None and module.array not in _BRACES:
        _BRACES[module.array] = lambda one: (f'array({one.typecode!r}, [', '])', f'array({one.typecode!r})')
    return tuple(_BRACES)


def _is(one, types):
    try:
        return isinstance(one, types)
    except Exception:
        return False


def _attr():
    """The module attr, where the program has it."""
    return sys.modules.get('attr')


def _is_attrs(one):
    return _attr() is not None and hasattr(type(one), '__attrs_attrs__')


def is_expandable(obj):
    """Whether it can be spread over lines."""
    return not isinstance(obj, type) and (
        _is(obj, _containers()) or dataclasses.is_dataclass(obj) or hasattr(obj, '__rich_repr__') or _is_attrs(obj))


class Node:
    """A value as it is shown: its text, or what stands around the nodes in it."""

    def __init__(self, value_repr='', open_brace='', close_brace='', empty='', children=None, separator=', '):
        self.value_repr, self.open_brace, self.close_brace, self.empty = value_repr, open_brace, close_brace, empty
        self.children, self.separator, self.key = children, separator, ''
        self.alone = self.named = False

    @property
    def _ends_with_comma(self):
        return self.alone and len(self.children) == 1

    def __str__(self):
        if self.value_repr:
            text = self.value_repr
        elif self.children:
            inside = str(self.children[0]) + ',' if self._ends_with_comma else self.separator.join(map(str, self.children))
            text = self.open_brace + inside + self.close_brace
        else:
            text = '' if self.children is None else self.empty
        return self.key + text

    def _lines(self, width, indent_size, expand_all, indent='', suffix='', last=False):
        """The lines that this takes; `suffix` stands behind it unless it is the last."""
        whole = str(self)
        fits = len(indent) + cell_len(whole) + len(suffix) <= width
        end = '' if last else suffix.rstrip()
        if not self.children or fits and not expand_all:
            yield indent + whole + end
            return
        yield indent + self.key + self.open_brace
        comma = self._ends_with_comma
        for at, child in enumerate(self.children, 1):
            yield from child._lines(width, indent_size, expand_all, indent + ' ' * indent_size, ',' if comma else self.separator,
                                    at == len(self.children) and not comma)
        yield indent + self.close_brace + end

    def render(self, max_width=80, indent_size=4, expand_all=False):
        return '\n'.join(self._lines(max_width, indent_size, expand_all))


class _Limits:
    """How much is shown, and what is being shown."""

    def __init__(self, length, string, depth):
        self.length, self.string, self.depth, self.seen = length, string, depth, set()

    def repr(self, one):
        if self.string is not None and _is(one, (bytes, str)) and len(one) > self.string:
            return f'{one[:self.string]!r}+{len(one) - self.string}'
        try:
            return repr(one)
        except Exception as error:
            return f'<repr-error {str(error)!r}>'


def _told_parts(parts):
    """What `__rich_repr__` tells: names and values; values that are what they are by default are left out."""
    for part in parts:
        if not _is(part, tuple):
            yield None, part
        elif len(part) == 1:
            yield None, part[0]
        elif len(part) == 2 or len(part) == 3 and part[2] != part[1]:
            yield part[0], part[1]


def _fields_of_attrs(one):
    for field in type(one).__attrs_attrs__:
        if field.repr:
            try:
                value = getattr(one, field.name)
            except Exception as error:
                value = error
            else:
                if callable(field.repr):
                    value = Node(str(field.repr(value)))
            yield field.name, value


def _has_own_repr(one):
    """Whether a data class shows itself in its own way."""
    try:
        return one.__repr__.__code__.co_filename not in (dataclasses.__file__, reprlib.__file__)
    except Exception:
        return True


def _is_namedtuple(one):
    try:
        return isinstance(one, tuple) and isinstance(getattr(one, '_fields', None), tuple)
    except Exception:
        return False


def _fields_of(one):
    """What stands around the fields of an object, and the fields; None: it has none that are told."""
    name = type(one).__name__
    call = f'{name}(', ')', f'{name}()'
    if hasattr(one, _ANY_NAME):
        return None
    if hasattr(one, '__rich_repr__'):
        try:
            parts = one.__rich_repr__()
        except Exception:
            parts = None
        if parts is not None:
            angular = getattr(one.__rich_repr__, 'angular', False)
            return (f'<{name} ', '>', f'<{name}>') if angular else call, list(_told_parts(parts))
    if _is_attrs(one):
        return call, list(_fields_of_attrs(one))
    if dataclasses.is_dataclass(one) and not _has_own_repr(one):
        fields = [field for field in dataclasses.fields(one) if field.repr and hasattr(one, field.name)]
        return call, [(field.name, getattr(one, field.name)) for field in fields]
    if _is_namedtuple(one) and getattr(type(one).__repr__, '__code__', None) is _TUPLE_REPR:
        return call, list(one._asdict().items())
    return None


def _node(one, limits, depth=0):
    if isinstance(one, Node):
        return one
    if id(one) in limits.seen:
        return Node('...')
    too_deep = limits.depth is not None and depth >= limits.depth
    fields = None if isinstance(one, type) else _fields_of(one)
    if fields is None and not _is(one, _containers()):
        return Node(limits.repr(one))
    limits.seen.add(id(one))
    if fields is not None:
        (before, behind, empty), fields = fields
        if too_deep and fields:
            node = Node(f'{before.rstrip()}...{behind}')
        else:
            node = Node('', before, behind, empty, [], ' ' if before[0] == '<' else ', ')
            for name, value in fields:
                child = _node(value, limits, depth + 1)
                child.key = '' if name is None else f'{name}='
                node.children.append(child)
    else:
        node = _container(one, limits, depth, too_deep)
    limits.seen.discard(id(one))
    return node


def _container(one, limits, depth, too_deep):
    kind = next(kind for kind in _BRACES if isinstance(one, kind))
    before, behind, empty = _BRACES[kind](one)
    if too_deep:
        return Node(f'{before}...{behind}')
    if kind.__repr__ != type(one).__repr__:
        return Node(limits.repr(one))
    node = Node('', before, behind, empty, [])
    if isinstance(one, _MAPPINGS):
        for key, value in islice(one.items(), limits.length):
            child = _node(value, limits, depth + 1)
            child.key = f'{limits.repr(key)}: '
            node.children.append(child)
    else:
        node.children = [_node(value, limits, depth + 1) for value in islice(one, limits.length)]
        node.alone = type(one) is tuple
    if limits.length is not None and len(one) > limits.length:
        node.children.append(Node(f'... +{len(one) - limits.length}'))
    return node


def traverse(_object, max_length=None, max_string=None, max_depth=None):
    """The nodes of a value."""
    return _node(_object, _Limits(max_length, max_string, max_depth))


def pretty_repr(_object, *, max_width=80, indent_size=4, max_length=None, max_string=None, max_depth=None, expand_all=False):
    """A value as text, over lines where it does not fit into one."""
    node = traverse(_object, max_length=max_length, max_string=max_string, max_depth=max_depth)
    return node.render(max_width=max_width, indent_size=indent_size, expand_all=expand_all)


class Pretty:
    """Shows a value, over lines where it does not fit into one."""

    def __init__(self, _object, highlighter=None, *, indent_size=4, justify=None, overflow=None, no_wrap=False,
                 indent_guides=False, max_length=None, max_string=None, max_depth=None, expand_all=False, margin=0,
                 insert_line=False):
        self._object, self.highlighter, self.indent_size = _object, highlighter or ReprHighlighter(), indent_size
        self.justify, self.overflow, self.no_wrap, self.indent_guides = justify, overflow, no_wrap, indent_guides
        self.max_length, self.max_string, self.max_depth = max_length, max_string, max_depth
        self.expand_all, self.margin, self.insert_line = expand_all, margin, insert_line

    def _written(self, width):
        return pretty_repr(self._object, max_width=width, indent_size=self.indent_size, max_length=self.max_length,
                           max_string=self.max_string, max_depth=self.max_depth, expand_all=self.expand_all)

    def __rich_console__(self, console, options):
        text = Text.from_ansi(
            self._written(options.max_width - self.margin), justify=self.justify or options.justify, style='pretty',
            overflow=self.overflow or options.overflow, no_wrap=options.no_wrap if self.no_wrap is None else self.no_wrap)
        if text:
            text = self.highlighter(text)
        else:
            text = Text(f'{type(self._object)}.__repr__ returned empty string', style='dim italic')
        if self.indent_guides and not options.ascii_only:
            text = text.with_indent_guides(self.indent_size, style='repr.indent')
        if self.insert_line and '\n' in text:
            yield ''
        yield text

    def __rich_measure__(self, console, options):
        width = max([cell_len(line) for line in self._written(options.max_width).splitlines()], default=0)
        return Measurement(width, width)


def pprint(_object, *, console=None, indent_guides=True, max_length=None, max_string=None, max_depth=None, expand_all=False):
    """Prints a value, over lines where it does not fit into one."""
    from rich import get_console
    (console or get_console()).print(Pretty(
        _object, max_length=max_length, max_string=max_string, max_depth=max_depth, indent_guides=indent_guides,
        expand_all=expand_all, overflow='ignore'), soft_wrap=True)


def install(console=None, overflow='ignore', crop=False, indent_guides=False, max_length=None, max_string=None, max_depth=None,
            expand_all=False):
    """Shows values that way in an interactive session."""
    from rich import get_console
    console = console or get_console()

    def show(value):
        if value is None:
            return
        builtins._ = None
        shown = value if hasattr(value, '__rich__') or hasattr(value, '__rich_console__') else Pretty(
            value, overflow=overflow, indent_guides=indent_guides, max_length=max_length, max_string=max_string,
            max_depth=max_depth, expand_all=expand_all)
        console.print(shown, crop=crop)
        builtins._ = value

    sys.displayhook = show
