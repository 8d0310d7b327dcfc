"""Makes nodes of values."""
import types
from collections import OrderedDict
from datetime import date, datetime

from yaml.error import YAMLError
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

_YAML = 'tag:yaml.org,2002:'


class RepresenterError(YAMLError):
    """Values that no node can be made of."""


class BaseRepresenter:
    """Makes nodes of values as the program says."""
    yaml_representers, yaml_multi_representers = {}, {}

    def __init__(self, default_style=None, default_flow_style=False, sort_keys=True):
        self.default_style, self.default_flow_style, self.sort_keys = default_style, default_flow_style, sort_keys
        self.represented_objects, self.object_keeper, self.alias_key = {}, [], None

    @classmethod
    def add_representer(cls, data_type, representer):
        if 'yaml_representers' not in cls.__dict__:
            cls.yaml_representers = dict(cls.yaml_representers)
        cls.yaml_representers[data_type] = representer

    @classmethod
    def add_multi_representer(cls, data_type, representer):
        if 'yaml_multi_representers' not in cls.__dict__:
            cls.yaml_multi_representers = dict(cls.yaml_multi_representers)
        cls.yaml_multi_representers[data_type] = representer

    def ignore_aliases(self, data):
        return False

    def represent(self, data):
        """Writes a document."""
        self.serialize(self.represent_data(data))
        self.represented_objects, self.object_keeper, self.alias_key = {}, [], None

    def represent_data(self, data):
        """The node of a value: the same for the same object."""
        self.alias_key = None if self.ignore_aliases(data) else id(data)
        if self.alias_key is not None:
            if self.alias_key in self.represented_objects:
                return self.represented_objects[self.alias_key]
            self.object_keeper.append(data)
        kinds, many = type(data).__mro__, self.yaml_multi_representers
        found = self.yaml_representers.get(kinds[0])
        if found is None:
            found = next((many[one] for one in kinds if one in many), None) or many.get(None) or self.yaml_representers.get(None)
        return ScalarNode(None, str(data)) if found is None else found(self, data)

    def _kept_as(self, node):
        if self.alias_key is not None:
            self.represented_objects[self.alias_key] = node
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


class SafeRepresenter(BaseRepresenter):
    """Makes nodes of plain values."""

    def ignore_aliases(self, data):
        return data is None or isinstance(data, tuple) and data == () or isinstance(data, (str, bytes, bool, int, float))

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
        raise RepresenterError('cannot represent an object', data)

    def represent_yaml_object(self, tag, data, cls, flow_style=None):
        return self.represent_mapping(tag, data.__getstate__(), flow_style=flow_style)


for _type, _method in {type(None): 'none', str: 'str', bytes: 'binary', bool: 'bool', int: 'int', float: 'float', list: 'list',
                       tuple: 'list', dict: 'dict', set: 'set', date: 'date', datetime: 'datetime', None: 'undefined'}.items():
    SafeRepresenter.add_representer(_type, getattr(SafeRepresenter, f'represent_{_method}'))


def _named(data):
    return f'{data.__module__}.{data.__name__}'


class Representer(SafeRepresenter):
    """Makes nodes of objects of all classes."""

    def represent_complex(self, data):
        if not data.imag:
            text = repr(data.real)
        elif not data.real:
            text = f'{data.imag!r}j'
        else:
            text = f'{data.real!r}{"+" if data.imag > 0 else ""}{data.imag!r}j'
        return self.represent_scalar(_YAML + 'python/complex', text)

    def represent_tuple(self, data):
        return self.represent_sequence(_YAML + 'python/tuple', data)

    def represent_name(self, data):
        return self.represent_scalar(f'{_YAML}python/name:{_named(data)}', '')

    def represent_module(self, data):
        return self.represent_scalar(f'{_YAML}python/module:{data.__name__}', '')

    def represent_ordered_dict(self, data):
        return self.represent_sequence(f'{_YAML}python/object/apply:{_named(type(data))}', [[list(pair) for pair in data.items()]])

    def represent_object(self, data):
        """What makes the object again: a class or function, its arguments, a state, and what is in it."""
        import copyreg
        reduced = copyreg.dispatch_table.get(type(data))
        if type(data) is bytearray:
            reduced = bytearray, (data.decode('latin-1'), 'latin-1')
        else:
            reduced = data.__reduce_ex__(2) if reduced is None else reduced(data)
        function, args, state, listed, paired = (*reduced, None, None, None)[:5]
        args, state = list(args), {} if state is None else state
        listed, paired = None if listed is None else list(listed), None if paired is None else dict(paired)
        new = function.__name__ == '__newobj__'
        if new:
            function, *args = args
        kind, plain = 'new' if new else 'apply', isinstance(state, dict)
        if new and plain and not args and not listed and not paired:
            return self.represent_mapping(f'{_YAML}python/object:{_named(function)}', state)
        tag = f'{_YAML}python/object/{kind}:{_named(function)}'
        if plain and not state and not listed and not paired:
            return self.represent_sequence(tag, args)
        told = {'args': args, 'state': state, 'listitems': listed, 'dictitems': paired}
        return self.represent_mapping(tag, {name: value for name, value in told.items()
                                            if value or name == 'state' and not plain})


for _type, _method in {complex: 'complex', tuple: 'tuple', OrderedDict: 'ordered_dict', types.FunctionType: 'name',
                       types.BuiltinFunctionType: 'name', types.ModuleType: 'module'}.items():
    Representer.add_representer(_type, getattr(Representer, f'represent_{_method}'))
Representer.add_multi_representer(type, Representer.represent_name)
Representer.add_multi_representer(object, Representer.represent_object)
