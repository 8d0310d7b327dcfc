"""Loaders: each reads values of some kinds."""
from yaml.composer import Composer
from yaml.constructor import BaseConstructor, Constructor, FullConstructor, SafeConstructor, UnsafeConstructor
from yaml.resolver import BaseResolver, Resolver, refused

# What PyYAML asks a loader by events and tokens, which are not here.
_HOOKS = '''ascend_resolver check_event check_resolver_prefix check_token compose_document compose_mapping_node
compose_scalar_node compose_sequence_node descend_resolver determine_encoding forward get_event get_mark get_token
parse_block_mapping_key parse_block_mapping_value parse_block_node parse_document_content parse_document_start
parse_flow_node parse_implicit_document_start parse_node peek peek_event peek_token prefix process_directives
process_empty_scalar scan_anchor scan_block_scalar scan_flow_scalar scan_plain scan_tag scan_to_next_token update update_raw'''
_PLACES = ('column', 'index', 'buffer', 'pointer', 'tokens', *_HOOKS.split())


class _Loading(Composer):
    """Reads documents, and makes values of them."""

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        refused(cls, _HOOKS)

    def __init__(self, stream):
        name, shown, self.stream = '<unicode string>', True, None
        if isinstance(stream, bytes):
            stream, name = stream.decode('utf-16' if stream[:2] in (b'\xff\xfe', b'\xfe\xff') else 'utf-8'), '<byte string>'
        elif not isinstance(stream, str):
            name, shown, self.stream = getattr(stream, 'name', '<file>'), False, stream
            stream = stream.read()
            stream = stream.decode() if isinstance(stream, bytes) else stream
        self.name = name
        Composer.__init__(self, stream, name, shown)
        BaseConstructor.__init__(self)

    def __getattr__(self, name):
        if name in _PLACES:
            from _frames import not_supported
            not_supported(f'yaml: {name} of a loader', 'start_mark of the nodes')
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')

    def dispose(self):
        """There is nothing to close."""


class BaseLoader(_Loading, BaseConstructor, BaseResolver):
    """Reads documents; all scalars are strings."""


class SafeLoader(_Loading, SafeConstructor, Resolver):
    """Reads documents of plain values."""


class FullLoader(_Loading, FullConstructor, Resolver):
    """Reads documents of plain values, and tuples."""


class UnsafeLoader(_Loading, UnsafeConstructor, Resolver):
    """Reads what a dumper writes of classes of the program."""


class Loader(_Loading, Constructor, Resolver):
    """Reads what UnsafeLoader reads."""
