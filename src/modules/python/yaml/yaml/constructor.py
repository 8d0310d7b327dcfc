"""Makes values of nodes."""
import re

from yaml.composer import Composer
from yaml.error import MarkedYAMLError
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

_YAML = 'tag:yaml.org,2002:'
_BOOLS = {'yes': True, 'no': False, 'true': True, 'false': False, 'on': True, 'off': False}
_MOMENT = re.compile(r'(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?'
                     r'(?:[ \t]*(?:(Z)|([-+])(\d\d?)(?::(\d\d))?))?)?$')


class ConstructorError(MarkedYAMLError):
    """Nodes that no value can be made of."""


class BaseLoader:
    """Reads documents; all scalars are strings."""
    yaml_constructors, yaml_multi_constructors, yaml_resolvers = {}, {}, ()
    _plain = True

    def __init__(self, stream):
        name, shown = '<unicode string>', True
        if isinstance(stream, bytes):
            stream, name = stream.decode('utf-16' if stream[:2] in (b'\xff\xfe', b'\xfe\xff') else 'utf-8'), '<byte string>'
        elif not isinstance(stream, str):
            name, shown = getattr(stream, 'name', '<file>'), False
            stream = stream.read()
            stream = stream.decode() if isinstance(stream, bytes) else stream
        self._composer, self._made, self._making = Composer(stream, name, shown, self.yaml_resolvers), {}, {}

    @classmethod
    def _own(cls, name, key, value):
        setattr(cls, name, {**getattr(cls, name), key: value})

    @classmethod
    def add_constructor(cls, tag, constructor):
        cls._own('yaml_constructors', tag, constructor)

    @classmethod
    def add_multi_constructor(cls, tag_prefix, multi_constructor):
        cls._own('yaml_multi_constructors', tag_prefix, multi_constructor)

    @classmethod
    def add_implicit_resolver(cls, tag, regexp, first):
        cls.yaml_resolvers = (*cls.yaml_resolvers, (tag, None if first is None else ''.join(first), re.compile(regexp).match))

    def check_data(self):
        return self._composer.more()

    def get_data(self):
        return self._document(self._composer.document()) if self.check_data() else None

    def get_single_node(self):
        return self._composer.single()

    def get_single_data(self):
        node = self._composer.single()
        return None if node is None else self._document(node)

    def dispose(self):
        """There is nothing to close."""

    def _document(self, node):
        self._made, self._making = {}, {}
        return self.construct_object(node, deep=True)

    def construct_object(self, node, deep=False):
        """The value of a node: the same for all aliases of it."""
        if id(node) in self._made:
            return self._made[id(node)]
        if id(node) in self._making:
            raise ConstructorError(None, None, 'found unconstructable recursive node', node.start_mark)
        self._making[id(node)] = node
        value = self._constructor(node)
        self._made[id(node)] = value
        del self._making[id(node)]
        return value

    def _constructor(self, node):
        found = self.yaml_constructors.get(node.tag)
        if found is not None:
            return found(self, node)
        for prefix, constructor in self.yaml_multi_constructors.items():
            if prefix is not None and node.tag.startswith(prefix):
                return constructor(self, node.tag[len(prefix):], node)
        if None in self.yaml_multi_constructors:
            return self.yaml_multi_constructors[None](self, node.tag, node)
        if None in self.yaml_constructors:
            return self.yaml_constructors[None](self, node)
        if isinstance(node, ScalarNode):
            return self.construct_scalar(node)
        return self._sequence(node) if isinstance(node, SequenceNode) else self._mapping(node)

    def _kind(self, node, kind, name):
        if not isinstance(node, kind):
            raise ConstructorError(None, None, f'expected a {name} node, but found {node.id}', node.start_mark)

    def construct_scalar(self, node):
        if isinstance(node, MappingNode):
            for key, value in node.value:
                if key.tag == _YAML + 'value':
                    return self.construct_scalar(value)
        self._kind(node, ScalarNode, 'scalar')
        return node.value

    def construct_sequence(self, node, deep=False):
        self._kind(node, SequenceNode, 'sequence')
        return [self.construct_object(one, deep=deep) for one in node.value]

    def construct_mapping(self, node, deep=False):
        self._flatten(node)
        return self._fill({}, node)

    def construct_pairs(self, node, deep=False):
        self._kind(node, MappingNode, 'mapping')
        return [(self.construct_object(key), self.construct_object(value)) for key, value in node.value]

    def _flatten(self, node):
        """Nothing is merged."""

    def _fill(self, made, node):
        self._kind(node, MappingNode, 'mapping')
        for key_node, value_node in node.value:
            key = self.construct_object(key_node, deep=True)
            try:
                hash(key)
            except TypeError:
                raise ConstructorError('while constructing a mapping', node.start_mark, 'found unhashable key', key_node.start_mark)
            made[key] = self.construct_object(value_node)
        return made

    def _sequence(self, node):
        # It is there before what is in it, which may lead back to it.
        made = self._made[id(node)] = []
        made += self.construct_sequence(node)
        return made

    def _mapping(self, node):
        made = self._made[id(node)] = {}
        self._flatten(node)
        return self._fill(made, node)


class SafeLoader(BaseLoader):
    """Reads documents of plain values."""

    def _flatten(self, node):
        self._kind(node, MappingNode, 'mapping')
        merged, rest = [], []
        for key, value in node.value:
            if key.tag == _YAML + 'merge':
                merged += self._merged(node, value)
            else:
                if key.tag == _YAML + 'value':
                    key.tag = _YAML + 'str'
                rest.append((key, value))
        if merged:
            node.value = merged + rest

    def _merged(self, node, value):
        if isinstance(value, MappingNode):
            self._flatten(value)
            return value.value
        if not isinstance(value, SequenceNode):
            raise ConstructorError('while constructing a mapping', node.start_mark,
                                   f'expected a mapping or list of mappings for merging, but found {value.id}', value.start_mark)
        found = []
        for one in value.value:
            if not isinstance(one, MappingNode):
                raise ConstructorError('while constructing a mapping', node.start_mark,
                                       f'expected a mapping for merging, but found {one.id}', one.start_mark)
            self._flatten(one)
            found.insert(0, one.value)
        return [pair for pairs in found for pair in pairs]

    def construct_yaml_null(self, node):
        self.construct_scalar(node)

    def construct_yaml_bool(self, node):
        return _BOOLS[self.construct_scalar(node).lower()]

    def construct_yaml_int(self, node):
        text = self.construct_scalar(node).replace('_', '')
        sign, digits = (-1 if text[:1] == '-' else 1), text.lstrip('+-') if text[:1] in '+-' else text
        if digits[:2] in ('0b', '0x'):
            return sign * int(digits[2:], 2 if digits[1] == 'b' else 16)
        if ':' in digits:
            return sign * _sixties([int(part) for part in digits.split(':')])
        return sign * int(digits, 8 if digits[0] == '0' and digits != '0' else 10)

    def construct_yaml_float(self, node):
        text = self.construct_scalar(node).replace('_', '').lower()
        sign, digits = (-1 if text[:1] == '-' else 1), text[1:] if text[:1] in ('+', '-') else text
        if digits in ('.inf', '.nan'):
            return sign * float(digits[1:])
        if ':' in digits:
            return sign * _sixties([float(part) for part in digits.split(':')])
        return sign * float(digits)

    def construct_yaml_binary(self, node):
        from base64 import decodebytes
        from binascii import Error
        try:
            return decodebytes(self.construct_scalar(node).encode('ascii'))
        except (UnicodeEncodeError, Error) as error:
            what = 'failed to convert base64 data into ascii' if isinstance(error, UnicodeEncodeError) else 'failed to decode base64 data'
            raise ConstructorError(None, None, f'{what}: {error}', node.start_mark)

    def construct_yaml_timestamp(self, node):
        from datetime import date, datetime, timedelta, timezone
        year, month, day, hour, minute, second, part, utc, sign, hours, minutes = _MOMENT.match(self.construct_scalar(node)).groups()
        if hour is None:
            return date(int(year), int(month), int(day))
        zone = timezone.utc if utc else None
        if sign:
            zone = timezone(timedelta(hours=int(hours), minutes=int(minutes or 0)) * (-1 if sign == '-' else 1))
        fraction = int((part or '')[:6].ljust(6, '0'))
        return datetime(int(year), int(month), int(day), int(hour), int(minute), int(second), fraction, tzinfo=zone)

    def construct_yaml_omap(self, node):
        self._kind(node, SequenceNode, 'sequence')
        return [pair for one in node.value for pair in self.construct_pairs(one)]

    construct_yaml_pairs = construct_yaml_omap

    def construct_yaml_set(self, node):
        return set(self.construct_mapping(node))

    def construct_yaml_str(self, node):
        return self.construct_scalar(node)

    def construct_yaml_seq(self, node):
        return self._sequence(node)

    def construct_yaml_map(self, node):
        return self._mapping(node)

    def construct_undefined(self, node):
        raise ConstructorError(None, None, f'could not determine a constructor for the tag {node.tag!r}', node.start_mark)

    def construct_yaml_object(self, node, cls):
        made = cls.__new__(cls)
        self._made[id(node)] = made
        state = self.construct_mapping(node, deep=True)
        if hasattr(made, '__setstate__'):
            made.__setstate__(state)
        else:
            made.__dict__.update(state)
        return made


def _sixties(parts):
    value = 0
    for part in parts:
        value = value * 60 + part
    return value


for _name in 'null bool int float binary timestamp omap pairs set str seq map'.split():
    SafeLoader.add_constructor(_YAML + _name, getattr(SafeLoader, f'construct_yaml_{_name}'))
SafeLoader.add_constructor(None, SafeLoader.construct_undefined)


class FullLoader(SafeLoader):
    """Reads documents of plain values, and tuples."""

    def construct_python_tuple(self, node):
        return tuple(self.construct_sequence(node))


for _name in 'bool int float str'.split():
    FullLoader.add_constructor(f'{_YAML}python/{_name}', getattr(FullLoader, f'construct_yaml_{_name}'))
for _name, _method in {'none': 'null', 'list': 'seq', 'dict': 'map', 'bytes': 'binary'}.items():
    FullLoader.add_constructor(f'{_YAML}python/{_name}', getattr(FullLoader, f'construct_yaml_{_method}'))
FullLoader.add_constructor(_YAML + 'python/tuple', FullLoader.construct_python_tuple)


class UnsafeLoader(FullLoader):
    """Reads what a dumper writes of classes of the program."""

    def construct_python_object(self, suffix, node):
        import sys
        module, _, name = suffix.rpartition('.')
        try:
            __import__(module)
            found = getattr(sys.modules[module], name)
        except (ImportError, ValueError, AttributeError) as error:
            raise ConstructorError('while constructing a Python object', node.start_mark, f'cannot find {name!r}: {error}',
                                   node.start_mark)
        return self.construct_yaml_object(node, found)


UnsafeLoader.add_multi_constructor(_YAML + 'python/object:', UnsafeLoader.construct_python_object)


class Loader(UnsafeLoader):
    """Reads what UnsafeLoader reads."""
