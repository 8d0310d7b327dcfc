"""Makes nodes of values, and text of nodes."""
import re

from yaml.composer import resolve
from yaml.emitter import Emitter
from yaml.error import YAMLError
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

_YAML = 'tag:yaml.org,2002:'


class RepresenterError(YAMLError):
    """Values that no node can be made of."""


def _of_emitter(name):
    def get(self):
        return getattr(self.emitter, name)

    def set(self, value):
        setattr(self.emitter, name, value)
    return property(get, set)


class SafeDumper:
    """Writes documents of plain values."""
    yaml_representers, yaml_multi_representers, yaml_resolvers = {}, {}, ()

    def __init__(self, stream, default_style=None, default_flow_style=False, canonical=None, indent=None, width=None,
                 allow_unicode=None, line_break=None, encoding=None, explicit_start=None, explicit_end=None, version=None,
                 tags=None, sort_keys=True):
        self.default_style, self.default_flow_style, self.sort_keys = default_style, default_flow_style, sort_keys
        self.explicit_start, self.explicit_end = explicit_start, explicit_end
        self.emitter = Emitter(self, stream, indent, width, allow_unicode, line_break,
                               lambda text: resolve(text, self.yaml_resolvers))
        self._nodes, self._kept, self._first = {}, [], True

    @classmethod
    def add_representer(cls, data_type, representer):
        cls.yaml_representers = {**cls.yaml_representers, data_type: representer}

    @classmethod
    def add_multi_representer(cls, data_type, representer):
        cls.yaml_multi_representers = {**cls.yaml_multi_representers, data_type: representer}

    @classmethod
    def add_implicit_resolver(cls, tag, regexp, first):
        cls.yaml_resolvers = (*cls.yaml_resolvers, (tag, None if first is None else ''.join(first), re.compile(regexp).match))

    indent, indents, best_indent, column, flow_level, stream = map(_of_emitter, (
        'indent', 'indents', 'best_indent', 'column', 'flow', 'stream'))

    def increase_indent(self, flow=False, indentless=False):
        """Goes deeper, for what is within a collection or a scalar."""
        self.emitter.increase_indent(flow, indentless)

    def write_line_break(self, data=None):
        """Ends a line."""
        self.emitter.write_line_break(data)

    def ignore_aliases(self, data):
        return data is None or isinstance(data, tuple) and data == () or isinstance(data, (str, bytes, bool, int, float))

    def represent(self, data):
        """Writes a document."""
        self._nodes, self._kept = {}, []
        node = self.represent_data(data)
        self.emitter.document(node, self._first, self.explicit_start, self.explicit_end)
        self._first = False

    def represent_data(self, data):
        """The node of a value: the same for the same object."""
        key = None if self.ignore_aliases(data) else id(data)
        if key is not None:
            if key in self._nodes:
                return self._nodes[key]
            self._kept.append(data)
        self._key = key
        types = type(data).__mro__
        found = self.yaml_representers.get(types[0])
        if found is None:
            found = next((self.yaml_multi_representers[one] for one in types if one in self.yaml_multi_representers), None)
        if found is None:
            found = self.yaml_representers.get(None, type(self).represent_undefined)
        return found(self, data)

    def _kept_as(self, node):
        if self._key is not None:
            self._nodes[self._key] = node
        return node

    def represent_scalar(self, tag, value, style=None):
        return self._kept_as(ScalarNode(tag, value, style=self.default_style if style is None else style))

    def represent_sequence(self, tag, sequence, flow_style=None):
        node, plain = self._kept_as(SequenceNode(tag, [], flow_style=flow_style)), True
        for one in sequence:
            one = self.represent_data(one)
            plain = plain and isinstance(one, ScalarNode) and not one.style
            node.value.append(one)
        return self._flowing(node, flow_style, plain)

    def represent_mapping(self, tag, mapping, flow_style=None):
        node, plain = self._kept_as(MappingNode(tag, [], flow_style=flow_style)), True
        if hasattr(mapping, 'items'):
            mapping = list(mapping.items())
            if self.sort_keys:
                try:
                    mapping = sorted(mapping)
                except TypeError:
                    pass
        for pair in mapping:
            key, value = map(self.represent_data, pair)
            plain = plain and all(isinstance(one, ScalarNode) and not one.style for one in (key, value))
            node.value.append((key, value))
        return self._flowing(node, flow_style, plain)

    def _flowing(self, node, flow_style, plain):
        if flow_style is None:
            node.flow_style = plain if self.default_flow_style is None else self.default_flow_style
        return node

    def represent_none(self, data):
        return self.represent_scalar(_YAML + 'null', 'null')

    def represent_str(self, data):
        return self.represent_scalar(_YAML + 'str', data)

    def represent_binary(self, data):
        from base64 import encodebytes
        return self.represent_scalar(_YAML + 'binary', encodebytes(data).decode('ascii'), style='|')

    def represent_bool(self, data):
        return self.represent_scalar(_YAML + 'bool', 'true' if data else 'false')

    def represent_int(self, data):
        return self.represent_scalar(_YAML + 'int', str(data))

    def represent_float(self, data):
        if data != data:
            text = '.nan'
        elif data in (float('inf'), -float('inf')):
            text = '.inf' if data > 0 else '-.inf'
        else:
            text = repr(data).lower()
            if '.' not in text and 'e' in text:
                text = text.replace('e', '.0e', 1)
        return self.represent_scalar(_YAML + 'float', text)

    def represent_list(self, data):
        return self.represent_sequence(_YAML + 'seq', data)

    def represent_dict(self, data):
        return self.represent_mapping(_YAML + 'map', data)

    def represent_set(self, data):
        return self.represent_mapping(_YAML + 'set', dict.fromkeys(data))

    def represent_date(self, data):
        return self.represent_scalar(_YAML + 'timestamp', data.isoformat())

    def represent_datetime(self, data):
        return self.represent_scalar(_YAML + 'timestamp', data.isoformat(' '))

    def represent_undefined(self, data):
        kind = type(data)
        if kind.__module__ == 'datetime' and kind.__name__ in ('date', 'datetime'):
            return self.represent_datetime(data) if kind.__name__ == 'datetime' else self.represent_date(data)
        raise RepresenterError('cannot represent an object', data)

    def represent_yaml_object(self, tag, data, cls, flow_style=None):
        state = data.__getstate__() if '__getstate__' in dir(type(data)) and type(data).__getstate__ is not object.__getstate__ else (
            data.__dict__.copy())
        return self.represent_mapping(tag, state, flow_style=flow_style)


for _types, _method in {(type(None),): 'none', (str,): 'str', (bytes,): 'binary', (bool,): 'bool', (int,): 'int', (float,): 'float',
                        (list, tuple): 'list', (dict,): 'dict', (set,): 'set'}.items():
    for _type in _types:
        SafeDumper.add_representer(_type, getattr(SafeDumper, f'represent_{_method}'))


class Dumper(SafeDumper):
    """Writes documents of values, tuples and objects of the program's classes."""

    def represent_tuple(self, data):
        return self.represent_sequence(_YAML + 'python/tuple', data)

    def represent_complex(self, data):
        text = repr(data.real) if data.imag == 0.0 else f'{data.imag!r}j' if data.real == 0.0 else f'{data.real!r}{data.imag:+}j'
        return self.represent_scalar(_YAML + 'python/complex', text)

    def represent_name(self, data):
        return self.represent_scalar(f'{_YAML}python/name:{data.__module__}.{data.__name__}', '')

    def represent_undefined(self, data):
        kind = type(data)
        if kind.__module__ in ('datetime', 'builtins') or not hasattr(data, '__dict__'):
            return super().represent_undefined(data)
        if kind.__reduce_ex__ is not object.__reduce_ex__ or kind.__reduce__ is not object.__reduce__ or isinstance(
                data, (dict, list, tuple, type, BaseException)) or hasattr(kind, '__slots__'):
            raise RepresenterError('cannot represent an object', data)
        tag = f'{_YAML}python/object:{kind.__module__}.{kind.__name__}'
        return self.represent_mapping(tag, data.__getstate__() or {})


Dumper.add_representer(tuple, Dumper.represent_tuple)
Dumper.add_representer(complex, Dumper.represent_complex)
for _type in type, type(len), type(_of_emitter):
    Dumper.add_representer(_type, Dumper.represent_name)
