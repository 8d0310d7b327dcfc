"""Nodes: what a document is made of."""


class Node:
    """A value with a tag, and where it stands."""

    def __init__(self, tag, value, start_mark=None, end_mark=None):
        self.tag, self.value, self.start_mark, self.end_mark = tag, value, start_mark, end_mark

    def __repr__(self):
        return f'{type(self).__name__}(tag={self.tag!r}, value={self.value!r})'


class ScalarNode(Node):
    """A text."""
    id = 'scalar'

    def __init__(self, tag, value, start_mark=None, end_mark=None, style=None):
        super().__init__(tag, value, start_mark, end_mark)
        self.style = style


class CollectionNode(Node):
    """Several nodes."""

    def __init__(self, tag, value, start_mark=None, end_mark=None, flow_style=None):
        super().__init__(tag, value, start_mark, end_mark)
        self.flow_style = flow_style


class SequenceNode(CollectionNode):
    """Nodes one after the other."""
    id = 'sequence'


class MappingNode(CollectionNode):
    """Pairs of nodes."""
    id = 'mapping'
