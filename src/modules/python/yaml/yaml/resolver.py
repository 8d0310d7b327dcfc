"""What tags nodes have that name none."""
import re

from yaml.error import YAMLError
from yaml.nodes import MappingNode, ScalarNode, SequenceNode

_YAML = 'tag:yaml.org,2002:'
# What plain scalars are, by their first characters.
_PATTERNS = [
    ('bool', 'yYnNtTfFoO', r'yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF'),
    ('float', '-+0123456789.', r'[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?'
     r'|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)'),
    ('int', '-+0123456789', r'[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+'
     r'|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+'),
    ('merge', '<', r'<<'),
    ('null', ['~', 'n', 'N', ''], r'~|null|Null|NULL|'),
    ('timestamp', '0123456789', r'[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}'
     r':[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?'),
    ('value', '=', r'='),
    ('yaml', '!&*', r'!|&|\*'),
]


class ResolverError(YAMLError):
    """Paths that lead nowhere."""


def refused(cls, hooks):
    """Ends a run whose class overrides what is not asked here."""
    for name in hooks.split():
        if name in cls.__dict__:
            from _frames import not_supported
            not_supported(f'yaml: a class that has its own {name}')


class BaseResolver:
    """Knows the kinds of nodes."""
    DEFAULT_SCALAR_TAG, DEFAULT_SEQUENCE_TAG, DEFAULT_MAPPING_TAG = _YAML + 'str', _YAML + 'seq', _YAML + 'map'
    yaml_implicit_resolvers, yaml_path_resolvers = {}, {}

    @classmethod
    def add_implicit_resolver(cls, tag, regexp, first):
        if 'yaml_implicit_resolvers' not in cls.__dict__:
            cls.yaml_implicit_resolvers = {one: list(known) for one, known in cls.yaml_implicit_resolvers.items()}
        for one in [None] if first is None else first:
            cls.yaml_implicit_resolvers.setdefault(one, []).append((tag, regexp))

    @classmethod
    def add_path_resolver(cls, tag, path, kind=None):
        from _frames import not_supported
        not_supported('yaml.add_path_resolver', 'tags in the document')

    def resolve(self, kind, value, implicit):
        """The tag of a node; `implicit`: whether a scalar is plain, and whether it is quoted."""
        if kind is ScalarNode and implicit[0]:
            known = self.yaml_implicit_resolvers
            for tag, regexp in [*known.get(value[:1], ()), *known.get(None, ())]:
                if regexp.match(value):
                    return tag
        return {ScalarNode: self.DEFAULT_SCALAR_TAG, SequenceNode: self.DEFAULT_SEQUENCE_TAG,
                MappingNode: self.DEFAULT_MAPPING_TAG}.get(kind)


class Resolver(BaseResolver):
    """Knows the kinds of plain scalars too."""


for _name, _first, _pattern in _PATTERNS:
    Resolver.add_implicit_resolver(_YAML + _name, re.compile(f'^(?:{_pattern})$'), list(_first))
