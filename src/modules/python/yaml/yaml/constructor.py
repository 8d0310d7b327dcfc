"""Makes values of nodes."""
import re
from types import GeneratorType

from yaml.error import MarkedYAMLError
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

_YAML = 'tag:yaml.org,2002:'
_BOOLS = {'yes': True, 'no': False, 'true': True, 'false': False, 'on': True, 'off': False}
_MOMENT = re.compile(r'(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.(\d*))?'
                     r'(?:[ \t]*(?:(Z)|([-+])(\d\d?)(?::(\d\d))?))?)?$')


class ConstructorError(MarkedYAMLError):
    """Nodes that no value can be made of."""


class BaseConstructor:
    """Makes values of nodes by their kinds."""
    yaml_constructors, yaml_multi_constructors = {}, {}

    def __init__(self):
        self.constructed_objects, self.recursive_objects = {}, {}
        self.state_generators, self.deep_construct = [], False

    @classmethod
    def add_constructor(cls, tag, constructor):
        if 'yaml_constructors' not in cls.__dict__:
            cls.yaml_constructors = dict(cls.yaml_constructors)
        cls.yaml_constructors[tag] = constructor

    @classmethod
    def add_multi_constructor(cls, tag_prefix, multi_constructor):
        if 'yaml_multi_constructors' not in cls.__dict__:
            cls.yaml_multi_constructors = dict(cls.yaml_multi_constructors)
        cls.yaml_multi_constructors[tag_prefix] = multi_constructor

    def check_data(self):
        return self.check_node()

    def get_data(self):
        return self.construct_document(self.get_node()) if self.check_node() else None

    def get_single_data(self):
        node = self.get_single_node()
        return None if node is None else self.construct_document(node)

    def construct_document(self, node):
        data = self.construct_object(node)
        # What is in a value comes after the value, which it may lead back to.
        while self.state_generators:
            going, self.state_generators = self.state_generators, []
            for generator in going:
                for _ in generator:
                    pass
        self.constructed_objects, self.recursive_objects, self.deep_construct = {}, {}, False
        return data

    def construct_object(self, node, deep=False):
        """The value of a node: the same for all aliases of it; `deep`: with all that is in it."""
        if node in self.constructed_objects:
            return self.constructed_objects[node]
        before = self.deep_construct
        if deep:
            self.deep_construct = True
        if node in self.recursive_objects:
            raise ConstructorError(None, None, 'found unconstructable recursive node', node.start_mark)
        self.recursive_objects[node] = None
        data = self._constructed(node)
        if isinstance(data, GeneratorType):
            generator, data = data, next(data)
            if self.deep_construct:
                for _ in generator:
                    pass
            else:
                self.state_generators.append(generator)
        self.constructed_objects[node] = data
        del self.recursive_objects[node]
        if deep:
            self.deep_construct = before
        return data

    def _constructed(self, node):
        one, many = self.yaml_constructors, self.yaml_multi_constructors
        if node.tag in one:
            return one[node.tag](self, node)
        for prefix, constructor in many.items():
            if prefix is not None and node.tag.startswith(prefix):
                return constructor(self, node.tag[len(prefix):], node)
        if None in many:
            return many[None](self, node.tag, node)
        if None in one:
            return one[None](self, node)
        return getattr(self, f'construct_{node.id}')(node)

    def _kind(self, node, kind, name):
        if not isinstance(node, kind):
            raise ConstructorError(None, None, f'expected a {name} node, but found {node.id}', node.start_mark)

    def construct_scalar(self, node):
        self._kind(node, ScalarNode, 'scalar')
        return node.value

    def construct_sequence(self, node, deep=False):
        self._kind(node, SequenceNode, 'sequence')
        return [self.construct_object(one, deep=deep) for one in node.value]

    def construct_mapping(self, node, deep=False):
        self._kind(node, MappingNode, 'mapping')
        made = {}
        for key_node, value_node in node.value:
            key = self.construct_object(key_node, deep=deep)
            if getattr(type(key), '__hash__', None) is None:
                raise ConstructorError('while constructing a mapping', node.start_mark, 'found unhashable key', key_node.start_mark)
            made[key] = self.construct_object(value_node, deep=deep)
        return made

    def construct_pairs(self, node, deep=False):
        self._kind(node, MappingNode, 'mapping')
        return [(self.construct_object(key, deep=deep), self.construct_object(value, deep=deep)) for key, value in node.value]


class SafeConstructor(BaseConstructor):
    """Makes plain values."""

    def construct_scalar(self, node):
        if isinstance(node, MappingNode):
            for key, value in node.value:
                if key.tag == _YAML + 'value':
                    return self.construct_scalar(value)
        return super().construct_scalar(node)

    def flatten_mapping(self, node):
        """Puts the pairs of mappings that are merged before those of the node."""
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
        else:
            node.value = rest

    def _merged(self, node, value):
        if isinstance(value, MappingNode):
            self.flatten_mapping(value)
            return value.value
        if not isinstance(value, SequenceNode):
            raise ConstructorError('while constructing a mapping', node.start_mark,
                                   f'expected a mapping or list of mappings for merging, but found {value.id}', value.start_mark)
        found = []
        for one in value.value:
            if not isinstance(one, MappingNode):
                raise ConstructorError('while constructing a mapping', node.start_mark,
                                       f'expected a mapping for merging, but found {one.id}', one.start_mark)
            self.flatten_mapping(one)
            found.insert(0, one.value)
        return [pair for pairs in found for pair in pairs]

    def construct_mapping(self, node, deep=False):
        if isinstance(node, MappingNode):
            self.flatten_mapping(node)
        return super().construct_mapping(node, deep=deep)

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

    def _pairs(self, node, doing):
        found = []
        yield found
        if not isinstance(node, SequenceNode):
            raise ConstructorError(doing, node.start_mark, f'expected a sequence, but found {node.id}', node.start_mark)
        for one in node.value:
            if not isinstance(one, MappingNode):
                raise ConstructorError(doing, node.start_mark, f'expected a mapping of length 1, but found {one.id}', one.start_mark)
            if len(one.value) != 1:
                raise ConstructorError(doing, node.start_mark, f'expected a single mapping item, but found {len(one.value)} items',
                                       one.start_mark)
            key, value = one.value[0]
            key = self.construct_object(key)
            found.append((key, self.construct_object(value)))

    def construct_yaml_omap(self, node):
        return self._pairs(node, 'while constructing an ordered map')

    def construct_yaml_pairs(self, node):
        return self._pairs(node, 'while constructing pairs')

    def construct_yaml_set(self, node):
        made = set()
        yield made
        made.update(self.construct_mapping(node))

    def construct_yaml_str(self, node):
        return self.construct_scalar(node)

    def construct_yaml_seq(self, node):
        made = []
        yield made
        made.extend(self.construct_sequence(node))

    def construct_yaml_map(self, node):
        made = {}
        yield made
        made.update(self.construct_mapping(node))

    def construct_undefined(self, node):
        raise ConstructorError(None, None, f'could not determine a constructor for the tag {node.tag!r}', node.start_mark)

    def construct_yaml_object(self, node, cls):
        made = cls.__new__(cls)
        yield made
        if hasattr(made, '__setstate__'):
            made.__setstate__(self.construct_mapping(node, deep=True))
        else:
            made.__dict__.update(self.construct_mapping(node))


def _sixties(parts):
    value = 0
    for part in parts:
        value = value * 60 + part
    return value


for _name in 'null bool int float binary timestamp omap pairs set str seq map'.split():
    SafeConstructor.add_constructor(_YAML + _name, getattr(SafeConstructor, f'construct_yaml_{_name}'))
SafeConstructor.add_constructor(None, SafeConstructor.construct_undefined)


class FullConstructor(SafeConstructor):
    """Makes plain values, tuples and what modules that are there have."""
    _imports = False

    def construct_python_str(self, node):
        return self.construct_scalar(node)

    def construct_python_unicode(self, node):
        return self.construct_scalar(node)

    def construct_python_long(self, node):
        return self.construct_yaml_int(node)

    def construct_python_bytes(self, node):
        return self.construct_yaml_binary(node)

    def construct_python_complex(self, node):
        return complex(self.construct_scalar(node))

    def construct_python_tuple(self, node):
        return tuple(self.construct_sequence(node))

    def find_python_module(self, name, mark):
        return self._module(name, 'module', name, mark)

    def _module(self, name, what, asked, mark):
        import sys
        doing = f'while constructing a Python {what}'
        if not asked:
            raise ConstructorError(doing, mark, 'expected non-empty name appended to the tag', mark)
        if self._imports:
            try:
                __import__(name)
            except ImportError as error:
                raise ConstructorError(doing, mark, f'cannot find module {name!r} ({error})', mark)
        if name not in sys.modules:
            raise ConstructorError(doing, mark, f'module {name!r} is not imported', mark)
        return sys.modules[name]

    def find_python_name(self, name, mark):
        module, dot, last = name.rpartition('.')
        module = self._module(module if dot else 'builtins', 'object', name, mark)
        if not hasattr(module, last):
            raise ConstructorError('while constructing a Python object', mark,
                                   f'cannot find {last!r} in the module {module.__name__!r}', mark)
        return getattr(module, last)

    def _without_value(self, node, what):
        value = self.construct_scalar(node)
        if value:
            raise ConstructorError(f'while constructing a Python {what}', node.start_mark,
                                   f'expected the empty value, but found {value!r}', node.start_mark)

    def construct_python_name(self, suffix, node):
        self._without_value(node, 'name')
        return self.find_python_name(suffix, node.start_mark)

    def construct_python_module(self, suffix, node):
        self._without_value(node, 'module')
        return self.find_python_module(suffix, node.start_mark)

    def make_python_instance(self, suffix, node, args=None, kwds=None, newobj=False):
        cls = self.find_python_name(suffix, node.start_mark)
        if not self._imports and not isinstance(cls, type):
            raise ConstructorError('while constructing a Python instance', node.start_mark,
                                   f'expected a class, but found {type(cls)!r}', node.start_mark)
        make, args = (cls.__new__, [cls, *(args or ())]) if newobj and isinstance(cls, type) else (cls, args or ())
        return make(*args, **(kwds or {}))

    def get_state_keys_blacklist(self):
        return ['^extend$', '^__.*__$']

    def check_state_key(self, key):
        if re.match('|'.join(self.get_state_keys_blacklist()), key):
            raise ConstructorError(None, None, f'blacklisted key {key!r} in instance state found', None)

    def set_python_instance_state(self, instance, state):
        if hasattr(instance, '__setstate__'):
            instance.__setstate__(state)
            return
        state, slots = state if isinstance(state, tuple) and len(state) == 2 else (state, {})
        if not hasattr(instance, '__dict__'):
            state, slots = {}, {**slots, **(state or {})}
        for key in () if self._imports else (*(state or ()), *slots):
            self.check_state_key(key)
        if hasattr(instance, '__dict__'):
            instance.__dict__.update(state)
        for key, value in slots.items():
            setattr(instance, key, value)

    def construct_python_object(self, suffix, node):
        made = self.make_python_instance(suffix, node, newobj=True)
        yield made
        self.set_python_instance_state(made, self.construct_mapping(node, deep=hasattr(made, '__setstate__')))

    def construct_python_object_apply(self, suffix, node, newobj=False):
        if isinstance(node, SequenceNode):
            told = {'args': self.construct_sequence(node, deep=True)}
        else:
            told = self.construct_mapping(node, deep=True)
        made = self.make_python_instance(suffix, node, told.get('args', []), told.get('kwds', {}), newobj)
        if told.get('state'):
            self.set_python_instance_state(made, told['state'])
        if told.get('listitems'):
            made.extend(told['listitems'])
        for key, value in (told.get('dictitems') or {}).items():
            made[key] = value
        return made

    def construct_python_object_new(self, suffix, node):
        return self.construct_python_object_apply(suffix, node, newobj=True)


for _name, _method in {
        'none': 'yaml_null', 'bool': 'yaml_bool', 'str': 'python_str', 'unicode': 'python_unicode', 'bytes': 'python_bytes',
        'int': 'yaml_int', 'long': 'python_long', 'float': 'yaml_float', 'complex': 'python_complex', 'list': 'yaml_seq',
        'tuple': 'python_tuple', 'dict': 'yaml_map'}.items():
    FullConstructor.add_constructor(f'{_YAML}python/{_name}', getattr(FullConstructor, f'construct_{_method}'))
FullConstructor.add_multi_constructor(_YAML + 'python/name:', FullConstructor.construct_python_name)


class UnsafeConstructor(FullConstructor):
    """Makes what a dumper writes of classes of the program."""
    _imports = True


for _name in ('module', 'object', 'object/new', 'object/apply'):
    UnsafeConstructor.add_multi_constructor(f'{_YAML}python/{_name}:',
                                            getattr(UnsafeConstructor, f'construct_python_{_name.replace("/", "_")}'))


class Constructor(UnsafeConstructor):
    """Makes what UnsafeConstructor makes."""
