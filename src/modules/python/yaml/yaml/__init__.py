"""YAML, read and written."""
import io as _io

from yaml.dumper import BaseDumper, Dumper, SafeDumper
from yaml.error import Mark, MarkedYAMLError, YAMLError
from yaml.loader import BaseLoader, FullLoader, Loader, SafeLoader, UnsafeLoader
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

__version__ = '6.0.4'
__with_libyaml__ = False


def load(stream, Loader):
    """The value of the only document."""
    loader = Loader(stream)
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def load_all(stream, Loader):
    """The values of all documents."""
    loader = Loader(stream)
    try:
        while loader.check_data():
            yield loader.get_data()
    finally:
        loader.dispose()


def compose(stream, Loader=Loader):
    """The node of the only document."""
    loader = Loader(stream)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def compose_all(stream, Loader=Loader):
    """The nodes of all documents."""
    loader = Loader(stream)
    try:
        while loader.check_node():
            yield loader.get_node()
    finally:
        loader.dispose()


def safe_load(stream):
    return load(stream, SafeLoader)


def safe_load_all(stream):
    return load_all(stream, SafeLoader)


def full_load(stream):
    return load(stream, FullLoader)


def full_load_all(stream):
    return load_all(stream, FullLoader)


def unsafe_load(stream):
    return load(stream, UnsafeLoader)


def unsafe_load_all(stream):
    return load_all(stream, UnsafeLoader)


def _written(write, values, stream, dumper, encoding, **options):
    """What a dumper writes of some values, in a stream or as a string."""
    file = _io.StringIO()
    made = dumper(file, encoding=encoding, **options)
    try:
        made.open()
        for one in values:
            write(made, one)
        made.close()
    finally:
        made.dispose()
    text = file.getvalue()
    if encoding is not None and not hasattr(stream, 'encoding'):
        text = text.encode(encoding)
    if stream is None:
        return text
    stream.write(text)


def dump_all(documents, stream=None, Dumper=Dumper, default_style=None, default_flow_style=False, canonical=None, indent=None,
             width=None, allow_unicode=None, line_break=None, encoding=None, explicit_start=None, explicit_end=None, version=None,
             tags=None, sort_keys=True):
    """Writes documents to a stream, or gives them as a string."""
    return _written(lambda dumper, data: dumper.represent(data), documents, stream, Dumper, encoding, default_style=default_style,
                    default_flow_style=default_flow_style, canonical=canonical, indent=indent, width=width,
                    allow_unicode=allow_unicode, line_break=line_break, version=version, tags=tags, explicit_start=explicit_start,
                    explicit_end=explicit_end, sort_keys=sort_keys)


def serialize_all(nodes, stream=None, Dumper=Dumper, canonical=None, indent=None, width=None, allow_unicode=None, line_break=None,
                  encoding=None, explicit_start=None, explicit_end=None, version=None, tags=None):
    """Writes nodes to a stream, or gives them as a string."""
    return _written(lambda dumper, node: dumper.serialize(node), nodes, stream, Dumper, encoding, canonical=canonical, indent=indent,
                    width=width, allow_unicode=allow_unicode, line_break=line_break, version=version, tags=tags,
                    explicit_start=explicit_start, explicit_end=explicit_end)


def serialize(node, stream=None, Dumper=Dumper, **kwds):
    """Writes a node to a stream, or gives it as a string."""
    return serialize_all([node], stream, Dumper=Dumper, **kwds)


def dump(data, stream=None, Dumper=Dumper, **kwds):
    """Writes a document to a stream, or gives it as a string."""
    return dump_all([data], stream, Dumper=Dumper, **kwds)


def safe_dump_all(documents, stream=None, **kwds):
    return dump_all(documents, stream, Dumper=SafeDumper, **kwds)


def safe_dump(data, stream=None, **kwds):
    return dump_all([data], stream, Dumper=SafeDumper, **kwds)


def add_constructor(tag, constructor, Loader=None):
    """What makes values of nodes with a tag."""
    for one in (FullLoader, UnsafeLoader, _Loader) if Loader is None else (Loader,):
        one.add_constructor(tag, constructor)


def add_multi_constructor(tag_prefix, multi_constructor, Loader=None):
    """What makes values of nodes whose tags begin so."""
    for one in (FullLoader, UnsafeLoader, _Loader) if Loader is None else (Loader,):
        one.add_multi_constructor(tag_prefix, multi_constructor)


def add_representer(data_type, representer, Dumper=Dumper):
    """What makes nodes of values of a type."""
    Dumper.add_representer(data_type, representer)


def add_multi_representer(data_type, multi_representer, Dumper=Dumper):
    """What makes nodes of values of a type and those based on it."""
    Dumper.add_multi_representer(data_type, multi_representer)


def add_implicit_resolver(tag, regexp, first=None, Loader=None, Dumper=Dumper):
    """What plain scalars have a tag."""
    for one in (FullLoader, UnsafeLoader, _Loader) if Loader is None else (Loader,):
        one.add_implicit_resolver(tag, regexp, first)
    Dumper.add_implicit_resolver(tag, regexp, first)


_Loader = Loader


class YAMLObjectMetaclass(type):
    """Makes a class known by its tag."""

    def __init__(cls, name, bases, kwds):
        super().__init__(name, bases, kwds)
        if kwds.get('yaml_tag') is not None:
            loaders = cls.yaml_loader if isinstance(cls.yaml_loader, list) else [cls.yaml_loader]
            for loader in loaders:
                loader.add_constructor(cls.yaml_tag, cls.from_yaml)
            cls.yaml_dumper.add_representer(cls, cls.to_yaml)


class YAMLObject(metaclass=YAMLObjectMetaclass):
    """Whatever has a tag is read and written by it."""
    __slots__ = ()
    yaml_loader, yaml_dumper, yaml_tag, yaml_flow_style = [Loader, FullLoader, UnsafeLoader], Dumper, None, None

    @classmethod
    def from_yaml(cls, loader, node):
        return loader.construct_yaml_object(node, cls)

    @classmethod
    def to_yaml(cls, dumper, data):
        return dumper.represent_yaml_object(cls.yaml_tag, data, cls, flow_style=cls.yaml_flow_style)
