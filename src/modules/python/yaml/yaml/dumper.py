"""Dumpers: each writes values of some kinds."""
from yaml.emitter import Emitter
from yaml.representer import BaseRepresenter, Representer, SafeRepresenter
from yaml.resolver import BaseResolver, Resolver, refused
from yaml.serializer import Serializer

# What PyYAML asks a dumper by events, which are not here.
_HOOKS = '''analyze_scalar anchor_node ascend_resolver check_empty_document check_empty_mapping check_empty_sequence
check_resolver_prefix check_simple_key choose_scalar_style descend_resolver emit expect_alias expect_block_mapping
expect_block_mapping_key expect_block_mapping_simple_value expect_block_mapping_value expect_block_sequence
expect_block_sequence_item expect_document_end expect_document_root expect_document_start expect_first_block_mapping_key
expect_first_block_sequence_item expect_first_document_start expect_first_flow_mapping_key expect_first_flow_sequence_item
expect_flow_mapping expect_flow_mapping_key expect_flow_mapping_simple_value expect_flow_mapping_value expect_flow_sequence
expect_flow_sequence_item expect_node expect_nothing expect_scalar expect_stream_start flush_stream need_events
need_more_events prepare_anchor prepare_tag prepare_tag_handle prepare_tag_prefix prepare_version process_anchor
process_scalar process_tag serialize_node write_stream_end write_stream_start'''


class _Dumping(Emitter, Serializer):
    """Writes what values are represented as."""

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        refused(cls, _HOOKS)

    def __init__(self, stream, default_style=None, default_flow_style=False, canonical=None, indent=None, width=None,
                 allow_unicode=None, line_break=None, encoding=None, explicit_start=None, explicit_end=None, version=None,
                 tags=None, sort_keys=True):
        Emitter.__init__(self, stream, canonical, indent, width, allow_unicode, line_break, explicit_start, explicit_end, version, tags)
        BaseRepresenter.__init__(self, default_style, default_flow_style, sort_keys)


class BaseDumper(_Dumping, BaseRepresenter, BaseResolver):
    """Writes what the program says how to."""


class SafeDumper(_Dumping, SafeRepresenter, Resolver):
    """Writes documents of plain values."""


class Dumper(_Dumping, Representer, Resolver):
    """Writes documents of values, tuples and objects of the program's classes."""
